"""Times that somebody proposes: lists, ranges, dayparts, "same time", zones; what is ruled out is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import zip_longest

from assistant.mentoring.facts import Slot
from assistant.reading.dates.clock import Hours, hours
from assistant.reading.dates.days import blank, dates
from assistant.reading.dates.lists import in_a_row, more_days, of_weeks
from assistant.reading.dates.ruled_out import Mark, mentioned, ruled_out
from assistant.reading.dates.slips import written_out
from assistant.reading.dates.words import GAP, Found, Moment, pattern, zone_info
from assistant.reading.dates.zones import NotKnown, home, zone_meant

_LONGEST = 8_000  # characters in which somebody proposes a time
_MOST = 40  # days or times: nobody proposes more; that is a timetable, not an answer
_LONGEST_STRETCH = 14  # days: a longer stretch is a season, not a proposal
_ZONE_REACH = 26  # characters after a time in which its own zone stands
_NEAR = 60  # characters between a part of a day and the time that makes it exact
_BEFORE_DAY = re.compile(
    r"(?:(?!\b(?:so|but|then)\b)[^.!?;\n]){0,30}"
)  # between a time and the day it belongs to: "3pm London time on Thursday"
_ASIDE = re.compile(r"\([^()\n]{0,30}\d\s?(?:[ap]\.?m|[:.]\d\d)[^()\n]{0,30}\)", re.IGNORECASE)  # "3pm (2pm UK)"
_ON = re.compile(r"\s{1,2}(?:on\s)?(?:the\s)?")
_OPENING = re.compile(
    r"(?:until|till?|by|before|after|since|from|on|excluding|except|besides)\s{1,2}(?:the\s)?", re.IGNORECASE
)
# "Any day from 14th to 17th... actually simply take 16th": what follows replaces it.
_CORRECTED = re.compile(
    r"\b(?:actually|on second thoughts?|scratch that|no,? wait),?\s{1,2}(?:simply|just|let['’]s|make it|take|better)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:on\s)?\w+days", re.IGNORECASE)
_SAME_TIME = pattern(r"(?:at )?(?:the )?same (?:times?|hours?|slots?)")
_GOES_ON = re.compile(
    rf"[\s,)]*(?:,?\s?(?:or|and|to)\b|/|,|&|\()?[\s,]*(?:(?!so\b|then\b)[a-z{GAP}]{{1,8}}\s?){{0,3}}", re.IGNORECASE
)
_OR = re.compile(r"[\s,)]*(?:or|and|/|,|&)[\s,(]*(?:on\s|also\s|maybe\s)?(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _When:
    """A time of day, or "same time" (None), with the zone that stands beside it."""

    start: int
    end: int
    hours: Hours | None
    zone: str


def slots(text: str, moment: Moment) -> tuple[Slot, ...]:
    """Every time that a text proposes, in its order. A week gives its working days; a day without a time is whole.

    Nothing where the zone is said but cannot be known ("3pm your time", of a reader whose zone is not known)."""
    text, _ = written_out(text[:_LONGEST])
    if (corrected := list(_CORRECTED.finditer(text))) and (rest := _slots(text[corrected[-1].end() :], moment)):
        return rest
    return _slots(text, moment)


def _slots(text: str, moment: Moment) -> tuple[Slot, ...]:
    found = dates(text, moment)
    if len(found) > _MOST:
        return ()
    found = [one for one in more_days(text, in_a_row(text, of_weeks(text, found)), moment.today) if not one.ask]
    found = _without_habits(text, found)
    blanked = blank(text, found)
    times = hours(blanked, loose=True)
    if len(times) > _MOST:
        return ()
    try:
        whens = _zoned(text, times, moment)
    except NotKnown:
        return ()
    marks: list[Found | _When] = [*found, *whens]
    marks.sort(key=lambda mark: mark.start)
    places = [_place(text, mark) for mark in marks]
    kept = [n for n, no in enumerate(mentioned(text, places)) if not no]
    refused = ruled_out(text, [places[n] for n in kept])
    marks = [marks[n] for n in kept]
    pairing = _Pairing(text, moment.today, whens[0].zone if whens else moment.zone)
    for mark, no, following in zip(marks, refused, [*marks[1:], None], strict=False):
        pairing.before_day = isinstance(following, Found) and bool(_ON.fullmatch(text, mark.end, following.start))
        pairing.add(mark, no=no)
    return pairing.done()


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


def _place(text: str, mark: Found | _When) -> Mark:
    """Where a day or a time stands, a day without the "until" before it: that is said of it."""
    opening = _OPENING.match(text, mark.start, mark.end) if isinstance(mark, Found) else None
    return Mark(opening.end() if opening else mark.start, mark.end, isinstance(mark, _When))


def _zoned(text: str, times: list[Hours], moment: Moment) -> list[_When]:
    """Each time with its own zone ("10am Pacific / 1pm Eastern"), else that of the whole text, else the writer's."""
    moment = replace(moment, zone=home(text) or moment.zone)
    common = zone_meant(_ASIDE.sub(" ", text), moment) or moment.zone
    whens = []
    for one, following in zip_longest(times, times[1:]):
        end = min(one.end + _ZONE_REACH, following.start if following else len(text))
        whens.append(_When(one.start, one.end, one, zone_meant(text[one.start : end], moment) or common))
    taken = [(one.start, one.end) for one in times]
    same = (m.span() for m in _SAME_TIME.finditer(text))
    free = [(a, b) for a, b in same if not any(start < b and a < end for start, end in taken)]
    return whens + [_When(start, end, None, common) for start, end in free]


