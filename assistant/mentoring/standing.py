"""Which meetings take place as far as anybody said: one that the person declined, or missed, is none.

What asks for preparation, for notes or for a next step asks here first: nobody is reminded of a talk that is off.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.letters import LetterState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.schedule import Attendance, Meeting, actual_start

HARDSHIP = "they have hard news"  # why letters wait after an illness, a death (`policy.md`)
LOOKS_BACK = timedelta(days=30)
CALLS_OFF = frozenset({LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT})
TALKED = frozenset({Stage.COFFEE_DONE, Stage.PROPOSED, Stage.ACTIVE, Stage.WINDING_DOWN})


@dataclass(frozen=True, slots=True)
class Talk:
    """One occurrence that stands: `original` names it, `actual` is when it begins; both UTC."""

    meeting: Meeting
    original: datetime
    actual: datetime


def stands(book: Book, meeting: Meeting, original: datetime) -> bool:
    """Whether this occurrence takes place: invited, not declined, and the person has no hard news and said no stop."""
    person = book.find_person(meeting.person)
    if meeting.state != "invited" or person is None or person.paused == HARDSHIP:
        return False
    if is_after_stop(book, person, actual_start(meeting, original) or original):
        return False
    if meeting.answer_of(person.email, original) == "DECLINED" or is_called_off(book, meeting, original):
        return False
    return not _doubled(book, meeting, original)


def is_called_off(book: Book, meeting: Meeting, original: datetime) -> bool:
    """Whether the protégé has approved its cancellation, which has not left yet: over a holiday it may wait."""
    return any(
        x.meeting == meeting.uid and x.method == "CANCEL" and x.occurrence in (None, original)
        for x in book.letters
        if x.state in CALLS_OFF and not x.to_protege and x.template != "invite/copy"
    )


def is_after_stop(book: Book, person: Person, at: datetime) -> bool:
    """Whether nothing takes place with them at this moment (aware), since a stop came on that day or before.

    Nothing in the book is changed for it: a stop that is taken back, or was misread, brings the meetings back."""
    since = person.do_not_contact_since
    if since is None or person.do_not_contact in ("", "declined"):
        return False
    return at.astimezone(zone(book.protege.zone)).date() >= since


def _doubled(book: Book, meeting: Meeting, original: datetime) -> bool:
    """Whether the person's own invite is for the same hour: theirs is the meeting then (calendar.md R9)."""
    length = timedelta(minutes=meeting.minutes)
    if meeting.organizer:
        return False
    theirs = [m for m in book.meetings if m.person == meeting.person and m.organizer and m.state == "invited"]
    return any(next(m.occurrences(original - length, original + length), None) for m in theirs)


def coming(book: Book, person: Person, now: datetime) -> Talk | None:
    """Their next meeting that stands, of all that people know."""
    found = [
        Talk(meeting, original, actual)
        for meeting in book.meetings
        if meeting.person == person.id and (following := meeting.next(now))
        for original, actual in meeting.occurrences(now, following[1] + timedelta(days=70))
        if stands(book, meeting, original)
    ]
    return min(found, key=lambda talk: talk.actual, default=None)


def held(book: Book, person: Person, now: datetime, *, since: timedelta = LOOKS_BACK) -> list[Talk]:
    """Their meetings that have ended since then, the newest first."""
    return sorted(_ended(book, person, now, since), key=lambda talk: talk.actual, reverse=True)


def _ended(book: Book, person: Person, now: datetime, since: timedelta) -> Iterator[Talk]:
    for meeting in book.meetings:
        if meeting.person != person.id:
            continue
        length = timedelta(minutes=meeting.minutes)
        for original, actual in meeting.occurrences(now - since, now - length):
            if stands(book, meeting, original):
                yield Talk(meeting, original, actual)


def have_talked(book: Book, person: Person, now: datetime) -> bool:
    """Whether they have met: a meeting was held, or the protégé said so."""
    told = person.stage in TALKED or person.fit or any(r.person == person.id for r in book.recaps)
    return bool(told or held(book, person, now, since=timedelta(days=400)))


def is_off(book: Book, person: Person, now: datetime) -> bool:
    """Whether every meeting to come with them was declined, and there is one."""
    known = [m for m in book.meetings if m.person == person.id and m.state == "invited" and m.next(now)]
    return bool(known) and coming(book, person, now) is None


def missed(meeting: Meeting, email: str, original: datetime, at: datetime) -> Meeting:
    """The meeting with an occurrence that does not take place, or did not, as if the person had declined it.

    email: theirs. at: when that was said, aware."""
    which = original if meeting.rrule else None
    return meeting.with_attendance(Attendance(email, "DECLINED", meeting.sequence, at, which))
