"""What makes a sentence no promise: a condition, a wish, a view, a no; and what stands before its subject."""

from __future__ import annotations

import re

_ASKING = (
    r"(?:ask|asks|asked|asking|wonders?|wondered|check|checks|see|find out|know|clarify|verify|look|test|decide|tell"
    r"|confirm|whether)"
)
IF = re.compile(
    r"\b(?:if (?:i|she|he|we|it|the|they|there|that|this|my|possible|needed|necessary|you|nothing|somebody|time)\b"
    r"|unless\b|provided\b|in case\b|depending on\b)",
    re.IGNORECASE,
)
_ASKING_IF = re.compile(rf"\b{_ASKING}\b[^.;,]{{0,60}}$", re.IGNORECASE)
CONDITION = re.compile(
    r"^(?:(?:and|but|so|then) )?(?:if|when|once|unless|in case|should (?:she|he|they|i|(?-i:[A-Z])[\w-]+) \w+,?"
    r"|should (?:the|a|an|any|this|that|our|my|her|his|it|we)\b[^,.]{2,80},|were"
    r"|had (?:she|he|i|we)|maybe|perhaps|possibly|ideally"
    r"|one day|would be|it would)\b",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:would (?:be|like|love|prefer|have)|could be|might|may(?: want)|wish|hope to|hopes to|hoping|not decided"
    r"|nice to have|thinking (?:of|about)|probably|maybe|perhaps|some ?day|eventually|at some point|in theory)\b",
    re.IGNORECASE,
)
VIEW = re.compile(
    r"\b(?:if i|unless|would like|wants|thinks|thought|recommends?|recommended|suggest\w*|means|said that|told me"
    r"|mentioned|could|might|wishes|hopes|believes|feels)\b",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"^(?:i|she|he|we|you)?\s?(?:won't|will not|am not going|'m not going|shouldn't|should not|don't(?! forget)"
    r"|do not(?! forget)|didn't"
    r"|can't|cannot|no need)\b",
    re.IGNORECASE,
)
# What is always done is no promise of now.
HABIT = re.compile(
    r"\b(?:always|often|usually|never|sometimes|generally|normally|rarely|each (?:time|year|month)"
    r"|every (?:time|year|summer|winter)|for years|these days|by nature|in general|all the time|too (?:much|often"
    r"|fast))\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?<![\w'])(?:u[hm]+|er+m?|hm+|ähm?|euh)(?![\w'])[,.…]*\s*|\[(?:pause|laughs?|laughter|noise|inaudible"
    r"|crosstalk|music|applause|silence)\]\s*",
    re.IGNORECASE,
)
LEAD = (
    r"(?:(?:no,? wait|wait|actually|so|and|also|then|ok|okay|great|right|yes|yep|sure|fine|well|thanks"
    r"|(?:fir|la)st(?:ly)?|second(?:ly)?|third(?:ly)?|finally|moreover|furthermore|additionally|in addition|besides|but"
    r"|meanwhile"
    r"|oh|plus|me,?(?= i\b)|well|ah|anyway|basically|together|now|new|for next time|next time|next|in return"
    r"|in turn|until then|before that|after that"
    r"|as (?:discussed|agreed"
    r"|promised)|in the meantime|for my part|on (?:my|her|his) side|remember|note to self|don't forget)[,.!:]? )*"
)
# "By Friday I will …", "On Monday Minerva calls …": a day before the subject.
_DAY_FIRST = re.compile(
    rf"^{LEAD}(?:(?:by|on|until|before|after|from|for(?! (?:my|his|her) part\b)"
    r"|in|this|next|over|within|at|during|later) [^,.:;]{{2,30}}?"
    r"|tomorrow|today|tonight|first thing [^,]{2,20})(?:,\s+|\s+)"
    r"(?=(?:i|she|he|we|[A-Z][\w'-]+|you)(?:'ll|'m|\s+\w))",
    re.IGNORECASE,
)


def hangs_on_if(text: str) -> bool:
    """ "I'll apply if they open it" hangs on something; "I'll ask if they open it" does not."""
    match = IF.search(text)
    return match is not None and not (match[0].lower().startswith("if") and _ASKING_IF.search(text[: match.start()]))


def is_wish(text: str) -> bool:
    """Whether a sentence is a wish, or hangs on a condition."""
    return WISH.search(text) is not None or hangs_on_if(text)


def without_fillers(text: str) -> str:
    """ "is, um, fix it" -> "is, fix it": recordings hold them."""
    return _FILLER.sub("", text)


def from_subject(text: str) -> str:
    """A sentence from its subject on: "By Friday I'll send it" -> "I'll send it"."""
    match = _DAY_FIRST.match(text)
    return text[match.end() :] if match else text
