"""Whether few words around a day ahead and its time say that one meets then: "back here Tue 6 Oct, 8pm", "see u 9/12".

What people call meeting again has no end; what is left of such a line without its day and time is always short."""

from __future__ import annotations

import itertools
import re

from assistant.reading.dates import Moment, dates
from assistant.reading.notes.again import NOUN
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.when import start_of

LONGEST = 160
MOST_OTHER = 3  # words that name a place, or what one does there
_AGAIN = frozenset(
    [
        "c",
        "again",
        "back",
        "next",
        "nxt",
        "same",
        "see",
        "seeing",
        "cu",
        "cya",
        "meet",
        "meets",
        "until",
        "till",
        "reconvene",
        "resume",
        "preponed",
        "postponed",
        "moved",
        "rescheduled",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "c",
        "an",
        "and",
        "at",
        "her",
        "here",
        "him",
        "his",
        "i",
        "in",
        "is",
        "it",
        "it's",
        "let's",
        "me",
        "my",
        "of",
        "on",
        "our",
        "ours",
        "so",
        "the",
        "then",
        "there",
        "they",
        "this",
        "to",
        "u",
        "us",
        "we",
        "we'll",
        "we're",
        "will",
        "with",
        "ya",
        "you",
        "your",
        "x",
        "okay",
        "ok",
        "both",
        "two",
        "agreed",
        "booked",
        "fixed",
        "was",
        "for",
        "arranged",
        "scheduled",
        "planned",
        "set",
        "diary",
        "now",
    ]
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|h\b|hrs?\b)?|\b(?:noon|o'clock|midday|morning|afternoon"
    r"|evening|pm|am)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(NOUN, re.IGNORECASE)
# It is done until then, it is a wish, or somebody else comes.
_ELSE = re.compile(
    r"\b(?:by|before|due|deadline|if|maybe|perhaps|might|not|no|never|(?:was|were)(?! (?:also |then )?(?:fixed"
    r"|set|agreed|booked|arranged|scheduled|planned))|had|did|(?:my|her|his"
    r"|their|the) next (?:exam|deadline|\w+ing)|my next|until (?:i|she|he)|her \w+ing)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def meets(text: str, names: Cast, moment: Moment) -> bool:
    """Whether a line or clause says no more than when, and perhaps where, one meets again."""
    if len(text) > LONGEST or _ELSE.search(text) or start_of(text, moment) is None:
        return False
    said = in_english(text)
    for one in sorted(dates(said, moment), key=lambda found: -found.start):
        said = f"{said[: one.start]} {said[one.end :]}"
    words = [word.replace("’", "'") for word in _WORD.findall(_TIME.sub(" ", said))]
    other = [word for word in words if word.lower() not in _SMALL | _AGAIN and names.role(word) != "mentor"]
    nouns = [word for word in other if _NOUN.fullmatch(word)]
    if not _AGAIN.isdisjoint(word.lower() for word in words):
        return len(other) - len(nouns) <= MOST_OTHER and not _meets_another(words, names)
    return bool(nouns) and len(other) == len(nouns)


def _meets_another(words: list[str], names: Cast) -> bool:
    """Whether somebody else is met: "see Lee again on 4 May at 3"."""
    for verb, whom in itertools.pairwise(words):
        if verb.lower() in {"see", "seeing", "meet", "meets", "with"} and whom.lower() not in _SMALL | _AGAIN:
            return names.role(whom) != "mentor"
    return False
