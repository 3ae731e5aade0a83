"""Content lines of iCalendar (RFC 5545 §3.1): escaped, folded at 75 octets, ended by CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

FOLD = 75
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_CONTROLS_IN_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_FOLDED = re.compile(r"\r?\n[ \t]")
_SHOWN = re.compile(r"^(SUMMARY|DESCRIPTION)(?:;[^:\r\n]*)?:([^\r\n]*)", re.MULTILINE)


def text(value: str) -> str:
    """A TEXT value. Line ends become \\n, other control characters a space (S8)."""
    plain = _CONTROLS_IN_TEXT.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def shown(calendar: str) -> tuple[str, list[str]]:
    """What a calendar shows of an event that we wrote: its title, and each other line of its descriptions once."""
    values = [(name, _plain(value)) for name, value in _SHOWN.findall(_FOLDED.sub("", calendar))]
    title = next((value for name, value in values if name == "SUMMARY"), "")
    lines = (line.strip() for name, value in values if name == "DESCRIPTION" for line in value.split("\n"))
    return title, [line for line in dict.fromkeys(lines) if line not in ("", title)]


def _plain(value: str) -> str:
    """A TEXT value without its escapes: the other way round than `text`."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)


def line_of_text(value: str) -> str:
    """A TEXT value on one line without quotes: for summaries and places, which clients show in a list (S8)."""
    return text(_one_line(value))


def parameter(value: str) -> str:
    """A quoted parameter value: no quotes, no control characters inside (S8, RFC 5545 §3.2).

    Nor a caret: "^n" is the line end of RFC 6868, and some programs read it so."""
    return f'"{_one_line(value.replace("^", ""))}"'


def person(name: str, email: str) -> str:
    """`;CN="…":mailto:…`, what stands behind ORGANIZER or ATTENDEE."""
    return f";CN={parameter(name or email)}:mailto:{email}"


def local(moment: datetime) -> str:
    """The time as a clock shows it (DATE-TIME, form 1); its zone is said beside it."""
    return moment.strftime("%Y%m%dT%H%M%S")


def utc(moment: datetime) -> str:
    """An aware moment as UTC. Years before 1000 are not padded by strftime: nobody meets then."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def document(lines: Iterable[str]) -> str:
    """The lines, folded between characters so that no line is longer than 75 octets, each ended by CRLF."""
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _fold(line: str) -> str:
    octets = line.encode("utf-8", "surrogatepass")  # what is no text is the checker's to refuse
    if len(octets) <= FOLD:
        return line
    parts, room, start = [], FOLD, 0
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(octets[start:end])
        start, room = end, FOLD - 1  # a continuation begins with one space
    return b"\r\n ".join((*parts, octets[start:])).decode("utf-8", "surrogatepass")


def _one_line(value: str) -> str:
    return " ".join(_CONTROLS.sub(" ", value).replace('"', "'").split())
