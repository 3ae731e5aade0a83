"""Ada on a phone: lower case, two things at once, words of her own. Each answer does what she means, or says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import held, says
from engine.house import ADA, MINERVA, House, told

DAY = 24 * 60


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Ada has a first draft for Minerva before her."""
    with House(tmp_path) as house:
        says(house, "hey", fresh=True)
        says(
            house,
            "i want to move from support into pricing, bc i like numbers\nminerva mcgonagall, minerva@example.org\n"
            "her talk made us drop the free tier in march",
        )
        yield house


def second_idea(house: House) -> None:
    """The first note left; a week later the second idea is before Ada."""
    says(house, "send")
    house.cycle(60)
    for _ in range(8):
        house.cycle(DAY)
        if "IDEA for Minerva" in told(house):
            return
    pytest.fail(told(house))


def test_a_reason_behind_bc_is_no_part_of_the_goal(house: House) -> None:
    goal = house.book.goals[0]
    assert (goal.text, goal.why) == ("i want to move from support into pricing", "i like numbers")
    assert "bc i like" not in told(house)


def test_two_changes_in_one_breath_are_one_new_draft(house: House) -> None:
    said = says(house, "can you make it a bit less formal? and shorter pls")
    assert said.startswith("DRAFT for Minerva, changed")
    assert "I did nothing" not in said
    assert len(house.book.pending()) == 1
    assert house.book.pending()[0].values["length"] == "short"
    assert house.book.pending()[0].values["warm"] is True


def test_a_number_for_another_keeps_its_unit(house: House) -> None:
    says(house, "looks good but can you change twenty minutes to 15")
    assert "Would you have 15 minutes" in house.book.pending()[0].text


@pytest.mark.parametrize("words", ["anything yet?", "any news?", "did it go already?", "has she answered yet?"])
def test_a_question_of_how_it_stands_gets_the_status(house: House, words: str) -> None:
    says(house, "send")
    assert "On its way" in says(house, words, fresh=True)
    assert held(house)


def test_give_her_another_week_puts_the_next_idea_off(house: House) -> None:
    second_idea(house)
    said = says(house, "shes probably busy, give her another week")
    assert "Minerva" in said
    assert "did nothing" not in said
    assert not house.book.pending()
    house.cycle(3 * DAY)
    assert len(house.to(MINERVA)) == 1
    assert house.book.people[0].ladder.waits_until is not None


def test_give_her_some_time_asks_until_when(house: House) -> None:
    second_idea(house)
    assert says(house, "give her some more time").startswith("UNTIL WHEN?")


def test_send_to_a_draft_that_expired_says_so_and_how_to_get_it_back(house: House) -> None:
    for _ in range(10):
        house.cycle(DAY)
    assert not house.book.pending()
    house.says("ok send", answers=ADA)
    house.cycle(1)
    assert "that draft has expired. Reply REACH OUT TO Minerva McGonagall" in told(house)


# --- after the talk


@pytest.fixture
def met(tmp_path: Path) -> Iterator[House]:
    """A coffee with Minerva was held an hour ago, and Ada is asked for her notes."""
    with House(tmp_path) as house:
        house.draft_to_minerva()
        house.sends()
        house.cycle(60)
        says(house, "coffee with Minerva 5 Nov 15:00 Café Luna", fresh=True)
        house.sends()
        house.cycle(60)
        house.cycle(2 * DAY + 6 * 60)
        assert told(house).startswith("NOTES of")
        yield house


@pytest.mark.parametrize("words", ["it fits!! yes", "yes, it fits", "she's a great fit", "it really fits well"])
def test_it_fits_is_a_yes_to_the_fit(met: House, words: str) -> None:
    assert "Are you ready to commit?" in says(met, words)
    assert "Subject: " in says(met, "yes im ready")


@pytest.mark.parametrize(
    ("words", "fit"), [("it doesn't fit", "no"), ("not a good fit", "no"), ("not sure it fits", "maybe")]
)
def test_it_does_not_fit_is_a_no_or_a_maybe(met: House, words: str, fit: str) -> None:
    says(met, words)
    assert met.book.people[0].fit == fit


@pytest.mark.parametrize("words", ["ok looks right", "looks good", "all good!", "thats right"])
def test_a_recap_is_taken_in_plain_words_and_nothing_leaves_for_it(met: House, words: str) -> None:
    says(met, "I will interview five customers.\nMinerva will introduce me to Lee.\nPricing is about value.")
    before = len(met.to(MINERVA))
    assert "Taken as it is." in says(met, words)
    met.cycle(DAY)
    assert len(met.to(MINERVA)) == before


def test_she_agreed_to_everything_keeps_the_terms(met: House) -> None:
    says(met, "it fits")
    says(met, "yes")
    assert "AGREED with Minerva" in says(met, "great, she agreed to everything")
