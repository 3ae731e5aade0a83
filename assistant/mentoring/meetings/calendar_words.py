"""Whether the words of a letter and its calendar part name the same time: people believe the one or the other."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from assistant.mentoring.case import Case
from assistant.mentoring.days import short_day, zone
from assistant.mentoring.letters import Letter
from assistant.mentoring.outbox import reader_zone

_EVENT = re.compile(r"BEGIN:VEVENT(?P<event>.*?)END:VEVENT", re.DOTALL)
_START = re.compile(
    r"^DTSTART(?:;[^:\n]*?TZID=(?P<zone>[^:;\n]+))?[^:\n]*:(?P<at>\d{8}T\d{6})(?P<utc>Z?)\s*$", re.MULTILINE
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<h>[01]?\d|2[0-3])[:.h](?P<m>[0-5]\d)(?![\d:])(?:\s?(?P<half>[ap])\.?m\b)?", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![\d:.])(?P<h>1[0-2]|[1-9])\s?(?P<half>[ap])\.?m\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_DATES = (
    re.compile(rf"\b(?P<day>[1-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>[1-3]?\d)(?:st|nd|rd|th)?\b", re.IGNORECASE),
)

# What tells of a whole series that may be running: that it is elsewhere, or how it stands.
BY_ITS_NEXT = frozenset({"invite/place", "invite/again"})


def contradiction(case: Case, letter: Letter) -> str:
    """What the words and the calendar part say, where they differ; "" where they agree, or one names no time."""
    event = _EVENT.search(re.sub(r"\r?\n[ \t]", "", letter.calendar))
    found = _START.search(event["event"]) if event else None
    named = letter.template in BY_ITS_NEXT or letter.values.get("what") in ("add", "place")
    by_its_next = named or letter.method == "CANCEL"
    if event is None or found is None or (by_its_next and "RRULE" in event["event"]):
        return ""  # the words name the next meeting of a series, the calendar part its first
    anchor = "UTC" if found["utc"] else (found["zone"] or "UTC").strip('"')
    start = datetime.strptime(found["at"], "%Y%m%dT%H%M%S").replace(tzinfo=zone(anchor))
    meant = letter.values.get("when" if letter.method == "REQUEST" else "old")
    reads = reader_zone(case.book, case.book.person(letter.person))
    there = start.astimezone(zone(reads))
    if isinstance(meant, datetime) and letter.method == "REQUEST" and meant.astimezone(UTC) != start.astimezone(UTC):
        other = meant.astimezone(zone(reads))
        return _differ(f"{short_day(other)} at {other:%H:%M}", there)
    if not letter.values.get("own_text") or letter.values.get("rows"):
        return ""
    seen = [start.astimezone(zone(name)) for name in (reads, case.zone, anchor)]
    clocks, days = clock_times(letter.text), dates(letter.text)
    if clocks and not any((at.hour, at.minute) in clocks for at in seen):
        return _differ(", ".join(f"{hour:02}:{minute:02}" for hour, minute in sorted(clocks)), there)
    if days and not any((at.day, at.month) in days for at in seen):
        return _differ(", ".join(f"{day} {_MONTHS[month - 1].title()}" for day, month in sorted(days)), there)
    return ""


def _differ(said: str, there: datetime) -> str:
    return (
        f"the words say {said} and the calendar part {short_day(there)} at {there:%H:%M}. "
        f"Nothing goes like that: put the words right with EDIT, or tell me the time again"
    )


def clock_times(text: str) -> set[tuple[int, int]]:
    """The times of day that a text names, as (hour, minute)."""
    found = set()
    for match in (*_CLOCK.finditer(text), *_HOUR.finditer(text)):
        hour, half = int(match["h"]), (match["half"] or "").lower()
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        found.add((hour, int(match.groupdict().get("m") or 0)))
    return found


def dates(text: str) -> set[tuple[int, int]]:
    """The days that a text names with their month, as (day, month)."""
    return {
        (int(match["day"]), _MONTHS.index(match["month"].lower()[:3]) + 1)
        for pattern in _DATES
        for match in pattern.finditer(text)
    }
