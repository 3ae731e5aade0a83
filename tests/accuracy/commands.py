"""What a protégé's mail makes the assistant do: the right thing, a question, or something outward that nobody meant.

The mail is read, routed and understood as in the daemon, in a state made of the row (`command_world`); then the core
decides, so that what would leave is seen. An approval that the row does not want is the fault that must not be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accuracy.command_args import Said, said, says, shown_to_others, wrong
from accuracy.command_world import arrived, person_id
from accuracy.subject import Case, Subject, rows
from accuracy.verdict import Verdict

from assistant.engine.understand import understand
from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.decide import decide
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Notes
from assistant.mentoring.letters import LetterState

_LEAVES = frozenset({LetterState.APPROVED, LetterState.SENDING, LetterState.SENT})
# What a decision may change without having done anything: questions, and what is remembered of the mail.
_DEEDS = ("people", "goals", "actions", "meetings", "reminders", "recaps", "protege")
NOTES = frozenset({"notes", "L32"})


@dataclass(frozen=True, slots=True)
class Read:
    """said: in order. did: something changed. outward: something leaves, is removed, or a clock starts."""

    said: tuple[Said, ...]
    thread: str = ""
    did: bool = False
    outward: str = ""


def cases(corpus: Path) -> Iterator[Case]:
    return rows(corpus / "commands" / "commands.jsonl", key="id")


def read(case: Case) -> Read:
    found = arrived(case)
    event = understand(found)
    decision = decide(found.book, event, found.policy)
    spoken = said(event, case.row["in_reply_to"])
    if isinstance(event, happened.MailIgnored):
        spoken = (Said("unknown", asks=True),)
    return Read(spoken, found.route.person, _did(found.book, decision), _outward(found.book, decision.book))


def _did(before: Book, decision: Decision) -> bool:
    """Whether anything but words to the protégé came of it."""
    after = decision.book
    states = {letter.id: letter.state for letter in after.letters}
    return (
        any(getattr(before, name) != getattr(after, name) for name in _DEEDS)
        or any(states.get(letter.id) != letter.state for letter in before.letters)
        or any(not draft.to_protege for draft in decision.drafts)
    )


def _outward(before: Book, after: Book) -> str:
    """What leaves, is removed, or starts a clock, in words; "" for nothing."""
    was = {letter.id: letter.state for letter in before.letters}
    to_people = [letter for letter in after.letters if not letter.to_protege and not letter.own_mailbox]
    leaving = [x.id for x in to_people if x.state in _LEAVES and was.get(x.id) not in _LEAVES]
    if leaving:
        return f"leaves: {leaving}"
    for name in ("people", "goals", "actions", "meetings"):
        if len(getattr(after, name)) < len(getattr(before, name)):
            return f"removed: some of {name}"
    clocks = {person.id: person.ladder.started for person in before.people}
    started = [x.id for x in after.people if x.ladder.started and not clocks.get(x.id)]
    return f"a clock starts: {started}" if started else ""


def judge(case: Case, ours: Read) -> Iterator[Verdict]:
    row, expected = case.row, case.row["expected"]
    wanted = f"{_told(expected)} · {row['subject']} / {row['body']}"
    got = f"{[(one.verb, one.person, 'asked' if one.asks else '') for one in ours.said]} {ours.outward}"
    sure = bool(ours.said) and not any(one.asks for one in ours.said)
    if expected["ask"]:
        if ours.outward or (sure and ours.did):
            yield Verdict("commands.right", 0, 1, wanted, got)
    else:
        yield Verdict("commands.acted", sure, 1, wanted, got)
        if sure:
            faults = _faults(row, ours)
            yield Verdict("commands.right", not faults, 1, f"{faults} · {wanted}", got)
    must_not = set(expected.get("must_not", ()))
    if expected["ask"] or must_not or row.get("trap"):
        yield Verdict("commands.outward", _is_outward(expected, must_not, ours), 1, wanted, got)
    yield from _private(expected, ours)


def _told(expected: dict[str, Any]) -> str:
    must_not = f" never {expected['must_not']}" if expected.get("must_not") else ""
    return (
        f"{'ASK ' if expected['ask'] else ''}{expected['verb']} {expected['person'] or ''} {expected['args']}{must_not}"
    )


def _is_outward(expected: dict[str, Any], must_not: set[str], ours: Read) -> bool:
    """An effect that a verb of `must_not` would have, or on a row that must be asked about any outward one."""
    forbidden = any(one.verb in must_not and not one.asks for one in ours.said) and ours.did
    return bool(forbidden or (expected["ask"] and ours.outward))


def _faults(row: dict[str, Any], ours: Read) -> list[str]:
    expected = row["expected"]
    parts = expected.get("parts") or [expected]
    if len(parts) != len(ours.said):
        return [f"{len(parts)} things are said"]
    return [
        fault
        for part, one in zip(parts, ours.said, strict=True)
        for fault in _part({**expected, **part}, one, row, ours.thread)
    ]


def _part(expected: dict[str, Any], one: Said, row: dict[str, Any], thread: str) -> Iterator[str]:
    also = set(expected.get("also_ok", ()))
    if one.verb != expected["verb"] and not {one.verb, expected["verb"]} <= NOTES:
        if one.verb not in also:
            yield f"verb {one.verb}"
        return
    person = one.person or thread
    if expected["person"] and person_id(person or _by_context(row)) != person_id(expected["person"]):
        yield f"person {person}"
    for name, (value, got) in wrong(_args(expected, row), one.args).items():
        yield f"{name}: {value!r} is {got!r}"


def _args(expected: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """People are ids; the code of a challenge is in the address that was answered."""
    args = dict(expected["args"])
    for name in ("via", "other"):
        if args.get(name):
            args[name] = person_id(args[name])
    if "candidates" in args:
        args["candidates"] = [person_id(name) for name in args["candidates"]]
    if row["in_reply_to"] == "challenge":
        args.pop("code", None)
    return args


def _by_context(row: dict[str, Any]) -> str:
    """Whom a command means that names nobody, outside a person's thread: the core knows it from the book."""
    context = row["context"]
    met = [context[name]["with"] for name in ("next_meeting", "last_meeting") if context.get(name)]
    waiting = [one["person"] for one in context.get("pending") or ()]
    code = next((one["person"] for one in context.get("pending") or () if one["code"] in row["body"]), "")
    return str(code or next(iter(met), "") or (waiting[0] if len(waiting) == 1 else ""))


def _private(expected: dict[str, Any], ours: Read) -> Iterator[Verdict]:
    phrases = expected["args"].get("private")
    if not phrases:
        return
    found = [one.args["notes"] for one in ours.said if isinstance(one.args.get("notes"), Notes)]
    shown = "\n".join(shown_to_others(notes) for notes in found)
    leaked = [phrase for phrase in phrases if says(shown, phrase)]
    yield Verdict("notes.private", bool(leaked), 1, f"private: {phrases}", f"shown to others: {leaked}")


SUBJECT = Subject("commands", cases, read, judge, Read(()))
