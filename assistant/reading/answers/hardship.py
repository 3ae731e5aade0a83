"""Whether a person tells of hard news of their own: a death, a serious illness, a job lost (`policy.md`).

Then nobody is reminded of anything. What lies years back is a story, no news.
"""

from __future__ import annotations

import re

from assistant.reading.commands.body import straight

_LONGEST = 4_000
_NEAR = (
    r"(?:mother|father|mum|mom|mam|dad|parents?|wife|husband|partner|fianc[eé]e?|son|daughter|child|baby|kid|brother"
    r"|sister"
    r"|twin|grand(?:mother|father|ma|pa|parent|son|daughter|child)|nan|granny|aunt|uncle|cousin|niece|nephew|friend"
    r"|(?:mother|father|brother|sister)-in-law|step(?:mother|father|son|daughter)|dog|cat)"
)
_NEWS = re.compile(
    rf"\b(?:my|our) (?:\w+ ){{0,2}}?{_NEAR}(?: \w+)?(?: has| have|'s)?(?: just| suddenly| sadly)?"
    r" (?:died|passed(?: away| on)?|is dying)\b"
    rf"|\b(?:i|we)(?: have|'ve)?(?: just)? (?:lost|buried|am burying|are burying) (?:my|our) (?:\w+ )?{_NEAR}\b"
    rf"|\b(?:death|loss|passing|funeral) of (?:my|our) (?:\w+ )?{_NEAR}\b"
    rf"|\b{_NEAR}'s (?:death|funeral|passing)\b"
    r"|\b(?:a )?(?:death|bereavement) in (?:the|my|our) family\b|\bbereave(?:d|ment)\b|\bmiscarriage\b|\bstillborn\b"
    rf"|\b(?:i|{_NEAR})(?: have| has|'ve|'s| was| am| is)?(?: just| recently)?(?: been)? diagnosed with\b"
    rf"|\b(?:i|{_NEAR})(?: have| has|'ve|'s)?(?: just)?(?: got| had) (?:breast |lung |skin )?"
    r"(?:cancer|a (?:stroke|heart attack|breakdown|tumou?r))\b"
    rf"|\b(?:i|{_NEAR}) (?:have|has) (?:\w+ )?(?:cancer|leuk(?:a)?emia|a tumou?r)\b"
    r"|\bchemo(?:therapy)?\b|\bintensive care\b"
    rf"|\b(?:i am|i'm|{_NEAR} is) (?:seriously|very|gravely|terminally|critically) (?:ill|sick|unwell)\b"
    rf"|\b(?:i am|i'm|{_NEAR} is) (?:still )?in (?:the )?hospital\b"
    rf"|\bburn(?:ed|t)? ?out and (?:\w+ ){{0,3}}(?:off|leave)\b"
    r"|\b(?:i|we)(?: have| was| were| am| are|'ve|'m|'re)?(?: just)?(?: all)?(?: being| been)?"
    r" (?:made redundant|laid off|fired)\b"
    r"|\b(?:i|we)(?: have|'ve)?(?: just)? lost (?:my|our) jobs?\b"
    r"|\bmy (?:job|role|position) (?:has been|was|is being) (?:cut|eliminated)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:years?|decades?) (?:ago|back)\b|\bin (?:19|20)\d\d\b|\bwhen i was\b|\bas a (?:child|student)\b|\bonce\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n{2,}")


def is_hard_news(text: str) -> bool:
    """Whether these new words of a person tell of a death, an illness or a lost job that is theirs now."""
    for sentence in _SENTENCE.split(straight(text[:_LONGEST])):
        words = " ".join(sentence.split())
        if _NEWS.search(words) and not _LONG_AGO.search(words):
            return True
    return False
