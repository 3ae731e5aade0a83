"""Answers by their shape: nothing but times is a yes; a far season said to be better, or "from then on", is a later."""

from __future__ import annotations

import re
from datetime import date

from assistant.reading.answers.words import AGAIN
from assistant.reading.dates import Found, Moment, slots, until
from assistant.reading.phrases import any_of, gap

# --- nothing but times

_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|weds|thurs|tmrw|tomorrow|today"
    r"|tonight)s?"
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_TIME_WORD = (
    rf"(?:{_DAY}|{_MONTH}|\d[\d:.h/-]*+(?:st|nd|rd|th|am|pm|a\.m\.|p\.m\.|h|ish|min|mins|'?o'?clock)?|o'?clock|noon"
    rf"|midday"
    r"|mornings?|afternoons?|evenings?|lunch(?:time)?|half|quarter|past|hours?|an|mins?|minutes|am|pm"
    r"|[ECMP][SD]?T|CES?T|GMT|UTC|BST|IST|JST|SGT|AES?T|WAT|EAT|ish|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven"
    r"|twelve|thirty|next|this|coming|the|of|at|on|in|or|and|from|to|till|until|between|after|before|around|about"
    r"|either|then|any"
    r"|time|week|my|your|all|local|zoom|teams|phone|skype|call|by|over|via|room|office|sharp|latest|earliest|day"
    r"|anytime|whenever|a|same|following|otherwise|else|failing|not before|earlier|later than|onwards?|or later|hrs"
    r"|weeks?['’]?|from today|through|thru|first thing|late|early|mid|only|just|except|excluding|but|weekdays?|quarter"
    r"|[ap]\.m\.?|pacific|eastern|central|mountain|(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?) time"
    r"|(?-i:\([A-Z][a-z]+(?: [A-Z][a-z]+)?(?: time)?\))|@)"
)
# What goes with a time without saying more.
_BESIDE = (
    r"(?:ok(?:ay)?|please|pls|how|what|about|say|maybe|perhaps|possibly|works?|suits?|does|would|be|is|are|should"
    r"|fine|good|great|best|perfect|better"
    r"|free|me|you|for|with|if|it|that|both|treat|hi|hello|hey|dear|thanks|thank|possible|so|make|let's|let us"
    r"|do|meet|have|can|could|i|we|'d|i'd|i'm|available|see|there|dial-?in|follow|link|attached|invite|calendar"
    r"|coffee|brunch|breakfast|dinner|tea|drinks?|pizza|walk|slots?|options?|windows?"
    r"|first|second|third|choice|preference|ideally|preferably|prefer|your pick|up to you|you choose|whichever"
    r"|(?:which|what|when)ever (?:you (?:like|prefer|want)|suits(?: you)?|is (?:best|easiest|better)(?: for you)?)"
    r"|for example|e\.g\.?|open|whole|entire)"
)
_ONLY_TIMES = re.compile(rf"(?:(?:{_TIME_WORD}|{_BESIDE})(?![\w'])[\s,;.:?!()&/+–—-]*|[👍🙂😊☕]\s*)+", re.IGNORECASE)
_FEW = 30  # words


def is_only_times(words: str) -> bool:
    """Whether a text offers times and says nothing else: "Thu 3pm or Fri 10am?"."""
    return len(words.split()) <= _FEW and _ONLY_TIMES.fullmatch(words.strip()) is not None


# --- later

