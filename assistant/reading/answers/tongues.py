"""Answers in other languages: the commonest ways to say yes, later, not now, no, stop and thanks.

The words stand in `languages/*.toml`, section `[answer]`. What is not one of them is left to be asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from assistant.mentoring.facts import Meaning
from assistant.reading.absence_words import Tongue, alternatives, spoken, tongue
from assistant.reading.dates import Moment
from assistant.reading.day_forms import names, numbers
from assistant.reading.day_mentions import mentions
from assistant.reading.folding import fold
from assistant.reading.languages import by_language

_KEYS = ("stop", "no", "now", "later", "thanks", "yes", "other", "question", "busy")
_MOST = 2000
_SOON = 15  # days: nearer, a day may be when to meet


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a text says in another language than English: `meaning` is None where it says nothing that is known."""

    meaning: Meaning | None = None
    certain: bool = False
    until: date | None = None


NOTHING = Foreign()


def _alternatives(tag: str, key: str) -> str:
    return alternatives(by_language("answer")[tag].get(key, ()), spaceless=tongue(tag).spaceless)


@cache
def _cues(tag: str) -> dict[str, re.Pattern[str]]:
    return {key: re.compile(f"(?:{_alternatives(tag, key)})") for key in _KEYS}


@cache
def _any(key: str) -> re.Pattern[str]:
    """The phrases of a key in all languages."""
    return re.compile("|".join(_alternatives(tag, key) for tag in by_language("answer")))


def foreign_stop(text: str) -> bool:
    """Whether an answer asks to be left alone in any language with a section `[answer]`."""
    return _any("stop").search(fold(text[:_MOST])) is not None


def foreign(text: str, moment: Moment) -> Foreign:
    """What an answer that is no stop says in a language with a section `[answer]`."""
    folded = fold(text[:_MOST])
    tags = [tag for tag in by_language("answer") if any(_cues(tag)[key].search(folded) for key in _KEYS[1:])]
    if not tags:
        return NOTHING
    likely = [told.tag for told in spoken(folded) if told.tag in tags]
    if not likely and "en" in {told.tag for told in spoken(folded)} and len(folded.split()) > 8:
        return NOTHING  # a foreign word in an English text
    return _read(folded, tongue((likely or tags)[0]), moment)


def _read(folded: str, told: Tongue, moment: Moment) -> Foreign:
    says = {key: bool(pattern.search(folded)) for key, pattern in _cues(told.tag).items()}
    if says["other"]:
        return Foreign(Meaning.REFERRAL)
    if says["later"]:
        day = _day(folded, told, moment.today)
        far = day is not None and (day - moment.today).days > _SOON
        return Foreign(Meaning.LATER, certain=day is not None and (far or not says["yes"]), until=day)
    if (says["no"] and says["now"]) or says["busy"]:
        dated = "?" in folded or _day(folded, told, moment.today) is not None
        return Foreign(Meaning.NOT_NOW, certain=not says["yes"] and not dated)
    if says["no"]:
        return Foreign(Meaning.NO, certain=not says["yes"] and "?" not in folded)
    if says["now"] and not says["yes"]:
        return Foreign(Meaning.NOT_NOW)
    if says["yes"]:
        return Foreign(Meaning.YES, certain=not says["now"])
    if says["question"] and "?" in folded:
        return Foreign(Meaning.QUESTION, certain=True)
    if says["thanks"]:
        short = len(folded.split()) <= 8 and "?" not in folded
        return Foreign(Meaning.THANKS, certain=short)
    return NOTHING


def _day(folded: str, told: Tongue, today: date) -> date | None:
    """The one day named, or the first of the one month named; None where there is none, or several."""
    days = {one.day for one in mentions(folded, told, today, told.order) if one.day and one.day > today}
    if len(days) == 1:
        return days.pop()
    if days:
        return None
    months = numbers(told.tag, "months")
    found = {months[match[0]] + 1 for match in re.finditer(rf"(?<!\w)(?:{names(told, 'months')})(?!\w)", folded)}
    if len(found) != 1:
        return None
    month = found.pop()
    return date(today.year + (month <= today.month), month, 1)
