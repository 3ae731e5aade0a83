"""Which of the times that we offered a person takes: "the second one works", "either is fine", "the later one".

Only an answer that says nothing else counts: one more word ("not the first one", "the second, if we can make it
shorter") is left to the reader of answers.
"""

from __future__ import annotations

import re

from assistant.reading.commands.body import plain, straight
from assistant.reading.spelling import spelt

_LONGEST = 140
_NTH = {
    "first": 1, "1st": 1, "earlier": 1, "earliest": 1, "former": 1, "one": 1, "1": 1,
    "second": 2, "2nd": 2, "two": 2, "2": 2,
    "third": 3, "3rd": 3, "three": 3, "3": 3,
    "last": -1, "later": -1, "latest": -1, "latter": -1,
}  # fmt: skip
_OF_TWO = frozenset({"earlier", "former", "later", "latter"})
_ALL = frozenset({"either", "whichever", "any", "both", "all", "each", "whatever"})
_PLACE = r"(?:first|1st|second|2nd|third|3rd|last|latest|earliest|earlier|later|former|latter|middle)"
_BARE_PLACE = r"(?:first|1st|second|2nd|third|3rd)"
_ROW = r"(?:option|number|no\.?|slot|choice) (?:one|two|three|[123])\b"
_NOUN = r"(?:one|option|slot|time|date|choice|day)"
_TAKES = r"(?:works?|suits?|fits?|is|would|looks|sounds|seems|please|for|or|and)"
# Bare words mean other things: "first, thank you", "talk later", "all the best", "all good".
_CHOICE = re.compile(
    rf"\bthe (?P<the>{_PLACE})\b(?! of all)|\b(?P<noun>{_PLACE})(?=,? {_NOUN}\b)"
    rf"|\b(?P<takes>{_BARE_PLACE})(?= {_TAKES}\b)|^(?P<alone>{_BARE_PLACE})\W*$|\b(?P<row>{_ROW})|(?P<mark>#[123])"
    r"|\b(?P<any>either|whichever|both)\b"
    r"|\b(?P<some>any|all|each)(?= (?:of|one|time|day|work|three|two|fine|suit|fit)\b)"
    r"|\b(?P<free>whatever)(?= (?:works|suits|is best|you prefer)\b)|(?<= or )(?P<or>" + _BARE_PLACE + r")\b",
)
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    a about absolutely actually again ahead all also and another any are as at be best better both brilliant but by can
    cheers choice choose choosing convenient could date dates day dear do does doing each easier easiest either
    excellent fine fits for forward free from go going good great happy hello hi i i'd i'll i'm if in is it it's
    just kind kindly let let's like look looking love made make makes me meet meeting most much my nice number
    of ok okay on one ones option options or our over perfect perfectly pick please prefer preferably problem
    really regards robin see seems she should slot slots sounds speak suit suited suits sure take talk thank
    thanks that that'd that's the them then these they this those three time times to too two up us very want we
    we'll well whatever which whichever will wins with wonderful work works would yep yes you you'd your yours
    """,
    )
)
# Any other "no" takes nothing: "no to both", "the first one is no good".
_NO_PROBLEM = re.compile(r"\bno problem\b[.,!]*")
_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:st|nd|rd|th)?|\S")
_MARKS = frozenset(".,;:!-–—()'\"#")


def nth_offered(text: str, count: int, names: tuple[str, ...] = ()) -> tuple[int, ...]:
    """The numbers of the times, from 1 on, that the whole of `text` takes; () where it says anything else.

    count: how many were offered. names: words that are names, of the writer and the reader."""
    words = spelt(" ".join(straight(plain(text).text or text).split())).lower()
    words = _NO_PROBLEM.sub("", words)
    if count < 1 or not words or len(words) > _LONGEST:
        return ()
    known = _WORDS | _ALL | _NTH.keys() | {"middle", "soon", *(name.lower() for name in names)}
    if not all(token in known or token in _MARKS for token in _TOKEN.findall(words)):
        return ()
    said = [choice[0] for choice in _CHOICE.finditer(words)]
    found = {number for choice in said for number in _numbers(choice, count)}
    return tuple(sorted(found)) if all(1 <= number <= count for number in found) else ()


def _numbers(said: str, count: int) -> tuple[int, ...]:
    """What one choice stands for; a number that was not offered where it stands for none."""
    word = re.findall(r"[a-z]+\b|\d\w*", said)[-1]
    if word in _ALL:
        return tuple(range(1, count + 1))
    if word == "middle":
        return (count // 2 + 1,) if count % 2 else (0,)
    if word in _OF_TWO and count != 2:
        return (0,)  # of three "the later one" may be two
    number = _NTH[word]
    return (count if number == -1 else number,)
