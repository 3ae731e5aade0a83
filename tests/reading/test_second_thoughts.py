"""A writer who corrects themself in the same breath means the last of the two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands
from assistant.reading.commands.second_thoughts import corrected

CORRECTED = [
    ("make me a draft for minerva... sorry, for Lee i mean", Verb.REACH_OUT, "lee"),
    ("draft something for Minerva. no wait, for Lee", Verb.REACH_OUT, "lee"),
    ("stop Lee... sorry, I mean stop Minerva", Verb.STOP, "minerva"),
    ("reach out to Minerva, oops, I meant Lee", Verb.REACH_OUT, "lee"),
    ("write to minerva - no, to lee", Verb.REACH_OUT, "lee"),
    ("drop Minerva. sorry, Lee", Verb.RANK, "lee"),
    ("called Minerva. wait no, Lee", Verb.TOUCH, "lee"),
    ("Minerva first… scratch that, Lee", Verb.RANK, "lee"),
    ("Lee said no. Sorry, Minerva", Verb.SAID_NO, "minerva"),
    ("draft for Amaia... sorry, for Lee i mean", Verb.REACH_OUT, "lee"),
    ("health check on Minerva, correction, Lee", Verb.HEALTH, "lee"),
    ("show Minerva, er, I mean Lee", Verb.RECORDS, "lee"),
]


@pytest.mark.parametrize(("text", "verb", "person"), CORRECTED)
def test_the_last_name_is_meant(text: str, verb: Verb, person: str) -> None:
    found = one(text)
    assert (found.verb, found.person, found.ask) == (verb, person, "")


def test_another_number_takes_the_place_of_the_first() -> None:
    found = one("done 1, no wait, done 2")
    assert (found.verb, found.number) == (Verb.ACTIONS, 2)


def test_another_word_takes_the_place_of_the_first() -> None:
    found = one("kafe with Lee on 9 June 11:00, Café Slavia, 45 minutes. coffee i mean :)")
    assert (found.verb, found.person, found.place, found.minutes) == (Verb.COFFEE, "lee", "Café Slavia", 45)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Minerva said no. Sorry, could you drop Lee too", Verb.SAID_NO),
        ("I can't make it tomorrow, sorry, thanks", Verb.NO_SHOW),
        ("status, sorry for asking again", Verb.STATUS),
        ("drop Lee. Sorry, status", Verb.RANK),
    ],
)
def test_an_apology_takes_nothing_back(text: str, verb: Verb) -> None:
    assert commands("", text, FRESH)[0].verb is verb


@pytest.mark.parametrize("text", ["don't send... sorry, i mean send", "shorter. no wait, send it", "skip. sorry, SEND"])
def test_under_a_draft_a_second_thought_approves_nothing(text: str) -> None:
    assert not [one for one in commands("", text, DRAFT) if one.verb is Verb.SEND]


@given(st.text(max_size=220))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(corrected(text, FRESH, lambda _: None), str)
