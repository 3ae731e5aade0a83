"""Whether the rule of somebody else's series is one that is followed (calendar.md R2): judged, hardly expanded.

⚠ Rules by the second keep a machine busy for minutes, and so do rules that never come true.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta

from dateutil.rrule import rrulestr

from assistant.mentoring.recurrence import last_moment

LONGEST = 300  # characters
CYCLES = 400 * 19  # years: the calendar is the same every 400 years

NOT_FOLLOWED = "its rule is one that I don't follow"
UNREADABLE = "its rule can't be read"
TWO_ENDS = "its rule says twice when it ends, and not the same"
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
    | {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"}
)
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_UNTIL = re.compile(r"(?:19[7-9][0-9]|20[0-9]{2}|2100)[0-9]{4}(?:T[0-9]{6}Z?)?")


def normal(rule: str) -> str:
    """A rule in capitals, without blanks and without an empty part at its end."""
    return re.sub(r"\s", "", rule[: 10 * LONGEST].upper()).rstrip(";")


def objection(rule: str, start: datetime) -> str:
    """Why a rule (as `normal` gives it) is not followed, or "". `start` is naive, in the zone of the series."""
    parts = [part.partition("=") for part in rule.split(";")]
    given = {name: said for name, _, said in parts}
    if len(rule) > LONGEST or len(given) != len(parts) or not given.keys() <= _PARTS:
        return NOT_FOLLOWED
    if given.get("FREQ") not in _FREQUENCIES:
        return NOT_FOLLOWED
    for name in ("INTERVAL", "COUNT"):
        if not re.fullmatch(r"[1-9][0-9]{0,3}", given.get(name, "1")):
            return NOT_FOLLOWED
    if int(given.get("INTERVAL", "1")) > 366:
        return NOT_FOLLOWED
    try:
        return _ends_too_early(given.get("UNTIL", ""), start) or _starts_elsewhere(given, start)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return UNREADABLE


def _ends_too_early(until: str, start: datetime) -> str:
    if not until:
        return ""
    ends = last_moment(f"UNTIL={until}") if _UNTIL.fullmatch(until) else None
    if ends is None:
        return UNREADABLE
    ends = datetime.combine(ends, time())  # a day of either zone
    return "its rule ends before it starts" if ends < start - timedelta(days=2) else ""


def _starts_elsewhere(given: Mapping[str, str], start: datetime) -> str:
    """Whether the first date is one of the rule's: what else it would mean, calendars do not agree on.

    It is tried close to the end of all years, where a search that finds nothing ends soon.
    """
    shape = ";".join(f"{name}={said}" for name, said in given.items() if name not in {"COUNT", "UNTIL"})
    far = start.replace(year=start.year + CYCLES)
    if next(iter(rrulestr(shape, dtstart=far)), None) != far:
        return "its first date is none of its rule's"
    return ""
