"""A "no" that refuses, and one that only belongs to its noun: "no problem", "no rush", "no one" (`language.md`).

What stands behind it decides: it refuses at the end of a clause, or where an answer goes on in a way that is known.
"""

from __future__ import annotations

import re

# What makes no refusal even behind a comma: "no, problem solved", "no - worries".
NOUN = (
    r"(?:probs?|problem\w*|problè\w*|worr(?:y|ies)|rush|hurry|hassle|bother|trouble|stress|pressure|dramas?|need"
    r"|issues?"
    r"|matter|harm|big deal|objections?|one|body|doubts?|ideas?|clue|way|chance|fear|biggie|sweat|offen[cs]e|pasa|hay"
    r"|questions? asked|hard feelings)"
)
# What is refused: us, or our wish; "no to the cake" is a tale.
_OURS = (
    r"(?:me|us|it|this|that|(?:(?:my|our|the|an?|your) )?(?:\w+ )?(?:invit|propos|request|ask|mentor|meet|idea"
    r"|coffee|talk"
    r"|question|offer|note|mail|e-mail|letter|call|chat)\w*|help\w*|be(?:ing|coming)? )"
)
_GOES_ON = (
    rf"(?:thanks|thank|thx|sorry|unfortunately|sadly|regret\w*|alas|to {_OURS}|for (?:now|good|this|the moment|lack"
    rf"|want"
    r"|personal|family|health|time|work)|because|as|since|due|today|yesterday|tonight|this|last|already|again|straight"
    r"|right|flat|outright|politely|kindly|nicely|on|over|by|via|in|at|from|with (?!a problem)|after|when|while|and|so"
    r"|s?he|they|his|her|their|too|also|i'm|i am)"
)
_FACES = "\U0001f300-\U0001faff\u2600-\u27bf"
_ENDS = rf"(?:\s*(?:$|[.!,;:)(–—{_FACES}-]+(?!\s*{NOUN}\b))|\s+{_GOES_ON}\b)"
NO = rf"(?:nope|nah|no)(?={_ENDS})"  # for other patterns
_BELONGS = re.compile(rf"\W*no\b(?!{_ENDS})", re.IGNORECASE)


# It agrees to whatever stands beside it, and to nothing by itself.
EASY = re.compile(r"\bno (?:problem|worries|trouble|bother|issue)\b(?: at all)?(?=\s*[,.!;–—-])", re.IGNORECASE)


def belongs_to_noun(words: str) -> bool:
    """Whether words begin with a "no" that refuses nothing: "no worries about the delay"."""
    return bool(_BELONGS.match(words))
