"""Five business days between two attempts, counted from sending, over the holidays of both sides (`policy.md`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mentoring.people import MADRID, POLICY, ada, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.days import is_year_end
from assistant.mentoring.ladder import due_on
from assistant.mentoring.letters import Kind, Letter
from assistant.mentoring.outbox import earliest
from assistant.mentoring.person import Ladder

HOME = ZoneInfo(MADRID)
COUNTRIES = ("ES-MD", "GB", "US", "DE", "AE", "IL", "IN", "BR", "")


def sent_on(day: date, country: str) -> Book:
    """Minerva's first note left at 10:00 of that day; she lives in this country."""
    left = datetime.combine(day, time(10), HOME).astimezone(UTC)
    return ada(minerva(country=country, ladder=Ladder(rung=0, started=left, last=left)))


def works(day: date, country: str) -> bool:
    """Whether people of this country work that day, by the same public calendar but in words of its own."""
    if not country:
        return True
    name, _, part = country.partition("-")
    known = holidays.country_holidays(name, subdiv=part or None)
    return day not in known and day.weekday() not in known.weekend


def waited(first: date, last: date, country: str) -> int:
    span = (last - first).days
    days = [first + timedelta(days=n) for n in range(1, span + 1)]
    return sum(works(day, "ES-MD") and works(day, country) for day in days)


@pytest.mark.parametrize(
    ("sent", "country", "due"),
    [
        (date(2026, 11, 3), "", date(2026, 11, 10)),  # nothing in between; Mon 9 Nov is a holiday of Madrid
        (date(2026, 10, 8), "", date(2026, 10, 16)),  # 12 October: a holiday of hers (Spain)
        (date(2026, 11, 23), "US", date(2026, 12, 1)),  # Thanksgiving: one of his
        (date(2026, 11, 24), "GB", date(2026, 12, 1)),
        (
            date(2026, 3, 31),
            "GB",
            date(2026, 4, 9),
        ),  # Maundy Thursday in Madrid, Good Friday in both, Easter Monday in GB
    ],
)
def test_holidays_of_either_side_are_no_business_days(sent: date, country: str, due: date) -> None:
    book = sent_on(sent, country)
    found = due_on(book, book.people[0], 1, POLICY)
    assert waited(sent, found, country) >= 5
    assert found >= due


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2029, 12, 31)), st.sampled_from(COUNTRIES))
def test_the_second_attempt_is_due_on_the_fifth_common_business_day(sent: date, country: str) -> None:
    book = sent_on(sent, country)
    found = due_on(book, book.people[0], 1, POLICY)
    assert waited(sent, found, country) == 5
    assert works(found, "ES-MD")
    assert works(found, country)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2029, 12, 31)), st.sampled_from(COUNTRIES), st.integers(0, 20))
def test_whenever_it_is_approved_it_leaves_no_sooner_and_on_a_day_of_both(sent: date, country: str, after: int) -> None:
    book = sent_on(sent, country)
    approved = datetime.combine(sent + timedelta(days=after), time(11), HOME).astimezone(UTC)
    smaller = Letter("l", Kind.ATTEMPT, "person/smaller", "person/minerva", "m@example.org", "Hi", "Hi", "d", approved)
    leaves = earliest(book, replace(smaller, person="minerva", rung=1), approved, POLICY).astimezone(HOME)
    assert waited(sent, leaves.date(), country) >= 5
    assert works(leaves.date(), "ES-MD")
    assert works(leaves.date(), country)
    assert 9 <= leaves.hour < 17
    assert not is_year_end(leaves.date())


def test_an_absence_of_the_protege_is_no_waiting() -> None:
    book = sent_on(date(2026, 11, 3), "")
    away = replace(book, protege=replace(book.protege, away=((date(2026, 11, 4), date(2026, 11, 13)),)))
    assert due_on(away, away.people[0], 1, POLICY) == date(2026, 11, 20)
