"""Oracles of single calendar messages: what is cancelled was invited, versions only rise, and each was approved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from simulation.calendars import Diary, Entry, Event, Message, message
from simulation.evidence import commands, owner_of, to_people
from simulation.mails import Got, calendar_of, plain
from simulation.oracles_calendars import calendar_mails
from simulation.owner import Owner
from simulation.run import Run

from assistant.writing.checker import check


def cancelled_what_was_invited(run: Run) -> Iterator[str]:
    """Every CANCEL's UID, and its occurrence, once came as a REQUEST to that very address."""
    for address, mails in calendar_mails(run).items():
        invited: dict[str, list[Event]] = {}
        for got in mails:
            came = message(got.calendar)
            for event in came.events:
                if came.method == "REQUEST":
                    invited.setdefault(event.uid, []).append(event)
                elif came.method == "CANCEL" and not _was_invited(event, invited.get(event.uid, [])):
                    what = f"{event.uid[:6]}{f' on {event.one:%d %b %H:%M}' if event.one else ''}"
                    yield f"{address} got a CANCEL of {what} ({got.subject!r}), which never came as a REQUEST"


def _was_invited(event: Event, known: list[Event]) -> bool:
    if event.one is None:
        return bool(known)
    return any(event.one == k.one or event.one in set(k.starts(event.one)) for k in known)


def versions_rise(run: Run) -> Iterator[str]:
    """SEQUENCE and DTSTAMP never fall for a reader, and another time has a higher SEQUENCE (RFC 5546 §2.1.4)."""
    for address, mails in calendar_mails(run).items():
        diary = Diary()
        for got in mails:
            came = message(got.calendar)
            for event in came.events if came.method in ("REQUEST", "CANCEL") else ():
                wrong = _wrong_version(came, event, diary.entries.get(event.uid, Entry()))
                if wrong:
                    yield f"{address} got {got.subject!r} at {got.at:%d %b %H:%M}: {wrong} ({event.uid[:6]})"
            diary.takes(got.calendar)


def _wrong_version(came: Message, event: Event, entry: Entry) -> str:
    known = entry.version if event.one is None else entry.known(event.one)
    if known is None:
        return ""
    if event.sequence < known[0]:
        return f"SEQUENCE fell from {known[0]} to {event.sequence}"
    if event.stamp < known[1]:
        return f"DTSTAMP fell from {known[1]:%d %b %H:%M:%S} to {event.stamp:%d %b %H:%M:%S}"
    changed = came.method == "REQUEST" and _times_changed(event, entry)
    return f"another time with the same SEQUENCE {event.sequence}" if changed and event.sequence == known[0] else ""


def _times_changed(event: Event, entry: Entry) -> bool:
    if event.one is None:
        return entry.cancelled or (entry.whole is not None and entry.whole.times != event.times)
    if event.one in entry.ones:
        return entry.ones[event.one].times != event.times
    return event.one in entry.gone or event.start != event.one


def approved_one_by_one(run: Run) -> Iterator[str]:
    """Each calendar mail to somebody else has its own draft, and that draft's code was approved before it left."""
    sent: Counter[tuple[str, str, str]] = Counter()
    for got in to_people(run):
        owner = owner_of(run, got) if got.calendar else None
        if owner is None:
            continue
        key = (owner.first, got.subject, plain(got.text))
        sent[key] += 1
        codes = _approved_codes(run, owner, got)
        if len(codes) < sent[key]:
            yield f"{got.to} got {got.subject!r} at {got.at:%d %b %H:%M}: {len(codes)} approvals for {sent[key]} mails"


def _approved_codes(run: Run, owner: Owner, got: Got) -> set[str]:
    """The codes of the drafts with these words that the protégé had said SEND to when the cycle began; "" names one."""
    told = [m for m in commands(run, owner) if (m.arrived or m.at) <= got.cycle]
    same = [d for m in told for d in m.approves if d.subject == got.subject and plain(d.text) == plain(got.text)]
    return {d.code for d in same}


def invites_are_sound(run: Run) -> Iterator[str]:
    """Every calendar that anybody got passes writing's own checker, and its one attendee is the reader (S2)."""
    for address, mails in calendar_mails(run).items():
        for got in mails:
            for wrong in check(calendar_of(got.raw)):
                yield f"{address} got {got.subject!r}: {wrong}"
            for event in message(got.calendar).events:
                if event.attendee and event.attendee != address:
                    yield f"{address} got {got.subject!r} for {event.attendee}"
