"""Invites in every zone: right, or refused by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing.invitations import (
    COFFEE,
    ODD,
    SERIES,
    starts,
    to,
)

from assistant.mentoring.schedule import Change
from assistant.writing.invite import InviteRefused, cancel, check, decline_counter, request
from assistant.writing.utc_series import ruled

RAMADAN = replace(  # 13 April to 16 May 2021, when the clocks of Morocco were an hour back
    SERIES,
    zone="Africa/Casablanca",
    start=datetime(2021, 3, 2, 16),  # noqa: DTZ001
    rrule="FREQ=WEEKLY;UNTIL=20210629T215959Z;BYDAY=TU",
)
NINTH_WEEK = datetime(2021, 4, 27, 16, tzinfo=UTC)
SPRING = (datetime(2021, 3, 1, tzinfo=UTC), datetime(2021, 7, 1, tzinfo=UTC))


class TestZones:
    def test_a_single_meeting_in_a_zone_without_rules_is_one_in_utc(self) -> None:
        text = request(replace(RAMADAN, rrule="", start=datetime(2021, 4, 11, 10)), to())  # noqa: DTZ001
        assert "DTSTART:20210411T100000Z\r\n" in text
        assert "VTIMEZONE" not in text

    def test_a_series_in_a_zone_without_rules_is_in_utc_and_what_the_clock_shifts_is_an_exception(self) -> None:
        text = request(RAMADAN, to())
        assert "VTIMEZONE" not in text
        expected = [actual for _, actual in RAMADAN.occurrences(*SPRING)]
        assert {at.hour for at in expected} == {15, 16}
        assert starts(text, *SPRING) == expected
        assert "RECURRENCE-ID:20210427T150000Z\r\nDTSTART:20210427T160000Z\r\n" in text

    def test_one_occurrence_of_such_a_series_is_named_by_the_hour_that_its_rule_has_in_utc(self) -> None:
        moved = RAMADAN.with_change(Change(NINTH_WEEK, datetime(2021, 4, 28, 10)))  # noqa: DTZ001
        alone = request(moved, to(), NINTH_WEEK)
        assert "RECURRENCE-ID:20210427T150000Z\r\nDTSTART:20210428T100000Z\r\n" in alone
        assert starts(request(moved, to()), *SPRING) == [actual for _, actual in moved.occurrences(*SPRING)]
        gone = RAMADAN.with_change(Change(NINTH_WEEK, cancelled=True))
        assert "EXDATE:20210427T150000Z\r\n" in request(gone, to())
        assert starts(request(gone, to()), *SPRING) == [actual for _, actual in gone.occurrences(*SPRING)]
        assert "RECURRENCE-ID:20210427T150000Z\r\n" in cancel(gone, to(), NINTH_WEEK)
        assert "RECURRENCE-ID:20210427T150000Z\r\n" in decline_counter(RAMADAN, to(), NINTH_WEEK)

    def test_every_hour_in_utc_that_we_give_an_occurrence_leads_back_to_it(self) -> None:
        # what a calendar program answers about is read with Meeting.named
        for original, said in ruled(RAMADAN, timedelta(days=400)).items():
            assert RAMADAN.named(said) == original
            assert RAMADAN.named(original) == original
        assert RAMADAN.named(NINTH_WEEK + timedelta(days=1)) == NINTH_WEEK + timedelta(days=1)

    def test_a_series_that_utc_cannot_say_either_is_refused_by_name_and_a_single_meeting_is_not(self) -> None:
        night = replace(RAMADAN, start=datetime(2021, 3, 2, 0, 30))  # noqa: DTZ001 - 23:30 on Monday in UTC
        with pytest.raises(InviteRefused, match="Africa/Casablanca"):
            request(night, to())
        assert check(request(replace(night, rrule=""), to())) == []

    def test_a_series_without_zone_data_is_in_utc(self) -> None:
        def nothing(zone: str) -> bytes:
            raise KeyError(zone)

        text = request(SERIES, replace(to(), zone_data=nothing))
        since, until = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
        assert starts(text, since, until) == [actual for _, actual in SERIES.occurrences(since, until)]

    @pytest.mark.parametrize("zone", ODD)
    def test_a_series_in_an_odd_zone_takes_place_when_the_book_says(self, zone: str) -> None:
        # zones whose clocks changed their rule in 2026, or whose rule is unusual: in rules or in UTC, the same instants
        series = replace(
            SERIES,
            zone=zone,
            start=datetime(2026, 1, 6, 10),  # noqa: DTZ001
            rrule="FREQ=WEEKLY;UNTIL=20301231T215959Z;BYDAY=TU",
        )
        since, until = datetime(2026, 1, 1, tzinfo=UTC), datetime(2031, 1, 1, tzinfo=UTC)
        expected = [actual for _, actual in series.occurrences(since, until)]
        assert len(expected) == 261
        assert starts(request(series, to()), since, until) == expected

    def test_a_meeting_in_utc_needs_no_zone(self) -> None:
        assert "DTSTART:20261111T150000Z\r\n" in request(replace(COFFEE, zone="UTC"), to())


@given(
    st.integers(1, 4),
    st.sampled_from(["MO", "TU", "WE", "TH", "FR"]),
    st.sampled_from(
        ["Europe/Madrid", "America/New_York", "America/Nuuk", "Asia/Kolkata", "Australia/Sydney", "America/Santiago"]
    ),
    st.integers(2, 12),
)
def test_any_monthly_series_is_expanded_by_others_as_by_us(week: int, day: str, zone: str, count: int) -> None:
    rule = f"FREQ=MONTHLY;COUNT={count};BYDAY={week}{day}"
    number = ["MO", "TU", "WE", "TH", "FR"].index(day)
    first = next(d for d in (datetime(2026, 12, 1, 9) + timedelta(days=n) for n in range(31)) if d.weekday() == number)  # noqa: DTZ001
    series = replace(SERIES, zone=zone, rrule=rule, start=first + timedelta(weeks=week - 1))
    since, until = datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
    expected = [actual for _, actual in series.occurrences(since, until)]
    assert len(expected) == count
    assert starts(request(series, to()), since, until) == expected


ZONES = (files("tzdata") / "zones").read_text().split()


@given(st.sampled_from(ZONES), st.dates(date(2018, 1, 1), date(2029, 1, 1)), st.integers(4, 22), st.integers(1, 4))
def test_a_weekly_series_in_any_zone_is_right_or_refused_by_name(zone: str, day: date, hour: int, every: int) -> None:
    start = datetime.combine(day, time(hour))
    name = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]
    series = replace(SERIES, zone=zone, start=start, rrule=f"FREQ=WEEKLY;INTERVAL={every};BYDAY={name};COUNT=40")
    since, until = series.begins - timedelta(days=1), series.begins + timedelta(days=1200)
    try:
        text = request(series, to())
    except InviteRefused as refused:
        if zone not in str(refused):
            raise
        return
    assert starts(text, since, until) == [actual for _, actual in series.occurrences(since, until)]
