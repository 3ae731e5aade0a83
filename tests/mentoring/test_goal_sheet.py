"""The goal sheet sent back edited (L5)."""

from mentoring.people import Desk, ada

from assistant.mentoring import goals
from assistant.mentoring.book import Goal


def test_a_reason_added_to_the_same_goal_is_a_change() -> None:
    desk = Desk(ada(goals=(Goal(1, "lead a pricing team"),)))
    desk.says(goals.goals, op="sheet", fields=(("1", "lead a pricing team because numbers mean something"),))
    assert desk.book.goals == (Goal(1, "lead a pricing team", "numbers mean something"),)


def test_the_same_sheet_sent_back_changes_nothing() -> None:
    desk = Desk()
    before = desk.book.goals
    desk.says(goals.goals, op="sheet", fields=(("1", "lead a pricing team because I like it"),))
    assert desk.book.goals == before
