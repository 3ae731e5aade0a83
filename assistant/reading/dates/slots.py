"""Times that somebody proposes: lists, ranges, dayparts, "same time", zones; what is ruled out is left out.

A small grammar in four steps, each in files of its own:

1. words → days and hours: `days`, `clock`; in a proposal bare numbers are days or hours, too (`bare_numbers`), and
   a bare weekday follows the day or week before it in its list (`lists`);
2. text → statements: sentences, what "but", "so" or a comma parts (`statements`);
3. statement → verdict on its own days and hours: ruled out (`ruled_out`), about something else (`mentions`), only told
   of beside an offer (`offers`); a verdict reaches over a bare list, and no further;
4. what is left → slots: which hour is of which days (`pairing`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import zip_longest

from assistant.mentoring.facts import Slot
from assistant.reading.dates.bare_numbers import (
    bare_hours,
    hours_of_weekdays,
    in_the_evening,
    of_something_else,
    with_bare_days,
)
from assistant.reading.dates.clock import Hours, hours, settled
from assistant.reading.dates.days import blank, dates
from assistant.reading.dates.in_english import in_english
from assistant.reading.dates.lists import in_a_row, more_days, of_weeks
from assistant.reading.dates.offers import offers_hour, only_told, told_apart
from assistant.reading.dates.pairing import OF_DAY, ON_DAY, Pairing, When
from assistant.reading.dates.ruled_out import SO_NOT, mentioned, ruled_out
from assistant.reading.dates.slips import written_out
from assistant.reading.dates.statements import Mark, Piece, blanked, pieces
from assistant.reading.dates.words import GAP, Found, Moment, pattern
from assistant.reading.dates.zones import NotKnown, home, zone_meant

_LONGEST = 8_000  # characters in which somebody proposes a time
_MOST = 40  # days or times: nobody proposes more; that is a timetable, not an answer
_ZONE_REACH = 26  # characters after a time in which its own zone stands
_ASIDE = re.compile(r"\([^()\n]{0,30}\d\s?(?:[ap]\.?m|[:.]\d\d)[^()\n]{0,30}\)", re.IGNORECASE)  # "3pm (2pm UK)"
_OPENING = re.compile(
    r"(?:until|till?|by|before|after|since|from|on|excluding|except|besides)\s{1,2}(?:the\s)?", re.IGNORECASE
)
# "Any day from 14th to 17th... actually simply take 16th": what follows replaces it.
_CORRECTED = re.compile(
    r"\b(?:actually|on second thoughts?|scratch that|no,? wait),?\s{1,2}(?:simply|just|let['’]s|make it|take|better)\b"
    r"|\b(?:no,? wait|wait,? no|(?:scratch|strike) that|correction)\b[\s,:.!–—-]+(?=\S)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:on\s)?\w+days", re.IGNORECASE)
_EVENT = re.compile(
    r"\s(?:shifts?|class(?:es)?|school|duty|duties|prayers?|mass|service|rounds?|surgery|clinics?)\b", re.IGNORECASE
)
_EVENT_OF = re.compile(
    r"(?:\w+s['’]|\b(?:open|opening|awards?|quiz|games?|date|film|poker|election))\s$", re.IGNORECASE
)
_WITHIN = re.compile(r"(?:within|inside) an?\b", re.IGNORECASE)  # "if I don't answer within a day"
_IS_OPEN = re.compile(r"wide open", re.IGNORECASE)  # of a day whose hours are named elsewhere
_SAME_TIME = pattern(
    r"(?:at )?(?:the )?same (?:times?|hours?|slots?)|(?:the )?same(?=\s?(?:[.,;!?)]|$)|\s(?:again|then|for|or)\b)|ditto"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """The days and times of a text in their order, whether each is ruled out, and the zone that the times are in."""

    marks: tuple[Found | When, ...]
    refused: tuple[bool, ...]
    statements: tuple[int, ...]
    zone: str
    offered: bool  # an hour, in words that offer it or in a bare list
    refusing: tuple[Piece, ...]  # the statements that rule a day or an hour out


def slots(text: str, moment: Moment) -> tuple[Slot, ...]:
    """Every time that a text proposes, in its order. A week gives its working days; a day without a time is whole.

    Nothing where the zone is said but cannot be known ("3pm your time", of a reader whose zone is not known)."""
    text, _ = written_out(in_english(text[:_LONGEST]))
    if (corrected := list(_CORRECTED.finditer(text))) and (rest := _slots(text[corrected[-1].end() :], moment)):
        return rest
    return _slots(text, moment)


def offers_an_hour(text: str, moment: Moment) -> bool:
    """Whether an hour is proposed in so many words, or in a bare list: "Friday 16:00 is empty", "Tue 14:30 / Wed 9"."""
    text, _ = written_out(in_english(text[:_LONGEST]))
    said = _said(text, moment)
    return said is not None and said.offered


def without_refused_days(text: str, moment: Moment) -> str:
    """The text without what it says of days that are ruled out, where it offers an hour; else as it is.

    "Saturday I don't work; Friday 4 pm will suit" refuses a day, and nothing else."""
    said = _said(written_out(in_english(text[:_LONGEST]))[0], moment)
    if said is None or not (said.offered and said.refusing):
        return text
    words, _ = written_out(in_english(text[:_LONGEST]))
    kept, end = [], 0
    for piece in said.refusing:
        kept.append(words[end : piece.start])
        so_not = SO_NOT.match(words, piece.end)
        end = so_not.end() if so_not else piece.end
    return "".join([*kept, words[end:], text[_LONGEST:]])


def _slots(text: str, moment: Moment) -> tuple[Slot, ...]:
    said = _said(text, moment)
    if said is None:
        return ()
    pairing = Pairing(text, moment.today, said.zone)
    following: Found | When | None
    for mark, no, statement, following in zip(
        said.marks, said.refused, said.statements, [*said.marks[1:], None], strict=False
    ):
        pairing.enter(statement, day=isinstance(mark, Found))
        pairing.before_day = isinstance(following, Found) and bool(ON_DAY.fullmatch(text, mark.end, following.start))
        pairing.of_day = isinstance(following, Found) and bool(OF_DAY.fullmatch(text, mark.end, following.start))
        pairing.add(mark, no=no)
    return pairing.done()


@lru_cache(maxsize=16)  # one answer is asked several times what it proposes
def _said(text: str, moment: Moment) -> _Said | None:
    """What a text says of days and times, without what it only mentions or tells; None for a timetable."""
    found = dates(text, moment)
    if len(found) > _MOST:
        return None
    found = with_bare_days(text, hours_of_weekdays(text, found, moment), moment)
    found = [one for one in more_days(text, in_a_row(text, of_weeks(text, found)), moment.today) if not one.ask]
    found = [one for one in _without_habits(text, found) if not _WITHIN.match(text, one.start, one.end)]
    times = _times(text, blank(text, found))
    if len(times) > _MOST:
        return None
    try:
        whens = _zoned(text, times, moment)
    except NotKnown:
        return None
    if not (found or whens):
        return None
    marks: list[Found | When] = sorted([*found, *whens], key=lambda mark: mark.start)
    places = [_place(text, mark) for mark in marks]
    kept = [n for n, no in enumerate(mentioned(text, places)) if not no]
    places, marks = [places[n] for n in kept], [marks[n] for n in kept]
    refused = ruled_out(text, places)
    told = only_told(text, places, refused)
    apart = told_apart(text, places)
    left = [n for n, aside in enumerate(told) if not aside]
    against = [place.start for place, no in zip(places, refused, strict=True) if no]
    return _Said(
        tuple(marks[n] for n in left),
        tuple(refused[n] for n in left),
        tuple(apart[n] for n in left),
        whens[0].zone if whens else moment.zone,
        offered=any(isinstance(mark, Found) for mark in marks) and offers_hour(text, places, refused, told),
        refusing=tuple(
            piece
            for piece in pieces(blanked(text, places, GAP))
            if any(piece.start <= start < piece.end for start in against)
        ),
    )


def _times(text: str, dateless: str) -> list[Hours]:
    """The hours and parts of days that a proposal names. `dateless`: the text with gaps in place of its days."""
    found = hours(dateless, loose=True)
    found = settled(dateless, sorted([*found, *bare_hours(dateless, found)], key=lambda one: one.start))
    found = in_the_evening(text, found)
    others = list(of_something_else(text, found))
    found = [one for one in found if one not in others and not (one.part and _is_event(text, one))]
    named = [one for one in found if not _IS_OPEN.fullmatch(text, one.start, one.end)]
    return [_punctual(text, one) for one in named or found]


def _punctual(text: str, one: Hours) -> Hours:
    """ "Let us fix it for Saturday by 10am": of a day to meet on, "by" is "at"."""
    by = one.to and one.open_end and text[one.start : one.start + 3].lower() == "by "
    return replace(one, at=one.to, to=None, open_end=False) if by and one.to else one


def _is_event(text: str, part: Hours) -> bool:
    """Whether a part of a day names what is held then: a parents' evening, a night shift."""
    return _EVENT.match(text, part.end) is not None or _EVENT_OF.search(text[: part.start][-16:]) is not None


