"""A forwarded mail inside a mail: the outermost one, with the note that its forwarder wrote above it.

A separator that says "forwarded" decides; one that only says "original message", or a bare header block, is decided by
the subject's prefix, and without one by In-Reply-To (`reading.md`).
"""

from __future__ import annotations

import re

from assistant.mentoring.facts import Forward
from assistant.reading.forward_fields import attributed, sender_of, split_yahoo
from assistant.reading.quotes import words
from assistant.reading.quotes.lines import Boundary, Kind, boundary_at, fields_at, is_marked, unmarked
from assistant.reading.reply import MOST_LINES, MOST_TEXT

_FORWARD_PREFIX = re.compile(rf"\s*\[?(?:{words.FORWARD_PREFIXES})\s*[:：]", re.IGNORECASE)
_REPLY_PREFIX = re.compile(rf"\s*(?:{words.REPLY_PREFIXES})\s*[:：]", re.IGNORECASE)
MOST_MARKS = 5  # levels that a client puts before a whole forward
_KINDS = frozenset({Kind.FORWARD, Kind.ORIGINAL, Kind.HEADERS, Kind.ATTRIBUTION})


def is_forward_subject(subject: str) -> bool:
    """ "Fwd: …", "WG: …", "TR: …" and their like."""
    return bool(_FORWARD_PREFIX.match(subject))


def parse(subject: str, text: str, in_reply_to: str) -> Forward | None:
    """The forwarded mail in a body, or None. `subject` and `in_reply_to` are those of the mail itself, "" if absent."""
    lines = text[:MOST_TEXT].split("\n", MOST_LINES)
    for at, line in enumerate(lines):
        spread = split_yahoo(line) if "--" in line else []
        if spread:
            lines[at : at + 1] = spread
        boundary = _boundary(lines, at)
        answers = is_marked(line) and _REPLY_PREFIX.match(subject)
        if boundary is not None and not answers and _is_forward(boundary, subject, in_reply_to):
            return _forward(lines, boundary, subject)
        if boundary is not None and (boundary.fields or (boundary.kind is Kind.ATTRIBUTION and boundary.strong)):
            return None  # the outermost block answers: what it holds further down was not forwarded now
    return None


def _boundary(lines: list[str], at: int) -> Boundary | None:
    """The boundary here, also where the forwarder's client marked the whole forward as quoted."""
    if not is_marked(lines[at]):
        found = boundary_at(lines, at)
    else:
        window = [unmarked(line) for line in lines[at : at + 24]]
        found = boundary_at(window, 0)
        if found and found.kind in _KINDS:
            shifted = fields_at(window, found.end) if found.fields is None else found.fields
            return Boundary(found.kind, at, at + found.end, found.strong, shifted)
        return None
    return found if found and found.kind in _KINDS else None


def _is_forward(boundary: Boundary, subject: str, in_reply_to: str) -> bool:
    if boundary.kind is Kind.FORWARD:
        return True
    if boundary.kind is Kind.ATTRIBUTION:  # the Mac's Outlook forwards like this
        answers = in_reply_to and _REPLY_PREFIX.match(subject)  # "VS:" is a Finn's answer and a Dane's forward
        return boundary.strong and is_forward_subject(subject) and not answers
    if boundary.fields is None:
        return False
    if _FORWARD_PREFIX.match(subject):
        return True
    return not in_reply_to and not _REPLY_PREFIX.match(subject)


def _forward(lines: list[str], boundary: Boundary, subject: str) -> Forward:
    values = boundary.fields.values if boundary.fields else {}
    sender, date = sender_of(values.get("from", "")), values.get("date", "")
    if boundary.kind is Kind.ATTRIBUTION:
        sender, date = attributed(" ".join(lines[boundary.start : boundary.end]))
        values = {"subject": _FORWARD_PREFIX.sub("", subject).strip(" ]")}
    return Forward(
        note="\n".join(lines[: boundary.start]).strip(),
        sender=sender,
        subject=values.get("subject", ""),
        date=date,
        body=_unquoted(lines[boundary.end :], marked=is_marked(lines[boundary.end - 1])),
    )


def _unquoted(body: list[str], *, marked: bool) -> str:
    """A forwarded text without the mark or the indent that its client put before every line."""
    for _ in range(MOST_MARKS):
        texts = [line for line in body if line.strip()]
        if not marked and (not texts or sum(map(is_marked, texts)) * 10 < len(texts) * 9):
            break
        body, marked = [unmarked(line) for line in body], False
    if texts and all(line.startswith("    ") for line in texts):
        body = [line.removeprefix("    ") for line in body]
    return "\n".join(body).strip()
