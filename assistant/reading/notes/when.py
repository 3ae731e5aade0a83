"""When a task is due and when one meets again, from the words only."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from assistant.reading.dates import Moment, at, clock, dates, due, recurrence
from assistant.reading.notes import tongues
from assistant.reading.notes.day_words import in_english

# What people call seeing each other.
_NOUN = (
    r"(?:meeting|mtg|meet|meet-?up|call|chat|date|appointment|touch ?point|1:1|one|session|talk|catch[- ]?up"
    r"|check[- ]?in|visit|tea"
    r"|coffee|lunch|dinner|breakfast|walk|round|slot|get-together|conversation|discussion|connect|encounter"
    r"|huddle|sit[- ]?down|lesson|exchange|appt|review|sync|zoom|skype|video ?call|time"
    r"|tutorial"
    r"|supervision|hangout|rendez-?vous|gathering|mentoring(?: session| meeting)?|follow[- ]?up)"
)
_VERB = (
    r"(?:meet|see (?:each other|one another|you|us|her|him)|speak|talk|sit down|get together|catch up|reconvene"
    r"|regroup"
    r"|chat|touch base|connect"
    r"|check in|hook up|sync|confer|convene|get back together|link up)"
)
_NEXT = re.compile(
    rf"\b(?:(?:next|nxt|following) {_NOUN}(?! (?:i|she|he|you|they|to|we (?!meet|talk|speak))\b)\b"
    rf"|{_VERB}(?: \w+){{0,2}} (?:again|next)\b"
    rf"|(?<!try )(?<!apply )(?<!ask )(?<!check )(?<!start )(?<!look )again (?:after|before|on|in|next|at"
    rf"|the week|for|from)\b|(?:next|nxt)(?= ?(?:[:=→>-]|(?:is |are )?(?:on|in|at)\b))"
    rf"|(?:let's|lets|we(?:'ll| will| shall|'re going to| are going to| are|'re)?)(?: (?:all|both|then"
    rf"|now|shall))? {_VERB}(?: again)?(?: (?:at|on|in|every|next))?"
    rf"|{_NOUN}s? (?:are |is )?(?:now |again )?(?:every|each|monthly|weekly|fortnightly)\b"
    rf"|\b(?:rhythm|cadence)\b|(?:next|nxt)\s+(?=\d{{1,2}}(?:[./]\d|\.?\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    rf"|nov|dec)))"
    rf"|\b(?:our|the) (?:meetings|calls|talks|sessions|chats)(?: (?:shall|will|now|henceforth"
    rf"|always)){{0,2}} (?:take place"
    r"|hold|happen|be|are|fall)\b|\bwhen next\b"
    r"|(?:will|shall|to) (?:next )?(?:meet|speak|talk)(?: next| again)?(?: on| at| in|(?= next))"
    r"|we(?:'re| are) (?:on|meeting|talking|speaking|seeing)\b|they (?:will )?meet\b"
    r"|see (?:you|her|him|each other) (?:on|at|in|next|again)\b|see [^\W\d_]\w+ (?:again )?(?:on )?(?=\d{1,2}[./]\d)"
    r"|same (?:time|place|day|slot)(?:,| and| next| again| in"
    r"| on| same)|from now on (?=\w*(?:month|week|every|each|first))"
    r"|(?:let's|lets) (?:do|say|make it)|shall we (?:say|do|make it)"
    r"|(?:fixed|standing|regular|recurring) (?:slot|time)\b|(?:decided|agreed) to (?:meet|speak|talk)|coffee again"
    r"|see us at|donm|date of next"
    r"|we (?:fixed|booked|set|scheduled|pencilled in|penciled in)(?=\b.*\b(?:next|at \d|\d{1,2}[:.h]\d\d|\d ?[ap]m))"
    r"|meeting again|back (?:here |there )?(?:on|in) )"
    rf"|^(?:{_NOUN}s?|rhythm|cadence|meet|talk again|see you)(?:\s?:\s?|\s+(?:again"
    rf" |on )?(?=\d{{1,2}}[./ ]|(?:mon|tue"
    rf"|wed|thu|fri|sat|sun)))"
    r"|^(?:reconvene|regroup)(?= (?:on|at|in|next)\b)"
    r"|\b(?:talk|speak|meet|call|chat|zoom)(?: on| next)? (?=(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)"
    r"(?:day)?\b[^.!]*\?)"
    r"|^(?:next|nxt)\b(?! (?:week|month|year|quarter|steps?|i|she|he)\b)(?=.*\d[:.h]\d)",
    re.IGNORECASE,
)
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


def names_next(text: str) -> bool:
    """Whether words speak of the next meeting."""
    return next_cue(text) is not None


def begins_next(text: str) -> bool:
    """Whether words begin with that they speak of the next meeting: "Reconvene on 30 June"."""
    return (match := _NEXT.match(text[:LONGEST])) is not None and match.end() > 0


_DEADLINE = re.compile(
    r"(?:(?:it|this|that|which|all of it)(?:'s| is| has| must| should| needs| will)?\s(?:to )?)?"
    r"(?:(?:the )?deadline(?: is| for (?:this|that|it)(?: is)?)?|due(?: date)?(?: is)?|(?:to )?be (?:done|ready"
    r"|finished|sent|in)"
    r"|frist(?: ist)?|échéance|[àa] faire|plazo|scadenza|i do (?:this|it|that)|by|until|before|no later than"
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


def next_cue(text: str) -> re.Match[str] | None:
    """The words that speak of the next meeting; None where none do."""
    head = text[:LONGEST]
    return _NEXT.search(head) or tongues.next_cue(head)


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


def start_of(words: str, moment: Moment) -> datetime | None:
    """The start of the next meeting, local and naive; None where day or time has no one meaning."""
    found = at(in_english(words[:LONGEST]), moment) if words else None
    return found.at if found and not found.past and not found.ask else None


def day_of(words: str, moment: Moment) -> date | None:
    """The day of the next meeting, where the words name one."""
    found = at(in_english(words[:LONGEST]), moment) if words else None
    return found.first if found and not found.past and not found.ask else None


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
    r"\b(?:whether|if|how|why|who|which|what)\s[^,.;:()\[\]–—→]*?(?=\s(?:by|until|before|till|due)\s|[,.;:()\[\]–—→]"
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
