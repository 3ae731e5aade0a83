"""When somebody who is away is back: the first working day that their notice gives, in exactly one way, or None.

A day counts by the words around it: *back on* it; away *until* it (then back on the next working day); away *from* it
(no return). A range "5 to 13 November" ends an absence. What lies in the past is never a return.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from assistant.reading.absence_words import Tongue, spoken, tongue
from assistant.reading.day_mentions import AHEAD, Mention, mentions
from assistant.reading.folding import fold

MOST_TEXT = 4000  # characters: a notice says it at the top

_WRAPPED = re.compile(r"(?<=[^\n]{50})\n(?=[^\n])")
_END = re.compile(r"[!?;。\n]|\.(?=\s(?!gada )|$)")  # "2026. gada 3. augustā"
_ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:[^\W\d]{1,4}|einschl|approx|\d{1,2})$")
_PARTED = re.compile(
    r"[,;:(、]|(?<!\w)(?:and|und|et|y|e|en|och|og|ja|i|a|es|si|и|і|та|ve|και|dan|va|o|or|but|aber|mais)(?!\w)"
)
_SMALL = r"(?:[\s,.('-]{1,3}[^\W\d]{1,4}){0,2}[\s,.('/-]{0,3}$"


@dataclass(frozen=True, slots=True)
class _Stay:
    """An absence that ends with the day `last`; `first` where it is told."""

    last: date
    first: date | None = None


@dataclass(frozen=True, slots=True)
class _Placed:
    """A day in its sentence, with the words up to the next day on either side; `first`, `last`: there is none there."""

    mention: Mention
    before: str
    after: str
    first: bool
    last: bool


def day_back(text: str, written: date, *, order: str = "", only_back: bool = False) -> date | None:
    """The first working day back. `written`: the sender's day; `order`: how 3/4 is read there ("dmy", "mdy" or "").

    only_back: "until …" does not count, since offers and addresses end on a day, too.
    """
    plain = fold(_WRAPPED.sub(" ", text[:MOST_TEXT]))
    found = {day for told in spoken(plain) if (day := _in_language(plain, told, written, order, only_back=only_back))}
    return found.pop() if len(found) == 1 else None


def _in_language(text: str, told: Tongue, written: date, order: str, *, only_back: bool) -> date | None:
    back: dict[date, None] = {}
    stays: list[_Stay] = []
    previous: date | None = None
    found = mentions(text, told, written, _shown_order(text) or told.order or order)
    for placed in _surroundings(text, found):
        role, day = _role(told, placed), placed.mention.day
        if role == "back" and placed.mention.grain == "isoweek" and day:
            day -= timedelta(days=4)  # back from its Monday on, away until its Friday
        first = previous if role == "range" else placed.mention.first
        previous = day
        if role not in ("back", "until", "range") or (role != "back" and _is_blocked(told, placed)):
            continue
        if day is None:
            if placed.mention.grain == "date":
                return None  # it says when, but not in one way
        elif role != "back" and written - timedelta(days=1) <= day <= written + AHEAD:
            stays.append(_Stay(day, first))
        elif role == "back" and placed.mention.grain not in ("week", "month") and written <= day <= written + AHEAD:
            back[_behind(day, placed.mention, stays)] = None
    if back or only_back:
        return next(iter(back)) if len(back) == 1 else None
    last = _last(stays, told) or _today(told, found, text, written)
    return None if last is None else _next_working(last, told)


def _behind(day: date, one: Mention, stays: list[_Stay]) -> date:
    """ "Away until the 23rd, back on Thursday": a bare weekday after an end is the first one behind it."""
    if one.grain != "weekday" or not stays:
        return day
    return stays[-1].last + timedelta(days=(day - stays[-1].last).days % 7 or 7) if day <= stays[-1].last else day


def _surroundings(text: str, found: list[Mention]) -> list[_Placed]:
    """Each mention with the words before it, back to the sentence's start or the mention before, and those after."""
    borders = [0]
    inside = [(one.start, one.end) for one in found]
    at = 0
    for end in _END.finditer(text):
        while at < len(inside) and inside[at][1] <= end.start():
            at += 1
        in_date = at < len(inside) and inside[at][0] <= end.start() < inside[at][1]
        abbreviated = end[0] == "." and _ABBREVIATED.search(text[max(0, end.start() - 9) : end.start()])
        if not in_date and not abbreviated:
            borders.append(end.end())
    borders.append(len(text))
    rows: list[_Placed] = []
    sentence = 0
    for n, one in enumerate(found):
        while sentence + 1 < len(borders) - 1 and borders[sentence + 1] <= one.start:
            sentence += 1
        start = max(borders[sentence], found[n - 1].end if n else 0)
        stop = min(borders[sentence + 1], found[n + 1].start if n + 1 < len(found) else len(text))
        before, after = text[max(start, one.start - 160) : one.start], text[one.end : min(stop, one.end + 120)]
        rows.append(_Placed(one, before, after, start == borders[sentence], stop == borders[sentence + 1]))
    return rows


