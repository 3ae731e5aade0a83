"""The terms that Minerva names in her yes, and the words by which Ada takes or changes them (L27, L28)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.approving import coffee, says
from engine.house import MINERVA, House, told
from engine.meeting_life import calendar, sends, waits

from assistant.mentoring.person import Stage

YES = "Dear Ada, yes, I would be glad to. Monthly sounds right, Tuesdays at 4 would suit me, 45 minutes."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """They have had their coffee, it fits, and Ada is ready: the proposal is drafted."""
    with House(tmp_path) as house:
        coffee(house)
        waits(house, 16)
        says(house, "fit yes", fresh=True)
        assert "PROPOSAL for Minerva" in says(house, "yes")
        yield house


def answers(house: House, text: str) -> str:
    sends(house)
    house.says(text, who=MINERVA, answers=MINERVA)
    house.cycle(1)
    return told(house)


def test_bare_terms_change_the_proposal(house: House) -> None:
    said = says(house, "6 months monthly please")
    assert "A proposal for 6 months" in said
    assert len(house.book.pending("minerva")) == 1


def test_her_terms_are_the_line_to_send_back(house: House) -> None:
    said = answers(house, YES)
    assert "Minerva M AGREED monthly first tue 16:00 45 min" in said
    assert "Which week of the month is not said, so I took the first." in said
    assert "weekly" not in said


def test_her_terms_without_a_day_are_kept_as_they_are(house: House) -> None:
    assert "Minerva M AGREED quarterly 60 min 12 months" in answers(
        house, "Yes, gladly: quarterly, an hour each, for a year."
    )


@pytest.mark.parametrize("word", ["yes", "ok", "yes, agreed"])
def test_a_yes_takes_her_terms_and_drafts_the_series(house: House, word: str) -> None:
    answers(house, YES)
    said = says(house, word)
    assert "AGREED with Minerva: monthly, 45 minutes" in said
    assert "every first Tuesday of the month" in said
    kept = house.book.person("minerva")
    assert kept.stage is Stage.ACTIVE
    assert kept.agreement is not None
    assert kept.agreement.minutes == 45
    assert "RRULE:FREQ=MONTHLY;BYDAY=1TU" in calendar(sends(house))


def test_a_yes_without_terms_takes_those_that_were_proposed(house: House) -> None:
    answers(house, "Yes, I'd love to!")
    said = says(house, "ok")
    assert "AGREED with Minerva: monthly, 45 minutes" in said
    assert "You did not say" not in said


def test_ada_sends_terms_of_her_own_in_plain_words(house: House) -> None:
    answers(house, "Yes, I'd love to!")
    said = says(house, "agreed, monthly, tuesdays at 4, 45 min")
    assert "AGREED with Minerva: monthly, 45 minutes" in said
    assert "You did not say the term or which week of the month" in said
    said = says(house, "first thursday of the month at 16:00, 30 minutes")
    assert "AGREED with Minerva: monthly, 30 minutes" in said
