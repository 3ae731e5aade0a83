"""Days that a notice names, in any language: what is no day of any calendar is no day, and nothing raises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.absence_words import tongue
from assistant.reading.day_mentions import mentions
from assistant.reading.languages import by_language

TONGUES = sorted(by_language("days"))
WRITTEN = date(2026, 10, 7)


@pytest.mark.parametrize("text", ["31.02.2027", "30 february", "2/30/2027", "00.00.0000", "99.99.9999", "31.06.2570"])
def test_what_is_no_day_is_no_mention(text: str) -> None:
    assert [one.day for one in mentions(text, tongue("en"), WRITTEN, "dmy") if one.day] == []


def test_a_year_of_the_thai_calendar_is_ours() -> None:
    assert [one.day for one in mentions("12.11.2569", tongue("th"), WRITTEN, "dmy")] == [date(2026, 11, 12)]


@given(
    st.sampled_from(TONGUES),
    st.integers(0, 99),
    st.integers(0, 99),
    st.integers(0, 99_999),
    st.sampled_from([".", "/", "-"]),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_no_three_numbers_raise_whenever_it_is_written(
    tag: str, first: int, second: int, third: int, mark: str, written: date
) -> None:
    for text in (
        f"{first}{mark}{second}{mark}{third}",
        f"{third}{mark}{second}{mark}{first}",
        f"{first}{mark}{second}",
    ):
        mentions(text, tongue(tag), written, "dmy")
