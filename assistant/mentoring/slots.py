"""Times that a person proposed, in words and as a command takes them."""

from __future__ import annotations

from assistant.mentoring.days import zone
from assistant.mentoring.facts import Slot


def slot_words(slot: Slot) -> str:
    """A proposed time as people say it: "Tue 11 Nov 15:00"."""
    day = f"{slot.start:%a} {slot.start.day} {slot.start:%b}"
    if slot.whole_day:
        return day
    return f"{day} {slot.start:%H:%M}"


def slot_command(slot: Slot) -> str:
    """As a command takes it: a command's times are the protégé's own, so the slot is in their zone."""
    return f"{slot.start:%Y-%m-%d %H:%M}"


def in_zone(slot: Slot, name: str) -> Slot:
    """The same time on the clocks of another zone. A whole day stays the day that was named."""
    if slot.whole_day or slot.zone == name:
        return slot
    start, end = (
        at and at.replace(tzinfo=zone(slot.zone)).astimezone(zone(name)).replace(tzinfo=None)
        for at in (slot.start, slot.end)
    )
    assert start is not None
    return Slot(start, end, name)
