"""Series of an outgoing calendar message: rules that every client expands alike, exceptions that are of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from assistant.writing.checker_times import UTC_TIME, instant, written, wrong_time
from assistant.writing.checker_tree import Component, Property

MOST = 400  # occurrences that are looked at
_PARTS = re.compile(r"[A-Z]+=[A-Z0-9,+-]+")
_BYDAY = re.compile(r"[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"})


def rule_faults(value: str, start: Property) -> Iterator[str]:
    """What is wrong with the RRULE of an event that starts at `start`, a time without fault (S5)."""
    parts = value.split(";")
    given = dict(part.split("=", 1) for part in parts if _PARTS.fullmatch(part))
    if len(given) != len(parts):
        yield "RRULE is malformed"
        return
    unknown = given.keys() - _KNOWN
    if unknown:
        yield f"RRULE has {', '.join(sorted(unknown))}"
    if given.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        yield "RRULE has no FREQ from DAILY to YEARLY"
        return
    if not re.fullmatch(r"[1-9]\d{0,2}", given.get("INTERVAL", "1")) or int(given.get("INTERVAL", "1")) > 366:
        yield "INTERVAL is not 1 to 366"
        return
    if not all(_BYDAY.fullmatch(day) for day in given.get("BYDAY", "MO").split(",")):
        yield "BYDAY is malformed"
    if {"29", "30", "31"} & set(given.get("BYMONTHDAY", "").split(",")):
        yield "BYMONTHDAY leaves out months"  # S5: -1 is the last day
    if ("UNTIL" in given) == ("COUNT" in given):
        yield "a series needs one of UNTIL and COUNT"  # it ends with the agreement (S5)
    if "UNTIL" in given and (
        not UTC_TIME.fullmatch(given["UNTIL"]) or instant(Property("UNTIL", {}, given["UNTIL"])) is None
    ):
        yield "UNTIL is not in UTC"
        return
    yield from _first(value, start)


def _first(value: str, start: Property) -> Iterator[str]:
    """S5: DTSTART is the first occurrence of the rule, and not in the hours of clock changes."""
    local = written(start)
    if local and "TZID" in start.parameters and local.hour < 4:
        yield "a series starts between 00:00 and 04:00"
    try:
        first = next(_occurrences(value, start), None)
    except (ValueError, TypeError, KeyError, IndexError):
        yield "RRULE cannot be read"
        return
    if first is None:
        yield "UNTIL is before the start"
    elif first != local:
        yield "DTSTART is not in the rule"


def series_faults(calendar: Component) -> Iterator[str]:
    """What is wrong with a message whose events are each without fault: exceptions that its rule does not give, and
    times that its VTIMEZONE puts elsewhere than they are meant."""
    events = calendar.all("VEVENT")
    master = next((e for e in events if e.find("RECURRENCE-ID") is None), None)
    rule = master.find("RRULE") if master else None
    starts = list(_occurrences(rule.value, master.get("DTSTART"))) if master and rule else []
    named = [p for e in events for p in e.properties if p.name in {"RECURRENCE-ID", "EXDATE"}]
    if len({instant(p) for p in named}) != len(named):
        yield "an occurrence is named twice"
    if master is not None and len(starts) < MOST and any(written(p) not in starts for p in named):
        yield "RECURRENCE-ID or EXDATE is not in the rule"
    for zone in calendar.all("VTIMEZONE"):
        at = wrong_time(zone, {*_times(events), *starts})
        if at is not None:
            yield f"the VTIMEZONE is not that of {zone.get('TZID').value} at {at:%Y-%m-%d %H:%M}"


def _times(events: list[Component]) -> Iterator[datetime]:
    for event in events:
        for moment in event.properties:
            at = written(moment) if "TZID" in moment.parameters else None
            if at is not None:
                yield at


def _occurrences(rule: str, start: Property) -> Iterator[datetime]:
    """The starts that the rule gives, as DTSTART is written (naive), up to UNTIL, 400 at most."""
    begins, zone = written(start), ZoneInfo(start.parameters.get("TZID", "UTC"))
    until = re.search(r"UNTIL=(\d{8}T\d{6}Z)", rule)
    last = instant(Property("UNTIL", {}, until[1])) if until else None
    unbounded = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    for at in islice(rrulestr(unbounded, dtstart=begins), MOST):
        if last is not None and at.replace(tzinfo=zone).astimezone(UTC) > last:
            return
        yield at


__all__ = ["MOST", "rule_faults", "series_faults"]
