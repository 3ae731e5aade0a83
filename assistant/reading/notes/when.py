"""When a task is due and when one meets again, from the words only."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from assistant.reading.dates import Found, Moment, at, clock, dates, due, recurrence, zone
from assistant.reading.notes.day_words import in_english

_AT_NEXT = re.compile(
    r"\b(?:at|by|before|until|till?|for|on) (?:the |our |my )?next (?:meeting|time"
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


_DEADLINE = re.compile(
    r"(?:(?:it|this|that|which|all of it)(?:'s| is| has| must| should| needs| will)?\s(?:to )?)?"
    r"(?:scheduled(?: for)?|(?:the )?deadline(?: is| for (?:this|that|it)(?: is)?)?|due(?: date)?(?: is)?"
    r"|(?:to )?be (?:done|ready"
    r"|finished|sent|in)"
    r"|frist(?: ist)?|échéance|[àa] faire|plazo|scadenza|i(?:'ll| will| can| shall)? do (?:this|it|that)|by|until"
    r"|before|no later than"
    r"|not later than"
    r"|at the latest|latest|for|on or before|bis|avant|pour|antes del?|entro)"
    r"(?:\s?[:=–-])?\s(?P<rest>.{2,50})",
    re.IGNORECASE,
)
MOST_DEADLINE = 9  # words


def is_deadline(text: str, moment: Moment) -> bool:
    """Whether a sentence says no more than when the one before it is due: "Deadline: 16 October." """
    said = text.strip(" .!()")
    if len(said.split()) > MOST_DEADLINE or not _DEADLINE.fullmatch(said):
        return False
    return due(in_english(said), moment) is not None


@lru_cache(maxsize=256)
def has_date(text: str, moment: Moment) -> bool:
    """Whether words name a day, a rhythm or a time."""
    head = in_english(text[:LONGEST])
    return bool(_HINT.search(head)) and bool(dates(head, moment) or recurrence(head) or clock(head))


def has_clock(text: str) -> bool:
    """Whether words name a time of day."""
    return clock(in_english(text[:LONGEST])) is not None


_HINT = re.compile(
    r"\d|week|month|soon|tomorrow|today|tonight|tmrw|every|each|(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day|\b(?:tues|weds|thurs)\b|fortnight"
    r"|year|summer|winter"
    r"|spring|autumn|christmas|easter|\b(?:mon|tue|wed|thu|thur|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct"
    r"|nov|dec)\b"
    r"|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|eod|eow|noon",
    re.IGNORECASE,
)


# "6 or 7 October", "6/7 October": one of two days
_EITHER = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: or |/)(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:of )?[^\W\d_]{3}", re.IGNORECASE
)
_ZONED = re.compile(r"(?:\d|[ap]\.?m\.?)\s?\(?(?P<zone>[A-Z]{3,4}|(?:UTC|GMT)[+-]\d{1,2})\)?(?!\w)")


@lru_cache(maxsize=256)
def start_of(words: str, moment: Moment) -> datetime | None:
    """The start of the next meeting in the moment's zone, naive; None where day or time has no one meaning."""
    found = _day_and_time(words, moment)
    start = found.at if found else None
    said = _ZONED.search(words[:LONGEST]) if start else None
    theirs = zone(f"5 pm {said['zone']}", moment.zone) if said else None
    if start is None or theirs is None or theirs == moment.zone:
        return start
    return start.replace(tzinfo=ZoneInfo(theirs)).astimezone(ZoneInfo(moment.zone)).replace(tzinfo=None)


def _day_and_time(words: str, moment: Moment) -> Found | None:
    """The one day that lies ahead, with its time where one is said; None where it is past, or one of two."""
    said = in_english(words[:LONGEST])
    found = at(said, moment) if said and not _EITHER.search(said) else None
    return found if found and not found.past and not found.ask else None


def says_only_when(words: str, moment: Moment) -> bool:
    """Whether words are a day with its time and little more: "Thu 28 May, 8am, her office"."""
    return len(words.split()) <= MOST_DEADLINE and start_of(words, moment) is not None


def only_a_day(words: str, moment: Moment) -> bool:
    """Whether words are one day ahead and little more: "Thursday 4 February"."""
    return len(words.split()) <= MOST_DEADLINE and day_of(words, moment) is not None and not _UNTIL.match(words)


_UNTIL = re.compile(r"(?:by|before|until|due)\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def day_of(words: str, moment: Moment) -> date | None:
    """The day of the next meeting, where the words name one."""
    found = _day_and_time(words, moment)
    return found.first if found else None


def last_day(text: str, moment: Moment) -> date | None:
    """The last single day that a sentence names, for "the day before" in the next one."""
    days = [
        one.first
        for one in dates(in_english(text[:LONGEST]), moment)
        if one.first and one.first == (one.last or one.first)
    ]
    return days[-1] if days else None


# "ask whether it opens in May", "the talk that she gave in June": a day of something else.
_SUBORDINATE = re.compile(
    r"\babout (?:an?|the) \w+day\b|\b(?:whether|if|how|why|who|which|what)\s[^,.;:()\[\]–—→]*?(?=\s-\s|\s(?:by"
    r"|until|before|till|due)\s|[,.;:()\[\]–—→]"
    r"|\s->|\s--|$)",
    re.IGNORECASE,
)


# "[Sam, 24/9]": a day at the end, with nothing before it that says so.
_BARE_DAY = re.compile(r"(?P<before>[\[(,;:]\s*|\s[–—-]+\s*|[→>]\s*|\s)(?P<day>\d{1,2}/\d{1,2})(?=\s*[\])]?\s*\.?$)")


def due_of(words: str, moment: Moment, *, before: str, meeting: date | None) -> tuple[date | None, str]:
    """What day a task is due on, and a question where that is not sure.

    before: the words that named a day last; meeting: the day of the next meeting."""
    head = in_english(_BARE_DAY.sub(r"\g<before>by \g<day>", _SUBORDINATE.sub(" ", words[:LONGEST])))
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
