"""From which day on something is wished of all meetings: "from January on", "starting next week" (L29)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.commands.rules import Line
from assistant.reading.dates import day
from assistant.reading.dates.words import MONTH, MONTH_NUMBER

SINCE = re.compile(
    r"\b(?:from|starting|beginning|as of)(?: in| with| on)? (?P<day>(?:the )?(?:next (?:week|month|year)|new year"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}}(?:st|nd|rd|th)\b))",
    re.IGNORECASE,
)
_MONTH = re.compile(MONTH, re.IGNORECASE)


def first_day(words: str, line: Line) -> date | None:
    """The day that these words name: a month's first, next week's Monday, a date; None for a day that is over."""
    today = line.reading.moment.today
    lower = words.lower()
    if lower.endswith("next week"):
        return today + timedelta(days=7 - today.weekday())
    if lower.endswith(("next month", "next year", "new year")):
        return today.replace(day=1) + relativedelta(months=1) if "month" in lower else date(today.year + 1, 1, 1)
    if month := _MONTH.fullmatch(lower.removeprefix("the ")):
        number = MONTH_NUMBER[month[0][:3].lower()]
        return date(today.year + (number <= today.month), number, 1)
    found = day(words, line.reading.moment)
    return found.day if found and not found.past else None
