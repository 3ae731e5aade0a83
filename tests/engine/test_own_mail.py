"""Ada writes to Minerva herself and lets the assistant see it: the draft that she sent is known, no other one is."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import unquote

import pytest
from engine.approving import held, says
from engine.house import ADA, MINERVA, OURS, House, drafted, told

from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.person import Stage

DAY = 24 * 60


@pytest.fixture
def house(house: House) -> House:
    return drafted(house)


def draft(house: House) -> Letter:
    return [x for x in house.book.letters if x.rung == 0][-1]


def writes(house: House, text: str, *, subject: str, cc: str = OURS, hidden: str = "") -> list[EmailMessage]:
    """Ada's own mail to Minerva; `cc` or a `hidden` copy comes to the assistant. What was sent then."""
    house.mails += 1
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = ADA, MINERVA, subject
    if cc:
        mail["Cc"] = cc
    if hidden:
        mail["Delivered-To"] = hidden
    mail["Date"], mail["Message-ID"] = format_datetime(house.at), f"<own{house.mails}@example.org>"
    mail.set_content(text)
    house.put(mail.as_bytes())
    return house.cycle(1)


def test_the_draft_that_she_sent_herself_is_sent(house: House) -> None:
    letter = draft(house)
    assert writes(house, letter.text, subject=letter.subject) == []
    assert house.book.letter(letter.id).state is LetterState.SENT
    assert house.book.people[0].stage is Stage.CONTACTED


def test_the_draft_with_her_own_changes_and_subject_is_the_draft(house: House) -> None:
    letter = draft(house)
    text = letter.text.replace("Hi Minerva,", "Dear Minerva!\n\nHow was Lisbon?").replace("no worries at all", "fine")
    assert writes(house, text, subject="Hello from Madrid") == []
    assert house.book.letter(letter.id).state is LetterState.SENT


def test_the_link_that_sends_it_herself_is_known_by_its_hidden_copy_whatever_she_made_of_it(house: House) -> None:
    letter = draft(house)
    shown = says(house, "reach out to minerva")
    hidden = unquote(shown.partition("bcc=")[2].partition("&")[0])
    assert writes(house, "Something else altogether.", subject="Hi", cc="", hidden=hidden) == []
    assert house.book.letter(letter.id).state is LetterState.SENT


@pytest.mark.parametrize("subject", ["lunch on friday?", "Re: the paper"])
def test_a_mail_about_something_else_sends_no_draft_and_is_asked_about(house: House, subject: str) -> None:
    letter = draft(house)
    writes(house, "Hi Minerva, are you joining the lunch on Friday? Ada", subject=subject)
    assert house.book.letter(letter.id).state is LetterState.WITHDRAWN
    assert house.book.people[0].stage is Stage.READY
    assert told(house).startswith(f'SEEN: your own mail to Minerva, "{subject}".')
    assert "Was yours the first note?" in told(house)
    house.cycle(30 * DAY)
    assert not house.to(MINERVA)


def test_it_was_the_first_note_starts_the_clock(house: House) -> None:
    writes(house, "Hi Minerva, may I ask you for twenty minutes? Ada", subject="A question")
    assert "I stay quiet until" in says(house, "SENT")
    assert house.book.people[0].stage is Stage.CONTACTED


def test_it_was_something_else_brings_a_draft_that_goes_five_working_days_later(house: House) -> None:
    writes(house, "Hi Minerva, are you joining the lunch on Friday? Ada", subject="lunch")
    assert "it goes Tue 10 Nov" in says(house, "reach out to minerva")


def test_what_was_approved_does_not_follow_her_own_mail_within_the_hour(house: House) -> None:
    house.says("SEND", answers=ADA)
    house.cycle(1)
    assert held(house)
    writes(house, "Hi Minerva, are you joining the lunch on Friday? Ada", subject="lunch")
    assert not held(house)
    assert "took that back" in told(house)
    house.cycle(2 * DAY)
    assert not house.to(MINERVA)


def test_her_own_mail_takes_the_place_of_a_next_idea(house: House) -> None:
    house.sends()
    house.cycle(30)
    house.cycle(7 * DAY)
    assert "IDEA for Minerva" in told(house)
    writes(house, "Hi Minerva, a quick hello from the train. Ada", subject="hello")
    assert "The next idea comes on" in told(house)
    assert len(house.to(MINERVA)) == 1
    assert house.book.people[0].ladder.rung == 0
