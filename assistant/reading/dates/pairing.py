"""Days and times of a proposal, brought together: which time belongs to which days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring.facts import Slot
from assistant.reading.dates.clock import Hours, towards
from assistant.reading.dates.words import GAP, Found, zone_info

_LONGEST_STRETCH = 14  # days: a longer stretch is a season, not a proposal
_PARTS = {(time(9), time(12)), (time(12), time(14)), (time(13), time(18)), (time(18), time(21))}
_NEAR = 60  # characters between a part of a day and the time that makes it exact
_BEFORE_DAY = re.compile(
    r"(?:(?!\b(?:so|but|then)\b)[^.!?;\n]){0,30}"
)  # between a time and the day it belongs to: "3pm London time on Thursday"
# Between a time and the day that it belongs to: "3pm on Thursday".
ON_DAY = re.compile(r"\s{1,2}(?:on\s)?(?:the\s)?")
OF_DAY = re.compile(r"\s{1,2}of\s(?:the\s)?")  # "the afternoon of the 20th": of no day before it
_OR_ELSE = re.compile(r"\b(?:or|and|also|any)\b|[.;!?\n]\s", re.IGNORECASE)
_CALLS_IT = re.compile(
    r"\b(?:(?:call|make) (?:it|that)|(?:let['’]?s|shall we)(?: just| then)?(?: say| do)?)\s$",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"\s{1,2}(?:on\s)?the\s(?:day after|next day|following day)\b", re.IGNORECASE)
_WHEN_THE = re.compile(r"\b(?:when|before|after|once|as)\s(?:the|my|our)\s$", re.IGNORECASE)
_SAME_DAY = re.compile(r",?\s(?:on\s)?(?:the\s)?(?:same|that)(?:\s(?:very|same))?\sday\b", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"[\s,)]*(?:,?\s?(?:or|and|to)\b|/|,|&|\()?[\s,]*(?:(?!so\b|then\b)[a-z{GAP}]{{1,8}},?\s?){{0,3}}", re.IGNORECASE
)
_OR = re.compile(r"[\s,)]*(?:or|and|/|,|&)[\s,(]*(?:on\s|also\s|maybe\s)?(?:the\s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """A time of day, or "same time" (None), with the zone that stands beside it."""

    start: int
    end: int
    hours: Hours | None
    zone: str


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
class Pairing:
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
    held: list[When] = field(default_factory=list)  # times before their day: "at 10 or half past three on Thursday"
    last: When | None = None
    end: int = 0
    before_day: bool = False  # a day stands right after the mark at hand: "2pm Friday"
    of_day: bool = False  # that day's: "the morning of the 20th"
    statement: int = 0  # that of the last mark
    doubted: list[date] = field(default_factory=list)  # days just ruled out
    no_time: bool = False  # the last time was ruled out
    no_day: list[date] = field(default_factory=list)  # those ruled out with a time: another time may do

    def enter(self, statement: int, *, day: bool) -> None:
        """The statement of the next mark (0: a bare list). A day of a new one leaves those before it without a time."""
        if day and self.statement and statement != self.statement and not self.spread.intersection(self.waiting):
            self.result += [_slot(one, None, self.zone) for one in self.waiting]
            self.waiting = []
        self.statement = statement

    def add(self, mark: Found | When, *, no: bool) -> None:
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
        exact = [s.start for s in kept if not s.whole_day and s.end is None]
        kept = [s for s in kept if not (_is_part(s) and any(s.start <= at < (s.end or at) for at in exact))]
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
            if self.no_time and ON_DAY.fullmatch(self.text, self.end, mark.start):
                self.no_day = days  # "in meetings until 3 on Tuesday, so 3:30 then?"
            return
        self.doubted = self.no_day = []
        if len(days) > 1 and self.spread.issuperset(days):  # "week 39, any day from Monday to Wednesday"
            self._narrow(days)
            return
        days = self._spread_out(mark, days)
        if self.held and (
            mark.start < self.held[-1].end or _BEFORE_DAY.fullmatch(self.text, self.held[-1].end, mark.start)
        ):
            for when in self.held:
                self._give(days, when)
            self.lent, self.held = days, []
            return
        if self.lent and self.last and _OR.fullmatch(self.text, self.end, mark.start):
            self._give(days, self.last)
            self.lent = [*self.lent, *days]
            return
        self.waiting += days

    def _spread_out(self, mark: Found, days: list[date]) -> list[date]:
        """The days that no other mark names: a week gives the rest of its days, a day stands out of its week."""
        if len(days) > 1:
            self.spread |= set(days)
            named = {slot.start.date() for slot in self.result} | set(self.waiting)
            if named & set(days):
                framed = not _OR_ELSE.search(self.text[self.end : mark.start])  # "only Friday left this week"
                return [] if framed else [day for day in days if day not in named]
        elif days and days[0] in self.spread:  # "next week works. Tuesday 10:00?": the day says which of the week
            self.waiting = [day for day in self.waiting if day not in self.spread]
            self.spread -= set(days)
        return days

    def _narrow(self, days: list[date]) -> None:
        """A stretch within a longer one says which of its days are meant."""
        self.refused |= self.spread - set(days)
        self.waiting = [day for day in self.waiting if day not in self.refused]
        self.latest = [day for day in self.latest if day not in self.refused]

    def _give(self, days: list[date], when: When) -> None:
        self.result += [_slot(day, when.hours, when.zone) for day in days]
        self.latest, self.last = days, when

    def _time(self, mark: When, *, no: bool) -> None:
        if mark.hours and mark.hours.part and self._within_exact(mark):
            return  # "half nine Wednesday morning", "10:00, before lunch"
        self.no_time = no
        if no:
            self.no_day = self.doubted
        elif mark.hours or self.last:
            self._take(
                mark, mark if mark.hours or not self.last else replace(self.last, start=mark.start, end=mark.end)
            )

    def _take(self, mark: When, when: When) -> None:
        """The days of a time that is not ruled out; `when` is the time meant by "same time"."""
        if mark.hours and self.of_day:
            self.held = [when]
        elif self.waiting:
            days, self.waiting, self.lent = self.waiting, [], []
            self._give(days, when)
        elif self.no_day and mark.hours:  # "Thursday at 3 is impossible, at 4 fine"
            self.refused -= set(self.no_day)
            self._give(self.no_day, when)
        elif mark.hours and ((self.lent and self.before_day) or _NEXT_DAY.match(self.text, mark.end)):
            self.held = [when]  # "10am Thursday, 2pm Friday", "10am the day after"
        elif self._exacter(mark) or self._settles(mark):
            settled = set(self.latest)
            self.result = [s for s in self.result if s.start.date() not in settled]
            self._give(self.latest, self._in_part(when))
        elif mark.hours and self.latest and self.last and _GOES_ON.fullmatch(self.text, self.end, mark.start):
            if self._own_of_lent() and "," not in self.text[self.end : mark.start]:
                self.result = [s for s in self.result if s.start.date() != self.lent[-1]]
                self._give(self.lent[-1:], when)
                self.lent = []
            else:
                self._give(self.latest, when)
        elif mark.hours and self.latest and _SAME_DAY.match(self.text, mark.end):
            self._give(self.latest, when)
        elif self.held and _OR.fullmatch(self.text, self.end, mark.start):
            self.held.append(when)
        else:
            self.held = [when]

    def _within_exact(self, mark: When) -> bool:
        """Whether a part of a day only says again in which the hour just given lies, or tells of it."""
        last = self.last.hours if self.last and not self.waiting else None
        if not (last and mark.hours and mark.hours.to):
            return False
        if last.part:  # "any afternoon next week, after lunch I'm in the studio"
            return bool(
                last.to
                and last.at < mark.hours.at
                and mark.hours.to <= last.to
                and "," in self.text[self.end : mark.start]
            )
        between = self.text[self.last.end : mark.start] if self.last else ""
        if mark.hours.at <= last.at <= mark.hours.to and not _OR_ELSE.search(between):
            return self.last is not None and mark.start - self.last.end < _NEAR
        return bool(_WHEN_THE.search(between))

    def _own_of_lent(self) -> bool:
        """ "3pm on Thursday or Friday at 4": the last day has a time of its own after all."""
        return len(self.lent) > 1

    def _exacter(self, mark: When) -> bool:
        """ "Lunch on Tuesday? 12h30": the time says when in that part of the day."""
        if not (mark.hours and self.latest and self.last and self.last.hours):
            return False
        return self.last.hours.part and not mark.hours.part and mark.start - self.last.end < _NEAR

    def _settles(self, mark: When) -> bool:
        """ "Thursday works after 5, so let's just call it 6": what was said of that day was only the way there."""
        before = self.text[max(0, mark.start - 20) : mark.start]
        return bool(mark.hours and self.latest and _CALLS_IT.search(before))

    def _in_part(self, when: When) -> When:
        """ "In the evenings next week, around 7": the hour in the half of the day that the part is in."""
        part = self.last.hours if self.last and self.last.hours and self.last.hours.part else None
        if part is None or when.hours is None or when.hours.to:
            return when
        return replace(when, hours=replace(when.hours, at=towards(when.hours.at, part)))


def _is_part(slot: Slot) -> bool:
    """Whether a slot is a morning, an afternoon …: an hour within it says when."""
    return slot.end is not None and (slot.start.time(), slot.end.time()) in _PARTS


def _slot(day: date, when: Hours | None, zone: str) -> Slot:
    if when is None or when.all_day:
        start = datetime.combine(day, time(0))
        return Slot(start, start + timedelta(days=1), zone, whole_day=True)
    return Slot(datetime.combine(day, when.at), datetime.combine(day, when.to) if when.to else None, zone)
