"""Actions and the goals that they serve (P121)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk, ada, minerva
from mentoring.talks import after_coffee, bring

from assistant.mentoring.book import Book, Goal
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Stage
from assistant.mentoring.preparing import prep
from assistant.mentoring.recaps import actions, recap
from assistant.mentoring.recaps.aims import goal_of, unserved

PRICING = Goal(1, "lead a pricing team")
STAGE = Goal(2, "speak at conferences")
BOTH = (PRICING, STAGE)


def action(text: str, number: int = 1, **more: object) -> Action:
    return replace(Action(number, text, "minerva", "me", date(2026, 11, 20)), **more)  # type: ignore[arg-type]


def book(*known: Action) -> Book:
    return ada(minerva(Stage.ACTIVE), goals=BOTH, actions=known)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("write the pricing memo", 1),
        ("ask three customers about the price", 1),
        ("send a talk to a conference", 2),
        ("send her the deck", 0),
        ("ask about prices at the conference", 0),  # of both, so of neither
        ("read the team lunch menu", 1),
        ("", 0),
    ],
)
def test_an_action_serves_the_goal_that_it_alone_shares_words_with(text: str, number: int) -> None:
    found = goal_of(action(text), BOTH)
    assert (found.number if found else 0) == number


def test_what_the_protege_says_wins_over_the_words() -> None:
    assert goal_of(action("write the pricing memo", goal=2), BOTH) == STAGE
    assert goal_of(action("write the pricing memo", goal=0), BOTH) is None
    assert goal_of(action("write the pricing memo", goal=7), BOTH) is None


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=4))
def test_any_words_find_one_goal_of_the_book_or_none(text: str, goals: list[str]) -> None:
    known = tuple(Goal(number, goal) for number, goal in enumerate(goals, 1))
    assert goal_of(action(text), known) in (None, *known)


def test_a_goal_is_served_by_what_is_open_or_done_and_not_by_what_was_dropped() -> None:
    done = action("write the pricing memo", state=ActionState.DONE)
    dropped = action("send a talk to a conference", 2, state=ActionState.DROPPED)
    assert unserved(book(done, dropped)) == [STAGE]


def test_the_recap_shows_the_goal_and_a_reply_changes_it() -> None:
    desk = after_coffee()
    desk.book = replace(desk.book, goals=BOTH)
    bring(desk, Notes(actions=(NoteAction("I will write the pricing memo", "me", date(2026, 11, 20)),)))
    assert "1 write the pricing memo: you, Fri 20 Nov · goal 1" in desk.answer.text
    desk.says(recap.correct, op="goal", number=1, fields=(("goal", "2"), ("numbers", "1")))
    assert desk.answer.text.startswith("RECAP")
    assert "1 is for goal 2, speak at conferences." in desk.answer.text
    assert "1 write the pricing memo: you, Fri 20 Nov · goal 2" in desk.answer.text


def test_notes_that_name_the_goal_tie_the_action_and_an_unknown_goal_is_asked() -> None:
    desk = after_coffee()
    desk.book = replace(desk.book, goals=BOTH)
    named = NoteAction("send her the deck", "me", date(2026, 11, 20), goal=2)
    bring(desk, Notes(actions=(named, replace(named, text="call Lee", goal=7))))
    assert [a.goal for a in desk.book.actions] == [2, None]
    assert "? 2 “call Lee”: goal 7 does not exist; you have 1, 2. Which is it for?" in desk.answer.text
    assert "Reply e.g. 2 is for goal 1" in desk.answer.text
    assert desk.book.pending() == ()
    desk.says(recap.correct, op="goal", number=2, fields=(("goal", "1"), ("numbers", "2")))
    assert desk.book.recaps[0].to_confirm == ()
    assert "call Lee by Fri 20 Nov" in desk.draft.text


def test_the_list_says_which_goals_nothing_serves_and_when_most_actions_serve_none() -> None:
    desk = Desk(book(action("send her the deck"), action("call Lee", 2), action("write the pricing memo", 3)))
    desk.says(actions.actions, op="list")
    assert "No action serves goal 2: speak at conferences." in desk.answer.text
    assert "2 of 3 serve none of your goals. Reply e.g. 1 IS FOR GOAL 1." in desk.answer.text
    desk.says(actions.actions, op="goal", number=1, fields=(("goal", "2"), ("numbers", "1 2")))
    assert desk.answer.text.startswith("1 and 2 are for goal 2, speak at conferences.")
    desk.says(actions.actions, op="list")
    assert "serve" not in desk.answer.text


def test_an_action_or_a_goal_that_is_not_there_changes_nothing() -> None:
    desk = Desk(book(action("call Lee")))
    before = desk.book.actions
    desk.says(actions.actions, op="goal", number=1, fields=(("goal", "5"), ("numbers", "1")))
    assert desk.answer.text.startswith("I changed nothing: goal 5 does not exist; you have 1, 2.")
    desk.says(actions.actions, op="goal", number=9, fields=(("goal", "1"), ("numbers", "9")))
    assert desk.answer.text.startswith("I changed nothing: there is no action 9.")
    assert desk.book.actions == before


def test_the_brief_says_which_goals_no_action_serves() -> None:
    desk = Desk(book(action("write the pricing memo")))
    desk.says(prep.prep)
    assert "1 write the pricing memo: open, due Fri 20 Nov · goal 1" in desk.answer.text
    assert "No action serves goal 2: speak at conferences." in desk.answer.text


def test_without_goals_nothing_is_said_of_them() -> None:
    desk = Desk(replace(book(action("write the pricing memo")), goals=()))
    desk.says(actions.actions, op="list")
    assert "goal" not in desk.answer.text.lower()
