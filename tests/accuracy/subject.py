"""One subject of the measurement: where its rows are, how a row is read, and how the reading is judged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from accuracy.verdict import Judged, Verdict

Row = dict[str, Any]
Read = TypeVar("Read")


class BadCorpus(Exception):
    """A corpus that cannot be used; the message names the file, and the line where there is one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a corpus. `folder` holds the file it comes from, for the rows that name further files."""

    name: str
    row: Row
    folder: Path


@dataclass(frozen=True, slots=True)
class Subject(Generic[Read]):
    """`cases` finds the rows below a corpus folder, none where its files are absent; `read` is the code in question.

    `judge` compares a row with what was read; where reading raised it gets `nothing`.
    """

    name: str
    cases: Callable[[Path], Iterator[Case]]
    read: Callable[[Case], Read]
    judge: Callable[[Case, Read], Iterator[Verdict]]
    nothing: Read

    def judged(self, case: Case) -> Judged:
        """One row, whatever reading it does: a crash counts as the worst answer, and is shown."""
        began = time.perf_counter()
        crash = ""
        try:
            ours = self.read(case)
        except Exception as error:  # noqa: BLE001 - any crash on a row is what is looked for here
            ours, crash = self.nothing, f"crashed: {type(error).__name__}: {error}"
        seconds = time.perf_counter() - began
        try:
            verdicts = tuple(self.judge(case, ours))
        except (LookupError, TypeError, ValueError) as error:
            raise BadCorpus(f"{case.folder}, {case.name}: not a row that can be judged: {error!r}") from error
        if crash:
            verdicts = tuple(verdict.at_worst(crash) for verdict in verdicts)
        return Judged(f"{self.name} {case.name}", verdicts, seconds)


def rows(file: Path, *, key: str = "") -> Iterator[Case]:
    """The rows of a .jsonl file, named by their `key`, else by their number; nothing where there is no such file."""
    if not file.is_file():
        return
    for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise BadCorpus(f"{file}, line {number}: not JSON: {error}") from error
        if not isinstance(row, dict):
            raise BadCorpus(f"{file}, line {number}: not an object")
        yield Case(str(row.get(key) or f"{file.name}:{number}"), row, file.parent)


def files(file: Path, kind: str) -> Iterator[Case]:
    """The rows of one kind in an `expected.jsonl` whose messages are there; those that are not are left out."""
    for case in rows(file, key="file"):
        if case.row.get("kind") == kind and (case.folder / str(case.row.get("file"))).is_file():
            yield case
