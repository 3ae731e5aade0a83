"""Business days and the hours in which mail to people may leave (`policy.md`).

A business day is a working day for everybody concerned: weekends and public holidays of **both** sides are skipped.
Days are local dates; moments are aware.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import holidays

FAR = 750  # days: no search for a working day goes further


@lru_cache(maxsize=64)
def _national(country: str) -> holidays.HolidayBase | None:
    """The public holidays of "ES" or "ES-MD"; None for an unknown or empty country."""
    name, _, part = country.partition("-")
    if not name:
        return None
    try:
        return holidays.country_holidays(name, subdiv=part or None)
    except NotImplementedError:
        return _national(name) if part else None


@lru_cache(maxsize=8192)
def _is_off(country: str, day: date) -> bool:
    national = _national(country)
    if national is None:
        return day.weekday() >= 5
    return day.weekday() in national.weekend or day in national


def holiday_name(country: str, day: date) -> str:
    """What is celebrated that day in that country, "" when nothing is."""
    national = _national(country)
    return str(national.get(day) or "") if national is not None else ""


def said_day(day: date) -> str:
    """A day as people write it, "Tue 24 Nov 2026"."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def short_day(day: date) -> str:
    """A day of these months, "Tue 24 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def zone(name: str) -> ZoneInfo:
    """The zone, or UTC for a name that is none (configuration and commands are checked before)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of everybody concerned, and days on which nothing goes out (`away`, both ends included)."""

    countries: tuple[str, ...] = ("",)
    away: tuple[tuple[date, date], ...] = ()

    def is_business(self, day: date) -> bool:
        return not any(_is_off(country, day) for country in self.countries) and not self.is_away(day)

    def is_away(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.away)

    def first(self, day: date) -> date:
        """`day` if it is a business day, else the next one."""
        for ahead in range(FAR):
            candidate = day + timedelta(days=ahead)
            if self.is_business(candidate):
                return candidate
        return day

    def add(self, day: date, count: int) -> date:
        """The `count`-th business day after `day` (before it, for a negative count)."""
        step = 1 if count > 0 else -1
        left = abs(count)
        for _ in range(FAR):
            if left == 0:
                break
            day += timedelta(days=step)
            left -= self.is_business(day)
        return day

    def between(self, first: date, last: date) -> int:
        """How many business days lie after `first` up to and including `last`."""
        span = min((last - first).days, FAR)
        return sum(self.is_business(first + timedelta(days=n)) for n in range(1, span + 1))


def shared(countries: Sequence[str], away: tuple[tuple[date, date], ...] = ()) -> Calendar:
    """The calendar of people in these countries; an unknown country adds nothing where another is known."""
    known = tuple(dict.fromkeys(c for c in countries if c))
    return Calendar(known or ("",), away)


def is_year_end(day: date) -> bool:
    """20 December to 3 January: nobody's mind is on new things (`policy.md`, sending window)."""
    return (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 3)


def first_allowed(at: datetime, calendar: Calendar, zone_name: str, opens: int, closes: int) -> datetime:
    """The first moment from `at` on inside the sending window of the reader's zone, as UTC.

    opens, closes: full hours, local; the window is [opens, closes) on business days outside the year's end.
    """
    local = at.astimezone(zone(zone_name))
    day = local.date()
    for ahead in range(FAR):
        candidate = day + timedelta(days=ahead)
        if not calendar.is_business(candidate) or is_year_end(candidate):
            continue
        opening = datetime.combine(candidate, time(opens), local.tzinfo)
        closing = datetime.combine(candidate, time(), local.tzinfo) + timedelta(hours=closes)  # 24 is no `time`
        if at < closing:
            return max(at, opening).astimezone(UTC)
    return at.astimezone(UTC)
