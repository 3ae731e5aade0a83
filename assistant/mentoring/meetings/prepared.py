"""Which meetings are prepared after they moved: once each, and again only where it is more than a day away (P89)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from assistant.mentoring.schedule import Meeting, actual_start

DAY = timedelta(days=1)


def followed(before: Meeting, after: Meeting) -> Meeting:
    """`after` with the prepared occurrences of `before` that still take place within a day of where they were.

    A meeting that moved further gets its brief anew, three business days before its new time."""
    kept = []
    for original in before.prepared:
        was = actual_start(before, original) or original
        near = after.occurrences(was - DAY, was + DAY)
        found = min(near, key=lambda pair: abs(pair[1] - was), default=None)
        if found is not None:
            kept.append(found[0])
    return replace(after, prepared=tuple(dict.fromkeys(kept)))
