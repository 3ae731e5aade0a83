"""Times in a list: a bare weekday after a dated day follows that day; a referral may be a no as well."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.mentoring.facts import Meaning
from assistant.reading.answer import answer, referral
from assistant.reading.dates import Moment, slots

TUESDAY = Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid")


def said(text: str) -> list[str]:
    return [f"{slot.start:%a %-d %b %H:%M}" for slot in slots(text, TUESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday 12 November at 16:00 or Friday at 11", ["Thu 12 Nov 16:00", "Fri 13 Nov 11:00"]),
        ("- Thursday 12 November at 16:00\n- Friday at 11", ["Thu 12 Nov 16:00", "Fri 13 Nov 11:00"]),
        ("12 Nov at 4 p.m. or Friday 11 a.m.", ["Thu 12 Nov 16:00", "Fri 13 Nov 11:00"]),
        (
            "Thursday the 12th at 4, Friday at 11 or Monday at 3pm",
            ["Thu 12 Nov 16:00", "Fri 13 Nov 11:00", "Mon 16 Nov 15:00"],
        ),
        ("the week of 9 November: Tuesday or Thursday at 10", ["Tue 10 Nov 10:00", "Thu 12 Nov 10:00"]),
        ("next week works: Tuesday or Thursday at 10", ["Tue 10 Nov 10:00", "Thu 12 Nov 10:00"]),
        ("Thu 5 Nov 10:00 or Friday 11:00", ["Thu 5 Nov 10:00", "Fri 6 Nov 11:00"]),
        ("Thursday or Friday at 3", ["Thu 5 Nov 15:00", "Fri 6 Nov 15:00"]),
        ("Friday at 11 or Thursday 12 November at 16:00", ["Fri 6 Nov 11:00", "Thu 12 Nov 16:00"]),
        ("11 or 13 November at 10", ["Wed 11 Nov 10:00", "Fri 13 Nov 10:00"]),
    ],
)
def test_a_bare_weekday_follows_the_dated_day_before_it(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_in_the_next_sentence_a_weekday_is_its_own() -> None:
    assert "Fri 6 Nov 11:00" in said("By 12 November I am away. Friday at 11?")


@pytest.mark.parametrize(
    "text",
    [
        "Sorry, can't myself, but do write to Lee.",
        "No, but ask Lee Park <lee@example.org>, she is great",
        "I'd love to help, but I can't take anyone on. Write to Lee Park, lee@example.org.",
        "I'm not the right person, Lee would be much better: lee@example.org",
        "I don't mentor any more. My colleague Lee Park does: lee@example.org",
        "Unfortunately I have no time. Talk to Lee, lee@example.org",
    ],
)
def test_a_no_that_names_somebody_is_a_referral_and_a_no(text: str) -> None:
    found = answer(text, TUESDAY)
    assert (found.meaning, found.certain, found.declined) == (Meaning.REFERRAL, True, True)
    assert found.referral is not None
    assert found.referral.name.startswith("Lee")


@pytest.mark.parametrize(
    "text",
    [
        "Happy to talk! Also write to Lee lee@example.org",
        "Not right now, but write to Lee lee@example.org",
        "I can't on Thursday, write to Lee lee@example.org for a slot",
        "You should meet Lee Park.",
    ],
)
def test_a_referral_alone_is_no_no(text: str) -> None:
    assert not answer(text, TUESDAY).declined


def test_the_name_nearest_to_the_address_is_taken_without_the_words_around_it() -> None:
    found = referral("I am sorry Ada, I can't. But Lee Park knows far more: lee@example.org")
    assert found is not None
    assert found.name == "Lee Park"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday at 10am. I have a meeting at 11.", ["Thu 5 Nov 10:00"]),
        ("It was great on Monday. Thursday at 4?", ["Thu 5 Nov 16:00"]),
        ("The 12th is fine, say 3?", ["Thu 12 Nov 15:00"]),
        ("I'm on leave until 10 November. Wednesday 11th at 10 would be good", ["Wed 11 Nov 10:00"]),
        ("Can't do Thursday after all, sorry. Could we move it to Friday 10:00?", ["Fri 6 Nov 10:00"]),
        ("Can't do:\n- Monday\n- Tuesday", []),
        ("I can't do Monday, Tuesday or Wednesday", []),
    ],
)
def test_each_statement_speaks_for_its_own_days(text: str, expected: list[str]) -> None:
    assert said(text) == expected
