"""How people say stop: a stop is never missed, and what may be one is asked."""

from __future__ import annotations

import re


def any_of(*expressions: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(expressions) + r")(?!\w)", re.IGNORECASE)


MAIL = r"(?:e-?mail|mail|message|messag|writ|contact|bother|spam|updat|newsletter|communicat)\w*"


STOP = any_of(
    r"unsubscribe(?: me)?",
    r"opt(?:ing)?[ -]?(?:me )?out",
    r"take me out(?! (?:for|to|on|and|of my))",
    r"(?:don't|do not|no longer|never)(?: \w+)? (?:want|wish|like|care) to be (?:a )?(?:part|involved"
    r"|on|included|contacted|written|mailed|bothered)\b[\w ]{0,20}",
    r"take (?:me|my \w+|us) off",
    r"(?:take|get|strike|scratch|cross|remove|drop|delete|erase|exclude|unlist)(?:ing)? (?:me|us"
    r"|my (?:\w+ ){0,2}\w+)(?: \w+){0,2}? (?:off|from|out of)\b(?! the (?:loop|call|cc))",
    r"off (?:of )?(?:this|your|the|that|whatever|any) (?:\w+ )?(?:list|database|system|mailing)",
    # A negation, a way to get in touch, and that it is for good: "if you didn't write again".
    r"(?:\w+n't|not|never|no longer|stop|cease|without|refrain from|desist from"
    rf"|quit)(?: \w+){{0,3}}? (?:{MAIL}|disturb\w*|send\w*|call\w*|approach\w*|pester\w*"
    r"|hassl\w*|troubl\w*|get(?:ting)? in touch|hear\w* from you|try\w*"
    rf"|ask\w*)(?: \w+){{0,3}}? (?:again|any ?more|further|ever|any longer|in (?:the )?future)",
    r"(?:refrain|desist|abstain) from (?:\w+ )?(?:contact|writ|mail|e-?mail|send|messag|disturb)\w*",
    r"(?:do not|don't|never) (?:disturb|pester|hassle|bother|trouble)",
    r"(?:file|make|lodge) (?:a|an official) complaint|(?:i will|i'll|going to) (?:report|block|sue) (?:you|this)",
    r"leave me alone",
    r"(?:cease and desist|harass\w*|reported? (?:this|you|it) (?:as|to|for))",
    r"remove (?:me|my (?:name|address|e?-?mail|mail id|data|details|contact)[\w ]{0,20})",
    r"delete (?:me|my (?:data|address|e?-?mail|details|contact)[\w ]{0,20})",
    rf"(?:stop|quit|cease) (?:\w+ ){{0,2}}?(?:{MAIL}|sending|reaching out|asking|pestering)",
    rf"(?:do not|don't|dont|never|please no|no longer|not) (?:ever )?(?:again )?(?:{MAIL}|send"
    rf"|reach out|get in touch)(?: to)?(?: me| us)?(?: any| these| such| more"
    rf"| further)*(?: (?:{MAIL}))?(?: (?:again|anymore|any more|any longer|ever|ever again"
    rf"|in (?:the )?future|here))",
    r"(?:do not|don't|dont|never) (?:ever )?(?:contact|write(?: to)?|e-?mail|mail|message|bother|send) (?:me|us)",
    r"(?:do not|don't|dont) (?:ever )?send (?:me )?(?:any|more|these|such|this|further|emails?"
    r"|mails?|messages?)[\w ]{0,20}",
    rf"(?:no|without) (?:more|further)(?: \w+)? {MAIL}",
    r"(?:cease|end|stop) (?:all |any )?(?:contact|communication)",
    rf"(?:i )?(?:do not|don't|no longer) (?:want|wish|like) (?:to (?:get|receive|hear"
    rf"|be contacted|be written)|(?:any )?(?:more )?{MAIL}|you to (?:{MAIL}))[\w ]{{0,30}}",
    r"(?:i'd |i would )?(?:rather|prefer) not (?:to )?(?:get|receive|be contacted"
    r"|hear)[\w ]{0,20}",
    r"(?:lose|forget|delete) my (?:number|address|e?-?mail)",
    r"(?<!full )stop(?: it| this| that| please| all this| this nonsense| now| immediately| at once"
    r"| right now| already){0,3}(?=\s*[.!]|\s*$)",
    r"please stop(?! (?:by|in|over|at|worrying))",
    r"(?:i'm |i am |i'll |will |have |i've )?block(?:ing|ed)? (?:you|your|this (?:sender|address))",
    r"no more(?:,? (?:please|thanks|thank you))?(?=\s*(?:[.!]|$))",
    r"(?:do not|don't|not|no longer) (?:\w+ )?(?:want|wish|like|agree|consent) (?:to )?(?:any"
    r"|be (?:contacted|bothered|mailed)"
    r"|hear from you|further (?:contact|mail\w*))[\w ]{0,20}",
    r"(?:last|final) (?:warning|time i(?:'m| am)? (?:ask|tell)\w*)",
    r"(?:please )?(?:end|stop|cancel) (?:this|the|my) (?:subscription|mailing|correspondence|contact)",
    r"get (?:me )?off (?:of )?(?:this|your|the) list",
    r"(?:leave|let) me (?:in peace|be|out of (?:this|it))(?=\s*(?:[.!,]|$))",
    r"(?:how (?:many|often)|asked|told) (?:you )?[\w ]{0,20}(?:to stop|not to (?:write|mail|e-?mail|contact|send))",
    r"f(?:uc|\*+)k off|piss off|get lost|bugger off",
)


