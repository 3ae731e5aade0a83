"""Which line of a recap a correction is about: by its number, its words, its owner, the day it was due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from assistant.mentoring.book import Book
from assistant.mentoring.command import Command
from assistant.mentoring.minutes import Action, ActionState, Recap
from assistant.mentoring.recaps.open_lines import is_open

ACTIONS, POINTS = "actions", "points"
LISTS = (POINTS, "decisions", "offers", "questions")
_SMALL = re.compile(r"the|an?|my|her|his|of|to|for|and|i|you|she|he|we|it|that|is|are|with|on")
_STEM = 4  # letters that two forms of a word begin with


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of which list, its number there (from 1; of an action its own), and its words."""

    of: str
    number: int
    text: str

    @property
    def named(self) -> str:
        """How it is named by number: "3", "point 3"; "" where it has none."""
        return str(self.number) if self.of == ACTIONS else f"point {self.number}" if self.of == POINTS else ""


def with_lines(recap: Recap, of: str, lines: tuple[str, ...]) -> Recap:
    """The recap with these lines in the place of those of one of its lists."""
    match of:
        case "points":
            return replace(recap, points=lines)
        case "decisions":
            return replace(recap, decisions=lines)
        case "offers":
            return replace(recap, offers=lines)
        case "questions":
            return replace(recap, questions=lines)
        case _:
            return replace(recap, private=lines)


def actions_of(book: Book, recap: Recap) -> list[Action]:
    """The actions of a recap that stand in it."""
    return [a for a in book.actions if a.recap == recap.id and a.state is not ActionState.DROPPED]


def lines_of(book: Book, recap: Recap) -> list[Line]:
    """Every line that can be corrected, the actions first."""
    actions = [Line(ACTIONS, a.number, a.text) for a in actions_of(book, recap)]
    known = {line.text.lower() for line in actions}
    others = [
        Line(name, n, text)
        for name in LISTS
        for n, text in enumerate(getattr(recap, name), 1)
        if text.lower() not in known  # an offer that is an action, too
    ]
    return [*actions, *others]


def meant(book: Book, recap: Recap, command: Command) -> list[Line]:
    """The lines that a correction may be about: one where it is certain, several to ask about, none."""
    fields = dict(command.fields)
    of, words = fields.get("of", ""), fields.get("ref", "")
    known = lines_of(book, recap)
    if command.number is not None:
        return _of_number(known, command, of)
    if fields.get("by"):
        owned = {a.number for a in actions_of(book, recap) if a.owner == fields["by"]}
        return [x for x in known if x.of == ACTIONS and x.number in owned]
    among = [x for x in known if x.of == of] if of else known
    return [x for x in among if holds(x.text, words)] if words else among if of else []


def _of_number(known: list[Line], command: Command, of: str) -> list[Line]:
    """A bare number may be an action's or a main point's: what is said beside it may tell."""
    found = [x for x in known if x.number == command.number and (x.of == of if of else x.of in (ACTIONS, POINTS))]
    if not found and of:
        found = [x for x in known if x.number == command.number and x.of in (ACTIONS, POINTS)]
    told = [x for x in found if shared(x.text, f"{command.because} {command.text}")]
    return told if len(found) > 1 and len(told) == 1 else found


def action_meant(book: Book, recap: Recap, command: Command, *, dated: bool) -> list[Action]:
    """The actions that an owner or a day may be of; for a bare day those of which a day is open."""
    fields = dict(command.fields)
    actions = actions_of(book, recap)
    if command.number is not None:
        return [a for a in actions if a.number == command.number]
    if command.text:
        return [a for a in actions if holds(a.text, command.text)]
    if fields.get("by"):
        return [a for a in actions if a.owner == fields["by"]]
    if fields.get("was"):
        was = date.fromisoformat(fields["was"])
        found = [a for a in actions if a.due == was]
        if found:
            return found
    return [a for a in actions if is_open(recap, a) and not (dated and a.owner == "mentor")]


def holds(text: str, words: str) -> bool:
    """Whether a line has all of these words, each as it stands or with another ending."""
    own, wanted = _words(text), _words(words)
    return bool(wanted) and all(any(_same(word, other) for other in own) for word in wanted)


def shared(text: str, other: str) -> bool:
    """Whether two texts have a word in common that says something."""
    own = _words(text)
    return any(_same(word, mine) for word in _words(other) for mine in own)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[\w'-]+", text.lower()) if not _SMALL.fullmatch(word)]


def _same(word: str, other: str) -> bool:
    shorter = min(len(word), len(other))
    return word == other or (shorter >= _STEM and word[: max(_STEM, shorter - 1)] == other[: max(_STEM, shorter - 1)])


def said(lines: Iterable[Line]) -> list[str]:
    """Lines as a choice names them."""
    return [f"{x.named} “{x.text}”".strip() for x in lines]
