"""Absence notices and other automatic replies: by their subject and text, in the languages of `absence_words.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from assistant.mentoring.facts import Absence
from assistant.reading import absence_words as words
from assistant.reading.headers import Headers, date_of

MOST_TEXT = 4000  # characters: a notice says it at the top

_OPENING = r"\s*[\[(]?\s*"
_CLOSING = r"\s*(?:[:：\-–—\])|!.,(]|$)"
_AUTOMATIC = re.compile(rf"{_OPENING}(?:{words.AUTOMATIC_SUBJECTS})(?!\w)", re.IGNORECASE)
_ABSENT = re.compile(rf"{_OPENING}(?:{words.ABSENT_SUBJECTS}){_CLOSING}", re.IGNORECASE)
_ABSENT_ANYWHERE = re.compile(rf"(?<!\w)(?:{words.ABSENT_SUBJECTS})(?!\w)", re.IGNORECASE)
_ABSENT_TEXT = re.compile(rf"(?<!\w)(?:{words.ABSENT_TEXTS})", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")

_MONTH = "|".join(sorted(words.MONTHS, key=len, reverse=True))
_DAY_MONTH = (
    r"(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|-?го|-?е)?(?:\s|\.|de\s|of\s|d['’]|-|/){1,3}"
    rf"(?P<m1>{_MONTH})[a-zé]{{0,3}}\.?(?:,?\s(?:de\s)?(?P<y1>20\d\d))?"
)
_MONTH_DAY = rf"(?P<m2>{_MONTH})\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y2>20\d\d))?(?![\d:])"
_ISO = r"(?P<y3>20\d\d)[-./](?P<m3>\d{1,2})[-./](?P<d3>\d{1,2})"
_CJK = r"(?:(?P<y4>20\d\d)\s?[年년]\s?)?(?P<m4>\d{1,2})\s?[月월]\s?(?P<d4>\d{1,2})\s?[日일号號]"
_NUMBERS = r"(?P<d5>\d{1,2})(?P<sep>[./-])\s?(?P<m5>\d{1,2})(?:(?P=sep)\s?(?P<y5>(?:20)?\d\d)|\.)?(?![\d.])"
_DATE = re.compile(rf"(?<![\d\w@.])(?:{_ISO}|{_CJK}|{_DAY_MONTH}|{_MONTH_DAY}|{_NUMBERS})(?!\d)", re.IGNORECASE)
_BACK = re.compile(rf"(?:{words.BACK})[^.!?\n。@]{{0,40}}$", re.IGNORECASE)
_UNTIL = re.compile(rf"(?:{words.UNTIL})[^.!?\n。@\d]{{0,25}}$", re.IGNORECASE)
_BACK_AFTER = re.compile(rf"[^.!?\n。@\d]{{0,25}}(?:{words.BACK_AFTER})", re.IGNORECASE)
_UNTIL_AFTER = re.compile(rf"[^.!?\n。@\d]{{0,12}}(?:{words.UNTIL_AFTER})", re.IGNORECASE)


def is_automatic_subject(subject: str) -> bool:
    """ "Automatic reply: …" and its like, at the very start: an answer to one begins with Re:."""
    return bool(_AUTOMATIC.match(subject))


def is_absence(subject: str, text: str, *, automatic: bool) -> bool:
    """Whether a mail tells of an absence. `automatic`: its headers say that a program sent it."""
    if automatic:
        return bool(_ABSENT_ANYWHERE.search(subject) or _ABSENT_TEXT.search(text[:MOST_TEXT]))
    if _ABSENT.match(subject):
        return True
    return is_automatic_subject(subject) and bool(_ABSENT_TEXT.search(text[:MOST_TEXT]))


def read(subject: str, text: str, headers: Headers, own: Iterable[str]) -> Absence:
    """When the sender is back, and who stands in, where the notice says it in exactly one way."""
    written = date_of(headers.get("date"))
    text = text[:MOST_TEXT]
    known = {address.lower() for address in own}
    found = {email.lower().rstrip(".") for email in _EMAIL.findall(text)} - known
    returns = return_date(f"{subject}\n{text}", written.date()) if written else None
    return Absence(returns, found.pop() if len(found) == 1 else "")


def return_date(text: str, written: date, *, only_back: bool = False) -> date | None:
    """The first working day back, or None where none or more than one is told. Numbers like 3/4 are never guessed.

    `only_back`: "until …" does not count, since offers and addresses end on a day, too.
    """
    back: set[date] = set()
    until: set[date] = set()
    text = re.sub(r"[ \t]+|\n(?=\S)", " ", text)
    for found in _DATE.finditer(text):
        day = _day(found, written)
        if day is None or not written - timedelta(days=1) <= day <= written + timedelta(days=400):
            continue
        before, after = text[max(0, found.start() - 60) : found.start()], text[found.end() : found.end() + 45]
        if _BACK.search(before) or _BACK_AFTER.match(after):
            back.add(day)
        elif not only_back and (_UNTIL.search(before) or _UNTIL_AFTER.match(after)):
            until.add(_working_day(day + timedelta(days=1)))
    if len(back) == 1:
        return back.pop()
    return until.pop() if not back and len(until) == 1 else None


def _working_day(day: date) -> date:
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def _day(found: re.Match[str], written: date) -> date | None:
    groups = found.groupdict()
    place = next(number for number in "34125" if groups.get(f"d{number}"))
    day, month, year = int(groups[f"d{place}"]), groups[f"m{place}"], groups.get(f"y{place}")
    number = int(month) if month.isdecimal() else words.MONTHS[month.lower()]
    if place == "5" and number > 12 >= day:
        day, number = number, day  # 3/28 can only be the American way round
    elif place == "5" and groups["sep"] != "." and day <= 12 and number <= 12 and day != number:
        return None  # 3/4 is April to some and March to others
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), number, day)
        this = date(written.year, number, day)
        return this if this >= written else date(written.year + 1, number, day)
    except ValueError:
        return None
