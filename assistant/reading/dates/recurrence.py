"""How often: a phrase as an RFC 5545 rule. Every word is anchored ("mon" is in "month")."""

from __future__ import annotations

import re

from assistant.reading.dates.rhythm_words import EACH, MONTHLY, NOT_MEANT, OFTEN, RULES_BY_UNIT, RULES_BY_WORD, is_thing
from assistant.reading.dates.slips import written_out
from assistant.reading.dates.words import (
    COUNT,
    DAY_NUMBER,
    MONTH,
    MONTH_NUMBER,
    ORDINAL,
    RRULE_DAYS,
    WEEKDAY,
    count,
    ordinal,
    pattern,
)

_NTH = r"(?:first|1st|second|2nd|third|3rd|fourth|4th|last)"
_AND = r"(?:,|,? and|,? or| ?&| ?/)"
_DAY = rf"(?P<d>{WEEKDAY})"
_NTHS = rf"(?P<n>{_NTH}(?:{_AND} (?:the )?{_NTH}){{0,3}})"
_STEP = rf"(?P<step>other|second|2nd|third|3rd|fourth|4th|alternate|{COUNT})"

_NTH_OF_MONTH = pattern(rf"(?:{EACH}|on the)? ?{_NTHS} {_DAY}s?,? (?:(?:of|in|on) )?(?:{EACH} )?(?:{_STEP} )?months?")
_MONTHLY_NTH = pattern(
    rf"(?:{MONTHLY}|{EACH} {_STEP} months?)(?:[,:; ][^.!?\n]{{0,30}}?)??[,: ]{{0,2}}(?:on )?(?:the "
    rf"|every )?{_NTHS} {_DAY}s?"
)
_NTH_MONTHLY = pattern(rf"(?:the )?{_NTHS} {_DAY}s?,? {MONTHLY}")
_SEVERAL_NTH = pattern(rf"(?P<n>{_NTH}(?:{_AND} (?:the )?{_NTH}){{1,3}}) {_DAY}s?(?! (?:of|in) {MONTH})")
_NTH_DAYS = pattern(rf"{_NTHS} (?P<d>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s")
# "Every second Tuesday" is every other one; "every first Tuesday", "every last Tuesday" are the month's.
_EVERY_NTH = pattern(rf"every (?P<n>first|1st|third|3rd|fourth|4th|last) {_DAY}(?! of| in)")
_EVERY_STEP = pattern(
    rf"(?:(?:every|each|once every) (?:other|second|2nd|alternate)|(?:in |on )?alternate) (?P<unit>day|week|month"
    rf"|year|quarter|{WEEKDAY})s?"
)
_EVERY_NTH_UNIT = pattern(
    r"(?:every|each) (?P<n>third|3rd|fourth|4th|fifth|5th|sixth|6th|eighth|8th) (?P<unit>day|week|month|year)"
)
_EVERY_COUNT = pattern(
    rf"(?:once )?(?:every|each|in every|once in(?: every)?) (?P<n>{COUNT}) (?P<unit>days?|weeks?|months?|years?"
    rf"|{WEEKDAY}s?)"
)
_COUNTLY = pattern(rf"(?!an? )(?P<n>{COUNT})[- ](?P<unit>week|month)ly")
_HALF_YEAR = pattern(r"(?:once )?(?:every|each) half[ -]?(?:a )?year|half[ -]yearly|semi[- ]annual(?:ly)?")
_TIMES_A_YEAR = pattern(
    r"(?P<n>twice|two times|three times|four times|six times) (?:an?|per|each|every|in a) year|twice yearly"
)
_DAYS_LIST = rf"{WEEKDAY}s?(?:{_AND} ?(?:every |on )?{WEEKDAY}s?){{0,6}}"
_EVERY_DAYS = pattern(
    rf"(?:(?:every|each)(?: single)?|weekly(?: on)?|fortnightly(?: on)?|(?:once a|every|each) week,? on"
    rf"|on)(?: an?)? (?P<days>{_DAYS_LIST})"
)
_DAYS_EVERY = pattern(
    rf"(?P<days>{_DAYS_LIST})(?P<part> (?:morning|afternoon|evening)s?)?,? (?:every week|each week|weekly|once a week)"
)
_PLURAL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_PLURAL = pattern(
    rf"(?P<days>(?:{_PLURAL_DAY}|{WEEKDAY} (?:morning|afternoon|evening)s)(?:{_AND} ?{_PLURAL_DAY}){{0,6}})"
)
_FROM_DAY_TO_DAY = pattern(rf"(?P<a>{WEEKDAY})s?(?: ?(?:-|–) ?| (?:to|through|thru|till|until) )(?P<b>{WEEKDAY})s?")
_EVERY_WEEK = pattern(r"(?:every|each) (?:week|day)|weekly|daily")
_EVERY_BEFORE = re.compile(r"\b(?:every|each|weekly|mon)\s{1,2}$", re.IGNORECASE)
_WEEKDAYS = pattern(
    r"(?:on )?(?:week|working )days(?= at| from| between|[,.]|$)|(?:every|each) (?:week"
    r"|working |business )day(?! (?:of|in))"
)
_UNIT = pattern(
    r"(?:(?:once )?(?:every|each)(?: single)?|once an?|once per|once in a|one (?:\w+ )?(?:a|per)"
    r"|(?:hour|minutes?|mins?|meeting|session|call|chat|coffee|lunch)s? (?:an?|per))"
    r" (?P<unit>day|morning|evening|week|fortnight|month|quarter|year)"
    r"(?![-’']| (?!(?:is|was|as|works|suits|does|sounds|seems|always|thanks)\b)\w+s\b| and| (?:we|i|you|the"
    r"|person|people|end|out|in)\b| of )"
)
_WORD = pattern(
    r"(?P<word>daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly|annually|biannually)"
)
_IN_MONTH = pattern(
    rf"(?:on )?(?:the )?(?P<list>(?:{ORDINAL}|(?<=the[ ])\d{{1,2}})(?:{_AND} (?:the )?{ORDINAL}){{0,4}}) (?:of"
    rf"|in|day of) (?:every|each"
    rf"|the) month"
    r"|every (?P<d2>\d{1,2}(?:st|nd|rd|th))"
    rf"(?= of|[,.;!?]|$)|{MONTHLY},? on the (?P<d3>\d{{1,2}}(?:st|nd|rd|th))(?! \w+day)"
    r"|(?P<last>(?:on )?(?:the )?last day of (?:every|each) month|always (?:on )?the last day of the month)"
)
_YEARLY_ON = pattern(
    rf"(?:(?:annually|yearly|every year|each year|once a year),? on|every) (?:the )?(?:(?P<d>\d{{1,2}})(?:st|nd|rd"
    rf"|th)? (?:of )?(?P<m>{MONTH})|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)"
)
_NTH_DAY = pattern(rf"{_NTHS} {_DAY}s?")
_ON_DAY = pattern(rf"on (?:an? )?(?P<d>{WEEKDAY})s?|(?P<d2>{WEEKDAY})s?")

