"""A "no" refuses only where an answer ends or goes on: "said no problem" is text (`language.md`)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import FRESH, THREAD, one

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import Reading, commands

_NOUNS = (
    *(
        "problem",
        "problems",
        "worries",
        "rush",
        "hurry",
        "need",
        "need for a card",
        "big deal",
        "matter",
        "harm",
        "harm",
    ),
    *(
        "harm done",
        "objection",
        "objections to the plan",
        "one came",
        "doubt",
        "idea",
        "clue",
        "trouble at all",
        "pain",
    ),
    *("stress", "pressure", "hassle", "chance of rain", "way", "fear", "hay problema", "pasa nada", "issue with it"),
)
_SAID = (
    *("{who} said no {what}", "{who} says no {what}", "{who} said: no {what}", "{who} told me no {what}"),
    *("{who} replied no {what}", "{who} wrote back: no {what}", "{who} has no {what}", "{who} answered no {what}"),
    *("Heard from {who}, no {what}", "{who}: no {what}", "I called {who} and she said no {what}"),
    *("{who} said no {what} about the data, which was nice of her", "She said no {what}"),
)
_ANSWERS = frozenset({Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED, Verb.STOP})


def _answers(found: list[Command]) -> list[Command]:
    return [one for one in found if one.verb in _ANSWERS and not one.ask]


@given(st.sampled_from(_SAID), st.sampled_from(_NOUNS), st.sampled_from(["Minerva", "Lee", "Minerva Marsh"]))
def test_a_no_that_belongs_to_a_noun_is_nobodys_answer(form: str, what: str, who: str) -> None:
    for reading in (FRESH, THREAD):
        assert not _answers(commands("", form.format(who=who, what=what), reading))


@pytest.mark.parametrize("between", [", ", " - ", " – "])
@pytest.mark.parametrize("what", ["problem", "problem solved", "worries", "worries mate", "rush"])
def test_a_mark_between_them_does_not_make_it_a_refusal(between: str, what: str) -> None:
    assert not _answers(commands("", f"Lee said no{between}{what}", FRESH))


@pytest.mark.parametrize(
    "text",
    [
        "Lee said pas de problème",
        "Lee sagte kein Problem",
        "Lee said nessun problema per le foto",
        "Lee dijo que no hay problema",
        "Lee said it's no problem",
        "Lee: no worries mate",
    ],
)
def test_it_is_text_in_any_language(text: str) -> None:
    assert not _answers(commands("", text, FRESH))


@pytest.mark.parametrize(
    "text",
    [
        "Lee said no",
        "Lee said no thanks",
        "Lee said no, too busy",
        "Lee said no because of the harvest",
        "Lee said no for now",
        "Lee told me no on the phone",
        "Lee said no to the proposal",
        "Heard back from Lee today and unfortunately he said no, he has too much on his plate.",
        "Heard from Lee. Sadly it's a no from him, he's up to his eyes",
        "got a no from Lee",
    ],
)
def test_a_plain_no_still_stops_for_good(text: str) -> None:
    assert (one(text).verb, one(text).person) == (Verb.SAID_NO, "lee")


@pytest.mark.parametrize(
    "text", ["Lee said no problem, any day is good for him", "Lee said no problem at all, we can talk next week"]
)
def test_no_problem_beside_a_yes_leaves_it_a_yes(text: str) -> None:
    assert (one(text).verb, one(text).op) == (Verb.ANSWERED, "yes")


def test_what_is_refused_has_to_be_ours() -> None:
    reading: Reading = FRESH
    assert not _answers(commands("", "Lee said no to the cake", reading))
