"""The cues of an English answer: which classes have one in the text, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.answers.courtesy import THANKS
from assistant.reading.answers.not_now import BUSY, FOR_NOW, NOT_NOW, NOWISH
from assistant.reading.answers.questions import ASKS_FIRST, PLANS, QUESTION
from assistant.reading.answers.referrals import REFERRAL, names_an_address, turns_to_somebody
from assistant.reading.answers.refusals import BARE_NO, CANNOT, ENDS_NO, NOT_CANNOT, REFUSES
from assistant.reading.answers.shapes import is_only_times
from assistant.reading.answers.words import AGAIN, HEDGED_YES, NOT_YES, OPENS_YES, PUT_OFF, TALK_THEN, WISHED, YES

_ASKS_WITHOUT_MARK = re.compile(
    r"^\s*(?:(?:hi|hello|hey|sorry|so|ok|and|but|hm+|thanks|wait|erm?|um|sir|ma'?am|madam|dear|(?:one|a"
    r"|just a) (?:small"
    r"|quick|little) (?:doubt|question|thing)|question)[\s,:.–—-]+)*(?:who|what|why|where|which|how|is (?:this"
    r"|it|that|there)"
    r"|(?:do|did|have|has|had|are|were|will|would|can|could) (?:i|we|you|u|they|your)|does (?:it|this|that|he|she))\b",
    re.IGNORECASE,
)
# "How kind of you!", "What great news", "Why not?": no questions.
_EXCLAIMS = re.compile(
    r"\s*(?:(?:oh|ah|wow|well|hi|hey|hello|dear|my dear|my friend|hello dear)[\s,!.]+)*(?:why (?:ever )?not\b"
    r"|why (?:should|would) (?:i|we|one|anyone)\b"
    r"|how (?:could|can) (?:i|anyone|one) (?:refuse"
    r"|resist|say no)|(?:how|what) (?:a |an )?(?:very |really |absolutely |so )?(?:kind|sweet|lovely|nice|great|good"
    r"|wonderful|thoughtful|fantastic|brilliant|fun|amazing|exciting|delightful|charming|beautiful|pleasure|joy"
    r"|treat|surprise|generous|touching|cool)\b(?![^?]*\?)"
    r"|what an? \w+ (?:it|that|this|you|she|he|they)(?:'s| is| was| are| were| have| has| had)\b(?![^?]*\?))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """Which classes have a cue in the text. busy: no time now; refuses: whatever comes; question: a real one;
    gladly: a yes in more words than the one that opens a sentence; long: of a mail that has room for stories."""

    refuses: bool
    cannot: bool
    busy: bool
    not_now: bool
    for_now: bool
    again: bool
    talk: bool
    off: bool
    yes: bool
    gladly: bool
    hedged: bool
    referral: bool
    asks: bool
    question: bool
    thanks: bool
    times: bool
    long: bool = False

    @property
    def waits(self) -> bool:
        """Whether a day in the text may be when to ask again."""
        return self.later or self.talk or self.busy or self.not_now or self.cannot

    @property
    def later(self) -> bool:
        return self.again or self.off


# --- the cues


def read_marks(words: str, sentences: list[str]) -> Marks:
    refuses = cannot = busy = yes = False
    now, final = bool(NOWISH.search(words)), bool(_FINAL.search(words))
    now_or_later = bool(_NOW_OR_LATER.search(words))
    for sentence in (ASIDE.sub("", one) for one in sentences):
        bare = NOT_CANNOT.sub(" ", _CONTRACTED.sub(r"\1 not", sentence) + " ; " + sentence)
        no = bool(REFUSES.search(bare) or BARE_NO.match(sentence) or ENDS_NO.search(NOT_CANNOT.sub(" ", sentence)))
        lacks = bool(CANNOT.search(bare))
        nowish = bool(NOWISH.search(sentence))
        refuses = refuses or (
            no and (not nowish or final or (bool(_FOR_GOOD.search(bare)) and not _FOR_NOW_ONLY.search(bare)))
        )
        cannot = cannot or (lacks and (not nowish or now_or_later))
        busy = busy or ("?" not in sentence and bool(BUSY.search(sentence))) or ((lacks or no) and nowish)
        yes = yes or (_says_yes(sentence) and not _asks_openly(sentence))
    for_now = bool(FOR_NOW.search(words))
    if cannot and (busy or now or for_now):
        busy, cannot = True, final or now_or_later
    if _AT_PRESENT.search(words) and not yes and not refuses and len(words.split()) <= _BRIEF and "?" not in words:
        busy = busy or bool(_LACKS.search(words))
    asking = [one for one in sentences if ("?" in one or _ASKS_WITHOUT_MARK.match(one)) and not _EXCLAIMS.match(one)]
    return Marks(
        refuses=refuses,
        cannot=cannot,
        busy=busy,
        not_now=for_now or bool(NOT_NOW.search(words)),
        for_now=for_now,
        again=bool(AGAIN.search(_REMIND_OF.sub(" ", words))),
        talk=bool(TALK_THEN.search(words)),
        off=bool(PUT_OFF.search(_BEFORE_A_TIME.sub(" ", words))),
        gladly=any(_agrees(one) for one in sentences),
        yes=yes and not (WISHED.search(words) and (refuses or cannot or busy)),
        hedged=bool(HEDGED_YES.search(_OF_FORM.sub(" ", words)) or WISHED.search(words)),
        referral=bool(REFERRAL.search(words)) or names_an_address(words) or turns_to_somebody(words),
        asks="?" in words or bool(ASKS_FIRST.search(words)),
        question=bool(ASKS_FIRST.search(words))
        or any(QUESTION.search(one) and not PLANS.search(one) for one in asking),
        times=any(re.search(r"\d|day\b|tomorrow|tonight|noon", one) and is_only_times(one) for one in sentences),
        thanks=bool(THANKS.search(words) or "👍" in words),
    )


# "Remind me, please, what it was about": now, and of what.
_REMIND_OF = re.compile(
    r"\bremind me(?:[\s,–—-]+(?:please|again|once more|quickly))*[\s,–—-]+(?=(?:who|what|where|how|why|which|did"
    r"|do|have|had|are|is|were|was)\b)",
    re.IGNORECASE,
)
# "I do not, however, take on …": an aside between commas.
ASIDE = re.compile(
    r",? (?:however|unfortunately|sadly|i'm afraid|alas|regrettably|i fear|in fact|to be honest|of course"
    r"|i must say),(?= )",
    re.IGNORECASE,
)
_NOW_OR_LATER = re.compile(r"\bnow (?:or|and|nor) (?:later|ever|in (?:the )?future)|now or any", re.IGNORECASE)
_FOR_NOW_ONLY = re.compile(r"\bfor (?:now|the (?:moment|time being|present))\b", re.IGNORECASE)
# "If it is short", "as long as it's by phone": how, not whether.
_OF_FORM = re.compile(
    r"\b(?:if|provided|as long as|unless) (?:that |it |it's |it is |we |you |this |i )(?:\w+ ){0,5}?(?:short|brief"
    r"|quick|by phone|phone|online|zoom|video|remote|coffee|early"
    r"|late|minutes|here|office|confidential|in person|recorded|hour|wine|cake|walk|lunch|suits?|works?)\b"
    r"|\bif you (?:don't|do not|can|could) (?:mind|bear|stand|excuse|forgive|put up with)\b[^.;!?]{0,40}",
    re.IGNORECASE,
)
_BEFORE_A_TIME = re.compile(
    r"\b(?:not |but )(?:before|until|till|earlier than) (?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|h|o'clock)?(?=\s*"
    r"(?:[.,!;?]|$))|noon|lunch|(?:half|quarter)(?: past| to)? \w+|\w+ o'clock)",
    re.IGNORECASE,
)
_CONTRACTED = re.compile(r"\b(is|are|was|were|does|do|did|has|have|had|would|should|could)n't\b", re.IGNORECASE)
# "My head is somewhere else right now": no time now, in a few words.
_LACKS = re.compile(
    r"\b(?:no|not|never|nae|\w+nae|too|without|cannot|un\w+able|over|full|mess|fire|tired|else(?:where)?|drown\w*"
    r"|buried"
    r"|disaster|nothing|\w+n't)\b",
    re.IGNORECASE,
)
_AT_PRESENT = re.compile(
    r"\b(?:right now|(?:at|in|for) the (?:moment|minute)|at this (?:moment|time|stage|point)|at present|the now"
    r"|currently|presently|these days|for now"
    r"|just now)\b",
    re.IGNORECASE,
)
_BRIEF = 20  # words
# A refusal that "this year" beside it does not soften: in the text, and in its sentence.
_FINAL = re.compile(
    r"\b(?:good luck|best of luck|all the best|ever\b|polic\w+|wish you|altogether|for good)", re.IGNORECASE
)
_FOR_GOOD = re.compile(
    r"\b(?:declin\w+|not interested|not for me|any ?more|no longer|not the right|no thanks?|stopped|given up|retir\w+)",
    re.IGNORECASE,
)


def _says_yes(sentence: str) -> bool:
    opens = (
        OPENS_YES.match(sentence) and not NOT_YES.match(sentence.lstrip()) and not _PUTS_OFF.match(sentence.lstrip())
    )
    if opens and not WISHED.match(sentence.lstrip()):
        return True
    return _agrees(sentence)


def _agrees(sentence: str) -> bool:
    """Whether a sentence agrees in so many words, wherever it opens."""
    bare = WISHED.sub(" but ", CANNOT.sub(" ", REFUSES.sub(" ", NOT_CANNOT.sub(_kept_yes, sentence))))
    bare = NOT_YES.sub(" ", _SUBORDINATE.sub(" ", bare))
    return any(not _NEGATED.search(bare[max(0, one.start() - _NEAR) : one.start()]) for one in YES.finditer(bare))


def _asks_openly(sentence: str) -> bool:
    """A question that is no offer: "how do you think I can help?"."""
    return "?" in sentence and _OPEN_QUESTION.match(sentence) is not None and not PLANS.search(sentence)


_OPEN_QUESTION = re.compile(
    r"\s*(?:(?:and|but|so|hi|ok|in|for|to|from|at|on|with|by)\s+)*(?:what|how|why|who|whom|whose|which"
    r"|where)\b(?! (?:about|time|day|works|suits|would suit))"
    r"|\s*(?:(?:and|but|so|hi|ok|dear)[\s,]+)*(?:did|do|are|is|was|were|have|has|had)\b(?!.*\b(?:works?|suits?|fits?"
    r"|free"
    r"|available|around|ok|okay|fine|good|possible|convenient)\b)",
    re.IGNORECASE,
)
_NEAR = 40  # characters
_NEGATED = re.compile(
    r"\b(?:\w+n't|not|never|no|nothing|hardly|cannot|nor|neither|nobody|none|without)(?: [\w']+){0,3} ?$",
    re.IGNORECASE,
)
# "When I have time": no offer of time.
_SUBORDINATE = re.compile(
    r"\b(?:when|once|until|till|as soon as|unless|while|whether) (?:i|we|things?|it|life|work|there|my|our"
    r"|the)\b[^,.;!?]{0,60}",
    re.IGNORECASE,
)
_PUTS_OFF = re.compile(
    r"(?:let's|let us) (?:\w+ )?(?:leave|park|pause|put|shelve|wait|hold|not|drop|postpone|skip|table|forget|stop"
    r"|freeze|give it)\b",
    re.IGNORECASE,
)


def _kept_yes(match: re.Match[str]) -> str:
    """ "No problem" is no refusal and may be a yes; "can't do Thursday" is neither."""
    offence = _NO_OFFENCE.search(match.string[max(0, match.start() - 12) : match.start()])
    return ", yes, " if _GLADLY.match(match[0]) and not offence else " "


_NO_OFFENCE = re.compile(r"\b(?:kindly|please|pls|hope you)\s$", re.IGNORECASE)  # "Kindly do not mind."


_GLADLY = re.compile(
    r"no (?:problem|worries|issue|trouble|objections?|reason not to)|[\w']+ (?:not )?(?:do \w+ (?:\w+ )?"
    r"|really )?(?:hurt|harm)$|(?:\w+n't|cannot|could not|never|how|who"
    r"|why|hard) (?:\w+ ){0,3}(?:say no|refuse|resist)|(?:wouldn't|would not|don't|do not) mind|not a problem|why not"
    r"|see why not|don't mind",
    re.IGNORECASE,
)
