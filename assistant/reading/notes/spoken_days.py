"""Days and times that are dictated or written in haste, as `reading.dates` reads them: "june 3rd 630 p m"."""

from __future__ import annotations

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NINE = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            *_NINE,
            *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth"),
            *(f"twenty {word}" for word in _NINE),
            *("thirtieth", "thirty first"),
        ],
        1,
    )
}
_LATE = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "twenty one": 21, "twenty two": 22, "twenty three": 23,
}  # fmt: skip
_HOURS = {word: number for number, word in enumerate(_UNITS, 1)} | _LATE
_MINUTES = {"oh five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
            "twenty five": 25, "thirty five": 35, "forty five": 45, "fifty five": 55}  # fmt: skip
NOON = 12
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)


def _any(words: dict[str, int]) -> str:
    return "|".join(word.replace(" ", "[- ]") for word in sorted(words, key=lambda word: (-len(word), word)))


_ORDINAL, _HOUR, _MINUTE = _any(_ORDINALS), _any(_HOURS), _any(_MINUTES)
_OF_MONTH = re.compile(rf"\b(?P<n>{_ORDINAL}) (?:day )?of (?P<month>{_MONTH})\b", re.IGNORECASE)
_MONTH_NTH = re.compile(rf"\b(?P<month>{_MONTH}),? (?:the )?(?P<n>{_ORDINAL})\b", re.IGNORECASE)
_THE_NTH = re.compile(rf"\bthe (?P<n>{_ORDINAL})(?=,? at (?:\d|noon\b|half\b|{_HOUR}\b))", re.IGNORECASE)
# "five p m", "5 p. m."
_SPACED = re.compile(
    rf"\b(?P<h>\d{{1,2}}(?:[:.]\d\d)?|(?:{_HOUR})(?:[- ](?:{_MINUTE}))?) ?(?P<p>[ap])\.? m\b\.?", re.IGNORECASE
)
_WORDS = re.compile(
    rf"(?P<lead>\bat |, |\d |\d(?:st|nd|rd|th) )(?P<h>{_HOUR})(?:[- ](?P<m>{_MINUTE}))?(?:[- ](?P<half>[ap])\.?m\b\.?)?"
    r"(?P<tail>\s(?:o'?clock|hundred(?: hours)?|in the (?:morning|afternoon|evening))\b)?(?=\s*(?:$|[.,;!?)]"
    r"|sharp\b|at\b|in\b|on\b)|(?<=[ap]m)\s)",
    re.IGNORECASE,
)
# "Thursday 12 Nov, seven"
_BARE_HOUR = re.compile(
    rf"(?P<day>\b(?:{_MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d(?:st|nd|rd"
    rf"|th))), (?P<h>{_HOUR})(?=\s*(?:$|[.;]))",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<![\d:.,/-])(?P<h>1[0-2]|0?[1-9])(?P<m>[0-5]\d)\s?(?P<p>[ap])\.?m\b\.?", re.IGNORECASE)
# "10/6 @ 3:30p", "June 3, 2p"
_P_ALONE = re.compile(
    r"(?P<time>(?<![\d:.])\d{1,2}:[0-5]\d|(?:(?<=at )|(?<=@)|(?<=@ )|(?<=\d )|(?<=, ))(?:1[0-2]|[1-9]))"
    r"(?P<p>[ap])\b(?!\.)"
)
# "1 June, 1030": a day and four digits that are no year.
_FOUR = re.compile(
    rf"(?P<day>\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\.?|\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\b\d{{1,2}}/\d{{1,2}})"
    r"(?P<gap>,?\s|\s?@\s?)(?P<h>0[5-9]|1\d|2[0-2])(?P<m>00|15|30|45)(?P<unit>\s?(?:h|hrs|hours)\b)?(?!\d|[:./-]\d)",
    re.IGNORECASE,
)
_U_HOUR = re.compile(r"\b(?P<h>[01]?\d|2[0-3])u(?P<m>[0-5]\d)\b")
_DAYTIME = re.compile(
    r"\b(?P<h>1[0-2]|[1-9])(?P<m>[:.][0-5]\d)? in the (?P<part>morning|afternoon|evening)\b", re.IGNORECASE
)
_HALF = re.compile(
    r"\bhalf[- ]past (?P<h>\w+)\b"
    r"|\bhalf (?P<h2>one|two|three|four|five|six|seven|[1-7](?=\s?p\.?m\b))\b(?:\s?p\.?m\b\.?)?",
    re.IGNORECASE,
)
_NOON = re.compile(r"(?:\bat )?\b12 noon\b", re.IGNORECASE)
# "in two weeks, thurs at 6"
_WEEKDAY_LATER = re.compile(
    r"\b(?P<span>in (?:two|three|four|[2-4]) weeks),? (?:on )?"
    r"(?P<day>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b",
    re.IGNORECASE,
)
_AT_LUNCH = re.compile(r"\bat (?:lunch(?:time)?|noon|breakfast|dinner|tea),?\s+(?=\d{1,2}[:.]\d\d)", re.IGNORECASE)
_LATE_HOUR = re.compile(r"\bat (?P<h>1[3-9]|2[0-3])(?=\s*(?:[,.;)]|$|o'?clock))(?!\.\d)")
_ORDINAL_ALONE = re.compile(r"(?<!the )(?<!\w )\b(?P<n>\d{1,2}(?:st|nd|rd|th))\b(?!\s+(?:of|[A-Z]))")
_ORDINAL_THEN_TIME = re.compile(r"(?P<n>\d(?:st|nd|rd|th)) (?=\d{1,2}[:.]\d\d\b)")
_CLOCK_COLON = re.compile(r"(?<=\d:\d\d):(?=\s)")
# "next time is September"
_IS_MONTH = re.compile(
    r"\bis (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d))"
)
# Names of months that are verbs, too, written small.
_SMALL_MONTH = re.compile(
    r"\b(?:march(?= \d{1,2}\b)|may(?= \d{1,2}(?:st|nd|rd|th| at|,? \d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m|,? \d{1,2}:\d\d)\b))"
)


