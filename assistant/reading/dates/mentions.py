"""Days that an answer only mentions, and days that something else fills: "your mail of Monday", "Sunday is Diwali"."""

from __future__ import annotations

import re

from assistant.reading.dates.statements import TIME
from assistant.reading.dates.words import GAP

_G = GAP

# "your mail of Monday", "since Monday", "I'll know more on Thursday": no day that is offered.
_REFERENCE = re.compile(
    rf"\b(?:e?-?mails?|notes?|messages?|letters?|answer|reply|invitations?|invites?|requests?|questions?|news)"
    rf"\s(?:of|from|dated|on)\s(?:the\s)?{_G}"
    rf"|\b(?:since|as of|ever since|after|of an?)\s(?:the\s)?{_G}"
    rf"|\b(?:know(?: more)?|let (?:you|u) know|tell you|(?:come|get|circle|report) back (?:to you|with)|find out"
    rf"|be in touch"
    rf"|write (?:to )?you|decide|hear from me|(?:ask|try|remind|nudge|chase) me(?: again)?|check back)\b"
    rf"[^{_G}{TIME}]{{0,20}}\s(?:(?:by|on|before|after|until)\s)?(?:the\s)?{_G}(?!{_G}*\s?(?:at\s)?{TIME})",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:I|we|you|he|she|they|it|who|(?:my|our|your|his|her|their|the) (?:\w+ ){{0,2}}\w+)(?:\sgot|(?:['’]ve| have"
    rf"| had)?\s(?:only\s|just\s|already\s)?(?:was|were|had|met|saw|wrote|sold|bought|ate|drank|drove|flew|won|lost"
    rf"|ran|fell|broke|taught|sang|danced|shipped|finished|visited|watched|celebrated|married|died|retired|signed"
    rf"|received|came|sent|talked|spoke|arrived|reached|heard|missed|forgot|started|began|left|went|returned|landed))\b"
    rf"(?![^.!?]{{0,60}}\bin mind)(?![^{_G}]{{0,60}}\b(?:thinking|hoping|wondering|planning|going|free|able|looking"
    rf"|considering|open|available)\b)"
    rf"[^{_G}{TIME}]{{0,60}}{_G}(?!{_G}*\s(?:free|open|down|pencil))"
    rf"|\b(?:was|were)\s(?:also\s|last\s)?(?:on\s)?(?:an?\s|the\s)?{_G}",
    re.IGNORECASE,
)
# Only where another day is offered: "I'm back on Monday, so Tuesday at 10".
_FRAME = re.compile(
    rf"\b(?:back|return(?:ing)?|home|land(?:ing|s)?|arriv(?:e|es|ing))\b(?:\s(?!on\b|by\b)\w+){{0,4}}\s(?:(?:on"
    rf"|by)\s)?(?:the\s)?{_G}"
    rf"|\b(?:until|till?|by|before)\s(?:the\s)?{_G}"
    rf"|{_G}\s(?:is|['’]s)\s{_G}"
    rf"|{_G}[^{_G}]{{0,24}}\b(?:I|we)(?:['’]m| am| are|['’]re| will be)\s(?:reaching|arriving|landing|returning)\b"
    rf"|{_G}[\s,]*(?:I|we)(?:['’]m|\sam|\sare|['’]re|\swill be|['’]ll be)\s(?:stuck|shut|closed|away|off"
    rf"|(?:in|at|visiting)\s(?-i:[A-Z])\w+)(?![^.;]*{TIME})",
    re.IGNORECASE,
)
# Other than these a day "is" something: a feast, a mess, full.
_OFFERED = (
    rf"[{_G}{TIME}\d?!.,:;(]|free|open|good|sweet|great|fine|ok|okay|best|better|perfect|ideal|possible|clear|available"
    rf"|al\s?right|all(?!\s(?:saints|souls|hallows))"
    r"|lovely|eas\w+|light\w*|quiet\w*|empty|doable|feasible|workable|prefer\w+|convenient|nice|super|cool|also"
    r"|still|even|probably"
    r"|likely|currently|mostly|pretty|quite|very|really|more|much|most|wide|what|where|when|on\b|it\b|yes|your"
    r"|yours|up to|from"
    r"|after|before|between|at|in the|only|too|as|just|usually|generally|normally|always|definitely|certainly"
    r"|absolutely|totally"
    r"|completely|slightly|a bit|an? (?:\w+ )?(?:option|possibility|go|yes|day|one|time|choice|bet|safe|good"
    r"|better|great)|the (?:one|only"
    r"|best|better|first|day|easiest|safest|earliest|soonest|next)|my (?:free|quiet|best|favou?rite|preferred"
    r"|preference|home|office"
    r"|only|first|lightest|choice|usual|next|first)|our|for|with|by|looking|working|going to|so|not|n['’]t|no\b"
    r"|never|closer|ok\w*|in\b|sorted|set"
    r"|agreed|confirmed|booked in|suitable|fantastic|wonderful|excellent|brilliant|acceptable|manageable|kept"
    r"|reserved for you"
)
_IS_SOMETHING = re.compile(
    rf"{_G}\s?(?:is|are|['’]s|looks|seems)\s(?!(?:\w+ly\s)?(?:{_OFFERED}))(?:an?\s|the\s|my\s)?\w", re.IGNORECASE
)
_ROOM = (
    r"time|slots?|space|room|availability|availabilities|some|any|nothing|no\b|until|from|free|openings?|gaps?"
    r"|to\b|time|capacity"
    r"|a (?:free|slot|gap|window|space|bit|little|moment|few|half|quiet|break|hole|lot|chance)"
    r"|an? (?:\w+ )?(?:hour|opening|half)|half"
    rf"|(?:the|a)\s[{TIME}{_G}]|one|two|three|more|the (?:afternoon|morning|whole|time|day)|lunch|afternoons?|mornings?"
    rf"|plenty|in mind|been"
    r"|\w+ing\b"
)
_OCCUPIED = re.compile(
    rf"\b(?:have(?! got)|has|['’]ve(?! got)|['’]ve got|have got|got)\s(?!(?:{_ROOM}"
    rf"|[\d{TIME}{_G}]))[^{_G}{TIME}]{{2,40}}\s(?:on|starting|starts|beginning|begins)\s(?:on\s)?(?:the\s)?{_G}"
    rf"|{_G},?\s(?:I|we)\s(?:have|['’]ve got|have got)\s(?!(?:{_ROOM}|[\d{TIME}{_G}]))\w"
    rf"|{_G},?\s(?:I|we)\s(?:travel|fly|teach|lecture|operate|perform)\b(?![^.;]*{TIME})"
    rf"|{_G},?\sthere(?:['’]s|\sis|\sare)\s(?!(?:{_ROOM}|[\d{TIME}{_G}]))\w"
    rf"|\b(?:have|has|['’]ve|got)\s(?:an?\s)?(?:lectures?|class(?:es)?|meetings?|exams?|shifts?|hearings?|trials?|gigs?"
    rf"|weddings?|funerals?|rehearsals?|interviews?|depositions?|work|school|court|clinics?"
    rf"|training|surgery)\s(?:(?:on|all|from)\s)?{_G}"
    rf"|^[\s,]*(?:(?:I|we)(?:['’]m| am|['’]re| are)\s)?(?:off|out|away)\s(?:on\s)?{_G}"
    rf"|\b(?:I|we)\s(?:teach|fly|travel|depart|perform|rehearse|lecture|operate|present|volunteer|exhibit|move house)\b"
    rf"[^{_G}{TIME}]{{0,30}}{_G}"
    rf"|\b(?:birthday|concert|wedding|funeral|exams?|defen[cs]e|deadline|appointment|dentist|doctor|surgery"
    rf"|conference|graduation"
    rf"|match|party|trip|launch|board|committee|jury|audit|inspection|holiday)\b(?:\s(?:is|are|meets|starts|falls"
    rf"|comes))?\son\s(?:the\s)?{_G}",
    re.IGNORECASE,
)


def only_mentioned(said: str) -> list[tuple[int, int]]:
    """Where a statement, its days blanked by gaps, speaks of a day that is not one to meet on."""
    return [match.span() for words in (_REFERENCE, _PAST) for match in words.finditer(said)]


def frames(said: str) -> list[tuple[int, int]]:
    """Where a statement's day bounds a stay or a return: no offer, where another day is one."""
    return [match.span() for match in _FRAME.finditer(said)]


def filled(said: str) -> bool:
    """Whether something else fills the day of a statement."""
    return _IS_SOMETHING.search(said) is not None or _OCCUPIED.search(said) is not None
