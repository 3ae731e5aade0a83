"""What a person's answer means: rules of high precision per class, stop and no first; in doubt `certain` is False.

The protégé is asked "YES, LATER or NO?" where it is not certain; a stop is never missed (policy.md: end for good)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.reading.answer_refusals import BARE_NO, BUSY, CANNOT, NO_MYSELF, NOT_CANNOT, NOT_NOW, NOWISH, REFUSES
from assistant.reading.answer_tongues import Foreign, foreign
from assistant.reading.answer_words import (
    AGAIN,
    ASKS_FIRST,
    HEDGED_YES,
    MAYBE,
    NOT_YES,
    OPENS_YES,
    PLANS,
    PUT_OFF,
    QUESTION,
    TALK_THEN,
    THANKS,
    THUMBS,
    WISHED,
    YES,
)
from assistant.reading.commands.body import plain, straight
from assistant.reading.dates import Found, Moment, dates, slots, until
from assistant.reading.farewells import farewell
from assistant.reading.referrals import ADDRESS, REFERRAL, referral
from assistant.reading.spelling import spelt
from assistant.reading.stop_words import stops

__all__ = ["answer", "referral"]

_MOST = 6000  # an answer is short: what is longer is read to here
_SOON = 15  # days: "let's talk on Tuesday" is a yes, "let's talk in May" a later
_SENTENCE = re.compile(
    r"(?<=[.!?;…])\s+(?=\S)|\n+|\s+[–—]\s+|,? (?=\b(?:but|however|though|although)\b)", re.IGNORECASE
)
# What stands before the answer that counts now.
_SECOND_THOUGHTS = re.compile(
    r"^\s*(?:(?:i(?:['’]ve| have)? )?(?:just )?changed my mind|on second thoughts?|after all|having thought about it)"
    r"\s*[:,;.–—-]+\s*(?=\S)",
    re.IGNORECASE,
)
# Thanks with one of these may be a no, a yes or a wish for time: it is asked.
_MORE_THAN_THANKS = re.compile(
    r"\b(?:but|however|unfortunately|think|consider|busy|not|can't|cannot|won't|don't|sorry|afraid|maybe|perhaps|if|time"
    r"|let me|could|should|get back|leave|away|out of)\b",
    re.IGNORECASE,
)
_ASKS_WITHOUT_MARK = re.compile(
    r"^\s*(?:who|what|why|where|which|how|do i know|have we|did we|are you)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Which classes have a cue in the text. busy: no time now; refuses: whatever comes; question: a real one."""

    refuses: bool
    cannot: bool
    busy: bool
    not_now: bool
    again: bool
    talk: bool
    off: bool
    yes: bool
    hedged: bool
    referral: bool
    asks: bool
    question: bool
    thanks: bool

    @property
    def waits(self) -> bool:
        """Whether a day in the text may be when to ask again."""
        return self.later or self.talk or self.busy or self.not_now or self.cannot

    @property
    def later(self) -> bool:
        return self.again or self.off


def answer(text: str, moment: Moment) -> Answer:
    """What an answer means. `text`: the new text only; `moment`: when and in which zone its writer wrote it.

    `until` is the day said ("after March" is 31 March), without the five business days on top."""
    kept = _SECOND_THOUGHTS.sub("", plain(text[:_MOST]).text or text[:_MOST], count=1)
    words = spelt(" ".join(straight(kept).split()))
    whole = spelt(" ".join(straight(text[:_MOST]).split()))
    other = foreign(kept, moment)
    if (stop := stops(words) or stops(whole)) or other.stop:
        return Answer(Meaning.STOP, certain=stop == "certain" or other.stop, text=words)
    sentences = [part for part in _SENTENCE.split(spelt(straight(kept))) if part and part.strip()]
    marks = _marks(words, sentences)
    if other.meaning and not (marks.refuses or marks.yes or marks.again):
        return _in_other_words(other, words, marks)
    if bye := farewell(words):
        return Answer(Meaning.THANKS, certain=bye == "certain", text=words)
    return replace(_decided(words, marks, moment), text=words)


def _in_other_words(other: Foreign, words: str, marks: _Marks) -> Answer:
    """An answer in another language: what it says clearly, and only that."""
    to = referral(words) if ADDRESS.search(words) else None
    assert other.meaning is not None
    if to and other.meaning in {Meaning.REFERRAL, Meaning.NO, Meaning.OTHER}:
        return Answer(Meaning.REFERRAL, certain=bool(marks.referral), referral=to, text=words)
    return Answer(other.meaning, certain=other.certain, until=other.until, text=words)


