"""The hello's three questions, answered as people answer: taken where it is certain, and never where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.commands.three import Answers, first, three

OWN = frozenset({"ada@example.org", "assistant@example.org"})
USED = "her talk on pricing made us drop our free tier"
WHO = "Minerva McGee, minerva@example.org"


def asked(text: str) -> Answers:
    """The answer to our question."""
    return three(text, protege="Ada Byron", own=OWN, asked=True)


def later(text: str) -> Answers:
    """Some mail, while the question is still open."""
    return three(text, protege="Ada Byron", own=OWN, asked=False)


def begins(text: str) -> Answers:
    """The very first mail."""
    return first(text, protege="Ada Byron", own=OWN)


LINE = st.text(st.characters(categories=("L",)), min_size=2, max_size=12)


@given(LINE, LINE, LINE, st.sampled_from(["{}. ", "{}) ", "({}) ", "{}: ", "{} - ", " {} – "]))
def test_numbers_in_any_usual_style_or_none_at_all_are_the_same_three(a: str, b: str, c: str, style: str) -> None:
    said = {1: "x" + a, 2: "y" + b, 3: "z" + c}
    assert dict(asked("\n".join(style.format(n) + text for n, text in said.items()))) == said
    assert dict(asked("\n".join(said.values()))) == said
    assert dict(asked("\n\n".join(said.values()))) == said


@given(st.text(max_size=300), st.booleans())
def test_any_text_gives_answers_of_the_three_that_are_not_empty(text: str, asks: bool) -> None:
    for found in (three(text, protege="Ada", own=OWN, asked=asks), begins(text)):
        assert {number for number, _ in found} <= {1, 2, 3}
        assert all(said.strip() for _, said in found)


@pytest.mark.parametrize(
    "text",
    [
        f"1 lead a team\n2 {WHO}\n3 {USED}",
        f"1. lead a team 2. {WHO} 3. {USED}",
        f"1. lead a team\n{WHO}\n{USED}",
        f"1. lead a team\n{WHO}\n3. {USED}",
        f"lead a team\n\n{WHO}\n\n{USED}",
        f"lead a team\nMinerva McGee\nminerva@example.org\n{USED}",
        f"Hi Robin,\n\nlead a team\n{WHO}\n{USED}\n\nBest,\nAda",
        f"In two years I want to lead a team. I admire {WHO}, {USED}",
    ],
)
def test_the_same_three_in_many_forms(text: str) -> None:
    assert asked(text) == ((1, "lead a team"), (2, WHO), (3, USED))


def test_a_wrapped_line_that_begins_with_a_number_is_no_answer() -> None:
    assert asked("1. lead a team of\n3 people\n2. nobody yet") == ((1, "lead a team of\n3 people"), (2, "nobody yet"))


def test_lines_of_fields_are_no_part_of_an_answer_but_a_name_and_address_among_them_are_the_second() -> None:
    assert dict(asked(f"1. lead a team\n3. {USED}\n\nname: Minerva McGee\nemail: minerva@example.org")) == {
        1: "lead a team", 2: WHO, 3: USED,
    }  # fmt: skip


def test_two_addresses_are_two_people() -> None:
    found = asked("1. lead a team\n2. Minerva McGee <minerva@example.org> and Lee Ito, lee@example.org")
    assert [said for number, said in found if number == 2] == [
        "Minerva McGee <minerva@example.org",
        "Lee Ito, lee@example.org",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I admire Minerva M. McGee (minerva@example.org).", "Minerva M. McGee"),
        ("My old boss Dr. Ludwig van Marsh <minerva@example.org> did it.", "Dr. Ludwig van Marsh"),
        ("Please write to minerva@example.org (Minerva McGee).", "Minerva McGee"),
        ("Minerva is at minerva@example.org.", "Minerva"),
        ("Someone like minerva@example.org perhaps.", ""),
    ],
)
def test_the_name_beside_an_address_in_prose(text: str, name: str) -> None:
    assert dict(begins(text))[2] == f"{name}, minerva@example.org".strip(", ")


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("I'd like to get better at pricing.", "get better at pricing"),
        ("Hi, I'm Ada and I want to start my own company.", "start my own company"),
        ("My goal is to speak at conferences, and I need help.", "speak at conferences"),
        ("I would like to move into pricing like Minerva did.", "move into pricing"),
    ],
)
def test_a_wish_for_oneself_is_a_goal(text: str, goal: str) -> None:
    assert begins(text) == ((1, goal),)


@pytest.mark.parametrize(
    "text",
    [
        "I'd like to find a mentor.",
        "I want to talk to you.",
        "I would love to meet Minerva.",
        "I want to know how this works.",
        "I hope to hear from you.",
        "Would you like to lead a pricing team?",
        "ada@example.org is my address.",
        "Ask minerva@example.org or lee@example.org.",
        "hello",
        "",
    ],
)
def test_what_is_no_answer_is_not_taken_from_a_first_mail(text: str) -> None:
    assert begins(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "1. milk\n2. bread\n3. butter",
        "one\ntwo\nthree",
        "I met Lee, lee@example.org, at the fair.",
        "I want to lead a team.",
        "nobody yet",
    ],
)
def test_a_mail_that_answers_nothing_of_ours_needs_a_person_and_more(text: str) -> None:
    assert later(text) == ()


@pytest.mark.parametrize("text", [f"1. lead a team\n2. {WHO}\n3. {USED}", f"I want to lead a team. {WHO}: {USED}"])
def test_all_of_it_is_taken_whenever_it_comes(text: str) -> None:
    assert later(text) == ((1, "lead a team"), (2, WHO), (3, USED))
