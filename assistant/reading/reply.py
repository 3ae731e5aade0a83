"""The new text of a reply: what its sender wrote now, apart from what they quoted and how they signed.

Text is never thrown away, only classified; where new and quoted text cannot be told apart, `certain` is False
(`language.md`, "Which reading wins", 1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading import words
from assistant.reading.lines import Boundary, Kind, boundary_at, is_marked, unmarked

MOST_TEXT = 1_000_000
MOST_SIGNATURE = 8  # lines below a client's line that still belong to it
MOST_NAME_BLOCK = 6

_CLIENT = re.compile(rf"[\s\[*_-]*(?:{words.CLIENT_LINES})", re.IGNORECASE)
_CLOSINGS = frozenset(closing.replace("\\", "") for closing in words.CLOSINGS.split("|"))
_POSTSCRIPT = re.compile(rf"\s*(?:{words.POSTSCRIPT})\s?[:.,;–—-]?\s", re.IGNORECASE)
_BELOW = re.compile(rf"(?<!\w)(?:{words.BELOW})(?!\w)", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…:;。！？]\W*$")
_SENTENCE = re.compile(r", [^\W\d]{2}")  # "Sent from my desk, which is …" is somebody talking
_LIST_FOOTER = re.compile(r"_{20,}\s*$")
_URL_TAIL = re.compile(r"https?://\S*$")


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
    """Takes a body apart. `html`: it comes from `html.to_text`, where every structural quote is marked."""
    lines = text[:MOST_TEXT].split("\n")
    segments: list[list[str]] = [[]]
    quoted: list[str] = []
    certain = True
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
        quoted.extend(lines[at : boundary.end])
        at = max(boundary.end, at)
        if not _marked_follows(lines, at):
            quoted.extend(lines[at:])
            certain = _is_certain(boundary, segments, html=html)
            break
    return _parts(segments, quoted, certain=certain)


def _parts(segments: list[list[str]], quoted: list[str], *, certain: bool) -> Parts:
    new: list[str] = []
    signatures: list[str] = []
    for segment in segments:
        text, signature = _unsigned(segment)
        signature = [*_name_block(text), *signature]
        new.append("\n".join(text).strip())
        signatures.append("\n".join(signature).strip())
    return Parts(
        "\n\n".join(text for text in new if text),
        "\n".join(quoted).strip("\n"),
        "\n\n".join(text for text in signatures if text),
        certain,
    )


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


def _is_torn(lines: list[str], at: int) -> bool:
    """A line without mark that a mailer broke off the marked line above it."""
    if at == 0 or at + 1 >= len(lines) or not lines[at].strip():
        return False
    before = lines[at - 1]
    if not is_marked(before) or not is_marked(lines[at + 1]):
        return False
    if _URL_TAIL.search(before[-200:]) and " " not in lines[at].strip():
        return True
    long = 60 <= len(before) <= 100 and not _ENDS_SENTENCE.search(before[-10:])
    return long and unmarked(before).strip() != "" and lines[at].strip()[0].islower()


def _unsigned(segment: list[str]) -> tuple[list[str], list[str]]:
    """Text and signature of one stretch of new text."""
    for at, line in enumerate(segment):
        if line.rstrip() == "--":
            return segment[:at], segment[at:]
        below = segment[at + 1 :] if line[:1] in {"-", "_"} else []
        if _LIST_FOOTER.match(line) and "://" in "".join(below[:5]) and _is_short(below, 6, 200):
            return segment[:at], segment[at:]
        if line.strip() in {"---", "___"} and _is_short(below, 4):
            return segment[:at], segment[at:]
        if len(line) <= 160 and _CLIENT.match(line) and not _SENTENCE.search(line):
            rest = [text for text in segment[at + 1 :] if text.strip()]
            end = len(segment) if len(rest) <= MOST_SIGNATURE and not _has_postscript(rest) else at + 1
            return segment[:at] + _unsigned(segment[end:])[0], segment[at:end]
    return segment, []


def _name_block(segment: list[str]) -> list[str]:
    """The name after a closing ("Thanks,"), up to a postscript."""
    for at in range(max(0, len(segment) - 2 * MOST_NAME_BLOCK), len(segment)):
        if segment[at].strip(" ,.!-–—").lower() not in _CLOSINGS:
            continue
        end = next((i for i in range(at + 1, len(segment)) if _POSTSCRIPT.match(segment[i] + " ")), len(segment))
        block = segment[at + 1 : end]
        if _is_short(block, MOST_NAME_BLOCK):
            return block
    return []


def _has_postscript(lines: list[str]) -> bool:
    return any(_POSTSCRIPT.match(line) for line in lines)


def _is_short(lines: list[str], most: int, width: int = 60) -> bool:
    """A block of few short lines, such as a name, a role and a number."""
    texts = [line for line in lines if line.strip()]
    return 0 < len(texts) <= most and all(len(line.strip()) <= width for line in texts)
