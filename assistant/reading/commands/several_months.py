"""The meetings of two months cancelled in one line: asked for one at a time (L29)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.dates.words import MONTH


def _several(match: re.Match[str], line: Line) -> Command | None:
    """ "cancel the December and January meetings": each is a mail of its own, so one at a time."""
    first, second = (f"CANCEL THE {match[name].upper()} MEETING" for name in ("one", "two"))
    ask = f"each of them is cancelled by a mail of its own. Write {first}, and after its SEND {second}"
    return (
        replace(about(Verb.MEET, Who(line.reading.thread), line, op="cancel"), ask=ask) if line.reading.meets else None
    )


RULES = (
    rule(
        rf"(?:cancel|call off|skip) (?:the |our )?(?P<one>{MONTH}) (?:and|&) (?:the )?(?P<two>{MONTH})"
        r" (?:meetings?|calls?|talks?|sessions?|ones?)",
        _several,
    ),
)
