"""A meeting moved or cancelled, in the words that people use: "move Minerva to thu", "cancel tomorrow's call" (L29).

Which meeting is meant stands in the command's fields: `of` (its day, day and hour, or week, ISO; `on` where
only a weekday was said), `scope` (next | series | person) and `noun`. The core finds it in the book, or asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.dates import at, clock
from assistant.reading.dates.words import WEEKDAY

_NOUN = r"(?:(?:video|phone) )?(?P<noun>meetings?|talk|calls?|coffee|lunch|sessions?|chat|appointment|catch-?up|one)"
_OBJECT = re.compile(
    rf"(?:(?:the|our|my|your|this|that) )?(?:(?P<of>today|tomorrow|tonight|{WEEKDAY}|next week)(?:'s|s)? )?"
    rf"(?P<next>next |upcoming |coming )?(?:(?P<whose>[\w'.-]{{2,40}}?)(?:'s)? )?{_NOUN}\b(?P<rest>.*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?:it|this|that|next|the next|next one|(?:this|that) one)", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:the|our|my) )?next(?: (?:one|meeting|talk|call))?(?P<rest>(?: (?:with|w/)\b.*)?)", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:(?:the |our |my |this )?(?:(?:whole|entire|complete) )?series"
    r"|(?:all|every one) (?:of )?(?:the |our |my |these )?(?:next |coming |future )?meetings"
    r"|(?:our|my|the) meetings|every meeting|(?:the )?whole thing)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|w/) (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{1,64}){0,2})", re.IGNORECASE)
_SO = re.compile(r"[,;:]?\s(?:because|since|as i|, as)\s(?P<because>.+)", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:please|pls|sorry|thanks|thank you|on|of|at|from|the|for)\b|[,.;:!?]", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s(?:to|until|till|onto)\s(?:the )?", re.IGNORECASE)
_BARE_DAY = re.compile(rf"(?:on )?{WEEKDAY}(?:,? (?:at )?\d{{1,2}}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?)?)?", re.IGNORECASE)
_BY_HOURS = r"(?:an|one|two|half an|1|2) hours? (?:later|earlier)"
_BY = re.compile(
    r"(?P<words>.+?) (?:by )?(?P<many>an|one|two|half an|1|2) hours? (?P<way>later|earlier)\W*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Meant:
    """Which meeting the words name: of whom, and the command's fields."""

    who: Who
    fields: tuple[tuple[str, str], ...]


def _named(words: str, line: Line) -> _Meant | None:
    """ "tomorrow's coffee with Minerva", "Minerva", "it": None where the words are about something else."""
    plain = words.strip(" ,.;:!?")
    if not plain or _BARE.fullmatch(plain):
        return _Meant(Who(line.reading.thread), (("scope", "next"),) if "next" in plain.lower() else ())
    if whole := _WHOLE.fullmatch(plain):
        found = _person(whole["rest"], line)
        return _Meant(found[0], (("scope", "series"),)) if found and not _left(found[1]) else None
    if following := _NEXT.fullmatch(plain):
        found = _person(following["rest"], line)
        return _Meant(found[0], (("scope", "next"),)) if found and not _left(found[1]) else None
    if who := resolve(plain, line.reading):
        return _Meant(who, (("scope", "person"),))
    match = _OBJECT.fullmatch(plain)
    found = _person(match["rest"], line) if match else None
    if match is None or found is None:
        return None
    who, rest = found
    if match["whose"] and match["whose"].lower() not in ("the", "our", "my"):
        named = resolve(match["whose"], line.reading)
        if named is None:
            return None
        who = named
    day = _week(line) if (match["of"] or "").lower() == "next week" else _day(f"{match['of'] or ''} {rest}", line)
    if _left(rest) and day is None:
        return None
    fields = [("noun", match["noun"].lower().rstrip("s"))]
    fields += [("of", day)] if day else []
    fields += [("on", "weekday")] if day and re.fullmatch(WEEKDAY, match["of"] or "", re.IGNORECASE) else []
    fields += [("scope", "next")] if match["next"] or match["noun"].lower() == "one" else []
    return _Meant(who, tuple(fields))


