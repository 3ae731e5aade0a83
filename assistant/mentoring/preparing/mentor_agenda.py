"""The agenda for the mentor: one draft a meeting, a business day before it, on the protégé's SEND alone (P91, P107).

First the goal in the protégé's own sentence, then what they did since the last talk, then their questions. When it is
due is derived from the book, so it follows a meeting that moves; where there is nothing to say, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.meetings import invites, moves
from assistant.mentoring.meetings.invites import CHANGED
from assistant.mentoring.outbox import leaves_at, moved
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.preparing import agenda_words
from assistant.mentoring.schedule import Meeting, actual_start
from assistant.mentoring.standing import stands

TEMPLATE = "person/agenda"
RUNNING = frozenset({Stage.ACTIVE, Stage.WINDING_DOWN})
IN_TIME = timedelta(hours=2)  # what comes later is read after the meeting
TAPS = (Tap("Send", "SEND"), Tap("Skip", "SKIP"), Tap("Prep", "PREP"))


# --- when


def is_due(book: Book, meeting: Meeting, now: datetime, policy: Policy) -> bool:
    """Whether the agenda of its next occurrence is to be drafted now: near, not drafted yet, and with words in it."""
    person, upcoming = book.find_person(meeting.person), meeting.next(now)
    if person is None or upcoming is None or not _fits(book, meeting, person, upcoming[0]):
        return False
    local = zone(book.protege.zone)
    calendar = shared([book.protege.country, person.country], book.protege.away)
    day = calendar.add(upcoming[1].astimezone(local).date(), -policy.agenda_days)
    if now < datetime.combine(day, book.protege.digest_at, local) or drafted(book, meeting, upcoming[0]):
        return False
    if leaves_at(book, _unwritten(person, now), now, policy)[1] > upcoming[1] - IN_TIME:
        return False  # another letter takes the last day
    return agenda_words.worth(book, person, now)


def _fits(book: Book, meeting: Meeting, person: Person, original: datetime) -> bool:
    """Whether this is a meeting of a mentorship that runs, that stands, and about whose time nothing is open."""
    barred = person.do_not_contact or person.paused or book.paused or not person.email
    if barred or person.stage not in RUNNING or meeting.purpose != "meeting" or not stands(book, meeting, original):
        return False
    return meeting.proposed is None and not invites.waits(book, meeting.uid)


def drafted(book: Book, meeting: Meeting, original: datetime) -> list[Letter]:
    """The agendas of this occurrence so far, without those that its change took back."""
    which = original if meeting.rrule else None
    return [
        x
        for x in book.letters
        if x.kind is Kind.AGENDA and (x.meeting, x.occurrence) == (meeting.uid, which) and x.failure != CHANGED
    ]


def _unwritten(person: Person, now: datetime) -> Letter:
    """What an agenda would be to the rules of leaving."""
    return Letter("", Kind.AGENDA, TEMPLATE, "", person.email, "", "", "", now, person=person.id)


def outdated(book: Book) -> Iterator[Letter]:
    """Agendas that have not left, of a meeting that takes place at another time than they name, or not at all."""
    for letter in book.letters:
        if letter.kind is Kind.AGENDA and letter.state in invites.WAITS and not _holds(book, letter):
            yield letter


def _holds(book: Book, letter: Letter) -> bool:
    meeting, when = book.find_meeting(letter.meeting), letter.values.get("when")
    if meeting is None:
        return False
    original = letter.occurrence or meeting.begins
    return actual_start(meeting, original) == when and stands(book, meeting, original)


# --- what comes of it


def agenda_due(case: Case, event: happened.AgendaDue) -> Decision:
    """The draft, and the mail that shows it."""
    meeting = case.book.find_meeting(event.meeting)
    draft = _draft(case, meeting, event.occurrence) if meeting else None
    if meeting is None or draft is None:
        return Decision(case.book)
    person = case.book.person(meeting.person)
    return case.answer(
        "protege/agenda_drafted",
        person=person.id,
        drafts=(draft,),
        values={"name": person.name, "when": draft.values["when"], "left": draft.values["left"]},
        taps=TAPS,
        why=Why("one agenda before each meeting, on your SEND only", "the meeting is on the next business day"),
        notes=(case.note("agenda", f"the agenda for {person.name} drafted", person.id),),
    )


def agenda_outdated(case: Case, event: happened.AgendaOutdated) -> Decision:
    """It never leaves with the old time; where the meeting takes place, it is drafted anew for the new one."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state not in invites.WAITS:
        return Decision(case.book)
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure=CHANGED))
    return Decision(book, notes=(case.note("withdrawn", f"“{letter.subject}”: {CHANGED}", letter.person),))


def after_prep(case: Case, person: Person) -> Draft | None:
    """The agenda with what the protégé has just added: where one waits for their word, or would come next."""
    for meeting in case.book.meetings:
        upcoming = meeting.next(case.at) if meeting.person == person.id else None
        if upcoming is None:
            continue
        waiting = [x for x in drafted(case.book, meeting, upcoming[0]) if x.state is LetterState.PENDING]
        own = any(x.template != TEMPLATE for x in waiting)  # their own words stay as they are
        if not own and (waiting or is_due(case.book, meeting, case.at, case.policy)):
            return _draft(case, meeting, upcoming[0])
    return None


def _draft(case: Case, meeting: Meeting, original: datetime) -> Draft | None:
    person, when = case.book.person(meeting.person), actual_start(meeting, original)
    said = agenda_words.words(case.book, person, case.at, case.policy.agenda_words)
    if when is None or said is None:
        return None
    return case.write(
        TEMPLATE,
        Kind.AGENDA,
        person,
        values={"greeting": moves.greeting(person), "when": when, **said},
        why=Why("one agenda before each meeting, on your SEND only", "the meeting is on the next business day"),
        meeting=meeting.uid,
        occurrence=original if meeting.rrule else None,
    )


def too_late(book: Book, letter: Letter, now: datetime, policy: Policy) -> bool:
    """Whether an agenda that is approved now could leave only when its meeting has begun."""
    when = letter.values.get("when")
    if letter.kind is not Kind.AGENDA or not isinstance(when, datetime):
        return False
    return leaves_at(book, replace(letter, approved_at=now), now, policy)[1] >= when
