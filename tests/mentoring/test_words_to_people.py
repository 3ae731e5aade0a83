"""A protégé's words as they go on in a letter, and a person's times as they come to the protégé."""

from dataclasses import replace

import pytest
from mentoring.people import local

from assistant.mentoring.facts import Slot
from assistant.mentoring.slots import in_zone, slot_command, slot_words
from assistant.mentoring.words.phrases import addressed, promised


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("I will write a one-page pricing memo by 4 December", "write a one-page pricing memo"),
        ("I'll send her the deck before Friday", "send you the deck"),
        ("send Minerva's deck to Lee", "send your deck to Lee"),
        ("We will meet her team by the river", "meet your team by the river"),
        ("the memo", "the memo"),
    ],
)
def test_a_promise_goes_on_after_ill_without_its_date_and_speaks_to_the_person(task: str, said: str) -> None:
    assert promised(task, "Minerva", dated=True) == said


def test_a_promise_without_a_known_date_keeps_its_own_words_about_it() -> None:
    assert (
        promised("I will send the memo by Christmas week", "Minerva", dated=False) == "send the memo by Christmas week"
    )


@pytest.mark.parametrize("article", ["the deck", "a memo", "my notes", "our numbers", "some numbers"])
def test_her_before_a_thing_of_ours_is_you_and_never_your(article: str) -> None:
    assert addressed(f"send her {article}", "Minerva") == f"send you {article}"


def test_a_time_in_her_zone_is_said_and_commanded_on_the_proteges_clock() -> None:
    slot = Slot(local("2026-11-18 10:00"), local("2026-11-18 11:00"), "Europe/London")
    own = in_zone(slot, "Europe/Madrid")
    assert (own.start, own.end) == (local("2026-11-18 11:00"), local("2026-11-18 12:00"))
    assert slot_words(own) == "Wed 18 Nov 11:00"
    assert slot_command(own) == "2026-11-18 11:00"


def test_a_whole_day_stays_the_day_that_was_named() -> None:
    slot = Slot(local("2026-11-18 00:00"), None, "America/New_York", whole_day=True)
    assert in_zone(slot, "Europe/Madrid") == slot


def test_a_time_without_an_end_keeps_none() -> None:
    slot = Slot(local("2026-11-18 23:30"), None, "America/New_York")
    assert in_zone(slot, "Europe/Madrid") == replace(slot, start=local("2026-11-19 05:30"), zone="Europe/Madrid")
