"""Days with a name: Christmas, Good Friday, Thanksgiving. All are to be confirmed: people mean the days around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter

from assistant.reading.dates.spans import Rules, question, span
from assistant.reading.dates.weekdays import in_month
from assistant.reading.dates.words import Found, Moment, pattern

_DAY = timedelta(days=1)
Days = Callable[[int], tuple[date, date]]


def _fixed(month: int, first: int, last: int = 0) -> Days:
    return lambda year: (date(year, month, first), date(year, month, last or first))


def _easter(first: int, last: int | None = None) -> Days:
    return lambda year: (easter(year) + first * _DAY, easter(year) + (first if last is None else last) * _DAY)


def _nth(month: int, number: int, weekday: int, later: int = 0) -> Days:
    def days(year: int) -> tuple[date, date]:
        day = in_month(date(year, month, 1), number, weekday)
        assert day is not None
        return day + later * _DAY, day + later * _DAY

    return days


# The longest name wins: "Easter Monday" before "Easter". American days by the American calendar.
_FEASTS: dict[str, Days] = {
    r"christmas eve|xmas eve": _fixed(12, 24),
    r"boxing day|st\.? stephen['’]?s day": _fixed(12, 26),
    r"christmas(?: day)?|xmas": _fixed(12, 25, 26),
    r"new year(?:['’]?s)? eve|nye|hogmanay": _fixed(12, 31),
    r"(?:the )?new year(?:['’]?s)?(?: day)?": _fixed(1, 1),
    r"epiphany|three kings(?:['’]? day)?|los reyes": _fixed(1, 6),
    r"valentine['’]?s(?: day)?": _fixed(2, 14),
    r"(?:st\.? )?(?:patrick['’]?s|paddy['’]?s) day": _fixed(3, 17),
    r"hallowe['’]?en": _fixed(10, 31),
    r"all saints['’]?(?: day)?": _fixed(11, 1),
    r"veterans['’]? day": _fixed(11, 11),
    r"juneteenth": _fixed(6, 19),
    r"burns night": _fixed(1, 25),
    r"australia day": _fixed(1, 26),
    r"st\.? david['’]?s day": _fixed(3, 1),
    r"april fools?['’]?(?:s['’]?)?(?: day)?": _fixed(4, 1),
    r"st\.? george['’]?s day": _fixed(4, 23),
    r"anzac day": _fixed(4, 25),
    r"(?-i:May Day)": _fixed(5, 1),
    r"canada day": _fixed(7, 1),
    r"bastille day": _fixed(7, 14),
    r"bonfire night|guy fawkes(?: night| day)?": _fixed(11, 5),
    r"remembrance day": _fixed(11, 11),
    r"st\.? andrew['’]?s day": _fixed(11, 30),
    r"shrove tuesday|mardi gras|pancake day": _easter(-47),
    r"ash wednesday": _easter(-46),
    r"palm sunday": _easter(-7),
    r"holy week|semana santa": _easter(-7, 0),
    r"maundy thursday": _easter(-3),
    r"good friday": _easter(-2),
    r"easter sunday": _easter(0),
    r"easter monday": _easter(1),
    r"easter": _easter(-2, 1),
    r"ascension(?: day| thursday)?": _easter(39),
    r"pentecost monday|whit monday": _easter(50),
    r"pentecost|whitsun(?:day)?|whit sunday": _easter(49),
    r"corpus christi": _easter(60),
    r"(?:mlk|martin luther king)(?: jr\.?)?(?:['’]?s)? day": _nth(1, 3, 0),
    r"presidents?['’]?s? day": _nth(2, 3, 0),
    r"memorial day": _nth(5, -1, 0),
    r"labor day": _nth(9, 1, 0),
    r"columbus day": _nth(10, 2, 0),
    r"thanksgiving(?: day)?": _nth(11, 4, 3),
    r"black friday": _nth(11, 4, 3, 1),
    r"cyber monday": _nth(11, 4, 3, 4),
}
_COMPILED = tuple((re.compile(expression, re.IGNORECASE), days) for expression, days in _FEASTS.items())
# Their day moves with another calendar, or differs between countries: it is asked.
_SHADOWS = (
    r"(?:chinese|lunar|persian|tamil|jewish|islamic|orthodox|academic|fiscal|tax|school) new year"
    r"|orthodox (?:easter|christmas|good friday)|(?:super|giving) tuesday|bank holiday monday"
)
_UNKNOWN = (
    rf"{_SHADOWS}|bank holiday|labour day|diwali|deepavali|eid(?:[ -]\w{2, 5}[ -]\w{3, 5})?|ramadan|passover"
    rf"|pesach|hanukkah|rosh hashanah|yom kippur|carnival"
    r"|half[- ]term|spring break|golden week"
)
_CUES = (
    r"(?:by|before|after|over|until|till?|at|since|around|for|on|during|this|in|from|of|come|next|past"
    r"|post)(?: the)?"
)


def _feast(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """The feast's days, the next ones."""
    name = " ".join(match["feast"].split())
    days = next(days for expression, days in _COMPILED if expression.fullmatch(name))
    for year in (moment.today.year, moment.today.year + 1):
        first, last = days(year)
        if last >= moment.today:
            found = span(match, first, last, moment, "day" if first == last else "feast")
            return replace(found, start=match.start("feast"), unusual=True) if found else None
    return None


def _moving(match: re.Match[str], _moment: Moment, _back: bool) -> Found | None:
    return question(match, f"“{match['feast']}”: which day is that?")


_NAMES = "|".join(_FEASTS)
RULES: Rules = (
    (pattern(rf"{_CUES} (?:the |your |our |my )?(?P<feast>{_UNKNOWN})"), _moving),
    (pattern(rf"(?P<feast>{_SHADOWS})"), _moving),
    (pattern(rf"(?:\b{_CUES}(?: early| late| shortly| just)? |^(?!(?-i:good)))(?P<feast>{_NAMES})"
             r"(?! (?:egg|eggs|bunny|party|card|cards|present|presents|dinner|lunch|tree|spirit|bonus|shopping"
             r"|carol))"), _feast),
    (pattern(r"(?P<feast>(?-i:Good)[ ]friday|black friday|cyber monday|easter monday|easter sunday|boxing day"
             r"|ash wednesday|palm sunday"
             r"|shrove tuesday|whit monday|maundy thursday|christmas eve|christmas day|new year['’]s eve"
             r"|new year['’]s day)"), _feast),
)  # fmt: skip
