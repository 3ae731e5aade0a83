"""The text of a calendar message as a tree, read strictly: for our own checker of what leaves (S9), never for mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.writing.ics import FOLD

_CONTENT_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)')
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)')
_INSIDE = {
    "": {"VCALENDAR"},
    "VCALENDAR": {"VTIMEZONE", "VEVENT"},
    "VTIMEZONE": {"STANDARD", "DAYLIGHT"},
    "VEVENT": {"VALARM"},
}


@dataclass(slots=True)
class Property:
    """One content line: name, parameters and value, all as they are written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END, with the components inside."""

    name: str
    properties: list[Property] = field(default_factory=list)
    inner: list[Component] = field(default_factory=list)

    def get(self, name: str) -> Property:
        """The one property of that name: asked for only after the counts were right."""
        return next(p for p in self.properties if p.name == name)

    def find(self, name: str) -> Property | None:
        return next((p for p in self.properties if p.name == name), None)

    def all(self, name: str) -> list[Component]:
        return [c for c in self.inner if c.name == name]


class Broken(Exception):
    """Nothing further can be said about this text."""


def line_faults(text: str) -> Iterator[str]:
    """What is wrong with the lines as octets."""
    if not text.endswith("\r\n"):
        yield "the text does not end with CRLF"
    if not text.count("\r") == text.count("\n") == text.count("\r\n"):
        yield "a line ends otherwise than with CRLF"
    if re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", text):
        yield "it holds a control character"
    if any(len(line) > FOLD for line in text.encode("utf-8", "surrogatepass").split(b"\r\n")):
        yield f"a line is longer than {FOLD} octets"


def tree(text: str) -> Component:
    """The one VCALENDAR of a text whose lines are faultless. Raises Broken."""
    root = Component("")
    open_: list[Component] = [root]
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        found = _CONTENT_LINE.fullmatch(line)
        if found is None:
            raise Broken(f"this is no content line: {line[:40]!r}")
        name, parameters, value = found.groups()
        if name == "BEGIN":
            if value not in _INSIDE.get(open_[-1].name, ()):
                raise Broken(f"{value} inside {open_[-1].name or 'nothing'}")
            open_[-1].inner.append(Component(value))
            open_.append(open_[-1].inner[-1])
        elif name == "END":
            if open_[-1].name != value or len(open_) == 1:
                raise Broken(f"END:{value} does not end {open_[-1].name or 'anything'}")
            open_.pop()
        else:
            given = {n: v.strip('"') for n, v in _PARAMETER.findall(parameters)} if parameters else {}
            open_[-1].properties.append(Property(name, given, value))
    if len(open_) > 1 or len(root.inner) != 1 or root.properties:
        raise Broken("it is not exactly one whole VCALENDAR")
    return root.inner[0]
