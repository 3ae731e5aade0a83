"""The new text of a reply: what its sender wrote now, apart from what they quoted and how they signed.

Text is never thrown away, only classified; where new and quoted text cannot be told apart, `certain` is False
(`language.md`, "Which reading wins", 1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.languages import alternation
from assistant.reading.quotes.attribution import parted
from assistant.reading.quotes.lines import MOST_LINE, Boundary, Kind, boundary_at, is_marked, label_of, unmarked
from assistant.reading.quotes.signature import name_block, unsigned

MOST_TEXT = 1_000_000
MOST_LINES = 6_000  # of a body are taken apart; what is further down is kept as one line
MOST_LOOKS = 2_000  # lines further down that look like the beginning of a quote

_BELOW = re.compile(rf"(?<!\w)(?:{alternation('client', 'below')})(?!\w)", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？]\W*$")
_URL_TAIL = re.compile(r"https?://\S*$")
_LINK = re.compile(r"\s*[(<\[]?(?:https?://|mailto:)\S+\s*>?\s*$")
# Polymail and others: an address that became a link, each piece on a line of its own.
_BROKEN_LINK = re.compile(r"\n{1,2}[ \t]*<[ \t]*\n[ \t]*(mailto:[^\n]{1,200})\n[ \t]*>(?=[^\n>]{0,80}[:：])")


@dataclass(frozen=True, slots=True)
class Parts:
    """A body taken apart. `quoted` keeps its marks; `certain` is False where `new` may be too much or too little.

    A name block after a closing ("Thanks,") stands in `signature` and stays in `new` too: it is the writer's own word,
    and whoever looks for a command stops at the closing anyway.
    """

    new: str
    quoted: str
    signature: str
    certain: bool


def split(text: str, *, html: bool = False) -> Parts:
    """Takes a tidy body apart. `html`: it comes from `html.to_text`, where every structural quote is marked."""
    lines = _lines(text[:MOST_TEXT])
    segments: list[list[str]] = [[]]
    quoted: list[str] = []
    certain = len(lines) <= MOST_LINES or not _has_quote(lines[MOST_LINES])
    found: Boundary | None = None
    at = 0
    while at < len(lines):
        line = lines[at]
        if is_marked(line) or _is_torn(lines, at):
            quoted.append(line)
            if segments[-1]:
                segments.append([])
            at += 1
            continue
        boundary = boundary_at(lines, at)
        if boundary is None or not _holds(lines, boundary):
            segments[-1].append(line)
            at += 1
            continue
        found = boundary
        quoted.extend(lines[at : boundary.end])
        at = max(boundary.end, at)
        if not _marked_follows(lines, at):
            quoted.extend(lines[at:])
            certain = certain and _is_certain(boundary, segments, html=html)
            break
    parts = _parts(segments, quoted, certain=certain)
    if found is None and quoted and not parts.new and not parts.signature and not _answers(quoted):
        text = "\n".join(map(unmarked, quoted) if html else quoted).strip()
        return Parts(text, "", "", certain=False)
    return parts


def _has_quote(text: str) -> bool:
    """Whether a quote may begin in what is too far down to be taken apart; so also where too much looks like one."""
    lines = text.split("\n")
    looks = 0
    for at, line in enumerate(lines):
        if is_marked(line):
            return True
        if _MAY_QUOTE.search(line[:MOST_LINE]) or label_of(line)[0]:
            looks += 1
            if looks > MOST_LOOKS or boundary_at(lines, at) is not None:
                return True
    return False


# A separator, an address, a colon at the end: without one of these, or a label of a header block, no quote begins.
_MAY_QUOTE = re.compile(r"^\W*[-_=~—]{3}|@|[:：][\s*_]*$")


def _lines(text: str) -> list[str]:
    """Lines, where those that a mailer glued or broke are as they were."""
    if "\n<\n" in text:
        text = _BROKEN_LINK.sub(r" <\1>", text)
    lines = text.split("\n", MOST_LINES)
    for at in range(len(lines) - 1, -1, -1):
        pieces = parted(lines[at]) if lines[at].endswith((":", "：")) else None
        if pieces:
            lines[at : at + 1] = pieces
    return lines


def _parts(segments: list[list[str]], quoted: list[str], *, certain: bool) -> Parts:
    new: list[str] = []
    signatures: list[str] = []
    for segment in segments:
        texts, below = unsigned(segment)
        new.append("\n".join(texts).strip())
        signatures.append("\n".join([*name_block(texts), *below]).strip())
    text = "\n\n".join(text for text in new if text)
    signature = "\n\n".join(text for text in signatures if text)
    if (
        not text and not quoted and signature.startswith("--\n")
    ):  # nothing above, and no space: a line of somebody's own
        text, signature = signature, ""
    return Parts(text, "\n".join(quoted).strip("\n"), signature, certain)


def _marked_follows(lines: list[str], at: int) -> bool:
    """The next text line, a few blank ones on, is a marked quote."""
    for line in lines[at : at + 4]:
        if line.strip():
            return is_marked(line)
    return False


def _holds(lines: list[str], boundary: Boundary) -> bool:
    return boundary.strong or _marked_follows(lines, boundary.end)


def _is_certain(boundary: Boundary, segments: list[list[str]], *, html: bool) -> bool:
    """Below here nothing is marked. A client's own block ends the new text for certain where there is some above it."""
    above = "\n".join("\n".join(segment) for segment in segments).strip()
    if boundary.kind is Kind.OURS or not above or _BELOW.search(above[:2000]):
        return False
    return boundary.kind is not Kind.ATTRIBUTION or html


def _answers(quoted: list[str]) -> bool:
    """Nothing but a quote: is it a mail that is answered without a word, or the text itself, marked as a whole?"""
    inner = [unmarked(line) for line in quoted[:200]]
    first = next((at for at, line in enumerate(inner) if line.strip()), 0)
    if boundary_at(inner, first) is not None:
        return True
    return any((found := boundary_at(inner, at)) and found.kind is Kind.OURS for at in range(len(inner)))


def _is_torn(lines: list[str], at: int) -> bool:
    """A line without mark that a mailer broke off the marked line above it."""
    if at == 0 or at + 1 >= len(lines) or not lines[at].strip():
        return False
    before = lines[at - 1]
    if not is_marked(before) or not is_marked(lines[at + 1]):
        return False
    if _LINK.match(lines[at][:2000]) or (_URL_TAIL.search(before[-200:]) and " " not in lines[at].strip()):
        return True
    long = 60 <= len(before) <= 100 and not _ENDS_SENTENCE.search(before[-10:])
    return long and unmarked(before).strip() != "" and lines[at].strip()[0].islower()
