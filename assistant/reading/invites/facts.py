"""What a calendar says, as data: every event of it, whatever its METHOD, its size and its sense (calendar.md R4).

A tolerant reader, below the guards: what it cannot read it says so, event by event, and judges nothing. What may be
acted on is `invite`'s to say. Never raises; the same text gives the same facts, whatever was read before (R3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from icalendar.parser import unescape_backslash

from assistant.reading.invites import lines as invite_lines
from assistant.reading.invites.lines import Event, Lines, Value
from assistant.reading.invites.zones import Zones

EVENTS_MOST = 2000  # that are read; the rest is only counted

_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_DURATION = re.compile(
    r"([+-]?)P(?=[\dT])(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?"
)
_MAILTO = re.compile(r"\A\s*mailto:\s*", re.IGNORECASE)
_MAILBOX = re.compile(r"""(?:[^<>]{0,200}<)?\s*([^\s@<>,;:"()]{1,64}@[a-z0-9.-]{1,253})\s*>?\s*(?:\?.*)?""")
_ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "ORGANIZER", "RRULE", "RECURRENCE-ID")
_WORDS = frozenset({"SUMMARY", "LOCATION", "COMMENT"})


class Kind(StrEnum):
    """What a time in a calendar is."""

    UTC = "utc"
    ZONED = "tz"
    FLOATING = "floating"
    DAY = "date"
    UNREADABLE = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time as written. `local` is naive, midnight for a day, None where it cannot be read.

    aware: the moment meant, None for a day, a floating time and a zone that nobody knows. lasts: whether the zone of
    `aware` is right for a series too, not for this moment alone. onwards: a RECURRENCE-ID that means all after it.
    """

    kind: Kind
    local: datetime | None = None
    aware: datetime | None = None
    zone: str = ""
    lasts: bool = True
    onwards: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    """An ORGANIZER or ATTENDEE: `value` without "mailto:" in lower case, `email` "" where it is no mail address.

    sent_by: the address of who acts for them (SENT-BY), as they claim. The other parameters are as written; all are ""
    where absent.
    """

    value: str
    email: str
    status: str = ""
    role: str = ""
    rsvp: str = ""
    sent_by: str = ""


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One VEVENT. Words are unescaped and otherwise as written: untrusted (R11).

    sequence: None where absent, -1 where it is no number. end: DTEND, or DTSTART and DURATION, None for neither.
    double: properties that may occur once and have several values, and "ends" for a DTEND beside another DURATION.
    broken: properties without any value. longest: the longest line of meaning, by name and length.
    """

    calendar: int
    uid: str = ""
    stamp: When | None = None
    sequence: int | None = None
    status: str = ""
    summary: str = ""
    place: str = ""
    comment: str = ""
    rule: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    start: When | None = None
    end: When | None = None
    recurrence: When | None = None
    excluded: tuple[When, ...] = ()
    listed: tuple[When, ...] = ()
    double: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    longest: tuple[str, int] = ("", 0)


@dataclass(frozen=True, slots=True)
class CalendarFacts:
    """All that a text holds: how many VCALENDARs, every METHOD, how many VEVENTs, of which `events` are read.

    depth: how far components are nested. whole: nothing was left out for its size.
    """

    calendars: int
    methods: tuple[str, ...]
    events: tuple[EventFacts, ...]
    count: int
    depth: int = 0
    whole: bool = True


def facts(text: str) -> CalendarFacts:
    """What a calendar's text says. Of one beyond the limits (1,000,000 characters, 2,000 events) the first part."""
    return of_lines(invite_lines.read(text))


def of_lines(found: Lines) -> CalendarFacts:
    """The facts of a calendar whose lines are read already. A zone counts in the calendar that defines it."""
    definitions: dict[int, list[Sequence[str]]] = {}
    for where, lines in found.zones:
        definitions.setdefault(where, []).append(lines)
    read = found.events[:EVENTS_MOST]
    zones = {where: Zones(definitions.get(where, ())) for where in {event.calendar for event in read}}
    return CalendarFacts(
        calendars=found.calendars,
        methods=tuple(found.methods),
        events=tuple(_event(event, zones[event.calendar]) for event in read),
        count=len(found.events),
        depth=found.depth,
        whole=found.whole and len(found.events) <= EVENTS_MOST,
    )


