"""What the mentor takes on is worded as an offer, whoever wrote it down."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.mentoring.offers import offer_line, offer_of


@pytest.mark.parametrize(
    ("said", "task"),
    [
        ("Minerva will introduce me to Lee by 4 December.", "introduce me to Lee"),
        ("She'll check if the lab has a room", "check if the lab has a room"),
        ("Minerva offered to read it.", "read it"),
        ("she sends the contact of her accountant", "send the contact of her accountant"),
        ("Minerva is happy to introduce me", "introduce me"),
        ("I'll ask Lee whether he has time.", "ask Lee whether he has time"),
        ("checks the clause with her lawyer", "check the clause with her lawyer"),
        ("share her own promotion case", "share her own promotion case"),
        ("slides template", "slides template"),
    ],
)
def test_an_offer_becomes_what_is_offered(said: str, task: str) -> None:
    assert offer_of(said, "Minerva", dated=True) == task


def test_an_offer_is_said_to_the_protege() -> None:
    due = date(2026, 12, 4)
    assert (
        offer_line("introduce me to Lee", "Minerva", due, 3)
        == "Minerva offered to introduce you to Lee (3, Fri 4 Dec)."
    )
    assert offer_line("slides template", "Minerva", None, 3) == "Minerva offered: slides template (3)."
