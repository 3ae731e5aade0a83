"""Asking one subject about one row, as the runner does."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from accuracy import dates, notes
from accuracy.made_up import case
from accuracy.subject import Subject
from accuracy.verdict import measures

MADRID = "Europe/Madrid"


def local(day: int, hour: int = 0) -> datetime:
    """A naive local time in March 2026."""
    return datetime.fromisoformat(f"2026-03-{day:02}T{hour:02}:00")


BY_NAME = {one.name: one for one in (*dates.SUBJECTS, *notes.SUBJECTS)}


def values(subject: Subject[Any], folder: Path) -> dict[str, float]:
    return {one.name: one.value for one in measures(subject.judged(row) for row in subject.cases(folder))}


def hits(subject: Subject[Any], row: dict[str, Any], ours: object) -> dict[str, float]:
    return {one.measure: one.hits for one in subject.judge(case(row), ours)}
