"""What the agenda for the mentor and the opener say, and what they never say (P91, P98, P102, P107)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import POLICY, active, at, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Action, ActionState, Asked, Preparation, Recap
from assistant.mentoring.preparing.agenda_words import words, worth
from assistant.mentoring.preparing.opener import opener

NOW = at("2026-11-30 09:00")
TALK = Recap("r", "minerva", at("2026-11-01 09:00"), date(2026, 11, 1), private=("the board is split",))
DECK = Action(
    1,
    "send her the deck",
    "minerva",
    "me",
    None,
    ActionState.DONE,
    "one customer signed",
    closed_at=at("2026-11-05 09:00"),
)


def book(*actions: Action, goal: str = "", questions: tuple[Asked, ...] = ()) -> Book:
    gathered = Preparation("minerva", goal, questions)
    return replace(active(), actions=actions, recaps=(TALK,)).with_preparation(gathered)


def said(known: Book, most: int = POLICY.agenda_words) -> dict[str, object]:
    found = words(known, minerva(), NOW, most)
    assert found is not None
    return found


def test_done_in_hand_and_dropped_are_told_and_what_is_open_is_not() -> None:
    doing = Action(2, "call two customers", "minerva", "me", state=ActionState.DOING)
    dropped = Action(
        3,
        "write a blog post",
        "minerva",
        "me",
        state=ActionState.DROPPED,
        because="no time",
        closed_at=at("2026-11-06 09:00"),
    )
    still = Action(4, "read the book", "minerva", "me")
    assert said(book(DECK, doing, dropped, still))["actions"] == [
        "Send you the deck: done, one customer signed",
        "Call two customers: in hand",
        "Write a blog post: not after all, no time",
    ]


def test_their_own_offers_are_never_named() -> None:
    assert not worth(book(replace(DECK, owner="mentor"), replace(DECK, number=2, owner="")), minerva(), NOW)


def test_what_was_done_before_the_last_talk_is_no_news() -> None:
    assert not worth(book(replace(DECK, closed_at=at("2026-10-05 09:00"))), minerva(), NOW)


def test_nothing_private_is_in_it() -> None:
    private = replace(DECK, result="the board is split")
    assert said(book(private))["actions"] == ["Send you the deck: done"]
    assert not worth(book(goal="why the board is split", questions=(Asked("The board is split?"),)), minerva(), NOW)


def test_the_goal_stands_exactly_as_it_was_said_and_in_quotes_where_it_speaks_of_her() -> None:
    assert said(book(goal="decide on ONE price"))["goal"] == "decide on ONE price"
    assert said(book(goal="hear what she would drop"))["goal"] == "“hear what she would drop”"


def test_a_question_carries_the_own_idea_where_there_is_room() -> None:
    one = Asked("What would she drop first?", "the free tier")
    assert said(book(questions=(one,)))["questions"] == ["What would you drop first? (My own idea: the free tier)"]
    assert said(book(questions=(one,)), most=36)["questions"] == ["What would you drop first?"]


@given(
    st.lists(st.integers(1, 40), max_size=5),
    st.lists(st.integers(1, 25), max_size=6),
)
def test_what_is_too_long_is_left_out_from_the_end_and_named(questions: list[int], results: list[int]) -> None:
    asked = tuple(Asked(f"{n}" + " why" * length + "?") for n, length in enumerate(questions))
    actions = tuple(replace(DECK, number=n, result=f"r{n}" + " so" * length) for n, length in enumerate(results, 1))
    known = book(*actions, questions=asked)
    found = words(known, minerva(), NOW, 120)
    if found is None:
        assert not asked
        assert not actions
        return
    kept, told, left = found["questions"], found["actions"], found["left"]
    assert isinstance(kept, list)
    assert isinstance(told, list)
    assert isinstance(left, list)
    assert len(kept) + len(told) + len(left) == len(asked) + len(actions)
    assert kept == [q.text for q in asked][: len(kept)]
    assert 30 + sum(len(line.split()) for line in (*kept, *told)) <= 120 or (len(kept) <= 2 and len(told) <= 2)


# --- the opener


def test_the_opener_is_what_was_done_and_the_goal_in_their_own_words() -> None:
    known = book(DECK, replace(DECK, number=2, text="read it", result=""), goal="decide on one price")
    assert opener(known, minerva(), NOW) == (
        "“I said I would send you the deck. It is done: one customer signed. My goal today: decide on one price.”"
    )


def test_without_a_goal_and_without_anything_done_there_is_no_opener() -> None:
    assert opener(book(replace(DECK, state=ActionState.OPEN, closed_at=None)), minerva(), NOW) == ""


def test_a_thing_that_was_done_without_a_result_is_said_as_it_is() -> None:
    memo = replace(DECK, text="Memo on the tiers", result="")
    assert opener(book(memo), minerva(), NOW) == "“From our last talk: memo on the tiers. It is done.”"
