"""Times that somebody proposes: lists, ranges, dayparts, "same time", zones; what is ruled out is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import available_timezones

from assistant.mentoring.facts import Slot
from assistant.reading.dates.clock import Hours, hours
from assistant.reading.dates.days import dates
from assistant.reading.dates.words import MONTH, WEEKDAY, Found, Moment, pattern

_ZONES = {
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "ct": "America/Chicago",
    "cdt": "America/Chicago",
    "central": "America/Chicago",
    "mt": "America/Denver",
    "mdt": "America/Denver",
    "mountain": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "wet": "Europe/Lisbon",
    "west": "Europe/Lisbon",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong",
    "eat": "Africa/Nairobi",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "brt": "America/Sao_Paulo",
    "sast": "Africa/Johannesburg",
    "wat": "Africa/Lagos",
}
# One short form, several countries: the sender's own decides, else the first.
_SHARED = {
    "ist": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "cst": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "mst": ("America/Denver", "America/Phoenix"),
    "ast": ("America/Halifax", "Asia/Riyadh"),
}
_SHORT = pattern(
    r"(?P<z>"
    + "|".join(
        sorted({*_ZONES, *_SHARED} - {"z", "et", "ct", "mt", "pt", "west", "eat", "wet", "wat"}, key=len, reverse=True)
    )
    + r")(?: time)?"
)
_TWO = re.compile(r"(?<=[\dmM] )(?P<z>ET|CT|MT|PT|WET|WEST|EAT|WAT)\b|(?<=\d)(?P<z2>Z)\b")
_OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?P<s>[+-])(?P<h>\d{1,2})(?![\d:]{2})", re.IGNORECASE)
_CITY = re.compile(
    r"(?:\(|,|\b)\s?(?P<city>[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?)\s?(?:time\b|\))"
    r"|(?<=[\dm] )(?P<c2>[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12})?)\b"
)

_NO = re.compile(
    r"\b(?:(?<!if )not|except|but not|can['’]?t(?: (?:do|make))?|cannot(?: (?:do|make))?|won['’]t work"
    r"|unavailable|busy|no longer|out|away|instead of|rather than)\b[^,.;!?\n]{0,20}$",
    re.IGNORECASE,
)
_RULED_OUT_AFTER = re.compile(
    r"^[^,.;!?\n]{0,12}\b(?:does(?:n['’]t| not) work|is (?:bad|full|out|impossible"
    r"|not possible)|won['’]t work|would be (?:though|too))|^,? though\b",
    re.IGNORECASE,
)
_SAME_TIME = pattern(r"(?:at the )?same (?:time|hour)")
_OR_DAY = re.compile(
    r"\s*(?:,|or|and|&|/|, or)\s*(?:the\s)?(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![\d:.hH/]|\s?[ap]\.?m|\s?min)",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    rf"(?<!at )(?<!@ )(?<![\d:.])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:,|or|and|&)\s*(?:\w+\s)?"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?P<m>{MONTH})",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _cities() -> dict[str, str]:
    """Cities that a zone is named for."""
    return {
        name.rsplit("/", 1)[-1].replace("_", " ").lower(): name
        for name in sorted(available_timezones())
        if "/" in name and not name.startswith("Etc/")
    }


def zone(text: str, sender: str) -> str | None:
    """The IANA zone that a text says its times are in, None where it says none; `sender`: the writer's own zone."""
    if offset := _OFFSET.search(text):
        hour = int(offset["h"])
        return f"Etc/GMT{'-' if offset['s'] == '+' else '+'}{hour}" if 0 < hour <= 12 else "UTC"
    match = _SHORT.search(text)
    word = match["z"].lower() if match and re.search(r"\d|noon", text) else ""
    if not word and (two := _TWO.search(text)):
        word = (two["z"] or two["z2"]).lower()
    if word in _SHARED:
        return sender if sender in _SHARED[word] else _SHARED[word][0]
    if word:
        return _ZONES[word]
    for city in _CITY.finditer(text):
        if name := _cities().get((city["city"] or city["c2"]).lower()):
            return name
    return None


def _more_days(text: str, found: list[Found], today: date) -> list[Found]:
    """ "Oct 6, 7 or 8": the bare numbers after a dated day belong to its month; "11 or 13 November" before it."""
    out: list[Found] = []
    for one in found:
        if one.first and (before := _DAY_BEFORE.search(text[max(0, one.start - 12) : one.end])) and one.grain == "day":
            out.extend(_sibling(one, before["d"], max(0, one.start - 12) + before.start(), today))
        out.append(one)
        position = one.end
        named = one.first and (
            re.search(MONTH, text[one.start : one.end], re.IGNORECASE) or "th" in text[one.start : one.end]
        )
        while named and one.grain == "day" and (match := _OR_DAY.match(text, position)):
            out.extend(_sibling(one, match["d"], match.start("d"), today))
            position = match.end()
    seen: dict[date | None, Found] = {}
    for one in out:
        seen.setdefault(one.first, one)
    return sorted(seen.values(), key=lambda f: f.start)


_BARE = re.compile(WEEKDAY, re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?;]\s|\n\s*\n", re.IGNORECASE)


