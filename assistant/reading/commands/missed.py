"""That somebody did not come to a meeting (L34): "no-show", "she didn't show up", "waited 20 min, nobody came".

Only a plain report counts. Whoever came late, or did not come to something else, missed nothing.
"""

from __future__ import annotations

import re

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.body import straight
from assistant.reading.commands.context import Reading
from assistant.reading.commands.names import Who, fold, resolve
from assistant.reading.commands.rules import WHO, Line, about, rule
from assistant.reading.spelling import spelt

_MOST_WORDS = 40
_LONG_WORD = 20  # letters
_MEETING = (
    r"(?:(?:our|the|my|this|today's|yesterday's|another|last) )?(?:video |phone |zoom |coffee )?"
    r"(?:meeting|call|coffee|talk|session|appointment|chat|lunch|slot|zoom|catch-?up)"
)
_DID_NOT = (
    r"(?:(?:(?:didn't|did not)(?: (?:even|actually|just|bother to))?|never(?: (?:even|actually))?|failed to)"
    r" (?:come|came|show(?:ed)?(?: up)?|turn(?:ed)? up|appear(?:ed)?|arrived?|attend(?:ed)?|dial(?:l?ed)? in"
    rf"|join(?:ed)?(?: (?:me|us|{_MEETING}))?|make it|made it|pick(?:ed)? up)"
    r"|(?:was|is)(?: (?:a|another))? no[ -]?show|no[ -]?showed|(?:wasn't|was not) (?:there|around)"
    r"|was nowhere to be (?:seen|found)|stood me up|left me (?:waiting|hanging)|(?:missed|skipped|forgot)(?: about)?"
    rf" {_MEETING})"
)
_WHEN = (
    r"(?:,? (?:again|today|yesterday|tonight|once more|either|in the end|after all|at all|so far"
    r"|(?:this|in the) (?:morning|afternoon|evening)|yesterday (?:morning|afternoon|evening)"
    r"|(?:on |last )?(?:mon|tues|wednes|thurs|fri)day|(?:for|to|at) (?:the )?(?:second|third|2nd|3rd)(?: time)?"
    rf"|(?:to|for|at|on|in) {_MEETING}|(?:the|a) (?:second|third|2nd|3rd) time|without (?:a )?(?:word|notice|warning)"
    r"|yet|just now|:-?[(/|]|😞|🙁|😢))*"
)
_SHE = r"she|he|they|nobody|no ?one|noone"


def _said(match: re.Match[str], line: Line) -> Command | None:
    """Whom it is about: the named, else the thread's; the book knows the meeting that has just passed."""
    groups = match.groupdict()
    named = groups.get("who") or ""
    who = resolve(named, line.reading) if named and not _NOBODY.fullmatch(named) else Who(line.reading.thread)
    if who is None and fold(named) in _PRONOUNS:
        who = Who()
    return about(Verb.NO_SHOW, who, line, op="no_show") if who else None


_NOBODY = re.compile(_SHE, re.IGNORECASE)
_PRONOUNS = frozenset({"her", "him", "them"})
RULES = (
    rule(rf"(?:(?:it was |that was )?(?:a |another )?|so )no[ -]?shows?{_WHEN}", _said),
    rule(rf"no[ -]?show[,:]? (?:(?:by|from|of|for|with) )?{WHO}{_WHEN}", _said),
    rule(rf"{WHO} {_DID_NOT}{_WHEN}", _said),
    rule(rf"(?:nobody|no ?one) (?:came|showed(?: up)?|turned up|appeared|joined|was there){_WHEN}", _said),
    rule(rf"{WHO}[,:]? (?:a |another )?no[ -]?show{_WHEN}", _said),
    rule(rf"(?:(?:there )?(?:was|is) )?no (?:sign|trace) of {WHO}{_WHEN}", _said),
)
_CLAUSE = re.compile(r"[.!;,\n–—]+|\s-+\s|\b(?:and|but|because)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:so|well|hm+|ugh|argh|sadly|unfortunately|bad news|guess what|fyi|update|robin|um|no(?![- ]show)|yes"
    r"|it seems"
    r"|apparently|i(?:'m| am) afraid|looks like|i guess|i think|sorry to say|disappointing)\b[\s:,]*)+",
    re.IGNORECASE,
)
# They came after all, or it is asked, supposed or told of something else.
_NO_REPORT = re.compile(
    r"\?|\b(?:if|unless|when|almost|nearly|would|might|maybe|perhaps|worried|hope|until|till|late|later|eventually"
    r"|finally|came|joined|then (?:she|he|they) called|we (?:talked|spoke|met|discussed|agreed)"
    r"|(?:she|he|they) (?:said|told|explained|asked)|last (?:year|month))\b",
    re.IGNORECASE,
)


def missed(text: str, reading: Reading) -> Command | None:
    """The report in short prose of several clauses; None where it is none, or not plainly one."""
    if len(text) > _MOST_WORDS * _LONG_WORD:
        return None
    words = spelt(straight(text), prose=False)
    if len(words.split()) > _MOST_WORDS:
        return None
    found: list[Command] = []
    for clause in _CLAUSE.split(words):
        said = _LEAD.sub("", clause.strip())
        command = next((c for r in RULES if (m := r.pattern.fullmatch(said)) and (c := _of(m, said, reading))), None)
        if command is not None:
            found.append(command)
        elif _NO_REPORT.search(said):
            return None
    named = [c for c in found if c.person or c.candidates]
    return (named or found)[0] if found and "?" not in words else None


def _of(match: re.Match[str], words: str, reading: Reading) -> Command | None:
    return _said(match, Line(words, "", "", reading))
