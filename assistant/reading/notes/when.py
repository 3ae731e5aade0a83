"""When a task is due and when one meets again, from the words only."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from assistant.reading.dates import Moment, at, clock, dates, due, recurrence

_NEXT = re.compile(
    r"\b(?:next (?:meeting|call|chat|date|appointment|touchpoint|1:1|session"
    r"|talk|one|catch[- ]?up|time we (?:meet|talk|speak)"
    r"|(?:is )?on(?= )|(?:is )?in(?= ))|nxt (?:chat|mtg|meeting|call)"
    r"|(?:talk|speak|meet|see (?:you|us|each other|her|him)|chat|regroup"
    r"|catch up|reconvene)(?: \w+)? again|check[- ]?in"
    r"|let's (?:speak|meet|talk|regroup|check in|catch up|reconvene|do|say)"
    r"|we(?:'ll| will| shall|'re going to)? (?:meet|see us|speak|talk|see"
    r" each other|catch up|reconvene)(?: again)? (?:at|on|in|every|next)?"
    r"|(?:decided|agreed) to (?:meet|speak|talk)|coffee again|again (?:on"
    r"|in|next) |see us at|rdv suivant|prochaine? (?:rdv|r[ée]union|fois)"
    r"|n[aä]chste[sr]? (?:treffen|termin|mal)|wir (?:treffen|sehen|sprechen)"
    r" uns|pr[oó]xima (?:reuni[oó]n|reuni[aã]o|vez)|nos vemos"
    r"|follow-up (?:call|meeting)|meet again|meeting again|regroup)\b",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\d|week|month|soon|tomorrow|today|tonight|tmrw|every|(?:mon|tues|wednes"
    r"|thurs|fri|satur|sun)day|fortnight|\bmon\b|\btue\b|\bwed\b|\bthu\b"
    r"|\bfri\b",
    re.IGNORECASE,
)
_AT_NEXT = re.compile(
    r"\b(?:at|by|before|until|for|on) (?:the |our |my )?next (?:meeting|time"
    r"|session|call|talk|one|1:1|chat|catch[- ]?up)(?! month)\b"
    r"|\b(?:before|when|until|by the time) we (?:next )?(?:meet|speak|talk)(?: again| next)?\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\bthe (?:day|evening|night) (?P<which>before|after)\b(?! tomorrow)", re.IGNORECASE)
_WEEK_AFTER = re.compile(r"\bthe (?P<unit>weekend|week) after\b(?! next)", re.IGNORECASE)
_AFTER_THAT = re.compile(
    r"\b(?:within |in )?(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven"
    r"|ten|fourteen) (?P<unit>days?|weeks?) (?:after|of) (?:that|this|it)\b",
    re.IGNORECASE,
)
_COUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
    "fourteen": 14,
}
LONGEST = 600


def names_next(text: str) -> bool:
    """Whether words speak of the next meeting."""
    return _NEXT.search(text[:LONGEST]) is not None


def hints_at_date(text: str) -> bool:
    """Whether words may name a day: a digit, a weekday, "tomorrow"."""
    return _HINT.search(text[:LONGEST]) is not None


def has_date(text: str, moment: Moment) -> bool:
    head = text[:LONGEST]
    return bool(_HINT.search(head)) and bool(dates(head, moment) or recurrence(head) or clock(head))


def start_of(words: str, moment: Moment) -> datetime | None:
    """The start of the next meeting, local and naive; None where day or time has no one meaning."""
    found = at(words[:LONGEST], moment) if words else None
    return found.at if found and not found.past and not found.ask else None


def day_of(words: str, moment: Moment) -> date | None:
    """The day of the next meeting, where the words name one."""
    found = at(words[:LONGEST], moment) if words else None
    return found.first if found and not found.past and not found.ask else None


def last_day(text: str, moment: Moment) -> date | None:
    """The last single day that a sentence names, for "the day before" in the next one."""
    days = [one.first for one in dates(text[:LONGEST], moment) if one.first and one.first == (one.last or one.first)]
    return days[-1] if days else None


def due_of(words: str, moment: Moment, *, before: str, meeting: date | None) -> tuple[date | None, str]:
    """What day a task is due on, and a question where that is not sure.

    before: the words that named a day last; meeting: the day of the next meeting."""
    head = words[:LONGEST]
    if _AT_NEXT.search(head):
        return (meeting, "") if meeting and meeting >= moment.today else (None, "")
    if before and (match := _BESIDE.search(head)) and (known := last_day(before, moment)):
        return _ahead(known + timedelta(days=-1 if match["which"].lower() == "before" else 1), moment), ""
    if before and (match := _WEEK_AFTER.search(head)) and (known := last_day(before, moment)):
        sunday = known + timedelta(days=6 - known.weekday() or 7)
        return _ahead(sunday if match["unit"].lower() == "weekend" else sunday + timedelta(days=5), moment), ""
    if before and (match := _AFTER_THAT.search(head)) and (known := last_day(before, moment)):
        number = _COUNT.get(match["n"].lower()) or int(match["n"])
        return _ahead(
            known + timedelta(days=number * (7 if match["unit"].lower().startswith("week") else 1)), moment
        ), ""
    when = due(head, moment)
    if when is None:
        return None, ""
    day = when.first if when.first and when.first >= moment.today else None
    if when.ask:
        return day, when.ask
    if day and (when.unusual or day > moment.today + timedelta(days=365)):
        cue = re.search(r"\b(?:before|after|by|until|till) $", head[: when.start], re.IGNORECASE)
        said = head[cue.start() if cue else when.start : when.end].strip()
        return day, f"“{said}”: is {day:%-d %b} right?"
    return day, ""


def _ahead(day: date, moment: Moment) -> date | None:
    return day if day >= moment.today else None
