"""Which days and times of an answer are ruled out: "not Monday", "Thursday is full", "any day but Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.dates.mentions import filled, frames, only_mentioned
from assistant.reading.dates.statements import TIME, Mark, blanked, pieces
from assistant.reading.dates.words import GAP, MOVED_FROM

_G = GAP
_CONDITION = re.compile(r"\b(?:if|unless|in case|whether)\b[^,;.!?\n]{0,60}", re.IGNORECASE)
_HARMLESS = re.compile(
    r"(?:after|before|following|once)\s(?:the\s|my\s|our\s|this\s|these\s)?(?:\w+\s)?\w+(?=\s?(?:[,.;:!?)]|$|please))|"
    r"if (?:you |I |that |it )?(?:can(?:no|['’])t|can not|not possible|no good)|no joke|no kidding|can['’]?t wait"
    r"|cannot wait|why not|not only|not (?:a |any )?(?:problem|bad|too bad"
    r"|busy|too busy|at all)"
    r"|if not|or not|no problem"
    r"|no worries|no rush|no preference|no (?:later|earlier) than|no need|no meetings|do(?:n['’]?t"
    r"| not) (?:mind|hesitate|forget"
    r"|worry)|do(?:n['’]?t| not) have (?:any |anything|plans|meetings|much on)|nothing (?:on|booked|planned)"
    r"|not sure|too bad"
    r"|(?:work|sort|figure|find|check|reach|help|hang|start|try) (?:it |this |that |things )?out|away from"
    r"|(?:isn['’]?t|not) full|off (?:rotation|shift|duty)"
    r"|full (?:day|hour)|booked (?:you|us|it|that|this|him|her|them) in|kick(?:ing)? off|take off|get off",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:can['’]?t|cannot|can not|could(?:n['’]?t| not)|won['’]?t|will not|wo not|not|does(?:n['’]?t| not)"
    r"|do(?:n['’]?t| not)"
    r"|did(?:n['’]?t| not)|isn['’]?t|aren['’]?t|no|nope|never|neither|nor|unavailable|unable|busy|booked|packed"
    r"|impossible|away"
    r"|travel{1,2}ing|flying|teach(?:ing)?|lectur(?:e|ing)|on leave|on holidays?|on vacation"
    r"|in (?:back[- ]to[- ]back )?(?:meetings?"
    r"|class|court"
    r"|surgery|transit)|back[- ]to[- ]back|have (?:an? )?(?:\w+ )?(?:meetings?|appointment|deadline|exam|class"
    r"|lecture|flight"
    r"|conflict|clash)|bad|awful|terrible|difficult|tricky|clash(?:es)?|conflicts?|avoid|taken|swamped|slammed"
    r"|blocked|tied up|shut|closed|hopeless|hectic|manic|horrible|chaotic"
    r"|stuck|no[- ]go|(?:goes|gets?|is|it['’]s) (?:nuts|crazy|mental|bonkers)"
    r"|(?:am|['’]m|is|are|['’]re|be|is all|all) (?:out|off|full|gone)"
    r"|out (?:of (?:the )?(?:office|town)|on)"
    rf"|(?:off|out|away)\s(?:on\s)?{_G}"
    r"|day off|off (?:on|work)|(?:pretty|quite|completely|fully|already|too|rather) full|holidays?"
    rf"|would be[\s{_G}]+though"
    r"|(?:it|that|this|we) (?:was|were|met|spoke|talked)"
    r"|except(?:ing)?|apart from|aside from|other than|excluding|instead of|rather than|besides|bar)\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    rf"{_G}\s(?:was|were|had been)\s(?!(?:good|fine|ok|best)\b)|{_G}s?\s?[:=]?\s?(?:full|gone|out|off|nothing"
    rf"|no)\b(?!\s(?:day|hour|of))",
    re.IGNORECASE,
)
# "I'm off service on Thursday and could do 2 pm": why the hour is offered.
_OFFERED_HOUR = re.compile(
    rf"\b(?:and|so)\s(?:(?:I|we)\s)?(?:can|could|would|will|might)\s(?:do|make|offer|manage|talk|call"
    rf"|meet)[^{_G}{TIME}]{{0,12}}{TIME}",
    re.IGNORECASE,
)
_WILL_NOT = re.compile(
    r"\s*(?:will not|won['’]t|would not|wouldn['’]t|does(?:n['’]t| not)|is(?:n['’]t| not| out| full| impossible))\b",
    re.IGNORECASE,
)
_FROM_THEN = re.compile(r"\b(?:from|as of)\s$", re.IGNORECASE)
# "Tomorrow is sprint planning so no.": the day is refused, and nothing else.
SO_NOT = re.compile(
    r"[\s,–—-]*(?:(?:so|then|hence|thus|therefore)[\s,]+)?(?:no|not|nope|that['’]?s (?:out|a no)"
    r"|it['’]?s a no)(?=\s?[.,;!]|$)[.,;!]?",
    re.IGNORECASE,
)
_NEXT_SAYS_NO = re.compile(rf"(?=[\s,–—-]*(?:so|then|hence|thus|therefore)\b){SO_NOT.pattern}", re.IGNORECASE)
# "I'd say Wednesday but the plumber is coming", "the 17th suits my colleague but not me".
_TAKEN_BACK = re.compile(rf",?\s?but\b(?![^.;!?]*[{_G}{TIME}])", re.IGNORECASE)
_SOFTENS = re.compile(
    r"\b(?:I|we)(?:['’]d|\swould|\smight)(?:\shave)?\s(?:\w+\s)?(?:say|said|suggest\w*|offer\w*|propos\w+|prefer\w*"
    r"|love\w*"
    r"|like\w*|take|do|done)\b",
    re.IGNORECASE,
)
_NOT_ME = re.compile(r",?\s?but not (?:for )?(?:me|us)\b", re.IGNORECASE)
_BUT_FOR = re.compile(r"\s*(?:except(?:ing)?|apart from|aside from|other than|besides|bar)\b", re.IGNORECASE)
_STATED = re.compile(r"\s(?:we|there|it|the)\s", re.IGNORECASE)
_FROM = re.compile(MOVED_FROM + "$", re.IGNORECASE)
_REACH = 44  # characters before a day in which "moved it from" stands
_LIST_ONLY = re.compile(
    rf"(?:[\s{_G}()\[\]/&*:'’.+–—-]|\b(?:or|and|on|at|the|from|to|in|of|also|maybe|perhaps"
    rf"|both|either|any)\b)*",
    re.IGNORECASE,
)


def ruled_out(text: str, marks: Sequence[Mark]) -> list[bool]:
    """For each mark whether its statement says no to it. A list without words of its own shares what came before."""
    words = blanked(text, marks, _G)
    apart = blanked(text, marks, TIME)
    verdicts: dict[int, bool] = {}
    no, timed, heading = False, False, False
    here_before: list[int] = []
    bare: list[int] = []  # days of the sentence that stand alone: "The 22nd, which she suggested, will not do"
    for piece in pieces(words):
        said = words[piece.start : piece.end]
        here = [n for n, mark in enumerate(marks) if piece.start <= mark.start < piece.end]
        has_time = any(marks[n].timed for n in here)
        own = _says_no(said, apart[piece.start : piece.end], piece.kind)
        if piece.kind == "less" and no and not here_before and _BUT_FOR.match(said):
            own = False  # "I'm booked solid except for Thursday at 11"
        if here and not own and _TAKEN_BACK.match(words, piece.end):
            own = own if _SOFTENS.search(said) is None and not _NOT_ME.match(words, piece.end) else True
        if here and _NEXT_SAYS_NO.match(words, piece.end):
            own = True
        here_before = here
        bare = [*(bare if piece.kind == "comma" else []), *(here if own is None else [])]
        if not here and own and piece.kind == "comma" and _WILL_NOT.match(said):
            verdicts.update(dict.fromkeys(bare, True))
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


def mentioned(text: str, marks: Sequence[Mark]) -> list[bool]:
    """For each mark whether it is a day that the text only mentions, and does not offer."""
    apart = blanked(text, marks, TIME)
    parted = [(piece, apart[piece.start : piece.end]) for piece in pieces(blanked(text, marks, _G))]
    passing = [(piece.start + a, piece.start + b) for piece, said in parted for a, b in only_mentioned(said)]
    framing = [(piece.start + a, piece.start + b) for piece, said in parted for a, b in frames(said)]

    def within(mark: Mark, some: list[tuple[int, int]]) -> bool:
        return not mark.timed and any(start < mark.end and mark.start < end for start, end in some)

    verdicts = [within(mark, passing) or _moved(text, mark) for mark in marks]
    framed = [within(mark, framing) or _from_then_on(text, mark) for mark in marks]
    offered = any(not (mark.timed or past or frame) for mark, past, frame in zip(marks, verdicts, framed, strict=True))
    return [past or (frame and offered) for past, frame in zip(verdicts, framed, strict=True)]


def _from_then_on(text: str, mark: Mark) -> bool:
    """ "From 29.03. we have summer time"."""
    before = text[max(0, mark.start - 8) : mark.start]
    return _FROM_THEN.search(before) is not None and _STATED.match(text, mark.end) is not None


def _moved(text: str, mark: Mark) -> bool:
    return not mark.timed and _FROM.search(text[max(0, mark.start - _REACH) : mark.start]) is not None


def _says_no(said: str, apart: str, kind: str) -> bool | None:
    """None where the piece says nothing of its own: a list of days and times. `apart`: its times blanked otherwise."""
    if kind == "less":
        return True
    if _LIST_ONLY.fullmatch(said):
        return None
    if _OFFERED_HOUR.search(apart):
        return False
    return bool(_NO.search(_HARMLESS.sub(" ", _CONDITION.sub(" ", said))) or _FULL.search(said)) or filled(apart)
