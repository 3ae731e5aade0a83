"""Our questions, put off, taken back or answered with a shrug: nothing is done on it, and nothing is forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, contacted, told

from assistant.mentoring.person import Stage

DAY = 24 * 60


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def unsure(house: House) -> None:
    house.says("Hmm the moon.", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    assert "YES, LATER or NO?" in told(house)


@pytest.mark.parametrize("words", ["not sure", "dunno", "hm no idea, what do you think?", "What does she mean?"])
def test_whoever_does_not_know_either_is_told_what_can_be_done(house: House, words: str) -> None:
    unsure(house)
    said = says(house, words)
    assert "You can also ask Minerva: reply EDIT" in said
    assert house.book.people[0].awaits == ""
    assert house.book.people[0].paused


def test_a_no_to_a_yes_that_was_taken_is_asked(house: House) -> None:
    unsure(house)
    says(house, "yes")
    said = says(house, "no")
    assert "Minerva said no after all" in said
    assert house.book.people[0].stage is not Stage.DECLINED


@pytest.mark.parametrize("words", ["sorry, I meant no", "I meant no", "oops, i meant a no"])
def test_a_slip_is_put_right_in_words(house: House, words: str) -> None:
    unsure(house)
    says(house, "yes")
    says(house, words)
    assert house.book.people[0].stage is Stage.DECLINED


def test_later_under_a_question_brings_it_again_after_two_business_days(house: House) -> None:
    house.says("For Minerva: Thursday works.", who="jonas@example.org", answers=MINERVA)
    house.cycle(1)
    assert "WHO WAS THIS?" in told(house)
    assert "I ask again on Thu 5 Nov" in says(house, "later")
    assert house.book.questions
    assert house.book.people[0].paused
    digests = [mail for _ in range(3 * 48) for mail in house.cycle(30) if str(mail["Subject"]).startswith("What waits")]
    texts = [str(mail.get_body(("plain",)).get_content()) for mail in digests]  # type: ignore[union-attr]
    assert [("who wrote about Minerva" in text) for text in texts] == [True]


def test_later_with_a_day_brings_it_on_that_day(house: House) -> None:
    house.says("For Minerva: Thursday works.", who="jonas@example.org", answers=MINERVA)
    house.cycle(1)
    assert "I ask again on Mon 9 Nov" in says(house, "later mon")
    assert "I ask again on Tue 10 Nov" in says(house, "LATER tue 10 nov")
    assert len(house.book.reminders) == 1


def test_later_under_the_three_questions_of_the_hello_waits(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        house.says("hi")
        house.cycle()
        house.says("later", answers=ADA)
        house.cycle(1)
        assert "I ask again on Thu 5 Nov" in told(house)


def asked_by_two(house: House) -> None:
    unsure(house)
    house.says("For Minerva: Thursday works.", who="jonas@example.org", answers=MINERVA)
    house.cycle(1)
    assert "WHO WAS THIS?" in told(house)


@pytest.mark.parametrize("word", ["YES", "NO"])
def test_a_word_by_a_link_is_to_neither_of_two_questions_where_it_could_trust_a_stranger(
    house: House, word: str
) -> None:
    asked_by_two(house)
    del house.last[ADA]["Message-ID"]  # a link opens a mail of its own
    house.last[ADA]["Message-ID"] = "<a.link@example.org>"
    said = says(house, word)
    assert "could be to any" in said
    assert "who wrote about Minerva" in said
    assert "jonas@example.org" not in house.book.people[0].addresses
    assert len(house.book.questions) == 2


def test_a_yes_in_reply_to_the_mail_that_asks_is_to_its_question(house: House) -> None:
    asked_by_two(house)
    says(house, "yes")
    assert "jonas@example.org" in house.book.people[0].addresses
