"""Ada is never told a word that would be refused, and she is told whom a letter reaches and which draft made room."""

from __future__ import annotations

import pytest
from engine.approving import says
from engine.house import MINERVA, House, told
from engine.meeting_life import answers_invite, body, mentored, sends

PAT = "pat@example.org"


@pytest.fixture
def house(house: House) -> House:
    return mentored(house)


def digest(house: House) -> str:
    """The next digest."""
    for _ in range(150):
        for mail in house.cycle(60):
            if mail["Subject"].startswith("What waits"):
                return body(mail)
    raise AssertionError("no digest came")


def test_a_draft_made_while_letters_are_paused_offers_no_send(house: House) -> None:
    house.says("Hmm. Interesting thought about the moon.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    said = says(house, "move the meeting of 5 january to 7 january 16:00", fresh=True)
    assert "Reply SEND" not in said
    assert "It can't go now: letters to Minerva M are paused" in said
    waits = digest(house)
    assert "SKIP " in waits
    assert "SEND " not in waits
    assert "SEND " not in says(house, "status", fresh=True)


def test_a_draft_that_needs_send_anyway_stands_so_in_the_digest(house: House) -> None:
    says(house, "move the meeting of 5 january to 7 january 16:00", fresh=True)
    said = says(house, "EDIT\nHi Minerva,\n\njust checking in: 7 January instead of 5 January?\n\nAda Byron")
    assert "Reply SEND ANYWAY" in said
    [draft] = house.book.pending("minerva")
    assert f"SEND ANYWAY {draft.code} or SKIP {draft.code}" in digest(house)
    assert "APPROVED" in says(house, f"SEND ANYWAY {draft.code}")


def test_the_approval_names_who_gets_the_letter(house: House) -> None:
    says(house, "add pat@example.org to the series with Minerva", fresh=True)
    assert f"it goes to {PAT} on" in says(house, "SEND")


def test_a_skip_names_who_does_not_get_the_letter(house: House) -> None:
    says(house, "add pat@example.org to the series with Minerva", fresh=True)
    assert f"does not go to {PAT}" in says(house, "SKIP")


def test_a_second_move_says_that_the_first_draft_is_dropped(house: House) -> None:
    says(house, "move the meeting of 5 january to 7 january 16:00", fresh=True)
    [first] = house.book.pending("minerva")
    said = says(house, "move the meeting of 2 february to 4 february 16:00", fresh=True)
    assert f"The draft “{first.subject}” is dropped" in said
    assert "tell me the other again" in said
    sends(house)
    assert "Reply SEND" in says(house, "move the meeting of 5 january to 7 january 16:00", fresh=True)


def test_the_same_move_to_another_time_needs_no_word(house: House) -> None:
    says(house, "move the meeting of 5 january to 7 january 16:00", fresh=True)
    assert "is dropped" not in says(house, "move the meeting of 5 january to 8 january 16:00", fresh=True)


def test_the_same_decline_of_all_meetings_twice_says_the_same(house: House) -> None:
    for _ in range(2):
        answers_invite(house, "DECLINED", words="Tuesdays never work.")
        assert "CAN'T MAKE your meetings" in told(house)
        assert "the rest of the series stands" not in told(house)
    assert len(house.book.pending("minerva")) == 1


@pytest.mark.parametrize("words", ["fit no. fit yes", "fit yes\nfit no"])
def test_fit_no_and_fit_yes_in_one_mail_is_asked(house: House, words: str) -> None:
    before = house.book.people[0]
    said = says(house, words, fresh=True)
    assert "FIT MAYBE" in said
    assert house.book.people[0].stage is before.stage
    assert house.book.people[0].fit == before.fit
