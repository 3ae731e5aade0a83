"""Scoring notes and minutes, as `text/README.md` says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from accuracy import notes
from accuracy.made_up import case, corpus
from accuracy.scoring import BY_NAME, MADRID, local, values
from accuracy.verdict import Judged, Verdict, measures

from assistant.mentoring.facts import NoteAction, Notes

GOLD = {
    "actions": [
        {"owner": "me", "text": "send the pricing memo", "due": "2026-03-06"},
        {"owner": "mentor", "text": "introduce Lee", "due": None},
    ],
    "decisions": ["meet monthly"],
    "next_meeting": "2026-03-31 15:00",
}
NOTED = {"text": "x", "sent_at": "2026-03-03T09:00:00+01:00", "timezone": MADRID, "expected": GOLD}
OURS = Notes(
    decisions=("we meet monthly",),
    actions=(NoteAction("I send the pricing memo by Friday", "me", date(2026, 3, 6)),),
    offers=("she will introduce me to Lee",),
    next_meeting="31 March 15:00",
    next_start=local(31, 15),
)


def noted(ours: Notes, **expected: object) -> dict[str, float]:
    row = {**NOTED, "expected": {**GOLD, **expected}}
    found: Iterator[Verdict] = notes.judge(case(row), ours)
    return {one.name: one.value for one in measures([Judged("row", tuple(found), 0)])}


def test_actions_are_matched_by_their_words_and_offers_are_the_mentors() -> None:
    right = {"notes.actions": 1, "notes.owner": 1, "notes.due": 1, "notes.decisions": 1, "notes.next": 1}
    assert noted(OURS) == right


def test_f1_counts_what_is_missing_and_what_is_too_much() -> None:
    assert noted(replace(OURS, offers=()))["notes.actions"] == pytest.approx(2 / 3)
    more = (*OURS.actions, NoteAction("buy milk"))
    assert noted(replace(OURS, actions=more))["notes.actions"] == pytest.approx(4 / 5)
    assert noted(replace(OURS, actions=(NoteAction("send the pricing memo", "mentor"),)))["notes.owner"] == 0.5
    assert noted(replace(OURS, actions=(NoteAction("send the pricing memo", "me"),)))["notes.due"] == 0


@pytest.mark.parametrize(
    ("expected", "said", "right"),
    [
        ("2026-03-31", "on 31 March", 1),
        ("2026-03-31", "on 30 March", 0),
        ("2026-03-09", "next week", 0),
        ("week 2026-03-09", "next week", 1),
        ("month 2026-05", "in May", 1),
        ("after 2026-03-31", "after 31 March", 1),
        ("rrule FREQ=WEEKLY;INTERVAL=2", "every two weeks", 1),
        ("rrule FREQ=WEEKLY;INTERVAL=2", "every week", 0),
        ("2026-03-31 15:00", "on 31 March", 0),
        (None, "soon", 1),
        (None, "on 31 March", 0),
    ],
)
def test_the_next_meeting_in_each_of_its_forms(expected: str | None, said: str, right: int) -> None:
    assert noted(Notes(next_meeting=said), next_meeting=expected)["notes.next"] == right


def test_minutes_are_measured_by_their_own_markers(tmp_path: Path) -> None:
    row = {
        "file": "real_notes/a.md",
        "actions": [{"text": "write the [memo](https://example.org/1)"}, {"text": "ask Lee"}],
    }
    corpus(tmp_path, "text/real_notes.jsonl", row)
    (tmp_path / "text/real_notes").mkdir()
    (tmp_path / "text/real_notes/a.md").write_text("# Minutes\n\nACTION: write the memo\n\nACTION: call Ben\n")
    assert values(BY_NAME["minutes"], tmp_path) == {"minutes.precision": 0.5, "minutes.recall": 0.5}
