"""When somebody can meet and when not, in the words beside a decline."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.wish import Window, Wish
from assistant.reading.answers.wishes import wishes
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 12, 10, tzinfo=UTC), "Europe/Madrid")
ABOUT = datetime.fromisoformat("2027-01-05 16:00")  # a Tuesday


def said(text: str) -> Wish:
    return wishes(text, NOW, ABOUT)


def suits(text: str, start: datetime) -> bool:
    return said(text).suits(start, 45)


@pytest.mark.parametrize(
    ("text", "can", "cannot"),
    [
        ("I am skiing that week, sorry. The week after works, same day.", "2027-01-12 16", "2027-01-07 16"),
        ("Tuesdays never work, Thursdays would.", "2027-01-14 11", "2027-01-12 16"),
        ("Not before the 20th.", "2027-01-20 10", "2027-01-19 16"),
        ("Any afternoon but Friday.", "2027-01-07 15", "2027-01-08 15"),
        ("Any afternoon but Friday.", "2027-01-07 15", "2027-01-07 10"),
        ("Mornings only that week.", "2027-01-07 10", "2027-01-07 15"),
        ("Mornings only that week.", "2027-01-04 09", "2027-01-12 10"),
        ("I'm in Lisbon until the 14th.", "2027-01-15 10", "2027-01-14 10"),
        ("I'm away 4 to 8 January but any day after that is fine", "2027-01-11 10", "2027-01-08 10"),
        ("Not Monday, Tuesday or Friday please", "2027-01-07 10", "2027-01-08 10"),
        ("Wednesday or Thursday after 3 would be great", "2027-01-07 15", "2027-01-07 11"),
        ("Friday afternoons are bad, any other time is fine", "2027-01-08 10", "2027-01-08 15"),
        ("I am on leave all week, back on Monday", "2027-01-11 10", "2027-01-08 10"),
        ("After Christmas please", "2026-12-28 10", "2026-12-23 10"),
        ("Same time the day after?", "2027-01-06 16", "2027-01-07 16"),
    ],
)
def test_what_the_words_leave_and_what_they_rule_out(text: str, can: str, cannot: str) -> None:
    assert suits(text, datetime.fromisoformat(f"{can}:00"))
    assert not suits(text, datetime.fromisoformat(f"{cannot}:00"))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The week after works, same day.", datetime.fromisoformat("2027-01-12 16:00")),
        ("A week later, same time?", datetime.fromisoformat("2027-01-12 16:00")),
        ("Could we do two weeks later?", datetime.fromisoformat("2027-01-19 16:00")),
        ("Same slot the week before would be fine.", datetime.fromisoformat("2026-12-29 16:00")),
    ],
)
def test_a_start_that_is_counted_from_the_meeting_comes_first(text: str, first: datetime) -> None:
    assert said(text).first == (first,)


@pytest.mark.parametrize("text", ["", "Sorry!", "I can't do Tuesday, board meeting.", "Minerva is travelling."])
def test_a_plain_decline_wishes_nothing(text: str) -> None:
    assert not said(text)


def test_a_day_that_is_declined_is_no_rule_about_its_weekday() -> None:
    assert suits("I can't do Tuesday.", datetime.fromisoformat("2027-01-12 16:00"))
    assert not suits("Tuesdays don't work.", datetime.fromisoformat("2027-01-12 16:00"))


@given(st.text(max_size=300))
def test_any_text_ends_in_a_wish(text: str) -> None:
    assert isinstance(said(text), Wish)


windows = st.builds(
    Window,
    st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    st.dates(date(2027, 1, 1), date(2028, 1, 1)),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.times(max_value=time(12)),
    st.times(min_value=time(12)),
)


@given(st.lists(windows, max_size=3), st.lists(windows, max_size=3))
def test_a_wish_kept_with_a_letter_is_the_same_wish(can: list[Window], cannot: list[Window]) -> None:
    wish = Wish(tuple(can), tuple(cannot))
    assert Wish.of(wish.kept()) == wish


def test_anything_else_is_no_wish() -> None:
    assert Wish.of(None) == Wish()
