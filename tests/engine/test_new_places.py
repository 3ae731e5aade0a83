"""A meeting at another place, and meetings in an absence: shown, and changed on Ada's word alone (L29, S6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from engine.approving import coffee, says
from engine.house import House
from engine.meeting_life import agreed, body, calendar, line, sends, series, waits


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


def test_of_a_series_it_is_asked_whether_one_or_all_and_nothing_changes(house: House) -> None:
    series(house)
    told = says(house, "change the place to the library", fresh=True)
    assert "only the meeting of Tue 1 Dec 16:00 at another place, or all of them?" in told
    assert not house.book.pending()
    one = "CHANGE THE PLACE OF THE MEETING OF 2026-12-01 16:00 WITH Minerva M TO the library"
    assert one.replace(" ", "%20").replace(":", "%3A") in told.replace(":00%20", "%3A00%20")
    assert "Tue 1 Dec at 16:00, this one only" in says(house, one, fresh=True)
    told = says(house, "CHANGE THE PLACE OF THE SERIES WITH Minerva M TO the library", fresh=True)
    assert "and all after it" in told


@pytest.mark.parametrize(
    ("words", "place", "utc"),
    [
        ("next meeting at Café Luna", "Café Luna", "20261201T160000"),
        ("place for 5 january: her office", "her office", "20270105T160000"),
        ("the 1 december one is online: https://example.org/room", "online: https://example.org/room",
         "20261201T160000"),
    ],
)  # fmt: skip
def test_one_of_a_series_is_at_another_place_and_all_others_stay(
    house: House, words: str, place: str, utc: str
) -> None:
    series(house)
    assert "this one only" in says(house, words, fresh=True)
    known = house.book.meetings[0]
    assert known.changes == ()
    update = sends(house)
    event = calendar(update)
    assert (line(event, "LOCATION"), line(event, "SEQUENCE"), line(event, "RECURRENCE-ID")) == (place, "1", utc)
    assert "RRULE:FREQ=MONTHLY" not in event
    assert f"Now: {place}" in body(update)
    assert "All others stay where they are." in body(update)
    assert place in body(house.last["ada@example.org"])
    [meeting] = house.book.meetings
    assert (meeting.place, meeting.changes[0].place, meeting.sequence) == ("", place, 1)


def test_a_meeting_that_is_elsewhere_keeps_its_place_when_it_moves_and_its_time_when_its_place_changes(
    house: House,
) -> None:
    series(house)
    says(house, "place for 5 january: her office", fresh=True)
    sends(house)
    says(house, "move the january meeting to 7 january 15:00", fresh=True)
    event = calendar(sends(house))
    assert (line(event, "LOCATION"), line(event, "SEQUENCE")) == ("her office", "2")
    assert "DTSTART;TZID=Europe/Madrid:20270107T150000" in event
    says(house, "the january one is online", fresh=True)
    event = calendar(sends(house))
    assert (line(event, "LOCATION"), line(event, "SEQUENCE")) == ("online", "3")
    assert "DTSTART;TZID=Europe/Madrid:20270107T150000" in event


def test_another_place_for_all_leaves_one_that_has_its_own(house: House) -> None:
    series(house)
    says(house, "place for 5 january: her office", fresh=True)
    sends(house)
    told = says(house, "we meet at Café Luna from now on", fresh=True)
    assert "Tue 5 Jan 16:00 stays at her office" in told
    event = calendar(sends(house))
    assert event.count("LOCATION:Café Luna") == 1
    assert event.count("LOCATION:her office") == 1
    assert "what stands elsewhere in the calendar stays there" in body(house.last["minerva@example.org"])


def test_from_a_later_month_on_what_comes_before_stays_where_it_was(house: House) -> None:
    series(house)
    says(house, "the place of all meetings is Café Luna", fresh=True)
    sends(house)
    waits(house, 1)
    told = says(house, "from february we meet at her office", fresh=True)
    assert "ANOTHER PLACE for Minerva M: Café Luna → her office, Tue 2 Feb 2027 at 16:00 and all after it" in told
    assert "Tue 5 Jan 16:00 stays at Café Luna" in told
    sends(house)
    [meeting] = house.book.meetings
    places = [meeting.place_of(at) for at, _ in meeting.occurrences(house.at, house.at + timedelta(days=100))]
    assert places == ["Café Luna", "Café Luna", "her office"]


def test_the_place_of_a_series_that_has_begun_changes_too(house: House) -> None:
    series(house, "meet weekly tue 16:00 45min")
    waits(house, 9)
    says(house, "the place of all meetings is Café Luna", fresh=True)
    assert line(calendar(sends(house)), "LOCATION") == "Café Luna"


def test_who_keeps_her_calendar_hears_of_the_place_too(house: House) -> None:
    series(house)
    says(house, "add pat@example.org to the series", fresh=True)
    house.says("SEND", answers="ada@example.org")
    waits(house, 1)
    for words in ("next meeting at Café Luna", "the place of all meetings is the library"):
        says(house, words, fresh=True)
        house.says("SEND", answers="ada@example.org")
        waits(house, 1)
        got = house.last["pat@example.org"]
        assert "Now: " in body(got)
        assert line(calendar(got), "LOCATION") in words


def test_the_place_of_a_series_that_has_not_left_is_in_its_invite(house: House) -> None:
    agreed(house)
    says(house, "meet Minerva monthly first tue 16:00 45min", fresh=True)
    told = says(house, "change the place of the series to Café Luna", fresh=True)
    assert "INVITE for Minerva M: every first Tuesday of the month" in told
    assert len(house.book.pending()) == 1
    assert line(calendar(sends(house)), "LOCATION") == "Café Luna"


def test_the_place_that_it_has_needs_no_letter(house: House) -> None:
    coffee(house)
    assert "at Café Luna already" in says(house, "change the place to Café Luna", fresh=True)


def test_an_absence_names_the_meetings_in_it_and_cancels_none(house: House) -> None:
    series(house)
    told = says(house, "I'm away in December, skip that one", fresh=True)
    assert "A meeting stands in it, and stays until you say CANCEL or MOVE:" in told
    assert "- Minerva, Tue 1 Dec 16:00" in told
    assert "CANCEL" in told.split("[Cancel", 1)[1]
    assert not house.book.pending()
