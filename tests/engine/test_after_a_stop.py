"""After a stop no meeting goes on, Ada's calendar is cleared quietly, and a misread stop has a way back."""

from __future__ import annotations

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed, told, writes
from engine.meeting_life import body, calendar, line, mentored, sends_calendar


@pytest.fixture
def house(house: House) -> House:
    return mentored(house)


def waits(house: House, days: int) -> None:
    for _ in range(days * 6):
        house.cycle(240)


def heard(house: House, since: int) -> str:
    """All that Ada got since then."""
    return "\n".join(f"{mail['Subject']}\n{body(mail)}" for raw in house.to(ADA)[since:] if (mail := parsed(raw.raw)))


def test_a_stop_ends_the_meetings_and_the_mail_says_what_stands_in_the_calendars(house: House) -> None:
    said = writes(house, "Kindly cease and desist.")
    assert "ASKS FOR NO MORE MAIL" in said
    assert "Still in the calendars:" in said
    assert "Tue 1 Dec at 16:00" in said
    before, hers = len(house.to(ADA)), len(house.to(MINERVA))
    waits(house, 32)
    since = heard(house, before)
    assert "PREP" not in since
    assert "NOTES" not in since
    assert "Meetings:" not in since
    assert len(house.to(MINERVA)) == hers


def test_yes_clears_the_own_calendar_and_the_person_hears_nothing(house: House) -> None:
    writes(house, "Please stop writing to me.")
    hers = len(house.to(MINERVA))
    house.says("YES", answers=ADA)
    mails = house.cycle(1)
    [copy] = [mail for mail in mails if calendar(mail)]
    assert line(calendar(copy), "METHOD") == "CANCEL"
    assert "for you alone" in body(copy)
    assert "Minerva hears nothing" in "".join(body(mail) for mail in mails)
    assert int(line(calendar(copy), "SEQUENCE")) > 0
    assert [m.state for m in house.book.meetings] == ["cancelled"]
    waits(house, 3)
    assert len(house.to(MINERVA)) == hers


def test_no_leaves_them_in_the_calendar_and_prepares_nothing(house: House) -> None:
    writes(house, "Please stop writing to me.")
    assert "stay in your calendar" in says(house, "NO")
    assert [m.state for m in house.book.meetings] == ["invited"]
    before = len(house.to(ADA))
    waits(house, 32)
    assert "PREP" not in heard(house, before)


def test_a_stop_of_theirs_is_never_taken_back(house: House) -> None:
    writes(house, "Kindly cease and desist.")
    assert "UNDO" not in told(house)
    says(house, "UNDO")
    assert house.book.people[0].do_not_contact == "stop"


def test_adas_own_stop_says_what_stands_in_the_calendars_and_undo_brings_the_meetings_back(house: House) -> None:
    said = says(house, "stop Minerva", fresh=True)
    assert "Still in the calendars:" in said
    says(house, "UNDO")
    before = len(house.to(ADA))
    waits(house, 28)
    assert "PREP" in heard(house, before)


CANCELS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//her//program//EN\r
METHOD:{method}\r
BEGIN:VEVENT\r
UID:hers@example.org\r
DTSTAMP:20261103T0{seq}0000Z\r
SEQUENCE:{seq}\r
DTSTART:20261210T150000Z\r
DTEND:20261210T153000Z\r
SUMMARY:Chat\r
STATUS:{status}\r
ORGANIZER:mailto:minerva@example.org\r
ATTENDEE:mailto:ada@example.org\r
COMMENT:x\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_cancellation_that_comes_with_a_stop_is_applied(house: House) -> None:
    sends_calendar(house, "REQUEST", CANCELS.format(method="REQUEST", seq=0, status="CONFIRMED"))
    house.cycle(1)
    assert [m.state for m in house.book.meetings if m.organizer] == ["invited"]
    text = CANCELS.format(method="CANCEL", seq=1, status="CANCELLED")
    house.mails += 1
    head = f"From: {MINERVA}\r\nTo: assistant@example.org\r\nSubject: Cancelled\r\nMIME-Version: 1.0\r\n"
    head += f"Message-ID: <{house.mails}.cal@example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    words = "--b\r\nContent-Type: text/plain\r\n\r\nI am ill. Please stop the mentoring mails.\r\n"
    part = f"--b\r\nContent-Type: text/calendar; method=CANCEL\r\n\r\n{text}\r\n--b--\r\n"
    house.put((head + words + part).encode())
    house.cycle(1)
    assert "ASKS FOR NO MORE MAIL" in told(house)
    assert "Thu 10 Dec" not in told(house)
    assert [m.state for m in house.book.meetings if m.organizer] == ["cancelled"]
