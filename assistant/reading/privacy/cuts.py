"""How far a mark reaches within its block: its bracket, its sentence, the one before it, or all from it on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.privacy.content import content
from assistant.reading.privacy.marks import CLOSERS, Mark, is_of_things, marks
from assistant.reading.privacy.words import folded

_SENTENCE_END = re.compile(r"[.!?…;](?=\s)|[。！？]|\n")
_WRAPPED = 45  # characters; a line that long goes on in the next where no point ends it
# What begins anew, however long the line before it: an item, a label, a speaker, a tag.
_ANEW = re.compile(r"\s{0,8}(?:[-*•·+>→=\[<#]|\d{1,2}[.)]|\d{1,2}:\d\d\s|[^\W\d_][\w .'()-]{0,36}[:：]\s)")
_AHEAD = re.compile(
    r"\b(?:next|following|follows|below|folgende\w*|suivante?s?|siguientes?|seguintes?|seguenti?|volgende)\b",
    re.IGNORECASE,
)
# "This stays between us, please: …" opens what it marks.
_COLON = re.compile(r"[^.!?:;\n]{0,40}[:：](?=\s)")
_BANNER = re.compile(r"([*=~#_<>!|-])\1.{3,60}\1\1")
_TAGGED = re.compile(r"[#(\[{]\s*$")
# "…, ok back on the record": what is private ends where its writer says so.
_ENDED = re.compile(
    r"\b(?:back|now|again) on (?:the )?record\b|\bon (?:the )?record again\b|\bend of (?:that|this|the) (?:bit|part"
    r"|section|passage|secret)\b|\bend of (?:that |this |the )?(?:private|secret|confidential) (?:bit"
    r"|part|note|stuff)\b|\b(?:private|secret|confidential) (?:bit|part) (?:over|ends"
    r"|is over)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """What of a block is private: whole brackets, and all from `start` on (None: nothing more).

    bare: the mark stands alone, so the block before it is meant, too.
    opens: nothing stands behind it, so the next block is meant."""

    brackets: tuple[tuple[int, int], ...]
    start: int | None
    bare: bool = False
    opens: bool = False


def cut(text: str, names: re.Pattern[str] | None = None) -> Cut | None:
    """What of a block's text its marks make private; None where nothing does. names: see `naming`."""
    plain = folded(text, names)
    brackets: list[tuple[int, int]] = []
    for mark in marks(plain, names):
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
        if around is None and (end := _said_end(plain, mark)):
            floor = brackets[-1][1] if brackets else 0
            brackets.append((_tail(plain, mark, None, floor, ()).start or floor, end))
            continue
        floor = brackets[-1][1] if brackets else 0
        return _tail(plain, mark, around, floor, tuple(brackets))
    return Cut(tuple(brackets), None) if brackets else None


def _is_banner(plain: str, begin: int, end: int) -> bool:
    """Whether a mark is drawn as a heading of the lines below it: "*** NOT FOR OTHERS ***"."""
    return _BANNER.fullmatch(plain[begin:end].strip()) is not None and content(plain[end:]) > 0


def _opens(plain: str, last: int) -> bool:
    """Whether a colon closes the mark that ends here, with no more than courtesies between."""
    match = _COLON.match(plain, last)
    return match is not None and content(match[0]) <= 1


_DICTATED = re.compile(r"\s*(?:colon|doppelpunkt|dos puntos|deux points|due punti|dois pontos)\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:[.,;:!?)\]}>*_~/-]|\Z|\n)")


def _said_end(plain: str, mark: Mark) -> int:
    """Where a dictated mark is taken back by its own word, "private colon … end private"; 0 where it is not.

    What was typed may hold the same words ("at month end private talks begin"): there they must stand alone."""
    word = re.escape(plain[mark.start : mark.end])
    ended = re.compile(rf"(?<!the )(?<!an )(?<!in )(?<!to )(?<!will )\bend (?:of )?{word}(?![\w'-])", re.IGNORECASE)
    own = ended.search(plain, mark.end) if mark.label else None
    if own and not (_DICTATED.match(plain, mark.end) or _ALONE.match(plain, own.end())):
        own = None
    found = own or _ENDED.search(plain, mark.end)
    return 0 if found is None or is_of_things(plain, found.end()) else found.end()


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
    follows = after > 2 or _opens(plain, last)
    if follows:
        return Cut(brackets, begin, opens=empty)
    back = max(floor, _said_before(plain, begin))
    bare = not before and not after and not content(plain[:begin]) and not _is_banner(plain, begin, end)
    if before > 2 and plain[begin - 1 : begin] in ("", "\n") and (around or _TAGGED.search(plain[:first][-4:])):
        back = begin  # "she leaves #private" means its own line
    start = floor if before <= 1 and begin > 0 else back
    return Cut(brackets, start, bare=bare, opens=empty and (bare or _AHEAD.search(plain, begin, end) is not None))


def _bracket(plain: str, mark: Mark) -> tuple[int, int] | None:
    """The bracket around a mark, its end -1 where it stays open; None where there is none."""
    window = max(0, mark.start - 200)
    arrows = len(plain[window : mark.start].rstrip("-= ")) + window  # "<-" opens no bracket
    last = arrows - 1 if plain[arrows - 1 : arrows] == "<" and arrows < mark.start else mark.start
    starts = sorted(((plain.rfind(one, window, last), one) for one in CLOSERS), reverse=True)
    start, opener = starts[0]
    if start < 0 or CLOSERS[opener] in plain[start : mark.start]:
        return None
    depth = 0
    for index in range(start, len(plain)):
        depth += (plain[index] == opener) - (plain[index] == CLOSERS[opener])
        if depth == 0:
            return start, index + 1
    return start, -1


def _says_more(inside: str, mark: Mark, offset: int) -> bool:
    """Whether a bracket holds more than its mark, and the mark opens it: "(private: she leaves)"."""
    behind = inside[mark.end - offset :]
    opens = mark.label or behind.lstrip().startswith((":", "："))
    return not content(inside[: mark.start - offset]) and content(behind) > (0 if opens else 2)


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
