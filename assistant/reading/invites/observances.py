"""A VTIMEZONE as a function from local times to offsets (RFC 5545 §3.6.5).

Only the rules that clocks are changed by are followed: once a year, on a day of a month. A definition that says
anything else, or less than it must, is not read at all: half a zone would be an hour wrong for half of the year
(calendar.md R5).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.reading.invites.lines import split

RULES_MOST, DATES_MOST, COUNT_MOST = 16, 2000, 200  # of one definition; the most that a real one has is about half
YEARS = range(1900, 2101)
NOT_YEARLY = 8  # years between two occurrences of a yearly rule, at most: 29 February around 1900 and 2100

_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_OFFSET = re.compile(r"([+-]?)(\d{2})([0-5]\d)([0-5]\d)?")
_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PARTS = frozenset({"FREQ", "INTERVAL", "WKST", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY"})


class _Unreadable(Exception):
    """A definition that cannot be followed."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """Every year in `month`, on the days of the month or of the week that are given; `until` in local time."""

    start: datetime
    month: int
    days: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]  # (which in the month, from the end where negative, 0 for any; weekday)
    until: datetime

    def of(self, year: int) -> Iterator[datetime]:
        """Its moments in a year, in order."""
        if self.start.year <= year <= self.until.year:
            for day in self._days(year):
                moment = self.start.replace(year=year, month=self.month, day=day)
                if self.start <= moment <= self.until:
                    yield moment

    def _days(self, year: int) -> Sequence[int]:
        first, last = monthrange(year, self.month)
        found = set(range(1, last + 1))
        if self.weekdays:
            found = set()
            for which, weekday in self.weekdays:
                those = range((weekday - first) % 7 + 1, last + 1, 7)
                if not which:
                    found.update(those)
                elif abs(which) <= len(those):
                    found.add(those[which - (which > 0)])
        if self.days:
            found &= {day if day > 0 else last + 1 + day for day in self.days}
        return sorted(found)

    def before(self, year: int) -> datetime | None:
        """Its last moment before a year."""
        latest = min(year - 1, self.until.year)
        for earlier in range(latest, max(latest - NOT_YEARLY, self.start.year) - 1, -1):
            moments = list(self.of(earlier))
            if moments:
                return moments[-1]
        return None


@dataclass(frozen=True, slots=True)
class _Observance:
    """From its onsets on (in local time by the offset `before`), `after` is the offset."""

    after: timedelta
    before: timedelta
    dates: tuple[datetime, ...]
    rule: _Rule | None

    def onsets(self, year: int) -> Iterator[datetime]:
        """Those of a year, and the last one before it."""
        yield from (moment for moment in self.dates if moment.year == year)
        earlier = [moment for moment in self.dates if moment.year < year]
        if self.rule:
            yield from self.rule.of(year)
            known = self.rule.before(year)
            earlier += [known] if known else []
        if earlier:
            yield max(earlier)


class Observances:
    """One VTIMEZONE. `steady`: its offset never changes."""

    def __init__(self, observances: Sequence[_Observance]) -> None:
        first = min(observances, key=lambda one: min(one.dates))
        self._observances, self._first = observances, first.before
        self.steady = len({one.after for one in observances} | {first.before}) == 1
        self._years: dict[int, tuple[list[datetime], list[timedelta | None]]] = {}

    def offset(self, local: datetime) -> timedelta | None:
        """The offset from UTC of a naive local time; of one that occurs twice the first, of one left out the earlier.

        None outside of the years that are followed, and where two changes at once say different things.
        """
        if local.year not in YEARS:
            return None
        moments, offsets = self.changes(local.year)
        at = bisect_right(moments, local)
        return offsets[at - 1] if at else self._first

    def changes(self, year: int) -> tuple[list[datetime], list[timedelta | None]]:
        """From when on (local) which offset holds: those of a year and the last ones before it, in order."""
        if year not in self._years:
            found: dict[datetime, set[tuple[timedelta, timedelta]]] = {}
            for one in self._observances:
                gap = max(one.after - one.before, timedelta(0))  # the hour that is left out is not of the new time
                for onset in one.onsets(year):
                    found.setdefault(onset, set()).add((gap, one.after))
            made = sorted((onset + min(said)[0], onset, said) for onset, said in found.items())
            self._years[year] = (
                [moment for moment, _, _ in made],
                [next(iter(said))[1] if len(said) == 1 else None for _, _, said in made],
            )
        return self._years[year]


def read(lines: Sequence[str]) -> Observances | None:
    """The zone that these lines of a VTIMEZONE define, or None where they cannot be followed. Never raises."""
    try:
        found = [_observance(block) for block in _blocks(lines)]
        dates, rules = sum(len(one.dates) for one in found), sum(one.rule is not None for one in found)
        return Observances(found) if found and dates <= DATES_MOST and rules <= RULES_MOST else None
    except (_Unreadable, ValueError, OverflowError):
        return None


def _blocks(lines: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    """The properties of each STANDARD and DAYLIGHT."""
    block: dict[str, list[str]] | None = None
    count = 0
    for line in lines:
        mark = line.upper()
        if mark in {"BEGIN:STANDARD", "BEGIN:DAYLIGHT"}:
            block, count = {}, count + 1
            if count > DATES_MOST:
                raise _Unreadable
        elif mark in {"END:STANDARD", "END:DAYLIGHT"} and block is not None:
            yield block
            block = None
        elif block is not None:
            found = split(line)
            if found:
                block.setdefault(found[0], []).append(found[1].text.strip())
    if block is not None:
        raise _Unreadable


def _observance(block: Mapping[str, Sequence[str]]) -> _Observance:
    """TZOFFSETFROM may be missing (R4): then it counts as no change of its own."""
    if not block.get("DTSTART") or not block.get("TZOFFSETTO") or len(block.get("RRULE", ())) > 1:
        raise _Unreadable
    after = _offset(block["TZOFFSETTO"][0])
    before = _offset(block["TZOFFSETFROM"][0]) if block.get("TZOFFSETFROM") else after
    start = _moment(block["DTSTART"][0])[0]
    listed = [one.partition("/")[0] for text in block.get("RDATE", ()) for one in text.split(",")]
    if len(listed) > DATES_MOST:
        raise _Unreadable
    rule = _rule(block["RRULE"][0], start, before) if block.get("RRULE") else None
    return _Observance(after, before, (start, *(_moment(text)[0] for text in listed)), rule)


def _offset(text: str) -> timedelta:
    found = _OFFSET.fullmatch(text)
    if found is None or int(found[2]) > 18:
        raise _Unreadable
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    return -offset if found[1] == "-" else offset


def _moment(text: str) -> tuple[datetime, bool]:
    """A local time, and whether it is said in UTC. A day alone is its midnight."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise _Unreadable
    return datetime(*(int(part or 0) for part in found.groups()[:6])), bool(found[7])  # type: ignore[arg-type]  # noqa: DTZ001 - local


