"""Which zone a TZID in a calendar message means (calendar.md R3, R5).

In this order: an IANA name (our own data, whatever the mail says about it), the mail's own VTIMEZONE, a Windows name by
the CLDR map, an IANA name behind a vendor's prefix. Nothing is remembered from one mail to the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timezone, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Timezone
from icalendar.parser import unescape_backslash
from icalendar.timezone import tzp
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

TZID_MOST = 128
ZONES_MOST, ZONE_LINES_MOST, RULES_MOST = 20, 400, 16
_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")
_TZID = re.compile(r"^TZID[^:\r\n]{0,200}:([^\r\n]*)", re.MULTILINE | re.IGNORECASE)
_BLOCK = re.compile(r"BEGIN:(?:STANDARD|DAYLIGHT)\r\n.*?END:(?:STANDARD|DAYLIGHT)\r\n", re.DOTALL | re.IGNORECASE)
_NEEDED = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
_LINE = re.compile(r"(DTSTART|RRULE|TZOFFSETFROM|TZOFFSETTO)(?:;[^:\r\n]{0,100})?:([^\r\n]{1,200})", re.IGNORECASE)
_HOURS = re.compile(r"BY(?:HOUR|MINUTE|SECOND)=\d{1,2}(?:;|$)", re.IGNORECASE)  # Notes repeats the time of DTSTART
_VALUES = {
    "DTSTART": re.compile(r"(?:1[6-9]|20)\d{6}T\d{6}"),
    "TZOFFSETFROM": re.compile(r"[+-](?:0\d|1[0-5])[0-5]\d(?:[0-5]\d)?"),
    "TZOFFSETTO": re.compile(r"[+-](?:0\d|1[0-5])[0-5]\d(?:[0-5]\d)?"),
    # only what zones are made of: others (FREQ=SECONDLY, February 30th) can keep a machine busy for minutes
    "RRULE": re.compile(
        r"(?=.*FREQ=YEARLY)(?=.*BYMONTH=\d)(?=.*BY(?:DAY|MONTHDAY)=)(?:(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=\d{1,2}|WKST=[A-Z]{2}"
        r"|BYDAY=(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)|BYMONTHDAY=-?[123]?\d(?:,-?[123]?\d){0,7}|UNTIL=\d{8}(?:T\d{6}Z?)?)(?:;|$))+",
        re.IGNORECASE,
    ),
}


class Zones:
    """The zones of one message. `definitions` are its VTIMEZONE components, with CRLF, unread until asked for."""

    def __init__(self, definitions: Sequence[str]) -> None:
        self._definitions: dict[str, str] = {}
        for definition in definitions[:ZONES_MOST]:
            named = _TZID.search(definition)
            if named:
                self._definitions.setdefault(unescape_backslash(named[1]).strip().strip('"'), definition)
        self._found: dict[str, tzinfo | None] = {}

    def aware(self, local: datetime, tzid: str) -> datetime | None:
        """A naive local time in the zone that this TZID means; None where nobody knows it.

        In a zone that only the mail defines, the time comes with its plain offset: their rules stay in this module.
        """
        if len(tzid) > TZID_MOST:
            return None
        name = tzid.strip().strip('"')
        if name not in self._found:
            self._found[name] = self._find(name)
        zone = self._found[name]
        if zone is None or isinstance(zone, ZoneInfo):
            return None if zone is None else local.replace(tzinfo=zone)
        offset = local.replace(tzinfo=zone).utcoffset()
        return None if offset is None else local.replace(tzinfo=timezone(offset))

    def _find(self, name: str) -> tzinfo | None:
        suffix = re.search(r"/([A-Z][A-Za-z_]+(?:/[A-Za-z_+-]+){1,2})$", name) if name.startswith("/") else None
        return (
            _iana(name)
            or (_defined(self._definitions[name]) if name in self._definitions else None)
            or _iana(WINDOWS_TO_OLSON.get(name, ""))
            or (_iana(suffix[1]) or _iana(suffix[1].partition("/")[2]) if suffix else None)
        )


def _iana(name: str) -> ZoneInfo | None:
    if not _IANA.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # R3: "America" is a folder
        return None


def _defined(definition: str) -> tzinfo | None:
    """A zone from its VTIMEZONE, rebuilt from the lines that count; broken halves of it are left out (R4)."""
    if definition.count("\n") > ZONE_LINES_MOST:
        return None
    lines, rules = ["BEGIN:VTIMEZONE", "TZID:theirs"], 0
    for block in _BLOCK.findall(definition):
        kind = block[6:14].upper()
        given = {m[1].upper(): m[2].strip() for m in map(_LINE.fullmatch, block.split("\r\n")) if m}
        if "RRULE" in given:
            given["RRULE"] = _HOURS.sub("", given["RRULE"])
        if all(name in given for name in _NEEDED) and all(_VALUES[n].fullmatch(v) for n, v in given.items()):
            if "RRULE" in given:
                rules += 1
                given |= _bounded(given)
            lines += [f"BEGIN:{kind}", *(f"{name}:{value}" for name, value in given.items()), f"END:{kind}"]
    if len(lines) == 2 or rules > RULES_MOST:
        return None
    tzp.use_zoneinfo()  # R3: its cache is one for the whole process
    try:
        made = Timezone.from_ical("\r\n".join([*lines, "END:VTIMEZONE", ""]))
        if not isinstance(made, Timezone):
            return None
        zone: tzinfo = made.to_tz(lookup_tzid=False)
        datetime(2026, 7, 1, tzinfo=zone).utcoffset()
    except Exception:  # noqa: BLE001 - R3: the library raises nearly anything
        return None
    finally:
        tzp.use_zoneinfo()
    return zone


def _bounded(given: dict[str, str]) -> dict[str, str]:
    """A yearly rule from 1970 to 2100 at most, so that one which never comes true ends."""
    start, rule = given["DTSTART"], given["RRULE"].rstrip(";")
    return {
        "DTSTART": start if start >= "1970" else f"19700101{start[8:]}",
        "RRULE": rule if "UNTIL=" in rule.upper() else f"{rule};UNTIL=21010101T000000Z",
    }
