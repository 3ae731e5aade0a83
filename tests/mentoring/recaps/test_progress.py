"""What was done, dropped and moved: with its reason, in the list, the next brief and the two lines (P98, P105)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import Desk, ada, at, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.letters import LetterState
from assistant.mentoring.minutes import Action, ActionState, Recap, RecapState
from assistant.mentoring.person import Stage
from assistant.mentoring.preparing import prep
from assistant.mentoring.recaps import actions

RECAP = Recap("r", "minerva", at("2026-11-02 12:00"), date(2026, 11, 2))
MEMO = Action(1, "write the pricing memo", "minerva", "me", date(2026, 11, 6), recap="r")
CALL = Action(2, "call two suppliers", "minerva", "me", recap="r")
DECK = Action(3, "send her the deck", "minerva", "me", date(2026, 11, 9), recap="r")


def desk(**changes: object) -> Desk:
    known: Book = ada(minerva(Stage.ACTIVE), actions=(MEMO, CALL, DECK), recaps=(replace(RECAP, **changes),))  # type: ignore[arg-type]
    return Desk(known)


def by_number(there: Desk, number: int) -> Action:
    return next(a for a in there.book.actions if a.number == number)


def test_a_reason_to_drop_or_move_is_kept_and_said_back() -> None:
    there = desk()
    there.says(actions.actions, op="drop", number=2, because="nobody answers")
    assert there.answer.text.startswith("Dropped: 2 call two suppliers. Why: nobody answers.")
    there.says(actions.actions, op="move", number=3, day=date(2026, 11, 20), because="the lab is closed")
    assert "Moved: 3 send her the deck is due on Fri 20 Nov (it was Mon 9 Nov). Why: the lab is closed." in (
        there.answer.text
    )
    assert (by_number(there, 3).because, by_number(there, 3).moves) == ("the lab is closed", 1)
    assert "(moved: the lab is closed)" in there.answer.text
    assert there.book.pending() == ()  # the mentor hears nothing of it by itself


def test_undo_of_a_move_brings_back_day_and_reason() -> None:
    there = desk()
    there.says(actions.actions, op="move", number=3, day=date(2026, 11, 20), because="the lab is closed")
    assert there.book.undo is not None
    _, what, reference = there.book.undo
    there.says(lambda case: actions.take_back(case, what, reference))
    assert by_number(there, 3) == DECK


def test_a_move_to_the_day_that_it_has_is_none() -> None:
    there = desk()
    there.says(actions.actions, op="move", number=1, day=MEMO.due)
    assert there.answer.text.startswith("1 is due on Fri 6 Nov already.")
    assert by_number(there, 1).moves == 0


def test_the_next_brief_carries_results_and_reasons() -> None:
    there = desk()
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    there.says(actions.actions, op="drop", number=2, because="nobody answers")
    there.says(actions.actions, op="move", number=3, day=date(2026, 11, 20), because="the lab is closed")
    there.says(prep.prep)
    for line in (
        "1 write the pricing memo: done, two customers read it",
        "2 call two suppliers: dropped (nobody answers)",
        "3 send her the deck: open, moved to Fri 20 Nov (the lab is closed)",
    ):
        assert line in there.answer.text


def test_the_two_lines_tell_what_else_changed_and_why_in_words_to_her() -> None:
    there = desk()
    there.says(actions.actions, op="drop", number=2, because="her list was enough")
    there.says(actions.actions, op="move", number=3, day=date(2026, 11, 20), because="the lab is closed")
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    text = there.draft.text
    assert "I said I would write the pricing memo. It is done: two customers read it." in text
    assert "I won't call two suppliers after all: your list was enough." in text
    assert "I'll send you the deck by Fri 20 Nov instead: the lab is closed." in text
    assert len(text.split()) <= 60


def test_a_private_reason_and_one_that_was_told_before_stay_here() -> None:
    there = desk(private=("my boss hates this",))
    there.says(actions.actions, op="drop", number=2, because="my boss hates this")
    there.says(actions.actions, op="move", number=3, day=date(2026, 11, 20), because="private: I am looking elsewhere")
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    assert "boss" not in there.draft.text
    assert "elsewhere" not in there.draft.text
    assert "suppliers" not in there.draft.text


def test_what_changed_of_an_older_talk_is_no_news_to_her() -> None:
    there = desk()
    old = replace(CALL, recap="older", state=ActionState.DROPPED, because="nobody answers")
    there.book = there.book.with_action(old)
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    assert "suppliers" not in there.draft.text


def test_a_thing_that_was_promised_is_told_as_a_thing() -> None:
    there = desk()
    there.book = there.book.with_action(replace(MEMO, text="memo on the three tiers"))
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    assert "From our talk: memo on the three tiers. It is done: two customers read it." in there.draft.text


def test_an_action_that_is_done_or_dropped_is_asked_about_no_more() -> None:
    there = desk(to_confirm=("2: 2 by when will you “call two suppliers”?",), state=RecapState.OPEN)
    there.says(actions.actions, op="drop", number=2, because="nobody answers")
    assert there.book.recaps[0].to_confirm == ()
    assert "Nothing in the recap is open now: OK takes it." in there.answer.text


def test_undo_of_done_takes_the_two_lines_back() -> None:
    there = desk()
    there.says(actions.actions, op="done", number=1, text="two customers read it")
    letter = there.draft
    assert there.book.undo is not None
    _, what, reference = there.book.undo
    there.says(lambda case: actions.take_back(case, what, reference))
    assert there.book.letter(letter.id).state is LetterState.WITHDRAWN
