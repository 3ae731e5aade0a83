"""Where a meeting is, changed in words: "change the place to Café Luna", "next meeting by video" (L29)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.rules import Line, about, person, rule
from assistant.reading.dates import at, clock

_MEETINGS = r"(?:meetings|calls|talks|sessions|series|of them|of those)"
_WHAT = (
    rf"(?P<what>(?:the |our |my )?(?:next )?(?:meeting|call|talk|session|coffee|one)|it"
    rf"|(?:all |every )?(?:of )?(?:the |our |my )?{_MEETINGS})(?: with {{who}})?"
)
_BY = r"(?:on |over |via |by |in |at |a |the )"
# What can be nothing but a way to meet: everything else needs the word "place", or "from now on".
_MEDIUM = (
    r"(?P<text>(?:a )?(?:video(?: ?(?:call|chat))?|(?:tele)?phone(?: call)?|zoom|(?:microsoft |ms )?teams|google meet"
    r"|skype|facetime|webex|jitsi)(?: https://\S{4,200})?)"
)


def _place(match: re.Match[str], line: Line) -> Command | None:
    who = person(match, line)
    text = match["text"].strip(" .!,;")
    if who is None or not line.reading.meets or not text or at(text, line.reading.moment) or clock(text):
        return None
    what = (match.groupdict().get("what") or "").lower()
    whole = "on" if not what and match.groupdict().get("always") else what
    scope = "series" if whole == "on" or re.search(rf"\b{_MEETINGS}$", whole) else "next" if "next" in what else ""
    command = replace(about(Verb.MEET, who, line, op="place"), place=text)
    return replace(command, fields=(("scope", scope),)) if scope else command


RULES = (
    rule(
        rf"(?:change|set|switch|update|move) (?:the |our )?(?:place|location|venue)"
        rf"(?: (?:of|for) {_WHAT})?? to (?P<text>.{{2,120}})",
        _place,
    ),
    rule(
        rf"(?:(?:make|do|have|hold|move|switch|change) )?{_WHAT}(?: (?:is|will be|should be|takes place))?"
        rf" {_BY}?{_MEDIUM}",
        _place,
    ),
    rule(rf"(?:move|switch|change) {_WHAT} to {_MEDIUM}", _place),
    rule(rf"(?:meet|talk) {_BY}{_MEDIUM}(?P<what> next time)", _place),
    rule(
        r"(?:we(?:'ll| will)? )?meet (?:at |in |on |by )(?P<text>.{2,120}?) (?P<always>from now on|from here on)",
        _place,
    ),
    rule(r"(?P<always>from now on),? (?:we(?:'ll| will)? )?meet (?:at |in |on |by )(?P<text>.{2,120})", _place),
)
