"""What is left of a mail beside its commands: whether it may be one more, and the question about it.

Nothing is passed over in silence: a partial reading that says nothing of the rest is the fault.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import joined, straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
from assistant.reading.commands.meant.clauses import core, sentences
from assistant.reading.commands.names import mentioned

# "second: …", "finally, …", "and …": the order of a list.
IN_ORDER = re.compile(
    r"^(?:(?:and|also|then|next|plus|finally|lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|another thing"
    r"|one more(?: thing)?|after that|as well|oh|so|ok|okay|btw|by the way)\b[\s,:–—-]*)+",
    re.IGNORECASE,
)
# What opens a list and asks for nothing: "a few things:", "ok so update", "todo for you".
OPENS = re.compile(
    r"(?:(?:ok|okay|so|right|well|hi+|hey|hello|good (?:morning|evening|afternoon|day)|dear|robin|assistant|there|all"
    r"|here(?:'s| is| are| goes| you go)?|an?|the|my|some|few|couple|of|several|plenty|many|two|three|four|five|six"
    r"|lots|more|short|small|quick|big|little|new|for|you|today|tonight|now|i have|i've got|got|please|pls|do|these"
    r"|following|things?|items?|points?|updates?|requests?|wishes|questions|commands|news|todos?|to-dos?|list|bits"
    r"|stuff|jobs|tasks|batch|round|roundup|lot)\b[\s,.:;!–—-]*)+",
    re.IGNORECASE,
)
_COMMANDS = re.compile(
    r"^(?:add|agreed|arrange|assigned|away|book|bump|call(?!ed)|cancel|change|close|coffee|cross|delete|did|digest|do"
    r"|doing|done|draft|drop|erase|export|extend|find|finish|fit|forget|forward|get|give|goal|health|help|hold"
    r"|holidays?"
    r"|impact|intro\w*|invite|keep|let|list|log|make|mark|maybe|meet|mention|milestone|move|new|note|pause|plan"
    r"|postpone"
    r"|prep\w*|propose|prioriti[sz]e|put|quiet|rank|reach|record|reflect|remind|remove|renew|reschedule|schedule|search"
    r"|send|set|shift|show|skip|stop|strike|suggest|switch|take|tell|thank(?! you| god)|undo|update|use|wait|wrap|write"
    r"|what|when|where|which|who|how|why|is|are|any|anything)\b",
    re.IGNORECASE,
)
_NOT_UNDERSTOOD = "I did not understand this line, and did nothing about it: “{0}”"


def may_command(text: str, found: list[Command], reading: Reading) -> bool:
    """Whether a text beside commands may be one more: it asks, begins like one, or is about somebody else."""
    for sentence in sentences(text):
        words, asked = core(IN_ORDER.sub("", sentence))
        if not words or is_bare_thanks(sentence) or OPENS.fullmatch(words):
            continue
        if asked or _COMMANDS.match(words) or "?" in sentence:
            return True
        named = {who.id for who in mentioned(sentence, reading)}
        if named - {one.person for one in found}:
            return True
    return False


def passed_over(text: str, found: list[Command]) -> list[Command]:
    """The questions about orders that no command was made of: those that are more than the commands left for them."""
    if not found or len(text) > _LONGEST or any(one.verb in _TAKES_ALL for one in found):
        return []
    said = sentences("\n".join(line for line, _ in joined(tuple(text.split("\n")))))
    bids = {index for index, sentence in enumerate(said) if orders(sentence) and not (index and _BACK.search(sentence))}
    read: set[int] = set()
    for one in found:
        places = {index for index, sentence in enumerate(said) if _is_of(sentence, one)}
        free = sorted((places & bids or (set() if places else bids)) - read)
        read |= (places & bids) | set(free[:1])
    return [not_understood(said[index]) for index in sorted(bids - read)]


def _is_of(sentence: str, command: Command) -> bool:
    """Whether a command was read in this sentence, or took it along as its text."""
    words = _plain(sentence)
    told = command.verb in _TOLD  # what they said is no order of the writer's
    texts = () if told else (command.text, command.because, *(value for _, value in command.fields))
    line = _plain(command.line)
    return words in line or bool(line and line in words) or any(words in _plain(text) for text in texts if text)


_LONGEST = 1500
_TAKES_ALL = frozenset({
    *(Verb.UNKNOWN, Verb.NOTES, Verb.EDIT, Verb.ANSWER, Verb.HELLO, Verb.THANKS_ONLY, Verb.SEND, Verb.YES, Verb.NO),
    *(Verb.PREP, Verb.CHOICE, Verb.RECAP, Verb.FIELDS, Verb.SKIP, Verb.FIT, Verb.STOP),
})  # fmt: skip


_TOLD = frozenset({Verb.SAID_NO, Verb.SAID_LATER, Verb.ANSWERED})
# What is ordered of it was said before: "set up the series", "help me wrap it up".
_BACK = re.compile(
    r"\b(?:it|them|this|that|her|him|the (?:series|invit\w+|meeting|calendar|draft|note|same|rest|intro\w*))\b",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", straight(text).lower()).split())


_NO_WORD = re.compile(r"[^\w@]+")


def orders(sentence: str) -> bool:
    """Whether a sentence bids something to be done, and tells nothing."""
    words, asked = core(IN_ORDER.sub("", sentence))
    if not words or is_bare_thanks(sentence) or OPENS.fullmatch(words):
        return False
    return asked or bool(_BIDS.match(words) or _PLEASE.match(sentence))


_PLEASE = re.compile(r"\W*(?:and |also |then |so )*(?:please|pls|plz|kindly)\b", re.IGNORECASE)
# An order, and not the beginning of a tale ("is", "when", "what a …").
_BIDS = re.compile(
    r"^(?:add|arrange|book|bump|cancel|change|cross|delete|draft|drop|erase|export|forget|give me|intro(?:duce)? me"
    r"|invite"
    r"|list|mark|move|pause|postpone|prep(?:are)?|propose|prioriti[sz]e|put|remind me|remove|renew|reschedule|schedule"
    r"|send|set|shift|show|skip|stop|strike|switch|take|thank \w+:|undo|update|wrap|write)\b(?! (?:it|this"
    r"|that) (?:was|is)\b)",
    re.IGNORECASE,
)


def begins(line: str) -> bool:
    """Whether a line begins as a wish does."""
    return bool(_COMMANDS.match(core(IN_ORDER.sub("", line))[0]))


def not_understood(line: str) -> Command:
    """The question about a line that may be a wish."""
    return Command(Verb.UNKNOWN, text=line, ask=_NOT_UNDERSTOOD.format(line[:120]), line=line[:400])
