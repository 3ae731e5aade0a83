"""A recurrence rule as text (RFC 5545 §3.3.10): where it ends, and which starts it gives.

Starts are naive, in the zone of the series; UNTIL is an instant in UTC. What is read of strangers was judged before
(`reading.invite_rule`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

MOST = 400  # starts that are looked at (calendar.md R2)
FAR = 4000  # starts by a rule that are passed to reach them: eleven years of every day


@dataclass(slots=True)
class Series:
    """The starts of a rule as instants (UTC), each worked out once: every cycle asks for the same ones."""

    _coming: Iterator[datetime]
    _found: list[datetime] = field(default_factory=list)

    def until(self, last: datetime) -> list[datetime]:
        """All up to and with `last`, in their order."""
        while not self._found or self._found[-1] <= last:
            following = next(self._coming, None)
            if following is None:
                break
            self._found.append(following)
        return self._found[: bisect_right(self._found, last)]


@lru_cache(maxsize=256)
def series(rule: str, first: datetime, zone: str) -> Series:
    """The series by `rule` from `first` on, naive local time of `zone` (IANA). ValueError: as for `starts`."""
    place = ZoneInfo(zone)
    local = starts(rule, first, lambda end: end.astimezone(place).replace(tzinfo=None))
    return Series(one.replace(tzinfo=place).astimezone(UTC) for one in islice(local, FAR))


def starts(rule: str, first: datetime, local: Callable[[datetime], datetime]) -> Iterable[datetime]:
    """The starts by `rule` from `first` on, naive, up to its end (there may be none).

    local: gives an aware instant as the naive time of the series. Raises ValueError for a rule that cannot be read.
    """
    found = rrulestr(_without(rule, "UNTIL"), dtstart=first)
    if not isinstance(found, rrule):
        raise ValueError("it is more than one rule")  # noqa: TRY004 - a fault of the text, as all others
    end = last_moment(rule)
    if end is None:
        return found
    ended: rrule = found.replace(until=local(end) if end.tzinfo else end)
    return ended


def parts_of(rule: str) -> dict[str, str]:
    """A rule by its parts: {"FREQ": "MONTHLY", "BYDAY": "1TU"}."""
    return dict(part.split("=", 1) for part in rule.split(";") if "=" in part)


def without_end(rule: str) -> str:
    """The rule without its last moment and its number, as it is before it gets another end: two are forbidden."""
    return _without(rule, "UNTIL", "COUNT")


def with_one_end(rule: str, first: datetime, local: Callable[[datetime], datetime]) -> str:
    """The rule as it is; one with both COUNT and UNTIL by its UNTIL, and "" where the two are of different minds.

    They agree where as many starts lie before UNTIL as COUNT says. `local`, ValueError: as for `starts`.
    """
    given = {_name(part): part.partition("=")[2] for part in rule.split(";")}
    if not {"COUNT", "UNTIL"} <= given.keys():
        return rule
    by_moment = _without(rule, "COUNT")
    found = sum(1 for _ in islice(starts(by_moment, first, local), MOST + 1))
    return by_moment if found == int(given["COUNT"]) <= MOST else ""


def last_moment(rule: str) -> datetime | None:
    """The UNTIL of a rule: aware in UTC, or naive where it is a day (its midnight) or has no zone; None for none.

    Raises ValueError where it is no time.
    """
    said = next((part.partition("=")[2] for part in rule.split(";") if _name(part) == "UNTIL"), "")
    if not said:
        return None
    if said.endswith("Z"):
        return datetime.strptime(said, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(said, "%Y%m%dT%H%M%S" if "T" in said else "%Y%m%d")  # noqa: DTZ007 - the series' own zone


def _without(rule: str, *names: str) -> str:
    return ";".join(part for part in rule.split(";") if _name(part) not in names)


def _name(part: str) -> str:
    return part.partition("=")[0].upper()
