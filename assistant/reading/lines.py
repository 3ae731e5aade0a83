"""What a line of a mail's body is: an attribution, a separator, a header block, a quote. Tables are in `words.py`.

Every recogniser looks at a bounded number of lines, so that reading a body costs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from assistant.reading import words

MOST_LINE = 1000  # characters of a line that are looked at
MOST_ATTRIBUTION = 300
MOST_SHORT = 9  # no attribution is shorter
MOST_FIELDS = 14
MOST_BLOCK = 40  # lines of a header block

LABEL_OF = {label.replace("\\", ""): kind for kind, labels in words.LABELS.items() for label in labels.split("|")}

_MARK = re.compile(r"[ \t]{0,3}>(?![^\n]{0,300}<<<\s*$)")
_FENCE = r"[\s>*_=~-]*"
_TAIL = rf"(?:\s*[:：]?{_FENCE}|\s[^\n]{{0,60}}[-_=]{{2,}}\s*)$"  # some name it in two languages
_FORWARDED = re.compile(rf"{_FENCE}(?:{words.FORWARDED}){_TAIL}", re.IGNORECASE)
_ORIGINAL = re.compile(rf"{_FENCE}(?:{words.ORIGINAL}){_TAIL}", re.IGNORECASE)
_RULE = re.compile(r"[ \t*]*[_=~-]{5,}[ \t*]*$")
_REPLY_ABOVE = re.compile(rf"[\s>#*_=~-]*(?:{words.REPLY_ABOVE})", re.IGNORECASE)
_OURS = re.compile("|".join(rf"\s*(?:{ours})" for ours in words.OURS))
_WROTE_LAST = re.compile(rf"(?:{words.WROTE})\s*(?:\([^()]*\))?[\s*_]*[:：;]?[\s*_]*$", re.IGNORECASE)
_WROTE_INSIDE = re.compile(rf"(?<!\w)(?:{words.WROTE})(?!\w).*[:：][\s*_]*$", re.IGNORECASE)
_ON = re.compile(rf"[\W_]{{0,4}}(?:(?:{words.ON})(?![^\W\d]|['’])|\d)", re.IGNORECASE)
_MOMENT = re.compile(r"\d{1,2}[:.h時시]\s?\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]|\d{1,2}\.? ?[月월]")
_ADDRESS = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]|mailto:")
_DATED = re.compile(r"\W{0,3}\d{1,4}\D{1,3}\d{1,2}.*@")
_FENCED = re.compile(rf"-{{2,}}\s*(?:{words.ON})\W.{{4,200}}(?:{words.WROTE})\s*:?\s*-{{2,}}$", re.IGNORECASE)
_NAMED = re.compile(rf"[^<>@]{{2,60}}<[^<>\s]+@[^<>\s]+>\s*(?:{words.WROTE})(?!\w)", re.IGNORECASE)
_BY_ADDRESS = re.compile(r"\b\d{4}\b.*\b\d{1,2}[:.]\d{2}\b.*[>)][:：]$")  # no verb: "… 2026 г. в 08:00, Ada <…>:"
_OLD_GMAIL = re.compile(r"\d{4}[/-]\d{1,2}[/-]\d{1,2}\s[^<]{0,100}<[^<>\s]+@[^<>\s]+>\s*$")
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
    """A header block in a body: kinds of `words.LABELS` and their values, and where the mail's text begins."""

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
    return bool(_MARK.match(line))


def unmarked(line: str) -> str:
    """The line without one level of quote mark."""
    mark = _MARK.match(line)
    return line[mark.end() :].removeprefix(" ") if mark else line


def boundary_at(lines: list[str], at: int) -> Boundary | None:
    """The boundary that begins in this line, if one does."""
    line = lines[at][:MOST_LINE]
    stripped = line.strip()
    if len(stripped) < 5 and stripped.isascii():
        return None  # nothing of the kind is so short
    if _RULE.match(line):
        return _header_block(lines, at)
    return _separator(lines, at, line) or _header_block(lines, at) or _attribution(lines, at, line)