# --- the cues


def _marks(words: str, sentences: list[str]) -> _Marks:
    refuses = cannot = busy = yes = False
    now, final = bool(NOWISH.search(words)), bool(_FINAL.search(words))
    for sentence in sentences:
        bare = NOT_CANNOT.sub(" ", sentence)
        no = bool(REFUSES.search(bare) or BARE_NO.match(sentence))
        lacks = bool(CANNOT.search(bare))
        for_now = bool(NOWISH.search(sentence))
        refuses = refuses or (no and (not for_now or final or bool(_FOR_GOOD.search(bare))))
        cannot = cannot or (lacks and not for_now)
        busy = busy or bool(BUSY.search(sentence)) or ((lacks or no) and for_now)
        yes = yes or _says_yes(sentence)
    if cannot and (busy or now):
        busy, cannot = True, final
    asking = [one for one in sentences if "?" in one or _ASKS_WITHOUT_MARK.match(one)]
    return _Marks(
        refuses=refuses,
        cannot=cannot,
        busy=busy,
        not_now=bool(NOT_NOW.search(words)),
        again=bool(AGAIN.search(words)),
        talk=bool(TALK_THEN.search(words)),
        off=bool(PUT_OFF.search(words)),
        yes=yes and not (WISHED.search(words) and (refuses or cannot or busy)),
        hedged=bool(HEDGED_YES.search(words) or WISHED.search(words)),
        referral=bool(REFERRAL.search(words)),
        asks="?" in words or bool(ASKS_FIRST.search(words)),
        question=bool(ASKS_FIRST.search(words))
        or any(QUESTION.search(one) and not PLANS.search(one) for one in asking),
        thanks=bool(THANKS.search(words) or "👍" in words),
    )


# A refusal that "this year" beside it does not soften: in the text, and in its sentence.
_FINAL = re.compile(
    r"\b(?:good luck|best of luck|all the best|ever\b|polic\w+|wish you|altogether|for good)", re.IGNORECASE
)
_FOR_GOOD = re.compile(
    r"\b(?:declin\w+|not interested|not for me|any ?more|no longer|not the right|no thanks?|stopped|given up|retir\w+)",
    re.IGNORECASE,
)


def _says_yes(sentence: str) -> bool:
    bare = NOT_YES.sub(" ", WISHED.sub(" but ", CANNOT.sub(" ", REFUSES.sub(" ", NOT_CANNOT.sub(_kept_yes, sentence)))))
    opens = OPENS_YES.match(sentence) and not NOT_YES.match(sentence.lstrip())
    return bool((opens and not WISHED.match(sentence.lstrip())) or YES.search(bare))


def _kept_yes(match: re.Match[str]) -> str:
    """ "No problem" is no refusal and may be a yes; "can't do Thursday" is neither."""
    return " yes " if _GLADLY.match(match[0]) else " "


_GLADLY = re.compile(
    r"no (?:problem|worries|issue|trouble|objection)|not a problem|why not|see why not|don't mind", re.IGNORECASE
)


# --- the decision


def _decided(words: str, marks: _Marks, moment: Moment) -> Answer:
    proposed = slots(words, moment)
    to = referral(words) if marks.referral or ADDRESS.search(words) else None
    if to and (marks.referral or marks.refuses or marks.cannot) and (to.email or marks.referral):
        return _sends_to(marks, words, proposed, moment)
    if marks.refuses or marks.cannot:
        back = marks.again and bool(dates(words, moment))
        if not back:
            mixed = marks.yes or (marks.question and "?" in words) or (bool(proposed) and not marks.refuses)
            return Answer(Meaning.NO, certain=not mixed)
    wait = _waits(words, marks, proposed, moment)
    if wait is not None:
        return wait
    return _open(words, marks, proposed, moment)


def _sends_to(marks: _Marks, words: str, proposed: tuple[Slot, ...], moment: Moment) -> Answer:
    """A referral, and whether it is a no as well: then it ends the attempts, whomever it names."""
    to = referral(words)
    assert to is not None
    dated = bool(dates(words, moment))
    if not to.email and marks.yes and (proposed or dated):
        return _open(words, marks, proposed, moment)
    refuses = marks.refuses or marks.cannot or bool(NO_MYSELF.search(words))
    declined = refuses and not (marks.yes or marks.busy or marks.not_now or proposed)
    sure = (bool(to.email) or not marks.yes) and marks.referral and not proposed
    return Answer(Meaning.REFERRAL, certain=sure or declined, referral=to, declined=declined)


