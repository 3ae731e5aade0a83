"""Every date in a text, looking forward from the moment of writing (language.md, "Which reading wins" 4)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from assistant.reading.dates.periods import ahead, feast, iso_week, month, of_period, part_week, week, week_of
from assistant.reading.dates.spans import WEEK, dated, make, question, span, weekday_after, weekday_number, year_of
from assistant.reading.dates.words import COUNT, MONTH, MONTH_NUMBER, WEEKDAY, Found, Moment, pattern

_MOST = 20_000  # characters: nobody names a date further down
Rule = Callable[[re.Match[str], Moment, bool], "Found | None"]

# These short forms are words or names too: they are days only beside something that says so.
_SHY = frozenset({"sat", "sun", "wed", "mon"})
_CUES = r"(?:on|by|until|till?|before|after|from|since|next|this|coming|due|every|last|for|or|and|latest)"
_CUED = re.compile(rf"(?:^|\b{_CUES}[\s:]+|[,:(>/-]\s*)$", re.IGNORECASE)


def _with_weekday(match: re.Match[str], day: date | None, moment: Moment, *, year_said: bool) -> Found | None:
    """Checks a date against the weekday written beside it: where they differ it is asked."""
    word = match["wd"]
    found = span(match, day, None, moment)
    if found is None or found.first is None or not word or found.first.weekday() == weekday_number(word):
        return found
    later = None if year_said else make(found.first.year + 1, found.first.month, found.first.day)
    if later and later.weekday() == weekday_number(word) and found.past:
        return span(match, later, None, moment)
    return question(match, f"{found.first:%-d %B} is a {found.first:%A}: which day is meant?")


def _iso(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    day = make(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return question(match, f"There is no {match[0]}: which day is meant?")
    return _with_weekday(match, day, moment, year_said=True)


def _named(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """14 Nov, Nov 14th 2026, Tue 11 November."""
    month = MONTH_NUMBER[match["m"][:3].lower()]
    year = year_of(match["y"])
    day = dated(year, month, int(match["d"]), moment, back=back)
    if day is None:
        return question(match, f"There is no {match[0]}: which day is meant?") if int(match["d"]) <= 31 else None
    found = _with_weekday(match, day, moment, year_said=year is not None)
    last = match.groupdict().get("d2")
    if found and found.first and last and int(last) > found.first.day:
        return replace(found, last=make(found.first.year, month, int(last)) or found.first)
    return found


def _numeric(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """3/4, 12/03/2026, 12.03.: by the country; a dot is always the European order."""
    a, b, dotted = int(match["a"]), int(match["b"]), match["sep"] == "."
    year = year_of(match["y"])
    if max(a, b) > 31 or min(a, b) < 1 or (a > 12 and b > 12):
        return None
    if a > 12 or b > 12 or a == b:
        order = (a, b) if a > 12 or a == b else (b, a)
    elif dotted or moment.day_first:
        order = (a, b)
    elif moment.day_first is False:
        order = (b, a)
    else:
        month_a, month_b = (date(2000, n, 1).strftime("%B") for n in (a, b))
        return question(match, f"{match[0].strip()}: {a} {month_b} or {b} {month_a}?")
    return _with_weekday(match, dated(year, order[1], order[0], moment, back=back), moment, year_said=year is not None)


def _shy(match: re.Match[str], word: str) -> bool:
    """Whether a word that is not only a day stands without anything that makes it one."""
    if word.lower() not in _SHY:
        return False
    before, after = (
        match.string[max(0, match.start() - 12) : match.start()],
        match.string[match.end() : match.end() + 8],
    )
    alone = match.string.strip(" .!?,") == match[0].strip()
    timed = re.match(r"[,.]?\s*(?:at\s+|@\s*)?\d|[,.]?\s*(?:morn|after|even)", after)
    capital = word[0].isupper() and re.match(r"[.,;!?)]|$", after)
    return not (alone or timed or capital or match["which"] or (before.strip() and _CUED.search(before)))


def _weekday(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    if _shy(match, match["wd"]):
        return None
    which = (match["which"] or "").lower().split()[-1:] or [""]
    number, today = weekday_number(match["wd"]), moment.today
    if which[0] in {"last", "past"} or back:
        return span(match, today - timedelta(days=(today.weekday() - number - 1) % 7 + 1), None, moment)
    if match["after"]:
        return span(match, weekday_after(today, number, "next") + WEEK, None, moment)
    day = weekday_after(today, number, which[0])
    return span(match, day + WEEK if match["week"] else day, None, moment)


def _weekday_number_only(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Tue 11: the next eleventh that is a Tuesday, within three months; else it is asked."""
    number, today = weekday_number(match["wd"]), moment.today
    for step in range(93):
        day = today + timedelta(days=step)
        if day.day == int(match["d"]) and day.weekday() == number:
            return span(match, day, None, moment)
    return question(match, f"{match[0]}: which month?") if int(match["d"]) <= 31 else None