_ALL_WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
_LONGEST = 4_000  # characters in which somebody says how often
_MOST = 100  # of any unit between two meetings
_MONTHS = 12  # of a year


def _code(word: str) -> str:
    return RRULE_DAYS[DAY_NUMBER[word[:3].lower()]]


def _is_day(word: str) -> bool:
    return word[:3].lower() in DAY_NUMBER and not word.lower().startswith("month")


def _step(word: str | None) -> int:
    """Every how many: "other" and "second" are 2."""
    word = (word or "one").lower()
    if word in {"other", "alternate"}:
        return 2
    return ordinal(word) if re.fullmatch(_NTH, word) else int(count(word))


def _nth_rule(match: re.Match[str]) -> str | None:
    days = [f"{ordinal(word)}{_code(match['d'])}" for word in re.findall(_NTH, match["n"], re.IGNORECASE)]
    step = _step(match.groupdict().get("step"))
    if not 0 < step < _MOST:
        return None
    return f"FREQ=MONTHLY;{f'INTERVAL={step};' if step > 1 else ''}BYDAY=" + ",".join(dict.fromkeys(days))


def _days_rule(words: str) -> str:
    days = {_code(word) for word in re.findall(rf"\b{WEEKDAY}", words, re.IGNORECASE)}
    return "FREQ=WEEKLY;BYDAY=" + ",".join(sorted(days, key=RRULE_DAYS.index))


def _interval(unit: str, number: int) -> str:
    if _is_day(unit):
        return f"FREQ=WEEKLY;INTERVAL={number};BYDAY={_code(unit)}"
    base = RULES_BY_UNIT[unit.lower().rstrip("s")]
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
        return f"{rule};{(_nth_rule(nth) or '').partition(';')[2]}"
    day = _ON_DAY.search(rest) or _last(_ON_DAY, before[-24:])
    if not day or "BYDAY" in rule or not rule.startswith("FREQ=WEEKLY"):
        return rule
    return f"{rule};BYDAY={_code(day['d'] or day['d2'])}"


