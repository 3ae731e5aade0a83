"""Whose answer waits for the protégé's word (`policy.md`, "answering a mentor's mail"): a yes before all else.

Derived from the book: what was sent, said or arranged after their mail answers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant.mentoring.book import Book
from assistant.mentoring.days import shared, zone
from assistant.mentoring.facts import Slot
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.slots import slot_command, slot_words

YES, TIME, QUESTION = "yes", "time", "question"  # what a person's last answer asks of the protégé
LEFT = frozenset({LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT, LetterState.SENT})


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A person whose yes, time or question waits. word: the command that answers it; does: what that does, in words."""

    person: Person
    what: str
    since: datetime
    word: str
    does: str


def unanswered(book: Book, now: datetime) -> list[Unanswered]:
    """Everybody who waits for the protégé, the yeses first, then whoever waits longest."""
    found = [
        Unanswered(p, p.awaits, p.answered_at, *_next(book, p, now))
        for p in book.people
        if p.awaits and p.answered_at is not None and not p.do_not_contact and not is_answered(book, p, now)
    ]
    return sorted(found, key=lambda u: (u.what != YES, u.since))


def is_answered(book: Book, person: Person, now: datetime) -> bool:
    """Whether something was written, said or arranged since their last answer."""
    since = person.answered_at
    assert since is not None
    touched = person.ladder.last is not None and person.ladder.last > since
    wrote = any(_after(x, since) for x in book.letters if x.person == person.id and not x.to_protege)
    meets = person.awaits == YES and any(
        m.person == person.id and m.state == "invited" and m.next(now) for m in book.meetings
    )
    return touched or wrote or meets


def _after(letter: Letter, since: datetime) -> bool:
    """Whether a letter that the protégé approved, or sent themselves, came after their answer."""
    return letter.state in LEFT and (letter.sent_at or letter.approved_at or letter.created) > since


def _next(book: Book, person: Person, now: datetime) -> tuple[str, str]:
    """The word that answers them, and what it does: a draft that waits, one of their times, or what comes next."""
    name = person.first_name
    drafts = [x for x in book.pending(person.id) if x.shown and not x.hits]
    if drafts:
        return f"SEND {drafts[-1].code}", f"lets the draft to {name} go"
    if person.awaits == QUESTION:
        return f"SHOW {person.name}", f"shows what {name} asked; EDIT in that thread, and your words below it, answers"
    if person.stage is Stage.PROPOSED:
        return f"{person.name} AGREED", "keeps the terms"
    exact = [slot for slot in offers(book, person, now) if not slot.whole_day]
    if exact:
        word = "MOVE TO" if person.awaits == TIME else f"COFFEE WITH {person.name}"
        return f"{word} {slot_command(exact[0])}", f"takes {slot_words(exact[0])}"
    return f"COFFEE WITH {person.name}", "offers you free times"


def offers(book: Book, person: Person, now: datetime) -> tuple[Slot, ...]:
    """The times that a person offered (in the protégé's zone) and that can still be taken: none once an invite left."""
    since = person.answered_at
    invited = any(
        x.person == person.id and x.kind is Kind.INVITE and x.sent_at and since and x.sent_at > since
        for x in book.letters
    )
    if since is None or invited or person.do_not_contact:
        return ()
    return tuple(slot for slot in person.offered if _ends(book, slot) > now)


def _ends(book: Book, slot: Slot) -> datetime:
    local = slot.end or slot.start
    return local.replace(tzinfo=zone(book.protege.zone))


def is_reminder_day(book: Book, since: datetime, today: date, policy: Policy) -> bool:
    """One business day after their answer, and once more."""
    calendar = shared([book.protege.country], book.protege.away)
    came = since.astimezone(zone(book.protege.zone)).date()
    return today in (calendar.add(came, policy.answer_first_days), calendar.add(came, policy.answer_again_days))
