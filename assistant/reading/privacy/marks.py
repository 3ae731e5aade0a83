"""Where words mark something as private, and how far that reaches within its block.

A word ("private: …") marks where it stands as a label; a phrase ("don't tell her") marks its sentence wherever it is.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.reading.privacy import grammar
from assistant.reading.privacy.signs import has_sign, signs
from assistant.reading.privacy.words import Finder, alternation, folded

_TAG_SIGNS = (" @", " :", " %", "\n@", "\n%")
CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_WORD = alternation("word")
_OF_THINGS = re.compile(rf"\s{{1,3}}(?:{alternation('things')})(?!\w)", re.IGNORECASE)
_PUBLIC = re.compile(rf"(?<!\w)(?:{alternation('public')})(?!\w)", re.IGNORECASE)
_OPENING = re.compile(rf"(?:{alternation('opening')})(?!\w)", re.IGNORECASE)
_TAIL = r"(?:\s(?:notes?|part|stuff|bit|matters?|thoughts?|info|remarks?))?[*_`~%\"']{0,3}\s{0,3}[*_`]{0,3}"
_LABELS = re.compile(rf"{_TAIL}(?:[:：]|colon\b)", re.IGNORECASE)
_BREAKS = re.compile(
    rf"{_TAIL}(?:[-–—=>;!,.…)\]}}(\[]|\n|$|(?:she|he|they|i|i'm|im|we|her|his|my|it|it's)\b)", re.IGNORECASE
)
_SHOUTED = re.compile(r"\s*[A-Z]{4,}\b")  # "SECRET she leaves"; no "PERSONAL STATEMENT"
_ENDS = re.compile(r"[*_`\"']{0,3}\s{0,3}(?:[.!)\]}>…]|\n|$)")
_CLAUSE = re.compile(
    r"(?:^|[\n.!?;,:()\[\]{}<>|*•–—-]|\s/{1,3}|(?<!:)//|\b(?:and|oh|so|also|ps|robin|but|und|et|y|e"
    r"|strictly))[\s*_\[(<>x-]*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"^[\W\d]{{0,12}}(?:strictly |only |my )?(?:(?:{alternation('opening')})(?:\s\w+){{0,3}}"
    rf"|(?:{_WORD})(?:\s(?:notes?|part|stuff|bit|matters?|thoughts?|section|reflections?|remarks?|comments?|feelings"
    rf"|worries|observations?|impressions?|corner|space|diary|journal|log))?)\W{{0,45}}$",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\w\s?[:：]\s*\w")  # a label with words behind it is no title
# What a program or a hand calls the part between two marks that is not for others.
_IN_TAGS = rf"(?:{_WORD}|internal|aside|spoiler|comment|omit|exclude|skip|self|myself|mine|me)"
_TAG_STARTS = ("<", "[", "{", "(", "--", "\\", "begin", "start")
_TAG = re.compile(
    rf"^\s*(?:(?:\\begin)?[<\[{{(]%?\s*{_IN_TAGS}\s*%?[>\]}})]|(?:-{{2,}}\s*)?(?:begin|start)"
    rf" (?:of )?(?:{_WORD})\b.{{0,20}})\s*$",
    re.IGNORECASE,
)
_OPENED = re.compile(rf"^\s*(?:\\begin)?[<\[{{(]%?\s*{_IN_TAGS}\s*%?[>\]}})]\s*$", re.IGNORECASE | re.MULTILINE)
_TAG_END = re.compile(
    rf"(?:[<\[{{(]%?\s*(?:/|end)\s*|\\end\{{){_IN_TAGS}\s*%?[>\]}})]|^\s*(?:-{{2,}}\s*)?(?:end (?:of )?(?:{_WORD})"
    rf"|(?:{_WORD}) ends?)\b.{{0,20}}$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark stands; whether it is a label, from which on all is private, or means only what is before."""

    start: int
    end: int
    label: bool = False
    behind: bool = False


@cache
def finder() -> Finder:
    """All words and phrases that may mark something."""
    return Finder("phrase", "section", "word")


@cache
def _sections() -> Finder:
    return Finder("section")


@cache
def _titles() -> Finder:
    return Finder("word")


def may_be_marked(text: str) -> bool:
    """Whether any mark may stand in a text: cheap, and never wrong where it says no."""
    plain = folded(text)
    return finder().may_find(plain) or has_sign(plain) or grammar.may_find(plain)


