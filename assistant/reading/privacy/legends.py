"""Notes that say what a sign of theirs means: "* = not for her", "lines with a ! are for me only", "P = private"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_SIGN = r"(?P<sign>[^\w\s()\[\]:=,;.-]{1,3}|\([A-Z]\)|\[[A-Z]\]|[A-Z]{1,2}|[–—-]{2})"
_MEANS = r"(?:=|:=|->|=>|→|means?|stands for|bedeutet|heißt|heisst|signifie|significa|betekent|betyder|oznacza|значит)"
_KEY_TO_SIGNS = r"(?:^|[(,;|/]|\b(?:legend|key|code|legende|légende|leyenda|legenda)\s*:?)\s*"
_EQUALS = re.compile(rf"{_KEY_TO_SIGNS}[\"'`]?{_SIGN}[\"'`]?\s*{_MEANS}\s*(?P<said>[^,;|)\n]+)", re.IGNORECASE)
_LINES = (
    r"\b(?:lines?|items?|points?|bullets?|things?|what(?:ever)?|anything|everything|all|those|ones|zeilen|punkte|lignes?"
    r"|líneas?|righe|linhas?|regels)\b"
)
_MARKED_WITH = re.compile(
    rf"{_LINES}[^.\n:]{{0,30}}?\b(?:with|by|in|mit|avec|par|con|com|met)\s+(?:an?\s|the\s|una?\s|une?\s"
    rf"|einem\s|een\s|um\s|uma\s)?[\"'`]?{_SIGN}[\"'`]?\s(?P<said>[^\n]+)",
    re.IGNORECASE,
)
_MAY_EXPLAIN = re.compile(f"{_MEANS}|{_LINES}", re.IGNORECASE)
_BULLET = r"[ \t>]*(?:(?:[-•·+]|\*(?=\s)|\d{1,2}[.)])\s+)?(?:\[[ xX]\]\s+)?"
MOST_LEGENDS = 8
LONGEST = 300  # characters of a line that explains a sign


def unlegended(text: str, says_private: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """The text without the lines that carry a sign of its own legend for what is private, and these lines. Linear."""
    if not _MAY_EXPLAIN.search(text):
        return text, ()
    lines = text.split("\n")
    signs = dict.fromkeys(sign for line in lines if len(line) <= LONGEST for sign in _private_signs(line, says_private))
    if not signs:
        return text, ()
    either = "|".join(re.escape(sign) for sign in [*signs][:MOST_LEGENDS])
    carries = re.compile(rf"(?P<bullet>{_BULLET})(?:(?:{either})(?!\w)\s*\S|[^\n]*\S\s*(?<!\w)(?:{either})\s*\Z)")
    explains = [len(line) <= LONGEST and any(_private_signs(line, says_private)) for line in lines]
    hidden = [explained or _carries(carries, line, signs) for line, explained in zip(lines, explains, strict=True)]
    public = "\n".join(line for line, hides in zip(lines, hidden, strict=True) if not hides)
    return public, tuple(line.strip() for line, hides in zip(lines, hidden, strict=True) if hides and line.strip())


def _carries(carries: re.Pattern[str], line: str, signs: dict[str, None]) -> bool:
    """Whether a line begins or ends with a sign; a bullet that is itself the sign counts, too."""
    return carries.match(line) is not None or line.lstrip(" \t>").startswith(
        tuple(f"{sign} " for sign in signs if not sign.isalnum())
    )


def _private_signs(line: str, says_private: Callable[[str], bool]) -> Iterator[str]:
    for pattern in (_EQUALS, _MARKED_WITH):
        for match in pattern.finditer(line):
            sign = match["sign"]
            if sign.isalpha() and not sign.isupper():
                continue
            if says_private(f"{match['said'].strip()}:"):
                yield sign
