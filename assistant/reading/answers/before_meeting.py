"""Plain words about a meeting that is to come: "see you Tuesday", "running late", "I can't make 5 January".

Each sentence is one kind of statement; a courtesy may stand beside any of them. Words count only as far as they fit
what is in the calendar: "see you Thursday" of a meeting on Tuesday is no such word, and is left to the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.mentoring.events import Says
from assistant.mentoring.facts import Slot
from assistant.mentoring.wish import ANY_TIME, Wish
from assistant.reading.answers.wishes import wishes
from assistant.reading.commands.body import plain, straight
from assistant.reading.dates import Found, Moment, clock, dates, minutes, recurrence, slots
from assistant.reading.spelling import spelt

_LONGEST = 1_500
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+|\s[–—]\s")
_MEETING = r"(?:(?:meeting|call|chat|session|coffee|talk|slot|appointment|catch-?up|lunch|one|time)\b)"
_OURS = rf"(?:(?:our|the|my|this|that|today's|tomorrow's)(?: next| first)? {_MEETING}|next {_MEETING})"

_SEE_YOU = re.compile(
    r"\b(?:see|speak to|talk to|meet|catch|speak with|talk with|hear)(?: you| u| ya)?(?: all)?"
    r"|\b(?:talk|speak) (?=then|soon)|\blooking forward(?: to)?|\blook forward(?: to)?|\bcan't wait|\buntil then\b"
    r"|\bi(?:'ll| will) be there\b|\bit(?:'s| is) in (?:my|the) (?:diary|calendar)\b"
    r"|\bstill (?:on|good|fine|works|stands)\b"
    r"|\bsame time as (?:usual|always)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(r"\b(?:works|fine|good|confirmed?|perfect|ok)\b", re.IGNORECASE)
_FINE_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    a absolutely accepted again ah all alright also am an and are as at be best brilliant bye call calendar chat
    cheers coffee conversation confirm confirmed confirming cool course dear diary do excellent fab fantastic fine for
    forward from good got great greetings have having hear hello hey hi i i'll i'm i've in is it it'll it's just keen
    kind let's lovely love look looking lunch many me meet meeting much must nice no noted of oh ok okay on our perfect
    person please pleased pleasure problem quick really regards rest right robin same see seeing session so soon
    sorry sounds speak speaking still stands super sure take talk talking thank thanks that that's the then there this
    to until usual very video we week weekend well will wishes with wonderful works worries yes yep you your
    """,
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_LATE = re.compile(
    r"\b(?:running|be|am|i'm|bit|little|slightly|few|\d+|minutes?|mins?|hour|hours|some)"
    r"(?: \w+){0,4}? (?:late|delayed|behind)\b"
    r"(?! (?:reply|answer|response|note|in\b|to (?:reply|answer|respond|the game)|november|december|january|morning"
    r"|afternoon|evening))"
    r"|\blate by \d|\bstuck (?:in|at|on)\b|\b(?:train|bus|flight|plane|tram|taxi)(?:'s| is| was| has been)?"
    r" (?:\w+ )?(?:delayed|late)\b"
    r"|\b(?:last|previous|earlier|another) (?:meeting|call)(?: is)?"
    r" (?:running over|overrunning|overruns|running late)\b"
    r"|\b(?:be there|with you|join|dial in|start) in (?:about )?\d+ ?min",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    r"\b(?:can't|cannot|can not|won't be able to|not (?:be )?able to|unable to|won't|not going to)"
    r"(?: \w+)?? (?:make|do|manage|attend|join|come|meet"
    r"|be there|keep)\b"
    r"|\b(?:have|need|'ve got|got|must|going|like|afraid i|i'll|i will)"
    r"(?: to)? (?:to )?(?:cancel|skip|miss|postpone|reschedule|call off|move"
    r"|shift|push back|bow out|drop out)\b"
    r"|\b(?:doesn't|does not|won't|no longer|not going to) works?\b"
    r"|\b(?:cancel|call off|skip) (?:our|the|on|today|tomorrow|it|this)\b"
    r"|\b(?:i'm|i am|down with|came down|feeling|fallen)"
    r" (?:\w+ )?(?:ill|sick|unwell|poorly|flu|a bug|covid)\b|^ill\b|^sick\b",
    re.IGNORECASE,
)
_IT = re.compile(
    rf"\b(?:make it|it|{_OURS}|today|there|then)\b"
    r"|\b(?:have|need|got) to (?:cancel|reschedule|postpone)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:move|shift|push|reschedule|postpone|bring|make it|swap|change|switch|instead|rather than|rearrange)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:instead of|rather than|from|not|in place of)\s+(?P<old>[^,;.!?]{3,40})", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?P<much>half an hour|an hour|one hour|two hours|2 hours|1 hour|(?:15|20|30|45|60|90) ?min(?:ute)?s?)"
    r" (?P<way>later|earlier)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\?|\b(?:could|can|should|shall|would|prefer|rather|let's|how about|switch|instead|enough|plenty|like|from now on"
    r"|going forward|better)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\w+ )?(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said: of which meeting (its start as given, None where none is named), and all that goes with it.

    minutes: how late. times, wish: when instead. rule: a rhythm (RFC 5545).
    """

    says: Says
    about: datetime | None = None
    minutes: int | None = None
    times: tuple[Slot, ...] = ()
    wish: Wish = ANY_TIME
    rule: str = ""


def before_meeting(
    text: str, moment: Moment, coming: Sequence[datetime], *, series: bool = False, names: Sequence[str] = ()
) -> Spoken | None:
    """What the words say of the meetings `coming` (naive starts on the writer's clock, soonest first); None: else.

    series: whether some of them are of a series. names: words that are names of the two."""
    words = spelt(straight(plain(text[:_LONGEST]).text or text[:_LONGEST]))
    sentences = [one.strip() for one in _SENTENCE.split(words) if one.strip(" .,!")]
    if not coming or not sentences:
        return None
    known = _FINE_WORDS | {name.lower() for name in names}
    if _is_fine(sentences, moment, coming, known):
        return Spoken(Says.FINE, _named(words, moment, coming) or coming[0])
    if any(_LATE.search(one) for one in sentences) and not _CANNOT.search(words):
        return Spoken(Says.LATE, coming[0], minutes=minutes(words))
    offered = tuple(slot for slot in slots(words, moment) if not slot.whole_day and slot.start not in coming)
    if moved := _moved(words, moment, coming, offered):
        return moved
    for sentence in sentences:
        about = _cannot(sentence, moment, coming)
        if about is not None:
            other = len(offered) == 1 and not recurrence(words)
            said = Says.MOVE if other else Says.CANNOT
            return Spoken(said, about, times=offered, wish=wishes(words, moment, about))
    rule = recurrence(words) if series and _WISHES.search(words) else None
    return Spoken(Says.RHYTHM, coming[0], rule=rule) if rule and not offered else None


def _is_fine(sentences: Sequence[str], moment: Moment, coming: Sequence[datetime], known: frozenset[str]) -> bool:
    """Whether nothing is said but that they will be there; a day or an hour with it is that of a meeting to come."""
    if not any(_SEE_YOU.search(one) or _stands(one, moment, coming) for one in sentences):
        return False
    for sentence in sentences:
        found = dates(sentence, moment)
        hour = clock(_without(sentence, found))
        fitting = [at for at in coming if hour is None or at.time() == hour]
        if any(not [at for at in fitting if _within(sentence, one, at)] for one in found):
            return False
        if (hour is not None and not fitting) or "?" in sentence or _CANNOT.search(_SEE_YOU.sub(" ", sentence)):
            return False
        rest = _SEE_YOU.sub(" ", _without(sentence, found)).lower()
        if any(
            word not in known for word in _WORD.findall(rest) if word not in ("am", "pm", "h", "o'clock", "st", "th")
        ):
            return False
    return True


def _stands(sentence: str, moment: Moment, coming: Sequence[datetime]) -> bool:
    """ "Tuesday at 4 works": the very time that stands."""
    return bool(_named(sentence, moment, coming)) and _AGREES.search(sentence) is not None


def _without(text: str, found: Sequence[Found]) -> str:
    for one in reversed(found):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _within(text: str, one: Found, at: datetime) -> bool:
    """Whether a start is on one of the days that a text names; "the 5th" is that of any month."""
    number = _NUMBER.fullmatch(text[one.start : one.end])
    if number and int(number["day"]) == at.day:
        return True
    return one.first is not None and one.first <= at.date() <= (one.last or one.first)


def _named(text: str, moment: Moment, coming: Sequence[datetime]) -> datetime | None:
    """The one meeting on the days that a text names; None where none is, or several are."""
    for one in dates(text, moment):
        there = [at for at in coming if _within(text, one, at)]
        if there:
            return there[0] if len(there) == 1 or one.grain == "day" else None
    return None


def _cannot(sentence: str, moment: Moment, coming: Sequence[datetime]) -> datetime | None:
    """The meeting to which a sentence says no: that of the day that it names, else the next one where it says "it"."""
    if not _CANNOT.search(sentence):
        return None
    if dates(sentence, moment):
        return _named(sentence, moment, coming)
    return coming[0] if _IT.search(sentence) else None


def _moved(text: str, moment: Moment, coming: Sequence[datetime], offered: Sequence[Slot]) -> Spoken | None:
    """One other time for one meeting that is asked for: by its day and hour, or by how much later."""
    if not _MOVES.search(text) and not _LATER.search(text):
        return None
    instead = _FROM.search(text)
    about = (_named(instead["old"], moment, coming) if instead else None) or coming[0]
    if shift := _LATER.search(text):
        by = _length(shift["much"]) * (1 if shift["way"].lower() == "later" else -1)
        slot = Slot(about + by, None, moment.zone)
        return Spoken(Says.MOVE, about, times=(slot,))
    wish = wishes(text, moment, about)
    if not offered and len(wish.first) == 1:
        offered = (Slot(wish.first[0], None, moment.zone),)
    return Spoken(Says.MOVE, about, times=tuple(offered), wish=wish) if len(offered) == 1 else None


def _length(words: str) -> timedelta:
    hours = {"half an hour": 0.5, "an hour": 1.0, "one hour": 1.0, "1 hour": 1.0, "two hours": 2.0, "2 hours": 2.0}
    found = hours.get(words.lower())
    return timedelta(hours=found) if found else timedelta(minutes=minutes(words) or 0)
