"""iTIP cases of two calendar servers, by their own assertions (`calendar/README.md`), against the broker.

An adapter: it turns a case's texts into the broker's values, calls the broker, and compares. No rule of scheduling
stands here. What the cases leave open, and where RFC 5546 leaves a choice, is said in `REFERENCE` and `DIFFERENCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from accuracy import itip_text
from accuracy.subject import Case, Row, Subject, rows
from accuracy.verdict import Verdict

from assistant.mentoring import itip
from assistant.mentoring.itip import organizer, requests, versions
from assistant.mentoring.itip.event import Event, Moment, Party, Stored, address, stored
from assistant.mentoring.itip.occurrences import shown
from assistant.mentoring.itip.outcome import Message, Outcome, Refused
from assistant.mentoring.itip.outcome import Verdict as Judgement
from assistant.mentoring.itip.rules import Rules, sent
from assistant.mentoring.itip.significance import same_rule

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
ME = "mailto:user02@example.com"  # whose copy the REQUEST cases of Apple are about

# What a case holds that no broker of events decides, and why it is left out.
LEFT_OUT = {
    "X-CALENDARSERVER-ATTENDEE-COMMENT": "an extension of one server: comments that only the organizer sees",
}

# Names of extension properties and parameters that the cases of Apple are configured to pass on.
_NAMES = [f"{kind}{number}" for kind in ("PROP", "PARAM") for number in range(1, 10)]
_ALL = frozenset(f"X-TEST-ALL-{name}" for name in _NAMES)
REFERENCE = Rules(
    admits=True,  # both servers invite whoever answers; RFC 5546 §3.2.3 leaves it to the organizer. Ours asks
    alone=False,  # both servers restate the whole event; ours tells one occurrence alone (calendar.md S6)
    organizer_properties=_ALL | {f"X-TEST-ORGANIZER-{name}" for name in _NAMES},
    organizer_parameters=_ALL | {f"X-TEST-ORGANIZER-{name}" for name in _NAMES},
    attendee_properties=_ALL | {f"X-TEST-ATTENDEE-{name}" for name in _NAMES},
    attendee_parameters=_ALL | {f"X-TEST-ATTENDEE-{name}" for name in _NAMES},
)

# Where texts differ and say the same, or where the cases and RFC 5546 disagree: neither side of these is compared.
DIFFERENCES = (
    "VTIMEZONE, PRODID, VERSION, CALSCALE: the writer's, not the broker's",
    "DTSTAMP where the case gives none or **ANY**",
    "SCHEDULE-STATUS=2.0 and none: success is what an answer says that says nothing else (RFC 5546 §3.6)",
    "a parameter or property with its default value and none (RFC 5545: PARTSTAT, RSVP, TRANSP, RRULE's INTERVAL)",
    "RECURRENCE-ID in another zone: an occurrence is named by its instant (calendar.md R7)",
    "STATUS:CANCELLED in a CANCEL: RFC 5546 §3.2.5 demands it of one that is for all, both servers leave it out",
    "PARTSTAT of an attendee, RRULE, RDATE and EXDATE in a CANCEL: optional there, and the servers differ",
    "what Apple's scratch copy holds after an answer that it refuses: nobody ever stores it",
)


@dataclass(frozen=True, slots=True)
class Got:
    """Whether the case comes out as asserted, and what came, for people."""

    right: bool
    got: object = ""


def cases(corpus: Path) -> Iterator[Case]:
    for case in rows(corpus / "calendar" / "itip_cases.jsonl", key="id"):
        if not any(mark in str(case.row) for mark in LEFT_OUT):
            yield case


def read(case: Case) -> Got:
    row = case.row
    kind = max((name for name in KINDS if row["kind"].startswith(name)), key=len)
    return KINDS[kind](row.get("fields") or row)


def judge(case: Case, ours: Got) -> Iterator[Verdict]:
    row = case.row
    wanted = {name: value for name, value in (row.get("fields") or row).items() if name in ASSERTED}
    yield Verdict("calendar.cases", ours.right, 1, wanted, ours.got)


ASSERTED = frozenset({"expected", "expected_exception", "changed_txt", "filtered", "processed", "result", "success"})


# --- sabre/vobject


def _parse(row: Row) -> Got:
    """A change of one's own copy -> the messages that it sends."""
    old, new = itip.scheduled(itip_text.events(row["old"])), itip.scheduled(itip_text.events(row["new"]))
    if isinstance(old, Refused) or isinstance(new, Refused):
        return Got(bool(row["expected_exception"]), (old, new))
    found = itip.edited(old, new, row["user"], NOW, REFERENCE)
    wanted = row["expected"]
    right = not row["expected_exception"] and len(found) == len(wanted)
    for asserted, ours in zip(wanted, found, strict=False):
        said: dict[str, object] = {
            "uid": ours.uid,
            "method": ours.method,
            "component": "VEVENT",
            "sender": ours.sender.address,
            "senderName": ours.sender.name or None,
            "recipient": ours.recipient.address,
            "recipientName": ours.recipient.name or None,
            "significantChange": ours.significant,
        }
        for name, value in asserted.items():
            if name == "message":
                right = right and _same(value, ours.events)
            elif name in ("sender", "recipient"):
                right = right and said[name] == address(value)
            else:
                right = right and said[name] == value
    return Got(right, found)


def _process(row: Row) -> Got:
    """A message -> what is stored then. Nothing to store is what is stored already."""
    known = _stored(row["existing"])
    outcome = _received(known, row["input"])
    wanted = row["expected"] if row["expected"] is not None else row["existing"]
    if outcome.stored is None:
        return Got(not itip_text.events(wanted), outcome)
    return Got(_same(wanted, shown(outcome.stored)), outcome)


