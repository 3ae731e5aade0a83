"""Points that a dictating program wrote out as words: "comma", "full stop", "new line"."""

from __future__ import annotations

import re

_WORDS = (
    (re.compile(r"\s+comma\b,?(?=\s)", re.IGNORECASE), ","),
    (re.compile(r"\s+(?:full stop|period)\b[.,]?(?=\s|$)", re.IGNORECASE), "."),
    (re.compile(r"\s+question mark\b[.,?]?(?=\s|$)", re.IGNORECASE), "?"),
    (re.compile(r"\s+colon\b[.,:]?(?=\s|$)", re.IGNORECASE), ":"),
    (re.compile(r"\s*\bnew (?:line|paragraph)\b[.,]?\s*", re.IGNORECASE), "\n"),
)
_SAID = re.compile(r"\b(?:full stop|new line|new paragraph|comma|question mark)\b", re.IGNORECASE)
# "number one I call them number two she sends it"
_COUNTED = re.compile(
    r"(?:^|\s)(?:and )?(?:number|point|item) (?:one|two|three|four|five|six|seven|eight)\b[,:]?\s+(?=[^\W\d])",
    re.IGNORECASE,
)
ENOUGH = 2  # such words; one may be meant ("the trial period")


def with_points(text: str) -> str:
    """The text with its dictated points as points; the same text where they were not dictated."""
    if len(_COUNTED.findall(text[:20_000])) >= ENOUGH:
        text = _COUNTED.sub("\n- ", text)
    if len(_SAID.findall(text[:20_000])) < ENOUGH:
        return text
    for words, point in _WORDS:
        text = words.sub(point, text)
    return text
