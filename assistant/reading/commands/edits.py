"""The changes of a draft that a short text asks for, clause by clause: "a bit warmer, and mention the pilot" (L16)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.approving import short_word
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.unread import not_understood

_FLATTERY = (
    r"(?:flatter\w+|butter\w*(?: up)?|compliments?|gush\w*|fawning|praise|praising|sugar\w*|sweet talk|schmoozing"
    r"|grovell?ing|crawling|soft soap)"
)
_LESS = (
    r"(?:lose|drop|skip|cut(?: out)?|ditch|remove|tone down|without|leave out|take out|strip out|get rid of|omit|delete"
    r"|no need for|less|fewer|no|too (?:much|many))"
)
# Words that change a draft. In a text that also says "yes" or "send", the edit wins (rule 2).
_EDITS = (
    (
        "shorter",
        re.compile(
            r"\b(?:not (?:so|quite so|that) long|shorter|shorten(?: it)?|too long|(?:bit|rather|quite|very|so) long"
            r"|(?:cut|chop|trim|pare|slim|shrink|boil) (?:it |this |that )?(?:right )?down"
            r"|make it short|more concise|briefer|trim(?: it)?|condense|wordy|less text|half as long|in half"
            r"|half the (?:length|size|words))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "warmer",
        re.compile(
            r"\b(?:warmer|friendlier|more friendly|(?:too|bit|little|rather|quite|very|so|somewhat|slightly"
            r"|kind of|fairly|touch|reads|sounds|feels|comes across(?: as)?) (?:cold|stiff"
            r"|formal|impersonal|distant|dry|robotic|harsh)|less (?:formal|stiff|cold|distant)"
            r"|more (?:personal|warmth|heart|human|casual))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "no_flattery",
        re.compile(
            rf"\b(?:{_LESS}(?: all)?(?: (?:the|that|this|those|any|her|his))? {_FLATTERY}\b"
            rf"|(?:take|leave|cut|strip|edit|keep)(?: all)? (?:the |that |those |any )?{_FLATTERY} out\b"
            r"|too flattering)",
            re.IGNORECASE,
        ),
    ),
)
# "change 20% to 18%", "18% instead of 20%": one wording for another. Before it only words that approve or join.
_AGREES = (
    r"(?:(?:yes|yep|ok|okay|sure|great|good|fine|perfect|nice|thanks|thank you|please|but|just|only|and|then|also"
    r"|looks good"
    r"|i like it|send it|can you|could you|i(?:'d| would) like to)[\s,.;:!–—-]+){0,6}"
)
_QUOTED = r"[\"'(]?(?P<{0}>[^\"\n]{{1,80}}?)[\"')]?"
_OLD, _NEW = _QUOTED.format("old"), _QUOTED.format("new")
_INSTEAD = r"(?:instead\s+of|rather\s+than|not)"
_SWAPS = tuple(
    re.compile(rf"{_AGREES}{body}[\s.!]*", re.IGNORECASE)
    for body in (
        rf"(?:change|replace|swap|correct|turn)\s+(?:the\s+word\s+)?{_OLD}\s+(?:to|with|into|by|for|->|→)\s+{_NEW}",
        rf"(?:say|write|use|put|make\s+it|it\s+should\s+(?:say|be))\s+{_NEW},?\s+{_INSTEAD}\s+{_OLD}",
        rf"(?:the\s+word\s+)?{_OLD}\s+should\s+(?:be|say|read(?!\s+(?:it|this|that|them|through|over)\b))\s+{_NEW}",
    )
)
_NEGATED = re.compile(r"\b(?:not|don't|no|never|isn't|wasn't|rather than)\s(?:\w+\s)?$", re.IGNORECASE)


_PARTS = re.compile(
    r"(?<=[.!?;])\s+|\n+|,\s+(?:(?:and|but|also|then)\s+)?|\s(?:and|but)\s(?:also\s)?(?=(?:please|pls|make|mention"
    r"|add|put|change"
    r"|keep|drop|remove|cut|take|lose|leave|use|say|no|less|more|too|a|much|slightly|warmer|shorter|friendlier"
    r"|shorten|trim"
    r"|send|it|that's|perhaps|maybe)\b)",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"(?:also |please |and |could you |can you |maybe |just ){0,3}(?:mention|add)(?: that| the fact that)?"
    r" (?P<text>[^@?]{3,})",
    re.IGNORECASE,
)


# What else may be wished of a draft's text; nobody but the writer can do it.
_FURTHER = re.compile(
    r"\W*(?:(?:please|pls|and|also|then|but|can you|could you|would you(?: ever)?|just) )*"
    r"(?:put|change|keep|drop|remove|cut|take|lose|leave|use|say|replace|rewrite|translate|start|end|move|swap|correct"
    r"|fix|don't|do not|delete|include|write|ask|tell)\b",
    re.IGNORECASE,
)


# "No need for the compliments, drop them."
_SAME = re.compile(
    r"(?:please |just )*(?:drop|cut|remove|lose|skip|delete) (?:it|them|those|that|these)\W*", re.IGNORECASE
)


def edits(text: str, reading: Reading) -> list[Command]:
    """The changes of a draft that a short text asks for ("yes but shorter" is one), in its order.

    Each says its own clause as its line, so that what stands beside it is not lost."""
    words = straight(text)
    if len(words) > 300:
        return []
    swapped = next((m for swap in _SWAPS if (m := swap.fullmatch(words.strip()))), None)
    if swapped and not any(expression.search(words) for _, expression in _EDITS):
        told = (("old", swapped["old"].strip()), ("new", swapped["new"].strip()))
        return [Command(Verb.EDIT, reading.thread, op="swap", fields=told, line=text.strip())]
    found: dict[str, Command] = {}
    for part in _PARTS.split(words):
        these = _edits_of(part.strip(" ,.;!"), reading)
        unread = [not_understood(part)] if not these and _FURTHER.match(part) and not _SAME.fullmatch(part) else []
        for command in (*these, *unread):
            found.setdefault(f"{command.op} {command.text}", command)
    shaped = any(one.verb is Verb.EDIT and one.op != "mention" for one in found.values())
    return list(found.values()) if shaped or _is_but_mention(words) else []


def _is_but_mention(words: str) -> bool:
    """ "Send it but mention the pilot": an approval, and what is to be added first."""
    parts = [part for part in _PARTS.split(words) if part.strip()]
    return len(parts) > 1 and bool(short_word(parts[0])) and all(_MENTION.fullmatch(part) for part in parts[1:])


def _edits_of(part: str, reading: Reading) -> list[Command]:
    """What one clause asks for."""
    if mention := _MENTION.fullmatch(part):
        text = mention["text"].strip()
        return [Command(Verb.EDIT, reading.thread, op="mention", text=text, line=part)]
    return [
        Command(Verb.EDIT, reading.thread, op=op, line=part)
        for op, expression in _EDITS
        if (match := expression.search(part)) and (op == "no_flattery" or not _NEGATED.search(part[: match.start()]))
    ]
