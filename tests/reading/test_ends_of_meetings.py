"""Words that may end a mentoring are seen; a meeting that comes to its last minutes, or a task, ends nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.answers.endings import may_end


@pytest.mark.parametrize(
    "text",
    [
        "Let's call it a day with the mentoring, it was good.",
        "Happy to have helped, but this is my last month.",
        "I need to step back from our meetings.",
        "I am moving jobs and have to end our sessions.",
        "I can’t continue, I'm afraid.",
        "December will be our last meeting.",
        "I will no longer be able to... I can no longer mentor you.",
    ],
)
def test_an_end_may_be_meant(text: str) -> None:
    assert may_end(text)


@pytest.mark.parametrize(
    "text",
    [
        "See you Tuesday!",
        "No problem, see you then.",
        "Let's not end our meetings yet.",
        "I will finish it by Friday.",
        "Could you send me the notes of our last meeting?",
        "Running 10 minutes late",
    ],
)
def test_these_end_nothing(text: str) -> None:
    assert not may_end(text)


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert may_end(text) in (True, False)
