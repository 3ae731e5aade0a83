"""Tables and records that say of each row whether others may see it: a column "may she see it?", a key "private: yes".

Only a row that says yes is for others; where such a column stands, silence is no yes (promise 7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from assistant.reading.cells import quoted
from assistant.reading.privacy.marks import finder, heads_private
from assistant.reading.privacy.words import alternation, folded

_SPLITS: tuple[tuple[str, Callable[[str], list[str]]], ...] = (
    ("|", lambda line: _between_bars(line.strip())),
    ("\t", lambda line: line.split("\t")),
    (";", lambda line: quoted(line, ";")),
    (",", lambda line: quoted(line, ",")),
)
_PARTED = re.compile(r"[|\t;,:=]")
_WORDS = re.compile(r"[^\W\d_]+")
_RULE = re.compile(r"[\s|:+=-]+")
_NO = re.compile(r"(?:0|[-–—✗✘❌×])")
_YES = re.compile(r"(?:1|[✓✔✅+☑])")
_KEY = re.compile(
    r"^(?P<indent>\s*)(?P<item>[-*•]\s+)?(?P<key>[^\W\d][\w /?'-]{0,30}?)\s?(?:[:=]|(?<=\?)\s)\s*(?P<value>\S.*)?$"
)
LONGEST = 600  # characters of a line that may be a head or a key
MOST_HEADER = 300
MOST_HEAD = 40  # characters of a head
MOST_KEYS = 40  # lines of one record


def _between_bars(line: str) -> list[str]:
    """The cells; a bar at the end closes the row only where one opens it."""
    inner = line[1:].removesuffix("|") if line.startswith("|") else line
    return inner.split("|")


def without_hidden(text: str, names: re.Pattern[str] | None) -> tuple[str, tuple[str, ...]]:
    """The text without the rows and records that are not for others, and these. names: the mentor's. Linear."""
    lines = text.split("\n")
    if not _PARTED.search(text):
        return text, ()
    asking = {number for number, line in enumerate(folded(text).lower().split("\n")) if _may_ask(line)}
    if not asking:
        return text, ()
    hidden: set[int] = set()
    end = 0  # of the table or record that was read last
    for number in sorted(asking):
        if number >= end:
            found, end = _rows(lines, number, names)
            found = found or [*_record(lines, number)]
            hidden.update(found)
            end = max(end, *(one + 1 for one in found)) if found else end
    private = tuple(line.strip() for number, line in enumerate(lines) if number in hidden and line.strip())
    return "\n".join(line for number, line in enumerate(lines) if number not in hidden), private


def _may_ask(line: str) -> bool:
    """Whether a line holds a word with which a head or key may ask. Cheap."""
    if not 2 < len(line) <= LONGEST or not _PARTED.search(line):
        return False
    return not _hints().isdisjoint(_WORDS.findall(line)) or finder().may_find(line)


@cache
def _hints() -> frozenset[str]:
    return frozenset(word for phrase in alternation("visible").split("|") for word in _WORDS.findall(phrase.lower()))


# --- tables


def _rows(lines: list[str], number: int, names: re.Pattern[str] | None) -> tuple[list[int], int]:
    """The rows that are not for others, of the table whose head is here, and the line behind its last one.

    A head that says "private" says it no more: its rows do."""
    found = _header(lines[number])
    if found is None:
        return [], 0
    split, column, asks = found
    rows: list[tuple[int, str]] = []
    row = number
    for row in range(number + 1, len(lines)):
        cells = split(lines[row])
        goes_on = row + 1 < len(lines) and len(split(lines[row + 1])) > 1
        if not lines[row].strip() or not (len(cells) > 1 or (rows and goes_on)):
            break  # a line without cells between two rows is a row whose cells were cut off
        if not _RULE.fullmatch(lines[row]):
            rows.append((row, cells[column].strip() if column < len(cells) else ""))
    if not any(_says(cell) for _, cell in rows):
        return [], row
    if not asks:
        head = split(lines[number])[column].strip()
        lines[number] = "-".join(lines[number].rsplit(head, 1))
    return [one for one, cell in rows if not _is_open(cell, names, asks=asks)], row


