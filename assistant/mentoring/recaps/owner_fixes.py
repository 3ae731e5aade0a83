"""Whose an action of a recap is, and by when: put right, or asked with a tap for each line that it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.mentoring.command import Command
from assistant.mentoring.days import said_day, short_day
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Action
from assistant.mentoring.person import Person
from assistant.mentoring.recaps import meant_lines
from assistant.mentoring.recaps.correcting import Correcting, due_said, known, line_with
from assistant.mentoring.recaps.open_lines import asked_anew
from assistant.mentoring.words.phrases import clause

OWNERS = {"mine": "me", "hers": "mentor", "his": "mentor", "theirs": "mentor", "ours": "both"}


def fix(work: Correcting, command: Command) -> Correcting:
    """Owner or date of one action."""
    fields = dict(command.fields)
    owner = OWNERS.get(fields.get("owner", "").lower(), fields.get("owner", ""))
    due = command.day or (date.fromisoformat(fields["due"]) if fields.get("due") else None)
    found = meant_lines.action_meant(work.book, work.recap, command, dated=due is not None and not owner)
    if len(found) != 1:
        return which_action(work, command, found, owner, due)
    action = found[0]
    if owner not in ("", "me", "mentor", "both") or not (owner or due):
        return _whose(work, action)
    if due is not None and due < work.case.today:
        return work.asks(f"{said_day(due)} has passed: by when is {action.number} due?")
    fixed = replace(action, owner=owner or action.owner, due=due or action.due)
    recap = asked_anew(work.recap, fixed, work.person)
    if fixed.owner == "mentor" and action.owner != "mentor":
        recap = replace(recap, offers=line_with(recap.offers, fixed.text))
    return work.says(_fixed_said(action, fixed, work.person), recap, work.book.with_recap(recap).with_action(fixed))


def which_action(
    work: Correcting, command: Command, found: Sequence[Action], owner: str, due: date | None
) -> Correcting:
    """Several actions that it may be, or none: asked, with a tap for each."""
    among = found or meant_lines.actions_of(work.book, work.recap)
    said = {"me": "MINE", "mentor": "HERS", "both": "OURS"}.get(owner, "")
    day = f"DUE {due.isoformat()}" if due else ""
    taps = [Tap(f"{a.number} {clause(a.text)}"[:40], " ".join(filter(None, (str(a.number), said, day)))) for a in among]
    return work.asks(f"“{clause(command.line)}”: which line is it? {known(work)}", taps[:5] if said or day else ())


def _whose(work: Correcting, action: Action) -> Correcting:
    name = work.person.first_name
    taps = [
        Tap(f"{action.number} is mine", f"{action.number} MINE"),
        Tap(f"{action.number} is {name}'s", f"{action.number} HERS"),
        Tap(f"Take {action.number} out", f"TAKE OUT {action.number}"),
    ]
    return work.asks(f"is {action.number} MINE, HERS or OURS, and by when?", taps)


def _fixed_said(before: Action, now: Action, person: Person) -> str:
    if now.owner != before.owner or now.due is None or now.due == before.due:
        return f"{now.number} is {_owner_said(now, person)}{due_said(now)}."
    old = f" (it was {short_day(before.due)})" if before.due else ""
    return f"{now.number} is due {short_day(now.due)}{old}."


def _owner_said(action: Action, person: Person) -> str:
    return {"me": "yours", "mentor": f"{person.first_name}'s", "both": "for both of you"}.get(
        action.owner, "nobody's yet"
    )
