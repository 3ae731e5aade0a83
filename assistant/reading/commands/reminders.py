"""The reminders that wait: listed, and dropped by number or by their words (L36)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, rule, simple


def _drop(match: re.Match[str], line: Line) -> Command:
    number = match["n"] or match["n2"]
    text = (match["text"] or "").strip(" .!:")
    return Command(Verb.REMIND, op="drop", number=int(number) if number else None, text=text, line=line.text)


RULES = (
    rule(r"(?:list |show (?:me )?)?(?:all )?(?:the |my )?reminders", simple(Verb.REMIND, "list")),
    rule(
        r"(?:drop|delete|cancel|remove|forget|clear|stop) (?:the |my |that )?(?:reminder (?:#|r)?(?P<n>\d{1,3})"
        r"|r(?P<n2>\d{1,3})|reminder(?: (?:about|of|to|for)(?P<text> .{2,100}))?)",
        _drop,
    ),
)
