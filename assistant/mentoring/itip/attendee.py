"""An attendee's change of their own copy, as the REPLY that tells the organizer (RFC 5546 §3.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring.itip.event import Event, Moment, Party, Stored, Version, address
from assistant.mentoring.itip.outcome import Outgoing

DECLINED = "DECLINED"


@dataclass(frozen=True, slots=True)
class _Said:
    """What the attendee says now of the whole or of one occurrence. `event` is None for one that they left out."""

    recurrence: Moment | None
    partstat: str
    event: Event | None

    @property
    def instant(self) -> datetime | None:
        return self.recurrence.instant if self.recurrence else None


def answered(old: Stored, new: Stored, me: str, now: datetime) -> tuple[Outgoing, ...]:
    """One REPLY with every answer that is new, or nothing. `new` without events: the attendee deleted their copy.

    To leave an occurrence out (EXDATE), or to delete all, is to decline it. now: aware, the DTSTAMP.
    """
    who, known = address(me), new if new.first else old
    owner = known.organizer
    party = next((one for event in known for one in event.attendees if one.address == who), None)
    if owner is None or party is None or owner.agent != "SERVER" or (known.master and known.master.cancelled):
        return ()
    forced = owner.force == "REPLY"
    before = {event.instant: one.partstat for event in old if (one := event.attendee(who))}
    said = _left(old, who) if new.first is None else _said(old, new, who)
    events = tuple(
        _reply(known, one, owner, replace(party, partstat=one.partstat), now)
        for one in said
        if forced or before.get(one.instant) != one.partstat
    )
    return (Outgoing("REPLY", party, owner, events),) if events else ()


def _left(old: Stored, who: str) -> Iterator[_Said]:
    """The whole is declined; where they only had single occurrences, each of these."""
    mine = [event for event in old if event.attendee(who)]
    for event in [one for one in mine if one.instant is None] or mine:
        yield _Said(event.recurrence, DECLINED, event)


def _said(old: Stored, new: Stored, who: str) -> Iterator[_Said]:
    for event in new:
        party = event.attendee(who)
        if party is not None:
            yield _Said(event.recurrence, party.partstat, event)
    master = new.master
    party = master.attendee(who) if master else None
    if master is None or party is None or party.partstat == DECLINED:
        return
    known = {one.instant for one in old.master.excluded} if old.master else set()
    shown = {event.instant for event in new}
    for left in master.excluded:
        if left.instant not in known | shown:
            yield _Said(left, DECLINED, None)


def _reply(known: Stored, said: _Said, owner: Party, party: Party, now: datetime) -> Event:
    source = said.event or known.master or known.first
    assert source is not None
    first = known.first
    summary = [one for event in (source, first) if event for one in event.properties if one.name == "SUMMARY"]
    there = said.event
    return Event(
        source.uid,
        Version(source.version.sequence, now),
        recurrence=said.recurrence,
        start=there.start if there else said.recurrence,
        end=there.end if there else None,
        duration=there.duration if there else "",
        organizer=Party(owner.address, owner.name),
        attendees=(Party(party.address, party.name, party.partstat),),
        properties=tuple(summary[:1]),
    )
