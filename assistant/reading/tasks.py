"""Which line of notes is a task, and whose: markers, headings, "X will …"; tense and modality decide in prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.commands.names import fold


@dataclass(frozen=True, slots=True)
class Cast:
    """Who "I", "you" and the names are. `roles`: folded name or initials → "me", "mentor", "both"."""

    roles: dict[str, str]
    writer: str = "me"

    def role(self, word: str) -> str:
        """ "me", "mentor", "both", or "" for nobody of the two."""
        key = fold(word.strip(" *_@:()[]<>.,-"))
        pronouns = {
            "me": self.writer,
            "i": self.writer,
            "myself": self.writer,
            "mine": self.writer,
            "you": "mentor" if self.writer == "me" else "me",
        }
        return pronouns.get(key) or self.roles.get(key, "")


@dataclass(frozen=True, slots=True)
class Task:
    """A task's words and owner ("" where they are not said). listed: it stood in a list of actions or with a marker;
    named: the owner stood before it; due_words: the words to look for a date in."""

    text: str
    owner: str = ""
    listed: bool = False
    named: bool = False
    due_words: str = ""


def _names_of(name: str, role: str) -> dict[str, str]:
    words = fold(name).split()
    if not words:
        return {}
    keys = {
        " ".join(words),
        words[0],
        words[-1],
        "".join(word[0] for word in words),
        "".join(word[0] for word in words[:2]),
        " ".join(words[:2]),
        words[0][0] + words[-1][0],
    }
    return {key: role for key in keys if len(key) > 1}


def cast(text: str, protege: str, mentor: str) -> Cast:
    """Who is who in these notes; the text of a mail from the mentor turns "I" and "you" around."""
    roles = _names_of(protege, "me")
    for key, role in _names_of(mentor, "mentor").items():
        roles.setdefault(key, role)
    for pronoun in ("she", "he", "her", "him"):
        roles[pronoun] = "mentor"
    for both in ("we", "both", "us", "all", "the group", "together"):
        roles[both] = "both"
    author = re.search(r"^from:\s*(?P<name>[^<\n]{2,60})", text[:2000], re.IGNORECASE | re.MULTILINE)
    writer = roles.get(fold(author["name"].strip(' "')), "me") if author else "me"
    return Cast(roles, writer if writer in {"me", "mentor"} else "me")


_LEAD = r"^\s*(?:[-*•·+]\s+|\d{1,2}[.)]\s+|=>\s*|->\s*|→\s*)*"
_BOX = re.compile(_LEAD + r"\[ ?\]\s*(?P<rest>.+)$")
_GROUPED = re.compile(_LEAD + r"\[(?P<who>[^\]]{1,40})\]\s*(?P<rest>.+)$")
_MARKED = re.compile(
    _LEAD
    + (
        r"[*_]{0,2}(?:action(?: item| point)?|ai|to[- ]?do|task|homework|next step"
        r"|follow[- ]?up)\b[*_]{0,2}(?:\s?\((?P<in>[^)]{1,30})\)"
        r"|\s(?P<by>[\w.'-]{1,20}(?:\s[\w.'-]{1,20})?))?[*_]{0,2}\s*[:=]\s*[*_]{0,2}(?P<rest>.+)$"
    ),
    re.IGNORECASE,
)
_ARROW = re.compile(_LEAD + r"(?:=>|->|→)\s*(?P<rest>.+)$")
_PREFIX = re.compile(
    r"^[@*_]{0,3}(?P<who>[^\W\d_][\w.'-]{0,25}(?:\s[^\W\d_][\w.'-]{0,25}){0,2}?)[*_]{0,2}\s*"
    r"(?P<sep>:|->|→|-\s|–\s|—\s|\s(?:to|will|'ll|should|must|has to|needs to)\s"
    r"|\s(?=[a-z]))\s*(?P<rest>\S.*)$"
)
_SUFFIX = re.compile(r"\s*(?:->|→|\(|\[)\s*(?P<who>[^\W\d_][\w.'-]{0,25})[\)\]]?\s*(?:,\s*(?P<more>.{1,60}))?$")
_CONDITION = re.compile(
    r"^(?:if|when|once|unless|in case|should (?:she|he|they|i)|maybe|perhaps|possibly)\b"
    r"|\b(?:if (?:i|she|he|we|it|the|they|possible|needed)|would (?:be|like|love|prefer)"
    r"|could be|might|wish|hope to|would have|not decided|nice to have|thinking (?:of"
    r"|about))\b",
    re.IGNORECASE,
)
_MENTOR_CONDITION = re.compile(
    r"\b(?:if i|unless|would like|wants|thinks|recommends?|recommended|suggest\w*|means"
    r"|said that|told me|mentioned|could|might|wishes|hopes)\b",
    re.IGNORECASE,
)
_I_WILL = re.compile(
    r"^(?:(?:so|and|also|then|ok|okay|great|right|yes|first|for next time"
    r"|next time),? )*(?P<who>i)(?:'ll| will| am going to|'m going to|'m to| am to| have to"
    r"| must| need to| promised to| agreed to| committed to|'ve to| gotta| shall| want to send"
    r"| owe \w+)\s(?P<rest>(?!be\b|not\b|never\b|have\b)\S.*)$",
    re.IGNORECASE,
)
_THEY_WILL = re.compile(
    r"^(?:(?:so|and|also|then|ok|okay|great|yes),? )*(?P<who>she|he"
    r"|[^\W\d_][\w'-]{1,25}(?: [^\W\d_][\w'-]{1,25})?)(?:'ll| will| is going to| is to"
    r"| offered to| offers to| offers me to| promised to| promises to| agreed to| owes me"
    r"| said (?:she|he)(?:'ll| will| would)| sends| gives| checks| introduces| shares| brings"
    r"| writes| corrects| reviews| reads| asks| looks| connects| forwards)\s(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_YOU_WILL = re.compile(r"^you(?:'ll| will| have to| should| need to)\s(?P<rest>\S.*)$", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:need to|need (?=an? |the )|gonna|going to|must|have to|to do:?|todo)\s(?P<rest>\S.*)$", re.IGNORECASE
)
_IMPERATIVE = re.compile(
    r"^(?:send|ask|book|call|email|mail|write|read|prepare|draft|finish|update|register|submit"
    r"|pay|contact|check|find|set up|schedule|review|share|apply|order|buy|sign up|sign"
    r"|collect|list|rewrite|redo|follow up|talk to|speak to|arrange|organi[sz]e|upload|publish"
    r"|download|invite|reply|print|fix)\s(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"^(?:i|she|he|we)?\s?(?:won't|will not|am not going|shouldn't|should not|don't|do not)\b", re.IGNORECASE
)


def task(line: str, names: Cast, *, listed: bool, speaker: str = "") -> Task | None:
    """The task that a line is, None for any other line. listed: it stands under a heading for actions.

    speaker: whose words these are in a transcript ("me", "mentor" or "")."""
    if match := (_BOX.match(line[:2000]) or _MARKED.match(line[:2000])):
        groups = match.groupdict()
        rest = line[match.start("rest") :].strip()
        given = groups.get("in") or groups.get("by") or ""
        role = names.role(given)
        return Task(rest, role, listed=True, named=True, due_words=rest) if role else _owned(rest, names, marked=True)
    if (match := _GROUPED.match(line[:2000])) and (role := names.role(match["who"])):
        rest = line[match.start("rest") :].strip()
        return Task(rest, role, listed=True, named=True, due_words=rest)
    clean = re.sub(_LEAD, "", line).strip()
    if listed:
        return _owned(clean, names, marked=True) if clean and not clean.endswith("?") else None
    if _ARROW.match(line[:2000]) or re.match(r"^\s*=>", line):
        return _prose(clean, names, speaker) or _owned(clean, names, marked=False)
    bulleted = bool(re.match(r"^\s*(?:[-*•·+]|\d{1,2}[.)])\s", line))
    return (
        _prose(clean, names, speaker)
        or (_suffixed(clean, names) or _colon(clean, names) if bulleted else None)
        or _short(clean)
    )


def _owned(rest: str, names: Cast, *, marked: bool) -> Task | None:
    """A listed item: whose it is stands before it ("MN - …", "Mira: …", "I answer …") or after it ("… -> me")."""
    if match := _PREFIX.match(rest[:400]):
        role = names.role(match["who"])
        if role:
            text = rest[match.start("rest") :].strip()
            return Task(text, role, listed=True, named=True, due_words=rest)
    if suffixed := _suffixed(rest, names):
        return suffixed
    return Task(rest, "", listed=True, due_words=rest) if marked else None


def _suffixed(text: str, names: Cast) -> Task | None:
    match = _SUFFIX.search(text[-120:]) if len(text) < 400 else None
    role = names.role(match["who"]) if match else ""
    if not match or not role:
        return None
    return Task(text[: len(text) - len(match[0])].strip() or text, role, listed=True, named=True, due_words=text)


def _colon(text: str, names: Cast) -> Task | None:
    """ "Chris: send the checklist": a name and a colon before something to do."""
    match = re.match(r"^(?P<who>[^\W\d_][\w' ]{0,30}?)\s?:\s*(?P<rest>\S.*)$", text[:400])
    role = names.role(match["who"]) if match else ""
    if match and role and (_IMPERATIVE.match(match["rest"]) or re.match(r"(?:to|will)\s", match["rest"])):
        return Task(text[match.start("rest") :].strip(), role, listed=True, named=True, due_words=text)
    return None


def _prose(text: str, names: Cast, speaker: str) -> Task | None:
    if text.endswith("?") or _NEGATIVE.match(text):
        return None
    me = speaker or names.writer
    other = "mentor" if me == "me" else "me"
    if (match := _I_WILL.match(text[:400])) and not _CONDITION.search(text):
        return Task(text, me, named=True, due_words=text)
    if (match := _YOU_WILL.match(text[:400])) and (names.writer == "mentor" or speaker) and not _CONDITION.search(text):
        return Task(text, other, named=True, due_words=text)
    if (
        (match := _THEY_WILL.match(text[:400]))
        and not _MENTOR_CONDITION.search(text[: match.start("rest")])
        and not _CONDITION.match(text)
    ):
        role = names.role(match["who"])
        if role in {"me", "mentor"}:
            return Task(text, role, named=True, due_words=text)
    return None


def _short(text: str) -> Task | None:
    """A short line that begins with a verb: something to do, but nobody says who will."""
    if len(text) > 160 or text.endswith("?") or _CONDITION.search(text):
        return None
    match = _BARE.match(text) or (_IMPERATIVE.match(text) if len(text.split()) <= 14 else None)
    return Task(text, "", due_words=text) if match else None
