"""An invite that is dropped, refused by our own checker, or comes back: nobody plans around a meeting that is none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, contacted, told
from engine.meeting_life import waits

from assistant.mentoring.meetings.moves import upcoming


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def plans(house: House) -> list[str]:
    """What Ada is told and asked in the days of a meeting that might be."""
    before = len(house.to(ADA))
    waits(house, 17)
    return [mail.raw.decode() for mail in house.to(ADA)[before:]]


def test_a_skipped_invite_is_no_meeting(house: House) -> None:
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    says(house, "SKIP")
    assert upcoming(house.book, house.at) == []
    assert not any("NOTES" in mail or "PREP" in mail for mail in plans(house))
    assert "NO MEETING" in says(house, "when next?", fresh=True)


def test_undo_of_the_skip_brings_the_meeting_back(house: House) -> None:
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    says(house, "SKIP")
    says(house, "UNDO")
    assert [u.person.id for u in upcoming(house.book, house.at)] == ["minerva"]


def test_an_invite_that_our_checker_refuses_leaves_nothing(house: House) -> None:
    agenda = house.book
    minerva = replace(agenda.people[0], email="minerva@example.org\u00adx")
    house.assistant.store.save(agenda.with_person(minerva))
    house.says("coffee with Minerva 18 Nov 15:00 Café Luna")
    house.cycle(1)
    assert "I did nothing" in told(house)
    assert house.book.meetings == ()
    assert house.book.pending("minerva") == ()


def test_an_invite_that_came_back_is_no_meeting(house: House) -> None:
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    house.sends()
    house.cycle(60)
    assert house.book.meetings[0].state == "invited"
    house.put(bounce(house))
    house.cycle(1)
    assert upcoming(house.book, house.at) == []
    assert not any("NOTES" in mail for mail in plans(house))


def bounce(house: House) -> bytes:
    invite = house.last[MINERVA]
    return (
        "From: MAILER-DAEMON@example.org\r\nTo: assistant@example.org\r\nSubject: Undelivered Mail\r\n"
        "Message-ID: <bounce@example.org>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/plain\r\n\r\nNo such user.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; minerva@example.org\r\nAction: failed\r\n"
        "Status: 5.1.1\r\n\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
        f"Message-ID: {invite['Message-ID']}\r\nSubject: {invite['Subject']}\r\nTo: {MINERVA}\r\n\r\n--b--\r\n"
    ).encode()
