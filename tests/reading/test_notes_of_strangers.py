"""Notes by many imagined hands, in many forms: who does what until when, what was decided, when next, what is secret.

The notes stand in `strangers_notes/*.toml`; the head of each file tells how what is expected is written."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from assistant.mentoring.facts import Notes
from assistant.reading.dates import Moment, dates, recurrence
from assistant.reading.notes import notes
from assistant.reading.notes.day_words import in_english

NOW = Moment(datetime(2026, 11, 18, 20, tzinfo=UTC), "Europe/Madrid")
FOLDER = Path(__file__).parent / "strangers_notes"
NOTES: list[dict[str, Any]] = [
    note for file in sorted(FOLDER.glob("*.toml")) for note in tomllib.loads(file.read_text("utf-8"))["note"]
]
OF_ALL = pytest.mark.parametrize("note", NOTES, ids=[note["form"] for note in NOTES])


def read(note: dict[str, Any]) -> Notes:
    return notes(note["text"], NOW, protege="Ada Byron", mentor="Minerva McGee")


def words(text: str) -> set[str]:
    return {word.strip(".,;:!?()[]\"'") for word in text.casefold().replace("'", " ").split()}


def public(found: Notes) -> str:
    tasks = [f"{one.text} {one.asks} {one.other}" for one in found.actions]
    return " ".join([*found.points, *found.decisions, *tasks, *found.offers, *found.questions, found.next_meeting])


@OF_ALL
def test_every_task_is_found_with_its_owner_and_day_and_nothing_else_is_one(note: dict[str, Any]) -> None:
    expected = []
    for one in note.get("actions", ()):
        head, _, said = one.partition(" | ")
        owner, day = head.split()
        expected.append((owner, None if day == "-" else date.fromisoformat(day), words(said)))
    left = [(one.owner, one.due, words(one.text)) for one in read(note).actions]
    for owner, day, said in expected:
        same = [one for one in left if len(said & one[2]) * 2 > len(said) and one[:2] == (owner, day)]
        assert same, (owner, day, said, left)
        left.remove(same[0])
    assert left == []


@OF_ALL
def test_what_was_decided_is_told_as_such(note: dict[str, Any]) -> None:
    found = read(note).decisions
    assert len(found) == len(note.get("decisions", ()))
    for said in note.get("decisions", ()):
        assert any(said.casefold() in one.casefold() for one in found), (said, found)


@OF_ALL
def test_the_next_meeting_is_the_one_that_the_words_name(note: dict[str, Any]) -> None:
    found, expected = read(note), note.get("next", "")
    said = in_english(found.next_meeting)
    kind, _, rest = expected.partition(" ")
    if not expected:
        assert found.next_start is None
    elif kind == "rrule":
        assert recurrence(said) == rest
    elif ":" in expected:
        assert found.next_start == datetime.fromisoformat(expected)
    else:
        (day,) = dates(said, NOW)
        first = {"week": day.first, "month": day.first, "after": day.first}.get(kind, day.point or day.first)
        assert str(first)[: 7 if kind == "month" else 10] == (rest if kind in {"week", "month", "after"} else expected)


@OF_ALL
def test_nothing_private_is_in_anything_that_may_be_shared(note: dict[str, Any]) -> None:
    found = read(note)
    for secret in note.get("private", ()):
        assert secret not in public(found)
        assert secret in " ".join(found.private)
