"""What the doctor finds, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.table import Table
from rich.text import Text

from assistant.cli.logs import clean


class Mark(StrEnum):
    GOOD = "✓"
    BAD = "✗"
    OPEN = "?"  # it could not be found out, or it is only worth knowing


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the table. `do` says what to do, where something is to be done."""

    what: str
    mark: Mark
    says: str
    do: str = ""


def good(what: str, says: str) -> Finding:
    return Finding(what, Mark.GOOD, says)


def bad(what: str, says: str, do: str) -> Finding:
    return Finding(what, Mark.BAD, says, do)


def unclear(what: str, says: str, do: str = "") -> Finding:
    return Finding(what, Mark.OPEN, says, do)


def table(findings: Iterable[Finding]) -> Table:
    """All findings, in their order."""
    shown = Table(header_style="bold")
    for column in ("", "what", "found", "what to do"):
        shown.add_column(column, overflow="fold")
    colours = {Mark.GOOD: "green", Mark.BAD: "bold red", Mark.OPEN: "yellow"}
    for finding in findings:
        mark = Text(finding.mark, style=colours[finding.mark])
        shown.add_row(mark, *(Text(clean(part)) for part in (finding.what, finding.says, finding.do)))
    return shown
