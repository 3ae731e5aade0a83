"""Times that a person proposed, in words and as a command takes them."""

from __future__ import annotations

from datetime import datetime

from assistant.mentoring.days import short_day, zone
from assistant.mentoring.facts import Slot


def slot_words(slot: Slot) -> str:
    """A proposed time as people say it: "Tue 11 Nov 15:00"."""
    day = short_day(slot.start)
    if slot.whole_day:
        return day
    return f"{day} {slot.start:%H:%M}"


def slot_command(slot: Slot) -> str:
    """As a command takes it: a command's times are the protégé's own, so the slot is in their zone."""
    return f"{slot.start:%Y-%m-%d %H:%M}"


def covers(slot: Slot, start: datetime) -> bool:
    """Whether a start (naive, in the slot's zone) is one that was proposed: the time itself, or one within it."""
    if slot.whole_day:
        return slot.start.date() == start.date()
    return slot.start == start or (slot.end is not None and slot.start <= start < slot.end)


def has_begun(slot: Slot, now: datetime) -> bool:
    """Whether the time is no offer any more: it lies behind `now` (aware), or is today and names no hour."""
    local = now.astimezone(zone(slot.zone)).replace(tzinfo=None)
    return slot.start.date() <= local.date() if slot.whole_day else (slot.end or slot.start) <= local


def both_clocks(slot: Slot, own: Slot) -> str:
    """ "Tue 10 Nov 16:00 (15:00 London time)": the reader's clock, and that of the one who proposed it."""
    if slot.whole_day or slot.start == own.start:
        return slot_words(own)
    theirs = f"{slot.start:%H:%M}" if slot.start.date() == own.start.date() else slot_words(slot)
    return f"{slot_words(own)} ({theirs} {city(slot.zone)} time)"


def city(name: str) -> str:
    """How people call a zone: "Europe/London" -> "London"."""
    return name.rpartition("/")[2].replace("_", " ")


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
