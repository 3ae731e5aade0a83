"""Times that a person names beside their invite or its cancellation: they wait for the protégé's choice (R9, L30)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import times
from assistant.mentoring.offered_times import MOST
from assistant.mentoring.person import Person
from assistant.mentoring.slots import both_clocks, covers, has_begun, in_zone, slot_command, slot_words
from assistant.mentoring.unanswered import TIME, YES


@dataclass(frozen=True, slots=True)
class Named:
    """The book in which those times wait; the same times as they are shown, and one tap for each that has an hour."""

    book: Book
    shown: tuple[str, ...] = ()
    taps: tuple[Tap, ...] = ()


def named(
    case: Case, event: happened.InviteReceived, person: Person, known: Collection[datetime], *, off: bool
) -> Named:
    """known: times (UTC) that their calendar mail itself is about, which are no other times. off: it cancels."""
    local = [times.local(case, at).replace(tzinfo=None) for at in known]
    found = [(slot, in_zone(slot, case.zone)) for slot in event.times if not has_begun(slot, case.at)]
    other = [(slot, own) for slot, own in found if not any(covers(own, at) for at in local)][:MOST]
    if not other:
        return Named(case.book)
    own_times = tuple(own for _, own in other)
    waiting = replace(
        case.book.person(person.id),
        answered_at=case.at,
        awaits=YES if off else TIME,  # what is off cannot be moved: the time is that of another meeting
        slots=tuple(slot_words(own) for own in own_times),
        offered=own_times,
    )
    word = f"COFFEE WITH {person.name}" if off else "MOVE TO"
    exact = tuple(own for own in own_times if not own.whole_day)
    return Named(
        case.book.with_person(waiting),
        tuple(both_clocks(slot, own) for slot, own in other),
        tuple(Tap(slot_words(own), f"{word} {slot_command(own)}") for own in exact),
    )
