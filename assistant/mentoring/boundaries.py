"""When a person does not want to meet, as the protégé wrote it down (P112): days and hours, in the person's zone.

`boundaries: no Mondays, not before 10, not after 16:30`. What names neither a day nor an hour is about something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import lru_cache

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PARTS = {"morning": (None, time(12)), "afternoon": (time(12), time(18)), "evening": (time(18), None)}

_NAMED = r"(mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday|s|r|rs)?s?"  # "month" is no Monday
_DAY = re.compile(rf"\b{_NAMED}\b")
_SPAN = re.compile(rf"\b{_NAMED}\s*(?:-|–|to|until|through)\s*{_NAMED}\b")
_HOUR = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|h)?(?![\w:.])"
_SIDE = re.compile(rf"\b(before|until|after|from|past)\s+{_HOUR}")
_BETWEEN = re.compile(rf"(\b(?:between|from)\s+)?{_HOUR}\s*(?:-|–|to|and|until)\s*{_HOUR}")
_NOT = re.compile(r"\b(?:no|not|never|nothing|none|without|except)\b")


@dataclass(frozen=True, slots=True)
class Boundaries:
    """When meetings may be: weekdays (Monday is 0), not before `opens` and not beyond `closes`, the person's local."""

    days: frozenset[int] = frozenset(range(7))
    opens: time = time()
    closes: time | None = None
    away: tuple[tuple[time, time | None], ...] = ()  # parts of the day that are kept free

    def against(self, start: datetime, minutes: int) -> str:
        """What a meeting then (naive, the person's local) offends, as a clause; "" when nothing."""
        end = start + timedelta(minutes=minutes)
        if start.weekday() not in self.days:
            return f"wants no meetings on {WEEK[start.weekday()].title()}s"
        if start.time() < self.opens:
            return f"wants no meetings before {self.opens:%H:%M}"
        if self.closes is not None and (end.date() != start.date() or end.time() > self.closes):
            return f"wants no meetings after {self.closes:%H:%M}"
        for begins, ends in self.away:
            if start.time() >= begins if ends is None else start.time() < ends and end.time() > begins:
                return "keeps that part of the day free"
        return ""


@lru_cache(maxsize=64)
def boundaries(text: str) -> Boundaries:
    """What a `boundaries:` line says of days and hours. Anything else in it changes nothing."""
    found = Boundaries()
    for clause in re.split(r"[,;.\n]| but | and (?=(?:no|not|never|only)\b)", text.lower()):
        found = _with(found, clause.strip())
    return found


def _with(found: Boundaries, clause: str) -> Boundaries:
    """One clause more: of hours, else of days, else of parts of the day."""
    refuses = bool(_NOT.search(clause))
    hours = _hours(clause, refuses=refuses)
    if hours is not None:
        opens, closes = hours
        return replace(found, opens=opens or found.opens, closes=closes or found.closes)
    days = _days(clause)
    if days:
        return replace(found, days=found.days - days if refuses else found.days & days)
    parts = [span for name, span in PARTS.items() if refuses and name in clause]
    return replace(found, away=(*found.away, *((begins or time(), ends) for begins, ends in parts)))


def _hours(clause: str, *, refuses: bool) -> tuple[time | None, time | None] | None:
    """From when and until when, where the clause says so. "not before 10" opens at 10, and so does "after 10"."""
    between = _BETWEEN.search(clause)
    if between and not refuses and (between[1] or any((between[3], between[4], between[6], between[7]))):
        return _hour(between.groups()[1:4]), _hour(between.groups()[4:7])
    opens = closes = None
    for side, *hour in _SIDE.findall(clause):
        if (side in ("before", "until")) is refuses:
            opens = _hour(tuple(hour))
        else:
            closes = _hour(tuple(hour))
    return (opens, closes) if opens or closes else None


def _days(clause: str) -> frozenset[int]:
    short = [day[:3] for day in WEEK]
    found = {short.index(day) for day in _DAY.findall(clause)}
    for first, last in _SPAN.findall(clause):
        begins, ends = short.index(first), short.index(last)
        found |= {day % 7 for day in range(begins, ends + 1 if ends >= begins else ends + 8)}
    if "weekend" in clause:
        found |= {5, 6}
    return frozenset(found)


def _hour(groups: tuple[str | None, ...]) -> time | None:
    hour, minute, half = groups
    if not hour:
        return None
    number = int(hour) % 12 + 12 * (half == "pm") if half in ("am", "pm") else int(hour)
    return time(number, int(minute or 0)) if number < 24 and int(minute or 0) < 60 else None
