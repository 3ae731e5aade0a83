"""Minerva takes one of the times that Ada's own letter offered, by its place in the row (R9, P52)."""

from __future__ import annotations

import re

import pytest
from engine.approving import coffee, says
from engine.house import MINERVA, House, told
from engine.meeting_life import answers_invite, body, sends

OFFERED = re.compile(r"^- (?P<day>\w{3} \d{1,2} \w{3})(?: \d{4})? at (?P<clock>\d\d:\d\d)", re.MULTILINE)


def offered(house: House) -> list[tuple[str, str]]:
    """The three times that Minerva, who declined a coffee, was offered."""
    coffee(house)
    answers_invite(house, "DECLINED")
    return OFFERED.findall(body(sends(house)))


def answers(house: House, text: str) -> str:
    house.says(f"{text}\n\nMinerva", who=MINERVA, answers=MINERVA)
    house.cycle(1)
    return told(house)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one works", 1),
        ("The first, please.", 0),
        ("second option is best for me", 1),
        ("the last one would be great", 2),
        ("#2", 1),
        ("Third works. Looking forward!", 2),
    ],
)
def test_the_place_names_the_time_and_one_word_takes_it(house: House, text: str, place: int) -> None:
    day, clock = offered(house)[place]
    said = answers(house, text)
    assert f"{day} {clock}" in said
    assert f"Wed 18 Nov at 15:00 → {day} at {clock}" in says(house, "yes")


@pytest.mark.parametrize("text", ["either works", "Whichever suits you", "any of them is fine"])
def test_all_of_them_are_adas_choice(house: House, text: str) -> None:
    times = offered(house)
    said = answers(house, text)
    assert all(f"{day} {clock}" in said for day, clock in times)
    assert house.book.pending("minerva") == ()
    day, clock = times[1]
    assert f"→ {day} at {clock}" in says(house, "the second one")


@pytest.mark.parametrize("text", ["not the first one", "the second, if we make it short", "All the best", "talk later"])
def test_what_says_more_or_less_takes_none(house: House, text: str) -> None:
    times = offered(house)
    said = answers(house, text)
    assert not any(f"MOVE%20TO%20{clock}" in said or f"{day} {clock}" in said for day, clock in times)


def test_after_another_letter_the_places_mean_nothing(house: House) -> None:
    times = offered(house)
    says(house, "EDIT\nHi Minerva,\n\nthank you for your patience, I will write again soon.\n\nAda Byron")
    sends(house)
    said = answers(house, "the second one works")
    assert not any(f"{day} {clock}" in said for day, clock in times)
