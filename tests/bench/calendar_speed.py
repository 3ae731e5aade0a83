"""How many calendar messages are read and written in a second on one core. It judges nothing.

`python tests/bench/calendar_speed.py`, from the root of a checkout. Read: whole mails with the invites and answers of
eight calendars, from bytes to what the daemon acts on (goal 500 a second), an invite to twenty with a zone of its own,
and `icalendar` beside it on the same texts, with its cache of zones cleared before each as it must be (calendar.md R3).
Written: invites with a zone and a series, checked (goal 500 a second).
"""

from __future__ import annotations

import sys
import time
from base64 import encodebytes
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.reading_speed import rate
from icalendar import Calendar
from icalendar.timezone import tzp
from reading.client_invites import OUTLOOK, REQUESTS
from reading.client_replies import REPLIES

from assistant.mentoring.facts import Address
from assistant.mentoring.schedule import Meeting
from assistant.reading import message
from assistant.reading.invite import Refusal, invites
from assistant.reading.trust import Authserv
from assistant.writing.invite import Invitation, request

NOW = datetime(2026, 11, 3, 8, 40, tzinfo=UTC)
TRUST = Authserv("mx.example.org")
GOAL = 500


def mail(text: str, number: int) -> bytes:
    """A calendar message as Exchange sends it: text, a page, and the calendar, in base64."""
    page = f"<html><body><p>{'When: Wednesday, at the café. ' * 40}</p></body></html>"
    parts = (("text/plain", "When: Wednesday\n" * 30), ("text/html", page), ("text/calendar; method=REQUEST", text))
    body = "".join(
        f"--b\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + encodebytes(content.replace("\n", "\r\n").encode()).decode()
        for kind, content in parts
    )
    head = (
        "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\r\n"
        "From: Minerva Marsh <minerva@example.org>\r\nTo: assistant@example.org\r\nSubject: Coffee\r\n"
        f"Message-ID: <{number}@example.org>\r\nDate: Tue, 03 Nov 2026 08:40:00 +0000\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
    )
    return f"{head}{body}--b--\r\n".encode()


def large() -> str:
    people = "".join(
        f'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Person {n}":mailto:p{n}@example.org\n'
        for n in range(20)
    )
    series = "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=20\nDESCRIPTION:" + "Join here\\n" * 200
    return OUTLOOK.replace("SUMMARY", f"{people}{series}\nSUMMARY")


def from_mail(raw: bytes) -> None:
    found = message.read(raw, NOW, trust=TRUST)
    assert len(found.calendars) == 1
    assert not isinstance(invites(found.calendars[0]), Refusal)


def by_library(text: str) -> None:
    tzp.use_zoneinfo()
    Calendar.from_ical(text)


def written(number: int) -> None:
    meeting = Meeting(
        uid=f"{number}@example.org",
        person="minerva",
        summary="Mentoring: Ada and Minerva",
        start=datetime(2026, 12, 1, 16),  # noqa: DTZ001 - local
        zone="Europe/Madrid",
        minutes=45,
        rrule="FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271201T150000Z",
    )
    made = request(
        meeting, Invitation(Address("assistant@example.org", "Robin"), ADA, NOW, zone_data, "1. Pricing\n" * 5)
    )
    assert "BEGIN:VTIMEZONE" in made


ADA = Address("ada@example.org", "Ada Byron")
_DATA: dict[str, bytes] = {}


def zone_data(zone: str) -> bytes:
    """As the daemon has it: read once."""
    if zone not in _DATA:
        _DATA[zone] = files("tzdata").joinpath("zoneinfo", zone).read_bytes()
    return _DATA[zone]


def main() -> None:
    texts = [*REQUESTS.values(), *REPLIES.values()]
    mails = [mail(text, number) for number, text in enumerate(texts * 10)]
    _say("whole mails of eight calendars", rate(lambda: [from_mail(raw) for raw in mails], len(mails)), GOAL)
    _say("their calendars alone", rate(lambda: [invites(text) for text in texts * 10], len(mails)))
    _say("  the same by icalendar", rate(lambda: [by_library(text) for text in texts * 10], len(mails)))
    big = large()
    _say("a series of Outlook for twenty", rate(lambda: [invites(big) for _ in range(100)], 100), GOAL)
    _say("invites written and checked", rate(lambda: [written(number) for number in range(100)], 100), GOAL)


def _say(what: str, a_second: float, goal: int = 0) -> None:
    sys.stdout.write(f"{what:<34}{a_second:7.0f} a second{f'   (goal {goal})' if goal else ''}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    sys.stdout.write(f"\n{time.perf_counter() - began:.0f} s in all\n")
