"""Calendar messages (iTIP, RFC 5546) from a stored meeting: REQUEST, CANCEL, DECLINECOUNTER.

Each is about the whole or about one occurrence. The assistant is ORGANIZER, so that answers come home; each message has
one attendee, the reader of its mail (S2). All is derived from what is handed in: the same meeting, people and stamp
give the same bytes. Every message passes `checker.check` before it is given out (S9).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from assistant.errors import AssistantError
from assistant.mentoring.facts import Address
from assistant.mentoring.schedule import Meeting
from assistant.writing import ics
from assistant.writing.checker import check
from assistant.writing.utc_series import NotInUtc, ruled
from assistant.writing.vtimezone import ZoneRefused, vtimezone

PRODID = "-//mentoring-assistant//Invites//EN"
EARLY = timedelta(minutes=5)  # S10
ALARM = timedelta(minutes=15)
UTC_NAMES = frozenset({"UTC", "Etc/UTC"})
YEARS = timedelta(days=5 * 366)  # how far an unbounded or counted series is looked at for its zone's rules
_FOR_EVER = datetime.max.replace(tzinfo=UTC)

ZoneData = Callable[[str], bytes]  # IANA name -> its TZif file; raises KeyError or ZoneRefused for an unknown one


class InviteRefused(AssistantError):
    """This meeting cannot be sent as an invite that every calendar reads rightly; the message says why."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a message needs beside the meeting: who, when stamped (aware), the agenda, the zone data.

    early: how long before the agreed end the calendar shows the end.
    """

    organizer: Address
    attendee: Address
    stamp: datetime
    zone_data: ZoneData
    agenda: str = ""
    early: timedelta = EARLY


def request(meeting: Meeting, invitation: Invitation, occurrence: datetime | None = None) -> str:
    """A REQUEST, as iCalendar text with CRLF: the whole meeting, or one moved occurrence alone (S6).

    `occurrence` is its original start (UTC); where it went stands in `meeting.changes`. The whole carries what was
    cancelled as EXDATE and what was moved as an exception (S7). The sequence is the meeting's.
    Raises InviteRefused: a series that neither its zone's rules nor UTC can say, a meeting that is somebody else's, or
    what `check` finds.
    """
    writer = _Writer("REQUEST", meeting, invitation)
    if occurrence is not None:
        return writer.message(writer.exception(occurrence))
    events = writer.master()
    for original in writer.elsewhere():
        events += writer.exception(original)
    return writer.message(events)


def cancel(meeting: Meeting, invitation: Invitation, occurrence: datetime | None = None) -> str:
    """A CANCEL of the whole, or of one occurrence (never the series), or of one person: the attendee alone (S6)."""
    writer = _Writer("CANCEL", meeting, invitation)
    return writer.message(writer.master() if occurrence is None else writer.exception(occurrence))


def decline_counter(meeting: Meeting, invitation: Invitation, occurrence: datetime | None = None) -> str:
    """A DECLINECOUNTER: the attendee's other time does not suit; the meeting stays as it is (R9, RFC 5546 §3.2.8)."""
    writer = _Writer("DECLINECOUNTER", meeting, invitation)
    named = [] if occurrence is None else [f"RECURRENCE-ID:{ics.utc(writer.ruled.get(occurrence, occurrence))}"]
    known = [line for line in writer.name() if line != "SEQUENCE:0"]  # that may stay out, and libical wants none
    return writer.message(["BEGIN:VEVENT", *known, *named, writer.organizer(), "END:VEVENT"])


