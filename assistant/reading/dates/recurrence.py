"""How often: a phrase as an RFC 5545 rule. Every word is anchored ("mon" is in "month")."""

from __future__ import annotations

import re

from assistant.reading.dates.words import (
    COUNT,
    DAY_NUMBER,
    MONTH,
    MONTH_NUMBER,
    RRULE_DAYS,
    WEEKDAY,
    count,
    ordinal,
    pattern,
)

_NTH = r"(?:first|1st|second|2nd|third|3rd|fourth|4th|last)"
_DAY = rf"(?P<d>{WEEKDAY})s?"
_NTHS = rf"(?P<n>{_NTH}(?:(?:,|,? and|,? or| &) (?:the )?{_NTH}){{0,3}})"
_EACH = r"(?:every|each|any|a|the)"
_MONTH_WORD = r"(?:monthly|every month|each month|once an? month|once in a month|once per month|one a month)"

_NTH_OF_MONTH = pattern(rf"(?:{_EACH}|on the)? ?{_NTHS} {_DAY} (?:of|in|each|every) ?{_EACH}? ?month")
_MONTHLY_NTH = pattern(rf"{_MONTH_WORD}(?:[, ][^.;!?\n]{{0,30}}?)??[, ]{{0,2}}(?:on )?(?:the |every )?{_NTHS} {_DAY}")
_NTH_MONTHLY = pattern(rf"(?:the )?{_NTHS} {_DAY},? {_MONTH_WORD}")
# "Every second Tuesday" is every other one; "every first Tuesday", "every last Tuesday" are the month's.
_EVERY_NTH = pattern(rf"every (?P<n>first|1st|third|3rd|fourth|4th|last) {_DAY}(?! of| in)")
_EVERY_OTHER = pattern(
    rf"(?:every (?:other|second|2nd|alternate)|alternate) (?P<unit>day|week|month|year"
    rf"|quarter|{WEEKDAY})s?"
)
_EVERY_COUNT = pattern(
    rf"(?:once )?(?:every|each|in every|once in(?: every)?) (?P<n>{COUNT}) (?P<unit>days?|weeks?|months?|years?"
    rf"|{WEEKDAY}s?)"
)
_COUNTLY = pattern(rf"(?P<n>{COUNT})[- ](?P<unit>week|month)ly")
_HALF_YEAR = pattern(
    r"(?:once )?(?:every|each) half[ -]?(?:a )?year|half[ -]yearly|semi[- ]annual(?:ly)?|(?:twice"
    r"|two times) (?:a|per|each|every) year"
)
_EVERY_DAYS = pattern(
    rf"(?:every|each|weekly on|weekly|once a week on|every week on|on) (?:an? )?"
    rf"(?P<days>{WEEKDAY}(?P<s>s)?(?:(?:,|,? and|,? &| ?/) ?(?:every |on )?{WEEKDAY}s?){{0,6}})"
)
_PLURAL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_PLURAL = pattern(rf"(?P<days>{_PLURAL_DAY}(?:(?:,|,? and|,? &| ?/) ?{_PLURAL_DAY}){{0,6}})")
_WEEKDAYS = pattern(
    r"(?:on )?(?:week|working )days(?= at| from| between|[,.]|$)|(?:every|each) (?:week"
    r"|working |business )day"
)
_UNIT = pattern(
    r"(?:once )?(?:every|each|once an?|once per|once in a|one (?:\w+ )?(?:a|per)|(?:meeting|session|call|chat"
    r"|coffee)s? (?:a|per))"
    r" (?P<unit>day|morning|evening|week|fortnight|month|quarter|year)(?![-’']| \w+s\b| and| (?:we|i|you|the)\b)"
)
_WORD = pattern(
    r"(?P<word>daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually|biannually)"
)
# "the weekly newsletter", "a monthly report": what is so often is a thing, not a meeting
_THING = re.compile(
    r"\s+(?:\w+\s)?(?:reports?|newsletters?|results?|notes|figures|numbers|digest|bulletin|magazine|paper"
    r"|review|business|basis"
    r"|deadline|payments?|bills?|subscription|salary|target|goals?|routine|life|work|news|journal|edition"
    r"|earnings|update)\b",
    re.IGNORECASE,
)
_IN_MONTH = pattern(
    r"(?:(?:on )?the (?P<d>\d{1,2})(?:st|nd|rd|th) (?:of|in|day of) (?:every|each|the) month"
    r"|every (?P<d2>\d{1,2})(?:st|nd|rd|th)"
    rf"(?= of|[,.;!?]|$)|{_MONTH_WORD},? on the (?P<d3>\d{{1,2}})(?:st|nd|rd|th)"
    r"|(?P<last>(?:on )?the last day of (?:every|each) month))"
)
_YEARLY_ON = pattern(
    rf"(?:annually|yearly|every year|each year|once a year) on (?:the )?(?:(?P<d>\d{{1,2}})(?:st|nd|rd"
    rf"|th)? (?:of )?)?(?P<m>{MONTH})(?: (?P<d2>\d{{1,2}}))?"
)
_NTH_DAY = pattern(rf"{_NTHS} {_DAY}")
_ON_DAY = pattern(rf"on (?:an? )?{_DAY}|{_DAY.replace('<d>', '<d2>')}")
_OFTEN_A_MONTH = pattern(
    r"(?:twice|two times|three times|several times) (?:a|per|each|every) (?:day|week"
    r"|fortnight|month)"
)
_QUARTERLY_DAY = pattern(rf"{_NTHS} {_DAY} (?:of|in|each|every) ?{_EACH}? ?(?:quarter|year)")

