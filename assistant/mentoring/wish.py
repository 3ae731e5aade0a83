"""When somebody can meet and when not, as their words leave the calendar: "not before the 20th", "Thursdays would".

Days and hours are on their own clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Window:
    """Days `first` to `last` (both included) of these weekdays (0 is Monday), from the hour `since` to `until`."""

    first: date = date.min
    last: date = date.max
    weekdays: frozenset[int] = EVERY_DAY
    since: time = time.min
    until: time = time.max

    def holds(self, start: datetime) -> bool:
        """Whether a start (naive, their clock) lies in it."""
        in_days = self.first <= start.date() <= self.last and start.weekday() in self.weekdays
        return in_days and self.since <= start.time() < self.until

    @property
    def names_hours(self) -> bool:
        return (self.since, self.until) != (time.min, time.max)

    @property
    def names_days(self) -> bool:
        return (self.first, self.last, self.weekdays) != (date.min, date.max, EVERY_DAY)


@dataclass(frozen=True, slots=True)
class Wish:
    """can: windows of which one should hold a meeting, where any are said; cannot: windows in which none may be.

    first: starts (naive) that they name by the meeting itself, "the week after, same day"; best of all.
    """

    can: tuple[Window, ...] = ()
    cannot: tuple[Window, ...] = ()
    first: tuple[datetime, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.can or self.cannot or self.first)

    def suits(self, start: datetime, minutes: int) -> bool:
        """Whether a meeting (naive start on their clock) is as they said."""
        last = start + timedelta(minutes=max(minutes, 1) - 1)
        if any(window.holds(start) or window.holds(last) for window in self.cannot):
            return False
        return not self.can or any(window.holds(start) and window.holds(last) for window in self.can)

    def kept(self) -> dict[str, object]:
        """As plain values, for a letter that offers times by it (`of` reads them)."""
        return {"can": [_row(one) for one in self.can], "cannot": [_row(one) for one in self.cannot]}

    @classmethod
    def of(cls, kept: object) -> Wish:
        """The wish that `kept` gave; an empty one of anything else."""
        if not isinstance(kept, Mapping):
            return cls()
        can, cannot = (
            tuple(Window(first, last, frozenset(days), since, until) for first, last, days, since, until in rows)
            for rows in (kept.get("can", ()), kept.get("cannot", ()))
        )
        return cls(can, cannot)

    def opens(self, after: date) -> date:
        """The first day from which on looking makes sense, not before `after`."""
        earliest = min((window.first for window in self.can), default=after)
        out = [w.last + timedelta(days=1) for w in self.cannot if w == Window(last=w.last) and w.last < date.max]
        return max([after, earliest, *(day for day in out if day > after)])


ANY_TIME = Wish()  # nobody said when they can


def _row(window: Window) -> tuple[object, ...]:
    return window.first, window.last, tuple(sorted(window.weekdays)), window.since, window.until
