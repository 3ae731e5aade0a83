"""The words of dates: names of months and days, numbers, and the values that the grammar gives back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
               "november", "december")  # fmt: skip
DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty-one": 21, "twenty-eight": 28, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60, "ninety": 90,
}  # fmt: skip
_NINE = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS = (
    *(*_NINE, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", *(f"twenty-{word}" for word in _NINE), "thirtieth", "thirty-first"),
)

MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
DAY_NUMBER = {name[:3]: number for number, name in enumerate(DAY_NAMES)}
RRULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
)
ORDINAL_WORD = "(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]") + ")"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL_WORD})"
UNIT = r"(?:(?:working|business|week) ?days?|days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|quarters?)"
COUNT = r"(?:\d{1,3}|an?(?: couple of)?|half an?|couple(?: of)?|" + "|".join((*_COUNTS, *_TENS)) + ")"

# Anglo-Saxon orders: of the countries with mail in English only these write the month first.
MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"})
# Countries where both orders are met on paper: a date that could be either is asked.
BOTH_ORDERS = frozenset({"CA"})

# "Moved from Tuesday to Thursday": the first is no longer meant.
MOVED_FROM = (
    r"\b(?:mov|push|shift|switch|chang|postpon|slip|delay|reschedul|brought)\w*\s(?:\w+\s){0,3}from\s(?:the\s)?"
)
GAP = "\x00"  # stands where a date stood, so that "Thursday am" and "I am" stay apart
_BLANKS = re.compile(r"\[[^\]]*\]| \?| ")


def zone_info(name: str) -> ZoneInfo:
    """The zone of a name, UTC where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where words were written: `now` is aware, `zone` an IANA name, `day_first` how 3/4 is read there
    (None: not known, so such a date is asked).
    `theirs`: the zone of the one written to, for "3pm your time"; "" where it is not known."""

    now: datetime
    zone: str = "UTC"
    day_first: bool | None = True
    theirs: str = ""

    @property
    def local(self) -> datetime:
        """`now` as the wall clock of `zone` shows it, naive."""
        return self.now.astimezone(zone_info(self.zone)).replace(tzinfo=None)

    @property
    def today(self) -> date:
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: text[start:end] are its words, `first` to `last` the days it covers (both included).

    grain: "day", "week" (Monday to Sunday), "month", "year", "feast", "range" (from a day to a day), "part" (the end of
    March: `point` is the day that it stands for). time, until: a time of day said with it, and its end.
    past: it lies before the moment of writing. unusual: right in most mouths, but to be confirmed.
    ask: a question to put, when the words have no one meaning; then `first` is None.
    """

    start: int
    end: int
    first: date | None
    last: date | None = None
    grain: str = "day"
    time: dt.time | None = None
    until: dt.time | None = None
    past: bool = False
    unusual: bool = False
    ask: str = ""
    point: date | None = None

    @property
    def day(self) -> date | None:
        """The one day that is meant, None for a longer period or a question."""
        return self.first if self.grain == "day" else self.point

    @property
    def at(self) -> datetime | None:
        """Day and time, naive, None where one of them is missing."""
        return datetime.combine(self.day, self.time) if self.day and self.time else None


def day_first(country: str) -> bool | None:
    """How a country ("GB", "ES-MD") reads 3/4; None where both ways are usual or nothing is known."""
    code = country.split("-", maxsplit=1)[0].upper()
    return None if not code or code in BOTH_ORDERS else code not in MONTH_FIRST


def count(word: str) -> float:
    """How many a word says: "two" is 2, "a" 1, "half a" 0.5, "a couple of" 2."""
    word = " ".join(word.lower().split())
    if word.isdecimal():
        return int(word)
    if "couple" in word:
        return 2
    if word.startswith("half"):
        return 0.5
    return _TENS.get(word) or (_COUNTS.index(word) + 1 if word in _COUNTS else 1)


def ordinal(word: str) -> int:
    """Which one a word says: "3rd" and "third" are 3, "last" is -1."""
    word = "-".join(word.lower().split())
    if word[0].isdecimal():
        return int(word[:-2])
    return -1 if word == "last" else _ORDINALS.index(word) + 1


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


@lru_cache(maxsize=512)
def pattern(expression: str) -> re.Pattern[str]:
    """A compiled rule: any case, any white space for a blank (` ?`: where there is one), whole words only."""
    spaced = _BLANKS.sub(lambda m: m[0] if m[0][0] == "[" else r"\s{0,4}" if m[0] == " ?" else r"\s{1,4}", expression)
    return re.compile(rf"(?<![\w@])(?:{spaced})(?!\w|@(?!\d{{1,2}}\b(?!\.\w)))", re.IGNORECASE)
