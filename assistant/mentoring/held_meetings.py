"""Which meeting notes are of: the day that they name, the one just past, or one of those that have no notes yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.mentoring import times
from assistant.mentoring.case import Case
from assistant.mentoring.facts import Notes
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.standing import stands

LOOKS_BACK = timedelta(days=30)
JUST_PAST = timedelta(days=2)  # notes written by then are of that meeting, also where an older one has none
MOST = 4


@dataclass(frozen=True, slots=True)
class Held:
    """One occurrence of a meeting that has begun: `original` names it, `actual` is when it began (UTC)."""

    meeting: Meeting
    original: datetime
    actual: datetime


def key_of(held: Held) -> str:
    """The occurrence as plain text, for the while of a question."""
    return f"{held.meeting.uid} {held.original.isoformat()}"


def meetings_of(case: Case, person: Person, notes: Notes | None = None) -> list[Held]:
    """The meetings that these notes may be of, the newest first: one where that is clear, none where none is known."""
    now = case.context.written or case.at
    found = [
        Held(meeting, original, actual)
        for meeting in case.book.meetings
        if meeting.person == person.id and meeting.state == "invited"
        for original, actual in meeting.occurrences(now - LOOKS_BACK, now)
        if stands(case.book, meeting, original)
    ]
    found.sort(key=lambda x: x.actual, reverse=True)
    if notes is not None and notes.held is not None:
        named = [x for x in found if times.local(case, x.actual).date() == notes.held]
        if named:
            return named[:1]
        if not any(abs(times.local(case, x.actual).date() - notes.held) <= JUST_PAST for x in found):
            return []  # a talk that no calendar knows
    fresh = [x for x in found if x.original not in x.meeting.noted] or found[:1]
    if fresh and now - fresh[0].actual <= JUST_PAST:
        return fresh[:1]
    return fresh[:MOST]