# A complaint (`policy.md`: stop, complaint): said of this mail in a clause of its own, or as the whole answer.
_SPAM = r"(?:spam|scam|phishing|junk(?: ?mail)?|abuse|harassment)"
_THIS = r"(?:this|that|it|you|your (?:e-?mails?|mails?|messages?|address|account)|this (?:e-?mail|mail|message|sender|address))"
COMPLAINS = re.compile(
    rf"(?:^|[.!;,]\s|\band )\s*(?:sorry,? |hi,? |hello,? )?(?:(?:this|that|it)(?:'s| is) (?:just |clearly |pure |plain "
    rf"|obvious(?:ly)? |nothing but |unwanted |unsolicited |a )*{_SPAM}"
    rf"|(?:i(?:'m| am|'ve| have|'ll| will)? )?(?:now |just |hereby |already |going to )?(?:report|flag|mark)(?:ing|ed)?"
    rf" {_THIS}(?: (?:as|for|to) (?:the )?(?:{_SPAM}\S*|google|gmail|microsoft|outlook|your (?:provider|host|employer)"
    r"|my (?:provider|it)|it|security|the police|police))?"
    rf"|(?:this is |c'est (?:du )?|das ist (?:ja )?(?:reiner )?|esto es |questo è |isso é |dit is |to jest )(?:un |ein )?"
    rf"{_SPAM})"
    r"(?=\s*(?:[.,;!]|$|and\b|i\b|je\b|ich\b|lo\b))",
    re.IGNORECASE,
)
_ONLY_COMPLAINS = re.compile(
    rf"(?:i(?:'ve| have) )?(?:(?:reported|blocked|flagged|marked|deleted)(?: (?:and|,|&) (?:reported|blocked|deleted))?"
    rf"(?: {_THIS})?(?: as {_SPAM}| to {_SPAM})?|{_SPAM}|reporting(?: {_THIS})?(?: as {_SPAM})?)[\s.!]*",
    re.IGNORECASE,
)
# These may be a stop: it is asked, and until the answer nothing leaves.
WEAK_STOP = any_of(r"go away", r"(?:this is |as )spam", r"gdpr", r"full stop", r"harass\w*")


# A stop with an end is no stop for good: "don't write to me before June".
LIMITED = re.compile(
    r"^[^.!?;]{0,24}\b(?:before|until|till|yet|this (?:week|month)|today|at (?:the )?weekends?"
    r"|on weekends?|during|about|the (?:slides|document|draft|paper|link|invoice))\b",
    re.IGNORECASE,
)


NOT_STOP = any_of(
    r"(?:don't|do not|please don't) (?:stop|unsubscribe|hesitate|be (?:shy|afraid)|worry)[\w ]{0,30}",
    r"(?:no need|don't need|do not need|needn't|need not|don't have"
    r"|won't have) to (?:\w+ ){1,3}(?:again|any ?more|further)?",
    r"if (?:you|i) (?:don't|do not|haven't|can't|cannot)[\w ]{0,30}",
    r"(?:can't|couldn't|cannot|could not|won't|haven't|hasn't|hadn't) (?:\w+ ){0,3}(?:again|any ?more|further)",
    r"(?:can't|couldn't|cannot|could not) stop(?: \w+)?",
    r"never stop \w+",
    r"until (?:i|you) stop",
    r"can't stop",
)


def stops(words: str) -> str:
    """ "certain", "maybe" or "": a stop is never missed, and one that may have an end or another object is asked."""
    if COMPLAINS.search(words) or _ONLY_COMPLAINS.fullmatch(words.strip()):
        return "certain"
    bare = NOT_STOP.sub(" ", words)
    for match in STOP.finditer(bare):
        own = _OWN.search(bare[max(0, match.start() - 20) : match.start()])
        asks_for_it = re.search(r"want|wish|like|rather|prefer|receive|block", match[0], re.IGNORECASE)
        if not LIMITED.match(bare[match.end() :]) and (not own or asks_for_it):
            return "certain"
    return "maybe" if STOP.search(bare) or WEAK_STOP.search(bare) else ""


# "I don't write to …", "we never send …": of oneself, no stop.
_OWN = re.compile(r"\b(?:i|i'm|i am|i've|we|she|he|they)(?: \w+)?\s$", re.IGNORECASE)
