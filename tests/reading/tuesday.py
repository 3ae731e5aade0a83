"""What the tests of dates share: all is said on Tuesday 3 November 2026, at 10:00 in Madrid."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.mentoring.facts import Slot
from assistant.reading.dates import Found, Moment

NOW = Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid")


def day_said(found: Found | None) -> str | None:
    """A day as MM-DD, of another year YYYY-MM-DD; "?" is asked; None is none."""
    if found is None or found.ask:
        return "?" if found else None
    assert found.first is not None
    return found.first.isoformat().removeprefix("2026-")


def time_said(slot: Slot) -> str:
    """A day is MM-DD, a time is added to it unless the day is free, and its zone where it is not the writer's."""
    words = f"{slot.start:%m-%d}" + ("" if slot.whole_day else f" {slot.start:%H:%M}")
    words += f"-{slot.end:%H:%M}" if slot.end and not slot.whole_day else ""
    return words if slot.zone == NOW.zone else f"{words} {slot.zone}"
