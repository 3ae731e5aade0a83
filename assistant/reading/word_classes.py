"""Words as letters of their classes, language by language: what a grammar of classes is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from assistant.reading.folding import fold
from assistant.reading.languages import by_language

UNKNOWN = "x"
_WORD = re.compile(r"(?:[nldsjmtc]|qu)'(?=\w|$)|[^\W_]+(?:['-][^\W_]+)*|,")
_CLAUSE = re.compile(r"[.!?;:…。！？()\n]+|\s-+\s|--+|(?<!anybody)(?<!anyone)(?<!door),? (?=but )")
_LONGEST = 400  # words of a clause: nobody's is longer


class WordClasses:
    """The classes of words of one section of `languages/*.toml`, each with its letter; "" leaves the word out.

    Case and accents do not matter; a phrase goes before its words. A word of two classes in one has two letters."""

    def __init__(self, section: str, letters: dict[str, str]) -> None:
        self._section = section
        self._letters = letters

    @cached_property
    def _words(self) -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
        """By language and first word: the phrases that begin with it, the longest first."""
        found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for language, table in by_language(self._section).items():
            words = found.setdefault(language, {})
            for key, some in table.items():
                for phrase in some:
                    parts = tuple(_WORD.findall(fold(phrase)))
                    words.setdefault(parts[0], []).append((parts, self._letters[key]))
            for phrases in words.values():
                phrases.sort(key=lambda one: -len(one[0]))
        return found

    def clauses(self, text: str) -> Iterator[str]:
        """Each clause as letters, once for each language that knows more than one of its words. Linear."""
        for clause in _CLAUSE.split(fold(text)):
            said = _WORD.findall(clause)[:_LONGEST]
            for words in self._words.values():
                letters = "" if words.keys().isdisjoint(said) else "".join(self._read(said, words))
                if len(letters) - letters.count(UNKNOWN) - letters.count(",") > 1:
                    yield letters

    @staticmethod
    def _read(said: list[str], words: dict[str, list[tuple[tuple[str, ...], str]]]) -> Iterator[str]:
        at = 0
        while at < len(said):
            word = said[at]
            known = (one for one in words.get(word, ()) if tuple(said[at : at + len(one[0])]) == one[0])
            phrase, letters = next(known, ((word,), word if word == "," else UNKNOWN))
            yield letters
            at += len(phrase)
