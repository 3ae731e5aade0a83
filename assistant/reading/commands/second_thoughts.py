"""A writer who corrects themself in the same breath: "a draft for Amaia… sorry, for Gideon I mean"."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.mentoring.command import Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, fold, mentioned

_LONGEST = 200
_OOPS = (
    r"(?:oh|ah|oops|argh|ups|no|nope|wait|sorry|apologies|scratch that|strike that|correction|hang on|er+"
    r"|u+m|my bad|actually)"
)
_TURN = re.compile(
    rf"(?P<head>.{{4,}}?)\s*[.,;…!–—(-][\s.,;…!–—(-]*(?:{_OOPS}[\s,.!…–—-]+)+(?:(?:i|that'?s|it'?s"
    rf"|this is) (?:mean|meant|for|to)[\s,:]+"
    r"|make (?:it|that) |not (?:her|him|them)[\s,]+)?(?P<meant>[^.!?]{2,80}?)(?:,? (?:i mean|i meant|instead"
    r"|of course|rather))?[\s.!)]*",
    re.IGNORECASE,
)
_MEANT = re.compile(r"(?P<head>.{4,}?)[\s.,;…!–—(-]+(?P<meant>[^.!?,]{2,60}?),? i mean(?:t)?[\s.!:)]*", re.IGNORECASE)
# "sorry" alone may be a courtesy: with these another wish takes the place of the first.
_STRONG = re.compile(r"\b(?:i mean(?:t)?|wait|scratch that|strike that|correction|make (?:it|that))\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"^(?:for|to|with|from|about|on|of|at)\s+", re.IGNORECASE)


def corrected(text: str, reading: Reading, verb_of: Callable[[str], Verb | None]) -> str:
    """The text as it was meant in the end; as it stands where nothing, or nothing certain, is taken back.

    verb_of: what a line by itself commands. Under a draft nothing is put right: no second thought approves.
    """
    if reading.under_draft or len(text) > _LONGEST or "\n" in text.strip():
        return text
    match = _TURN.fullmatch(text.strip()) or _MEANT.fullmatch(text.strip())
    if match is None:
        return text
    head, meant = match["head"].strip(), match["meant"].strip(" ,.–—-")
    named = mentioned(meant, reading)
    if len(named) == 1 and _is_only(named[0], meant):
        return _other_person(head, named[0]) or _in_place(head, named[0], reading) or text
    verb = verb_of(meant)
    if verb is not None:
        return meant if verb is verb_of(head) and _STRONG.search(text) else text
    first, _, rest = head.partition(" ")
    reworded = f"{meant} {rest}"
    return reworded if first and " " not in meant and verb_of(head) is None and verb_of(reworded) else text


def _is_only(who: Who, words: str) -> bool:
    return fold(_PREPOSITION.sub("", words)) == fold(who.named)


def _in_place(head: str, who: Who, reading: Reading) -> str:
    """The head with that person where it named the last one."""
    before = mentioned(head, reading)
    if not before:
        return ""
    at = head.casefold().rfind(before[-1].named.casefold())
    return f"{head[:at]}{who.named}{head[at + len(before[-1].named) :]}" if at >= 0 else ""


_SOMEBODY = re.compile(r"(?P<front>.*\b(?:for|to|with))\s+(?P<name>[^\W\d_][\w'-]{1,30})", re.IGNORECASE)


def _other_person(head: str, who: Who) -> str:
    """ "a draft for amaia": a name that the book does not know stands last."""
    match = _SOMEBODY.fullmatch(head)
    return f"{match['front']} {who.named}" if match else ""
