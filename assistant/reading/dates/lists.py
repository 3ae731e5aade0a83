"""Days in a list: "Oct 6, 7 or 8", "11 or 13 November", "Thursday 12 November or Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from assistant.reading.dates.words import MONTH, WEEKDAY, Found

_OR_DAY = re.compile(
    r"\s{0,3}(?:,\s?(?:or|and)\b|,|or|and|&|/)\s{0,3}(?:the\s)?(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    r"(?![\d:.hH/%]|\s?[ap]\.?m|\s?min|\s?[-–]\s?\d|\s(?:to|until)\s\d|\suhr|\so['’]clock|\s?(?:or|and"
    r"|,)\s\d{1,2}\s?(?:[ap]\.?m|:))",
    re.IGNORECASE,
)
_DAYS_BEFORE = re.compile(
    rf"(?<!at\s)(?<!@\s)(?<![\d:.,]\s)(?<![\d:.])(?P<list>(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,\s?(?:or|and)\b|,"
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
_NEXT_SENTENCE = re.compile(r"(?<![ap]\.m)[.!?;]\s|\n\s*\n", re.IGNORECASE)
_REACH = 40


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


def in_a_row(text: str, found: list[Found]) -> list[Found]:
    """ "Thursday 12 November or Friday": a bare weekday after a dated day of the same list follows that day.

    After a week that is named it is the day of that week."""
    out: list[Found] = []
    before: Found | None = None
    for one in found:
        bare = _BARE.fullmatch(text[one.start : one.end]) is not None
        listed = before is not None and not _NEXT_SENTENCE.search(text[before.end : one.start])
        if (
            bare
            and listed
            and before is not None
            and before.first
            and one.first
            and one.first <= (before.last or before.first)
        ):
            after = before.first if before.grain == "week" else (before.last or before.first) + timedelta(days=1)
            ahead = (one.first.weekday() - after.weekday()) % 7
            day = after + timedelta(days=ahead)
            moved = replace(one, first=day, last=day, past=False)
            out.append(moved)
            before = moved
            continue
        out.append(one)
        if not bare:
            before = one if one.first and one.grain in {"day", "week", "range"} and not one.ask else None
        elif before is not None:
            before = one
    return out
