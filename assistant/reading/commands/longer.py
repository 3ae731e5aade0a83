"""An agreement that goes on for so much longer: "extend by another year", "prolong it for six months" (L39)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, about, person, rule
from assistant.reading.dates import months


def _longer(match: re.Match[str], line: Line) -> Command | None:
    who, length = person(match, line), months(match["text"].lower().replace("another", "one").replace(" more", ""))
    return replace(about(Verb.WRAP_UP, who, line, op="renew"), months=length) if who and length else None


RULES = (
    rule(
        r"(?:extend|prolong|renew|continue)(?: (?:it|us|the (?:mentoring|mentorship|agreement|term)))?(?: with {who})??"
        r" (?:by|for) (?P<text>(?:\d{1,2}|an?|another|one|two|three|six)(?: more| another)? (?:months?|years?))",
        _longer,
    ),
)