def as_written(text: str) -> str:
    """The text with spoken and hurried days and times spelt out; the same where there are none. `text`: English."""
    said = _LATE_HOUR.sub(r"at \g<h>:00", text)
    said = _AT_LUNCH.sub("at ", said)
    said = _OF_MONTH.sub(lambda m: f"{_number(m['n'])} {m['month']}", said)
    said = _MONTH_NTH.sub(lambda m: f"{m['month']} {_number(m['n'])}", said)
    said = _THE_NTH.sub(lambda m: f"the {_number(m['n'])}{_ending(_number(m['n']))}", said)
    said = _SPACED.sub(lambda m: f"{m['h']} {m['p']}m", said)
    said = _GLUED.sub(lambda m: f"{int(m['h'])}:{m['m']} {m['p']}m", said)
    said = _P_ALONE.sub(r"\g<time> \g<p>m", said)
    said = _U_HOUR.sub(r"\g<h>:\g<m>", said)
    said = _FOUR.sub(_four_digits, said)
    said = _IS_MONTH.sub("is in ", said)
    said = _HALF.sub(_half, said)
    said = _NOON.sub("at 12:00", said)
    said = _WEEKDAY_LATER.sub(r"\g<day> \g<span>", said)
    said = _WORDS.sub(_in_figures, said)
    said = _BARE_HOUR.sub(lambda m: f"{m['day']} at {_HOURS[m['h'].lower().replace('-', ' ')]}", said)
    said = _DAYTIME.sub(lambda m: f"{m['h']}{m['m'] or ''} {'am' if m['part'].lower() == 'morning' else 'pm'}", said)
    said = _CLOCK_COLON.sub(",", said)
    said = _ORDINAL_ALONE.sub(r"the \g<n>", said)
    said = _ORDINAL_THEN_TIME.sub(r"\g<n> at ", said)
    return _SMALL_MONTH.sub(lambda m: m[0].capitalize(), said)


def _number(ordinal: str) -> int:
    return _ORDINALS[ordinal.lower().replace("-", " ")]


def _ending(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"


def _four_digits(match: re.Match[str]) -> str:
    """ "June 3 2026" is a year; "June 3 2030" is one, too."""
    if match["h"] == "20" and not match["unit"] and "@" not in match["gap"] and not match["gap"].startswith(","):
        return match[0]
    return f"{match['day']} at {match['h']}:{match['m']}"


def _in_figures(match: re.Match[str]) -> str:
    """ "at three thirty": nobody meets at a bare "three" that nothing says is a time."""
    sure = match["m"] or match["half"] or match["tail"] or match["lead"].lower() == "at "
    if not sure:
        return match[0]
    hour = _HOURS[match["h"].lower().replace("-", " ")]
    minutes = f":{_MINUTES[match['m'].lower().replace('-', ' ')]:02}" if match["m"] else ":00" if hour > NOON else ""
    lead = match["lead"] if match["lead"].lower() == "at " else f"{match['lead'].rstrip()} at "
    half = f" {match['half']}m" if match["half"] else ""
    tail = "" if not match["tail"] or "hundred" in match["tail"] else match["tail"]
    return f"{lead}{hour}{minutes}{half}{tail}"


def _half(match: re.Match[str]) -> str:
    word = (match["h"] or match["h2"]).lower()
    hour = _HOURS.get(word) or (int(word) if word.isdigit() and len(word) < 3 else 0)
    if not 1 <= hour <= 12:
        return match[0]
    return f"{hour}:30 pm" if hour < 8 else f"{hour}:30"
