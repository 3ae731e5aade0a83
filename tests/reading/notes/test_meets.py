"""Few words around a day and a time that say that one meets again, whatever one calls it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.reading.dates import Moment
from assistant.reading.notes.cast import cast
from assistant.reading.notes.meets import meets

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/London")
NAMES = cast("", "Ada Byron", "Minerva McGee")


@pytest.mark.parametrize(
    "text",
    [
        "meeting next week tuesday at 4",
        "see you the 8th at 4",
        "see u dec 9, 2pm",
        "c u 2 dec 8am usual place",
        "back here Tue 8 Dec after milking, 8pm",
        "same channel Monday 14 December 13:00",
        "Lunch again December 9, 12:30",
        "see Minerva 9 Dec 3pm at her place",
        "back on the 9th at noon",
    ],
)
def test_a_day_a_time_and_a_word_for_again_are_the_next_meeting(text: str) -> None:
    assert meets(text, NAMES, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Send it back by 9 December, 12:30",
        "see Lee again 9 Dec 3pm",
        "My next exam is on 8 December at 9.",
        "meet customers next week",
        "We met on 9 November at 3pm",
        "maybe lunch 9 December 12:30",
        "the board decides on the budget and the plan on 9 December at 3pm",
        "see you soon",
    ],
)
def test_deadlines_others_and_the_past_are_none(text: str) -> None:
    assert not meets(text, NAMES, NOW)
