"""Whether a change matters to those who are invited: another time, rule or state (RFC 5546 §2.1.4, calendar.md S3)."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from assistant.mentoring.itip.event import Event, Moment, Stored

DEFAULTS = frozenset({"INTERVAL=1", "WKST=MO"})


class _Times(NamedTuple):
    start: tuple[datetime, bool] | None
    zone: str
    end: tuple[datetime, bool] | None
    duration: str
    rule: tuple[str, ...]
    listed: frozenset[datetime]


def same_times(one: Event, other: Event) -> bool:
    """Whether two events are at the same times: start, end and rule, however they are written."""
    return _times(one) == _times(other)


def same_rule(rule: str) -> tuple[str, ...]:
    """A rule in one order and without what goes without saying."""
    return tuple(sorted({part.upper() for part in rule.split(";") if part} - DEFAULTS))


def is_significant(old: Stored, new: Stored) -> bool:
    """Whether anything of time, rule or state differs between two versions of an event."""
    return _weight(old) != _weight(new)


def raises(old: Stored, new: Stored) -> bool:
    """Whether a change gets the next SEQUENCE: a significant one, and another place (calendar.md S3)."""
    return is_significant(old, new) or _places(old) != _places(new)


def _times(event: Event) -> _Times:
    listed = frozenset(one.instant for one in event.listed)
    zone = event.start.zone if event.rule and event.start else ""  # a series follows the clock of its zone
    return _Times(_when(event.start), zone, _when(event.end), event.duration, same_rule(event.rule), listed)


def _when(moment: Moment | None) -> tuple[datetime, bool] | None:
    return (moment.instant, moment.day) if moment else None


def _places(known: Stored) -> dict[datetime | None, frozenset[str]]:
    return {
        event.instant: frozenset(one.value for one in event.properties if one.name == "LOCATION") for event in known
    }


def _weight(known: Stored) -> dict[datetime | None, object]:
    return {
        event.instant: (_times(event), frozenset(one.instant for one in event.excluded), event.status or "CONFIRMED")
        for event in known
    }
