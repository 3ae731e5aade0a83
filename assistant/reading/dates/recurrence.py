"""How often: a phrase as an RFC 5545 rule. Every word is anchored ("mon" is in "month")."""

from __future__ import annotations

import re

from assistant.reading.dates.words import COUNT, DAY_NUMBER, MONTH, MONTH_NUMBER, RRULE_DAYS, WEEKDAY, count, pattern

_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_NTH = r"(?P<n>first|1st|second|2nd|third|3rd|fourth|4th|last)"
_DAY = rf"(?P<d>{WEEKDAY})"

_EVERY_NTH_OF_MONTH = pattern(
    rf"(?:every|each|the|on the)? ?{_NTH} {_DAY} (?:of|in|each|every) ?(?:the|each|every|a)? ?month"
)
_MONTHLY_NTH = pattern(
    rf"(?:monthly|every month|each month|once a month)(?:[, ][^.;!?\n]{{0,30}}?)??[, ]{{0,2}}"
    rf"(?:on )?(?:the |every )?{_NTH} {_DAY}"
)
_NTH_MONTHLY = pattern(rf"(?:the )?{_NTH} {_DAY},? (?:monthly|every month|each month)")
_EVERY_OTHER = pattern(rf"every (?:other|second|2nd) (?P<unit>day|week|month|year|quarter|{WEEKDAY})")
_EVERY_COUNT = pattern(rf"(?:once )?every (?P<n>{COUNT}) (?P<unit>days?|weeks?|months?|years?|{WEEKDAY}s?)")
_HALF_YEAR = pattern(r"(?:once )?(?:every|each) half[ -]?(?:a )?year|half[ -]yearly|twice a year|every six months")
_EVERY_DAYS = pattern(
    rf"(?:every|each|weekly on|weekly) (?:an? )?(?P<days>{WEEKDAY}s?(?:(?:,|,? and|,? &) {WEEKDAY}s?)*)"
)
_PLURAL = pattern(r"(?:on )?(?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun)days)")
_UNIT = pattern(
    r"(?:once )?(?:every|each|once an?|once per) (?P<unit>day|morning|evening|week|fortnight"
    r"|month|quarter|year|weekday|working day)"
)
_WORD = pattern(
    r"(?P<word>daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually|biannually)"
)
_YEARLY_ON = pattern(
    rf"(?:annually|yearly|every year|each year) on (?:(?P<d>\d{{1,2}})(?:st|nd|rd"
    rf"|th)? )?(?P<m>{MONTH})(?: (?P<d2>\d{{1,2}}))?"
)
_NTH_DAY = pattern(rf"{_NTH} {_DAY}")
_ON_DAY = pattern(rf"on (?:an? )?{_DAY}s?|{_DAY.replace('<d>', '<d2>')}s?")

_UNITS = {
    "day": "FREQ=DAILY",
    "morning": "FREQ=DAILY",
    "evening": "FREQ=DAILY",
    "week": "FREQ=WEEKLY",
    "fortnight": "FREQ=WEEKLY;INTERVAL=2",
    "month": "FREQ=MONTHLY",
    "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "year": "FREQ=YEARLY",
    "weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "working day": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
}
_WORDS = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2",
    "monthly": "FREQ=MONTHLY",
    "bimonthly": "FREQ=MONTHLY;INTERVAL=2",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "yearly": "FREQ=YEARLY",
    "annually": "FREQ=YEARLY",
    "biannually": "FREQ=MONTHLY;INTERVAL=6",
}


def _code(word: str) -> str:
    return RRULE_DAYS[DAY_NUMBER[word[:3].lower()]]


def _is_day(word: str) -> bool:
    return word[:3].lower() in DAY_NUMBER and not word.lower().startswith("month")


def _weekday_rule(match: re.Match[str]) -> str:
    return f"FREQ=MONTHLY;BYDAY={_ORDER[match['n'].lower()]}{_code(match['d'])}"


def _interval(unit: str, number: int) -> str:
    if _is_day(unit):
        return f"FREQ=WEEKLY;INTERVAL={number};BYDAY={_code(unit)}"
    base = _UNITS[unit.lower().rstrip("s")]
    if base.endswith("INTERVAL=3"):
        return f"FREQ=MONTHLY;INTERVAL={3 * number}"
    return base if number == 1 else f"{base};INTERVAL={number}"


def _with_day(rule: str, rest: str) -> str:
    """A weekday said beside "every two weeks" belongs to it; beside months it needs a "first" or "last"."""
    if rule.startswith("FREQ=MONTHLY") and "BY" not in rule and (nth := _NTH_DAY.search(rest)):
        return f"{rule};BYDAY={_ORDER[nth['n'].lower()]}{_code(nth['d'])}"
    match = _ON_DAY.search(rest)
    if not match or "BYDAY" in rule or not rule.startswith("FREQ=WEEKLY"):
        return rule
    return f"{rule};BYDAY={_code(match['d'] or match['d2'])}"


def recurrence(text: str) -> str | None:
    """The RRULE of a phrase ("monthly first tue", "every two weeks on thursday", "quarterly"), None for none."""
    for expression in (_EVERY_NTH_OF_MONTH, _MONTHLY_NTH, _NTH_MONTHLY):
        if match := expression.search(text):
            return _weekday_rule(match)
    if match := _YEARLY_ON.search(text):
        number = match["d"] or match["d2"]
        if number and 1 <= int(number) <= 31:
            return f"FREQ=YEARLY;BYMONTH={MONTH_NUMBER[match['m'][:3].lower()]};BYMONTHDAY={number}"
    if _HALF_YEAR.search(text):
        return "FREQ=MONTHLY;INTERVAL=6"
    if match := _EVERY_OTHER.search(text):
        return _with_day(_interval(match["unit"], 2), text[match.end() :])
    if match := _EVERY_COUNT.search(text):
        number = int(count(match["n"]))
        return _with_day(_interval(match["unit"], number), text[match.end() :]) if 0 < number < 100 else None
    return _simple(text)


def _simple(text: str) -> str | None:
    if match := _EVERY_DAYS.search(text):
        days = [_code(word) for word in re.findall(WEEKDAY, match["days"], re.IGNORECASE)]
        return "FREQ=WEEKLY;BYDAY=" + ",".join(sorted(set(days), key=RRULE_DAYS.index))
    if match := _UNIT.search(text):
        return _with_day(_UNITS[" ".join(match["unit"].lower().split())], text[match.end() :])
    if match := _WORD.search(text):
        return _with_day(_WORDS[match["word"].lower().replace("-", "")], text[match.end() :])
    if match := _PLURAL.search(text):
        return f"FREQ=WEEKLY;BYDAY={_code(match['d'])}"
    return None
