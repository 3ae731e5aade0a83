"""Approvals in plain sentences: every clause is praise, a reading or an order, every word known (L15, rule 2)."""

from __future__ import annotations

import pytest
from reading.protege_mail import DRAFT, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands


@pytest.mark.parametrize(
    "text",
    [
        "I have read it twice and I am happy with every word. Go ahead and send it, please.",
        "I have reviewed the text and have no changes. Please send it.",
        "aye that's braw, send it",
        "Sharp, go ahead and send it.",
        "lgtm ship it 🚀",
        "yes, is very good like this, you can send",
        "I read this again on the train. Nothing to change. You can send it.",
        "It says exactly what I wanted to say. Let it go.",
        "Not a word to change, send",
        "I have no changes to make and no objections; please go ahead.",
        "love it, please send 💌\n\nxo\nAda",
    ],
)
def test_a_plain_approval_approves(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize(
    "text",
    [
        "please read it once more, then send it",
        "Read it again, then send.",
        "you read it and send it",
        "Is everything good, send it",
        "is it good, then send it",
        "I like every line but one. Send it",
        "i read the wrong one, send it",
        "I read it on the second page. Send it",
        "send it when you have read it",
        "I am not happy with every word. Go ahead and send it",
        "Happy with every word except the last. Send it",
        "happy if you are happy. send it",
        "I'm told it is good. send it",
        "My boyfriend says: send it! I am not so sure.",
        "I'd have sent it yesterday if you had put her title right",
        "Looks good, but hold it till I've talked to my wife",
    ],
)
def test_a_doubt_a_condition_or_a_task_approves_nothing(text: str) -> None:
    assert Verb.SEND not in [found.verb for found in commands("", text, DRAFT)]


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("SEND\nshorter", "shorter"),
        ("take the flattery out, he hates that", "no_flattery"),
        ("Please take out the compliments, Minerva does not like them.", "no_flattery"),
        ("get rid of the compliments please", "no_flattery"),
        ("send it but mention the workshop in Lublin", "mention"),
        ("Kindly use the below text:\n\nHi Minerva,\nyour post made us change.", "replace"),
    ],
)
def test_a_change_wins_and_nothing_is_said_of_the_rest(text: str, op: str) -> None:
    found = one(text, DRAFT)
    assert (found.verb, found.op, found.ask) == (Verb.EDIT, op, "")
