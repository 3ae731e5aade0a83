"""A pure iTIP broker (RFC 5546): what a calendar message makes of a stored event, and what a change has to say to whom.

`receive` judges what comes; `edited` makes what is to be sent after the holder of a copy changed it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from assistant.mentoring.itip import attendee, organizer
from assistant.mentoring.itip.broker import receive
from assistant.mentoring.itip.event import Event, Stored, address, stored
from assistant.mentoring.itip.outcome import Outgoing, Refused
from assistant.mentoring.itip.rules import STRICT, Rules

__all__ = ["edited", "receive", "scheduled"]


def edited(
    old: Stored | None, new: Stored | None, me: str, now: datetime, rules: Rules = STRICT
) -> tuple[Outgoing, ...]:
    """What has to be sent after `me` changed their copy from `old` (None: there was none) to `new` (None: deleted).

    The organizer tells the attendees, an attendee answers the organizer, and nobody else says anything.
    """
    before, after = old or Stored(), new or Stored()
    owner = after.organizer or before.organizer
    if owner is None:
        return ()
    if owner.address == address(me):
        return organizer.told(before, after, now, rules)
    return attendee.answered(before, after, me, now)


def scheduled(events: Iterable[Event]) -> Stored | Refused | None:
    """The events of one calendar as one stored event; None for none. What is of two minds is refused."""
    found = list(events)
    if not found:
        return None
    if len({event.uid for event in found}) > 1:
        return Refused("its events have different UIDs")
    if len({event.organizer.address if event.organizer else "" for event in found}) > 1:
        return Refused("its events have different organizers")
    return stored(found)
