"""REQUEST and CANCEL, as somebody who is invited hears them (RFC 5546 §3.2.2, §3.2.5).

A REQUEST with the master says all anew as of its version: exceptions that are older go. One without it, and a CANCEL of
one, touch that occurrence alone (calendar.md R10). Whatever the order in which messages come, the newest of each place
stands. What the holder made theirs stays: alarms, private properties, and their answer while the time is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from assistant.mentoring.itip.event import Event, Party, Property, Stored, address
from assistant.mentoring.itip.occurrences import derived, occurs
from assistant.mentoring.itip.outcome import Changed
from assistant.mentoring.itip.rules import Rules
from assistant.mentoring.itip.significance import same_times

FREE = Property("TRANSP", "TRANSPARENT")  # what is not answered yet blocks no time


def requested(known: Stored | None, events: Iterable[Event], me: str, rules: Rules) -> Stored:
    """The stored event as these events of a REQUEST make it. `me`: the holder's address."""
    before = known or Stored()
    said = {event.instant: event for event in events}
    made = before
    whole = said.pop(None, None)
    if whole is not None:
        made = _restated(before, whole, said, me, rules)
    for instant, event in said.items():
        made = made.put(_kept(event, before.at(instant), before.master, me, rules))
    return _settled(made)


def cancelled(known: Stored, events: Iterable[Event]) -> Stored:
    """The stored event as these events of a CANCEL make it: the whole, or the occurrences that are named."""
    made = known
    for event in events:
        place = made.at(event.instant)
        if place is None and made.master is not None and event.instant is not None:
            there = occurs(made.master, event.instant)
            place = derived(made.master, event.instant) if there else None
        made = made.put(replace(place or event, status="CANCELLED", version=event.version))
    return _settled(made)


def differences(old: Stored | None, new: Stored) -> tuple[Changed, ...]:
    """Where the two differ in what the organizer says: for the whole (None) or an occurrence that stands for itself."""
    before = old or Stored()
    places = {one.instant for one in before} | {one.instant for one in new}
    found = (at for at in places if _said(before, at) != _said(new, at))
    return tuple(Changed(at) for at in sorted(found, key=lambda at: (at is not None, at)))


def _restated(before: Stored, whole: Event, said: dict[datetime | None, Event], me: str, rules: Rules) -> Stored:
    """A new master. Of exceptions that it does not name, newer ones stay, and so does what the holder made of one."""
    made = replace(before, master=_kept(whole, before.master, None, me, rules), exceptions=())
    for old in before.exceptions:
        assert old.instant is not None
        if old.version > whole.version:
            made = made.put(old)
        elif old.instant not in said and occurs(whole, old.instant) and _personal(old, before.master, me, rules):
            made = made.put(_kept(derived(whole, old.instant), old, None, me, rules))
    return made


def _kept(new: Event, old: Event | None, master: Event | None, me: str, rules: Rules) -> Event:
    """The event as it came, with what is the holder's: from the same occurrence before, else from the whole."""
    before = old or _before(new, master)
    theirs = tuple(one for one in new.properties if not _is_own(one, rules))
    mine = tuple(one for one in before.properties if _is_own(one, rules)) if before else ()
    made = replace(
        new,
        properties=(*theirs, *mine),
        alarms=before.alarms if before else (),
        attendees=tuple(replace(one, asked=None) for one in new.attendees),
    )
    party = new.attendee(address(me))
    if party is None:
        return made
    party = replace(party, partstat=_answer(new, party, before))
    made = made.with_attendee(replace(party, asked=None))
    return made.with_property(FREE) if party.partstat == "NEEDS-ACTION" else made


def _before(new: Event, master: Event | None) -> Event | None:
    if master is None or new.instant is None or master.start is None:
        return None
    return derived(master, new.instant)


def _answer(new: Event, party: Party, before: Event | None) -> str:
    """My answer stands while the time does, unless I am asked anew (RFC 6638 §3.2.8)."""
    known = before.attendee(party.address) if before else None
    if before is None or known is None:
        return party.partstat
    anew = party.asked is not None and party.asked > before.version.sequence
    return party.partstat if anew or not same_times(new, before) else known.partstat


def _personal(old: Event, master: Event | None, me: str, rules: Rules) -> bool:
    """Whether the holder made this occurrence otherwise than the whole: an alarm, something private, another answer."""
    if master is None:
        return bool(old.alarms)
    mine = [{one for one in event.properties if _is_own(one, rules)} for event in (old, master)]
    parties = [event.attendee(address(me)) for event in (old, master)]
    answers = [party.partstat for party in parties if party]
    return old.alarms != master.alarms or mine[0] != mine[1] or len(set(answers)) > 1


def _is_own(one: Property, rules: Rules) -> bool:
    """What belongs to the holder of a copy: whether it blocks their time, and what is private (RFC 6638 §3.2.1)."""
    return one.name == "TRANSP" or (one.name.startswith("X-") and one.name not in rules.organizer_properties)


def _settled(made: Stored) -> Stored:
    """An occurrence that an exception brings back is no longer left out (EXDATE)."""
    if made.master is None:
        return made
    back = {one.instant for one in made.exceptions if not one.cancelled}
    excluded = tuple(one for one in made.master.excluded if one.instant not in back)
    return replace(made, master=replace(made.master, excluded=excluded))


def _said(known: Stored, instant: datetime | None) -> Event | None:
    """What the organizer says of this place, in one order."""
    event = known.at(instant)
    if event is None and known.master is not None and instant is not None and occurs(known.master, instant):
        event = derived(known.master, instant)
    if event is None:
        return None
    shared = (one for one in event.properties if not _is_own(one, Rules()))
    return replace(
        event,
        version=type(event.version)(),
        organizer=event.organizer and replace(event.organizer, agent="SERVER"),
        attendees=tuple(sorted((replace(one, asked=None) for one in event.attendees), key=lambda one: one.address)),
        properties=tuple(sorted(shared, key=lambda one: (one.name, one.value))),
        alarms=(),
    )
