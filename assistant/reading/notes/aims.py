"""Which goal a line of notes names: "goal 2: …", "… for goal 2", "… (goal 2)" (P121)."""

from __future__ import annotations

import re

_GOAL = r"(?:goal|ziel|objectif|objetivo|obiettivo|doel)\s?#?(?P<n>\d{1,2})"
_BEFORE = re.compile(rf"^[*_\[(]{{0,3}}{_GOAL}[*_\])]{{0,3}}\s?(?:[:–—]|-(?=\s))[*_]{{0,3}}\s*(?=\S)", re.IGNORECASE)
_WITHIN = re.compile(
    rf"\s*(?:[(\[](?:(?:for|towards?|serves|re|für)\s)?(?:my\s)?{_GOAL}[)\]]"
    rf"|[,;–—-]?\s?\b(?:for|towards?|serves|für)\s(?:my\s)?{_GOAL.replace('<n>', '<m>')}\b(?!\s?[%:]))",
    re.IGNORECASE,
)
LONGEST = 600


def behind(text: str) -> str:
    """The line with its goal behind it: "goal 2: call Lee" -> "call Lee (for goal 2)", so that "call Lee" is read."""
    match = _BEFORE.match(text[:LONGEST])
    return f"{text[match.end() :].rstrip(' .')} (for goal {match['n']})" if match else text


def aim_of(text: str) -> tuple[str, int | None]:
    """The words without the goal that they name, and its number; None where they name none."""
    match = _WITHIN.search(text[:LONGEST])
    if match is None:
        return text, None
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip()
    return (rest, int(match["n"] or match["m"])) if rest else (text, None)
