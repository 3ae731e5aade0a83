"""Scoring dates, zones, rhythms, answers, notes and minutes, as `text/README.md` says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from accuracy import answers, dates, notes
from accuracy.made_up import case, corpus
from accuracy.overlap import pairs, share
from accuracy.subject import Subject
from accuracy.verdict import Judged, Verdict, measures
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import NoteAction, Notes, Slot
from assistant.reading.dates import Found

MADRID = "Europe/Madrid"


def local(day: int, hour: int = 0) -> datetime:
    """A naive local time in March 2026."""
    return datetime.fromisoformat(f"2026-03-{day:02}T{hour:02}:00")


BY_NAME = {one.name: one for one in (*dates.SUBJECTS, *notes.SUBJECTS)}


def values(subject: Subject[Any], folder: Path) -> dict[str, float]:
    return {one.name: one.value for one in measures(subject.judged(row) for row in subject.cases(folder))}


def hits(subject: Subject[Any], row: dict[str, Any], ours: object) -> dict[str, float]:
    return {one.measure: one.hits for one in subject.judge(case(row), ours)}


# --- dates

DUE = {"text": "send it by Friday", "ref": "2026-03-05T09:00:00", "due": "2026-03-06", "tags": []}


@pytest.mark.parametrize(
    ("ours", "right", "past"),
    [
        (Found(0, 1, date(2026, 3, 6)), 1, 0),
        (Found(0, 1, date(2026, 3, 7)), 0, 0),
        (Found(0, 1, date(2026, 3, 4)), 0, 1),
        (Found(0, 1, date(2026, 3, 5)), 0, 0),
        (Found(0, 1, None, ask="which?"), 0, 0),
        (None, 0, 0),
    ],
)
def test_a_due_date_is_the_day_and_never_past(ours: Found | None, right: int, past: int) -> None:
    assert hits(BY_NAME["due"], DUE, ours) == {"dates.due": right, "dates.past": past}


def test_what_is_due_on_no_day_is_right_when_none_is_read() -> None:
    assert hits(BY_NAME["due"], {**DUE, "due": None}, None)["dates.due"] == 1


def test_any_date_in_prose_without_one_is_a_fault(tmp_path: Path) -> None:
    rows = ({"id": "a", "text": "we march on Friday", "set": "words"}, {"id": "b", "text": "order 12 copies"})
    corpus(tmp_path, "text/prose_no_dates.jsonl", *rows)
    assert values(BY_NAME["prose"], tmp_path) == {"dates.false": 0.5}


def third(grain: str, start: str, end: str | None = None, **more: object) -> dict[str, Any]:
    row = {"text": "x", "ref": "2026-03-05T09:00:00", "kind": "point", "grain": grain, "end_exclusive": True}
    return {**row, "alts": [{"start": start, "end": end}], **more}


@pytest.mark.parametrize(
    ("row", "ours"),
    [
        (third("day", "2026-03-06T00:00:00"), Found(0, 1, date(2026, 3, 6))),
        (third("week", "2026-03-09T00:00:00"), Found(0, 1, date(2026, 3, 9), date(2026, 3, 15))),
        (third("month", "2026-12-01T00:00:00"), Found(0, 1, date(2026, 12, 1), date(2026, 12, 31))),
        (third("quarter", "2026-10-01T00:00:00"), Found(0, 1, date(2026, 10, 1), date(2026, 12, 31))),
        (third("minute", "2026-03-06T15:30:00"), Found(0, 1, date(2026, 3, 6), time=time(15, 30))),
        (third("day", "2026-03-06T00:00:00", "2026-03-09T00:00:00"), Found(0, 1, date(2026, 3, 6), date(2026, 3, 8))),
        (third("day", "2026-03-06T00:00:00", kind="open"), Found(0, 1, date(2026, 3, 6), date(2026, 3, 9))),
        (
            third("day", "", alts=[{"start": "2026-03-01"}, {"start": "2026-03-06"}]),
            Found(0, 1, date(2026, 3, 6)),
        ),
        (
            third("day", "2026-03-06T12:00:00", "2026-03-09T12:00:00", end_exclusive=False),
            Found(0, 1, date(2026, 3, 6), date(2026, 3, 9)),
        ),
    ],
)
def test_other_projects_dates_are_compared_by_their_own_convention(row: dict[str, Any], ours: Found) -> None:
    wrong = [Found(0, 1, date(2026, 3, 5))]
    assert [hits(BY_NAME["thirdparty"], row, got)["dates.thirdparty"] for got in ([ours], wrong, [])] == [1, 0, 0]


def test_a_date_to_plan_by_is_right_or_at_least_not_wrong() -> None:
    row = third("day", "2026-03-06T00:00:00")
    right, wrong, asked = (Found(0, 1, date(2026, 3, 6)), Found(0, 1, date(2026, 3, 5)), Found(0, 1, None, ask="?"))
    judged = [hits(BY_NAME["thirdparty"], row, got) for got in ([right], [wrong], [asked], [])]
    assert [one["dates.planning"] for one in judged] == [1, 0, 0, 0]
    assert [one["dates.planning.safe"] for one in judged] == [1, 0, 1, 1]


@pytest.mark.parametrize(
    "row",
    [
        third("day", "2024-03-06T00:00:00"),
        third("day", "2027-05-06T00:00:00"),
        third("minute", "2026-03-06T10:00:00"),
        third("day", "2026-03-06T00:00:00", holiday="Tax Day"),
    ],
)
def test_the_past_the_far_future_clock_times_and_holidays_are_no_dates_to_plan_by(row: dict[str, Any]) -> None:
    assert set(hits(BY_NAME["thirdparty"], row, [])) == {"dates.thirdparty"}


def test_a_month_from_any_day_is_known_by_that_day() -> None:
    row = third("month", "2026-04-05T00:00:00", end_exclusive=False)
    assert hits(BY_NAME["thirdparty"], row, [Found(0, 1, date(2026, 4, 5))])["dates.thirdparty"] == 1
    until_may = third("month", "2026-04-01T00:00:00", "2026-05-01T00:00:00", end_exclusive=False)
    assert (
        hits(BY_NAME["thirdparty"], until_may, [Found(0, 1, date(2026, 4, 1), date(2026, 5, 31))])["dates.thirdparty"]
        == 1
    )


def test_a_negative_case_must_find_nothing_and_a_latent_one_is_left_out(tmp_path: Path) -> None:
    latent = {**third("day", "2026-03-06T00:00:00"), "id": "l", "section": "latent"}
    negative = {"id": "n", "text": "version 3.12", "ref": "2026-03-05T09:00:00", "negative": True}
    corpus(tmp_path, "text/dates_thirdparty.jsonl", latent, negative)
    assert [row.name for row in BY_NAME["thirdparty"].cases(tmp_path)] == ["n"]
    assert values(BY_NAME["thirdparty"], tmp_path) == {"dates.thirdparty": 1}


def test_a_time_with_a_zone_is_an_instant_and_one_without_is_in_the_senders() -> None:
    zones = BY_NAME["zones"]
    three = datetime.fromisoformat("2026-07-01T17:00")
    row = {"text": "July 1 at 17:00 CEST", "ref": "2026-06-17T09:00:00", "utc": "2026-07-01T15:00"}
    assert hits(zones, row, (Slot(three, None, MADRID),)) == {"zones": 1}
    assert hits(zones, row, (Slot(three, None, "UTC"),)) == {"zones": 0}
    assert hits(zones, row, ()) == {"zones": 0}
    assert hits(zones, {**row, "utc": None}, (Slot(three, None, dates.NOWHERE),)) == {"zones": 1}
    assert hits(zones, {**row, "utc": None}, (Slot(three, None, MADRID),)) == {"zones": 0}


def test_look_alikes_are_no_rhythm() -> None:
    row = {"text": "the other day", "ref": "2026-03-05T09:00:00", "rrule": None}
    assert hits(BY_NAME["recurrence"], row, None) == {"recurrence": 1}
    assert hits(BY_NAME["recurrence"], row, "FREQ=DAILY") == {"recurrence": 0}


@given(st.permutations(["FREQ=WEEKLY", "BYDAY=MO,TU", "INTERVAL=2", "WKST=SU"]), st.permutations(["MO", "TU"]))
def test_a_rule_is_the_same_in_any_order(parts: list[str], days: list[str]) -> None:
    wanted = dates.normalised("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO;WKST=SU")
    said = ";".join(parts).replace("MO,TU", ",".join(days))
    assert dates.normalised(said) == wanted
    assert dates.normalised(f"{said};COUNT=3") != wanted


def test_what_says_nothing_in_a_rule_is_not_compared() -> None:
    assert dates.normalised("FREQ=WEEKLY;INTERVAL=1;WKST=MO") == dates.normalised("freq=weekly")
    assert dates.normalised("") is None


# --- answers

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


# --- notes

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


# --- overlap


def test_content_words_decide() -> None:
    assert share("send the memo", "I will SEND Minerva my memo") == 1
    assert share("send the memo", "I will send it") == 0.5
    assert pairs(["send the memo"], ["send it"]) == []


@given(st.lists(st.text("ab ", max_size=6), max_size=6), st.lists(st.text("ab ", max_size=6), max_size=6))
def test_each_is_matched_once_and_everything_with_itself(expected: list[str], ours: list[str]) -> None:
    found = pairs(expected, ours)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert len(pairs(expected, expected)) == len(expected)
