"""Whether a mail that somebody sent is a draft of ours, as it stood or with changes of their own."""

from __future__ import annotations

import re

_RUN = 3  # words in a row: single ones are alike in any two mails
_MOST = 2000  # words
ENOUGH = 0.3  # of the draft's runs

_WORD = re.compile(r"\w+")


def likeness(draft: str, mail: str) -> float:
    """The share (0 to 1) of the draft's runs of three words that stand in the mail."""
    ours = _runs(draft)
    return len(ours & _runs(mail)) / len(ours) if ours else 0.0


def resembles(draft: str, mail: str) -> bool:
    """Whether so much of the draft stands in the mail that it was written from it."""
    return likeness(draft, mail) >= ENOUGH


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = [match[0].casefold() for match in _WORD.finditer(text[: _MOST * 12])][:_MOST]
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
