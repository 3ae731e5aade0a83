"""Notes that a line announces in free words ("my notes of today's call with Vikram:"), and the lines below it (L32)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.meant.scene import scene
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import about

_HEAD = re.compile(
    r"^.{0,60}\b(?:notes?|minutes|scribbles|take-?aways|summary|write-?up|protocol|(?:what )?(?:i"
    r"|we) (?:wrote down|jotted down|noted|took away|discussed|talked about|covered|learned|learnt)"
    r"|what (?:she|he|they) (?:said|told me))\b.{0,80}[:.–—-]*$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(?:talk|call|meeting|coffee|session|chat|conversation|lunch|today|yesterday|with|from"
    r"|this (?:morning|afternoon|evening)|met)\b",
    re.IGNORECASE,
)
_NO_HEAD = re.compile(
    r"\b(?:don't|not|where|how|when|remind|send me|show|no notes|lost|forgot|later|tomorrow)\b|\?", re.IGNORECASE
)


def announced(lines: tuple[str, ...], reading: Reading) -> Command | None:
    """The notes below a line that says what they are, with whom the talk was; None without such a line."""
    first = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    below = [line for line in lines[first + 1 :] if line.strip()]
    if len(below) < 2 or reading.answering == "notes_prompt" or reading.under_draft:
        return None
    head = scene(lines[first][:300], reading)
    if not _HEAD.match(head.text) or not _TALK.search(head.text) or _NO_HEAD.search(head.text) or len(head.people) > 1:
        return None
    who = head.people[0] if head.people else Who(reading.thread)
    command = about(Verb.NOTES, who, head.line(), text="\n".join(lines[first + 1 :]).strip())
    return replace(command, line=lines[first][:400])
