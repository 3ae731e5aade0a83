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
from assistant.reading.commands.free_words import of_line, shown
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.orders import OPENS, begins, may_command, orders
from assistant.reading.commands.prose import is_tale
from assistant.reading.commands.reader import match_line, with_newcomer, with_newcomers
from assistant.reading.commands.sameness import without_repeats
from assistant.reading.commands.unread import not_understood

_MOST_LINES = 12
_LONGEST = 240
_FEWEST_BESIDE = 8  # lines for each wish: a longer text is no list
_FEWEST = 2  # words of a wish that begins like none
_ITEM = re.compile(r"^\s*(?:[-*•–—+]\s+|\(?(?:\d{1,2}|[a-h])[.)]\s+)")
_NO_LIST = frozenset(
    {Verb.NOTES, Verb.EDIT, Verb.HELLO, Verb.SEND, Verb.YES, Verb.NO, Verb.CHOICE, Verb.ANSWER, Verb.PREP, Verb.UNKNOWN}
)
_TEXTUAL = frozenset({Verb.ABOUT, Verb.THANK, Verb.IMPACT, Verb.NEW_MENTOR, Verb.GOALS, Verb.REACH_OUT, Verb.FIT})


def several(lines: tuple[str, ...], reading: Reading) -> list[Command]:
    """The wishes of a list of lines, at least two of them understood; [] where the text is no such list."""
    items = _items(lines, reading) if len(lines) <= _MOST_LINES * _FEWEST_BESIDE else []
    if not 2 <= len(items) <= _MOST_LINES or any(len(item) > _LONGEST or field(item) for item in items):
        return []
    found: list[Command] = []
    hits = 0
    open_lines: list[str] = []
    for item in items:
        near = _near(item, reading, found)
        these = (shown(item, near) if near is not reading else []) or of_line(item, reading)
        reading = with_newcomer(item, reading)
        if any(one.verb in _NO_LIST and one.op != "show" for one in these):
            return []
        hits += bool(these)
        goes_on = bool(found) and found[-1].verb in _TEXTUAL and not orders(item)
        if not these and not goes_on and may_command(item, [*found], reading):
            these = [not_understood(item)]
            open_lines.append(item)
        elif not these and goes_on:
            return []  # a free text that goes on to the blank line
        found += these
    if is_tale(found, "\n".join(lines), reading):
        return []
    return _once(found) if hits >= 2 and hits >= len(open_lines) else []


_OF_THEM = re.compile(r"\b(?:she|he|they|hers?|his|him|them|their)\b", re.IGNORECASE)


def _near(item: str, reading: Reading, found: list[Command]) -> Reading:
    """The reading of a line: "she" is whom the list named last, where no thread says it."""
    named = (one.person or next((who.id for who in mentioned(one.line, reading)), None) for one in reversed(found))
    last = next((person for person in named if person), None)
    if reading.thread or not last or not _OF_THEM.search(item) or mentioned(item, reading):
        return reading
    return replace(reading, thread=last)


def _once(found: list[Command]) -> list[Command]:
    """The same wish in two sentences is one."""
    return without_repeats(list({(*_key(one), one.text, one.email): one for one in found}.values()))


def _key(command: Command) -> tuple[object, ...]:
    return command.verb, command.op, command.person, command.number


def _items(lines: tuple[str, ...], reading: Reading) -> list[str]:
    """The lines of the list, without their numbers, and without what only opens it or thanks."""
    out = []
    near = with_newcomers(lines, reading)
    for line, _ in joined(lines, lambda line: _starts(line, near)):
        item = _ITEM.sub("", line).strip()
        out += [part for part in _parts(item, reading) if not is_bare_thanks(part) and not OPENS.fullmatch(part)]
        if len(out) > _MOST_LINES:
            break  # no list of wishes: what is left need not be read
    return out


def _starts(line: str, reading: Reading) -> bool:
    """Whether a line below a long one is a wish of its own; what goes on in small letters is a wrapped sentence."""
    if begins(line) or match_line(line, "", "", reading) is not None:
        return True
    return line[:1].isupper() and bool(of_line(line, reading))


def _parts(item: str, reading: Reading) -> list[str]:
    """A line in its sentences, and "…, and …" in its orders, where more than one of them is a wish of its own."""
    if not item or len(item) > _LONGEST:
        return [item] if item else []
    said = _SENTENCE.split(item)
    if len(said) > 1 and len({_key(found[0]) for one in said if (found := of_line(one, reading))}) > 1:
        return [part for one in said for part in _parts(one, reading)]
    joint = [part for part in _AND.split(item) if part.strip() and not OPENS.fullmatch(part)]
    if len(joint) > 1 and all(_is_own(part, reading) for part in joint):
        kinds = {_key(of_line(part, reading)[0]) for part in joint}
        return joint if len(kinds) == len(joint) else [item]
    return [item]


# What a turn of speech may seem to ask for: "on reflection", "who is to be my mentor".
_INCIDENTAL = frozenset({Verb.HELP, Verb.STATUS, Verb.REFLECT, Verb.PLAN, Verb.FIND, Verb.HEALTH, Verb.WHY})


_RELATIVE = re.compile(r"(?:who|which|when|where)\b", re.IGNORECASE)


def _is_own(part: str, reading: Reading) -> bool:
    """Whether a part of a sentence is a wish or a report of its own."""
    found = of_line(part, reading)
    if len(part.split()) < _FEWEST and not begins(part):
        return False  # "1 and 3 are for goal 2"
    certain = bool(found) and not any(one.ask or one.candidates for one in found)
    incidental = found and (found[0].verb in _INCIDENTAL or found[0].op in {"show", "list", "log"})
    return certain and (not incidental or (begins(part) and not _RELATIVE.match(part)))


# A sentence about "she" tells more of the one before.
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d])(?!(?:she|he|they|it|that|this|her|his|their)\b)", re.IGNORECASE)
_AND = re.compile(
    r"(?:,? (?:and|plus|then)(?: (?:also|then|please|kindly))* |, (?=\w+ ))(?!(?:she|he|they|it)\b)", re.IGNORECASE
)
