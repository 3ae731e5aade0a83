"""Notes cut into the blocks that belong together: an item with its lines, a paragraph, a heading, a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from assistant.reading.languages import phrases
from assistant.reading.privacy.marks import ends_tag, is_tag, is_title, may_hold_title

_ITEM = re.compile(r"^(?P<indent>[\s>]*)(?:[-*•·・+–—]|\d{1,2}[.)]|\[.?\])\s*(?=\S)(?![-*_=]{2})")
_HEADING = re.compile(
    r"^\s{0,3}(?:#{1,6}\s*\S.{0,80}|[*_]{2}[^*_]{2,60}[*_]{2}:?|[A-Z][\w /&'-]{2,50}:|=+ .{2,60} =+)\s*$"
)
_NEXT = re.compile(
    r"^\W*(?:(?:next|nxt) (?:meeting|session|call|talk|time|date|chat|appointment|one|mtg)"
    rf"|{'|'.join(map(re.escape, phrases('notes', 'next')))}|next|nxt)\b",
    re.IGNORECASE,
)
_OF_A_DATE = frozenset(
    [
        "at",
        "on",
        "the",
        "in",
        "of",
        "am",
        "pm",
        "uhr",
        "uur",
        "h",
        "le",
        "la",
        "el",
        "a",
        "à",
        "as",
        "às",
        "las",
        "los",
        "de",
        "del",
        "um",
        "om",
        "ore",
        "alle",
        "il",
        "den",
        "dem",
        "der",
        "kl",
        "same",
        "time",
        "place",
        "next",
        "month",
        "week",
        "two",
        "three",
        "four",
        "six",
        "weeks",
        "months",
        "noon",
        "o'clock",
        "st",
        "nd",
        "rd",
        "th",
        "is",
        "hrs",
    ]
)
_NAMES = " / ".join((*phrases("days", "months"), *phrases("days", "weekdays"))).casefold()
_DATE_WORDS = _OF_A_DATE | frozenset(re.findall(r"[^\W\d_]+", _NAMES))


class Kind(Enum):
    BLANK = auto()
    HEADING = auto()
    ITEM = auto()
    PLAIN = auto()
    ROW = auto()
    WHEN = auto()  # says no more than when one meets next
    TAGGED = auto()  # stands between marks: [private] … [/private]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and for an item how far it is indented."""

    kind: Kind
    text: str
    indent: int = 0


def blocks(text: str) -> Iterator[Block]:
    """All lines of a text in their order, each in exactly one block."""
    pending: list[str] = []
    kind, indent, tagged = Kind.PLAIN, 0, False
    titled = may_hold_title(text)
    for line in text.split("\n"):
        found = Kind.TAGGED if tagged or (titled and is_tag(line)) else _kind(line, titled=titled)
        goes_on = bool(pending) and (
            (found is Kind.TAGGED and tagged) or (found is Kind.PLAIN and kind in (Kind.PLAIN, Kind.ITEM))
        )
        if pending and not goes_on:
            yield Block(kind, "\n".join(pending), indent)
            pending = []
        if not goes_on:
            item = _ITEM.match(line) if found is Kind.ITEM else None
            kind, indent = found, len(item["indent"]) if item else 0
        pending.append(line)
        tagged = found is Kind.TAGGED and not ends_tag(line)
    yield Block(kind, "\n".join(pending), indent)


def _kind(line: str, *, titled: bool) -> Kind:
    if not line.strip():
        return Kind.BLANK
    if _says_only_when(line):
        return Kind.WHEN
    if _HEADING.match(line) or (titled and is_title(line)):
        return Kind.HEADING
    if "|" in line.strip().strip("|") or line.count("|") > 1:
        return Kind.ROW
    return Kind.ITEM if _ITEM.match(line) else Kind.PLAIN


def _says_only_when(line: str) -> bool:
    """Whether a line says no more than when one meets next: it holds no secret, and ends what is private before."""
    match = _NEXT.match(line[:120])
    if match is None or len(line) > 120 or not re.search(r"\d|month|week", line):
        return False
    return _DATE_WORDS.issuperset(re.findall(r"[^\W\d_]+", line[match.end() :].casefold()))
