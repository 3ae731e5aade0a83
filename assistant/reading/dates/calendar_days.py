"""Days of the calendar: 14 Nov 2026, 2026-11-14, 14/11, the third of March, the 20th, the 5th of next month."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.dates.spans import Rules, dated, make, question, span, weekday_number, year_of
from assistant.reading.dates.words import (
    MONTH,
    MONTH_NUMBER,
    ORDINAL,
    ORDINAL_WORD,
    WEEKDAY,
    Found,
    Moment,
    month_end,
    ordinal,
    pattern,
)

# What makes a bare 3/4 or 3.4. a date: a word before it, or a time or the end of the text after it.
_CUE = re.compile(
    r"(?:\b(?:on|by|until|till?|before|after|from|to|since|for|due|deadline|and|or|next|this|date|am|bis|vom"
    r"|zum|ab|latest"
    rf"|{WEEKDAY})\.?[\s:,–-]{{1,3}}|\d[./]\d{{1,2}}\.?\s?(?:,|-|–|&)\s?|[(:→📅]\s?|->\s?|(?:^|\n)[\s*•-]{{0,4}})$",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\s{0,2}(?:[–-]\s?\d|[,.;:!?)\]–-]*\s{0,2}(?:$|\n)|[,(–-]?\s?(?:at\b|@|from\b|between\b|after\b|same\b"
    r"|or\b|and\b|to\b|noon"
    r"|morning|afternoon|works\b|\d{1,2}(?:[:.]\d\d|\s?h|\s?[ap]\.?m)))",
    re.IGNORECASE,
)
_TIME_AFTER = re.compile(
    r"[,(–-]?\s?(?:at\s\d|@|eod\b|cob\b|noon\b|morning|afternoon|evening|same\s|from\s\d"
    r"|between\s\d|after\s\d|\d{1,2}(?:[:.]\d\d|\s?h\b|\s?[ap]\.?m))",
    re.IGNORECASE,
)
_MONTH_CUE = re.compile(
    r"(?:\b(?:on|by|until|till?|before|after|from|since|due|for|of|the|or|and|to|not)[\s:]+"
    r"|[,:(>/-]\s*)$",
    re.IGNORECASE,
)
_HALF_A_YEAR = 183
_FRACTIONS = {(24, 7), (9, 11), (7, 11), (1, 1), (50, 50)}


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
    """14 Nov, Nov 14th 2026, Tue 11 November, 13-15 Nov, Nov 23-25, November the fifteenth."""
    said = match.groupdict()
    if match.start() > 1 and match.string[match.start() - 1] in ":." and match.string[match.start() - 2].isdecimal():
        return None  # the minutes of 10:30
    if said.get("o"):
        # "you may first", "march second": verbs, unless a capital or an article says otherwise
        if match["m"] in {"may", "march", "mar"} and "the" not in match[0].lower().split():
            return None
        number = ordinal(match["o"])
    else:
        number = int(match["d"])
    month, year = MONTH_NUMBER[match["m"][:3].lower()], year_of(match["y"])
    day = dated(year, month, number, moment, back=back)
    if day is None:
        return question(match, f"There is no {match[0].strip()}: which day is meant?") if 1 <= number <= 31 else None
    if _is_verb(match):
        return None
    found = _with_weekday(match, day, moment, year_said=year is not None)
    if found and match[0].endswith(".") and len(match["m"]) > 4:  # the end of a sentence, not of a short form
        found = replace(found, end=found.end - 1)
    last = said.get("d2")
    if found and found.first and last and int(last) > found.first.day:
        end = make(found.first.year, month, int(last)) or found.first
        return replace(found, last=end, grain="range", past=end < moment.today)
    return found


def _is_verb(match: re.Match[str]) -> bool:
    """ "we may 3 times", "march 5 miles": a small "may" or "march" and a bare number need a cue to be a date."""
    said = match.groupdict()
    if match["m"] not in {"may", "march", "mar"} or said.get("wd") or said.get("y") or said.get("o"):
        return False
    if match.start("d") < match.start("m") or match[0][-1].isalpha():
        return False
    before = match.string[max(0, match.start() - 14) : match.start()]
    return not (_MONTH_CUE.search(before) or not match.string[match.end() :].strip(" .!?)"))


def _numeric(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """3/4, 12/03/2026, 12.03.: by the country, or by the weekday beside it; a dot is always the European order."""
    a, b, dotted = int(match["a"]), int(match["b"]), match["sep"] == "."
    year = year_of(match["y"])
    if max(a, b) > 31 or min(a, b) < 1 or (a > 12 and b > 12):
        return None
    short = match["sep"] == "-" and len(match["y"]) == 2  # 12-11-20 may be a number of anything
    if (year is None or short) and not _is_date(match, a, b):
        return None
    if a > 12 or b > 12 or a == b:
        order = (a, b) if a > 12 or a == b else (b, a)
    elif match["wd"] and (fitting := _by_weekday(match, a, b, year, moment)):
        order = fitting
    elif dotted or moment.day_first:
        order = (a, b)
    elif moment.day_first is False:
        order = (b, a)
    else:
        month_a, month_b = (date(2000, n, 1).strftime("%B") for n in (a, b))
        return question(match, f"{match[0].strip()}: {a} {month_b} or {b} {month_a}?")
    return _with_weekday(match, dated(year, order[1], order[0], moment, back=back), moment, year_said=year is not None)


def _by_weekday(match: re.Match[str], a: int, b: int, year: int | None, moment: Moment) -> tuple[int, int] | None:
    """The order in which the date is the weekday written beside it, where only one does within half a year."""
    fitting = []
    for order in ((a, b), (b, a)):
        day = dated(year, order[1], order[0], moment, back=False)
        near = day is not None and (year is not None or (day - moment.today).days < _HALF_A_YEAR)
        if day and near and day.weekday() == weekday_number(match["wd"]):
            fitting.append(order)
    return fitting[0] if len(fitting) == 1 else None


def _is_date(match: re.Match[str], a: int, b: int) -> bool:
    """Two numbers without a year are a date only beside something that says so: else a ratio, a score, a heading."""
    if match["wd"]:
        return True
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() :][:12]
    if re.search(r"[$€£#]$|\b(?:of|ratio|score|page|section|fig\.?|chapter|version)\s$", before, re.IGNORECASE):
        return False
    alone = not match.string[: match.start()].strip() and (a, b) not in _FRACTIONS
    if re.search(r"(?:^|\n)[\s*•-]{0,4}$", before):
        return alone and bool(_TIMED.match(after) or _TIME_AFTER.match(after)) and match["sep"] != "."
    return (a, b) != (24, 7) and bool(_CUE.search(before) or _TIME_AFTER.match(after))


def _ordinal(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """the 20th, on the fifteenth: the next one."""
    today = moment.today
    word = next(w for w in (match["d"], match["d2"], match["d3"]) if w)
    number = ordinal(word if word[-1].isalpha() else f"{word}th")
    if not 1 <= number <= 31:
        return None
    way = -1 if back else 1
    for step in range(62):
        day = today + timedelta(days=step * way)
        if day.day == number:
            return span(match, day, None, moment)
    return None


def _of_month(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """20th of next month, the 21st this month, the 15th of the month, 15th day of October."""
    word = match["o"] if match["o"][-1].isalpha() else f"{match['o']}th"
    number, period, today = ordinal(word), (match["p"] or "").lower(), moment.today
    if match["m"]:
        return span(match, dated(year_of(match["y"]), MONTH_NUMBER[match["m"][:3].lower()], number, moment, back=back),
                    None, moment)  # fmt: skip
    month = today.replace(day=1) + relativedelta(months=period in {"next", "the following", "the coming", "the next"})
    if period in {"the", "each", "every"} and number < today.day:
        month += relativedelta(months=1)
    return span(match, make(month.year, month.month, number), None, moment)


def _edge(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """the last day of the month, the first working day of December, first day of next week."""
    today, working = moment.today, bool(match["working"])
    if match["m"]:
        first = dated(year_of(match["y"]), MONTH_NUMBER[match["m"][:3].lower()], 1, moment, back=False)
        if first is None:
            return None
        if match["y"] is None and month_end(first) < today:
            first += relativedelta(years=1)
        last = month_end(first)
    else:
        step = 1 if "next" in match["p"].lower() or "following" in match["p"].lower() else 0
        unit = match["unit"].lower()
        if unit == "week":
            first = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
            last = first + timedelta(days=4 if working else 6)
        elif unit == "month":
            first = today.replace(day=1) + relativedelta(months=step)
            last = month_end(first)
        else:
            first, last = date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    day, way = (last, -1) if match["edge"].lower() == "last" else (first, 1)
    while working and day.weekday() > 4:
        day += timedelta(days=way)
    return span(match, day, None, moment)


_ORD = r"(?:st|nd|rd|th)?"
_WD = rf"(?:(?P<wd>{WEEKDAY})(?:[.,:]{{0,2}}\s{{1,3}}[(]?|[,(]\s?)(?:the )?)?"
_Y = r"(?:,?\s{1,3}(?:of\s|in\s)?(?P<y>20\d\d(?![\d:])|['’]\d\d))?"
_TO = r"[ \t]{0,2}(?:-|–|—|to|till?|until|thru|through)[ \t]{0,2}"
_DAY = r"(?P<d>\d{1,2})" + _ORD
_NO_TIME = r"(?!\d|[:.]\d|%| ?[ap]\.?m\b| ?h\b| ?uhr)"
_LEAD = r"(?:(?:next|this) )?"
_NOUN = (
    rf"(?! \w+ (?:of|time)|(?: of)? {MONTH}\b|[-/.]{MONTH}| (?:century|floor|version|chapter|time|grade|place"
    rf"|edition|attempt|of))"
)

RULES: Rules = (
    (pattern(rf"{_WD}(?P<y>20\d\d)[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?=T\d|\b)"), _iso),
    (re.compile(rf"(?<![\w@]){_WD}(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?=T\d\d)", re.IGNORECASE), _iso),
    (pattern(r"(?:by|due|on|until|before)[: ]\s?(?P<wd>)(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)"), _iso),
    (pattern(rf"{_LEAD}{_WD}(?:from |between )?(?:the )?{_DAY}{_TO}(?:the )?(?:{WEEKDAY},? )?(?P<d2>\d{{1,2}}){_ORD}"
             rf"(?: of|\.)?[ -](?P<m>{MONTH})\b\.?{_Y}"), _named),
    (pattern(rf"{_LEAD}{_WD}between (?:the )?{_DAY} and (?:the )?(?P<d2>\d{{1,2}}){_ORD}(?: of)? "
             rf"(?P<m>{MONTH})\b\.?{_Y}"), _named),
    (pattern(rf"{_LEAD}{_WD}{_DAY}(?: of|\.| day of)?[ -](?P<m>{MONTH})\b\.?{_Y}"), _named),
    (pattern(rf"{_WD}{_DAY}[-/.]?(?P<m>{MONTH})\b\.?(?:[-/. ](?P<y>20\d\d|\d\d(?![:.]\d|\s?[ap]m)))?"), _named),
    (pattern(rf"{_WD}(?P<y>20\d\d)[-/](?P<m>{MONTH})[-/]{_DAY}"), _named),
    (pattern(rf"{_LEAD}{_WD}(?P<m>{MONTH})[./-]? ?(?:the )?{_DAY}{_NO_TIME}"
             rf"(?:{_TO}(?:the )?(?P<d2>\d{{1,2}}){_ORD}{_NO_TIME})?"
             rf"{_Y}"), _named),
    (pattern(rf"{_WD}(?:the )?(?P<o>{ORDINAL_WORD})(?: day)?(?: of)? (?P<m>{MONTH})\b\.?{_Y}"), _named),
    (pattern(rf"{_WD}(?P<m>{MONTH})\.? (?:the )?(?P<o>{ORDINAL_WORD})(?! \w+ (?:of|time)){_Y}"), _named),
    (pattern(rf"(?<!\d\.){_WD}(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<y>20\d\d"
             rf"|\d\d)(?![.]\d)"), _numeric),
    (pattern(rf"(?<!/){_WD}(?P<a>\d{{1,2}})(?P<sep>/)(?P<b>\d{{1,2}})(?![/.-]\d)(?P<y>)"), _numeric),
    (re.compile(rf"(?<![\w@.]){_WD}(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>[01]?\d)\.(?!\d)(?P<y>)", re.IGNORECASE), _numeric),
    (pattern(rf"(?P<wd>{WEEKDAY})[.,]? (?:the )?(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>0?[1-9]|1[0-2])(?![.:]?\d"
             rf"| ?[ap]\.?m\b| ?uhr)(?P<y>)"),
     _numeric),
    (pattern(r"(?:on |by |until |till |before |after |for |from |than |post "
             r"|around )(?:the )?(?P<d>\d{1,2}(?:st|nd|rd|th))" + _NOUN
             + rf"|(?:on|by|until|before|after) the (?P<d2>{ORDINAL_WORD})(?=[,.;:!?)]|$| at\b| (?:works|is"
               rf"|would|in the)\b)"
             r"|(?:the )?(?P<d3>\d{1,2}(?:st|nd|rd|th))(?= (?:at|by|works|suits|is (?:fine|good|ok|great|best"
             r"|better|free)|would (?:work|suit|be)|could|after \d|between \d|from \d|in the"
             r" (?:morn|after|even))| (?:morning|afternoon|evening)| ?(?:or|and|,|-|–"
             r"|to) ?(?:the )?\d{1,2}(?:st|nd|rd|th)"
             r"(?:[,.!?)]|$| at\b| works\b| between\b)|[,.!?)]|$)"), _ordinal),
    (pattern(rf"(?:the )?(?P<o>{ORDINAL}|\d{{1,2}}(?= of))(?: day)? (?:of )?(?P<p>this|the following|the coming"
             rf"|the next|next|the|each|every)"
             r" month(?P<m>)"), _of_month),
    (pattern(rf"(?:the )?(?P<o>{ORDINAL}) day of (?:(?P<m>{MONTH})\b{_Y}|(?P<p>this|next|the) month)"), _of_month),
    (pattern(rf"(?:the )?(?P<edge>first|last) (?P<working>working |business |week ?)?day (?:of"
             rf"|in) (?:(?P<m>{MONTH})\b{_Y}"
             r"|(?P<p>this|the next|next|the following|the) (?P<unit>week|month|year))"), _edge),
)  # fmt: skip