def may_hold_title(text: str) -> bool:
    """Whether any line of a text may be a title or a tag: they need a word of secrecy."""
    return _titles().may_find(folded(text)) or _OPENED.search(text) is not None


def is_title(line: str) -> bool:
    """Whether a line without any sign of a heading is one of a private part: "PRIVATE NOTES"."""
    if len(line) > 100 or _SAYS.search(line) or next(_titles().find(plain := folded(line)), None) is None:
        return False
    return _TITLE.match(plain) is not None and not _is_thing(plain)


def is_tag(line: str) -> bool:
    """Whether a line opens a block between marks: "[private]", "BEGIN PRIVATE"."""
    return line.lstrip()[:5].lower().startswith(_TAG_STARTS) and _TAG.match(folded(line)) is not None


def ends_tag(line: str) -> bool:
    """Whether a line closes such a block: "[/private]"."""
    return _TAG_END.search(folded(line)) is not None


def heads_private(line: str, names: re.Pattern[str] | None = None) -> bool:
    """Whether a heading, or a label that ends its line, says that what is below it is private."""
    plain = folded(line, names)
    found = said(plain, names)
    return any(key != "word" or not _named(plain, start, end) for start, end, key in found) or any(signs(plain))


def rest_is_private(text: str, names: re.Pattern[str] | None = None) -> bool:
    """Whether a block says that all that follows is private."""
    return any(_sections().find(folded(text, names)))


def said(plain: str, names: re.Pattern[str] | None = None) -> Iterator[tuple[int, int, str]]:
    """Start, end and key of what marks something by its words, in their order; by its grammar it is a "phrase", too."""
    by_words = finder().find(plain)
    by_grammar = [(start, end, "phrase") for start, end in grammar.find(plain, names)]  # of most blocks none
    return heapq.merge(by_words, by_grammar, key=lambda one: (one[0], one[2])) if by_grammar else by_words


def marks(plain: str, names: re.Pattern[str] | None = None) -> Iterator[Mark]:
    """Words, phrases and signs that mark something, in their order. names: the mentor's."""
    if not has_sign(plain):
        return _said(plain, names)
    drawn = (Mark(start, end, label, behind=not label) for start, end, label in signs(plain))
    return heapq.merge(_said(plain, names), drawn, key=lambda one: one.start)


def _said(plain: str, names: re.Pattern[str] | None) -> Iterator[Mark]:
    for start, end, key in said(plain, names):
        if key != "word":
            yield Mark(start, end)
        elif not _named(plain, start, end) and (mark := _word(plain, start, end)):
            yield mark


def _word(plain: str, start: int, end: int) -> Mark | None:
    """A word of secrecy where it stands as a label, as a tag, or at the end of its sentence."""
    before = plain[max(0, start - 40) : start]
    line_start = not before.rpartition("\n")[2].strip(" \t-*•>_[(<#+./!~%0123456789") and (start < 40 or "\n" in before)
    if before.endswith("#") or before[-2:] in _TAG_SIGNS:
        return Mark(start, end)
    if before.endswith("//") and not before.endswith("://") and not _ENDS.match(plain, end):
        return Mark(start, end, label=True)
    if line_start and _SHOUTED.match(plain, start, end) and not _SHOUTED.match(plain, end):
        return Mark(start, end, label=True)
    if _LABELS.match(plain, end):
        return Mark(start, end, label=True)
    clause = line_start or _CLAUSE.search(before) is not None
    alone = _ENDS.match(plain, end) is not None
    if alone and (clause or re.search(r"\b(?:it|is|'s|very|stays?|all|as)\s$", before)):
        return Mark(start, end, label=line_start and plain[end : end + 1] not in ")]}>")
    opens = before.rstrip(" *_").endswith(tuple(CLOSERS)) or (line_start and _OPENING.match(plain, start))
    return Mark(start, end, label=True) if opens or (clause and _BREAKS.match(plain, end)) else None


def is_of_things(plain: str, end: int) -> bool:
    """Whether a thing of the world stands behind a word that ends here: "private sector"."""
    return _OF_THINGS.match(plain, end) is not None


def _named(plain: str, start: int, end: int) -> bool:
    """Whether the word only names a thing of the world: "private sector", "the secret"."""
    window = max(0, start - 20)
    covered = any(
        window + m.end() >= end for m in _PUBLIC.finditer(plain[window : end + 8]) if window + m.start() < end
    )
    return covered or is_of_things(plain, end)


def _is_thing(plain: str) -> bool:
    return any(_named(plain, start, end) for start, end, _ in _titles().find(plain))
