"""Of whom the lines of a mail are: whom its subject names, or the only one whom its text names."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned, resolve

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


_OF_SOMEBODY = frozenset({Verb.NO_SHOW, Verb.WRAP_UP, Verb.FIT, Verb.HEALTH, Verb.PROPOSE, Verb.AGREED})


def of_the_only_one(command: Command, text: str, reading: Reading) -> Command:
    """ "Renata and I want to keep going! Renew": of the only one who is named, though another sentence names them."""
    if command.verb not in _OF_SOMEBODY or command.person or command.candidates or command.named:
        return command
    named = mentioned(text, reading)
    return replace(command, person=named[0].id, named=named[0].named) if len(named) == 1 and named[0].id else command
