"""Whole sentences that say one thing clearly. Nothing here ever approves; what is not clear stays unread."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.certainty import is_accounted_for
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, fold, mentioned
from assistant.reading.commands.noes import NO
from assistant.reading.commands.outreach import FOR_NOW
from assistant.reading.commands.rules import Line, about
from assistant.reading.commands.settled import is_settled
from assistant.reading.dates import day

_LONGEST = 1500
# What would end or start something is not taken from a sentence that denies, reports or only wishes it.
_HELD = frozenset({Verb.SAID_NO, Verb.ANSWERED, Verb.SAID_LATER, Verb.STOP, Verb.TOUCH, Verb.RANK})
_ANSWERS = frozenset({Verb.SAID_NO, Verb.ANSWERED, Verb.SAID_LATER})
_ENDS = frozenset({Verb.WRAP_UP, Verb.STOP, Verb.UNDO, Verb.RANK})
_SENTENCE_END = re.compile(r"[.!?:;]\s")
_CLAUSE_END = re.compile(r"[.!?:;,]\s|\s[-–—]+\s")
_DENIED = re.compile(
    r"\b(?:\w+n't|not|not yet|tell|told|no answer"
    r"|never|i|hope|wish|maybe|perhaps|whether)\s(?:[\w']+\s){0,3}$",
    re.IGNORECASE,
)
_WANTED = frozenset({Verb.REACH_OUT, Verb.RANK, Verb.WRAP_UP})
_NOT_TO = re.compile(r"\b(?:not|never|no longer|nobody)\b|n't\b|\bwho (?:said|says)\b", re.IGNORECASE)
_IF = re.compile(
    r"\b(?:if|unless|should i|shall i|would it|what if|maybe i should|not sure|wondering)\b", re.IGNORECASE
)
_REQUEST = (
    r"\b(?:can|could|may|might|please|i need|i'd like|i would like|give me|send me|show me|let me have|get)\b.{0,80}"
)


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE | re.DOTALL)


def _one(text: str, reading: Reading) -> Who | None:
    """The one person a text is about: the only one named, else the thread's where it says she or he."""
    named = mentioned(text, reading)
    if len(named) == 1:
        return named[0]
    if not named and reading.thread:
        return Who(reading.thread)
    return None


def _person(verb: Verb, op: str = "") -> Callable[[re.Match[str], Line], Command | None]:
    def make(_match: re.Match[str], line: Line) -> Command | None:
        who = _one(line.text, line.reading)
        return about(verb, who, line, op=op) if who else None

    return make


def _plain(verb: Verb, op: str = "") -> Callable[[re.Match[str], Line], Command | None]:
    return lambda _match, line: Command(verb, op=op, line=line.text)


def _stop(match: re.Match[str], line: Line) -> Command | None:
    """ "don't write to Minerva yet" is not for good: it is asked. "Don't bother with this" names nobody."""
    if not mentioned(match[0], line.reading) and not re.search(r"\b(?:her|him|them)\b", match[0], re.IGNORECASE):
        return None
    command = _person(Verb.STOP, "person")(match, line)
    ask = "Only for now, or for good? For good: stop and the name alone."
    return replace(command, op="", ask=ask) if command and FOR_NOW.search(line.text) else command


def _reach(match: re.Match[str], line: Line) -> Command | None:
    who = _one(match["who"], line.reading)
    topic = re.search(
        r"\b(?:ask (?:her|him|them)|topic is|about)\s(?P<t>[^.!?]{3,200})", line.text[match.end() :], re.IGNORECASE
    )
    return about(Verb.REACH_OUT, who, line, text=topic["t"].strip() if topic else "") if who and who.named else None


def cannot(_match: re.Match[str], line: Line) -> Command | None:
    who = _one(line.text, line.reading) or (None if mentioned(line.text, line.reading) else Who())
    found = day(line.text, line.reading.moment)
    return replace(about(Verb.NO_SHOW, who, line, op="cant_make_it"), day=found.day if found else None) if who else None


