"""What a mail's subject says of the person whom its lines are about."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned, resolve

_OF_THREAD = re.compile(
    r"(?:\s*[^\W\d_]{1,6}\s?(?:\[\d+\])?:)*\s*(?P<who>[^:]{2,80}?)\s(?:·|-|–|\|)\smentoring\s*", re.IGNORECASE
)


def in_thread(subject: str, reading: Reading) -> Reading:
    """In a person's thread that only the subject still tells ("Re: Minerva · mentoring"), they may be left out too."""
    match = _OF_THREAD.fullmatch(subject[:200]) if not reading.thread else None
    who = resolve(match["who"], reading) if match else None
    return replace(reading, thread=who.id) if who and who.id else reading


def of_whom(heading: str, reading: Reading) -> Reading:
    """The reading of a mail whose subject names somebody: its lines of fields are about them."""
    named = [] if reading.thread else mentioned(heading, reading)
    return replace(reading, about=tuple(id for who in named for id in (who.candidates or (who.id or "",))))
