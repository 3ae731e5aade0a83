"""The terms of mentoring as people name them: how often, on which day, at what hour, how long, for how many months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from assistant.reading.dates.clock import clock
from assistant.reading.dates.lengths import minutes, months
from assistant.reading.dates.recurrence import recurrence
from assistant.reading.dates.words import WEEKDAY

_NTH_DAY = re.compile(
    rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) {WEEKDAY}\b(?! (?:of|in) (?!the month|each|every))",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(rf"\b(?:on )?{WEEKDAY}s?\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_LENGTHS = re.compile(r"\b\d+ ?min\w*|\b(?:an?|\d+|half an) hours?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """rule: RFC 5545, "" where none is said. guessed: which week of the month was not said, so it is the first.

    Lengths in minutes and months; None and "" where nothing is said."""

    rule: str = ""
    hour: time | None = None
    minutes: int | None = None
    months: int | None = None
    guessed: bool = False

    def __bool__(self) -> bool:
        return bool(self.rule or self.hour or self.minutes or self.months)


def agreed_terms(text: str) -> Terms:
    """The terms that a text names."""
    rule, guessed = rhythm(text)
    return Terms(rule, clock(_LENGTHS.sub(" ", text)), minutes(_CLOCK.sub(" ", text)), months(text), guessed)


def rhythm(text: str) -> tuple[str, bool]:
    """How often and on which day, and whether the week of the month is a guess.

    "Monthly, Tuesdays at 4" is one Tuesday of each month, and not every Tuesday."""
    found = _NTH_DAY.search(text)
    rule = recurrence(text) or (recurrence(f"monthly {found[0]}") if found else "") or ""
    often = recurrence(_WEEKDAYS.sub(" ", text)) or ""
    if not rule.startswith("FREQ=WEEKLY;BYDAY=") or not often or "BY" in often:
        return rule or often, False
    day = rule.removeprefix("FREQ=WEEKLY;BYDAY=")
    if often.startswith("FREQ=MONTHLY") and "," not in day:
        return f"{often};BYDAY=1{day}", True
    return (f"{often};BYDAY={day}", False) if often.startswith("FREQ=WEEKLY") else (rule, False)
