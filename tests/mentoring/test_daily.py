"""The digest: when it is worth a mail, what it says once, and its one next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from mentoring.people import POLICY, Desk, ada, at, minerva

from assistant.mentoring import daily, events
from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Action, ActionState, Reminder
from assistant.mentoring.person import Stage
from assistant.mentoring.standing import HARDSHIP

MEMO = Action(1, "write the memo", "minerva", "me", date(2026, 11, 12))


def digest(desk: Desk) -> str:
    day = desk.now.date()
    desk.happens(daily.digest_due, events.DigestDue(desk.key(), desk.now, day))
    return desk.answer.text


@pytest.mark.parametrize("day", [10, 12, 16])
def test_an_action_is_named_two_days_before_on_its_day_and_two_after(day: int) -> None:
    book = ada(actions=(MEMO,))
    assert daily.due_actions(book, date(2026, 11, day), POLICY) == [MEMO]
    for other in (9, 11, 13, 17):
        assert daily.due_actions(book, date(2026, 11, other), POLICY) == []


def test_what_is_done_the_mentors_or_without_a_day_is_not_named() -> None:
    for action in (replace(MEMO, state=ActionState.DONE), replace(MEMO, owner="mentor"), replace(MEMO, due=None)):
        assert daily.due_actions(ada(actions=(action,)), date(2026, 11, 12), POLICY) == []


def test_an_action_due_on_a_saturday_is_named_on_monday() -> None:
    book = ada(actions=(replace(MEMO, due=date(2026, 11, 14)),))
    assert daily.due_actions(book, date(2026, 11, 16), POLICY)


def test_a_quiet_book_is_worth_no_mail_and_each_thing_alone_is() -> None:
    now = at("2026-11-12 08:00")
    assert not daily.has_something(ada(), now, POLICY)
    day = date(2026, 11, 12)
    for book in (
        ada(strangers=1), ada(set_aside=("x",)), ada(actions=(MEMO,)), ada(reminders=(Reminder(1, "x", day),))
    ):  # fmt: skip
        assert daily.has_something(book, now, POLICY)
    for reminder in (
        Reminder(1, "x", date(2026, 11, 13)), Reminder(1, "x", day, time(9)), Reminder(1, "x", day, done=True)
    ):  # fmt: skip
        assert not daily.has_something(ada(reminders=(reminder,)), now, POLICY)


def test_what_was_said_is_not_said_again() -> None:
    book = ada(strangers=3, set_aside=("Photos",), reminders=(Reminder(1, "thank Lee", date(2026, 11, 12)),))
    desk = Desk(book, "2026-11-12 08:00")
    text = digest(desk)
    assert all(said in text for said in ("Photos", "thank Lee", "3"))
    assert (desk.book.strangers, desk.book.set_aside) == (0, ())
    assert desk.book.digest_last == date(2026, 11, 12)
    assert not daily.has_something(desk.book, desk.now, POLICY)
    again = digest(desk)
    assert "Photos" not in again
    assert "thank Lee" not in again


@pytest.mark.parametrize(
    ("book", "word"),
    [
        (ada(paused="you said pause all"), "RESUME"),
        (ada(actions=(MEMO, replace(MEMO, number=2, due=date(2026, 11, 5)))), "DONE 2"),
        (ada(goals=()), "GOALS"),
        (ada(minerva(Stage.PROSPECT)), "REACH OUT TO Minerva McGee"),
        (ada(minerva(Stage.PROSPECT, paused="x")), "HELP START"),
        (ada(minerva(Stage.PROSPECT, do_not_contact="stop")), "HELP START"),
        (ada(minerva(Stage.ACTIVE)), "MEET Minerva McGee monthly first fri 10:00 45min"),
        (ada(minerva(Stage.ACTIVE, paused=HARDSHIP)), "HELP START"),
    ],
)
def test_the_next_step_is_one_word(book: Book, word: str) -> None:
    assert daily.next_step(Desk(book).case())["step"] == word