_PART = (
    r"(?:the )?(?:mid(?:dle)?(?: of)?|early|late|beginning of|start of|end of|first week of|second week of"
    r"|last week of|second half of)[ -]?"
)
_PERIOD = (
    rf"(?:{_PART}(?:in )?)?(?:the )?(?:(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?{_MONTH}(?:(?: the)? \d{{1,2}}(?:st|nd"
    rf"|rd|th)?)?(?:,? 20\d\d)?"
    r"|\d{1,2}(?:st|nd|rd|th)|q[1-4]|20\d\d"
    r"|(?:next|the (?:next|coming|following|new)|new|coming) (?:month|year|term|semester|quarter|season|spring"
    r"|summer|autumn|fall|winter)"
    r"|(?:spring|summer|autumn|winter)(?! break)|(?:\d+|two|three|four|five|six|eight|ten|a (?:few|couple of)) "
    r"(?:weeks|months)(?: time)?|a month)"
)
_WITH = r"(?:in|from|after|once|by|starting|as of|around|until|till|for|not before|not until|not till|during)"
_GOOD = (
    r"(?:ok|okay|fine|good|better|best|possible|free|freer|quieter|calmer|easier|suitable|great|perfect|well|quiet"
    r"|works?|suits?|realistic|lighter)"
)
_GLADLY = r"(?:gladly|with (?:great )?pleasure|happily|yes|sure|please|pls|of course|certainly|ok|okay|fine)"
_ON = r"(?: on| onwards?| again| then| forward)?"
_WILL = r"(?:is|are|would|will|could|looks?|seems?|might|should|'s|'d|shall)"
_FAR = any_of(
    # "November would be fine", "in January it is quieter"
    rf"(?P<a>(?:{_WITH} )?{_PERIOD}){_ON},? (?:it |that |this |things |i )?(?:{_WILL}(?: (?:be|much|a lot|way|far"
    rf"|also|look|really|fine|have)){{0,3}} {_GOOD}|works?|suits?)(?! for you)",
    # "from February on I have time", "from the 12th onwards, gladly"
    rf"(?P<b>(?:from|after|once|in|starting|as of) {_PERIOD}){_ON},? (?:then )?(?:i|we|she|he|they|{_GLADLY})(?! "
    rf"(?:was|had|did|met|gave|wrote|can't|cannot|won't|am (?:away|off|out|busy)|will be (?:away|off|out)))",
    rf"(?P<c>from {_PERIOD}) (?:on|onwards?)",
    # "better in May", "only from March", "but not before April", "gladly after the 5th"
    rf"(?:better|rather|only|best|earliest|soonest|{_GLADLY}|but|just|then)[,:]?(?: again| maybe| not"
    rf"| possible)? (?P<d>(?:in|from|after|once|not before|not until|not till|by) {_PERIOD})",
    # "let's wait until April", "I'd prefer to meet in November", "can we do this in November instead"
    rf"(?:prefer|rather|shift|move|push|wait|leave|postpone|delay|defer|speak|talk|meet|chat|do|renew|say|make"
    rf"|look at|revisit|reconnect|resume|pick|connect|call|write|ping|contact|ask|remind|try|come|get|approach"
    rf"|schedule|plan|hold off|reach out|knock|return)(?: (?!on\b|at\b|after\b|before\b)[\w']+){{0,5}}? (?P<g>(?:in"
    rf"|into|to|until|till|for|after) {_PERIOD})",
    rf"(?:prefer|propose|do|say|make it|try) (?P<h>{_PERIOD})",
    rf"any ?time (?P<i>after {_PERIOD})",
    rf"(?P<e>(?:(?:not|no|nothing|cannot|\w+n't)(?: \w+){{0,4}}? (?:before|until|till)|not earlier than"
    rf"|no earlier than|no sooner than) {_PERIOD})",
    rf"(?:have|has|be|am|is|are|'m|got|more|some)(?: (?!no\b|not\b|little\b)\w+){{0,2}}? (?:time|space|air|room"
    rf"|capacity|free|available|back)(?: (?!on\b|at\b)\w+){{0,4}}? (?P<j>(?:in|from|after|starting) {_PERIOD})"
    rf"|free (?P<k>from {_PERIOD})",
    rf"(?P<l>{_PERIOD}) (?:at the )?(?:earliest|soonest)|(?P<m>{_PERIOD}) is my (?:first|next) free|(?:so|then"
    rf"|therefore|rather|maybe|perhaps|say) (?P<n>(?:in )?{_PERIOD})(?=[.!?]|$)",
    rf"(?:{_GLADLY}|happy to(?: \w+)?|glad to(?: \w+)?|can do(?: this| it)?|have (?:time|air|space|room)"
    rf"(?: again)?)[, ]+(?P<f>(?:in|from|after|once|starting) {_PERIOD})",
)
_BARE = re.compile(
    rf"\s*(?:(?:maybe|better|rather|perhaps|sure|ok|yes|hi|sorry|then|what about|how about|ask(?: me)?(?: again)?"
    rf"|try(?: me)?|ping(?: me)?)[\s,.!:-]+)*(?P<when>(?:{_WITH} )?{_PERIOD})"
    rf"(?:[\s,.]+(?:{_GLADLY}|instead|then|maybe|perhaps|thanks|now no|again|is better))*[\s.!?]*",
    re.IGNORECASE,
)
_SOON = 15  # days
_ANY_DAY = re.compile(
    rf"\bany ?(?:day|time|morning|afternoon)s? (?:in |of |during )?the week of {_PERIOD}", re.IGNORECASE
)
_ASIDE = re.compile(r"^(?:from|in|on|by|starting|as of|around|during|for) ", re.IGNORECASE)


