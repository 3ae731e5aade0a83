"""Whose an action is and by when: "3 mine 18 dec", "not 11 dec but 12 dec for the memo", "the script is hers"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.mentoring.command import Command
from assistant.reading.commands.context import Reading
from assistant.reading.commands.recaps.refs import HERS, MINE, OURS, Ref, correction, ref, whose
from assistant.reading.dates import dates, due

_WORDS = {
    **dict.fromkeys(
        ("mine", "me", "my", "my job", "my task", "my part", "my turn", "for me", "on me", "with me"), MINE
    ),
    **dict.fromkeys(("up to me", "i", "i do", "my thing"), MINE),
    **dict.fromkeys(("hers", "his", "theirs", "her", "him", "them", "for her", "for him", "up to her"), HERS),
    **dict.fromkeys(("her job", "his job", "her task", "his task", "her part", "on her", "with her"), HERS),
    **dict.fromkeys(("ours", "both", "us", "both of us", "for both", "for both of us", "us both", "shared"), OURS),
}
_OWNER = (
    rf"(?P<owner>{'|'.join(sorted(map(re.escape, _WORDS), key=len, reverse=True))}|(?P<name>[^\W\d_][\w-]*)(?:'s)?)"
)
_IS = r"(?:is|are|was|were|should be|must be|belongs to|belong to|falls to|goes to|comes to|=|:|->|→|-|–)"
_OWNED = re.compile(
    rf"(?P<ref>.{{1,60}}?)(?: ?:)?(?:(?<=\d) (?:is|are|was|were) for| {_IS}(?: for(?= [^\W\d_][\w-]* to))?)?"
    rf" (?:all )?{_OWNER}"
    r"(?: (?:does|do|takes|take|will do|will take|to (?:do|take|handle|finish|deliver))(?: that| it| this)?)?"
    r"(?:,? (?:and |actually )?not (?P<not>[\w' ]{1,20}))?",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    rf"(?P<ref>.{{1,60}}?) (?:is not|isn't|are not|was not|wasn't|not) [\w' ]{{2,20}}?(?:,? but|,? it's|,? it is"
    rf"|,) {_OWNER}",
    re.IGNORECASE,
)
_NOT_OWNED = re.compile(
    r"(?P<ref>(?:(?:number|no\.?|action|task|item|point|line) )?#?\d{1,3}|the .{2,40}?)"
    r" (?:is not|isn't|ain't|was not|wasn't|not) (?:mine|hers|his|theirs|ours|for me|my job)",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"(?P<owner>i|she|he|we(?: both)?|[^\W\d_][\w-]*)(?:'ll| will|'d| would|'m going to)?"
    r" (?:do|does|take|takes|have|has|own|owns|handle|handles|am doing|is doing)(?: that's| thats)? (?P<ref>#?\d{1,3}"
    r"|(?:number|action|task|item|point) #?\d{1,3})",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:not|instead of|rather than|and no longer|no longer|isn't|wasn't)(?: (?:on|by|the|due|until|till))*\s*$",
    re.IGNORECASE,
)
_NOT_THE_NTH = re.compile(r",? (?:and )?not (?:on |by )?(?:the )?\d{1,2}(?:st|nd|rd|th)?$", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,]+(?:by|due|until|till|on|for|at|and|but))+$", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:due|by|until|till|til|not|instead|rather|deadline|date|ready|falls)\b|^#?\d{1,3}\b|:|->|→|=", re.IGNORECASE
)
# What stands between a line and its day.
_BETWEEN = re.compile(
    r"\b(?:due(?: date)?|deadline|date|day|by|until|till|til|on|for|of|isn't|wasn't|is|are|was|be|should|must|it's"
    r"|its|it"
    r"|but|and|now|then|instead of|rather than|instead|not|no longer|the|to|ready|done|falls|comes|at|latest|please|pls"
    r"|that's|that|this|i'll|i'd|she'll|he'll|we'll|i|she|he|we|they|will|would|says|said|do|does|have|finish|send"
    r"|bring|deliver"
    r")\b|->|→|=|[:,;–—-]",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:number|no\.?|nr\.?|item|action|point|task|line|#) ?#?(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dated:
    """What a correction says of days: the new one, the one that it is not, and the words without both."""

    day: date | None
    was: date | None
    rest: str
    ask: str = ""


def fix(part: str, reading: Reading) -> Command | None:
    """An owner, a day, or both, of one line; None for anything else."""
    if match := _NOT_OWNED.fullmatch(part):
        line = ref(match["ref"], reading)
        return _of(line, correction("fix", reading, part, fields=(("owner", "?"),))) if line is not None else None
    if owned := _owned(part, reading):
        return owned
    dated = _dated(_NOT_THE_NTH.sub("", part), reading)
    if dated is None or not (_CUE.search(part) or not _BETWEEN.sub(" ", dated.rest).strip()):
        return None
    whole = _TRAILING.sub("", dated.rest.strip(" ,;:-–"))
    if _NOT_BUT.fullmatch(whole) and (turned := _owned(whole, reading)) is not None:
        return _with_day(replace(turned, line=part), dated)
    clauses = [" ".join(_BETWEEN.sub(" ", _COUNTED.sub("", clause)).split()) for clause in dated.rest.split(",")]
    if sum(map(bool, clauses)) > 1:
        return None  # "number 1 is due by 5 December, the rest is right": each clause for itself
    first = next((c for c, said in zip(dated.rest.split(","), clauses, strict=True) if said), "")
    owned = _owned(_TRAILING.sub("", first.strip(" ,;:-–")), reading) if first else None
    if owned is not None:
        return _with_day(replace(owned, line=part), dated)
    words = "".join(clauses)
    if not words:
        return _with_day(correction("fix", reading, part), dated)
    line = ref(words, reading)
    return _with_day(_of(line, correction("fix", reading, part)), dated) if line is not None else None


def _with_day(command: Command, dated: _Dated) -> Command:
    fields = [*command.fields]
    if dated.day is not None:
        fields.append(("due", dated.day.isoformat()))
    if dated.was is not None:
        fields.append(("was", dated.was.isoformat()))
    return replace(command, day=dated.day, ask=dated.ask, fields=tuple(fields))


def _of(line: Ref, command: Command) -> Command:
    """An owner's or a day's line: its words are the command's text."""
    named = line.on(command)
    return replace(named, text=line.text, fields=tuple(pair for pair in named.fields if pair[0] != "ref"))


