"""Minerva's invite names the assistant alone: Ada hears so, and the date comes for her own calendar (R9, S10)."""

from __future__ import annotations

import re

import pytest
from engine.approving import says
from engine.house import ADA, House, contacted, parsed, told
from engine.meeting_life import calendar
from engine.programs import hers, program


@pytest.fixture
def house(house: House) -> House:
    return contacted(house)


def to_us(method: str, *lines: str, start: str = "20261119T150000", sequence: int = 0, minute: int = 0) -> str:
    text = hers(method, start, *lines, sequence=sequence, minute=minute)
    return text.replace("mailto:ada@example.org", "mailto:assistant@example.org")


def heard(house: House, count: int) -> list[str]:
    """The last mails to Ada, as text."""
    bodies = [parsed(mail.raw).get_body(("plain",)) for mail in house.to(ADA)[-count:]]
    return [str(body.get_content()) for body in bodies if body is not None]


def test_ada_hears_that_it_is_not_in_her_calendar_and_gets_the_date(house: House) -> None:
    program(house, "REQUEST", to_us("REQUEST", "LOCATION:Room 4"))
    came, date = heard(house, 2)
    assert "It names only me" in came
    assert "Nobody has answered Minerva yet" in came
    assert "answer it in your calendar" not in came
    assert "FOR YOUR CALENDAR ALONE: Thu 19 Nov" in date
    assert re.search(r"^DTSTART:20261119T150000Z\r?\nDTEND:20261119T153000Z", calendar(house.last[ADA]), re.MULTILINE)
    assert "ATTENDEE" in calendar(house.last[ADA])
    assert "minerva@example.org" not in calendar(house.last[ADA])


def test_her_move_moves_the_date_and_her_cancellation_takes_it_out(house: House) -> None:
    program(house, "REQUEST", to_us("REQUEST"))
    program(house, "REQUEST", to_us("REQUEST", start="20261120T100000", sequence=1, minute=5))
    moved, date = heard(house, 2)
    assert "MOVED Thu 19 Nov at 16:00 → Fri 20 Nov at 11:00" in moved
    assert "I put your calendar right" in moved
    assert "FOR YOUR CALENDAR ALONE: Fri 20 Nov" in date
    program(house, "CANCEL", to_us("CANCEL", start="20261120T100000", sequence=2, minute=6))
    off, date = heard(house, 2)
    assert "Their own mail changes your calendar" not in off
    assert "OUT OF YOUR CALENDAR: Fri 20 Nov" in date


def test_of_a_series_ada_is_told_to_put_it_there_herself(house: House) -> None:
    program(house, "REQUEST", to_us("REQUEST", "RRULE:FREQ=WEEKLY;COUNT=10"))
    assert "put the series there yourself" in told(house)
    assert house.book.private_dates == ()


def test_an_update_that_names_ada_takes_our_date_out_again(house: House) -> None:
    program(house, "REQUEST", to_us("REQUEST"))
    program(house, "REQUEST", hers("REQUEST", sequence=1, minute=5), words="I added Ada.")
    assert not house.book.meetings[0].only_ours
    assert all(one.off for one in house.book.private_dates)


def test_her_own_words_answer_minerva(house: House) -> None:
    program(house, "REQUEST", to_us("REQUEST"))
    house.last[ADA] = parsed(house.to(ADA)[-2].raw)
    said = says(house, "EDIT\n\nHi Minerva,\n\nthank you, I will be there.\n\nAda Byron")
    assert "I will be there" in said
    assert "SEND" in said
