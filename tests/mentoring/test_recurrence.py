"""Rules of series as text: where they end, what they give, and how far an old one is followed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import local

from assistant.mentoring.recurrence import starts, with_one_end, without_end
from assistant.mentoring.schedule import MOST, Change, Meeting

MADRID = ZoneInfo("Europe/Madrid")
FIRST = local("2026-12-01 16:00")  # a Tuesday


def madrid(instant: datetime) -> datetime:
    return instant.astimezone(MADRID).replace(tzinfo=None)


@pytest.mark.parametrize(
    ("until", "many"),
    [
        ("20261215T150000Z", 3),  # four in Madrid: the last one starts in that moment
        ("20261215T145959Z", 2),
        ("20261215T160000", 3),
        ("20261215", 2),  # the beginning of that day
        ("20261216", 3),
        ("20261130T000000Z", 0),
    ],
)
def test_a_rule_ends_with_its_last_moment_in_its_own_zone(until: str, many: int) -> None:
    assert list(starts(f"FREQ=WEEKLY;UNTIL={until}", FIRST, madrid)) == [
        FIRST + timedelta(weeks=n) for n in range(many)
    ]


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY;UNTIL=soon", "FREQ=WEEKLY;UNTIL=20261301", "FREQ=NEVER", "x", "FREQ=DAILY\nRRULE:FREQ=WEEKLY"]
)
def test_a_rule_that_cannot_be_read_says_so(rule: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(islice(starts(rule, FIRST, madrid), 1))


@given(
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYMONTHDAY=1"]),
    st.integers(0, 500),
)
def test_an_end_cuts_an_endless_rule(rule: str, days: int) -> None:
    end = FIRST + timedelta(days=days)
    said = f"{end.replace(tzinfo=MADRID).astimezone(UTC):%Y%m%dT%H%M%SZ}"
    expected = [at for at in islice(rrulestr(rule, dtstart=FIRST), 600) if at <= end]
    assert list(starts(f"{rule};UNTIL={said}", FIRST, madrid)) == expected


@given(st.permutations(["FREQ=WEEKLY", "COUNT=5", "UNTIL=20270101T000000Z", "BYDAY=TU"]))
def test_a_rule_loses_both_ends_wherever_they_stand(parts: list[str]) -> None:
    assert set(without_end(";".join(parts)).split(";")) == {"FREQ=WEEKLY", "BYDAY=TU"}


@given(st.integers(1, 60), st.integers(0, 400))
def test_two_ends_are_one_where_they_end_with_the_same_start(count: int, days: int) -> None:
    until = f"UNTIL={FIRST + timedelta(days=days):%Y%m%dT%H%M%S}"
    by_count, by_moment = (list(starts(f"FREQ=WEEKLY;{end}", FIRST, madrid)) for end in (f"COUNT={count}", until))
    found = with_one_end(f"FREQ=WEEKLY;COUNT={count};{until}", FIRST, madrid)
    assert found == (f"FREQ=WEEKLY;{until}" if by_count == by_moment else "")


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY", "FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20270101"])
def test_a_rule_with_one_end_or_none_stays_as_it_is(rule: str) -> None:
    assert with_one_end(rule, FIRST, madrid) == rule


@pytest.mark.parametrize(("rule", "years"), [("FREQ=WEEKLY;BYDAY=TU", 12), ("FREQ=DAILY", 8)])
def test_an_old_series_still_has_its_next_meeting(rule: str, years: int) -> None:
    """Somebody's series may have run for years before the assistant hears of it."""
    since = _tuesday(FIRST.replace(year=2026 - years))
    old = Meeting("old@example.org", "minerva", "Lab", since, "Europe/Madrid", 30, rrule=rule)
    now = datetime(2026, 12, 5, tzinfo=UTC)
    found = old.next(now)
    assert found is not None
    assert found[1] - now < timedelta(days=8)
    assert len(list(old.occurrences(now - timedelta(days=30), now))) in (4, 30)


def _tuesday(start: datetime) -> datetime:
    return start + timedelta(days=(1 - start.weekday()) % 7)


def test_no_more_than_four_hundred_are_looked_at_a_time() -> None:  # calendar.md R2
    daily = Meeting("d@example.org", "minerva", "Lab", FIRST, "Europe/Madrid", 30, rrule="FREQ=DAILY")
    found = list(daily.occurrences(daily.begins, daily.begins + timedelta(days=9000)))
    assert len(found) == MOST


WINDOWS = st.tuples(st.integers(-20, 900), st.integers(0, 400))
MOVED = st.dictionaries(st.integers(0, 60), st.one_of(st.none(), st.integers(-90, 90)), max_size=5)


@given(st.sampled_from(["FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1TU", "FREQ=DAILY;COUNT=50"]), st.lists(WINDOWS), MOVED)
def test_a_series_takes_place_at_the_same_times_in_whatever_order_one_asks(
    rule: str, windows: list[tuple[int, int]], moved: dict[int, int | None]
) -> None:
    meeting = Meeting("u", "minerva", "Talk", FIRST, "Europe/Madrid", 30, rrule=rule)
    every = [one.replace(tzinfo=MADRID).astimezone(UTC) for one in islice(rrulestr(rule, dtstart=FIRST), 200)]
    actual: dict[datetime, datetime | None] = {one: one for one in every}
    for number, days in moved.items():
        if number < len(every):
            start = None if days is None else madrid(every[number]) + timedelta(days=days)
            meeting = meeting.with_change(Change(every[number], start=start, cancelled=days is None))
            actual[every[number]] = None if start is None else meeting.instant(start)
    for after, length in windows:
        since, until = every[0] + timedelta(days=after), every[0] + timedelta(days=after + length)
        wanted = sorted(((at, one) for one, at in actual.items() if at and since <= at <= until))
        assert [(at, one) for one, at in meeting.occurrences(since, until)] == wanted
