"""VTIMEZONE made of yearly rules, from the last line of a TZif file (a POSIX TZ string, RFC 8536 §3.3.1).

Outlook ignores RDATE (calendar.md S4), so a zone is written as rules or not at all: a zone whose clock does not follow
its own rule in the wanted years (Casablanca's Ramadan) is refused by name. A change at the end of a day is written a
second before it, as Windows writes its own zones: the midnight after Cairo's last Thursday of October may be in
November, which no yearly rule can say. Zone data is handed in: nothing is opened here.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from assistant.errors import AssistantError
from assistant.writing import ics

_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_NAME = r"(<[A-Za-z0-9+-]+>|[A-Za-z]{3,})"
_OFFSET = r"([+-]?\d{1,3}(?::\d{2}){0,2})"
_RULE = rf"M(\d{{1,2}})\.([1-5])\.([0-6])(?:/{_OFFSET})?"
_FOOTER = re.compile(rf"{_NAME}{_OFFSET}(?:{_NAME}{_OFFSET}?,{_RULE},{_RULE})?")
_SINCE = 1970
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


class ZoneRefused(AssistantError):
    """No VTIMEZONE made of rules would be right for this zone in these years."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A change of the clock: the `week`th `weekday` (0 = Sunday, week 5 = the last) of a month, `at` after midnight.

    `at` may be negative or longer than a day.
    """

    month: int
    week: int
    weekday: int
    at: timedelta

    def local(self, year: int) -> datetime:
        """The naive local time, on the clock as it was before the change."""
        first = datetime(year, self.month, 1)  # noqa: DTZ001 - local by nature
        days = (self.weekday - (first.weekday() + 1)) % 7 + 7 * (self.week - 1)
        day = first + timedelta(days=days)
        return (day if day.month == self.month else day - timedelta(days=7)) + self.at


@dataclass(frozen=True, slots=True)
class Observance:
    """One side of the clock: its name, its offset, the offset before it, and when it begins (None: always)."""

    name: str
    offset: timedelta
    before: timedelta
    begins: Rule | None = None


def vtimezone(tzid: str, data: bytes, first: date, last: date) -> str:
    """The VTIMEZONE component (CRLF) of the zone whose TZif file is `data`, right from `first` to `last` at least.

    Raises ZoneRefused, with the zone's name and the reason.
    """
    listed, footer = _read(tzid, data)
    observances = _observances(tzid, footer)
    _agree(tzid, listed, observances, first, last)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}", f"X-LIC-LOCATION:{tzid}"]
    summer = max(o.offset for o in observances) if len(observances) > 1 else None
    for observance in observances:
        # Dublin's winter is "daylight saving" of minus one hour in the data: clients want the later clock as DAYLIGHT
        lines += _component(tzid, observance, "DAYLIGHT" if observance.offset == summer else "STANDARD")
    return ics.document([*lines, "END:VTIMEZONE"])


def _component(tzid: str, observance: Observance, kind: str) -> list[str]:
    rule = observance.begins
    lines = [f"BEGIN:{kind}"]
    if rule is None:
        lines.append(f"DTSTART:{_SINCE}0101T000000")
    else:
        rule = replace(rule, at=rule.at - _SECOND) if rule.at == _DAY else rule
        lines += [f"DTSTART:{ics.local(rule.local(_SINCE))}", f"RRULE:FREQ=YEARLY;{_parts(tzid, rule)}"]
    return [
        *lines,
        f"TZOFFSETFROM:{_signed(observance.before)}",
        f"TZOFFSETTO:{_signed(observance.offset)}",
        f"TZNAME:{observance.name}",
        f"END:{kind}",
    ]


def _parts(tzid: str, rule: Rule) -> str:
    """The rule for the day on which it happens: a time beyond the day moves weekday and days of the month along."""
    shift = rule.at // _DAY
    weekday = _WEEKDAYS[(rule.weekday + shift) % 7]
    if not shift:
        week = -1 if rule.week == 5 else rule.week
        return f"BYMONTH={rule.month};BYDAY={week}{weekday}"
    length = {2: 0, 4: 30, 6: 30, 9: 30, 11: 30}.get(rule.month, 31)
    first = (length - 6 if rule.week == 5 else 7 * rule.week - 6) + shift
    if not length or first < 1 or first + 6 > length:
        raise ZoneRefused(f"{tzid}: no yearly rule can say when its clock changes")
    return f"BYMONTH={rule.month};BYMONTHDAY={','.join(str(first + n) for n in range(7))};BYDAY={weekday}"


def _signed(offset: timedelta) -> str:
    seconds = round(offset.total_seconds())
    sign, seconds = ("-" if seconds < 0 else "+"), abs(seconds)
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}" + (f"{seconds % 60:02}" if seconds % 60 else "")


def _observances(tzid: str, footer: str) -> tuple[Observance, ...]:
    found = _FOOTER.fullmatch(footer)
    if found is None:
        raise ZoneRefused(f"{tzid}: its zone data has no rule that we know")
    name, west, other, other_west, *rules = found.groups()
    offset = -_span(west)
    if other is None:
        return (Observance(name.strip("<>"), offset, offset),)
    shifted = -_span(other_west) if other_west else offset + timedelta(hours=1)
    begins, ends = _rule(rules[:4]), _rule(rules[4:])
    return (
        Observance(other.strip("<>"), shifted, offset, begins),
        Observance(name.strip("<>"), offset, shifted, ends),
    )


def _rule(parts: Sequence[str | None]) -> Rule:
    month, week, weekday, at = parts
    return Rule(int(month or 0), int(week or 0), int(weekday or 0), _span(at) if at else timedelta(hours=2))


def _span(text: str) -> timedelta:
    sign = -1 if text.startswith("-") else 1
    numbers = [int(n) for n in text.lstrip("+-").split(":")]
    return sign * timedelta(**dict(zip(("hours", "minutes", "seconds"), numbers, strict=False)))


def _agree(
    tzid: str,
    listed: Sequence[tuple[datetime, timedelta]],
    observances: tuple[Observance, ...],
    first: date,
    last: date,
) -> None:
    """Holds the rules against every change that the zone data lists: the rules begin where the list ends."""
    since = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    until = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    ruled = sorted(
        (o.begins.local(year).replace(tzinfo=UTC) - o.before, o.offset)
        for o in observances
        if o.begins
        for year in range(since.year - 1, until.year + 1)
    )
    listed_until = listed[-1][0] if listed else since
    changes = [c for n, c in enumerate(listed) if n == 0 or listed[n - 1][1] != c[1]]  # others change but a name
    before = [offset for at, offset in changes if at <= since]
    true = [(at, offset) for at, offset in changes if since < at <= until]
    true += [(at, offset) for at, offset in ruled if max(since, listed_until) < at <= until]
    said = [(at, offset) for at, offset in ruled if since < at <= until]
    if listed_until > since:
        start = [offset for at, offset in ruled if at <= since][-1:] or [observances[-1].offset]
        if true != said or (before and before[-1] != start[0]):
            raise ZoneRefused(f"{tzid}: its clock follows no yearly rule between {first} and {last}")


@lru_cache(maxsize=64)
def _read(tzid: str, data: bytes) -> tuple[tuple[tuple[datetime, timedelta], ...], str]:
    """Every listed change (UTC instant, offset from then on), and the rule for the time after the last one."""
    try:
        at = 44 + _size(data, 0, 4)  # the first block is for 32-bit readers
        isut, isstd, _, times, types, _ = struct.unpack_from(">6l", data, at + 20)
        body = at + 44
        instants = struct.unpack_from(f">{times}q", data, body)
        kinds = data[body + 8 * times : body + 9 * times]
        offsets = [struct.unpack_from(">l", data, body + 9 * times + 6 * n)[0] for n in range(types)]
        del isut, isstd
        end = at + 44 + _size(data, at, 8)
        if data[:4] != b"TZif" or data[at : at + 4] != b"TZif":
            raise ZoneRefused(f"{tzid}: its zone data cannot be read")
        footer = data[end:].split(b"\n")[1].decode("ascii")
        epoch = datetime(1970, 1, 1, tzinfo=UTC)
        listed = tuple(
            (epoch + timedelta(seconds=instant), timedelta(seconds=offsets[kind]))
            for instant, kind in zip(instants, kinds, strict=True)
            if instant > -(2**35)  # "since ever" in old files
        )
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise ZoneRefused(f"{tzid}: its zone data cannot be read") from error
    return listed, footer


def _size(data: bytes, at: int, width: int) -> int:
    """The length of a TZif block after its header of 44 bytes."""
    isut, isstd, leap, times, types, chars = struct.unpack_from(">6l", data, at + 20)
    return int(times * width + times + types * 6 + chars + leap * (width + 4) + isstd + isut)
