"""Calendar programs and the assistant, by real mails: another time is proposed, answered, and nobody else is heard."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from engine.approving import approved, coffee, says
from engine.house import ADA, MINERVA, House, told
from engine.meeting_life import calendar


def program(house: House, method: str, text: str, *, who: str = MINERVA) -> None:
    """What a calendar program sends."""
    house.mails += 1
    head = f"From: {who}\r\nTo: assistant@example.org\r\nSubject: {method}: coffee\r\nMIME-Version: 1.0\r\n"
    kind = f"Message-ID: <{house.mails}.cal@example.org>\r\nContent-Type: text/calendar; method={method}; charset=utf-8"
    house.put(f"{head}{kind}\r\n\r\n{text}".encode())
    house.cycle(1)


def proposes(house: House, day: str = "20261119", *, who: str = MINERVA) -> None:
    """Minerva's program proposes Thu 19 Nov at 15:00 instead."""
    text = (
        calendar(house.last[MINERVA]).replace("METHOD:REQUEST", "METHOD:COUNTER").replace("NEEDS-ACTION", "TENTATIVE")
    )
    stamp = f"DTSTAMP:{house.at:%Y%m%dT%H%M%SZ}"
    text = re.sub(r"DTSTAMP:\w+", stamp, re.sub(r"(DT(?:START|END)[^:]*:)20261118", rf"\g<1>{day}", text))
    program(house, "COUNTER", text, who=who)


def sends(house: House) -> str:
    """Ada's SEND, and a day in which it may leave: what Minerva's program gets."""
    before = len(house.to(MINERVA))
    house.sends()
    for _ in range(26):
        house.cycle(60)
    assert len(house.to(MINERVA)) == before + 1
    return calendar(house.last[MINERVA])


def test_yes_to_her_time_is_a_request_with_the_next_sequence(house: House) -> None:
    coffee(house)
    proposes(house)
    assert "PROPOSES ANOTHER TIME" in str(house.last[ADA].get_body(("plain",)))
    text = sends(house)
    assert "METHOD:REQUEST" in text
    assert "SEQUENCE:1" in text
    assert re.search(r"DTSTART[^:]*:20261119T150000", text)


def test_no_to_her_time_is_a_declined_counter_and_the_meeting_stays(house: House) -> None:
    coffee(house)
    proposes(house)
    assert "NO to Minerva M's Thu 19 Nov at 15:00" in says(house, "no")
    text = sends(house)
    assert "METHOD:DECLINECOUNTER" in text
    assert "SEQUENCE:1" not in text
    (meeting,) = house.book.meetings
    assert (f"{meeting.start:%Y%m%d}", meeting.sequence, meeting.proposed) == ("20261118", 0, None)


def test_a_meeting_tells_its_course_in_the_calendar_and_a_first_coffee_has_none(house: House) -> None:
    coffee(house)
    assert "Last actions" not in calendar(house.last[MINERVA])
    says(house, "meet Minerva tue 24 Nov 16:00 45min", fresh=True)
    text = sends(house)
    assert "DESCRIPTION:1. Last actions and what came of them\\n2. The goal of today\\n3. Questions\\n4. " in text
    assert "http" not in text[text.index("DESCRIPTION:1.") :]


def test_the_same_proposal_delivered_twice_is_told_once(house: House) -> None:
    coffee(house)
    proposes(house)
    told = len(house.to(ADA))
    text = calendar(house.last[MINERVA]).replace("METHOD:REQUEST", "METHOD:COUNTER")
    stamp = f"DTSTAMP:{house.at - timedelta(minutes=1):%Y%m%dT%H%M%SZ}"
    program(house, "COUNTER", re.sub(r"DTSTAMP:\w+", stamp, text))
    assert len(house.to(ADA)) == told


@pytest.mark.parametrize(
    "method", ["CANCEL", "REQUEST", "COUNTER", "REPLY", "ADD", "REFRESH", "PUBLISH", "DECLINECOUNTER"]
)
def test_a_stranger_who_knows_the_uid_changes_nothing(house: House, method: str) -> None:
    coffee(house)
    known = house.book.meetings
    text = (
        calendar(house.last[MINERVA]).replace("METHOD:REQUEST", f"METHOD:{method}").replace("SEQUENCE:0", "SEQUENCE:9")
    )
    program(house, method, text.replace("20261118", "20261119"), who="mallory@example.org")
    assert house.book.meetings == known


@pytest.mark.parametrize("method", ["CANCEL", "REQUEST", "ADD", "PUBLISH", "DECLINECOUNTER"])
def test_she_herself_cannot_change_what_ada_invited_her_to(house: House, method: str) -> None:
    coffee(house)
    known = house.book.meetings
    text = (
        calendar(house.last[MINERVA]).replace("METHOD:REQUEST", f"METHOD:{method}").replace("SEQUENCE:0", "SEQUENCE:9")
    )
    program(house, method, text.replace("20261118", "20261119"))
    assert house.book.meetings == known


HERS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:hers@example.org
DTSTAMP:20261101T080000Z
SEQUENCE:0
DTSTART:20261118T140000Z
DTEND:20261118T143000Z
SUMMARY:Coffee with Ada
ORGANIZER:mailto:minerva@example.org
ATTENDEE:mailto:ada@example.org
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("time", ["DTSTART:20261118T140000Z\nDTEND:20261118T143000Z\n", ""])
def test_another_time_that_she_declines_is_told_and_her_meeting_stays(house: House, time: str) -> None:
    approved(house)
    house.cycle(30)
    program(house, "REQUEST", HERS)
    known = house.book.meetings
    assert [meeting.organizer for meeting in known] == [MINERVA]
    declined = re.sub(r"DTSTART.*\nDTEND.*\n", time, HERS).replace("REQUEST", "DECLINECOUNTER")
    words = f"DTSTAMP:{house.at:%Y%m%dT%H%M%SZ}\nCOMMENT:I teach on Thursdays."
    program(house, "DECLINECOUNTER", re.sub(r"DTSTAMP:\w+", words, declined))
    assert house.book.meetings == known
    assert "KEEPS Wed 18 Nov at 15:00" in told(house)
    assert "I teach on Thursdays." in told(house)


def test_a_cancellation_that_names_no_time_is_one(house: House) -> None:  # RFC 5546 §3.2.5
    approved(house)
    house.cycle(30)
    program(house, "REQUEST", HERS)
    off = re.sub(r"DTSTART.*\nDTEND.*\n", "", HERS).replace("REQUEST", "CANCEL").replace("SEQUENCE:0", "SEQUENCE:1")
    program(house, "CANCEL", off.replace("SUMMARY", "COMMENT:I am ill.\nSUMMARY"))
    assert house.book.meetings[0].state == "cancelled"
    assert "CANCELLED Wed 18 Nov at 15:00" in told(house)
    assert "I am ill." in told(house)
