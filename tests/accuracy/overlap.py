"""Whether two texts say the same: by the share of content words, as `text/README.md` asks for actions and decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence

SHARE = 0.55  # of the expected content words: what the corpus's own baseline used
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_EMPTY = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "could", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "hers", "him", "his", "i", "if", "in", "into", "is", "it", "its", "me", "my",
    "of", "on", "or", "our", "ours", "she", "should", "so", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "until", "up", "was", "we", "were", "what", "when", "where", "which",
    "while", "who", "will", "with", "would", "you", "your", "yours",
})  # fmt: skip


def share(expected: str, text: str) -> float:
    """How much of the content words of `expected` stand in `text`, between 0 and 1."""
    wanted = _words(expected)
    return len(wanted & _words(text)) / len(wanted) if wanted else float(expected.strip() == text.strip())


def pairs(expected: Sequence[str], ours: Sequence[str]) -> list[tuple[int, int]]:
    """Which of ours is which of the expected: each at most once, the best fits first. Pairs of (expected, ours)."""
    fits = [
        (share(wanted, text), -abs(len(wanted) - len(text)), i, j)
        for i, wanted in enumerate(expected)
        for j, text in enumerate(ours)
    ]
    found: list[tuple[int, int]] = []
    for fit, _, i, j in sorted(fits, reverse=True):
        if fit < SHARE:
            break
        if all(i != a and j != b for a, b in found):
            found.append((i, j))
    return sorted(found)


def _words(text: str) -> set[str]:
    words = {word.casefold() for word in _WORD.findall(text)}
    return words - _EMPTY or words
