"""Notes as questions and answers ("Q: What will Minerva do?" / "A: Send the form."), as headings and their lines."""

from __future__ import annotations

import re

_QUESTION = re.compile(
    r"^\W{0,3}(?:(?:q|question|f|p)\s?\d{0,2}|\d{1,2})\s?[.:)]\s+(?P<said>[^?\n]{3,80})\?\s*$", re.IGNORECASE
)
_ANSWER = re.compile(r"^\W{0,3}(?:a|answer|r)\s?\d{0,2}\s?[.:)]\s+(?=\S)", re.IGNORECASE)
# "1) What did you decide? - To stay."
_BOTH = re.compile(
    r"^(?P<q>\W{0,3}(?:(?:q|question)?\s?\d{1,2}\s?[.:)]|[-*•])\s+(?P<said>[^?\n]{3,80})\?)\s*[-–—:>]*\s*(?P<rest>[^\W_].*)$",
    re.IGNORECASE,
)
ENOUGH = 2  # such lines
_DOES = re.compile(
    r"what(?:'s| is| are|'re| will| does| did|'ll| must| shall| do)?\s(?P<who>[^\W\d_][\w.' -]{0,30}?)"
    r"\s(?:going to do|doing|do|to do|promise(?:d)?(?: to do)?|owe|offer(?:ed)?)(?: next| now| about it)?",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:and )?when(?: is| do we meet| are we meeting| will we meet|'s)?(?: the| our)?"
    r" (?:next|again)(?: \w+){0,2}|when do (?:we|you) (?:meet|speak|talk)(?: again| next)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"what(?:'s| is) (?:still )?(?:open|unclear|unanswered)|what do (?:i|we) not know", re.IGNORECASE)
_DECIDED = re.compile(
    r"what (?:did (?:we|you|i)|have (?:we|you|i)|was|got) (?:decided?|agreed?|settled?)", re.IGNORECASE
)
MOST_LINES = 400


def under_questions(text: str) -> str:
    """The text with its questions about tasks, decisions and the next date as headings; others stay. Linear."""
    lines = text.split("\n")
    head = [line.replace("’", "'") for line in lines[:MOST_LINES]]
    answered = [_BOTH.match(line) for line in head]
    if sum(one is not None and _heading(one["said"].strip()) != "" for one in answered) >= ENOUGH:
        out = [f"{_drawn(one['q'])}\n{one['rest']}" if one else line for one, line in zip(answered, head, strict=True)]
        return "\n".join([*out, *lines[MOST_LINES:]])
    if not any(map(_QUESTION.match, head)) or not any(map(_ANSWER.match, head)):
        return text
    out = [_drawn(line) for line in head]
    return "\n".join([*out, *lines[MOST_LINES:]])


def _drawn(line: str) -> str:
    if match := _ANSWER.match(line):
        return line[match.end() :]
    match = _QUESTION.match(line)
    if match is None:
        return line
    said = match["said"].strip()
    return _heading(said) or f"## Notes\n{said}?"


def _heading(said: str) -> str:
    """What stands below a question; "" for another question."""
    if found := _DOES.fullmatch(said):
        who = found["who"].strip()
        who = {"mine": "me", "hers": "her", "his": "him"}.get(who.lower(), who)
        return "## My actions" if who.lower() in {"i", "you", "me"} else f"## Actions for {who}"
    for words, heading in ((_WHEN, "## Next meeting"), (_OPEN, "## Questions"), (_DECIDED, "## Decisions")):
        if words.fullmatch(said):
            return heading
    return ""
