"""Another wording for a goal: "change goal 2 to …", "change goal 1, make it: …", "reword my second goal as …" (L5)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.daily import reasoned
from assistant.reading.commands.rules import MORE, Line, rule

_ORDER = {
    word: n
    for n, words in enumerate(("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th"), start=1)
    for word in words.split()
}
NTH = "|".join(_ORDER)
WHICH = rf"(?:my |the )?(?:(?P<nth>{NTH}) goal|goal (?:number |no\.? ?|#)?(?P<n>\d{{1,3}}))"
_JOINS = (
    r"(?: please)?(?:\s?[,.;:–—-]\s?|\s)(?:(?:and |so |so that |please |now )*"
    r"(?:make (?:it|this|that)|(?:it|this) (?:should|must|shall|is to) (?:now )?(?:be|say|read|become)|(?:it|this)"
    r" (?:says|reads)|to (?:be|say|read)|to|into|with|as|by|now)(?=[\s:–—-])[:–—-]*\s?)?"
)
CHANGES = (
    r"(?:change|alter|rephrase|reword|rewrite|update|replace|edit|correct|adjust|set|fix|modify|amend|turn|revise)"
    rf" {WHICH}{_JOINS}(?P<text>\S.*)"
)


def changed(match: re.Match[str], words: str, said: str, known: tuple[int, ...]) -> Command | None:
    """The change. words: the new goal, with its reason. said: the whole line. known: the numbers that there are."""
    number = int(match["n"]) if match["n"] else _ORDER[match["nth"].lower()]
    goal, why = reasoned(words.strip(" :,–—-\"'"))
    ask = "" if number in known or not known else f"Goal {number} does not exist."
    return Command(Verb.GOALS, op="change", number=number, text=goal, because=why, ask=ask, line=said) if goal else None


def _of_line(match: re.Match[str], line: Line) -> Command | None:
    words = "\n".join(filter(None, (match["text"], line.more)))
    return changed(match, words, line.text, line.reading.goals)


RULES = (rule(CHANGES, _of_line, MORE),)