def _days(found: Found, today: date) -> list[date]:
    """The days of a proposal: of a week or a range the working days; not those of a month or a feast."""
    assert found.first is not None
    last = found.last or found.first
    if found.grain not in {"day", "week", "range", "part"} or (last - found.first).days > _LONGEST_STRETCH:
        return []
    if found.grain == "part" and found.first.day in {1, 11, 21} and (last - found.first).days > 6:
        return []
    days = [found.first + timedelta(days=n) for n in range((last - found.first).days + 1)]
    working = [day for day in days if day.weekday() < 5] if len(days) > 1 else days
    return [day for day in working or days if day >= today]


@dataclass(slots=True)
class _Pairing:
    """Days wait for the next time; a time just before a day is that day's; more times belong to the last days."""

    text: str
    today: date
    zone: str
    result: list[Slot] = field(default_factory=list)
    waiting: list[date] = field(default_factory=list)
    latest: list[date] = field(default_factory=list)
    spread: set[date] = field(default_factory=set)  # days that only a week or a range names
    refused: set[date] = field(default_factory=set)
    lent: list[date] = field(default_factory=list)  # days that took the time before them: "3pm on Thursday or Friday"
    held: _When | None = None
    last: _When | None = None
    end: int = 0
    before_day: bool = False  # a day stands right after the mark at hand: "2pm Friday"
    doubted: list[date] = field(default_factory=list)  # days just ruled out
    no_time: bool = False  # the last time was ruled out
    no_day: list[date] = field(default_factory=list)  # those ruled out with a time: another time may do

    def add(self, mark: Found | _When, *, no: bool) -> None:
        """The next day or time of the text; `no`: it is ruled out."""
        if isinstance(mark, Found):
            self._day(mark, no=no)
        else:
            self._time(mark, no=no)
        self.end = mark.end

    def done(self) -> tuple[Slot, ...]:
        """What is proposed, by time; a moment that is said in two zones once."""
        self.result += [_slot(day, None, self.zone) for day in self.waiting]
        timed = {s.start.date() for s in self.result if not s.whole_day}
        kept = [s for s in self.result if s.start.date() not in self.refused & self.spread]
        kept = [s for s in kept if not (s.whole_day and s.start.date() in timed)]  # the time says when on that day
        seen: dict[tuple[datetime, bool], Slot] = {}
        for slot in kept:
            seen.setdefault((slot.start.replace(tzinfo=zone_info(slot.zone)).astimezone(UTC), slot.whole_day), slot)
        return tuple(sorted(seen.values(), key=lambda s: s.start))

    def _day(self, mark: Found, *, no: bool) -> None:
        if mark.first is None or mark.past:
            return
        days = _days(mark, self.today)
        if no:
            self.refused |= set(days)
            self.doubted = days
            if self.no_time and _ON.fullmatch(self.text, self.end, mark.start):
                self.no_day = days  # "in meetings until 3 on Tuesday, so 3:30 then?"
            return
        self.doubted = self.no_day = []
        if len(days) > 1:
            self.spread |= set(days)
            named = {slot.start.date() for slot in self.result} | set(self.waiting)
            days = [day for day in days if day not in named] if named & set(days) else days
        elif days and days[0] in self.spread:  # "next week works. Tuesday 10:00?": the day says which of the week
            self.waiting = [day for day in self.waiting if day not in self.spread]
            self.spread -= set(days)
        if self.held and (mark.start < self.held.end or _BEFORE_DAY.fullmatch(self.text, self.held.end, mark.start)):
            self._give(days, self.held)
            self.lent, self.held = days, None
            return
        if self.lent and self.last and _OR.fullmatch(self.text, self.end, mark.start):
            self._give(days, self.last)
            self.lent = [*self.lent, *days]
            return
        self.waiting += days

    def _give(self, days: list[date], when: _When) -> None:
        self.result += [_slot(day, when.hours, when.zone) for day in days]
        self.latest, self.last = days, when

    def _time(self, mark: _When, *, no: bool) -> None:
        self.no_time = no
        if no:
            self.no_day = self.doubted
            return
        when = mark
        if not mark.hours:
            if self.last is None:
                return
            when = replace(self.last, start=mark.start, end=mark.end)
        if self.waiting:
            days, self.waiting, self.lent = self.waiting, [], []
            self._give(days, when)
        elif self.no_day and mark.hours:  # "Thursday at 3 is impossible, at 4 fine"
            self.refused -= set(self.no_day)
            self._give(self.no_day, when)
        elif mark.hours and self.lent and self.before_day:  # "10am Thursday, 2pm Friday"
            self.held = when
        elif self._exacter(mark):
            settled = set(self.latest)
            self.result = [s for s in self.result if s.start.date() not in settled]
            self._give(self.latest, when)
        elif mark.hours and self.latest and self.last and _GOES_ON.fullmatch(self.text, self.end, mark.start):
            if self._own_of_lent():
                self.result = [s for s in self.result if s.start.date() != self.lent[-1]]
                self._give(self.lent[-1:], when)
                self.lent = []
            else:
                self._give(self.latest, when)
        else:
            self.held = when

    def _own_of_lent(self) -> bool:
        """ "3pm on Thursday or Friday at 4": the last day has a time of its own after all."""
        return len(self.lent) > 1

    def _exacter(self, mark: _When) -> bool:
        """ "Lunch on Tuesday? 12h30": the time says when in that part of the day."""
        if not (mark.hours and self.latest and self.last and self.last.hours):
            return False
        return self.last.hours.part and not mark.hours.part and mark.start - self.last.end < _NEAR


def _slot(day: date, when: Hours | None, zone: str) -> Slot:
    if when is None or when.all_day:
        start = datetime.combine(day, time(0))
        return Slot(start, start + timedelta(days=1), zone, whole_day=True)
    return Slot(datetime.combine(day, when.at), datetime.combine(day, when.to) if when.to else None, zone)
