"""What Minerva writes beside her invite or its cancellation: Ada reads it, and the times in it wait for her choice."""

from __future__ import annotations

import pytest
from engine.approving import says
from engine.house import House, contacted, told
from engine.programs import hers, program

NEW_TIMES = "Something came up. Could we do Tuesday 24 November at 10 or Thursday 26 November at 4pm instead?"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=30"
THIRD = "RECURRENCE-ID:20261203T150000Z"


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def test_words_beside_an_invite_are_shown(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"), words="Here is a slot, Ada. Bring your numbers!")
    assert "INVITES YOU: Thu 19 Nov at 16:00" in told(house)
    assert "Bring your numbers!" in told(house)


def test_words_beside_a_cancellation_are_shown_with_the_times_they_propose(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    program(house, "CANCEL", hers("CANCEL", sequence=1, minute=5), words=NEW_TIMES)
    assert "CANCELLED Thu 19 Nov at 16:00" in told(house)
    assert "Something came up." in told(house)
    assert "Minerva proposes Tue 24 Nov 10:00 or Thu 26 Nov 16:00" in told(house)


def test_a_day_chosen_of_those_times_is_the_invite(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    program(house, "CANCEL", hers("CANCEL", sequence=1, minute=5), words=NEW_TIMES)
    said = says(house, "thu")
    assert "INVITE for Minerva" in said
    assert "Thu 26 Nov at 16:00" in said


def test_words_beside_one_cancelled_date_of_a_series_are_shown(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST", "20261119T150000", WEEKLY))
    one = hers("CANCEL", "20261203T150000", THIRD, sequence=1, minute=5)
    program(house, "CANCEL", one, words="I am in Oslo that day. Friday 4 December at 11 would work.")
    assert "I am in Oslo that day." in told(house)
    said = says(house, "yes")
    assert "Fri 4 Dec at 11:00" in said
    assert all(change.cancelled for change in house.book.meetings[0].changes)


def test_words_beside_an_update_that_changes_nothing_are_not_lost(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    program(house, "REQUEST", hers("REQUEST", sequence=1, minute=5), words="Please read chapter two before we meet.")
    assert "Please read chapter two before we meet." in told(house)


def test_what_calendar_programs_write_is_nobodys_words(house: House) -> None:
    google = "You have been invited to the following event.\n\nPricing talk\nWhen: Thu 19 Nov 15:00 – 15:30 GMT\n"
    program(house, "REQUEST", hers("REQUEST"), words=google)
    assert "INVITES YOU" in told(house)
    assert "following event" not in told(house)
    program(house, "CANCEL", hers("CANCEL", sequence=1, minute=5), words="This event has been cancelled.\n")
    assert "CANCELLED" in told(house)
    assert "This event" not in told(house)
    assert "proposes" not in told(house)


def test_her_own_time_said_beside_her_invite_is_no_other_time(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"), words="See you on Thursday 19 November at 3pm, London time.")
    assert "proposes" not in told(house)
    assert house.book.people[0].offered == ()


def test_a_stop_beside_a_cancellation_is_a_stop(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    program(house, "CANCEL", hers("CANCEL", sequence=1, minute=5), words="Please stop writing to me.")
    assert house.book.people[0].do_not_contact == "stop"
