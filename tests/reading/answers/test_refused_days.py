"""A refused day beside an offered hour is no refusal; what is offered on a far day is a yes; a stop is weighed."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer
from assistant.reading.dates import Moment

NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")


@pytest.mark.parametrize(
    "text",
    [
        "Certainly. On Sunday I do not take calls; Friday, 16 October, 4 pm will suit.",
        "Sunday or Monday at 10:00, Friday and Saturday we don't work here.",
        "Thursday or Friday at 3 works. I'd rather not do Monday at 3.",
        "Yes, but after the holidays please: 11 January at 11.",
        "This can be arranged, although not before the new year. Thursday, 7 January 2027, 15:00, by telephone.",
        "I'm booked solid except for Thursday at 11, which works for me.",
        "Thursday 22nd, not before half two.",
    ],
)
def test_who_refuses_a_day_and_offers_an_hour_says_yes(text: str) -> None:
    found = answer(text, NOW)
    assert (found.meaning, found.certain) == (Meaning.YES, True)
    assert found.slots


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("I don't mentor any more, on Friday or any other day.", Meaning.NO),
    ],
)
def test_a_refusal_without_an_offered_hour_stays_one(text: str, meaning: Meaning) -> None:
    assert answer(text, NOW).meaning is meaning


def test_a_doubtful_no_keeps_the_hours_that_it_names() -> None:
    found = answer("I'd rather not do video, but call my cell on Thursday at 2.", NOW)
    assert not found.certain
    assert [slot.start for slot in found.slots] == [datetime(2026, 10, 8, 14)]  # noqa: DTZ001 - slots are naive


def test_not_a_no_is_no_no() -> None:
    found = answer("Don't take this as a no, but I need to ask my boss first.", NOW)
    assert not (found.meaning is Meaning.NO and found.certain)


@pytest.mark.parametrize(
    "text",
    [
        "Stop sending me your drafts and questions! Just come on Friday at 3.",
        "Please stop writing and start doing. I'm free on Friday at 3.",
    ],
)
def test_who_says_stop_and_offers_an_hour_is_asked_about(text: str) -> None:
    found = answer(text, NOW)
    assert not (found.meaning is Meaning.STOP and found.certain)


def test_many_numbers_and_statements_are_read_quickly() -> None:
    for words in (
        "Friday 10? I have 4. ",
        "12, or 3 and ",
        "30.11. or ",
        "on the 3rd but not me, ",
        "I'd say Monday but ",
    ):
        began = process_time()
        answer(words * (100_000 // len(words)), NOW)
        assert process_time() - began < 1  # of the processor: about 0.15 s
