"""Recordings written down: speaker labels and time stamps. They are asked about before anything is kept."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from assistant.reading.languages import phrases

_DAY = r"(?:(?:[Tt]oday|[Yy]esterday|[Hh]eute|[Hh]oy)(?:,? at| um| a las)?\s)?"
_TIME = _DAY + (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+)?(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,2}\.\d{2}\.\d{2})(?:[.,]\d+)?(?:\s?[AaPp]\.?[Mm]\.?(?!\w))?"
)
STAMP = re.compile(rf"^\s*[\[(<]?{_TIME}[\])>]?\s*(?:-->|[-–—])?\s*")
# Who is not known to a program is "Speaker 1" to it.
_NUMBERED = r"(?i:speaker|participant|person|sprecher|intervenant|locuteur|hablante|orador|parlante|spreker) \d{1,2}"
_NAME = rf"(?:{_NUMBERED}|[^\W\d_][\w.'-]*(?:\s[^\W\d_][\w.'-]*){{0,2}})"
_VOICE = re.compile(r"^\s*<v(?:\.\w+)*\s+(?P<name>[^>]{1,40})>\s*")  # WebVTT
_CUE = re.compile(rf"^\s*{_TIME}\s*-->|^WEBVTT\b")
_LOGGED = re.compile(r"^\s*\d{1,2}[:.]\d{2}\s*(?:h|Uhr)?\s*[-–—:|]?\s+(?=[^\W\d_])")
_CAPTION = re.compile(r"^\s*>>\s*(?=[^\W\d_][^:\n]{1,40}:\s)")  # ">> ADA: …"
_BRACKETED = re.compile(rf"^\s*\[(?P<name>[^\W\d_][^\]\n]{{1,40}})\]\s*\[{_TIME}\]\s*(?=\S)")  # "[Ada] [10:02 PM] …"
MOST_LINES = 2000  # of a text that are put in order
MOST_OFTEN = 3  # lines that begin with a time: a log
_LISTED = rf"{_NAME}(?:,\s{_NAME})?"  # "McGee, Minerva"
# A line that says who speaks, and when: what they say stands below it.
_TURN = re.compile(
    rf"^\s*(?:[*_]{{1,2}})?(?:[\[(]?{_TIME}[\])]?\s*[-–—]?\s*(?P<after>{_LISTED})"
    rf"|(?P<before>{_LISTED})\s*[,–—-]?\s*[\[(]?{_TIME}[\])]?)"
    r"(?:[*_]{1,2})?\s*:?\s*$"
)


_CAPITALS = re.compile(r"(?P<name>[^\W\d_a-z]{2,20}(?: [^\W\d_a-z]{2,20}){0,2})(?:\s?\([^()]{1,20}\))?:?")
SPEAKER = re.compile(
    rf"^\s*(?:<(?P<nick>\w[\w .-]{{0,29}})>|(?P<name>{_NAME})(?:\s\([^()]{{1,20}}\))?\s?:)\s+(?P<said>\S.*)$"
)


LABELS = frozenset(
    {
        "action",
        "ai",
        "todo",
        "decision",
        "decisions",
        "decided",
        "agreed",
        "resolution",
        "private",
        "next",
        "note",
        "notes",
        "idea",
        "risk",
        "question",
        "summary",
        "discussed",
        "from",
        "to",
        "date",
        "subject",
        "present",
        "participants",
        "scribe",
        "owner",
        "who",
        "what",
        "due",
        "task",
        "status",
        "deadline",
    }
)


_PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "mc", "of", "ten",
    "ter", "van", "von", "y", "zu",
})  # fmt: skip


def _is_topic(name: str) -> bool:
    """Whether a label is one of a topic: "Job search" is no name, "Vincent van Gogh" and "ada" are."""
    first, *more = name.partition("(")[0].split()
    return first[:1].isupper() and any(word.isalpha() and word.islower() and word not in _PARTICLES for word in more)


def _is_stamped(line: str) -> bool:
    """Whether a line begins with a time and a speaker."""
    head = line[:240]
    return ":" in head and STAMP.match(head) is not None and SPEAKER.match(STAMP.sub("", head)) is not None


def _turn(line: str) -> str:
    """Who speaks in the lines below this one; "" where it says no such thing."""
    match = _TURN.match(line[:80]) if ":" in line else None
    name: str = (match["after"] or match["before"]) if match else ""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first else name


def _scripted(lines: list[str]) -> list[str]:
    """Who speaks below each line, where names in capitals on lines of their own come back, as in a play."""
    named = [_CAPITALS.fullmatch(line[:60].strip()) for line in lines]
    below = [*(line.strip() for line in lines[1:]), ""]
    found = [
        one["name"] if one and said[:1].isalpha() and not said.isupper() else ""
        for one, said in zip(named, below, strict=True)
    ]
    often = Counter(filter(None, found))
    return (
        [name if often[name] > 1 and len(often) > 1 else "" for name in found] if len(often) > 1 else [""] * len(lines)
    )


def _speaker(line: str) -> str:
    """Who speaks in a line of its own; "-" for nobody: "so decided: …" names none of those who talk."""
    match = SPEAKER.match(STAMP.sub("", line)[:200])
    return (match["nick"] or match["name"]) if match else "-"


def _labelled(line: str) -> str:
    """A line with who speaks before a colon, whatever shows it: "<v Ada>…", ">> ADA: …", "[Ada] [10:02] …"."""
    said = line.lstrip()
    if said.startswith(">>"):
        return _CAPTION.sub("", line)
    if said.startswith("<"):
        return _VOICE.sub(r"\g<name>: ", line)
    return _BRACKETED.sub(r"\g<name>: ", line) if said.startswith("[") else line


def in_turns(text: str) -> str:
    """A talk whose speakers stand on lines of their own ("Ada Byron 10:02 AM"), as "Ada Byron: …" line by line.

    Times before speakers, and before the lines of a log, are left out."""
    whole = text.split("\n")
    lines = [_labelled(line) for line in whole[:MOST_LINES] if not _CUE.match(line)]
    rest = whole[MOST_LINES:]
    if sum(_is_stamped(line) for line in lines) > 1:
        return "\n".join([STAMP.sub("", line) or line for line in lines] + rest)
    turns = [_turn(line) for line in lines]
    often = Counter(turns)
    turns = [
        turn if turn[:1].isupper() or (len(turn) > 2 and " " not in turn and len(often) > 2) else "" for turn in turns
    ]  # a nick returns
    if sum(map(bool, turns)) < 2:
        turns = _scripted(lines)
        often = Counter(turns)
    if sum(map(bool, turns)) < 2:
        logged = [_LOGGED.match(line) for line in lines]
        if sum(map(bool, logged)) < MOST_OFTEN:
            return "\n".join(lines + rest)
        return "\n".join([_entry(line, one) if one else line for line, one in zip(lines, logged, strict=True)] + rest)
    out: list[str] = []
    speaker = silent = ""
    for line, turn in zip(lines, turns, strict=True):
        if turn:
            out += [silent] if silent else []
            speaker, silent = turn, line
        elif speaker and line.strip() and _speaker(line) not in often:
            out.append(f"{speaker}: {line.strip()}")
            silent = ""
        else:
            out.append(line)
    return "\n".join([*out, *([silent] if silent else []), *rest])


def _entry(line: str, stamp: re.Match[str]) -> str:
    """A line of a log without its time, as an item, which goes on in no other line."""
    said = line[stamp.end() :]
    return said if said.rstrip().endswith(":") else f"- {said}"


@cache
def _deeds() -> re.Pattern[str]:
    """Verbs of doing, small: with one, a line to a name says what is to be done, and nobody speaks."""
    verbs = {*phrases("notes", "hands"), *phrases("notes", "does")}
    return re.compile(rf"(?:to )?(?:{'|'.join(sorted(verbs))})\s[^.!?]+$")


def dictated(text: str) -> bool:
    """Whether a text is a recording written down: speaker labels that return, or time stamps on its lines."""
    speakers: dict[str, int] = {}
    assigned = 0
    order: list[str] = []  # who speaks after whom: in a list of tasks nobody comes back
    raw = [line for line in text.split("\n")[:400] if line.strip()]
    lines = [line for line in in_turns("\n".join(raw)).split("\n") if line.strip()]
    stamps = sum(bool(STAMP.match(line) and re.match(r"\s*[\[(]?\d{1,2}:\d{2}:\d{2}|\s*\[", line)) for line in raw)
    for line in lines:
        if match := SPEAKER.match(STAMP.sub("", line)[:200]):
            name = (match["nick"] or match["name"]).casefold()
            if name.split()[0] in LABELS or _is_topic(match["nick"] or match["name"]):
                continue
            if len(match["said"].split()) > 1:
                assigned += _deeds().match(match["said"].strip()) is not None
                speakers[name] = speakers.get(name, 0) + 1
                order += [name] if order[-1:] != [name] else []
    turns = Counter(turn for line in raw if (turn := _turn(line))[:1].isupper())
    if len(turns) > 1 and sum(turns.values()) > MOST_OFTEN and max(turns.values()) > 1:
        return True
    returns = len(order) > len(set(order)) and assigned * 2 < sum(speakers.values())
    return stamps >= 2 or (len(speakers) >= 2 and returns and sum(speakers.values()) * 2 >= len(lines))
