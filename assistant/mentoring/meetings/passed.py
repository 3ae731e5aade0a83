"""A letter about a meeting whose time came first (a night without a network) never leaves, and that is said."""

from __future__ import annotations

from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.meetings import invites, times
from assistant.mentoring.meetings.reschedule import TEMPLATE as RESCHEDULE
from assistant.mentoring.outbox import moved
from assistant.mentoring.person import Person

PASSED = "the meeting's time came before it left"


def has_passed(book: Book, letter: Letter, now: datetime) -> bool:
    """Whether a time that the letter's words name is over; the end of a series still holds for what is to come."""
    if letter.to_protege or not letter.meeting:
        return False
    meeting = book.find_meeting(letter.meeting)
    if letter.method == "CANCEL" and letter.occurrence is None and meeting is not None and meeting.next(now):
        return False
    following = book.find_meeting(str(letter.values.get(invites.GOES_ON, "")))
    if following is not None and following.state == "invited":
        return False  # the series that takes its place has left, so its end must
    return any(at <= now for at in _named(letter))


def _named(letter: Letter) -> list[datetime]:
    """The times in its words: of a move the old one and the new one.

    A meeting that they declined, and one that was over when the letter was drafted, leave only the new one."""
    old, new = letter.values.get("old"), letter.values.get("when")
    off = letter.values.get("declined") or letter.template == RESCHEDULE
    found = [at for at in (None if off else old, new) if isinstance(at, datetime)]
    return [at for at in found if at > letter.created]


def meeting_passed(case: Case, event: happened.MeetingPassed) -> Decision:
    """Taken back, with whatever waited for it; the protégé hears that nobody was told, and what can be done now."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.APPROVED:
        return Decision(case.book)
    person = case.book.person(letter.person)
    meeting = case.book.find_meeting(letter.meeting)
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN, failure=PASSED))
    new = letter.method == "REQUEST" and meeting is not None and meeting.state == "draft"
    agenda = letter.kind is Kind.AGENDA
    case = case.on(book if agenda else invites.withdraw_for(book, letter.meeting))
    return case.answer(
        "protege/meeting_passed",
        person=person.id,
        values={
            "name": person.first_name,
            "subject": letter.subject,
            "what": "agenda" if agenda else "invite" if new else "cancel" if letter.method == "CANCEL" else "move",
            "at": min(_named(letter), default=case.at),
        },
        taps=_again(case, person, letter) if new else (),
        why=Why("a letter about a meeting leaves before the meeting or not at all", f"“{letter.subject}” had to wait"),
        notes=(case.note("withdrawn", f"“{letter.subject}”: {PASSED}", person.id),),
    )


def _again(case: Case, person: Person, letter: Letter) -> list[Tap]:
    meeting = case.book.find_meeting(letter.meeting)
    if meeting is None or meeting.rrule:
        return []
    word = f"COFFEE WITH {person.name}" if meeting.purpose == "coffee" else "MEET"
    free = times.proposals(case, person, meeting.minutes)
    return times.taps(free, word)
