"""A recap as text and back."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.minutes import Action, ActionState, Recap, RecapState
from assistant.mentoring.recaps.recap_record import LONGEST, brought_back, kept

LINES = st.lists(st.text(max_size=20), max_size=3).map(tuple)
TIMES = st.datetimes(timezones=st.just(UTC))


@given(points=LINES, private=LINES, at=TIMES, following=st.none() | TIMES, day=st.none() | st.dates())
def test_what_was_kept_comes_back_as_it_was(
    points: tuple[str, ...], private: tuple[str, ...], at: datetime, following: datetime | None, day: date | None
) -> None:
    recap = Recap(
        "r1", "minerva", at, at.date(), points=points, private=private, next_at=following, next_day=day,
        shared=(1, 2), state=RecapState.FINAL,
    )  # fmt: skip
    actions = (Action(1, "write the memo", "minerva", "me", day, ActionState.DOING, recap="r1"),)
    assert brought_back(kept(recap, actions)) == (recap, actions)


def test_a_megabyte_of_notes_is_not_kept_twice() -> None:
    now = datetime(2026, 11, 12, tzinfo=UTC)
    assert kept(Recap("r1", "minerva", now, now.date(), points=("x" * LONGEST,)), ()) == ""
