"""Meetings of Ada and Minerva, the invitations to them, and what another library reads in these."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files

import icalendar
import recurring_ical_events

from assistant.mentoring.facts import Address
from assistant.mentoring.schedule import Meeting
from assistant.writing.invite import Invitation

# local times without a zone are those of the meeting's own zone
STAMP = datetime(2026, 11, 3, 8, 40, tzinfo=UTC)
ROBIN = Address("assistant@example.org", "Ada Byron (her assistant)")
MINERVA_NAMED = 'CN="Minerva M":mailto:minerva@example.org'
MINERVA = Address("minerva@example.org", "Minerva M")
FIRST = datetime(2026, 11, 11, 15)  # noqa: DTZ001
COFFEE = Meeting("coffee-1@example.org", "minerva", "Coffee: Ada and Minerva", FIRST, "Europe/Madrid", 30)
SERIES = Meeting(
    "series-1@example.org",
    "minerva",
    "Mentoring: Ada and Minerva",
    datetime(2026, 12, 1, 16),  # noqa: DTZ001
    "Europe/Madrid",
    45,
    place="Café X; upstairs, left",
    rrule="FREQ=MONTHLY;UNTIL=20271102T150000Z;BYDAY=1TU",
    sequence=3,
)

ODD = (
    "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Cairo", "Egypt", "America/Nuuk", "America/Godthab",
    "America/Scoresbysund", "America/Vancouver", "America/Havana", "Asia/Jerusalem", "Asia/Gaza", "America/Santiago",
    "Australia/Lord_Howe", "Antarctica/Troll", "Europe/Dublin", "Pacific/Chatham",
)  # fmt: skip


def zone_data(zone: str) -> bytes:
    path = files("tzdata") / "zoneinfo" / zone
    if not path.is_file():
        raise KeyError(zone)
    return path.read_bytes()


def to(attendee: Address = MINERVA, agenda: str = "") -> Invitation:
    return Invitation(ROBIN, attendee, STAMP, zone_data, agenda)


def parsed(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    assert all(not event.errors for event in calendar.walk())
    return calendar


def starts(text: str, since: datetime, until: datetime) -> list[datetime]:
    """The starts that another library expands, in UTC."""
    found = recurring_ical_events.of(parsed(text)).between(since, until)
    return sorted(event["DTSTART"].dt.astimezone(UTC) for event in found)
