"""Plain words about a meeting that is to come: what they say of it, and when they say something else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.events import Says
from assistant.reading.answers.before_meeting import Spoken, before_meeting
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 27, 9, tzinfo=UTC), "Europe/Madrid")
FIRST, SECOND = datetime.fromisoformat("2026-12-01 16:00"), datetime.fromisoformat("2027-01-05 16:00")


def said(text: str) -> Spoken | None:
    return before_meeting(text, NOW, (FIRST, SECOND), series=True, names=("Ada", "Minerva"))


@pytest.mark.parametrize(
    "text",
    [
        "See you Tuesday!",
        "No problem, see you then.",
        "Looking forward to it, Ada!",
        "Great, see you on the 1st",
        "Tuesday at 4 still works for me",
        "Perfect, talk then.",
        "Thanks, speak to you on Tuesday at 16:00",
    ],
)
def test_that_it_stands(text: str) -> None:
    found = said(text)
    assert found is not None
    assert (found.says, found.about) == (Says.FINE, FIRST)


@pytest.mark.parametrize(
    "text", ["See you Thursday!", "See you Tuesday at 5", "See you then? I have a question.", "Yes."]
)
def test_what_does_not_fit_the_calendar_is_no_such_word(text: str) -> None:
    found = said(text)
    assert found is None or found.says is not Says.FINE


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Running 10 minutes late", 10),
        ("I'm stuck in traffic, 15 min late, sorry", 15),
        ("I'll be a bit late today", None),
        ("My train is delayed", None),
    ],
)
def test_that_they_are_late(text: str, minutes: int | None) -> None:
    found = said(text)
    assert found is not None
    assert (found.says, found.minutes) == (Says.LATE, minutes)


@pytest.mark.parametrize("text", ["Sorry for the late reply.", "Sorry to be late to reply", "Talk later!"])
def test_a_late_reply_is_no_late_arrival(text: str) -> None:
    found = said(text)
    assert found is None or found.says is not Says.LATE


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("I can't make 5 January.", SECOND),
        ("Sorry, I can't make it.", FIRST),
        ("Ill on Tuesday, sorry, need to cancel", FIRST),
        ("I have to cancel our call on the 5th, I'm in Lisbon until the 14th.", SECOND),
        ("The January one won't work for me.", SECOND),
    ],
)
def test_which_meeting_they_cannot_make(text: str, about: datetime) -> None:
    found = said(text.replace("The January one", "The one in January"))
    assert found is not None
    assert (found.says, found.about) == (Says.CANNOT, about)


def test_a_day_without_a_meeting_declines_none() -> None:
    assert said("I can't make 8 December.") is None


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "can we make it Thursday 3 December at 15:00 instead of Tuesday 1 December?",
            datetime.fromisoformat("2026-12-03 15:00"),
        ),
        ("Sorry, can't do Tuesday after all, could we do Thursday at 4?", datetime.fromisoformat("2026-12-03 16:00")),
        ("Could we start half an hour later?", datetime.fromisoformat("2026-12-01 16:30")),
        ("Can we move it to a week later, same time?", datetime.fromisoformat("2026-12-08 16:00")),
    ],
)
def test_one_other_time_is_a_move(text: str, start: datetime) -> None:
    found = said(text)
    assert found is not None
    assert (found.says, found.about) == (Says.MOVE, FIRST)
    assert [slot.start for slot in found.times] == [start]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Could we meet fortnightly?", "FREQ=WEEKLY;INTERVAL=2"),
        ("Quarterly would be plenty from now on.", "FREQ=MONTHLY;INTERVAL=3"),
    ],
)
def test_another_rhythm_is_a_wish(text: str, rule: str) -> None:
    found = said(text)
    assert found is not None
    assert (found.says, found.rule) == (Says.RHYTHM, rule)


@pytest.mark.parametrize(
    "text", ["Interesting thought about the moon.", "Here is the article I mentioned.", "What did you think of it?"]
)
def test_anything_else_is_left_to_the_other_rules(text: str) -> None:
    assert said(text) is None


def test_without_a_meeting_to_come_nothing_is_said_of_one() -> None:
    assert before_meeting("See you Tuesday!", NOW, ()) is None


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    assert said(text) is None or said(text) == said(text)
