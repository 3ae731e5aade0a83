"""A reading that looks for a few words is taken only where every other word is accounted for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands
from assistant.reading.commands.certainty import unknown_words, vocabulary


def test_the_vocabulary_of_a_pattern_is_the_words_that_it_names() -> None:
    pattern = re.compile(r"\b(?:show|list)\b.{0,9}\b(?P<what>goals?|aim\w*)\b(?!\?)")
    assert set(vocabulary(pattern)) >= {"show", "list", "goal", "aim*"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("please undo that last one", []),
        ("I shall revert by Friday, in principle", ["principle"]),
        ("show Lee Tanaka's goals on 3 May at 10:30", []),
        ("send lee@example.org a thank-you", ["thank-you"]),
    ],
)
def test_what_is_left_are_the_words_that_nothing_accounts_for(text: str, left: list[str]) -> None:
    assert unknown_words(text, FRESH, ("undo", "revert", "show", "goal*", "send")) == left


@given(st.text(max_size=300))
def test_any_text_has_its_unknown_words(text: str) -> None:
    assert all(word in text.lower() or "'" in word for word in unknown_words(text, FRESH, ("undo",)))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Sounds fine in principle. I shall revert by tomorrow.", Verb.UNDO),
        ("I want to send a thank-you mail to Lee.", Verb.REACH_OUT),
        ("My book is about order and chaos in lists.", Verb.RANK),
    ],
)
def test_a_word_of_a_command_in_another_sentence_is_no_command(text: str, verb: Verb) -> None:
    assert one(text).verb is not verb


@pytest.mark.parametrize(
    "text",
    [
        "Minerva wants to be contacted later, after 10 October.",
        "I have a meeting on Tuesday, later",
        "Monday is a holiday there, so wait",
        "the talk is next tuesday",
    ],
)
def test_a_day_beside_unknown_words_puts_no_draft_off(text: str) -> None:
    assert one(text, DRAFT).verb is not Verb.SKIP


@pytest.mark.parametrize(
    "text", ["hold it till friday", "do it on thursday", "Good. But please send it only on Monday."]
)
def test_a_day_beside_words_of_waiting_puts_it_off(text: str) -> None:
    assert (one(text, DRAFT).verb, one(text, DRAFT).op) == (Verb.SKIP, "later")


@pytest.mark.parametrize(
    "text",
    [
        "Good. Send.",
        "Mighty fine letter. Go on and send it.",
        "Draft is good. Kindly do the needful and send.",
        "yes baby send that!!",
        "I have gone through the draft and find it quite satisfactory. Please send it.",
        "I have read it twice and would not change a word. Please go ahead and send it.",
        "no worries mate send it",
    ],
)
def test_an_order_beside_praise_that_is_wholly_known_approves(text: str) -> None:
    assert one(text, DRAFT).verb is Verb.SEND


@pytest.mark.parametrize(
    "text",
    [
        "it is good send it to lee",
        "good. send when ready",
        "I would send it",
        "I send it",
        "Is it good. Send it",
        "I wish it was good. send it",
        "love it. ask before you send it",
        "right, send nothing",
        "that is right said my boss send it",
        "nice try. send",
        "The first version was good. Send it",
        "I like it less. send",
        "good. hold it. send",
        "done and dusted, send it",
    ],
)
def test_an_order_beside_a_word_that_is_not_known_approves_nothing(text: str) -> None:
    assert all(found.verb is not Verb.SEND for found in commands("", text, DRAFT))


@given(
    st.sampled_from(["Good", "Lovely letter", "I like it", "Fine by me"]), st.text("abcdefgh", min_size=4, max_size=9)
)
def test_no_unknown_word_in_the_praise_lets_it_approve(praise: str, word: str) -> None:
    assert one(f"{praise} {word}. Send it.", DRAFT).verb is not Verb.SEND


@pytest.mark.parametrize(
    "text",
    [
        "Lee has not said yes.",
        "Lee has not agreed to be my mentor.",
        "Lee never said yes",
        "Lee isn't happy to meet",
        "Lee is not on board",
        "Lee would not be happy to mentor me",
        "Lee hasn't agreed yet",
    ],
)
def test_a_yes_that_is_denied_is_none(text: str) -> None:
    assert one(text).verb not in {Verb.ANSWERED, Verb.AGREED}


@pytest.mark.parametrize("text", ["Lee said it's no problem at all, he'd love to", "Lee said yes, can't wait"])
def test_a_denial_behind_a_yes_takes_nothing_back(text: str) -> None:
    assert (one(text).verb, one(text).op) == (Verb.ANSWERED, "yes")
