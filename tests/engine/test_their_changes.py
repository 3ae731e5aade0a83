"""Minerva's own invite is the meeting: prepared, never doubled; its changes are told old → new in Ada's zone."""

from __future__ import annotations

import pytest
from engine.house import ADA, MINERVA, House, contacted, told
from engine.programs import hers, program

WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=30"
THIRD = "RECURRENCE-ID:20261203T150000Z"


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def event(text: str) -> str:
    """The VEVENT of a calendar, to stand beside another."""
    return text[text.index("BEGIN:VEVENT") : text.index("END:VCALENDAR")]


def beside(*texts: str) -> str:
    """One message of several occurrences."""
    return texts[0].replace("END:VCALENDAR", "".join(event(text) for text in texts[1:]) + "END:VCALENDAR")


def test_her_invite_is_prepared_and_notes_are_asked_for(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    assert "INVITES YOU: Thu 19 Nov at 16:00" in told(house)
    subjects = [mail["Subject"] for _ in range(17 * 24 // 6) for mail in house.cycle(360)]
    (meeting,) = house.book.meetings
    assert (len(meeting.prepared), len(meeting.prompted)) == (1, 1), subjects


def test_a_move_says_old_and_new(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    program(house, "REQUEST", hers("REQUEST", "20261120T100000", sequence=1, minute=5))
    assert "MOVED Thu 19 Nov at 16:00 → Fri 20 Nov at 11:00" in told(house)


def test_another_place_and_length_at_the_same_time_are_told(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST", "20261119T150000", "LOCATION:Room 4"))
    text = hers("REQUEST", "20261119T150000", "LOCATION:Room 5", sequence=1, minute=5)
    program(house, "REQUEST", text.replace("T153000", "T154500"))
    assert "CHANGED Thu 19 Nov at 16:00; the time stays" in told(house)
    assert "Place: Room 4 → Room 5." in told(house)
    assert "Length: 30 → 45 minutes." in told(house)


def test_the_same_once_more_is_not_told(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"))
    before = len(house.to(ADA))
    program(house, "REQUEST", hers("REQUEST", sequence=1, minute=5))
    assert len(house.to(ADA)) == before


def test_every_date_of_one_message_is_told(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST", "20261119T150000", WEEKLY))
    moved = hers("REQUEST", "20261204T150000", THIRD, sequence=1, minute=5)
    other = hers("REQUEST", "20261211T150000", "RECURRENCE-ID:20261210T150000Z", sequence=1, minute=5)
    program(house, "REQUEST", beside(moved, other))
    assert "MOVED Thu 3 Dec at 16:00 → Fri 4 Dec at 16:00" in told(house)
    assert "- Thu 10 Dec at 16:00 → Fri 11 Dec at 16:00" in told(house)


def test_a_list_of_dates_ends_with_how_many_more(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST", "20261119T150000", WEEKLY))
    days = [(3, 12), (10, 12), (17, 12), (24, 12), (31, 12), (7, 1), (14, 1)]
    texts = []
    for day, month in days:
        year = 2026 if month == 12 else 2027
        at = f"{year}{month:02}{day:02}"
        texts.append(hers("REQUEST", f"{at}T160000", f"RECURRENCE-ID:{at}T150000Z", sequence=1, minute=5))
    program(house, "REQUEST", beside(*texts))
    assert told(house).count("→") == 5
    assert "- and 2 more" in told(house)


def test_one_that_she_cancels_is_one(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST", "20261119T150000", WEEKLY))
    program(house, "CANCEL", hers("CANCEL", "20261203T150000", THIRD, sequence=1, minute=5))
    assert "CANCELLED Thu 3 Dec at 16:00" in told(house)
    assert house.book.meetings[0].state == "invited"


def test_the_weeks_in_which_two_clocks_differ_are_named(house: House) -> None:
    text = hers("REQUEST", "20261119T100000", WEEKLY).replace("Europe/London", "America/New_York")
    program(house, "REQUEST", text)
    assert "on Thu 18 Mar 2027 at 15:00, Thu 25 Mar 2027 at 15:00 it is at another hour for you than usual" in told(
        house
    )


def test_our_own_invite_makes_room_for_hers(house: House) -> None:
    house.says("coffee with Minerva 19 Nov 16:00 Café Luna")
    house.cycle(1)
    program(house, "REQUEST", hers("REQUEST"))
    ours, theirs = sorted(house.book.meetings, key=lambda one: bool(one.organizer))
    assert (ours.state, theirs.state, theirs.organizer) == ("cancelled", "invited", MINERVA)
    assert house.book.pending() == ()


def test_ours_that_she_knows_is_taken_back_with_adas_word(house: House) -> None:
    house.says("coffee with Minerva 19 Nov 16:00 Café Luna")
    house.cycle(1)
    house.sends()
    for _ in range(26):
        house.cycle(60)
    program(house, "REQUEST", hers("REQUEST"))
    (draft,) = house.book.pending()
    assert (draft.method, draft.template) == ("CANCEL", "invite/doubled")
    upcoming = [m for m in house.book.meetings if m.state == "invited" and m.next(house.at)]
    assert len(upcoming) == 2  # until ours is cancelled by her SEND


def test_a_forward_of_hers_is_hers(house: House) -> None:
    program(house, "REQUEST", hers("REQUEST"), who=ADA)
    (meeting,) = house.book.meetings
    assert (meeting.organizer, meeting.state) == (MINERVA, "invited")
    program(house, "REQUEST", hers("REQUEST", "20261120T100000", sequence=1, minute=5), who=ADA)
    assert "MOVED Thu 19 Nov at 16:00 → Fri 20 Nov at 11:00" in told(house)


def test_our_copy_of_a_move_says_old_and_new(house: House) -> None:
    house.says("coffee with Minerva 19 Nov 16:00 Café Luna")
    house.cycle(1)
    house.sends()
    for _ in range(26):
        house.cycle(60)
    house.says("move to fri 20 nov 11:00")
    house.cycle(1)
    house.sends()
    for _ in range(30):
        house.cycle(60)
    assert "Thu 19 Nov at 16:00 → Fri 20 Nov at 11:00" in told(house)
