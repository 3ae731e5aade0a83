"""Which meeting is moved or cancelled, as the words say it (L29)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import Known, Reading, commands

WEDNESDAY = datetime(2026, 11, 4, 9, tzinfo=UTC)
READING = Reading(
    now=WEDNESDAY,
    zone="Europe/Madrid",
    country="ES",
    people=(Known("minerva", "Minerva M", ("minerva@example.org",)), Known("lee", "Lee Park", ("lee@example.org",))),
    meets=("minerva",),
)


def one(text: str) -> Command:
    (found,) = commands("", text, READING)
    return found


@pytest.mark.parametrize(
    ("text", "person", "fields"),
    [
        ("cancel next", None, {"scope": "next"}),
        ("CANCEL NEXT WITH Minerva M", "minerva", {"scope": "next"}),
        ("cancel Minerva", "minerva", {"scope": "person"}),
        ("cancel the whole series with Minerva", "minerva", {"scope": "series"}),
        ("please cancel all our meetings", None, {"scope": "all"}),
        ("cancel coffee with minerva", "minerva", {"noun": "coffee"}),
        ("call off tomorrow's call with lee", "lee", {"noun": "call", "of": "2026-11-05"}),
        ("cancel next week's meeting", None, {"noun": "meeting", "of": "2026-W46"}),
        ("cancel thursday's coffee", None, {"noun": "coffee", "of": "2026-11-05", "on": "weekday"}),
        ("CANCEL THE MEETING OF 2026-12-01 16:00 WITH Lee", "lee", {"noun": "meeting", "of": "2026-12-01 16:00"}),
    ],
)
def test_a_cancelled_meeting_is_named_by_its_day_its_kind_or_its_person(
    text: str, person: str | None, fields: dict[str, str]
) -> None:
    found = one(text)
    assert (found.verb, found.op, found.person, dict(found.fields)) == (Verb.MEET, "cancel", person, fields)


@pytest.mark.parametrize(
    ("text", "person", "at"),
    [
        ("move Minerva to thu 15:00", "minerva", "2026-11-05 15:00"),
        ("reschedule tomorrow's meeting to friday 10:00", None, "2026-11-06 10:00"),
        ("push it to thursday 11:00", None, "2026-11-05 11:00"),
        ("postpone our talk with Minerva to 20 nov 10:00", "minerva", "2026-11-20 10:00"),
        ("MOVE THE MEETING OF 2026-12-01 16:00 WITH Minerva M TO 2026-12-03 10:00", "minerva", "2026-12-03 10:00"),
    ],
)
def test_a_move_says_what_and_to_when(text: str, person: str | None, at: str) -> None:
    found = one(text)
    assert (found.verb, found.op, found.person) == (Verb.MEET, "move", person)
    assert found.at == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    "text",
    [
        "cancel my subscription",
        "move the sofa to the left",
        "cancel Mallory",
        "move the meeting with Mallory to friday 10",
    ],
)
def test_other_things_and_strangers_are_no_meetings(text: str) -> None:
    assert all(found.verb is not Verb.MEET for found in commands("", text, READING))


def test_a_reason_is_kept_apart() -> None:
    assert one("cancel the coffee because I am ill").because == "I am ill"


@pytest.mark.parametrize(
    "text",
    [
        "coffee with Minerva tomorrow 10:00, she knows",
        "coffee with Minerva tomorrow 10:00 as agreed",
        "meet Minerva thu 15:00 agreed",
    ],
)
def test_a_time_that_both_know_says_so(text: str) -> None:
    assert ("agreed", "yes") in one(text).fields


WORDS = (
    *("cancel", "move", "reschedule", "the", "our", "next", "series", "meeting", "coffee", "Minerva", "Lee", "with"),
    *("to", "on", "of", "thu", "tomorrow's", "15:00", "2026-12-01", "because", "an", "hour", "later", "all"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_in_any_order_are_read_or_left(words: list[str]) -> None:
    for found in commands("", " ".join(words), READING):
        assert found.verb in Verb


@pytest.mark.parametrize("text", ["make Thursday's 30 minutes", "can we do Thursday's half an hour only"])
def test_another_length_of_one_meeting_alone_is_told_what_can_be_done(text: str) -> None:
    found = one(text)
    assert (found.verb, found.op, dict(found.fields)["of"]) == (Verb.MEET, "move", "2026-11-05")
    assert "MAKE THE MEETINGS" in found.ask


@pytest.mark.parametrize("meal", ["lunch", "breakfast", "dinner", "tea"])
def test_a_talk_over_a_meal_is_what_the_book_calls_a_coffee(meal: str) -> None:
    found = one(f"move the {meal} with Minerva to 13:00")
    assert dict(found.fields)["noun"] == "coffee"
