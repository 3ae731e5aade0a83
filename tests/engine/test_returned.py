"""What came back, and who complained, through the whole assistant: from the bytes of a report to what Ada is told."""

from __future__ import annotations

from email.utils import format_datetime

import pytest
from engine.house import ADA, MINERVA, House, contacted, told

from assistant.mentoring.letters import BOUNCED, Kind, LetterState

DAY = 24 * 60
HEAD = (
    "Return-Path: <>\nFrom: {sender}\nTo: assistant@example.org\nDate: {date}\nMessage-ID: <{number}@mx.example.org>\n"
    "Subject: {subject}\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type={kind}; boundary=b\n\n"
)
BODY = "--b\n\n{text}\n\n--b\nContent-Type: message/{kind}\n\n{fields}\n\n--b\nContent-Type: message/rfc822\n\n"


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def returns(
    house: House, text: str, fields: str, *, kind: str = "delivery-status", ours: bool = True, which: int = 0
) -> None:
    """A report about the note to Minerva comes; `ours`: it returns the note itself, and not a forged one."""
    house.mails += 1
    sender = "MAILER-DAEMON@mx.example.org" if kind == "delivery-status" else "feedback@example.org"
    head = HEAD.format(
        sender=sender, date=format_datetime(house.at), number=house.mails, subject="Undelivered Mail", kind=kind
    )
    sent = (
        house.to(MINERVA)[which].raw if ours else b"Message-ID: <guessed@example.org>\nTo: minerva@example.org\n\nHi\n"
    )
    house.put((head + BODY.format(text=text, kind=kind, fields=fields)).encode() + sent + b"\n--b--\n")
    house.cycle(1)


def group(who: str, status: str, said: str, action: str = "failed") -> str:
    return f"Final-Recipient: rfc822; {who}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {said}"


REPORTING = "Reporting-MTA: dns; mx.example.org\n\n"


def test_an_unknown_address_stops_the_letters_and_is_asked_for(house: House) -> None:
    returns(house, "It failed.", REPORTING + group(MINERVA, "5.1.1", "550 5.1.1 User unknown"))
    person = house.book.person("minerva")
    assert (person.email, person.ladder.ended) == ("", "bounced")
    assert next(x for x in house.book.letters if x.kind is Kind.ATTEMPT and x.sent_at).failure == BOUNCED
    assert "minerva@example.org" in told(house)
    assert "does not exist" in told(house)


FULL = REPORTING + group(MINERVA, "5.2.2", "552 5.2.2 Mailbox full")


def test_a_full_mailbox_is_tried_again_after_two_business_days_on_a_new_send(house: House) -> None:
    returns(house, "It failed.", FULL)
    assert house.book.person("minerva").email == MINERVA
    assert "has not reached Minerva" in told(house)
    house.cycle(2 * DAY)
    assert told(house).startswith("DRAFT for Minerva, in your words")
    assert len(house.to(MINERVA)) == 1
    house.sends()
    house.cycle(30)
    assert len(house.to(MINERVA)) == 2


def test_a_mailbox_that_is_full_twice_ends_the_attempt_and_another_address_is_asked_for(house: House) -> None:
    returns(house, "It failed.", FULL)
    house.cycle(2 * DAY)
    house.sends()
    house.cycle(30)
    returns(house, "It failed.", FULL, which=1)
    assert house.book.person("minerva").ladder.ended == "bounced"
    assert "NOT DELIVERED to Minerva M: minerva@example.org takes no mail" in told(house)
    house.cycle(60 * DAY)
    assert len(house.to(MINERVA)) == 2


def test_the_outcome_of_a_copy_is_not_the_outcome_of_the_letter(house: House) -> None:
    copy = group(ADA, "5.1.1", "550 5.1.1 User unknown")
    returns(house, "It failed.", REPORTING + copy + "\n\n" + group(MINERVA, "4.4.1", "timed out", "delayed"))
    assert house.book.person("minerva").email == MINERVA
    returns(house, "It failed.", REPORTING + copy)
    assert house.book.person("minerva").email == MINERVA


def test_a_forged_report_changes_nothing(house: House) -> None:
    before = house.book.people
    returns(house, "It failed.", REPORTING + group(MINERVA, "5.1.1", "550 5.1.1 User unknown"), ours=False)
    returns(house, "Abuse.", "Feedback-Type: abuse", kind="feedback-report", ours=False)
    assert house.book.people == before


def test_a_complaint_is_a_stop_for_good(house: House) -> None:
    returns(house, "This is an abuse report.", "Feedback-Type: abuse\nVersion: 1", kind="feedback-report")
    person = house.book.person("minerva")
    assert person.do_not_contact == "stop"
    assert "ASKS FOR NO MORE MAIL" in told(house)
    for _ in range(30):
        house.cycle(DAY)
    assert len(house.to(MINERVA)) == 1
    held = (LetterState.PENDING, LetterState.APPROVED)
    assert not [x for x in house.book.letters if x.person == "minerva" and not x.to_protege and x.state in held]


def test_a_mail_program_that_unsubscribes_its_owner_is_a_stop(house: House) -> None:
    house.mails += 1
    house.put(
        f"From: Minerva <{MINERVA}>\nTo: assistant@example.org\nDate: {format_datetime(house.at)}\n"
        f"Subject: unsubscribe\nMessage-ID: <{house.mails}.mail@example.org>\n"
        "Auto-Submitted: auto-replied\nX-Apple-Unsubscribe: true\n\n"
        "Apple Mail sent this email to unsubscribe from the message.\n".encode()
    )
    house.cycle(1)
    assert house.book.person("minerva").do_not_contact == "stop"
    assert "ASKS FOR NO MORE MAIL" in told(house)
