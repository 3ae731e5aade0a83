"""A short text made ready for the frames: spelt out, cut into sentences and clauses, its people marked.

Every person of the book stands as one private character, so that a frame sees who stands where.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Known, Reading
from assistant.reading.commands.names import EMAIL, Who, fold, mentioned
from assistant.reading.commands.rules import Line, about
from assistant.reading.spelling import spelt

_FIRST = 0xE000  # the first private character; one for each mention
_MOST_PEOPLE = 30
PERSON = "[\ue000-\ue0ff]"
SHE = rf"(?:{PERSON}|\b(?:she|he|they|her|him|them)\b)"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WORD = re.compile(r"[\w'’-]+")
# What hangs on a name, and stays outside of it: "Minerva's", "Kenji-san".
_ENDINGS = re.compile(r"['’]s$|['’]$|-(?:san|sensei|sama|ji)$", re.IGNORECASE)
_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "rev"})
# A title before a last name belongs to it.
_TITLE = re.compile(rf"\b(?:dr|prof|professor|mr|mrs|ms|miss|sir|dame|lord|lady|rev)\.? (?={PERSON})", re.IGNORECASE)


# "Lakshmi ma'am", "Kenji-san".
_HONOURED = re.compile(rf"(?<={PERSON})(?: |-)(?:ma'?am|sir|madam|san|sensei|ji|aunty|uncle)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole text. `text`: with its people marked. `named`: who stands for each mark, and the words as written."""

    text: str
    reading: Reading
    named: tuple[tuple[Who, str], ...] = field(default=())

    def plain(self, words: str) -> str:
        """Words as they were written."""
        return _PRIVATE.sub(lambda mark: self.named[ord(mark[0]) - _FIRST][1], words)

    def line(self, words: str = "") -> Line:
        return Line(self.plain(words or self.text), "", "", self.reading)

    @property
    def people(self) -> tuple[Who, ...]:
        """Everybody named, each once."""
        return tuple({(who.id, who.candidates): who for who, _ in self.named}.values())

    def who(self, word: str | None) -> Who | None:
        """Who is meant by a mark, or by "she": the only one named, else the thread's person."""
        if word and _PRIVATE.fullmatch(word):
            return self.named[ord(word) - _FIRST][0]
        if len(self.people) == 1:
            return self.people[0]
        return Who(self.reading.thread) if not self.people and self.reading.thread else None

    def command(self, verb: Verb, words: str, who: str | None = None, **more: str) -> Command | None:
        """A command about that person; None where it is nobody's name."""
        found = self.who(who)
        return about(verb, found, self.line(words), **more) if found else None


Make = Callable[[re.Match[str], Scene], Command | None]


@dataclass(frozen=True, slots=True)
class Frame:
    """A pattern of a clause, and what it makes. `free`: it shows or notes something, so that doubt does no harm."""

    pattern: re.Pattern[str]
    make: Make
    free: bool = False


_SLOTS = {"{p}": ("p", PERSON), "{she}": ("p", SHE), "{p2}": ("q", PERSON)}


def frame(expression: str, make: Make, *, free: bool = False) -> Frame:
    """`{p}` stands for somebody named, `{she}` also for a pronoun, `{p2}` for a second person; each may come again."""
    count = itertools.count()

    def group(slot: re.Match[str]) -> str:
        name, one = _SLOTS[slot[0]]
        return f"(?P<{name}{next(count)}>{one})"

    return Frame(re.compile(re.sub(r"\{(?:p2?|she)\}", group, expression), re.IGNORECASE), make, free)


def mark(match: re.Match[str], slot: str = "p") -> str | None:
    """The mark or pronoun in a frame's `{p}` or `{she}` ("p"), or in its `{p2}` ("q")."""
    return next((word for name, word in match.groupdict().items() if word and re.fullmatch(rf"{slot}\d+", name)), None)


def scene(text: str, reading: Reading) -> Scene:
    words = spelt(_PRIVATE.sub("", straight(text)), prose=False)
    marks: list[tuple[Who, str]] = []
    out: list[str] = []
    last = 0
    for start, end, who in _mentions(words, reading):
        if len(marks) == _MOST_PEOPLE:
            break
        out += [words[last:start], chr(_FIRST + len(marks))]
        marks.append((who, words[start:end]))
        last = end
    return Scene(_HONOURED.sub("", _TITLE.sub("", "".join([*out, words[last:]]))), reading, tuple(marks))


def _mentions(text: str, reading: Reading) -> Iterator[tuple[int, int, Who]]:
    """Full names, first names, last names with a capital, addresses; a possessive stays outside."""
    spans: list[tuple[int, int, Who]] = []
    for match in EMAIL.finditer(text):
        known = [p for p in reading.people if match[0].lower().rstrip(".") in p.addresses]
        if len(known) == 1:
            spans.append((match.start(), match.end(), Who(known[0].id, named=match[0])))
    taken = [(m.start(), m.end()) for m in EMAIL.finditer(text)]
    words = [(m.start(), m.start() + len(_ENDINGS.sub("", m[0]))) for m in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        start, end = words[index]
        inside = any(a <= start < b for a, b in taken)
        pair = words[index + 1][1] if index + 1 < len(words) else end
        full = [p for p in reading.people if fold(p.name) == fold(text[start:pair])] if not inside else []
        if full:
            spans.append((start, pair, _who(full, text[start:pair])))
            index += 2
            continue
        titled = index > 0 and fold(text[slice(*words[index - 1])]) in _TITLES
        if not inside and (who := _single(text[start:end], reading, titled=titled)):
            spans.append((start, end, who))
        index += 1
    return iter(sorted(spans, key=lambda span: span[:2]))


def _single(word: str, reading: Reading, *, titled: bool) -> Who | None:
    found = mentioned(word, reading)
    if found:
        return found[0]
    last = [p for p in reading.people if word[:1].isupper() and _last_name(p, titled=titled) == fold(word)]
    return _who(last, word) if last else None


def _last_name(person: Known, *, titled: bool) -> str:
    words = fold(person.name).split()
    return words[-1] if len(words) > 1 and (titled or len(words[-1]) > 3) else ""


def _who(people: list[Known], named: str) -> Who:
    if len(people) == 1:
        return Who(people[0].id, named=named)
    return Who(candidates=tuple(p.id for p in people), named=named)
