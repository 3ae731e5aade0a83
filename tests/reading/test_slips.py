"""Slips of the thumb in date words are read as they are meant, and places in the text stay true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.tuesday import NOW

from assistant.reading.dates import dates
from assistant.reading.dates.slips import written_out

WORDS = st.sampled_from(
    ["tmrw", "nxt", "Thurday", "c.o.b.", "by", "wk", "send", "it", "b4", "13", "Novemeber", "2moro,", "\n"]
)


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("nxt thurday", "next thursday"),
        ("Tmrw pls", "Tomorrow pls"),
        ("by c.o.b. Friday", "by cob Friday"),
        ("by c.o.b. Then call", "by cob. Then call"),
        ("in 2 wks", "in 2 weeks"),
        ("ask Tomo", "ask Tomo"),
        ("tmrw@example.org", "tmrw@example.org"),
        ("www.wk.example.org", "www.wk.example.org"),
        ("the weekday", "the weekday"),
    ],
)
def test_a_slip_is_written_out(given_: str, meant: str) -> None:
    assert written_out(given_)[0] == meant


def test_a_date_is_found_where_it_stands() -> None:
    text = "Send it nxt wensday, pls, and call tmrw."
    assert [text[one.start : one.end] for one in dates(text, NOW)] == ["nxt wensday", "tmrw"]


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=60))
def test_places_in_the_text_stay_in_order_and_within_it(text: str) -> None:
    new, place = written_out(text)
    places = [place(n) for n in range(len(new) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(text)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_what_is_written_out_stays_as_it_is(text: str) -> None:
    new, _ = written_out(text)
    assert written_out(new)[0] == new
