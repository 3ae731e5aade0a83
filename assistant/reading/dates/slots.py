"""Times that somebody proposes: lists, ranges, dayparts, "same time", zones; what is ruled out is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from assistant.mentoring.facts import Slot
from assistant.reading.dates.clock import Hours, hours
from assistant.reading.dates.days import blank, dates
from assistant.reading.dates.in_english import in_english
from assistant.reading.dates.lists import in_a_row, more_days, of_weeks
from assistant.reading.dates.offers import offers_hour, only_told, told_apart
from assistant.reading.dates.pairing import ON_DAY, Pairing, When
from assistant.reading.dates.ruled_out import mentioned, ruled_out
from assistant.reading.dates.slips import written_out
from assistant.reading.dates.statements import Mark
from assistant.reading.dates.words import Found, Moment, pattern
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
    r"\b(?:actually|on second thoughts?|scratch that|no,? wait),?\s{1,2}(?:simply|just|let['’]s|make it|take|better)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:on\s)?\w+days", re.IGNORECASE)
_EVENT = re.compile(
    r"\s(?:shifts?|class(?:es)?|school|duty|duties|prayers?|mass|service|rounds?|surgery|clinics?)\b", re.IGNORECASE
)
_EVENT_OF = re.compile(
    r"(?:\w+s['’]|\b(?:open|opening|awards?|quiz|games?|date|film|poker|election))\s$", re.IGNORECASE
)
_SAME_TIME = pattern(r"(?:at )?(?:the )?same (?:times?|hours?|slots?)")


@dataclass(frozen=True, slots=True)
class _Said:
    """The days and times of a text in their order, whether each is ruled out, and the zone that the times are in."""

    marks: tuple[Found | When, ...]
    refused: tuple[bool, ...]
    statements: tuple[int, ...]
    zone: str
    offered: bool  # an hour, in words that offer it or in a bare list


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
        pairing.add(mark, no=no)
    return pairing.done()


def _said(text: str, moment: Moment) -> _Said | None:
    """What a text says of days and times, without what it only mentions or tells; None for a timetable."""
    found = dates(text, moment)
    if len(found) > _MOST:
        return None
    found = [one for one in more_days(text, in_a_row(text, of_weeks(text, found)), moment.today) if not one.ask]
    found = _without_habits(text, found)
    times = [one for one in hours(blank(text, found), loose=True) if not (one.part and _is_event(text, one))]
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
    return _Said(
        tuple(marks[n] for n in left),
        tuple(refused[n] for n in left),
        tuple(apart[n] for n in left),
        whens[0].zone if whens else moment.zone,
        offered=any(isinstance(mark, Found) for mark in marks) and offers_hour(text, places, refused, told),
    )


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
        if len(meant) == 1 and (day := next(iter(meant))):
            kept.append(replace(one, first=day, last=day, past=False))
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
