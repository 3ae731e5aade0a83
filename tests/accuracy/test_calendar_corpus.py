"""Scoring calendar files by the facts that other parsers agree on (`calendar/README.md`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accuracy import calendars
from accuracy.verdict import measures

LINES = (
    "BEGIN:VCALENDAR",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "UID:1@example.org",
    "DTSTAMP:20260301T090000Z",
    "SEQUENCE:2",
    "DTSTART;TZID=Europe/Madrid:20260303T160000",
    "DURATION:PT45M",
    "SUMMARY:Coffee\\, again",
    "ORGANIZER:MAILTO:Lee@example.org",
    "ATTENDEE;PARTSTAT=accepted;RSVP=TRUE:mailto:minerva@example.org",
    "RRULE:INTERVAL=1;FREQ=MONTHLY;BYDAY=1TU",
    "END:VEVENT",
    "END:VCALENDAR",
)
EVENT = {
    "uid": "1@example.org",
    "dtstamp": "20260301T090000Z",
    "sequence": 2,
    "start": {"kind": "tz", "value": "20260303T160000", "utc": "20260303T150000Z"},
    "end": {"kind": "tz", "value": "20260303T164500", "utc": "20260303T154500Z"},
    "summary": "Coffee, again",
    "organizer": "lee@example.org",
    "attendees": [["minerva@example.org", "ACCEPTED", None, "TRUE"]],
    "rrule": "BYDAY=1TU;FREQ=MONTHLY",
}


def scored(folder: Path, raw: str, **row: Any) -> dict[str, tuple[int, float]]:
    (folder / "calendar/data").mkdir(parents=True)
    (folder / "calendar/data/a.ics").write_bytes(raw.encode())
    (folder / "calendar/expected.jsonl").write_text(
        json.dumps({"file": "a.ics", "kind": "ics", "class": "facts", **row})
    )
    subject = calendars.SUBJECT
    return {one.name: (one.n, one.value) for one in measures(subject.judged(x) for x in subject.cases(folder))}


def facts(**event: object) -> dict[str, Any]:
    return {"n_events": 1, "method": "REQUEST", "events": [{**EVENT, **event}]}


def test_every_agreed_fact_is_one_to_get_right(tmp_path: Path) -> None:
    found = scored(tmp_path, "\r\n".join(LINES), facts=facts())
    assert found == {"calendar.facts": (11, 1), "calendar.files": (1, 1)}


@pytest.mark.parametrize(
    "wrong",
    [
        {"uid": "2@example.org"},
        {"sequence": 3},
        {"start": {"kind": "utc", "value": "20260303T160000"}},
        {"end": {"kind": "tz", "value": "20260303T170000"}},
        {"organizer": "ben@example.org"},
        {"attendees": []},
        {"rrule": "FREQ=MONTHLY"},
    ],
)
def test_a_fact_that_differs_is_wrong(tmp_path: Path, wrong: dict[str, object]) -> None:
    found = scored(tmp_path, "\r\n".join(LINES), facts=facts(**wrong))
    assert found["calendar.facts"] == (11, 10 / 11)


def test_a_fact_that_nobody_agreed_on_is_not_asked(tmp_path: Path) -> None:
    assert scored(tmp_path, "\r\n".join(LINES), facts={"n_events": 1, "events": [{}]})["calendar.facts"] == (1, 1)


def test_events_are_compared_in_the_order_of_the_corpus(tmp_path: Path) -> None:
    start = LINES.index("BEGIN:VEVENT")
    other = [line.replace("1@example.org", "0@example.org") for line in LINES[start:-1]]
    raw = "\r\n".join((*LINES[:-1], *other, LINES[-1]))
    wanted = {"n_events": 2, "events": [{"uid": "0@example.org"}, {"uid": "1@example.org"}]}
    assert scored(tmp_path, raw, facts=wanted)["calendar.facts"] == (3, 1)


def test_a_file_that_is_not_read_has_none_of_its_facts_right(tmp_path: Path) -> None:
    assert scored(tmp_path, "no calendar", facts=facts()) == {"calendar.facts": (11, 0), "calendar.files": (1, 0)}


def test_what_the_daemon_would_not_act_on_is_read_all_the_same(tmp_path: Path) -> None:
    raw = "\r\n".join(LINES).replace("METHOD:REQUEST", "METHOD:PUBLISH")
    found = scored(tmp_path, raw, facts={**facts(), "method": "PUBLISH"})
    assert found == {"calendar.facts": (11, 1), "calendar.files": (1, 1)}


def test_a_file_without_agreed_facts_must_only_not_crash(tmp_path: Path) -> None:
    assert scored(tmp_path, "BEGIN:VCALENDAR\n" * 50, **{"class": "robustness"}) == {"calendar.files": (1, 1)}
