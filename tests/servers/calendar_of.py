"""A person's calendar as their program keeps it: every REQUEST and CANCEL that was delivered, applied in its order.

By UID, RECURRENCE-ID, SEQUENCE and DTSTAMP (RFC 5546 §2.1.5); what the rules then give is asked of another library.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import recurring_ical_events
from icalendar import Calendar

Version = tuple[int, datetime]


class CalendarOf:
    """`apply` the mails that they got; `starts` is what stands in it then."""

    def __init__(self) -> None:
        self.events: dict[str, dict[datetime | None, Any]] = {}
        self.zones: dict[str, list[Any]] = {}
        self.off: dict[str, dict[datetime | None, Version]] = {}

    def apply(self, mails: Iterable[EmailMessage]) -> CalendarOf:
        for mail in mails:
            for part in mail.walk():
                if part.get_content_type() == "text/calendar":
                    self._take(Calendar.from_ical(part.get_content()))
        return self

    def starts(self, since: datetime, days: int = 200) -> list[datetime]:
        """The starts from then on (UTC), in their order."""
        found = []
        for uid, events in self.events.items():
            made = Calendar()
            for component in (*self.zones[uid], *events.values()):
                made.add_component(component)
            gone = self.off.get(uid, {})
            for one in recurring_ical_events.of(made).between(since, since + timedelta(days=days)):
                start = one["DTSTART"].dt.astimezone(UTC)
                named = one["RECURRENCE-ID"].dt.astimezone(UTC) if "RECURRENCE-ID" in one else start
                if named not in gone and start >= since:
                    found.append(start)
        return sorted(found)

    def _take(self, message: Any) -> None:
        method = str(message["METHOD"])
        for event in message.walk("VEVENT"):
            uid = str(event["UID"])
            named = event["RECURRENCE-ID"].dt.astimezone(UTC) if "RECURRENCE-ID" in event else None
            known = self.events.setdefault(uid, {}).get(named)
            if known is not None and _version(event) < _version(known):
                continue
            self.zones[uid] = list(message.walk("VTIMEZONE")) or self.zones.get(uid, [])
            if method == "CANCEL" and named is None:
                self.events[uid] = {}
            elif method == "CANCEL":
                self.events[uid].pop(named, None)
                self.off.setdefault(uid, {})[named] = _version(event)
            elif method == "REQUEST":
                if named is None:  # the whole: what was apart before is so no more, unless it says so
                    self.events[uid] = {}
                    self.off.pop(uid, None)
                self.events[uid][named] = event


def _version(event: Any) -> Version:
    return int(event.get("SEQUENCE", 0)), event["DTSTAMP"].dt
