"""When a meeting can be: the protégé's hours, what is known already, and the nearest free time.

Times are naive and local to the protégé's zone unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring.boundaries import boundaries
from assistant.mentoring.case import Case
from assistant.mentoring.days import holiday_name, short_day, zone
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings.invites import is_given_up
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.slots import city
from assistant.mentoring.wish import ANY_TIME, Wish

DAY_BEGINS = time(4)  # before it clocks change and calendars read a time in two ways (calendar.md, S5)
STEP = timedelta(minutes=30)
SEARCH = 21  # days: a free time further off is no help
APART = timedelta(hours=2)  # between two times of one day that are worth offering
THEIRS = (time(9), time(18))  # a person's hours, in their zone, where nobody said otherwise


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a time can't be, in words, and the nearest free one (None: none within three weeks)."""

    because: str
    free: datetime | None


def instant(case: Case, local: datetime) -> datetime:
    """A time in the protégé's zone as UTC."""
    return local.replace(tzinfo=zone(case.zone)).astimezone(UTC)


def local(case: Case, at: datetime) -> datetime:
    """An aware time as the protégé's clock shows it, naive."""
    return at.astimezone(zone(case.zone)).replace(tzinfo=None)


def said(at: datetime) -> str:
    """A time as people say it, "Wed 5 Nov 10:00"."""
    return f"{short_day(at)} {at:%H:%M}"


def taps(free: Iterable[datetime], word: str) -> list[Tap]:
    """A tap for each of these times: `word` is the command that takes one."""
    return [Tap(said(at), f"{word} {typed(at)}") for at in free]


def typed(at: datetime) -> str:
    """A time as a command takes it, in one meaning only."""
    return f"{at:%Y-%m-%d %H:%M}"


def wanted(case: Case, like: datetime | None = None) -> datetime | None:
    """The time that a command gives; what it leaves out (day or time) is taken from `like`. None: not enough said."""
    command = case.command
    if command.at is not None:
        return command.at.replace(tzinfo=None)
    day = command.day or (like.date() if like and command.time else None)
    at = command.time or (like.time() if like and command.day else None)
    return datetime.combine(day, at) if day and at else None


def objection(
    case: Case,
    person: Person,
    start: datetime,
    minutes: int,
    uid: str = "",
    *,
    wished: bool = False,
    original: datetime | None = None,
) -> Objection | None:
    """What stands against a meeting then; None when nothing does. `uid`: the meeting itself is no clash.

    wished: the person proposes it themselves, so their own boundaries do not count (P53). original: only this
    occurrence of the meeting is to be there; its others stay, and may clash.
    """
    because = _against(case, start, minutes, uid, original)
    because = because or ("" if wished else _offends(case, person, start, minutes))
    return Objection(because, nearest(case, person, start, minutes, uid, original)) if because else None


def _against(case: Case, start: datetime, minutes: int, uid: str, original: datetime | None) -> str:
    if instant(case, start) <= case.at:
        return f"{said(start)} has passed"
    if start.time() < DAY_BEGINS:
        return f"{said(start)} is in the night, when calendars disagree about the clock"
    if not _within_hours(case, start, minutes):
        protege = case.book.protege
        return f"{said(start)} is outside your hours ({protege.opens:%H:%M}–{protege.closes:%H:%M})"
    if case.calendar().is_away(start.date()):
        return f"you are away on {short_day(start)}"
    other = clash(case, start, minutes, uid, original)
    if other is None:
        return ""
    met = case.book.find_person(other[0].person)
    return f"{said(start)} clashes with {met.name if met else other[0].summary} at {said(local(case, other[1]))}"


def _offends(case: Case, person: Person, start: datetime, minutes: int) -> str:
    """What a meeting then offends of the person's boundaries, in words; "" when nothing (P112)."""
    against = boundaries(person.boundaries).against(_theirs(case, person, start), minutes)
    return f"{person.first_name} {against}" if against else ""


def _theirs(case: Case, person: Person, start: datetime) -> datetime:
    """A time of the protégé's as the person's clock shows it, naive."""
    return instant(case, start).astimezone(zone(person.zone or case.zone)).replace(tzinfo=None)


def _suits(case: Case, person: Person, start: datetime, minutes: int) -> bool:
    """Whether it is in the person's hours too."""
    begins = _theirs(case, person, start)
    ends = begins + timedelta(minutes=minutes)
    return THEIRS[0] <= begins.time() and ends.date() == begins.date() and ends.time() <= THEIRS[1]


def _within_hours(case: Case, start: datetime, minutes: int) -> bool:
    end = start + timedelta(minutes=minutes)
    protege = case.book.protege
    return end.date() == start.date() and protege.opens <= start.time() and end.time() <= protege.closes


def clash(
    case: Case, start: datetime, minutes: int, uid: str = "", original: datetime | None = None
) -> tuple[Meeting, datetime] | None:
    """A known meeting that overlaps, as it is or as a change that waits will have it, with its actual start (UTC).

    One that is cancelled is none; nor is that with this `uid`, or only its occurrence `original` where one is given."""
    begins = instant(case, start)
    ends = begins + timedelta(minutes=minutes)
    changed = (waiting.meeting for waiting in case.book.changes_waiting if waiting.meeting.uid != uid)
    for meeting in (*case.book.meetings, *changed):
        itself = meeting.uid == uid
        if (itself and original is None) or meeting.state == "cancelled" or is_given_up(case.book, meeting):
            continue
        length = timedelta(minutes=meeting.minutes)
        for which, actual in meeting.occurrences(begins - length, ends):
            if actual < ends and actual + length > begins and not (itself and which == original):
                return meeting, actual
    return None


