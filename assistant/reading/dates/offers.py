"""Offers and what is only told around them: "Mondays I teach. Wednesday 2pm?" offers the Wednesday alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.reading.dates.statements import TIME, Mark, Piece, blanked, pieces
from assistant.reading.dates.words import GAP

_D, _T = GAP, TIME
# What is said of a day that is offered; an event held there, a place, a habit is not.
_OFFERS = re.compile(
    r"\?|(?<![\w-])(?:if (?:that|it|neither)(?:['’]s| is| does)|can|could|may|might|able|would|will do|'ll do|shall"
    r"|should|let['’]s|lets(?=\s(?:do|say|go"
    r"|meet|talk|make|speak|have|try|chat|call|aim|book|fix|see|pick))|let us|how about"
    r"|what about|try|say"
    r"|free(?:r|st)?|available|availability|open(?!\shouse)|clear|empty|quiet\w*|good|better|best|fine|great|perfect"
    r"|lovely|ideal|nice|ok|okay|okey|o\.k|alright|all right|possible|works?|work for|working for|realistic|suits?"
    r"|suited"
    r"|suitable"
    r"|convenient|fits?|goes well"
    r"|eas(?:y|ier|iest)|happy|glad|love|delighted|pleased|ready|yes|sure|gladly|prefer\w*|proposes?|suggests?|offers?"
    r"|options?|slots?|windows?|gaps?|openings?|spaces?|times?|dates?|moments?|hours?"
    r"|any|either|both|whichever|whatever|whenever|anytime|(?:as|when) you (?:like|prefer|wish)"
    r"|you (?:choose|pick|prefer|decide)|pick|grab|choose|take|book"
    r"|put|pencil|block|reserved?|held|hold|confirm\w*|agreed|sounds|accept\w*|(?<!I )(?<!we )come|visit|drop|pop"
    r"|swing (?:by|round|over|past)|stop by|join|call"
    r"|ring|phone|text|speak|talk|chat|meet(?!s|ings?\b)|see you|coffee|tea|lunch|breakfast|dinner|drinks?|walk|zoom"
    r"|teams|skype|telephone|online|in person|video|face ?time|meet me|reach me|find me|at my desk|at (?:the"
    r"|my) (?:office|desk|home)"
    r"|in (?:the|my) office|at home|home|around|here|in town|yours|(?<!I )(?<!we )see|catch|squeeze|fit you|manage|make"
    r"|arrange|schedule|set up|invite|link|only|instead|alternatively|otherwise|or else|failing|preferably|ideally"
    r"|maybe|perhaps|probably|latest|earliest|first|next|onwards?|have (?:the )?whole|hang out|host|dey"
    r"|whole day|all day|do|does|(?<!I )(?<!we )start|begin)(?![\w-])",
    re.IGNORECASE,
)
# Words of a list and of a calendar: they tell nothing of their own.
_LISTED = re.compile(
    rf"[\s{_D}{_T}()\[\]/&*:'’.,+–—-]|\b(?:or|and|on|at|the|from|to|in|of|also|between|after|before|until|till|then"
    rf"|plus|except(?:ing)?|apart|for|(?-i:[A-Z]{{2,4}}T|UTC|GMT)"
    r"|as well|too|week|of that week|same time|same|my time|your time|el|la|le|il|los|den|am|de|del|di|da|morning"
    r"|afternoon|evening|noon)\b|\d+",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:I|we|she|he|they|it|there|my|our|her|his|their|the|an?)\b|['’](?:m|ve|re|s)\b", re.IGNORECASE
)
# One who does something then: stronger than a name of a place beside a day.
_ON_THAT_DAY = re.compile(
    rf"^[\s,]*(?:and\s|or\s)?(?:on\s)?{_D}+s?[\s,]*(?:(?:I|we)(?:['’](?:m|re|ve)|\s(?!will\b|shall\b|am\s?[,.]?$)\w+)"
    r"|(?:sono|ho|bin|habe|suis|ai|estoy|tengo|estou|tenho|ben|heb|är|har|er)\b)",
    re.IGNORECASE,
)
# "I'll be on the beds till noon", "Shooting Tuesday and Wednesday": where somebody is, and at what.
_UNTIL_THEN = re.compile(
    rf"^[\s,]*(?:(?:and|so|but|as|since)\s)?(?:(?:on\s)?{_D}+[\s,]*)?(?:I|we)(?:['’](?:m|re|ll be)|\s(?:am|are"
    rf"|will be))\s[^{_D}{_T}]*{_T}+[\s,]*$",
    re.IGNORECASE,
)
_BUSY_WITH = re.compile(
    r"^[\s,]*(?:(?:I|we)(?:['’](?:m|re)|\s(?:am|are))\s)?(?!(?:thinking|hoping|looking|meeting|talking|speaking|calling"
    r"|proposing|suggesting|offering|chatting|coming|considering|starting|beginning|aiming|going|leaning|wondering"
    r"|morning|evening|anything|something|nothing|everything|during|being|following|opening|closing|finishing)\b)"
    rf"\w{{2,}}ing\s[^{_T}]*{_D}",
    re.IGNORECASE,
)
# What is said of the days before it, too: "Monday would be ideal, otherwise Tuesday, both after 2".
_BOTH = re.compile(r"\b(?:both|either|each|all|same)\b", re.IGNORECASE)
_HEADING = re.compile(rf"^[^{_D}{_T}]*:\s(?=[{_D}{_T}])")  # "Between clinics: Thu 12:15"
_COLON = re.compile(rf"(?<=[\w{_D}{_T}]):\s(?=\w)")
_AT_THAT_TIME = re.compile(
    rf"^[\s,]*(?:(?:and|or|as|since|because|for|while)\s)?(?:the\s)?{_T}+[\s,]*(?:I|we)(?:['’](?:m|re|ve)|\s(?!will\b"
    rf"|shall\b)\w+)",
    re.IGNORECASE,
)
# "I'm in Leeds on the 18th, Manchester on the 19th": where somebody is.
_ELSEWHERE = re.compile(
    r"\b(?:I|we)(?:['’](?:m|re|ll be)|\s(?:am|are|will be))\s(?:\w+\s)?(?:in|at|visiting)\s(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"[\s,]*(?:and\s|then\s)?(?:in\s|at\s)?[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:on\s|the\s)*{_D}")
# "I have a call at noon", after an hour was offered: not "at noon, too".
_TELLS_OF = re.compile(
    r"[\s,]*(?:(?:and|but|because|as|since)\s)?(?:I|we|she|he|they|my|our|the|there|got)\b"
    r"(?!.*\b(?:too|also|as well|or)\b)",
    re.IGNORECASE | re.DOTALL,
)
_ALSO = re.compile(r"\b(?:too|also|as well|or)\b", re.IGNORECASE)
_SO = re.compile(r"\b(?:so|hence|therefore|thus|then|afterwards|after that|thereafter)\b", re.IGNORECASE)
_AFTERWARDS = re.compile(r"\s*(?:afterwards|after that|thereafter|hence|therefore|thus|so)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two commas: `words` with its days and times blanked, the marks that are days and times."""

    words: str
    days: tuple[int, ...]
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    """Parts of a text that say one thing; `lead`: what goes before it ("so", "but")."""

    words: str
    lead: str
    parts: tuple[_Part, ...]

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(n for part in self.parts for n in part.days)

    @property
    def times(self) -> tuple[int, ...]:
        return tuple(n for part in self.parts for n in part.times)


