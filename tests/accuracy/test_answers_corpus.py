"""Scoring answers and the times in them, as `text/README.md` says."""

from __future__ import annotations

from pathlib import Path

from accuracy import answers
from accuracy.made_up import corpus
from accuracy.scoring import MADRID, hits, local, values

from assistant.mentoring.facts import Slot

YES = {
    "id": "r1",
    "text": "Yes! Tuesday 3 March at 15:00 or Wednesday morning?",
    "sent_at": "2026-02-27T09:00:00+01:00",
    "timezone": MADRID,
    "intent": "yes",
    "slot_tz": None,
    "slots": [
        {"kind": "exact", "date": "2026-03-03", "time": "15:00"},
        {"kind": "daypart", "date": "2026-03-04", "part": "morning"},
    ],
}
TUESDAY = Slot(local(3, 15), None, MADRID)
WEDNESDAY = Slot(local(4, 9), local(4, 12), MADRID)


def answered(meaning: str, *slots: Slot, certain: bool = True, **row: object) -> dict[str, float]:
    return hits(answers.SUBJECT, {**YES, **row}, answers.Read(meaning, certain, slots))


def test_an_answer_is_read_as_a_whole_mail(tmp_path: Path) -> None:
    corpus(tmp_path, "text/replies.jsonl", {**YES, "text": "Please stop writing to me.", "intent": "stop", "slots": []})
    assert values(answers.SUBJECT, tmp_path) == {"answers.right": 1, "answers.acted": 1, "answers.stop": 1}


def test_what_is_asked_is_neither_right_nor_wrong() -> None:
    found = answered("no", certain=False, intent="decline", slots=[])
    assert found == {"answers.acted": 0}
    assert answered("no", intent="decline", slots=[]) == {"answers.acted": 1, "answers.right": 1}
    assert answered("thanks", intent="decline", slots=[]) == {"answers.acted": 1, "answers.right": 0}


def test_a_stop_is_found_when_it_is_asked_about() -> None:
    assert answered("stop", certain=False, intent="stop", slots=[])["answers.stop"] == 1
    assert answered("no", intent="stop", slots=[])["answers.stop"] == 0


def test_the_times_of_a_reply_are_all_right_or_not() -> None:
    assert answered("yes", TUESDAY, WEDNESDAY)["slots.reply"] == 1
    assert answered("yes", TUESDAY)["slots.reply"] == 0
    assert answered("yes", TUESDAY, Slot(WEDNESDAY.start, None, MADRID))["slots.reply"] == 0
    assert answered("yes", TUESDAY, WEDNESDAY, Slot(local(5, 9), None, MADRID))["slots.reply"] == 0


def test_the_hour_is_an_instant() -> None:
    assert answered("yes", TUESDAY)["slots.exact"] == 1
    utc = Slot(local(3, 14), None, "UTC")
    assert answered("yes", utc)["slots.exact"] == 1
    assert answered("yes", TUESDAY, slot_tz="ET")["slots.exact"] == 0
    assert answered("yes", Slot(TUESDAY.start, None, "America/New_York"), slot_tz="ET")["slots.exact"] == 1


def test_an_end_that_was_said_counts() -> None:
    till = [{"kind": "exact", "date": "2026-03-03", "time": "15:00", "end": "16:00"}]
    assert answered("yes", TUESDAY, slots=till)["slots.reply"] == 0
    whole = Slot(TUESDAY.start, local(3, 16), MADRID)
    assert answered("yes", whole, slots=till)["slots.reply"] == 1


def test_a_range_is_its_working_days() -> None:
    week = [{"kind": "range", "from": "2026-03-02", "to": "2026-03-08", "part": None}]
    days = [Slot(local(day), local(day + 1), MADRID, whole_day=True) for day in range(2, 7)]
    assert answered("yes", *days, slots=week)["slots.reply"] == 1
    assert answered("yes", *days[1:], slots=week)["slots.reply"] == 0


def test_times_where_none_were_proposed_are_wrong() -> None:
    assert answered("yes", slots=[])["slots.reply"] == 1
    assert answered("yes", TUESDAY, slots=[])["slots.reply"] == 0
