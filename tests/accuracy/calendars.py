"""Calendar files: whether they are read, and the facts on which three other parsers agree (`calendar/README.md`).

They are read with the reader that the daemon's guards and judgement stand on (`invite_facts`), whatever their METHOD:
what the daemon may act on is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import zip_longest
from pathlib import Path
from typing import Any

from accuracy.dates import normalised
from accuracy.mails import ARRIVED, TRUST
from accuracy.subject import Case, Subject, rows
from accuracy.verdict import Verdict

from assistant.mentoring.facts import Mail
from assistant.reading import message
from assistant.reading.invite import invites
from assistant.reading.invites.facts import CalendarFacts, EventFacts, Kind, When, facts

_HEAD = b"From: Lee <lee@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n"

Facts = dict[str, Any]
_NO_FACTS: Facts = {"events": []}


@dataclass(frozen=True, slots=True)
class Read:
    """`parts`: the facts of each calendar in a mail; `mail`: None where reading it crashed."""

    mail: Mail | None
    parts: tuple[Facts, ...] = ()


def cases(corpus: Path) -> Iterator[Case]:
    for case in rows(corpus / "calendar" / "expected.jsonl", key="file"):
        if (case.folder / "data" / str(case.row.get("file"))).is_file():
            yield case


def read(case: Case) -> Read:
    """A bare calendar file comes in a mail of its own, so that it is decoded as one."""
    raw = (case.folder / "data" / case.row["file"]).read_bytes()
    mail = message.read(raw if case.row["kind"] == "eml" else _HEAD + raw, ARRIVED, trust=TRUST)
    for text in mail.calendars:
        invites(text)  # what the daemon makes of it is not scored, but it counts for crashes and for time
    return Read(mail, tuple(_facts(facts(text)) for text in mail.calendars))


def judge(case: Case, ours: Read) -> Iterator[Verdict]:
    """Every fact that is asserted, of every calendar of a mail; a calendar that we do not find has none of them right.

    A file is right when it and all its calendars are read, one of the class `robustness` when it neither crashes nor
    hangs. "0 over 5 s" is seen in the slowest row.
    """
    row = case.row
    if row["class"] == "robustness":
        yield Verdict("calendar.files", ours.mail is not None, 1, "no crash")
        return
    wanted: list[Facts] = [row["facts"]] if row["kind"] == "ics" else row["parts"]
    if row["kind"] == "eml" and row["mime"].get("from_addr"):
        sender = ours.mail.senders[0].email if ours.mail and ours.mail.senders else "none"  # as the corpus says it
        asserted = row["mime"]["from_addr"].lower()
        yield Verdict("calendar.facts", sender == asserted, 1, {"from": asserted}, sender)
    read_all = len(ours.parts) == len(wanted) and all(part["is_calendar"] for part in ours.parts)
    yield Verdict("calendar.files", read_all, 1, f"{len(wanted)} calendars are read", ours.parts)
    for facts_of_part, got in zip_longest(wanted, ours.parts[: len(wanted)], fillvalue=_NO_FACTS):
        yield from _compared(facts_of_part, got)


def _compared(wanted: Facts, got: Facts) -> Iterator[Verdict]:
    for name in ("n_events", "method"):
        if name in wanted:
            yield Verdict("calendar.facts", _same(wanted[name], got.get(name)), 1, {name: wanted[name]}, got.get(name))
    for number, event in enumerate(wanted["events"]):
        ours = got["events"][number] if number < len(got["events"]) else {}
        for name, value in event.items():
            given = normalised(value) if name == "rrule" else value
            yield Verdict("calendar.facts", _same(given, ours.get(name)), 1, {name: given}, ours.get(name))


def _same(wanted: object, ours: object) -> bool:
    """What is asserted of a time is compared, and nothing that is not."""
    if isinstance(wanted, dict) and (not wanted or wanted.keys() & {"kind", "value", "utc"}):
        return all(isinstance(ours, dict) and ours.get(name) == value for name, value in wanted.items())
    if isinstance(wanted, list) and isinstance(ours, list):  # attendees; the words of RFC 5545 have no case
        return sorted(str(one).upper() for one in wanted) == sorted(str(one).upper() for one in ours)
    if isinstance(wanted, str) and isinstance(ours, str):
        return wanted.strip() == ours.strip()
    return wanted == ours


# --- our facts in the corpus's words


def _facts(found: CalendarFacts) -> Facts:
    events = sorted((_event(event) for event in found.events), key=_order)
    method = next(iter(found.methods), None)
    held = found.calendars + found.count > 0
    return {"is_calendar": held, "method": method, "n_events": found.count, "events": events}


def _order(event: Facts) -> tuple[str, ...]:
    """ "sorted by (uid, recurrence-id value, dtstart value, summary)"; a time that is not there comes last."""
    times = [(event[name] or {}).get("value", "None") for name in ("rid", "start")]
    return (event["uid"] or "", *times, event["summary"])


def _event(event: EventFacts) -> Facts:
    stamp = _time(event.stamp) or {}
    return {
        "uid": event.uid or None,
        "summary": event.summary,  # an empty one and none at all say the same
        "sequence": event.sequence,
        "status": event.status or None,
        "rrule": normalised(event.rule or None),
        "dtstamp": stamp.get("utc") or stamp.get("value"),
        "organizer": event.organizer.value if event.organizer else None,
        "attendees": [[one.value, one.status or None, one.role or None, one.rsvp or None] for one in event.attendees],
        "start": _time(event.start),
        "end": _time(event.end),
        "rid": _time(event.recurrence),
    }


def _time(when: When | None) -> Facts | None:
    if when is None or when.local is None:
        return None
    if when.kind is Kind.DAY:
        return {"kind": "date", "value": f"{when.local:%Y%m%d}"}
    known = {"utc": f"{when.aware.astimezone(UTC):%Y%m%dT%H%M%SZ}"} if when.aware else {}
    return {"kind": when.kind.value, "value": f"{when.local:%Y%m%dT%H%M%S}", **known}


SUBJECT = Subject("calendar", cases, read, judge, Read(None))
