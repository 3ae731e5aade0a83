"""Notes cut into the blocks that belong together: an item with its lines, a paragraph, a heading, a row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from assistant.reading.languages import phrases
from assistant.reading.privacy.marks import ends_tag, is_tag, is_title, may_hold_title
from assistant.reading.privacy.words import alternation, folded

_ITEM = re.compile(r"^(?P<indent>[\s>]*)(?:[-*•·・+–—]|\d{1,2}[.)]|\[.?\])\s*(?=\S)(?![-*_=]{2})")
_HEADING = re.compile(
    r"^\s{0,3}(?:#{1,6}\s*\S.{0,80}|[*_]{2}[^*_]{2,60}[*_]{2}:?|[A-Z][\w /&'-]{2,50}:|=+ .{2,60} =+)\s*$"
)
_NEXT = re.compile(
    r"^\W*(?:[^\x00-\x7f]{1,12}\s)?(?:again|reconvene|donm|(?:see|c) (?:you|u)|same (?:again|time|place)"
    r"|(?:next|nxt) (?:meeting|session|call|talk|time|date|chat|appointment|one|mtg)"
    r"|(?:we'll |we |let's |will )?(?:meet|speak|talk|sit down|see each other|catch up|coffee|tea|lunch|call) again"
    rf"|{'|'.join(map(re.escape, phrases('notes', 'next')))}|next|nxt)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"\s*[\U0001f4c5\U0001f4c6\U0001f5d3]\ufe0f?\s")
# A label of its own says that its line is no part of the private one before it: "private: …" / "decided: …".
_LABELS = (
    r"(?:what )?(?:we )?(?:decided|agreed|settled)|decisions?|outcome|resolved|settled|actions?(?: (?:items?|points?))?"
    r"|to-?dos?|tasks?|(?:open )?questions?|topics?|main points?|(?:next|nxt)(?: [a-z]+)?|donm|again"
    r"|(?:until|for) next time"
)
_TITLE = re.compile(rf"\W{{0,4}}(?:(?:the|our|my|what) )?(?:{_LABELS})(?: settled| next)?\W{{0,4}}", re.IGNORECASE)
_OURS = "|".join(map(re.escape, (*phrases("notes", "next"), *phrases("notes", "decided"))))
_FIELD = re.compile(
    rf"^[\s*_>-]{{0,4}}(?:[^\x00-\x7f]{{1,12}}\s)?(?:{_LABELS}|{_OURS}|(?:{alternation('word')}))", re.IGNORECASE
)
LONGEST_WHEN = 120  # characters of a line that says no more than when one meets
_SAYS_WHEN = re.compile(r"\d|month|week")
MOST_LABEL = 60  # characters of a line in which its label ends
_BEHIND_LABEL = re.compile(r"(?P<label>[^:=]{2,50}?)\s?[:=]\s*\S")
MOST_TITLE = 40  # characters
_OF_A_DATE = frozenset(re.findall(
    r"\S+",
    """
    at on the in of am pm uhr uur h le la el a à as às las los de del um om ore alle il den dem der kl same
    time place next month week two three four six weeks months noon o'clock st nd rd th is hrs meeting rdv
    phone call zoom teams meet online video first second third fourth last ten one five seven nine eight
    eleven twelve weds tues thurs half past noon o clock u
    """,
))  # fmt: skip
_NAMES = " / ".join((*phrases("days", "months"), *phrases("days", "weekdays"))).casefold()
_DATE_WORDS = _OF_A_DATE | frozenset(re.findall(r"[^\W\d_]+", _NAMES))


class Kind(Enum):
    BLANK = auto()
    HEADING = auto()
    ITEM = auto()
    PLAIN = auto()
    ROW = auto()
    WHEN = auto()  # says no more than when one meets next
    FIELD = auto()  # begins with a label of its own: "decided: …"
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
        if found is Kind.FIELD and pending and kind is Kind.ITEM:
            found = Kind.ITEM  # one more of them, without its bullet
        goes_on = bool(pending) and (
            (found is Kind.TAGGED and tagged) or (found is Kind.PLAIN and kind in (Kind.PLAIN, Kind.ITEM, Kind.FIELD))
        )
        if pending and not goes_on:
            yield Block(kind, "\n".join(pending), indent)
            pending = []
        if not goes_on:
            item = _ITEM.match(line) if found is Kind.ITEM else None
            kind, indent = found, len(item["indent"]) if item else indent
        pending.append(line)
        tagged = found is Kind.TAGGED and not ends_tag(line)
    yield Block(kind, "\n".join(pending), indent)


def _kind(line: str, *, titled: bool) -> Kind:
    if not line.strip():
        return Kind.BLANK
    if says_only_when(line):
        return Kind.WHEN
    if _HEADING.match(line) or (titled and is_title(line)) or (len(line) < MOST_TITLE and _is_section(line)):
        return Kind.HEADING
    if "|" in line.strip().strip("|") or line.count("|") > 1:
        return Kind.ROW
    if _ITEM.match(line):
        return Kind.ITEM
    return Kind.FIELD if _is_field(line) else Kind.PLAIN


@lru_cache(maxsize=1024)
def _is_section(line: str) -> bool:
    """Whether a line is a heading of a known part by its words alone: "What we settled"."""
    return _TITLE.fullmatch(line) is not None


def _is_field(line: str) -> bool:
    """Whether a line begins with a label of its own, and says something behind it."""
    label = _BEHIND_LABEL.match(line[:MOST_LABEL])
    return label is not None and _is_label(label["label"])


@lru_cache(maxsize=1024)
def _is_label(label: str) -> bool:
    return _FIELD.fullmatch(folded(label)) is not None


def says_only_when(line: str) -> bool:
    """Whether a line or sentence says no more than when one meets next: no secret, and the end of what is private."""
    if len(line) > LONGEST_WHEN or not _SAYS_WHEN.search(line):
        return False
    match = _NEXT.match(line) or _CALENDAR.match(line)
    if match is None:
        return False
    return _DATE_WORDS.issuperset(re.findall(r"[^\W\d_]+", line[match.end() :].casefold()))
