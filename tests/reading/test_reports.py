"""What a protégé reports of a person's answer: who, that they answered, and what; never a hope or a question."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading.protege_mail import FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import Reading, commands

GOES = at(thread="minerva", answering="goes")
TAKEN = {Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER}


@pytest.mark.parametrize(
    "text",
    [
        "great news: Minerva said yes, she called me",
        "M said yes on the phone",
        "Minerva called: yes",
        "she called me and said yes!",
        "Wait, she already said yes",
        "Minerva phoned me, she'd love to meet",
        "I called Minerva, she'd love to",
        "we talked on the phone, she agreed",
        "she got back to me: happy to meet",
        "Minerva agreed to a coffee",
        "Minerva wrote me back, happy to talk next week",
        "I got a yes from Minerva",
        "Good news!\n\nMinerva said yes. She called me this morning.",
    ],
)
def test_a_yes_on_any_channel_is_a_yes(text: str) -> None:
    found = one(text, GOES)
    assert (found.verb, found.op, found.person, found.ask) == (Verb.ANSWERED, "yes", "minerva", "")


@pytest.mark.parametrize(
    "text",
    [
        "Minerva told me on the phone that she can't",
        "She said no on the phone",
        "I met Minerva yesterday and she said no",
        "stop, she said no",
        "Minerva mailed me: no, sorry",
        "I talked to Minerva and she is not interested",
        "she declined",
    ],
)
def test_a_no_on_any_channel_is_a_no(text: str) -> None:
    found = one(text, GOES)
    assert (found.verb, found.person, found.ask) == (Verb.SAID_NO, "minerva", "")


def test_a_later_is_kept_with_its_day() -> None:
    found = one("I got an answer from Minerva: she's busy, ask again after 15 March", FRESH)
    assert (found.verb, found.day and found.day.isoformat()) == (Verb.SAID_LATER, "2027-03-15")


@pytest.mark.parametrize(
    "text",
    [
        "she already answered me",
        "I already heard from her",
        "Minerva has answered already",
        "Minerva called me back",
        "Minerva said yes but not before March",
        "Minerva said she will think about it",
        "she called, she'd love to but she can't",
        "Lee told me Minerva would be happy to meet",
        "Lee said Minerva said no",
    ],
)
def test_an_answer_whose_meaning_is_not_plain_is_asked(text: str) -> None:
    found = one(text, GOES)
    assert (found.verb, found.op, found.person) == (Verb.ANSWERED, "", "minerva")
    assert found.ask


@pytest.mark.parametrize(
    "text",
    [
        "I hope Minerva said yes",
        "Minerva said yes?",
        "did Minerva say yes?",
        "Minerva hasn't answered",
        "if Minerva said yes, what then?",
        "Minerva and Lee said yes",
        "Ben said yes",
        "Minerva wrote a great article",
        "I will call Minerva tomorrow",
        "nobody answered",
    ],
)
def test_hopes_doubts_and_questions_are_no_reports(text: str) -> None:
    assert not {found.verb for found in commands("", text, GOES)} & TAKEN


@pytest.mark.parametrize("text", ["she told me to start small", "Minerva told me about her new book", "Minerva called"])
def test_what_she_told_is_no_answer_unless_a_letter_is_about_to_leave(text: str) -> None:
    assert not {found.verb for found in commands("", text, THREAD)} & TAKEN
    assert one(text, GOES).verb is Verb.ANSWERED


def test_she_without_a_thread_is_nobody_yet_and_is_said_back() -> None:
    found = one("great news, she said yes", FRESH)
    assert (found.verb, found.person, found.named) == (Verb.ANSWERED, None, "she")


def test_an_initial_names_a_person_only_where_it_can_be_nobody_else() -> None:
    assert one("W said yes", FRESH).person == "will"
    assert one("A said yes", FRESH).verb is Verb.UNKNOWN  # two Annas


def test_the_agreement_is_still_the_agreement() -> None:
    assert one("Minerva agreed, 6 months", GOES).verb is Verb.AGREED
    assert one("Minerva agreed to be my mentor", GOES).verb is Verb.AGREED


@given(st.text("abs' ,.:!?—MLI", max_size=120), st.sampled_from([GOES, FRESH, THREAD]))
@settings(max_examples=200, deadline=None)
def test_any_line_is_read(text: str, reading: Reading) -> None:
    assert commands("", f"Minerva said {text}", reading)
    assert commands("", f"I met {text} and she {text}", reading)


@pytest.mark.parametrize("unit", ["so, ", "she said ", "and that ", "Minerva ", "I met her, ", "ok, ok ", "not yes "])
def test_a_hostile_line_comes_to_an_end(unit: str) -> None:
    began = time.perf_counter()
    commands("", unit * (50_000 // len(unit)), GOES)
    assert time.perf_counter() - began < 2
