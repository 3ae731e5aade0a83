"""What is newer than what is known (RFC 5546 §2.1.5): the same for the whole, one occurrence, and one answer."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from assistant.mentoring.itip.event import Answer, Event, Party, Stored


class Age(StrEnum):
    """How an event in a message stands to what is stored. FILLS: older than what is known, yet nothing else says it."""

    NEWER = "newer"
    FILLS = "fills"
    STALE = "stale"


def age(event: Event, known: Stored) -> Age:
    """Compared with the same occurrence; else with the master, which speaks for all that no exception names.

    A master that comes after its exceptions is new where any of them is older, and else fills the gap.
    """
    same = known.at(event.instant)
    if same is not None:
        return Age.NEWER if event.version > same.version else Age.STALE
    if event.instant is None and known.exceptions:
        newer = any(event.version > one.version for one in known.exceptions)
        return Age.NEWER if newer else Age.FILLS
    if known.master is not None:
        return Age.NEWER if event.version > known.master.version else Age.STALE
    return Age.NEWER


def is_newer(message: Iterable[Event], known: Stored) -> bool:
    """Whether any part of a message is newer than what is known of it."""
    return any(age(event, known) is Age.NEWER for event in message)


def is_answer_new(answer: Answer, known: Answer | None, event: Event, party: Party) -> bool:
    """Whether an answer counts: to nothing older than what was asked, and after what they said before (R8)."""
    asked = event.version.sequence if party.asked is None else party.asked
    return answer.version.sequence >= asked and (known is None or answer.version > known.version)
