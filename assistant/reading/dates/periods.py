"""Weeks, months, quarters, years, and "in 2 weeks": what is longer than a day, or counted from now."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.dates.spans import WEEK, Rules, dated, make, monday_of, question, shifted, span, year_of
from assistant.reading.dates.words import (
    COUNT,
    MONTH,
    MONTH_NUMBER,
    ORDINAL,
    ORDINAL_WORD,
    UNIT,
    WEEKDAY,
    Found,
    Moment,
    count,
    month_end,
    ordinal,
    pattern,
)

_MOST_HOURS = 30 * 24
_THIRD = 10  # days: the beginning, the middle and the end of a month are a third of it each
_FURTHEST = 3  # years: "in 2027" is a date, "in 2080" and "in 1999" are stories


def _ahead(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """in 2 weeks, within ten days, within the month, half a year from now, 3 weeks ago."""
    said = match.groupdict()
    number, unit, today = count(match["n"]), match["unit"].lower(), moment.today
    if match["n"].lower() == "the":  # "within the month" is not "in a month"
        if _NAMED_WEEK.match(match.string, match.end()):
            return None  # "in the week of the 22nd"
        sunday = monday_of(today) + timedelta(days=6)
        ends = {"w": sunday, "m": month_end(today), "y": date(today.year, 12, 31)}
        grain = "week" if unit == "week" else "range"
        return span(match, today, ends[unit[0]], moment, grain) if unit in {"week", "month", "year"} else None
    if said.get("or") or said.get("or2"):
        return question(match, f"“{match[0].strip()}”: which day?")
    if said.get("ago") and unit[0] == "y" and number > 1:
        return None  # a story
    day = shifted(today, -number if said.get("ago") else number, unit)
    if day and said.get("unit2"):
        day = shifted(day, -count(match["n2"]) if said.get("ago") else count(match["n2"]), match["unit2"])
    found = span(match, day, None, moment)
    return replace(found, unusual=bool(said.get("about") or said.get("so"))) if found else None


def _in_hours(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """within 48 hours; a number that is no count of days means the day on which it ends."""
    hours = int(match["n"])
    if not 12 <= hours <= _MOST_HOURS:
        return None
    return span(match, (moment.local + timedelta(hours=hours)).date(), None, moment)


def _next_few(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """the next ten days, over the next two weeks: from tomorrow, or from the first of next month."""
    number, today = count(match["n"] or match["n2"] or match["n3"] or "a"), moment.today
    unit = match["unit"] or match["unit2"] or match["unit3"]
    first, last = today + timedelta(days=1), shifted(today, number, unit)
    return span(match, first, last, moment, "range") if last and last >= first else None


def _week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """this week, early next week, end of next week, the week after next, EOW: Monday to Sunday, its end the Friday."""
    word, today = " ".join(match[0].lower().split()), moment.today
    part = (match["part"] or "").strip().lower().removeprefix("the ")
    before = match.string[max(0, match.start() - 16) : match.start()]
    if _SAME.search(before) or ("coming" in word and _COUNTED.search(before)):
        return None  # of a day that is not said here; "two upcoming weeks"
    ahead = 2 if re.search(r"after next|next to next", word) else 1 if re.search(r"next|following|coming", word) else 0
    monday = monday_of(today) + ahead * WEEK
    if not ahead and today.weekday() > 4 and not word.startswith(("this", "current", "later")):
        monday += WEEK  # the end of the week, said at the weekend
    days = [monday + timedelta(days=n) for n in range(7)]
    if word.startswith(("eow", "end", "the end", "close", "by end")) or part.startswith(("end", "close")):
        return _part(match, days[4], days[6], days[4], moment)
    if part.startswith(("early", "beg", "start", "first half")):
        return span(match, days[0], days[2], moment, "range")
    if part.startswith("mid"):
        return span(match, days[1], days[3], moment, "range")
    if part.startswith(("late", "second half", "back end")):
        return span(match, max(days[2], today) if part == "later" else days[3], days[4], moment, "range")
    return span(match, days[0], days[6], moment, "week")


def _weekend(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    monday = monday_of(moment.today) + (WEEK if "next" in match[0].lower() else timedelta(0))
    return span(match, monday + timedelta(days=5), monday + timedelta(days=6), moment, "week")


def _week_of(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    day = dated(None, MONTH_NUMBER[match["m"][:3].lower()], _day_number(match), moment, back=back)
    monday = monday_of(day) if day else None
    return span(match, monday, monday + timedelta(days=6) if monday else None, moment, "week")


def _day_number(match: re.Match[str]) -> int:
    return ordinal(match["o"]) if match["o"] else int(match["d"] or match["d2"] or 1)


def _iso_week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    number, today = int(match["n"]), moment.today
    for year in (today.year, today.year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= today:
            return span(match, monday, monday + timedelta(days=6), moment, "week")
    return None


def _is_month(match: re.Match[str]) -> bool:
    """Whether a bare month beside a cue is one: not "to may want", not "thanks to May"."""
    cue = (match["cue"] or "").strip().lower()
    if not cue or (match["m"] in {"may", "march", "mar"} and cue in {"to", "for"}):
        return False
    before = match.string[max(0, match.start() - 60) : match.start()]
    return not _PERSON.fullmatch(match[0].strip()) or _MOVES_TO.search(before) is not None


def _month(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """in March, mid July, end of August, early October, from September, the second half of January."""
    part = (match["part"] or "").lower().removeprefix("the ").removeprefix("very ")
    if match["last"] and not match["m"].islower():
        part = part or "end"  # "by Jan end"; not "you may end up"
    if not (part or match["y"] or _is_month(match)):
        return None
    if match["or"]:
        return question(match, f"“{match[0].strip()}”: which is meant?")
    number, today, year = MONTH_NUMBER[match["m"][:3].lower()], moment.today, year_of(match["y"])
    if year is None:
        year = today.year + (number < today.month and not back) - (number > today.month and back)
    first = make(year, number, 1)
    if first is None:
        return None
    middle = first.replace(day=15)
    if part.startswith("first half"):
        return span(match, first, middle, moment, "range")
    if part.startswith(("second half", "back end")):
        return span(match, middle + timedelta(days=1), month_end(first), moment, "range")
    if part:
        return _third(match, first, part, moment)
    return span(match, first, month_end(first), moment, "month")


def _third(match: re.Match[str], first: date, words: str, moment: Moment) -> Found | None:
    """The beginning (its first day), the middle (its 15th) or the end (its last day) of a month."""
    if re.search(r"\b(?:end|late|close|eom)\b", words):
        return _part(match, first + timedelta(days=2 * _THIRD), month_end(first), month_end(first), moment)
    if re.search(r"\b(?:mid|middle)\b", words):
        return _part(match, first + timedelta(days=_THIRD), first + timedelta(days=2 * _THIRD - 1),
                     first.replace(day=15), moment)  # fmt: skip
    return _part(match, first, first + timedelta(days=_THIRD - 1), first, moment)


def _part(match: re.Match[str], first: date, last: date, point: date, moment: Moment) -> Found | None:
    found = span(match, first, last, moment, "part")
    return replace(found, point=point, past=point < moment.today) if found else None


def _period(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """end of the month, early next month, EOM, year end, this year, next quarter, Q4."""
    word, today = " ".join(match[0].lower().split()), moment.today
    before = match.string[max(0, match.start() - 8) : match.start()]
    if word.startswith(("this", "current")) and re.search(r"\bof\s{1,3}(?:the\s)?$", before):
        return None  # "the last three weeks of this year"
    step = 1 if re.search(r"\b(?:next|following|coming)\b", word) else 0
    if "month" in word or "eom" in word:
        first = today.replace(day=1) + relativedelta(months=step + ("after next" in word))
        last, grain = month_end(first), "month"
        if re.search(r"\blater\s{1,3}$", before, re.IGNORECASE) and not step:
            return span(match, today, last, moment, "range")
    elif "quarter" in word or re.search(r"\beoq\b|\bq[1-4]\b", word):
        named = re.search(r"\bq([1-4])\b|\b(first|second|third|fourth|last) quarter", word)
        numbered = named and (named[1] or named[2])
        quarter = (today.month - 1) // 3 + 1 + step
        if numbered:
            quarter = int(numbered) if numbered.isdecimal() else 4 if numbered == "last" else ordinal(numbered)
        year = year_of(match["y"]) or today.year
        first = date(year, 1, 1) + relativedelta(months=3 * (quarter - 1))
        last = first + relativedelta(months=3, days=-1)
        if last < today and not match["y"]:
            first, last = first + relativedelta(years=1), last + relativedelta(years=1)
        grain = "month"
    else:
        first, last, grain = date(today.year + step, 1, 1), date(today.year + step, 12, 31), "year"
    edge = re.search(r"\b(?:end|late|close|eo[mqy]|mid|middle|early|beginning|start)\b", word)
    if edge and (last - first).days < 31:
        return _third(match, first, word, moment)
    if edge and re.search(r"end|late|close|eo[qy]", edge[0]):
        return _part(match, last.replace(day=1), last, last, moment)
    if edge:
        return None if "mid" in edge[0] else _part(match, first, month_end(first), first, moment)
    return span(match, first, last, moment, grain)


def _year(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    year = int(match["y"])
    if not moment.today.year < year <= moment.today.year + _FURTHEST:
        return None
    return span(match, date(year, 1, 1), date(year, 12, 31), moment, "year")


def _part_week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """first week of April, the second week of next month, first week of the new year: to its Sunday."""
    number = -1 if match["n"].lower() == "last" else ordinal(match["n"]) - 1
    today = moment.today
    if match["m"]:
        day = dated(year_of(match["y"]), MONTH_NUMBER[match["m"][:3].lower()], 1, moment, back=False)
        day = day.replace(year=day.year + 1) if day and day < today.replace(day=1) else day
    elif "year" in match["p"].lower():
        day = date(today.year + 1, 1, 1)
    else:
        day = today.replace(day=1) + relativedelta(months="next" in match["p"].lower())
    if day is None or number > 4:
        return None
    early = timedelta(days=day.weekday() if day.weekday() <= 2 else day.weekday() - 7)
    monday = max(day - early + number * WEEK, day)
    if number < 0:
        monday = monday_of(month_end(day))
    return span(match, monday, monday + timedelta(days=6 - monday.weekday()), moment, "week")


_NAMED_WEEK = re.compile(r"\s(?:of|from|beginning|starting|commencing|after|before)\b", re.IGNORECASE)
# These months are people too: "thanks to May"; what is moved, or lasts, to May, is a date.
_PERSON = re.compile(r"to\s+(?:jan|april|may|june|august)\.?", re.IGNORECASE)
_MOVES_TO = re.compile(
    rf"\b(?:from|mov\w*|push\w*|postpon\w*|defer\w*|delay\w*|extend\w*|chang\w*|shift\w*|resched\w*|slip\w*|put off"
    rf"|brought forward|up|close|{MONTH})\b[^.!?\n]{{0,30}}$",
    re.IGNORECASE,
)
_SAME = re.compile(r"\bsame\s(?:day|time|slot|hour)\s{1,3}$", re.IGNORECASE)
_COUNTED = re.compile(rf"\b(?!an?\b){COUNT}\s{{1,3}}$", re.IGNORECASE)
_ORD = r"(?:st|nd|rd|th)?"
_PART = (
    r"(?:the )?(?:(?:very )?end(?: of)?|close of|beginning of|start of|middle of|mid(?: of)?|early(?: in)?|late(?: in)?"
    r"|(?:first|second) half of|back end of)"
)
_WHICH = (
    r"(?:this coming|the coming|this|the next|next|the following|following|coming|upcoming|current"
    r"|the current|the)"
)
_CUE = (
    r"(?:in|by|until|till?|after|before|from|since|next|not before|starting|beginning|come|during|towards?"
    r"|around|for|to)"
)

RULES: Rules = (
    (pattern(rf"(?:the )?week (?:of|beginning|starting|commencing) (?:the )?(?:(?P<d>\d{{1,2}}){_ORD} (?:of )?)?"
             rf"(?P<m>{MONTH})\.?(?: (?:(?P<d2>\d{{1,2}}){_ORD}|(?P<o>{ORDINAL_WORD})))?"),
     _week_of),
    (pattern(rf"(?:the )?(?P<n>{ORDINAL}|last)(?: full)? week (?:back )?(?:of|in) (?:(?P<m>{MONTH})(?: (?P<y>20\d\d))?"
             r"|(?P<p>the month|this month|next month|the new year|next year|the year))"), _part_week),
    (pattern(rf"(?:in|within|inside|in under) (?:the next |exactly |just |another |a further )?(?P<about>about "
             rf"|around |maybe "
             rf"|some |roughly )?(?P<n>{COUNT}|the)"
             rf"(?P<or> ?(?:-|–|to|or) ?{COUNT})? ?-?(?P<unit>{UNIT})(?:['’]?s? time)?(?P<or2> or (?:two|three"
             rf"|more)| and a half)?"
             rf"(?:(?:,| and|, and) (?P<n2>{COUNT}) (?P<unit2>{UNIT}))?"
             r"(?P<so> or so)?(?! (?:of experience|before|after|ago|from|old))"), _ahead),
    (pattern(rf"(?P<n>{COUNT}) (?P<unit>{UNIT})(?:(?:,| and"
             rf"|, and) (?P<n2>{COUNT}) (?P<unit2>{UNIT}))? (?:from (?:now|today)|hence|later|(?P<ago>ago))"), _ahead),
    (pattern(r"(?:in|within) (?:the next )?(?P<n>\d{2,3}) ?(?:hours|hrs|h)"), _in_hours),
    (pattern(rf"(?:(?:in|within|over|during|for) )?(?:the )?next (?P<n>{COUNT}) (?P<unit>{UNIT})(?! \d)"
             rf"|(?:in|within|over|during|for) the (?:(?:coming|upcoming|following) (?P<n2>{COUNT})"
             rf"|(?P<n3>{COUNT}) (?:coming|upcoming|next)) (?P<unit2>days?|weeks?|months?|years?)"
             r"|(?:in|within|over|during) the (?:next|coming) (?P<unit3>fortnight)"), _next_few),
    (pattern(rf"(?P<part>(?:the )?(?:very )?(?:end of|close of|beginning of|start of|early(?: in)?"
             rf"|mid(?:dle)?(?: of)?|late(?:r)?"
             rf"|(?:first|second) half of"
             rf"|back end of)[ -])(?:around )?(?:{_WHICH} )?week(?: after next)?(?! ?\d| one)|eow"), _week),
    (pattern(r"(?P<part>)(?:this coming|the coming|this|the next|next|the following|following|coming|upcoming|current) "
             rf"week(?!-)|(?:the )?week after next(?! {WEEKDAY})|next[- ]to[- ]next week"), _week),
    (pattern(r"(?:(?:over|at|on|this|next|the|by|until|after|before|coming) ){1,3}weekend(?! of)"), _weekend),
    (pattern(r"(?:(?:in|by) )?(?:the )?(?:calendar week|week|kw|cw) ?(?:no\.? ?|number )?(?P<n>[1-5]?\d)"), _iso_week),
    (pattern(rf"(?P<cue>(?:{_CUE} ){{1,2}})?(?P<part>{_PART}[ -])?(?P<m>{MONTH})(?P<or> ?(?:or|/) (?:in )?{MONTH})?"
             rf"(?!\.? (?:the )?(?:\d{{1,2}}(?![\d:])|{ORDINAL_WORD}))(?P<last>[- ]end(?! of| user| to))?"
             r"(?:,?[ /]{1,2}(?P<y>20\d\d|['’]\d\d))?"), _month),
    (pattern(r"(?:(?:the )?(?:end|middle|mid|beginning|start|early|late|close)(?: of| in)?|by|in|until|till?"
             r"|after|before|from"
             rf"|during|to|within)[ -](?:mid[ -]|early |late )?{_WHICH} (?:month|quarter|year)(?!-)"
             r"|(?P<y>)(?:this|the next|next|the following|coming|current) (?:month|quarter|year)(?![’'-])"
             r"|eom|eoy|eoq|(?:by |the |this )?(?:month|quarter|year)(?:['’]?s)?[ -]?end|(?:the )?month after next"
             r"|(?:the )?end of (?:the calendar )?(?:year|month|quarter)"), _period),
    (pattern(r"(?:(?:end|start|beginning|middle|late|early|mid)(?: of)?[ -]|(?:in|by|until|till?|after|before"
             r"|from|to|during|next"
             r"|for|this) (?:the )?(?:end of |start of |early |late |mid[ -])?)(?:q[1-4]|(?:first|second|third"
             r"|fourth|last) quarter)"
             r"(?: (?:of )?(?P<y>20\d\d))?"), _period),
    (pattern(r"(?:in|by|until|before|after|from|during|not before|for) (?P<y>20\d\d)(?![-/.]\d| \w+s\b)"), _year),
)  # fmt: skip
