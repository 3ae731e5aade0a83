"""What becomes of a message: the new stored event, what a person has to be asked, and what is to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from assistant.mentoring.itip.event import Event, Moment, Party, Stored


class Verdict(StrEnum):
    """How a message was judged. Only APPLIED changes what is stored."""

    APPLIED = "applied"
    STALE = "stale"  # older than what is known, or the same once more
    UNKNOWN = "unknown"  # about nothing that is stored
    REFUSED = "refused"  # not theirs to say, or no sense in it
    NOTED = "noted"  # understood; nothing follows from it


class Asks(StrEnum):
    """What only a person can decide."""

    COUNTER = "counter"  # another time is proposed
    DECLINED = "declined"  # an attendee can't come: another time?
    UNINVITED = "uninvited"  # somebody who was not invited answered
    UNPROVEN = "unproven"  # a change in the organizer's name that nothing proves
    ONWARDS = "onwards"  # a change of all occurrences from one on (THISANDFUTURE)
    ADDED = "added"  # another occurrence for a series (ADD)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that a message raises. instant: the occurrence, None for the whole; start, end: what is proposed."""

    asks: Asks
    who: str
    instant: datetime | None = None
    start: Moment | None = None
    end: Moment | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """What is now otherwise in the whole (None) or one occurrence: names of parameters and of properties."""

    instant: datetime | None
    parameters: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """An iTIP message that came: its METHOD and its events, all of one UID."""

    method: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An iTIP message to one recipient. significant: times, rule or state changed, or what they are invited to."""

    method: str
    sender: Party
    recipient: Party
    events: tuple[Event, ...]
    significant: bool = True

    @property
    def uid(self) -> str:
        return self.events[0].uid


@dataclass(frozen=True, slots=True)
class Outcome:
    """`stored` is what is to be kept (None: nothing); because: why nothing was applied, in words, else ""."""

    stored: Stored | None
    verdict: Verdict
    because: str = ""
    who: str = ""  # for which attendee an answer was
    changed: tuple[Changed, ...] = ()
    asks: tuple[Ask, ...] = ()
    send: tuple[Outgoing, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that cannot be scheduled, and why, in words."""

    because: str
