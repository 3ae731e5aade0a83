"""All of a series in another rhythm: "move all of them to Wednesdays at 5", "from now on 45 minutes" (L29).

A sentence of nothing but such words (`series_words`) counts where it says that all of the meetings are meant: by "the
series", "all of them", "from now on", by a rhythm in place of another, or by a length that only all of them can have.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.commands.series_words import DIFFERENCE, Said, of_series, rhythm, said
from assistant.reading.commands.since import SINCE, first_day
from assistant.reading.dates.words import MONTH, WEEKDAY

_WHOLE = re.compile(
    r"\b(?:(?:the|our|my|this|whole|entire) series|(?:all|every one|each one|the rest)(?: of)?"
    r" (?:them|these|those|it|(?:the |our |my )?(?:\w+ )?(?:meetings|calls|talks|sessions|dates|ones))"
    r"|them all"
    r"|(?:our|my|the)(?: regular| future| \w+ly)? (?:meetings|calls|talks|sessions|rhythm|cadence|schedule|slot)"
    r"|every (?:meeting|call|time)|each (?:meeting|call|time))\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:from (?:now|then|here|there|next (?:week|month|year|time)|this (?:week|month)) on(?:wards?)?"
    r"|in (?:the )?future|for the future|going forward|henceforth|for good|permanently|always|every time|each time"
    r"|(?:from|in|starting|as of) the new year(?: on(?:wards?)?)?"
    r"|from (?:next (?:week|month|year)|now)|(?:from|starting|beginning)(?: in| with| on)?"
    rf" (?:the )?(?:next |\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{MONTH}(?: on(?:wards?)?)?)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"[,;]?\s(?:instead of|rather than|and not|not|in place of|in lieu of)\s(?P<old>[^,;.!?]{2,60})", re.IGNORECASE
)

# What is asked or told of meetings as they are, a day to be free of, one date, a span of time.
_NO_CHANGE = re.compile(
    r"^(?:are|is|do|does|did|was|were|when|what|which|how|why)\b|^our (?:\w+ )?(?:meetings|calls|talks) are\b"
    r"|\bno (?:more )?(?:meetings?|calls?|talks?)\b|\balways ask\b"
    rf"|\b(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) {WEEKDAY} (?:of|in) (?:{MONTH}|(?:this|next) month)"
    r"|\bfor the next \w+ (?:weeks|months|meetings)\b"
    rf"|\bfrom {MONTH} (?:to|until|till) {MONTH}\b",
    re.IGNORECASE,
)


def _changed(match: re.Match[str], line: Line) -> Command | None:
    """The command; None where it is about one meeting, or says something else besides."""
    text = match["text"].strip()
    if not line.reading.meets or len(text) > _LONGEST or _NEGATED.search(DIFFERENCE.sub("", text)):
        return None
    found = None if _NO_CHANGE.search(text) else of_series(text, line)
    if found is None:
        return None
    who, words = found
    old = _INSTEAD.search(words)
    new = words[: old.start()] + words[old.end() :] if old else words
    value = said(_LASTING.sub(" ", new))
    if value is None or not (_WHOLE.search(new) or _LASTING.search(new) or _replaces(old, value, new, line)):
        return None
    since = SINCE.search(new)
    return replace(
        about(Verb.MEET, who, line, op="rhythm"),
        rrule=value.rrule,
        time=value.hour,
        minutes=value.length,
        day=first_day(since["day"], line) if since else None,
        fields=(("scope", "series"), *value.fields),
    )


def _replaces(old: re.Match[str] | None, value: Said, new: str, line: Line) -> bool:
    """Whether it takes the place of what all of them have: a rhythm, what is named as the old, or their length."""
    if old and said(old["old"]):
        return True
    if rhythm(_LASTING.sub(" ", new)):
        return bool(_SWITCHES.match(new) or _THEN.search(new))
    longer = any(name == "longer" for name, _ in value.fields)
    alone = value == Said("", None, value.length, ()) or (longer and len(value.fields) == 1)
    return alone and not line.reading.under_draft and bool(_THEN.search(new) or _MAKE_IT.match(new))


_LONGEST = 160
_NEGATED = re.compile(
    r"\b(?:don't|do not|never|can't|cannot|won't|cancel|when|why|who|how|by"
    r"|next (?:one|meeting|call|talk|session|appointment))\b",
    re.IGNORECASE,
)
_SWITCHES = re.compile(
    r"(?:\W*(?:please|can|could|shall|should|we|i|let's|let us|lets|i'd like to|i want to|would like to|want to|ok|so)"
    r"\b)*"
    r"\W*(?:make|switch|change|move|shift|swap|go|reschedule|set|put|turn|prefer|do|have|try)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:instead|in future|from now on|going forward|(?:works?|suits?(?: us| me)?|(?:is|would be|'d be)) better"
    r"(?: for (?:us|me|both of us))?)\W*$",
    re.IGNORECASE,
)


_MAKE_IT = re.compile(
    r"\W*(?:(?:please|can|could|we|let's|lets)\W+)*(?:make|keep) (?:it|them|these|those)\b", re.IGNORECASE
)


RULES = (rule(r"(?P<text>.{6,160})", _changed, polite=False),)
