"""Which days and times of an answer are ruled out: "not Monday", "Thursday is full", "any day but Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.reading.dates.words import GAP

_G = GAP
# Where one statement ends and the next begins; a comma only may.
_SPLIT = re.compile(
    r"(?P<hard>(?<![ap]\.m)[.!?;](?=\s|$)|\n)|(?P<turn>\b(?:but(?! not\b)|however|otherwise|whereas|so|then|yet"
    r"|although"
    r"|(?:what|how) about|could we|can we|could you|shall we|let['’]s|alternatively|failing that|if not)\b|\s[–—-]\s|—)"
    rf"|(?P<less>\b(?:except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|but not|instead of"
    rf"|rather than|besides"
    rf"|bar|not(?=\s(?:on\s|the\s)?{_G})))|(?P<comma>,)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:any|every|all|each|whenever|any ?time|any ?day|week)\b[^.;?!\n]{0,30}$", re.IGNORECASE)
_BUT_DAY = re.compile(rf"but\s(?:on\s|not\s|the\s|for\s)?{_G}", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:if|unless|in case|whether)\b[^,;.!?\n]{0,60}", re.IGNORECASE)
_HARMLESS = re.compile(
    r"can['’]?t wait|cannot wait|why not|not only|not (?:a |any )?(?:problem|bad|too bad|busy|too busy|at all)"
    r"|if not|or not|no problem"
    r"|no worries|no rush|no preference|no (?:later|earlier) than|no need|no meetings|do(?:n['’]?t"
    r"| not) (?:mind|hesitate|forget"
    r"|worry)|do(?:n['’]?t| not) have (?:any |anything|plans|meetings|much on)|nothing (?:on|booked|planned)"
    r"|not sure|too bad"
    r"|(?:work|sort|figure|find|check|reach|help|hang|start|try) (?:it |this |that |things )?out|away from"
    r"|(?:isn['’]?t|not) full"
    r"|full (?:day|hour)|kick(?:ing)? off|take off|get off",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:can['’]?t|cannot|can not|could(?:n['’]?t| not)|won['’]?t|will not|wo not|not|does(?:n['’]?t| not)"
    r"|do(?:n['’]?t| not)"
    r"|did(?:n['’]?t| not)|isn['’]?t|aren['’]?t|no|nope|never|neither|nor|unavailable|unable|busy|booked|packed"
    r"|impossible|away"
    r"|travel{1,2}ing|flying|teaching|on leave|on holidays?|on vacation|in (?:back[- ]to[- ]back )?(?:meetings?"
    r"|class|court"
    r"|surgery|transit)|back[- ]to[- ]back|have (?:an? )?(?:\w+ )?(?:meetings?|appointment|deadline|exam|class"
    r"|lecture|flight"
    r"|conflict|clash)|bad|awful|terrible|difficult|tricky|clash(?:es)?|conflicts?|avoid|taken|swamped|slammed"
    r"|blocked|tied up"
    r"|stuck|no[- ]go|(?:am|['’]m|is|are|['’]re|be|is all|all) (?:out|off|full|gone)"
    r"|out (?:of (?:the )?(?:office|town)|on)"
    r"|day off|off (?:on|work)|(?:pretty|quite|completely|fully|already|too|rather) full|holiday"
    rf"|would be[\s{_G}]+though"
    r"|(?:it|that|this|we) (?:was|were|met|spoke|talked)"
    r"|except(?:ing)?|apart from|aside from|other than|excluding|instead of|rather than|besides|bar)\b",
    re.IGNORECASE,
)
_LIST_ONLY = re.compile(
    rf"(?:[\s{_G}()\[\]/&*:'’.+–—-]|\b(?:or|and|on|at|the|from|to|in|of|also|maybe|perhaps"
    rf"|both|either|any)\b)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A day (or days) or a time in the text: text[start:end] says it."""

    start: int
    end: int
    timed: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    kind: str  # what it begins with: "hard", "turn", "less", "comma"


def ruled_out(text: str, marks: Sequence[Mark]) -> list[bool]:
    """For each mark whether its statement says no to it. A list without words of its own shares what came before."""
    blank = list(text)
    for mark in marks:
        blank[mark.start : mark.end] = _G * (mark.end - mark.start)
    words = "".join(blank)
    verdicts: dict[int, bool] = {}
    no, timed, heading = False, False, False
    for piece in _pieces(words):
        said = words[piece.start : piece.end]
        here = [n for n, mark in enumerate(marks) if piece.start <= mark.start < piece.end]
        has_time = any(marks[n].timed for n in here)
        own = _says_no(said, piece.kind)
        if own is None:
            shares = piece.kind == "comma" or (heading and piece.kind == "hard")
            own = no and shares and not (has_time and not timed and piece.kind == "comma")
        elif not here and not own and piece.kind == "comma":
            own = no  # words between, without a day of their own
        if here or own:
            heading = own and said.rstrip().endswith(":")
            no, timed = own, has_time
        elif said.strip():
            no, heading = False, False
        verdicts.update(dict.fromkeys(here, own))
    return [verdicts.get(n, False) for n in range(len(marks))]


def _pieces(words: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    start, kind = 0, "hard"
    for match in _SPLIT.finditer(words):
        group = str(match.lastgroup)
        if group == "turn" and match[0].lower() == "but" and _BUT_DAY.match(words, match.start()):
            group = "less" if _ANY.search(words[max(0, match.start() - 48) : match.start()]) else group
        if match.start() > start:
            pieces.append(_Piece(start, match.start(), kind))
        start, kind = match.start() if group == "less" else match.end(), group
    return [*pieces, _Piece(start, len(words), kind)]


def _says_no(said: str, kind: str) -> bool | None:
    """None where the piece says nothing of its own: a list of days and times."""
    if kind == "less":
        return True
    if _LIST_ONLY.fullmatch(said):
        return None
    return bool(_NO.search(_HARMLESS.sub(" ", _CONDITION.sub(" ", said))))
