"""Little events between Lee, who organizes, and those who are invited: a language for tests of the broker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.mentoring import itip
from assistant.mentoring.itip.event import Event, Moment, Party, Property, Stored, Version, stored
from assistant.mentoring.itip.occurrences import answered, derived, occurs, ruled
from assistant.mentoring.itip.outcome import Message, Outcome
from assistant.mentoring.itip.rules import STRICT, Rules

LEE, ADA, BEN = "lee@example.org", "ada@example.org", "ben@example.org"
MINERVA, MALLORY = "minerva@example.org", "mallory@example.org"
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
FIRST = datetime(2026, 12, 1, 15, tzinfo=UTC)
WEEK, HOUR = timedelta(weeks=1), timedelta(hours=1)
WEEKLY = "FREQ=WEEKLY;COUNT=6"


def moment(instant: datetime) -> Moment:
    return Moment(instant.replace(tzinfo=None))


def version(number: int) -> Version:
    """The n-th thing that was written: its SEQUENCE, and one minute later than the one before."""
    return Version(number, NOW + timedelta(minutes=number))


def event(number: int = 1, start: datetime = FIRST, *invited: str, **changes: object) -> Event:
    """A weekly series of Lee's from `start`, an hour each, with Minerva unless others are named."""
    attendees = tuple(Party(who, rsvp=True) for who in invited or (MINERVA,))
    made = Event(
        "1@example.org",
        version(number),
        start=moment(start),
        end=moment(start + HOUR),
        rule=WEEKLY,
        organizer=Party(LEE, "Lee Ito"),
        attendees=attendees,
        properties=(Property("SUMMARY", "Coffee"),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def one(number: int, week: int, shift: timedelta = timedelta(), *invited: str, **changes: object) -> Event:
    """One occurrence of it, `week` weeks after the first, moved by `shift`."""
    original = FIRST + week * WEEK
    return event(number, original + shift, *invited, rule="", recurrence=moment(original), **changes)


def known(*events: Event) -> Stored:
    return stored(events or (event(),))


def answer(
    number: int, said: str = "ACCEPTED", week: int | None = None, who: str = MINERVA, sequence: int = 1
) -> Event:
    """Somebody's answer to the whole, or to one occurrence; the n-th thing that they wrote."""
    recurrence = None if week is None else moment(FIRST + week * WEEK)
    made = Event("1@example.org", replace(version(number), sequence=sequence), recurrence=recurrence)
    return replace(made, organizer=Party(LEE), attendees=(Party(who, partstat=said),))


def tell(
    state: Stored | None, method: str, *events: Event, sender: str = LEE, proven: bool = True, rules: Rules = STRICT
) -> Outcome:
    return itip.receive(state, Message(method, events), sender, NOW, me=MINERVA, proven=proven, rules=rules)


def partstats(state: Stored | None, week: int | None = None) -> dict[str, str]:
    """Who said what, to the whole or to one occurrence."""
    place = answered(state, None if week is None else FIRST + week * WEEK) if state else None
    return {party.address: party.partstat for party in place.attendees} if place else {}


def times(state: Stored) -> dict[datetime, datetime]:
    """What takes place: the original start and the start of every occurrence that is neither left out nor cancelled."""
    master = state.master
    if master is not None and master.cancelled:
        return {}
    found: dict[datetime, datetime] = {}
    for week in range(-2, 12):
        original = FIRST + week * WEEK
        place = state.at(original)
        if master is not None and (place is None or not ruled(master, original)):
            place = derived(master, original) if occurs(master, original) else None
        if place is not None and place.start is not None and not place.cancelled:
            found[original] = place.start.instant
    return found