def nearest(
    case: Case, person: Person, start: datetime, minutes: int, uid: str = "", original: datetime | None = None
) -> datetime | None:
    """The free time nearest to `start`, on a working day of both, in the protégé's hours."""
    after = max(local(case, case.at) + timedelta(hours=1), start - timedelta(days=SEARCH))
    free = list(_free(case, person, after, minutes, uid, original))
    return min(free, key=lambda at: (abs(at - start), at), default=None)


def same_hour(
    case: Case,
    person: Person,
    start: datetime,
    meeting: Meeting,
    original: datetime,
    taken: Sequence[datetime] = (),
    *,
    within: int = SEARCH,
) -> datetime | None:
    """The same hour of the nearest working day of both on which it is free, with the notice that people need.

    meeting, original: what is to be moved there. taken: moments that are promised to something else. within: days."""
    calendar = case.calendar(person)
    earliest = calendar.add(case.today, case.policy.slot_notice_days + 1)
    occurrence = original if meeting.rrule else None
    for ahead in sorted(range(-within, within + 1), key=lambda days: (abs(days), -days)):
        at = start + timedelta(days=ahead)
        if at.date() < earliest or not calendar.is_business(at.date()) or at in taken:
            continue
        if objection(case, person, at, meeting.minutes, meeting.uid, original=occurrence) is None:
            return at
    return None


def proposals(
    case: Case,
    person: Person,
    minutes: int,
    count: int = 3,
    *,
    after: datetime | None = None,
    wish: Wish = ANY_TIME,
    hour: time | None = None,
) -> list[datetime]:
    """`count` free times on different days, far enough off to be approved and answered first (P52).

    after: an aware moment; only days after it. wish: what they said themselves, which wins. hour: on the protégé's
    clock, the one that is kept as far as the wish allows.
    """
    calendar = case.calendar(person)
    day = calendar.add(case.today, case.policy.slot_notice_days + 1)
    if after is not None:
        day = max(day, local(case, after).date() + timedelta(days=1))
    begins = datetime.combine(wish.opens(day), time())
    if wish:
        free = (at for at in _free(case, person, begins, minutes, "") if wish.suits(_theirs(case, person, at), minutes))
        return _of_days(list(free), count, hour) if hour else _spread(free, count)
    if person.zone:
        suits = (at for at in _free(case, person, begins, minutes, "") if _suits(case, person, at, minutes))
        found = _spread(suits, count)
        if found:
            return found  # where no hour is in both working days, the protégé's counts
    return _spread(_free(case, person, begins, minutes, ""), count)


def _spread(free: Iterable[datetime], count: int) -> list[datetime]:
    """Times of different days, now earlier and now later in the day; the first of a day where that gives too few."""
    found: list[datetime] = []
    firsts: dict[date, datetime] = {}
    for at in free:
        firsts.setdefault(at.date(), at)
        fits = at.time() >= (time(10), time(15), time(11))[len(found) % 3]
        if fits and all(at.date() != other.date() for other in found):
            found.append(at)
        if len(found) == count:
            return found
    left = [at for day, at in firsts.items() if all(day != other.date() for other in found)]
    return sorted([*found, *left[: count - len(found)]])


def _of_days(free: list[datetime], count: int, hour: time) -> list[datetime]:
    """Times nearest to this hour, each on another day; where the days are too few, other hours of the same."""
    by_hour = sorted(free, key=lambda at: (abs(at - datetime.combine(at.date(), hour)), at))
    nearest: dict[date, datetime] = {}
    for at in by_hour:
        nearest.setdefault(at.date(), at)
    found = sorted(nearest.values())[:count]
    for at in by_hour:
        if len(found) < count and all(abs(at - other) >= APART for other in found):
            found.append(at)
    return sorted(found)


def proposed(
    case: Case, person: Person, minutes: int, after: datetime | None = None, *, count: int = 3
) -> list[datetime]:
    """Three of them as instants, for a letter."""
    return [instant(case, at) for at in proposals(case, person, minutes, count, after=after)]


def _free(
    case: Case, person: Person, after: datetime, minutes: int, uid: str, original: datetime | None = None
) -> Iterator[datetime]:
    calendar = case.calendar(person)
    for ahead in range(2 * SEARCH):
        day = after.date() + timedelta(days=ahead)
        if not calendar.is_business(day):
            continue
        at = datetime.combine(day, max(case.book.protege.opens, DAY_BEGINS))
        while _within_hours(case, at, minutes):
            if (
                at >= after
                and not _offends(case, person, at, minutes)
                and clash(case, at, minutes, uid, original) is None
            ):
                yield at
            at += STEP


def remarks(case: Case, person: Person, start: datetime) -> list[str]:
    """What the protégé may want to know about a time that can be."""
    found = []
    day = start.date()
    countries = {case.book.protege.country: "you", person.country: person.first_name}
    for country, whose in countries.items():
        name = holiday_name(country, day)
        if name:
            found.append(f"{short_day(start)} is a holiday for {whose} ({name}).")
    if day.weekday() >= 5 and not found:
        found.append(f"{short_day(start)} is at the weekend.")
    if person.zone:
        theirs = instant(case, start).astimezone(zone(person.zone)).replace(tzinfo=None)
        if theirs != start:
            found.append(f"For {person.first_name} it is {said(theirs)} ({city(person.zone)} time).")
    return found
