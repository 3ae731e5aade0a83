"""Where words mark something as private, and how far that reaches within its block.

A word ("private: …") marks where it stands as a label; a phrase ("don't tell her") marks its sentence wherever it is.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.reading.privacy.content import content
from assistant.reading.privacy.signs import has_sign, signs
from assistant.reading.privacy.words import Finder, alternation, folded

_CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_SENTENCE_END = re.compile(r"[.!?…;](?=\s)|[。！？]|\n")
_WRAPPED = 45  # characters; a line that long goes on in the next where no point ends it
# What begins anew, however long the line before it: an item, a label, a speaker, a tag.
_ANEW = re.compile(r"\s{0,8}(?:[-*•·+>→=\[<#]|\d{1,2}[.)]|[^\W\d_][\w .'-]{0,24}:\s)")
_AHEAD = re.compile(
    r"\b(?:next|following|follows|below|folgende\w*|suivante?s?|siguientes?|seguintes?|seguenti?|volgende)\b",
    re.IGNORECASE,
)
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
    r"(?:^|[\n.!?;,:()\[\]{}<>|*•–—-]|\s/{1,3}|(?<!:)//|\b(?:and|oh|so|also|ps|robin|but|und|et|y|e|strictly))[\s*_\[(<>x-]*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"^[\W\d]{{0,12}}(?:strictly |only |my )?(?:(?:{alternation('opening')})(?:\s\w+){{0,3}}"
    rf"|(?:{_WORD})(?:\s(?:notes?|part|stuff|bit|matters?|thoughts?|section|reflections?|remarks?|comments?|feelings"
    rf"|worries|observations?|impressions?|corner|space|diary|journal|log))?)\W{{0,45}}$",
    re.IGNORECASE,
)
_TAG_STARTS = ("<", "[", "{", "(", "--", "begin", "start")
_TAG = re.compile(
    rf"^\s*(?:[<\[{{(]\s*(?:{_WORD})\s*[>\]}})]|(?:-{{2,}}\s*)?(?:begin|start)"
    rf" (?:of )?(?:{_WORD})\b.{{0,20}})\s*$",
    re.IGNORECASE,
)
_TAG_END = re.compile(
    rf"[<\[{{(]\s*/\s*(?:{_WORD})\s*[>\]}})]|^\s*(?:-{{2,}}\s*)?(?:end (?:of )?(?:{_WORD})"
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


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a block is private: whole brackets, and all from `start` on (None: nothing more).

    bare: the mark stands alone, so the block before it is meant, too.
    opens: nothing stands behind it, so the next block is meant."""

    brackets: tuple[tuple[int, int], ...]
    start: int | None
    bare: bool = False
    opens: bool = False


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
    return finder().may_find(plain) or has_sign(plain)


def may_hold_title(text: str) -> bool:
    """Whether any line of a text may be a title or a tag: they need a word of secrecy."""
    return _titles().may_find(folded(text))


def is_title(line: str) -> bool:
    """Whether a line without any sign of a heading is one of a private part: "PRIVATE NOTES"."""
    if len(line) > 100 or next(_titles().find(plain := folded(line)), None) is None:
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
    found = finder().find(plain)
    return any(key != "word" or not _named(plain, start, end) for start, end, key in found) or any(signs(plain))


def rest_is_private(text: str, names: re.Pattern[str] | None = None) -> bool:
    """Whether a block says that all that follows is private."""
    return any(_sections().find(folded(text, names)))


def cut(text: str, names: re.Pattern[str] | None = None) -> Cut | None:
    """What of a block's text its marks make private; None where nothing does. names: see `naming`."""
    plain = folded(text, names)
    brackets: list[tuple[int, int]] = []
    for mark in _marks(plain):
        if brackets and mark.start < brackets[-1][1]:
            continue
        around = _bracket(plain, mark)
        # Then it is said of all that follows; looked for once: before a second bracket something stands.
        opening = around is not None and not brackets and not content(plain[: around[0]])
        says_more = around is not None and _says_more(plain[around[0] : around[1]], mark, around[0])
        if around is not None and opening and says_more:
            return Cut(tuple(brackets), around[0])
        if around is not None and around[1] > 0 and says_more:
            brackets.append(around)
            continue
        if around is not None and around[1] < 0:
            return Cut(tuple(brackets), around[0])
        if mark.label and around is None and (end := _said_end(plain, mark)):
            brackets.append((mark.start, end))
            continue
        floor = brackets[-1][1] if brackets else 0
        return _tail(plain, mark, around, floor, tuple(brackets))
    return Cut(tuple(brackets), None) if brackets else None


def _said_end(plain: str, mark: Mark) -> int:
    """Where a dictated mark is taken back by its own word, "private colon … end private"; 0 where it is not."""
    word = re.escape(plain[mark.start : mark.end])
    ended = re.compile(rf"(?<!the )(?<!an )(?<!in )(?<!to )(?<!will )\bend (?:of )?{word}(?![\w'-])", re.IGNORECASE)
    found = ended.search(plain, mark.end)
    return 0 if found is None or _OF_THINGS.match(plain, found.end()) else found.end()


