"""A SEND that answers no mail is about the draft that Ada saw last: a second SEND never lets an older one go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import held, says
from engine.house import ADA, MINERVA, House, told
from engine.meeting_life import agreed


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Two invites wait in Minerva's thread: the series, and after it a single meeting that Ada lets go."""
    with House(tmp_path) as house:
        agreed(house)
        says(house, "meet Minerva monthly first tue 16:00 45min", fresh=True)
        says(house, "meet Minerva 19 Nov 11:00", fresh=True)
        house.says("SEND", answers=ADA)
        house.cycle(1)
        assert [x.meeting for x in held(house)] == [house.book.meetings[-1].uid]
        yield house


def in_the_thread(house: House, text: str) -> None:
    """Ada writes to the thread's address by hand, in answer to no mail."""
    got = house.last[ADA]
    del got["Message-ID"]
    got["Message-ID"] = "<elsewhere@example.org>"
    house.says(text, answers=ADA)


def test_a_second_send_asks_before_an_older_draft_goes(house: House) -> None:
    in_the_thread(house, "SEND")
    house.cycle(1)
    assert len(held(house)) == 1
    assert "Ada and Minerva: our meetings" in told(house)
    assert len(house.book.pending()) == 1
    assert "APPROVED" in says(house, "SEND")
    assert len(held(house)) == 2


def test_also_when_the_newer_one_has_left(house: House) -> None:
    for _ in range(30):
        house.cycle(60)
    before = len(house.to(MINERVA))
    in_the_thread(house, "SEND")
    house.cycle(1)
    assert held(house) == []
    assert len(house.to(MINERVA)) == before


def test_what_was_seen_last_goes_by_one_word(house: House) -> None:
    says(house, "SEND " + house.book.pending()[0].code)
    says(house, "meet Minerva 26 Nov 11:00", fresh=True)
    in_the_thread(house, "SEND")
    house.cycle(1)
    assert "APPROVED" in told(house)
    assert len(held(house)) == 2
    assert len(house.book.pending()) == 0
