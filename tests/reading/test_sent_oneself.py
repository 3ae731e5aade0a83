"""That the note was sent by hand starts a clock: only where every word is accounted for (L18)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import DRAFT, FRESH, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

_TODAY, _YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("sent", _TODAY),
        ("sent, from my own mailbox", _TODAY),
        ("Sent yesterday from my office id.", _YESTERDAY),
        ("Sent this morning, from my university account.", _TODAY),
        ("Sent it myself last night from the work email", _YESTERDAY),
        ("I have already sent the same from my official id yesterday only.", _YESTERDAY),
        ("sent it meself this morning from work", _TODAY),
        ("Posted it from my own Gmail yesterday night already, so that one is sent.", _YESTERDAY),
        ("dropped her a line today", _TODAY),
    ],
)
def test_sent_starts_the_clock_on_the_day_that_is_said(text: str, day: date) -> None:
    found = one(text, DRAFT)
    assert (found.verb, found.person, found.day, found.ask) == (Verb.SENT, "minerva", day, "")


@pytest.mark.parametrize(
    "text",
    [
        "sent it to my wife first",
        "sent to the wrong address",
        "I will send it tomorrow",
        "sent from my phone",
        "I sent it for printing",
        "I wrote it down",
        "wrote it",
        "I sent you this yesterday",
        "dropped Lee",
        "sent it?",
        "sent it to Lee and Minerva",
    ],
)
def test_anything_more_starts_none(text: str) -> None:
    assert Verb.SENT not in [found.verb for found in commands("", text, DRAFT) if not found.ask]


def test_without_a_person_it_is_asked_to_whom() -> None:
    assert one("sent").ask == "To whom?"


@given(st.text("abcdefghijk", min_size=5, max_size=9))
def test_an_unknown_word_starts_no_clock(word: str) -> None:
    assert one(f"sent it from the {word}", DRAFT).verb is not Verb.SENT
    assert one(f"wrote to Lee {word}", FRESH).verb is not Verb.SENT
