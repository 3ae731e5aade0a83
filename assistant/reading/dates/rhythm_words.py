"""The words of rhythms: units, adverbs, what no single rule can say, what is only a thing ("a monthly magazine")."""

from __future__ import annotations

import re

from assistant.reading.dates.words import COUNT, MONTH, WEEKDAY, pattern

EACH = r"(?:every|each|any|a|the)"
MONTHLY = r"(?:monthly|every month|each month|once an? month|once in a month|once per month|one a month)"

RULES_BY_UNIT = {
    "day": "FREQ=DAILY",
    "morning": "FREQ=DAILY",
    "evening": "FREQ=DAILY",
    "week": "FREQ=WEEKLY",
    "fortnight": "FREQ=WEEKLY;INTERVAL=2",
    "month": "FREQ=MONTHLY",
    "quarter": "FREQ=MONTHLY;INTERVAL=3",
    "year": "FREQ=YEARLY",
}
RULES_BY_WORD = {
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

_NTH = r"(?:first|1st|second|2nd|third|3rd|fourth|4th|last)"
_LY = r"(?:daily|weekly|fortnightly|monthly|quarterly|yearly)"
# No one rule of ours says it: it is asked.
OFTEN = pattern(
    r"(?:twice|thrice|(?:two|three|four|several|many|\d{1,2}) times|once or twice) (?:(?:a|per|each|every"
    r"|in a) (?:day|week"
    r"|fortnight|month)|daily|weekly|monthly)"
    rf"|{_NTH}(?:(?:,|,? and| ?&) (?:the )?{_NTH})? {WEEKDAY}s? (?:of|in|each|every) ?(?:{EACH} )?(?:quarter|year)"
    rf"|every (?:quarter|year),? (?:on )?the {_NTH} {WEEKDAY}"
    r"|(?:week|month|day|year)s? or (?:two|three|more)"
    rf"|(?:every|each) {COUNT} ?(?:-|–|to|or) ?{COUNT} (?:days|weeks|months)"
    rf"|{_LY} or (?:{_LY}|every)"
    r"|(?:every|each) day,? (?:except|but|apart from|other than)"
    rf"|one {WEEKDAY} (?:a|per|every|in)\b"
    r"|(?:end|beginning|start|middle) of (?:every|each) (?:month|week|quarter|year)|(?:every|each) (?:month|week"
    r"|quarter|year)[- ]end"
    rf"|(?:{_NTH} )?(?:working|business|week) ?day (?:of|in) (?:every|each|the) month"
    rf"|{_NTH} week (?:of|in) (?:every|each|the) month"
    rf"|(?:every|each) year in {MONTH}"
    r"|every few|every couple"
    r"|(?<!no[ ])(?<!not[ ])(?:more|less|fewer) than (?:once|twice|every)"
)
# Around a list of weekdays: some of them, or none.
NOT_MEANT = re.compile(
    r"\b(?:(?:month|week|lifetime) of|not|never(?:\s\w+)?|n['’]t(?:\s\w+)?|no(?:\s\w+)?|except|avoid|hate|both"
    r"|some|most|many|few|several"
    r"|last|next|past|two|three"
    r"|four|five|\d)\s(?:on\s)?\0|\0\s(?:ago|in a row|running|of)\b"
    r"|\0\s(?:are|is|were)\s(?!(?:best|good|great|fine|ok|okay|free|perfect|ideal|open|better|easiest|easier|quiet"
    r"|clear)\b)",
    re.IGNORECASE,
)
_MEETING = (
    r"calls?|chats?|meetings?|meets?|coffees?|catch|check|sessions?|1:1s?|one|talks?|lunch(?:es)?|walks?|rhythm"
    r"|cadence|slots?|sync"
    r"|touch\w*|conversations?|appointments?|hours?|half|mentoring|zooms?|video|phone|breakfasts?|dinners?|drinks?"
    r"|tea|virtual|online"
    r"|basis|meet-?ups?|get-?togethers?|rendezvous|visits?|series|invites?|invitation|30|45|60|short|quick|brief"
    r"|regular"
)
_GOES_ON = (
    r"for|on|at|in|from|until|till|with|and|or|is|are|was|would|works?|sounds?|seems?|please|if|then|but|to"
    r"|start\w*|begin\w*|first|second"
    r"|third|fourth|last|maybe|perhaps|rather|instead|as|by|via|over|through|after|before|so|it|we|i|you|they"
    r"|max\w*|only|ok|okay|fine"
    r"|good|enough|plus|except|when|unless|again|suits?|should|could|can|will|may|might|because|since|during"
    r"|around|about|than|not|too"
    r"|thanks?|always|mornings?|afternoons?|evenings?|usually|ideally|that|this|mid|between|each|every|same|once"
    r"|the|a|an|of"
)
_THING = re.compile(rf"\s+(?!(?:{_MEETING}|{_GOES_ON}|{WEEKDAY}s?|{MONTH})\b)[^\W\d_]{{2,}}", re.IGNORECASE)


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether "monthly" at text[start:end] says what kind of thing follows ("a monthly magazine"), or is ruled out."""
    before = text[max(0, start - 14) : start]
    if re.search(r"\b(?:not|never|n['’]t|no|without)\s(?:an?\s|be\s)?$", before, re.IGNORECASE):
        return True
    return _THING.match(text, end) is not None
