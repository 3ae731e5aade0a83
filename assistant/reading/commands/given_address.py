"""The address that we asked for, as people give it: "it's minerva.m@example.org", "found it: …", the address alone.

Only in the thread of somebody whose address is asked for or unknown. What is doubted, or two of them, is not taken.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import EMAIL, resolve
from assistant.reading.commands.rules import Line, Rule

_ASKS = frozenset({"needs", "card", "bounced", "gone", "three_missing", "not_delivered"})  # letters that ask for one
_AROUND = re.compile(
    r"(?:(?:it's|its|it is|that's|that is|this is|here(?: it is|'s| is)?|found it|i (?:think|found|guess|looked it up)"
    r"|is|at|use|try|write to|ah|oh|ok|okay|sorry|so|yes|hi|hey|please|pls|thanks|thx|thank you|her|his|their"
    r"|the|a|new|old"
    r"|right|correct|private|work|one|address|e-?mail|mail|should be|must be|i believe|now|instead|to|for"
    r"|my mistake|typo"
    r"|wrong|the one i (?:have|found)|on (?:her|his|their) (?:site|page|website|profile)|from (?:her|his|their) (?:site"
    r"|page|website|profile))[\s,.:;!()<>–—-]*)*",
    re.IGNORECASE,
)


def _given(match: re.Match[str], line: Line) -> Command | None:
    """Whose it is: the named, else the thread's, where that one's address is asked for."""
    words = match[0]
    found = EMAIL.findall(words)
    if len(found) != 1 or "?" in words:
        return None
    before, after = words.split(found[0], 1)
    name = _NAMED.match(before)
    who = resolve(name["who"], line.reading) if name else None
    if who is not None and name is not None:
        before = before[name.end() :]
    elif not (line.reading.thread and _is_asked(line.reading)):
        return None
    if not (_AROUND.fullmatch(_MARKS.sub("", before)) and _AROUND.fullmatch(_MARKS.sub("", after))):
        return None
    whose = who or resolve("her", line.reading)
    if whose is None or whose.candidates:
        return None
    return Command(Verb.FIELDS, whose.id, fields=(("email", found[0].rstrip(".").lower()),), line=line.text)


_MARKS = re.compile(r"^[\s,.:;!()<>–—-]+")
_NAMED = re.compile(
    r"\s*(?P<who>[\w'’.-]{2,40}(?: [\w'’.-]{1,40}){0,2}?)(?:'s|’s| 's|s)? (?=(?:e-?mail|mail|address|new|is)\b)",
    re.IGNORECASE,
)


def _is_asked(reading: Reading) -> bool:
    unknown = any(p.id == reading.thread and not p.addresses for p in reading.people)
    return unknown or reading.answering in _ASKS


RULES = (Rule(re.compile(r"(?=[^@\n]{0,120}@)[^\n]{5,200}"), _given),)
