"""What a protégé says of a talk in plain words: "it fits!!", "not a fit", "she agreed to everything" (L26, L28)."""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.context import Reading
from assistant.reading.commands.courtesy import is_bare_thanks
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
    """ "ok looks right", "I accept it as is" under a recap takes it as it is; it sends nothing."""
    if reading.answering != "recap" or len(whole) > 160 or "?" in whole:
        return None
    parts = [part.strip() for part in _BETWEEN.split(whole) if part.strip()]
    kinds = [bool(_RIGHT.fullmatch(part) or _TAKES.fullmatch(part)) for part in parts if not is_bare_thanks(part)]
    return Command(Verb.YES, line=whole) if kinds and all(kinds) else None


_BETWEEN = re.compile(r"[.!;,:\n–—()]+|\s-\s|\band\b", re.IGNORECASE)
_RECAP = (
    r"(?:it|this|that|all(?: of (?:it|this|that))?|everything|(?:(?:the|this|your) )?(?:\w+ )?(?:recap"
    r"|summary|minutes|notes|record))"
)
_AS_IS = (
    r"(?: (?:exactly |just )?(?:as (?:it )?(?:is|was|stands|written)|like (?:this|that)|so|unchanged|now"
    r"|in full|please))*"
)
_TAKES = re.compile(
    rf"(?:please |kindly |pls )?(?:i |we )?(?:(?:hereby|gladly|happily|can|fully|will|would) )*(?:accept|take"
    rf"|confirm|agree (?:with|to)|keep|leave"
    rf"|endorse|am (?:happy|fine|ok|okay|content|satisfied) with) {_RECAP}{_AS_IS}"
    rf"|{_RECAP}(?:'s| is| are| was| looks?| seems?| reads?)(?: (?:all|very|quite|just|exactly|totally|completely))*"
    rf" (?:right|good|correct|fine|perfect|great|ok|okay|accurate|complete|true|accepted|agreed|spot on|faithful)"
    rf"(?: (?:to|for|by|with) me| as (?:it |they )?(?:is|was|are|were))*"
    rf"|(?:i have |i've |there(?:'s| is|'re| are) )?(?:no|nothing)(?: further| more| other)?(?: to)?"
    rf" (?:changes?|corrections?|objections?|remarks?|comments?|correct|change|add)(?: (?:from me|here|needed))*"
    rf"|(?:an? )?(?:very |really |such an? )*(?:good|great|nice|perfect|excellent|fair|faithful) (?:recap"
    rf"|summary|record|minutes)"
    rf"|accepted(?: as (?:it )?is)?|agreed|i agree|yes|ok|okay|good|well|so",
    re.IGNORECASE,
)
