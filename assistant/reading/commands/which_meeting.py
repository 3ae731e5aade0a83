"""Which meeting words name: "tomorrow's coffee with Minerva", "the January one", "all meetings" (L29).

It stands in the command's fields: `of` (its day, day and hour, week or month, ISO; `on` where only a weekday was said),
`scope` (next | series | all | person) and `noun`. The core finds it in the book, or asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line
from assistant.reading.dates import at
from assistant.reading.dates.words import MONTH, MONTH_NUMBER, WEEKDAY

_NOUN = (
    r"(?:(?:video|phone) )?(?P<noun>meetings?|talk|calls?|coffee|lunch|tea|breakfast|dinner|drinks?|sessions?|chat"
    r"|appointment|catch-?up|one)"
)
_DATE = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
_ONLY_DAY = re.compile(
    rf"(?:on )?(?:the )?(?:today|tomorrow|{_DATE}|{WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th))(?:'s)?", re.IGNORECASE
)
_ONLY_MONTH = re.compile(rf"(?:in |the )?(?:one in )?(?P<month>{MONTH})(?:'s)?", re.IGNORECASE)
_OBJECT = re.compile(
    rf"(?:(?:the|our|my|your|this|that) )?"
    rf"(?:(?P<of>today|tomorrow|tonight|{_DATE}|{WEEKDAY}|next week|{MONTH})(?:'s|s)? )?"
    rf"(?P<next>next |upcoming |coming )?(?:(?P<whose>[\w'.-]{{2,40}}?)(?:'s)? )?{_NOUN}\b(?P<rest>.*)",
    re.IGNORECASE,
)
_OVER_A_MEAL = frozenset({"lunch", "tea", "breakfast", "dinner", "drink"})  # the book calls each a coffee (L25)
BARE = re.compile(r"(?:it|this|that|next|the next|next one|(?:this|that) one)", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:(?:the|our|my) )?next(?: (?:one|meeting|talk|call))?(?P<rest>(?: (?:with|w/)\b.*)?)", re.IGNORECASE
)
_WHOLE = re.compile(
    r"(?:(?:the |our |my |this )?(?:(?:whole|entire|complete) )?series"
    r"|(?:all|every one|both|the rest)(?: of)? ?(?:the |our |my |these |those )?"
    r"(?:next |coming |future |remaining |other )?(?:meetings|calls|talks|sessions|dates|appointments|invites|them)"
    r"|(?:our|my|the) (?:remaining |future )?(?:meetings|calls|talks|sessions)"
    r"|every(?: single)? (?:meeting|one)|(?:the )?whole thing|everything(?= with ))\b(?P<rest>.*)",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:with|w/) (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{1,64}){0,2})", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:please|pls|sorry|thanks|thank you|on|of|at|from|the|for)\b|[,.;:!?]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """Which meeting the words name: of whom, and the command's fields."""

    who: Who
    fields: tuple[tuple[str, str], ...]


def named_meeting(words: str, line: Line) -> Meant | None:
    """ "tomorrow's coffee with Minerva", "Minerva", "it": None where the words are about something else."""
    plain = words.strip(" ,.;:!?")
    if not plain or BARE.fullmatch(plain):
        return Meant(Who(line.reading.thread), (("scope", "next"),) if "next" in plain.lower() else ())
    if whole := _WHOLE.fullmatch(plain):
        found = _person(whole["rest"], line)
        scope = "series" if "series" in plain.lower() else "all"
        return Meant(found[0], (("scope", scope),)) if found and not _left(found[1]) else None
    if following := _NEXT.fullmatch(plain):
        found = _person(following["rest"], line)
        return Meant(found[0], (("scope", "next"),)) if found and not _left(found[1]) else None
    if who := resolve(plain, line.reading):
        return Meant(who, (("scope", "person"),))
    return _by_its_day(plain, line) or _by_its_noun(plain, line)


def _by_its_day(plain: str, line: Line) -> Meant | None:
    """ "January", "1 December", "tuesday": the meeting of that day or month."""
    if month := _ONLY_MONTH.fullmatch(plain):
        return Meant(Who(line.reading.thread), (("of", _month(month["month"], line)),))
    on = _day(plain, line) if _ONLY_DAY.fullmatch(plain) else ""
    weekday = (("on", "weekday"),) if re.fullmatch(rf"(?:on )?{WEEKDAY}(?:'s)?", plain, re.IGNORECASE) else ()
    return Meant(Who(line.reading.thread), (("of", on), *weekday)) if on else None


def _by_its_noun(plain: str, line: Line) -> Meant | None:
    """ "tomorrow's coffee with Minerva", "the January meeting"."""
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
    day = _when(match["of"] or "", rest, line)
    if _left(rest) and not day:
        return None
    noun = match["noun"].lower().rstrip("s")
    fields = [("noun", "coffee" if noun in _OVER_A_MEAL else noun)]
    fields += [("of", day)] if day else []
    fields += [("on", "weekday")] if day and re.fullmatch(WEEKDAY, match["of"] or "", re.IGNORECASE) else []
    fields += [("scope", "next")] if match["next"] or match["noun"].lower() == "one" else []
    return Meant(who, tuple(fields))


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


def _when(said: str, rest: str, line: Line) -> str:
    """The day, week or month that stands before the noun or behind it; "" where none does."""
    month = re.fullmatch(MONTH, said, re.IGNORECASE) or _IN_MONTH.fullmatch(rest)
    if month:
        return _month(month.groupdict().get("month") or month[0], line)
    return _week(line) if said.lower() == "next week" else _day(f"{said} {rest}", line)


_IN_MONTH = re.compile(rf"\s*in (?P<month>{MONTH})\W*", re.IGNORECASE)


def _month(name: str, line: Line) -> str:
    """The next month of that name, as ISO writes it: "2027-01"; this one, where it is this one's."""
    today, number = line.reading.moment.today, MONTH_NUMBER[name[:3].lower()]
    return f"{today.year + (number < today.month)}-{number:02}"


def _left(rest: str) -> bool:
    return bool(_FILLER.sub(" ", rest).strip())