def far_day(words: str, moment: Moment) -> date | None:
    """The far day that a text says is better, or from which on there is time; None where it says none."""
    found: list[date] = []
    for sentence in re.split(r"(?<=[.!?;])\s+|\s[–—-]\s", words):
        bare = _BARE.fullmatch(sentence)
        told = [bare["when"]] if bare else [_named(match) for match in _FAR.finditer(_ANY_DAY.sub(" ", sentence))]
        for when in told:
            day = _day(when, moment)
            if day is not None:
                found.append(day)
    return found[0] if len(set(found)) == 1 else None


def _named(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)


def _day(when: str, moment: Moment) -> date | None:
    for text in (when, "in " + _ASIDE.sub("", when)):
        found = until(text, moment)
        if found and found.first and not found.ask and (found.first - moment.today).days > _SOON:
            return found.first
    return None


_CLAUSE_END = re.compile(r"[.!?;](?=\s|$)|\s[–—-]\s|,? (?:and|but|so) (?=(?:i|we|then|he|she|my)\b)", re.IGNORECASE)


# "When November starts, please ask me one more time": the month stands before.
_COMES = re.compile(
    rf"\bwhen ({_MONTH}) (?:starts|comes|begins|arrives|is here|rolls a?round|has (?:come|begun|started)),?",
    re.IGNORECASE,
)
_IN = re.compile(rf"\bin {_MONTH},[\s,]*(?:then )?(?:please |do )?$", re.IGNORECASE)


def asked_again(words: str, moment: Moment) -> Found | None:
    """The day on which a clause wants to be asked again: "Surveyors leave on 13 March. Nudge me on the 16th".

    None where none is named, or an hour is: that is one to meet at."""
    words = _COMES.sub(r"in \1,", words)
    for match in AGAIN.finditer(words):
        end = _CLAUSE_END.search(words, match.start())
        begins = _IN.search(words[: match.start()])
        clause = words[begins.start() if begins else match.start() : end.start() if end else len(words)]
        found = until(clause, moment)
        if found and found.first and not found.ask and all(slot.whole_day for slot in slots(clause, moment)):
            return found
    return None


# Another time instead of the one that cannot be: "could we do Friday at 11?"
COUNTERS = any_of(
    r"(?:could|can|shall|should|might|may) we(?: \w+)? (?:do|make|move|say|meet|try|take|shift|push|change|switch|swap"
    r"|reschedule|postpone|have|speak|talk|go)(?: it| this)?",
    r"(?:how|what) about|would (?:\w+ ){1,5}(?:work|suit|be (?:ok|okay|possible|fine))|does (?:\w+ ){1,5}(?:work|suit)",
    r"i (?:can|could) (?:do|make|offer|manage|meet)|(?:instead|rather)(?=\W|$)|(?:works|suits|is (?:fine|better"
    r"|possible"
    r"|free|good)|would (?:work|suit|be (?:better|fine|possible)))",
)

# "I'm away until 1 November. After that gladly": the day before says when.
AFTER_THAT = any_of(
    rf"(?:after|from|once) (?:that|then|this|it)(?:'s)?{gap(4)},? (?:gladly|with pleasure|happily|happy|glad|i'd"
    rf"|i would|i can|i could|i will|i'll|i have|i shall|let's|time|ok|fine|sure|yes|over|done|behind)",
    r"(?:then|afterwards?|thereafter|after that|from then on),? (?:gladly|with pleasure|happily|i'd be (?:happy"
    r"|glad)|i(?:'ll| will| shall) have (?:more )?time|yes|sure|ok)",
    r"gladly (?:then|after(?: that|wards?)?)",
)