def _in_a_row(text: str, found: list[Found]) -> list[Found]:
    """ "Thursday 12 November or Friday": a bare weekday after a dated day of the same list follows that day.

    After a week that is named it is the day of that week."""
    out: list[Found] = []
    before: Found | None = None
    for one in found:
        bare = _BARE.fullmatch(text[one.start : one.end]) is not None
        listed = before is not None and not _NEXT_SENTENCE.search(text[before.end : one.start])
        if bare and listed and before is not None and before.first and one.first and one.first <= before.first:
            after = before.first if before.grain == "week" else before.first + timedelta(days=1)
            ahead = (one.first.weekday() - after.weekday()) % 7
            moved = replace(one, first=after + timedelta(days=ahead), last=None, past=False)
            out.append(moved)
            before = moved
            continue
        out.append(one)
        if not bare:
            before = one if one.first and one.grain in {"day", "week"} and not one.ask else None
        elif before is not None:
            before = one
    return out


def _sibling(one: Found, number: str, position: int, today: date) -> list[Found]:
    assert one.first is not None
    try:
        day = one.first.replace(day=int(number))
    except ValueError:
        return []
    return [Found(position, position + len(number), day, past=day < today)]


def _allowed(text: str, found: Found) -> bool:
    """Not ruled out by words around it, nor in the past."""
    return not (
        found.ask
        or found.past
        or found.first is None
        or _NO.search(text[max(0, found.start - 40) : found.start])
        or _RULED_OUT_AFTER.match(text[found.end : found.end + 40])
    )


def _slot(day: date, when: Hours | None, name: str) -> Slot:
    if when is None or when.all_day:
        start = datetime.combine(day, time(0))
        return Slot(start, start + timedelta(days=1), name, whole_day=True)
    return Slot(datetime.combine(day, when.at), datetime.combine(day, when.to) if when.to else None, name)


def _days(found: Found) -> list[date]:
    assert found.first is not None
    last = found.last or found.first
    if found.grain not in {"day", "week"}:
        return []
    return [
        d
        for n in range(min((last - found.first).days, 6) + 1)
        if (d := found.first + timedelta(days=n)).weekday() < 5 or last == found.first
    ]


def slots(text: str, moment: Moment) -> tuple[Slot, ...]:
    """Every time that a text proposes, in its order. A week gives its working days; a day without a time is whole."""
    found = _more_days(text, _in_a_row(text, dates(text, moment)), moment.today)
    spans = [(f.start, f.end) for f in found]
    times = hours(_blank(text, spans), loose=True)
    if len(times) > 40 or len(found) > 40:  # nobody proposes so much: a timetable, not an answer
        return ()
    marks: list[tuple[int, Found | Hours | None]] = [(f.start, f) for f in found]
    marks += [(h.start, h) for h in times]
    marks += [(m.start(), None) for m in _SAME_TIME.finditer(text)]
    marks.sort(key=lambda mark: mark[0])
    return _paired(text, marks, zone(text, moment.zone) or moment.zone)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    out = list(text)
    for start, end in spans:
        out[start:end] = " " * (end - start)
    return "".join(out)


def _of_the_week(mark: Found, days: list[date], waiting: list[date], week: set[date]) -> tuple[list[date], set[date]]:
    """ "next week works. Tuesday 10:00?": the day says which of the week, which as a whole waits no more."""
    if mark.grain == "week":
        return waiting, set(days)
    if mark.grain == "day" and days and days[0] in week:
        return [d for d in waiting if d not in week], set()
    return waiting, week


def _paired(text: str, marks: list[tuple[int, Found | Hours | None]], name: str) -> tuple[Slot, ...]:
    """Days wait for the next time; a time just before a day is that day's; more times belong to the last days."""
    result: list[Slot] = []
    waiting: list[date] = []
    latest: list[date] = []
    week: set[date] = set()
    held: Hours | None = None
    last: Hours | None = None
    for _, mark in marks:
        if isinstance(mark, Found):
            if not _allowed(text, mark):
                continue
            days = _days(mark)
            waiting, week = _of_the_week(mark, days, waiting, week)
            if held and mark.start - held.end < 16:
                result += [_slot(day, held, name) for day in days]
                held, last, latest = None, held, days
                continue
            waiting += days
            continue
        when = mark or last
        if when is None:
            continue
        if waiting:
            result += [_slot(day, when, name) for day in waiting]
            waiting, latest = [], waiting
        elif mark and latest and last and last.part and not mark.part and when.start - last.end < 60:
            settled = set(latest)  # "Lunch on Tuesday? 12h30": the time says when
            result = [s for s in result if s.start.date() not in settled] + [_slot(day, when, name) for day in latest]
        elif (
            mark
            and latest
            and re.fullmatch(
                r"[\s,]*(?:or|and|/|,|&|\()?[\s,a-z]{0,12}", text[last.end : when.start] if last else "", re.IGNORECASE
            )
        ):
            result += [_slot(day, when, name) for day in latest]
        else:
            held = when
        last = when
    result += [_slot(day, None, name) for day in waiting]
    return tuple(dict.fromkeys(sorted(result, key=lambda s: s.start)))
