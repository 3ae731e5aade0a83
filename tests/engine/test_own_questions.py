"""The assistant's own questions, answered as people answer: in a word, in words, in lower case, by number or name."""

from __future__ import annotations

import pytest
from engine.approving import held, says
from engine.house import ADA, MINERVA, House, contacted, told, writes

from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.person import Stage


def unsure(house: House) -> None:
    contacted(house)
    assert "YES, LATER or NO?" in writes(house, "Hmm the moon.")


def two_minervas(house: House) -> None:
    contacted(house)
    house.says("new mentor Minerva Jones mj@example.org\nwhy: your article on churn showed me how to start small")
    house.cycle(1)


# --- "Is this a YES, LATER or NO?"


@pytest.mark.parametrize(
    "word", ["YES", "yes", "it's a yes", "I think she means yes", "A yes, I'd say.", "yes please", "Minerva said yes"]
)
def test_a_yes_to_what_an_answer_means_is_taken(house: House, word: str) -> None:
    unsure(house)
    assert "SAYS YES" in says(house, word)
    assert house.book.questions == ()
    assert house.book.people[0].paused == ""


@pytest.mark.parametrize("word", ["no", "NO", "it's a no", "that's a no, sorry", "she said no", "No, thanks."])
def test_a_no_to_what_an_answer_means_is_taken(house: House, word: str) -> None:
    unsure(house)
    says(house, word)
    assert house.book.people[0].stage is Stage.DECLINED


@pytest.mark.parametrize("word", ["LATER", "later", "it's a later", "not now"])
def test_a_later_to_what_an_answer_means_asks_for_the_day_and_takes_it(house: House, word: str) -> None:
    unsure(house)
    assert "did nothing" not in says(house, word)
    assert "did nothing" not in says(house, "in march")
    waits = house.book.people[0].ladder.waits_until
    assert waits is not None
    assert (waits.year, waits.month) == (2027, 3)


def test_a_later_with_its_day_is_taken_at_once(house: House) -> None:
    unsure(house)
    assert "did nothing" not in says(house, "later, in March")
    waits = house.book.people[0].ladder.waits_until
    assert waits is not None
    assert waits.month == 3


@pytest.mark.parametrize("word", ["a question", "question", "it's a question", "she asks something"])
def test_a_question_is_one_of_the_answers(house: House, word: str) -> None:
    unsure(house)
    assert "ASKS YOU SOMETHING" in says(house, word)


def test_a_time_that_works_is_a_yes_with_a_time(house: House) -> None:
    unsure(house)
    assert "INVITE for Minerva" in says(house, "thursday 12 Nov 15:00 works")
    assert house.book.questions == ()


def test_edit_and_a_text_is_an_answer_drafted_to_them(house: House) -> None:
    unsure(house)
    shown = says(house, "EDIT\nHi Minerva,\n\nwhich moon do you mean?\n\nAda")
    assert "which moon do you mean?" in shown
    says(house, "SEND")
    house.cycle(60)
    assert len(house.to(MINERVA)) == 2


def test_edit_alone_says_where_the_words_go(house: House) -> None:
    contacted(house)
    writes(house, "What exactly would you like to talk about?")
    said = says(house, "EDIT")
    assert "below" in said
    assert "EDIT" in said
    assert "no draft waits" not in said


# --- an unsure answer is not forgotten


def test_an_unsure_answer_heads_status_and_digest_until_it_is_answered(house: House) -> None:
    unsure(house)
    said = says(house, "status", fresh=True)
    assert "Nothing waits" not in said
    assert "- Minerva M answered, and I am not sure what it means" in said
    house.cycle(60)
    days = [house.cycle(30) for _ in range(48 * 3)]
    digests = [mail for day in days for mail in day if "not sure what it means" in str(mail.get_body(("plain",)))]
    assert len(digests) == 2
    house.says("SHOW Minerva M", answers=ADA)
    house.cycle(1)
    assert "the moon" in told(house)
    assert "SAYS YES" in says(house, "yes")


# --- "Whom?", with one person and with two


def test_a_fit_needs_no_name_where_one_person_is_known(house: House) -> None:
    contacted(house)
    assert "Whom" not in says(house, "fit yes", fresh=True)
    assert house.book.people[0].fit == "yes"


@pytest.mark.parametrize("words", ["FIT YES Minerva M", "fit yes with minerva", "fit: yes Minerva"])
def test_a_fit_can_name_the_person(house: House, words: str) -> None:
    two_minervas(house)
    said = says(house, words, fresh=True)
    if "fits more than one" in said:
        said = says(house, "1")
    assert house.book.people[0].fit == "yes"


@pytest.mark.parametrize("words", ["prep", "posted the note"])
def test_with_one_person_there_is_no_question_who(house: House, words: str) -> None:
    contacted(house)
    said = says(house, words, fresh=True)
    assert "Whom" not in said
    assert "did nothing" not in said


def test_fit_no_takes_an_approved_proposal_back(house: House) -> None:
    contacted(house)
    says(house, "fit yes", fresh=True)
    says(house, "yes")
    if not any(x.kind is Kind.PROPOSAL for x in house.book.letters):
        says(house, "propose Minerva 6 months monthly", fresh=True)
    proposal = next(x for x in reversed(house.book.letters) if x.kind is Kind.PROPOSAL)
    says(house, f"SEND {proposal.code}")
    assert [x.kind for x in held(house)] == [Kind.PROPOSAL]
    says(house, "fit no", fresh=True)
    assert not held(house)
    assert house.book.letter(proposal.id).state is LetterState.WITHDRAWN


@pytest.mark.parametrize(
    "word", ["2", "the second", "the jones one", "Jones", "minerva jones", "the last one", "mj@example.org"]
)
def test_which_of_two_is_answered_by_number_or_name(house: House, word: str) -> None:
    two_minervas(house)
    assert "fits more than one" in says(house, "stop minerva", fresh=True)
    says(house, word)
    assert [p.do_not_contact != "" for p in house.book.people] == [False, True]


@pytest.mark.parametrize("word", ["1", "the first", "the first one", "number 1", "Minerva M"])
def test_the_first_of_two_is_answered_too(house: House, word: str) -> None:
    two_minervas(house)
    says(house, "stop minerva", fresh=True)
    says(house, word)
    assert [p.do_not_contact != "" for p in house.book.people] == [True, False]


def test_who_answered_offers_only_those_written_to(house: House) -> None:
    two_minervas(house)
    house.says("new mentor Lee Park lee@example.org")
    house.cycle(1)
    said = says(house, "minerva said yes", fresh=True)
    assert "Jones" not in said
    assert house.book.people[0].awaits == "yes"


def test_a_stop_of_a_mistyped_name_is_always_answered(house: House) -> None:
    contacted(house)
    for text in ("blabla one", "blabla two", "blabla three", "stop minvera"):
        house.says(text, subject="a word")
        house.cycle(1)
    assert "minvera" in told(house)