_WHO = r"(?P<who>[\w'-]{2,40}(?: [\w'-]{2,40})?)"
Reader = Callable[[re.Match[str], Line], "Command | None"]
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        _re(
            r"\b(?:(?:don't|do not|never|no longer) (?:contact|write to|mail|email|bother)"
            r"|stop (?:contacting|writing to|mailing)) (?!me\b|us\b)[\w' ]{2,40}"
        ),
        _stop,
    ),
    (_re(r"\b(?:off (?:the|my) list|not pursue|no longer interested in having)\b"), _person(Verb.RANK, "drop")),
    (
        _re(
            r"\b(?:she|he|they|[\w'-]+) (?:can ?not|can't|won't|will not) (?:take (?:on|me)|mentor)"
            r"|\b(?:declined(?=$|\s*[,.!;]| (?:me|us|it|this|that|my|our|to|politely"
            r"|because|as|since|the (?:invit|propos|request|mentor))\b)"
            rf"|turned me down|is not interested|isn't interested)\b|\bsaid {NO}"
        ),
        _person(Verb.SAID_NO),
    ),
    (
        _re(
            r"\b(?:won't|will not|can't|cannot) be (?:able to (?:attend|come|make)|there)\b"
            r"|\bhave to miss\b|\b(?:can't|cannot) make (?:it|tomorrow|today)\b"
        ),
        cannot,
    ),
    (
        _re(
            rf"\b(?:time to|like to|want to|let's|please|should) (?:contact|get in touch with"
            rf"|reach out to|write to|approach) {_WHO}"
        ),
        _reach,
    ),
    (_re(r"\b(?:go )?down to (?:once|one|every)\b|\bless often\b"), _person(Verb.WRAP_UP, "lighter")),
    (
        _re(
            r"\b(?:is|'s|was) (?:a|my) (?:good |old |close )?friend\b(?! of (?!mine))|\bfriend of mine\b"
            r"|\bare (?:\w+ )?friends\b"
            r"|\bwent to school together\b"
        ),
        _person(Verb.RELATION, "friend"),
    ),
    (
        _re(
            r"\bhow\b.{0,40}\b(?:i|we) are (?:doing|going)|\b(?:still worth it|feels stale"
            r"|going stale)\b"
        ),
        _person(Verb.HEALTH),
    ),
    (_re(_REQUEST + r"\b(?:action plan|mentoring plan|one[- ]page)\b"), _plain(Verb.PLAN)),
    (_re(_REQUEST + r"\b(?:what is waiting|what waits|overview of what|what is open)\b"), _plain(Verb.STATUS)),
    (_re(r"\bwhat (?:were|are) the (?:words|commands)\b|\bhow (?:do|does) (?:i use|this work)\b"), _plain(Verb.HELP)),
    (
        _re(
            r"\b(?:from where|where) (?:do )?(?:you have|did you get)\b|\bwhy (?:did|do) (?:i"
            r"|you) (?:get|send|write)\b"
        ),
        _plain(Verb.WHY),
    ),
)


def said(text: str, reading: Reading) -> Command | None:
    """What a short text in whole sentences asks for, None where it is unclear or says more than one thing."""
    if not text or len(text) > _LONGEST or _IF.search(text):
        return None
    words = " ".join(text.split())
    line = Line(words, "", "", reading)
    for expression, make in _RULES:
        match = expression.search(words)
        if match and (command := make(match, line)):
            before = words[: match.start()]
            if command.verb in _HELD and (_DENIED.search(before[-60:]) or words.endswith("?")):
                return None
            if command.verb in _WANTED and _NOT_TO.search(_CLAUSE_END.split(before)[-1]):
                return None
            if command.verb in _ANSWERS and not is_settled(_SENTENCE_END.split(before)[-1], reading, match[0]):
                return None
            if command.verb in _ENDS and not is_accounted_for(words, reading, expression):
                return None
            return command
    return None


_LONGEST_NOTES = 20_000


def looks_like_notes(text: str, reading: Reading) -> bool:
    """Whether prose tells of a talk: long enough, and somebody of the book (or she, he) does something in it."""
    words = text.split()
    told = re.search(r"\b(?:we (?:talked|spoke|discussed|agreed|met)|she|he|they)\b", fold(text[:_LONGEST_NOTES]))
    return len(words) >= 25 and bool(told) and bool(mentioned(text, reading) or reading.thread)


_A_TALE = 40  # words (`language.md`: notes near a meeting)
_TELLS = frozenset({Verb.TOUCH, Verb.ANSWERED})


def is_tale(found: list[Command], text: str, reading: Reading) -> bool:
    """Whether what was found are sentences of notes: "met Minerva on the boat. She says …" starts no clock."""
    tells = bool(found) and all(one.verb in _TELLS for one in found)
    return tells and len(text.split()) >= _A_TALE and looks_like_notes(text, reading)
