"""Times of day in words: half past two, quarter to four, five o'clock, at eleven."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from assistant.reading.dates.words import GAP

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR = r"(?P<h>\d{1,2}|" + "|".join(_HOURS) + r")"
_MINUTES = {
    "half past": 30, "half": 30, "quarter past": 15, "quarter after": 15, "quarter to": -15, "quarter of": -15,
    "ten past": 10, "ten to": -10, "twenty past": 20, "twenty to": -20, "five past": 5, "five to": -5,
}  # fmt: skip
_SAID = re.compile(
    r"(?<![\w.,])(?:(?P<cue>(?:not|no)\s(?:before|until|till|after|past|(?:earlier|later)\sthan)|at|after|past|before|from|until|till|by|around|about|say|@)\s{1,2})?(?:a\s|(?<=\w\s)the\s)?"
    rf"(?:(?P<minutes>{'|'.join(_MINUTES)})\s{{1,2}})?{_HOUR}(?P<clock>\s?o['’]?\s?clock)?(?P<ish>[- ]?ish)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?![\w:/%]|[.,]\d)",
    re.IGNORECASE,
)
# "at two companies", "at one of them": a bare number is an hour only before what may follow an hour.
_AFTER = re.compile(
    r"\s{0,2}(?:[,.;:!?)(]|$|\n|\x00|(?:on|or|and|to|in the|sharp|works|suits|suit|work|(?:is|be) (?:good|fine|ok"
    r"|okay|best|better|perfect|alright|possible|convenient)|would|your|my|tomorrow|today|tonight"
    r"|[A-Z]{2,4})\b)"
)


_BESIDE_DAY = re.compile(rf"{GAP},?\s$")  # "Tuesday, half 3"


_WORD = r"(?:" + "|".join((*_HOURS, "noon", "midday")) + r"|\d{1,2})"
_SPAN = re.compile(
    rf"(?<![\w.,])(?:between|from)\s{{1,2}}(?P<a>{_WORD})\s{{1,2}}(?:and|to|till?|until)\s{{1,2}}(?P<b>{_WORD})"
    r"(?:\s?o['’]?\s?clock)?(?![\w:/%]|[.,]\d|\s?[ap]\.?m)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A time of day in words: text[start:end] says it; `cue` is the word before it ("after"). `to` ends a span."""

    start: int
    end: int
    at: time
    cue: str
    to: time | None = None


def spans(text: str) -> Iterator[Said]:
    """From one to three, between noon and two: a day stands near, and no digits alone say it."""
    for match in _SPAN.finditer(text):
        if (match["a"] + match["b"]).isdecimal() or not _AFTER.match(text, match.end()):
            continue
        first, last = _hour(match["a"]), _hour(match["b"])
        last += 12 if last <= first else 0
        if first < last < 24:
            yield Said(match.start(), match.end(), time(first), "", time(last))


def _hour(word: str) -> int:
    """Of the working day: one to six are in the afternoon."""
    word = word.lower()
    number = int(word) if word.isdecimal() else 12 if word in {"noon", "midday"} else _HOURS.index(word) + 1
    return number + 12 if 1 <= number <= 6 else number


def times(text: str, *, loose: bool) -> Iterator[Said]:
    """Every such time. loose: "at three" is one too (a day stands near)."""
    for match in _SAID.finditer(text):
        number, minutes = match["h"].lower(), " ".join((match["minutes"] or "").lower().split())
        if number.isdecimal() and not (minutes or match["clock"]):
            continue  # digits are the business of the clock
        half = minutes == "half" and loose and _BESIDE_DAY.search(text[max(0, match.start() - 4) : match.start()])
        if minutes in {"half", "five to", "ten to", "twenty to"} and number.isdecimal() and not (match["cue"] or half):
            continue  # "half 2", "ten to 15 people"
        bare = not (minutes or match["clock"] or match["half"])
        if bare and not (loose and (match["cue"] or match["ish"]) and _AFTER.match(text, match.end())):
            continue
        hour = int(number) if number.isdecimal() else _HOURS.index(number) + 1
        if not 1 <= hour <= 12:
            continue
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0) if match["half"] else hour
        hour = hour + 12 if not match["half"] and 1 <= hour <= 6 else hour
        total = hour * 60 + _MINUTES.get(minutes, 0)
        yield Said(match.start(), match.end(), time(total // 60 % 24, total % 60), (match["cue"] or "").lower())
