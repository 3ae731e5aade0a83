"""Whether two readings say the same thing, and whether a command has taken words of a mail along."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight

# What others said: one sentence of it alone may seem to say less, or something else.
TOLD = frozenset({Verb.ANSWERED, Verb.SAID_NO, Verb.SAID_LATER, Verb.AGREED})
_VARIES = TOLD | {Verb.TOUCH, Verb.RECAP}
# Two of these with other words are two things.
_EACH = frozenset({Verb.ABOUT, Verb.IMPACT, Verb.GOALS, Verb.REMIND, Verb.SETTING})
# Whose text is the writer's own: what others said, and terms, hold no further wish.
_FREE_TEXT = frozenset({
    *(Verb.ABOUT, Verb.IMPACT, Verb.THANK, Verb.GOALS, Verb.REMIND, Verb.NEW_MENTOR, Verb.REACH_OUT, Verb.ACTIONS),
    *(Verb.RELATION, Verb.WHY, Verb.HELP, Verb.PREP, Verb.EDIT, Verb.RECAP, Verb.UNKNOWN, Verb.FIELDS),
})  # fmt: skip
_NO_WORD = re.compile(r"[^\w@]+")


def same(one: Command, other: Command) -> bool:
    """Whether both say the same thing, the one perhaps with fewer words."""
    who, whom = one.person or one.named or None, other.person or other.named or None
    if one.verb is not other.verb or (who != whom and who and whom):
        return False
    if one.number != other.number and one.verb is not Verb.RECAP:
        return False
    if one.op and other.op and one.op != other.op and one.verb not in _VARIES:
        return False
    text, more = sorted((plain(one.text), plain(other.text)), key=len)
    return one.verb not in _EACH or text in more


def is_said(command: Command, found: Iterable[Command]) -> bool:
    """Whether this is one of the commands, or says its verb once more; "hold everything" is what being away means."""
    found = tuple(found)
    bare = not (command.person or command.candidates or command.number)
    paused = command.verb is Verb.STOP and bare and any(one.op in {"away", "quiet"} for one in found)
    open_ = command.verb is Verb.ANSWERED and bool(command.ask)  # what they answered is told beside it
    told = open_ and any(one.verb in TOLD and one.person == command.person for one in found)
    again = bare and not command.op and command.verb not in _EACH and any(one.verb is command.verb for one in found)
    return paused or told or goes_on(command, found) or again or any(same(command, one) for one in found)


def goes_on(command: Command, found: Iterable[Command]) -> bool:
    """ "It fits, I would like to go on with her": that is what a fit means."""
    return command.op == "resume" and any(one.verb is Verb.FIT for one in found)


def without_repeats(found: list[Command]) -> list[Command]:
    """Without what another says more fully: "I'm ill, I can't come to Monday's talk with Minerva" is one apology."""
    return [
        one for one in found if not (_is_bare(one) and any(same(one, other) for other in found if other is not one))
    ]


def _is_bare(one: Command) -> bool:
    """Whether it says whose it is, which, when and what in no word."""
    return not (one.person or one.candidates or one.named or one.number or one.day or one.text or one.fields)


def is_line_of(command: Command, sentence: str) -> bool:
    """Whether a command was read from this sentence: it is its line, or most of it is."""
    line, words = plain(command.line), plain(sentence)
    return bool(line) and line in words and 2 * len(line) > len(words)


def is_text_of(words: str, found: Iterable[Command]) -> bool:
    """Whether a command took these words along as its free text, or asks about them."""
    looked_for = plain(words)
    texts = [plain(text) for one in found for text in _texts(one)]
    return any(looked_for in text or (text in looked_for and 2 * len(text) > len(looked_for)) for text in texts if text)


def _texts(command: Command) -> Iterator[str]:
    if command.verb in _FREE_TEXT:
        yield from (command.text, command.because, f"{command.op} {command.text}")
    for key, value in (*command.fields, *command.answers):
        yield from (value, f"{key} {value}")


def plain(text: str) -> str:
    """The words of a text for comparing: small letters, single blanks, no marks."""
    return " ".join(_NO_WORD.sub(" ", straight(text).lower()).split())


_MEANWHILE = re.compile(
    r"\b(?:(?:in|for|on|during) (?:those|these|that|the) (?:days?|weeks?|time|dates?|period)|those days"
    r"|(?:in the )?meantime"
    r"|meanwhile|during that|while i(?:'m| am)|until (?:then|i(?:'m| am) back))\b",
    re.IGNORECASE,
)


def paused_once(found: list[Command]) -> list[Command]:
    """ "I am away 9-20 June, please hold everything those days" is one thing: the absence holds everything."""
    away = any(one.verb is Verb.SETTING and one.op in {"away", "quiet"} for one in found)
    return [
        one for one in found if not (away and one.verb is Verb.STOP and one.op == "all" and _MEANWHILE.search(one.line))
    ]
