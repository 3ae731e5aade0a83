"""The ladder of attempts as a table (`policy.md`): which rung comes next, and when it is due."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.mentoring.book import Book
from assistant.mentoring.days import shared, zone
from assistant.mentoring.letters import BOUNCED, Kind, LetterState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy

MOST_MAILS = 3
REST = 7  # the rung after the last: nothing for months, then the protégé is asked (`policy.md`)
REST_DAY = 41


@dataclass(frozen=True, slots=True)
class Rung:
    """One attempt: its name (its template's too), channel and purpose, and the condition under which it exists."""

    name: str
    channel: str  # mail | hand | public | introduction | in_person
    purpose: str
    holds: Callable[[Person], bool]
    same_thread: bool = False


RUNGS: tuple[Rung, ...] = (
    Rung("first", "mail", "why you, who I am becoming, twenty minutes", lambda _: True),
    Rung("smaller", "mail", "one question that two lines answer", lambda _: True, same_thread=True),
    Rung("notice", "public", "notice their work in public; nothing is asked", lambda _: False),
    Rung("introduction", "introduction", "a third party or an event", lambda _: False),
    Rung("result", "mail", "give before asking: what came of their advice", lambda p: p.key and bool(p.result)),
    Rung("handwritten", "hand", "appreciation by hand, no pressure", lambda p: p.key and bool(p.post)),
    Rung("desk", "in_person", "in person, once", lambda p: p.key and p.same_site and not p.post),
)


def mails_sent(book: Book, person: Person) -> int:
    """How many attempts by mail have reached this person."""
    return sum(
        x.person == person.id and x.kind is Kind.ATTEMPT and x.sent_at is not None and x.failure != BOUNCED
        for x in book.letters
    )


def next_rung(book: Book, person: Person) -> int | None:
    """The next rung whose condition holds; a rung that does not hold is skipped, never replaced by another mail."""
    for number in range(max(person.ladder.rung + 1, 1), len(RUNGS)):
        rung = RUNGS[number]
        if not rung.holds(person) or (rung.channel == "mail" and mails_sent(book, person) >= MOST_MAILS):
            continue
        if rung.name in person.boundaries or (rung.channel == "hand" and "no handwriting" in person.boundaries):
            continue
        return number
    return None


def outreach_full(book: Book, person: Person, policy: Policy) -> str:
    """Why this person's first note must wait for others, in words; "" when there is room (P50).

    A prospect counts until the second note has left: the next one starts after rung 1 (`policy.md`).
    """
    going = {LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT}
    leaving = {x.person for x in book.letters if x.kind is Kind.ATTEMPT and x.rung == 0 and x.state in going}
    fresh = [
        p.first_name
        for p in book.people
        if p.id != person.id
        and (p.id in leaving or (p.stage is Stage.CONTACTED and not p.ladder.ended and p.ladder.rung < 1))
    ]
    if len(fresh) < policy.outreach_most:
        return ""
    names = " and ".join(fresh)
    return f"{names} have a first note already, and {len(fresh)} at a time is plenty; {person.first_name} is next"


def postponed(book: Book, person: Person) -> bool:
    """Whether a first note waits for the day to which the protégé moved it (LATER)."""
    return (
        person.stage in (Stage.PROSPECT, Stage.READY)
        and person.ladder.waits_until is not None
        and person.ladder.rung < 0
        and not person.ladder.ended
        and not (person.do_not_contact or person.paused or book.paused or book.writes_to(person.id))
    )


def runs(book: Book, person: Person) -> bool:
    """Whether this person's ladder is running: contacted, no answer, nothing waiting, nobody said otherwise."""
    return (
        person.stage is Stage.CONTACTED
        and person.ladder.started is not None
        and not person.ladder.ended
        and not person.do_not_contact
        and not person.paused
        and not book.paused
        and not book.writes_to(person.id)
    )


def due_on(book: Book, person: Person, rung: int, policy: Policy) -> date:
    """The day on which this rung is due: counted from what was *sent*, and never too near the last touch."""
    assert person.ladder.started is not None
    days = policy.ladder_days[rung] if rung < REST else REST_DAY if person.key else 0
    calendar = shared([book.protege.country, person.country], book.protege.away)
    local = zone(book.protege.zone)
    started = person.ladder.started.astimezone(local).date()
    last = (person.ladder.last or person.ladder.started).astimezone(local).date()
    day = max(calendar.add(started, days), calendar.add(last, policy.touch_gap_days))
    if person.ladder.waits_until is not None:
        day = max(day, person.ladder.waits_until)
    return calendar.first(day)
