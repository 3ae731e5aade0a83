"""The days that a text names, in one language: "16 November", "12.11.", "Monday", "tomorrow", "in two weeks".

Only where they stand and which days they may be; what happens on them is told by the words around (`return_days.py`).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.reading.absence_words import Tongue
from assistant.reading.day_forms import forms, numbers
from assistant.reading.folding import fold

BEHIND = timedelta(days=45)  # a day without a year lies at most so far back
AHEAD = timedelta(days=400)
LIKELY = timedelta(days=180)  # no absence is likely to end later
MOST_MENTIONS = 60

# What stands between a weekday and its date, and between a date and its weekday.
_ARTICLE = "le|la|den|dem|der|the|dia|ngay|de|del|el|il|o|of|d|dne|dn|du|am|zum|on|a|to|ที่"
_SURE = frozenset({"mon", "tue", "thu", "fri"})  # short names that are no other word
_TO_DATE = re.compile(rf"[^\W\d]{{0,5}}[\s,.(:]*(?:(?:{_ARTICLE})(?!\w)[\s,.]*){{0,2}}")
_TO_WEEKDAY = re.compile(r"(?: (?:года|год|г|року|р|r|roku|d|d\.|г\.|р\.)\.?)?[\s,]{0,2}\(?")


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start:end] names a day. `days`: which days it may be (one, or two where 3/4 has both meanings, or none where
    it lies in no day: "in spring"). first: the first day of a range that it ends. grain: "date", "weekday", "day" (the
    16th), "relative", "isoweek" (week 33), "week" or "month" (the end of one)."""

    start: int
    end: int
    days: tuple[date, ...]
    grain: str = "date"
    first: date | None = None
    weekday: int | None = None

    @property
    def day(self) -> date | None:
        return self.days[0] if len(self.days) == 1 else None


def mentions(text: str, told: Tongue, written: date, order: str) -> list[Mention]:
    """Every day named in the folded text, in order. `order`: how 3/4 is read, "" where nobody knows."""
    read = _Reader(told, written, order)
    found = [
        read.mention(match) for match, _ in zip(forms(told.tag).finditer(text), range(MOST_MENTIONS), strict=False)
    ]
    return list(_joined([one for one in found if one is not None], text, written))


