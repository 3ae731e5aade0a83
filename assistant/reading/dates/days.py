"""Every date in a text, looking forward from the moment of writing (language.md, "Which reading wins" 4)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from assistant.reading.dates import calendar_days, feasts, periods, running_periods, weekdays
from assistant.reading.dates.joined import joined
from assistant.reading.dates.slips import written_out
from assistant.reading.dates.words import GAP, Found, Moment

_MOST = 8_000  # characters: nobody names a date further down
_RULES = (*calendar_days.RULES, *weekdays.RULES, *periods.RULES, *running_periods.RULES, *feasts.RULES)


def dates(text: str, moment: Moment, *, back: bool = False) -> list[Found]:
    """Every date in a text, in order, none overlapping; of two that overlap the earlier, then the longer.

    back: the text tells what has been done, so a bare weekday is the last one."""
    return list(_dates(text[:_MOST], moment, back=back))


@lru_cache(maxsize=16)  # one text is asked several times which days it names
def _dates(text: str, moment: Moment, *, back: bool) -> tuple[Found, ...]:
    text, place = written_out(text)
    hits: list[Found] = []
    for expression, rule in _RULES:
        for match in expression.finditer(text):
            try:
                found = rule(match, moment, back)
            except (ValueError, OverflowError):  # a year outside the calendar is no date
                continue
            if found is not None:
                hits.append(found)
    chosen: list[Found] = []
    end = 0
    for one in sorted(hits, key=lambda f: (f.start, -(f.end - f.start))):
        if one.start >= end:
            chosen.append(one)
            end = one.end
    whole = joined(text, chosen, moment)
    return tuple(replace(one, start=place(one.start), end=place(one.end)) for one in whole)


def blank(text: str, found: list[Found]) -> str:
    """The text with a gap in place of each date, so that its numbers are no times. "Tonight" is both."""
    out = list(text)
    for one in found:
        if text[one.start : one.end].lower() != "tonight":
            out[one.start : one.end] = GAP * (one.end - one.start)
            if text[one.end : one.end + 1] == "T" and text[one.end + 1 : one.end + 2].isdecimal():  # ISO 8601
                out[one.end] = GAP
    return "".join(out)
