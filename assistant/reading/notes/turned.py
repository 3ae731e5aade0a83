"""The protégé's tasks in the mentor's words ("you'll send me your memo"), as the protégé would write them."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.notes.task import Task

_YOU = re.compile(
    r"^(?:(?:so|and|also|then|ok|okay),? )*(?:you(?:'ll| will| have to| should"
    r"| need to| promised to| agreed to| are going to|'re going to)|please)"
    r" ",
    re.IGNORECASE,
)
_TO_ME = (("my", "{0}'s"), ("mine", "{0}'s"), ("me", "{0}"), ("yours", "mine"), ("your", "my"), ("yourself", "myself"))


def by_mentor(task: Task, first_name: str) -> Task:
    """A task of the protégé in the mentor's words: "you'll send me your memo" -> "send Minerva my memo"."""
    words = _YOU.sub("", task.text, count=1)
    for said, meant in _TO_ME:
        words = re.sub(rf"(?<![\w'])(?:{said})(?![\w'])", meant.format(first_name), words, flags=re.IGNORECASE)
    return replace(task, text=words)
