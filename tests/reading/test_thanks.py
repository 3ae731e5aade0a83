"""Thanks and nothing else are noted, not answered; what asks for anything is no thanks (`product.md`, promise 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import FRESH

from assistant.mentoring.command import Verb
from assistant.reading.command import commands
from assistant.reading.commands.courtesy import is_bare_thanks


@pytest.mark.parametrize(
    "text",
    [
        "Ta, much appreciated",
        "ta love",
        "tack tack, you are a star 🌟 have a nice weekend",
        "thanks a million, you're very good",
        "great help, thanks",
        "Thank you very much for your kind support, it is really appreciated.",
        "Thanks Minerva",
        "thank you, that's exactly what I needed",
        "🙏",
        "ok thanks",
        "Gracias! I will look at it tonight",
    ],
)
def test_thanks_are_only_noted(text: str) -> None:
    assert [found.verb for found in commands("", text, FRESH)] == [Verb.THANKS_ONLY]


@pytest.mark.parametrize(
    "text",
    [
        "thanks, help",
        "thanks. update",
        "quick update, thanks",
        "I really want help. Thanks",
        "thanks for nothing",
        "thanks but no thanks",
        "thank you, stop",
        "thanks, you have my ok",
        "thank Lee",
        "thanks, do it",
        "thanks?",
        "great",
    ],
)
def test_what_says_more_is_no_thanks(text: str) -> None:
    assert not is_bare_thanks(text)


@given(st.text("abcdefghijk", min_size=6, max_size=9))
def test_an_unknown_word_makes_it_more_than_thanks(word: str) -> None:
    assert not is_bare_thanks(f"thanks, {word}")
