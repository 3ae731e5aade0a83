"""Lengths of time: `45 min`, `an hour and a half`, `6 months`."""

from __future__ import annotations

import re

from assistant.reading.dates.words import COUNT, count, pattern

_MINUTES = pattern(rf"(?P<n>{COUNT})[ -]?(?P<unit>minutes?|mins?|m|min\.|'|hours?|hrs?|h)(?P<half> and a half)?")
_SHORT = re.compile(r"(?<![\w:.])(?P<n>\d{1,3})\s?(?P<unit>min(?:ute)?s?|hours?|hrs?)(?!\w)", re.IGNORECASE)
_HALF_HOUR = pattern(r"(?P<n>half an|three quarters of an|quarter of an) hour")
_MONTHS = pattern(rf"(?P<n>{COUNT})[ -]?(?P<unit>months?|mos?|years?|yrs?)(?P<half> and a half)?")


def minutes(text: str) -> int | None:
    """A length: "45min", "an hour", "half an hour", "1 hour"; None where none is said."""
    if match := _HALF_HOUR.search(text):
        return {"h": 30, "t": 45, "q": 15}[match["n"][0].lower()]
    match = _SHORT.search(text) or _MINUTES.search(text)
    if not match or match["unit"].lower() in {"m", "h", "'"}:
        return None
    number = count(match["n"])
    if "half" in match.groupdict() and match["half"]:
        number += 0.5
    return round(number * (60 if match["unit"].lower().startswith("h") else 1)) or None


def months(text: str) -> int | None:
    """A term: "6 months", "half a year", "a year"; None where none is said."""
    match = _MONTHS.search(text)
    if not match:
        return None
    number = count(match["n"]) + (0.5 if match["half"] else 0)
    return round(number * (12 if match["unit"].lower().startswith("y") else 1)) or None
