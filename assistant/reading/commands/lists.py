"""Several wishes in one mail, one a line: each is found in its order, and what is not understood is said.

A partial silent reading is the fault: a line that may command and was not understood is asked about beside the others.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import joined
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.fields import field
from assistant.reading.commands.free_words import certain
from assistant.reading.commands.left import IN_ORDER, OPENS, begins, may_command, not_understood, orders
from assistant.reading.commands.reader import match_line, with_newcomer

_MOST_LINES = 12
_LONGEST = 240
_ITEM = re.compile(r"^\s*(?:[-*•–—+]\s+|\(?(?:\d{1,2}|[a-h])[.)]\s+)")
_NO_LIST = frozenset(
    {Verb.NOTES, Verb.EDIT, Verb.HELLO, Verb.SEND, Verb.YES, Verb.NO, Verb.CHOICE, Verb.ANSWER, Verb.PREP, Verb.UNKNOWN}
)
_TEXTUAL = frozenset({Verb.ABOUT, Verb.THANK, Verb.IMPACT, Verb.NEW_MENTOR, Verb.GOALS, Verb.REACH_OUT, Verb.FIT})


def several(lines: tuple[str, ...], reading: Reading) -> list[Command]:
    """The wishes of a list of lines, at least two of them understood; [] where the text is no such list."""
    items = _items(lines, reading)
    if not 2 <= len(items) <= _MOST_LINES or any(len(item) > _LONGEST or field(item) for item in items):
        return []
    found: list[Command] = []
    hits = 0
    open_lines: list[str] = []
    for item in items:
        these = _line(item, reading)
        reading = with_newcomer(item, reading)
        if any(one.verb in _NO_LIST for one in these):
            return []
        hits += bool(these)
        goes_on = bool(found) and found[-1].verb in _TEXTUAL and not orders(item)
        if not these and not goes_on and may_command(item, [*found], reading):
            these = [not_understood(item)]
            open_lines.append(item)
        elif not these and goes_on:
            return []  # a free text that goes on to the blank line
        found += these
    return _once(found) if hits >= 2 and hits >= len(open_lines) else []


def _once(found: list[Command]) -> list[Command]:
    """The same wish in two sentences is one."""
    return list({(one.verb, one.op, one.person, one.number, one.text, one.email): one for one in found}.values())


def _items(lines: tuple[str, ...], reading: Reading) -> list[str]:
    """The lines of the list, without their numbers, and without what only opens it or thanks."""
    out = []
    for line, _ in joined(lines, lambda line: begins(line) or match_line(line, "", "", reading) is not None):
        item = _ITEM.sub("", line).strip()
        out += [part for part in _parts(item, reading) if not is_bare_thanks(part) and not OPENS.fullmatch(part)]
        if len(out) > _MOST_LINES:
            break  # no list of wishes: what is left need not be read
    return out


def _parts(item: str, reading: Reading) -> list[str]:
    """A line in its sentences, and "…, and …" in its orders, where more than one of them is a wish of its own."""
    if not item or len(item) > _LONGEST:
        return [item] if item else []
    said = _SENTENCE.split(item)
    if len(said) > 1 and sum(bool(_line(one, reading)) for one in said) > 1:
        return [part for one in said for part in _parts(one, reading)]
    joint = [part for part in _AND.split(item) if part.strip()]
    if len(joint) > 1 and all((begins(part) or part[0].isdigit()) and _line(part, reading) for part in joint):
        return joint
    return [item]


# A sentence about "she" tells more of the one before.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d])(?!(?:she|he|they|it|that|this|her|his|their)\b)", re.IGNORECASE)
_AND = re.compile(r",? (?:and|plus|then)(?: (?:also|then|please|kindly))* |, (?=\w+ )", re.IGNORECASE)


def _line(item: str, reading: Reading) -> list[Command]:
    """What one line says: in the words of the vocabulary, or in free words."""
    for words in dict.fromkeys((item, IN_ORDER.sub("", item))):
        matched = match_line(words, "", "", reading)
        free = certain(words, reading) if matched is None or matched[0].ask else []
        if free:
            return [replace(one, line=item[:400]) for one in free]
        if matched:
            return [replace(matched[0], line=item[:400])]
    return []
