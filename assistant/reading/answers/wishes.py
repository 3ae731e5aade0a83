"""When somebody can meet and when not, in the words beside a decline: "the week after works, same day".

A text is cut into parts (sentences, what a comma or "but" parts). Each part names days, weekdays or hours, and says yes
or no to them; a part that says neither goes on with what the part before it said ("not Monday, Tuesday or Friday").
"That week", "the week after" and "same day" are counted from the meeting that they write about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from assistant.mentoring.wish import EVERY_DAY, Window, Wish
from assistant.reading.commands.body import straight
from assistant.reading.dates.clock import hours
from assistant.reading.dates.days import dates
from assistant.reading.dates.words import DAY_NUMBER, GAP, WEEKDAY, Found, Moment
from assistant.reading.spelling import spelt

_LONGEST = 2_000
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_ANCHOR = timedelta(days=10)  # "the 14th" is counted from shortly before the meeting that is declined
_NOON_SIDE = time(9)  # "mornings" and "before noon" begin with the day
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|\s[–—-]\s")
_PART = re.compile(
    r",?\s+(?P<turns>but(?! (?:i|we|any|the|that|it|a|she|he|they)\b)|except(?:ing)?(?: for)?|apart from|other than"
    r"|excluding|save for|rather than|instead of)\s+|,\s+(?:but\s+)?"
    r"|\s+(?:but|although|though|however|so|and(?= (?:i|i'm|we|then|the|any|she|he|they)\b))\s+",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:can't|cannot|can not|couldn't|could not|won't|wouldn't|not|never|no|don't|doesn't|didn't|isn't|aren't|nor"
    r"|neither|unavailable|unable|busy|booked|full|packed|impossible|away|abroad|travel\w*|fly(?:ing)?|teach\w*"
    r"|leave|holidays?|vacation|out|off|gone|ill|sick|unwell|surgery|conference|bad|terrible|awful|difficult|tricky"
    r"|clash\w*|conflict\w*|avoid|taken|swamped|tied up|blocked|hopeless|hectic|miss)\b",
    re.IGNORECASE,
)
_YES = re.compile(
    r"\b(?:works?|would|could|can|free|available|suits?|fine|good|great|ok(?:ay)?|best|better|perfect|ideal|happy|back"
    r"|open|possible|prefer\w*|how about|what about|any|let's|shall we|only|easier|easiest|around)\b",
    re.IGNORECASE,
)
_NO_TROUBLE = re.compile(
    r"\bno (?:problem|worries|trouble|rush|hurry)\b|\bwhy not\b|\bnot a problem\b|\bnot only\b"
    r"|\bif (?:that|it|this) (?:doesn't|does not|isn't|is not)\b[^,;.]*",
    re.IGNORECASE,
)
# "I am skiing that week", "she is in Lisbon until the 14th": beside a decline it says why they can't.
_IS_SOMEWHERE = re.compile(
    r"\b(?:[IiWw]e?|[Ss]?[Hh]e|[Tt]hey|[A-Z]\w+)(?:'m|'re|'s|'ve| am| are| is| have| has|'ll be| will be)\b"
)
_WEEKS = (
    (re.compile(r"\b(?:that|the (?:same|whole|entire)|all(?: of)? (?:that|the)|all) week\b", re.IGNORECASE), 0),
    (
        re.compile(
            r"\b(?:week after(?: that| it)?(?! next)|(?:following|subsequent) week|week later)\b", re.IGNORECASE
        ),
        1,
    ),
    (re.compile(r"\b(?:two|2) weeks (?:later|after(?:wards)?)\b|\ba fortnight later\b", re.IGNORECASE), 2),
    (
        re.compile(r"\b(?:week (?:before|earlier)(?: that)?(?! (?:(?-i:[A-Z])|the\b))|previous week)\b", re.IGNORECASE),
        -1,
    ),
)
_DAYS = (
    (re.compile(r"\bthat (?:day|morning|afternoon|evening)\b", re.IGNORECASE), 0),
    (
        re.compile(
            r"(?<!any )\b(?:day after(?: that)?(?! tomorrow)|(?:next|following) day|day later)\b", re.IGNORECASE
        ),
        1,
    ),
    (re.compile(r"\b(?:day before(?: that)?(?! yesterday)|day earlier|previous day)\b", re.IGNORECASE), -1),
)
_A_WEEK_ON = re.compile(r"\b(?:(?:an?|one|two|2) weeks?|a fortnight) later\b", re.IGNORECASE)
_SAME = re.compile(r"\bsame (?:week ?day|day|time|hour|slot|place and time|day and time|time and day)\b", re.IGNORECASE)
_BARE_WEEKDAY = re.compile(rf"(?:(?:on|this|any|every|each|all) )?(?P<day>{WEEKDAY})(?P<many>s)?", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"(?:\w+ )?(?:the )?\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_CUE = r"until|till?|through|up to|not before|before|after|from|since|as of|starting|back on|back"
_CUE_BEFORE = re.compile(rf"\b(?P<cue>{_CUE})(?: the| on)?\s*$", re.IGNORECASE)
_CUE_WITHIN = re.compile(rf"(?P<cue>{_CUE})\b", re.IGNORECASE)
_BACK = re.compile(r"\bback\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*on(?:wards?)?\b(?! \w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named:
    """What one part names: spans of days, weekdays, hours, and starts that it counts out. week: counted from theirs."""

    spans: tuple[tuple[date, date], ...] = ()
    weekdays: frozenset[int] = EVERY_DAY
    since: time = time.min
    until: time = time.max
    first: tuple[datetime, ...] = ()
    week: int = 0

    @property
    def windows(self) -> tuple[Window, ...]:
        spans = self.spans or ((date.min, date.max),)
        found = (Window(first, last, self.weekdays, self.since, self.until) for first, last in spans)
        return tuple(window for window in found if window != Window())


def wishes(text: str, moment: Moment, about: datetime) -> Wish:
    """What the words say of days and hours. about: the start (naive, the writer's clock) of the meeting declined."""
    wish = Wish()
    week = 0
    for sentence in _SENTENCE.split(spelt(straight(text[:_LONGEST]))):
        says: bool | None = None
        for part, turned in _parts(sentence):
            own = _verdict(part)
            says = _goes_on(says, own, turned=turned)
            named = _named(part, moment, about, week)
            week = named.week
            wish = _with(wish, named, no=says is False, bare=own is None and not turned)
    return wish


def _parts(sentence: str) -> list[tuple[str, bool]]:
    """The parts of a sentence, and whether each turns what was said round ("any day but Friday")."""
    found, start, turned = [], 0, False
    for cut in _PART.finditer(sentence):
        found.append((sentence[start : cut.start()], turned))
        start, turned = cut.end(), cut["turns"] is not None
    return [*found, (sentence[start:], turned)]


def _verdict(part: str) -> bool | None:
    """Whether a part says yes or no to what it names; None where it says neither."""
    words = _NO_TROUBLE.sub(" ", part)
    if _NO.search(words):
        return False
    if _YES.search(words):
        return True
    return False if _IS_SOMEWHERE.search(words) else None


def _goes_on(before: bool | None, own: bool | None, *, turned: bool) -> bool | None:
    if own is not None:
        return own
    return before is False if turned else before


def _with(wish: Wish, named: _Named, *, no: bool, bare: bool) -> Wish:
    """The wish with what a part names. bare: a part that only lists adds its hours to what stands before it."""
    windows = named.windows
    if no:
        return replace(wish, cannot=(*wish.cannot, *windows))
    first = tuple(dict.fromkeys((*wish.first, *named.first)))
    if bare and wish.can and len(windows) == 1 and windows[0].names_hours and not windows[0].names_days:
        last = replace(wish.can[-1], since=windows[0].since, until=windows[0].until)
        return replace(wish, can=(*wish.can[:-1], last), first=first)
    return replace(wish, can=(*wish.can, *windows), first=first)


# --- what a part names


def _named(part: str, moment: Moment, about: datetime, week: int) -> _Named:
    """The days, weekdays and hours of a part. week: how many weeks from the meeting was spoken of before it."""
    spans: list[tuple[date, date]] = []
    weekdays: set[int] = set()
    rest = part
    said = next(((found, by) for pattern, by in _WEEKS if (found := pattern.search(rest))), None)
    if said:
        week = said[1]
        monday = about.date() - timedelta(days=about.weekday()) + week * _WEEK
        spans.append((monday, monday + 6 * _DAY))
        rest = _blank(rest, said[0])
    for pattern, by in _DAYS:
        if found := pattern.search(rest):
            spans.append((about.date() + by * _DAY, about.date() + by * _DAY))
            rest = _blank(rest, found)
    exact = (_SAME.search(part) and week) or (said and _A_WEEK_ON.search(part))
    first = (about + week * _WEEK,) if exact else ()
    rest = _SAME.sub(" ", rest)
    for one in _days(rest, moment, about):
        bare = _BARE_WEEKDAY.fullmatch(rest[one.start : one.end])
        if bare:
            number = DAY_NUMBER[bare["day"][:3].lower()]
            ends = _BACK.search(rest) or (number == about.weekday() and not bare["many"])
            weekdays |= set() if ends else {number}  # "I can't do Tuesday" is about that very Tuesday
        elif one.first is not None and not one.past:
            spans.append(_span(rest, one))
        rest = f"{rest[: one.start]}{GAP * (one.end - one.start)}{rest[one.end :]}"
    since, until = _hours(rest)
    return _Named(tuple(spans), frozenset(weekdays) or EVERY_DAY, since, until, first, week)


def _blank(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def _days(text: str, moment: Moment, about: datetime) -> list[Found]:
    """The dates of a text; a bare "the 14th" is the one around the meeting, the rest as at the moment of writing."""
    found = dates(text, moment)
    anchor = about.replace(tzinfo=moment.now.tzinfo) - _ANCHOR
    if anchor <= moment.now:
        return found
    there = {(one.start, one.end): one for one in dates(text, replace(moment, now=anchor))}
    return [
        there.get((one.start, one.end), one) if _BARE_NUMBER.fullmatch(text[one.start : one.end]) else one
        for one in found
    ]


def _span(text: str, one: Found) -> tuple[date, date]:
    """The days that a date stands for, with what goes before it: "until", "not before", "from … on"."""
    assert one.first is not None
    last = one.last or one.first
    within = _CUE_WITHIN.match(text, one.start, one.end)
    before = _CUE_BEFORE.search(text[: one.start])
    found = within or before
    cue = found["cue"].lower() if found else ""
    if one.grain == "range" and cue in {"from", "since", "starting"}:
        return one.first, last
    if cue in {"until", "til", "till", "through", "up to"}:
        return date.min, last
    if cue in {"before", "not before"}:
        return date.min, one.first - _DAY
    if cue == "after":
        return last + _DAY, date.max
    if cue in {"from", "since", "as of", "starting", "back", "back on"} or _GOES_ON.match(text, one.end):
        return one.first, date.max
    return one.first, last


def _hours(text: str) -> tuple[time, time]:
    """From when to when a part of the day lasts that is said; all day where none is, or only one hour."""
    found = [one for one in hours(text, loose=True) if one.to is not None and not one.all_day]
    if not found:
        return time.min, time.max
    one = found[0]
    assert one.to is not None
    opens = time.min if one.at == _NOON_SIDE else one.at
    return opens, time.max if one.open_end and opens != time.min else one.to
