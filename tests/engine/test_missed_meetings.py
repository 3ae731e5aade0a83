"""A meeting that the mentor missed, reported as people report it: a kind note is drafted, and nobody asks for notes."""

from __future__ import annotations

import pytest
from engine.approving import approved, says
from engine.house import ADA, House, told

from assistant.mentoring.letters import Kind

DAY = 24 * 60


def met(house: House) -> None:
    """A coffee with Minerva was to be on Thu 5 Nov at 15:00; it is evening, and notes have been asked for."""
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 5 Nov 15:00 Café Luna", fresh=True)
    house.sends()
    house.cycle(60)
    house.cycle(2 * DAY + 7 * 60)
    assert f"{house.at:%a}" == "Thu"
    assert told(house).startswith("NOTES of Thu 5 Nov")


def lee_too(house: House) -> None:
    says(
        house,
        "new mentor Lee Park lee@example.org\nwhy: your article on churn showed me how to start small",
        fresh=True,
    )


REPORTS = (
    "no-show",
    "No show again.",
    "she didnt show up",
    "minerva never showed",
    "Minerva did not turn up this afternoon :(",
    "waited 20 min, minerva was a no show",
    "hi, so minerva didn't show up today",
    "nobody came",
    "She did not join the call",
    "she stood me up!",
    "she missed our call",
)


@pytest.mark.parametrize("words", REPORTS)
def test_a_no_show_in_a_fresh_mail_is_of_the_meeting_that_has_just_passed(house: House, words: str) -> None:
    met(house)
    said = says(house, words, fresh=True)
    assert "DRAFT for Minerva M, a kind note after the missed meeting" in said


@pytest.mark.parametrize("words", [*REPORTS, "She didn't show up.\nI waited for 20 minutes.\nWhat now"])
def test_a_no_show_under_the_question_for_notes_is_no_note(house: House, words: str) -> None:
    met(house)
    assert "a kind note after the missed meeting" in says(house, words)
    assert house.book.recaps == ()


def test_after_a_no_show_nobody_asks_for_notes_or_thanks(house: House) -> None:
    approved(house)
    house.cycle(30)
    says(house, "coffee with Minerva 5 Nov 15:00 Café Luna", fresh=True)
    house.sends()
    house.cycle(2 * DAY + 5 * 60)  # ten minutes into it
    says(house, "she didnt show up", fresh=True)
    says(house, "skip")
    before = len(house.to(ADA))
    house.cycle(3 * 60)
    assert len(house.to(ADA)) == before
    assert not [x for x in house.book.pending() if x.kind in (Kind.THANKS, Kind.RECAP)]


@pytest.mark.parametrize("words", ["no-show", "she didnt show up", "nobody came today"])
def test_a_no_show_is_asked_about_where_no_meeting_has_passed(house: House, words: str) -> None:
    approved(house)
    lee_too(house)
    assert "Whom is it about?" in says(house, words, fresh=True)
    assert not [x for x in house.book.pending() if x.template == "person/no_show"]


def test_of_two_people_the_one_of_the_meeting_is_meant(house: House) -> None:
    met(house)
    lee_too(house)
    assert "DRAFT for Minerva M" in says(house, "no-show", fresh=True)


def test_the_person_named_is_meant_whoever_was_met(house: House) -> None:
    met(house)
    lee_too(house)
    assert "DRAFT for Lee Park, a kind note" in says(house, "lee never showed up", fresh=True)


@pytest.mark.parametrize(
    "words",
    [
        "she didn't show up until ten past, then we talked about pricing",
        "what if she doesn't show up?",
        "did she not show up?",
        "minerva didn't show me the memo",
        "she almost didn't show up, but it went well",
        "minerva didn't come to the party last year but she said we should meet",
    ],
)
def test_what_is_no_plain_report_drafts_nothing(house: House, words: str) -> None:
    met(house)
    says(house, words, fresh=True)
    assert not [x for x in house.book.pending() if x.template == "person/no_show"]
