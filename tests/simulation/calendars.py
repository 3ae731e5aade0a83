"""A calendar as a real client keeps it: every REQUEST and CANCEL that an address received, applied in that order.

It knows RFC 5545 and RFC 5546 by `icalendar` and `dateutil` alone, and nothing of the assistant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import takewhile

from dateutil.rrule import rrulestr
from icalendar import Calendar as Parsed
from icalendar import Component
from icalendar.timezone import tzp

LONG = timedelta(hours=4)  # no meeting of ours is longer
HORIZON = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT as a client reads it. `one`: its RECURRENCE-ID as an instant; None is the whole. All instants UTC."""

    uid: str
    one: datetime | None
    sequence: int
    stamp: datetime
    start: datetime | None
    end: datetime | None
    rule: str
    off: frozenset[datetime]
    summary: str
    organizer: str
    attendee: str
    private: bool

    @property
    def version(self) -> tuple[int, datetime]:
        return self.sequence, self.stamp

    @property
    def times(self) -> tuple[object, ...]:
        return self.start, self.end, self.rule, self.off

    def starts(self, until: datetime) -> Iterator[datetime]:
        """The instants at which the rule of this event begins a meeting, EXDATEs left out."""
        if self.start is None:
            return
        if not self.rule:
            yield self.start.astimezone(UTC)
            return
        for at in takewhile(lambda at: at <= until, rrulestr(self.rule, dtstart=self.start)):
            if at.astimezone(UTC) not in self.off:
                yield at.astimezone(UTC)

    @property
    def lasts(self) -> timedelta:
        return self.end - self.start if self.start and self.end else timedelta()


@dataclass(frozen=True, slots=True)
class Message:
    """One iTIP message: its METHOD and its events."""

    method: str
    events: tuple[Event, ...]


@lru_cache(maxsize=4096)
def message(text: str) -> Message:
    """A calendar part, read as a client reads it."""
    tzp.use_zoneinfo()
    parsed = Parsed.from_ical(text)
    return Message(str(parsed["METHOD"]).upper(), tuple(_event(e) for e in parsed.walk("VEVENT")))


def _event(event: Component) -> Event:
    one = event.decoded("RECURRENCE-ID", None)
    lists = event.get("EXDATE", [])
    off = [moment.dt for dates in (lists if isinstance(lists, list) else [lists]) for moment in dates.dts]
    return Event(
        uid=str(event["UID"]),
        one=one.astimezone(UTC) if one else None,
        sequence=int(event.get("SEQUENCE", 0)),
        stamp=event.decoded("DTSTAMP"),
        start=event.decoded("DTSTART", None),
        end=event.decoded("DTEND", None),
        rule=event["RRULE"].to_ical().decode() if "RRULE" in event else "",
        off=frozenset(at.astimezone(UTC) for at in off),
        summary=str(event.get("SUMMARY", "")),
        organizer=str(event.get("ORGANIZER", "")).lower().removeprefix("mailto:"),
        attendee=str(event.get("ATTENDEE", "")).lower().removeprefix("mailto:"),
        private=str(event.get("CLASS", "")) == "PRIVATE",
    )


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A meeting that stands in a calendar. `original`: the start that its rule gives it. pair: "Ada and Minerva"."""

    start: datetime
    end: datetime
    uid: str
    original: datetime
    pair: str


@dataclass(slots=True)
class Entry:
    """What a client keeps of one UID."""

    whole: Event | None = None
    cancelled: bool = False
    version: tuple[int, datetime] | None = None
    ones: dict[datetime, Event] = field(default_factory=dict)
    gone: dict[datetime, tuple[int, datetime]] = field(default_factory=dict)

    def live(self, since: datetime, until: datetime) -> Iterator[Slot]:
        """What takes place and begins from `since` up to `until`."""
        if self.cancelled:
            return
        if self.whole is not None:
            for at in self.whole.starts(until + LONG if not self.ones else until + HORIZON):
                if at not in self.gone and at not in self.ones and since <= at <= until:
                    yield _slot(self.whole, at, at)
        for original, one in self.ones.items():
            if one.start and since <= one.start.astimezone(UTC) <= until:
                yield _slot(one, one.start.astimezone(UTC), original)

    def known(self, one: datetime) -> tuple[int, datetime] | None:
        """The version of one occurrence: its own, else that of the whole."""
        own = self.ones[one].version if one in self.ones else self.gone.get(one)
        return own if own is not None else self.version


def _slot(event: Event, at: datetime, original: datetime) -> Slot:
    return Slot(at, at + event.lasts, event.uid, original, event.summary.partition(":")[0])


@dataclass(slots=True)
class Diary:
    """Somebody's calendar."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def takes(self, text: str) -> None:
        """One message. What is stale changes nothing, as RFC 5546 §2.1.5 wants it."""
        came = message(text)
        for uid in {e.uid for e in came.events}:
            entry = self.entries.setdefault(uid, Entry())
            if came.method == "REQUEST":
                _requested(entry, [e for e in came.events if e.uid == uid])
            elif came.method == "CANCEL":
                for event in came.events:
                    _cancelled(entry, event)

    def live(self, since: datetime, until: datetime) -> list[Slot]:
        """All meetings that begin in between, in order."""
        return sorted(slot for entry in self.entries.values() for slot in entry.live(since, until))


def _requested(entry: Entry, events: list[Event]) -> None:
    whole = next((e for e in events if e.one is None), None)
    ones = {e.one: e for e in events if e.one is not None}
    if whole is not None:
        if entry.version is None or whole.version > entry.version:
            entry.whole, entry.version, entry.cancelled = whole, whole.version, False
            entry.ones, entry.gone = ones, {}
        return
    for at, one in ones.items():
        known = entry.known(at)
        if known is None or (one.version > known and not (entry.cancelled and one.sequence <= known[0])):
            entry.ones[at] = one
            entry.gone.pop(at, None)


def _cancelled(entry: Entry, event: Event) -> None:
    if event.one is None:
        if entry.version is None or event.version > entry.version:
            entry.cancelled, entry.version = True, event.version
        return
    known = entry.known(event.one)
    if known is None or event.version > known:
        entry.ones.pop(event.one, None)
        entry.gone[event.one] = event.version
