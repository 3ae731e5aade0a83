"""Which zone a TZID in a calendar message means (calendar.md R3, R5).

In this order: an IANA name of a place (our own data, whatever the mail says about it), the mail's own VTIMEZONE,
another IANA name, a Windows name by the CLDR map, an IANA name behind a vendor's prefix. Nothing is remembered from one
mail to the next: the library's cache of zones is one for the whole process, and the first mail would win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar.parser import unescape_backslash
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from assistant.reading.invites import observances as invite_observances
from assistant.reading.invites.lines import split
from assistant.reading.invites.observances import YEARS, Observances

TZID_MOST = 128
ZONES_MOST, ZONE_LINES_MOST = 100, 4000
COMPARED = 2  # years in which a definition must agree with the zone that its name suggests

_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")
_NO_ZONES = re.compile(r"(?:posix|right)/.*|posixrules|localtime|Factory")  # this machine's zone; leap seconds


@dataclass(frozen=True, slots=True)
class _Defined:
    """A zone of the mail itself. `known`: the IANA zone that its name suggests, where the two agree."""

    rules: Observances
    known: ZoneInfo | None = None


class Zones:
    """The zones of one calendar. `definitions` are the lines of its VTIMEZONEs, unread until asked for."""

    def __init__(self, definitions: Sequence[Sequence[str]]) -> None:
        self._definitions: dict[str, Sequence[str]] = {}
        self._double: set[str] = set()
        for lines in definitions[:ZONES_MOST]:
            name = _normal(_property(lines, "TZID"))
            if self._definitions.setdefault(name, lines) != lines:
                self._double.add(name)
        self._rules: dict[str, Observances | None] = {}
        self._found: dict[tuple[str, int], ZoneInfo | _Defined | None] = {}

    def aware(self, local: datetime, tzid: str) -> datetime | None:
        """A naive local time in the zone that this TZID means; None where nobody knows it.

        In a zone that only the mail defines, the time comes with its plain offset: their rules stay in this module.
        """
        zone = self._zone(local, tzid)
        if isinstance(zone, _Defined):
            offset = zone.rules.offset(local)
            if offset is None:
                return None
            if zone.known and local.replace(tzinfo=zone.known).utcoffset() == offset:
                return local.replace(tzinfo=zone.known)
            return local.replace(tzinfo=timezone(offset))
        return local.replace(tzinfo=zone) if zone else None

    def lasts(self, local: datetime, tzid: str) -> bool:
        """Whether what `aware` gives also holds for a series: an IANA zone, or an offset that never changes."""
        zone = self._zone(local, tzid)
        return zone is not None and (isinstance(zone, ZoneInfo) or zone.rules.steady or zone.known is not None)

    def _zone(self, local: datetime, tzid: str) -> ZoneInfo | _Defined | None:
        name = _normal(tzid)
        if not 0 < len(name) <= TZID_MOST or not MINYEAR < local.year < MAXYEAR:
            return None
        if (name, local.year) not in self._found:
            self._found[name, local.year] = self._find(name, local.year)
        return self._found[name, local.year]

    def _find(self, name: str, year: int) -> ZoneInfo | _Defined | None:
        return (
            (_iana(name) if "/" in name else None)
            or self._defined(name, year)
            or _iana(name)
            or _iana(WINDOWS_TO_OLSON.get(name, ""))
            or _behind_prefix(name)
        )

    def _defined(self, name: str, year: int) -> _Defined | None:
        if name not in self._rules:
            self._rules[name] = self._read(name)
        rules = self._rules[name]
        if rules is None:
            return None
        location = _property(self._definitions[name], "X-LIC-LOCATION")
        for meant in (WINDOWS_TO_OLSON.get(name, ""), location, name):
            known = _iana(meant) or _behind_prefix(meant)
            if known and _agree(rules, known, year):
                return _Defined(rules, known)
        return _Defined(rules)

    def _read(self, name: str) -> Observances | None:
        """None also where the mail defines the name in two ways, or in one that cannot be followed."""
        lines = self._definitions.get(name, ())
        if name in self._double or len(lines) > ZONE_LINES_MOST:
            return None
        return invite_observances.read(lines)


def _agree(rules: Observances, zone: ZoneInfo, year: int) -> bool:
    """Whether the two change their clocks at the same times, from this year on."""
    moments = (moment for at in range(year, year + COMPARED) if at in YEARS for moment in _probes(rules, at))
    return year in YEARS and all(rules.offset(at) == at.replace(tzinfo=zone).utcoffset() for at in moments)


def _probes(rules: Observances, year: int) -> Iterator[datetime]:
    """Local times around every change of a definition, and one in each half month, for the changes of the other."""
    for change in rules.changes(year)[0]:
        if change.year == year:
            yield change - timedelta(hours=3)
            yield change + timedelta(hours=3)
    for month in range(1, 13):
        yield datetime(year, month, 1)  # noqa: DTZ001 - local
        yield datetime(year, month, 15)  # noqa: DTZ001 - local


def _property(lines: Sequence[str], name: str) -> str:
    """A text of the VTIMEZONE itself, not of its rules."""
    inside = False
    for line in lines:
        inside = line[:6] == "BEGIN:" or (inside and line[:4] != "END:")
        if not inside and line[: len(name)].upper() == name and (found := split(line)) and found[0] == name:
            return found[1].text.strip()
    return ""


def _normal(tzid: str) -> str:
    """A name as it can be compared: some quote it, some escape its commas."""
    plain: str = unescape_backslash(tzid[: 2 * TZID_MOST])
    return plain.strip().strip('"')


def _behind_prefix(name: str) -> ZoneInfo | None:
    """ "/mozilla.org/20050126_1/Europe/Berlin": what stands last."""
    parts = name.split("/") if name.startswith("/") else []
    return next((zone for count in (3, 2, 1) if count < len(parts) and (zone := _iana("/".join(parts[-count:])))), None)


def _iana(name: str) -> ZoneInfo | None:
    if not _IANA.fullmatch(name) or _NO_ZONES.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # R3: "America" is a folder
        return None
