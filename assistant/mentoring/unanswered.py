"""Whose answer waits for the protégé's word (`policy.md`, "answering a mentor's mail"): a yes before all else.

Derived from the book: what was sent, said or arranged after their mail answers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import thread_of
from assistant.mentoring.days import shared, zone
from assistant.mentoring.facts import Slot
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.outbox import approving
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.slots import covers, slot_command, slot_words
from assistant.mentoring.standing import coming, stands
from assistant.mentoring.words.phrases import question_of

# What a person's last answer asks of the protégé: "declined" is a meeting that they can't make, "unsure" an answer of
# which nobody has said yet what it means.
YES, TIME, QUESTION, DECLINED, UNSURE = "yes", "time", "question", "declined", "unsure"
ANSWERED = "answered: "  # before their words, among what is remembered of them
LEFT = frozenset({LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT, LetterState.SENT})


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A person whose yes, time or question waits. word: the command that answers it; does: what to do, in words.

    asked: their question, in their words."""

    person: Person
    what: str
    since: datetime
    word: str
    does: str
    asked: str = ""


def unanswered(book: Book, now: datetime) -> list[Unanswered]:
    """Everybody who waits for the protégé, the yeses first, then whoever waits longest."""
    found = [
        Unanswered(p, what, p.answered_at, *_next(book, p, now), asked=asked_by(p) if what == QUESTION else "")
        for p in book.people
        if (what := _waits_for(book, p))
        and p.answered_at is not None
        and not p.do_not_contact
        and not is_answered(book, p, now)
    ]
    return sorted(found, key=lambda u: (u.what != YES, u.since))


def _waits_for(book: Book, person: Person) -> str:
    unsure = book.question(thread_of(person.id), Asks.WHAT_ANSWER) is not None
    return person.awaits or (UNSURE if unsure else "")


def is_answered(book: Book, person: Person, now: datetime) -> bool:
    """Whether something was written, said or arranged since their last answer."""
    since = person.answered_at
    assert since is not None
    touched = person.ladder.last is not None and person.ladder.last > since
    wrote = any(_after(x, since) for x in book.letters if x.person == person.id and not x.to_protege)
    return touched or wrote or _is_met(book, person, since, now)


def _is_met(book: Book, person: Person, since: datetime, now: datetime) -> bool:
    """Whether a meeting answers them: one to come after a decline; after a yes also one that took place since."""
    if person.awaits == DECLINED:
        return coming(book, person, now) is not None
    return person.awaits == YES and any(
        m.person == person.id and (following := m.next(since)) is not None and stands(book, m, following[0])
        for m in book.meetings
    )


def _after(letter: Letter, since: datetime) -> bool:
    """Whether a letter that the protégé approved, or sent themselves, came after their answer."""
    return letter.state in LEFT and (letter.sent_at or letter.approved_at or letter.created) > since


def _next(book: Book, person: Person, now: datetime) -> tuple[str, str]:
    """The word that answers them, and what it does: a draft that waits, one of their times, or what comes next."""
    name = person.first_name
    drafts = [x for x in book.pending(person.id) if x.shown and approving(book, x) == "SEND"]
    if drafts:
        return f"SEND {drafts[-1].code}", f"let the draft to {name} go"
    if _waits_for(book, person) == UNSURE:
        return f"SHOW {person.name}", f"see what {name} wrote and say whether it is a YES, LATER or NO"
    if person.awaits == QUESTION:
        return f"SHOW {person.name}", "see it; EDIT in that thread, and your answer below it"
    if person.stage is Stage.PROPOSED:
        return f"{person.name} AGREED", f"keep the terms with {name}"
    exact = [slot for slot in offers(book, person, now) if not slot.whole_day]
    if exact:
        word = "MOVE TO" if person.awaits == TIME else f"COFFEE WITH {person.name}"
        return f"{word} {slot_command(exact[0])}", f"take {slot_words(exact[0])} with {name}"
    return f"COFFEE WITH {person.name}", f"offer {name} a time"


def asked_by(person: Person) -> str:
    """The question in their last mail, in their words; "" where there is none."""
    told = [r.text for r in person.remarks if r.text.startswith(ANSWERED)]
    return question_of(told[-1].removeprefix(ANSWERED)) if told else ""


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


def is_their_time(book: Book, person: Person, start: datetime, now: datetime) -> bool:
    """Whether the person named this time (naive, the protégé's zone) for a meeting that stands: it is their wish."""
    return person.awaits == TIME and any(covers(slot, start) for slot in offers(book, person, now))


def _ends(book: Book, slot: Slot) -> datetime:
    local = slot.end or slot.start
    return local.replace(tzinfo=zone(book.protege.zone))


def is_reminder_day(book: Book, since: datetime, today: date, policy: Policy) -> bool:
    """One business day after their answer, and once more."""
    calendar = shared([book.protege.country], book.protege.away)
    came = since.astimezone(zone(book.protege.zone)).date()
    return today in (calendar.add(came, policy.answer_first_days), calendar.add(came, policy.answer_again_days))
