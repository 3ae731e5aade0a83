"""At most one letter a business day to one person, unless it answers what they wrote; never two at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import approved, says
from engine.house import MINERVA, House

DAY = 24 * 60
THANKS = "thank Minerva: she introduced me to Lee and I got the pilot"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """The first note to Minerva left this Tuesday."""
    with House(tmp_path) as house:
        approved(house)
        house.cycle(30)
        assert len(house.to(MINERVA)) == 1
        yield house


def test_a_second_letter_on_the_same_day_goes_on_the_next(house: House) -> None:
    assert "it goes Wed 4 Nov at 09:00" in says(house, THANKS, fresh=True)
    assert "Wed 4 Nov at 09:00" in says(house, "SEND")
    house.cycle(6 * 60)
    assert len(house.to(MINERVA)) == 1
    house.cycle(18 * 60)
    assert len(house.to(MINERVA)) == 2


def test_an_answer_to_what_she_wrote_goes_the_same_day(house: House) -> None:
    house.says("What do you mean by pricing team?", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    says(house, "EDIT\nHi Minerva,\n\nfour people who set our prices.\n\nAda Byron")
    says(house, "SEND")
    house.cycle(30)
    assert len(house.to(MINERVA)) == 2


def test_a_second_letter_after_the_answer_waits_for_the_next_day(house: House) -> None:
    house.says("What do you mean by pricing team?", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    says(house, "EDIT\nHi Minerva,\n\nfour people who set our prices.\n\nAda Byron")
    says(house, "SEND")
    house.cycle(30)
    says(house, THANKS, fresh=True)
    says(house, "SEND")
    house.cycle(60)
    assert len(house.to(MINERVA)) == 2
    house.cycle(DAY)
    assert len(house.to(MINERVA)) == 3


def test_an_invite_waits_for_no_letter(house: House) -> None:
    says(house, "coffee with Minerva 18 Nov 15:00 Café Luna", fresh=True)
    says(house, "SEND")
    house.cycle(60)
    assert len(house.to(MINERVA)) == 2


def test_on_friday_the_second_letter_goes_on_monday(house: House) -> None:
    house.cycle(3 * DAY)
    says(house, THANKS, fresh=True)
    says(house, "SEND")
    house.cycle(30)
    assert len(house.to(MINERVA)) == 2
    assert "Mon 9 Nov" in says(house, "thank Minerva: she sent me her slides and I used the third one", fresh=True)