class _Writer:
    """One message in the making. A zone that cannot be written as rules turns its meetings into UTC (S4)."""

    def __init__(self, method: str, meeting: Meeting, invitation: Invitation) -> None:
        if meeting.organizer:
            raise InviteRefused("the meeting is the other side's own invite: ours would double it")
        self.method, self.meeting, self.invitation = method, _single_in_place(meeting), invitation
        try:
            self.zone = ZoneInfo(meeting.zone)
        except (KeyError, ValueError, OSError) as error:  # ZoneInfoNotFoundError is a KeyError
            raise InviteRefused("the meeting's zone is none that we know") from error
        self.vtimezone = self._vtimezone()
        self.ruled = self._ruled()

    def message(self, events: list[str]) -> str:
        head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN", f"METHOD:{self.method}"]
        zone = "" if self.method == "DECLINECOUNTER" else self.vtimezone  # it has no times but in UTC
        made = ics.document(head) + zone + ics.document([*events, "END:VCALENDAR"])
        wrong = check(made)
        if wrong:
            raise InviteRefused(f"the invite would be broken: {'; '.join(wrong)}")
        return made

    def master(self) -> list[str]:
        meeting = self.meeting
        lines = self._times(meeting.start)
        if meeting.rrule:
            lines.append(f"RRULE:{meeting.rrule}")
            gone = sorted(c.original for c in meeting.changes if c.cancelled)
            if self.method == "REQUEST":
                lines += [self._originally("EXDATE", original) for original in gone]
        return list(self._event(lines, meeting.place))

    def elsewhere(self) -> list[datetime]:
        """The original starts of what differs from the series: moved, at another place, or shifted by the clock."""
        if not self.meeting.rrule:
            return []
        moved = {c.original for c in self.meeting.changes if (c.start or c.place is not None) and not c.cancelled}
        cancelled = {c.original for c in self.meeting.changes if c.cancelled}
        shifted = {original for original, said in self.ruled.items() if original != said}
        return sorted(moved | (shifted - cancelled))

    @cached_property
    def _originals(self) -> frozenset[datetime]:
        """The starts of the whole series, as its rule puts them, UTC."""
        if self.ruled:
            return frozenset(self.ruled)
        unchanged = _unchanged(self.meeting)
        return frozenset(start for start, _ in unchanged.occurrences(unchanged.begins, _FOR_EVER))

    def exception(self, original: datetime) -> list[str]:
        """One occurrence, named by its original start, where it is now (its old place for a cancelled one)."""
        if not self.meeting.rrule:
            raise InviteRefused("a single meeting has no occurrences")
        if original not in self._originals:
            raise InviteRefused("the series has no meeting at that time")
        change = self.meeting.change_of(original)
        start = change.start if change.start and not change.cancelled else self._local(original)
        times = [self._originally("RECURRENCE-ID", original), *self._times(start)]
        return list(self._event(times, self.meeting.place_of(original)))

    def name(self) -> list[str]:
        stamp = ics.utc(self.invitation.stamp)
        return [f"UID:{self.meeting.uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{self.meeting.sequence}"]

    def organizer(self) -> str:
        return f"ORGANIZER{_named(self.invitation.organizer)}"

    def _event(self, times: list[str], place: str) -> Iterator[str]:
        meeting, invitation = self.meeting, self.invitation
        asking = self.method == "REQUEST"
        yield "BEGIN:VEVENT"
        yield from self.name()
        yield from times
        yield f"SUMMARY:{ics.line_of_text(meeting.summary)}"
        if place:
            yield f"LOCATION:{ics.line_of_text(place)}"
        if invitation.agenda and asking:
            yield f"DESCRIPTION:{ics.text(invitation.agenda)}"
        yield self.organizer()
        status = ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" if asking else ""
        yield f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT{status}{_named(invitation.attendee)}"
        yield f"STATUS:{'CANCELLED' if self.method == 'CANCEL' else 'CONFIRMED'}"
        if asking:
            minutes = ALARM // timedelta(minutes=1)
            yield "TRANSP:OPAQUE"
            yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{ics.line_of_text(meeting.summary)}")
            yield from (f"TRIGGER:-PT{minutes}M", "END:VALARM")
        yield "END:VEVENT"

    def _times(self, start: datetime) -> list[str]:
        """DTSTART and DTEND; the end is counted in real time, also over a clock change.

        A very short meeting, of which little would be left, ends when it was agreed to.
        """
        agreed, early = timedelta(minutes=self.meeting.minutes), self.invitation.early
        length = agreed - early if agreed >= 2 * early else agreed
        end = self._local(self.meeting.instant(start) + length)
        return [self._moment("DTSTART", start), self._moment("DTEND", end)]

    def _moment(self, name: str, local: datetime) -> str:
        if self.vtimezone:
            return f"{name};TZID={self.meeting.zone}:{ics.local(local)}"
        return f"{name}:{ics.utc(self.meeting.instant(local))}"

    def _originally(self, name: str, original: datetime) -> str:
        """An occurrence by its original start, as the rule of the series gives it."""
        said = self.ruled.get(original)
        return f"{name}:{ics.utc(said)}" if said else self._moment(name, self._local(original))

    def _local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone).replace(tzinfo=None)

    def _vtimezone(self) -> str:
        """ "" where times are said in UTC: a zone that is UTC, or has no rules in these years."""
        meeting = self.meeting
        if meeting.zone in UTC_NAMES:
            return ""
        try:
            return vtimezone(meeting.zone, self.invitation.zone_data(meeting.zone), *_span(meeting))
        except (KeyError, ZoneRefused):
            return ""

    def _ruled(self) -> dict[datetime, datetime]:
        """How a series in UTC names its occurrences; empty where it names them by their own start."""
        if self.vtimezone or not self.meeting.rrule or self.meeting.zone in UTC_NAMES:
            return {}
        try:
            return ruled(self.meeting, YEARS)
        except NotInUtc as error:
            zone = self.meeting.zone
            why = f"the clock of {zone} follows no yearly rule, and the series cannot be written in UTC: {error}"
            raise InviteRefused(why) from error


def _named(address: Address) -> str:
    """`;CN="…":mailto:…`. An address that is not plain is refused by `check`."""
    return ics.person(address.name, address.email)


def _unchanged(meeting: Meeting) -> Meeting:
    return replace(meeting, changes=())


def _single_in_place(meeting: Meeting) -> Meeting:
    """A single meeting that was moved is simply at its new time: only a series has occurrences."""
    moved = [c.start for c in meeting.changes if c.start and not c.cancelled]
    if meeting.rrule or not moved:
        return meeting
    return replace(meeting, start=moved[-1], changes=())


def _span(meeting: Meeting) -> tuple[datetime, datetime]:
    """First and last moment of the meeting, moved occurrences and all (naive local; only the days matter)."""
    moments = [meeting.start, *(c.start for c in meeting.changes if c.start)]
    last = max(moments)
    if meeting.rrule:
        until = re.search(r"UNTIL=(\d{8})", meeting.rrule)
        try:
            end = datetime.strptime(until[1], "%Y%m%d") if until else meeting.start + YEARS  # noqa: DTZ007 - a day
        except ValueError as error:
            raise InviteRefused("the end of the series is no day") from error
        last = max(last, end)
    return min(moments), last


__all__ = ["Invitation", "InviteRefused", "ZoneData", "cancel", "check", "decline_counter", "request"]
