"""How a mail is signed: below "-- ", by a client's own line, by a footer that no person typed, or after a closing."""

from __future__ import annotations

import re

from assistant.reading.languages import Openings, alternation, phrases

MOST_LINES = 8  # below a client's line that still belong to it
MOST_NAME_BLOCK = 6
MOST_CLIENT_LINE = 160

_CLIENT = Openings("client", "sent_from")
_FOOTER = Openings("client", "footer")
_BEFORE = " \t[*_-–—>|("
_CLOSINGS = frozenset(phrases("client", "closings"))
_POSTSCRIPT = re.compile(rf"\s*(?:{alternation('client', 'postscript')})(?:\s?[:.,;–—：-]|\s|$)", re.IGNORECASE)
_SENTENCE = re.compile(r", [^\W\d]{2}|[，。、！？]\S")  # "Sent from my desk, which is …" is somebody talking
_LIST_FOOTER = re.compile(r"_{20,}\s*$")
_NAME = re.compile(r"[^\W\d_][^\d@|:;!?]{2,38}$")
_CONTACT = re.compile(r"@|\s\|\s|https?://|\bwww\.|\+?\d[\d ()./-]{7,}\d")
_SIGNED = re.compile(r"\s?[-~][^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?$")  # "-Ada"; "/Ada" stays, as a closing and a name do


def unsigned(segment: list[str]) -> tuple[list[str], list[str]]:
    """(text, signature) of one stretch of new text. No line is lost."""
    dropped: list[str] = []
    kept: list[str] = []
    for at, line in enumerate(segment):
        if not line.strip():
            kept.append(line)
            continue
        if _begins_signature(segment, at, line):
            return kept, [*dropped, *segment[at:]]
        if not _is_client_line(line):
            kept.append(line)
            continue
        rest = [text for text in segment[at + 1 : at + 3 * MOST_LINES] if text.strip()]
        if len(segment) - at < 3 * MOST_LINES and len(rest) <= MOST_LINES and not _has_postscript(rest):
            return kept, [*dropped, *segment[at:]]
        dropped.append(line)
    text, name = _unnamed(kept)
    text, card = _uncarded(text)
    return text, [*dropped, *name, *card]


def _begins_signature(segment: list[str], at: int, line: str) -> bool:
    """Everything from here on is no text of the writer's."""
    if line.rstrip() == "--":
        return True
    if line[:1] in {"-", "_"} and len(segment) - at <= 3 * MOST_LINES:
        below = segment[at + 1 :]
        if _LIST_FOOTER.match(line):
            return "://" in "".join(below[:5]) and is_short(below, 6, 200)
        if line.strip() in {"---", "___"}:
            return is_short(below, 4)
    return (at == 0 or not segment[at - 1].strip()) and bool(_FOOTER.match(line.lstrip(_BEFORE + "#")))


def _is_client_line(line: str) -> bool:
    """ "Sent from my iPhone", and no sentence."""
    return len(line) <= MOST_CLIENT_LINE and bool(_CLIENT.match(line.lstrip(_BEFORE))) and not _SENTENCE.search(line)


def _unnamed(segment: list[str]) -> tuple[list[str], list[str]]:
    """A name behind a dash as the last line, no space between, is no item of a list."""
    last = next((at for at in range(len(segment) - 1, 0, -1) if segment[at].strip()), 0)
    alone = last > 0 and _SIGNED.match(segment[last]) and not any(_SIGNED.match(line) for line in segment[:last])
    return (segment[:last], segment[last:]) if alone and any(line.strip() for line in segment[:last]) else (segment, [])


def _uncarded(segment: list[str]) -> tuple[list[str], list[str]]:
    """A visiting card behind a closing: "Regards, / Ada Byron / Engineer @ Example / +34 600 000 000"."""
    block = name_block(segment)
    texts = [line.strip() for line in block if line.strip()]
    if len(texts) < 2 or not _NAME.match(texts[0]) or not any(_CONTACT.search(line) for line in texts[1:]):
        return segment, []
    if [line.strip() for line in segment if line.strip()][-len(texts) :] != texts:
        return segment, []  # a postscript follows
    start = max(at for at, line in enumerate(segment) if is_closing(line))
    return segment[:start], segment[start:]


def is_closing(line: str) -> bool:
    """ "Best regards," alone on its line."""
    return line.strip(" \t,.!-–—،、，。！").lower().replace("’", "'") in _CLOSINGS


def name_block(segment: list[str]) -> list[str]:
    """The name after a closing ("Thanks,"), up to a postscript."""
    for at in range(max(0, len(segment) - 2 * MOST_NAME_BLOCK), len(segment)):
        if not is_closing(segment[at]):
            continue
        end = next((i for i in range(at + 1, len(segment)) if _POSTSCRIPT.match(segment[i])), len(segment))
        block = segment[at + 1 : end]
        if is_short(block, MOST_NAME_BLOCK):
            return block
    return []


def _has_postscript(lines: list[str]) -> bool:
    return any(_POSTSCRIPT.match(line) for line in lines)


def is_short(lines: list[str], most: int, width: int = 60) -> bool:
    """A block of few short lines, such as a name, a role and a number."""
    texts = [line for line in lines if line.strip()]
    return 0 < len(texts) <= most and all(len(line.strip()) <= width for line in texts)
