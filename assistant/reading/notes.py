"""Meeting notes, read: the writer's own lines under the right heading. Nothing is summed up, owner and due are never
inferred (P100), conditions and wishes are no tasks, what is done stays done, what is private stays private."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from assistant.mentoring.facts import NoteAction, Notes
from assistant.reading.commands.body import straight
from assistant.reading.dates import Moment, at, due
from assistant.reading.privacy import split_private
from assistant.reading.tasks import Cast, Task, cast, task
from assistant.reading.transcripts import LABELS, SPEAKER, STAMP, dictated

__all__ = ["dictated", "notes"]

_HEADINGS = (
    (
        "actions",
        re.compile(
            r"(?:suggested )?(?:actions?(?: items?| points?)?|ais?|to[- ]?dos?(?: list)?|next steps"
            r"|follow[- ]?ups?|tasks|homework|commitments|my actions|i will)",
            re.IGNORECASE,
        ),
    ),
    (
        "decisions",
        re.compile(
            r"(?:decisions?(?: made)?|agreed|agreements?|resolutions?|conclusions?(?:/resolutions?)?"
            r"|we (?:agreed|decided))",
            re.IGNORECASE,
        ),
    ),
    ("questions", re.compile(r"(?:(?:open )?questions?|doubts|to (?:ask|clarify)|unclear)", re.IGNORECASE)),
    ("next", re.compile(r"(?:next (?:meeting|date|appointment|call|time|session|1:1))", re.IGNORECASE)),
    ("offers", re.compile(r"(?:offers?|(?:\w+ )?offered(?: to)?|(?:she|he) (?:offers|offered|will))", re.IGNORECASE)),
    (
        "skip",
        re.compile(
            r"(?:present|attendees|participants|invited|agenda|goals for today|date|scribe|time)", re.IGNORECASE
        ),
    ),
    (
        "points",
        re.compile(
            r"(?:main points|(?:points |topics )?discuss(?:ed|ion)(?: (?:points|topics))?|summary"
            r"|notes|details|background|context\w*|minutes|learned|learnings|topics)",
            re.IGNORECASE,
        ),
    ),
)
_HEAD_LINE = re.compile(
    r"^\s*(?:#{1,6}\s*|[*_]{1,3})?(?P<head>[A-Za-z][\w /&'’:-]{1,40}?)(?:[*_]{1,3})?\s*(?P<colon>:)?(?:[*_]{1,3})?\s*$"
)
_INLINE_HEAD = re.compile(
    r"^\s*(?:[-*•+]\s)?[*_]{0,2}(?P<head>decisions?|decided|agreed|resolution|resolved"
    r"|questions?|open question|next(?: (?:meeting|date|appointment|1:1|time|session|call"
    r"|touchpoint|chat))?|nxt(?: chat)?|rdv suivant|discussed|idea|risk|note"
    r"|summary)[*_]{0,2}\s?[:=]\s*[*_]{0,2}(?P<rest>.+)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next (?:meeting|call|chat|date|appointment|touchpoint|1:1|session|talk|one"
    r"|time we (?:meet|talk))|nxt chat|(?:talk|speak|meet|see (?:you|us|each other)|chat"
    r"|regroup) again|check[- ]?in|let's (?:speak|meet|talk|regroup|check in)|we (?:meet"
    r"|see us|will meet|speak) (?:again|at|on)|coffee again|see us at|rdv suivant"
    r"|follow-up (?:call|meeting))\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"^(?:we|it was|they|both)?\s?(?:also |have )?(?:agreed|decided|settled|resolved)\b"
    r"|\bwe (?:also |have |then )?(?:agreed|decided|settled|set one goal|said no|said we)\b"
    r"|\bdecision made\b",
    re.IGNORECASE,
)
# "e.g. this" is no end of a sentence; a new clause with "she", "he" or "I" may hold a task of its own.
_SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9\"'(])|(?<=\w\w\w\w[.!?])\s+|(?<=[!?])\s+|,\s+(?=(?:she|he"
    r"|i)(?:\s(?:sends|will|gives|brings|checks|must|have)|'ll)\b)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•·+]|=>|->|→|\d{1,2}[.)])\s*")
_DONE = re.compile(r"^\s*(?:[-*•]\s)?(?:\[[xX✓]\]|✓|✔|☑|done\b[:\s-])|@done\b|\s\(done\)\s*$", re.IGNORECASE)
_HEADER = re.compile(r"^(?:from|to|cc|sent|date|subject|von|an|betreff|gesendet)\s?:\s.+$", re.IGNORECASE)
_FORWARDED = re.compile(r"^-{4,}.{0,40}-{4,}\s*$")


@dataclass(slots=True)
class _Sheet:
    """What has been sorted so far."""

    points: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    actions: list[NoteAction] = field(default_factory=list)
    offers: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    next_meeting: str = ""


def notes(text: str, moment: Moment, *, protege: str, mentor: str) -> Notes:
    """Notes of a talk between `protege` and `mentor` (full names), written at `moment`. Lines stay the writer's own.

    An action's owner is "" and its due None unless the words say them; `asks` says what is to be confirmed."""
    public, private = split_private(text)
    names = cast(public, protege, mentor)
    sheet, section = _Sheet(), ""
    spoken = dictated(public)
    columns: tuple[str, ...] = ()
    for raw in public.split("\n"):
        line = straight(raw).rstrip()
        if not line.strip() or _HEADER.match(line.strip()) or _FORWARDED.match(line.strip()):
            continue
        if line.lstrip().startswith("|") and line.count("|") >= 3:
            columns = _row(line, columns, sheet, names, moment)
            continue
        if heading := _heading(line):
            section = heading
            continue
        if section == "skip" and _HEAD_LINE.match(line):
            section = ""
        _sort(line, section, sheet, names, moment, spoken=spoken)
    start = at(sheet.next_meeting, moment) if sheet.next_meeting else None
    when = start.at if start and not start.past and not start.ask else None
    return Notes(
        tuple(sheet.points),
        tuple(sheet.decisions),
        tuple(sheet.actions),
        tuple(sheet.offers),
        tuple(sheet.questions),
        private,
        sheet.next_meeting,
        when,
    )


