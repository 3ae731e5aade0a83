"""What a rule makes of a date: within the calendar, with its year, marked when it is past."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.dates.words import DAY_NUMBER, Found, Moment

# What reads one kind of date: the words that matched, the moment of writing, whether the text looks back.
Rule = Callable[[re.Match[str], Moment, bool], "Found | None"]
Rules = tuple[tuple[re.Pattern[str], Rule], ...]

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_SLIP = timedelta(days=31)  # a date without a year that was less than this ago is a slip, not next year's
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 1, 1)
_MOST = 400  # units: nobody plans further ahead
_WORKING = re.compile(r"work|business|week ?d", re.IGNORECASE)


def question(match: re.Match[str], ask: str) -> Found:
    return Found(match.start(), match.end(), None, ask=ask)


def make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def span(
    match: re.Match[str], first: date | None, last: date | None, moment: Moment, grain: str = "day"
) -> Found | None:
    if first is None or not _EARLIEST < first < _LATEST:
        return None
    last = last or first
    return Found(match.start(), match.end(), first, last, grain, past=last < moment.today)


def year_of(word: str | None) -> int | None:
    if not word:
        return None
    digits = int(word.lstrip("'’"))
    return digits if digits > 99 else 2000 + digits


def dated(year: int | None, month: int, day: int, moment: Moment, *, back: bool) -> date | None:
    """The date of a day and month: the year said, else the next such date (the last one when looking back).

    One that was just missed is given as it was, in the past, so that it can be asked."""
    if year is not None:
        return make(year, month, day)
    today = moment.today
    this = make(today.year, month, day)
    if back:
        return this if this and this <= today else make(today.year - 1, month, day)
    if this is None or this < today - _SLIP:
        return next((d for y in range(1, 5) if (d := make(today.year + y, month, day))), None)
    return this


def weekday_after(today: date, weekday: int, which: str = "") -> date:
    """`fri` on a Friday is a week later; `next tue` is the Tuesday of the next calendar week."""
    if which == "next":
        return monday_of(today) + WEEK + timedelta(days=weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def weekday_number(word: str) -> int:
    return DAY_NUMBER[word[:3].lower()]


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def shifted(day: date, number: float, unit: str) -> date | None:
    """So many days, working days (Monday to Friday), weeks, fortnights, months, quarters, years or hours from a day."""
    if abs(number) > _MOST:
        return None
    unit = unit.lower()
    if _WORKING.match(unit):
        step, left = (_DAY if number > 0 else -_DAY), abs(round(number))
        while left:
            day += step
            left -= day.weekday() < 5
        return day
    months = {"m": 1, "q": 3, "y": 12}.get(unit[0])
    if months:
        return day + relativedelta(months=round(number * months))
    return day + timedelta(days=round(number * {"h": 1 / 24, "d": 1, "w": 7, "f": 14}[unit[0]]))
