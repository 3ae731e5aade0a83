"""A rhythm with its hour makes a series where every word of the sentence is accounted for (L29)."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

FIRST_TUESDAY = "FREQ=MONTHLY;BYDAY=1TU"


@pytest.mark.parametrize(
    ("text", "rule", "hour", "length"),
    [
        ("Let us meet every first Tuesday of the month at 16:00 for 45 min, Minerva and me.", FIRST_TUESDAY, 16, 45),
        ("Minerva and I will be meeting monthly, on the second Wednesday at 18:00, 40 min. Please set up the series.",
         "FREQ=MONTHLY;BYDAY=2WE", 18, 40),
        ("Minerva and myself would like to meet on the last Thursday of each month at 17:00, 45 minutes.",
         "FREQ=MONTHLY;BYDAY=-1TH", 17, 45),
        ("every two weeks on Monday at 08:00 with Minerva, half an hour", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", 8, 30),
        ("Me and Minerva want to see each other weekly, Fridays 09:00, 25 min", "FREQ=WEEKLY;BYDAY=FR", 9, 25),
        ("set us up for every first Tuesday of the month, 16:00, Minerva and I, at Café Luna", FIRST_TUESDAY, 16, None),
    ],
)  # fmt: skip
def test_a_series_may_be_asked_for_in_any_order(text: str, rule: str, hour: int, length: int | None) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.op, found.person, found.rrule) == (Verb.MEET, "series", "minerva", rule)
    assert (found.time, found.minutes) == (time(hour), length)


@pytest.mark.parametrize(
    "text",
    [
        "We could meet monthly at 17:00, if Minerva had time, which she has not.",
        "Every first Monday at 9 I have choir with Minerva",
        "I used to meet Minerva every Monday at 9:00",
        "My standup with Minerva is every Monday at 9:30, so no meetings then",
        "We used to talk on the first Tuesday at 16:00, Minerva and me, those were the days",
        "Minerva tells me she always meets her own mentor monthly at 8:00 on first Mondays",
    ],
)
def test_a_tale_of_a_rhythm_is_no_series(text: str) -> None:
    assert [found for found in commands("", text, FRESH) if found.verb is Verb.MEET and not found.ask] == []


@given(st.sampled_from(["choir", "gym", "swimming", "invoices", "Lee's report", "dentist"]), st.booleans())
def test_one_word_more_and_nothing_is_arranged(word: str, front: bool) -> None:
    said = f"{word} with Minerva every Monday at 9:00" if front else f"every Monday at 9:00 with Minerva {word}"
    assert [found for found in commands("", said, FRESH) if found.verb is Verb.MEET and not found.ask] == []


@pytest.mark.parametrize(
    ("text", "months", "rule"),
    [
        ("I'm ready to ask Minerva. Please propose 12 months, quarterly meetings.", 12, "FREQ=MONTHLY;INTERVAL=3"),
        ("I feel ready to ask Minerva now. Six months, monthly, 45 minutes would suit.", 6, "FREQ=MONTHLY"),
        ("I am ready. Please prepare the proposal for Marsh-san: 12 months, monthly", 12, "FREQ=MONTHLY"),
    ],
)
def test_who_is_ready_to_ask_proposes_with_the_terms_beside_it(text: str, months: int, rule: str) -> None:
    found = one(text, FRESH)
    assert (found.verb, found.person, found.months, found.rrule) == (Verb.PROPOSE, "minerva", months, rule)


def test_ready_to_ask_for_something_else_proposes_nothing() -> None:
    text = "I feel ready to ask for a raise. Minerva says six months of work should do."
    assert [found for found in commands("", text, FRESH) if found.verb is Verb.PROPOSE] == []


def test_a_talk_that_is_told_is_arranged_where_the_next_sentence_asks_for_it() -> None:
    told = "Lee takes a coffee with me Thursday 26 November at 15h30, at the Blue Bar."
    found = one(f"{told} Can you make the invitation ?", FRESH)
    assert (found.verb, found.person, found.place) == (Verb.COFFEE, "lee", "the Blue Bar")
    past = commands("", "Coffee with Lee went well on 3 November at 10. Can you make the invitation?", FRESH)
    assert [one for one in past if one.verb is Verb.COFFEE and not one.ask] == []
