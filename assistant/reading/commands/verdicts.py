"""What a protégé says of a talk in plain words: "it fits!!", "not a fit", "she agreed to everything" (L26, L28)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.meetings import terms
from assistant.reading.commands.rules import Line, Make, rule

_IT = r"(?:it|she|he|they|that|this|we)"
_SURE = r"(?:really |totally |definitely |absolutely |so |just |clearly |surely |i think )*"
_GOOD = r"(?:an? )?(?:(?:very )?(?:good|great|perfect|lovely) )?"
_FITS = rf"(?:i think |i'd say )?{_IT}(?:'s| is| was| are|'re)? {_SURE}{_GOOD}"


def _fit(op: str) -> Make:
    def make(match: re.Match[str], line: Line) -> Command | None:
        if line.reading.under_draft:
            return None  # there the draft may be what does not fit
        return Command(Verb.FIT, line.reading.thread, op=op, text=line.more, line=match[0])

    return make


RULES = (
    rule(
        rf"(?:yes|yep|yeah)?[,!. ]*{_FITS}(?:fits|fit|match)(?: (?:me|well|great|perfectly"
        rf"|really well))?[!,. ]*(?:yes)?",
        _fit("yes"),
    ),
    rule(
        rf"(?:no|nope)?[,!. ]*(?:i think )?{_IT} (?:doesn't|does not|didn't|did not|won't) (?:really |quite )?fit",
        _fit("no"),
    ),
    rule(
        r"(?:no|nope)?[,!. ]*(?:it's |she's |he's |it is |it was )?(?:not"
        r"|no) (?:really )?(?:an? )?(?:good )?(?:fit|match)",
        _fit("no"),
    ),
    rule(
        r"(?:not sure|unsure|don't know|maybe|perhaps)(?: yet)?,? (?:if |whether |that )?(?:it|she|he"
        r"|we) (?:fits?|is a (?:good )?fit)",
        _fit("maybe"),
    ),
    rule(
        r"{who} (?:has )?agreed to (?:everything|all(?: of it)?|it all|the terms|all the terms|your terms"
        r"|that)(?P<text>[,.!]? ?.*)",
        terms(Verb.AGREED),
    ),
)
_RIGHT = re.compile(
    r"(?:(?:ok|okay|yes|yep|yeah|great|perfect|super|nice|thanks|thank you|all|it|that|this|everything|is|was|looks?"
    r"|seems?|that's|it's|thats|its|all's)[\s,.!:–—-]+)*"
    r"(?:right|good|correct|fine|perfect|great|ok|okay|accurate|spot on|exactly right|all good|as it (?:is|was)"
    r"|take it)"
    r"(?:[\s,.!]+(?:to me|thanks|thank you|thx|like that|as it is))*[\s.!👍🙂]*",
    re.IGNORECASE,
)


def taken(whole: str, reading: Reading) -> Command | None:
    """ "ok looks right" under a recap takes it as it is; it sends nothing."""
    if reading.answering != "recap" or len(whole) > 60 or not _RIGHT.fullmatch(whole.strip()):
        return None
    return Command(Verb.YES, line=whole)
