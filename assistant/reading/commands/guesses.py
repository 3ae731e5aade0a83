"""At most two guesses for a text that was not understood: each names what it would do, and the word that does it."""

from __future__ import annotations

import re

from assistant.mentoring.facts import Guess
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import mentioned

# A cue, what it may mean, the word that does it; `{who}` is the person named, else it is left out.
_CUES: tuple[tuple[str, str, str], ...] = (
    (r"\b(?:s[ae]?n?e?d|send|go ahead|yes|approve)\b|\bsned\b", "Send the draft as it is", "SEND"),
    (r"\b(?:short|long)\w*\b", "Make the draft shorter", "SHORTER"),
    (r"\b(?:warm|stiff|cold|friendl)\w*\b", "Make the draft warmer", "WARMER"),
    (r"\b(?:wait|later|think about|not yet|tomorrow)\b", "Keep the draft for later", "LATER"),
    (r"\b(?:forget|drop|skip|leave) (?:it|this|that)\b", "Drop this draft", "SKIP"),
    (r"\b(?:said no|declin|not interested)\w*\b", "{who} said no", "{who} said no"),
    (r"\b(?:answer|repl|wrote back)\w*\b", "{who} answered", "{who} answered: yes"),
    (r"\b(?:write|contact|reach|note to|touch)\w*\b", "Draft a note to {who}", "reach out to {who}"),
    (r"\b(?:notes?|we (?:talked|spoke|discussed|met)|meeting|talked)\b", "These are notes of a talk", "NOTES"),
    (r"\b(?:remind|remember|forgot)\w*\b", "Remind you of something", "remind me in 1 week to …"),
    (r"\b(?:done|finished)\b", "Show your actions", "ACTIONS"),
    (r"\b(?:stop|never|leave alone)\b", "Stop writing to {who}", "stop {who}"),
    (r"\b(?:why|how come)\b", "Say why this mail came", "WHY"),
    (r"\b(?:wait\w*|open|pending|overview|status)\b", "Show what waits", "STATUS"),
    (r"\b(?:thank|grateful)\w*\b", "Draft thanks to {who}", "thank {who}: …"),
)
# With a letter on hold these may mean "not now". The core takes it at its word there, and leaves it out elsewhere.
_BRAKE = re.compile(
    r"\b(?:stop|cancel|abort|wait|hold|halt|withdraw|recall|retract|undo|oops|typo|mistake|wrong|instead|nope"
    r"|not (?:yet|now|so fast|ready|sure)|don'?t|do not|no longer|rather not|not send|never"
    r"|(?:take|call|pull|get) \w+ (?:back|off)"
    r"|changed? (?:my|our) mind|second thoughts?|before it (?:goes|leaves))\b",
    re.IGNORECASE,
)
_NO_BRAKE = re.compile(
    r"\b(?:can(?:'t|not| not) wait|(?:don'?t|do not) (?:worry|mind)|no(?:thing)? wrong|not wrong)\b", re.IGNORECASE
)
_BRAKE_WORDS = 60  # a longer text tells of something
TAKE_BACK = Guess("Take back the letter that goes", "UNDO")
# A text that says more than its yes is no yes.
_SAYS_MORE = re.compile(
    r"\b(?:but|change|except|instead|not|\w+n't|wait|hold|only|before|rather|replace|remove|as well|also|too|cc)\b"
    r"|\bto (?!her\b|him\b|them\b|me\b|go\b|send\b)\w+|[?%\d]",
    re.IGNORECASE,
)
# Where nothing says what was meant: what can be done here at all, and does no harm.
_OF_A_DRAFT = (Guess("Change its text", "EDIT"), Guess("Keep the draft for later", "LATER"))


def _harmless(reading: Reading, name: str) -> tuple[Guess, ...]:
    if reading.under_draft:
        return _OF_A_DRAFT
    return (Guess(f"Show what I keep about {name}", f"show {name}"),) if name else ()


_DRAFT_ONLY = frozenset({"SEND", "SHORTER", "WARMER", "LATER", "SKIP"})


def guess(text: str, reading: Reading) -> tuple[Guess, ...]:
    """At most two, the earliest cues first, and before them `TAKE_BACK` where the text may say "not now"."""
    named = mentioned(text, reading)
    known = {person.id: person.name.split()[0] for person in reading.people if person.name.split()}
    name = (
        known.get(named[0].id or "", "")
        if len(named) == 1
        else known.get(reading.thread or "", "")
        if not named
        else ""
    )
    hits: list[tuple[int, Guess]] = []
    words = text[:2000]
    for cue, says, word in _CUES:
        if (word in _DRAFT_ONLY and not reading.under_draft) or ("{who}" in word and not name):
            continue
        if word == "SEND" and (_SAYS_MORE.search(words) or any(who.id != reading.thread for who in named)):
            continue
        if match := re.search(cue, words, re.IGNORECASE):
            hits.append((match.start(), Guess(says.replace("{who}", name), word.replace("{who}", name))))
    hits.sort(key=lambda hit: hit[0])
    if not hits:
        hits = [(0, one) for one in _harmless(reading, name)]
    short = not reading.under_draft and len(words.split()) <= _BRAKE_WORDS
    brake = short and _BRAKE.search(_NO_BRAKE.sub(" ", straight(words)))
    return (*((TAKE_BACK,) if brake else ()), *(one for _, one in hits))[:2]
