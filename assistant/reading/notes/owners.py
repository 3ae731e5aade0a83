"""Whose a task is, from the words around it: before it, after it, in brackets. Never inferred (P100)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.notes import tongues
from assistant.reading.notes.cast import Cast

_NAME = r"[^\W\d_][\w.'-]{0,25}(?:\s[^\W\d_][\w.'-]{0,25}){0,2}?"
_ALSO = rf"(?:(?:\s?(?:,|/|\+|&|and|und|et|y)\s?@?|\s@){_NAME}){{0,3}}"
_WILL = (
    r"(?:to|will|should|must|shall|has to|have to|needs to|need to|is to|is going to|are to|can|please|committed to)"
)
_PREFIX = re.compile(
    rf"^(?P<at>@)?[@*_\[(<]{{0,3}}(?P<who>{_NAME}{_ALSO})[\])>*_]{{0,3}}\s*"
    rf"(?P<sep>:[*_]{{0,2}}|->|→|=>|--|[-–—](?=\s)|\|\s|'ll\s|\s(?i:{_WILL})\s"
    rf"|,\s(?=please\s|to\s)|\s(?=[a-zà-ÿ])|(?(at)\s(?=[A-ZÀ-Þ])|(?!)))\s*(?P<rest>\S.*)$"
)
# "doc Carmen - raise it": a dash parts a longer name as well.
_DASHED = re.compile(rf"^(?P<who>{_NAME})\s(?P<sep>[-–—])\s+(?P<rest>\S.*)$")
_LABEL = re.compile(
    r"^[@*_\[(<]{0,3}(?P<who>[^:→=>\[\]()|]{2,40}?)[\])>*_]{0,3}\s*(?::[*_]{0,2}|->|→|=>|\s=(?=\s))\s*(?P<rest>\S.*)$"
)
_SUFFIX = re.compile(
    rf"\s*(?:->|→|=>|[-–—]{{1,2}}\s|\(|\[|@(?!due)|\|\s)\s*(?:owner:?\s?|by\s"
    rf"|assigned to:?\s?)?@?(?P<who>{_NAME}{_ALSO})[\])]?\s*"
    r"(?P<more>[,;:]?\s?(?:by\s|due\s|until\s|do\s|before\s|this\s|next\s|\(|\d).{1,60})?[.\])]*$"
)
_FIELD = re.compile(
    rf"[\s([,;|–—-]+(?:owner|who|responsible|assigned to|assignee|resp|wer"
    rf"|verantwortlich)\s?:\s?@?(?P<who>{_NAME}{_ALSO})"
    r"(?=[\s)\],;|.]|$)",
    re.IGNORECASE,
)
_THIRD = re.compile(
    r"^[*_]{0,2}(?:@(?P<handle>[\w./-]{2,40})|(?P<who>[^\W\d_a-z][\w.'-]{1,25}(?:\s[^\W\d_a-z][\w"
    r".'-]{0,25}){0,2}))[*_]{0,2}"
    r"(?:\s?:\s*(?=[a-z])|\s(?:to|will|'ll|should|must|has to|needs to|is going to)\s)"
)


@dataclass(frozen=True, slots=True)
class Owned:
    """A task's words, whose it is ("me", "mentor", "both", "" for not said), and a third person's name."""

    text: str
    role: str = ""
    other: str = ""


def owned(rest: str, names: Cast) -> Owned:
    """Whose this listed item is: "MN - …", "Mira: …", "Mira to …", "… (Mira)", "… -> me", "… owner: Mira"."""
    head = rest[:400]
    if (match := _FIELD.search(head)) and (role := names.role(match["who"])):
        return Owned((rest[: match.start()] + rest[match.end() :]).strip(" ,;()[]|"), role)
    if (match := _LABEL.match(head)) and (role := names.role(match["who"]) or tongues.who(match["who"], names)):
        return Owned(rest[match.start("rest") :].strip(), role)
    if (match := _DASHED.match(head) or _PREFIX.match(head)) and (role := names.role(match["who"])):
        said = rest[match.start("rest") :].strip()
        verbal = match["sep"].strip() in {"'ll", "will", "should", "must", "has to", "have to", "is going to"}
        return Owned(rest.strip() if verbal and match["who"].lower() == "i" else said, role)
    if found := suffixed(rest, names):
        return found
    third = _THIRD.match(head)
    return Owned(rest.strip(), "", (third["handle"] or third["who"] or "") if third else "")


def suffixed(text: str, names: Cast) -> Owned | None:
    """A task with its owner behind it: "… -> me", "… (Mira)", "… (Mira, by Fri)", "… – Mira"; None without one."""
    if len(text) > 600:
        return None
    start = max(0, len(text) - 140)
    role = ""
    match = _SUFFIX.search(text, start)
    while match:
        who, _, rest = match["who"].partition(",")
        if role := names.role(match["who"]) or names.role(who):
            break
        match = _SUFFIX.search(text, match.start() + max(1, len(match[0]) - len(match[0].lstrip())))
    if not match:
        return None
    before = text[: match.start()].strip()
    tag = text[match.start() :].lstrip().startswith("@")  # "ask Dana for details @dana" is a topic
    if not before or before.endswith(":") or (tag and role and match["who"].casefold() in before.casefold()):
        return None
    rest = rest if not names.role(match["who"]) else ""
    more = f"{rest} {match['more'] or ''}".strip(" ,;:()[]")
    return Owned(f"{before} {more}".strip() if more else before, role)
