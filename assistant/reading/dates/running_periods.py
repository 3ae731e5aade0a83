"""The day, week, month or year that runs: before the day is over, within the hour, in the course of the week."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.reading.dates.spans import Rules, monday_of, span
from assistant.reading.dates.words import Found, Moment, month_end, pattern

_OVER = r"(?:is|['’]s|has|was)? ?(?:over|out|up|done|ends?|ended|finishes|closes|through|gone|passed)"
_UNIT = r"(?P<unit>hour|morning|afternoon|day|today|tonight|week|month|year)"


def _running(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    unit, today = match["unit"].lower(), moment.today
    if unit == "week":
        monday = monday_of(today)
        return span(match, monday, monday + timedelta(days=6), moment, "week")
    ends = {"month": month_end(today), "year": date(today.year, 12, 31)}
    if unit in ends:
        return span(match, today, ends[unit], moment, "range")
    return span(match, today, None, moment)


RULES: Rules = (
    (
        pattern(
            rf"(?:before|by the time|until|till) (?:(?:the|this|my) )?{_UNIT}(?: {_OVER}|['’]s (?:over|out|up|done))"
        ),
        _running,
    ),
    (pattern(r"(?:within|inside) (?:the|this) (?P<unit>hour|morning|afternoon|day)"), _running),
    (
        pattern(r"(?:in|over|during) the course of (?:the|this) (?P<unit>day|morning|afternoon|week|month|year)"),
        _running,
    ),
)