def only_told(text: str, marks: Sequence[Mark], refused: Sequence[bool]) -> list[bool]:
    """For each mark whether its statement only tells something, where another statement offers a day.

    A time is only told where what follows from it is offered: "I land at 2:40 on Friday, so 5pm Friday"."""
    told: set[int] = set()
    said = _statements(text, marks, refused)
    for reason, offer in pairwise(said):
        if reason.times and offer.times and _is_reason(reason, offer):
            told.update(reason.times)
            told.update(reason.days if offer.days else ())
    full = False  # a day and its hour were offered
    for one in said:
        if full and one.times and not one.days and _TELLS_OF.match(one.words) and _tells(one.words):
            told.update(one.times)  # "Friday at 10? I have a call at noon"
        full = full or bool(one.days and one.times and not told.issuperset(one.times))
    offered = [one for one in said if one.days and _offers(one) and not (one.times and told.issuperset(one.times))]
    timed = sum(bool(part.times) for one in said for part in one.parts)
    host = None if offered else _host(said)
    if offered or host:
        told.update(n for one in said if one is not host for n in _told_in(one, timed=timed))
    return [n in told for n in range(len(marks))]


def _host(said: Sequence[_Statement]) -> _Statement | None:
    """The statement whose day a later hour is of: "On Monday I am in the abbey, but the afternoons are free"."""
    hours = [n for n, one in enumerate(said) if one.times and not _tells(one.words)]
    return next((one for one in reversed(said[: hours[0]]) if one.days), None) if hours else None


def offers_hour(text: str, marks: Sequence[Mark], refused: Sequence[bool], told: Sequence[bool]) -> bool:
    """Whether a statement offers an hour, in so many words or in a bare list."""
    return any(
        not _tells(one.words) and any(not told[n] for n in one.times) for one in _statements(text, marks, refused)
    )