@cache
def _cues(tag: str) -> dict[str, re.Pattern[str]]:
    """What may stand directly before or after a day, compiled for one language."""
    told = tongue(tag)
    joint = told.words("to") + r"|-|~"
    return {
        "until": re.compile(rf"(?:{told.words('until')}){_SMALL}"),
        "until_after": re.compile(
            rf"[^\W\d]{{0,9}}?(?:\([^)]{{0,12}}\))?[\s'.,(-]{{0,3}}(?:{told.words('until_after')})"
        ),
        "after": re.compile(rf"(?:{told.words('after')}){_SMALL}"),
        "after_after": re.compile(
            rf"[^\W\d]{{0,9}}?(?:\([^)]{{0,12}}\))?[\s'.,(-]{{0,3}}(?:{told.words('after_after')})"
        ),
        "from": re.compile(rf"(?:{told.words('from')}){_SMALL}"),
        "from_after": re.compile(
            rf"[^\W\d]{{0,9}}?(?:\([^)]{{0,12}}\))?[\s'.,(-]{{0,3}}(?:{told.words('from_after')})"
        ),
        "range": re.compile(
            rf"\d{{1,2}}(?:st|nd|rd|th|er|º|ª|o|a)?\.?(?:[/.]\d{{1,2}}\.?)?[^\W\d]{{0,3}}\s?(?:{joint})\s?(?:[^\W\d]{{1,4}}\.?\s){{0,2}}$"
        ),
        "joint": re.compile(rf"[^\W\d]{{0,9}}[\s.,(]*(?:{joint})(?:[\s.]+[^\W\d]{{1,4}}){{0,2}}[\s.]*"),
    }


def _role(told: Tongue, placed: _Placed) -> str:
    """ "back", "until", "range" (until, from the day before), "from" or "": what happens on a day, by the words around.

    Between two days of a sentence a word counts for the nearer one.
    """
    one, before, after = placed.mention, placed.before, placed.after
    cues = _cues(told.tag)
    if cues["after"].search(before) or cues["after_after"].match(after):
        return "until"
    backs = [m for m in told.pattern("back").finditer(before) if placed.first or not _is_left(before, m)]
    until = cues["until"].search(before)
    if until or cues["until_after"].match(after):
        return "back" if until and any(found.end() <= until.start() for found in backs) else "until"
    if cues["range"].search(before) or one.first is not None:
        return "until"
    if backs:
        return "back"
    if cues["joint"].fullmatch(before):
        return "range"
    if any(placed.last or _is_left(after, m) for m in told.pattern("back").finditer(after)):
        return "back"
    if cues["from"].search(before) or cues["from_after"].match(after):
        return "from"
    return ""


def _is_left(between: str, word: re.Match[str]) -> bool:
    """Whether a word between two days belongs to the first: by the comma or "and" that parts them, or as the nearer."""
    if word[0][0] in "וو":
        return False  # Hebrew and Arabic write "and" in one word with the next
    left, right = _PARTED.search(between[: word.start()]), _PARTED.search(between[word.end() :])
    if bool(left) != bool(right):
        return right is not None
    return word.start() < len(between) - word.end()


def _is_blocked(told: Tongue, placed: _Placed) -> bool:
    """What else ends on a day: offers, mailboxes, registrations."""
    around = (placed.before, placed.after)
    return not any(told.has("absent", x) for x in around) and any(told.has("blocked", x) for x in around)


def _last(stays: list[_Stay], told: Tongue) -> date | None:
    """The end of the absence that runs now: further stays prolong it only where they join it."""
    last: date | None = None
    for stay in sorted(stays, key=lambda stay: stay.last):
        if last is None or stay.first is None or stay.first <= _next_working(last, told):
            last = stay.last
    return last


def _today(told: Tongue, found: list[Mention], text: str, written: date) -> date | None:
    """ "I am out today", "this week I am away": the end of that, where no other day is named."""
    if not told.has("absent", text) or not found:
        return None
    if all(one.grain == "relative" and one.day == written for one in found):
        return written
    whole = [
        one for one in found if one.grain == "week" and told.pattern("this_week").fullmatch(text[one.start : one.end])
    ]
    return whole[0].day if len(whole) == len(found) else None


def _next_working(day: date, told: Tongue) -> date:
    day += timedelta(days=1)
    while day.weekday() in told.off:
        day += timedelta(days=1)
    return day


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/\d{2,4})?(?![\d/])")


def _shown_order(text: str) -> str:
    """How the text itself writes 3/4: where another date of it can be read in one way only."""
    orders = {
        "mdy" if int(b) > 12 else "dmy"
        for a, b in _SLASHED.findall(text)
        if (int(a) > 12) != (int(b) > 12) and a + b != "247"
    }
    return orders.pop() if len(orders) == 1 else ""