def _separator(lines: list[str], at: int, line: str) -> Boundary | None:
    if _OURS.match(line):
        return Boundary(Kind.OURS, at, at)
    if len(line) > 200 or not line.strip(" \t>*_=~-"):
        return None
    for kind, pattern in ((Kind.FORWARD, _FORWARDED), (Kind.ORIGINAL, _ORIGINAL)):
        if pattern.match(line):
            fields = fields_at(lines, _text_after(lines, at + 1))
            if fields or "--" in line or "__" in line or "==" in line:
                return Boundary(kind, at, fields.end if fields else at + 1, fields=fields)
    if _REPLY_ABOVE.match(line):
        return Boundary(Kind.ABOVE, at, at + 1)
    return None


def _header_block(lines: list[str], at: int) -> Boundary | None:
    """A block, or a rule right above a block."""
    start = at
    if _RULE.match(lines[at][:MOST_LINE]):
        start = _text_after(lines, at + 1)
        if start - at > 3:
            return None
    fields = fields_at(lines, start)
    return Boundary(Kind.HEADERS, at, fields.end, fields=fields) if fields else None


def _text_after(lines: list[str], at: int) -> int:
    """The next line that is not blank, looking a few lines ahead."""
    for step in range(at, min(at + 4, len(lines))):
        if lines[step].strip(" \t>*"):
            return step
    return len(lines)


def label_of(line: str) -> tuple[str, str]:
    """("from", "Ada <ada@example.org>") for `*Von:* Ada <ada@example.org>`; ("", "") for any other line."""
    head, colon, _ = line[:MOST_LINE].replace("：", ":", 1).partition(":")
    if not colon or len(head) > 40:
        return "", ""
    kind = LABEL_OF.get(" ".join(head.partition("(")[0].strip(" \t*_>").lower().split()), "")
    return (kind, line[len(head) + 1 : MOST_LINE * 4].strip(" \t*_")) if kind else ("", "")


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
    dated = bool(re.search(r"\d", values.get("date", "")))
    if "from" not in known:
        return known >= {"date", "to"} and addressed and dated
    return (len(known) >= 2 and addressed) or (len(known) >= 3 and dated)


def _attribution(lines: list[str], at: int, line: str) -> Boundary | None:
    """`On …, Ada wrote:` on one to four lines."""
    begins = bool(_ON.match(line)) and not line.startswith((" " * 4, "\t"))
    ends = line.rstrip(" *_").endswith((":", "：")) and any(map(str.isdecimal, line[:200]))
    if not begins and not ends and "@" not in line and not line.startswith("--"):
        return None
    joined = ""
    for step in range(at, min(at + 4, len(lines))):
        part = lines[step].strip()
        if not part or len(joined) + len(part) > MOST_ATTRIBUTION:
            return None
        if step > at and not begins and not _NAMED.match(joined):
            return None
        joined = f"{joined} {part}" if joined else part
        strong = _is_attribution(joined, begins)
        if strong is not None:
            return Boundary(Kind.ATTRIBUTION, at, step + 1, strong)
    return None


def _is_attribution(text: str, begins: bool) -> bool | None:
    """True: certainly one. False: only when a marked quote follows. None: none."""
    if len(text) < MOST_SHORT:
        return None
    if _FENCED.match(text):
        return bool(_MOMENT.search(text)) or None
    ends = text.rstrip(" *_").endswith((":", "：", ";"))
    if not ends:
        if _OLD_GMAIL.match(text):
            return True
        return False if begins and _MOMENT.search(text) and _WROTE_LAST.search(text[-80:]) else None
    addressed, dated = bool(_ADDRESS.search(text)), bool(_MOMENT.search(text))
    if _WROTE_LAST.search(text[-80:]):
        return (addressed or dated) if begins else addressed
    if _WROTE_INSIDE.search(text) and (addressed or dated):
        return (addressed and dated) or (begins and len(text) < 120)
    if addressed and dated and (_DATED.match(text) or _BY_ADDRESS.search(text)) and len(text) < 200:
        return True
    return None


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
