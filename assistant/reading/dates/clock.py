"""Times of day: `15:00`, `3pm`, `17h`, `1500hrs`, `half past two`, `between 1 and 4 pm`, `late afternoon`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time

from assistant.reading.dates import spoken
from assistant.reading.dates.day_parts import PART, span_of
from assistant.reading.dates.words import GAP, WEEKDAY, pattern

_LONGEST = 8_000  # characters in which somebody names a time
_CLOSE = time(18)
_EVENING = time(21)  # after work ends then
_OPEN = time(9)
_LATE = time(11, 59)

_ONE = (
    r"(?:(?P<{0}h>\d{{1,2}}(?!\s(?:noon|midnight)\b))(?:(?:[:.]|(?<=\d)h)(?P<{0}m>[0-5]\d)(?::[0-5]\d)?(?P<{0}u>\s?(?:uhr|hrs|h)\b)?"
    r"|(?P<{0}o>h(?:rs)?"
    r"|\s?uhr|\s?o['’]?\s?clock))?(?:\s?(?P<{0}p>[ap](?:m\b|\.\s?m\b\.?|(?<=[:.]\d\d[ap])\b)))?(?P<{0}i>[- ]?ish)?"
    r"|(?P<{0}w>(?:12 ?)?noon|midday|(?:12 ?)?midnight))"
)
_A, _B = _ONE.format("a"), _ONE.format("b")
_EDGE = r"(?<![\w/.,:#@+-])"
_RANGE = re.compile(
    rf"{_EDGE}(?:(?P<cue>between|from|at|@)(?:\s{{1,2}}|(?<=@)))?{_A}\s?(?P<to>-|–|—|to|till?|until"
    rf"|and)\s?{_B}(?![\w/:@%]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"{_EDGE}(?:(?P<cue>(?:not|no)\s(?:before|until|till|after|past|(?:earlier|sooner|later)\sthan)|at|@|after"
    rf"|past|from|before"
    rf"|by|until|till|say|around|about|approx\.?|for|um|à|klo|kl\.?|h|ore|either|post)(?:\s{{1,2}}|(?<=@)))?{_A}"
    r"(?P<open>\s(?:onwards?|or later|and later|or after)|\+)?(?!(?!Z\b)[\w/:@%]|[.,]\d|-\d)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\s(?:weeks?|days?|months?|years?|minutes?|mins?|hours?|people|meetings?|calls?|sessions?|rounds?|drafts?"
    r"|tries)\b",
    re.IGNORECASE,
)
_DIGITS = r"(?P<{0}>(?:[01]\d|2[0-3])[0-5]\d)"
_MILITARY = re.compile(
    rf"(?<![\w/.,:#@+-])(?:(?P<cue>at|@|from|between|around)(?:\s{{1,2}}|(?<=@)))?{_DIGITS.format('a')}"
    rf"(?:\s?(?:-|–|to|and)\s?{_DIGITS.format('b')})?(?P<unit>\s?(?:h|hrs|hours)\b|\s(?-i:UTC"
    rf"|[A-Z]{{1,4}}T)\b)?(?![\w/:@%.,]*\d)",
    re.IGNORECASE,
)
_LIST = re.compile(
    rf"(?:\b(?:at|either|@)\s{{0,2}}(?:either\s)?|(?<={GAP})[\s,:]{{1,2}}|(?<=works:\s)|(?<=free:\s)"
    rf"|(?<=good:\s)|(?<=fine:\s))"
    r"(?P<list>\d{1,2}(?:\s?[ap]m)?(?:(?:,\s?(?:or\s|and\s)?|\s(?:or|and)\s|\s?/\s?)"
    r"\d{1,2}(?:\s?[ap]m)?)+)(?![\d:/]|\.\d|\s?[-–]\s?\d|\s(?:people|days|weeks|minutes|min|hours|of\b))",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    rf"(?:(?<={GAP})|(?<={GAP}\s))\(?(?P<h>[ap])\.?m\b\.?|(?<![\d.]\s)(?<![\d\w.])(?P<h2>A\.?M|P\.?M|pm|p\.m)\b\.?"
)
# "Friday 10?": a bare number right after a day, at the end of what is said, is an hour.
_AFTER_DAY = re.compile(
    rf"(?<={GAP})(?:,\s?|\s{{1,2}}|\s?@\s?)(?P<h>\d{{1,2}})(?:\s?h\b)?(?=\s?(?:[?!.;)\n]|$|or\b|sharp\b"
    rf"|(?P<part>in the (?:morn|after|even))))"
)
_ALL_DAY = pattern(
    r"(?:all day(?: long)?|any ?time(?! (?:after|past|before|between|from|on from|until|around|\d|in the))|whole day"
    r"|wide open)"
)
_LOOSE_RANGE = re.compile(
    rf"(?:(?:{GAP}|morning|noon|arvo|evening|lunch)\s?[,:]?|\d\s?[-–]\s?\d{{1,2}}\s?(?:,|or|and|/))\s?\(?$"
)
_DAY_BEFORE = re.compile(rf"\b(?:{WEEKDAY}|tomorrow|today|call it|make it|say),?\s{{1,2}}$", re.IGNORECASE)
_DAY_AFTER = re.compile(rf"\s{{1,2}}(?:on\s)?{GAP}")  # "8.30 on Friday"
_BESIDE = re.compile(
    rf"(?:{GAP}\s?[,:?]?|\d\s?(?:,|or|and|/|-)|lunch|morning|noon|evening|arvo),?\s{{0,2}}\(?$"
)  # beside a day, or in a list of times
_ADDRESS = re.compile(r"\s[A-Z][a-z]{2,}\s[A-Z][a-z]")  # at 10 Downing Street


@dataclass(frozen=True, slots=True)
class Hours:
    """A time in a text: text[start:end] says it. `to` is None for a point in time. all_day: any time will do.

    part: a part of the day ("morning"). open_end: "after 3", "before noon"."""

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
            return time(hour, minute) if 12 < hour < 24 and half == "p" else None  # "15:00 pm"
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not match[f"{side}o"] or "c" in match[f"{side}o"].lower():
        hour = working_hour(hour, match[f"{side}h"])
    return time(hour, minute) if hour < 24 else None


def working_hour(hour: int, written: str = "") -> int:
    """Nobody meets a mentor at three in the night: 1 to 6 are in the afternoon, unless written 03."""
    return hour + 12 if 1 <= hour <= 6 and not written.startswith("0") else hour


def _certain(match: re.Match[str], side: str, half: str) -> bool:
    return bool(match[f"{side}w"] or match[f"{side}m"] or match[f"{side}o"] or half)


def _dotted(match: re.Match[str], text: str, side: str) -> bool:
    """8.30 needs "at" or am/pm, or a day beside it: else it is a number or a date."""
    if not match[f"{side}m"] or text[match.end(f"{side}h")] != "." or match[f"{side}u"]:
        return False
    before = _DAY_BEFORE.search(text[max(0, match.start() - 14) : match.start()])
    return not (match["cue"] or match[f"{side}p"] or before or _DAY_AFTER.match(text, match.end()))


def _ranges(text: str, *, loose: bool) -> list[Hours]:
    found = []
    for match in _RANGE.finditer(text):
        a_half, b_half = _half(match, "a", "b"), _half(match, "b", "a")
        cue = (match["cue"] or "").lower()
        beside = cue in {"between", "from"} or _LOOSE_RANGE.search(text[max(0, match.start() - 12) : match.start()])
        if match["to"].lower() == "and" and cue not in {"between", "from"}:
            continue
        if not (_certain(match, "a", a_half) or _certain(match, "b", b_half)) and not (loose and beside):
            continue
        first, last = _time(match, "a", a_half), _time(match, "b", b_half)
        if first and last == time(0) and match["bp"] and first < time(12):
            last = time(12)  # "10 to 12 a.m." ends at noon
        if first and last and first >= last and last.hour < 12 and not b_half:
            last = last.replace(hour=last.hour + 12)  # "9 to 5" never reaches here, "11 to 9" does
        if first and last and first < last:
            found.append(Hours(match.start(), match.end(), first, last))
    return found


def _points(text: str, *, loose: bool) -> list[Hours]:
    found = []
    for match in _SINGLE.finditer(text):
        half = (match["ap"] or "")[:1].lower()
        cue = (match["cue"] or "").lower()
        if not _certain(match, "a", half) and not (
            cue in {"at", "@", "um", "à", "klo", "kl", "kl.", "ore"}
            or (
                loose
                and (
                    cue in {"after", "post", "from", "before", "until", "till", "around", "say"}
                    or cue.startswith(("not ", "no "))
                )
            )
            or (loose and (match["open"] or match["ai"]))
        ):
            continue
        at = _time(match, "a", half)
        beside = loose and _BESIDE.search(text[max(0, match.start() - 10) : match.start()])
        if not _certain(match, "a", half) and _AMOUNT.match(text, match.end()):
            continue  # "not after 2 meetings"
        if at is None or (_dotted(match, text, "a") and not beside):
            continue
        if not _certain(match, "a", half) and _ADDRESS.match(text, match.end()):
            continue
        found.append(_opened(match.start(), match.end(), at, cue, later=bool(match["open"])))
    return found


def _opened(start: int, end: int, at: time, cue: str, *, later: bool) -> Hours:
    negated = cue.startswith(("not ", "no "))
    if negated and cue.endswith(("after", "past", "later than")):  # "not after 3" is until 3
        return Hours(start, end, min(_OPEN, at), at, open_end=True)
    if negated or cue in {"after", "from", "past", "post"} or later:
        return Hours(start, end, at, next((close for close in (_CLOSE, _EVENING) if at < close), None), open_end=True)
    if cue in {"before", "until", "till", "by"}:
        return Hours(start, end, min(_OPEN, at), at, open_end=True)
    return Hours(start, end, at)


def _lists(text: str) -> list[Hours]:
    """At 10, 11 or 3: the bare numbers of a list of times; am or pm said last counts for those before it."""
    found: list[Hours] = []
    for match in _LIST.finditer(text):
        items = list(re.finditer(r"(\d{1,2})\s?([ap])?m?", match["list"], re.IGNORECASE))
        lent = (items[-1][2] or "").lower()
        for item in items:
            half, hour = (item[2] or lent).lower(), int(item[1])
            if half and not item[2] and hour % 12 > int(items[-1][1]) % 12:
                half = "a"  # "10, 11 or 3pm"
            hour = hour % 12 + (12 if half == "p" else 0) if half else working_hour(hour, item[1])
            if hour < 24:
                start = match.start("list") + item.start()
                end = start + len(item[0].rstrip())
                found.append(Hours(match.start() if item is items[0] else start, end, time(hour)))
    return found


def _military(text: str, *, loose: bool) -> list[Hours]:
    """At 1500, 1530hrs, 1030-1115."""
    found = []
    for match in _MILITARY.finditer(text):
        beside = loose and text[max(0, match.start() - 2) : match.start()].startswith(GAP) and match["a"] < "2020"
        if not (match["cue"] or match["unit"] or match["b"] or beside):
            continue
        first, last = (time(int(d[:2]), int(d[2:])) if d else None for d in (match["a"], match["b"]))
        if first and (last is None or first < last):
            found.append(Hours(match.start(), match.end(), first, last))
    return found


def _after_day(text: str) -> list[Hours]:
    found = []
    for match in _AFTER_DAY.finditer(text):
        hour = working_hour(int(match["h"]), match["h"])
        if 8 <= hour <= 20 or (match["part"] and 1 <= hour <= 20):
            found.append(Hours(match.start("h"), match.end(), time(hour)))
    return found


def _parts(text: str, *, loose: bool) -> list[Hours]:
    found = []
    for match in PART.finditer(text):
        start, end = span_of(match["part"])
        found.append(Hours(match.start(), match.end(), start, end, part=True))
    if loose:
        for match in _HALF_DAY.finditer(text):
            morning = (match["h"] or match["h2"])[0].lower() == "a"
            hours_ = (time(9), time(12)) if morning else (time(13), time(18))
            found.append(Hours(match.start(), match.end(), *hours_, part=True))
    return found


def settled(text: str, found: list[Hours]) -> list[Hours]:
    """ "7 in the evening", "Thursday afternoon, say 3?": the part of the day says which half the hour is in."""
    out: list[Hours] = []
    for one in found:
        before = out[-1] if out else None
        near = before is not None and re.fullmatch(
            r"[\s,:(–-]{0,4}(?:at|around|say|about|maybe|from)?\s?", text[before.end : one.start], re.IGNORECASE
        )
        plural = one.part and text[one.start : one.end].lower().endswith("s")  # "at 10; evenings I am away"
        if before and near and before.part != one.part and not plural and not (before.all_day or one.all_day):
            part, exact = (before, one) if before.part else (one, before)
            out[-1] = replace(exact, start=before.start, end=one.end, at=towards(exact.at, part))
            continue
        out.append(one)
    return out


def towards(at: time, part: Hours) -> time:
    """The hour in the half of the day that the part is in."""
    if part.at > _LATE and at.hour < 12 and part.at.hour >= 13:
        return at.replace(hour=at.hour + 12)
    return at.replace(hour=at.hour - 12) if part.at < time(12) and 13 <= at.hour <= 18 else at


def hours(text: str, *, loose: bool = False) -> list[Hours]:
    """Every time of day in a text, in order, none overlapping. loose: "after 3" is a time too (a day stands near)."""
    text = text[:_LONGEST]
    whole = [Hours(m.start(), m.end(), time(0), all_day=True) for m in _ALL_DAY.finditer(text)]
    said = [_opened(s.start, s.end, s.at, s.cue, later=False) for s in spoken.times(text, loose=loose)]
    ranked = [*_ranges(text, loose=loose), *_points(text, loose=loose), *_military(text, loose=loose)]
    ranked += [*_parts(text, loose=loose), *said]
    if loose:
        ranked += [Hours(s.start, s.end, s.at, s.to) for s in spoken.spans(text)]
        ranked += [*_lists(text), *_after_day(text)]
    found: list[Hours] = []
    end = 0
    for one in sorted([*ranked, *whole], key=lambda h: (h.start, -(h.end - h.start))):
        if one.start >= end:
            found.append(one)
            end = one.end
    return settled(text, found)


def clock(text: str) -> time | None:
    """The one time of day that a text names ("at 8", "3pm", "15:00"), None where there is none or several."""
    points = [one for one in hours(text) if not one.part and not one.all_day]
    return points[0].at if len(points) == 1 else None
