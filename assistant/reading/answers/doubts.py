"""What makes an answer's meaning doubtful: another family speaks in it, or its cue stands alone and may mean less.

What is acted on must be right (`reading.md`: abstaining is a first-class answer), so that certainty demands silence
of the others: a yes without a time bears no unexplained "not" or regret, a no names nobody else, a "not now" refuses
nothing, thanks offer no time, and a day to come back to is said *to* somebody.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.mentoring.facts import Meaning
from assistant.reading.answers.marks import Marks
from assistant.reading.answers.referrals import ADDRESS, names_somebody
from assistant.reading.answers.refusals import NOT_CANNOT
from assistant.reading.phrases import any_of

# After what `NOT_CANNOT` takes out, these still speak against a yes.
_AGAINST_YES = any_of(
    r"\w+n't|not|never|cannot|nor|neither|hardly|barely|no(?!\.? ?\d)",
    r"unable|difficult|hard(?: for me)?(?= to\b|[.,])|tricky|unfair|wrong to|regrets?|regretfully|afraid|unfortunately"
    r"|alas|sadly"
    r"|decline|turn(?:ed|ing)? (?:\w+ )?down|refus\w+|negative|instead of me|too (?:old|late|busy|much|far|many|tired)",
    r"sorry,? but|but sorry",
    # said in jest
    r"whatever(?! (?:suits|time|day|works|is (?:best|easiest)))|wow|hell|pigs|yeah,? right|as if|over my dead"
    r"|in your dreams|unicorn\w*",
    r"(?:depends|subject to|whether i|before i (?:can |could )?(?:say|give|answer|commit|decide|agree|know))",
)
# An invitation as a mail program prints it: facts of a meeting, and nobody's yes.
_PRINTED_INVITE = re.compile(r"\bwhen: .{0,120}?\b(?:where|organi[sz]er|who|attendees|guests): ", re.IGNORECASE)
# Nots that take nothing from a yes.
_HARMLESS = any_of(
    r"(?:no|not)(?: any| a)? (?:problem|problems|worries|need|rush|hurry|trouble|bother|pressure|doubt|strings|fee"
    r"|charge|cost|obligation|objections?|wahala|expert|promises?|guarantees?|matter what|prep\w*|agenda|slides)\w*"
    r"(?: at all| to \w+| attached)?",
    r"not (?:at all|only|just|too|very|bad|least|more than|less than|later than|long|necessarily|yet met|a (?:lot|bad)"
    r"|before \d[\w:.]*)",
    r"no dramas?|(?:\w+day|tomorrow|today),? (?:is )?(?:a )?no(?=[,.;])|no (?:more|less|later|longer) than"
    r"|not (?:on )?(?:the )?(?:\w+days?|\d+(?:st|nd|rd|th))",
    r"(?:don't|do not|won't|wouldn't|didn't|needn't|can't|cannot|couldn't|never|not) (?:\w+ )?(?:mind|worry|stop|bite"
    r"|be "
    r"(?:shy|late|nervous|afraid|scared)|hesitate|forget|apologi[sz]e|wait|bring|need|expect too|panic|thank|refuse"
    r"|say no|resist|complain|hurt|judge|know (?:how|if|whether) (?:useful|helpful|much|good)|promise|be sorry|believe"
    r"|think of a|see (?:a reason )?why not|regret|put it better|pass (?:this |it )?up|miss (?:it|this)|be happier|ask"
    r" for (?:more|better))[\w ]{0,24}",
    r"why (?:ever )?not|if not|or not|can't wait|isn't it|doesn't it|won't (?:you|it|we)|don't you|aren't you"
    r"|sorry (?:for|to have|about)[\w ]{0,30}",
    r"(?:don't|do not|can't|cannot) (?:\w+ )?see (?:any reason )?why not",
    r"(?:who|how|why) (?:could|can|would|should|am i to) [\w ]{0,8}(?:not|say no|refuse|resist)",
    r"hard to (?:say no|resist|refuse)",
)
# All that a yes consists of may be but politeness: "no worries", "glad it helped".
_WEAK_YES = re.compile(
    r"(?:[^\w?]|\b(?:no (?:worries|problem|prob)(?: at all)?|not a problem|np|nw|all good|happy|glad|great|good|cool"
    r"|fine|sure"
    r"|ok|okay|perfect|lovely|alright|anytime|any time|of course|it|this|that|to|was|is|were|i|i'm|you|your|could|did"
    r"|help(?:ed|s|ful)?|useful|of use|of help|lol|haha|hear|worked|works|came|arrived|got|have|has|the|document|file"
    r"|link"
    r"|mail|e-?mail|message|it's|found|liked|enjoyed|please|stop|apologi[sz]ing|worry(?:ing)?|don't|and|so|very"
    r"|at all|do"
    r"|be|been|well|see|read|thanks?|thank|for|update|news|mate|dear)\b)++",
    re.IGNORECASE,
)
_HELPED = any_of(
    r"(?:helped|was (?:helpful|useful|of (?:use|help))|worked (?:out|well)|could help|to have helped|you (?:got|liked"
    r"|enjoyed|found)|(?:got|received|have) (?:it|the|your)|arrived|apologi[sz]ing)",
)
# Time or a way to meet beside thanks.
_OFFERS = any_of(
    r"whenever|hmu|hit me up|bet|any ?time|call|ring|phone|free|available|around|down|up for|deal|yes|yeah|yep|sure"
    r"|on board|in favou?r|let's|lets|works|fine by me|go ahead|say when|name (?:a|the)|shoot|fire away",
)
_REFUSES_SOFTLY = any_of(
    r"nothing (?:\w+ ){0,2}to (?:add|offer|give|contribute|say|teach|share)|(?:don't|do not) (?:think|believe|feel) i"
    r" (?:have|can|am|would|could)|waste your time|so i(?:'ll| will) leave it|leave it (?:at that|there)"
    r"|leave you to it|(?:very |much )?best of luck|good luck|i wish you|all the best",
    r"(?:have|had|decided|going|need) to stop (?:taking|mentoring|coaching|offering|doing)",
)
# Nothing to add to what somebody sent is praise.
_ABOUT_YOURS = any_of(
    r"nothing to add\b[^.!?]{0,10}? (?:your|the|this|that|it) ?\w* (?:is|was|looks|reads|sounds|seems)"
)
# "This is an answer that the computer sends for me": nobody has said anything.
_BY_MACHINE = any_of(
    r"(?:answer|reply|message|mail|e-?mail|note|response|text|letter)(?: is| was)?,?(?: that| which| being)? ?(?:the"
    r"|my|our|a|your) (?:computer|machine|system|server|robot|mailbox|mail ?box|programme|program|account|software)"
    r"|(?:computer|machine|system|server|robot|mailbox|software|programme|program) (?:sends|writes|answers|replies"
    r"|is (?:sending|writing|answering|replying)|has (?:sent|written))|(?:sent|written|generated|answered) "
    r"(?:by (?:a|the|my) (?:computer|machine|system|server|robot|programme|program)|automatically)"
    r"|automatic(?:ally)? (?:generated|sent|written|answer\w*|repl\w+|respon\w+|message)",
)
# "Are you still working with Lee?": a question about somebody, which may be no advice to turn to them.
_ASKS_ABOUT = re.compile(r"(?:and |so |but )?(?:are|have|did|do|were|has|does|is) [^.!?]{3,80}\?", re.IGNORECASE)
_TO_SOMEBODY = any_of(r"me|us|again|let's|gladly|happy|glad|yes|please|with pleasure")
_ABSENT = any_of(
    r"first day back|(?:mail|e-?mails?|messages?|post) (?:that |which )?(?:arriv\w+|sent|received|is|are|will|won't)"
    r"|fully offline|automatic (?:answer|reply|response)|auto-?(?:reply|response)|out of (?:the )?office|\booo\b"
    r"|thank you for your (?:understanding|patience|message)|won't be (?:looking at|reading|checking)"
    r"|away from (?:work|the office|my desk)|sick leave|back at (?:the|my) (?:desk|house|office|work)",
)
_ASKS_TO_BE_TOLD = any_of(
    r"(?:could|can|would|will) you (?:please |kindly |first )*(?:tell|say|send|explain|give|share|let|confirm|clarify)"
    r"|(?:what|which|why|how) [^.!?]{2,80}\?"
)

# A yes that only opens may be ironical, where what follows is not understood: "Sure, and pigs might fly".
_OPENER = re.compile(
    r"(?:\b(?:yes|yep|yeah|yup|yea|aye|sure|of|course|thing|ofc|certainly|absolutely|definitely|indeed|gladly|ok|okay"
    r"|alright"
    r"|all|right|fine|cool|great|perfect|lovely|good|idea|deal|done|agreed|works|my|a|pleasure|with|please|thanks?"
    r"|thank"
    r"|you|hi|hello|hey|dear|no|problem|worries|objections?|so|very|much|then|go|on|for|it|why|not|that|this|by"
    r"|means"
    r"|me|too|will|can|do|sounds|like|fun|plan|wonderful|excellent|super|brilliant|count|in|i'm|happy|to|be|let's"
    r"|accepted"
    r"|any|time|anytime|entirely|yours)\b|[\W\d_])++",
    re.IGNORECASE,
)
# It answers thanks as well as a request.
_PLEASURE = re.compile(
    r"(?:oh|ah|it(?:'s| is| was| would be)|entirely|all|always|the|my|pleasure(?: is| was)?|mine"
    r"|[\W_])++",
    re.IGNORECASE,
)
# "I'll ring you": some day.
_WILL_RING = any_of(
    r"i(?:'ll| will| shall) (?:ring|call|phone|text) you(?! (?:on|at|in|by|tomorrow|today|tonight|then|this|next"
    r"|from|\w+day))"
)
_OF_MEETING = any_of(
    r"min(?:ute)?s?|hours?|phone|zoom|teams|video|online|call|coffee|lunch|tea|mentor\w*|talk|chat|meet\w*|tomorrow"
    r"|today"
    r"|tonight|week|questions?|short|brief|b2b|help|advi[cs]e|office|(?:mon|tues|wednes|thurs|fri|satur|sun)day\w*"
    r"|mornings?|afternoons?|evenings?|\d{1,2}(?:[:.]\d\d|st|nd|rd|th)?"
)
_FEW = 2  # words beside it
_SOUR = any_of(r"hate|dislike|thanks for nothing|no thanks|awful|terrible|rubbish|wrong|useless|worst|disappoint\w*")
_WILL_ANSWER = any_of(
    r"(?:will|'ll|shall) (?:\w+ )?(?:reply|respond|answer|get back|come back|be back|return|write|revert|attend)"
    r"|working days?|office hours|only work"
)
_AGAIN_THEN = any_of(r"again(?: \w+){0,2}? (?:after|in|from|on|next|once)|(?:after|from|in) \d")
_IN_A_MONTH = any_of(
    r"(?:in|after|until|till|from|by|around|early|late|mid) (?:the )?(?:january|february|march|april|may|june|july"
    r"|august|september"
    r"|october|november|december|spring|summer|autumn|winter|the new year|next (?:year|month))",
    r"(?:re-?send|send (?:it|this|that) again|ask(?: me)? again|try(?: me)? again|remind me (?:in|on|after|next))",
)


def is_only_polite(words: str) -> bool:
    """Whether a text that opens like a yes only says that nothing is wrong: "no worries, glad it helped"."""
    return _WEAK_YES.fullmatch(words) is not None and _HELPED.search(words) is not None


@dataclass(frozen=True, slots=True)
class Read:
    """A text, its cues, and whether it proposes an hour."""

    words: str
    marks: Marks
    timed: bool


def is_doubtful(meaning: Meaning, words: str, marks: Marks, *, timed: bool) -> bool:
    """Whether something in a text speaks against acting on `meaning`. timed: the text proposes an hour."""
    speaks = _AGAINST.get(meaning)
    if _BY_MACHINE.search(words):
        return True
    return speaks is not None and speaks(Read(words, marks, timed=timed))


def _against_yes(read: Read) -> bool:
    if _PRINTED_INVITE.search(read.words):
        return True
    if read.timed:
        return False
    if (
        _WILL_RING.search(read.words)
        or _PLEASURE.fullmatch(read.words)
        or (not read.marks.gladly and _is_only_opened(read.words))
    ):
        return True
    bare = NOT_CANNOT.sub(" ", _HARMLESS.sub(" ", read.words))
    return read.marks.question or _AGAINST_YES.search(bare) is not None


def _is_only_opened(words: str) -> bool:
    """Whether a yes stands at the beginning only, and what follows says nothing of a meeting."""
    return len(_OPENER.sub(" ", words).split()) > _FEW and not _OF_MEETING.search(words)


def _against_no(read: Read) -> bool:
    return names_somebody(read.words) or read.timed or _ABOUT_YOURS.search(read.words) is not None


def _against_not_now(read: Read) -> bool:
    return bool(_REFUSES_SOFTLY.search(read.words) or _ABSENT.search(read.words)) or read.timed


def _against_later(read: Read) -> bool:
    return bool(_ABSENT.search(read.words)) and not _TO_SOMEBODY.search(read.words)


def _against_referral(read: Read) -> bool:
    again = _AGAIN_THEN.search(read.words) is not None and not ADDRESS.search(read.words)
    if _ASKS_ABOUT.fullmatch(read.words.strip()) and not ADDRESS.search(read.words):
        return True
    return again or (read.marks.question and _ASKS_TO_BE_TOLD.search(read.words) is not None)


def _against_thanks(read: Read) -> bool:
    return (
        bool(_SOUR.search(read.words) or _OFFERS.search(read.words) or _WILL_ANSWER.search(read.words))
        or read.marks.question
    )


def _against_question(read: Read) -> bool:
    return read.marks.again or _IN_A_MONTH.search(read.words) is not None


_AGAINST: dict[Meaning, Callable[[Read], bool]] = {
    Meaning.YES: _against_yes,
    Meaning.NO: _against_no,
    Meaning.NOT_NOW: _against_not_now,
    Meaning.LATER: _against_later,
    Meaning.REFERRAL: _against_referral,
    Meaning.THANKS: _against_thanks,
    Meaning.QUESTION: _against_question,
}
