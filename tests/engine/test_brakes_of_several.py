"""The brakes where several letters are on their way, or several people are meant."""

from __future__ import annotations

import pytest
from engine.approving import approved, held, says, two_held
from engine.house import ADA, MINERVA, House


def test_cancel_it_in_a_new_mail_holds_all_that_goes(house: House) -> None:
    two_held(house)
    said = says(house, "cancel it!", fresh=True)
    assert said.count("TAKEN BACK") == 2
    assert not held(house)


def test_cancel_with_a_code_holds_that_letter_only(house: House) -> None:
    two_held(house)
    says(house, f"cancel {held(house)[0].code}", fresh=True)
    assert [x.person for x in held(house)] == ["lee"]
    says(house, f"UNDO {held(house)[0].code}", fresh=True)
    assert not held(house)


def test_a_brake_under_the_mail_that_says_it_goes_holds_that_letter_only(house: House) -> None:
    two_held(house)
    says(house, "cancel it")
    assert [x.person for x in held(house)] == ["minerva"]


def test_what_does_nothing_names_all_that_goes(house: House) -> None:
    two_held(house)
    said = says(house, "the moon is made of green cheese", fresh=True)
    assert "goes to Minerva" in said
    assert "goes to Lee" in said
    assert "[Undo Minerva]" in said
    assert "[Undo Lee]" in said


def test_a_brake_under_the_answer_to_two_commands_holds_what_one_of_them_sent(house: House) -> None:
    house.draft_to_minerva()
    code = house.book.pending()[0].code
    said = says(house, f"new mentor Lee Park lee@example.org\nSEND {code}")
    assert "APPROVED" in said
    assert "TAKEN BACK" in says(house, "stop it")
    assert not held(house)


def test_loose_words_about_something_else_hold_nothing(house: House) -> None:
    approved(house)
    says(house, "I don't know which time zone I am in", fresh=True)
    assert len(held(house)) == 1


@pytest.mark.parametrize(
    "words", ["I don't want to skip lunch, whatever", "Is the second date wrong?", "I think there is a typo in it"]
)
def test_loose_words_under_the_mail_that_says_it_goes_hold_it(house: House, words: str) -> None:
    approved(house)
    assert "TAKEN BACK" in says(house, words)
    assert not held(house)


def test_send_and_yes_under_what_goes_say_when_it_goes(house: House) -> None:
    approved(house)
    goes = house.last[ADA]
    for words in ("SEND", "yes"):
        house.last[ADA] = goes
        said = says(house, words)
        assert "approved already and goes on Tue 3 Nov" in said
        assert said.count("goes") == 1


def test_a_send_with_another_code_under_what_goes_is_for_that_draft(house: House) -> None:
    two_held(house)
    goes = house.last[ADA]
    says(house, "cancel it")
    house.last[ADA] = goes
    code = house.book.pending()[0].code
    says(house, f"SEND {code}")
    assert len(held(house)) == 2


def test_an_invite_on_hold_is_put_off_and_asked_again(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna")
    says(house, "SEND")
    assert len(held(house)) == 1
    said = says(house, "hold it until friday")
    assert "TAKEN BACK" in said
    assert "KEPT" in said
    assert "Fri 6 Nov" in said
    assert not held(house)
    house.cycle(2 * 24 * 60)
    assert len(house.to(MINERVA)) == 1
    says(house, "UNDO")
    assert len(house.book.pending()) == 1


def test_rest_while_a_letter_is_held_ends_the_attempts(house: House) -> None:
    approved(house)
    house.says("rest", answers=ADA)
    house.cycle(1)
    house.cycle(24 * 60)
    assert not house.to(MINERVA)
