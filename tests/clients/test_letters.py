"""Every calendar mail of a whole story, as it left: to the mentor, and the copies to the protégé."""

from __future__ import annotations

from email.utils import format_datetime
from pathlib import Path

import pytest
from clients import icaljs, libical
from clients.conversation import AGREED, Conversation, calendars
from engine.house import ADA, MINERVA, OURS

from assistant.writing.checker import check

pytestmark = [pytest.mark.clients, pytest.mark.usefixtures("_libical", "_icaljs")]

HER_INVITE = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
METHOD:{method}
BEGIN:VEVENT
UID:hers@example.org
DTSTAMP:20261105T09000{number}Z
SEQUENCE:{number}
DTSTART:20261124T090000Z
DTEND:20261124T093000Z
SUMMARY:Coffee
ORGANIZER:mailto:minerva@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:assistant@example.org
END:VEVENT
END:VCALENDAR
"""


def hers(house: Conversation, method: str, number: int) -> bytes:
    """A message about an invite of Minerva's own."""
    head = {
        "From": MINERVA,
        "To": OURS,
        "Subject": "Coffee",
        "Date": format_datetime(house.at),
        "Message-ID": f"<hers.{number}@example.org>",
        "MIME-Version": "1.0",
        "Content-Type": f"text/calendar; method={method}; charset=utf-8",
    }
    lines = [
        *(f"{name}: {value}" for name, value in head.items()),
        "",
        *HER_INVITE.format(method=method, number=number).splitlines(),
        "",
    ]
    return "\r\n".join(lines).encode()


def kind(text: str) -> str:
    method = next(line for line in text.split("\r\n") if line.startswith("METHOD:")).removeprefix("METHOD:")
    event = text[text.index("BEGIN:VEVENT") :]
    return f"{method} {'one' if 'RECURRENCE-ID' in event else 'series' if 'RRULE' in event else 'single'}"


def test_they_pass_every_check_and_are_of_every_kind(tmp_path: Path) -> None:
    with Conversation(tmp_path) as house:
        house.invites("coffee with Minerva 24 Nov 15:00 Café Luna")
        house.invites("move to 2026-11-25 11:00")
        house.put(hers(house, "REQUEST", 0))
        house.cycle(5)
        house.approves()  # ours goes, hers stands
        house.put(hers(house, "CANCEL", 1))
        house.cycle(5)
        house.tells(AGREED)
        house.invites("meet Minerva monthly first tue 16:00 45min")
        house.invites("move to 2026-12-03 11:00")
        house.invites("cancel next")
        house.invites("cancel the series")
        sent = [text for address in (MINERVA, ADA) for mail in house.to(address) for text in calendars(mail.raw)]
    assert {kind(text) for text in sent} == {
        "REQUEST single", "REQUEST series", "REQUEST one", "CANCEL single", "CANCEL series", "CANCEL one",
    }  # fmt: skip
    assert len(sent) == 2 * 7 + 2  # each to Minerva, with a copy to Ada; and her own to us alone, for Ada
    assert [found for text in sent if (found := check(text) + libical.complaints(text))] == []
    assert set(icaljs.complaints(sent)) == {""}
