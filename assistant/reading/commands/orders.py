"""Whether words bid something to be done: how a wish begins, what opens a list."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.meant.clauses import core, sentences
from assistant.reading.commands.names import mentioned

# "second: …", "finally, …", "and …": the order of a list.
IN_ORDER = re.compile(
    r"^(?:(?:meanwhile|in the meantime|and|also|then|next|plus|finally|lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?"
    r"|fourth(?:ly)?|another thing|one more(?: thing)?|after that|as well|oh|so|ok|okay|btw|by the way)\b[\s,:–—-]*)+",
    re.IGNORECASE,
)
# What opens a list and asks for nothing: "a few things:", "ok so update", "todo for you".
OPENS = re.compile(
    r"(?:(?:ok|okay|so|right|well|hi+|hey|hello|oi|yo|heya|hiya|good (?:morning|evening|afternoon|day)|dear|robin"
    r"|assistant|there|all"
    r"|here(?:'s| is| are| goes| you go)?|an?|the|my|some|few|couple|of|several|plenty|many|two|three|four|five|six"
    r"|lots|more|short|small|quick|big|little|new|for|you|today|tonight|now|i have|i've got|got|please|pls|do|these"
    r"|following|things?|items?|points?|updates?|requests?|wishes|questions|commands|news|todos?|to-dos?|list|bits"
    r"|stuff|jobs|tasks|batch|round|roundup|lot)\b[\s,.:;!–—-]*)+",
    re.IGNORECASE,
)
_COMMANDS = re.compile(
    r"^(?:add|agreed|axe|bin|ditch|scrap|arrange|assigned|away|book|bump|call(?!ed)|cancel|change|close|coffee|cross"
    r"|delete|did|digest|do"
    r"|doing|done|draft|drop|erase|export|extend|find|finish|fit|forget|forward|get|gimme|give|goal|health|help|hold"
    r"|holidays?"
    r"|impact|intro\w*|invite|keep|let|list|log|make|mark|maybe|meet|mention|milestone|move|new|note|pause|plan"
    r"|postpone"
    r"|prep\w*|propose|prioriti[sz]e|put|quiet|rank|reach|record|reflect|remind|remove|renew|reschedule|schedule|search"
    r"|send|set|shift|show|skip|stop|strike|suggest|switch|take|tell|thank(?! you| god)|undo|update|use|wait|wrap|write"
    r"|what|when|where|which|who|how|why|is|are|any|anything)\b",
    re.IGNORECASE,
)


# "and the prep for Odile", "also my action list": as what was asked for before.
_ONE_MORE = re.compile(
    r"^(?:and|also|plus|then)\b[\s,]*(?:also |then )?(?:the|my|our|her|his|their|an?|all|[^\W\d_]+['’]s)\b"
    r"(?!.*\b(?:is|was|are|were|has|had|have|will|would|did|does|do|can|could|should|may|might|said|says)\b)",
    re.IGNORECASE,
)
_MOST_MORE = 8  # words


def is_one_more(sentence: str) -> bool:
    """Whether a sentence without a verb asks for one more thing."""
    return len(sentence.split()) <= _MOST_MORE and bool(_ONE_MORE.match(sentence.strip()))


def may_command(text: str, found: list[Command], reading: Reading) -> bool:
    """Whether a text beside commands may be one more: it asks, begins like one, or is about somebody else."""
    for sentence in sentences(text):
        words, asked = core(IN_ORDER.sub("", sentence))
        if not words or is_bare_thanks(sentence) or OPENS.fullmatch(words):
            continue
        if asked or _COMMANDS.match(words) or "?" in sentence or is_one_more(sentence):
            return True
        named = {who.id for who in mentioned(sentence, reading)}
        if named - {one.person for one in found}:
            return True
    return False


def orders(sentence: str) -> bool:
    """Whether a sentence bids something to be done, and tells nothing."""
    words, asked = core(IN_ORDER.sub("", sentence))
    if not words or is_bare_thanks(sentence) or OPENS.fullmatch(words) or _RATHER_NOT.search(sentence):
        return False
    return asked or bool(_BIDS.match(words) or _PLEASE.match(sentence)) or is_one_more(sentence)


_RATHER_NOT = re.compile(r"\b(?:rather|prefer|better) not\b", re.IGNORECASE)
_PLEASE = re.compile(
    r"\W*(?:and |also |then |so )*(?:please|pls|plz|kindly)\b(?!,? (?:i|we|my|our|she|he|it)\b)",
    re.IGNORECASE,
)
# An order, and not the beginning of a tale ("is", "when", "what a …").
_BIDS = re.compile(
    r"^(?:add|arrange|buy|check|email|fix|order|pay|print|reply|tell|water|axe|bin|book|bump|cancel|change|cross"
    r"|delete|draft|drop|erase|export|forget|give me"
    r"|intro(?:duce)? me"
    r"|invite"
    r"|list|mark|move|pause|postpone|prep(?:are)?|propose|prioriti[sz]e|put|remind me|remove|renew|reschedule|schedule"
    r"|send|set|shift|show|skip|stop|strike|switch|take|thank \w+:|undo|update|wrap|write)\b(?! (?:it|this"
    r"|that) (?:was|is)\b| at \d)",
    re.IGNORECASE,
)


def begins(line: str) -> bool:
    """Whether a line begins as a wish does."""
    return bool(_COMMANDS.match(core(IN_ORDER.sub("", line))[0]))
