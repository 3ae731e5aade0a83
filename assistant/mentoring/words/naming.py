"""Names as their owners write them (`letters.md`): what was typed without any capital gets those that names have."""

from __future__ import annotations

import re

# Small inside a name, never at its beginning or end: "ludwig van der berg".
_SMALL = frozenset(
    {"van", "von", "vom", "der", "den", "de", "del", "della", "di", "da", "das", "do", "dos", "du", "la", "las", "los"}
    | {"ter", "ten", "te", "zu", "zum", "zur", "und", "bin", "ibn", "bint", "af", "av"}
)
_PART = re.compile(r"[^\W\d_]+")
_SCOT = re.compile(r"Mc(?=[a-z]{3})")


def named(typed: str) -> str:
    """The name in one line, with capitals where it has none at all: "minerva mcgonagall" -> "Minerva McGonagall".

    Whoever typed a capital, or only capitals, meant it so."""
    name = " ".join(typed.split())
    if name != name.lower():
        return name
    words = name.split(" ")
    last = len(words) - 1
    return " ".join(word if 0 < place < last and word in _SMALL else _capital(word) for place, word in enumerate(words))


def _capital(word: str) -> str:
    """ "jean-luc" -> "Jean-Luc", "o'neill" -> "O'Neill", "mcgee" -> "McGee"; the s of "james's" stays small."""

    def large(match: re.Match[str]) -> str:
        part, start = match[0], match.start()
        if start and word[start - 1] in "'’" and len(part) < 3:
            return part
        first = part[0].upper()
        return first + part[1:] if first.lower() == part[0] else part  # "ß" has none

    large_word = _PART.sub(large, word)
    found = _SCOT.match(large_word)
    return f"Mc{large_word[2:3].upper()}{large_word[3:]}" if found else large_word
