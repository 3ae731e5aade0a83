"""Marks of privacy by their grammar: what may not be done, and to whom, in any order and wording.

Each word of a sentence becomes the letter of its class (`languages/*.toml`, section [discretion]); each rule is a
pattern of such letters (`rules.py`): no phrase is needed for "don't let her see" or "sie soll das nicht sehen". In
doubt it is a mark (promise 7)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise

from assistant.reading.languages import by_language, phrases
from assistant.reading.privacy.rules import CLASSES, NEEDED, RULE
from assistant.reading.privacy.words import folded

_TOKEN = re.compile(
    r"(?:[nldsjmtcNLDSJMTC]|[Qq]u)'(?=\w)(?!s\b)|[^\W_]+(?:'[^\W_]+)*|[🚫⛔🙅]"
    r"|[.!?…;:：=,，。！？、()\[\]{}<>|\n]|\s[-–—]+\s|[*~_]{3,}|--+|—"
)
_RUN_IN = re.compile(r"^([\s>-]*[*_]{1,2}[^*_\n:]{6,60})[*_](?=[*_]?\s)", re.MULTILINE)  # "*Not for them* the …"
_SIGNS = {
    ".": ".!…;。！",
    "?": "?？",
    ",": ",，、",
    ":": ":：=",
    "/": "\n",
    "(": "(<[{",
    ")": ")>]}",
    "|": "|",
    "N": "🚫⛔🙅",
}
_PARTS = {sign: letter for letter, signs in _SIGNS.items() for sign in signs}
_SHORTEST_STEM, _LONGEST_STEM = 3, 30
_LONGEST_TAG = 32
_NOUNS_ARE_CAPITAL = frozenset({"de"})


_Phrases = tuple[tuple[tuple[str, ...], str, str], ...]  # each with its language and class, the longest first


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The classes of words of all languages: of one word, of a stem, and of several words by their first two."""

    words: dict[str, tuple[tuple[str, str], ...]]
    several: dict[str, dict[str, _Phrases]]


@cache
def _lexicon() -> _Lexicon:
    words: dict[str, list[tuple[str, str]]] = {}
    several: dict[str, dict[str, _Phrases]] = {}
    for language, table in by_language("discretion").items():
        for key, some in table.items():
            for phrase in some:
                for parts in _written(folded(phrase).lower()):
                    if len(parts) == 1:
                        words.setdefault(parts[0], []).append((language, CLASSES[key]))
                    else:
                        behind = several.setdefault(parts[0], {})
                        behind[parts[1]] = (*behind.get(parts[1], ()), (parts, language, CLASSES[key]))
    for behind in several.values():
        behind.update({second: tuple(sorted(some, key=lambda one: -len(one[0]))) for second, some in behind.items()})
    return _Lexicon({word: tuple(some) for word, some in words.items()}, several)


def _written(phrase: str) -> Iterator[tuple[str, ...]]:
    """The words of a phrase as they are found in a text, and as phones write them ("dont"); a stem is one."""
    for written in dict.fromkeys((phrase, phrase.replace("n't", "nt"))):
        yield (written,) if written.endswith(("*", "'")) else tuple(_TOKEN.findall(written))


@dataclass(frozen=True, slots=True)
class _Word:
    """What the lists know of a token. sign: the letter of what parts clauses, "" for a word."""

    plain: str
    sign: str
    classes: tuple[tuple[str, str], ...]  # language and class
    several: dict[str, _Phrases]  # the phrases that begin with it, by their second word
    known: bool
    needed: bool  # nothing is a mark without such a word,
    begins: frozenset[str]  # or a phrase of such words: what follows it there


@lru_cache(maxsize=8192)
def _word(token: str) -> _Word:
    plain = token.lower()
    sign = "" if token[0].isalnum() else _PARTS.get(token, "-")
    several = _lexicon().several.get(plain, {})
    classes = _classes(plain)
    needed = not NEEDED.isdisjoint({sign, *(letter for _, letter in classes)})
    begins = frozenset(second for second, some in several.items() if any(one[2] in NEEDED for one in some))
    return _Word(plain, sign, classes, several, bool(classes or several), needed, begins)


def _classes(word: str) -> tuple[tuple[str, str], ...]:
    """Language and class of a word: in each as it stands, else by its longest stem; "the boss's" is hers."""
    words = _lexicon().words
    if word.endswith("'s") and word not in words:
        return tuple(one for one in words.get(word[:-2], ()) if one[1] == "W")
    written = (word, *(f"{word[:size]}*" for size in range(min(len(word), _LONGEST_STEM), _SHORTEST_STEM - 1, -1)))
    found: dict[str, str] = {}
    for language, letter in chain.from_iterable(words.get(one, ()) for one in written):
        found.setdefault(language, letter)
    return tuple(found.items())


def _is_known(word: str) -> bool:
    return word in _lexicon().several or word in _lexicon().words


def may_find(text: str) -> bool:
    """Whether a folded text holds words without which it has no mark. Cheap, and never wrong where it says no."""
    return "#" in text or _may_mark([_word(token) for token in _TOKEN.findall(text)])


