"""Mailboxes that answer for people, through the whole assistant: who waits, who is told, who is never written to."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from engine.house import ADA, MINERVA, House, contacted, told

DAY = 24 * 60
DEPUTY = "lee@example.org"


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def answers(house: House, text: str, *, subject: str = "Automatic reply: hello", marked: bool = True) -> None:
    """Minerva's mailbox answers what it got last; `marked`: with the header of RFC 3834."""
    got = house.last[MINERVA]
    house.mails += 1
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = MINERVA, got["Reply-To"].split(",")[0], subject
    mail["Date"] = format_datetime(house.at)
    mail["Message-ID"] = f"<{house.mails}.auto@example.org>"
    mail["In-Reply-To"] = got["Message-ID"]
    if marked:
        mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(text)
    house.put(mail.as_bytes())


def days(house: House, count: int) -> None:
    for _ in range(count):
        house.cycle(DAY)


def test_an_absence_parks_the_ladder_until_two_business_days_after_the_return(house: House) -> None:
    answers(house, "I am away until Friday 20 November 2026.")
    house.cycle(5)
    minerva = house.book.people[0]
    assert minerva.ladder.waits_until == date(2026, 11, 25)
    assert minerva.answered_at is None
    days(house, 20)  # the second note would have been due on 10 November
    assert house.at.date() == date(2026, 11, 23)
    assert "IDEA for Minerva" not in told(house)
    days(house, 4)
    assert "IDEA for Minerva" in told(house)
    assert len(house.to(MINERVA)) == 1


def test_the_deputy_is_named_to_the_protege_once_and_never_written_to(house: House) -> None:
    for _ in range(2):
        answers(house, f"Ich bin bis 20.11.2026 im Urlaub. In dringenden Fällen: {DEPUTY}")
        house.cycle(5)
    tellings = [mail for mail in house.to(ADA) if DEPUTY.encode() in mail.raw]
    assert len(tellings) == 1
    assert "stands in" in told(house)
    days(house, 15)
    assert not house.to(DEPUTY)


def test_what_only_reads_like_a_notice_is_shown_in_full(house: House) -> None:
    text = f"Thanks for your email. I am on leave until 20 November. For urgent matters contact {DEPUTY}."
    answers(house, text, subject="Re: hello", marked=False)
    house.cycle(5)
    assert "READS LIKE AN AUTOMATIC REPLY" in told(house)
    assert "I am on leave until 20 November" in told(house)
    assert house.book.people[0].ladder.waits_until == date(2026, 11, 25)


def test_a_person_s_own_words_about_an_absence_are_an_answer(house: House) -> None:
    answers(
        house, "I am away until 20 November, but then gladly! How about the 24th?", subject="Re: hello", marked=False
    )
    house.cycle(5)
    assert house.book.people[0].answered_at is not None


def test_who_left_gets_nothing_more_until_the_protege_says_what_now(house: House) -> None:
    answers(house, f"Minerva no longer works here. Please write to {DEPUTY}.")
    house.cycle(5)
    assert "IS NOT THERE ANY MORE" in told(house)
    assert DEPUTY in told(house)
    days(house, 15)
    assert len(house.to(MINERVA)) == 1
    assert not house.to(DEPUTY)
    house.says("email: minerva@example.net", answers=ADA)
    house.cycle(5)
    minerva = house.book.people[0]
    assert (minerva.email, minerva.paused) == ("minerva@example.net", "")


def test_a_new_address_is_offered_as_one_tap(house: House) -> None:
    answers(house, "My e-mail address has changed: please use minerva@example.net from now on.")
    house.cycle(5)
    assert "HAS A NEW ADDRESS" in told(house)
    assert "email: minerva@example.net" in told(house)
    assert house.book.people[0].email == MINERVA  # until Ada says so


def test_a_filter_that_asks_for_a_person_is_never_answered(house: House) -> None:
    answers(
        house, "To deliver your message please confirm that you are a human: https://example.net/x", subject="Confirm"
    )
    house.cycle(5)
    assert "ASKS whether a person wrote" in told(house)
    assert "https://example.net/x" in told(house)
    assert len(house.to(MINERVA)) == 1


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("[Ticket #4471020] hello", "Your request has been received as ticket 4471020."),
        ("Read: hello", "Your message was read on Tuesday."),
    ],
)
def test_tickets_and_receipts_change_nothing(house: House, subject: str, text: str) -> None:
    before = len(house.to(ADA))
    answers(house, text, subject=subject)
    house.cycle(5)
    assert len(house.to(ADA)) == before
    assert house.book.people[0].ladder.waits_until is None
    days(house, 8)
    assert "IDEA for Minerva" in told(house)


def test_a_protege_who_tells_of_their_own_holiday_writes_to_us(house: House) -> None:
    before = len(house.to(ADA))
    house.says("I'm on holiday from 13 November to 20 November. Please hold everything back until I return. Thank you!")
    house.cycle(5)
    assert len(house.to(ADA)) == before + 1
