"""Hard news in a person's words: a death, an illness, a lost job of theirs, and nothing that only sounds like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.answers.hardship import is_hard_news

NEWS = [
    "I'm so sorry, my mother has died and I have to cancel everything.",
    "My dear old father passed away on Sunday.",
    "There was a death in the family.",
    "I am at the funeral of my brother on Thursday.",
    "We've just lost our dog.",
    "Sorry, I have been diagnosed with cancer and am stepping back.",
    "My wife has been diagnosed with MS.",
    "My son is in hospital.",
    "I start chemotherapy on Monday.",
    "I’ve been made redundant.",
    "I was laid off this week.",
]
NONE = [
    "This deadline is killing me.",
    "My laptop died this morning.",
    "I lost my notes.",
    "We made the free tier redundant.",
    "My father died ten years ago, and that taught me to ask.",
    "I was made redundant in 2015, happy to tell you how that went.",
    "Yes, Thursday 12 November at 16:00.",
    "",
]


@pytest.mark.parametrize("text", NEWS)
def test_hard_news_is_heard(text: str) -> None:
    assert is_hard_news(text)


@pytest.mark.parametrize("text", NONE)
def test_what_only_sounds_like_it_is_none(text: str) -> None:
    assert not is_hard_news(text)


@given(st.text(max_size=60), st.sampled_from(NEWS))
def test_it_is_heard_beside_other_words_and_any_text_is_read(other: str, news: str) -> None:
    is_hard_news(other)
    assert is_hard_news(f"Dear Ada.\n\n{news}\n\nMinerva")
