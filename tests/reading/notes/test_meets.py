"""Few words around a day and a time that say that one meets again, whatever one calls it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.dates import Moment
from assistant.reading.notes.cast import cast
from assistant.reading.notes.meets import meets

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/London")
NAMES = cast("", "Ada Byron", "Minerva McGee")


@pytest.mark.parametrize(
    "text",
    [
        "meeting next week tuesday at 4",
        "see you the 8th at 4",
        "see u dec 9, 2pm",
        "c u 2 dec 8am usual place",
        "back here Tue 8 Dec after milking, 8pm",
        "same channel Monday 14 December 13:00",
        "Lunch again December 9, 12:30",
        "see Minerva 9 Dec 3pm at her place",
        "back on the 9th at noon",
        "same again Wednesday 9 December, half seven",
        "Soup again on the 3rd of December, one o'clock.",
    ],
)
def test_a_day_a_time_and_a_word_for_again_are_the_next_meeting(text: str) -> None:
    assert meets(text, NAMES, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "She expects me at her kitchen table on Sunday the 29th at four.",
        "I'm at her studio on 3 December at 4pm",
        "Minerva has me over for tea on 3 December at 4",
        "I visit her on Thursday 3 December at ten in the morning",
        "We have our next go at this on Monday evening at eight, by phone.",
        "The parties shall next convene on 2 December at 0900 hrs.",
        "Our own appointment stands for 7 December, 11:30.",
        "She keeps the 3rd of December, 10 am, for me.",
        "Come to my office Monday 30th by 11",
        "I look forward to seeing you on 1 December at half past ten, same bakery.",
    ],
)
def test_who_meets_and_when_are_enough(text: str) -> None:
    assert meets(text, NAMES, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Dezember um 17 Uhr sitzen wir wieder hier",
        "Dinsdag 24 november om 16.30 zien we elkaar weer bij haar thuis.",
        "on remet ça le 9 décembre à 18h30, même café",
        "Ci rivediamo giovedì 3 dicembre alle 15 in biblioteca.",
        "widzimy się znowu 12.12. o 18:00",
        "Vi ses igen tisdag 8 december kl 15",
    ],
)
def test_other_tongues_say_again_as_well(text: str) -> None:
    assert meets(text, NAMES, NOW)


@pytest.mark.parametrize(
    "text", ["See her again on the 9th", "Call again on 9 December", "We speak again in three weeks"]
)
def test_a_day_without_its_time_is_enough_where_it_is_said_that_one_meets_again(text: str) -> None:
    assert meets(text, NAMES, NOW)


@pytest.mark.parametrize("text", ["@ 8 Dec 19:00", "Fri 11 Dec 15:00 on Teams", "when: 9/12 8am, in the Lamb"])
def test_a_line_of_its_own_needs_no_more_than_when_and_where(text: str) -> None:
    assert meets(text, NAMES, NOW, alone=True)
    assert not meets(text.removeprefix("when: ") + " Lee presents", NAMES, NOW, alone=True)


def test_what_the_writer_calls_it_is_a_meeting_for_these_notes() -> None:
    names = cast("aperitivo with Minerva yesterday", "Ada Byron", "Minerva McGee")
    assert meets("next aperitivo in December, day to see", names, NOW)
    assert not meets("next aperitivo in December, day to see", NAMES, NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Send it back by 9 December, 12:30",
        "see Lee again 9 Dec 3pm",
        "She sees her lawyer again on 9 December at 3pm",
        "My next exam is on 8 December at 9.",
        "meet customers next week",
        "We met on 9 November at 3pm",
        "maybe lunch 9 December 12:30",
        "the board decides on the budget and the plan on 9 December at 3pm",
        "The exam board meets on 10 December at 14:00.",
        "The course starts again on 9 December at 10",
        "We fly to Oslo on 9 December at 7am",
        "I send her the deck on Friday at 5pm",
        "I present to her board on 3 December at 10",
        "She is on the radio on 3 December at 4pm",
        "see you soon",
        "",
    ],
)
def test_deadlines_others_and_the_past_are_none(text: str) -> None:
    assert not meets(text, NAMES, NOW)


@given(st.text(max_size=250))
@settings(max_examples=200)
def test_any_words_are_read_without_harm(text: str) -> None:
    meets(f"{text} 9 December, 3pm", NAMES, NOW, alone=True)
