"""A task as the words of notes give it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """A task's words and owner ("" where they are not said; `other` is a third person's name).

    marked: it has a marker or stands in a list of actions. said: its words name who does it, so it is no guess.
    words: where to look for its date."""

    text: str
    owner: str = ""
    other: str = ""
    marked: bool = False
    said: bool = False
    words: str = ""
