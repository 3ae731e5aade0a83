"""Cases of the iTIP suites in words of our own: what somebody sends, hears and keeps."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from accuracy import itip
from accuracy.verdict import measures

LEE, MINERVA, BEN = "mailto:lee@example.org", "mailto:minerva@example.org", "mailto:ben@example.org"
OWNER = f"ORGANIZER;CN=Lee:{LEE}"
AT, LATER = "DTSTART:20260303T150000Z", "DTSTART:20260304T150000Z"
WEEKLY = "RRULE:FREQ=WEEKLY"
SECOND, THIRD = "20260310T150000Z", "20260317T150000Z"
DAY, DAY_2 = "DTSTART;VALUE=DATE:20260303", "20260310"
MADRID, MADRID_2 = "DTSTART;TZID=Europe/Madrid:20260303T160000", "TZID=Europe/Madrid:20260310T160000"
NEW = "DTSTAMP:**ANY**"


def who(address: str, more: str = "") -> str:
    """An attendee, called by the name that their address says."""
    return f"ATTENDEE;CN={address[7:].partition('@')[0].title()}{more}:{address}"


def vevent(*lines: str, kind: str = "VEVENT") -> str:
    return "\n".join((f"BEGIN:{kind}", "UID:1@example.org", *lines, f"END:{kind}"))


def calendar(*events: str, method: str = "") -> str:
    head = ("BEGIN:VCALENDAR", *([f"METHOD:{method}"] if method else []))
    return "\n".join((*head, *events, "END:VCALENDAR"))


def said(method: str, sender: str, to: str, *events: str, **more: object) -> dict[str, object]:
    """One message that is to be sent."""
    names = {one: one[7:].partition("@")[0].title() for one in (sender, to)}
    return {
        "uid": "1@example.org", "method": method, "component": "VEVENT", "sender": sender, "senderName": names[sender],
        "recipient": to, "recipientName": names[to], "message": calendar(*events, method=method), **more,
    }  # fmt: skip


def edit(old: str | None, new: str | None, user: str, *expected: object) -> dict[str, Any]:
    return {"kind": "parse", "old": old, "new": new, "user": user, "expected": expected, "expected_exception": None}


def hear(message: str, existing: str | None, expected: str | None) -> dict[str, Any]:
    return {
        "kind": "process", "input": message, "existing": existing, "expected": expected, "expected_exception": None
    }  # fmt: skip


def mine(answer: str, *lines: str, owner: str = OWNER) -> str:
    """Minerva's own copy, with her answer."""
    return calendar(vevent("SEQUENCE:1", owner, who(MINERVA, f";PARTSTAT={answer}"), *(lines or (AT,))))


def reply(answer: str, *lines: str) -> str:
    return vevent("SEQUENCE:1", NEW, *lines, OWNER, who(MINERVA, f";PARTSTAT={answer}"))


FORCED = OWNER.replace("ORGANIZER", "ORGANIZER;SCHEDULE-FORCE-SEND=REPLY")
BOTH = (OWNER, who(MINERVA), who(BEN))


def series(*lines: str, sequence: int = 1) -> str:
    return vevent(f"SEQUENCE:{sequence}", OWNER, who(MINERVA), AT, WEEKLY, *lines)


def occurrence(at: str, *lines: str, sequence: int = 1) -> str:
    return vevent(f"SEQUENCE:{sequence}", f"RECURRENCE-ID:{at}", f"DTSTART:{at}", *lines)


def heard(attendee: str, *lines: str) -> str:
    """A REPLY of somebody."""
    event = vevent("SEQUENCE:1", NEW, f"ORGANIZER:{LEE}", f"ATTENDEE;PARTSTAT=ACCEPTED:{attendee}", *lines)
    return calendar(event, method="REPLY")


ACCEPTED = ";PARTSTAT=ACCEPTED"


def score(folder: Path, *rows: object) -> list[tuple[str, int, float]]:
    (folder / "calendar").mkdir(exist_ok=True)
    (folder / "calendar/itip_cases.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    judged = (itip.SUBJECT.judged(case) for case in itip.SUBJECT.cases(folder))
    return [(one.name, one.n, one.value) for one in measures(judged)]
