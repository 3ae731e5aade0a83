"""Scoring dates, zones and rhythms, as `text/README.md` says."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from accuracy import dates
from accuracy.made_up import corpus
from accuracy.scoring import BY_NAME, MADRID, hits, values
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Slot
from assistant.reading.dates import Found

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