def told_apart(text: str, marks: Sequence[Mark]) -> list[int]:
    """For each mark the number of its statement, 0 where that is a bare list: "Thursday works. Or Friday at 9"."""
    said = _statements(text, marks, [False] * len(marks))
    worded: dict[int, int] = {}
    number = 0
    for one in said:
        number += not _BOTH.search(one.words)
        worded.update(dict.fromkeys((*one.days, *one.times), number if _has_words(one.words) else 0))
    return [worded.get(n, 0) for n in range(len(marks))]


def _offers(said: _Statement) -> bool:
    return bool(said.times) or not _tells(said.words)


def _statements(text: str, marks: Sequence[Mark], refused: Sequence[bool]) -> list[_Statement]:
    """What a text says, one thing after the other; what is ruled out offers nothing and is left aside."""
    words = blanked(text, marks, _T)
    groups: list[list[Piece]] = []
    for piece in pieces(blanked(text, marks, _D)):
        goes_on = piece.kind in {"comma", "less"} and not _AFTERWARDS.match(words, piece.start)
        if groups and goes_on:
            groups[-1].append(piece)
        elif words[piece.start : piece.end].strip():
            groups.append([piece])
    out: list[_Statement] = []
    end = 0
    for group in (group for one in groups for group in _at_colons(words, one)):
        parts = tuple(_part(words, marks, refused, piece) for piece in group)
        whole = words[group[0].start : group[-1].end]
        afterwards = _AFTERWARDS.match(whole)
        lead = words[end : group[0].start] + (afterwards[0] if afterwards else "")
        out.append(_Statement(whole, lead, parts))
        end = group[-1].end
    return out


def _part(words: str, marks: Sequence[Mark], refused: Sequence[bool], piece: Piece) -> _Part:
    inside = [n for n, mark in enumerate(marks) if piece.start <= mark.start < piece.end and not refused[n]]
    days = tuple(n for n in inside if not marks[n].timed)
    times = tuple(n for n in inside if marks[n].timed and not marks[n].whole)
    return _Part(words[piece.start : piece.end], days, times)


def _at_colons(words: str, group: list[Piece]) -> list[list[Piece]]:
    """The pieces of a statement apart at a colon: "Friday is good: high water is at 9", but not "Friday: full"."""
    apart: list[list[Piece]] = [[]]
    for piece in group:
        start, kind = piece.start, piece.kind
        for colon in _COLON.finditer(words, piece.start, piece.end):
            if _has_words(words[start : colon.start()]):
                apart[-1].append(Piece(start, colon.end(), kind))
                apart.append([])
                start, kind = colon.end(), "hard"
        apart[-1].append(Piece(start, piece.end, kind))
    return apart


def _tells(words: str) -> bool:
    """Whether words tell something, and offer nothing; a bare list of days and times tells nothing."""
    return _has_words(_HEADING.sub("", words)) and not _OFFERS.search(words)


def _has_words(words: str) -> bool:
    return bool(_LISTED.sub("", words).strip(" ?!"))


def _told_in(said: _Statement, *, timed: int) -> list[int]:
    """The days and times of which a statement only tells; `timed`: how many parts of the text name an hour."""
    if _tells(said.words) and (not said.times or (timed > 1 and _BUSY_WITH.match(said.words))):
        return [*said.days, *said.times]
    told: list[int] = []
    elsewhere, dated = False, sum(bool(part.days) for part in said.parts)
    for part in said.parts if timed else ():
        busy = part.words if _tells(part.words) else ""
        elsewhere = (
            bool(busy) and not part.times and bool(_ELSEWHERE.search(busy) or (elsewhere and _PLACE.match(busy)))
        )
        if elsewhere and dated > 1:
            told += part.days
            dated -= bool(part.days)
            continue
        if part.days and not part.times and _ON_THAT_DAY.match(busy):
            told += part.days
        at_that_time = not part.days and _AT_THAT_TIME.match(busy)
        if timed > 1 and part.times and (at_that_time or _UNTIL_THEN.match(busy)):
            told += part.times
    return told


def _is_reason(reason: _Statement, offer: _Statement) -> bool:
    """Whether a statement with a time is why the next one offers another."""
    if not _tells(reason.words) or (_tells(offer.words) and not offer.days):
        return False
    if _SO.search(offer.lead):
        return True
    gladly = bool(_OFFERS.search(offer.words)) and not _ALSO.search(offer.words)
    turns = "but" in offer.lead.lower() or (offer.lead.strip() in {".", ";"} and gladly and not offer.days)
    return turns and _SOMEBODY.search(reason.words) is not None
