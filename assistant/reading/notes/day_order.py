"""Whether notes write the day or the month first: one date such as 12/18 says it for all of them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.dates import Moment

_NUMERIC = re.compile(r"(?<![\d/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?:/(?:\d{4}|\d{2}))?(?![\d/])")
LOOKED_AT = 20_000  # characters
MONTHS = 12
DAYS = 31


def ordered(moment: Moment, text: str) -> Moment:
    """The moment with the order that the text shows; the same where it shows none, or both."""
    found = {
        (int(match["a"]) > MONTHS, int(match["b"]) > MONTHS)
        for match in _NUMERIC.finditer(text[:LOOKED_AT])
        if max(int(match["a"]), int(match["b"])) <= DAYS
    } - {(False, False), (True, True)}
    return replace(moment, day_first=found.pop()[0]) if len(found) == 1 else moment
