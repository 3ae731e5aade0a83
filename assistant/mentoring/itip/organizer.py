"""An organizer's change of an event, as the set of messages that tells each attendee (RFC 5546 §3.2.2, §3.2.5).

New and updated attendees get a REQUEST, removed ones a CANCEL to them alone. A message to one attendee shows what they
are invited to and no more: the occurrences of others are left out of their series (EXDATE).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from assistant.mentoring.itip.event import Event, Party, Stored, Version, stored
from assistant.mentoring.itip.occurrences import derived, occurs
from assistant.mentoring.itip.outcome import Outgoing
from assistant.mentoring.itip.requests import differences
from assistant.mentoring.itip.rules import STRICT, Rules, sent
from assistant.mentoring.itip.significance import is_significant, raises

Instant = datetime | None


def told(old: Stored, new: Stored, now: datetime, rules: Rules = STRICT) -> tuple[Outgoing, ...]:
    """What each attendee has to hear after the organizer changed `old` into `new`; either is empty where there is none.

    SEQUENCE is the organizer's own to raise (`raised`); only a deletion raises it here. now: aware, the DTSTAMP.
    """
    owner = new.organizer or old.organizer
    if owner is None:
        return ()
    found: list[Outgoing] = []
    for party in _parties(old, new):
        if party.address != owner.address and _is_told(party):
            found += _Told(old, new, owner, party, now, rules).messages()
    return tuple(found)


def raised(old: Stored, new: Stored, now: datetime) -> Stored:
    """`new` with the versions that a change of `old` has to carry: what changed gets the next SEQUENCE (S3).

    One occurrence changed alone rises above everything that was ever sent of this UID, and the others stay.
    """
    highest = max((event.version.sequence for event in old), default=-1)
    changed = {one.instant for one in differences(old, new)}
    if old.master is None or not raises(old, new):
        return stored(replace(event, version=Version(max(highest, 0), now)) for event in new)
    whole = _is_whole(old, new)
    return stored(
        replace(event, version=Version(highest + 1, now)) if whole or event.instant in changed else event
        for event in new
    )


def request(known: Stored, invited: Sequence[str], now: datetime, rules: Rules = STRICT) -> tuple[Event, ...]:
    """The events of a REQUEST that shows what all of `invited` are invited to; empty where that is nothing.

    What is cancelled is left out of its series: a REQUEST with STATUS:CANCELLED is none (RFC 5546 §3.2.2).
    """
    shown = [event for event in known if not event.cancelled and all(_has(event, who) for who in invited)]
    apart = [one.instant for one in known.exceptions if one not in shown and one.instant]
    return tuple(sent(_stamped(_without(event, apart), event.version.sequence, now), rules) for event in shown)


def restated(known: Stored, party: Party, now: datetime, rules: Rules = STRICT) -> tuple[Outgoing, ...]:
    """How the event stands, to one attendee once more (RFC 5546 §3.2.6)."""
    events = request(known, (party.address,), now, rules)
    owner = known.organizer
    return (Outgoing("REQUEST", owner, party, events, significant=False),) if events and owner else ()


def cancel(
    known: Stored, parties: Sequence[Party], instants: Iterable[Instant], now: datetime, *, raises: int = 1
) -> tuple[Event, ...]:
    """The events of a CANCEL to these attendees: of the whole (None) or of single occurrences, never of more.

    raises: by how much each SEQUENCE rises. An occurrence that is not there is left out.
    """
    found = []
    for instant in instants:
        place = _place(known, instant)
        if place is not None:
            attendees = tuple(place.attendee(one.address) or one for one in parties)
            found.append(_bare(place, place.version.sequence + raises, now, attendees))
    return tuple(found)


class _Told:
    """What one attendee has to hear."""

    def __init__(self, old: Stored, new: Stored, owner: Party, party: Party, now: datetime, rules: Rules) -> None:
        self.old, self.new, self.owner, self.party, self.now, self.rules = old, new, owner, party, now, rules
        gone = new.organizer is None or (new.master is not None and new.master.cancelled)
        self.was = {event.instant for event in old if event.attendee(party.address)}
        self.now_in = set() if gone else {event.instant for event in new if _has(event, party.address)}

    def messages(self) -> Iterator[Outgoing]:
        if not self.now_in:
            yield from self._cancelled(self.was, whole=self._is_off())
        elif self.rules.alone and None in self.was & self.now_in and not _is_whole(self.old, self.new):
            yield from self._alone()
        else:
            events = request(self.new, (self.party.address,), self.now, self.rules)
            yield Outgoing("REQUEST", self.owner, self.party, events, significant=self._matters())

    def _alone(self) -> Iterator[Outgoing]:
        """Single occurrences, each by itself: moved, cancelled, or theirs no more (calendar.md S6)."""
        changed = {one.instant for one in differences(self.old, self.new)}
        events = request(self.new, (self.party.address,), self.now, self.rules)
        moved = tuple(event for event in events if event.instant in changed)
        if moved:
            yield Outgoing("REQUEST", self.owner, self.party, moved)
        theirs = {instant for instant in changed if self._was_at(instant)}
        off = {one.instant for one in self.new.exceptions if one.cancelled}
        yield from self._cancelled(theirs & off, whole=True)
        apart = {one.instant for one in self.new.exceptions} - off - self.now_in
        yield from self._cancelled(theirs & apart, whole=False)

    def _was_at(self, instant: Instant) -> bool:
        place = _place(self.old, instant)
        return place is not None and not place.cancelled and place.attendee(self.party.address) is not None

    def _cancelled(self, instants: set[Instant], *, whole: bool) -> Iterator[Outgoing]:
        """whole: it is off for everybody, and says so; a CANCEL that only uninvites has no STATUS (RFC 5546 §3.2.5)."""
        wanted: Sequence[Instant] = (None,) if None in instants else sorted(x for x in instants if x)
        events = cancel(self.new, (self.party,), wanted, self.now, raises=0)
        if not events:  # deleted: nothing newer was written that could carry a higher SEQUENCE
            events = cancel(self.old, (self.party,), wanted, self.now)
        off = tuple(replace(one, organizer=self.owner, status="CANCELLED" if whole else "") for one in events)
        if off:
            yield Outgoing("CANCEL", self.owner, self.party, off)

    def _is_off(self) -> bool:
        first = self.new.first
        return first is None or self.new.organizer is None or (self.new.master is not None and first.cancelled)

    def _matters(self) -> bool:
        return self.party.force == "REQUEST" or self.was != self.now_in or is_significant(self.old, self.new)


def _is_whole(old: Stored, new: Stored) -> bool:
    """Whether a change is of the whole: of the master, or an exception that is no exception any more."""
    changed = {one.instant for one in differences(old, new)}
    return None in changed or any(one.instant in changed and new.at(one.instant) is None for one in old.exceptions)


def _parties(old: Stored, new: Stored) -> list[Party]:
    """Everybody who was or is invited, as they are known now; those who were there first come first."""
    known: dict[str, Party] = {}
    for event in (*old, *(new if new.organizer else ())):
        known.update((party.address, party) for party in event.attendees)
    return list(known.values())


def _is_told(party: Party) -> bool:
    """Whom somebody else tells, or nobody, is not ours to tell (SCHEDULE-AGENT, RFC 6638 §7.1)."""
    return party.agent == "SERVER"


def _has(event: Event, who: str) -> bool:
    party = event.attendee(who)
    return party is not None and _is_told(party)


def _without(event: Event, instants: Sequence[datetime]) -> Event:
    """The whole without these occurrences; an exception as it is."""
    if event.instant is not None or event.start is None:
        return event
    known = {one.instant for one in event.excluded}
    more = tuple(event.start.said(instant) for instant in instants if instant not in known)
    return replace(event, excluded=(*event.excluded, *more))


def _place(known: Stored, instant: Instant) -> Event | None:
    place = known.at(instant)
    if place is None and instant is not None and known.master is not None and occurs(known.master, instant):
        place = derived(known.master, instant)
    return place


def _stamped(event: Event, sequence: int, now: datetime) -> Event:
    return replace(event, version=Version(sequence, now))


def _bare(place: Event, sequence: int, now: datetime, attendees: tuple[Party, ...]) -> Event:
    """What names an event or occurrence, and what it was called."""
    return Event(
        place.uid,
        Version(sequence, now),
        recurrence=place.recurrence,
        start=place.start,
        end=place.end,
        duration=place.duration,
        organizer=place.organizer,
        attendees=attendees,
        properties=tuple(one for one in place.properties if one.name == "SUMMARY"),
    )
