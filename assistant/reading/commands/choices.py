"""Which of the times that a person offered: "thursday works", "the second one", "let's take 12 Nov".

Read only where somebody's times wait for the choice, and only where nothing else stands in the line.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeGuard

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, Rule
from assistant.reading.dates import Found, at, clock
from assistant.reading.dates.words import DAY_NUMBER, WEEKDAY

_LONGEST = 100
# There a bare number is one of the times.
_SHOWS_TIMES = frozenset({"said_yes", "another_time", "which_time", "their_change", "invite_came"})
_HEAD = re.compile(
    r"(?:(?:yes|yep|ok|okay|great|perfect|fine|good|lovely|thanks|thank you|super|then|so|please|pls|no|nope|sorry|wait"
    r"|actually|oops|rather|instead)\b[\s,.!:–—-]*"
    r"|(?:let'?s|let us|we(?:'ll| will| can| could)?|i(?:'ll| will| can| could|'d| would)?(?: like(?: to)?| prefer)?)"
    r"(?: (?:take|do|meet|say|go (?:for|with)|choose|pick|make it|make))?(?: her| his| their)?\s"
    r"|(?:take|choose|pick|book|go (?:for|with)|say|make it|how about|rather)\s|(?:on|at|the|for)\s){0,5}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,]+(?:works?(?: (?:for me|best|well|great|fine|better))*|(?:is|would be|sounds|looks|was)"
    r" (?:\w+ )?(?:good|fine|great|ok|okay|perfect|best|better|lovely|ideal)(?: for me)?|(?:is|would be) it"
    r"|suits (?:me|us)(?: best| well| better)?|would (?:work|suit me|do)|it is|please|then|thanks|thank you|for me"
    r"|sorry|instead|rather"
    r"|(?:is|would be) my (?:choice|preference))[\s.!]*$",
    re.IGNORECASE,
)
_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_NTH = re.compile(
    rf"(?P<nth>{'|'.join(_ORDER)}|earli(?:er|est)|lat(?:er|est)(?= (?:one|time|slot|date|day)))"
    r"(?: (?:one|time|slot|date|day|option|proposal))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?:option|number|no\.?|time|slot) ?)?#?(?P<n>[1-9])", re.IGNORECASE)
_NONE = re.compile(
    r"(?:none|neither|nothing)(?: of (?:them|these|those|the times|her times|his times))?"
    r"(?: (?:works?|fits?|suits).{0,20})?|(?:i )?can'?t (?:do|make) (?:any|either)(?: of (?:them|these|those))?",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"(?:either|any|both|all)(?: of (?:them|these|those))?(?: (?:work|is|are|would).{0,20})?", re.IGNORECASE
)
# To the mail that shows their times: "ok great", "works for me", "sounds good".
AGREES = re.compile(
    r"(?:(?:yes|yep|yeah|ok|okay|great|perfect|fine|good|lovely|super|wonderful|excellent|sure|deal|thanks|thank you"
    r"|please|(?:(?:that|it|this)(?:'s| is)? )?(?:works?|suits?|fits?|fine|good|great|perfect|ok|okay|sounds|looks)"
    r"(?: (?:perfectly|well|great|good|fine|perfect))?(?: (?:for|with|by) (?:me|us)| me| us)?"
    r"|(?:let'?s|we can) do (?:it|that)|i can (?:do|make) (?:it|that)|i(?:'ll| will) (?:be there|take it))"
    r"[\s,.!:)–—-]*){1,5}",
    re.IGNORECASE,
)
# "none of them work, friday 13 at 11?"
_OTHER = re.compile(
    r"(?:none|neither|nothing|(?:i )?can'?t (?:do|make) (?:any|either))\b[^,.;:!?–—]{0,40}"
    r"[,.;:!–—]\s*(?:(?:but|sorry|how about|what about|can we (?:do|say)|could we (?:do|say)|maybe"
    r"|instead|rather|i can|let'?s say|would)\s+){0,3}(?P<other>.{4,60})",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"(?:this |next |coming )?(?P<wd>{WEEKDAY})s?", re.IGNORECASE)
_ONE = re.compile(r" (?:one|slot|option)$", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_HOUR = re.compile(r"\b\d{1,2}(?:[:.h]\d{0,2})?\s?(?:[ap]\.?m\.?)?|\bnoon\b", re.IGNORECASE)
_FILLERS = re.compile(r"\b(?:on|at|the|this|in|of|around|o'clock)\b|[\s,.!–—-]+", re.IGNORECASE)


def _choice(_match: re.Match[str], line: Line) -> Command | None:
    """The time that is chosen, by number, day, weekday or hour; whether exactly one fits is for the book to say."""
    reading = line.reading
    who = reading.thread if reading.thread in reading.offers else None
    if (who is None and (reading.thread or len(reading.offers) != 1)) or reading.question == "until_when":
        return None
    command = Command(Verb.CHOICE, who or reading.offers[0], line=line.text)
    words = line.text.strip(" .!")
    if (other := _OTHER.fullmatch(words)) and _plain(named := at(other["other"], reading.moment)):
        return replace(command, text="none", at=named.at, day=named.day, time=named.time)
    if _NONE.fullmatch(words):
        return replace(command, text="none")
    if reading.answering in _SHOWS_TIMES and AGREES.fullmatch(words):
        return command
    if _ANY.fullmatch(words):
        return command
    head = _HEAD.match(words)
    core = words[head.end() if head else 0 :].strip(" ,.!")
    while (tail := _TAIL.search(f" {core}")) and tail.start() > 0:
        core = core[: tail.start() - 1].strip(" ,.!")
    if match := _NUMBER.fullmatch(core):
        shown = reading.answering in _SHOWS_TIMES or reading.times
        return replace(command, number=int(match["n"])) if shown else None
    return _ordered(core, command) or _dated(core, command, line)


def _ordered(core: str, command: Command) -> Command | None:
    match = _NTH.fullmatch(core)
    if match is None:
        return None
    word = match["nth"].lower().strip()
    if word in _ORDER:
        return replace(command, number=_ORDER[word])
    return replace(command, fields=(("order", word),))  # by the clock, in whatever order they were shown


def _dated(core: str, command: Command, line: Line) -> Command | None:
    """A day, an hour, or both, and nothing else. A bare weekday is that day of theirs, whichever week it is in."""
    core = _ONE.sub("", core)
    core = f"on the {core}" if _ORDINAL.fullmatch(core) else core
    found = at(core, line.reading.moment)
    if found is None:
        hour = clock(core) or clock(f"at {core}")
        return replace(command, time=hour) if hour and not _left(_HOUR.sub(" ", core, count=1)) else None
    words, rest = core[: found.end][found.start :], f"{core[: found.start]} {core[found.end :]}"
    if _left(rest):
        return None
    weekday = _WEEKDAY.match(words)
    more = words[weekday.end() :] if weekday else ""
    if weekday and not _left(_HOUR.sub(" ", more, count=1) if found.time else more):
        number = DAY_NUMBER[weekday["wd"][:3].lower()]
        command = replace(command, time=found.time, fields=(("weekday", str(number)),))
        return replace(command, at=found.at, day=found.day) if _plain(found) else command
    if not _plain(found):
        return replace(command, time=found.time)
    return replace(command, at=found.at, day=found.day, time=found.time)


def _plain(found: Found | None) -> TypeGuard[Found]:
    """A day that is still to come, about which nothing has to be asked."""
    return found is not None and not found.ask and not found.past and found.day is not None


def _left(words: str) -> str:
    return _FILLERS.sub("", words)


RULES = (Rule(re.compile(rf".{{1,{_LONGEST}}}", re.DOTALL), _choice),)
