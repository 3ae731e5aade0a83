""" "She's probably busy, give her another week": a draft put off, as people say it (L17)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, rule
from assistant.reading.dates import at

_COUNT = {"another": "1", "one more": "1", "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4"}


def _give_time(match: re.Match[str], line: Line) -> Command | None:
    if not line.reading.under_draft:
        return None
    count = (match["count"] or "").lower().removesuffix(" more")
    unit = (match["unit"] or "").lower()
    found = at(f"in {_COUNT.get(count, count)} {unit}", line.reading.moment) if unit and count else None
    if found is None or found.day is None:
        ask = "Until when? For example LATER fri."
        return Command(Verb.SKIP, line.reading.thread, op="later", ask=ask, line=line.text)
    return Command(Verb.SKIP, line.reading.thread, op="later", day=found.day, line=line.text)


RULES = (
    rule(
        r"(?:(?:she|he|they)(?:'s|'re|s| is| are| might be| may be| must be) (?:probably |just |surely |really "
        r"|very |so )*"
        r"(?:busy|away|travelling|traveling|swamped|on holiday|snowed under)[,;.–-]* )?(?:i'd |let me |we )?"
        r"(?:give|grant|leave|allow|wait) (?:(?:her|him|them|it|this) )?(?:(?P<count>another|one more|an?|one"
        r"|two|three|four"
        r"|\d{1,2})(?: more)? (?P<unit>days?|weeks?|months?)|(?:(?:some|a bit|a little|more) )+time"
        r"|a while(?: longer)?)",
        _give_time,
    ),
)
