"""When one meets again, said under a recap: "next tue 8 Dec 16:00", "meet again in six weeks" (L33, P85)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command
from assistant.reading.commands.context import Reading
from assistant.reading.commands.recaps.refs import correction
from assistant.reading.dates import at

MOST_WORDS = 60  # characters of an answer that is a time and nothing else
_NEXT = re.compile(r"next(?: (?:meeting|time|talk))?:?(?: is| on)? (?P<text>.{2,50})", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:(?:let's |lets |we(?:'ll| will| could| should|) |i(?:'ll| will) )?(?:meet|see (?:her|him|them|each other)|talk"
    r"|speak)(?: (?:her|him|them))?(?: again)?(?: on| at)?|again(?: on)?|how about|maybe|perhaps|say|on)[:,]?"
    r" (?P<text>.{2,50})",
    re.IGNORECASE,
)


def meets_again(said: str, reading: Reading) -> Command | None:
    """A day and hour alone, "meet again in six weeks": the answer to "When do you meet again?".

    A day alone, without such a word, may be when something is due where that is open."""
    words = said.strip(" .!")
    match = _AGAIN.fullmatch(words)
    text = match["text"] if match else words
    found = at(text, reading.moment) if len(words) <= MOST_WORDS else None
    if found is None or text[: found.start].strip(" ,") or text[found.end :].strip(" ,.!?"):
        return None
    if found.at is None and match is None and reading.question == "recap":
        return None
    ask = found.ask or ("That is over: when do you meet?" if found.past else "")
    return correction("next", reading, words, day=found.day, at=found.at, ask=ask)


def following(part: str, reading: Reading) -> Command | None:
    """ "next tue 8 Dec 16:00", "next meeting is 8 dec"."""
    match = _NEXT.fullmatch(part)
    if match is None:
        return None
    whole = "next " in part.lower() and not re.match(r"next (?:meeting|time|talk)", part, re.IGNORECASE)
    moment = at(part if whole else match["text"], reading.moment)
    if moment is None:
        return None
    ask = moment.ask or ("That is over." if moment.past else "")
    return correction("next", reading, part, day=moment.day, at=moment.at, ask=ask)
