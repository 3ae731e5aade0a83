"""The address that the assistant asked for, given as people give it; and names as people type them on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import House

TYPED = (
    "1. lead a pricing team because I love numbers\n2. minerva mcgonagall\n"
    "3. her ProductConf talk on pricing made my team drop our free tier in March"
)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Ada is welcomed and has named Minerva without an address."""
    with House(tmp_path) as house:
        says(house, "hi", fresh=True)
        says(house, TYPED)
        yield house


def test_a_name_typed_small_is_written_as_its_owner_writes_it(house: House) -> None:
    assert house.book.people[0].name == "Minerva McGonagall"


@pytest.mark.parametrize(
    "text",
    [
        "it's minerva.m@example.org",
        "its minerva.m@example.org",
        "minerva.m@example.org",
        "Minerva.M@example.org.",
        "her address is minerva.m@example.org",
        "found it: minerva.m@example.org",
        "oh sorry, here it is: <minerva.m@example.org> thanks",
        "minerva.m@example.org I think",
        "minerva's email is minerva.m@example.org",
        "email: minerva.m@example.org",
    ],
)
def test_an_address_that_was_asked_for_is_taken_and_the_draft_comes(house: House, text: str) -> None:
    said = says(house, text)
    assert house.book.people[0].email == "minerva.m@example.org"
    assert said.startswith("DRAFT for Minerva, first note")


def test_an_address_may_name_its_person_in_a_fresh_mail(house: House) -> None:
    says(house, "minerva's address is minerva.m@example.org", fresh=True)
    assert house.book.people[0].email == "minerva.m@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "I think it's minerva.m@example.org but not sure",
        "is it minerva.m@example.org?",
        "it's minerva.m@example.org or m.mcgonagall@example.org",
        "not minerva.m@example.org",
    ],
)
def test_a_doubtful_address_is_not_taken(house: House, text: str) -> None:
    says(house, text)
    assert house.book.people[0].email == ""


def test_where_an_address_is_known_another_one_in_passing_changes_nothing(house: House) -> None:
    says(house, "minerva.m@example.org")
    says(house, "lee@example.org")
    assert house.book.people[0].email == "minerva.m@example.org"


def test_the_promised_draft_comes_also_where_other_words_stood_between(house: House) -> None:
    says(house, "the weather is nice here")
    assert says(house, "its minerva.m@example.org").startswith("DRAFT for Minerva, first note")
