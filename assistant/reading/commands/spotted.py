"""What a short text asks for by its words, however the sentence is built: tried last, where no rule knew the line.

Only what leaves nothing and loses nothing: it shows something, notes something, or drafts what still needs its SEND.
One wish alone counts: where two are spotted, nothing is taken and the protégé is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import unknown_words, vocabulary
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, mentioned
from assistant.reading.commands.rules import Line, about
from assistant.reading.dates import day
from assistant.reading.spelling import spelt

_MOST_WORDS = 30
_MOST_LETTERS = 260
# Said of somebody else, denied, doubted: no wish of the writer's.
_NO_WISH = re.compile(
    r"\b(?:if|unless|should i|shall i|whether|not sure|wondering|who (?:said|says)|he said|she said|they said|told me"
    r"|asked me|yesterday|(?:before|until|when|while) (?:you|i|we|she|he))\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:don't|do not|didn't|never|not|no longer|won't|stop|cancel|haven't|nobody|no)\b", re.IGNORECASE
)

Spot = Callable[[re.Match[str], Line], "Command | None"]


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


def _named(line: Line) -> Who | None:
    """The one person of the book whom the text names, else the thread's."""
    named = mentioned(line.text, line.reading)
    if len(named) == 1:
        return named[0]
    return Who(line.reading.thread) if not named and line.reading.thread else None


def _shows(verb: Verb, op: str = "", *, of_nobody: bool = True) -> Spot:
    def make(_match: re.Match[str], line: Line) -> Command | None:
        if of_nobody and mentioned(line.text, line.reading):
            return None
        return Command(verb, op=op, line=line.text)

    return make


def _of(verb: Verb, op: str = "") -> Spot:
    def make(_match: re.Match[str], line: Line) -> Command | None:
        who = _named(line)
        if who is None and verb in _IN_THREAD and not mentioned(line.text, line.reading):
            who = Who()  # the engine knows the next meeting
        return about(verb, who, line, op=op) if who and (who.named or verb in _IN_THREAD) else None

    return make


_IN_THREAD = frozenset({Verb.PREP, Verb.HEALTH, Verb.MEET})


def _sent(_match: re.Match[str], line: Line) -> Command | None:
    who = _named(line)
    if who is None or not who.named or "?" in line.text:
        return None
    found = day(line.text, line.reading.moment, back=True)
    when = found.day if found and found.day and found.day <= line.reading.moment.today else line.reading.moment.today
    return replace(about(Verb.SENT, who, line), day=when)


_BOSS = r"(?:boss|(?:line )?manager|supervisor|superior|team lead|head of department|chef)"


# Each: the words that must stand there, and what is made of them. `True`: it may deny ("don't want Lee on my list").
_SPOTS: tuple[tuple[re.Pattern[str], Spot, bool], ...] = (
    (
        _re(
            r"\b(?:should|shall|must|let|put|move|want|rather|prefer|like|please|rank|make"
            r"|is my)\b.{0,40}\b(?:first(?! (?:note|mail|meeting|talk|time|draft|letter))|top|number (?:1|one)"
            r"|favou?rite|start with|before (?:the )?others|priority)\b|\b(?:goes|go|comes|moves?"
            r"|belongs)\b.{0,15}\b(?:top|first)\b|\bprioriti[sz]e\b"
        ),
        _of(Verb.RANK, "first"),
        False,
    ),
    (
        _re(
            r"\b(?:don't|do not|no longer) (?:want|need) (?!to\b).{0,30}\bon (?:my|the) list\b"
            r"|\bno longer (?:want|need|consider|interested)\b(?! to\b)"
            r"|\bnot? (?:want|consider|interested)(?! to\b).{0,30}\b(?:any ?more|any longer)\b"
        ),
        _of(Verb.RANK, "drop"),
        True,
    ),
    (
        _re(
            rf"\b(?:is|he's|she's) (?:actually |also )?my (?:direct |current |own )?{_BOSS}\b|\bi (?:report to"
            rf"|work for)\b|\bmy {_BOSS} is\b"
        ),
        _of(Verb.RELATION, "boss"),
        False,
    ),
    (
        _re(
            r"(?:^|\bi(?:'ve| have)? |\band )(?:(?:just|already|finally|have|now) ){0,2}(?:wrote|written|sent"
            r"|mailed|emailed|messaged|dropped|texted|pinged)\b(?! (?:me|back|us)\b)"
        ),
        _sent,
        False,
    ),
    (
        _re(
            r"\b(?:prep|prepare|preparing|preparation|get (?:me )?ready|ready for"
            r"|brief(?:ing)?)\b.{0,40}\b(?:meeting|talk|call|coffee|session|chat|tomorrow|today)\b"
        ),
        _of(Verb.PREP, "show"),
        False,
    ),
    (
        _re(r"\b(?:my|open|the) (?:actions?|tasks?|to-?dos?|to do list|action items?|commitments)\b"),
        _shows(Verb.ACTIONS, "list"),
        False,
    ),
    (_re(r"\bwhy\b.{0,40}\b(?:mail|message|this|write|writing|send|sending|get|getting)\b"), _shows(Verb.WHY), False),
    (_re(r"^(?!.*\?)(?=.*\b(?:undo|revert|take (?:that|it) back)\b).*"), _shows(Verb.UNDO), False),
)


def spotted(text: str, reading: Reading) -> Command | None:
    """The one thing that a short text asks for, None where there is none, or more than one."""
    if len(text) > 2 * _MOST_LETTERS:
        return None
    words = spelt(" ".join(text.split()), prose=False)
    if not words or len(words) > _MOST_LETTERS or len(words.split()) > _MOST_WORDS or _NO_WISH.search(words):
        return None
    line = Line(words, "", "", reading)
    denies = _DENIES.search(words)
    found: dict[tuple[Verb, str], Command] = {}
    for pattern, make, may_deny in _SPOTS:
        if denies and not may_deny:
            continue
        match = pattern.search(words)
        if match and (command := make(match, line)) and not unknown_words(_rest(match), reading, vocabulary(pattern)):
            found.setdefault((command.verb, command.op), replace(command, line=text[:400]))
    if reading.under_draft:  # there the words may be about the draft
        found = {key: one for key, one in found.items() if one.verb in _BESIDE_A_DRAFT}
    return next(iter(found.values())) if len(found) == 1 else None


def _rest(match: re.Match[str]) -> str:
    """The text without what the pattern keeps as it stands (a goal, a note)."""
    start, end = next((match.span(name) for name in ("text", "text2") if match.groupdict().get(name)), (0, 0))
    return f"{match.string[:start]} {match.string[end:]}"


_BESIDE_A_DRAFT = frozenset({Verb.HELP, Verb.STATUS, Verb.WHY, Verb.UNDO})
