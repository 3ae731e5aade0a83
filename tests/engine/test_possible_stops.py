"""What may be a wish to be left alone holds everything back until the protégé has said what it is (`policy.md`)."""

from __future__ import annotations

import pytest
from engine.approving import held, says
from engine.house import ADA, MINERVA, House, contacted, writes

from assistant.mentoring.letters import Letter

DAY = 24 * 60
POSSIBLE = (
    "I thought I was clear the first time.",
    "My silence was my answer. Please take it as such.",
    "No thank you, and please no follow-ups.",
    "If this carries on I'll talk to your university about it.",
    "Do not respond to this message.",
    "Nothing you could write would interest me.",
    "DNC.",
)


def waiting(house: House) -> list[Letter]:
    """What is drafted or approved for Minerva."""
    return [x for x in house.book.letters if x.person == "minerva" and not x.to_protege and not x.final]


@pytest.mark.parametrize("text", POSSIBLE)
def test_a_possible_stop_is_asked_and_named_as_such(house: House, text: str) -> None:
    contacted(house)
    said = writes(house, text)
    assert "YES, LATER or NO?" in said
    assert "wish to be left alone" in said
    assert text in said.replace("> ", "")


@pytest.mark.parametrize("text", [*POSSIBLE, "Hm.", "The bus stop is in front of the building."])
def test_nothing_is_drafted_or_sent_while_the_protege_says_nothing(house: House, text: str) -> None:
    contacted(house)
    writes(house, text)
    for _ in range(60):
        house.cycle(DAY)
        assert waiting(house) == []
    assert len(house.to(MINERVA)) == 1


def test_a_second_note_on_hold_stays_at_home(house: House) -> None:
    contacted(house)
    for _ in range(9):
        house.cycle(DAY)
    assert [x.rung for x in waiting(house)] == [1]
    says(house, "SEND")
    assert len(held(house)) == 1
    assert "withdrawn" in writes(house, "As I said before, no. Please respect that.")
    for _ in range(10):
        house.cycle(DAY)
    assert waiting(house) == []
    assert len(house.to(MINERVA)) == 1


def test_a_thanks_on_hold_waits_for_the_proteges_word(house: House) -> None:
    contacted(house)
    says(house, "thank Minerva: she introduced me to Lee and I got the pilot", fresh=True)
    says(house, "SEND")
    assert len(held(house)) == 1
    writes(house, "It makes me uncomfortable that you keep reaching out.")
    for _ in range(10):
        house.cycle(DAY)
    assert len(house.to(MINERVA)) == 1


def test_answered_stop_ends_contact_for_good(house: House) -> None:
    contacted(house)
    writes(house, "My silence was my answer. Please take it as such.")
    house.says("ANSWERED STOP", answers=ADA)
    house.cycle(1)
    assert house.book.people[0].do_not_contact == "stop"
    assert waiting(house) == []
    house.cycle(60 * DAY)
    assert len(house.to(MINERVA)) == 1


def test_a_possible_stop_from_an_unknown_address_is_no_stop_of_hers_until_it_is_read(house: House) -> None:
    contacted(house)
    house.says("My silence was my answer. Please take it as such.", who="mallory@example.org", answers=MINERVA)
    house.cycle(1)
    says(house, "YES")
    assert house.book.people[0].do_not_contact == ""
    for _ in range(30):
        house.cycle(DAY)
    assert len(house.to(MINERVA)) == 1
