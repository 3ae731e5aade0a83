"""A bare yes or no: the mail that it answers decides, and where it may mean two things nothing is done."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentoring.people import Desk, ada, minerva

from assistant.mentoring.book import Asks, Question
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Stage
from assistant.mentoring.protege.questions import open_question
from assistant.mentoring.protege.shortwords import no, yes


def drafted() -> Desk:
    desk = Desk(ada(minerva(Stage.PROSPECT)))
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    return desk


def states(desk: Desk) -> set[LetterState]:
    return {x.state for x in desk.book.letters if not x.to_protege}


def asking(asks: Asks, **data: str) -> Desk:
    desk = Desk()
    question = Question("q", asks, desk.now, "person/minerva", "minerva", tuple(data.items()))
    desk.book = desk.book.with_question(question)
    return desk


def test_yes_under_a_draft_sends_exactly_that_draft() -> None:
    desk = drafted()
    desk.says(yes, Verb.YES, letter=desk.answer.id)
    assert states(desk) == {LetterState.APPROVED}


def test_yes_under_a_mail_that_asks_two_things_sends_nothing() -> None:
    desk = drafted()
    shown = replace(desk.answer, template="protege/attempt")
    desk.book = desk.book.with_letter(shown)
    desk.says(yes, Verb.YES, letter=shown.id)
    assert states(desk) == {LetterState.PENDING}
    assert desk.taps == ["ANSWERED", "SEND"]


def test_no_under_a_draft_does_none_of_the_three_things_it_may_mean() -> None:
    desk = drafted()
    before = desk.book
    desk.says(no, Verb.NO, letter=desk.answer.id)
    assert desk.taps == ["SKIP", "LATER", "STOP Minerva McGee"]
    assert desk.book.people == before.people
    assert states(desk) == {LetterState.PENDING}


def test_a_yes_to_nothing_in_the_open_is_only_noted_and_in_a_thread_asked_back() -> None:
    desk = drafted()
    desk.says(yes, Verb.YES)
    assert states(desk) == {LetterState.PENDING}
    assert "what your yes is to" in desk.answer.text
    nobody = Desk(ada(minerva(), replace(minerva(), id="x", name="X", email="x@example.org")))
    nobody.says(yes, Verb.YES)
    assert nobody.last.drafts == ()


@pytest.mark.parametrize("asks", [a for a in Asks if a not in (Asks.RECAP, Asks.WHOSE_NOTES, Asks.FIT)])
def test_any_open_question_takes_any_answer_and_writes_to_nobody(asks: Asks) -> None:
    for practice, text in ((yes, "yes"), (no, "no"), (open_question, ""), (open_question, "perhaps, who knows")):
        desk = asking(asks)
        desk.says(practice, Verb.ANSWER, text=text)
        assert desk.answer.to == "ada@example.org"
        assert not [x for x in desk.book.letters if not x.to_protege and x.state is not LetterState.PENDING]


@pytest.mark.parametrize(("word", "stage"), [("No, sadly", Stage.DECLINED), ("YES.", Stage.CONTACTED)])
def test_a_word_says_what_her_answer_meant(word: str, stage: Stage) -> None:
    desk = asking(Asks.WHAT_ANSWER, text="Hm.")
    desk.says(open_question, Verb.ANSWER, text=word)
    assert desk.book.person("minerva").stage is stage
    assert desk.book.questions == ()


def test_a_word_that_names_no_meaning_leaves_the_question_open() -> None:
    desk = asking(Asks.WHAT_ANSWER, text="Hm.")
    desk.says(open_question, Verb.ANSWER, text="maybe")
    assert [q.asks for q in desk.book.questions] == [Asks.WHAT_ANSWER]


@pytest.mark.parametrize(("word", "state"), [(yes, LetterState.SENT), (no, LetterState.APPROVED)])
def test_whoever_found_out_decides_what_became_of_a_letter_in_doubt(word: object, state: LetterState) -> None:
    desk = drafted()
    letter = replace(desk.draft, state=LetterState.IN_DOUBT, approved=desk.draft.digest, sending_at=desk.now)
    desk.book = desk.book.with_letter(letter)
    question = Question("q", Asks.IN_DOUBT, desk.now, "person/minerva", "minerva", (("letter", letter.id),))
    desk.book = desk.book.with_question(question)
    desk.says(word, Verb.YES)  # type: ignore[arg-type]
    assert desk.book.letter(letter.id).state is state
    assert desk.book.questions == ()


@pytest.mark.parametrize(("said", "template"), [("2", "held_back"), ("3", "not_her"), ("7", "nothing")])
def test_what_held_a_draft_back_leads_to_one_next_step(said: str, template: str) -> None:
    desk = asking(Asks.HELD_BACK, letter="x")
    desk.says(open_question, Verb.ANSWER, text=said)
    assert desk.answer.template == f"protege/{template}"
    assert bool(desk.book.questions) is (template == "nothing")


def test_an_answer_to_no_question_says_so() -> None:
    desk = Desk()
    desk.says(open_question, Verb.ANSWER, text="1")
    assert "no open question" in desk.answer.text
