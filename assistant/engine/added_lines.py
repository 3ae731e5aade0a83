"""A line that is added to a recap is read as notes are: an action with owner and day, a decision, or a point (L33)."""

from __future__ import annotations

from dataclasses import replace

from assistant.engine.arrived import Arrived, moment
from assistant.mentoring.command import Command, Verb
from assistant.reading import notes as noted

LISTS = ("decisions", "offers", "questions", "private")


def with_kinds(arrived: Arrived, commands: list[Command]) -> list[Command]:
    """The commands with what each added line is."""
    return [_with_kind(arrived, c) if (c.verb, c.op) == (Verb.RECAP, "add") and not c.fields else c for c in commands]


def _with_kind(arrived: Arrived, command: Command) -> Command:
    book = arrived.book
    person = book.find_person(command.person)
    found = noted.notes(
        command.text,
        moment(arrived),
        protege=book.protege.name,
        mentor=person.name if person else "",
    )
    if found.actions and not found.actions[0].other:
        one = found.actions[0]
        fields = {"of": "actions", "owner": one.owner, "due": one.due.isoformat() if one.due else ""}
        return replace(command, text=one.text, fields=tuple((key, value) for key, value in fields.items() if value))
    for name in LISTS:
        if lines := getattr(found, name):
            return replace(command, text=lines[0], fields=(("of", name),))
    return replace(command, fields=(("of", "points"),))