@dataclass(frozen=True, slots=True)
class _Reader:
    told: Tongue
    written: date
    order: str

    def mention(self, match: re.Match[str]) -> Mention | None:
        """What a match names, None where it is no day after all."""
        found = {name: value for name, value in match.groupdict().items() if value}
        at = match.start(), match.end()
        if "a5" in found:
            return self._numeric(at, found)
        if "weekday" in found:
            return self._weekday(at, found["weekday"], int(found.get("D7", "0")))
        number = found.get("d6") or found.get("D6")
        if number:
            days = self._no_month(int(number))
            return Mention(*at, days, "day") if days else None
        place = next((n for n in "1243" if f"d{n}" in found), "")
        if place:
            return self._dated(at, found, place)
        return self._relative(at, found)

    def _dated(self, at: tuple[int, int], found: dict[str, str], place: str) -> Mention | None:
        year = int(found.get(f"y{place}") or found.get(f"Y{place}") or 0)
        name, day = found[f"m{place}"], int(found[f"d{place}"])
        jalali = numbers(self.told.tag, "jalali").get(name) if self.told.tag == "fa" else None
        if jalali is not None or 1300 < year < 1500:
            month = int(name) if name.isdecimal() else (jalali or 0) + 1
            when = _from_jalali(year or _jalali_year(self.written, month, day), month, day)
            return Mention(*at, (when,)) if when else None
        month = int(name) if name.isdecimal() else numbers(self.told.tag, "months").get(name, -1) + 1
        first = self._day(year, month, day)
        last = self._day(year, month, int(found[f"e{place}"])) if f"e{place}" in found else None
        if first is None:
            return None
        return Mention(*at, (last,), first=first) if last and last > first else Mention(*at, (first,))

    def _numeric(self, at: tuple[int, int], found: dict[str, str]) -> Mention | None:
        """12.11., 12/11/2026, 11/16: by the order of the text, or both ways."""
        a, b, sep = int(found["a5"]), int(found["b5"]), found.get("s5", "-")
        year = int(found.get("y5", "0"))
        if (a, b, year) == (24, 7, 0):
            return None  # round the clock
        year += 2000 if 0 < year < 100 else 0
        monthly = self.order in ("mdy", "ymd")
        day_first, month_first = self._day(year, b, a), self._day(year, a, b)
        if sep == "." and not (self.order == "ymd" or (monthly and self.told.order == "mdy")):
            month_first = None
        if day_first is None or month_first is None or day_first == month_first:
            only = day_first or month_first
            return Mention(*at, (only,)) if only else None
        if self.order:
            return Mention(*at, (month_first if monthly else day_first,))
        likely = tuple(x for x in (day_first, month_first) if self.written <= x <= self.written + LIKELY)
        return Mention(*at, likely or (day_first, month_first))

    def _weekday(self, at: tuple[int, int], name: str, number: int) -> Mention:
        """ "Monday", or "Monday 16": the next of them that is one."""
        weekday = numbers(self.told.tag, "weekdays")[name]
        if number:
            days = tuple(day for day in self._no_month(number) if day.weekday() == weekday)
            return Mention(*at, days, "date", weekday=weekday)
        day = self.written + timedelta(days=(weekday - self.written.weekday() - 1) % 7 + 1)
        short = len(name) <= 3 and name.isascii() and name not in _SURE
        return Mention(*at, () if short else (day,), "weekday", weekday=weekday)

    def _relative(self, at: tuple[int, int], found: dict[str, str]) -> Mention | None:
        monday = self.written - timedelta(days=self.written.weekday())
        for name, ahead in (("overmorrow", 2), ("tomorrow", 1), ("today", 0)):
            if name in found:
                return Mention(*at, (self.written + timedelta(days=ahead),), "relative")
        number = found.get("n") or found.get("N")
        if number:
            ahead = self._count(number) * (7 if "weeks" in found or "Weeks" in found else 1)
            return Mention(*at, (self.written + timedelta(days=ahead),), "relative")
        if "isoweek" in found:
            return self._iso_week(at, int(found["isoweek"]))
        if "ofmonth" in found or "thismonth" in found:
            month = numbers(self.told.tag, "months").get(found.get("ofmonth", ""), self.written.month - 1) + 1
            first = self._day(0, month, 1)
            last = first and first.replace(day=calendar.monthrange(first.year, month)[1])
            return Mention(*at, (last,) if last else (), "month")
        if "startnext" in found:
            return Mention(*at, (monday + timedelta(days=7),), "relative")
        if "nextw" in found:
            return Mention(*at, (), "nextweek")
        if "weekend" in found:
            return Mention(*at, (monday + timedelta(days=6),), "week")
        return Mention(*at, (monday + timedelta(days=4),), "week")

    def _iso_week(self, at: tuple[int, int], number: int) -> Mention | None:
        """ "Week 33", as the north of Europe counts (ISO 8601), ends on its Friday."""
        for year in (self.written.year, self.written.year + 1):
            try:
                friday = date.fromisocalendar(year, number, 5)
            except ValueError:
                return None
            if friday >= self.written - BEHIND:
                return Mention(*at, (friday,), "isoweek")
        return None

    def _count(self, word: str) -> int:
        words = [fold(one) for one in self.told.days.get("numbers", ())]
        return int(word) if word.isdecimal() else words.index(word) % 6 + 1

    def _no_month(self, day: int) -> tuple[date, ...]:
        """The next such day of a month."""
        for month in (self.written.month, self.written.month % 12 + 1):
            found = self._day(0, month, day)
            if found and found >= self.written:
                return (found,)
        return ()

    def _day(self, year: int, month: int, day: int) -> date | None:
        if 2500 <= year < 2600:
            year -= 543  # the Thai calendar
        if year:
            return _safe(year, month, day)
        for candidate in (self.written.year - 1, self.written.year, self.written.year + 1):
            found = _safe(candidate, month, day)
            if found and -BEHIND <= found - self.written <= timedelta(days=366) - BEHIND:
                return found
        return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _joined(found: list[Mention], text: str, written: date) -> Iterator[Mention]:
    """A weekday beside a date belongs to it and decides between its meanings; beside "next week" it is that week's."""
    at = 0
    while at < len(found):
        one = found[at]
        other = found[at + 1] if at + 1 < len(found) else None
        between = _TO_DATE if one.grain == "weekday" else _TO_WEEKDAY
        if other is not None and between.fullmatch(text[one.end : other.start]):
            both = _both(one, other, written)
            if both is not None:
                yield both
                at += 2
                continue
        if one.grain != "weekday" or one.days:
            yield one
        at += 1


def _both(one: Mention, other: Mention, written: date) -> Mention | None:
    named = one if one.grain == "weekday" else other if other.grain == "weekday" else None
    rest = other if named is one else one
    if named is None or named.weekday is None or rest.grain == "weekday":
        return None
    if rest.grain == "nextweek":
        day = written + timedelta(days=7 - written.weekday() + named.weekday)
        return Mention(one.start, other.end, (day,), "relative")
    if rest.grain not in ("date", "day"):
        return None
    days = tuple(day for day in rest.days if day.weekday() == named.weekday)
    return replace(rest, start=one.start, end=other.end, days=days, weekday=named.weekday)


def _jalali_year(written: date, month: int, day: int) -> int:
    """The year of the Persian calendar in which such a day lies near `written`."""
    for year in range(written.year - 623, written.year - 619):
        found = _from_jalali(year, month, day)
        if found and found >= written - BEHIND:
            return year
    return written.year - 621


def _from_jalali(year: int, month: int, day: int) -> date | None:
    """A day of the Solar Hijri calendar (33-year rule, right for 1244 to 1503 of it)."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 1500):
        return None
    days = 365 * (year - 1) + (8 * (year - 1) + 29) // 33 + (month - 1) * 30 + min(month - 1, 6) + day
    return date(2026, 3, 21) + timedelta(days=days - _NOWRUZ_1405)


_NOWRUZ_1405 = 365 * 1404 + (8 * 1404 + 29) // 33 + 1
