"""Which talk notes are of: the day that they name, the one just past, one of several, or one that no calendar knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day
from assistant.mentoring.facts import Notes
from assistant.mentoring.meetings import times
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.standing import HARDSHIP, coming, stands

LOOKS_BACK = timedelta(days=30)
JUST_PAST = timedelta(days=2)  # notes written by then are of that meeting, also where an older one has none
MOST = 4
OTHER = "other"  # the answer for a talk that no calendar knows
IDEAS = "ideas"  # the answer for lines that are meant for a meeting to come


@dataclass(frozen=True, slots=True)
class Held:
    """One occurrence of a meeting that has begun: `original` names it, `actual` is when it began (UTC).

    off: why it did not take place as far as the calendars say ("cancelled", "declined"), or ""."""

    meeting: Meeting
    original: datetime
    actual: datetime
    off: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to "which meeting?": what it means, and how it is said."""

    key: str
    says: str


def key_of(held: Held) -> str:
    """The occurrence as plain text, for the while of a question."""
    return f"{held.meeting.uid} {held.original.isoformat()}"


def of_key(case: Case, person: Person, key: str) -> Held | None:
    """The occurrence that an answer names; None for a talk that no calendar knows."""
    now = case.context.written or case.at
    known = (*_held(case, person, now, LOOKS_BACK * 2), *_fallen(case, person, now, LOOKS_BACK * 2))
    return next((x for x in known if key_of(x) == key), None)


def meeting_of(case: Case, person: Person, notes: Notes) -> Held | list[Option] | None:
    """The one meeting that these notes are of; None where no calendar knows the talk; else what to ask, as options."""
    now = case.context.written or case.at
    found = list(_held(case, person, now))
    fallen = list(_fallen(case, person, now))
    if notes.held is not None:
        return _of_day(case, notes.held, found, fallen)
    fresh = [x for x in found if x.original not in x.meeting.noted]
    recent = [x for x in fallen if now - x.actual <= JUST_PAST and x.original not in x.meeting.noted]
    newest = (fresh or found)[:1]
    if newest and now - newest[0].actual <= JUST_PAST and (not recent or recent[0].actual < newest[0].actual):
        return newest[0]
    if recent:
        return _options(case, [*recent[:1], *fresh])
    if len(fresh) == 1:
        return fresh[0]
    if fresh or found:
        return _options(case, fresh or found[:1])
    return _before_any(case, person, now)


def is_of_talk(case: Case, person: Person) -> bool:
    """Whether some meeting with them is just past, so that lines are its notes."""
    now = case.context.written or case.at
    return any(_held(case, person, now))


def _held(case: Case, person: Person, now: datetime, back: timedelta = LOOKS_BACK) -> list[Held]:
    """The meetings that took place as far as anybody said, the newest first."""
    found = [
        Held(meeting, original, actual)
        for meeting in case.book.meetings
        if meeting.person == person.id and meeting.state == "invited"
        for original, actual in meeting.occurrences(now - back, now)
        if stands(case.book, meeting, original)
    ]
    return sorted(found, key=lambda x: x.actual, reverse=True)


def _fallen(case: Case, person: Person, now: datetime, back: timedelta = LOOKS_BACK) -> list[Held]:
    """Those that were cancelled or declined, the newest first."""
    if person.paused == HARDSHIP:
        return []
    known = [m for m in case.book.meetings if m.person == person.id and m.state in ("invited", "cancelled")]
    found = [x for meeting in known for x in _fallen_of(case, meeting, now - back, now)]
    return sorted(found, key=lambda x: x.actual, reverse=True)


def _fallen_of(case: Case, meeting: Meeting, since: datetime, until: datetime) -> Iterator[Held]:
    gone = {change.original for change in meeting.changes if change.cancelled}
    for original, actual in replace(meeting, changes=()).occurrences(since, until):
        if meeting.state == "cancelled" or original in gone:
            yield Held(meeting, original, actual, "cancelled")
    for original, actual in meeting.occurrences(since, until):
        if meeting.state == "invited" and not stands(case.book, meeting, original):
            yield Held(meeting, original, actual, "declined")


def _of_day(case: Case, day: date, found: list[Held], fallen: list[Held]) -> Held | list[Option] | None:
    """The meeting of the day that the notes name; near it: asked; far from all: a talk that no calendar knows."""
    named = [x for x in found if times.local(case, x.actual).date() == day]
    if named:
        return named[0]
    off = [x for x in fallen if times.local(case, x.actual).date() == day]
    near = [x for x in found if abs(times.local(case, x.actual).date() - day) <= JUST_PAST]
    return _options(case, [*off[:1], *near], day=day) if off or near else None


def _options(case: Case, found: list[Held], *, day: date | None = None) -> list[Option]:
    options = [Option(key_of(x), _said(case, x)) for x in found[:MOST]]
    which = f"another talk, on {said_day(day)}" if day else "another talk, which no calendar knows"
    return [*options, Option(OTHER, which)]


def _said(case: Case, held: Held) -> str:
    """ "Thu 12 Nov 15:00"; of one that fell, and of one that has notes, also that."""
    said = times.said(times.local(case, held.actual))
    if held.off:
        return f"{said}, which was {held.off}: it took place after all"
    return f"{said}, more notes" if held.original in held.meeting.noted else said


def _before_any(case: Case, person: Person, now: datetime) -> list[Option] | None:
    """Nothing was held, and something is to come: are these ideas for it? None where nothing is to come either."""
    following = coming(case.book, person, now)
    if following is None:
        return None
    said = times.said(times.local(case, following.actual))
    return [
        Option(OTHER, "a talk that no calendar knows"),
        Option(IDEAS, f"no talk yet: ideas for {said}, kept for its prep"),
    ]
