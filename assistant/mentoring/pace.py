"""At most one letter a business day to one person, unless it answers what they wrote (`policy.md`): never two at once.

An invite waits for no letter: it is for a time that both know, and a wrong one in their calendar is put right at once.
An answer and its invite that one SEND covers go together (`product.md`, how a draft leaves).
"""

from __future__ import annotations

from datetime import date, datetime

from assistant.mentoring.book import Book
from assistant.mentoring.days import zone
from assistant.mentoring.letters import BOUNCED, Letter, LetterState

ON_ITS_WAY = frozenset({LetterState.SENDING, LetterState.IN_DOUBT})


def is_taken(book: Book, letter: Letter, at: datetime, zone_name: str) -> bool:
    """Whether another letter to this person has left, or is to leave, on the local day of `at` (aware)."""
    day = at.astimezone(zone(zone_name)).date()
    return not letter.calendar and any(
        other.person == letter.person
        and other.id != letter.id
        and not other.to_protege
        and _leaves_on(other, letter, zone_name) == day
        and not _go_together(other, letter)
        and not _answers(book, letter, other)
        for other in book.letters
    )


def _leaves_on(other: Letter, letter: Letter, zone_name: str) -> date | None:
    """The day on which the other one leaves, where it goes first: of two approved ones the one approved first."""
    if other.state is LetterState.SENT and not other.own_mailbox and other.failure != BOUNCED:
        at = other.sent_at
    elif other.state in ON_ITS_WAY:
        at = other.sending_at
    elif other.state is LetterState.APPROVED and _is_first(other, letter):
        at = other.not_before
    else:
        return None
    return at.astimezone(zone(zone_name)).date() if at else None


def _is_first(other: Letter, letter: Letter) -> bool:
    if letter.state is not LetterState.APPROVED or letter.approved_at is None or other.approved_at is None:
        return True
    return (other.approved_at, other.id) < (letter.approved_at, letter.id)


def _go_together(other: Letter, letter: Letter) -> bool:
    """Whether one SEND covered both: an answer and its invite."""
    return bool(other.calendar) and other.approved_at is not None and other.approved_at == letter.approved_at


def _answers(book: Book, letter: Letter, other: Letter) -> bool:
    """Whether they have written since the other one left, and this letter came of it."""
    person = book.find_person(letter.person)
    wrote = person.answered_at if person else None
    left = other.sent_at or other.sending_at or other.approved_at
    return wrote is not None and left is not None and left < wrote <= letter.created
