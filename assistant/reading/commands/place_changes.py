"""Where a meeting is, changed in words: "next one at Café Luna", "place for 5 january: her office" (L29).

Which meeting is meant is for `which_meeting`. A place is what is named as one, a way to meet ("by video"), a link, or
words that begin like a place ("at the library", "in her office"): a time or a tale is none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.commands.since import SINCE, first_day
from assistant.reading.commands.which_meeting import Meant, named_meeting
from assistant.reading.dates import at, clock

_URL = r"https?://[^\s<>\"]{4,300}"
_MEDIUM = (
    r"(?:an? )?(?:video(?: ?(?:call|chat))?|(?:tele)?phone(?: call)?|zoom|(?:microsoft |ms )?teams|google meet"
    rf"|skype|facetime|webex|jitsi|online|remote|in person|face to face)(?: link)?(?:[:,]? {_URL})?|{_URL}"
)
_IS_MEDIUM = re.compile(rf"(?:on|over|via|by|in|at|a|the|through)? ?(?P<place>{_MEDIUM})", re.IGNORECASE)
_WORD = r"(?:place|location|venue|room|link|address)"
# "At 5", "in two weeks", "at lunch" tell when; "in Lisbon was great" is a tale.
_NO_PLACE = re.compile(
    r"\b(?:was|were|went|had|has|have|is|are|will|did|said|says|noon|midday|lunch(?:time)?|breakfast|dinner|night|least"
    r"|last|once|first|same time|future|general|time|weeks?|months?|days?|hours?|minutes?|usual time|earlier|later)\b"
    r"|\b(?:i|we|she|he|they|you|how|that|which|why|because|\w{3,}ed(?=.))\b|instead|\?.|^\d{1,2}(?:[:.h]\d\d)?(?!\d)",
    re.IGNORECASE,
)
_LONGEST_PLACE = 8  # words; what is longer is a sentence


def _place(words: str, line: Line, *, named: bool) -> str:
    """The place that these words are; "" for a time, a tale, a question. named: they stand behind the word "place"."""
    text = words.strip(" .!,;:?")
    if medium := _IS_MEDIUM.fullmatch(text):
        return medium["place"].strip()
    bare = re.sub(r"^(?:to|at|in|on|is|@)\s+", "", text, flags=re.IGNORECASE)
    told = re.sub(_URL, "", bare)
    if not bare or clock(told) or (not named and (len(bare.split()) > _LONGEST_PLACE or _NO_PLACE.search(told))):
        return ""
    found = at(told, line.reading.moment)
    return "" if found is not None and (not named or found.first is not None or found.ask) else bare


def _command(meant: Meant, place: str, line: Line, since: date | None = None) -> Command:
    fields = tuple(
        (name, "series" if (name, value) == ("scope", "all") else value)
        for name, value in meant.fields
        if name != "noun" or value == "coffee"
    )
    nouns = dict(meant.fields).keys() & {"noun"}
    fields = fields or ((("scope", "next"),) if nouns and "next" in line.text.lower() else ())
    return replace(about(Verb.MEET, meant.who, line, op="place"), place=place, fields=fields, day=since)


def _made(what: str, words: str, line: Line, *, named: bool = True) -> Command | None:
    """The command for "what" at "words"; None where either is something else."""
    meant = named_meeting(what, line) if what.strip() else Meant(Who(line.reading.thread), ())
    place = _place(words, line, named=named)
    if meant is None or not place or not line.reading.meets or dict(meant.fields).get("scope") == "person":
        return None
    if " " in dict(meant.fields).get("of", "") and "meeting of" not in what.lower():
        return None  # "coffee thu 9:15 @ Blue Bottle" is a new one
    return _command(meant, place, line)


def _said(match: re.Match[str], line: Line) -> Command | None:
    """ "change the place of … to X", "place for 5 january: her office"."""
    return _made(match.groupdict().get("what") or "", match["text"], line)


_IN = re.compile(
    rf"\s(?:is |will be |should be |takes place |to be |to )?(?P<place>(?:at|in|@) .+|(?:on |via |by |over |in |at )?"
    rf"(?:{_MEDIUM}))",
    re.IGNORECASE,
)


def _there(match: re.Match[str], line: Line) -> Command | None:
    """ "next one at Café Luna", "the 1 december one is online: https://…", "make tuesday's call by phone"."""
    text = re.sub(r"\s(?:instead|this time|then)$", "", match["text"].rstrip(" .!?"), flags=re.IGNORECASE)
    for split in _IN.finditer(text):
        what = text[: split.start()]
        if what.strip() and split.end() == len(text) and (made := _made(what, split["place"], line, named=False)):
            return made
    return None


def _next_time(match: re.Match[str], line: Line) -> Command | None:
    """ "meet by video next time"."""
    return _made("the next one", match["text"], line, named=False)


def _always(match: re.Match[str], line: Line) -> Command | None:
    """ "we meet at Café Luna from now on", "from next month we meet at her office"."""
    since = SINCE.search(match["since"])
    place = _place(match["text"], line, named=False)
    if not place or not line.reading.meets:
        return None
    meant = Meant(Who(line.reading.thread), (("scope", "series"),))
    return _command(meant, place, line, first_day(since["day"], line) if since else None)


_FROM = r"(?P<since>(?:from|starting|as of)(?: in| with| on)? [\w ]{3,24}?(?: on(?:wards?)?)?)"
_MEET = r"(?:(?:we(?:'ll| will)? |i )?meet(?: (?:her|him|them))?|(?:we're|we are) meeting)"

RULES = (
    rule(
        rf"(?:change|set|switch|update|move) (?:the |our )?{_WORD}(?: (?:of|for) (?P<what>.{{2,60}}?))? to"
        r" (?P<text>.{2,300})",
        _said,
    ),
    rule(
        rf"(?:the |our |new )*{_WORD}(?: (?:of|for) (?P<what>.{{2,60}}?))?(?: is(?: now)?|:| =) (?P<text>.{{2,300}})",
        _said,
    ),
    rule(rf"(?:switch|change|move|go) to (?P<text>{_MEDIUM}) for (?P<what>.{{3,60}})", _said),
    rule(rf"{_MEET} (?P<text>(?:(?:by|on|over|via) )?.{{2,80}}?) (?P<since>next time)", _next_time),
    rule(rf"{_MEET} (?P<text>(?:at |in |on |by |via |over )?.{{2,300}}?) {_FROM}", _always),
    rule(rf"{_FROM},? {_MEET} (?P<text>(?:at |in |on |by |via |over )?.{{2,300}})", _always),
    rule(r"(?:(?:make|do|have|hold|put|move|switch|change|let's do|let's have) )?(?P<text>.{4,340})", _there),
)
