"""Answers that propose times, in many hands (`answers/times.txt`), said on Wednesday 7 October 2026 in Berlin."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.mentoring.facts import Meaning, Slot
from assistant.reading.answer import answer
from assistant.reading.dates import Moment

LINES = (Path(__file__).parent / "answers" / "times.txt").read_text(encoding="utf-8").splitlines()
NOW = Moment(datetime(2026, 10, 7, 9, tzinfo=UTC), "Europe/Berlin")
LEAST = 0.9  # is acted on


def said(slot: Slot) -> str:
    """ "10-13", "10-13 10:00-11:00", with the zone where it is not the writer's."""
    if slot.whole_day:
        return f"{slot.start:%m-%d}"
    end = f"-{slot.end:%H:%M}" if slot.end else ""
    return f"{slot.start:%m-%d %H:%M}{end}" + ("" if slot.zone == NOW.zone else f" {slot.zone}")


@pytest.mark.parametrize("line", LINES)
def test_every_time_that_is_proposed_is_read(line: str) -> None:
    expected, _, text = line.partition("\t")
    assert "; ".join(map(said, answer(text, NOW).slots)) == expected


def test_an_answer_that_offers_times_is_a_yes_and_mostly_acted_on() -> None:
    read = [answer(line.partition("\t")[2], NOW) for line in LINES]
    assert {found.meaning for found in read if found.certain} == {Meaning.YES}
    assert sum(found.certain for found in read) >= LEAST * len(read)


@pytest.mark.parametrize(
    "text",
    [
        "My calendar is a disaster at present.",
        "I'm done with exams in June, no time until then",
        "No. Save your breath for somebody more useful",
        "Are you still working with Lee?",
    ],
)
def test_what_offers_no_time_is_no_certain_yes_no_or_referral(text: str) -> None:
    found = answer(text, NOW)
    assert not found.certain or found.meaning in (Meaning.LATER, Meaning.NOT_NOW)
