"""What may be a wish to be left alone though no rule of a stop knows its words: read by signs, not by sentences.

A missed stop is the worst fault (`policy.md`), and nobody lists all its wordings. Plain signs (`stop_signs.py`) are
heeded unless an hour, a day or an address makes the answer surely something else; faint ones only where the protégé
would be asked anyway. What nothing explains, and is not friendly, may be one too. All are asked, never acted on.
"""

from __future__ import annotations

import re

from assistant.mentoring.facts import Answer, Meaning
from assistant.reading.absence_words import spoken
from assistant.reading.answers.hardship import is_hard_news
from assistant.reading.answers.stop_grammar import denies
from assistant.reading.answers.stop_sets import LOOKS
from assistant.reading.answers.stop_signs import FAINT, FRIENDLY, ORDERS, PLAIN, SOURCE
from assistant.reading.folding import fold

_CURIOUS = re.compile(r"curio\w+|if i may|may i ask|wonder|\?[^?]*\?|thank|glad|nice|happy|interest", re.IGNORECASE)
_AT_US = re.compile(
    r"\b(?:you|your|yours|me|us|this|these|him|her|she|he|never|nobody|nothing|no|not|\w+n't|without|lack"
    r"|strangers?|forgotten)\b",
    re.IGNORECASE,
)
# Kind words that take something back: "You'll do well, but …".
_TURNS = re.compile(
    r"\b(?:but|without|rather|enough|plenty|anybody|anyone|nobody|never|two|three|forget|quiet)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:yes|yeah|yep|sure|ok|okay|fine|gladly|let's|shall we|looking forward|want to|would like to|i'd like to"
    r"|love to|think|try|my advice|attached|late|curious|funny|interest\w*|thank\w*|love|congrat\w*|proud)\b",
    re.IGNORECASE,
)
_FEW, _SHORT = 8, 40  # words
_LONGEST = 2_000  # characters in which a sign is looked for


def may_be_stop(found: Answer, text: str, counts: str, *, timed: bool, dated: bool) -> bool:
    """Whether what was read as something else must be asked as a possible stop. counts: the text without chatter.

    timed: the text proposes an hour; dated: it names a day. Hard news stays hard news: then everything waits anyway."""
    if _is_surely_else(found, timed=timed) or is_hard_news(text):
        return False
    if _bears_signs(text) or (found.meaning is Meaning.NO and ORDERS.search(_bare(text))):
        return True
    if found.certain:
        return False
    unexplained = found.meaning is Meaning.OTHER and not dated
    return bool(FAINT.search(_bare(counts))) or (unexplained and (_is_cold(counts) or _is_strange(counts)))


def _bears_signs(text: str) -> bool:
    """Whether a text bears a plain sign of a wish to be left alone, whatever else it says."""
    bare = _bare(text)
    return any(signs.search(bare) for signs in PLAIN) or bool(SOURCE.search(bare) and not _CURIOUS.search(text))


def _bare(text: str) -> str:
    """Without what only shares the words of a stop; who wants peace says so soon."""
    return LOOKS.sub(" ; ", text[:_LONGEST])


def _is_surely_else(found: Answer, *, timed: bool) -> bool:
    """A day to come back on, somebody's address, an hour: nobody who wants peace gives these."""
    if found.referral is not None and found.referral.email:
        return True
    if found.meaning is Meaning.LATER and found.certain:
        return True
    return timed and found.meaning is not Meaning.NO


def _is_cold(text: str) -> bool:
    """Whether words that nothing else explains are neither friendly nor a question: very few, or said at somebody."""
    count = len(text.split())
    if FRIENDLY.search(text) and (_AGREES.search(text) or not _TURNS.search(text)):
        return False
    return (count <= _FEW or (count <= _SHORT and bool(_AT_US.search(text)))) and "?" not in text


def _is_strange(text: str) -> bool:
    """Whether a short text in another language denies or counts what reaches its writer."""
    told = "?" in text or FRIENDLY.search(text) or not denies(text)
    return len(text.split()) <= _SHORT and not told and spoken(fold(text))[0].tag != "en"
