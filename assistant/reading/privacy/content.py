"""How much a few words say: courtesies and pronouns beside a mark are no content."""

from __future__ import annotations

import re

_FILLING = frozenset(
    [
        "robin",
        "please",
        "pls",
        "ps",
        "and",
        "but",
        "so",
        "also",
        "ok",
        "that",
        "this",
        "it",
        "is",
        "i",
        "me",
        "you",
        "her",
        "him",
        "them",
        "the",
        "a",
        "of",
        "in",
        "to",
        "for",
        "all",
        "by",
        "way",
        "one",
        "just",
        "only",
        "und",
        "et",
        "y",
        "e",
        "aber",
        "bitte",
        "s'il",
        "bitte",
        "por",
        "favor",
        "dear",
        "thanks",
        "thx",
        "still",
        "here",
        "there",
        "yet",
        "d",
        "m",
        "s",
        "t",
        "re",
        "ll",
        "ve",
        "would",
        "be",
        "us",
        "our",
        "ourselves",
        "yourself",
        "myself",
    ]
)
_WORDS = re.compile(r"[^\W\d_]+")


def content(text: str) -> int:
    """How many words say something; a lone Latin letter does not."""
    words = _WORDS.findall(text)
    return sum(word.lower() not in _FILLING and (len(word) > 1 or not word.isascii()) for word in words)
