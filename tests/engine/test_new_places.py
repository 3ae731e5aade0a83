"""A meeting at another place, and meetings in an absence: shown, and changed on Ada's word alone (L29, S6)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import coffee, says
from engine.house import House
from engine.meeting_life import body, calendar, line, sends, series


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        yield house


def test_a_single_meeting_is_at_the_new_place_once_the_update_has_left(house: House) -> None:
    coffee(house)
    told = says(house, "change the place to the library", fresh=True)
    assert "ANOTHER PLACE for Minerva" in told
    assert house.book.meetings[0].place == "Café Luna"
    update = sends(house)
    assert house.book.meetings[0].place == "the library"
    event = calendar(update)
    assert (line(event, "LOCATION"), line(event, "SEQUENCE")) == ("the library", "1")
    assert "Before: Café Luna" in body(update)


def test_the_place_of_a_whole_series_changes_where_that_is_said(house: House) -> None:
    series(house)
    assert "ANOTHER PLACE" in says(house, "we meet at Café Luna from now on", fresh=True)
    event = calendar(sends(house))
    assert (line(event, "LOCATION"), "RRULE" in event, "RECURRENCE-ID" in event) == ("Café Luna", True, False)


def test_of_one_of_a_series_it_is_asked_and_nothing_changes(house: House) -> None:
    series(house)
    told = says(house, "next meeting by video", fresh=True)
    assert "one place in the calendars" in told
    assert not house.book.pending()
    assert "ANOTHER PLACE" in says(house, "CHANGE THE PLACE OF THE SERIES WITH Minerva M TO video", fresh=True)


def test_the_place_that_it_has_needs_no_letter(house: House) -> None:
    coffee(house)
    assert "at Café Luna already" in says(house, "change the place to Café Luna", fresh=True)


def test_an_absence_names_the_meetings_in_it_and_cancels_none(house: House) -> None:
    series(house)
    told = says(house, "I'm away in December, skip that one", fresh=True)
    assert "A meeting stands in it, and stays until you say CANCEL or MOVE: Minerva, Tue 1 Dec" in told
    assert "CANCEL" in told.split("[Cancel", 1)[1]
    assert not house.book.pending()
