"""Which dates of a task are not the day it is due: told of the past, of another thing, ruled out, replaced."""

from __future__ import annotations

import re
from datetime import date

from assistant.reading.dates.words import MONTH, WEEKDAY, Found

_REACH = 160  # characters before a date in which the verb of its clause stands
_NEAR = 60  # characters before a date in which it is said to correct another
_CLAUSE = re.compile(r"[.!?;:\n](?=\s|$)|,\s(?:and|but|so|then)\s|\s(?:but|so|then|[–—-])\s")
_OPENING = re.compile(
    r"(?:(?:excluding|except|besides|on|by|until|till?|before|after|from|since|for|at|in|the|due|not|than"
    r"|around|this|coming)\s+)*",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:(?:on|this|the)\s)*{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?", re.IGNORECASE)
# "after the 20th", "not before Friday", "since May": when something may begin, or did.
_NOT_THE_END = re.compile(
    r"\b(?:excluding|except|besides|since|after|as of|dated|last|until now|not (?:before|on|earlier than)"
    r"|no (?:earlier|sooner) than|again in"
    r"|any\w*(?:\s\w+)? but(?: on)?|(?<!on or )not until)[\s:]*(?:the\s)?$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|no longer|(?<!why )(?<!if )not|was|were|originally|previously|initially"
    r"|formerly|used to be|had been|(?:move|change|shift|slip|delay|postpone|push|brought|switch"
    r"|reschedule)\w*(?:\s\w+){0,3}"
    r" from)[\s:]+(?:due\s|planned\s|set\s|scheduled\s)?(?:by\s|on\s|for\s|until\s)?(?:the\s)?$",
    re.IGNORECASE,
)
# "the 1 July meeting" names a meeting: it does not say when something is due.
_ATTRIBUTE = re.compile(
    r"['’]?s?\s(?:meeting|call|session|talk|review|workshop|conference|event|deadline|board|lunch|notes?)\b",
    re.IGNORECASE,
)
_BEFORE_EVENT = re.compile(r"\b(?:before|by|ahead of|due)\s(?:the\s|our\s)?$", re.IGNORECASE)
# "the dispute from 9 March", said in April: this year's, not the next one's.
_OF_OLD = re.compile(
    r"\b(?:the|our|my|his|her|their|your)\s(?:\w+\s){1,3}(?:from|of|dated)\s(?:the\s)?$", re.IGNORECASE
)
_ROLLED = 180  # days
_OWNED = re.compile(r"(?:\b(?:the|our|my|his|her|your|their)|['’]s)\s$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"\s(?!(?:at|by|on|in|of|to|or|and|if|is|as|so|we|it|I|he|she|they|you|the|for|with|when|then|than|but|from|before"
    r"|after|until|next|morning|afternoon|evening|night|noon|lunch\w*|week|fortnight|eod|cob|latest|please|pls|works?"
    r"|would|will|because|via|per|about|around|between|first|last|a|an|this|coming|sharp|only|itself|too"
    r"|also)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_FROM_A_DAY = re.compile(
    r"\b(?:e?-?mails?|notes?|minutes|messages?|letters?|drafts?|calls?|meetings?|talks?|sessions?|invoices?|recordings?"
    r"|slides|version|feedback|comments|conversation|chat|discussion|workshop|lecture|papers?|article|edition)"
    r"\s(?:from|of|dated)\s(?:the\s|on\s)?$",
    re.IGNORECASE,
)
_PAST = (
    r"went|came|sent|met|spoke|saw|got|wrote|told|took|gave|made|did|had|found|left|heard|paid|bought|brought|held|rang"
    r"|began|felt|kept|lost|ran|sat|thought|understood|won|showed|taught|drew|flew|forgot|fell|broke|built|caught"
    r"|slept|swam|threw|wore|woke"
)
_REGULAR = r"(?!(?:embed|agreed)\b)[a-z]{2,}(?:[^\We_])ed"
# What is planned, not done: "we agreed to meet on Friday", "they moved it to Monday", "she wanted it on Friday".
_PLANNED = re.compile(
    r"\b(?:agreed|decided|promised|planned|wanted|needed|moved|scheduled|rescheduled|postponed|pushed|extended|booked"
    r"|fixed|settled|suggested|proposed|offered|arranged|confirmed|expected|hoped|committed|volunteered|delayed"
    r"|required|supposed|assigned|requested|shifted|changed|invited|reserved|picked|said|set|brought forward"
    r"|put off|due|deadline"
    r"|will|would|shall|should|must|can|could|might|going|need|needs|have to|has to|['’]ll|for|until|till?|by"
    r"|to(?!\s(?:the|my|a|an|her|his|him|them|you|us|me|our|their|this|that|your|everyone|everybody|all|both"
    r"|[A-Z]))\s)\b"
    r"|['’]ll\b"
)
_HELPED = r"(?:['’]ve|['’]d|\shave|\shas|\shad)?(?:\s(?:already|just|also|only|both|finally|all))?"
_OBJECT = (
    r"(?=\s(?:the|a|an|my|our|his|her|their|its|it|them|us|me|him|you|your|on|in|at|to|with|about|last|this|that|those"
    r"|these|all|both|back|up|off|out|down|over)\b|\s*$)"
)
# "email her the revised figures": "her the" is no subject.
# "I was at the market", "the meeting was": not "I was hoping for Friday".
_WAS = (
    r"(?:was|were)(?!n['’]t)\s(?!(?:to|going|hoping|planning|thinking|wondering|meant|told|asked|looking|aiming"
    r"|due|set|for|by"
    r"|until|originally|supposed|wanting|considering)\b)"
)
_SUBJECT = (
    r"(?:I|we|you|they|she|he|who|it"
    r"|(?:the|my|our|his|her|their)\s(?!(?:the|a|an|my|our|his|her|their|this|that|these|those)\b)[a-z]+)"
)
_TOLD = re.compile(
    rf"(?:^|[\s,(])(?:{_SUBJECT}{_HELPED}\s(?:{_PAST}|{_REGULAR}|{_WAS}\w+)\b"
    rf"|^\s*(?:\w+\s){{1,3}}{_WAS}(?:{_REGULAR}|made|held|sent|paid|given|taken|done|found|met|signed|hired)\s"
    rf"|(?-i:[A-Z][a-z]+){_HELPED}\s(?:{_PAST}|{_REGULAR}{_OBJECT})"
    rf"|^\s*(?:(?:already|just|finally)\s)?(?:{_PAST}|{_REGULAR}{_OBJECT})\b)",
    re.IGNORECASE,
)


# "The talk on Tuesday went well", "booked for Tuesday but no one showed".
_WENT = re.compile(
    r"\s(?:went|was|were|got|took|turned out)\s(?!(?:to|moved|postponed|set|due|planned)\b)", re.IGNORECASE
)
_EVENT_ON = re.compile(r"\s*(?:the|our|my|his|her|their)\s\w+(?:\s\w+)?\s(?:on\s)?", re.IGNORECASE)
_NOBODY_CAME = re.compile(
    rf",?\s(?:but|and)\s(?:no ?(?:one|body)|nobody|he|she|they|it)\s(?:never\s)?(?:{_PAST}|{_REGULAR}|did|was)\b",
    re.IGNORECASE,
)
_WAS_SET = re.compile(r"\b(?:was|were)\s\w+(?:\s\w+)?\s(?:for|on|to)\s(?:the\s)?$", re.IGNORECASE)
_IN_MONTH = re.compile(rf"in\s{MONTH}", re.IGNORECASE)
_BACK_IN = re.compile(r"\bback\s$", re.IGNORECASE)
# "by Wednesday, no wait, Thursday": what comes after it counts.
_CORRECTS = re.compile(
    r"\b(?:no,? wait|wait,? no|wait|(?:scratch|strike) that|correction|sorry|I mean|make (?:it|that)|actually|oops"
    r"|on second thoughts?|no)[\s,:.!–—-]+(?:(?:I mean|make (?:it|that)|no|it['’]s|sorry|rather|better|let['’]s say|by"
    r"|on|for|due|until|the|that['’]s)[\s,]+)*$",
    re.IGNORECASE,
)
# "ask Friday Okonkwo": somebody's name.
_TO_PERSON = re.compile(
    r"\b(?:ask|tell|thank|e-?mail|phone|ring|remind|text|message|introduce|invite|brief|congratulate|chase|nudge|with"
    r"|to|from)\s$",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    rf"\s(?!(?i:{MONTH}|{WEEKDAY}|morning|afternoon|evening|night|noon|lunch|zoom|teams|eod|cob|week)\b)"
    r"[A-Z][a-z]+\b"
)
# "what was said at Thursday's huddle": a day of the past.
_REPORTED = re.compile(
    r"\b(?:what(?:ever)?|everything|anything|all|as|things?|points?|topics?|those)(?: that)?(?: (?:was|were|we|they|she"
    r"|he|I|you|got|had|has been|have|been|everyone)){1,3} (?:said|agreed|discussed|decided|covered|raised|promised"
    r"|heard"
    r"|learn(?:ed|t)|talked about|asked|concluded|shown|told|noted|mentioned)(?: \w+)?(?: (?:at|in|on|during))?"
    r" (?:the )?$",
    re.IGNORECASE,
)
_ITS_WORK = re.compile(  # "Monday's draft needs a title"
    r"['’]s\s(?:drafts?|slides?|deck|notes?|minutes|recordings?|report|version|e-?mails?|mail|feedback|photos?|pictures"
    r"|numbers|figures|transcript|comments|chapter|essay|paper|post|article)\b",
    re.IGNORECASE,
)
# "I'm on nights till Sunday so I'll write on Monday": where somebody is, and why, frames what is to be done.
_STAYS = re.compile(
    r"\b(?:I|we|he|she|they|you|[A-Z]\w+)(?:['’](?:m|re|s)|\s(?:am|are|is|will be))\s(?:(?!to\b|due\b)\w+\s){1,5}"
    r"(?:until|till?)\s(?:the\s)?$",
)
_BEFORE_SO = re.compile(
    r"^[^.!?;\n]{0,40},?\sso\s(?:I|we)(?:['’]ll)?\s(?!(?:can|could|may|might|have|know|get)\b)", re.IGNORECASE
)


def frames(text: str, found: Found) -> bool:
    """Whether a date says until when somebody is away, or why: another date of the text is then the due day."""
    opening = _OPENING.match(text, found.start, found.end)
    start = opening.end() if opening else found.start
    if _STAYS.search(text[max(0, start - 70) : start]):
        return True
    reason = _BEFORE_SO.match(text[found.end : found.end + 60])
    uncued = not re.search(
        r"\b(?:by|due|until|till?|before)\s(?:the\s)?$", text[max(0, start - 12) : start], re.IGNORECASE
    )
    return reason is not None and uncued


def corrected(text: str, found: list[Found]) -> list[Found]:
    """The dates that count: where one stands right after a correction ("no wait, Thursday"), those from there on."""
    turns = [n for n, one in enumerate(found) if n and _CORRECTS.search(text[max(0, one.start - _NEAR) : one.start])]
    return found[turns[-1] :] if turns else found


def aside(text: str, found: Found, today: date, *, cued: bool) -> bool:
    """Whether a date of the text says something else than a due day; `cued`: "by", "due", "until" stands before it."""
    opening = _OPENING.match(text, found.start, found.end)
    start = opening.end() if opening else found.start
    before, after = text[max(0, start - 40) : start], text[found.end : found.end + 20]
    if _SURNAME.match(after) and _TO_PERSON.search(before) and text[start].isupper():
        return True
    if _NOT_THE_END.search(before) or (found.grain != "range" and _REPLACED.search(before)):
        return True
    counted = " before " in text[start : found.end]  # "48 hours before Monday's meeting"
    if _ATTRIBUTE.match(after) and not (counted or _BEFORE_EVENT.search(before)):
        return True
    if cued:
        return False
    if found.day and (found.day - today).days > _ROLLED and _OF_OLD.search(before):
        return True
    if _IN_MONTH.fullmatch(text, found.start, found.end):
        return _BACK_IN.search(text[max(0, found.start - 8) : found.start]) is not None or _is_told(text, found)
    return _BARE.fullmatch(text, start, found.end) is not None and _is_of_event(text, found, before)


def _is_of_event(text: str, found: Found, before: str) -> bool:
    """Whether a bare weekday is that of something held: "what we agreed on Tuesday", "the draft from Monday"."""
    if _REPORTED.search(before) or _ITS_WORK.match(text, found.end):
        return True
    if _WAS_SET.search(before) and _NOBODY_CAME.match(text, found.end):
        return True
    if _EVENT_ON.fullmatch(text, 0, found.start) and _WENT.match(text, found.end):
        return True
    if _FROM_A_DAY.search(before) or (_OWNED.search(before) and _NOUN_AFTER.match(text, found.end)):
        return True
    return _is_told(text, found)


def _is_told(text: str, found: Found) -> bool:
    """Whether the clause of a bare weekday tells what was done: "I sent it on Monday"."""
    before = text[max(0, found.start - _REACH) : found.start]
    clause = _CLAUSE.split(before)[-1]
    if not _OPENING.fullmatch(clause.lstrip(" ,")):
        told = _TOLD.search(clause)
        return told is not None and not _PLANNED.search(clause, told.start())
    following = _CLAUSE.split(text[found.end : found.end + _REACH])[0].lstrip(" ,")
    told = _TOLD.match(following)
    return told is not None and not _PLANNED.search(following)
