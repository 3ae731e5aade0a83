"""A private piece without its mark, as its writer reads it back: "(private: she leaves)" -> "she leaves"."""

from __future__ import annotations

import re
from itertools import takewhile

from assistant.reading.privacy.marks import said
from assistant.reading.privacy.signs import SIGNS
from assistant.reading.privacy.words import folded

_BULLET = re.compile(r"\s*(?:(?:[-*•·+>–—]+|\d{1,2}[.)]|\[.?\])\s+)*")
_DRAWN = re.compile(rf"(?:<!--|[\s\[({{<*_~%|/!#`\"'{SIGNS}\ufe0f:-])*")
_LABEL = re.compile(
    r"(?:\s(?:notes?|part|stuff|bit))?[*_`~%\"']*\s*(?:[:：;,]|[)\]}>]+|[-–—](?=\s)|colon\b)[\s:*_–—-]*"
)
_CLOSED = re.compile(r"\s*[<\[{(]\s*/\s*\w+\s*[>\]})]\s*$")  # "</private>"
_BEHIND = re.compile(r"[\s.,;]*(?:[(\[{<]+|//|<-+|\s[-–—]{1,2}|#)\s*(?P<mark>[^()\[\]{}<>#]{2,40}?)\s*[)\]}>]*[\s.]*$")
MOST_BEHIND = 60  # characters of a mark behind its words
MOST_MARKS = 3  # before one piece: "🔒 private: …"
LONGEST = 2000


def unmarked(piece: str) -> str:
    """The words of a private piece; the piece itself where it is no more than a mark, or the mark is within it."""
    if len(piece) > LONGEST:
        return piece
    words = _CLOSED.sub("", piece.strip())
    for _ in range(MOST_MARKS):
        before, words = words, _without_label(words)
        if words == before:
            break
    match = _BEHIND.search(words, max(0, len(words) - MOST_BEHIND))
    if match and _is_mark(match["mark"]):
        words = words[: match.start()]
    return words if any(map(str.isalnum, words)) else piece.strip()


def _without_label(text: str) -> str:
    """The text without its bullet, what is drawn around it, and one label."""
    bare = text[_match_end(_BULLET, text) :]
    start = _match_end(_DRAWN, bare)
    drawn, rest = bare[:start], bare[start:]
    plain = folded(rest)
    ends = [end for _, end, _ in takewhile(lambda one: one[0] == 0, said(plain))]
    label = next((found for end in ends if (found := _LABEL.match(plain, end))), None)
    if label is not None:
        rest = rest[label.end() :]
    elif not drawn.strip():
        return bare
    closing = " -*_~%|`\"'" + "".join(close for opener, close in ("()", "[]", "{}", "<>") if opener in drawn)
    left = rest.rstrip(closing)
    return left if any(map(str.isalnum, left)) else text


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _is_mark(words: str) -> bool:
    plain = folded(words.strip())
    return any(start == 0 and end >= len(plain) for start, end, _ in said(plain))
