"""Bare numbers of a proposal that are days or hours by where they stand: "the 10th is clear", "so 4 is good".

A number is one only where the words on both sides leave nothing else for it: a unit or a noun after it ("4 people",
"the 2nd draft") makes it a count. The words that may follow are those of grammar, which are few and known: a verb that
says something of it, a little word of a list, the end of what is said. What is offered need not be known here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from assistant.reading.dates.clock import Hours, working_hour
from assistant.reading.dates.spans import weekday_after
from assistant.reading.dates.words import GAP, WEEKDAY, Found, Moment

_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_AHEAD = 62  # days in which every number of a day comes
_LATEST = 20  # o'clock

# --- days

_FOLLOWS_DAY = (
    r"(?=\s?(?:[,.;:!?)/&–—-]|$|\n)|(?=\s\(\d)|['’]s\b|\s(?:is|are|was|would|will|could|can|may|might|should|works?|suits?|fits?"
    r"|looks?|seems?|sounds?|at|from|after|before|between|around|about|until|till?|and|or|but|if|as|when|because"
    r"|since|so|then|for|with|by|in the|in my|I|we|you|it|please|pls|instead|too|also|only|onwards?|either|both"
    r"|all day|any ?time|works)\b)"
)
_DAY = re.compile(
    rf"(?<![\w.,:/#@+-])(?:on\s)?(?:the\s)?(?P<d>\d{{1,2}})(?:st|nd|rd|th){_FOLLOWS_DAY}"
    r"|(?<![\w.,:/#@+-])(?:on\s)?the\s(?P<d2>\d{1,2})(?=,?\s(?:at|from|after|around|um|kl)\s\d{1,2}\b"
    r"|\sin the (?:morn|after|even))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"(?:on\s)?{WEEKDAY}", re.IGNORECASE)
_WEEKDAY_NUMBER = re.compile(rf"(?P<wd>{WEEKDAY})\.?\s\d{{1,2}}", re.IGNORECASE)
_HOUR_AFTER = re.compile(r"\s\d{1,2}(?=\s?[,;?!)]|\.(?!\d)|\sor\b|$)")
_ENDS = re.compile(r"\s?[,;?!)]|\.(?!\d)|\sor\b|$")
# "I liked the 2nd, too", "my 3rd": of things, not of the month.
_OF_THINGS = re.compile(
    r"\b(?:chos\w+|pick\w*|prefer\w*|lik\w+|lov\w+|read|reject\w*|skip\w*|dropp\w*|wrote|took|won|finish\w*|my|your|our"
    r"|his|her|their|its|every|each|turn(?:ed|ing|s)?|came|at|a)\s$",
    re.IGNORECASE,
)


def with_bare_days(text: str, found: Sequence[Found], moment: Moment) -> list[Found]:
    """The days of a proposal with the bare numbers that are days of the month, each the next such day."""
    out = list(found)
    for match in _DAY.finditer(text):
        taken = any(one.start < match.end() and match.start() < one.end for one in found)
        day = _next(int(match["d"] or match["d2"]), moment.today)
        if day and not taken and not _OF_THINGS.search(text[max(0, match.start() - 12) : match.start()]):
            out.append(Found(match.start(), match.end(), day, day))
    return sorted(out, key=lambda one: one.start)


def hours_of_weekdays(text: str, found: Sequence[Found], moment: Moment) -> list[Found]:
    """ "Tue 11, Thu 4": where the number after one weekday is no date of that day, those after the others are hours."""
    bare = [one for one in found if _WEEKDAY.fullmatch(text, one.start, one.end)]
    if not any(_HOUR_AFTER.match(text, one.end) for one in bare):
        return list(found)
    out = []
    for one in found:
        named = _WEEKDAY_NUMBER.fullmatch(text, one.start, one.end)
        if named and one.day and _ENDS.match(text, one.end):
            day = weekday_after(moment.today, one.day.weekday())
            out.append(replace(one, end=named.end("wd"), first=day, last=day))
        else:
            out.append(one)
    return out


def _next(number: int, today: date) -> date | None:
    ahead = (today + timedelta(days=step) for step in range(_AHEAD))
    return next((day for day in ahead if day.day == number), None)


# --- hours

_NUMBER = re.compile(
    rf"(?<![\w.,:/#@+-])(?:\d{{1,2}}|{'|'.join(_HOURS)})(?:ish)?(?![\w/%@:+]|[.,]\d|-\w)", re.IGNORECASE
)
# What may stand before an hour and after it; neither says yet that it is one.
_OPENS = re.compile(
    rf"(?:^|[.,;:!?(\n–—-]|{GAP}|\b(?:so|then|and|or|but|maybe|perhaps|either|say|like|say that|at|at the|around"
    rf"|about|for me"
    r"|manage|make|make it|call it|do|take|try|morning|afternoon|evening))\s*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    rf"\s*(?:[.,;:!?)…–—]|$|\n|{GAP})|\s(?:or|and|on|to|if|please|pls|sharp|then|would|will|could|works?|suits?|is|are"
    rf"|your time|my time|in the|morning|afternoon|evening|at the|at my|too|as well|instead"
    rf"|also|both|either|each day|on\s{GAP})(?!\w)|['’]s\s",
    re.IGNORECASE,
)
# One of these makes it an hour: a verb whose object an hour is, or what is said of one.
_LEADS = re.compile(
    rf"(?:\b(?:manage|make it|make|do|at|at the|around|say|come at|call it|morning|afternoon|evening)\s|{GAP}\s)$",
    re.IGNORECASE,
)
_ON_DAY = re.compile(  # "9 on Thursday", "3 in the afternoon"
    rf"\s(?:on\s(?:the\s)?{GAP}|(?:in the )?(?:morning|afternoon|evening)\b)", re.IGNORECASE
)
_STARTS = re.compile(r"[.!?]\s+$")  # "Breakfast on Friday? 9 at the Regency"
_ALONE = re.compile(r"\s?(?:[?!.](?=\s|$)|at (?:the|my|our)\b)", re.IGNORECASE)
_SUITS = re.compile(
    r"\s?(?:works?|suits?|will do|would (?:do|work|suit|be)|do(?:es)? (?:you|me|us)|suit (?:you|me|us)|sharp"
    r"|(?:on )?(?:both|either)(?: days?)?|each day"
    r"|(?:is|['’]s|(?<=\d\s)are|should be|will be|could be)\s(?:\w+ly\s)?(?:good|fine|best|ok|okay|great|perfect"
    r"|ideal|better"
    r"|possible|easie\w+|easy|free|lovely|alright|all right|doable))\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s?(?:,|/|,?\s(?:or|and)(?:\sat|\seven)?)\s?", re.IGNORECASE)


def bare_hours(text: str, times: Sequence[Hours]) -> list[Hours]:
    """The hours that bare numbers say. text: its days blanked by gaps; `times`: the hours that are known already."""
    numbers = [
        match
        for match in _NUMBER.finditer(text)
        if not any(one.start < match.end() and match.start() < one.end for one in times)
        and _hour(match[0]) is not None
        and _OPENS.search(text[max(0, match.start() - 16) : match.start()])
        and _CLOSES.match(text, match.end())
    ]
    found: list[Hours] = []
    for match in reversed(numbers):  # "10, 11 or half past three": each is an hour by the one that follows
        at = _hour(match[0])
        if at is not None and (_is_hour(text, match) or _is_listed(text, match, [*times, *found])):
            found.append(Hours(match.start(), match.end(), at))
    return sorted(found, key=lambda one: one.start)


def _is_hour(text: str, match: re.Match[str]) -> bool:
    leads = _LEADS.search(text[max(0, match.start() - 10) : match.start()])
    alone = _STARTS.search(text[: match.start()][-4:]) and _ALONE.match(text, match.end())
    one = match[0].lower() == "one"  # "one is good" is one of them
    of_day = _ON_DAY.match(text, match.end())
    return bool(leads or alone or of_day) or (not one and _SUITS.match(text, match.end()) is not None)


def _is_listed(text: str, match: re.Match[str], times: Sequence[Hours]) -> bool:
    """Whether another hour stands beside it in a list."""
    points = [one for one in times if not (one.part or one.all_day or one.to)]
    return any(
        _JOINT.fullmatch(text, match.end(), one.start) or _JOINT.fullmatch(text, one.end, match.start())
        for one in points
    )


def _hour(word: str) -> time | None:
    word = word.lower().removesuffix("ish")
    number = int(word) if word.isdecimal() else _HOURS.index(word) + 1
    hour = working_hour(number, word)
    return time(hour) if 7 <= hour <= _LATEST else None


_SEVEN_OR_EIGHT = re.compile(
    r"(?:(?:at|around|about|say)\s)?(?:half\s(?:past\s)?)?(?:7|8|seven|eight)(?:[:.]\d\d)?(?:ish)?", re.IGNORECASE
)
_IN_LIST = re.compile(r"[^.;!?\n]*(?:,|/|&|\b(?:or|and)\b)[^.;!?\n]*")
_EVENING = time(18)


def in_the_evening(text: str, times: Sequence[Hours]) -> list[Hours]:
    """ "Tuesday at 7 pm or Wednesday at eight": beside an evening hour of its list, 7 and 8 are in the evening too."""
    out: list[Hours] = []
    for one in times:
        before = out[-1] if out else None
        bare = one.to is None and not one.part and _SEVEN_OR_EIGHT.fullmatch(text, one.start, one.end)
        if before and before.to is None and before.at >= _EVENING and bare and one.at.hour < 12:
            listed = _IN_LIST.fullmatch(text, before.end, one.start)
            out.append(replace(one, at=one.at.replace(hour=one.at.hour + 12)) if listed else one)
        else:
            out.append(one)
    return out


# --- the times of other things

_OF_SOMETHING = re.compile(
    r"\b(?:the|my|our|his|her|their|a|an)\s$",
    re.IGNORECASE,
)
_ITS_NOUN = re.compile(
    r"[ -](?!(?:slots?|one|option|time|hour|window|hours|hrs|uhr|o['’]?clock|call|chat|talk|coffee|works?|suits?|is"
    r"|are|was|would|will|could|can"
    r"|or|and|on|in|at|to|for|if|as|but|so|then|please|pls|with|sharp|too|[ap]\.?m|start|meeting with you)\b)[a-z]{3,}",
    re.IGNORECASE,
)


def of_something_else(text: str, times: Sequence[Hours]) -> Iterator[Hours]:
    """The hours that only name a thing: "before the 9:30 stand-up", "I take the 8:15 train"."""
    for one in times:
        before = text[max(0, one.start - 8) : one.start]
        if not one.part and _OF_SOMETHING.search(before) and _ITS_NOUN.match(text, one.end):
            yield one