def _rule(text: str, start: datetime, before: timedelta) -> _Rule:
    given = dict(part.partition("=")[::2] for part in text.upper().replace(" ", "").split(";") if part)
    start = start.replace(  # Notes repeats the time of DTSTART
        hour=int(given.pop("BYHOUR", start.hour)),
        minute=int(given.pop("BYMINUTE", start.minute)),
        second=int(given.pop("BYSECOND", start.second)),
    )
    if not given.keys() <= _PARTS or given.get("FREQ") != "YEARLY" or given.get("INTERVAL", "1") != "1":
        raise _Unreadable
    days = tuple(int(day) for day in given["BYMONTHDAY"].split(",")) if "BYMONTHDAY" in given else ()
    weekdays = tuple(_weekday(day) for day in given["BYDAY"].split(",")) if "BYDAY" in given else ()
    if (weekdays and "BYMONTH" not in given) or not all(1 <= abs(day) <= 31 for day in days):
        raise _Unreadable  # the days of a year, not of a month
    month = int(given.get("BYMONTH", start.month))
    if not 1 <= month <= 12:
        raise _Unreadable
    days = days or (() if weekdays else (start.day,))
    endless = _Rule(start, month, days, weekdays, datetime.max)  # noqa: DTZ901 - local
    if endless.before(start.year + NOT_YEARLY) is None:  # it never comes true: 30 February
        raise _Unreadable
    return replace(endless, until=_until(given, endless, before))


def _weekday(text: str) -> tuple[int, int]:
    found = _DAY.fullmatch(text)
    if found is None:
        raise _Unreadable
    return int(found[1] or 0), _WEEK.index(found[2])


def _until(given: Mapping[str, str], rule: _Rule, before: timedelta) -> datetime:
    """The last moment that the rule has, in local time."""
    if "UNTIL" in given:
        until, in_utc = _moment(given["UNTIL"])
        until = until if "T" in given["UNTIL"] else until.replace(hour=23, minute=59, second=59)
        return until + before if in_utc else until
    if "COUNT" not in given:
        return rule.until
    left = int(given["COUNT"])
    if not 1 <= left <= COUNT_MOST:
        raise _Unreadable
    for year in range(rule.start.year, rule.start.year + NOT_YEARLY * COUNT_MOST):
        for moment in rule.of(year):
            left -= 1
            if not left:
                return moment
    raise _Unreadable
