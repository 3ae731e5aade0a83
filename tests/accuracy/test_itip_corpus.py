"""Scoring iTIP cases: the adapter translates, a wrong outcome is wrong, and what is left out is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accuracy import itip, itip_probes
from accuracy.verdict import measures


def vevent(*lines: str, method: str = "", attendee: str = "") -> str:
    """A series of Lee's, with Minerva."""
    head = ["BEGIN:VCALENDAR", *([f"METHOD:{method}"] if method else []), "BEGIN:VEVENT", "UID:1@example.org"]
    people = ["ORGANIZER;CN=Lee:mailto:lee@example.org", f"ATTENDEE{attendee};CN=Minerva:mailto:minerva@example.org"]
    return "\r\n".join([*head, *people, *lines, "END:VEVENT", "END:VCALENDAR"])


def poll(parameters: str = "", *, votes: str = "", method: str = "", items: bool = False) -> str:
    """A poll of Lee's, with Minerva's vote on the one alternative."""
    head = ["BEGIN:VCALENDAR", *([f"METHOD:{method}"] if method else []), "BEGIN:VPOLL", "UID:1@example.org"]
    voter = ["ORGANIZER:mailto:lee@example.org", "BEGIN:VVOTER", f"VOTER{parameters}:mailto:minerva@example.org"]
    vote = ["BEGIN:VOTE", "POLL-ITEM-ID:1", f"RESPONSE:{votes}", "END:VOTE"] if votes else []
    item = ["BEGIN:VEVENT", *TIMES, "POLL-ITEM-ID:1", "END:VEVENT"] if items else []
    return "\r\n".join([*head, *voter, *vote, "END:VVOTER", *item, "END:VPOLL", "END:VCALENDAR"])


TIMES = ("DTSTART:20260303T150000Z", "DTEND:20260303T154500Z")
WEEKLY = (*TIMES, "RRULE:FREQ=WEEKLY", "SEQUENCE:1")
SECOND = "20260310T150000Z"


def changed(rid: str) -> list[Any]:
    return [[rid, {"call": "ReplyChanges", "args": [], "kw": {"params": ["PARTSTAT"], "props": []}}]]


INVITED = {
    "uid": "1@example.org", "method": "REQUEST", "component": "VEVENT", "sender": "mailto:lee@example.org",
    "senderName": "Lee", "recipient": "mailto:minerva@example.org", "recipientName": "Minerva",
    "message": vevent(*TIMES, "DTSTAMP:**ANY**", method="REQUEST", attendee=";PARTSTAT=NEEDS-ACTION"),
}  # fmt: skip
ROWS: dict[str, dict[str, Any]] = {
    "a new event": {
        "kind": "parse", "old": None, "new": vevent(*TIMES), "user": "mailto:lee@example.org",
        "expected": [INVITED], "expected_exception": None,
    },
    "two organizers": {
        "kind": "parse", "old": None, "user": "mailto:lee@example.org", "expected": [], "expected_exception": "yes",
        "new": vevent(*TIMES, "END:VEVENT", "BEGIN:VEVENT", "UID:1@example.org", "ORGANIZER:mailto:ben@example.org"),
    },
    "an answer": {
        "kind": "process", "existing": vevent("SEQUENCE:2"), "expected_exception": None,
        "input": vevent("SEQUENCE:2", method="REPLY", attendee=";PARTSTAT=ACCEPTED"),
        "expected": vevent("SEQUENCE:2", attendee=";PARTSTAT=ACCEPTED;SCHEDULE-STATUS=2.0"),
    },
    "nothing to store": {
        "kind": "process", "existing": None, "input": vevent(method="CANCEL"), "expected": None,
        "expected_exception": None,
    },
    "an answer to one": {"kind": "test_processReply", "fields": {
        "calendar_txt": vevent(*WEEKLY), "expected": True, "processed": ["mailto:minerva@example.org", changed(SECOND)],
        "itip_txt": vevent(f"RECURRENCE-ID:{SECOND}", "SEQUENCE:1", method="REPLY", attendee=";PARTSTAT=DECLINED"),
        "changed_txt": vevent(*WEEKLY)[: -len("END:VCALENDAR")] + "\r\n".join(
            vevent(f"RECURRENCE-ID:{SECOND}", f"DTSTART:{SECOND}", "DTEND:20260310T154500Z", "SEQUENCE:1",
                   attendee=";PARTSTAT=DECLINED").split("\r\n")[1:]),
    }},
    "an older request": {"kind": "test_sequenceComparison", "fields": {
        "calendar_txt": vevent(*WEEKLY), "itip_txt": vevent(*TIMES, "SEQUENCE:0", method="REQUEST"), "expected": False,
    }},
    "a request came": {"kind": "test_processRequest_mergeAttendeePartstat", "fields": {
        "calendar_txt": vevent(*TIMES), "itip_txt": vevent(*TIMES, "SUMMARY:Tea", method="REQUEST"),
        "changed_txt": vevent(*TIMES, "SUMMARY:Tea"), "changed_rid_count": 1,
    }},
    "a request made": {"kind": "test_request", "fields": {
        "original": vevent(*TIMES), "filtered": "", "attendees": ["mailto:ben@example.org"],
    }},
    "a cancel made": {"kind": "test_cancel", "fields": {
        "original": vevent(*WEEKLY), "attendees": ["MAILTO:minerva@example.org"],
        "instances": [{"call": "DateTime", "args": [2026, 3, 10, 16, 0, 0],
                       "kw": {"tzid": {"call": "Timezone", "kw": {"tzid": "Europe/Madrid"}}}}],
        "filtered": vevent(f"RECURRENCE-ID:{SECOND}", f"DTSTART:{SECOND}", "DTEND:20260310T154500Z", "SEQUENCE:2",
                           method="CANCEL"),
    }},
    "a vote": {"kind": "test_processReply", "fields": {
        "calendar_txt": poll(";RSVP=TRUE", items=True), "itip_txt": poll(votes="100", method="REPLY"),
        "changed_txt": poll(";SCHEDULE-STATUS=2.0", votes="100", items=True), "expected": True,
        "processed": ["mailto:minerva@example.org", changed("")],
    }},
    "how a poll stands": {"kind": "test_processPollStatus", "fields": {
        "calendar_txt": poll(items=True), "itip_txt": poll(votes="0", method="POLLSTATUS"),
        "changed_txt": poll(votes="0", items=True),
    }},
    "what is private": {"kind": "test_prepareSchedulingMessage", "fields": {
        "original": vevent("X-FOO:1", "LOCATION;X-FOO=1:Home"), "processed": vevent("LOCATION:Home"), "reply": False,
    }},
}  # fmt: skip


