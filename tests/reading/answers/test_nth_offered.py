"""Which of the times that we offered: by place, and only where nothing else is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.answers.nth_offered import nth_offered

ALL_THREE = (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "of_two", "of_three"),
    [
        ("the second one works", (2,), (2,)),
        ("the first", (1,), (1,)),
        ("The first one, please.", (1,), (1,)),
        ("the later one", (2,), ()),
        ("The earlier of the two suits me.", (1,), ()),
        ("I prefer the latter", (2,), ()),
        ("the last one would be great", (2,), (3,)),
        ("Sure, the middle one", (), (2,)),
        ("either works", (1, 2), ALL_THREE),
        ("whichever", (1, 2), ALL_THREE),
        ("any of those is fine", (1, 2), ALL_THREE),
        ("both work", (1, 2), ALL_THREE),
        ("option 2", (2,), (2,)),
        ("#3", (), (3,)),
        ("1st or 3rd", (), (1, 3)),
        ("No problem, the second one works", (2,), (2,)),
        ("Hi Ada, the 2nd please. Thanks, Minerva", (2,), (2,)),
    ],
)
def test_a_place_is_a_number(text: str, of_two: tuple[int, ...], of_three: tuple[int, ...]) -> None:
    names = ("Ada", "Minerva")
    assert (nth_offered(text, 2, names), nth_offered(text, 3, names)) == (of_two, of_three)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you. All the best",
        "talk later",
        "later please",
        "All good, thanks!",
        "First of all thank you",
        "not the first one",
        "neither works, I'm afraid",
        "none of them",
        "the second one doesn't work",
        "the second, but by phone",
        "the first of December",
        "stop writing to me",
        "No thanks to both.",
        "No to both",
        "No meeting on the first please",
        "The first one is no good.",
        "No, both dates are no good",
        "whatever",
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert nth_offered(text, 3) == ()


def test_where_nothing_was_offered_no_place_means_anything() -> None:
    assert nth_offered("the first one", 0) == ()


@given(st.text(max_size=200), st.integers(0, 5))
def test_no_text_names_what_was_not_offered(text: str, count: int) -> None:
    assert all(1 <= number <= count for number in nth_offered(text, count))
