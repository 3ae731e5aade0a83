"""The lines of a calendar message that carry meaning, taken out of a text by a stranger (calendar.md R2, R4).

Guards on size, count and depth come first; footers, odd properties, alarms and unknown components are passed over, so
that none of them loses the invite. Linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from icalendar.parser import Contentline, unescape_backslash

SIZE_MOST, LINE_MOST = 256_000, 20_000  # characters
EVENTS_MOST, DEPTH_MOST = 20, 8

_NEEDED = frozenset(
    {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "ORGANIZER", "ATTENDEE", "SUMMARY", "LOCATION"}
    | {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "COMMENT", "METHOD"}
)
_NAME = re.compile(r"[ \t]*([A-Za-z-]{1,32})[ \t]*(?=[;:])")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


class Refused(Exception):
    """The reason, inside this module."""


@dataclass(frozen=True, slots=True)
class Value:
    text: str
    parameters: Mapping[str, str]


@dataclass(slots=True)
class Event:
    values: dict[str, list[Value]] = field(default_factory=dict)

    def find(self, name: str) -> Value | None:
        return next(iter(self.values.get(name, ())), None)

    def words(self, name: str, most: int) -> str:
        found = self.find(name)
        text = unescape_backslash(found.text) if found else ""
        return _CONTROLS.sub(" ", text).strip()[:most]


@dataclass(slots=True)
class Message:
    """The lines that carry meaning. `zones` are the VTIMEZONEs, unread."""

    methods: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)


def read(text: str) -> Message:
    """The message's lines, by event. Raises Refused where a guard says no."""
    return _sorted_lines(_guarded(text))


def _guarded(text: str) -> list[str]:
    """The unfolded lines from the first BEGIN:VCALENDAR to the last END:VCALENDAR (R2, R4)."""
    if len(text) > SIZE_MOST:
        raise Refused("it is too large")
    lines = re.split(r"\r*\n|\r+", text.lstrip("\ufeff").replace("\x00", ""))
    unfolded: list[list[str]] = []
    for line in lines:
        if line[:1] in {" ", "\t"} and unfolded:
            unfolded[-1].append(line[1:])
        elif line:
            unfolded.append([line])
    whole = ["".join(parts) for parts in unfolded]
    marks = [_bare(line) for line in whole]
    if marks.count("BEGIN:VCALENDAR") != 1:
        raise Refused("it holds no calendar, or more than one")
    start = marks.index("BEGIN:VCALENDAR")
    end = marks.index("END:VCALENDAR", start) if "END:VCALENDAR" in marks[start:] else len(whole)
    if marks.count("BEGIN:VEVENT") > EVENTS_MOST:
        raise Refused(f"it holds more than {EVENTS_MOST} events")
    return whole[start + 1 : end]


def _bare(line: str) -> str:
    return line.replace(" ", "").replace("\t", "").upper() if len(line) < 64 else ""


def _sorted_lines(lines: Sequence[str]) -> Message:
    """Sorts the lines by component. What stands in alarms and unknown components is not looked at."""
    message, inside = Message(), [""]
    zone: list[str] = []
    for line in lines:
        mark = _bare(line)
        if mark.startswith("BEGIN:"):
            inside.append(mark[6:])
            if len(inside) > DEPTH_MOST:
                raise Refused("it is nested too deeply")
            if mark == "BEGIN:VEVENT":
                message.events.append(Event())
        if "VTIMEZONE" in inside:
            zone.append(line)
        if mark.startswith("END:"):
            if mark[4:] in inside[1:]:
                del inside[len(inside) - 1 - inside[::-1].index(mark[4:]) :]
            if mark == "END:VTIMEZONE":
                message.zones.append("\r\n".join(zone) + "\r\n")
                zone = []
        elif inside[-1] in {"", "VEVENT"}:
            _take(message, line, in_event=inside[-1] == "VEVENT")
    return message


def _take(message: Message, line: str, *, in_event: bool) -> None:
    named = _NAME.match(line)
    name = named[1].upper() if named else ""
    if name not in _NEEDED or (name == "METHOD") == in_event:
        return
    if len(line) > LINE_MOST:
        raise Refused(f"its {name} is too long")
    try:
        _, parameters, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]  # the library has none
    except ValueError as error:
        if name in {"SUMMARY", "LOCATION", "COMMENT"}:
            return
        raise Refused(f"its {name} is broken") from error
    if name == "METHOD":
        message.methods.append(value.strip().upper())
    elif message.events and in_event:
        given = {str(n).upper(): v if isinstance(v, str) else str(next(iter(v), "")) for n, v in parameters.items()}
        message.events[-1].values.setdefault(name, []).append(Value(value.strip(), given))
