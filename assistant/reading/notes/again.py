"""Words that speak of meeting again: "next call", "we speak again on", "back together"; and which labels say so."""

from __future__ import annotations

import re

from assistant.reading.notes import tongues

# What people call seeing each other.
NOUN = (
    r"(?:meeting|mtg|meet|meet-?up|call|phone call|chat|date|appointment|appt|touch ?point|1:1|1-1"
    r"|one[- ](?:on|to)[- ]one|one|session|talk|catch[- ]?up|check[- ]?in|visit|tea|coffee|caf[ée]|beer|drinks?|pint"
    r"|lunch|dinner|supper|brunch|breakfast|walk|run|ride|round|slot|get-together|conversation|discussion|connect"
    r"|encounter|huddle|sit[- ]?down|lesson|exchange|review|sync|zoom|skype|teams|facetime|video ?call|time|tutorial"
    r"|sitting|supervision|hangout|rendez-?vous|rdv|gathering|mentoring(?: session| meeting)?|follow[- ]?up"
    r"|face[- ]to[- ]face|f2f"
    r"|jour fixe|debrief|powwow)"
)
_VERB = (
    r"(?:meet|see (?:each other|one another|you|us|her|him)|speak|talk|sit down|get together|catch up|reconvene|regroup"
    r"|chat|touch base|connect|check in|hook up|sync|confer|convene|get back together|link up|come together)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_NUMBERED = (
    rf"(?:\d{{1,2}}[./]\d|\d{{1,2}}(?:st|nd|rd|th)?\.?\s?(?:{_MONTH})\b|{_MONTH}\.? \d|{_WEEKDAY},? (?:the )?\d"
    r"|\d{4}-\d\d)"
)
# Where a day begins: "the 3rd", "3/6", "on june 3", "Tue", "tomorrow", "in two weeks".
_DAY = (
    rf"(?:(?:on |at |is |the |in )*(?:{_WEEKDAY}\b|{_MONTH}\.? (?:the )?\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?(?: of)?[ -]?{_MONTH}\b|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}[./]\d{{1,2}}\b"
    r"|\d{4}-\d\d-\d\d|tomorrow\b|next week\b|in (?:an?|two|three|four|six|\d+) (?:weeks?|fortnight|months?)))"
)
_EVERY = rf"(?:every|each) (?:other |second |third |first )?(?:{_WEEKDAY}|week|month)"

