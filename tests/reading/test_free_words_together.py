"""Several things in one mail of free words, what the subject adds, announced notes, tales, and what is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, at, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands, guesses
from assistant.reading.commands.lists import several


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I finished 1. What else is open?", [(Verb.ACTIONS, "done"), (Verb.STATUS, "")]),
        ("both 1 and 2 are done", [(Verb.ACTIONS, "done"), (Verb.ACTIONS, "done")]),
        ("Show my goals and the plan", [(Verb.GOALS, "show"), (Verb.PLAN, "")]),
        ("Please put Minerva first and show me the ranking", [(Verb.RANK, "first"), (Verb.RANK, "show")]),
        ("Move 2 to Monday. And drop 3.", [(Verb.ACTIONS, "move"), (Verb.ACTIONS, "drop")]),
        (
            "Lee answered yes. Please book coffee with Lee on 1 December 10:00 at Luz",
            [(Verb.ANSWERED, "yes"), (Verb.COFFEE, "")],
        ),
        (
            "done 1. Called Lee yesterday. Minerva said no.",
            [(Verb.ACTIONS, "done"), (Verb.TOUCH, "call"), (Verb.SAID_NO, "")],
        ),
        ("status\ncould you also tell me when I am meeting Lee", [(Verb.STATUS, ""), (Verb.MEET, "when")]),
    ],
)
def test_several_things_are_each_taken_in_their_order(text: str, said: list[tuple[Verb, str]]) -> None:
    assert [(found.verb, found.op) for found in commands("", text, FRESH)] == said


@pytest.mark.parametrize(
    "text",
    [
        "Write to Lee? Hmm, not sure",
        "Please thank Lee for the book. Or should I wait?",
        "I want to end it with Lee. Actually no.",
        "Would you write to Minerva if you were me?",
    ],
)
def test_a_wish_that_its_next_sentence_doubts_is_asked(text: str) -> None:
    found = commands("", text, FRESH)
    assert any(one.ask or one.verb is Verb.UNKNOWN for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Lee is happy to be back in Lisbon",
        "Minerva declined the job at Acme",
        "Lee passed his exam",
        "Minerva would love the new office",
        "Lee is first in his class",
        "Lee can't meet on Friday",
        "Minerva passes on her regards",
        "No news from Minerva.",
        "Minerva is the one who said no to the board",
    ],
)
def test_what_somebody_does_elsewhere_is_no_answer(text: str) -> None:
    answers = {Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED}
    assert not [found for found in commands("", text, FRESH) if found.verb in answers and not found.ask]


def test_the_subject_of_a_thread_tells_who_is_meant() -> None:
    found = one("she never turned up", FRESH, "Re: Minerva · mentoring")
    assert (found.verb, found.op, found.person) == (Verb.NO_SHOW, "no_show", "minerva")


def test_notes_that_a_line_announces_are_the_lines_below_it() -> None:
    lines = "- customers first\n- I will call three of them by Friday\nprivate: he may leave"
    found = one(f"Please find my notes of today's call with Lee:\n{lines}", FRESH)
    assert (found.verb, found.person, found.text) == (Verb.NOTES, "lee", lines)


@pytest.mark.parametrize("head", ["Where are my notes of the talk with Lee?", "Please don't send my notes to Lee:"])
def test_a_question_about_notes_announces_none(head: str) -> None:
    assert Verb.NOTES not in {found.verb for found in commands("", f"{head}\n- customers\n- prices", FRESH)}


def test_a_subject_that_greets_does_not_hide_what_was_not_understood() -> None:
    assert one("Bitte lösche Minerva", FRESH, "hello").verb is Verb.UNKNOWN


@pytest.mark.parametrize("text", ["I like the first version more", "por favor envíalo"])
def test_under_a_draft_there_is_always_a_harmless_guess(text: str) -> None:
    assert [found.word for found in guesses(text, DRAFT)] == ["EDIT", "LATER"]


@pytest.mark.parametrize("text", ["send it to Lee as well", "send it to the office too"])
def test_a_sending_to_somebody_else_is_not_guessed_to_be_an_approval(text: str) -> None:
    assert "SEND" not in {found.word for found in guesses(text, DRAFT)}


def test_somebody_named_in_another_language_can_at_least_be_shown() -> None:
    assert [found.word for found in guesses("Escribe a Minerva por favor", FRESH)] == ["show Minerva"]


@given(st.text(max_size=400))
def test_no_text_breaks_the_reading_of_free_words(text: str) -> None:
    for reading in (FRESH, DRAFT, THREAD, at(answering="recap", thread="minerva"), at(answering="fit_asked")):
        assert commands("", text, reading)


_PIECES = (
    "please ",
    "can you ",
    "Minerva ",
    "Lee ",
    "1 and ",
    "not ",
    "notes ",
    "goal ",
    '"',
    "until 3 ",
    "? ",
    "\ue001",
    "x@y.org ",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_no_mixture_of_its_words_breaks_it(pieces: list[str]) -> None:
    assert commands("", "".join(pieces), FRESH)


def test_a_text_too_long_for_a_list_is_not_read_to_its_end() -> None:
    reading = replace(FRESH)
    assert several(tuple(f"Add Bob to box {n}. Is she there?" for n in range(500)), reading) == []
    assert len(reading.memo) < 200


def test_what_one_reading_remembers_no_other_does() -> None:
    reading = replace(FRESH)
    reading.once("line", "a text", lambda: "first")
    assert reading.once("line", "a text", lambda: "second") == "first"
    assert replace(reading, thread="lee").once("line", "a text", lambda: "third") == "third"
