"""What a person's answer means: rules of high precision per class, stop and no first; in doubt `certain` is False.

The protégé is asked "YES, LATER or NO?" where it is not certain; a stop is never missed (policy.md: end for good)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.mentoring.facts import Address, Answer, Meaning
from assistant.reading.answer_words import (
    ADDRESS,
    LATER,
    MAYBE,
    NO,
    NO_MYSELF,
    NO_NAMES,
    NOT_NO,
    NOT_NOW,
    PERSON,
    QUESTION,
    REFERRAL,
    THANKS,
    YES,
)
from assistant.reading.commands.body import plain, straight
from assistant.reading.dates import Moment, dates, slots, until
from assistant.reading.stop_words import LIMITED, NOT_STOP, STOP, WEAK_STOP

_MOST = 6000  # an answer is short: what is longer is read to here


@dataclass(frozen=True, slots=True)
class _Marks:
    """Which classes have a cue in the text."""

    no: bool
    not_now: bool
    later: bool
    yes: bool
    referral: bool
    question: bool
    thanks: bool


def _marks(text: str) -> _Marks:
    bare = NOT_NO.sub(" ", text)
    return _Marks(
        no=bool(NO.search(bare) or re.match(r"\s*no\b(?!t)[\s.,!]*", bare, re.IGNORECASE)),
        not_now=bool(NOT_NOW.search(text)),
        later=bool(LATER.search(text)),
        yes=bool(YES.search(re.sub(r"\bnot (?:sure|certain)\b", " ", text, flags=re.IGNORECASE))),
        referral=bool(REFERRAL.search(text)),
        question="?" in text
        or bool(re.search(r"don't understand|not sure (?:what|i follow)|remind me", text, re.IGNORECASE)),
        thanks=bool(THANKS.search(text) or "👍" in text),
    )


def referral(text: str) -> Address | None:
    """The person that a text sends one to: an address, and the name nearest before it; None where there is neither."""
    words = straight(text)
    address = ADDRESS.search(words)
    cue = REFERRAL.search(words)
    names = _names(words[:2000])
    email = (
        re.sub(r"\s?(?:\[at\]|\(at\)| at )\s?", "@", address[0])
        .replace(" dot ", ".")
        .replace("[dot]", ".")
        .strip(" .")
        .lower()
        if address
        else ""
    )
    name = ""
    if address:
        before = [named for start, end, named in names if end <= address.start()]
        after = [named for start, _, named in names if address.end() <= start < address.end() + 30]
        name = (before[-1:] or after[:1] or [""])[0]
    elif cue:
        near = [named for start, end, named in names if cue.start() <= end and start <= cue.end() + 20]
        name = near[0] if near else ""
    return Address(email, name) if email or name else None


def _names(words: str) -> list[tuple[int, int, str]]:
    """What may be names, with where they stand: "But Lee Park" is Lee Park."""
    found = []
    for match in PERSON.finditer(words):
        parts = match["name"].split()
        while parts and parts[0] in NO_NAMES:
            parts.pop(0)
        if parts and not NO_NAMES.intersection(parts):
            named = " ".join(parts)
            found.append((match.end() - len(named), match.end(), named))
    return found


# Thanks with one of these may be a no, a yes or a wish for time: it is asked.
_MORE_THAN_THANKS = re.compile(
    r"\b(?:but|however|unfortunately|think|consider|busy|not|can't|cannot|won't|don't|sorry|afraid|maybe|perhaps|if|time)\b",
    re.IGNORECASE,
)


def _stops(words: str) -> str:
    """ "certain", "maybe" or "": a stop is never missed, and one that may have an end or another object is asked."""
    bare = NOT_STOP.sub(" ", words)
    for match in STOP.finditer(bare):
        own = re.search(
            r"\b(?:i|i'm|i am|i've|we|she|he|they)(?: \w+)?\s$",
            bare[max(0, match.start() - 20) : match.start()],
            re.IGNORECASE,
        )
        asks_for_it = re.search(r"want|wish|like|rather|prefer|receive", match[0], re.IGNORECASE)
        if not LIMITED.match(bare[match.end() :]) and (not own or asks_for_it):
            return "certain"
    return "maybe" if STOP.search(bare) or WEAK_STOP.search(bare) else ""


def answer(text: str, moment: Moment) -> Answer:
    """What an answer means. `text`: the new text only; `moment`: when and in which zone its writer wrote it.

    `until` is the day said ("after March" is 31 March), without the five business days on top."""
    words = " ".join(straight(plain(text[:_MOST]).text or text[:_MOST]).split())
    if (stop := _stops(words)) or (stop := _stops(" ".join(straight(text[:_MOST]).split()))):
        return Answer(Meaning.STOP, certain=stop == "certain", text=words)
    marks = _marks(words)
    to = referral(words) if marks.referral or ADDRESS.search(words) else None
    if to and (marks.referral or marks.no):
        return _sends_to(to, words, marks, moment)
    if marks.not_now and not marks.yes and not (marks.later and dates(words, moment)):
        return Answer(
            Meaning.NOT_NOW,
            certain=(not marks.question and not marks.no) or "not right now" in words.lower(),
            text=words,
        )
    if marks.no:
        mixed = marks.yes or marks.question or (marks.later and bool(dates(words, moment)))
        return Answer(Meaning.NO, certain=not mixed, text=words)
    return _open(words, marks, moment)


# "I'd love to help, but I can't": no yes.
_WISHED = re.compile(
    r"\b(?:i'd|i would|would) (?:really |very much )?(?:love|like|have (?:loved|liked)|be happy|be glad)\b"
    r"[^.!?]{0,60}?\bbut\b",
    re.IGNORECASE,
)


def _sends_to(to: Address, words: str, marks: _Marks, moment: Moment) -> Answer:
    """A referral, and whether it is a no as well: then it ends the attempts, whomever it names."""
    bare = NOT_NO.sub(" ", words)
    refuses = marks.no or bool(NO_MYSELF.search(bare))
    agrees = bool(YES.search(_WISHED.sub(" ", words)))
    declined = refuses and not agrees and not marks.not_now and not slots(words, moment)
    sure = bool(to.email) and (marks.referral or bool(to.name)) and not slots(words, moment)
    return Answer(Meaning.REFERRAL, certain=sure or declined, referral=to, declined=declined, text=words)


def _open(words: str, marks: _Marks, moment: Moment) -> Answer:
    """Neither stop nor no: later, yes with times, a question, thanks, or something else."""
    proposed = slots(words, moment)
    if marks.later or (marks.not_now and dates(words, moment)):
        found = until(words, moment)
        if found and found.first and not found.past and not (marks.yes and any(not s.whole_day for s in proposed)):
            sure = not found.unusual and not MAYBE.search(words)
            return Answer(Meaning.LATER, certain=sure, until=found.first, text=words)
        if not proposed:
            return Answer(Meaning.LATER, certain=False, text=words)
    if marks.yes or any(not slot.whole_day for slot in proposed):
        unclear = (
            marks.question
            and not proposed
            and not re.search(r"calendly|cal\.com|book", words, re.IGNORECASE)
            and bool(QUESTION.search(words))
        )
        return Answer(Meaning.YES, certain=marks.yes and not unclear and not marks.not_now, slots=proposed, text=words)
    if marks.question:
        return Answer(
            Meaning.QUESTION, certain=bool(QUESTION.search(words)) and not proposed, slots=proposed, text=words
        )
    if marks.thanks and len(words) < 200:
        only = not _MORE_THAN_THANKS.search(words) and (not dates(words, moment) or len(words.split()) < 25)
        return Answer(Meaning.THANKS, certain=only, text=words)
    return Answer(Meaning.OTHER, certain=False, slots=proposed, text=words)