def _event(event: Event, zones: Zones) -> EventFacts:
    start = _when(event.find("DTSTART"), zones)
    given, lasts = _when(event.find("DTEND"), zones), _after(start, event.find("DURATION"), zones)
    double = [name for name in _ONCE if len({(v.text.strip(), v.parameters.get("TZID")) for v in event.all(name)}) > 1]
    uid, organizer = event.find("UID"), event.find("ORGANIZER")
    rule, status = event.find("RRULE"), event.find("STATUS")
    return EventFacts(
        calendar=event.calendar,
        uid=unescape_backslash(uid.text) if uid else "",
        stamp=_when(event.find("DTSTAMP"), zones),
        sequence=_sequence(event.find("SEQUENCE")),
        status=status.text.strip().upper() if status else "",
        summary=_words(event, "SUMMARY"),
        place=_words(event, "LOCATION"),
        comment=_words(event, "COMMENT"),
        rule=rule.text.strip() if rule else "",
        organizer=_attendee(organizer) if organizer else None,
        attendees=tuple(_attendee(value) for value in event.all("ATTENDEE")),
        start=start,
        end=given or lasts,
        recurrence=_when(event.find("RECURRENCE-ID"), zones),
        excluded=tuple(_list(event.all("EXDATE"), zones)),
        listed=tuple(_list(event.all("RDATE"), zones)),
        double=tuple(double if not given or not lasts or given.aware == lasts.aware else [*double, "ends"]),
        broken=tuple(sorted(event.broken - _WORDS)),
        longest=_longest(event),
    )


def _longest(event: Event) -> tuple[str, int]:
    sizes = [(max(value.size for value in values), name) for name, values in event.values.items()]
    size, name = max(sizes, default=(0, ""))
    return name, size


def _words(event: Event, name: str) -> str:
    found = event.find(name)
    return unescape_backslash(found.text) if found else ""


def _sequence(value: Value | None) -> int | None:
    if value is None:
        return None
    return int(value.text) if re.fullmatch(r"\s*[0-9]{1,18}\s*", value.text) else -1


def _attendee(value: Value) -> Attendee:
    """Addresses without case and `mailto:` (R6); Apple's EMAIL parameter where the value is no mail address."""
    text, given = _MAILTO.sub("", value.text, count=1).strip().lower(), value.parameters
    return Attendee(
        value=text,
        email=_mailbox(text) or _mailbox(given.get("EMAIL", "")),
        status=given.get("PARTSTAT", ""),
        role=given.get("ROLE", ""),
        rsvp=given.get("RSVP", ""),
        sent_by=_mailbox(given.get("SENT-BY", "")),
    )


def _mailbox(text: str) -> str:
    found = _MAILBOX.fullmatch(_MAILTO.sub("", text, count=1).lower())
    return found[1] if found else ""


# --- times


def _when(value: Value | None, zones: Zones) -> When | None:
    return None if value is None else _time(value.text.strip(), value.parameters, zones)


def _list(values: Sequence[Value], zones: Zones) -> Iterator[When]:
    """The dates of EXDATE and RDATE; of a period its beginning."""
    for value in values:
        for text in value.text.split(","):
            if text.strip():
                yield _time(text.partition("/")[0].strip(), value.parameters, zones)


def _time(text: str, parameters: Mapping[str, str], zones: Zones) -> When:
    onwards = "RANGE" in parameters
    found = _TIME.fullmatch(text)
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6]) if found else (0,) * 6
        local = datetime(year, month, day, hour, minute, 59 if second == 60 else second)  # noqa: DTZ001 - its zone comes next
    except ValueError:  # no day of any calendar
        return When(Kind.UNREADABLE, onwards=onwards)
    if found is None or found[4] is None:
        return When(Kind.DAY, local, onwards=onwards)
    if found[7]:
        return When(Kind.UTC, local, local.replace(tzinfo=UTC), onwards=onwards)
    tzid = parameters.get("TZID", "")
    if not tzid:
        return When(Kind.FLOATING, local, onwards=onwards)
    return When(Kind.ZONED, local, zones.aware(local, tzid), tzid, zones.lasts(local, tzid), onwards)


def _after(start: When | None, lasts: Value | None, zones: Zones) -> When | None:
    """DTSTART and DURATION: days are days of the calendar, hours are hours of a clock (RFC 5545 §3.3.6)."""
    if start is None or lasts is None:
        return None
    found = _DURATION.fullmatch(lasts.text.strip().upper())
    if found is None or start.local is None:
        return When(Kind.UNREADABLE)
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
    sign = -1 if found[1] == "-" else 1
    try:
        local = start.local + sign * timedelta(weeks=weeks, days=days)
        span = sign * timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if start.aware is None:
            return When(start.kind, local + span, zone=start.zone)
        there = zones.aware(local, start.zone) if start.kind is Kind.ZONED else local.replace(tzinfo=UTC)
        if there is None:
            return When(Kind.UNREADABLE)
        aware = (there.astimezone(UTC) + span).astimezone(there.tzinfo)
    except OverflowError:
        return When(Kind.UNREADABLE)
    return When(start.kind, aware.replace(tzinfo=None), aware, start.zone, start.lasts)
