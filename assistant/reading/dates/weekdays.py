"""Days of the week: fri, next tue, Tuesday of next week, Friday week, Tue 11, the first Monday in December."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.dates.spans import (
    WEEK,
    Rules,
    dated,
    monday_of,
    question,
    shifted,
    span,
    weekday_after,
    weekday_number,
    year_of,
)
from assistant.reading.dates.words import (
    COUNT,
    MONTH,
    MONTH_NUMBER,
    ORDINAL,
    WEEKDAY,
    Found,
    Moment,
    count,
    month_end,
    ordinal,
    pattern,
)

# These short forms are words or names too: they are days only beside something that says so.
_SHY = frozenset({"sat", "sun", "wed", "mon"})
_CUES = r"(?:on|by|until|till?|before|after|from|since|next|this|coming|due|every|last|for|or|and|latest|do|make)"
_CUED = re.compile(rf"(?:^|\b{_CUES}[\s:]+|[,:(>/-]\s*)$", re.IGNORECASE)
_TIMED = re.compile(
    r"[,.]?\s*(?:at\s+|@\s*)?\d|\s(?:like|around|about)\s\d{1,2}(?::\d\d)?\s?[ap]m|[,.]?\s*(?:morn|after|arvo|even|lunch|noon|[ap]\.?m\b)|\s?[,/&-]\s?(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|\s(?:or|and|to|till?|until|through|thru)\s(?:mon|tue|wed|thu|fri|sat|sun)|\s(?:this|next|of next|of this)\sweek",
    re.IGNORECASE,
)
_SAT_THERE = re.compile(r"\s(?:in|on|there|with|around|unread|idle|here)\b", re.IGNORECASE)
_A_DAY = re.compile(
    rf"(?:{WEEKDAY}|tom\w{{5,6}}|today|\d(?:st|nd|rd|th)?|{MONTH})\.?,?\s+(?:by\s"
    rf"|at\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:month|week|lifetime|year) of\s$", re.IGNORECASE)  # "a month of Sundays"
_LONGEST_AHEAD = 93  # days that are searched for "Tue 11"
_WILL = re.compile(r"(?:\b(?:will|gonna|going to)|\w['’]ll)\s[^.!?\n]*$", re.IGNORECASE)
_DAY_AFTER = re.compile(rf",?\s(?:on\s|of\s)?(?:the\s)?(?:{WEEKDAY}|tomorrow|\d)", re.IGNORECASE)
_LAST_HOUR = 20  # of a working day
_NEAR = 21  # a bare small number after a weekday may be an hour: it is a day only when that day is near


def _shy(match: re.Match[str], word: str) -> bool:
    """Whether a word that is not only a day stands without anything that makes it one."""
    if word.lower() not in _SHY:
        return False
    if word == "sat" and match["which"] and _SAT_THERE.match(match.string, match.end()):
        return True  # "this sat in my inbox"
    before, after = match.string[max(0, match.start() - 12) : match.start()], match.string[match.end() :][:14]
    alone = match.string.strip(" .!?,") == match[0].strip()
    capital = word[0].isupper() and re.match(r"[.,;!?)]|$", after)
    listed = re.search(
        r"(?:day|mon|tue|wed|thu|fri|sat|sun)s?(?:\s?[,/&-]\s?|\s(?:or|and"
        r"|to)\s)$",
        before,
        re.IGNORECASE,
    )
    return not (
        alone or _TIMED.match(after) or capital or listed or match["which"] or (before.strip() and _CUED.search(before))
    )


def _weekday(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    if _shy(match, match["wd"]) or _SAYING.search(match.string[max(0, match.start() - 16) : match.start()]):
        return None
    words = [*(match["which"] or "").lower().split(), *(match["post"] or "").lower().split()]
    number, today = weekday_number(match["wd"]), moment.today
    if {"last", "past"} & set(words) or (back and not words):
        return span(match, today - timedelta(days=(today.weekday() - number - 1) % 7 + 1), None, moment)
    near, far = weekday_after(today, number), weekday_after(today, number, "next")
    if match["after"]:
        if near != far:  # "the Wednesday after next", said on a Tuesday: people mean different ones
            return question(match, f"{far:%A %-d %B} or {far + WEEK:%A %-d %B}?")
        return span(match, far + WEEK, None, moment)
    day = far if {"next", "following"} & set(words) else near
    later = (2 if "f" in match["week"].lower() else 1) * WEEK if match["week"] else timedelta(0)
    return span(match, day + later, None, moment)


def _of_week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Tuesday of next week, Wednesday this week, next week Thursday, Monday in two weeks."""
    which = " ".join((match["which"]).lower().split())
    weeks = 2 if "after next" in match[0].lower() else 0 if which in {"this", "the same", "the current"} else 1
    monday = monday_of(moment.today) + weeks * WEEK
    return span(match, monday + timedelta(days=weekday_number(match["wd"])), None, moment)


