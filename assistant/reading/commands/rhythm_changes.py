"""All of a series in another rhythm: "move all of them to Wednesdays at 5", "from now on 45 minutes" (L29).

A sentence counts only where every word of it is one of rhythms, hours, lengths and changing, and where it says that
all of the meetings are meant: by "the series", "all of them", "from now on", or by a rhythm in place of another. What
has one more word in it is left to the other rules, and to a question.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring.command import Command, Verb
from assistant.reading.commands.names import Who, resolve
from assistant.reading.commands.rules import Line, about, rule
from assistant.reading.dates import clock, day, minutes, recurrence
from assistant.reading.dates.words import DAY_NUMBER, MONTH, MONTH_NUMBER, RRULE_DAYS, WEEKDAY

_WHOLE = re.compile(
    r"\b(?:(?:the|our|my|this|whole|entire) series|(?:all|every one|each one|the rest)(?: of)?"
    r" (?:them|these|those|it|(?:the |our |my )?(?:\w+ )?(?:meetings|calls|talks|sessions|dates|ones))"
    r"|them all"
    r"|(?:our|my|the)(?: regular| future| \w+ly)? (?:meetings|calls|talks|sessions|rhythm|cadence|schedule|slot)"
    r"|every (?:meeting|call|time)|each (?:meeting|call|time))\b",
    re.IGNORECASE,
)
_LASTING = re.compile(
    r"\b(?:from (?:now|then|here|there|next (?:week|month|year|time)|this (?:week|month)) on(?:wards?)?"
    r"|in (?:the )?future|for the future|going forward|henceforth|for good|permanently|always|every time|each time"
    r"|from (?:next (?:week|month|year)|now)|(?:from|starting|beginning)(?: in| with| on)?"
    rf" (?:the )?(?:next |\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?{MONTH}(?: on(?:wards?)?)?)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:from|starting|beginning)(?: in| with| on)? (?P<day>(?:the )?(?:next (?:week|month|year)"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?))",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"[,;]?\s(?:instead of|rather than|and not|not|in place of|in lieu of)\s(?P<old>[^,;.!?]{2,60})", re.IGNORECASE
)
_SECOND = re.compile(rf"\bevery (?:second|2nd) {WEEKDAY}s?\b(?! of\b| in (?:the|each|every)\b)", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|half an?|three quarters of an)[ -]?(?:minutes?|mins?|min|hours?|hrs?|hr)\b"
    r"(?: and a half)?|\b[1-5] ?h\b"
    r"|\bhalf (?:an )?hours?\b",
    re.IGNORECASE,
)
_DAYS = re.compile(rf"\b(?P<day>{WEEKDAY})s?\b", re.IGNORECASE)
_WITH = re.compile(r"\b(?:with|for) (?P<who>[\w'@+.-]{2,64}(?: [\w'.-]{1,64}){0,2})|(?P<whose>[\w.-]{2,40})['’]s\b")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d{1,2}(?:st|nd|rd|th)\b|\d{1,3}[:.h]?\d{0,2}[ap]?\.?m?|\S")
_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
    a about again all also alternate always am an and any are as ask at be beginning better bi biweekly both
    cadence call calls can change could dates do doesn't don't each eight entire every everything extend first
    five for fortnight fortnightly four fourth from future go going good half have hello henceforth her here hi
    him hold hour hours hr hrs i i'd i'll i've id if in instead into is it it's just keep last length lengthen let
    let's lets lighter like long longer make meet meeting meetings mentoring midday min mins minute minutes month
    monthly months more move my need next no noon not now o'clock of often ok okay on once one ones only onto
    onward onwards or other our per permanently place please pls pm prefer put quarter quarterly quarters rather
    reduce regular reschedule rest rhythm robin run schedule second series session sessions set shall shift
    shorten shorter should six slot so start starting stay suit suits sure swap switch talk talks tell than thank
    thanks that the them then there these third this those three time times to try twice two us want way we we'd
    we'll we've wed week week's weekly weeks what whole with work works would year years you
    """,
    )
)
_MONTHS = re.compile(MONTH, re.IGNORECASE)
_DAY_WORD = re.compile(rf"{WEEKDAY}s?", re.IGNORECASE)
_BARE = frozenset(".,;:!?-–—()'’")


# What is asked or told of meetings as they are, a day to be free of, a length that is added, one date, a span of time.
_NO_CHANGE = re.compile(
    r"^(?:are|is|do|does|did|was|were|when|what|which|how|why)\b|^our (?:\w+ )?(?:meetings|calls|talks) are\b"
    r"|\bno (?:more )?(?:meetings?|calls?|talks?)\b|\b(?:longer|shorter)\b|\balways ask\b"
    rf"|\b(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) {WEEKDAY} (?:of|in) (?:{MONTH}|(?:this|next) month)"
    r"|\bfor the next \w+ (?:weeks|months|meetings)\b"
    rf"|\bfrom {MONTH} (?:to|until|till) {MONTH}\b",
    re.IGNORECASE,
)


