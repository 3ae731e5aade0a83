"""Verbs and pronouns when words about somebody become words to them: turned where grammar is certain, else not at all.

"she tries and watches" -> "you try and watch"; in "ask Lee about her plans" nobody can tell whose plans they are.
"""

from __future__ import annotations

import re

_BE = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go"}
_SAME = frozenset(
    {"focus", "discuss", "process", "plus", "thus", "perhaps", "always", "sometimes", "yes", "us", "this"}
)
_OBJECT = r"(?:me|us|it|you|him|her|them|the|an?|my|our|your|his|their|this|that|these|those|what|how|why|whether)"
_AND = r"(?:,? (?:and|or|but|then)(?: (?:also|then|always|never|often|only|even))?|,) "
_ADJACENT = re.compile(rf"^(?P<and>{_AND})(?P<verb>[a-z]{{3,}}s)\b(?!['’])", re.IGNORECASE)
_ALWAYS_VERBS = (
    r"(?:listens|speaks|talks|goes|comes|thinks|cares|stays|waits|gets|sees|knows|gives|takes|brings|says|is|was|has)"
)
_FURTHER = re.compile(rf"(?P<and>{_AND})(?P<verb>{_ALWAYS_VERBS}(?= \w)|[a-z]{{3,}}s(?= {_OBJECT}\b))", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[.;:!?\n]|\b(?:she|he|i|we|they|who|which|because|when|while|if|that)\b", re.IGNORECASE)
_PERSON = (
    r"(?:boss|manager|customer|client|colleague|friend|partner|wife|husband|sister|brother|mother|father|professor"
    r"|teacher|director|ceo|cto|founder|recruiter|candidate|coach|assistant|team lead|report|peer|investor|supplier)"
)
_DAYS = (
    r"(?:mon|tues?|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|i\b|q[1-4]|easter|christmas)"
)
# What stands before a name: "asked Lee", "with Lee".
_TOWARDS = (
    r"(?:ask(?:s|ed)?|tells?|told|call(?:s|ed)?|meets?|met|saw|heard|e?mail(?:s|ed)?|invite[sd]?|introduce[sd]?|intro"
    r"|contact(?:s|ed)?|show(?:s|ed)?|sends?|sent|thank(?:s|ed)?|ping(?:s|ed)?|writes?|wrote|text(?:s|ed)?"
    r"|with|to|for|from|about|via|like|and)"
)
_SINGLE = re.compile(r"\b(?P<word>he|she|her|hers|him|his)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:their|theirs|them|they)\b", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:team|people|everyone|everybody|both|(?:two|three|four|five|six|seven|eight|nine|ten|some|few|all|many|\d+)"
    r" \w+|(?!this\b|his\b|is\b|was\b|us\b|has\b|does\b)[a-z]{3,}[^s\W]s)\b",
    re.IGNORECASE,
)


def plural(verb: str) -> str:
    """The verb of the third person as "you" takes it, "tries" -> "try"; other words as they are."""
    lower = verb.lower()
    if lower in _BE:
        return _BE[lower]
    if lower in _SAME or not lower.endswith("s") or lower.endswith("ss"):
        return verb
    if lower.endswith("ies") and len(lower) > 4:
        return verb[:-3] + "y"
    if re.search(r"(?:ss|sh|ch|x|zz|o)es$", lower):
        return verb[:-2]
    return verb[:-1]


def clause_end(text: str, start: int) -> int:
    """Where the clause that goes on at `start` ends: what stands behind has a subject of its own."""
    match = _CLAUSE_ENDS.search(text, start)
    return match.start() if match else len(text)


def joined(rest: str) -> str:
    """What goes on behind a verb that was turned: "and watches the call" -> "and watch the call".

    Only right behind it, or before an object: in "likes cats and dogs" nothing is a verb."""
    rest = _FURTHER.sub(lambda m: m["and"] + plural(m["verb"]), rest)
    return _ADJACENT.sub(lambda m: m["and"] + plural(m["verb"]), rest, count=1)


def base(text: str, verbs: frozenset[str]) -> str:
    """A task in the third person as "I'll" takes it: "tries the memo and sends it" -> "try the memo and send it".

    verbs: those that a task begins with. Other words as they are: "calls with Lee" are no verb."""
    first, blank, rest = text.partition(" ")
    verb = plural(first)
    if verb == first or verb.lower() not in verbs:
        return text
    certain = re.match(rf"{_OBJECT}\b|[A-ZÀ-Þ\d]", rest) or _ADJACENT.match(f" {rest}")
    return f"{verb}{joined(f'{blank}{rest}')}" if certain else text


def whose(text: str, first_name: str) -> str:
    """The pronoun of which nobody can tell whether it is `first_name` or somebody else named before it; "" for none."""
    match = _SINGLE.search(text)
    if match is None:
        return ""
    name = re.escape(first_name) if first_name else "(?!)"
    named = re.compile(
        rf"\b{_TOWARDS}\s(?!(?i:{_DAYS})|{name}\b)[A-ZÀ-Þ][\w-]+|(?i:\b(?:my|the|an?|our|one)(?: \w+)? {_PERSON})\b"
    )
    for found in _SINGLE.finditer(text):
        if is_of_another(text, found.start(), first_name):
            continue
        if named.search(text, 0, found.start()):
            return found["word"]
    return ""


def is_of_another(text: str, start: int, first_name: str) -> bool:
    """Whether "his" at `start` is sure to be another's: "tell Sam and his team"."""
    match = re.search(r"(?P<name>[A-ZÀ-Þ][\w-]+) and $", text[:start])
    return match is not None and match["name"] != first_name


def is_many(text: str, start: int) -> bool:
    """Whether "they" at `start` are several who were named before: "call two customers and ask their opinion"."""
    return _MANY.search(text, 0, start) is not None
