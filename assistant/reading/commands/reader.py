"""The lines of a mail against the rules: each line once, with the free text that it takes along.

Linear: at most `MOST_LINES` lines are tried, each with at most `LONGEST` characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands import (
    asked,
    asked_people,
    bare_terms,
    brakes,
    care,
    changed_goals,
    choices,
    daily,
    drafts,
    given_address,
    guests,
    meetings,
    missed,
    on_the_day,
    outreach,
    patience,
    people,
    readiness,
    reminders,
    settings,
    tasks,
    verdicts,
)
from assistant.reading.commands.approving import short_word
from assistant.reading.commands.body import joined, straight, until_blank
from assistant.reading.commands.context import Known, Reading
from assistant.reading.commands.fields import AGREEMENT, field, fields
from assistant.reading.commands.names import mentioned
from assistant.reading.commands.preps import prep_lines
from assistant.reading.commands.rules import MORE, REST, Line, Rule
from assistant.reading.spelling import spelt

MOST_LINES = 60
LONGEST = 400
NEAREST = 12  # lines above a field in which its person may be named

_RULES: tuple[Rule, ...] = (
    *readiness.RULES,
    *guests.RULES,
    *given_address.RULES,
    *brakes.RULES,
    *choices.RULES,
    *bare_terms.RULES,
    *reminders.RULES,
    *tasks.RULES,
    *daily.RULES,
    *changed_goals.RULES,
    *settings.RULES,
    *missed.RULES,
    *on_the_day.RULES,
    *patience.RULES,
    *verdicts.RULES,
    *meetings.RULES,
    *care.RULES,
    *people.RULES,
    *outreach.RULES,
    *drafts.RULES,
    *asked.RULES,
    *asked_people.RULES,
)


_WORD = Rule(re.compile(""), lambda _match, _line: None)


@dataclass(frozen=True, slots=True)
class Read:
    """The commands found, in order, and the lines that are none."""

    commands: list[Command]
    prose: list[str]


def _starts(reading: Reading) -> Callable[[str], bool]:
    def check(line: str) -> bool:
        return field(line) is not None or match_line(line, "", "", reading) is not None

    return check


def match_line(text: str, more: str, rest: str, reading: Reading) -> tuple[Command, Rule] | None:
    """The command that a line is, with its rule. Only free text may be longer than `LONGEST`."""
    if more or rest:
        return _match(text, more, rest, reading)
    return reading.once("line", text, lambda: _match(text, "", "", reading))


def _match(text: str, more: str, rest: str, reading: Reading) -> tuple[Command, Rule] | None:
    words = tasks.in_digits(straight(text).strip())
    if not words:
        return None
    if kind := short_word(words):
        verb = {"send": Verb.SEND, "yes": Verb.YES, "no": Verb.NO}[kind[0]]
        return Command(verb, code=kind[1], line=words), _WORD
    if found := _by_rules(words, more, rest, reading):
        return found
    written = spelt(words[:LONGEST], prose=False)
    return _by_rules(written, more, rest, reading) if written != words[:LONGEST] and len(words) <= LONGEST else None


def _by_rules(words: str, more: str, rest: str, reading: Reading) -> tuple[Command, Rule] | None:
    for rule in _RULES:
        if len(words) > LONGEST and not rule.takes:
            continue
        match = rule.pattern.fullmatch(words)
        command = rule.make(match, Line(words, more, rest, reading)) if match else None
        if command and not _is_of_the_draft(command, reading):
            return replace(command, line=words[:LONGEST]), rule
    return None


def _is_of_the_draft(command: Command, reading: Reading) -> bool:
    """ "postpone this until Friday" under a draft: it is the draft that waits, no meeting."""
    moves = command.verb is Verb.MEET and command.op == "move" and not command.named
    return moves and reading.answering in {"draft", "reattempt"} and not dict(command.fields).get("noun")


def read(lines: tuple[str, ...], reading: Reading) -> Read:
    """Every line that is a command, with the text it takes along; and the prose that is left."""
    logical = joined(lines[: MOST_LINES * 4], _starts(with_newcomers(lines[:MOST_LINES], reading)))
    texts = tuple(line for line, _ in logical)
    found: list[Command] = []
    prose: list[str] = []
    above: list[str] = []
    ends: dict[tuple[object, ...], bool] = {}
    index = tried = 0
    while index < len(logical):
        line, after = logical[index]
        tried += bool(line)
        if tried > MOST_LINES:
            prose += [rest for rest in texts[index:] if rest]
            break
        if not line:
            index += 1
            continue
        reading = with_newcomer(line, reading)
        if field(line):
            reading, above = _below(above, reading), []
        block = _block(texts[index + 1 : index + 1 + MOST_LINES], reading, ends)
        matched = match_line(line, "\n".join(block), "\n".join(lines[after:]).strip("\n"), reading)
        if matched and matched[0].op == "timezone" and field(line) and _among_fields(texts, index):
            matched = None  # a zone among what is told of a person is never the protégé's own
        if matched:
            command, rule = matched
            found.append(command)
            if rule.takes == REST:
                return Read(found, prose)
            index += 1 + (len(block) if rule.takes == MORE else 0)
        elif field(line):
            index = _take_fields(texts, index, found, reading)
        else:
            prose.append(line)
            index += 1
        above.append(line)
    return Read(found, [*prose, *(line for line in lines[MOST_LINES * 4 :] if line.strip())])


def _below(above: list[str], reading: Reading) -> Reading:
    """The reading of a field's line: it is about whom the nearest of the lines above names, else as before."""
    for line in reversed(above[-NEAREST:]):
        if named := mentioned(line[:LONGEST], reading):
            ids = tuple(id for who in named for id in (who.candidates or (who.id or "",)))
            return replace(reading, about=ids)
    return reading


