"""How people answer thanks: "You're welcome, good luck!" Nothing is agreed to, and nothing needs an answer."""

from __future__ import annotations

import re

_MOST = 120
# Said to somebody who gave thanks.
_WELCOME = (
    r"(?:you(?:'re| are) (?:very |most |always |so |more than )?welcome|ur welcome|welcome|don't mention it|not at all"
    r"|(?:i(?:'m| am) )?(?:so |very |really )?(?:glad|happy|pleased) (?:(?:that )?(?:i could|i was able to|it"
    r"|this|that)"
    r"(?: was)? (?:be of )?(?:help(?:ed|ful)?|useful|of use)|to (?:have (?:helped|been (?:of )?(?:help|use)))"
    r"|(?:it|that) worked out)|de nada|gern(?:e)? geschehen|de rien|prego|graag gedaan)"
)
# Alone, under a question, these may be a friendly no; the last ones a yes.
_LUCK = (
    r"(?:(?:the )?(?:very )?best of luck|(?:i (?:do )?)?(?:wish|wishing) you (?:all )?(?:the )?"
    r"(?:very )?(?:best|luck|success|well|every success|all the best)(?: of luck)?|(?:good|much"
    r"|lots of) (?:luck|success)"
    r"|all the (?:very )?best|take care|have a (?:good|great|lovely|nice) (?:day|week|weekend|one|evening|time|trip)"
    r"|mucha suerte|suerte|viel (?:erfolg|glück)|alles gute|bonne chance|bon courage|in bocca al lupo"
    r"|veel succes|succes)"
)
_MAY_BE_YES = (
    r"(?:no (?:problem|worries)(?: at all)?|(?:it was |it's )?my pleasure|any ?time|happy to help|sure|ok(?:ay)?)"
)
_WITH = (
    r"(?:with (?:it|that|this|everything|all of it|your (?:\w+ ){0,3}\w+|the (?:\w+ ){0,3}\w+)|in (?:the future"
    r"|your \w+)"
    r"|for (?:the future|your (?:\w+ ){0,2}\w+|everything)|and|to you|dear|again|then|too|as well|thanks?(?: you)?"
    r"|(?:oh|ah|hi|hey|hello)(?: [\w]{2,20}(?=[,!.]))?|cheers|indeed|going forward|x+)"
)
_FAREWELL = re.compile(
    rf"(?:(?:(?P<welcome>{_WELCOME})|(?P<luck>{_LUCK})|(?P<may>{_MAY_BE_YES})|{_WITH})(?![\w'])[\s,.!:;)–—🙂😊👍🙏🍀-]*)+",
    re.IGNORECASE,
)


def farewell(words: str) -> str:
    """ "certain" for a farewell in answer to thanks, "maybe" where it may be a no or a yes as well, "" for none."""
    match = _FAREWELL.fullmatch(words.strip()) if len(words) <= _MOST else None
    if match is None or not (match["welcome"] or match["luck"]):
        return ""
    return "certain" if match["welcome"] and not match["may"] else "maybe"
