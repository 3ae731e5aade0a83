"""The heads of tables in other words: whose a column is says what stands in it, names, days, or the longest words."""

from __future__ import annotations

import re
from itertools import groupby

from assistant.reading.dates import Moment
from assistant.reading.notes.cast import Cast
from assistant.reading.notes.tables import head_of
from assistant.reading.notes.when import has_date

MOST_LINES = 1000
MOST_ROWS = 200  # of a table that are looked at
MOST_CELLS = 8
_RULE = re.compile(r"[\s|:+=-]+")
# Who brings a topic up has no task by that.
_SPEAKS = re.compile(
    r"(?:presenter|presented by|speaker|said by|raised by|author|source|host|chair|from|to|with"
    r"|for whom)",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"[-–—?.\s]*|tb[cd]|n/?a|open|asap|none", re.IGNORECASE)


def with_heads(text: str, names: Cast, moment: Moment) -> str:
    """The text with the heads of its tables (drawn with bars) in the words that are read. Linear."""
    lines = text.split("\n")
    head = lines[:MOST_LINES]
    out: list[str] = []
    for is_row, some in groupby(head, lambda line: line.count("|") > 1):
        rows = list(some)
        out += _headed(rows, names, moment) if is_row and len(rows) > 1 else rows
    return "\n".join([*out, *lines[MOST_LINES:]])


def _cells(row: str) -> list[str]:
    return [cell.strip(" *_") for cell in row.strip().removeprefix("|").removesuffix("|").split("|")]


def _headed(rows: list[str], names: Cast, moment: Moment) -> list[str]:
    """The rows with their first as heads, where it names none of the two and no day."""
    first = _cells(rows[0])
    if not 2 <= len(first) <= MOST_CELLS or any(names.role(cell) or re.search(r"\d", cell) for cell in first):
        return rows
    body = [cells for row in rows[1:MOST_ROWS] if not _RULE.fullmatch(row) and len(cells := _cells(row)) <= len(first)]
    columns = [
        [cells[n] for cells in body if n < len(cells) and not _NOTHING.fullmatch(cells[n])] for n in range(len(first))
    ]
    known = {head_of(cell) for cell in first}
    heads = [_head(cell, column, names, moment) for cell, column in zip(first, columns, strict=True)]
    heads = ["" if one in known and not head_of(cell) else one for one, cell in zip(heads, first, strict=True)]
    if "who" in heads and "what" not in heads:
        free = [n for n, one in enumerate(heads) if not one and columns[n]]
        if free:
            heads[max(free, key=lambda n: sum(map(len, columns[n])))] = "what"
    return [f"| {' | '.join(one or cell for one, cell in zip(heads, first, strict=True))} |", *rows[1:]]


def _head(cell: str, column: list[str], names: Cast, moment: Moment) -> str:
    """What a column holds by its head; by its cells, where its head is unknown or they show another thing."""
    known = head_of(cell)
    if _SPEAKS.fullmatch(cell):
        return ""
    if known == "sight":
        return cell
    if column and all(names.role(one) in {"me", "mentor", "both"} for one in column):
        return "who"
    if known == "who" and column and not any(names.role(one) for one in column):
        return "" if cell.casefold() == "name" else known
    if not known and column and all(len(one.split()) < 5 and has_date(one, moment) for one in column):
        return "when"
    return known