def _tail(
    plain: str, mark: Mark, around: tuple[int, int] | None, floor: int, brackets: tuple[tuple[int, int], ...]
) -> Cut:
    """From where on a block is private: a label's own place, a phrase's sentence, or the sentence before it."""
    first, last = around or (mark.start, mark.end)
    begin = max(floor, _sentence_start(plain, first))
    ending = _SENTENCE_END.search(plain, last)
    end = ending.start() if ending else len(plain)
    before, after = content(plain[begin:first]), content(plain[last:end])
    empty = not mark.behind and not content(plain[last:])
    if mark.label and around is None:
        return Cut(brackets, mark.start, opens=empty)
    follows = after > 2 or plain[last:end].lstrip(" *_\"'").startswith((":", "："))
    if follows:
        return Cut(brackets, begin, opens=empty)
    back = max(floor, _said_before(plain, begin))
    bare = not before and not after and not content(plain[:begin])
    start = floor if before <= 1 and begin > 0 else back
    return Cut(brackets, start, bare=bare, opens=empty and (bare or _AHEAD.search(plain, begin, end) is not None))


def _marks(plain: str) -> Iterator[Mark]:
    """Words, phrases and signs that mark something, in their order."""
    if not has_sign(plain):
        return _said(plain)
    drawn = (Mark(start, end, label, behind=not label) for start, end, label in signs(plain))
    return heapq.merge(_said(plain), drawn, key=lambda one: one.start)


def _said(plain: str) -> Iterator[Mark]:
    for start, end, key in finder().find(plain):
        if key != "word":
            yield Mark(start, end)
        elif not _named(plain, start, end) and (mark := _word(plain, start, end)):
            yield mark


def _word(plain: str, start: int, end: int) -> Mark | None:
    """A word of secrecy where it stands as a label, as a tag, or at the end of its sentence."""
    before = plain[max(0, start - 40) : start]
    line_start = not before.rpartition("\n")[2].strip(" \t-*•>_[(<#+./!~%0123456789") and (start < 40 or "\n" in before)
    if before.endswith("#"):
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
    opens = before.rstrip(" *_").endswith(tuple(_CLOSERS)) or (line_start and _OPENING.match(plain, start))
    return Mark(start, end, label=True) if opens or (clause and _BREAKS.match(plain, end)) else None


def _named(plain: str, start: int, end: int) -> bool:
    """Whether the word only names a thing of the world: "private sector", "the secret"."""
    window = max(0, start - 20)
    covered = any(
        window + m.end() >= end for m in _PUBLIC.finditer(plain[window : end + 8]) if window + m.start() < end
    )
    return covered or _OF_THINGS.match(plain, end) is not None


def _is_thing(plain: str) -> bool:
    return any(_named(plain, start, end) for start, end, _ in _titles().find(plain))


def _bracket(plain: str, mark: Mark) -> tuple[int, int] | None:
    """The bracket around a mark, its end -1 where it stays open; None where there is none."""
    window = max(0, mark.start - 200)
    arrows = len(plain[window : mark.start].rstrip("-= ")) + window  # "<-" opens no bracket
    last = arrows - 1 if plain[arrows - 1 : arrows] == "<" and arrows < mark.start else mark.start
    starts = sorted(((plain.rfind(one, window, last), one) for one in _CLOSERS), reverse=True)
    start, opener = starts[0]
    if start < 0 or _CLOSERS[opener] in plain[start : mark.start]:
        return None
    depth = 0
    for index in range(start, len(plain)):
        depth += (plain[index] == opener) - (plain[index] == _CLOSERS[opener])
        if depth == 0:
            return start, index + 1
    return start, -1


def _says_more(inside: str, mark: Mark, offset: int) -> bool:
    """Whether a bracket holds more than its mark, and the mark opens it: "(private: she leaves)"."""
    return not content(inside[: mark.start - offset]) and content(inside[mark.end - offset :]) > (
        0 if mark.label else 2
    )


def _sentence_start(plain: str, position: int) -> int:
    """Where the sentence at this position begins: behind a point, or a line that is not wrapped."""
    return _sentence_starts(plain, position)[-1]


def _said_before(plain: str, position: int) -> int:
    """Where the last sentence before this position begins that says something."""
    starts = _sentence_starts(plain, max(position - 1, 0))
    end = position
    while len(starts) > 1 and not content(plain[starts[-1] : end]):
        end = starts.pop()
    return starts[-1]


def _sentence_starts(plain: str, position: int) -> list[int]:
    starts = [0]
    for match in _SENTENCE_END.finditer(plain, 0, position):
        if match[0] == "\n":
            line = plain[plain.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip()
            if len(line) >= _WRAPPED and line[-1] not in ".!?:;" and not _ANEW.match(plain, match.end()):
                continue
        starts.append(match.end())
    return starts
