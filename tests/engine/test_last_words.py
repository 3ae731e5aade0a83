"""The last words of a person: a complaint ends contact for good, a farewell asks nothing of anybody."""

from __future__ import annotations

import pytest
from engine.approving import says
from engine.house import MINERVA, House, contacted, writes

DAY = 24 * 60


def thanked(house: House) -> None:
    """Minerva has a thanks of Ada's."""
    contacted(house)
    says(house, "thank Minerva: she introduced me to Lee and I got the pilot", fresh=True)
    house.sends()
    house.cycle(DAY)
    assert len(house.to(MINERVA)) == 2


@pytest.mark.parametrize("text", ["This is spam, I am reporting it", "reported", "Reported as spam."])
def test_a_complaint_ends_contact_for_good(house: House, text: str) -> None:
    contacted(house)
    writes(house, text)
    assert house.book.people[0].do_not_contact == "stop"
    says(house, "thank Minerva: she answered", fresh=True)
    house.cycle(60 * DAY)
    assert len(house.to(MINERVA)) == 1


@pytest.mark.parametrize(
    "text", ["You're welcome, good luck!", "My pleasure. Good luck!", "Good luck with it", "de nada, suerte!"]
)
def test_a_farewell_after_thanks_is_told_and_nothing_is_asked(house: House, text: str) -> None:
    thanked(house)
    said = writes(house, text)
    assert "YES, LATER or NO" not in said
    assert "Nothing is needed" in said or "thank" in said.lower()
    assert house.book.questions == ()
    assert house.book.people[0].paused == ""


@pytest.mark.parametrize("text", ["no problem, good luck", "Good luck with it"])
def test_luck_alone_in_answer_to_a_first_note_is_asked(house: House, text: str) -> None:
    contacted(house)
    assert "YES, LATER or NO?" in writes(house, text)
