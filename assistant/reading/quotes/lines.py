"""What a line of a mail's body is: an attribution, a separator, a header block, a quote. The words are in `languages`.

Every recogniser looks at a bounded number of lines, so that reading a body costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from assistant.reading.languages import Openings
from assistant.reading.quotes import words
from assistant.reading.quotes.attribution import attribution_at
from assistant.reading.quotes.words import LABEL_OF

MOST_LINE = 1000  # characters of a line that are looked at
MOST_FIELDS = 14
MOST_BLOCK = 40  # lines of a header block

_MARKS = frozenset(">＞")
_FENCE = r"[\s>*_=~—–-]*"
_TAIL = rf"(?:\s*[:：]?{_FENCE}|\s[^\n]{{0,60}}[-_=]{{2,}}\s*)$"  # some name it in two languages
_BEFORE = " \t>*_=~-—–"
_FORWARDED = Openings("client", "forwarded", _TAIL)
_ORIGINAL = Openings("client", "original", _TAIL)
_REPLY_ABOVE = Openings("client", "reply_above")
_DASHED = re.compile(
    r"[\s>*]*[-=_]{3,}\s?[^-=_\n]{3,60}\s?[-=_]{3,}[\s*]*$"
)  # "---- … ----" in a language we do not know
_ANY_LABEL = re.compile(r"[\s>*_|]{0,4}[^\W\d][^:：|<>@\n]{0,24}[\s*_]{0,3}[:：|]")
_RULE = re.compile(r"[ \t*]*[_=~-]{5,}[ \t*]*$")
_OURS = re.compile("|".join(rf"\s*(?:{ours})" for ours in words.OURS))
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]|mailto:")
_QUOTED_SENDER = re.compile(
    r"(?:\"[^\"]{1,80}\"|(?:[^\W\d_][^\s,<>]*\s){0,4})\s*(?:<[^<>\s]+@[^<>\s]+>|\([^()\s]+@[^()\s]+\))|[^\s<>@]+@[^\s<>@:,]+"
)
_YAHOO = re.compile(r"\s*-{4,}\s*[^-]{4,60}\s*-{4,}\s*\S")


class Kind(Enum):
    """What stands between the new text and a quote."""

    ATTRIBUTION = "attribution"
    FORWARD = "forward"
    ORIGINAL = "original"
    HEADERS = "headers"
    ABOVE = "reply above this line"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Fields:
    """A header block in a body: kinds of `words.LABEL_OF` and their values, and where the mail's text begins."""

    values: dict[str, str]
    end: int


@dataclass(frozen=True, slots=True)
class Boundary:
    """Lines [start, end) stand between; what follows is quoted. `strong`: certain also where no quote is marked."""

    kind: Kind
    start: int
    end: int
    strong: bool = True
    fields: Fields | None = None


def is_marked(line: str) -> bool:
    """A line that its client marked as quoted."""
    return line[:4].lstrip(" \t")[:1] in _MARKS and not line[-5:].rstrip().endswith("<<<")


def unmarked(line: str) -> str:
    """The line without one level of quote mark."""
    return line.lstrip(" \t")[1:].removeprefix(" ") if is_marked(line) else line


def boundary_at(lines: list[str], at: int) -> Boundary | None:
    """The boundary that begins in this line, if one does."""
    line = lines[at][:MOST_LINE]
    stripped = line.strip()
    if len(stripped) < 5 and stripped.isascii():
        return None  # nothing of the kind is so short
    if _RULE.match(line):
        return _header_block(lines, at)
    found = _separator(lines, at, line) or _header_block(lines, at)
    if found is not None:
        return found
    attribution = attribution_at(lines, at)
    return Boundary(Kind.ATTRIBUTION, at, *attribution) if attribution else None


def _separator(lines: list[str], at: int, line: str) -> Boundary | None:
    if _OURS.match(line):
        return Boundary(Kind.OURS, at, at)
    bare = line.lstrip(_BEFORE) if len(line) <= 200 else ""
    if not bare:
        return None
    fenced = "--" in line or "__" in line or "==" in line or "——" in line
    for kind, openings in ((Kind.FORWARD, _FORWARDED), (Kind.ORIGINAL, _ORIGINAL)):
        if openings.match(bare):
            fields = fields_at(lines, _text_after(lines, at + 1))
            if fields or fenced:
                return Boundary(kind, at, fields.end if fields else at + 1, fields=fields)
    if fenced and _DASHED.match(line):
        below = _text_after(lines, at + 1)
        fields = fields_at(lines, below)
        end = fields.end if fields else _any_block(lines, below)
        if end is not None:
            return Boundary(Kind.ORIGINAL, at, end, fields=fields)
    if _REPLY_ABOVE.match(line.lstrip(_BEFORE + "#")):
        return Boundary(Kind.ABOVE, at, at + 1)
    return None


def _header_block(lines: list[str], at: int) -> Boundary | None:
    """A block, or a rule right above a block."""
    start = at
    ruled = bool(_RULE.match(lines[at][:MOST_LINE]))
    if ruled:
        start = _text_after(lines, at + 1)
        if start - at > 3:
            return None
    fields = fields_at(lines, start)
    if fields:
        return Boundary(Kind.HEADERS, at, fields.end, fields=fields)
    end = _any_block(lines, start) if ruled else None
    return Boundary(Kind.HEADERS, at, end) if end is not None else None


