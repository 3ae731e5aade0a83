"""Of whom the lines of a mail are: whom its subject names, or the only one whom its text names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Known, Reading
from assistant.reading.commands.names import fold, mentioned, resolve

_OF_THREAD = re.compile(
    r"(?:\s*[^\W\d_]{1,6}\s?(?:\[\d+\])?:)*\s*(?P<who>[^:]{2,80}?)\s(?:·|-|–|\|)\smentoring\s*", re.IGNORECASE
)


def in_thread(subject: str, reading: Reading) -> Reading:
    """In a thread that only the subject tells ("Re: Minerva · mentoring", "Minerva"), the person may be left out."""
    if reading.thread:
        return reading
    match = _OF_THREAD.fullmatch(subject[:200])
    who = resolve(match["who"] if match else subject[:80], reading)
    return replace(reading, thread=who.id) if who and who.id else reading


def of_whom(heading: str, reading: Reading) -> Reading:
    """The reading of a mail whose subject names somebody: its lines of fields are about them."""
    named = [] if reading.thread else mentioned(heading, reading)
    return replace(reading, about=tuple(id for who in named for id in (who.candidates or (who.id or "",))))


OF_SOMEBODY = frozenset({Verb.NO_SHOW, Verb.WRAP_UP, Verb.FIT, Verb.HEALTH, Verb.PROPOSE, Verb.AGREED})


def with_newcomers(found: Iterable[Command], reading: Reading) -> Reading:
    """The reading of a mail that adds people: what else it says may be about them."""
    new = tuple(
        Known("", one.named, (one.email,) if one.email else ())
        for one in found
        if one.verb in {Verb.NEW_MENTOR, Verb.ASSIGNED} and one.named and not (one.person or one.candidates)
    )
    return replace(reading, people=(*reading.people, *new)) if new else reading


def with_full_names(found: list[Command]) -> list[Command]:
    """Whoever was just added is named in full by the commands about them: "draft for Solveig"."""
    new = [one.named for one in found if one.verb in {Verb.NEW_MENTOR, Verb.ASSIGNED} and not one.person]
    return [replace(one, named=_full(one, new)) if not (one.person or one.candidates) else one for one in found]


def _full(command: Command, new: list[str]) -> str:
    named = fold(command.named)
    fitting = [name for name in new if named and named in {*fold(name).split()}]
    return fitting[0] if len(fitting) == 1 else command.named


def of_the_only_one(command: Command, text: str, reading: Reading) -> Command:
    """ "Renata and I want to keep going! Renew": of the only one who is named, though another sentence names them."""
    if command.verb not in OF_SOMEBODY or command.person or command.candidates or command.named:
        return command
    named = mentioned(text, reading)
    return replace(command, person=named[0].id, named=named[0].named) if len(named) == 1 and named[0].id else command
