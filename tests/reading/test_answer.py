"""What a person's answer means."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 11, 20, 9, tzinfo=UTC), "Europe/London")

STOPS = [
    "please don't write to me again",
    "Remove me from your list.",
    "unsubscribe",
    "Leave me alone!",
    "Stop contacting me",
    "I'd like you to stop writing to me. All the best.",
    "Do not email me at this address any more",
    "No further contact please.",
    "I don't want to hear from you.",
    "Kindly cease all communication.",
    "STOP",
    "Bitte schreiben Sie mir nicht mehr.",
    "Thanks, but please take me off this list.",
]


@pytest.mark.parametrize("text", STOPS)
def test_a_stop_is_never_missed(text: str) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.certain) == (Meaning.STOP, True)


@pytest.mark.parametrize("text", STOPS[:8])
def test_a_stop_wins_over_whatever_stands_around_it(text: str) -> None:
    assert answer(f"Happy to hear that you got the job! {text} Tuesday at 3 is fine.", NOW).meaning is Meaning.STOP


@pytest.mark.parametrize(
    "text", ["please don't write to me before June", "Don't send me the slides yet, I am travelling."]
)
def test_a_stop_with_an_end_is_asked(text: str) -> None:
    assert not answer(text, NOW).certain


@pytest.mark.parametrize(
    "text", ["I can't stop thinking about your idea, let's talk on Tuesday at 3.", "Please stop by on Tuesday at 3."]
)
def test_the_word_stop_alone_stops_nothing(text: str) -> None:
    assert answer(text, NOW).meaning is Meaning.YES


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Yes, gladly. Tuesday at 3 or Thursday morning?", Meaning.YES),
        ("No thanks, not interested.", Meaning.NO),
        ("I'm not the right person for this, sorry.", Meaning.NO),
        ("Swamped until the end of January. Write again in February?", Meaning.LATER),
        ("Not now, I will reach out when things are calmer.", Meaning.NOT_NOW),
        ("Who is this?", Meaning.QUESTION),
        ("Well received, thank you.", Meaning.THANKS),
        ("Please ask Lee Tanaka (lee@example.org), he knows more about this.", Meaning.REFERRAL),
    ],
)
def test_a_clear_answer_is_certain(text: str, meaning: Meaning) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.certain) == (meaning, True)


def test_a_later_has_its_day() -> None:
    assert answer("Happy to, but ask me again after 15 January.", NOW).until == date(2027, 1, 15)


def test_proposed_times_come_with_the_yes() -> None:
    got = answer("Sure! Thursday 26 November at 4pm works for me.", NOW)
    assert [slot.start for slot in got.slots] == [datetime.fromisoformat("2026-11-26 16:00")]


def test_a_referral_names_the_person() -> None:
    got = answer("Not me, but Lee Tanaka might be able to help: lee [at] example.org", NOW).referral
    assert got
    assert (got.name, got.email) == ("Lee Tanaka", "lee@example.org")


@pytest.mark.parametrize("text", ["Hm.", "Let me think about it.", "Perhaps.", ""])
def test_what_is_not_clear_is_asked(text: str) -> None:
    assert not answer(text, NOW).certain


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert answer(text, NOW).meaning in Meaning


@given(
    st.sampled_from(STOPS),
    st.sampled_from(["", "Hi Ada,\n\n", "Thank you for your mail. ", "Yes. "]),
    st.sampled_from(["", "\n\nBest,\nMinerva", "\n\nSent from my phone"]),
)
def test_a_stop_is_found_wherever_it_stands(stop: str, before: str, after: str) -> None:
    assert answer(f"{before}{stop}{after}", NOW).meaning is Meaning.STOP


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("thank you, but no. I don't have the time.", Meaning.NO),
        ("Thanks! Let me think about it.", Meaning.THANKS),
        ("Thank you. Perhaps.", Meaning.THANKS),
    ],
)
def test_thanks_with_more_in_it_are_never_taken_for_mere_thanks(words: str, meaning: Meaning) -> None:
    found = answer(words, Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/London"))
    assert found.meaning is meaning
    assert found.certain is (meaning is Meaning.NO)


def test_mere_thanks_are_certain() -> None:
    assert answer("Thank you.", Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/London")).certain


@pytest.mark.parametrize(
    "text",
    [
        "I'm back from the hospital with a new hip. One thing at a time. I'll ring you.",
        "This is an answer that the computer sends for me. I am back at my desk on Monday 21 December.",
        "You are reading what the server writes for me; I return on 7 January, yes.",
        "Two funerals in one month. I can't think about anything else now.",
    ],
)
def test_who_may_not_have_agreed_is_asked_about(text: str) -> None:
    assert not answer(text, NOW).certain


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gladly. The audit team leaves on 14 December. Nudge me on Monday 11 January.", date(2027, 1, 11)),
        ("Let us talk, but write to me again in March, from the first of the month, please.", date(2027, 3, 1)),
        ("Ask me again in May, I'm away until 2 March.", date(2027, 5, 1)),
    ],
)
def test_the_day_to_ask_again_on_is_that_of_the_clause_that_asks(text: str, day: date) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.until, got.certain) == (Meaning.LATER, day, True)


@pytest.mark.parametrize(
    "text",
    [
        "I can't take on anything new at the moment, and I don't want to give a date that I'd break.",
        "Not happening at the mo.",
        "Let me come up for air first and I'll holler at you.",
    ],
)
def test_no_date_and_no_time_now_are_not_now(text: str) -> None:
    got = answer(text, NOW)
    assert (got.meaning, got.certain) == (Meaning.NOT_NOW, True)