def _waits(words: str, marks: _Marks, proposed: tuple[Slot, ...], moment: Moment) -> Answer | None:
    """Later with its day, or not now; None where neither is said."""
    timed = any(not slot.whole_day for slot in proposed)
    said = TALK_THEN.search(words) if marks.talk and not marks.again else None
    found = until(said[0], moment) if said else None
    if not (found and found.first):
        found = until(words, moment) if marks.waits else None
    if (
        found
        and found.first
        and found.first > moment.today
        and _is_later(words, found, marks, timed=timed, moment=moment)
    ):
        unsure = (
            found.unusual or bool(found.ask) or bool(MAYBE.search(words)) or (marks.yes and not marks.again and timed)
        )
        return Answer(Meaning.LATER, certain=not unsure, until=found.first)
    if (marks.busy or marks.not_now) and not proposed and not (marks.yes and not marks.busy):
        if marks.later and not marks.not_now and marks.again:
            return Answer(Meaning.LATER, certain=False)
        dated = bool(_SOME_DAY.search(NOWISH.sub(" ", words)))  # a day that is not understood is no "not now"
        clear = not dated and not (marks.question and not marks.not_now) and not (marks.yes and not marks.not_now)
        return Answer(Meaning.NOT_NOW, certain=clear)
    if marks.again and not proposed:
        return Answer(Meaning.LATER, certain=False)
    return None


def _is_later(words: str, found: Found, marks: _Marks, *, timed: bool, moment: Moment) -> bool:
    """Whether a day is when to ask again, and no day to meet on."""
    assert found.first is not None
    far = (found.first - moment.today).days > _SOON or found.grain in {"month", "quarter", "year", "season"}
    if timed and marks.yes:
        return False
    if marks.again and not (timed and not marks.busy):
        return True
    if timed and not far:
        return False
    if marks.off and not (marks.yes and not far and not marks.busy and not _NOT_BEFORE.search(words)):
        return True
    return (marks.busy or marks.not_now or marks.cannot or marks.talk) and (far or marks.busy or marks.not_now)


_SOME_DAY = re.compile(
    r"\b(?:next|in \w+|the|coming|second|first|mid) ?(?:\w+ )?(?:weeks?|months?|years?|days?)\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bnot (?:before|until|till|this)\b|\b(?:until|till)\b", re.IGNORECASE)


# "Ok, noted with thanks", "Perfect, thank you": somebody was told something and agrees to nothing.
_BRIEF = 60
_COURTEOUS = re.compile(
    r"(?:(?:ok|okay|perfect|great|good|fine|cool|lovely|super|nice|brilliant|excellent|wonderful|noted|received|got it"
    r"|thanks?|thank you|cheers|many|with|for|a lot|so much|very much|this|that"
    r"|the (?:info|update|news|note|mail)|well)"
    r"[\s.,!:)🙏👍]*)+",
    re.IGNORECASE,
)


def _open(words: str, marks: _Marks, proposed: tuple[Slot, ...], moment: Moment) -> Answer:
    """Neither stop nor no nor later: a yes with times, a question, thanks, or something else."""
    timed = any(not slot.whole_day for slot in proposed)
    if THUMBS.fullmatch(words):
        return Answer(Meaning.THANKS, certain=True)
    if marks.thanks and not proposed and len(words) < _BRIEF and _COURTEOUS.fullmatch(words):
        return Answer(Meaning.THANKS, certain=True)
    if marks.yes or timed:
        unclear = marks.question and not proposed
        held = marks.hedged and not proposed
        return Answer(Meaning.YES, certain=marks.yes and not unclear and not held and not marks.not_now, slots=proposed)
    if marks.asks or marks.question:
        other = marks.waits or bool(ADDRESS.search(words))
        return Answer(Meaning.QUESTION, certain=marks.question and not proposed and not other, slots=proposed)
    if marks.thanks and len(words) < 300:
        only = not _MORE_THAN_THANKS.search(words) and (not dates(words, moment) or len(words.split()) < 25)
        return Answer(Meaning.THANKS, certain=only)
    return Answer(Meaning.OTHER, certain=False, slots=proposed)
