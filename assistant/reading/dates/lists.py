"""Days in a list: "Oct 6, 7 or 8", "11 or 13 November", "Thursday 12 November or Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.reading.dates.spans import weekday_after
from assistant.reading.dates.words import MONTH, WEEKDAY, Found

_OR_DAY = re.compile(
    r"\s{0,3}(?:,\s?(?:or|and)\b|,|or|and|&|/)\s{0,3}(?:the\s)?(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    r"(?![\d:.hH/%]|\s?[ap]\.?m|\s?min|\s?[-–]\s?\d|\s(?:to|until)\s\d|\suhr|\so['’]clock|\snoon|\smidday|\s?(?:or|and"
    r"|,)\s\d{1,2}\s?(?:[ap]\.?m|:))",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    rf"(?<!at\s)(?<!@\s)(?<!\d\s)(?<!\d[:.,]\s)(?<![\d:.–-])(?P<list>(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,\s?(?:or"
    rf"|and)\b|,"
    rf"|or|and|&|/)\s*)+)"
    rf"(?:the\s)?(?:{WEEKDAY}[.,]?\s)?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?:the\s)?(?:{WEEKDAY}[.,]?\s)?(?:the\s)?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?[\s-](?:of\s)?{MONTH}",
    re.IGNORECASE,
)
_BARE = re.compile(WEEKDAY + "s?", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?;]\s|\n\s*\n|\bso\b", re.IGNORECASE)
_OF_WEEK = re.compile(rf"{WEEKDAY}.{{1,20}}\bweek", re.IGNORECASE)
_SAME_WEEK = re.compile(rf"(?:on\s)?{WEEKDAY}.{{1,6}}the\ssame\sweek", re.IGNORECASE)
_SAID_WEEK = re.compile(r"(?:the\s)?(?:next|this|following|coming)\s(?:coming\s)?week", re.IGNORECASE)
_ONE_TIME = (
    r"(?:(?:(?:morning|afternoon|evening)s?,?\s(?:at\s)?)?(?:\d{1,2}(?:[:.h]\d\d)?\s?(?:[ap]\.?m\.?|h|uhr)?"
    r"|(?:half\s(?:past\s)?)?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))|(?:morning|afternoon|evening)s?|noon"
    r"|lunch(?:time)?)"
)
_FOLLOWING = re.compile(rf"(?:on\s)?the\sfollowing\s{WEEKDAY}", re.IGNORECASE)
_TIME_BETWEEN = re.compile(
    rf"[,\s]{{1,2}}(?:(?:at|from|after|@)\s?)?{_ONE_TIME}(?:\s?[-–]\s?{_ONE_TIME})?,?\s{{1,2}}", re.IGNORECASE
)
_TIMES_BETWEEN = re.compile(
    rf"[,\s]{{1,2}}(?:(?:(?:at|from|after|@)\s?)?{_ONE_TIME}(?:\s?[-–]\s?{_ONE_TIME})?)?(?:,?\s?(?:or|and)\s"
    rf"|\s?[,/&]\s?)(?:on\s)?",
    re.IGNORECASE,
)
_ANY_BUT = re.compile(
    r"\b(?:any|every)\s?(?:week)?(?P<day>day)(?:\s(?:is|works|would be)(?:\s\w+)?)?,?\s(?:except(?:ing)?|but|apart from"
    r"|other than|bar"
    r"|besides|excluding|save)(?:\sfor)?(?:\son)?\s(?:the\s)?$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:(?:the|a|one)\s(?P<unit>week|day)\s(?:after(?!\s(?:the|my|our|a|I|we)\b)(?:\sthat\b)?|later|following)"
    r"|the\s(?:following|next)\s(?P<unit2>week|day))\b"
    r"(?!\s(?:tomorrow|next|that))",
    re.IGNORECASE,
)
_AND_LATER = re.compile(
    r"(?:\b(?:or|and|then|same (?:time|hour|slot)|otherwise|else|failing that|if not|alternatively|if that \w+)\b"
    r"|,|[.!?;]\s),?\s?(?:(?:at )?the same (?:time|hour|slot),?\s"
    rf"|(?:at\s)?{_ONE_TIME},?\s)?(?:on\s)?$",
    re.IGNORECASE,
)
_WEEK_BESIDE = re.compile(
    r"(?<!\w)(?:the\s)?week\s(?P<side>after|before|following|of|commencing|beginning|starting)\s(?:the\s)?$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\w+days", re.IGNORECASE)
_RULED_OUT = re.compile(r"\b(?:not?|nor|never|cannot|except|but|\w+n['’]?t)\b[^.;!?]*$", re.IGNORECASE)
_ITS_WEEK = re.compile(r"\sweek\b")
_FRAMED = re.compile(r"(?:until|till?|since|before|after|by)\s", re.IGNORECASE)
_FRAME = re.compile(r"\b(?:until|till?|since|before|after|by|back(?: on)?)\s(?:the\s)?$", re.IGNORECASE)
_REACH = 40
_NEAR = 60  # characters between a day and the words that count from it


def more_days(text: str, found: list[Found], today: date) -> list[Found]:
    """With the bare numbers beside a dated day, which belong to its month: after it ascending, before it descending."""
    out: list[Found] = []
    for one in found:
        words = text[one.start : one.end]
        if one.grain == "day" and one.first and not one.ask and _NUMBERED.match(words):
            before = text[max(0, one.start - _REACH) : one.start]
            if listed := _DAYS_BEFORE.search(before):
                for number in re.finditer(r"\d{1,2}", listed["list"]):
                    if int(number[0]) < one.first.day:
                        at = one.start - len(before) + listed.start("list") + number.start()
                        out.extend(_sibling(one, number[0], at, today))
        out.append(one)
        named = one.first and (re.search(MONTH, words, re.IGNORECASE) or re.search(r"\dth|\dst|\dnd|\drd", words))
        position, highest = one.end, one.first.day if one.first else 0
        while named and one.grain == "day" and not one.ask and (match := _OR_DAY.match(text, position)):
            if int(match["d"]) <= highest:
                break
            out.extend(_sibling(one, match["d"], match.start("d"), today))
            position, highest = match.end(), int(match["d"])
    said = {one.first for one in found}
    new = [one for one in out if one not in found and one.first not in said]
    kept = [one for one in found if not any(_is_word_of(text, one, sibling) for sibling in new)]
    return sorted([*kept, *new], key=lambda f: f.start)


def _is_word_of(text: str, one: Found, sibling: Found) -> bool:
    """ "Tues 1 / Weds 2 Dec": the weekday before a number of the list belongs to it."""
    return 0 < sibling.start - one.end <= 2 and _BARE.fullmatch(text[one.start : one.end]) is not None


def _sibling(one: Found, number: str, position: int, today: date) -> list[Found]:
    assert one.first is not None
    try:
        day = one.first.replace(day=int(number))
    except ValueError:
        return []
    return [Found(position, position + len(number), day, day, past=day < today)]


def of_weeks(text: str, found: list[Found]) -> list[Found]:
    """With the week of "any day except Tuesday next week", and days counted from another: "or a week later"."""
    out: list[Found] = []
    for one in (_week_beside(text, one) for one in found):
        before = out[-1] if out else None
        if before and before.first and one.first and one.day and _SAME_WEEK.fullmatch(text[one.start : one.end]):
            last = before.last or before.first
            day = last + timedelta(days=one.first.weekday() - last.weekday())
            out.append(replace(one, first=day, last=day, past=False))
            continue
        if before and before.first and one.day and _FOLLOWING.fullmatch(text[one.start : one.end]):
            day = weekday_after(before.last or before.first, one.day.weekday())
            out.append(replace(one, first=day, last=day, past=False))
            continue
        any_day = _ANY_BUT.search(text[max(0, one.start - _REACH) : one.start])
        if any_day and one.day and _OF_WEEK.fullmatch(text[one.start : one.end]):
            monday = one.day - timedelta(days=one.day.weekday())
            start = max(0, one.start - _REACH) + any_day.start("day")  # the "any" stays, as a word
            out.append(Found(start, start + len("day"), monday, monday + timedelta(days=6), "week"))
        out.append(one)
    out = _in_that_week(text, out)
    for match in _LATER.finditer(text):
        before = next((one for one in reversed(out) if one.end <= match.start()), None)
        near = before is not None and match.start() - before.end <= _NEAR
        if before and near and before.day and _AND_LATER.search(text[before.end : match.start()]):
            day = before.day + timedelta(days=7 if (match["unit"] or match["unit2"]).lower() == "week" else 1)
            out = [one for one in out if one.end <= match.start() or one.start >= match.end()]
            out.append(Found(match.start(), match.end(), day, day))
            out.sort(key=lambda one: one.start)
    return out


def _week_beside(text: str, one: Found) -> Found:
    """ "The week after Easter": the days of the week beside that of a feast or a day."""
    if one.first and one.grain in {"day", "feast"} and (its := _ITS_WEEK.match(text, one.end)):  # "Thanksgiving week"
        monday = one.first - timedelta(days=one.first.weekday())
        return replace(one, end=its.end(), first=monday, last=monday + timedelta(days=6), grain="week", past=False)
    beside = _WEEK_BESIDE.search(text[max(0, one.start - _REACH) : one.start])
    if not (beside and one.first and one.grain in {"day", "feast"}):
        return one
    weeks = {"before": -1, "after": 1, "following": 1}.get(beside["side"].lower(), 0)
    monday = one.first - timedelta(days=one.first.weekday()) + timedelta(weeks=weeks)
    return replace(
        one, start=one.start - len(beside[0]), first=monday, last=monday + timedelta(days=6), grain="week", past=False
    )


def _in_that_week(text: str, found: list[Found]) -> list[Found]:
    """ "Mon 10am, Wed 2:30pm or Fri 9am next week": the bare weekdays with times before a week are of that week."""
    out: list[Found] = []
    for one in found:
        out.append(one)
        if one.grain != "week" or one.first is None or not _SAID_WEEK.fullmatch(text[one.start : one.end]):
            continue
        at, gap = len(out) - 2, _TIME_BETWEEN
        while at >= 0 and out[at].first and _BARE.fullmatch(text[out[at].start : out[at].end]):
            if not gap.fullmatch(text[out[at].end : out[at + 1].start]):
                break
            wanted = one.first + timedelta(days=(out[at].first or one.first).weekday())
            out[at] = replace(out[at], first=wanted, last=wanted, past=False)
            at, gap = at - 1, _TIMES_BETWEEN
        if gap is _TIMES_BETWEEN:
            out.pop()
    return out


def in_a_row(text: str, found: list[Found]) -> list[Found]:
    """ "Thursday 12 November or Friday": a bare weekday after a dated day of the same list follows that day.

    After a week that is named it is the day of that week. After another bare weekday ("Monday 9, Wednesday 9", said on
    a Tuesday) it follows that one only in a list that holds nothing but days and times."""
    out: list[Found] = []
    before: Found | None = None
    strict = False
    for one in found:
        bare = _BARE.fullmatch(text[one.start : one.end]) is not None
        moved = _following(text, before, one, strict=strict) if bare and before else None
        out.append(moved or one)
        if moved:
            before = moved
        elif not bare:
            framed = _FRAME.search(text[max(0, one.start - 12) : one.start]) or _FRAMED.match(text, one.start, one.end)
            usable = one.first and one.grain in {"day", "week", "range"} and not one.ask and not framed
            before, strict = one if usable else None, False
        elif before is not None:
            before = one
        elif not _PLURAL.fullmatch(text, one.start, one.end) and not _RULED_OUT.search(
            text[max(0, one.start - _REACH) : one.start]
        ):
            before, strict = one, True
    return out


def _following(text: str, before: Found, one: Found, *, strict: bool) -> Found | None:
    """A bare weekday as the day after the one before it in its list, None where it is in no list or follows anyway."""
    if not (before.first and one.first) or _NEXT_SENTENCE.search(text[before.end : one.start]):
        return None
    if strict and (one.first >= before.first or not _TIMES_BETWEEN.fullmatch(text, before.end, one.start)):
        return None
    if one.first > (before.last or before.first):
        return None
    after = before.first if before.grain == "week" else (before.last or before.first) + timedelta(days=1)
    day = after + timedelta(days=(one.first.weekday() - after.weekday()) % 7)
    return replace(one, first=day, last=day, past=False)