def _heading(line: str) -> str:
    match = _HEAD_LINE.match(line)
    if not match:
        return ""
    head = match["head"].strip(" :*_")
    marked = bool(match["colon"]) or line.lstrip()[:1] in "#*_" or head[:1].isupper()
    return next((name for name, words in _HEADINGS if marked and words.fullmatch(head)), "")


def _sort(line: str, section: str, sheet: _Sheet, names: Cast, moment: Moment, *, spoken: bool) -> None:
    """One line into its place; a line of prose sentence by sentence."""
    if _DONE.search(line):
        sheet.points.append(_BULLET.sub("", line).strip())
        return
    speaker = ""
    if spoken and (match := SPEAKER.match(STAMP.sub("", line)[:2000])):
        speaker = names.role(match["nick"] or match["name"])
        if match["name"] is None or match["name"].casefold() not in LABELS:
            line = STAMP.sub("", line)[match.start("said") :]
    if inline := _INLINE_HEAD.match(line[:2000]):
        _under(inline["head"].lower(), line[inline.start("rest") :].strip(), sheet, names, moment)
        return
    found = task(line, names, listed=section == "actions", speaker=speaker)
    if found:
        _add(found, sheet, moment)
        return
    clean = _BULLET.sub("", line).strip()
    if section in {"decisions", "questions", "offers", "next"}:
        _under(section, clean, sheet, names, moment)
        return
    if section == "skip":
        return
    for sentence in _SENTENCE.split(clean):
        _sentence(sentence.strip(), sheet, names, moment, speaker)


def _under(head: str, text: str, sheet: _Sheet, names: Cast, moment: Moment) -> None:
    if head.startswith(("decision", "decided", "agreed", "resol")):
        found = task(text, names, listed=False)
        _add(found, sheet, moment) if found and found.named else sheet.decisions.append(text)
    elif head.startswith(("question", "open")):
        sheet.questions.append(text)
    elif head.startswith("offer"):
        sheet.offers.append(text)
    elif head.startswith(("next", "nxt", "rdv")):
        sheet.next_meeting = sheet.next_meeting or text
    else:
        for sentence in _SENTENCE.split(text):
            _sentence(sentence.strip(), sheet, names, moment, "")


def _sentence(text: str, sheet: _Sheet, names: Cast, moment: Moment, speaker: str) -> None:
    if not text:
        return
    if (
        _NEXT.search(text)
        and not sheet.next_meeting
        and (text.endswith("?") or at(text, moment) or re.search(r"\d|week|month|soon", text))
    ):
        sheet.next_meeting = text.strip(" .")
        if text.endswith("?"):
            sheet.questions.append(text)
        return
    found = task(text, names, listed=False, speaker=speaker)
    if found:
        _add(found, sheet, moment)
    elif text.endswith("?"):
        sheet.questions.append(text)
    elif _DECIDED.search(text):
        sheet.decisions.append(text)
    else:
        sheet.points.append(text)


def _add(found: Task, sheet: _Sheet, moment: Moment) -> None:
    if found.owner == "mentor" and not found.listed:
        sheet.offers.append(found.text)
        return
    sheet.actions.append(_action(found.text, found.owner, found.due_words or found.text, moment))


def _action(text: str, owner: str, words: str, moment: Moment) -> NoteAction:
    when = due(words, moment)
    day = when.first if when and when.first and when.first >= moment.today else None
    asks = []
    if not owner:
        asks.append(f"who will “{_short(text)}”?")
    if when and when.ask:
        asks.append(when.ask)
    elif when and day and (when.unusual or day > moment.today + timedelta(days=365)):
        cue = re.search(r"\b(?:before|after|by|until|till) $", words[: when.start], re.IGNORECASE)
        said = words[cue.start() if cue else when.start : when.end].strip()
        asks.append(f"“{said}”: is {day:%-d %b} right?")
    return NoteAction(text, owner, day, " ".join(asks))


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


_COLUMNS = {
    "what": re.compile(r"what|action|task|to-?do|item", re.IGNORECASE),
    "who": re.compile(r"who|owner|responsible|by whom", re.IGNORECASE),
    "when": re.compile(r"when|due|deadline|until|by", re.IGNORECASE),
}


def _row(line: str, columns: tuple[str, ...], sheet: _Sheet, names: Cast, moment: Moment) -> tuple[str, ...]:
    """A row of a table: its header says which cell is who, what and when."""
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if all(re.fullmatch(r":?-{2,}:?|", cell) for cell in cells):
        return columns
    heads = tuple(next((name for name, words in _COLUMNS.items() if words.fullmatch(cell)), "") for cell in cells)
    if "what" in heads and len(set(heads)) > 1:
        return heads
    named = dict(zip(columns, cells, strict=False))
    if named.get("what"):
        action = _action(named["what"], names.role(named.get("who", "")), named["what"], moment)
        when = due("by " + named["when"], moment) if named.get("when") else None
        sheet.actions.append(replace(action, due=when.first if when else action.due))
    elif any(cells):
        sheet.points.append(" · ".join(cell for cell in cells if cell))
    return columns
