"""Times of day and lengths: `15:00`, `3pm`, `17h`, `12h30`, `between 1 and 4 pm`, `45 min`, `6 months`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from assistant.reading.dates.words import COUNT, count, pattern

# What people call the parts of a working day (reading.md: dayparts): from, to.
PARTS = {
    "morning": (time(9), time(12)),
    "lunch": (time(12), time(14)),
    "lunchtime": (time(12), time(14)),
    "afternoon": (time(13), time(18)),
    "evening": (time(18), time(21)),
}
_CLOSE = time(18)
_OPEN = time(9)

_ONE = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:(?:[:.]|(?<=\d)h)(?P<{0}m>[0-5]\d)|(?P<{0}o>h"
    r"|\s?uhr))?(?:\s?(?P<{0}p>[ap]\.?m\b\.?))?|(?P<{0}w>noon|midday|midnight))"
)
_A, _B = _ONE.format("a"), _ONE.format("b")
_RANGE = re.compile(
    rf"(?<![\w/.,:#@-])(?:(?P<cue>between|from|at|@)\s+)?{_A}\s?(?:-|–|—|to|till?|until|and)\s?{_B}(?![\w/:@%])",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"(?<![\w/.,:#@-])(?:(?P<cue>at|@|after|from|before|until|till|say|around|about|for|um|à)\s+)?{_A}"
    r"(?P<open>\s(?:onwards?|or later))?(?![\w/:@%]|[.,]\d)",
    re.IGNORECASE,
)
_PART = pattern(
    r"(?:(?:early|late|mid|first thing in the|in the) )?(?P<part>morning|lunch(?:time)?|afternoon|evening)s?"
)
_ALL_DAY = pattern(r"(?:all day|any ?time|whole day|wide open)")


@dataclass(frozen=True, slots=True)
class Hours:
    """A time in a text: text[start:end] says it. `to` is None for a point in time. all_day: any time will do.

    certain: False where the words could be something else ("at 3" could be a number of things)."""

    start: int
    end: int
    at: time
    to: time | None = None
    all_day: bool = False
    part: bool = False
    open_end: bool = False


def _half(match: re.Match[str], side: str, other: str) -> str:
    """am or pm of one side of a range: its own, else the other's where that keeps the order ("1 and 4 pm")."""
    own = match[f"{side}p"]
    if own:
        return own[0].lower()
    lent = match[f"{other}p"]
    if not lent or not match[f"{side}h"]:
        return ""
    mine, theirs = int(match[f"{side}h"]) % 12, int(match[f"{other}h"] or 12) % 12
    if side == "a" and mine > theirs:  # "11 to 1 pm" starts in the morning
        return "a"
    return lent[0].lower()


def _time(match: re.Match[str], side: str, half: str) -> time | None:
    word = match[f"{side}w"]
    if word:
        return time(0) if word.lower() == "midnight" else time(12)
    hour, minute = int(match[f"{side}h"]), int(match[f"{side}m"] or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= 6 and not match[f"{side}o"] and not match[f"{side}h"].startswith("0"):
        hour += 12  # nobody meets a mentor at three in the night
    return time(hour, minute) if hour < 24 else None


def _certain(match: re.Match[str], side: str, half: str) -> bool:
    return bool(match[f"{side}w"] or match[f"{side}m"] or match[f"{side}o"] or half)


def _dotted(match: re.Match[str], text: str, side: str) -> bool:
    """8.30 needs "at" or am/pm, or a weekday just before: else it is a number or a date."""
    if not match[f"{side}m"] or text[match.end(f"{side}h")] != ".":
        return False
    return not (
        match["cue"] or match[f"{side}p"] or text[max(0, match.start() - 12) : match.start()].strip()[-1:].isalpha()
    )


def _ranges(text: str) -> list[Hours]:
    found = []
    for match in _RANGE.finditer(text):
        a_half, b_half = _half(match, "a", "b"), _half(match, "b", "a")
        if not (_certain(match, "a", a_half) or _certain(match, "b", b_half)):
            continue
        first, last = _time(match, "a", a_half), _time(match, "b", b_half)
        if first and last and first < last:
            found.append(Hours(match.start(), match.end(), first, last))
    return found


def _points(text: str, *, loose: bool) -> list[Hours]:
    found = []
    for match in _SINGLE.finditer(text):
        half = (match["ap"] or "")[:1].lower()
        cue = (match["cue"] or "").lower()
        if not _certain(match, "a", half) and not (
            cue in {"at", "@", "um", "à"} or (loose and cue in {"after", "from"})
        ):
            continue
        at = _time(match, "a", half)
        if at is None or (_dotted(match, text, "a") and not loose):
            continue
        start, end = match.span()
        if cue in {"after", "from"} or match["open"]:
            found.append(Hours(start, end, at, max(at, _CLOSE), open_end=True))
        elif cue in {"before", "until", "till"}:
            found.append(Hours(start, end, min(_OPEN, at), at, open_end=True))
        else:
            found.append(Hours(start, end, at))
    return found


def hours(text: str, *, loose: bool = False) -> list[Hours]:
    """Every time of day in a text, in order, none overlapping. loose: "after 3" is a time too (a day stands near)."""
    parts = [Hours(m.start(), m.end(), *PARTS[m["part"].lower()], part=True) for m in _PART.finditer(text)]
    whole = [Hours(m.start(), m.end(), time(0), all_day=True) for m in _ALL_DAY.finditer(text)]
    found: list[Hours] = []
    ranked = [*_ranges(text), *_points(text, loose=loose), *parts, *whole]
    end = 0
    for one in sorted(ranked, key=lambda h: (h.start, -(h.end - h.start))):
        if one.start >= end:
            found.append(one)
            end = one.end
    return found


def clock(text: str) -> time | None:
    """The one time of day that a text names ("at 8", "3pm", "15:00"), None where there is none or several."""
    points = [one for one in hours(text) if not one.part and not one.all_day]
    return points[0].at if len(points) == 1 else None


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
