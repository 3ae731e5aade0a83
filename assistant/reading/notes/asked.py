"""Notes as questions and answers ("Q: What will Minerva do?" / "A: Send the form."), as headings and their lines."""

from __future__ import annotations

import re

from assistant.reading.notes.doing import DOING, THIRDS
from assistant.reading.notes.subjects import NAME

_QUESTION = re.compile(
    r"^\W{0,3}(?:(?:q|question|f|p)\s?\d{0,2}|\d{1,2})\s?[.:)]\s+(?P<said>[^?\n]{3,80})\?\s*$", re.IGNORECASE
)
_ANSWER = re.compile(r"^\W{0,3}(?:a|answer|r)\s?\d{0,2}\s?[.:)]\s+(?=\S)", re.IGNORECASE)
# "1) What did you decide? - To stay."
_BOTH = re.compile(
    r"^(?P<q>\W{0,3}(?:(?:(?:q|question)?\s?\d{1,2}\s?[.:)]|[-*•])\s+)?(?P<said>[^?\n]{3,80})\?)\s*[-–—:>]*\s*(?P<rest>[^\W_].*)$",
    re.IGNORECASE,
)
ENOUGH = 2  # such lines
_WHO = r"(?P<who>[^\W\d_][\w.' -]{0,30}?)"
_DOES = re.compile(
    rf"what(?:'s| is| are|'re| am| will| does| did|'ll| must| shall| do| has| have| should)?\s{_WHO}(?: also| then)?"
    r"\s(?:going to do|doing|do|to do|have to do|has to do|promised?(?: to do)?|owe|offer(?:ed)?|commit(?:ted)? to"
    r"|agree(?:d)?(?: to)?(?: do)?|undertake(?: to do)?|sign(?:ed)? up for|take on|taken on|bring)"
    r"(?: next| now| about it| me| her| him| for me)?"
    r"(?:,? (?:and )?(?:by|until|till) when)?",
    re.IGNORECASE,
)
# What the other wants from one is one's own to do.
_WANTS = re.compile(
    r"what (?:did|does|do) [^\W\d_][\w.' -]{0,30}? (?:want|expect|need|ask|require)(?: (?:of|from))? (?:me|you)"
    r"(?: (?:for|to do))?|what (?:am i|are you) (?:to do|supposed to do|asked to do)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:and )?when(?: is| are| will| shall| should|'s| do| does| can)?(?: (?:the|our|we|i|you))?"
    r" (?:next|again|meet|see|speak|talk|meeting|seeing)(?: \w+){0,3}",
    re.IGNORECASE,
)
_OPEN = re.compile(r"what(?:'s| is) (?:still )?(?:open|unclear|unanswered)|what do (?:i|we) not know", re.IGNORECASE)
_DECIDED = re.compile(
    r"what (?:did (?:we|you|i|you two|you both)|have (?:we|you|i)|was|got) (?:decided?|agreed?|settled?)", re.IGNORECASE
)
MOST_LINES = 400
# "Who writes the readme?" – "I do, till next Friday."
_WHO_DOES = re.compile(
    r"(?:and )?who(?P<will>'s going to| is going to|'ll| will| can| shall| should)?"
    r" (?P<what>(?P<verb>[a-z]+) \S.{2,80})\?",
    re.IGNORECASE,
)
_DOES_IT = re.compile(
    rf"(?P<who>i|me|both|both of us|we|she|he|{NAME})(?: do| does| will|'ll| can)?"
    r"(?P<rest>(?:[,.:;–—-]|\s(?:by|until|till|on|before|next|this)\b).*)?",
    re.IGNORECASE,
)


def deed_asked(question: str) -> str:
    """What a question asks who does: "Who writes the readme?" -> "writes the readme"; "" for any other question."""
    match = _WHO_DOES.fullmatch(question[:120]) if question.endswith("?") else None
    verbs = DOING if match and match["will"] else THIRDS
    return match["what"] if match and match["verb"].lower() in verbs else ""


def answered(answer: str) -> tuple[str, str]:
    """Who says to do it, and what stands behind: "I do, till Friday." -> ("I", "till Friday"); ("", "") for no one."""
    match = _DOES_IT.fullmatch(answer[:120].rstrip(" .!"))
    return (match["who"], (match["rest"] or "").strip(" ,.;:–—-")) if match else ("", "")


def under_questions(text: str) -> str:
    """The text with its questions about tasks, decisions and the next date as headings; others stay. Linear."""
    lines = text.split("\n")
    head = [line.replace("’", "'") for line in lines[:MOST_LINES]]
    answered = [_BOTH.match(line) for line in head]
    if sum(one is not None and _heading(one["said"].strip()) != "" for one in answered) >= ENOUGH:
        out = [
            f"{_over(one['said'].strip())}\n{one['rest']}" if one else line
            for one, line in zip(answered, head, strict=True)
        ]
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
    return _over(match["said"].strip())


def _over(said: str) -> str:
    """What stands over the answer to a question."""
    return _heading(said) or f"## Notes\n{said}?"


def _heading(said: str) -> str:
    """What stands below a question; "" for another question."""
    if _WANTS.fullmatch(said):
        return "## My actions"
    if found := _DOES.fullmatch(said):
        who = found["who"].strip()
        who = {"mine": "me", "hers": "her", "his": "him"}.get(who.lower(), who)
        return "## My actions" if who.lower() in {"i", "you", "me"} else f"## Actions for {who}"
    for words, heading in ((_WHEN, "## Next meeting"), (_OPEN, "## Questions"), (_DECIDED, "## Decisions")):
        if words.fullmatch(said):
            return heading
    return ""
