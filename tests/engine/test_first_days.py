"""The first days with the assistant, through the whole of it: what Ada writes as people write, and what comes of it."""

from __future__ import annotations

import pytest
from engine.house import ADA, House, told

from assistant.mentoring.letters import LetterState

USED = "her talk on pricing made us drop our free tier"


def greeted(house: House) -> None:
    house.says("hi")
    house.cycle()


def answers(house: House, text: str) -> str:
    house.says(text, answers=ADA)
    house.cycle(5)
    return told(house)


def taken(house: House) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """The goals, the people and what of theirs was used, as the book has them."""
    book = house.book
    people = book.people
    return [g.text for g in book.goals], [(p.name, p.email) for p in people], [p.why.strip(".") for p in people]


# --- the hello's three questions


@pytest.mark.parametrize(
    "text",
    [
        f"1. lead a pricing team\n2. Minerva McGee, minerva@example.org\n3. {USED}",
        f"1. lead a pricing team\n2 Minerva McGee (minerva@example.org)\n3. {USED}",
        f"1 lead a pricing team\n2 Minerva McGee <minerva@example.org>\n3 {USED}",
        f"1. lead a pricing team\nMinerva McGee, minerva@example.org\n{USED}",
        f"lead a pricing team\nMinerva McGee, minerva@example.org\n{USED}",
        f"Lead a pricing team.\n\nMinerva McGee (minerva@example.org)\n\n{USED}.\n\nBest,\nAda",
        f"Hi Robin,\n\nlead a pricing team\n\nMinerva McGee\nminerva@example.org\n\n{USED}\n",
        f"I want to lead a pricing team. Minerva McGee (minerva@example.org) has done it: {USED}.",
    ],
)  # fmt: skip
def test_the_three_answers_are_found_however_they_are_written(house: House, text: str) -> None:
    greeted(house)
    said = answers(house, text)
    goals, people, used = taken(house)
    assert [g.lower() for g in goals] == ["lead a pricing team"]
    assert people == [("Minerva McGee", "minerva@example.org")]
    assert used == [USED]
    assert "DRAFT for Minerva" in said
    assert house.book.questions == ()


def test_the_third_answer_is_kept_until_the_second_comes(house: House) -> None:
    greeted(house)
    said = answers(house, f"1. lead a pricing team\n3. {USED}")
    assert USED in said
    assert "2. Who has done it?" in said
    assert "3. What of" not in said
    answers(house, "2. Minerva McGee, minerva@example.org")
    assert taken(house)[2] == [USED]
    assert "DRAFT for Minerva" in told(house)


def test_the_one_answer_that_is_missing_needs_no_number(house: House) -> None:
    greeted(house)
    answers(house, "1. lead a pricing team\n2. Minerva McGee, minerva@example.org\n3. her talk on pricing")
    assert "“her talk on pricing”" in told(house)
    assert "DRAFT for Minerva" in answers(house, USED)


def test_what_was_used_of_nobody_yet_is_said_back_for_the_day_on_which_there_is_a_name(house: House) -> None:
    greeted(house)
    said = answers(house, "1. lead a pricing team\n2. nobody yet\n3. a podcast on pricing made us drop our free tier")
    assert "a podcast on pricing made us drop our free tier" in said


def test_two_people_in_one_answer_are_both_in_the_book(house: House) -> None:
    greeted(house)
    answers(house, f"1. lead a team\n2. Minerva McGee, minerva@example.org and Lee Ito <lee@example.org>\n3. {USED}")
    assert taken(house)[1] == [("Minerva McGee", "minerva@example.org"), ("Lee Ito", "lee@example.org")]
    assert [x.person for x in house.book.pending()] == [house.book.people[0].id]
    assert "Lee Ito" in told(house)


def test_a_question_back_is_no_answer(house: House) -> None:
    greeted(house)
    answers(house, "What do you mean by the third one?")
    assert taken(house) == ([], [], [])
    assert house.book.questions != ()


@pytest.mark.parametrize("line", ["email: ada@example.org", "address: ADA@example.org"])
def test_ones_own_address_in_a_line_below_the_answers_is_refused_and_said(house: House, line: str) -> None:
    greeted(house)
    said = answers(house, f"1. lead a team\n2. Minerva McGee\n3. {USED}\n\n{line}")
    assert taken(house)[1] == [("Minerva McGee", "")]
    assert "your own" in said


def test_ones_own_address_as_the_second_answer_is_said(house: House) -> None:
    greeted(house)
    said = answers(house, f"1. lead a team\n2. Minerva McGee, ada@example.org\n3. {USED}")
    assert taken(house)[1] == [("Minerva McGee", "")]
    assert "your own" in said


# --- a full first mail

FIRST = (
    "Hi, I'm Ada, I'd like to get better at pricing. I admire Minerva McGonagall, minerva@example.org, "
    f"{USED}.\n\nBest,\nAda"
)


def test_a_full_first_mail_in_prose_is_welcomed_and_its_first_draft_is_there(house: House) -> None:
    house.says(FIRST, subject="Finding a mentor")
    house.cycle()
    goals, people, used = taken(house)
    assert goals == ["get better at pricing"]
    assert people == [("Minerva McGonagall", "minerva@example.org")]
    assert used == [USED]
    said = told(house)
    assert "I'm Robin, a program" in said
    assert "DRAFT for Minerva" in said
    assert len(house.to(ADA)) == 1
    house.says("SEND", answers=ADA)
    house.cycle(5)
    assert [x.state for x in house.book.letters if not x.to_protege] == [LetterState.APPROVED]


def test_of_a_first_mail_only_what_is_missing_is_asked(house: House) -> None:
    house.says("Hello! I would like to move into pricing. I have met Minerva McGee (minerva@example.org) once.")
    house.cycle()
    said = told(house)
    assert "move into pricing" in said
    assert "Minerva McGee, minerva@example.org" in said
    assert "3. What of Minerva's did you use" in said
    assert "1. What do you want" not in said
    assert "DRAFT for Minerva" in answers(house, USED)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, what can you do for me?",
        "I'd like to find a mentor.",
        "I want to talk to you about a problem.",
        "Ask minerva@example.org or lee@example.org about it.",
        "test",
    ],
)
def test_what_is_not_certain_in_a_first_mail_is_asked_and_not_taken(house: House, text: str) -> None:
    house.says(text)
    house.cycle()
    assert taken(house) == ([], [], [])
    assert "1. What do you want to be able to do in two years?" in told(house)


@pytest.mark.parametrize(
    "text",
    [
        "the weather\n\nis nice\n\ntoday",
        "I met Lee, lee@example.org, at the fair.",
        "1. milk\n2. bread\n3. butter",
        "one\ntwo\nthree",
    ],
)
def test_a_later_mail_is_no_answer_to_the_three_questions(house: House, text: str) -> None:
    greeted(house)
    house.says(text, subject="something else")
    house.cycle(5)
    assert taken(house) == ([], [], [])
    assert "I did nothing" in told(house)
    assert "Number them" not in told(house)
    house.says(f"1. lead a team\n2. Minerva McGee, minerva@example.org\n3. {USED}", subject="my answers")
    house.cycle(5)
    assert taken(house)[0] == ["lead a team"]
    assert "DRAFT for Minerva" in told(house)
