"""Rhythms, hours and lengths of a series in words: what they say, and whether a sentence says anything else (L29).

A sentence about a series counts only where every word of it is one of rhythms, hours, lengths and changing: what has
one more word in it is left to other rules, and to a question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line
from assistant.reading.dates import clock, minutes, recurrence
from assistant.reading.dates.words import DAY_NUMBER, MONTH, RRULE_DAYS, WEEKDAY

_SECOND = re.compile(rf"\bevery (?:second|2nd) {WEEKDAY}s?\b(?! of\b| in (?:the|each|every)\b)", re.IGNORECASE)
LENGTH = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|half an?|three quarters of an)[ -]?(?:minutes?|mins?|min|hours?|hrs?|hr)\b"
    r"(?: and a half)?|\b[1-5] ?h\b"
    r"|\bhalf (?:an )?hours?\b",
    re.IGNORECASE,
)
DAYS = re.compile(rf"\b(?P<day>{WEEKDAY})s?\b", re.IGNORECASE)
_BY = r"(?:by )?(?P<n>half an|a quarter of an|an?|one|two|\d{1,3})[ -]?(?P<unit>minutes?|mins?|hours?|hrs?)"
DIFFERENCE = re.compile(rf"\b{_BY} (?:shorter|less|longer|more|earlier|sooner|later)\b", re.IGNORECASE)
_LONGER = re.compile(rf"\b{_BY} (?:(?P<less>shorter|less)|longer|more)\b", re.IGNORECASE)
_LATER = re.compile(rf"\b{_BY} (?:(?P<less>earlier|sooner)|later)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|for) (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{1,64}){0,2})|(?P<whose>[\w.-]{2,40})['’]s\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d{1,2}(?:st|nd|rd|th)\b|\d{1,3}[:.h]?\d{0,2}[ap]?\.?m?|\S")
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    a about again all also alternate always am an and any are as ask at be beginning better bi biweekly both
    cadence call calls can change could dates do doesn't don't each eight entire every everything extend first
    earlier five for fortnight fortnightly four fourth from future go going good half have hello henceforth her here hi
    him hold hour hours hr hrs i i'd i'll i've id if in instead into is it it's just keep last later length lengthen let
    let's lets lighter like long longer make meet meeting meetings mentoring midday min mins minute minutes month
    monthly months more move my need new next no noon not now o'clock of often ok okay on once one ones only onto
    onward onwards or other our per permanently place please pls pm prefer put quarter quarterly quarters rather
    reduce regular reschedule rest rhythm robin run schedule second series session sessions set shall shift
    shorten shorter should six slot so sooner start starting stay suit suits sure swap switch talk talks tell than thank
    thanks that the them then there these third this those three time times to try twice two us want way we we'd
    we'll we've wed week week's weekly weeks what whole with work works would year years you
    """,
    )
)
_MONTHS = re.compile(MONTH, re.IGNORECASE)
_DAY_WORD = re.compile(rf"{WEEKDAY}s?", re.IGNORECASE)
_BARE = frozenset(".,;:!?-–—()'’")


@dataclass(frozen=True, slots=True)
class Said:
    """What words say of a rhythm: a rule without an end, an hour, a length in minutes; and the command's fields.

    fields: `weekday` (the day changes, not how often), `by` and `longer` (minutes by which the hour, or the length,
    changes), `unsure` ("every second" may be two rhythms)."""

    rrule: str
    hour: time | None
    length: int | None
    fields: tuple[tuple[str, str], ...]


def said(words: str) -> Said | None:
    """What these words say of a rhythm; None where they say nothing of it."""
    fields: list[tuple[str, str]] = []
    for name, pattern in (("longer", _LONGER), ("by", _LATER)):
        if by := pattern.search(words):
            fields.append((name, str(_minutes(by["n"], by["unit"]) * (-1 if by["less"] else 1))))
            words = words[: by.start()] + words[by.end() :]
    rule = rhythm(words)
    bare = LENGTH.sub(" ", words)
    hour, length = clock(bare), minutes(re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", words))
    days = list(dict.fromkeys(RRULE_DAYS[DAY_NUMBER[found["day"][:3].lower()]] for found in DAYS.finditer(bare)))
    if rule and rule.startswith("FREQ=WEEKLY;BYDAY=") and not _TELLS_HOW_OFTEN.search(words):
        rule = None if len(days) == 1 else rule  # "to Wednesdays": the day changes, not how often
    if not (rule or hour or length or fields or len(days) == 1):
        return None
    if len(days) == 1 and (not rule or "BY" not in rule):
        fields.append(("weekday", days[0]))
    if _SECOND.search(words):
        fields.append(("unsure", "every second"))
    return Said(rule or "", hour, length, tuple(fields))


def _minutes(many: str, unit: str) -> int:
    number = {"half an": 0.5, "a quarter of an": 0.25, "an": 1, "a": 1, "one": 1, "two": 2}.get(many.lower()) or int(
        many
    )
    return round(number * (60 if unit.lower().startswith("h") else 1))


def rhythm(words: str) -> str | None:
    """How often; "the first Wednesday" alone is one of each month."""
    nth = _NTH_DAY.search(words)
    return recurrence(words) or (recurrence(f"monthly {nth[0]}") if nth else None)


_NTH_DAY = re.compile(rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) {WEEKDAY}\b", re.IGNORECASE)


def of_series(text: str, line: Line) -> tuple[Who, str] | None:
    """Whose series a sentence is about (named, else the thread's), and its words without the name.

    None where a word of it is neither a name nor of rhythms, or two people are named."""
    found = whose(text, line)
    if found is None:
        return None
    who, words = found
    within = named_within(words, line)
    if within is None or (within[0] and who.named and within[0].id != who.id):
        return None
    return within[0] or who, within[1]


_TELLS_HOW_OFTEN = re.compile(r"\b(?:weekly|every|each|once a week|per week)\b", re.IGNORECASE)


def whose(text: str, line: Line) -> tuple[Who, str] | None:
    """The person who is named, else the thread's, and the words without the name; None for a name of nobody."""
    for match in _WITH.finditer(text):
        words = (match["who"] or match["whose"]).split()
        for count in range(len(words), 0, -1):
            named = " ".join(words[:count])
            if who := resolve(named, line.reading):
                rest = " ".join(words[count:])
                return who, f"{text[: match.start()]} {rest}{text[match.end() :]}"
    return Who(line.reading.thread), text


def named_within(words: str, line: Line) -> tuple[Who | None, str] | None:
    """The one person whom a word among the others names ("switch Minerva to quarterly"), and the words without it.

    None where a word is neither a name nor of rhythms."""
    found: Who | None = None
    kept = []
    for token in _TOKEN.findall(words):
        if _is_known(token):
            kept.append(token)
            continue
        who = resolve(token, line.reading) if token[:1].isupper() else None
        if who is None or (found and found.id != who.id):
            return None
        found = who
    return found, words if found is None else " ".join(kept)


def _is_known(token: str) -> bool:
    lower = token.lower().replace("’", "'")
    return bool(
        lower in _WORDS
        or lower in _BARE
        or lower[0].isdigit()
        or _DAY_WORD.fullmatch(lower)
        or _MONTHS.fullmatch(lower)
    )