def _owned(part: str, reading: Reading) -> Command | None:
    if match := _DOES.fullmatch(part):
        owner, words = _owner(match["owner"], reading), match["ref"]
    elif match := _NOT_BUT.fullmatch(part) or _OWNED.fullmatch(part):
        owner, words = _owner(match["owner"], reading), match["ref"]
        if match["name"] and not re.search(rf"\d|{_IS} {re.escape(match['owner'])}", part, re.IGNORECASE):
            return None  # "call Minerva", "the script for Minerva"
        if match["owner"].lower() in {"i", "my"} or (match["owner"].lower() in {"her", "him", "them"} and _verb(words)):
            return None
    else:
        return None
    other = match["name"] if not owner and match["name"] and match["name"][:1].isupper() else ""
    line = ref(words, reading) if owner or other else None
    if line is None or line.by or (other and line.number is None):
        return None
    if other:
        other = other.removesuffix("'s")
        return _of(line, correction("others", reading, part, because=other)) if "'s" in part else None
    return _of(line, correction("fix", reading, part, fields=(("owner", owner),)))


def _verb(words: str) -> bool:
    """ "send it to her" names no owner; "3 her" and "3 is her" do."""
    return re.fullmatch(r".*\d(?: ?:| is| was| for| on)?", words.strip(), re.IGNORECASE) is None


def _owner(said: str, reading: Reading) -> str:
    word = " ".join(said.lower().split())
    by_verb = {"i": MINE, "she": HERS, "he": HERS, "we": OURS, "we both": OURS}
    return by_verb.get(word) or _WORDS.get(word) or whose(said, reading)


def _dated(part: str, reading: Reading) -> _Dated | None:
    """The one day that a part names, and the one that it says it is not."""
    days: list[tuple[date | None, str]] = []
    was: date | None = None
    rest, last = "", 0
    for one in dates(part, reading.moment):
        before = part[: one.start]
        words = re.sub(r"^(?:by|until|till|due|before|on)\s+", "", part[one.start : one.end], flags=re.IGNORECASE)
        read = due(f"by {words}", reading.moment)
        rest += part[last : one.start] + " "
        last = one.end
        if _NOT_THEN.search(before):
            was = one.first
        elif read is not None:
            days.append((read.first, read.ask or ("That day is over." if read.past else "")))
    rest += part[last:]
    if len(days) != 1:
        return None
    day, ask = days[0]
    return _Dated(day, was, " ".join(rest.split()), ask)
