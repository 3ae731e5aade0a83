"""The words of secrecy in all languages, out of `languages/*.toml` section [private], found fast in any text."""

from __future__ import annotations

import heapq
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from assistant.reading.languages import by_language

_KEY = re.compile(r"\{([a-z]+)\}")
_LOOK_BEHIND = re.compile(r"(\(\?<![^)]*\))")
_TOKEN = re.compile(r"[^\W_]+'?")
_UNSPACED = re.compile("[\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_BUILT_IN = {
    "name": r"(?:(?-i:[A-ZÆØÞŁΑ-ΩА-Я])[\w'-]+|\w+(?=\s*[:：)\]}]))",  # phones write "not for minerva:"
    "end": r"(?=\s*(?:$|\n|[.,:;!?)\]>}\u2026*–—-]|but\b|please\b|pls\b|ok\b))",
}
_BLANK = r"(?:,?\s{1,3})"
_GAP = r"(?:,?\s{1,3}[\w'-]+){0,4}?"


class _Folding(dict[int, str]):
    """Characters without their accents, one for one: offsets into the text stay true."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code))
        folded = parts[0] if all(map(unicodedata.combining, parts[1:])) else chr(code)
        self[code] = folded
        return folded


_FOLDING = _Folding({**{ord(c): "'" for c in "‘’ʼ´`′"}, 0xA0: " ", 0x202F: " ", ord("ı"): "i", ord("ł"): "l"})


def folded(text: str, names: re.Pattern[str] | None = None) -> str:
    """The text without accents, with plain quotes; as long as it was, its case as it was. It is NFC before.

    `names` (see `naming`) get their capitals: phones write "keep it from minerva"."""
    plain = text.translate(_FOLDING)
    return names.sub(lambda match: match[0].capitalize(), plain) if names else plain


@lru_cache(maxsize=64)
def naming(full_name: str) -> re.Pattern[str] | None:
    """Where a part of somebody's name stands; None for no name."""
    parts = re.findall(r"[a-z]{2,}", folded(unicodedata.normalize("NFC", full_name)).lower())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE) if parts else None


class Finder:
    """Where one of many regular expressions matches, from a word's start to a word's end, whatever the case.

    Only those are tried that begin with the word at hand: one alternation of all costs a thousandfold. Each is compiled
    when such a word is met: nobody's notes hold them all."""

    def __init__(self, *keys: str) -> None:
        self._spaced: dict[str, dict[str, list[str]]] = {}  # first word → key → expressions
        self._compiled: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
        self._unspaced = {key: [one for one in _expressions(key) if _UNSPACED.search(one)] for key in keys}
        for key in keys:
            for one in _expressions(key):
                if not _UNSPACED.search(one):
                    for first in _first_words(one):
                        self._spaced.setdefault(first, {}).setdefault(key, []).append(one)
        for first in list(self._spaced):  # a word may stand before a quotation mark
            self._spaced.setdefault(f"{first}'", self._spaced[first])

    def may_find(self, text: str) -> bool:
        """Whether a folded text holds a word with which a match begins; no match without one. Cheap."""
        if not self._spaced.keys().isdisjoint(map(str.lower, _TOKEN.findall(text))):
            return True
        return not text.isascii() and any(one.search(text) for _, one in self._of_unspaced)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start and end of each match in a folded text, and its key, in their order."""
        found = self._words(text)
        if text.isascii() or not _UNSPACED.search(text):
            return found
        unspaced = ((m.start(), m.end(), key) for key, one in self._of_unspaced for m in one.finditer(text))
        return heapq.merge(found, sorted(unspaced))

    def _words(self, text: str) -> Iterator[tuple[int, int, str]]:
        first_words = self._spaced
        for token in _TOKEN.finditer(text):
            first = token[0].lower()
            if first in first_words:
                at = token.start()
                for key, pattern in self._compiled.get(first) or self._patterns(first):
                    if match := pattern.match(text, at):
                        yield at, match.end(), key

    def _patterns(self, first: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        found = self._compiled[first] = tuple(
            (key, _compiled(tuple(some))) for key, some in self._spaced[first].items()
        )
        return found

    @cached_property
    def _of_unspaced(self) -> list[tuple[str, re.Pattern[str]]]:
        return [(key, re.compile("|".join(some))) for key, some in self._unspaced.items() if some]


def alternation(key: str) -> str:
    """The phrases of a key in all languages as the inside of a group."""
    return "|".join(_expressions(key)) or "(?!)"


@cache
def _expressions(key: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for table in by_language("private").values():
        for phrase in table.get(key, ()):
            found[_expression(_expanded(phrase, table))] = None
    return tuple(found)


def _expanded(phrase: str, table: dict[str, tuple[str, ...]]) -> str:
    """`{key}` stands for any phrase of that key in the same language; `{name}` and `{end}` for what all share."""
    while match := _KEY.search(phrase):
        inside = _BUILT_IN.get(match[1]) or f"(?:{'|'.join(table.get(match[1], ('(?!)',)))})"
        phrase = phrase[: match.start()] + inside + phrase[match.end() :]
    return phrase


def _expression(phrase: str) -> str:
    parts = _LOOK_BEHIND.split(folded(unicodedata.normalize("NFC", phrase).replace(" …", "…").removesuffix("…")))
    for number in range(0, len(parts), 2):
        parts[number] = parts[number].replace(" ", _BLANK).replace("…", _GAP)
    return "".join(parts)


@cache
def _compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(expressions)})(?!\w)", re.IGNORECASE)


def _first_words(expression: str) -> set[str]:
    """The words with which a match can begin: "(?:do|don'?t) tell" -> {"do", "don'", "dont"}."""
    rest = _LOOK_BEHIND.sub("", expression)
    if rest.startswith("(?:"):
        branches = list(_alternatives(rest))
        behind = rest[len("(?:" + "|".join(branches) + ")") :]
        optional = _first_words(behind[1:]) if behind.startswith("?") else set()
        return optional.union(*map(_first_words, branches))
    word = re.match(r"[^\W_]+(?:'\??)?", rest)
    if word is None:
        raise ValueError(f"a phrase of [private] begins with no word: {expression}")
    if not word[0].endswith("?"):
        return {word[0].lower()}
    after = re.match(r"[^\W_]*", rest[word.end() :])
    return {word[0][:-1].lower(), (word[0][:-2] + (after[0] if after else "")).lower()}


def _alternatives(group: str) -> Iterator[str]:
    """The branches of the group with which an expression begins."""
    depth, start = 0, 3
    for index, char in enumerate(group):
        depth += (char == "(") - (char == ")")
        if (char == "|" and depth == 1) or depth == 0:
            yield group[start:index]
            start = index + 1
        if depth == 0:
            return
