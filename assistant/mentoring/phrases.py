"""Putting the protégé's own words into a sentence to somebody, without adding any."""

from __future__ import annotations

import re

VERBS = frozenset(
    (
        *("become", "be", "lead", "run", "build", "write", "move", "manage", "get", "learn", "start", "change", "grow"),
        *("design", "own", "found", "make", "work", "teach", "help", "create", "develop", "launch", "sell", "speak"),
        *("join", "earn", "finish", "publish", "find", "understand", "improve", "switch", "go", "do", "have", "open"),
        *("set", "negotiate"),
    )
)
OPENERS = re.compile(
    r"^(?:in (?:two|2) years,?\s+)?"
    r"(?:i(?:'d| would|’d)? (?:want|like|hope|wish|love|plan|need)\s+to\s+|my goal is to\s+|to\s+)"
    r"(?:be able to\s+)?|^be able to\s+",
    re.IGNORECASE,
)
ABOUT_HER = re.compile(r"\b(she|he|her|his|hers|their|theirs|they|them|him)\b", re.IGNORECASE)
NO_NOUN = frozenset(("in", "on", "at", "to", "for", "about", "with", "when", "and", "or", "but", "that", "is", "was"))


def clause(text: str) -> str:
    """A sentence without its final stop and with single spaces, so that it fits where a sentence goes on."""
    return " ".join(text.split()).rstrip(" .;,")


def phrase_of_aim(goal: str) -> str:
    """ "I want to lead a pricing team" -> "to lead a pricing team"; a noun stays: "a role in pricing"."""
    text = clause(goal)
    rest = OPENERS.sub("", text, count=1)
    first = rest.split(" ", 1)[0].lower()
    if first in VERBS or rest != text:
        return f"to {rest[:1].lower()}{rest[1:]}" if rest else ""
    return rest


def speaks_about(text: str) -> bool:
    """Whether the words speak *about* somebody ("her talk") rather than to them ("your talk")."""
    return ABOUT_HER.search(text) is not None


def addressed(text: str, first_name: str) -> str:
    """Words about a person turned into words to them: "her talk on pricing" -> "your talk on pricing".

    Only the sure cases: possessives before a word, subjects, "Minerva's". The draft is shown before it is sent.
    """
    words = re.sub(rf"\b{re.escape(first_name)}(?:'s|’s)(?=\s)", "your", text) if first_name else text
    words = re.sub(r"\b(?:his|their)\b(?=\s+\w)", "your", words, flags=re.IGNORECASE)
    words = re.sub(
        r"\bher\b(?=\s+(\w+))",
        lambda m: "you" if m.group(1).lower() in NO_NOUN else "your",
        words,
        flags=re.IGNORECASE,
    )
    words = re.sub(r"\b(?:she|he) (?:is|'s)\b", "you are", words, flags=re.IGNORECASE)
    words = re.sub(r"\b(?:she|he) was\b", "you were", words, flags=re.IGNORECASE)
    words = re.sub(r"\b(?:she|he) has\b", "you have", words, flags=re.IGNORECASE)
    words = re.sub(r"\b(?:she|he)\b", "you", words, flags=re.IGNORECASE)
    return re.sub(r"\b(?:her|him)\b", "you", words, flags=re.IGNORECASE)