_THE_NEXT = (
    rf"\b(?:next|nxt|following|upcoming) {NOUN}(?! (?:i|she|he|you|they|to|as|we (?!meet|talk|speak))\b)\b",
    r"(?:next|nxt)(?= ?(?:[:=→>-]|(?:is |are )?(?:on|in|at)\b))",
    rf"(?:next|nxt)\s+(?={_NUMBERED})",
    r"\b(?:when|date of) next\b",
    r"\bdonm\b",
    rf"^[nf]/?[mu] (?={_DAY})",
)
_AGAIN_WE = (
    rf"{_VERB}(?: \w+){{0,2}} (?:again|next)\b",
    (
        rf"(?<!before )(?<!until )(?<!till )(?<!time )(?:let's|lets|we(?:'ll| will| shall|'re going to"
        rf"| are going to| are|'re)?)"
        rf"(?: (?:all|both|then|now|shall))? {_VERB}\b"
        r"(?: again)?(?: (?:at|on|in|every|next))?"
    ),
    (
        r"(?<!\bit )(?<!them )(?<!that )(?<!this )(?<!try )(?<!apply )(?<!ask )(?<!check )(?<!start )(?<!look )"
        r"again (?:after|before|on|in|next|at|the week|for|from)\b"
    ),
    r"(?:will|shall|to) (?:next )?(?:meet|speak|talk)(?: next| again)?(?: on| at| in|(?= next))",
    r"we(?:'re| are) (?:on|meeting|talking|speaking|seeing)\b",
    r"we(?:'ll| will| shall) be (?:meeting|speaking|talking|seeing each other)\b",
    rf"\bwe resume (?={_DAY})",
    r"see (?:you|her|him|each other) (?:on|at|in|next|again)\b",
    r"see [^\W\d_]\w+ (?:again )?(?:on )?(?=\d{1,2}[./]\d)",
    r"see us at",
    rf"^(?:speak|talk|see you|chat|more) soon\b.{{0,4}}(?={_DAY})",
    rf"\b(?:reconvene|regroup)[ ,:]+(?={_DAY})",
    r"\bback together\b",
    r"(?:^|\b(?:we(?:'re| are| will be|'ll be| come| go)|both|let's (?:get|be|come)) )back (?:here |there )?(?:on|in) ",
)
_FIXED = (
    rf"\bwe(?:'ve| have)? (?:fixed|booked|set|scheduled|pencill?ed|put|planned)(?: in)? (?:for )?(?={_DAY})",
    # "we moved our next chat to Wednesday", "it's now 21 May at 9", "so july 7th it is"
    (
        rf"\b(?:moved?|shift(?:ed)?|push(?:ed)?|postponed?|rescheduled?|changed?|brought)(?: back| forward)?"
        r" (?:(?:our|the next)"
        rf" (?:next )?{NOUN}|(?:the )?(?:call|meeting|chat|session)) (?:back |forward )?(?:to|until)\b"
    ),
    rf"\bit(?:'s| is) now (?={_DAY}.{{0,14}}(?:\bat \d|\d[:.h]\d\d|\d ?[ap]m))",
    rf"\b(?:so|ok|okay|then|and)[, ]+(?={_DAY}[^.!?]{{0,40}}\bit is\b)",
    (
        rf"\b(?:our (?:\w+ )?{NOUN}|the (?:meeting|call|session|chat|talk|follow[- ]?up))"
        r" (?:(?:is|was|has been|will be|now) )+"
        rf"(?:set|scheduled|planned|fixed|booked|arranged|moved|on|in)(?: in| down| back)?(?: for| on| to)? (?={_DAY})"
    ),
    rf"\b(?:ha[sd]|have|put|pencill?ed|booked|gave|gives|found) (?:me|us) (?:(?:down|in) )?(?:(?:for|on) )?(?={_DAY})",
    rf"\b(?:in|on) (?:the|my|our|her|his) (?:calendar|diary): (?={_DAY})",
    (
        r"\b(?:follow[- ]?up|second|third|catch[- ]?up)"
        rf" (?:call|meeting|mtg|session|talk|chat|coffee|lunch|visit|conversation),? (?={_DAY})"
    ),
    r"(?:let's|lets|shall we) (?:do|say|make it)",
    (
        rf"^(?:{NOUN}s?|rhythm|cadence|meet|talk again|see you)"
        rf"(?:\s?:\s?|\s+(?:again |on )?(?=\d{{1,2}}[./ ]|{_WEEKDAY}))"
    ),
)
_RHYTHM = (
    r"\b(?:rhythm|cadence)\b",
    r"(?:fixed|standing|regular|recurring) (?:slot|time)\b",
    rf"(?<!they )\b{NOUN}s? (?:are |is )?(?:now |again )?(?:every|each|monthly|weekly|fortnightly)\b",
    (
        r"\b(?:our|the) (?:meetings|calls|talks|sessions|chats)(?: (?:shall|will|now|henceforth|always)){0,2}"
        r" (?:take place|hold|happen|be|are|fall)\b"
    ),
    r"same (?:time|place|day|slot)(?:,| and| next| again| in| on| same)",
    r"from now on (?=\w*(?:month|week|every|each|first))",
    rf"\b(?:keep|stick|stay|settled|go) (?:it |with |to |on ){{0,2}}(?={_EVERY})",
    rf"(?<!they )\b{_VERB} (?={_EVERY})",
    rf"^(?:weekly|fortnightly|monthly) {NOUN}s?\b",
    r"^(?:weekly|fortnightly|monthly)\b.{0,20}\bfrom (?:here|now) on\b",
)
_AGAIN = re.compile("|".join((*_THE_NEXT, *_AGAIN_WE, *_FIXED, *_RHYTHM)), re.IGNORECASE)
# "The course starts again on Monday": somebody or something else.
_OTHERS = re.compile(
    rf"\b(?:my|her|his|their|the|an?) (?!mentor\b|next\b|two\b|same\b|both\b|{NOUN}\b)[\w-]+"
    r"(?: (?!\w+ing\b)[\w-]+)? again\b[\w ]{0,10}$",
    re.IGNORECASE,
)
# "the next one … by Wednesday": a day until which something is done.
_UNTIL = re.compile(rf"\b(?:by|before|until|till?|due)(?: on)?:? (?:the )?{_DAY}", re.IGNORECASE)
_A_DAY = re.compile(_DAY, re.IGNORECASE)
_ASKS_WHEN = re.compile(
    r"\bwhen(?:'s| is| are| do| does| would| could| can| shall| should)?(?: \w+){0,2}"
    r" (?:good|best|free|suits?|works?|next|meet|speak|talk|available|convenient)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    rf"^(?:(?:ok|okay|so|and|right|then)[, ]+)*(?:what|how) about {_DAY}.*\?$|^same (?:time|place|spot"
    rf"|channel)\b.*{_DAY}.*\?$",
    re.IGNORECASE,
)
# Somebody else is met: "we meet the board in January", "meet customers next week".
_MEETS_OTHERS = re.compile(
    r"\b(?:meet|meets|meeting|see|sees|seeing)(?: with)? (?:(?:the|a|an|our|my|your|his|their|some|more|many|new"
    r"|other) (?!(?:times?|weeks?|months?|days?|next|first|same|way|place|café|cafe|office)\b)\w+"
    r"|(?:\w+ )?(?:customers?|users?|clients?|investors?|people|candidates?|partners?|colleagues?|students?)\b)",
    re.IGNORECASE,
)
LONGEST = 600


def names_next(text: str) -> bool:
    """Whether words speak of the next meeting."""
    return next_cue(text) is not None


def begins_next(text: str) -> bool:
    """Whether words begin with that they speak of the next meeting: "Reconvene on 30 June"."""
    return (match := _AGAIN.match(text[:LONGEST])) is not None and match.end() > 0


def next_cue(text: str) -> re.Match[str] | None:
    """The words that speak of the next meeting; None where none do, or somebody else comes again."""
    head = text[:LONGEST]
    others = {match.start() for match in _MEETS_OTHERS.finditer(head)}
    ours = (
        match
        for match in _AGAIN.finditer(head)
        if not _OTHERS.search(head[: match.end()]) and not any(match.start() <= at < match.end() for at in others)
    )
    return next(ours, None) or tongues.next_cue(head)


def only_until(text: str) -> bool:
    """Whether the one day behind the words for the next meeting is a deadline: "write the next one by Wednesday"."""
    cue = next_cue(text)
    said = text[cue.start() : LONGEST] if cue else ""
    until = _UNTIL.search(said)
    return until is not None and _A_DAY.search(said[: until.start()]) is None


def asks_when(sentence: str) -> bool:
    """Whether a question is when to meet: "When's good in January?", "What about the 27th at noon?"."""
    return sentence.endswith("?") and (_ASKS_WHEN.search(sentence[:LONGEST]) is not None or proposes(sentence))


def proposes(sentence: str) -> bool:
    """Whether a question proposes a day: "What about the 27th at noon?"."""
    return _PROPOSES.match(sentence[:LONGEST]) is not None


# --- labels

_LABEL = re.compile(
    rf"(?:(?:date|day|time|date and time|date/time) (?:of|for) )?(?:the |our |my )?(?:(?:next|nxt|following"
    rf"|upcoming)(?: up| date| (?:\w+ )?{NOUN}s?)?"
    r"(?: (?:date|time|on|at|is|are|will be|scheduled|booked|set|due))*(?: (?:with|w/) \w+(?: \w+)?)?|when next|donm"
    r"|n/?m|f/u|(?:we )?meet(?:ing)?s?(?: again)?|see you(?: again)?|(?:see each other|talk|speak|see (?:her|him|them))"
    r" (?:again|next)|again|reconvenes?|regroup|resume|back together|(?:meeting )?rhythm|cadence)",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:\s[^\W\d_]+){0,2}")  # "Nächstes Treffen mit Lee"


def is_label(head: str) -> bool:
    """Whether words before a colon, or a heading, say that the next meeting follows: "Next café with Lee", "DONM"."""
    said = head.strip(" *_:#.–—-")
    if _LABEL.fullmatch(said):
        return True
    foreign = tongues.begins_next(said)
    return foreign is not None and _MORE.fullmatch(said, foreign.end()) is not None
