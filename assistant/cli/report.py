"""What `status --json` says: books as plain data (`interface.md`). Pure; times are ISO 8601 with their zone (UTC)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias

from assistant.mentoring.book import Book
from assistant.mentoring.due import Next
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.meetings.invites import is_given_up
from assistant.mentoring.minutes import Action
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting
from assistant.ports import MailboxState

Json: TypeAlias = dict[str, Any]
NextFor: TypeAlias = Callable[[Book, Person], Next | None]


@dataclass(frozen=True, slots=True)
class Queue:
    """How many mails wait in the spool, and how many were set aside."""

    waiting: int
    aside: int


def status(books: Iterable[Book], mailbox: MailboxState, queue: Queue, next_for: NextFor, now: datetime) -> Json:
    """Everything. `now` (aware) is only for "when is the next one?" of meetings."""
    kept = tuple(books)
    return {
        "proteges": [of_book(book, next_for, now) for book in kept],
        "mailbox": {
            "last_contact": moment(mailbox.last_contact),
            "queue": queue.waiting,
            "aside": queue.aside,
            "in_doubt": sum(x.state is LetterState.IN_DOUBT for book in kept for x in book.letters),
        },
    }


def of_book(book: Book, next_for: NextFor, now: datetime) -> Json:
    """One protégé: people, drafts to people that are not final, meetings that stand, actions."""
    names = {p.id: p.name for p in book.people}
    return {
        "id": book.protege.id,
        "name": book.protege.name,
        "email": book.protege.email,
        "paused": book.paused,
        "people": [_person(p, next_for(book, p)) for p in sorted(book.people, key=lambda p: p.rank)],
        "drafts": [_draft(x, names) for x in book.letters if not x.to_protege and not x.final],
        "meetings": [_meeting(m, names, book, now) for m in book.meetings if _counts(book, m)],
        "actions": [_action(a, names) for a in book.actions],
        "questions": [
            {"asks": str(q.asks), "person": names.get(q.person, ""), "at": moment(q.at)} for q in book.questions
        ],
    }


def _counts(book: Book, meeting: Meeting) -> bool:
    return meeting.state != "cancelled" and not is_given_up(book, meeting)


def moment(at: datetime | None) -> str | None:
    """An aware time as text, in UTC."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds")


def _person(person: Person, due: Next | None) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "stage": str(person.stage),
        "next": None if due is None else {"what": due.what, "at": moment(due.at)},
        "do_not_contact": person.do_not_contact,
        "paused": person.paused,
    }


def _draft(letter: Letter, names: Mapping[str, str]) -> Json:
    return {
        "code": letter.code,
        "person": names.get(letter.person, letter.person),
        "to": letter.to,
        "kind": str(letter.kind),
        "state": str(letter.state),
        "subject": letter.subject,
        "expires": moment(letter.expires),
        "not_before": moment(letter.not_before),
    }


def _meeting(meeting: Meeting, names: Mapping[str, str], book: Book, now: datetime) -> Json:
    following = meeting.next(now)
    return {
        "uid": meeting.uid,
        "start": moment(meeting.begins),
        "next": moment(following[1]) if following else None,
        "with": names.get(meeting.person, meeting.person),
        "summary": meeting.summary,
        "state": meeting.state,
        "answers": answers(meeting, book),
    }


def answers(meeting: Meeting, book: Book) -> dict[str, str]:
    """Who said what to the whole of a meeting: everybody who is asked, "NEEDS-ACTION" where no answer has come."""
    person = book.find_person(meeting.person)
    asked = [book.protege.email, *([person.email] if person and person.email else [])]
    seen: Sequence[str] = [a.email for a in meeting.attendance]
    return {email: meeting.answer_of(email) for email in dict.fromkeys([*asked, *seen])}


def _action(action: Action, names: Mapping[str, str]) -> Json:
    return {
        "number": action.number,
        "text": action.text,
        "person": names.get(action.person, action.person),
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else None,
        "state": str(action.state),
        "result": action.result,
    }
