"""Who is meant: people are only those of the book, or given with an address (language.md, "Which reading wins" 5)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from assistant.reading.commands.context import Known, Reading

EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_PRONOUNS = frozenset({"her", "him", "them", "she", "he", "they"})
_EXTRA = re.compile(r"^(?:with|to|for|on|about|dr|prof|professor|mr|mrs|ms)\.?\s+|['’]s$|[,.:;!?\"“”]+$", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Who:
    """One person (`id`), or several to choose from (`candidates`). `named`: the words as written."""

    id: str | None = None
    candidates: tuple[str, ...] = ()
    named: str = ""


class _Unaccented(dict[int, int | None]):
    """What is left of each character of a decomposed text: nothing of an accent."""

    def __missing__(self, code: int) -> int | None:
        self[code] = left = None if unicodedata.combining(chr(code)) else code
        return left


_UNACCENTED = _Unaccented()
_ALIKE = str.maketrans({"’": "'", "ø": "o", "ł": "l", "ß": "ss"})


def fold(text: str) -> str:
    """For comparing: no accents, no case, straight quotes, single blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_ALIKE)).translate(_UNACCENTED)
    return " ".join(text.casefold().split())


def _who(people: list[Known], named: str) -> Who | None:
    if not people:
        return None
    if len(people) == 1:
        return Who(people[0].id, named=named)
    return Who(candidates=tuple(person.id for person in people), named=named)


def resolve(words: str, reading: Reading) -> Who | None:
    """The person of the book that exactly these words name, None where there is none."""
    address = EMAIL.search(words)
    if address:
        return _who([p for p in reading.people if address[0].lower() in p.addresses], words.strip())
    named = words.strip(" <>()")
    for _ in range(3):
        named = _EXTRA.sub("", named).strip()
    folded = fold(named)
    if not folded:
        return None
    if folded in _PRONOUNS:
        return Who(reading.thread, named=named) if reading.thread else None
    full = [p for p in reading.people if fold(p.name) == folded]
    if full:
        return _who(full, named)
    return _who([p for p in reading.people if folded in _short(p)], named)


def _short(person: Known) -> set[str]:
    """First name, last name, first and last."""
    words = fold(person.name).split()
    return {words[0], words[-1], f"{words[0]} {words[-1]}", " ".join(words[:2])} if words else set()


def mentioned(text: str, reading: Reading) -> list[Who]:
    """Everybody of the book whom a text names, in the order of the first mention.

    A first name that is a word too (Will, May, Mark, April) counts only where it is written with a capital."""
    found: dict[tuple[str, ...], tuple[int, Who]] = {}
    words = [(m.start(), m[0]) for m in _WORD.finditer(text[:4000])]
    folded = [fold(re.sub(r"['’]s$", "", word)) for _, word in words]
    for index, (start, word) in enumerate(words):
        pair = " ".join(folded[index : index + 2])
        people = [p for p in reading.people if fold(p.name) == pair]
        if not people:
            shy = folded[index] in {
                "will",
                "may",
                "mark",
                "april",
                "june",
                "august",
                "sun",
                "grace",
                "rich",
                "rob",
                "bill",
                "hope",
                "art",
            }
            if shy and word[:1].islower():
                continue
            if index and any(fold(p.name) == " ".join(folded[index - 1 : index + 1]) for p in reading.people):
                continue
            people = (
                [p for p in reading.people if folded[index] and folded[index] == fold(p.name).split()[:1][0]]
                if reading.people
                else []
            )
        who = _who(people, word)
        if who:
            found.setdefault((who.id,) if who.id else who.candidates, (start, who))
    for match in EMAIL.finditer(text[:4000]):
        who = _who([p for p in reading.people if match[0].lower() in p.addresses], match[0])
        if who and who.id:
            found[(who.id,)] = (match.start(), who)
    return [who for _, who in sorted(found.values(), key=lambda pair: pair[0])]
