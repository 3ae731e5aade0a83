"""Meetings and when they happen: a stored event, its occurrences, and who answered what.

A meeting is anchored in its agreed IANA zone: `start` is naive local time there, so clock changes move nothing.
Occurrences are named by their original start as a UTC instant (RFC 5545 RECURRENCE-ID, compared as instants: R7).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.mentoring.recurrence import series

HORIZON = timedelta(days=400)
MOST = 400  # occurrences that are looked at (calendar.md R2)
NEAR = timedelta(hours=3)  # no clock is put further forward or back


@dataclass(frozen=True, slots=True)
class Change:
    """One occurrence that is not as the rule says: moved to `start` (naive local), at another place, or cancelled.

    start, place: None where it is at the time, or the place, of the series. sequence, stamp: of the message that said
    so, where somebody else organizes (RFC 5546 §2.1.5).
    """

    original: datetime  # UTC
    start: datetime | None = None
    cancelled: bool = False
    sequence: int = 0
    stamp: datetime | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """One attendee's answer, to the whole (occurrence None) or to one occurrence. Newer (sequence, stamp) wins."""

    email: str
    answer: str  # NEEDS-ACTION | ACCEPTED | DECLINED | TENTATIVE
    sequence: int
    stamp: datetime
    occurrence: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """Another time that an attendee's calendar proposed (COUNTER), until the protégé has answered: both UTC."""

    start: datetime
    occurrence: datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One calendar event between the protégé and one person. `rrule` "" is a single meeting.

    minutes is what was agreed; the calendar shows 5 fewer (S10). sequence is that of the last settled text, stamp the
    last DTSTAMP. state: "draft" until its invite was sent, then "invited", at last "cancelled".
    """

    uid: str
    person: str
    summary: str
    start: datetime  # naive, local to zone
    zone: str
    minutes: int
    purpose: str = "meeting"  # coffee | meeting
    place: str = ""
    rrule: str = ""
    sequence: int = 0
    stamp: datetime | None = None
    state: str = "draft"
    organizer: str = ""  # "" = we; else the person's own invite is the meeting (R9)
    only_ours: bool = False  # their invite names the assistant alone: it never reaches the protégé's calendar
    guests: tuple[str, ...] = ()  # who keeps the person's calendar and gets the same invite
    changes: tuple[Change, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    prompted: tuple[datetime, ...] = ()  # occurrences whose notes were asked for (UTC)
    prepared: tuple[datetime, ...] = ()  # occurrences whose prep went out (UTC)
    noted: tuple[datetime, ...] = ()  # occurrences whose notes came (UTC)
    weighed: tuple[datetime, ...] = ()  # occurrences on a holiday of which the protégé was asked (UTC)
    proposed: Proposed | None = None

    def instant(self, local: datetime) -> datetime:
        """A naive local time of this meeting as an instant in UTC."""
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    @property
    def begins(self) -> datetime:
        """The first start, in UTC."""
        return self.instant(self.start)

    def occurrences(self, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
        """(original start, actual start), both UTC, of what takes place from `since` up to `until`, in order."""
        changed = {c.original: c for c in self.changes}
        known = self._originals(until + HORIZON if self.changes else until)
        ruled = known[bisect_left(known, since) : bisect_right(known, until)]
        found: list[tuple[datetime, datetime]] = []
        for original in sorted({*ruled, *changed.keys() & known}):
            change = changed.get(original)
            if change and change.cancelled:
                continue
            actual = self.instant(change.start) if change and change.start else original
            if since <= actual <= until:
                found.append((original, actual))
        yield from sorted(found[:MOST], key=lambda pair: pair[1])

    def named(self, instant: datetime) -> datetime:
        """The original start (UTC) of the occurrence that a calendar means by `instant`; `instant` itself if of none.

        The nearest one: a series in a zone without yearly rules is sent in UTC (`writing.utc_series`), and what its
        clock puts at another hour is named by the hour of that rule.
        """
        bare = replace(self, changes=())
        near = [original for original, _ in bare.occurrences(instant - NEAR, instant + NEAR)]
        return min(near, key=lambda original: (abs(original - instant), original), default=instant)

    def next(self, now: datetime) -> tuple[datetime, datetime] | None:
        """The next occurrence after `now` as (original, actual), UTC, within 400 days; None when cancelled or past."""
        if self.state == "cancelled":
            return None
        return next(self.occurrences(now, now + HORIZON), None)

    def answer_of(self, email: str, occurrence: datetime | None = None) -> str:
        """The PARTSTAT of one attendee for the whole or one occurrence (which falls back on the whole)."""
        for wanted in (occurrence, None) if occurrence else (None,):
            for seen in self.attendance:
                if seen.email == email and seen.occurrence == wanted:
                    return seen.answer
        return "NEEDS-ACTION"

    def change_of(self, original: datetime) -> Change:
        """What is different about the occurrence with this original start (UTC); nothing, where nobody changed it."""
        return next((c for c in self.changes if c.original == original), Change(original))

    def place_of(self, original: datetime | None) -> str:
        """Where one occurrence takes place; where the whole does, for None and for a single meeting."""
        own = self.change_of(original).place if original is not None and self.rrule else None
        return self.place if own is None else own

    def with_change(self, change: Change) -> Meeting:
        kept = tuple(c for c in self.changes if c.original != change.original)
        return replace(self, changes=(*kept, change))

    def with_attendance(self, seen: Attendance) -> Meeting:
        kept = tuple(a for a in self.attendance if (a.email, a.occurrence) != (seen.email, seen.occurrence))
        return replace(self, attendance=(*kept, seen))

    def _originals(self, until: datetime) -> list[datetime]:
        """The original starts (UTC) up to `until`, in their order; a single meeting has its own, whenever it is."""
        return series(self.rrule, self.start, self.zone).until(until) if self.rrule else [self.begins]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A change of a meeting that people already know: `meeting` as it will be once the letter about it has left.

    method, occurrence: those of the letter (RFC 5546), so that the right one makes it true. One at most a meeting.
    """

    meeting: Meeting
    method: str
    occurrence: datetime | None = None


def actual_start(meeting: Meeting, original: datetime) -> datetime | None:
    """When the occurrence with this original start takes place (UTC); None where there is none."""
    bare = replace(meeting, changes=())
    if original not in {start for start, _ in bare.occurrences(original, original)}:
        return None
    change = meeting.change_of(original)
    if change.cancelled:
        return None
    return meeting.instant(change.start) if change.start else original
