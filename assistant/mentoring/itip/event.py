"""Calendar events as the iTIP broker sees them: values without text, book or clock (RFC 5545, RFC 5546).

Only what scheduling is decided by has a field of its own; all else is carried along as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)  # the stamp of what has none
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """How new something is: SEQUENCE first, then DTSTAMP (RFC 5546 §2.1.5). `stamp` is aware."""

    sequence: int = 0
    stamp: datetime = LONG_AGO


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as an event says it: `local` is naive; zone: an IANA name, "UTC", or "" for a floating time.

    day: a whole day, its midnight.
    """

    local: datetime
    zone: str = "UTC"
    day: bool = False

    @property
    def instant(self) -> datetime:
        """As an instant in UTC, to be compared within one event: floating times and unknown zones count as UTC."""
        zone = None if self.day or self.zone in ("", "UTC") else _zone(self.zone)
        return self.local.replace(tzinfo=zone or UTC).astimezone(UTC)

    def said(self, instant: datetime) -> Moment:
        """That instant, said as this one is."""
        zone = None if self.day or self.zone in ("", "UTC") else _zone(self.zone)
        return replace(self, local=instant.astimezone(zone or UTC).replace(tzinfo=None))


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@dataclass(frozen=True, slots=True)
class Party:
    """An ORGANIZER or ATTENDEE. `address` is compared as `address()` gives it.

    agent, force, outcome: RFC 6638 (SCHEDULE-AGENT, -FORCE-SEND, -STATUS). asked: the SEQUENCE since which an answer
    is wanted, None where the event's own counts. more: all other parameters.
    """

    address: str
    name: str = ""
    partstat: str = "NEEDS-ACTION"
    rsvp: bool = False
    sent_by: str = ""
    agent: str = "SERVER"
    force: str = ""
    outcome: str = ""
    asked: int | None = None
    more: Pairs = ()


@dataclass(frozen=True, slots=True)
class Property:
    """A property that decides nothing: SUMMARY, LOCATION, TRANSP, X-…; as written."""

    name: str
    value: str
    parameters: Pairs = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One VEVENT. `recurrence`: the occurrence it is about, None for the whole; onwards: and all after it.

    rule, listed, excluded: RRULE, RDATE, EXDATE. outcome: the codes of REQUEST-STATUS. alarms: subcomponents, as
    written: the holder's own.
    """

    uid: str
    version: Version = Version()
    recurrence: Moment | None = None
    onwards: bool = False
    start: Moment | None = None
    end: Moment | None = None
    duration: str = ""
    rule: str = ""
    listed: tuple[Moment, ...] = ()
    excluded: tuple[Moment, ...] = ()
    status: str = ""
    organizer: Party | None = None
    attendees: tuple[Party, ...] = ()
    properties: tuple[Property, ...] = ()
    outcome: str = ""
    alarms: tuple[str, ...] = ()

    @property
    def instant(self) -> datetime | None:
        """Which occurrence this is, as an instant: how it is told from others (calendar.md R7); None for the whole."""
        return self.recurrence.instant if self.recurrence else None

    @property
    def cancelled(self) -> bool:
        return self.status == "CANCELLED"

    def attendee(self, who: str) -> Party | None:
        return next((one for one in self.attendees if one.address == who), None)

    def with_attendee(self, party: Party) -> Event:
        """This event with that attendee put in, or put in the place of the one with the same address."""
        if self.attendee(party.address) is None:
            return replace(self, attendees=(*self.attendees, party))
        others = (party if one.address == party.address else one for one in self.attendees)
        return replace(self, attendees=tuple(others))

    def with_property(self, new: Property) -> Event:
        return replace(self, properties=(*(p for p in self.properties if p.name != new.name), new))


@dataclass(frozen=True, slots=True)
class Answer:
    """What one attendee answered to the whole (`instant` None) or to one occurrence.

    Kept beside the event, so that an answer to all and one to a single occurrence never touch (calendar.md R8).
    more: the attendee's other parameters from then on; properties: what they added for others to see (`rules.Rules`).
    """

    address: str
    instant: datetime | None
    partstat: str
    version: Version
    outcome: str = ""
    more: Pairs = ()
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """All that is stored of one UID: the master, its exceptions by their original start, and the answers.

    Without a master: exceptions that came alone (calendar.md R10).
    """

    master: Event | None = None
    exceptions: tuple[Event, ...] = ()
    answers: tuple[Answer, ...] = field(default=())

    @property
    def first(self) -> Event | None:
        """The master, or what stands in for it."""
        return self.master or next(iter(self.exceptions), None)

    @property
    def organizer(self) -> Party | None:
        return self.first.organizer if self.first else None

    def __iter__(self) -> Iterator[Event]:
        """The master first, then the exceptions in the order of their original starts."""
        yield from (*((self.master,) if self.master else ()), *self.exceptions)

    def at(self, instant: datetime | None) -> Event | None:
        """The event that stands for the whole, or for that occurrence by itself."""
        if instant is None:
            return self.master
        return next((one for one in self.exceptions if one.instant == instant), None)

    def put(self, event: Event) -> Stored:
        if event.instant is None:
            return replace(self, master=event)
        kept = (one for one in self.exceptions if one.instant != event.instant)
        return replace(self, exceptions=_sorted((*kept, event)))

    def answer(self, who: str, instant: datetime | None) -> Answer | None:
        return next((one for one in self.answers if (one.address, one.instant) == (who, instant)), None)

    def with_answer(self, new: Answer) -> Stored:
        kept = (one for one in self.answers if (one.address, one.instant) != (new.address, new.instant))
        answers = sorted((*kept, new), key=lambda one: (one.address, one.instant or LONG_AGO))
        return replace(self, answers=tuple(answers))


def stored(events: Iterable[Event]) -> Stored:
    """The events of one UID as they are stored. Of two that claim the same place the newer counts."""
    made = Stored()
    for event in sorted(events, key=lambda one: one.version):
        made = made.put(event)
    return made


def address(text: str) -> str:
    """A calendar address as it is compared: without `mailto:` and in lower case (calendar.md R6)."""
    bare = text.strip()
    return (bare[7:] if bare[:7].lower() == "mailto:" else bare).strip().lower()


def _sorted(events: Iterable[Event]) -> tuple[Event, ...]:
    return tuple(sorted(events, key=lambda one: one.instant or LONG_AGO))