def _header(line: str) -> tuple[Callable[[str], list[str]], int, bool] | None:
    """What parts its cells, which of them asks, and whether a yes below it means that others may see the row."""
    if not 2 < len(line) <= MOST_HEADER:
        return None
    for mark, split in _SPLITS:
        if mark not in line:
            continue
        cells = [cell.strip(" *_\"'") for cell in split(line)]
        asks = [_asks(cell) for cell in cells]
        if len(cells) > 1 and all(len(cell) <= MOST_HEAD for cell in cells) and len(asks) - asks.count(None) == 1:
            column = next(place for place, one in enumerate(asks) if one is not None)
            return split, column, bool(asks[column])
    return None


@lru_cache(maxsize=1024)
def _asks(head: str) -> bool | None:
    """Whether yes in a column with this head means that others may see the row; None for any other head."""
    plain = folded(head).replace("_", " ")
    if not plain or len(plain.split()) > 6:
        return None
    if _words("visible").fullmatch(plain):
        return True
    ends = [end for start, end, _ in finder().find(plain) if start == 0]
    return False if any(end >= len(plain.rstrip("?! ")) for end in ends) else None


def _says(cell: str) -> bool:
    """Whether a cell answers at all."""
    plain = folded(cell).strip(" .!\"'*_")
    return bool(_words("yes").fullmatch(plain) or _words("no").match(plain) or heads_private(plain))


def _is_open(cell: str, names: re.Pattern[str] | None, *, asks: bool) -> bool:
    plain = folded(cell).strip(" .!\"'*_")
    if asks:
        said = bool(names and plain and not names.sub("", plain).strip())
        return said or bool(_words("yes").fullmatch(plain)) or bool(_YES.fullmatch(plain))
    return not plain or bool(_words("no").fullmatch(plain)) or bool(_NO.fullmatch(plain))


@cache
def _words(key: str) -> re.Pattern[str]:
    if key == "visible":
        return re.compile(rf"(?:[\w']+\s){{0,4}}?(?:{alternation('visible')})(?:\s[\w']+){{0,4}}\s?\??", re.IGNORECASE)
    return re.compile(rf"(?:{alternation(key)})(?!\w)", re.IGNORECASE)


# --- records


def _record(lines: list[str], number: int) -> Iterator[int]:
    """The lines of the record that a key here hides: "- what: …" with "share: no" below; none where it hides none."""
    match = _KEY.match(lines[number])
    if match is None or not _hides(match["key"], match["value"] or ""):
        return
    first = last = number
    depth = len(match["indent"]) + len(match["item"] or "")
    begun = bool(match["item"])
    while not begun and first > 0 and number - first < MOST_KEYS and _in_record(lines[first - 1], depth):
        first -= 1
        begun = _begins(lines[first])
    while last + 1 < len(lines) and last - number < MOST_KEYS and _in_record(lines[last + 1], depth):
        if _begins(lines[last + 1]):
            break
        last += 1
    if last > first:
        yield from range(first, last + 1)


def _begins(line: str) -> bool:
    """Whether a record begins with this line."""
    match = _KEY.match(line)
    return match is not None and bool(match["item"])


def _in_record(line: str, depth: int) -> bool:
    match = _KEY.match(line) if 0 < len(line) <= LONGEST else None
    return match is not None and len(match["indent"]) + len(match["item"] or "") == depth


def _hides(key: str, value: str) -> bool:
    asks = _asks(key)
    plain = folded(value).strip(" .!\"'*_")
    if asks is None or not plain:
        return False
    if asks:
        return bool(_words("no").match(plain)) or heads_private(plain)
    return bool(_words("yes").fullmatch(plain))
