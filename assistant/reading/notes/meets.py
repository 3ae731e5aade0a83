"""Whether words around a day ahead and its time say that one meets then: "back here Tue 6 Oct, 8pm", "she expects me".

What people call meeting again has no end, but such words are of few kinds: who meets (we, I and her), that it is again,
what one calls it, what one does then (meet, sit, come round), and where. Whatever else they hold is short."""

from __future__ import annotations

import re
from functools import cache

from assistant.reading.dates import Moment, dates
from assistant.reading.languages import phrases
from assistant.reading.notes.again import NOUN
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.day_words import in_english
from assistant.reading.notes.doing import DOING, THIRDS
from assistant.reading.notes.when import day_of, has_date, start_of

LONGEST = 200
MOST_OTHER = 3  # words that name a place, or what one does there
_AGAIN = frozenset({
    "again", "another", "back", "c", "cu", "cya", "moved", "next", "nxt", "postponed", "preponed", "reconvene",
    "reconvenes", "rescheduled", "resume", "resumes", "same", "seeing", "till", "until",
})  # fmt: skip
_US = frozenset({
    "both", "let's", "lets", "our", "ours", "ourselves", "parties", "us", "we", "we'd", "we'll", "we're", "we've",
})  # fmt: skip
_ME = frozenset({
    "i", "i'd", "i'll", "i'm", "me", "mine", "my",
})  # fmt: skip
_YOU = frozenset({
    "u", "ya", "you", "you'll", "you're", "your", "yours",
})  # fmt: skip
# What one does, or how the two are, when they meet; any other verb behind who does it is something else.
_APPOINTED = frozenset({
    "am", "are", "arranged", "at", "be", "booked", "call", "called", "calls", "catch", "chat", "coffee", "come",
    "comes", "coming", "connect", "convene", "drop", "due", "eat", "expect", "expected", "expecting", "expects",
    "find", "fixed", "gather", "get", "go", "going", "got", "had", "has", "have", "having", "head", "hold", "host",
    "hosts", "in", "is", "keep", "keeps", "kept", "lunch", "meet", "meeting", "meets", "on", "owe", "phone", "pop",
    "receive", "receives", "regroup", "ring", "see", "seeing", "sees", "set", "settled", "sit", "sits", "sitting",
    "skype", "speak", "stop", "swing", "talk", "talking", "video", "visit", "visiting", "visits", "wait", "waiting",
    "waits", "walk", "zoom",
})  # fmt: skip
_SMALL = frozenset({
    "a", "about", "again", "agreed", "all", "already", "also", "an", "and", "anyhow", "anyway", "around",
    "arranged", "as", "at", "booked", "by", "c", "come", "comes", "diary", "fixed", "for", "from", "going", "he",
    "her", "here", "him", "his", "hours", "hrs", "i", "if", "in", "is", "it", "it's", "known", "me", "meeting",
    "my", "now", "o'clock", "of", "off", "ok", "okay", "on", "or", "our", "over", "own", "place", "planned",
    "round", "said", "says", "scheduled", "set", "shall", "sharp", "she", "so", "the", "their", "then", "there",
    "they", "this", "time", "to", "two", "up", "usual", "was", "when", "which", "will", "with", "x", "yes",
})  # fmt: skip
_AUXILIARY = frozenset({
    "again", "all", "also", "and", "are", "be", "both", "do", "going", "gonna", "have", "he", "just", "might",
    "next", "now", "shall", "she", "should", "still", "then", "to", "two", "will", "would'll",
})  # fmt: skip
_TIME = re.compile(
    r"\b\d{1,4}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?|h\b|hrs?\b)?|\b(?:noon|o'clock|midday|morning|afternoon|evening|night"
    r"|pm|am|half|quarter|past)\b",
    re.IGNORECASE,
)
# "at her kitchen table", "by phone", "in the Lamb": where, or how.
_PLACE = re.compile(
    r"(?:\b(?:at|in|over|via|by|on|outside|near|inside|under|from|for|to|after|chez|bei|im|en|au)\s|[,(]\s?)"
    r"(?:(?:the|her|his|my|our|your|a|an|usual|same"
    r"|this)\s)*[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?(?=\s*(?:[.,;:!?)–—-]|$))",
    re.IGNORECASE,
)
_NOUN = re.compile(NOUN, re.IGNORECASE)
# "our own appointment", "session 4": what is ours is no other's.
_OUR_NOUN = re.compile(
    rf"\b(?:our|(?:the )?next|second|third|fourth|follow-up)\s(?:\w+\s)?"
    rf"(?:{NOUN}|interaction|engagement|conference|evening|afternoon|hour)\b",
    re.IGNORECASE,
)
# It is done until then, it is a wish, or somebody else comes.
_ELSE = re.compile(
    r"\b(?:by(?! \d{1,2}(?:[:.]\d\d)?\W*$)(?= the (?:\d|end)| \d| \w+day|$)|before|due|deadline|if|whether|maybe"
    r"|perhaps|might|not|no|never|last"
    r"|(?:was|were)(?! (?:also |then )?(?:fixed|set|agreed|booked|arranged|scheduled|planned))|had|did"
    r"|(?:my|her|his|their|the) next (?:exam|deadline|\w+ing)|my next|until (?:i|she|he)|her \w+ing"
    r"|exams?|interviews?|hearing|board|flight|(?<!next )conference|deadline|presentation|launch|ceremony|funeral"
    r"|wedding"
    r"|concert|viva|audition|operation|surgery|trial|court|webinar|lecture|lessons? with)\b",
    re.IGNORECASE,
)
_FORWARD = re.compile(r"\b(?:am |'m )?look(?:ing)? forward to\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|nxt) (?P<what>[^\W\d_]+)", re.IGNORECASE)
_SEES = frozenset({
    "expects", "meet", "meets", "see", "seeing", "sees", "with",
})  # fmt: skip
_ARTICLES = frozenset({
    "a", "an", "her", "his", "my", "our", "some", "the", "their",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@cache
def _foreign() -> tuple[re.Pattern[str], frozenset[str]]:
    """What says "again" in other tongues, and their small words."""
    again = "|".join(map(re.escape, phrases("notes", "again")))
    return re.compile(rf"\b(?:{again})\b", re.IGNORECASE), frozenset(phrases("days", "common"))


def meets(text: str, names: Cast, moment: Moment, *, alone: bool = False) -> bool:
    """Whether a line or clause says no more than when, and perhaps where, one meets again.

    alone: it is a line of its own, where a day ahead, its time and a place are enough."""
    if len(text) > LONGEST or not has_date(text, moment) or _ELSE.search(text):
        return False
    if (called := _NEXT.search(text)) and called["what"].lower() in names.talks:
        return True
    timed = start_of(text, moment) is not None
    if not timed and day_of(text, moment) is None:
        return False
    said = _FORWARD.sub(" ", _without_when(text, moment))
    words = _words(said) or [""]
    rest = _words(_PLACE.sub(" ", said))
    nouns = [word for word in rest if word in names.talks or _NOUN.fullmatch(word)]
    left = sum(not (word in nouns or _is_known(word, names)) for word in rest)
    again, common = _foreign()
    if again.search(said):
        return left - sum(word in common for word in rest) <= (MOST_OTHER if timed else 1)
    if _does_else(words, names) or _meets_another(words, names):
        return False
    met = _are_met(words, names)
    if not timed:
        return "again" in words and left <= 1 and (met or words[0] in _APPOINTED | _AGAIN)
    if met or _begins_again(words) or _OUR_NOUN.search(said):
        return left <= MOST_OTHER
    return not left and (bool(nouns) or alone)


def _without_when(text: str, moment: Moment) -> str:
    """The words without their days and times."""
    said = in_english(text)
    for one in sorted(dates(said, moment), key=lambda found: -found.start):
        said = f"{said[: one.start]} {said[one.end :]}"
    return " ".join(_TIME.sub(" ", said).split())


def _words(said: str) -> list[str]:
    return [word.replace("’", "'").lower() for word in _WORD.findall(said)]


def _begins_again(words: list[str]) -> bool:
    """Whether it is again, and no third thing that comes again: "back here", "see you"; not "The course …"."""
    alone = words[0].partition("'")[0] in {"i", "she", "he", "they"}  # "I'll go back"
    return words[0] in {"see", "meet", "meeting"} or not (alone or words[0] in _ARTICLES or _AGAIN.isdisjoint(words))


def _is_known(word: str, names: Cast) -> bool:
    return word in _SMALL | _AGAIN | _US | _ME | _YOU | _APPOINTED or names.role(word) == "mentor"


def _are_met(words: list[str], names: Cast) -> bool:
    """Whether both are named: we; I and she; in the mentor's mail, I and you."""
    if not _US.isdisjoint(words):
        return True
    if words[0] in _APPOINTED and not _ME.isdisjoint(words):
        return True  # "Come to my office"
    them = not _YOU.isdisjoint(words) or any(names.role(word.removesuffix("'s")) == "mentor" for word in words)
    return not _ME.isdisjoint(words) and them


def _does_else(words: list[str], names: Cast) -> bool:
    """Whether one of them does something else then: "we fly", "I send her", "to review"."""
    for number, word in enumerate(words):
        base = word.partition("'")[0]
        if not (base in {"we", "i", "she", "he", "you", "to", "will"} or names.role(base) in {"me", "mentor"}):
            continue
        verb = next((one for one in words[number + 1 :] if one not in _AUXILIARY), "")
        if base in {"we", "i", "she", "he"} and verb and verb not in _APPOINTED | _SMALL | _AGAIN:
            return True
        if verb not in _APPOINTED and (verb in DOING or verb in THIRDS):
            return True
    return False


def _meets_another(words: list[str], names: Cast) -> bool:
    """Whether somebody else is met: "see Lee again on 4 May at 3", "meet the board"."""
    for number, verb in enumerate(words):
        if verb in _SEES:
            whom = next((word for word in words[number + 1 :] if word not in _ARTICLES), "")
            if whom and not _is_known(whom, names) and not _NOUN.fullmatch(whom) and whom not in names.talks:
                return True
    return False
