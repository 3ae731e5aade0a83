"""Days of the calendar: 14 Nov 2026, 2026-11-14, 14/11, the third of March, the 20th, the 5th of next month."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.reading.dates.numeric import by_weekday, is_date, numbers_a_thing
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

_MONTH_CUE = re.compile(
    r"(?:\b(?:on|by|until|till?|before|after|from|since|due|for|of|the|or|and|to|not)[\s:]+"
    r"|[,:(>/-]\s*)$",
    re.IGNORECASE,
)
_OF_US = re.compile(r"\s(?:of (?:us|you|them|my|our)|people|more|others)\b", re.IGNORECASE)
_VERB_AFTER = re.compile(
    r"\s(?!(?:at|or|and|to|till|until|if|in|is|was|on|for|from|by|with|please|pls|would|suits?|as|then|because|so"
    r"|but|after|before|between|around|about|due|morning|afternoon|evening|noon|latest|when|it|i|we|you|too"
    r"|instead|only"
    r"|via|the|this|next|works)\b)[a-z]{2,}"
)
_WEEKDAY_AFTER = re.compile(rf"\s?\((?P<wd>{WEEKDAY})\)", re.IGNORECASE)  # 2/3 (Wed)
# "They sent four drafts and I liked the 2nd".
_CHOSE = re.compile(
    r"\b(?:chose|chosen|picked|preferred|liked|loved|kept|read|rejected|skipped|dropped|tried|wrote|took|won|failed"
    r"|enjoyed|hated|ignored|deleted|finished)\s(?:only\s)?$",
    re.IGNORECASE,
)
_HOURS = 24  # of a day


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
        if match["m"] in {"may", "march", "mar"} and not {"the", "of"} & set(match[0].lower().split()):
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
    """ "we may 3 times", "march 5 miles": a small "may" or "march" and a bare number need a cue to be a date.

    So does "option 2 may be", before a verb; "May 5 of us come along?" is a question."""
    said = match.groupdict()
    if _OF_US.match(match.string, match.end()) and match["m"].lower() == "may":
        return True
    if match["m"] not in {"may", "march", "mar"} or said.get("wd") or said.get("y") or said.get("o"):
        return False
    before = match.string[max(0, match.start() - 14) : match.start()]
    if match.start("d") < match.start("m"):
        bare = match["m"] == "may" and match.string[match.end("d")] == " "
        return bare and _VERB_AFTER.match(match.string, match.end()) is not None and not _MONTH_CUE.search(before)
    if match[0][-1].isalpha():
        return False
    return not (_MONTH_CUE.search(before) or not match.string[match.end() :].strip(" .!?)"))


def _numeric(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """3/4, 12/03/2026, 12.03.: by the country, or by the weekday beside it; a dot is always the European order."""
    a, b, dotted = int(match["a"]), int(match["b"]), match["sep"] == "."
    year = year_of(match["y"])
    if max(a, b) > 31 or min(a, b) < 1 or (a > 12 and b > 12) or (dotted and numbers_a_thing(match)):
        return None
    short = match["sep"] == "-" and len(match["y"]) == 2  # 12-11-20 may be a number of anything
    beside = match["wd"] or ((after := _WEEKDAY_AFTER.match(match.string, match.end())) and after["wd"])
    if (year is None or short) and not (beside or is_date(match, a, b)):
        return None
    if a > 12 or b > 12 or a == b:
        order = (a, b) if a > 12 or a == b else (b, a)
    elif beside and (fitting := by_weekday(beside, (a, b), year, moment)):
        order = fitting
    elif dotted or moment.day_first:
        order = (a, b)
    elif moment.day_first is False:
        order = (b, a)
    else:
        month_a, month_b = (date(2000, n, 1).strftime("%B") for n in (a, b))
        return question(match, f"{match[0].strip()}: {a} {month_b} or {b} {month_a}?")
    return _with_weekday(match, dated(year, order[1], order[0], moment, back=back), moment, year_said=year is not None)


def _next_numeric(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """Next 5/12: never one that has just passed."""
    found = _numeric(match, moment, back)
    if found is None or not found.past or found.first is None:
        return found
    day = make(found.first.year + 1, found.first.month, found.first.day)
    return span(match, day, None, moment)


def _after_cue(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """Due 13.11, by 23-11: a day that cannot be a month, and not a time of day ("by 17.10")."""
    day, month = int(match["a"]), int(match["b"])
    if match["sep"] == "." and day < _HOURS and len(match["b"]) == 2 and month % 5 == 0:
        return None
    return span(match, dated(None, month, day, moment, back=back), None, moment)


def _ordinal(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """the 20th, on the fifteenth: the next one."""
    today = moment.today
    word = next(w for w in (match["d"], match["d2"], match["d3"], match["d4"]) if w)
    if match["d3"] and _CHOSE.search(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    number = ordinal(word if word[-1].isalpha() else f"{word}th")
    if not 1 <= number <= 31:
        return None
    way = -1 if back else 1
    for step in range(62):
        day = today + timedelta(days=step * way)
        if day.day == number:
            return span(match, day, None, moment)
    return None


def _between(match: re.Match[str], moment: Moment, _back: bool) -> Found | None:
    """Between the 15th and the 17th: of this month while it lasts, else of the next."""
    first, last = ordinal(match["a"]), ordinal(match["b"])
    month = moment.today.replace(day=1)
    month += relativedelta(months=last < moment.today.day)
    days = make(month.year, month.month, first), make(month.year, month.month, last)
    return span(match, *days, moment, "range") if first < last and days[0] and days[1] else None


_SAID_MONTH = re.compile(rf"\b(?:in|of|for|next|this) (?P<m>{MONTH})\b[^.!?;\d]{{0,24}}$", re.IGNORECASE)


def _of_month(match: re.Match[str], moment: Moment, back: bool) -> Found | None:
    """20th of next month, the 21st this month, the 15th of the month, 15th day of October."""
    word = match["o"] if match["o"][-1].isalpha() else f"{match['o']}th"
    number, period, today = ordinal(word), (match["p"] or "").lower(), moment.today
    if match["m"]:
        return span(match, dated(year_of(match["y"]), MONTH_NUMBER[match["m"][:3].lower()], number, moment, back=back),
                    None, moment)  # fmt: skip
    if period == "the" and (said := _SAID_MONTH.search(match.string[max(0, match.start() - 40) : match.start()])):
        return span(match, dated(None, MONTH_NUMBER[said["m"][:3].lower()], number, moment, back=back), None, moment)
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
    rf"(?! (?!instead\b)\w+ (?:of|time)| (?:next|this) month|(?: of)? {MONTH}\b|[-/.]{MONTH}| (?:century|floor"
    rf"|version|chapter|time|grade|place"
    rf"|edition|attempt|of|slides?|paragraph|pages?|sections?|lines?|rows?|questions?|points?|bullets?|items?|try"
    rf"|drafts?"
    rf"|rounds?|interviews?|rejections?|examples?|figures?|tables?|iteration|sprint|steps?|stages?|candidates?"
    rf"|applicants?"
    rf"|customers?|users?|street|avenue|anniversary|birthday|generation|position|percentile|amendment|semester"
    rf"|lesson|reading"
    rf"|visit|email|mail|application)\b)"
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
    (pattern(r"next (?P<wd>)(?P<a>\d{1,2})(?P<sep>/)(?P<b>\d{1,2})(?![/.-]\d)(?P<y>)"), _next_numeric),
    (pattern(rf"(?<!/){_LEAD}{_WD}(?P<a>\d{{1,2}})(?P<sep>/)(?P<b>\d{{1,2}})(?![/.-]\d)(?P<y>)"), _numeric),
    (re.compile(rf"(?<![\w@.]){_WD}(?P<a>[0-3]?\d)(?P<sep>\.)\s?(?P<b>0?[1-9]"
                rf"|1[0-2])\.(?!\d)(?P<y>)", re.IGNORECASE), _numeric),
    (pattern(r"(?:by|due|until|till|before|deadline|bis|latest)(?: on| by)?:? (?:the )?(?P<wd>)(?P<a>1[3-9]|2\d"
             r"|3[01])(?P<sep>[.-])"
             r"(?P<b>0?[1-9]|1[0-2])(?![.:-]?\d|[.,]? ?(?:[ap]\.?m\b|uhr|h\b|hrs|%|\w+ (?:of|votes"
             r"|points)))(?P<y>)"), _after_cue),
    (pattern(r"(?P<wd>)(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>0[1-9]|1[0-2])(?=,? (?:at |from |um "
             r"|ab )?\d{1,2}[:.h]\d\d)(?P<y>)"),
     _numeric),
    (pattern(r"(?<=on\s)(?P<wd>)(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>0?[1-9]|1[0-2])(?= (?:i|we) can\b)(?P<y>)"), _numeric),
    (pattern(rf"(?P<wd>{WEEKDAY})[.,]? (?:the )?(?P<a>[0-3]?\d)(?P<sep>\.)(?P<b>0?[1-9]|1[0-2])(?![.:]?\d"
             rf"| ?[ap]\.?m\b| ?uhr)(?P<y>)"),
     _numeric),
    (pattern(r"(?:on |by |until |till |before |after |for |from |than |post "
             r"|around |between |excluding |except |besides )(?:the )?(?P<d>\d{1,2}(?:st|nd|rd|th))" + _NOUN
             + rf"|(?:on|by|until|before|after) the (?P<d2>{ORDINAL_WORD})(?=[,.;:!?)]|$| at\b| (?:works|is"
               rf"|would|in the)\b)"
             r"|(?:on|by|until|till?) the day (?P<d4>\d{1,2})(?=[,.;:!?)]|$)"
             r"|(?:the )?(?P<d3>\d{1,2}(?:st|nd|rd|th))(?= (?:at\b|by\b|works|suits|fits|instead|please|onwards"
             r"|too[.,!?]|as well"
             r"|is (?:fine|good|ok|okay|great|best|better|free|perfect|ideal|possible|open|lovely|alright|gone"
             r"|taken|full"
             r"|out|off|booked|not)|would (?:work|suit|be)|could\b|after \d|between \d|from \d|in the"
             r" (?:morn|after|even))| (?:morning|afternoon|evening)| ?(?:or|and|,|-|–"
             r"|to) ?(?:the )?\d{1,2}(?:st|nd|rd|th)"
             r"(?:[,.!?)]|$| at\b| works\b| between\b| both\b| either\b)| (?:both|either)\b|[,.!?)]|$)"), _ordinal),
    (pattern(r"(?:between|from) (?:the )?(?P<a>\d{1,2}(?:st|nd|rd|th)) (?:and|to|until|till"
             r"|through) (?:the )?(?P<b>\d{1,2}(?:st|nd|rd|th))"
             rf"(?!,? (?:of |{MONTH})\b)"), _between),
    (pattern(rf"(?:the )?(?P<o>{ORDINAL}|\d{{1,2}}(?= of))(?: day)? (?:of )?(?P<p>this|the following|the coming"
             rf"|the next|next|the|each|every)"
             r" month(?P<m>)"), _of_month),
    (pattern(rf"(?:the )?(?P<o>{ORDINAL}) day of (?:(?P<m>{MONTH})\b{_Y}|(?P<p>this|next|the) month)"), _of_month),
    (pattern(rf"(?:the )?(?P<edge>first|last) (?P<working>working |business |week ?)?day (?:of"
             rf"|in) (?:(?P<m>{MONTH})\b{_Y}"
             r"|(?P<p>this|the next|next|the following|the) (?P<unit>week|month|year))"), _edge),
)  # fmt: skip
