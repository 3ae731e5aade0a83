"""The goal that a line of notes names (P121)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.dates import Moment
from assistant.reading.notes import notes
from assistant.reading.notes.aims import aim_of, behind

MOMENT = Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid", day_first=True)


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("goal 2: I will write the memo by Friday", "I will write the memo by Friday", date(2026, 11, 6)),
        ("I will write the memo by Friday (goal 2)", "I will write the memo by Friday", date(2026, 11, 6)),
        ("I will write the memo for goal 2 by Friday", "I will write the memo by Friday", date(2026, 11, 6)),
        ("AI: write the memo for goal 2", "write the memo", None),
        ("**Goal 2:** I will write the memo", "I will write the memo", None),
    ],
)
def test_the_goal_that_a_task_names_is_told_apart_from_its_words(line: str, text: str, due: date | None) -> None:
    [found] = notes(f"- {line}\n- three tiers are enough", MOMENT, protege="Ada Byron", mentor="Minerva McGee").actions
    assert (found.goal, found.text, found.due) == (2, text, due)


@pytest.mark.parametrize("line", ["my goal 2 is hard", "set goals", "the goal for 2027", "goal 2:", "for goal 2"])
def test_other_words_about_goals_stay_as_they_are(line: str) -> None:
    assert aim_of(line) == (line, None)
    assert behind(line) == line


@given(st.text(max_size=200))
def test_no_words_are_lost_but_those_that_name_the_goal(text: str) -> None:
    rest, number = aim_of(text)
    assert rest == text or number is not None
    assert len(rest) <= len(text)


def test_the_next_meeting_with_a_day_alone_keeps_that_day() -> None:
    found = notes("- three tiers\n- we meet again in six weeks", MOMENT, protege="Ada Byron", mentor="Minerva McGee")
    assert (found.next_meeting, found.next_start, found.next_day) == (
        "we meet again in six weeks",
        None,
        date(2026, 12, 15),
    )