# Fields that say nothing of whose zone stands beside them.
_ANYBODYS = frozenset({"timezone", "country", "language"})


def _among_fields(lines: tuple[str, ...], index: int) -> bool:
    """Whether the block of lines around this one tells of a person."""
    first, last = index, index
    while first and lines[first - 1]:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1]:
        last += 1
    return any((pair := field(line)) is not None and pair[0] not in _ANYBODYS for line in lines[first : last + 1])


_NEWCOMER = re.compile(r"\s*(?:add|new|maybe|assigned)\b", re.IGNORECASE)


def with_newcomer(line: str, reading: Reading) -> Reading:
    """The reading with the person whom this line adds: the lines below may name them already."""
    matched = match_line(line, "", "", reading) if _NEWCOMER.match(line) and len(line) <= LONGEST else None
    if matched is None or matched[0].verb not in {Verb.NEW_MENTOR, Verb.ASSIGNED} or not matched[0].named:
        return reading
    if matched[0].person or matched[0].candidates:
        return reading  # somebody whom the book knows
    named, email = matched[0].named, matched[0].email
    return replace(reading, people=(*reading.people, Known("", named, (email,) if email else ())))


def with_newcomers(lines: tuple[str, ...], reading: Reading) -> Reading:
    """The reading with everybody whom these lines add."""
    for line in lines:
        reading = with_newcomer(line, reading)
    return reading


# What may stand below a free text without a blank line between: commands of more than one word that send nothing.
_ENDS_TEXT = frozenset(
    {Verb.NEW_MENTOR, Verb.ASSIGNED, Verb.REACH_OUT, Verb.GOALS, Verb.SETTING, Verb.COFFEE, Verb.PREP}
)


def _block(following: tuple[str, ...], reading: Reading, ends: dict[tuple[object, ...], bool]) -> tuple[str, ...]:
    """The lines that belong to a free text: to the blank line, the next field, or the next command of its own line.

    ends: what was found of lines before, by the line and the reading: each line is below many."""
    block = until_blank(following).split("\n") if following and following[0] else []
    for index, line in enumerate(block):
        seen = (line, reading.about, len(reading.people))
        if seen not in ends:
            ends[seen] = field(line) is not None or _ends_text(line, reading)
        if ends[seen]:
            return tuple(block[:index])
    return tuple(block)


_SEND = re.compile(r"\s*send(?: it)?(?: [a-z]\d[a-z]\d)?[\s.!]*", re.IGNORECASE)


def _ends_text(line: str, reading: Reading) -> bool:
    if _SEND.fullmatch(line):
        return True  # nobody means it as a note's last line, and a note would swallow it
    if len(line) > LONGEST or len(line.split()) < 2 or field(line):
        return False
    matched = match_line(line, "", "", reading)
    return matched is not None and matched[0].verb in _ENDS_TEXT


def _take_fields(lines: tuple[str, ...], index: int, found: list[Command], reading: Reading) -> int:
    end = index
    while end < len(lines) and lines[end] and not (end > index and _ends_text(lines[end], reading)):
        end += 1
    before = found[-1] if found else None
    added = before if before and before.verb in _TELL_OF else None
    if added is None and (prepared := prep_lines(lines[index:end], reading)):
        found.append(prepared)
        return end
    pairs, _ = fields(lines[index:end])
    agreed = tuple(pair for pair in pairs if pair[0] in AGREEMENT)
    if before and before.verb is Verb.AGREED and agreed:
        found[-1] = replace(before, fields=(*before.fields, *agreed))
        pairs = tuple(pair for pair in pairs if pair not in agreed)
    if pairs:
        found.append(_about_whom(Command(Verb.FIELDS, fields=pairs), added, reading, lines[index:end]))
    return end


_TELL_OF = frozenset({Verb.NEW_MENTOR, Verb.ASSIGNED, Verb.ABOUT, Verb.REACH_OUT, Verb.AGREED})


def _about_whom(command: Command, added: Command | None, reading: Reading, lines: tuple[str, ...]) -> Command:
    """Of whom the fields are: the person of the command above, the thread's, or the one named by a line above."""
    command = replace(command, line="\n".join(lines)[:LONGEST])
    if added:
        return replace(command, person=added.person, named=added.named, email=added.email)
    if reading.thread or len(reading.about) == 1:
        return replace(command, person=reading.thread or reading.about[0])
    return replace(command, candidates=reading.about, ask="Whom are these lines about?")
