"""Weeks, months, quarters, feasts and "in 2 weeks": rules for what is longer than a day, or counted from now."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from assistant.reading.dates.spans import WEEK, dated, make, span, year_of
from assistant.reading.dates.words import MONTH_NUMBER, Found, Moment, count, month_end


def ahead(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """in 2 weeks, six weeks from now, within ten days, half a year from now."""
    number, unit = count(match["n"]), match["unit"][0].lower()
    if number > 400:
        return None
    if match["n"].lower() == "the":  # "within the month" is not "in a month"
        friday = moment.today + timedelta(days=(4 - moment.today.weekday()) % 7)
        ends = {"w": friday, "m": month_end(moment.today), "y": date(moment.today.year, 12, 31)}
        return span(match, moment.today, ends[unit], moment, "week") if unit in ends else None
    sign = -1 if (match.groupdict().get("ago") or "") else 1
    if unit in "my":
        delta = relativedelta(months=round(number * (12 if unit == "y" else 1)))
    else:
        delta = relativedelta(days=round(number * {"d": 1, "w": 7, "f": 14}[unit]))
    found = span(match, moment.today + delta if sign > 0 else moment.today - delta, None, moment)
    return replace(found, unusual=bool(match.groupdict().get("about"))) if found else None


def week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """this week, end of next week, EOW, the weekend: Monday to Friday, its end is the Friday."""
    word, today = " ".join(match[0].lower().split()), moment.today
    monday = today - timedelta(days=today.weekday())
    if "next" in word:
        monday += WEEK
    if "weekend" in word or "wknd" in word:
        saturday = monday + timedelta(days=5)
        return span(match, max(saturday, today), saturday + timedelta(days=1), moment, "week")
    friday = monday + timedelta(days=4)
    if "next" not in word and today > friday:
        monday, friday = monday + WEEK, friday + WEEK
    if word.startswith(("end", "eow", "by end", "the end", "close")):
        return span(match, friday, friday, moment)
    return span(match, max(monday, today), friday, moment, "week")


def week_of(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    day = dated(None, MONTH_NUMBER[match["m"][:3].lower()], int(match["d"] or match["d2"] or 1), moment, back=back)
    monday = day - timedelta(days=day.weekday()) if day else None
    return span(match, monday, monday + timedelta(days=4) if monday else None, moment, "week")


def iso_week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    number, today = int(match["n"]), moment.today
    for year in (today.year, today.year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= today:
            return span(match, monday, monday + timedelta(days=4), moment, "week")
    return None


def month(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """in March, mid July, end of August, early October, from September."""
    part = (match["part"] or "").lower()
    if not part and not match["cue"] and not match["y"]:
        return None
    number, today, year = MONTH_NUMBER[match["m"][:3].lower()], moment.today, year_of(match["y"])
    if year is None:
        year = (
            today.year + (1 if number < today.month and not back else 0) - (1 if number > today.month and back else 0)
        )
    first = make(year, number, 1)
    if first is None:
        return None
    if part.startswith("mid"):
        return span(match, first.replace(day=15), None, moment)
    if part.startswith(("end", "late")):
        return span(match, month_end(first), None, moment)
    if part.startswith(("early", "beg", "start", "the beg", "the start")):
        return span(match, first, None, moment)
    return span(match, first, month_end(first), moment, "month")


def of_period(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """end of the month, next month, EOM, year end, this year, next quarter, Q4."""
    word, today = " ".join(match[0].lower().split()), moment.today
    following = 1 if "next" in word else 0
    if "month" in word or "eom" in word:
        first = today.replace(day=1) + relativedelta(months=following)
        last, grain = month_end(first), "month"
    elif "quarter" in word or word.startswith("q"):
        quarter = int(word[1]) if word.startswith("q") else (today.month - 1) // 3 + 1 + following
        first = date(today.year, 1, 1) + relativedelta(months=3 * (quarter - 1))
        last = first + relativedelta(months=3, days=-1)
        if last < today:
            first, last = first + relativedelta(years=1), last + relativedelta(years=1)
        grain = "month"
    else:
        first = date(today.year + following, 1, 1)
        last, grain = date(today.year + following, 12, 31), "year"
    if re.search(r"\bend\b|^eo[my]", word):
        return span(match, last, None, moment)
    if re.search(r"\b(?:mid|middle)", word) and grain == "month":
        return span(match, first.replace(day=15), None, moment)
    return span(match, first if following or word.startswith("q") else max(first, today), last, moment, grain)


def part_week(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """first week of April, the second week of January: its Monday to Friday."""
    number = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1}[match["n"].lower()]
    day = dated(None, MONTH_NUMBER[match["m"][:3].lower()], 1, moment, back=False)
    if day is None:
        return None
    day = day.replace(year=day.year + 1) if day < moment.today.replace(day=1) else day
    early = timedelta(days=day.weekday() if day.weekday() <= 2 else day.weekday() - 7)
    monday = max(day - early + number * WEEK, day)
    if number < 0:
        monday = month_end(day) - timedelta(days=month_end(day).weekday())
    return span(match, monday, monday + timedelta(days=4 - monday.weekday()), moment, "week")


def feast(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Christmas, Easter, New Year: the feast's days, to be confirmed; weeks before it where they are said."""
    word, today = match["feast"].lower(), moment.today
    for year in (today.year, today.year + 1):
        if word.startswith("easter"):
            first, last = easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)
        elif word.startswith(("christmas", "xmas")):
            first, last = date(year, 12, 25), date(year, 12, 26)
        else:
            first, last = date(year, 1, 1), date(year, 1, 1)
        if match["n"]:
            first = last = first - timedelta(
                days=round(count(match["n"]) * (7 if match["unit"][0].lower() == "w" else 1))
            )
        if last >= today:
            found = span(match, first, last, moment)
            return replace(found, unusual=True, grain="day" if first == last else "feast") if found else None
    return None
