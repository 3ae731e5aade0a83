"""A series is planned: which days, from when to when, in which clocks, and what is refused (L29)."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from mentoring.people import SERIES, Desk, active, at, local, meet_monthly


def test_a_series_starts_inside_its_rule_and_ends_with_the_agreement() -> None:
    desk = Desk(active())
    meet_monthly(desk)
    made = desk.book.meetings[0]
    assert made.start == local("2026-12-01 16:00")
    assert made.rrule == "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271031T225959Z"
    assert (made.state, desk.draft.template, desk.draft.occurrence) == ("draft", "invite/series", None)
    assert "every first Tuesday of the month" in desk.draft.text
    starts = [actual for _, actual in made.occurrences(desk.now, desk.now + timedelta(days=400))]
    assert len(starts) == 11
    assert starts[4] == at("2027-04-06 16:00")  # the clocks have changed, the hour has not


def test_holidays_in_the_series_are_named() -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule="FREQ=MONTHLY;BYDAY=1WE")
    assert "On a holiday: Wed 6 Jan 2027" in desk.answer.text


def test_weeks_in_which_clocks_differ_are_said() -> None:
    desk = Desk(active(zone="America/New_York"))
    meet_monthly(desk, rrule="FREQ=WEEKLY;BYDAY=TU", line="meet weekly tue 16:00")
    assert "it is at another hour for you" in desk.draft.text
    assert "Tue 16 Mar 2027 at 11:00" in desk.draft.text


@pytest.mark.parametrize(
    ("rrule", "says"), [("FREQ=MONTHLY;BYMONTHDAY=31", ""), ("FREQ=MONTHLY;BYMONTHDAY=30", "not every month")]
)
def test_the_31st_is_the_last_day_and_the_30th_is_refused(rrule: str, says: str) -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule=rrule)
    if says:
        assert says in desk.answer.text
        assert desk.book.meetings == ()
    else:
        assert "BYMONTHDAY=-1" in desk.book.meetings[0].rrule


@pytest.mark.parametrize(
    ("line", "rrule", "made"),
    [
        ("MEET quarterly second tue 16:00", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU"),
        ("meet monthly last day 16:00", "FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("meet monthly 16:00", "FREQ=MONTHLY", ""),
        ("meet weekly 16:00", "FREQ=WEEKLY", ""),
    ],
)
def test_a_rhythm_without_its_days_is_read_from_the_line_or_asked(line: str, rrule: str, made: str) -> None:
    desk = Desk(active())
    meet_monthly(desk, rrule=rrule, line=line)
    if made:
        assert desk.book.meetings[0].rrule.startswith(f"{made};UNTIL=")
    else:
        assert desk.book.meetings == ()
        assert "needs its days" in desk.answer.text


def test_a_series_before_the_talk_is_too_early() -> None:
    desk = Desk()
    meet_monthly(desk)
    assert desk.book.meetings == ()
    assert "after the talk" in desk.answer.text


def test_a_series_in_the_night_is_refused_with_another_hour() -> None:
    desk = Desk(active())
    meet_monthly(desk, time=time(2))
    assert desk.book.meetings == ()
    assert desk.taps == ["MEET monthly first tue 09:00"]


def test_a_second_series_with_the_same_person_is_not_made() -> None:
    desk = Desk(active(SERIES))
    meet_monthly(desk)
    assert desk.book.meetings == (SERIES,)
