"""A series said in UTC: for a zone whose clock no yearly rule describes (calendar.md S4, Casablanca's Ramadan).

The rule runs in UTC, from the first meeting on. An occurrence that the zone's clock puts at another hour becomes an
exception (RFC 5545 §3.8.4.4), named by the hour that the rule in UTC gives it: each is a single instant in UTC.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.errors import AssistantError
from assistant.mentoring.schedule import MOST, NEAR, Meeting


class NotInUtc(AssistantError):
    """This series cannot be said in UTC; the message says why, in words for the protégé."""


def ruled(meeting: Meeting, reach: timedelta) -> dict[datetime, datetime]:
    """The original start of each occurrence (UTC) -> the start that its rule gives when it runs in UTC.

    reach: how far a series is looked at. Raises NotInUtc where the days of the rule are others in UTC, as for an
    evening in America.
    """
    bare = replace(meeting, changes=())
    begins = bare.begins
    true = [original for original, _ in bare.occurrences(begins, begins + reach)]
    in_utc = replace(bare, start=begins.replace(tzinfo=None), zone="UTC")
    said = [original for original, _ in in_utc.occurrences(begins, begins + reach)]
    if len(true) != len(said) or any(abs(a - b) > NEAR for a, b in zip(true, said, strict=True)):
        raise NotInUtc("its days are other days in UTC at this hour; another hour of the day can be written")
    if len(true) >= MOST:
        raise NotInUtc("it has too many meetings")
    return dict(zip(true, said, strict=True))
