"""The parts of a day: morning, after lunch, close of business."""

from __future__ import annotations

import re
from datetime import time

from assistant.reading.dates.words import GAP, pattern

# What people call the parts of a working day (reading.md: dayparts): from, to. The first that fits wins.
_PARTS: tuple[tuple[str, time, time], ...] = (
    (r"first thing", time(9), time(10)),
    (r"before lunch|pre[- ]lunch|early morning|first half(?! of)", time(9), time(12)),
    (r"(?:right |just |straight )?after lunch|post[- ]lunch", time(14), time(18)),
    (rf"late[\s{GAP}]+morning", time(11), time(12)),
    (r"mid[- ]?morning", time(10), time(12)),
    (rf"early[\s{GAP}]+afternoon", time(13), time(15)),
    (r"mid[- ]?afternoon", time(14), time(16)),
    (rf"late(?:r in the)?[\s{GAP}]+afternoon", time(16), time(18)),
    (r"(?:at the )?end of (?:the |my )?(?:(?:business|working) )?day|close of (?:business|play)", time(17), time(18)),
    (r"eod|cob", time(17), time(18)),
    (r"after (?:work|hours|office hours|supper|dinner|tea)", time(18), time(21)),
    (r"(?:in the )?(?:mornings?|forenoons?)(?: only)?", time(9), time(12)),
    (r"(?:over |at )?lunch(?:[- ]?time)?", time(12), time(14)),
    (r"(?:in the )?afternoons?|arvo|second half(?! of)", time(13), time(18)),
    (r"(?:in the )?(?:early )?evenings?|week ?nights?|tonight|night|eve", time(18), time(21)),
)
_PART_OF = tuple((re.compile(expression, re.IGNORECASE), start, end) for expression, start, end in _PARTS)
# Any of them in a text, its words in the group "part".
PART = pattern(r"(?P<part>" + "|".join(expression for expression, _, _ in _PARTS) + r")")


def span_of(words: str) -> tuple[time, time]:
    """From when to when a part lasts that PART has found, "late  morning"."""
    plain = " ".join(words.split())
    return next((start, end) for expression, start, end in _PART_OF if expression.fullmatch(plain))