_UNITS = {
    "day": "FREQ=DAILY",
    "morning": "FREQ=DAILY",
    "evening": "FREQ=DAILY",
    "week": "FREQ=WEEKLY",
    "fortnight": "FREQ=WEEKLY;INTERVAL=2",
    "month": "FREQ=MONTHLY",
    "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "year": "FREQ=YEARLY",
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
_ALL_WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_LONGEST = 4_000  # characters in which somebody says how often
_MOST = 100  # of any unit between two meetings


def _code(word: str) -> str:
    return RRULE_DAYS[DAY_NUMBER[word[:3].lower()]]


def _is_day(word: str) -> bool:
    return word[:3].lower() in DAY_NUMBER and not word.lower().startswith("month")


def _nth_rule(match: re.Match[str]) -> str:
    days = [f"{ordinal(word)}{_code(match['d'])}" for word in re.findall(_NTH, match["n"], re.IGNORECASE)]
    return "FREQ=MONTHLY;BYDAY=" + ",".join(dict.fromkeys(days))


def _days_rule(words: str) -> str:
    days = {_code(word) for word in re.findall(WEEKDAY, words, re.IGNORECASE)}
    return "FREQ=WEEKLY;BYDAY=" + ",".join(sorted(days, key=RRULE_DAYS.index))


def _interval(unit: str, number: int) -> str:
    if _is_day(unit):
        return f"FREQ=WEEKLY;INTERVAL={number};BYDAY={_code(unit)}"
    base = _UNITS[unit.lower().rstrip("s")]
    if base.endswith("INTERVAL=3"):
        return f"FREQ=MONTHLY;INTERVAL={3 * number}"
    return base if number == 1 else f"{base};INTERVAL={number}"


def _with_day(rule: str, text: str, match: re.Match[str]) -> str:
    """A weekday said beside "every two weeks" belongs to it; beside months it needs a "first" or "last"."""
    rest, before = text[match.end() :], text[: match.start()]
    if (
        rule.startswith("FREQ=MONTHLY")
        and "BY" not in rule
        and (nth := _NTH_DAY.search(rest) or _NTH_DAY.search(before))
    ):
        return f"{rule};{_nth_rule(nth).partition(';')[2]}"
    day = _ON_DAY.search(rest) or _last(_ON_DAY, before[-24:])
    if not day or "BYDAY" in rule or not rule.startswith("FREQ=WEEKLY"):
        return rule
    return f"{rule};BYDAY={_code(day['d'] or day['d2'])}"


def _last(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(expression.finditer(text))), None)


def recurrence(text: str) -> str | None:
    """The RRULE of a phrase ("monthly first tue", "every two weeks on thursday", "quarterly"), None for none.

    None too where it cannot be said by one rule of ours ("twice a month")."""
    text = text[:_LONGEST]
    if _OFTEN_A_MONTH.search(text) or _QUARTERLY_DAY.search(text):
        return None
    for expression in (_NTH_OF_MONTH, _MONTHLY_NTH, _NTH_MONTHLY, _EVERY_NTH):
        if match := expression.search(text):
            return _nth_rule(match)
    if match := _IN_MONTH.search(text):
        number = -1 if match["last"] else int(match["d"] or match["d2"] or match["d3"])
        return f"FREQ=MONTHLY;BYMONTHDAY={number}" if number <= 31 and number else None
    if match := _YEARLY_ON.search(text):
        number = int(match["d"] or match["d2"] or 0)
        if 1 <= number <= 31:
            return f"FREQ=YEARLY;BYMONTH={MONTH_NUMBER[match['m'][:3].lower()]};BYMONTHDAY={number}"
    if _HALF_YEAR.search(text):
        return "FREQ=MONTHLY;INTERVAL=6"
    if match := _EVERY_OTHER.search(text):
        return _with_day(_interval(match["unit"], 2), text, match)
    if match := _EVERY_COUNT.search(text) or _COUNTLY.search(text):
        number = int(count(match["n"]))
        return _with_day(_interval(match["unit"], number), text, match) if 0 < number < _MOST else None
    return _simple(text)


def _simple(text: str) -> str | None:
    if _WEEKDAYS.search(text):
        return _ALL_WEEKDAYS
    for days in _EVERY_DAYS.finditer(text):
        if days["s"] or not days[0].lower().startswith("on "):  # "on Monday" is one day, "on Mondays" all of them
            return _days_rule(days["days"])
    if match := _UNIT.search(text):
        return _with_day(_UNITS[match["unit"].lower()], text, match)
    for word in _WORD.finditer(text):
        if not _THING.match(text, word.end()):
            return _with_day(_WORDS[word["word"].lower().replace("-", "")], text, word)
    if match := _PLURAL.search(text):
        return _days_rule(match["days"])
    return None
