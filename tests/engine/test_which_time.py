"""Choosing one of a person's times, in the words that people use; and an approval after words against the draft."""

from __future__ import annotations

import pytest
from engine.approving import held, says
from engine.house import MINERVA, House, contacted, told, writes


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


@pytest.mark.parametrize("words", ["yes", "ok great", "works for me", "Yes!", "perfect", "that works", "sounds good"])
def test_a_yes_takes_the_one_time_that_is_offered(house: House, words: str) -> None:
    writes(house, "Yes, gladly. Thursday 12 November at 16:00?")
    said = says(house, words)
    assert "INVITE for Minerva" in said
    assert "Thu 12 Nov at 16:00" in said


def test_a_yes_to_several_times_is_asked_which(house: House) -> None:
    writes(house, "Happy to: Tue 10 Nov 15:00 or Thu 12 Nov 16:00.")
    assert "WHICH TIME?" in says(house, "ok great")


def test_none_of_them_and_another_time_is_that_time(house: House) -> None:
    writes(house, "Happy to: Tue 10 Nov 15:00 or Thu 12 Nov 16:00.")
    said = says(house, "none of them work, friday 13 at 11?")
    assert "INVITE for Minerva" in said
    assert "Fri 13 Nov at 11:00" in said


def test_a_time_alone_after_suggest_a_time_is_the_invite(house: House) -> None:
    writes(house, "Yes, sounds good. Suggest a time.")
    said = says(house, "tue 17 nov 15:00")
    assert "INVITE for Minerva" in said
    assert "Tue 17 Nov at 15:00" in said


def test_a_changed_mind_about_the_time_is_a_new_choice(house: House) -> None:
    writes(house, "Happy to: Tue 10 Nov 15:00, Thu 12 Nov 16:00 or Thu 19 Nov 10:00.")
    assert "Thu 12 Nov at 16:00" in says(house, "2")
    assert "Thu 19 Nov at 10:00" in says(house, "no the third one sorry")
    says(house, "SEND")
    house.cycle(60)
    assert "Thu 19 Nov" in str(house.last[MINERVA]["Subject"])


def test_words_against_a_draft_that_nobody_understood_make_the_next_send_ask(house: House) -> None:
    writes(house, "Happy to: Tue 10 Nov 15:00 or Thu 12 Nov 16:00.")
    says(house, "2")
    assert "did nothing" in says(house, "no not that one, the blue moon rather")
    said = says(house, "SEND")
    assert not held(house)
    assert "Thu 12 Nov" in said
    says(house, "SEND")
    assert len(held(house)) == 1


def test_a_time_that_works_is_a_yes_with_a_time(house: House) -> None:
    assert "SAYS YES" in writes(house, "No problem. Fri 13 at 10 works.") or "another time" in told(house)
    assert house.book.people[0].offered


@pytest.mark.parametrize("words", ["Actually, the later one please.", "The second one is better."])
def test_of_her_own_two_times_she_chooses_one_herself(house: House, words: str) -> None:
    writes(house, "Either Tue 17 Nov at 10:00 or Thu 19 Nov at 16:00 works.")
    said = writes(house, words)
    assert "Minerva proposes Thu 19 Nov 16:00. YES drafts the invite." in said
    assert "Thu 19 Nov at 16:00" in says(house, "yes")


def test_the_digest_takes_the_time_that_she_chose(house: House) -> None:
    writes(house, "Either Tue 17 Nov at 10:00 or Thu 19 Nov at 16:00 works.")
    writes(house, "Actually, the later one please.")
    house.cycle(24 * 60)
    assert "Thu 19 Nov 16:00" in told(house)
    assert "Tue 17 Nov" not in told(house)
