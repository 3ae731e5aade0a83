"""The day of the talk, where notes begin with it: "# Minerva 18/11", "Notes 18 Nov", "Date: 18 November 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from assistant.reading.dates import Moment, dates
from assistant.reading.notes.lines import Form, Line

FIRST = 2  # lines of a text that may be its title
MOST_WORDS = 8
LOOKS_BACK = timedelta(days=60)
_LATER = re.compile(r"\b(?:next|by|due|until|before|deadline|will|to)\b|[.!?]$", re.IGNORECASE)


def held_on(found: Sequence[Line], moment: Moment) -> date | None:
    """The day that a title names, of the last two months; None where none does, or two do."""
    for line in found[:FIRST]:
        title = line.form in {Form.HEADING, Form.PROSE} and len(line.text.split()) <= MOST_WORDS
        if not title or not re.search(r"\d", line.text) or _LATER.search(line.text):
            continue
        days = {one.first for one in dates(line.text[:120], moment, back=True) if one.first == one.last}
        day = days.pop() if len(days) == 1 else None
        if day and moment.today - LOOKS_BACK <= day <= moment.today:
            return day
    return None
