"""Moving and cancelling in the words that people use: the meeting that is meant is found, or asked for with taps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import approved, says
from engine.house import ADA, MINERVA, House
from engine.meeting_life import body, calendar, line, sends, series


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A series from Tue 1 Dec 16:00 on, and a single meeting before it: Thu 19 Nov 11:00."""
    with House(tmp_path) as house:
        series(house)
        says(house, "meet Minerva 19 Nov 11:00", fresh=True)
        sends(house)
        yield house


@pytest.fixture
def coffee(tmp_path: Path) -> Iterator[House]:
    """One coffee: Thu 12 Nov 15:00."""
    with House(tmp_path) as house:
        approved(house)
        house.cycle(30)
        says(house, "coffee with Minerva 12 Nov 15:00 Café Luna")
        sends(house)
        yield house


@pytest.mark.parametrize("words", ["cancel the whole series with Minerva", "cancel our series", "cancel the series"])
def test_the_whole_series_is_meant_where_a_single_meeting_comes_first(house: House, words: str) -> None:
    assert "the whole series, from Tue 1 Dec at 16:00 on" in says(house, words, fresh=True)
    text = calendar(sends(house))
    assert line(text, "METHOD") == "CANCEL"
    assert "RECURRENCE-ID" not in text
    assert [m.state for m in house.book.meetings if m.rrule] == ["cancelled"]
    assert [m.state for m in house.book.meetings if not m.rrule] == ["invited"]


def test_a_name_alone_is_asked_which_meeting(house: House) -> None:
    said = says(house, "cancel Minerva", fresh=True)
    assert "WHICH MEETING?" in said
    assert "Thu 19 Nov at 11:00" in said
    assert "Tue 1 Dec at 16:00" in said
    assert house.book.pending("minerva") == ()
    assert "Tue 1 Dec at 16:00, this one only" in says(house, "CANCEL THE MEETING OF 2026-12-01 16:00 WITH Minerva M")


def test_a_day_names_the_meeting(house: House) -> None:
    assert "Tue 1 Dec at 16:00, this one only" in says(house, "cancel the meeting on 1 december", fresh=True)
    assert "Tue 5 Jan 2027 at 16:00 → Thu 7 Jan 2027 at 10:00" in says(
        house, "move the meeting of 5 jan to 7 jan 2027 10:00", fresh=True
    )


def test_a_day_without_a_meeting_is_asked(house: House) -> None:
    said = says(house, "reschedule tomorrow's meeting to friday 13 november 10:00", fresh=True)
    assert "I know none on that day" in said
    assert "MOVE%20THE%20MEETING%20OF%202026-11-19%2011%3A00%20WITH%20Minerva%20M%20TO%202026-11-13%2010%3A00" in said


@pytest.mark.parametrize(
    "words",
    [
        "move Minerva to fri 13 nov 11:00",
        "move the coffee to fri 13 nov 11:00",
        "reschedule thursday's coffee to fri 13 nov at 11",
        "please move our coffee with Minerva to friday 13 november 11:00, thanks",
        "I need to move the meeting with Minerva on 12 Nov to 13 Nov 11:00",
        "can we push the coffee to 13 Nov 11:00",
    ],
)
def test_one_meeting_is_moved_however_it_is_called(coffee: House, words: str) -> None:
    assert "Thu 12 Nov at 15:00 → Fri 13 Nov at 11:00" in says(coffee, words, fresh=True)


@pytest.mark.parametrize(
    "words",
    ["cancel Minerva", "cancel coffee with minerva", "cancel the coffee", "cancel next", "call off the coffee please"],
)
def test_one_meeting_is_cancelled_however_it_is_called(coffee: House, words: str) -> None:
    assert "CANCELLATION for Minerva M: Thu 12 Nov at 15:00" in says(coffee, words, fresh=True)


def test_an_hour_later_is_an_hour_later(coffee: House) -> None:
    said = says(coffee, "can we do the coffee with Minerva an hour later", fresh=True)
    assert "Thu 12 Nov at 15:00 → Thu 12 Nov at 16:00" in said


def test_a_week_names_the_meeting_in_it_and_no_other(coffee: House) -> None:
    assert "CANCELLATION for Minerva M: Thu 12 Nov at 15:00" in says(coffee, "cancel next week's coffee", fresh=True)
    says(coffee, "SKIP")
    while coffee.at.day < 10:
        coffee.cycle(120)
    coffee.says("cancel next week's coffee")
    coffee.cycle(1)
    assert "WHICH MEETING?" in body(coffee.last[ADA])


def test_a_whole_series_that_moves_is_shown_old_and_new(house: House) -> None:
    said = says(house, "move all meetings to wednesday", fresh=True)
    assert "Now: every first Wednesday of the month at 16:00, 45 minutes" in said


def test_a_reason_goes_into_the_letter(coffee: House) -> None:
    says(coffee, "cancel the coffee because I am moving house that day", fresh=True)
    assert "I am moving house that day" in coffee.book.pending("minerva")[0].text


def test_i_cannot_make_it_today_is_no_apology_for_another_day(coffee: House) -> None:
    said = says(coffee, "cant make it today sorry, sick", fresh=True)
    assert "WHICH MEETING? I know none on that day." in said
    assert coffee.book.pending("minerva") == ()
    assert "APOLOGY for Minerva M: you can't make Thu 12 Nov at 15:00" in says(
        coffee, "I CAN'T COME ON 2026-11-12 WITH Minerva M"
    )


def test_i_cannot_make_it_on_the_day_is_an_apology_at_once(coffee: House) -> None:
    while coffee.at.day < 12:
        coffee.cycle(120)
    said = says(coffee, "cant make it today sorry, sick", fresh=True)
    assert "APOLOGY for Minerva M: you can't make Thu 12 Nov at 15:00" in said
    assert "CANCEL" in calendar(sends(coffee))


@pytest.mark.parametrize("words", ["cancel the newsletter", "move the sofa to the left", "change the subject to hello"])
def test_other_things_are_no_meetings(coffee: House, words: str) -> None:
    before = coffee.book.meetings
    says(coffee, words, fresh=True)
    assert coffee.book.meetings == before
    assert coffee.book.pending("minerva") == ()


def test_an_invite_at_short_notice_is_asked_first(coffee: House) -> None:
    said = says(coffee, "meet Minerva tomorrow 11:00", fresh=True)
    assert "TOO SOON?" in said
    assert coffee.book.pending("minerva") == ()
    assert "INVITE for Minerva M" in says(coffee, "meet Minerva tomorrow 11:00, as agreed", fresh=True)
    assert "11:00" in body(sends(coffee))


def test_an_invite_that_waited_until_it_came_too_near_is_asked_again(house: House) -> None:
    says(house, "meet Minerva 26 Nov 11:00", fresh=True)
    shown = house.last[ADA]
    invite = house.book.pending("minerva")[-1]
    while house.at.day != 25:
        house.cycle(60)
        if not house.book.pending("minerva"):
            break
    house.last[ADA] = shown
    before = len(house.to(MINERVA))
    said = says(house, f"SEND {invite.code}")
    for _ in range(24):
        house.cycle(60)
    assert "has come too near" in said or "expired" in said or "no longer" in said.lower(), said
    assert len(house.to(MINERVA)) == before