def _in_weeks(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Monday in two weeks."""
    monday = monday_of(moment.today) + count(match["n"]) * WEEK
    return span(match, monday + timedelta(days=weekday_number(match["wd"])), None, moment)


def _after_next(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Next to next Friday, as Indians say: a week after the next, which is asked where people differ."""
    number, today = weekday_number(match["wd"]), moment.today
    near, far = weekday_after(today, number), weekday_after(today, number, "next")
    return (
        span(match, far + WEEK, None, moment)
        if near == far
        else question(match, f"{far:%A %-d %B} or {far + WEEK:%A %-d %B}?")
    )


def _with_number(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Tue 11, Friday the 13th: the next such day that is that weekday, within three months; else it is asked."""
    weekday, number, today = weekday_number(match["wd"]), int(match["d"]), moment.today
    if not 1 <= number <= 31:
        return None
    hour = number <= _LAST_HOUR and not match["th"] and not match["the"]  # "Thursday 3" may be three o'clock
    for step in range(_NEAR if hour else _LONGEST_AHEAD):
        day = today + timedelta(days=step)
        if day.day == number and day.weekday() == weekday:
            return span(match, day, None, moment)
    return None if hour else question(match, f"{match[0]}: which month?")


def _nth(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """the first Monday in December, last Friday of the month, the third Thursday of next month."""
    weekday, today = weekday_number(match["wd"]), moment.today
    number = -1 if match["n"].lower() == "last" else ordinal(match["n"])
    if match["m"]:
        year = year_of(match["y"])
        first = dated(year, MONTH_NUMBER[match["m"][:3].lower()], 1, moment, back=back)
        if first is None:
            return None
        if year is None and not back and (in_month(first, number, weekday) or first) < today:
            first += relativedelta(years=1)
    else:
        which = match["p"].lower()
        first = today.replace(day=1) + relativedelta(months="next" in which or "following" in which)
        meant = in_month(first, number, weekday)
        if which in {"the", "each", "every", "a"} and meant and meant < today:
            first += relativedelta(months=1)
    return span(match, in_month(first, number, weekday), None, moment)


def in_month(first: date, number: int, weekday: int) -> date | None:
    """The first (2: second, -1: last) such weekday of the month that begins on `first`; None: it has no fifth."""
    if number < 0:
        last = month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return day if day.month == first.month else None


def _several_ahead(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """3 Fridays from now."""
    weeks = round(count(match["n"])) - 1
    return span(match, weekday_after(moment.today, weekday_number(match["wd"])) + weeks * WEEK, None, moment)


def _relative(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    word = " ".join(match[0].lower().split())
    if "after" in word and re.search(rf"\b{COUNT}\s{{1,3}}$", match.string[max(0, match.start() - 16) : match.start()],
                                     re.IGNORECASE):  # fmt: skip
        step, start = 1, match.end() - len(word.split()[-1])  # "2 days after tomorrow" counts from tomorrow
        found = span(match, moment.today + timedelta(days=step), None, moment)
        return replace(found, start=start) if found else None
    first = word.split()[0]
    step = 2 if "after" in word else -1 if first == "yesterday" else 0 if first in {"today", "tonight", "this"} else 1
    return span(match, moment.today + timedelta(days=step), None, moment)


def _this_time(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """this time next week, this time tomorrow."""
    unit = match["unit"].split()[-1]
    far = (match.groupdict().get("far") or "").lower() == "tomorrow"  # "tomorrow week"
    return span(
        match,
        shifted(moment.today + timedelta(days=far), 1, "day" if unit.lower().startswith("tom") else unit),
        None,
        moment,
    )


def _in_the_morning(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """ "Gonna text her first thing in the morning": of what will be done, and on no other day, it is tomorrow."""
    before = match.string[max(0, match.start() - 80) : match.start()]
    beside = _A_DAY.search(before[-20:]) or _DAY_AFTER.match(match.string, match.end())
    return None if beside or not _WILL.search(before) else span(match, moment.today + timedelta(days=1), None, moment)


def _end_of_day(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """EOD, the end of the day: today, unless a day stands before it ("Thursday EOD")."""
    if _A_DAY.search(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    return span(match, moment.today, None, moment)


_DAY = rf"(?P<wd>{WEEKDAY})"
_WHICH_WEEK = r"(?P<which>this coming|the coming|this|next|the next|the following|the same|the current)"

RULES: Rules = (
    (pattern(rf"(?:the )?(?P<n>{ORDINAL}|last) {_DAY},? (?:of|in|on) (?:(?P<m>{MONTH})\b\.?(?:,? (?P<y>20\d\d))?"
             r"|(?P<p>this|the next|next|the following|the|each|every|a) month)"), _nth),
    (pattern(rf"{_DAY},? (?:of |in |on )?{_WHICH_WEEK} week"), _of_week),
    (pattern(rf"{_DAY},? (?:of |in )?the (?P<which>week) after next"), _of_week),
    (pattern(rf"{_WHICH_WEEK} week,?(?: on)? {_DAY}"), _of_week),
    (pattern(rf"the (?P<which>week) after next,?(?: on)? {_DAY}"), _of_week),
    (pattern(rf"{_DAY} in (?P<n>{COUNT}) weeks?(?:['’]? time)?"), _in_weeks),
    (pattern(rf"next[- ]to[- ]next {_DAY}"), _after_next),
    (pattern(rf"(?:(?:next|this) )?{_DAY}(?:\.|,(?= (?:the|\d{{1,2}}(?:st|nd|rd|th))))? (?P<the>the )?(?P<d>\d{{1,2}})"
             rf"(?P<th>st|nd|rd|th)?(?![:.hH]\d|,? {MONTH}\b| ?[ap]\.?m\b| ?h\b|\s?min| ?uhr|\s?[-–]\s?\d|/|\d"
             rf"| o['’]?clock"
             r"| (?:or|and|to) \d{1,2}(?:[:.]\d\d| ?[ap]m|h))"), _with_number),
    (pattern(rf"(?P<n>{COUNT}) {_DAY}s? from (?:now|today)"), _several_ahead),
    (pattern(rf"(?:(?P<which>(?:on |the )?(?:this(?: coming)?|next|the following|coming|upcoming|following|last"
             rf"|past)) )?{_DAY}"
             r"s?(?!\.\w)(?:(?P<after> after next)|(?P<week> week| fortnight)(?! of)|(?P<post> next"
             r"|coming)(?=[,.;:!?)]|$| at| or| and"
             r"| \d))?"), _weekday),
    (pattern(r"(?:the )?day after tomorrow|today|tonight|tomorrow|yesterday"
             r"|this(?= (?:evening|morning|afternoon))"), _relative),
    (pattern(r"(?P<far>tomorrow|today) (?P<unit>week|fortnight)(?!\w)"), _this_time),
    (pattern(r"this time (?P<unit>tomorrow|next (?:week|month|year))"), _this_time),
    (pattern(r"(?:the )?end of (?:the |my )?(?:business |working )?day(?= ?(?:today|[,.;:!?)]|$))|eod(?! \w)"
             r"|cob(?! \w)"),
     _end_of_day),
    (pattern(r"first thing in the morning"), _in_the_morning),
)  # fmt: skip
