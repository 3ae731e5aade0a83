"""Recordings written down: speaker labels and time stamps. They are asked about before anything is kept."""

from __future__ import annotations

import re

STAMP = re.compile(r"^\s*[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s*(?:-->|[-–—])?\s*")


SPEAKER = re.compile(
    r"^\s*(?:<(?P<nick>[\w .-]{1,30})>|(?P<name>[^\W\d_][\w.'-]*(?:\s[^\W\d_][\w.'-]*){0,2})\s?:)\s+(?P<said>\S.*)$"
)


LABELS = frozenset(
    {
        "action",
        "ai",
        "todo",
        "decision",
        "agreed",
        "resolution",
        "private",
        "next",
        "note",
        "notes",
        "idea",
        "risk",
        "question",
        "summary",
        "discussed",
        "from",
        "to",
        "date",
        "subject",
        "present",
        "participants",
        "scribe",
        "deadline",
    }
)


def dictated(text: str) -> bool:
    """Whether a text is a recording written down: speaker labels that return, or time stamps on its lines."""
    stamps = 0
    speakers: dict[str, int] = {}
    lines = [line for line in text.split("\n")[:400] if line.strip()]
    for line in lines:
        stamps += bool(STAMP.match(line) and re.match(r"\s*[\[(]?\d{1,2}:\d{2}:\d{2}|\s*\[", line))
        if match := SPEAKER.match(STAMP.sub("", line)[:200]):
            name = (match["nick"] or match["name"]).casefold()
            if name.split()[0] not in LABELS and len(match["said"].split()) > 1:
                speakers[name] = speakers.get(name, 0) + 1
    returning = [count for count in speakers.values() if count > 1]
    return stamps >= 2 or (len(speakers) >= 2 and bool(returning) and sum(speakers.values()) * 2 >= len(lines))
