"""Under a draft, in free words: that it is skipped, that it waits until a day (L17)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.drafts import at_an_hour
from assistant.reading.commands.meant.approvals import BESIDE, GOOD, IT, ROUND, names_others, word_set
from assistant.reading.commands.meant.scene import Scene
from assistant.reading.dates import at, dates

_SKIP = re.compile(
    r"(?:(?:nah|no|nope|hm+|sorry|i'll pass(?: on (?:this|it|this one))?|let'?s|i'd rather"
    r"|i would rather|i'll|we(?:'ll)? can|we should"
    r"|better|please|just|i think|i want to|i'd like to|actually|this time|then)[\s,]*)*"
    r"(?:skip|drop|bin|scrap|ditch|discard|leave (?:it|this|this one|that) out|leave out|throw (?:it"
    rf"|this) away|not (?:write|send) this one)(?: {IT}| this time"
    r"| the whole thing)?(?: this time)?(?P<rest>[\s,.;:–—!-].*)?",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"\b(?:wait\w*|later|postpone\w*|delay|hold|park|keep|instead|rather|not (?:this|today|now|yet"
    r"|before|until|tomorrow)|do (?:this|it)|send it|move|push|put off|ask me|show (?:it|me)"
    r"|come back to (?:me|it|this)|until|till|after|next|schedule|send (?:this|that)|let it|leave it"
    r"|can go|go (?:out )?on|go ahead on)\b",
    re.IGNORECASE,
)
# Beside its day a text that puts the draft off holds nothing but these words, and what praises it.
_PUTS_OFF = word_set(
    "wait waiting later postpone postponed delay delayed hold park parked keep kept instead rather not this today",
    "now yet before until till tomorrow after next schedule scheduled send sent let's let leave go out ahead ask",
    "asking show again come back move moved push put off do don't doesn't only better best would i'd i'll we'd",
    "prefer want can can't could should must be no nah hm hmm week month weekend day morning afternoon evening",
    "tonight time moment bit little while earlier first thing maybe sorry actually lets till's around early late",
    "o'clock rest sit there her him them if possible soon get round busy but",
)


def skips(scene: Scene) -> Command | None:
    """ "nah, skip this one": dropped, whatever reason stands behind it."""
    match = _SKIP.fullmatch(scene.plain(scene.text).strip())
    if (
        match is None
        or names_others(scene)
        or "?" in scene.text
        or re.search(r"\b(?:but|send|line|sentence|paragraph|word|part)\b", scene.text, re.IGNORECASE)
    ):
        return None
    return Command(Verb.SKIP, scene.reading.thread, op="skip", line=scene.plain(scene.text)[:400])


def waits(scene: Scene) -> Command | None:
    """ "not this week, next Tuesday please": the one day of a short text that does nothing but put it off."""
    said = scene.plain(scene.text)
    if len(said.split()) > 16 or names_others(scene) or not _WAITS.search(said) or re.search(r"\bif (?!poss)", said):
        return None
    words = re.sub(
        r"\bnot (?:this|next) (?:week|month)\b|\bnot (?:today|tomorrow|on \w+day|before)\b",
        " ",
        said,
        flags=re.IGNORECASE,
    )
    found = at(words, scene.reading.moment)
    if found is None or found.ask or found.past or found.day is None or len(dates(words, scene.reading.moment)) > 1:
        return None
    if not _only_puts_off(f"{words[: found.start]} {words[found.end :]}"):
        return None
    later = Command(
        Verb.SKIP, scene.reading.thread, op="later", day=found.day, at=found.at, time=found.time, line=said[:400]
    )
    return at_an_hour(later) if _SENDS.search(said) else later


_SENDS = re.compile(r"\b(?:send|sent|go|goes|leave|leaves)\b", re.IGNORECASE)


def _only_puts_off(words: str) -> bool:
    known = _PUTS_OFF | GOOD | BESIDE | ROUND
    return all(word in known for word in re.split(r"[^\w'-]+", words.lower()) if word and not word.isdigit())
