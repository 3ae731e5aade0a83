"""How people say stop: a stop is never missed, and what may be one is asked."""

from __future__ import annotations

import re

from assistant.reading.answers.stop_clauses import in_clauses
from assistant.reading.answers.stop_grammar import stops_by_grammar

# A complaint (`policy.md`: stop, complaint): said of this mail in a clause of its own, or as the whole answer.
_SPAM = r"(?:spam|scam|phishing|junk(?: ?mail)?|abuse|harassment)"
_THIS = (
    r"(?:this|that|it|you|your (?:e-?mails?|mails?|messages?|address|account)|this (?:e-?mail|mail|message|sender"
    r"|address))"
)
COMPLAINS = re.compile(
    rf"(?:^|[.!;,]\s|\band )\s*(?:sorry,? |hi,? |hello,? )?(?:(?:this|that|it)(?:'s| is) (?:just |clearly |pure |plain "
    rf"|obvious(?:ly)? |nothing but |unwanted |unsolicited |a )*{_SPAM}"
    rf"|(?:i(?:'m| am|'ve| have|'ll| will)? )?(?:now |just |hereby |already |going to )?(?:report|flag|mark)(?:ing|ed)?"
    rf" {_THIS}(?: (?:as|for|to) (?:the )?(?:{_SPAM}\S*|google|gmail|microsoft|outlook|your (?:provider|host|employer)"
    r"|my (?:provider|it)|it|security|the police|police))?"
    rf"|(?:this is |c'est (?:du )?|das ist (?:ja )?(?:reiner )?|esto es |questo è |isso é |dit is |to jest )(?:un "
    rf"|ein )?"
    rf"{_SPAM})"
    r"(?=\s*(?:[.,;!]|$|and\b|i\b|je\b|ich\b|lo\b))",
    re.IGNORECASE,
)
_ONLY_COMPLAINS = re.compile(
    rf"(?:i(?:'ve| have) )?(?:(?:reported|blocked|flagged|marked|deleted)(?: (?:and|,|&) (?:reported|blocked|deleted))?"
    rf"(?: {_THIS})?(?: as {_SPAM}| to {_SPAM})?|{_SPAM}|reporting(?: {_THIS})?(?: as {_SPAM})?)[\s.!]*",
    re.IGNORECASE,
)
# "How did you get this address? Delete it.": what is deleted is the address.
_ASKS_HOW_FOUND = re.compile(
    r"\b(?:how|where|why|from whom|who)(?: on earth| the hell| in the world)?(?: (?:did|do|have|had|gave)"
    r"|'d)(?: you)?(?: even"
    r"| ever)?"
    r" ?(?:get|got|gotten|find|found|obtain(?:ed)?|dig up|dug up|come by|came by|have|you)? (?:hold of )?(?:my|this"
    r"|our|her|his) (?:\w+ ){0,2}?(?:address"
    r"|e-?mail|mail|number|details|contact|name|data)\b",
    re.IGNORECASE,
)


def stops(words: str) -> str:
    """ "certain", "maybe" or "": a stop is never missed, and one that may have an end or another object is asked."""
    if COMPLAINS.search(words) or _ONLY_COMPLAINS.fullmatch(words.strip()):
        return "certain"
    by_grammar = stops_by_grammar(words)
    found = "certain" if by_grammar == "certain" else in_clauses(words) or by_grammar
    return "certain" if found and _ASKS_HOW_FOUND.search(words) else found
