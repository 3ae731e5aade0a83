"""Dates in people's words, from Friday 20 November 2026, 10:00 in Madrid."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.dates import Moment, at, clock, dates, day, day_first, due, minutes, months, slots, until, zone

NOW = Moment(datetime(2026, 11, 20, 9, tzinfo=UTC), "Europe/Madrid")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fri", date(2026, 11, 27)),
        ("next tue", date(2026, 11, 24)),
        ("monday", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 21)),
        ("14 Nov 2027", date(2027, 11, 14)),
        ("14 Jan", date(2027, 1, 14)),
        ("Dec 5th", date(2026, 12, 5)),
        ("2026-12-05", date(2026, 12, 5)),
        ("in 2 weeks", date(2026, 12, 4)),
        ("half a year from now", date(2027, 5, 20)),
        ("3/4", date(2027, 4, 3)),
        ("the Monday after next", date(2026, 11, 30)),
        ("Tue 24", date(2026, 11, 24)),
        ("the Friday before Christmas", date(2026, 12, 18)),
        ("the Monday after the 20th of December", date(2026, 12, 21)),
        ("a week after next Monday", date(2026, 11, 30)),
    ],
)
def test_a_day_is_read_forward(words: str, expected: date) -> None:
    found = day(words, NOW)
    assert found is not None
    assert (found.day, found.ask) == (expected, "")


def test_a_friday_said_on_a_thursday_is_tomorrow() -> None:
    found = day("fri", Moment(datetime(2026, 11, 19, 9, tzinfo=UTC)))
    assert found
    assert found.day == date(2026, 11, 20)


def test_month_or_day_first_follows_the_country() -> None:
    american = day("3/4", Moment(NOW.now, "America/New_York", day_first("US")))
    unknown = day("3/4", Moment(NOW.now, "UTC", day_first("")))
    assert american
    assert american.day == date(2027, 3, 4)
    assert unknown
    assert unknown.day is None
    assert unknown.ask == "3/4: 3 April or 4 March?"


def test_tomorrow_counts_in_the_writers_zone() -> None:
    found = day("tomorrow", Moment(datetime(2026, 11, 20, 23, 30, tzinfo=UTC), "Asia/Tokyo"))
    assert found
    assert found.day == date(2026, 11, 22)


@pytest.mark.parametrize("words", ["13 November 2026", "2025-01-02", "yesterday"])
def test_a_past_day_is_marked(words: str) -> None:
    found = day(words, NOW)
    assert found
    assert found.past


@pytest.mark.parametrize(
    "words", ["next week", "after Easter", "after the summer", "30 Feb", "fri or mon", "Mon 24 Nov 2026"]
)
def test_what_has_no_one_meaning_is_asked(words: str) -> None:
    found = day(words, NOW)
    assert found
    assert found.day is None
    assert found.ask


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("next tue 15:00", datetime.fromisoformat("2026-11-24 15:00")),
        ("wed 10:00", datetime.fromisoformat("2026-11-25 10:00")),
        ("2026-12-14 3pm", datetime.fromisoformat("2026-12-14 15:00")),
        ("14 Dec at 3 pm", datetime.fromisoformat("2026-12-14 15:00")),
        ("tmrw 8.30", datetime.fromisoformat("2026-11-21 08:30")),
        ("Tuesday at noon", datetime.fromisoformat("2026-11-24 12:00")),
        ("Tuesday at 12 noon", datetime.fromisoformat("2026-11-24 12:00")),
        ("24 Nov at 17h", datetime.fromisoformat("2026-11-24 17:00")),
    ],
)
def test_day_and_time_are_read_together(words: str, expected: datetime) -> None:
    found = at(words, NOW)
    assert found
    assert found.at == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("send it by Fri", date(2026, 11, 27)),
        ("by end of next week", date(2026, 11, 27)),
        ("agenda for the 1 July meeting, due next Wednesday", date(2026, 11, 25)),
        ("within ten days", date(2026, 11, 30)),
        ("by end of January", date(2027, 1, 31)),
        ("until 13 Feb", date(2027, 2, 13)),
    ],
)
def test_a_due_date_comes_from_its_words(words: str, expected: date) -> None:
    found = due(words, NOW)
    assert found
    assert found.first == expected


def test_before_christmas_is_to_be_confirmed() -> None:
    found = due("send the deck before Christmas", NOW)
    assert found
    assert (found.first, found.unusual) == (date(2026, 12, 24), True)


def test_a_due_date_that_is_over_is_asked() -> None:
    found = due("send it by 2 November 2026", NOW)
    assert found
    assert found.first is None
    assert found.ask


@pytest.mark.parametrize(
    "words",
    [
        "march through the backlog",
        "you may ask",
        "order 10-12 copies",
        "version 3.12",
        "the second time",
        "he sat down",
        "call 0171 555 0134",
    ],
)
def test_no_date_is_seen_where_there_is_none(words: str) -> None:
    assert dates(words, NOW) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("after March", date(2027, 3, 31)),
        ("not before 1 June", date(2027, 6, 1)),
        ("until 13 Feb", date(2027, 2, 13)),
        ("in six weeks", date(2027, 1, 1)),
        ("ask again in March", date(2027, 3, 1)),
    ],
)
def test_until_is_the_day_said(words: str, expected: date) -> None:
    found = until(words, NOW)
    assert found
    assert found.first == expected


def test_lengths_and_times() -> None:
    assert [minutes(w) for w in ("45min", "half an hour", "1 hour", "an hour and a half", "soon")] == [
        45,
        30,
        60,
        90,
        None,
    ]
    assert [months(w) for w in ("6 months", "half a year", "a year", "monthly")] == [6, 6, 12, None]
    assert [clock(w) for w in ("15:00", "at 8", "3pm", "no time")] == [time(15), time(8), time(15), None]


def _starts(words: str, moment: Moment = NOW) -> list[str]:
    return [f"{slot.start:%a %d %H:%M}" + ("*" if slot.whole_day else "") for slot in slots(words, moment)]


def test_a_list_of_days_shares_its_time() -> None:
    assert _starts("Dec 7, 8 or 9 at 10") == ["Mon 07 10:00", "Tue 08 10:00", "Wed 09 10:00"]
    assert _starts("Tue 24 or Thu 26 November after 15:00") == ["Tue 24 15:00", "Thu 26 15:00"]
    assert _starts("Tuesday at 3 or Thursday morning") == ["Tue 24 15:00", "Thu 26 09:00"]
    assert _starts("wed 14:00, if not thu same time") == ["Wed 25 14:00", "Thu 26 14:00"]


def test_what_is_ruled_out_is_no_slot() -> None:
    assert _starts("Not Monday, but Tuesday at 11 works") == ["Tue 24 11:00"]
    assert _starts("I can't do Thursday. How about Friday 10:00?") == ["Fri 27 10:00"]


def test_zones_are_those_said_or_the_senders() -> None:
    assert zone("9 March 3pm ET", "Europe/Paris") == "America/New_York"
    assert zone("6:30 pm IST", "Europe/Dublin") == "Europe/Dublin"
    assert zone("15:00 London time", "Asia/Tokyo") == "Europe/London"
    assert zone("15:00", "Asia/Tokyo") is None
    assert slots("tue 15:00 PT", NOW)[0].zone == "America/Los_Angeles"


WORDS = st.sampled_from(
    [
        "next",
        "tue",
        "fri",
        "14",
        "Nov",
        "3/4",
        "at",
        "15:00",
        "by",
        "2 weeks",
        "in",
        "the",
        "end of",
        "month",
        "before",
        "Easter",
        "31.2.",
        "0/0",
        "week 60",
        "99",
        ",",
        "or",
        "-",
        "\n",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_words_are_read_without_an_error_and_nothing_is_due_in_the_past(words: str) -> None:
    found = due(words, NOW)
    assert found is None or found.first is None or found.first >= NOW.today
    for read in (day, at, until):
        read(words, NOW)
    spans = [(one.start, one.end) for one in dates(words, NOW)]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(slot.start.date() >= NOW.today for slot in slots(words, NOW))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("next week", date(2026, 11, 23), date(2026, 11, 29)),
        ("week of December seventh", date(2026, 12, 7), date(2026, 12, 13)),
        ("w/c 7 Dec", date(2026, 12, 7), date(2026, 12, 13)),
        ("the weekend", date(2026, 11, 21), date(2026, 11, 22)),
        ("from the 3rd to the 9th of December", date(2026, 12, 3), date(2026, 12, 9)),
        ("28 December - 3 January 2027", date(2026, 12, 28), date(2027, 1, 3)),
        ("28 Dec to 3 Jan", date(2026, 12, 28), date(2027, 1, 3)),
        ("for 3 days starting next Monday", date(2026, 11, 23), date(2026, 11, 25)),
        ("mid December", date(2026, 12, 11), date(2026, 12, 20)),
        ("the end of January", date(2027, 1, 21), date(2027, 1, 31)),
        ("last week of September 2027", date(2027, 9, 27), date(2027, 10, 3)),
    ],
)
def test_a_stretch_of_days_has_its_first_and_its_last(words: str, first: date, last: date) -> None:
    assert [(one.first, one.last) for one in dates(words, NOW)] == [(first, last)]


def test_an_amount_is_read_once() -> None:
    assert [one.first for one in dates("next 2 weeks tue", NOW)] == [date(2026, 11, 21), date(2026, 11, 24)]


def test_the_weekday_beside_a_date_settles_its_order() -> None:
    found = dates("Fri 4/12", Moment(NOW.now, "UTC", day_first=None))
    assert [one.first for one in found] == [date(2026, 12, 4)]


def test_a_vague_part_of_a_month_is_no_proposed_day() -> None:
    assert slots("end of January works for me", NOW) == ()
