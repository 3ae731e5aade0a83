"""Which occurrences an event has, and what one of them is before anybody changes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from assistant.mentoring.itip.event import Answer, Event, Moment, Party, Stored
from assistant.mentoring.recurrence import starts

MOST = 4000  # occurrences that are looked at to find one


def occurs(master: Event, instant: datetime) -> bool:
    """Whether the event, as its rule puts it, has an occurrence that starts at this instant."""
    if any(one.instant == instant for one in master.excluded):
        return False
    return ruled(master, instant)


def ruled(master: Event, instant: datetime) -> bool:
    """The same, of what was left out too (EXDATE). A rule that cannot be read has only its first occurrence."""
    if master.start is None:
        return False
    if master.start.instant == instant or any(one.instant == instant for one in master.listed):
        return True
    wanted = master.start.said(instant).local
    for local in islice(_ruled(master.rule, master.start), MOST):
        if replace(master.start, local=local).instant == instant:
            return True
        if local > wanted + timedelta(days=1):
            return False
    return False


def derived(master: Event, instant: datetime) -> Event:
    """One occurrence of the event as an event of its own: the same but for its time."""
    assert master.start is not None
    start = master.start.said(instant)
    end = None
    if master.end is not None:
        end = replace(master.end, local=start.local + (master.end.local - master.start.local))
    return replace(master, recurrence=start, start=start, end=end, rule="", listed=(), excluded=())


def shown(stored: Stored) -> tuple[Event, ...]:
    """What is stored, with everybody's answers in their places; an occurrence that was only answered gets its own."""
    places = {one.instant for one in stored} | {one.instant for one in stored.answers}
    found = (answered(stored, instant) for instant in sorted(places, key=lambda at: (at is not None, at)))
    return tuple(one for one in found if one is not None)


def answered(stored: Stored, instant: datetime | None) -> Event | None:
    """The whole or one occurrence, with the answers in it; None where there is none."""
    event = stored.at(instant)
    if event is None and stored.master is not None and instant is not None and occurs(stored.master, instant):
        whole = answered(stored, None)
        event = derived(whole, instant) if whole else None
    if event is None:
        return None
    for answer in stored.answers:
        party = event.attendee(answer.address)
        if answer.instant != instant or party is None:
            continue
        event = event.with_attendee(_said(party, answer))
        for new in answer.properties:
            event = event.with_property(new)
    return event


def _said(party: Party, answer: Answer) -> Party:
    """Who has answered is asked no more (RSVP)."""
    waits = party.rsvp and answer.partstat == "NEEDS-ACTION"
    return replace(party, partstat=answer.partstat, outcome=answer.outcome, more=answer.more, rsvp=waits)


def _ruled(rule: str, start: Moment) -> Iterator[datetime]:
    """The starts by the rule, naive in the event's zone."""
    if not rule:
        return
    try:
        yield from starts(rule, start.local, lambda end: start.said(end).local)
    except (ValueError, TypeError, OverflowError):
        return
