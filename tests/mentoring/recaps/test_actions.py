"""Actions and reminders (L35, L36), and the way back (L43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import Desk, ada, at, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.events import ReminderDue
from assistant.mentoring.letters import LetterState
from assistant.mentoring.minutes import Action, ActionState, Recap
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import actions, reminders
from assistant.mentoring.recaps.action_record import brought_back, kept

MEMO = Action(1, "write the pricing memo", "minerva", "me", date(2026, 11, 6))
CALL = Action(2, "call two customers", "minerva", "me")
DECK = Action(3, "send the deck", "minerva", "mentor")


def book(stage: Stage = Stage.ACTIVE) -> Book:
    return ada(minerva(stage), actions=(MEMO, CALL, DECK))


def by_number(desk: Desk, number: int) -> Action:
    return next(a for a in desk.book.actions if a.number == number)


def undo(desk: Desk) -> None:
    assert desk.book.undo is not None
    _, what, reference = desk.book.undo
    desk.says(lambda case: actions.take_back(case, what, reference))


def test_done_closes_the_action_and_shows_what_is_left() -> None:
    desk = Desk(book())
    desk.says(actions.actions, op="done", number=2)
    assert (by_number(desk, 2).state, by_number(desk, 2).closed_at) == (ActionState.DONE, desk.now)
    assert desk.answer.text.startswith("Done: 2 call two customers.")
    assert "1 write the pricing memo" in desk.answer.text
    assert "2 call two customers:" not in desk.answer.text


def test_done_by_words_with_a_result_offers_two_lines_for_the_mentor() -> None:
    desk = Desk(book())
    desk.says(actions.actions, op="done", text="two customers signed", fields=(("ref", "pricing memo"),))
    assert by_number(desk, 1).result == "two customers signed"
    assert desk.draft.template == "person/progress"
    assert "It is done: two customers signed." in desk.draft.text
    assert desk.draft.id in desk.answer.shows


def test_one_progress_note_between_meetings_is_the_most() -> None:
    desk = Desk(book())
    desk.says(actions.actions, op="done", number=1, text="it is out")
    desk.leaves()
    desk.says(actions.actions, op="done", number=2, text="both said yes")
    assert desk.book.pending() == ()
    desk.now = at("2026-12-02 09:00")
    desk.book = desk.book.with_recap(Recap("r", "minerva", desk.now, date(2026, 12, 1)))
    desk.says(actions.actions, op="done", number=2, text="both signed")
    assert len(desk.book.pending()) == 1


def test_a_result_that_holds_a_private_line_goes_to_nobody() -> None:
    private = Recap("r", "minerva", at("2026-11-01 09:00"), date(2026, 11, 1), private=("I may leave the company",))
    desk = Desk(replace(book(), recaps=(private,)))
    desk.says(actions.actions, op="done", number=1, text="I may leave the company, it showed")
    assert by_number(desk, 1).state is ActionState.DONE
    assert desk.book.pending() == ()


def test_nothing_is_offered_before_you_have_met() -> None:
    desk = Desk(book(Stage.CONTACTED))
    desk.says(actions.actions, op="done", number=1, text="it is out")
    assert desk.book.pending() == ()


def test_doing_drop_and_move() -> None:
    desk = Desk(book())
    desk.says(actions.actions, op="doing", number=1)
    assert by_number(desk, 1).state is ActionState.DOING
    desk.says(actions.actions, op="drop", number=2, because="nobody answers")
    assert (by_number(desk, 2).state, by_number(desk, 2).because) == (ActionState.DROPPED, "nobody answers")
    desk.says(actions.actions, op="move", number=1, day=date(2026, 11, 13))
    assert (by_number(desk, 1).due, by_number(desk, 1).moves) == (date(2026, 11, 13), 1)
    assert "Fri 13 Nov (it was Fri 6 Nov)" in desk.answer.text


def test_after_three_moves_it_asks_to_drop_it_or_make_it_smaller() -> None:
    desk = Desk(book())
    for day in (10, 11, 12):
        desk.says(actions.actions, op="move", number=1, day=date(2026, 11, day))
        assert "smaller" not in desk.answer.text
    desk.says(actions.actions, op="move", number=1, day=date(2026, 11, 13))
    assert "make it smaller" in desk.answer.text


def test_an_unknown_number_or_day_changes_nothing_and_shows_the_list() -> None:
    desk = Desk(book())
    for command in (
        {"op": "done", "number": 9},
        {"op": "move", "number": 1, "day": date(2026, 11, 1)},
        {"op": "move", "number": 1},
    ):
        desk.says(actions.actions, **command)
        assert desk.book.actions == (MEMO, CALL, DECK)
        assert desk.answer.text.startswith("I changed nothing")
        assert "3 send the deck: Minerva" in desk.answer.text


def test_words_that_fit_two_actions_change_nothing() -> None:
    twin = replace(CALL, number=4, text="call two suppliers")
    desk = Desk(replace(book(), actions=(CALL, twin)))
    desk.says(actions.actions, op="done", fields=(("ref", "call two"),))
    assert all(a.state is ActionState.OPEN for a in desk.book.actions)


def test_undo_brings_back_exactly_what_was_and_withdraws_the_note() -> None:
    desk = Desk(book())
    desk.says(actions.actions, op="done", number=1, text="it is out")
    note = desk.draft
    undo(desk)
    assert by_number(desk, 1) == MEMO
    assert desk.book.letter(note.id).state is LetterState.WITHDRAWN
    assert "1 write the pricing memo is open again" in desk.answer.text


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants them naive


@given(
    st.builds(
        Action,
        number=st.integers(1, 10_000),
        text=st.text(),
        person=st.text(),
        owner=st.sampled_from(["me", "mentor", "both", ""]),
        due=st.none() | st.dates(),
        state=st.sampled_from(ActionState),
        result=st.text(),
        because=st.text(),
        moves=st.integers(0, 99),
        recap=st.text(),
        closed_at=st.none() | MOMENTS,
    )
)
def test_what_undo_keeps_is_the_action_itself(action: Action) -> None:
    assert brought_back(kept(action)) == action


# --- reminders


def test_a_reminder_is_private_and_can_be_taken_back() -> None:
    desk = Desk()
    desk.says(reminders.remind, op="remind", text="call the registrar", day=date(2026, 11, 17), time=time(9))
    assert desk.book.reminders[0].text == "call the registrar"
    assert "Tue 17 Nov at 09:00" in desk.answer.text
    assert desk.book.pending() == ()
    undo(desk)
    assert desk.book.reminders == ()


def test_a_past_day_offers_the_next_such_day() -> None:
    desk = Desk()
    desk.says(reminders.remind, op="remind", text="call", day=date(2026, 11, 2))
    assert desk.book.reminders == ()
    assert desk.taps == ["REMIND ME 2026-11-09 to call"]


def test_a_reminder_without_words_or_day_asks() -> None:
    desk = Desk()
    desk.says(reminders.remind, op="remind", text="", day=date(2026, 11, 17))
    desk.says(reminders.remind, op="remind", text="call")
    assert desk.book.reminders == ()


def test_a_reminder_comes_once() -> None:
    desk = Desk()
    desk.says(reminders.remind, op="remind", text="call", day=date(2026, 11, 17), time=time(9))
    due = ReminderDue("k", at("2026-11-17 09:00"), 1)
    assert len(desk.happens(reminders.reminder_due, due).drafts) == 1
    assert desk.answer.text == "REMINDER, as you asked: call."
    assert desk.happens(reminders.reminder_due, due).drafts == ()
