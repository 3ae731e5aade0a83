"""Times and zones of an outgoing calendar message: that each is one, and that every client reads the same instant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from assistant.writing.checker_tree import Component, Property

LOCAL_TIME, UTC_TIME = re.compile(r"[0-9]{8}T[0-9]{6}"), re.compile(r"[0-9]{8}T[0-9]{6}Z")
_TIME = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})Z?")
YEARS = range(1970, 2101)
_OFFSET = re.compile(r"[+-]\d{4}(?:\d{2})?")
_YEARLY = re.compile(r"FREQ=YEARLY;BYMONTH=\d{1,2};(?:BYMONTHDAY=[\d,]+;BYDAY=|BYDAY=-?[1-5])(?:MO|TU|WE|TH|FR|SA|SU)")


def instant(moment: Property) -> datetime | None:
    """A time as an instant; None where it is none, or falls into a clock change's gap (or its zone is unknown)."""
    naive = written(moment)
    if naive is None:
        return None
    if moment.value.endswith("Z"):
        return None if "TZID" in moment.parameters else naive.replace(tzinfo=UTC)
    zone = _zone(moment.parameters.get("TZID", ""))
    if zone is None:
        return None
    aware = naive.replace(tzinfo=zone)
    return aware if aware.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == naive else None


def written(moment: Property) -> datetime | None:
    """The time as it stands there, naive; None where it is none, or of a year in which nobody meets."""
    said = _TIME.fullmatch(moment.value)
    if said is None:
        return None
    year, month, day, hour, minute, second = map(int, said.groups())  # strptime takes ten times as long
    try:
        found = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - its zone comes after
    except ValueError:
        return None
    return found if found.year in YEARS else None


def is_day(start: Property, end: Property) -> bool:
    """Whether the two say one whole day, and nothing else."""
    if any(one.parameters != {"VALUE": "DATE"} or not re.fullmatch(r"[0-9]{8}", one.value) for one in (start, end)):
        return False
    try:
        first, after = (datetime.strptime(one.value, "%Y%m%d") for one in (start, end))  # noqa: DTZ007 - days
    except ValueError:
        return False
    return first.year in YEARS and after - first == timedelta(days=1)


def zone_faults(zone: Component) -> Iterator[str]:
    """What is wrong with a VTIMEZONE by itself: it is a known zone in yearly rules, as Outlook reads them (S4)."""
    if _zone(zone.get("TZID").value) is None:
        yield "a VTIMEZONE is of no zone that we know"
    if not zone.inner:
        yield "a VTIMEZONE has no STANDARD and no DAYLIGHT"
    for observance in zone.inner:
        begins = observance.get("DTSTART")
        if not LOCAL_TIME.fullmatch(begins.value) or written(begins) is None:
            yield f"{observance.name} does not start at a local time"
        for name in ("TZOFFSETFROM", "TZOFFSETTO"):
            if not _OFFSET.fullmatch(observance.get(name).value):
                yield f"{observance.name} has a bad {name}"
        rule = observance.find("RRULE")
        if rule and not (_YEARLY.fullmatch(rule.value) and _comes_true(rule.value)):
            yield f"{observance.name} is no yearly rule"


def wrong_time(zone: Component, moments: Collection[datetime]) -> datetime | None:
    """The first of these local times (naive) that the VTIMEZONE puts elsewhere than its IANA zone; None: all agree.

    A time that comes twice is the earlier one in both (RFC 5545 §3.3.5). `zone` is one without `zone_faults`.
    """
    known = _zone(zone.get("TZID").value)
    wanted = sorted(moments)
    onsets = sorted(
        (onset, _offset(observance.get("TZOFFSETTO").value))
        for observance in (zone.inner if wanted else ())
        for onset in _onsets(observance, wanted[0].year - 1, wanted[-1].year)
    )
    starts = [onset for onset, _ in onsets]
    for moment in wanted:
        at = bisect_right(starts, moment) - 1
        if at < 0 or onsets[at][1] != moment.replace(tzinfo=known).utcoffset():
            return moment
    return None


def _onsets(observance: Component, first: int, last: int) -> tuple[datetime, ...]:
    """When the observance begins (local time before the change) in these years; once where it has no rule."""
    begins = written(observance.get("DTSTART"))
    rule = observance.find("RRULE")
    if begins is None or rule is None:
        return (begins,) if begins else ()
    return _yearly(rule.value, begins, first, last)


@lru_cache(maxsize=256)
def _yearly(rule: str, begins: datetime, first: int, last: int) -> tuple[datetime, ...]:
    since = begins.replace(year=max(first, begins.year), month=1, day=1)
    until = since.replace(year=last + 1)
    return tuple(at for at in rrulestr(rule, dtstart=since).between(since, until, inc=True) if at >= begins)


def _offset(value: str) -> timedelta:
    length = timedelta(hours=int(value[1:3]), minutes=int(value[3:5]), seconds=int(value[5:] or 0))
    return -length if value[0] == "-" else length


@lru_cache(maxsize=256)
def _comes_true(rule: str) -> bool:
    """Whether the rule can be followed: a month 13 or a day 32 cannot."""
    try:
        return rrulestr(rule, dtstart=datetime(2000, 1, 1)).after(datetime(2000, 1, 1)) is not None  # noqa: DTZ001
    except (ValueError, TypeError, KeyError, IndexError):
        return False


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None
