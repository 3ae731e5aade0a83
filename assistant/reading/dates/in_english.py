"""Days and hours of other languages in English words, for the one grammar of proposals: "Donnerstag um 16 Uhr".

The words stand in `languages/*.toml`, section `[days]`. Of a text that is English otherwise only a day beside a number
is translated: "Domingo" is a name, too."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from assistant.reading.absence_words import spoken
from assistant.reading.dates.words import DAY_NAMES, MONTH_NAMES
from assistant.reading.folding import fold
from assistant.reading.languages import by_language

_LONG = 4  # letters: shorter names of days are words of other languages too
_SHORT = 3  # letters of a name that is read only before a number
_SMALL_WORDS = {
    "today": "today", "tomorrow": "tomorrow", "overmorrow": "the day after tomorrow", "this_week": "this week",
    "next_week": "next week", "next": "next", "or": "or", "also": "and", "morning": "in the morning",
    "afternoon": "in the afternoon", "evening": "in the evening", "not": "not", "but": "but", "taken": "taken",
}  # fmt: skip
_BEFORE_HOUR = {"from_hour": "from", "at_hour": "at"}
_NUMBER_AFTER = r"(?=\.?,?\s(?:\w{2,3}\s){0,2}\d)"
_WORD = re.compile(r"[^\W\d_]{4,24}")


def in_english(text: str) -> str:
    """A text with its days, months and hours in English words, where they are of one other language."""
    main = spoken(fold(text))[0].tag
    tag = _language(text, main)
    if not tag:
        return text
    expression, english = _words(tag, whole=tag == main)

    def word(match: re.Match[str]) -> str:
        if match["hour"]:
            return "h"
        said = english[fold(match["month"] or match["before"] or match["word"])]
        return f" {said}" if match["month"] else f"{said} " if match["before"] else said

    return expression.sub(word, text)


def _language(text: str, main: str) -> str:
    """The language whose days a text names, else the one that it is in; "" for English."""
    counts = Counter(tag for word in _WORD.findall(fold(text)) for tag in _tags().get(word, ()))
    if counts and (not counts[main] or main == "en"):
        return counts.most_common(1)[0][0]
    return "" if main == "en" or main not in by_language("days") else main


@cache
def _tags() -> dict[str, tuple[str, ...]]:
    """The languages of each full name of a day or a month that is no English word."""
    english = {fold(form) for forms in _names("en").values() for form in forms}
    found: dict[str, dict[str, None]] = {}
    for tag in by_language("days"):
        for forms in _names(tag).values():
            for form in forms if tag != "en" else ():
                if len(form) >= _LONG and fold(form) not in english:
                    found.setdefault(fold(form), {})[tag] = None
    return {form: tuple(tags) for form, tags in found.items()}


def _names(tag: str) -> dict[str, list[str]]:
    """The forms of each day and month, by its English name."""
    days = by_language("days")[tag]
    named = zip((*DAY_NAMES, *MONTH_NAMES), (*days.get("weekdays", ()), *days.get("months", ())), strict=False)
    return {name: [form.strip() for form in forms.split(" / ")] for name, forms in named}


@cache
def _words(tag: str, *, whole: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """The expression of a language's words, and each of them (folded) in English; `whole`: its small words as well."""
    days, names = by_language("days")[tag], _names(tag)
    weekdays = {form: name for name in DAY_NAMES for form in names.get(name, ())}
    months = {form: name for name in MONTH_NAMES for form in names.get(name, ())}
    small = {form: word for key, word in _SMALL_WORDS.items() for form in days.get(key, ())} if whole else {}
    before = {form: word for key, word in _BEFORE_HOUR.items() for form in days.get(key, ())}
    full = [form for form in weekdays if len(form) >= _LONG]
    short = [form for form in weekdays if len(form) == _SHORT]
    plain = rf"(?:{_any(full)}){'' if whole else _NUMBER_AFTER}|(?:{_any(short)}){_NUMBER_AFTER}|(?:{_any(small)})"
    expression = re.compile(
        rf"(?<=\d)(?:\.?[oºª]|er|\.)?\s?(?:de\s|d['’])?(?P<month>{_any(months)})(?!\w)(?:\.(?=,?\s?\d))?"
        rf"|(?<=\d)\s?(?P<hour>{_any(days.get('hour', ()))})(?!\w|\s?\d)"
        rf"|(?<!\w)(?P<before>{_any(before)})\s?(?=\d{{1,2}}(?!\d))"
        rf"|(?<!\w)(?P<word>{plain})(?!\w)",
        re.IGNORECASE,
    )
    return expression, {fold(form): word for form, word in {**weekdays, **months, **small, **before}.items()}


def _any(forms: object) -> str:
    """Words as the inside of a group, the longest first, as they are written and without their accents."""
    assert isinstance(forms, dict | list | tuple)
    spelt = {one for form in forms for one in (form, fold(form))}
    return "|".join(re.escape(one) for one in sorted(spelt, key=lambda one: (-len(one), one))) or r"(?!)"