def _text_after(lines: list[str], at: int) -> int:
    """The next line that is not blank, looking a few lines ahead."""
    for step in range(at, min(at + 4, len(lines))):
        if lines[step].strip(" \t>*"):
            return step
    return len(lines)


def label_of(line: str) -> tuple[str, str]:
    """("from", "Ada <ada@example.org>") for `*Von:* Ada <ada@example.org>`; ("", "") for any other line."""
    return _label_of(line) if len(line) <= MOST_LINE else _label_of.__wrapped__(line)


@lru_cache(maxsize=1024)  # neighbours of a line are asked about it again
def _label_of(line: str) -> tuple[str, str]:
    line = line[: MOST_LINE * 4]
    if line.startswith("|"):  # a table that became text: "| From | Ada <ada@example.org> |"
        line = line.strip(" |").replace("|", ":", 1)
    head, colon, _ = line[:MOST_LINE].replace("：", ":", 1).partition(":")
    if not colon or len(head) > 40:
        return "", ""
    kind = LABEL_OF.get(" ".join(head.partition("(")[0].strip(" \t*_>").lower().split()), "")
    return (kind, line[len(head) + 1 :].strip(" \t*_")) if kind else ("", "")


def fields_at(lines: list[str], at: int) -> Fields | None:
    """The header block that begins in this line: a sender and an address or a date, since people write "From:" too."""
    values: dict[str, str] = {}
    if at >= len(lines) or label_of(lines[at])[0] in {"", "cc", "other"}:  # no client begins with these
        return None
    last, step = "", at
    while step < min(len(lines), at + MOST_BLOCK) and len(values) < MOST_FIELDS:
        kind, value = label_of(lines[step])
        if kind and kind in values and kind not in {"other", "cc"}:
            break
        if kind:
            values[kind] = f"{values[kind]}, {value}" if kind in values else value
            last = kind
        elif not _continues(lines, step, values.get(last, "")):
            break
        elif lines[step].strip():
            values[last] = f"{values[last]} {lines[step][:MOST_LINE].strip(' >')}".strip()
        step += 1
    return Fields(values, step) if _is_block(values) else None


def _continues(lines: list[str], step: int, value: str) -> bool:
    """A line without label goes on with the field above when another field follows, or when that one is still empty."""
    blank = not lines[step].strip(" \t>")
    ahead = [line for line in lines[step + 1 : step + (2 if blank else 4)] if line.strip(" \t>")]
    if any(label_of(line)[0] for line in ahead[:2]):
        return True
    return not value and not blank and len(lines[step]) < 200 and step + 1 < len(lines)


def _is_block(values: dict[str, str]) -> bool:
    known = set(values) & {"from", "to", "date", "subject"}
    addressed = any(_ADDRESS.search(values[kind]) for kind in ("from", "to", "cc") if kind in values)
    dated = bool(re.search(r"\d{4}|\d[.:/-]\d", values.get("date", "")))
    if "from" not in known:
        return known >= {"date", "to"} and addressed and dated
    return (len(known) >= 2 and addressed) or (len(known) >= 3 and dated)


def _any_block(lines: list[str], at: int) -> int | None:
    """The end of a block of lines with labels in a language that we do not know; below a rule or a separator only."""
    step, texts = at, list[str]()
    while step < min(at + MOST_FIELDS, len(lines)) and _ANY_LABEL.match(lines[step][:MOST_LINE]):
        texts.append(lines[step][:MOST_LINE])
        step += 1
    told = "\n".join(texts)
    return (
        step if 3 <= len(texts) <= 8 and _ADDRESS.search(told) and re.search(r"\d{1,2}[:.]\d{2}|\d{4}", told) else None
    )


def attributed(text: str) -> Fields:
    """Sender and date out of an attribution."""
    text = " ".join(text.split()).strip(" *_->")
    sender = _QUOTED_SENDER.search(text)
    values: dict[str, str] = {}
    if sender:
        values["from"] = sender[0].strip(" ,")
        rest = text.replace(sender[0], " ")
    else:
        rest = text
    moment = re.search(r"\d[^@<>]*\d(?:\s?[ap]\.?m\b)?", rest, re.IGNORECASE)
    if moment:
        values["date"] = moment[0]
    return Fields(values, 0)


def split_yahoo(lines: list[str], at: int) -> list[str]:
    """Yahoo puts the separator and the whole header block on one line: one line for each field again, or []."""
    line = lines[at][: MOST_LINE * 4]
    if ":" not in line or not _YAHOO.match(line):
        return []
    separator, _, rest = line.strip().lstrip("-").partition("--")
    pieces = re.split(r"(?<=[\s>\d\w])(?=(?:" + "|".join(_YAHOO_LABELS) + r")\s?:\s)", rest.lstrip("- "))
    return [f"----- {separator.strip()} -----", *(piece.strip() for piece in pieces)]


_YAHOO_LABELS = [
    *sorted({re.escape(label.capitalize()) for label, kind in LABEL_OF.items() if kind != "other" and len(label) > 1}),
    "A",
    "À",
]
