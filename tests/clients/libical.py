"""Debian's libical, called directly: whether it parses a message whole, what RFC 5546 says of it, and its clocks."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_void_p
from ctypes.util import find_library
from datetime import UTC, datetime, timedelta
from functools import cache

MISSING = "libical is not installed (Debian: libical3)"


class _Time(Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")),
        ("zone", c_void_p),
    )


def installed() -> bool:
    return find_library("ical") is not None


@cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(find_library("ical"))
    for name, result, arguments in (
        ("icalparser_parse_string", c_void_p, [c_char_p]),
        ("icalrestriction_check", c_int, [c_void_p]),
        ("icalcomponent_count_errors", c_int, [c_void_p]),
        ("icalcomponent_as_ical_string", c_char_p, [c_void_p]),
        ("icalcomponent_get_first_component", c_void_p, [c_void_p, c_int]),
        ("icalcomponent_new_clone", c_void_p, [c_void_p]),
        ("icalcomponent_free", None, [c_void_p]),
        ("icalcomponent_string_to_kind", c_int, [c_char_p]),
        ("icaltimezone_new", c_void_p, []),
        ("icaltimezone_set_component", c_int, [c_void_p, c_void_p]),
        ("icaltimezone_free", None, [c_void_p, c_int]),
        ("icaltimezone_get_utc_offset_of_utc_time", c_int, [c_void_p, POINTER(_Time), POINTER(c_int)]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def complaints(text: str) -> list[str]:
    """What libical finds wrong with a calendar message; empty where it is whole and as RFC 5546 wants it."""
    library = _library()
    component = library.icalparser_parse_string(text.encode())
    if not component:
        return ["it is no calendar"]
    try:
        errors = library.icalcomponent_count_errors(component)
        allowed = library.icalrestriction_check(component)
        shown = library.icalcomponent_as_ical_string(component).decode("utf-8", "replace")
    finally:
        library.icalcomponent_free(component)
    lines = shown.replace("\r\n ", "").split("\r\n")
    found = [line for line in lines if line.startswith("X-LIC-ERROR")]
    return found or ([] if allowed and not errors else ["it breaks a rule that is not named"])


def offsets(vtimezone: str, instants: Sequence[datetime]) -> list[timedelta]:
    """The zone's offset from UTC at each instant, from the VTIMEZONE alone."""
    library = _library()
    calendar = library.icalparser_parse_string(f"BEGIN:VCALENDAR\r\n{vtimezone}END:VCALENDAR\r\n".encode())
    kind = library.icalcomponent_string_to_kind(b"VTIMEZONE")
    zone = library.icaltimezone_new()
    try:
        # the zone takes a component of its own, and frees it
        component = library.icalcomponent_new_clone(library.icalcomponent_get_first_component(calendar, kind))
        if not library.icaltimezone_set_component(zone, component):
            raise ValueError("libical takes this for no VTIMEZONE")
        return [_offset(library, zone, instant.astimezone(UTC)) for instant in instants]
    finally:
        library.icaltimezone_free(zone, 1)
        library.icalcomponent_free(calendar)


def _offset(library: ctypes.CDLL, zone: int, at: datetime) -> timedelta:
    moment = _Time(at.year, at.month, at.day, at.hour, at.minute, at.second, 0, 0, None)
    daylight = c_int(0)
    return timedelta(seconds=library.icaltimezone_get_utc_offset_of_utc_time(zone, byref(moment), byref(daylight)))
