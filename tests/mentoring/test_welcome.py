"""The hello and its three answers: with all three the first draft comes at once, and nothing that was said is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk, ben

from assistant.mentoring.command import Verb
from assistant.mentoring.questions import open_question
from assistant.mentoring.welcome import hello, numbered

USED = "her talk on pricing made us drop our free tier"


def greeted() -> Desk:
    desk = Desk(ben())
    desk.says(hello, Verb.HELLO)
    return desk


def answers(desk: Desk, *said: str) -> str:
    desk.says(open_question, Verb.ANSWER, answers=tuple(enumerate(said, 1)))
    return desk.answer.template


def test_a_second_hello_asks_nothing_again() -> None:
    desk = greeted()
    desk.says(hello, Verb.HELLO)
    assert desk.answer.template == "protege/hello_again"
    assert len(desk.book.questions) == 1


def test_three_answers_bring_the_first_draft_and_close_the_question() -> None:
    desk = greeted()
    assert answers(desk, "lead a team because I like it", "Minerva McGee, minerva@example.org", USED) == "protege/draft"
    assert desk.draft.to == "minerva@example.org"
    assert [(g.text, g.why) for g in desk.book.goals] == [("lead a team", "I like it")]
    assert desk.book.questions == ()


def test_what_is_missing_is_asked_and_what_was_said_is_kept() -> None:
    desk = greeted()
    assert answers(desk, "lead a team", "Minerva McGee, minerva@example.org", "her talk") == "protege/three_missing"
    desk.says(open_question, Verb.ANSWER, answers=((3, USED),))
    assert desk.answer.template == "protege/draft"
    assert [r.text for r in desk.book.people[0].remarks] == ["her talk", USED]


def test_nobody_yet_is_an_answer() -> None:
    desk = greeted()
    assert answers(desk, "lead a team", "nobody yet", "-") == "protege/nobody_yet"
    assert desk.book.people == ()


def test_a_person_with_an_address_is_somebody_whatever_else_is_said_of_them() -> None:
    desk = greeted()
    answers(desk, "lead a team", "Minerva McGee, minerva@example.org, I have not yet met her", USED)
    assert [p.email for p in desk.book.people] == ["minerva@example.org"]


def test_ones_own_address_is_no_mentors() -> None:
    desk = greeted()
    answers(desk, "lead a team", "Minerva McGee, ben@example.org", USED)
    assert [(p.name, p.email) for p in desk.book.people] == [("Minerva McGee", "")]
    assert desk.book.pending() == ()


def test_an_address_that_cannot_be_written_to_is_said_and_no_draft_is_made() -> None:
    desk = greeted()
    answers(desk, "lead a team", "Minerva McGee, minervä@example.org", USED)
    assert desk.book.pending() == ()
    assert "no e-mail address" in desk.answer.text


def test_answers_that_nobody_can_tell_apart_are_asked_for_again() -> None:
    desk = greeted()
    desk.says(open_question, Verb.ANSWER, text="well")
    assert "Number them" in desk.answer.text
    assert desk.book == replace(desk.book, goals=(), people=())


LINE = st.text(st.characters(categories=("L",)), min_size=2, max_size=12)


@given(LINE, LINE, LINE, st.sampled_from(["{}. ", "{}) ", "({}) ", "{}: ", "{} - ", " {} – "]))
def test_numbers_in_any_usual_style_or_none_at_all_are_the_same_three(a: str, b: str, c: str, style: str) -> None:
    said = {1: a, 2: b, 3: c}
    assert numbered("\n".join(style.format(n) + text for n, text in said.items())) == said
    assert numbered("\n".join(said.values())) == said
    assert numbered("\n\n".join(said.values())) == said


@given(st.text(max_size=200))
def test_any_text_gives_answers_that_are_not_empty(text: str) -> None:
    assert all(said and said in text for said in numbered(text).values())
