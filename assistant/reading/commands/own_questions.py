"""Answers to our own questions in people's words: "it's a yes", "she means later", "in March", "the second one".

Read only in the thread where that is asked and under no draft, where the same words have other meanings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.brakes import GOES
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, fold
from assistant.reading.commands.reports import later, what_they_said
from assistant.reading.commands.rules import Line
from assistant.reading.dates import until

WHAT_ANSWER, UNTIL_WHEN = "what_answer", "until_when"
_LONGEST = 300
_WORD = re.compile(
    r"(?:(?:ok|okay|well|hm+|oh|so|please|pls|sorry)[\s,.:!]+)*"
    r"(?:(?:i (?:think|guess|believe|would say|'?d say|read it as|take it as)|i'd say|probably|clearly|rather|more like"
    r"|(?:(?:the|her|his|their) answer|that|this|it|she|he|they)(?:[\s,]+(?:is|was|means?|meant|said|says|asks?|asked"
    r"|sounds like|looks like))?|it's|that's|an?|the|as)[\s,]+){0,5}"
    r"(?P<word>yes|yep|no|nope|later|not now|(?:a )?question|something|stop)"
    r"(?P<rest>\b.{0,120})",
    re.IGNORECASE,
)
# What may stand behind the word without changing it.
_POLITE = re.compile(
    r"(?:[\s,.;!:)–—-]+(?:please|pls|thanks|thank you|thx|sorry|i(?: would|'d) say|i (?:think|guess|believe)|then"
    r"|(?:for|from) (?:me|her|him|them)|of (?:hers|his|theirs)|clearly|probably|to (?:me|us)))*[\s.!:)]*",
    re.IGNORECASE,
)
_OPS = {"question": "question", "something": "question", "yes": "yes", "yep": "yes", "no": "no", "nope": "no"}


# Under the mail that says how an answer was taken: "sorry, I meant no".
_MEANT = frozenset({"said_yes", "said_later", "said_later_when", "asked", "said_thanks"})
_CORRECTS = re.compile(
    r"(?:(?:sorry|oops|no|wait|hm+|oh|argh|my mistake|actually|scratch that|typo)[\s,.!:–—-]+)*"
    r"(?:i (?:meant|mean)|(?:it|that) (?:was|is) meant to be|make (?:it|that))[\s,:]+(?:an? |to say |it's an? )?"
    r"(?P<word>(?:yes|no|later|question)\b.{0,60})",
    re.IGNORECASE,
)


def told(whole: str, reading: Reading) -> Command | None:
    """What the answer means, as one of the reports of an answer; None where the text is about something else."""
    if len(whole) > _LONGEST or "\n" in whole.strip():
        return None
    words = straight(whole).strip()
    if reading.answering in _MEANT and reading.thread and (corrected := _CORRECTS.fullmatch(words)):
        words = corrected["word"]
    elif not asked(reading):
        return None
    match = _WORD.fullmatch(words)
    if match is None or "?" in words:
        return None
    word = match["word"].lower().removeprefix("a ")
    who = Who(reading.thread)
    if word in ("later", "not now"):
        line = Line(words, "", "", reading)
        return later(who, "" if _POLITE.fullmatch(match["rest"]) else f"later{match['rest']}", line)
    if not _POLITE.fullmatch(match["rest"]) or word == words.lower().strip(" .!") == "stop":
        return None  # more was said; and a bare STOP is the protégé's own
    if word == "something" and "ask" not in words.lower():
        return None
    if _OPS.get(word) == "no":
        return Command(Verb.SAID_NO, reading.thread, line=words)
    return Command(Verb.ANSWERED, reading.thread, op=_OPS.get(word, word), line=words)


def in_prose(whole: str, reading: Reading) -> Command | None:
    """The same in words that are no command: "happy to, I think", "in March". What stays unsure is asked again."""
    if not reading.thread or len(whole) > _LONGEST:
        return None
    words = straight(whole).strip()
    if reading.question == UNTIL_WHEN:
        return _until(words, reading)
    if not asked(reading):
        return None
    if _UNSURE.search(words):
        return None
    command = what_they_said(Who(reading.thread), whole, Line(words, "", "", reading))
    return None if command.ask else command


# Of the writer's own mind, and no part of what the person said.
_UNSURE = re.compile(
    r"\b(?:no idea|not sure|unsure|(?:don't|do not) know|dunno|can't (?:tell|say)|hard to (?:say|tell)|no clue"
    r"|what (?:do|would|did) you|you tell me|your (?:guess|call)|what does (?:that|this|it|she|he) mean)\b",
    re.IGNORECASE,
)


def _until(words: str, reading: Reading) -> Command | None:
    """ "In March", "the first of May": the day that was asked for."""
    found = until(words, reading.moment)
    if found is None or found.first is None or found.ask or found.past:
        return None
    return Command(Verb.SKIP, reading.thread, op="later", day=found.first, line=words)


def asked(reading: Reading) -> bool:
    """Whether a word in this mail can be the answer: it stands under no draft and under no letter that goes."""
    on_letter = reading.under_draft or reading.answering == GOES
    return reading.question == WHAT_ANSWER and bool(reading.thread) and not on_letter


# --- which of several: the taps of the mail that asks

_ORDER = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "latter": -1, "third": 2, "3rd": 2, "last": -1}
_NTH = re.compile(
    rf"(?:the |number |no\.? ?|option |#)*(?:(?P<n>[1-9])\.?|(?P<nth>{'|'.join(_ORDER)}))(?: (?:one|person|of them))?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^(?:(?:the|i mean|i meant|it'?s|it is|it was|that'?s|sorry|to|for|please)[\s,]+)+"
    r"|[\s,]+(?:one|please|of course)$",
    re.IGNORECASE,
)
_MANY = 60  # characters: more is no name


def tapped(text: str, taps: Sequence[tuple[str, str]], reading: Reading) -> str:
    """What the tap says that a short answer to "Which?" names, by its number or by the name on it; "" for none.

    taps: the label and the words of each, in the order shown."""
    words = straight(text).strip().strip(".!,:;\"' ")
    if not words or len(words) > _MANY:
        return ""
    if nth := _NTH.fullmatch(words):
        index = int(nth["n"]) - 1 if nth["n"] else _ORDER[nth["nth"].lower()]
        return taps[index][1] if -len(taps) <= index < len(taps) else ""
    name = fold(_AROUND.sub("", _AROUND.sub("", words)))
    address = {p.name: p.addresses for p in reading.people}
    for fits in (_is_whole, _is_part):
        found = [says for label, says in taps if fits(name, fold(label)) or name in address.get(label, ())]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _is_whole(name: str, label: str) -> bool:
    return name == label


def _is_part(name: str, label: str) -> bool:
    return bool(name) and set(name.split()) <= set(label.split())
