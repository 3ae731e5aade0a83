"""That a draft was read, that nothing is to change in it: what may stand beside an order to send (L15).

Every word has its class: who read, how often, how, when, where, with whom. A word of no class is not known, and what
is not known approves nothing: "I read it tomorrow", "my boss should read it", "read it once more" say no such thing.
"""

from __future__ import annotations

import re

_KIN = (
    r"(?:(?:my|our|the) (?:(?:\w+-in-law|sister|brother|husband|wife|partner|boyfriend|girlfriend|fianc[eé]e?|mum|mom"
    r"|mother|dad|father|son|daughter|aunt|uncle|cousin|gran|flatmate|roommate|housemate|neighbour|neighbor|friend"
    r"|mate|colleague|co-?worker|boss|manager|teacher|tutor|other half|better half|missus)s?)|a (?:friend|colleague))"
)
_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|a few|a couple of|several|many|both|umpteen)"
_LETTER = r"(?:draft|note|e-?mail|mail|text|letter|message|wording|version|invite|invitation|recap|summary|thing|one)"
_PART = r"(?:words?|lines?|sentences?|paragraphs?|bits?)"
_IT = (
    rf"(?:it(?: all)?|this(?: (?:{_LETTER}))?|that(?: one)?|everything|all of (?:it|this)|all"
    rf"|(?:the|your|this|that) (?:whole |entire |full )?{_LETTER}|every (?:single )?{_PART}(?: of it)?)"
)
_ADVERB = (
    r"(?:just|now|already|finally|also|both|have|has|had|'ve|really|carefully|quickly|slowly|actually|all|even|do|did)"
)
_BY = rf"(?:(?:i(?:'ve|'d)?|we(?:'ve|'d)?|both of us|{_KIN}(?:'s)?(?: and (?:i|me|{_KIN}))?|me and {_KIN})\s)"
_LOOK = (
    r"(?:another |an? )?(?:(?:good|proper|long|close|careful|quick|second|last|final|thorough) )*"
    r"(?:look|read|glance|read-?through|once-?over)"
)
_VERB = (
    r"(?:(?:read|re-?read|proof-?read|checked|reviewed|studied|scanned|skimmed|seen)(?: (?:through|over))?"
    r"|(?:gone|went|been) (?:through|over)|looked (?:through|over|at)|looked(?= it| this| that)"
    rf"|(?:gave|given) {_IT} {_LOOK}"
    rf"|(?:had|taken|took) {_LOOK}(?: (?:at|through|over)(?= it| this| that| the| your| every))?)"
)
_TIME = (
    r"(?:now|last (?:night|evening|week|weekend)|this (?:morning|afternoon|evening|week|weekend)|today|yesterday"
    r"(?: (?:morning|afternoon|evening|night))?|just now|earlier(?: today)?|right away|overnight|first thing)"
)
# Where one reads, and what one does meanwhile.
_PLACE = (
    r"(?:train|bus|tram|tube|metro|ferry|boat|plane|car|taxi|way(?: (?:home|in|back|to work|here))?|morning|afternoon"
    r"|evening|night|weekend|lunch(?: ?break)?|breakfast|dinner|supper|coffee|tea|break|shift|rounds?|meeting|call"
    r"|class(?:es)?|lesson|lecture|office|kitchen(?: table)?|table|desk|counter|bench|sofa|couch|bed|bath|garden"
    r"|balcony|home|work|school|phone|mobile|tablet|laptop|computer|screen|paper|platform|station|canteen|cafe|café"
    r"|library|lab|shop|workshop|studio|field|barn|yard|ward|queue|stairs|park|street|gym|peace|quiet)s?"
)
_WHERE = (
    rf"(?:on|in|at|over|during|before|after|with|between|by|from|while at|off)"
    rf" (?:the |my |our |a |an |{_NUMBER} |cold |good |early |late |quick |morning |night |second |first |last )*"
    rf"{_PLACE}"
    rf"(?: and (?:the |my |a )?{_PLACE})?"
)
_HOW = (
    rf"(?:(?:very |quite |really |pretty )*(?:carefully|slowly|closely|thoroughly|properly|aloud|out loud|quietly"
    rf"|attentively|in full|in one go|completely|fully|calmly)"
    rf"|(?:{_PART}|word|line) (?:by|for) (?:{_PART}|word|line)|(?:from )?(?:top|start|beginning|end)"
    r" to (?:bottom|finish|end)"
    rf"|with (?:fresh|new|rested|clear) eyes"
    rf"|once|twice|thrice|again|{_NUMBER} times(?: over)?|a (?:second|third|fourth) time|once more|one more time"
    r"|more than once|through|over|too|alone|as well|properly"
    rf"|(?:on my own|by myself)|(?:together )?with {_KIN}|to {_KIN}|together)"
)
_TAIL = rf"(?:,? (?:and (?:then )?|then |or )?(?:{_HOW}|{_TIME}|{_WHERE}))"
_READ = re.compile(
    rf"(?:(?:ok|okay|yes|yep|so|well|right|oh|ah|hi|hey|done|and|both|now)[\s,]+)*"
    rf"(?:(?P<who>{_BY})|(?={_ADVERB} |{_VERB}\b))(?:{_ADVERB} )*{_VERB}(?: {_IT})?{_TAIL}{{0,6}}",
    re.IGNORECASE,
)
_MORE = re.compile(_TAIL.replace(",? ", " ?", 1) + rf"{_TAIL}{{0,4}}", re.IGNORECASE)
_BIDS_AGAIN = re.compile(r"\b(?:more|again|to)\b", re.IGNORECASE)
_PAST_ONLY = re.compile(
    r"\b(?:checked|reviewed|studied|scanned|skimmed|seen|gone|went|been|looked|had|taken|took|gave|given"
    r"|have|has|already|just|'ve)\b",
    re.IGNORECASE,
)
# "I read it in the morning": it may be said of tomorrow.
_MAY_BE_TO_COME = re.compile(
    r"\b(?:in the (?:morning|afternoon|evening|night|week)|(?:at|over|on) the weekend|this (?:evening|weekend|afternoon"
    r"|week)|at night|after (?:work|school|dinner|supper|lunch))\b",
    re.IGNORECASE,
)
# "we both like it", "he likes it too": of those who read it.
_LIKED = re.compile(
    rf"(?:(?:and|so) )*(?:i|we|he|she|they|{_KIN})(?: (?:both|all|really|also|just|very much))*"
    rf" (?:likes?|liked|loves?|loved|enjoy(?:s|ed)?)(?: (?:{_IT}|how it (?:reads|sounds)))?(?: (?:too|both|a lot"
    r"|very much|as well|as it is))*",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(
    r"(?:(?:ok|okay|yes|and|so|honestly|really|i|we|there is|there's|i have|i've|we have|we've|have) )*"
    r"(?:(?:would(?:n'?t| (?:still )?(?:not|never))|'d not|i'd not|i would not|i wouldn't|will not|won't"
    r"|wouldn't want to|need not)"
    r" (?:have to )?(?:change|touch|alter|move|fix|edit|improve|add)"
    rf"(?: (?:an?|one|any|another|single|thing|{_PART}|letter|comma|anything|it|in it|about it|of it|else|at all"
    r"|more|here|there|to it))*"
    r"|(?:i'd |i would |we'd |we would )?(?:leave|keep|leaving|keeping) "
    rf"{_IT} (?:(?:just|exactly|all|the way) )*(?:as (?:it )?(?:is|stands|was|reads)|it is|like (?:this|that)|alone"
    r"|unchanged)"
    r"|nothing (?:(?:more|else|further|at all|left|here|there) )*(?:i(?:'d| would)|to)"
    rf" (?:add|change|alter|correct|edit|fix|improve|touch|say|remove|suggest|object|complain about)(?: to (?:it|that"
    rf"|this)| in it| about it| from (?:me|my side)| on my (?:side|end)| at all)*"
    r"|(?:no|zero) (?:further |more |other )?(?:changes?|edits?|corrections?|objections?|complaints?|remarks?|comments?"
    r"|wishes)(?: (?:needed|necessary|required|wanted|at all"
    r"|(?:on|to|about|for) (?:it|this|(?:the|your) (?:text|draft|note|letter|wording))"
    r"|from (?:me|us|my side|our side|either of us|both of us"
    r"|anyone|anybody)|on (?:my|our) (?:side|end)|to make"
    r"|to suggest))*"
    r"|nothing (?:at all )?(?:needs?|wants?) (?:changing|fixing|adding|editing|correcting|(?:a |any )?changes?"
    r"|to (?:change|be changed))|nothing (?:has )?to be (?:changed|added|fixed)"
    r"|not a (?:single )?(?:word|comma|thing|line|letter) (?:to (?:change|add|alter|fix)|too (?:many|much)"
    r"|out of place))",
    re.IGNORECASE,
)


def tells_reading(clause: str, before: str) -> str:
    """ "read", "company" or "liked" where a clause says no more than that, else "". before: the clause before it."""
    if found := _READ.fullmatch(clause):
        past = bool(_PAST_ONLY.search(clause))
        if not past and (_MAY_BE_TO_COME.search(clause) or (not found["who"] and _BIDS_AGAIN.search(clause))):
            return ""  # "read it once more", "read it to my sister"
        return "company" if re.search(_KIN, clause, re.IGNORECASE) else "read"
    if before in {"read", "company"} and _MORE.fullmatch(clause):
        return before
    if found := _LIKED.fullmatch(clause):
        own = re.match(r"(?:(?:and|so) )*(?:i|we)\b", clause, re.IGNORECASE)
        return "liked" if own or before == "company" else ""
    return ""


def changes_nothing(clause: str) -> bool:
    """ "wouldn't change a word", "nothing to add", "I'd leave it as it is"."""
    return _UNCHANGED.fullmatch(clause) is not None