def _without_habits(text: str, found: list[Found]) -> list[Found]:
    """ "Only Mondays work, so Monday 22 March": the plural is a habit; where one such day is named, it means that."""
    plural = [bool(_PLURAL.fullmatch(text, one.start, one.end)) for one in found]
    named: dict[int, set[date]] = {}
    for one, many in zip(found, plural, strict=True):
        if one.first and one.day and not many:
            named.setdefault(one.first.weekday(), set()).add(one.first)
    habits = [one.first.weekday() for one, many in zip(found, plural, strict=True) if many and one.first]
    if not named.keys() & set(habits):
        return found
    kept = []
    for one, many in zip(found, plural, strict=True):
        meant = named.get(one.first.weekday(), set()) if many and one.first else set()
        if meant:  # "Tuesdays at 3, so the 18th or the 25th": the hour is that of each
            kept += [replace(one, first=day, last=day, past=False) for day in sorted(meant)]
        elif not many:
            kept.append(one)
    return kept


def _place(text: str, mark: Found | When) -> Mark:
    """Where a day or a time stands, a day without the "until" before it: that is said of it."""
    opening = _OPENING.match(text, mark.start, mark.end) if isinstance(mark, Found) else None
    whole = text[mark.start : mark.end].lower().startswith("all day")
    return Mark(opening.end() if opening else mark.start, mark.end, isinstance(mark, When), whole)


def _zoned(text: str, times: list[Hours], moment: Moment) -> list[When]:
    """Each time with its own zone ("10am Pacific / 1pm Eastern"), else that of the whole text, else the writer's."""
    moment = replace(moment, zone=home(text) or moment.zone)
    common = zone_meant(_ASIDE.sub(" ", text), moment) or moment.zone
    whens = []
    for one, following in zip_longest(times, times[1:]):
        end = min(one.end + _ZONE_REACH, following.start if following else len(text))
        whens.append(When(one.start, one.end, one, zone_meant(text[one.start : end], moment) or common))
    taken = [(one.start, one.end) for one in times]
    same = (m.span() for m in _SAME_TIME.finditer(text))
    free = [(a, b) for a, b in same if not any(start < b and a < end for start, end in taken)]
    return whens + [When(start, end, None, common) for start, end in free]