def scored(folder: Path, *rows: dict[str, Any]) -> dict[str, tuple[int, float]]:
    (folder / "calendar").mkdir(exist_ok=True)
    (folder / "calendar/itip_cases.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return {
        one.name: (one.n, one.value) for one in measures(itip.SUBJECT.judged(x) for x in itip.SUBJECT.cases(folder))
    }


@pytest.mark.parametrize("name", ROWS)
def test_a_case_that_comes_out_as_asserted_is_right(tmp_path: Path, name: str) -> None:
    assert scored(tmp_path, {"id": name, **ROWS[name]}) == {"calendar.cases": (1, 1)}


@pytest.mark.parametrize("name", sorted(ROWS.keys() - {"nothing to store", "two organizers", "a request made"}))
def test_a_case_that_asserts_something_else_is_wrong(tmp_path: Path, name: str) -> None:
    row = json.dumps(ROWS[name])
    others = {
        "minerva@": "mallory@",
        "RESPONSE:100": "RESPONSE:5",
        "RESPONSE:0": "RESPONSE:5",
        "false": "true",
        "Home": "Away",
        "SUMMARY:Tea": "SUMMARY:Ale",
    }
    asserted = ("expected", "changed_txt", "filtered", "processed")
    row = json.loads(row)
    fields = row.get("fields", row)
    for key in asserted:
        text = json.dumps(fields.get(key))
        for one, other in others.items():
            text = text.replace(one, other)
        fields[key] = json.loads(text)
    assert scored(tmp_path, {"id": name, **row})["calendar.cases"] == (1, 0)


def test_an_event_of_two_minds_that_is_expected_to_go_is_wrong(tmp_path: Path) -> None:
    row = {"id": "x", **ROWS["two organizers"], "expected_exception": None}
    assert scored(tmp_path, row)["calendar.cases"] == (1, 0)


def test_what_is_no_case_of_events_is_left_out_by_name(tmp_path: Path) -> None:
    comments = vevent("X-CALENDARSERVER-ATTENDEE-COMMENT:late")
    assert scored(tmp_path, {"id": "x", "kind": "test_processReply", "fields": {"changed_txt": comments}}) == {}
    assert all(itip.LEFT_OUT.values())


def test_the_probes_are_counted_where_the_cases_are(tmp_path: Path) -> None:
    probes = itip_probes.SUBJECT
    assert list(probes.cases(tmp_path)) == []
    scored(tmp_path, {"id": "an answer", **ROWS["an answer"]})
    found = measures(probes.judged(case) for case in probes.cases(tmp_path))
    assert [(one.name, one.n, one.value) for one in found] == [("calendar.probes", 7, 1)]


def test_a_broken_case_is_the_corpus_fault_and_shown_as_one(tmp_path: Path) -> None:
    assert scored(tmp_path, {"id": "x", "kind": "parse"})["calendar.cases"] == (1, 0)
