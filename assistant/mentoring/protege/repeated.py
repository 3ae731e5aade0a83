"""Mails to the protégé of which nobody knows whether they left, as the next digest repeats them: one below the other.

A digest that was lost itself may have repeated others: they come beside it, not inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent

from assistant.mentoring.letters import Kind, Letter

INTRO = "A mail of mine may not have reached you. It said:"  # the digest's line above a repeated mail
LONGEST = 3000  # characters of one mail


def flat(letters: Iterable[Letter]) -> list[dict[str, object]]:
    """{subject, text} of every mail that is to be repeated, each once."""
    found: dict[str, dict[str, object]] = {}
    for letter in letters:
        text = letter.text.partition("\n\n[")[0]  # without its tap links
        parts = _parts(text) if letter.kind is Kind.DIGEST else [text]
        for part in parts:
            found.setdefault(part.strip(), {"subject": letter.subject, "text": part.strip()[:LONGEST]})
    return [one for said, one in found.items() if said]


def _parts(text: str) -> Iterator[str]:
    """A digest's own words first, then the mails that it repeated, and those that these repeated."""
    own: list[str] = []
    inside: list[list[str]] = []
    repeating = False
    for line in text.split("\n"):
        if line == INTRO:
            inside.append([])
            repeating = True
        elif repeating and (not line.strip() or line.startswith("  ")):
            inside[-1].append(line)
        else:
            repeating = False
            own.append(line)
    yield _without_gaps(own)
    for lines in inside:
        yield from _parts(dedent("\n".join(lines)).strip("\n"))


def _without_gaps(lines: list[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept)