def _changed(match: re.Match[str], line: Line) -> Command | None:
    """The command; None where it is about one meeting, or says something else besides."""
    text = match["text"].strip()
    if not line.reading.meets or len(text) > _LONGEST or _NEGATED.search(text) or _NO_CHANGE.search(text):
        return None
    whose = _whose(text, line)
    if whose is None:
        return None
    who, words = whose
    within = _named_within(words, line)
    if within is None or (within[0] and who.named and within[0].id != who.id):
        return None
    who, words = within[0] or who, within[1]
    old = _INSTEAD.search(words)
    new = words[: old.start()] + words[old.end() :] if old else words
    value = _LASTING.sub(" ", new)
    rhythm = _rhythm(value)
    in_place = bool(old and (_rhythm(old["old"]) or minutes(old["old"]) or clock(old["old"])))
    switches = bool(rhythm and (_SWITCHES.match(new) or _THEN.search(new)))
    if not (_WHOLE.search(new) or _LASTING.search(new) or (in_place and _has_value(value)) or switches):
        return None
    return _command(who, value, line, since=_SINCE.search(new))


_LONGEST = 160
_NEGATED = re.compile(
    r"\b(?:don't|do not|never|can't|cannot|won't|cancel|when|why|who|how|by"
    r"|next (?:one|meeting|call|talk|session|appointment))\b",
    re.IGNORECASE,
)
_SWITCHES = re.compile(
    r"(?:\W*(?:please|can|could|shall|should|we|i|let's|let us|lets|i'd like to|i want to|would like to|want to|ok|so)"
    r"\b)*"
    r"\W*(?:make|switch|change|move|shift|swap|go|reschedule|set|put|turn|prefer|do|have|try)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:instead|in future|from now on|going forward|(?:works?|suits?(?: us| me)?|(?:is|would be|'d be)) better"
    r"(?: for (?:us|me|both of us))?)\W*$",
    re.IGNORECASE,
)


def _has_value(words: str) -> bool:
    return bool(_rhythm(words) or minutes(words) or clock(_LENGTH.sub(" ", words)) or _DAYS.search(words))


def _command(who: Who, value: str, line: Line, since: re.Match[str] | None) -> Command | None:
    rhythm = _rhythm(value)
    bare = _LENGTH.sub(" ", value)
    hour, length = clock(bare), minutes(re.sub(r"\b\d{1,2}[:.]\d\d\b", " ", value))
    days = list(dict.fromkeys(RRULE_DAYS[DAY_NUMBER[found["day"][:3].lower()]] for found in _DAYS.finditer(bare)))
    if rhythm and rhythm.startswith("FREQ=WEEKLY;BYDAY=") and not _TELLS_HOW_OFTEN.search(value):
        rhythm = None if len(days) == 1 else rhythm  # "to Wednesdays": the day changes, not how often
    if not (rhythm or hour or length or len(days) == 1):
        return None
    fields = [("scope", "series")]
    if not rhythm and len(days) == 1:
        fields.append(("weekday", days[0]))
    if rhythm and "BY" not in rhythm and len(days) == 1:
        fields.append(("weekday", days[0]))
    if _SECOND.search(value):
        fields.append(("unsure", "every second"))
    command = about(Verb.MEET, who, line, op="rhythm")
    return replace(
        command,
        rrule=rhythm or "",
        time=hour,
        minutes=length,
        day=_first_day(since["day"], line) if since else None,
        fields=tuple(fields),
    )


def _rhythm(words: str) -> str | None:
    """How often; "the first Wednesday" alone is one of each month."""
    nth = _NTH_DAY.search(words)
    return recurrence(words) or (recurrence(f"monthly {nth[0]}") if nth else None)


_NTH_DAY = re.compile(rf"\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) {WEEKDAY}\b", re.IGNORECASE)


def _first_day(words: str, line: Line) -> date | None:
    """The day from which on it is wished: a month's first, next week's Monday, a date; None for a day that is over."""
    today = line.reading.moment.today
    lower = words.lower()
    if lower.endswith("next week"):
        return today + timedelta(days=7 - today.weekday())
    if lower.endswith(("next month", "next year")):
        return today.replace(day=1) + relativedelta(months=1) if "month" in lower else date(today.year + 1, 1, 1)
    if month := _MONTHS.fullmatch(lower.removeprefix("the ")):
        number = MONTH_NUMBER[month[0][:3].lower()]
        return date(today.year + (number <= today.month), number, 1)
    found = day(words, line.reading.moment)
    return found.day if found and not found.past else None


_TELLS_HOW_OFTEN = re.compile(r"\b(?:weekly|every|each|once a week|per week)\b", re.IGNORECASE)


def _whose(text: str, line: Line) -> tuple[Who, str] | None:
    """The person who is named, else the thread's, and the words without the name; None for a name of nobody."""
    for match in _WITH.finditer(text):
        words = (match["who"] or match["whose"]).split()
        for count in range(len(words), 0, -1):
            named = " ".join(words[:count])
            if who := resolve(named, line.reading):
                rest = " ".join(words[count:])
                return who, f"{text[: match.start()]} {rest}{text[match.end() :]}"
    return Who(line.reading.thread), text


def _named_within(words: str, line: Line) -> tuple[Who | None, str] | None:
    """The one person whom a word among the others names ("switch Minerva to quarterly"), and the words without it.

    None where a word is neither a name nor of rhythms."""
    found: Who | None = None
    kept = []
    for token in _TOKEN.findall(words):
        if _is_known(token):
            kept.append(token)
            continue
        who = resolve(token, line.reading) if token[:1].isupper() else None
        if who is None or (found and found.id != who.id):
            return None
        found = who
    return found, words if found is None else " ".join(kept)


def _is_known(token: str) -> bool:
    lower = token.lower().replace("’", "'")
    return bool(
        lower in _WORDS
        or lower in _BARE
        or lower[0].isdigit()
        or _DAY_WORD.fullmatch(lower)
        or _MONTHS.fullmatch(lower)
    )


RULES = (rule(r"(?P<text>.{6,160})", _changed, polite=False),)
