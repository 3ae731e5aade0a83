"""The question about words of a mail that may be a wish and were not understood."""

from __future__ import annotations

from assistant.mentoring.command import Command, Verb

_NOT_UNDERSTOOD = "I did not understand this line, and did nothing about it: “{0}”"


def not_understood(line: str) -> Command:
    """The question about a line that may be a wish."""
    return Command(Verb.UNKNOWN, text=line, ask=_NOT_UNDERSTOOD.format(line[:120]), line=line[:400])