def _may_mark(words: list[_Word]) -> bool:
    return any(word.needed for word in words) or any(
        word.begins and following.plain in word.begins for word, following in pairwise(words)
    )


def find(text: str, names: re.Pattern[str] | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each mark in a folded text, in order, none within another. names: the mentor's. Linear."""
    tokens = list(_tokens(_RUN_IN.sub(r"\1:", text), names))
    words = [_word(token) for token, _, _ in tokens]
    if not _may_mark(words):
        return
    letters: list[str] = []
    for (token, _, _), word in zip(tokens, words, strict=True):
        letters.append(word.sign or (_name(token, letters, names) if token[0].isupper() else "x"))
    by_language = _by_language(words)
    found: set[tuple[int, int]] = set()
    if "N" in letters:  # a sign that says no in every language
        by_language.setdefault("en", {})
    for language, known in by_language.items():
        if "N" in letters or not NEEDED.isdisjoint(known.values()):
            found.update(_marks(tokens, letters, known, language))
    end = 0
    for mark in sorted(found, key=lambda one: (one[0], -one[1])):
        if mark[1] > end:  # none within another
            end = mark[1]
            yield mark


def _by_language(words: list[_Word]) -> dict[str, dict[int, str]]:
    """The class of each word that a language knows, by its place; "" for the further words of a phrase."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    until: dict[str, int] = defaultdict(int)  # how far a phrase of several words reaches
    for number, word in enumerate(words):
        if not word.known:
            continue
        second = words[number + 1].plain if word.several and number + 1 < len(words) else ""
        for phrase, language, letter in word.several.get(second, ()):
            said = words[number : number + len(phrase)]
            if until[language] <= number and tuple(one.plain for one in said) == phrase:
                known = found[language]
                known[number] = letter
                known.update(dict.fromkeys(range(number + 1, number + len(phrase)), ""))
                until[language] = number + len(phrase)
        for language, letter in word.classes:
            if until[language] <= number:
                found[language].setdefault(number, letter)
    return found


def _marks(
    tokens: list[tuple[str, int, int]], letters: list[str], known: dict[int, str], language: str
) -> Iterator[tuple[int, int]]:
    """The marks that the words of one language make, together with names."""
    guessed = {"m": "x", "w": "x"} if language in _NOUNS_ARE_CAPITAL else {"m": "W"}
    said = [guessed.get(letter, letter) for letter in letters]
    for number, letter in known.items():
        said[number] = letter
    if language in _NOUNS_ARE_CAPITAL:
        said = [_told(said, number) if letter == "m" else said[number] for number, letter in enumerate(letters)]
    places = [number for number, letter in enumerate(said) if letter]
    for match in RULE.finditer("".join(said)):
        first, last = places[match.start()], places[match.end() - 1]
        while last + 1 < len(letters) and known.get(last + 1) == "":
            last += 1  # the other words of a phrase
        yield tokens[first][1], tokens[last][2]


def _told(said: list[str], number: int) -> str:
    """Of a capital word where nouns are so, too: "W", a name, where somebody is told: "sag Lee nichts"."""
    around = "".join(said[max(0, number - 2) : number + 2])
    return "W" if re.search("[Dd].[NZ]|[NZ].[Dd]", around) else said[number]


def _tokens(text: str, names: re.Pattern[str] | None) -> Iterator[tuple[str, int, int]]:
    if "#" not in text:
        yield from ((match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))
        return
    for match in _TOKEN.finditer(text):
        if match.start() and text[match.start() - 1] == "#" and 4 < len(match[0]) <= _LONGEST_TAG:
            yield from ((word, *match.span()) for word in ("|", *_of_tag(match[0], names), "|"))
        else:
            yield match[0], match.start(), match.end()


def _name(token: str, before: list[str], names: re.Pattern[str] | None) -> str:
    """Of a capital word: "W" for the mentor's name, "m" for what may be one, "w" where it begins a sentence, or "x"."""
    if names is not None and names.fullmatch(token.removesuffix("'s")):
        return "W"
    plain = token.lower()
    if token.isupper() or "'" in token or plain in _day_names():
        return "x"
    if before and before[-1] in "xwmW":
        return "m"
    return "x" if _is_known(plain) else "w"


@cache
def _day_names() -> frozenset[str]:
    return frozenset(" ".join((*phrases("days", "months"), *phrases("days", "weekdays"))).lower().split())


def _of_tag(tag: str, names: re.Pattern[str] | None) -> list[str]:
    """The words of a tag: "doNotShare" -> do, not, share; what no list knows at its end is a name: "notforHelen"."""
    plain = tag.lower()
    named = next((n for n in range(len(tag)) if names is not None and names.fullmatch(tag[n:])), len(tag))
    fewest: dict[int, list[str]] = {0: []}
    for end in range(1, named + 1):
        known = [start for start in fewest if _is_known(plain[start:end])]
        if known:
            start = min(known, key=lambda one: len(fewest[one]))
            fewest[end] = [*fewest[start], plain[start:end]]
    reached = named if named < len(tag) and named in fewest else max(fewest)
    name = [tag[reached:].capitalize()] if reached < len(tag) else []
    return [*fewest[reached], *name] if reached else [tag]
