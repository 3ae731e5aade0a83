"""Later, or not now: what somebody says who has no time, and on which day to ask again."""

from __future__ import annotations

import re

from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.reading.answers.hours_offered import SOON, offers_exactly
from assistant.reading.answers.marks import Marks
from assistant.reading.answers.not_now import NO_DAY, NOWISH
from assistant.reading.answers.shapes import AFTER_THAT, asked_again
from assistant.reading.answers.words import MAYBE, TALK_THEN
from assistant.reading.dates import Found, Moment, until

_LONG_GRAINS = frozenset({"month", "quarter", "year", "season"})
_SOME_DAY = re.compile(
    r"\b(?:next|in \w+|the|coming|second|first|mid) ?(?:(?!same|whole|entire|last|past)\w+ )?(?:weeks?|months?|years?"
    r"|days?)\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|til|after|from|through|before|then|once|by|again|next time)\b", re.IGNORECASE)
_NOT_THIS = re.compile(
    r"\bsince (?:the |last |early |late |this )?\w+"
    r"|\bnot this (?:week|month|year|term|semester|quarter|season|autumn|winter|spring|summer)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) (?:\w+ ){1,3}in (?:an?|one|two|\d+) \w+\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bnot (?:before|until|till|this)\b|\b(?:until|till)\b", re.IGNORECASE)


def waits(words: str, marks: Marks, proposed: tuple[Slot, ...], moment: Moment) -> Answer | None:
    """Later with its day, or not now; None where neither is said."""
    timed = any(not slot.whole_day for slot in proposed)
    if NO_DAY.search(words) and not timed and not marks.yes:
        return Answer(Meaning.NOT_NOW, certain=True)
    asked = asked_again(words, moment) if marks.again else None
    if asked and asked.first and asked.first > moment.today and not offers_exactly(words, moment):
        return Answer(Meaning.LATER, certain=not (asked.unusual or MAYBE.search(words)), until=asked.first)
    said = TALK_THEN.search(words) if marks.talk and not marks.again else None
    found = until(said[0], moment) if said else None
    if not (found and found.first):
        found = until(_NOT_THIS.sub(" ", words), moment) if marks.waits or AFTER_THAT.search(words) else None
    if (
        found
        and found.first
        and found.first > moment.today
        and _is_later(words, found, marks, timed=timed, moment=moment)
    ):
        unsure = found.unusual or bool(found.ask or MAYBE.search(words)) or (marks.yes and not marks.again and timed)
        sure = not unsure and _bears_on_it(words, found, marks, moment)
        return Answer(Meaning.LATER, certain=sure, until=found.first)
    if (marks.busy or marks.not_now) and not proposed and (not marks.yes or marks.busy or marks.for_now):
        if marks.later and not marks.not_now and marks.again:
            return Answer(Meaning.LATER, certain=False)
        dated = bool(_SOME_DAY.search(NOWISH.sub(" ", words)))  # a day that is not understood is no "not now"
        clear = not dated and not (marks.question and not marks.not_now) and not (marks.yes and not marks.for_now)
        return Answer(Meaning.NOT_NOW, certain=clear)
    if marks.again and not proposed:
        return Answer(Meaning.LATER, certain=False)
    return None


def _is_later(words: str, found: Found, marks: Marks, *, timed: bool, moment: Moment) -> bool:
    """Whether a day is when to ask again, and no day to meet on."""
    assert found.first is not None
    far = _is_far(found, moment)
    if timed and (marks.yes or (not marks.again and offers_exactly(words, moment))):
        return False
    if (marks.again or AFTER_THAT.search(words)) and not (timed and not marks.busy):
        return True
    if timed and not far:
        return False
    if marks.off and not (marks.yes and not far and not marks.busy and not _NOT_BEFORE.search(words)):
        return True
    waits = far or ((marks.busy or marks.not_now) and bool(_UNTIL.search(words)))
    return (marks.busy or marks.not_now or marks.cannot or marks.talk) and waits


def _is_far(found: Found, moment: Moment) -> bool:
    assert found.first is not None
    return (found.first - moment.today).days > SOON or found.grain in _LONG_GRAINS


def _bears_on_it(words: str, found: Found, marks: Marks, moment: Moment) -> bool:
    """Whether a day is surely that of the answer; in a long mail it may be one of a story."""
    if marks.again:
        return True
    said = marks.busy or marks.not_now or marks.cannot or marks.talk or _UNTIL.search(words)
    return not marks.long and bool(said or _is_far(found, moment))
