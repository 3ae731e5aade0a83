"""The hello and its three answers: with all three the first draft comes at once, and nothing that was said is lost."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import Desk, ben

from assistant.mentoring.command import Verb
from assistant.mentoring.protege.questions import open_question
from assistant.mentoring.protege.welcome import hello

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


def test_what_was_used_waits_for_its_person_and_their_address_may_wait_too() -> None:
    desk = greeted()
    desk.says(open_question, Verb.ANSWER, answers=((1, "lead a team"), (3, USED)))
    assert "3. What of" not in desk.answer.text
    desk.says(open_question, Verb.ANSWER, answers=((2, "Minerva McGee"),))
    assert [(p.name, p.why) for p in desk.book.people] == [("Minerva McGee", USED)]
    assert desk.answer.template == "protege/needs"
    assert desk.book.questions == ()


def test_nobody_yet_is_remembered_until_the_goal_comes() -> None:
    desk = greeted()
    desk.says(open_question, Verb.ANSWER, answers=((2, "nobody yet"),))
    assert "2. Who" not in desk.answer.text
    desk.says(open_question, Verb.ANSWER, answers=((1, "lead a team"),))
    assert desk.answer.template == "protege/nobody_yet"


def test_what_stands_beside_a_name_is_a_note_on_the_card() -> None:
    desk = greeted()
    answers(desk, "lead a team", "Minerva McGee, head of pricing at Acme, minerva@example.org", USED)
    minerva = desk.book.people[0]
    assert minerva.name == "Minerva McGee"
    assert [(r.text, r.evidence) for r in minerva.remarks] == [("head of pricing at Acme", False), (USED, True)]


def test_an_address_alone_is_somebody() -> None:
    desk = greeted()
    assert answers(desk, "lead a team", "<minerva@example.org>", USED) == "protege/draft"
    assert desk.book.people[0].name == "Minerva"


def test_words_without_a_number_answer_only_a_question_that_is_left_alone() -> None:
    desk = greeted()
    answers(desk, "lead a team", "Minerva McGee, minerva@example.org")
    for words in ("her talk on pricing?", "well", ""):
        desk.says(open_question, Verb.ANSWER, text=words)
        assert desk.book.people[0].why == ""
    desk.says(open_question, Verb.ANSWER, text=USED)
    assert desk.answer.template == "protege/draft"


def test_lines_below_the_answers_never_give_somebody_an_address_that_another_has() -> None:
    desk = greeted()
    desk.says(
        open_question,
        Verb.ANSWER,
        answers=((1, "lead a team"), (2, "Minerva McGee"), (3, USED)),
        fields=(("email", "ben@example.org"), ("employer", "Acme")),
    )
    assert [(p.email, p.employer) for p in desk.book.people] == [("", "Acme")]
    assert "your own" in desk.answer.text
