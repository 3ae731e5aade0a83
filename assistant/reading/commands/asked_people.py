"""People in everyday words: "put Sam first", "I got a no from Minerva", "end it with Lee" (L8–L14, L18–L29, L34, L40).

The vocabulary itself stands beside its verb (`people`, `outreach`, `meetings` …) and is tried before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.coffee import coffee
from assistant.reading.commands.meetings import terms
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.outreach import introduce
from assistant.reading.commands.people import rank
from assistant.reading.commands.rules import Line, about, named_in, rule, simple
from assistant.reading.dates import months

_LIST = r"(?:list|ranking|order|mentors|mentor list|people|prospects|candidates)"


def _coffee(match: re.Match[str], line: Line) -> Command | None:
    return coffee(match, line) if match["text"] else None


def _one_of(match: re.Match[str], line: Line) -> Who | None:
    """The person in the alternative that matched."""
    word = named_in(match)
    return resolve(word, line.reading) if word else None


def _refused(match: re.Match[str], line: Line) -> Command | None:
    who = _one_of(match, line)
    return about(Verb.SAID_NO, who, line) if who else None


def _lighter(match: re.Match[str], line: Line) -> Command | None:
    who = _one_of(match, line)
    return about(Verb.WRAP_UP, who, line, op="lighter") if who else None


def _extended(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"], line.reading)
    return replace(about(Verb.WRAP_UP, who, line, op="renew"), months=months(match["text"])) if who else None


def _remember(match: re.Match[str], line: Line) -> Command | None:
    who = resolve(match["who"], line.reading)
    if who is None:
        return None
    words = match.groupdict().get("verb") or ""
    text = "\n".join(filter(None, (f"{words} {match['text']}".strip(), line.more)))
    return about(Verb.ABOUT, who, line, text=text)


RULES = (
    # people (L8, L10–L13)
    rule(
        r"(?:i(?:'d| would) (?:rather|prefer to|like to) |rather |please )?(?:start|begin"
        r"|go) (?:first )?with {who}(?: first)?",
        rank("first"),
    ),
    rule(
        rf"who(?:'s| is| are| do i have)(?: all)? (?:on|in|active on) (?:my |the )?{_LIST}(?: .{{0,40}})?"
        rf"|(?:show|see|send|list|print)(?: me)? (?:my |the )?(?:mentor |current )?{_LIST}"
        rf"|(?:in )?which order.{{0,40}}|who (?:is|comes) (?:first|next)|my (?:mentor )?(?:list|ranking)",
        simple(Verb.RANK, "show"),
    ),
    # notes about people (L10)
    # outreach, touches, answers (L14, L18–L21, L24)
    rule(
        r"(?:get |make |do |i(?:'d| would) like |i need "
        r"|i want )?(?:an? )?intro(?:duction)? to {who} (?:via|through|from"
        r"|by) (?P<via>[\w'.@-]{2,40}(?: [\w'.@-]{2,40})?)",
        introduce,
    ),
    # meetings (L25, L27, L29, L34)
    rule(
        r"(?:i(?:'m| am) |we(?:'re| are) )?(?:having|meeting|getting|going for|grabbing|doing) (?:a "
        r"|for )?(?:coffee|lunch|tea|call|breakfast|drink)?(?: with)? ?{who} (?:on |for (?:a )?coffee on "
        r"|at )?(?P<text>\S.*\d.*)",
        _coffee,
    ),
    rule(
        r"propose (?:an? )?(?:mentorship|mentoring|proposal|agreement)(?: (?:to|with"
        r"|for))? {who}(?:[,:]? (?:for )?(?P<text>(?:\d|one|two|three|six|half|a year|twelve|monthly|every"
        r"|quarterly|weekly|fortnightly|until).*))?",
        terms(Verb.PROPOSE),
    ),
    # endings (L40)
)
