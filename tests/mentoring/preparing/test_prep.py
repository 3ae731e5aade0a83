"""Preparing a meeting (L31, P88-P104)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from mentoring.people import COFFEE, SERIES, Desk, ada, at, lee, local, minerva

from assistant.mentoring.events import NotesForwarded, PrepDue
from assistant.mentoring.facts import Notes
from assistant.mentoring.minutes import Action, ActionState, Recap
from assistant.mentoring.person import Stage
from assistant.mentoring.preparing import prep
from assistant.mentoring.recaps import recap


def desk_() -> Desk:
    memo = Action(
        1,
        "write the memo",
        "minerva",
        "me",
        date(2026, 11, 6),
        ActionState.DONE,
        "it is out",
        closed_at=at("2026-11-05 09:00"),
    )
    old = Action(2, "an old one", "minerva", "me", state=ActionState.DONE, closed_at=at("2026-09-05 09:00"))
    talk = Recap("r", "minerva", at("2026-11-01 09:00"), date(2026, 11, 1))
    book = ada(minerva(Stage.ACTIVE), actions=(memo, old), meetings=(SERIES,), recaps=(talk,))
    return Desk(book, "2026-11-25 09:00")


def test_the_brief_opens_with_the_meeting_and_what_became_of_the_last_actions() -> None:
    desk = desk_()
    desk.says(prep.prep, op="show")
    text = desk.answer.text
    assert text.startswith("PREP for Minerva on Tue 1 Dec at 16:00.")
    assert "1 write the memo: done, it is out" in text
    assert "an old one" not in text
    assert "GOAL TODAY" in text


def test_goal_questions_and_ideas_are_gathered_until_nothing_is_missing() -> None:
    desk = desk_()
    desk.says(prep.prep, op="goal", text="decide on one price")
    for number in (1, 2, 3):
        desk.says(
            prep.prep,
            op="ask",
            text=f"What would you drop first, and why {number}?",
            fields=(("idea", f"mine {number}"),),
        )
    text = desk.answer.text
    assert "Goal today: decide on one price" in text
    assert "3. What would you drop first, and why 3?\n   My idea: mine 3" in text
    assert "nothing is missing" in text


def test_a_question_without_an_own_idea_is_asked_back_and_answered_by_number() -> None:
    desk = desk_()
    desk.says(prep.prep, op="ask", text="What would you drop first?")
    assert "what do YOU think?" in desk.answer.text
    desk.says(prep.prep, op="answers", answers=((1, "the free tier"), (9, "nothing")))
    assert desk.book.preparation("minerva").questions[0].idea == "the free tier"


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Should I raise prices?", "yes or no"),
        ("What is value pricing?", "search engine"),
        ("What should I do with my career?", "two options"),
        ("What would you try first with two customers?", ""),
        ("How did you choose your first project?", ""),
    ],
)
def test_a_vague_question_gets_a_sharper_version(question: str, says: str) -> None:
    assert (says in prep.sharper(question)) if says else prep.sharper(question) == ""


def test_five_questions_are_the_most() -> None:
    desk = desk_()
    for number in range(6):
        desk.says(prep.prep, op="ask", text=f"How {number}?")
    assert len(desk.book.preparation("minerva").questions) == 5
    assert "plenty" in desk.answer.text


def test_the_brief_comes_once_for_an_occurrence() -> None:
    desk = desk_()
    due = PrepDue("k", desk.now, SERIES.uid, at("2026-12-01 16:00"))
    desk.happens(prep.prep_due, due)
    assert desk.book.meetings[0].prepared == (at("2026-12-01 16:00"),)
    assert "Tue 1 Dec at 16:00" in desk.answer.text
    assert desk.happens(prep.prep_due, due).drafts == ()


def test_no_brief_for_a_cancelled_meeting() -> None:
    desk = Desk(ada(meetings=(replace(COFFEE, state="cancelled"),)))
    assert desk.happens(prep.prep_due, PrepDue("k", desk.now, COFFEE.uid, at("2026-11-11 10:00"))).drafts == ()


def bring(desk: Desk, point: str = "a point") -> None:
    context = desk.context(thread="person/minerva", person="minerva")
    desk.happens(recap.notes_came, NotesForwarded("k", desk.now, context, "minerva", Notes(points=(point,)), ""))


def test_what_was_not_asked_carries_over_once() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET), meetings=(COFFEE,)), "2026-11-11 12:00")
    desk.says(prep.prep, op="goal", text="one price")
    desk.says(prep.prep, op="ask", text="How did you begin?")
    bring(desk)
    gathered = desk.book.preparation("minerva")
    assert (gathered.goal, [q.carried for q in gathered.questions]) == ("", [True])
    desk.book = desk.book.with_meeting(replace(COFFEE, uid="second@x", start=local("2026-11-18 10:00")))
    desk.now = at("2026-11-18 12:00")
    bring(desk, "another talk")
    assert desk.book.preparation("minerva").questions == ()


def test_without_a_name_the_next_meeting_decides() -> None:
    desk = Desk(ada(minerva(), lee(), meetings=(replace(COFFEE, person="lee"),)))
    desk.says(prep.prep, op="show")
    assert desk.answer.text.startswith("PREP for Lee")
