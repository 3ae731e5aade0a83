"""Pictures that ask for silence: a lock, a finger on the lips, a closed mouth."""

from __future__ import annotations

import re
from collections.abc import Iterator

SIGNS = "🔒🔏🔐🤫🤐🙊🙈㊙"
_SIGN = re.compile(f"[{SIGNS}]")
_OFTEN_SHY = "🙊🙈"  # behind a sentence it says "oops" as often as "hush"
_STARTS = re.compile(r"[\n.!?…;:。！？：(\[{|][^\w\n]*$")
_NEAR = 40  # characters beside a sign that show whether a sentence begins with it


def has_sign(text: str) -> bool:
    """Whether any sign stands in a text."""
    return not text.isascii() and _SIGN.search(text) is not None


def signs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each sign that marks something, and whether it opens what it marks.

    At the start of a line or sentence it means what follows; behind words it means their sentence."""
    if text.isascii():
        return
    for match in _SIGN.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _NEAR) : start]
        if start < _NEAR:
            before = f"\n{before}"
        begins = _STARTS.search(before)
        opens_line = begins is not None and begins[0].startswith("\n")
        label = opens_line or (begins is not None and _followed(text, end))
        if label or match[0] not in _OFTEN_SHY:
            yield start, end, label


def _followed(text: str, end: int) -> bool:
    """Whether words stand behind a sign in its line."""
    return any(map(str.isalnum, text[end : end + _NEAR].partition("\n")[0]))
