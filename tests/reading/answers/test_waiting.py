"""Later and not now: the day to ask again on may stand before the wish to be asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 18, 9, tzinfo=UTC), "Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("When December comes, please ask me one more time.", date(2026, 12, 1)),
        ("Now it is all exams. When March starts, ask me again.", date(2027, 3, 1)),
        ("When January is here, then please try me again.", date(2027, 1, 1)),
    ],
)
def test_a_month_that_comes_is_the_day_to_ask_again_on(text: str, day: date) -> None:
    found = answer(text, NOW)
    assert (found.meaning, found.until, found.certain) == (Meaning.LATER, day, True)


def test_a_day_since_which_somebody_is_busy_is_none_to_ask_again_on() -> None:
    found = answer("I've had the builders in since August and can't take anything on at the moment.", NOW)
    assert (found.meaning, found.until) == (Meaning.NOT_NOW, None)
