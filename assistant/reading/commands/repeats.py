"""Sentences that add nothing to a command: "Please remember.", "Kindly suggest where I should be looking.".

Such a sentence names no other verb, person or day: each word of it belongs to what was asked for, or to courtesy.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import unknown_words
from assistant.reading.commands.context import Reading
from assistant.reading.commands.meant.clauses import DENIES
from assistant.reading.commands.names import mentioned
from assistant.reading.dates.words import MONTH, WEEKDAY

_KEPT = ("remember*", "note*", "noted", "keep", "mind", "forget", "matters", "important", "record*", "save", "file")
_SEARCHED = (
    *("suggest*", "idea*", "look*", "search*", "find", "candidate*", "name*", "people", "recommend*", "advise"),
    *("advice", "start", "begin", "place*", "option*", "possible", "possibilities", "tip*", "hint*"),
)
_WELL = ("signal*", "sign*", "health*", "check*", "tell", "show", "status", "picture", "answer", "state", "view")
_LOST = ("lost", "lose", "track", "overview", "forgot*", "remember", "misplaced", "deleted", "find", "memory", "list")
_SHOWN = ("tell", "show", "list", "overview", "everything", "full", "update", "answer", *_LOST)
_ASKED = ("ready", "ask", "feel*", "commit*", "propose", "proposal", "question")
_THOUGHT = ("think", "decide", "decision", "sure", "unsure", "longer", "consider", "mull", "thought*", "over", "sleep")
# What belongs to a command and says nothing of its own: "I'm ready to ask her. Please propose 12 months."
_BELONGS: dict[tuple[Verb, str], tuple[str, ...]] = {
    (Verb.PROPOSE, ""): _ASKED,
    (Verb.FIT, "maybe"): _THOUGHT,
    (Verb.HEALTH, ""): _WELL,
    (Verb.FIND, ""): _SEARCHED,
    (Verb.STATUS, ""): _SHOWN,
    (Verb.HELP, ""): (*_SHOWN, "explain", "words", "commands", "manual"),
    **dict.fromkeys(((verb, "show") for verb in (Verb.RANK, Verb.GOALS, Verb.ACTIONS, Verb.RECORDS)), _SHOWN),
    **dict.fromkeys(((Verb.ACTIONS, "list"), (Verb.GOALS, "list")), _SHOWN),
    **dict.fromkeys(((Verb.IMPACT, "style"), (Verb.REMIND, "remind"), (Verb.ABOUT, "")), _KEPT),
}
_MAY_DENY = frozenset({_ASKED, _THOUGHT, _SHOWN, _LOST})  # "I can't find it any more"
_WHEN = re.compile(
    rf"\d|\b(?:{WEEKDAY}|{MONTH}|tomorrow|tonight|next|again|weekly|monthly|every|week|month|year)s?\b", re.IGNORECASE
)

_NOT_FORGET = re.compile(r"\b(?:don't|do not|never|not) forget\b", re.IGNORECASE)


def adds_nothing(sentence: str, found: list[Command], reading: Reading) -> bool:
    """Whether a sentence only repeats or explains one of the commands, of nobody else and of no day."""
    if _WHEN.search(sentence):
        return False
    sentence = _NOT_FORGET.sub("remember", sentence)
    named = {who.id for who in mentioned(sentence, reading)}
    return any(_repeats(sentence, one, reading) for one in found if named <= {one.person})


def _repeats(sentence: str, command: Command, reading: Reading) -> bool:
    words = _BELONGS.get((command.verb, command.op))
    if words is None or (words not in _MAY_DENY and DENIES.search(sentence)):
        return False
    begins = tuple(word.rstrip("*") for word in words)
    says = any(word.startswith(begins) for word in re.findall(r"\w+", sentence.lower()))
    return says and not unknown_words(sentence, reading, words)
