"""How days are written, as one regular expression a language: dates in all orders and scripts, and the softer words.

Matched against folded text. The names of the groups tell which form it was (`day_mentions.py` reads them): d, m, y with
the number of the form, e the last day of a range within one month.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.reading.absence_words import Tongue, tongue
from assistant.reading.folding import fold

_YEAR = r"(?:20|25|14|13)\d\d"  # ours, the Thai, the Persian
_SMALL = r"\W{0,3}(?:[^\W\d]{1,4}\W)?"
_ARTICLES = ("the", "den", "le", "el", "il", "dia", "dne", "am", "zum", "d\\.", "au", "al")
_PREFIXES = {"he": "[בלהומ]{0,2}(?:יום )?", "ar": "(?:[وفبل]?(?:ال)?|لل)"}


@cache
def forms(tag: str) -> re.Pattern[str]:
    """The expression of a language."""
    told = tongue(tag)
    months = names(told, "months")
    dates = [
        _iso(),
        _ideographic(),
        _month_first(told, months),
        _day_first(months),
        _numeric(),
        *_day_only(told, months),
    ]
    soft = [*_relative(told), *_weeks(told, months), _weekday(told, months)]
    return re.compile("|".join([rf"(?<![\da-z@:/+])(?<!\d[.,])(?:{'|'.join(dates)})", *soft]))


def _iso() -> str:
    return rf"(?P<y1>{_YEAR})[-./]\s?(?P<m1>\d{{1,2}})[-./]\s?(?P<d1>\d{{1,2}})(?!\d)"


def _ideographic() -> str:
    """2026年11月16日, 11月2日至13日, 11월 16일."""
    day = r"(?:(?P<y2>20\d\d)\s?[年년]\s?)?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일号號]?"
    return day + r"(?:\s?(?:\([^)\d]{1,8}\))?\s?(?:至|到|-|~|から|부터)\s?(?P<e2>\d{1,2})\s?[日일号號])?"


def _month_first(told: Tongue, months: str) -> str:
    """ "November 16th, 2026", "Nov 2-13", "2026. november 16.": in English, and where the year comes first."""
    if told.order not in ("", "ymd"):
        return r"(?!)"
    day = rf"(?:(?P<y4>20\d\d)\.?\s(?:m\.\s)?)?(?P<m4>{months})\.?\s{{0,2}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])"
    return day + r"(?:\s?-\s?(?P<e4>\d{1,2})(?![\d:]))?(?:(?:st|nd|rd|th)?,?\s(?P<Y4>20\d\d))?"


def _day_first(months: str) -> str:
    """ "16 November 2026", "16. marraskuuta", "16 de noviembre de 2026", "16-го ноября"."""
    day = r"(?P<d3>\d{1,2})(?:st|nd|rd|th|er|o|a|η|\.?-?(?:го|е|an|en))?"
    joint = r"(?:[\s.\-/]|(?:de|of|del|di|do|nam|a)\s|d'){0,4}ב?"
    year = rf"(?:[^\W\d]{{0,7}}[.,]?\s?(?:de\s|del\s|of\s|do\s|nam\s)?(?P<Y3>{_YEAR}))?(?!\d)"
    return rf"{day}{joint}(?P<m3>{months}){year}"


def _numeric() -> str:
    """12.11., 12/11/2026, 12-11-2026; 2-11 is no date, nor is 9:30, 5 % or 10.15 h."""
    day = r"(?P<a5>\d{1,2})(?:(?P<s5>[./])|-(?=\s?\d{1,2}-\s?\d\d))\s?(?P<b5>\d{1,2})"
    year = rf"(?:[./-]\s?(?P<y5>{_YEAR}|\d\d(?!\d))|\.)?"
    return day + year + r"(?![\d:/%]|\.\d|\s?(?:h|uhr|am|pm|%)\b)"


def _day_only(told: Tongue, months: str) -> tuple[str, str]:
    """ "the 16th", "am 16.", "le 16": the month goes without saying."""
    units = rf"(?:{told.words('days')}|{told.words('weeks')}|{months}|h|uhr)"
    articles = "|".join(f"(?<=\\s{one} )" for one in _ARTICLES)
    return (
        r"(?P<d6>\d{1,2})(?:st|nd|rd|th|-го|\s?[日일号號])(?![\w間])",
        rf"(?:{articles})(?P<D6>\d{{1,2}})\.?(?![\w:/%-]|\.\d|\s?{units})",
    )


def _relative(told: Tongue) -> tuple[str, ...]:
    """ "tomorrow", "in two weeks", and the same with the little word behind."""
    named = (f"(?P<{name}>{told.words(name)})" for name in ("overmorrow", "tomorrow", "today"))
    before, after = _amount(told, "n", "weeks"), _amount(told, "N", "Weeks")
    return (*named, rf"(?:{told.words('in')})\s?{before}", rf"(?<!\w){after}\s?(?:{told.words('in_after')})")


def _amount(told: Tongue, number: str, weeks: str) -> str:
    count = rf"(?P<{number}>\d{{1,2}}|{told.words('numbers')})"
    return rf"{count}\s?(?:(?P<{weeks}>{told.words('weeks')})|(?:{told.words('days')}))"


def _weeks(told: Tongue, months: str) -> tuple[str, ...]:
    """ "the end of the week", "end of November", "the start of next week", "this week"."""
    which = (
        rf"(?:(?P<ofmonth>{months})\w{{0,4}}|(?P<thisweek>{told.words('week')})|(?P<thismonth>{told.words('month')}))"
    )
    return (
        rf"(?P<end>(?:{told.words('end')}){_SMALL}{which})",
        rf"(?P<startnext>(?:{told.words('start')}){_SMALL}(?:{told.words('next_week')}))",
        rf"(?:{told.words('week_number')})\s?(?P<isoweek>\d{{1,2}})(?![\w%:])",
        rf"(?P<thisw>{told.words('this_week')})",
        rf"(?P<nextw>{told.words('next_week')})",
        rf"(?P<weekend>{told.words('weekend')})",
    )


def _weekday(told: Tongue, months: str) -> str:
    """ "Monday", "Monday 16": the number may be the day of the month."""
    unit = rf"(?:{told.words('days')}|{told.words('weeks')}|ב?(?:{months})|de\s|of\s|h\b|uhr|[ap]m\b)"
    number = r"(?:[^\W\d]{0,5},?\s(?:(?:the|le|den|el|il)\s)?(?P<D7>\d{1,2})(?:st|nd|rd|th)?"
    name = rf"(?<!\w){_PREFIXES.get(told.tag, '')}(?P<weekday>{names(told, 'weekdays')})"
    if told.spaceless:
        name = name.removeprefix(r"(?<!\w)")
    return rf"{name}{number}(?![\w:/-]|\.\s?\d|\.?\s?{unit}))?"


def names(told: Tongue, key: str) -> str:
    """The months or weekdays as a group's inside; short ones must be whole words, longer ones may go on."""
    keys = ("months", "jalali") if key == "months" else (key,)
    found = (form for one in keys for row in told.days.get(one, ()) for form in row.split(" / "))
    plain = sorted({fold(form) for form in found}, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) + _border(form, told) for form in plain) or r"(?!)"


def _border(form: str, told: Tongue) -> str:
    if form[-1:].isdigit():
        return r"(?!\d)"
    return r"(?!\w)" if len(form) <= 3 and not told.spaceless and form.isascii() else ""


@cache
def numbers(tag: str, key: str) -> dict[str, int]:
    """The folded names of months or weekdays, and their numbers, from 0."""
    return {fold(form): n for n, row in enumerate(tongue(tag).days.get(key, ())) for form in row.split(" / ")}
