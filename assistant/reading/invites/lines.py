"""The lines of a calendar that carry meaning, sorted by event, taken out of a text by a stranger (calendar.md R4).

Footers, odd properties, alarms and unknown components are passed over, so that none of them loses the invite. Nothing
is refused here: what is too much, too deep or broken is counted, for `invite` to judge. Linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SIZE_MOST = 1_000_000  # characters that are read of any calendar
DEPTH_MOST = 8  # components within components that are looked at

_NEEDED = frozenset(
    {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "SEQUENCE", "STATUS", "ORGANIZER", "ATTENDEE"}
    | {"SUMMARY", "LOCATION", "COMMENT", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
)
_BREAKS = re.compile(r"\r*\n|\r+")
_MARK = re.compile(r"(BEGIN|END)[ \t]*:[ \t]*(.{1,64})", re.IGNORECASE)
_NAME = re.compile(r"[ \t]*+([A-Za-z0-9-]{1,64})[ \t]*+(?=[;:])")
_QUOTED = re.compile(r"""([^=:;"]*+)(?:=((?:"[^"]*+"|[^":;])*+))?(?=[;:])""")
_UNQUOTED = re.compile(r"([^=:;]*+)(?:=([^:;]*+))?")  # a quotation mark that is never closed is a letter like any
_CARETS = re.compile(r"\^([n^'])")


@dataclass(frozen=True, slots=True)
class Value:
    """One property: its value as written, its parameters by upper-case name without quotes, the length of its line.

    A parameter that is given twice has both values, with a comma between them (RFC 5545 §3.1).
    """

    text: str
    parameters: Mapping[str, str]
    size: int = 0


@dataclass(slots=True)
class Event:
    """One VEVENT. `calendar`: the number of its VCALENDAR, 0 for none. `broken`: properties that have no value."""

    calendar: int
    values: dict[str, list[Value]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def find(self, name: str) -> Value | None:
        return next(iter(self.values.get(name, ())), None)

    def all(self, name: str) -> Sequence[Value]:
        return self.values.get(name, ())


@dataclass(slots=True)
class Lines:
    """What a calendar's text holds. `zones`: the lines of each VTIMEZONE with the number of its VCALENDAR.

    `depth` counts how far components are nested; `whole` says that nothing was cut off for its length.
    """

    calendars: int = 0
    methods: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    zones: list[tuple[int, list[str]]] = field(default_factory=list)
    depth: int = 0
    whole: bool = True


def read(text: str) -> Lines:
    """The lines of a calendar. Never raises; of a text beyond `SIZE_MOST` characters the rest is not read."""
    sorter = _Sorter()
    for line in unfolded(text[:SIZE_MOST]):
        sorter.take(line)
    sorter.found.whole = len(text) <= SIZE_MOST
    return sorter.found


def unfolded(text: str) -> list[str]:
    """Whole lines without their ends, of whatever kind these are: LF, CRLF, CR, CRCRLF (R4); none is empty."""
    whole: list[list[str]] = []
    for line in _BREAKS.split(text.lstrip("\ufeff").replace("\x00", "")):
        if line[:1] in {" ", "\t"} and whole:
            whole[-1].append(line[1:])
        elif line:
            whole.append([line])
    return ["".join(parts) for parts in whole]


class _Sorter:
    """Knows in which component the next line stands."""

    def __init__(self) -> None:
        self.found = Lines()
        self.inside: list[str] = []
        self.number = 0  # of the calendar that is open, 0 for none
        self.beyond = 0  # components that are open below DEPTH_MOST

    def take(self, line: str) -> None:
        mark = _MARK.fullmatch(line) if line[:1] in "BbEe" else None
        if mark is None:
            self._property(line)
        elif mark[1].upper() == "BEGIN":
            self._begin(mark[2].upper())
        else:
            self._end(mark[2].strip().upper())

    def _begin(self, name: str) -> None:
        """A component's name is taken as written: with a blank behind it, it is another (so all parsers see it)."""
        found = self.found
        found.depth = max(found.depth, len(self.inside) + self.beyond + 1)
        if len(self.inside) >= DEPTH_MOST:
            self.beyond += 1
            return
        if name == "VEVENT":
            if name in self.inside:  # its end is missing: an event never holds another
                self._end(name)
            found.events.append(Event(self.number))
        elif name == "VCALENDAR":
            found.calendars += 1
            self.number = found.calendars
        elif name == "VTIMEZONE":
            found.zones.append((self.number, []))
        elif "VTIMEZONE" in self.inside:
            found.zones[-1][1].append(f"BEGIN:{name}")
        self.inside.append(name)

    def _end(self, name: str) -> None:
        if self.beyond:
            self.beyond -= 1
        elif name in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(name) :]
            if "VTIMEZONE" in self.inside:
                self.found.zones[-1][1].append(f"END:{name}")
            if "VCALENDAR" not in self.inside:
                self.number = 0

    def _property(self, line: str) -> None:
        where = self.inside[-1] if self.inside and not self.beyond else ""
        if where == "VEVENT":
            self._of_event(line, self.found.events[-1])
        elif where == "VCALENDAR" and line[:6].upper() == "METHOD":
            named = _NAME.match(line)
            if named and named[1].upper() == "METHOD":
                self.found.methods.append(line.partition(":")[2].strip().upper())
        elif "VTIMEZONE" in self.inside and not self.beyond:
            self.found.zones[-1][1].append(line)

    def _of_event(self, line: str, event: Event) -> None:
        named = _NAME.match(line)
        name = named[1].upper() if named else ""
        if named is None or name not in _NEEDED:
            return
        value = _value(line, named.end())
        if value is None:
            event.broken.add(name)
        else:
            event.values.setdefault(name, []).append(value)


def split(line: str) -> tuple[str, Value] | None:
    """A line as an upper-case name and its value; None for one that is no property."""
    named = _NAME.match(line)
    value = _value(line, named.end()) if named else None
    return (named[1].upper(), value) if named and value else None


def _value(line: str, at: int) -> Value | None:
    """The value behind the parameters, which begin at `at`. None where there is none."""
    parameters: dict[str, str] = {}
    while line[at : at + 1] == ";":
        found = _QUOTED.match(line, at + 1) or _UNQUOTED.match(line, at + 1)
        assert found is not None
        at = found.end()
        name, given = found[1].strip().upper(), _plain(found[2] or "")
        if name:
            known = parameters.get(name, given)
            parameters[name] = given if known == given else f"{known},{given}"
    if line[at : at + 1] != ":":
        return None
    return Value(line[at + 1 :], parameters, len(line))


def _plain(given: str) -> str:
    """A parameter's value without its quotation marks, with what stands for them (RFC 6868)."""
    text = given.strip()
    if text[:1] == '"' and text[-1:] == '"' and len(text) > 1:
        text = text[1:-1].partition('"')[0]
    if "^" in text:
        text = _CARETS.sub(lambda found: {"n": "\n", "^": "^", "'": '"'}[found[1]], text)
    return text.strip()