# --- Apple's calendar server


def _reply(row: Row) -> Got:
    known = _stored(row["calendar_txt"])
    outcome = _received(known, row.get("itip_txt") or row["itipmsg_txt"])
    success = row.get("success", row.get("expected", True))
    if not success:
        return Got(outcome.verdict is not Judgement.APPLIED and outcome.stored == known, outcome)
    assert outcome.stored is not None
    right = outcome.verdict is Judgement.APPLIED
    right = right and _same(row.get("changed_txt") or row["result"], shown(outcome.stored))
    who, changes = row.get("processed") or (row.get("attendee"), row.get("rids"))
    if who:
        right = right and outcome.who == address(who) and _changes(changes) == _ours(outcome)
    return Got(right, outcome)


def _changes(rids: list[Any]) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {(rid, tuple(sorted(x["kw"]["params"])), tuple(sorted(x["kw"]["props"]))) for rid, x in rids}


def _ours(outcome: Outcome) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {(itip_text.said(one.instant), one.parameters, one.properties) for one in outcome.changed}


def _request_came(row: Row) -> Got:
    """What a REQUEST makes of one's copy. These cases say nothing of versions: the messages are as old as the copy."""
    known = _stored(row["calendar_txt"])
    made = requests.requested(known, itip_text.events(row["itip_txt"]), ME, REFERENCE)
    changed = len(requests.differences(known, made))
    right = _same(row["changed_txt"], shown(made)) and row.get("changed_rid_count", changed) == changed
    return Got(right, (changed, made))


def _is_newer(row: Row) -> Got:
    known = stored(itip_text.events(row["calendar_txt"]))
    newer = versions.is_newer(itip_text.events(row["itip_txt"]), known)
    return Got(newer == row["expected"], newer)


def _request_made(row: Row) -> Got:
    invited = [address(who) for who in row["attendees"]]
    made = organizer.request(stored(itip_text.events(row["original"])), invited, NOW, REFERENCE)
    return Got(_same(row["filtered"], made), made)


def _cancel_made(row: Row) -> Got:
    parties = [Party(address(who)) for who in row["attendees"]]
    instants = [_instant(one) for one in row["instances"] or [None]]
    made = organizer.cancel(stored(itip_text.events(row["original"])), parties, instants, NOW)
    return Got(_same(row["filtered"], made), made)


def _instant(call: Row | None) -> datetime | None:
    """A `DateTime(...)` of the test's source: in UTC, or in the zone that it names."""
    if not call:
        return None
    named = (call.get("kw", {}).get("tzid") or {}).get("kw", {}).get("tzid", "UTC")
    return datetime(*call["args"], tzinfo=ZoneInfo(named)).astimezone(UTC)


def _prepared(row: Row) -> Got:
    made = tuple(sent(event, REFERENCE, reply=row["reply"]) for event in itip_text.events(row["original"]))
    return Got(_same(row["processed"], made), made)


# --- shared


def _stored(text: str | None) -> Stored | None:
    found = itip_text.events(text)
    return stored(found) if found else None


def _received(known: Stored | None, text: str) -> Outcome:
    """The cases name no sender: it is who the message is of."""
    message = Message(itip_text.method(text), itip_text.events(text))
    first = next(iter(message.events), None)
    owner = first.organizer.address if first and first.organizer else ""
    answers = message.method in ("REPLY", "COUNTER", "REFRESH")
    sender = first.attendees[0].address if answers and first and first.attendees else owner
    return itip.receive(known, message, sender, NOW, rules=REFERENCE)


def _same(text: str, ours: tuple[Event, ...]) -> bool:
    wanted = itip_text.events(text)
    off, stamped = itip_text.method(text) == "CANCEL", itip_text.is_stamped(text)
    plain = [_plain(event, off=off, stamped=stamped) for event in (*wanted, *ours)]
    return sorted(map(repr, plain[: len(wanted)])) == sorted(map(repr, plain[len(wanted) :]))


def _plain(event: Event, *, off: bool, stamped: bool) -> Event:
    """An event in one order, without what is not compared (`DIFFERENCES`)."""
    version = event.version if stamped else replace(event.version, stamp=NOW)
    attendees = sorted((_plain_party(one, off=off) for one in event.attendees), key=lambda one: one.address)
    shared = (one for one in event.properties if (one.name, one.value) != ("TRANSP", "OPAQUE"))
    return replace(
        event,
        version=version,
        recurrence=event.instant and Moment(event.instant),
        status="" if off else event.status,
        rule="" if off else ";".join(same_rule(event.rule)),
        listed=() if off else tuple(sorted(event.listed, key=lambda one: one.instant)),
        excluded=() if off else tuple(sorted(event.excluded, key=lambda one: one.instant)),
        organizer=event.organizer and _plain_party(event.organizer, off=off),
        attendees=tuple(attendees),
        properties=tuple(sorted(shared, key=lambda one: (one.name, one.value))),
    )


def _plain_party(party: Party, *, off: bool) -> Party:
    outcome = "" if party.outcome == "2.0" else party.outcome
    partstat = "NEEDS-ACTION" if off else party.partstat
    return replace(party, outcome=outcome, partstat=partstat, more=tuple(sorted(party.more)))


# By the beginning of the case's kind.
KINDS: dict[str, Callable[[Row], Got]] = {
    "parse": _parse,
    "process": _process,
    "test_processReply": _reply,
    "test_update_attendee_partstat": _reply,
    "test_sequenceComparison": _is_newer,
    "test_processRequest": _request_came,
    "test_processPollStatus": _request_came,
    "test_request": _request_made,
    "test_cancel": _cancel_made,
    "test_prepareSchedulingMessage": _prepared,
}

SUBJECT = Subject("itip", cases, read, judge, Got(right=False))
