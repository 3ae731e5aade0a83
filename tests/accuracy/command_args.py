"""What the assistant read in a command mail, in the words of the corpus (`commands/README.md`, "Args by verb")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from accuracy.dates import normalised

from assistant.mentoring import events as happened
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.facts import Notes
from assistant.reading import dates as reading

Args = dict[str, Any]

# Which field of a command holds what the corpus calls `text` under these names.
_TEXT = {
    Verb.HELP: "topic",
    Verb.SETTING: "value",
    Verb.REACH_OUT: "topic",
    Verb.THANK: "reason",
    Verb.SAID_LATER: "said",
    Verb.ACTIONS: "ref",
}
# And what it calls `op`.
_OP = {
    Verb.SETTING: "setting",
    Verb.RELATION: "relation",
    Verb.TOUCH: "touch",
    Verb.ANSWERED: "answer",
    Verb.STOP: "scope",
    Verb.FIT: "fit",
    Verb.CALENDAR: "answer",
}
_BECAUSE = {Verb.NEW_MENTOR: "reason"}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a mail says. `person`: an id of the book or a name; asks: it ends in a question, not in a deed."""

    verb: str
    person: str | None = None
    args: Args = field(default_factory=dict)
    asks: bool = False


def said(event: happened.Event, under: str | None) -> tuple[Said, ...]:
    """What an event of a protégé's mail says. `under`: the kind of our mail that it answers, as the corpus names it."""
    match event:
        case happened.CommandsGiven():
            return tuple(_merged([_command(one, under) for given in event.commands for one in _each(given)]))
        case happened.NotesForwarded():
            args = {"notes": event.notes, "text": event.text}
            return (Said("notes", event.person or None, args, asks=event.confirm or not event.person),)
        case happened.AnswerReceived():
            found = event.answer
            date = found.until.isoformat() if found.until else None
            args = {"answer": found.meaning.value, "date": date, "text": event.text}
            return (Said("forward_answer", event.person, args, asks=not found.certain),)
        case happened.ChallengeAnswered():
            return (Said("answer", None, {"answer": "yes" if event.yes else "no", "code": "known"}, event.unclear),)
        case happened.CorrespondenceSeen():
            person = event.people[0] if len(event.people) == 1 else None
            return (Said("L18", person, {"date": event.at.date().isoformat(), "bcc": True}),)
        case happened.InviteReceived():
            start = event.invite.start.isoformat()[:16]
            return (Said("forward_invite", event.person, {"start": start, "place": event.invite.place}),)
        case _:
            return (Said("unknown", asks=True),)


def _each(command: Command) -> list[Command]:
    """What is one command of ours and several for the corpus: "warmer+shorter", and the lines of one brief."""
    if command.verb is Verb.PREP and command.op == "lines":
        return [*_lines(command)]
    if command.verb is not Verb.EDIT or "+" not in command.op:
        return [command]
    return [replace(command, op=op) for op in command.op.split("+")]


def _lines(command: Command) -> Iterator[Command]:
    """The lines of a brief, each for itself; an idea belongs to the question above it."""
    for index, (op, text) in enumerate(command.fields):
        above = command.fields[index - 1][0] if index else ""
        if op == "idea" and above == "ask":
            continue
        below = command.fields[index + 1 : index + 2] if op == "ask" else ()
        yield replace(command, op=op, text=text, fields=tuple(pair for pair in below if pair[0] == "idea"))


def _command(command: Command, under: str | None) -> Said:
    """A bare yes or no means what the answered mail makes of it."""
    asks = bool(command.ask or command.candidates)
    person = command.person or command.named or None
    if command.verb is Verb.YES:
        drafts = under in {"draft", "reattempt", "invite_draft"}
        verb = "L15" if drafts else "L33" if under == "recap" else "answer" if under else "thanks_only"  # only noted
        return Said(verb, person, {"op": "ok", "answer": "yes", "code": command.code or None}, asks)
    if command.verb is Verb.NO:
        return Said("answer", person, {"answer": "no"}, asks)
    return Said(command.verb.value, person, _args(command), asks)


