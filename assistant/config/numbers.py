"""The numbers of `Policy` as keys of [policy] and [protege.policy], each within what is sensible for its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import pairwise
from typing import Any

from assistant.config.kinds import near
from assistant.config.problems import Problem, shown
from assistant.mentoring.policy import Policy

# What a number may be: by its own name, else by the unit in which its name ends.
RANGES: dict[str, tuple[int, int]] = {
    "in_doubt_minutes": (1, 1440),
    "window_opens": (0, 23),
    "window_closes": (1, 24),
    "rest_months": (1, 60),
    "outreach_most": (1, 20),
    "active_most": (1, 20),
    "action_moves": (1, 20),
    "wind_down_meetings": (0, 12),
    "coffee_minutes": (10, 120),
    "meeting_minutes": (15, 240),
    "early_minutes": (0, 15),
    "mails_an_hour": (1, 100),
    "letters_a_day": (1, 100),
    "mailbox_an_hour": (1, 1000),
    "misses_an_hour": (1, 20),
    "handled_days": (30, 4000),
    "replay_days": (1, 30),
    "ladder_days": (0, 400),
}
UNITS: dict[str, tuple[int, int]] = {
    "minutes": (0, 1440),
    "hours": (0, 720),
    "days": (0, 400),
    "weeks": (0, 104),
    "months": (0, 120),
    "years": (0, 50),
    "words": (10, 1000),
}


def range_of(name: str) -> tuple[int, int]:
    """The least and the greatest that a number may be."""
    return RANGES.get(name) or UNITS.get(name.rpartition("_")[2], (0, 1000))


def policy_of(base: Policy, table: object, where: tuple[str | int, ...]) -> tuple[Policy, list[Problem]]:
    """`base` with the table's numbers in place of its own, and what is wrong with them (those keep the base's)."""
    if not isinstance(table, dict):
        return base, [Problem(where, f"must be a table of numbers, not {shown(table)}")]
    problems = list(_problems(table, where))
    wrong = {p.path[len(where)] for p in problems}
    right: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in table.items() if k not in wrong}
    made = replace(base, **right)
    if made.window_opens >= made.window_closes:
        problems.append(Problem((*where, "window_opens"), f"must be before window_closes ({made.window_closes})"))
        made = base
    return made, problems


def _problems(table: Mapping[str, object], where: tuple[str | int, ...]) -> Iterator[Problem]:
    defaults: dict[str, object] = {f.name: f.default for f in fields(Policy)}
    for name, value in table.items():
        path = (*where, name)
        if name not in defaults:
            hint = near(name, defaults) or "the numbers are those of config.example.toml"
            yield Problem(path, f"is not a number of the policy ({hint})")
        elif isinstance(default := defaults[name], tuple):
            yield from _ladder(path, value, len(default))
        elif not _whole(value, *range_of(name)):
            least, most = range_of(name)
            yield Problem(path, f"must be a whole number from {least} to {most}, not {shown(value)}")


def _ladder(path: tuple[str | int, ...], value: object, rungs: int) -> Iterator[Problem]:
    """The days of the rungs: as many as there are rungs, rising, the first on day 0."""
    days = value if isinstance(value, list) else []
    whole = all(_whole(d, *range_of("ladder_days")) for d in days)
    if len(days) != rungs or not whole or days[0] != 0 or any(b <= a for a, b in pairwise(days)):
        yield Problem(path, f"must be {rungs} whole numbers that start with 0 and rise, not {shown(value)}")


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
