"""What is said of actions: done, dropped and moved with a reason, for which goal (L35, P121)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import Known, Reading, commands

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)  # a Tuesday


def read(text: str, **more: object) -> list[Command]:
    known = {"actions": (1, 2, 3), "goals": (1, 2), "people": (Known("minerva", "Minerva McGee"),)}
    return commands("", text, Reading(NOW, "Europe/Madrid", "ES", "Ada Byron", **{**known, **more}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("drop 2", ""),
        ("drop 2 because nobody answers", "nobody answers"),
        ("drop 2, nobody answers", "nobody answers"),
        ("drop 2: the budget is gone", "the budget is gone"),
        ("drop 2 - no time", "no time"),
        ("please drop action 2 since the lab is closed", "the lab is closed"),
        ("scrap 2 because she did it herself", "she did it herself"),
        ("2 can go, she did it herself", "she did it herself"),
        ("2 is not worth it anymore", "not worth it anymore"),
        ("2 isn't worth it any more", "not worth it any more"),
        ("2 is no longer needed", "no longer needed"),
        ("2 is obsolete, the budget is gone", "obsolete, the budget is gone"),
    ],
)
def test_an_action_is_dropped_with_its_reason(text: str, because: str) -> None:
    [found] = read(text)
    assert (found.verb, found.op, found.number, found.because) == (Verb.ACTIONS, "drop", 2, because)


@pytest.mark.parametrize("text", ["2 is important", "2 is worth it", "2 is needed now", "9 is not worth it anymore"])
def test_what_is_worth_it_is_not_dropped(text: str) -> None:
    assert all((c.verb, c.op) != (Verb.ACTIONS, "drop") for c in read(text))


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("move 2 to friday", ""),
        ("move 2 to friday, the lab is closed", "the lab is closed"),
        ("move 2 to fri because the lab is closed", "the lab is closed"),
        ("move 2 to 6 Nov: the lab is closed until then", "the lab is closed until then"),
        ("postpone 2 until friday - no customer had time", "no customer had time"),
        ("push 2 back to friday", ""),
        ("2 moves to friday, the lab is closed", "the lab is closed"),
    ],
)
def test_an_action_is_moved_with_its_reason(text: str, because: str) -> None:
    [found] = read(text)
    assert (found.verb, found.op, found.number, found.day) == (Verb.ACTIONS, "move", 2, date(2026, 11, 6))
    assert found.because == because


def test_a_move_without_a_day_asks_for_it() -> None:
    [found] = read("move 2")
    assert found.ask == "Move 2 to which day?"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("done 2: result two customers signed", "two customers signed"),
        ("done 2: two customers signed", "two customers signed"),
        ("2 is done: two customers signed", "two customers signed"),
        ("2 is done, result: two customers signed", "two customers signed"),
        ("2 is done", ""),
    ],
)
def test_an_action_is_done_with_its_result(text: str, result: str) -> None:
    [found] = read(text)
    assert (found.verb, found.op, found.number, found.text) == (Verb.ACTIONS, "done", 2, result)


@pytest.mark.parametrize(
    ("text", "goal", "numbers"),
    [
        ("2 is for goal 1", "1", "2"),
        ("1 and 3 are for goal 2", "2", "1 3"),
        ("1, 2 and 3 serve goal 1", "1", "1 2 3"),
        ("2 serves no goal", "0", "2"),
        ("2 belongs to my goal 2", "2", "2"),
    ],
)
def test_an_action_is_for_a_goal(text: str, goal: str, numbers: str) -> None:
    [found] = read(text)
    assert (found.verb, found.op) == (Verb.ACTIONS, "goal")
    assert dict(found.fields) == {"goal": goal, "numbers": numbers}
    [under] = read(text, answering="recap", thread="minerva")
    assert (under.verb, under.op, under.fields) == (Verb.RECAP, "goal", found.fields)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("thu 10 dec 15:00", date(2026, 12, 10), "2026-12-10T15:00:00"),
        ("10 dec, 3pm", date(2026, 12, 10), "2026-12-10T15:00:00"),
        ("let's meet again on 10 December at 15:00", date(2026, 12, 10), "2026-12-10T15:00:00"),
        ("how about 10 December at 15:00?", date(2026, 12, 10), "2026-12-10T15:00:00"),
        ("again in six weeks", date(2026, 12, 15), None),
        ("in six weeks", date(2026, 12, 15), None),
        ("next thu 10 dec 15:00", date(2026, 12, 10), "2026-12-10T15:00:00"),
    ],
)
def test_a_time_under_a_recap_is_when_to_meet_again(text: str, day: date, at: str | None) -> None:
    [found] = read(text, answering="recap", thread="minerva")
    assert (found.verb, found.op, found.day) == (Verb.RECAP, "next", day)
    assert (found.at.isoformat() if found.at else None) == at


def test_a_bare_day_where_something_is_open_is_not_taken_for_the_next_meeting() -> None:
    found = read("18 december", answering="recap", question="recap", thread="minerva")
    assert all(c.op != "next" for c in found)


@pytest.mark.parametrize("text", ["10 dec 15:00 is when the board meets", "send the memo by 10 dec 15:00"])
def test_a_time_among_other_words_is_no_next_meeting(text: str) -> None:
    assert all(c.op != "next" for c in read(text, answering="recap", thread="minerva"))


def test_an_action_can_be_put_in_other_words() -> None:
    [found] = read("3 should say ask Lee, then call him", answering="recap", thread="minerva")
    assert (found.verb, found.op, found.number, found.text) == (Verb.RECAP, "words", 3, "ask Lee, then call him")
