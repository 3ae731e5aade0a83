"""The statements of a text and its days and times: what is said of a day, and where the next thing begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.dates.words import GAP

_G = GAP
TIME = "\x01"  # stands where a time of day stood
# Where one statement ends and the next begins; a comma only may.
_SPLIT = re.compile(
    r"(?P<hard>(?<![ap]\.m)[.!?;](?=\s|$)|\n|[\u2600-\u27bf\U0001f300-\U0001faff]+)|(?P<turn>\b(?:but(?! not\b)"
    r"|however|otherwise|whereas|so|then|yet"
    r"|although"
    r"|(?:what|how) about|could we|can we|could you|can you|would you|shall we|let['’]s|alternatively|failing that"
    r"|if not)\b"
    r"|\s[–—-]\s(?!(?:no|nope|not|full|busy|booked|out|closed|gone|taken|impossible|unavailable|away|off|nothing"
    r"|never|yes|fine|good|free)\b)|—)"
    rf"|(?P<less>\b(?:except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|but not|instead of"
    rf"|rather than|besides"
    rf"|bar|(?:not|than)(?=\s(?:on\s|the\s)?{_G})))|(?P<comma>,)",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:any|every|all|each|whenever|any ?time|any ?day)\b[^.;?!\n]{0,30}$"
    r"|\bweek(?:\s(?:works|suits|is\s(?:good|fine|ok|okay|possible|free|open|great)))?,?\s?$",
    re.IGNORECASE,
)
_BUT_DAY = re.compile(rf"but\s(?:on\s|not\s|the\s|for\s)?{_G}", re.IGNORECASE)
_SENTENCE = re.compile(r"\s(?:The|I|We|My|If|Or|Otherwise|Please|It|That|This|On|Not)\b")


@dataclass(frozen=True, slots=True)
class Mark:
    """A day (or days) or a time in the text: text[start:end] says it."""

    start: int
    end: int
    timed: bool
    whole: bool = False  # "all day": it may be free or taken


@dataclass(frozen=True, slots=True)
class Piece:
    start: int
    end: int
    kind: str  # what it begins with: "hard", "turn", "less", "comma"


def blanked(text: str, marks: Sequence[Mark], time: str) -> str:
    """The text with a gap in place of each day, and `time` in place of each time of day."""
    out = list(text)
    for mark in marks:
        out[mark.start : mark.end] = (time if mark.timed else _G) * (mark.end - mark.start)
        if mark.timed and text[mark.end - 1] == "." and _SENTENCE.match(text, mark.end):
            out[mark.end - 1] = "."  # that of "p.m." ends the sentence too
    return "".join(out)


def pieces(words: str) -> list[Piece]:
    found: list[Piece] = []
    start, kind = 0, "hard"
    for match in _SPLIT.finditer(words):
        group = str(match.lastgroup)
        if group == "turn" and match[0].lower() == "but" and _BUT_DAY.match(words, match.start()):
            group = "less" if _ANY.search(words[max(0, match.start() - 48) : match.start()]) else group
        if match.start() > start:
            found.append(Piece(start, match.start(), kind))
        start, kind = match.start() if group == "less" else match.end(), group
    return [*found, Piece(start, len(words), kind)]
