"""What only chats in a long mail: news of third parties, and what its writer did with the mail that came.

Who answers at length answers in one sentence or two; the cues in the others ("the swallows came back", "I read it
between two calls") mean nothing of the kind. A sentence that refuses, is busy or asks is kept, whoever it is about."""

from __future__ import annotations

import re

from assistant.reading.answers.not_now import BUSY, FOR_NOW
from assistant.reading.answers.referrals import ADDRESS
from assistant.reading.answers.refusals import CANNOT, REFUSES
from assistant.reading.phrases import any_of

LONG = 45  # words: shorter mails have no room for chat; a day in a longer one may be that of a story
_LONGEST = 400  # characters of a sentence that may be left out unread
# The writer, or who is written to: an answer is between these two.
_BETWEEN_US = any_of(
    r"i|i'm|i'll|i've|i'd|me|you|you're|you'll|you've|your|yours|y'all|us|let's|let us|please|kindly|yes|no|sorry"
    r"|unfortunately|thanks?|received|noted|gladly|sure|of course|later|again|another time|not now|ask|write|try"
)
# "I read your mail on the train", "I've been up since four": what was, and no answer.
_DID = re.compile(
    r"[^,.;!?]{0,40}?\b(?:i|we)(?:'ve| have)? (?:also |just |only |once |even |really |particularly |finally |never "
    r"|never even |still |been meaning |now )*(?:(?!need|agreed|decid|declin|stopp|retir|promis|refus|finish|resign"
    r"|schedul|check|forward|ask|talked|cc|book|plann|tried|want|wish|receiv)\w{2,}ed|read|re-?read|got back"
    r"|came back|was once|were once|sat|spent|went|told|drove|stood|burnt|argue|bought|sold|knew|remember|had|found"
    r"|made|took|came|saw|was very|been (?:up|reading|meaning|to|out|in|on)|to write since)"
    r"\b(?!.*\b(?:but|however|cannot|can't|won't|will|would|could|shall|sorry|regret|decline|afraid|please|until|till"
    r"|thanks?|thank you|should|let"
    r"|unfortunately|no|not for|am not|i \w+n't|busy|able|time)\b)",
    re.IGNORECASE,
)
# "My mate Gus says hello", "Say hi to Porto".
_GREETS = re.compile(
    r".*\b(?:says? (?:hello|hi)|sends? (?:his|her|their|its|you) (?:best|regards|love|greetings|a kiss)"
    r"|(?:greetings|regards|a kiss|best wishes) (?:to|from)|my regards)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Her daughter has retired", "None of them agree": another than the writer.
_OF_OTHERS = re.compile(r"\s*(?:and |but |so )?(?:his|her|their|none of (?:the|them)) \w+", re.IGNORECASE)
_DATED = re.compile(r"\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\btomorrow\b", re.IGNORECASE)


def without_chatter(sentences: list[str]) -> list[str]:
    """The sentences of a long mail that may answer; all of them of a short one, or where none would be left."""
    if sum(len(one.split()) for one in sentences) < LONG:
        return sentences
    return [one for one in sentences if not _chats(one)] or sentences


def _chats(sentence: str) -> bool:
    if len(sentence) > _LONGEST or "?" in sentence or ADDRESS.search(sentence):
        return False
    if _OF_OTHERS.match(sentence) and not _BETWEEN_US.search(sentence):
        return True
    if _DID.match(sentence) or (_GREETS.match(sentence) and not _DATED.search(sentence)):
        return True
    if any(cues.search(sentence) for cues in (CANNOT, REFUSES, BUSY, FOR_NOW)):
        return False
    return not (_BETWEEN_US.search(sentence) or _DATED.search(sentence))