def _ordinal(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """the 20th: the next one."""
    today, number = moment.today, int(match["d"] or match["d3"])
    if not 1 <= number <= 31:
        return None
    way = -1 if back else 1
    for step in range(62):
        day = today + timedelta(days=step * way)
        if day.day == number:
            return span(match, day, None, moment)
    return None


def _relative(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    word = " ".join(match[0].lower().split())
    days = {"today": 0, "tonight": 0, "this evening": 0, "this morning": 0, "this afternoon": 0, "yesterday": -1}
    step = 2 if "after" in word else days.get(word, 1)
    return span(match, moment.today + timedelta(days=step), None, moment)


_ORD = r"(?:st|nd|rd|th)?"
_WD = rf"(?:(?P<wd>{WEEKDAY})\.?,?\s{{1,3}}(?:the )?)?"
_Y = r"(?:,?\s{1,3}(?P<y>20\d\d|'\d\d))?"
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = (
    (pattern(rf"{_WD}(?P<y>20\d\d)[-/](?P<m>\d{{1,2}})[-/](?P<d>\d{{1,2}})(?=T\d|\b)"), _iso),
    (re.compile(rf"(?<![\w@]){_WD}(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?=T\d\d)", re.IGNORECASE), _iso),
    (
        pattern(
            rf"(?:the )?week (?:of|beginning|starting) (?:the )?(?:(?P<d>\d{{1,2}}){_ORD} (?:of )?)?"
            rf"(?P<m>{MONTH})\.?(?: (?P<d2>\d{{1,2}}){_ORD})?"
        ),
        week_of,
    ),
    (pattern(rf"(?:the )?(?P<n>first|second|third|last|1st|2nd|3rd) week (?:of|in) (?P<m>{MONTH})"), part_week),
    (
        pattern(
            rf"(?:(?:next|this) )?{_WD}(?P<d>\d{{1,2}}){_ORD}(?:\s?[-–]\s?(?P<d2>\d{{1,2}}){_ORD})?(?: "
            rf"of|\.)?[ -](?P<m>{MONTH})\b\.?{_Y}"
        ),
        _named,
    ),
    (
        pattern(
            rf"(?:(?:next|this) )?{_WD}(?P<m>{MONTH})\.? (?:the )?(?P<d>\d{{1,2}}){_ORD}(?!:\d|\.\d|%"
            rf"|\s?[ap]m)(?:\s?[-–]\s?(?P<d2>\d{{1,2}}){_ORD})?{_Y}"
        ),
        _named,
    ),
    (pattern(rf"{_WD}(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})(?P=sep)(?P<y>20\d\d|\d\d)"), _numeric),
    (pattern(rf"{_WD}(?P<a>\d{{1,2}})(?P<sep>/)(?P<b>\d{{1,2}})(?![/.-]\d)(?P<y>)"), _numeric),
    (re.compile(rf"(?<![\w@.]){_WD}(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>[01]?\d)\.(?!\d)(?P<y>)", re.IGNORECASE), _numeric),
    (
        pattern(
            rf"(?:(?:next|this) )?(?P<wd>{WEEKDAY})\.?,? (?:the )?(?P<d>\d{{1,2}}){_ORD}(?![:.hH]\d"
            rf"|\s?[ap]\.?m|h\b|\s?min|\s?[-–]\s?\d|/)"
        ),
        _weekday_number_only,
    ),
    (
        pattern(
            rf"(?:(?P<which>(?:on |the )?(?:this(?: coming)?|next|coming|following|last"
            rf"|past)) )?(?P<wd>{WEEKDAY})s?(?: (?P<after>after next))?(?P<week> week)?"
        ),
        _weekday,
    ),
    (
        pattern(
            r"the day after tomorrow|day after tomorrow|today|tonight|tomorrow|tmrw|tmr|yesterday"
            r"|this (?:evening|morning|afternoon)"
        ),
        _relative,
    ),
    (
        pattern(
            rf"(?:in|within) (?:the next )?(?P<about>about |around |maybe |some )?(?P<n>{COUNT}"
            rf"|the) ?(?P<unit>days?|weeks?|fortnights?|months?|years?)(?:['’]s? time)?"
        ),
        ahead,
    ),
    (
        pattern(
            rf"(?P<n>{COUNT}) (?P<unit>days?|weeks?|fortnights?|months?|years?) (?:from (?:now|today)"
            rf"|later|(?P<ago>ago))"
        ),
        ahead,
    ),
    (
        pattern(
            r"(?:the )?end of (?:the|this|next) week|close of (?:the|this) week|eow|this week|the week"
            r"|(?:the )?next week|this wk|next wk|(?:over |at |on |this |next |the ){1,2}(?:weekend"
            r"|wknd)"
        ),
        week,
    ),
    (pattern(r"(?:calendar week|week|kw|cw) (?P<n>[1-5]?\d)"), iso_week),
    (
        pattern(
            rf"(?P<cue>(?:(?:in|by|until|till?|after|before|from|since|next"
            rf"|not before) )+)?(?P<part>(?:the )?(?:end of|beginning of|start of|middle of|mid|early"
            rf"|late)[ -])?(?P<m>{MONTH})(?! \d{{1,2}}(?!\d)){_Y}"
        ),
        month,
    ),
    (
        pattern(
            r"(?:the )?(?:end|middle|mid|beginning|start) of (?:the|this|next) (?:month|year|quarter)"
            r"|eom|eoy|(?:by )?year[ -]?end|(?:this|next|the) (?:month|year|quarter)|q[1-4]"
        ),
        of_period,
    ),
    (
        pattern(
            rf"(?:(?P<n>{COUNT}) (?P<unit>weeks?|days?) before )?(?P<feast>christmas|xmas|easter"
            rf"|new year(?:['’]s)?(?: day)?)"
        ),
        feast,
    ),
    (
        pattern(
            r"(?:on |by |until |before |after |for |from )(?:the )?(?P<d>\d{1,2})(?:st|nd|rd"
            r"|th)(?! \w+ (?:of|time)| (?:century|floor|version|chapter|time|grade|place))"
            r"|the (?P<d3>\d{1,2})(?:st|nd|rd|th)(?= (?:at|by)|[,.!?)]|$)"
        ),
        _ordinal,
    ),
)


def dates(text: str, moment: Moment, *, back: bool = False) -> list[Found]:
    """Every date in a text, in order, none overlapping; of two that overlap the earlier, then the longer.

    back: the text tells what has been done, so a bare weekday is the last one."""
    text = text[:_MOST]
    hits: list[Found] = []
    for expression, rule in _RULES:
        for match in expression.finditer(text):
            try:
                found = rule(match, moment, back)
            except (ValueError, OverflowError):  # a year outside the calendar is no date
                continue
            if found is not None:
                hits.append(found)
    chosen: list[Found] = []
    end = 0
    for one in sorted(hits, key=lambda f: (f.start, -(f.end - f.start))):
        if one.start >= end:
            chosen.append(one)
            end = one.end
    return chosen
