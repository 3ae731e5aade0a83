"""Whether two numbers are a date: 3/4 and 3.4. may be a ratio, a score, a heading."""

from __future__ import annotations

import re

from assistant.reading.dates.spans import dated, weekday_number
from assistant.reading.dates.words import WEEKDAY, Moment

# What makes a bare 3/4 or 3.4. a date: a word before it, or a time or the end of the text after it.
_CUE = re.compile(
    r"(?:\b(?:on|by|until|till?|before|after|from|to|since|for|due|deadline|and|or|next|this|(?:later|earlier"
    r"|sooner) than|date|eod|cob|am|bis|vom"
    r"|zum|ab|latest"
    rf"|{WEEKDAY})\.?[\s:,–-]{{1,3}}|\d[./]\d{{1,2}}\.?\s?(?:,|-|–|&)\s?|[(:→📅]\s?|->\s?|(?:^|\n)[\s*•-]{{0,4}})$",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\s{0,2}(?:[–-]\s?\d|[,.;:!?)\]–-]*\s{0,2}(?:$|\n)|[,(–-]?\s?(?:at\b|@|from\b|between\b|after\b|same\b"
    r"|or\b|and\b|to\b|noon"
    r"|morning|afternoon|works\b|\d{1,2}(?:[:.]\d\d|\s?h|\s?[ap]\.?m)))",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"[,(–-]?\s?(?:at\s(?:\d|half|quarter|noon)|@|in the (?:morn|after|even)|eod\b|cob\b|noon\b|morning|afternoon"
    r"|evening|same\s|from\s\d"
    r"|between\s\d|after\s\d|\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:[:.]\d\d|\s?h\b|\s?uhr\b|\s?[ap]\.?m)|(?:um|klo"
    r"|kl\.?)\s\d)",
    re.IGNORECASE,
)
# "until the 20.11.", "by Mo 30.11.", as Germans, Finns and Swedes put it.
_FOREIGN_LEAD = re.compile(r"(?<=\s)(?:the|mo|di|mi|do|fr|sa|so|ma|ti|ke|to|pe|la|su|den)\.?,?\s$", re.IGNORECASE)
# "6/16 or 6/18, 3:15 pm": two of them that share a time; "between 1/9 and 4/9, always in the evening".
_SHARED_TIME = re.compile(
    r"\s?(?:or|and|to|,|&|-|–)\s?(?:on\s)?\d{1,2}/\d{1,2}(?![\d/])[^.;!?\n\d]{0,40}?"
    r"(?:\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\s?h\b)|(?:at|after|from)\s\d|\b(?:morning|afternoon|evening|noon"
    r"|any ?time)s?\b)",
    re.IGNORECASE,
)
# "30.11. or 1.12.": two of them in a list, each with both its dots.
_DOTTED_AFTER = re.compile(
    r"\s?(?:or|and|to|,|&|-|–|/)\s?(?:on\s)?(?:[a-z]{2,3}\.?,?\s)?[0-3]?\d\.\s?[01]?\d\.", re.IGNORECASE
)
_DOTTED_BEFORE = re.compile(r"\b[0-3]?\d\.\s?[01]?\d\.\s?(?:or|and|to|,|&|-|–|/)\s?(?:on\s)?$", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\n)\s*[*•-]\s+$")
_HALF_A_YEAR = 183
_FRACTIONS = {(24, 7), (9, 11), (7, 11), (1, 1), (50, 50)}


# "build 2.11.26": what is numbered so, and no day.
_NUMBERED = re.compile(
    r"\b(?:builds?|versions?|releases?|firmware|patch|rev(?:ision)?|ver\.?|v|model|part|item|section|clause|paragraph"
    r"|page|chapter|ip|python|android|ios|kernel|node|tag|branch|appendix|standard|figure|table)(?:\s(?:no\.?|number))?"
    r"\s{1,2}$",
    re.IGNORECASE,
)


def numbers_a_thing(match: re.Match[str]) -> bool:
    """Whether the numbers say which version or section of something: "build 2.11.26"."""
    return _NUMBERED.search(match.string[max(0, match.start() - 24) : match.start()]) is not None


def is_date(match: re.Match[str], a: int, b: int) -> bool:
    """Two numbers without a year are a date only beside something that says so: else a ratio, a score, a heading."""
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() :][:20]
    if match["wd"] or match[0].lower().startswith("next") or _in_dotted_list(match[0], before, after):
        return True
    if re.search(
        r"[$€£#]$|\b(?:of|ratio|score|page|section|chapter|version"
        r"|(?:fig(?:ure)?s?\.?|sections|chapters|tables?|pages)(?:\s\d[\d.]*\s?(?:,|and|or|to|[-–]))?)\s$",
        before,
        re.IGNORECASE,
    ):
        return False
    if match["sep"] == "/" and _SHARED_TIME.match(match.string, match.end()):
        return True
    if match["sep"] == ".":
        before = _FOREIGN_LEAD.sub("", before)
    if re.search(r"\b(?:by|until|till|before|due|deadline) the\s$", before, re.IGNORECASE):
        return True
    alone = not match.string[: match.start()].strip() and (a, b) not in _FRACTIONS
    if re.search(r"(?:^|\n)[\s*•-]{0,4}$", before):
        if match["sep"] == ".":
            return bool(_TIME_AFTER.match(after) or re.match(r"\s?[-–]\s?[0-3]?\d\.[01]?\d\.", after))
        if _BULLET.search(before) and _TIME_AFTER.match(after):
            return True
        return alone and bool(_TIMED.match(after) or _TIME_AFTER.match(after))
    if match["sep"] == "." and re.match(r"\s?[-–]\s?[0-3]?\d\.[01]?\d\.", after):
        return True
    return (a, b) != (24, 7) and bool(_CUE.search(before) or _TIME_AFTER.match(after))


def _in_dotted_list(said: str, before: str, after: str) -> bool:
    """Whether "30.11." stands beside another such date."""
    return said.endswith(".") and bool(_DOTTED_AFTER.match(after) or _DOTTED_BEFORE.search(before))


def by_weekday(word: str, numbers: tuple[int, int], year: int | None, moment: Moment) -> tuple[int, int] | None:
    """The order in which the date is the weekday written beside it, where only one does within half a year."""
    fitting = []
    for order in (numbers, numbers[::-1]):
        day = dated(year, order[1], order[0], moment, back=False)
        near = day is not None and (year is not None or (day - moment.today).days < _HALF_A_YEAR)
        if day and near and day.weekday() == weekday_number(word):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else None
