"""An answer counts where it was given: not denied, supposed, awaited, dreamt, or given to somebody else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, THREAD, one

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands
from assistant.reading.commands.context import Reading
from assistant.reading.commands.settled import is_heard, is_settled

ANSWERS = {Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED}
MOMENTS = (FRESH, THREAD, DRAFT)
# What stands around an answer and takes it away; {said} in the past, {says} after "would", "may", "to".
OPEN = (
    "If Minerva had {said} I would have told you.",
    "Minerva would {say} if her boss let her.",
    "Minerva might {say}, who knows.",
    "Minerva may well {say}.",
    "I hope that Minerva will {say}.",
    "I dreamt that Minerva {said}, ha.",
    "My sister reckons Minerva will {say}.",
    "Suppose Minerva will {say}: what then?",
    "What if Minerva will {say}?",
    "Minerva has not {said}.",
    "Minerva never {said}.",
    "Minerva hasn't {said} so far.",
    "Once Minerva has {said} we can plan.",
    "Minerva's husband {said} to the builder.",
    "Minerva's sister {said}, not she.",
    "I expect that Minerva will {say} by Friday.",
    "Has Minerva {said}?",
    "Minerva should {say} soon.",
    "Minerva is said to have {said} before.",
    "Unless Minerva has {said}, leave it.",
)
SAYINGS = (("said yes", "say yes"), ("said no", "say no"), ("agreed", "agree"), ("accepted", "accept"))


def _answers(text: str, moment: Reading) -> list[Command]:
    return [found for found in commands("", text, moment) if found.verb in ANSWERS and not found.ask]


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("said", "say"), SAYINGS)
@pytest.mark.parametrize("around", OPEN)
def test_an_answer_that_was_not_given_is_none(around: str, said: str, say: str, moment: Reading) -> None:
    assert _answers(around.format(said=said, say=say), moment) == []


@pytest.mark.parametrize(
    "text",
    [
        "Still no yes from Minerva, sadly.",
        "Waiting for a yes from Minerva.",
        "I expect a no from Minerva.",
        "She might be happy to talk, I haven't asked.",
        "Minerva is said to be happy to talk to anybody.",
        "Minerva has yet to agree.",
        "Minerva's assistant agreed to look for a slot, nothing else so far.",
        "Minerva was going to answer but her flight left.",
        'My producer told me "drop Minerva, she is old school". She can talk.',
        "Minerva said her husband is happy to meet anybody.",
    ],
)
def test_what_only_sounds_like_an_answer_is_none(text: str) -> None:
    assert all(_answers(text, moment) == [] for moment in MOMENTS)


@pytest.mark.parametrize(
    ("text", "verb", "op"),
    [
        ("Minerva said yes", Verb.ANSWERED, "yes"),
        ("Minerva finally rang me this morning and said yes", Verb.ANSWERED, "yes"),
        ("Great news, Minerva wrote back: happy to meet", Verb.ANSWERED, "yes"),
        ("Got a yes from Minerva", Verb.ANSWERED, "yes"),
        ("I got a clear no from Minerva", Verb.SAID_NO, ""),
        ("Minerva phoned to say she would love to help.", Verb.ANSWERED, "yes"),
        ("Minerva's reply came: yes, gladly", Verb.ANSWERED, "yes"),
        ("Minerva can't take anybody on, she told me so herself.", Verb.SAID_NO, ""),
    ],
)
def test_an_answer_that_was_given_counts(text: str, verb: Verb, op: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.person, found.ask) == (verb, op, "minerva", "")


def test_a_question_back_is_an_answer_in_two_sentences() -> None:
    found = one("Minerva replied. Her answer is a question: how many beds do we have?")
    assert (found.verb, found.op, found.text) == (Verb.ANSWERED, "question", "how many beds do we have?")


@pytest.mark.parametrize(
    ("words", "settled"),
    [
        ("finally rang me this morning and ", True),
        ("wrote back on linkedin: ", True),
        ("would ", False),
        ("'s wife ", False),
        ("'s just ", True),
        ("told her plumber that she ", False),
    ],
)
def test_what_stands_before_an_answer_must_be_known(words: str, settled: bool) -> None:
    assert is_settled(words, FRESH) is settled


def test_a_no_that_was_heard_is_not_a_denial() -> None:
    assert is_heard("I got a no from ")
    assert is_heard("no from ")
    assert not is_heard("still no yes from ")


@given(st.text(max_size=200))
def test_any_words_are_judged(words: str) -> None:
    assert is_settled(words, FRESH) in {True, False}
