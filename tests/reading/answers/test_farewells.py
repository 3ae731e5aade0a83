"""Farewells in answer to thanks, and complaints: neither is a yes, and each has its own end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.answers.farewells import farewell
from assistant.reading.dates import Moment

MOMENT = Moment(datetime(2026, 11, 5, 9, tzinfo=UTC), "Europe/London", day_first=True)


def meant(text: str) -> tuple[Meaning, bool]:
    found = answer(text, MOMENT)
    return found.meaning, found.certain


@pytest.mark.parametrize(
    "text",
    [
        "You're welcome, good luck!",
        "you are welcome",
        "You're most welcome :)",
        "Hi Ada, you are very welcome. All the best",
        "Glad I could help. All the best",
        "glad it was useful! good luck with the pilot",
        "Gern geschehen, viel Erfolg!",
        "de nada, suerte!",
    ],
)
def test_a_welcome_is_thanks(text: str) -> None:
    assert meant(text) == (Meaning.THANKS, True)


@pytest.mark.parametrize("text", ["Good luck with it", "no problem, good luck", "My pleasure. Good luck!"])
def test_luck_alone_may_be_a_no_or_a_yes(text: str) -> None:
    assert meant(text) == (Meaning.THANKS, False)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("You're welcome to call me Tuesday at 3", Meaning.YES),
        ("You are welcome. Let us talk in May", Meaning.LATER),
        ("No, sorry. Good luck!", Meaning.NO),
        ("Yes, Tuesday at 15:00 works. Good luck until then!", Meaning.YES),
    ],
)
def test_what_says_more_than_farewell_is_what_it_says(text: str, meaning: Meaning) -> None:
    assert meant(text)[0] is meaning


@pytest.mark.parametrize(
    "text",
    [
        "This is spam, I am reporting it",
        "reported",
        "Reported as spam.",
        "SPAM!",
        "marked as junk",
        "I've reported this to abuse@example.org",
        "I am reporting you.",
        "Reporting this as phishing.",
        "reported and blocked",
        "Das ist Spam.",
        "Esto es spam",
        "C'est du spam, je le signale",
    ],
)
def test_a_complaint_is_a_stop_for_good(text: str) -> None:
    assert meant(text) == (Meaning.STOP, True)


@pytest.mark.parametrize(
    "text",
    [
        "It was reported in the news that pricing changed",
        "I reported to the CFO for years, happy to talk",
        "Our churn report is attached",
        "This went to my spam folder, sorry! Happy to talk on Tuesday",
        "Sorry, found this in spam",
        "I will report it to the team and get back to you",
        "I am reporting this to my boss, she'll like it",
        "Not spam I hope? Happy to talk",
    ],
)
def test_the_words_of_a_complaint_in_another_sense_are_no_stop(text: str) -> None:
    assert meant(text)[0] is not Meaning.STOP


@given(st.text(max_size=300))
def test_any_text_is_a_farewell_or_none(text: str) -> None:
    assert farewell(text) in ("", "maybe", "certain")


def test_a_long_run_of_its_words_is_read_at_once() -> None:
    assert farewell("good luck " * 11 + "?") == ""
