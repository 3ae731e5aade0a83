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
# Under a recap words take it as it is where they are nothing but these, and one of the first set. No word that denies,
# doubts, compares or names a line may ever stand here.
_TAKES = frozenset({
    *("right", "correct", "good", "fine", "perfect", "great", "ok", "okay", "accurate", "true", "complete", "spot-on"),
    *("faithful", "fair", "nice", "excellent", "super", "exactly", "accept", "accepted", "confirm", "confirmed"),
    *("agree", "agreed", "happy", "content", "satisfied", "endorse", "take", "keep", "leave", "stands", "yes", "yep"),
    *("yeah", "unchanged", "spot", "lovely"),
})  # fmt: skip
_BESIDE = frozenset({
    *("i", "we", "i'm", "i've", "it", "this", "that", "it's", "that's", "thats", "its", "all", "all's", "everything"),
    *("the", "your", "a", "an", "such", "recap", "summary", "minutes", "notes", "record", "is", "are", "was", "were"),
    *("am", "be", "they", "as", "like", "so", "how", "what", "said", "looks", "look", "seems", "reads", "sounds", "on"),
    *("very", "really", "quite", "just", "totally", "completely", "hereby", "gladly", "happily", "fully", "can"),
    *("will", "would", "have", "has", "to", "for", "by", "with", "from", "of", "in", "full", "me", "my", "mine"),
    *("side", "end", "please", "kindly", "pls", "thanks", "thank", "you", "thx", "now", "well", "then", "and", "here"),
})  # fmt: skip
_NOTHING = re.compile(
    r"\b(?:no|nothing)(?: further| more| other)?(?: to)? "
    r"(?:changes?|corrections?|objections?|remarks?|comments?|correct|change|add)(?: needed)?\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.!;,:\n–—()]+|\s-\s")
_INVERTED = frozenset({"is", "are", "was", "were", "how", "what", "will", "would", "can"})  # "is that right"


def taken(whole: str, reading: Reading) -> Command | None:
    """ "ok looks right", "all fine that, leave it as it is" under a recap takes it as it is; it sends nothing."""
    if reading.answering != "recap" or len(whole) > _LONGEST or "?" in whole:
        return None
    parts = [
        re.findall(r"[\w'-]+", part.lower())
        for part in _CLAUSE.split(_NOTHING.sub("fine", whole))
        if not is_bare_thanks(part)
    ]
    said = [words for words in parts if words]
    known = all(word in _TAKES or word in _BESIDE for words in said for word in words)
    takes = any(word in _TAKES for words in said for word in words)
    return Command(Verb.YES, line=whole) if known and takes and said[0][0] not in _INVERTED else None


_LONGEST = 160  # characters