def _last(expression: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(reversed(list(expression.finditer(text))), None)


def recurrence(text: str) -> str | None:
    """The RRULE of a phrase ("monthly first tue", "every two weeks on thursday", "quarterly"), None for none.

    None too where it cannot be said by one rule of ours ("twice a month"), and where it is ruled out."""
    text, _ = written_out(text[:_LONGEST])
    if OFTEN.search(text):
        return None
    for find in (_of_month, _of_year, _by_steps, _by_days, _simple):
        if rule := find(text):
            return rule
    return None


def _of_month(text: str) -> str | None:
    """The second Tuesday, the 15th, of every month or every few months."""
    for expression in (_NTH_OF_MONTH, _MONTHLY_NTH, _NTH_MONTHLY, _EVERY_NTH, _SEVERAL_NTH, _NTH_DAYS):
        if match := expression.search(text):
            return _nth_rule(match)
    if not (match := _IN_MONTH.search(text)):
        return None
    words = match["list"] or match["d2"] or match["d3"] or "last"
    days = [
        ordinal(word if word[-1].isalpha() else f"{word}th")
        for word in re.findall(rf"\b(?:{ORDINAL}|last|\d{{1,2}})", words, re.IGNORECASE)
    ]
    named = ",".join(str(day) for day in dict.fromkeys(days))
    return f"FREQ=MONTHLY;BYMONTHDAY={named}" if all(day == -1 or 1 <= day <= 31 for day in days) else None


def _of_year(text: str) -> str | None:
    if match := _YEARLY_ON.search(text):
        number, month = int(match["d"] or match["d2"]), match["m"] or match["m2"]
        if 1 <= number <= 31:
            return f"FREQ=YEARLY;BYMONTH={MONTH_NUMBER[month[:3].lower()]};BYMONTHDAY={number}"
    if match := _TIMES_A_YEAR.search(text):
        times = {"t": 2, "th": 3, "f": 4, "s": 6}
        word = (match["n"] or "twice").lower()
        return f"FREQ=MONTHLY;INTERVAL={_MONTHS // times['th' if word.startswith('th') else word[0]]}"
    return "FREQ=MONTHLY;INTERVAL=6" if _HALF_YEAR.search(text) else None


def _by_steps(text: str) -> str | None:
    """Every other week, every third month, every 45 days, six-weekly."""
    if match := _EVERY_STEP.search(text):
        return _with_day(_interval(match["unit"], 2), text, match)
    if match := _EVERY_NTH_UNIT.search(text):
        return _with_day(_interval(match["unit"], ordinal(match["n"])), text, match)
    if match := _EVERY_COUNT.search(text) or _COUNTLY.search(text):
        number = int(count(match["n"]))
        vague = "couple" in match["n"].lower()
        return _with_day(_interval(match["unit"], number), text, match) if 0 < number < _MOST and not vague else None
    return None


def _by_days(text: str) -> str | None:
    """Every Monday and Thursday, Tuesdays, Monday to Friday every week, every working day."""
    if _WEEKDAYS.search(text):
        return _ALL_WEEKDAYS
    span = _FROM_DAY_TO_DAY.search(text)
    if span and (_EVERY_WEEK.search(text) or _EVERY_BEFORE.search(text[: span.start()])):
        first, last = (DAY_NUMBER[span[side][:3].lower()] for side in "ab")
        if first < last:
            return "FREQ=WEEKLY;BYDAY=" + ",".join(RRULE_DAYS[first : last + 1])
    fortnightly = re.search(r"\b(?:fortnightly|bi-?weekly)\b", text, re.IGNORECASE)
    for expression in (_DAYS_EVERY, _EVERY_DAYS, _PLURAL):
        for days in expression.finditer(text):
            once = days[0].lower().startswith("on ") and not re.search(
                r"s\b(?<!tues)(?<!weds)(?<!thurs)", days["days"].lower()
            )
            # "on Monday" is one day, "on Mondays" all of them
            if not once and not NOT_MEANT.search(
                text[max(0, days.start() - 40) : days.start()] + "\0" + text[days.end() : days.end() + 40]
            ):
                rule = _days_rule(days["days"])
                return rule.replace("WEEKLY;", "WEEKLY;INTERVAL=2;") if fortnightly else rule
    return None


def _simple(text: str) -> str | None:
    if match := _UNIT.search(text):
        return _with_day(RULES_BY_UNIT[match["unit"].lower()], text, match)
    for word in _WORD.finditer(text):
        if not is_thing(text, word.start(), word.end()):
            return _with_day(RULES_BY_WORD[word["word"].lower().replace("-", "")], text, word)
    return None