def _args(command: Command) -> Args:
    fields = dict(command.fields)
    day = command.day.isoformat() if command.day else None
    until = command.until.isoformat() if command.until else None
    hour = command.time.strftime("%H:%M") if command.time else None
    op = "later" if (command.verb, command.op) == (Verb.SKIP, "hold") else command.op or None
    args: Args = {
        "op": op,
        "text": command.text or None,
        "number": command.number,
        "because": command.because or None,
        "address": command.email or None,
        "name": command.named or None,
        "maybe": command.op == "maybe",
        "evidence": command.op == "evidence",
        "code": command.code or None,
        "date": day,
        "until": until,
        "start": command.at.isoformat()[:16] if command.at else None,
        "time": hour,
        "place": command.place or None,
        "minutes": command.minutes,
        "months": command.months,
        "rrule": command.rrule or None,
        "bcc": False,
        "answers": {str(number): text for number, text in command.answers},
        "changes": fields,
        "candidates": list(command.candidates),
        **fields,
        _TEXT.get(command.verb, "text"): command.text or None,
        _OP.get(command.verb, "op"): op,
        _BECAUSE.get(command.verb, "because"): command.because or None,
    }
    if command.verb is Verb.SETTING and command.day:
        args |= {"from": day, "to": until}
    if command.verb is Verb.ACTIONS:
        args |= {"ref": fields.get("ref") or command.text or None, "result": command.text or None}
    if command.verb is Verb.SAID_LATER:
        args["date"] = until or day
    if command.verb is Verb.RECAP:
        args |= _recap(command, fields, day)
    return args


def _recap(command: Command, fields: dict[str, str], day: str | None) -> Args:
    """One correction of a recap; those of one mail are put together by `_merged`."""
    if command.op == "fix":
        told = {key: value for key, value in fields.items() if key != "of"}  # in which list the line stands
        return {"fixes": [{"n": command.number, "ref": command.text or None, **told}]}
    if command.op == "due":
        return {"op": "fix", "due": day}
    if command.op == "next":
        return {"op": "fix", "next": command.at.isoformat()[:16] if command.at else day}
    return {}


def _merged(found: Sequence[Said]) -> Iterable[Said]:
    """All corrections of a recap are one."""
    fixes = [one for one in found if one.verb == Verb.RECAP.value]
    if len(fixes) < 2:
        return found
    args: Args = {}
    for one in fixes:
        args = {**args, **{name: value for name, value in one.args.items() if value}}
    args["fixes"] = [fix for one in fixes for fix in one.args.get("fixes", ())]
    merged = Said(Verb.RECAP.value, fixes[0].person, args, any(one.asks for one in fixes))
    return [merged, *(one for one in found if one.verb != Verb.RECAP.value)]


def wrong(expected: Args, ours: Args) -> dict[str, tuple[object, object]]:
    """Which args differ, each as expected and as read."""
    return {name: (value, _shown(name, ours)) for name, value in expected.items() if not _is_right(name, value, ours)}


def _shown(name: str, ours: Args) -> object:
    return ours.get(name, ours.get("notes") or ours.get("text"))


def _is_right(name: str, expected: Any, ours: Args) -> bool:
    match name:
        case "cadence":
            wanted, got = normalised(reading.recurrence(expected)), normalised(ours.get("rrule")) or {}
            return wanted is not None and {**got, "BYDAY": ()} == {**wanted, "BYDAY": ()}
        case "weekday":
            wanted, got = normalised(reading.recurrence(f"monthly {expected}")), normalised(ours.get("rrule")) or {}
            return wanted is not None and wanted.get("BYDAY") == got.get("BYDAY")
        case "evidence" if isinstance(expected, str):
            return bool(ours.get("evidence")) and says(f"{ours.get('text')}", expected)
        case "medium":
            return says(f"{ours.get('place')} {ours.get('text')}", expected)
        case "contains":
            return all(says(ours["text"], phrase) for phrase in expected)
        case "private":
            return all(says("\n".join(ours["notes"].private), phrase) for phrase in expected)
        case "date" if "notes" in ours:
            return any(one.due and one.due.isoformat() == expected for one in ours["notes"].actions)
        case "fixes":
            return _fixes(expected) == _fixes(ours.get("fixes") or [])
        case "answers" | "changes":
            given = ours.get(name) or {}
            return all(says(given.get(number) or str(ours.get("text")), text) for number, text in expected.items())
        case _:
            return _same(expected, ours.get(name))


def _fixes(found: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    return sorted(sorted((name, str(value)) for name, value in fix.items() if value is not None) for fix in found)


def _same(expected: object, ours: object) -> bool:
    """Texts are pieces of the mail: the expected one stands in ours. What was not said is not read either."""
    if expected is None:
        return not ours
    if isinstance(expected, str) and isinstance(ours, str):
        return says(ours, expected)
    return expected == ours


def says(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text, without case, with white space as one, ’ as '."""
    return _plain(phrase) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def shown_to_others(notes: Notes) -> str:
    """Everything of notes that a mentor may get to see."""
    lines = (*notes.points, *notes.decisions, *notes.offers, *notes.questions, notes.next_meeting, notes.used)
    return "\n".join((*lines, *(action.text for action in notes.actions)))