def _person(rest: str, line: Line) -> tuple[Who, str] | None:
    """The person after "with", and the words without them; the thread's where none is named; None for a stranger."""
    match = _WITH.search(rest)
    if match is None:
        return Who(line.reading.thread), rest
    words = match["who"].split()
    for count in range(len(words), 0, -1):
        if who := resolve(" ".join(words[:count]), line.reading):
            return who, f"{rest[: match.start()]} {' '.join(words[count:])}{rest[match.end() :]}"
    return None


def _day(words: str, line: Line) -> str:
    """The day of the meeting that is meant, or its day and hour, in ISO; "" where none is named."""
    found = at(words, line.reading.moment) if words.strip() else None
    if found is None or found.day is None or found.ask:
        return ""
    return f"{found.at:%Y-%m-%d %H:%M}" if found.at else f"{found.day}"


def _week(line: Line) -> str:
    """Next week, as ISO names weeks: "2026-W46"."""
    return f"{line.reading.moment.today + timedelta(days=7):%G-W%V}"


def _left(rest: str) -> bool:
    return bool(_FILLER.sub(" ", rest).strip())


# --- moving


def _move(match: re.Match[str], line: Line) -> Command | None:
    """ "move it to thu", "reschedule tomorrow's meeting to friday 10": what is moved stands before the last "to"."""
    text, because = _reasoned(match["text"])
    if by := _BY.fullmatch(text):
        return _shifted(by, line, because)
    for split in reversed([*_PREPOSITION.finditer(f" {text}")]):
        what, when = text[: max(split.start() - 1, 0)], text[split.end() - 1 :]
        meant = _named(what, line)
        made = _to(when, line, meant) if meant else None
        if made is not None:
            return replace(made, because=because)
    return None


def _to(when: str, line: Line, meant: _Meant) -> Command | None:
    command = about(Verb.MEET, meant.who, line, op="move")
    command = replace(command, fields=meant.fields)
    found = at(when, line.reading.moment)
    if found is None:
        hour = clock(when)
        return replace(command, time=hour) if hour else None
    ask = command.ask or found.ask or ("That day is over: when do you mean?" if found.past else "")
    words = when[found.start : found.end].strip()
    bare = bool(_BARE_DAY.fullmatch(words)) and (found.time is not None or not re.search(r"\d", words))
    return replace(
        command,
        day=None if ask else found.day,
        at=None if ask else found.at,
        time=found.time,
        fields=(*meant.fields, *((("day", "weekday"),) if bare else ())),  # of which week is for the book to say
        ask=ask,
    )


def _shifted(by: re.Match[str], line: Line, because: str) -> Command | None:
    """ "move the meeting an hour later": by so many minutes."""
    meant = _named(by["words"], line)
    if meant is None:
        return None
    many = {"an": 60, "one": 60, "1": 60, "two": 120, "2": 120, "half an": 30}[by["many"].lower()]
    minutes = many if by["way"].lower() == "later" else -many
    command = about(Verb.MEET, meant.who, line, op="move", because=because)
    return replace(command, fields=(*meant.fields, ("by", str(minutes))))


def _later(match: re.Match[str], line: Line) -> Command | None:
    """ "can we do the meeting an hour later?"."""
    by = _BY.fullmatch(match["text"].strip())
    return _shifted(by, line, "") if by else None


# --- cancelling


def _cancel(match: re.Match[str], line: Line) -> Command | None:
    """ "cancel next", "cancel coffee with Minerva", "cancel the whole series with her because …"."""
    text, because = _reasoned(match["text"])
    meant = _named(text, line)
    if meant is None or (_BARE.fullmatch(text.strip(" ,.;:!?")) and not meant.fields):
        return None  # "cancel it" is a brake
    return replace(about(Verb.MEET, meant.who, line, op="cancel", because=because), fields=meant.fields)


def _reasoned(text: str) -> tuple[str, str]:
    match = _SO.search(text)
    return (text[: match.start()], match["because"].strip(" .")) if match else (text, "")


RULES = (
    rule(
        r"(?:i (?:have|need|would like|want) to )?(?:move|reschedule|shift|postpone|push back|push|put off|change)"
        r" (?P<text>.+)",
        _move,
    ),
    rule(rf"(?:do|have|make|start|hold|begin) (?P<text>.+ {_BY_HOURS})", _later),
    rule(r"(?:i (?:have|need|would like|want) to )?(?:cancel|call off|scrap) (?P<text>.+)", _cancel),
)
