"""What may be a wish to be left alone is asked; a time, a day to come back on or an address is something else."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer, asks_to_stop
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")
SIGN = "As I said before, your mails are unwelcome."


@pytest.mark.parametrize(
    "text",
    [
        "No thank you, and please no follow-ups.",
        "Who sent you? Get rid of it.",
        "If this carries on I'll talk to your university about it.",
        "Haven't I been clear?",
        "No. Don't check in either.",
        "F*** off",
        "Hm.",
        "HR has been told.",
    ],
)
def test_a_possible_stop_is_never_certain_and_never_something_else(text: str) -> None:
    found = answer(text, NOW)
    assert (found.meaning, found.certain) == (Meaning.STOP, False)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I don't appreciate mornings. Tuesday 13 October at 15:00?", Meaning.YES),
        ("The third one of my books is due, so write again after 10 January.", Meaning.LATER),
        ("Not me, but Lee (lee@example.org) does exactly this.", Meaning.REFERRAL),
        ("Out of curiosity, how did you get my address?", Meaning.QUESTION),
        ("Gladly. Don't call me Professor. Thursday at 15:00.", Meaning.YES),
        ("Running 10 minutes late", Meaning.OTHER),
        ("On my way", Meaning.OTHER),
        ("Stuck in traffic, there in ten", Meaning.OTHER),
    ],
)
def test_what_is_surely_something_else_stays_what_it_is(text: str, meaning: Meaning) -> None:
    assert answer(text, NOW).meaning is meaning


def test_hard_news_is_no_possible_stop() -> None:
    assert answer("My wife died on Sunday. I'm not able to do any of this.", NOW).meaning is not Meaning.STOP


def test_a_sign_beside_a_certain_no_makes_it_a_question() -> None:
    assert answer("No, sorry.", NOW).meaning is Meaning.NO
    assert answer(f"No, sorry. {SIGN}", NOW).meaning is Meaning.STOP


@pytest.mark.parametrize(
    ("text", "asked"),
    [("Please stop writing to me.", True), ("Lassen Sie mich in Ruhe.", True), ("Room 4, ring twice.", False)],
)
def test_words_beside_something_else_ask_to_stop_only_in_so_many_words(text: str, asked: bool) -> None:
    assert asks_to_stop(text) is asked


@given(st.text(max_size=300))
def test_a_sign_before_any_words_without_a_time_is_at_least_asked(text: str) -> None:
    found = answer(f"{SIGN}\n\n{text}", NOW)
    assert found.meaning is Meaning.STOP or not found.certain or found.slots or found.until or found.referral


@pytest.mark.parametrize(
    "bit", ["no ", "never again ", "how did you ", "not ", "more of ", "i told ", "don't, ", "my "]
)
def test_signs_are_looked_for_in_linear_time(bit: str) -> None:
    start = process_time()
    answer(bit * (100_000 // len(bit)), NOW)
    assert process_time() - start < 0.5
