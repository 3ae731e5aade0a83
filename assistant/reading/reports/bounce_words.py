"""The words of delivery reports, out of `bounce_words.toml`, as patterns. None of them minds the case."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from assistant.mentoring.delivery import Cause

_BETWEEN = re.compile(r"\s*\n\s*|\s+\|\s+")
_FENCE = r"[-=*|_# ]"


def phrases(key: str) -> str:
    """The phrases of a key as the inside of a group."""
    return _joined(str(_tables()[key]))


def pattern(key: str) -> re.Pattern[str]:
    """The phrases of a key, compiled."""
    return re.compile(phrases(key), re.IGNORECASE)


def returned() -> re.Pattern[str]:
    """The line above the mail that came back."""
    bare, fenced = phrases("returned"), phrases("fenced")
    return re.compile(rf"{_FENCE}*(?:{bare})|{_FENCE}{{2,}}(?:{fenced})\W*$", re.IGNORECASE)


def causes() -> tuple[tuple[Cause, re.Pattern[str]], ...]:
    """Why, and what is said then, the most telling first."""
    tables = _tables()["causes"]
    assert isinstance(tables, list)
    return tuple((Cause[one["cause"]], re.compile(_joined(one["said"]), re.IGNORECASE)) for one in tables)


@cache
def _tables() -> dict[str, object]:
    return tomllib.loads(files(__package__ or "assistant.reading").joinpath("bounce_words.toml").read_text("utf-8"))


def _joined(text: str) -> str:
    return "|".join(filter(None, _BETWEEN.split(text.strip())))
