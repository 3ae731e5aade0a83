"""What a scorer says of one row, and how rows become measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measure should reach, a share between 0 and 1; None: nothing is promised of it.

    `most`: it counts faults, and the goal is an upper bound.
    """

    value: float | None
    most: bool = False

    def reached(self, value: float) -> bool:
        if self.value is None:
            return True
        return value <= self.value if self.most else value >= self.value


# `reading.md`, "Where the peers stand, and the goal", in the order of the table.
GOALS = {
    "reply.exact.text": Goal(0.95),
    "reply.exact.non_english": Goal(0.95),
    "reply.exact.html": Goal(1),
    "reply.contains": Goal(None),
    "reply.lost": Goal(0, most=True),
    "reply.leaked": Goal(0.04, most=True),
    "forward.core": Goal(0.99),
    "forward.nested": Goal(1),
    "bounce.recall": Goal(0.995),
    "bounce.recipients": Goal(0.98),
    "bounce.class": Goal(0.97),
    "bounce.hard": Goal(0.95),
    "bounce.false": Goal(0, most=True),
    "autoreply.found": Goal(0.95),
    "autoreply.false": Goal(0, most=True),
    "autoreply.return_date": Goal(0.95),
    "calendar.cases": Goal(1),
    "calendar.probes": Goal(1),
    "calendar.facts": Goal(0.999),
    "calendar.files": Goal(0.995),
    "dates.due": Goal(0.95),
    "dates.past": Goal(0, most=True),
    "dates.false": Goal(0.003, most=True),
    "dates.thirdparty": Goal(None),
    "dates.planning": Goal(0.6),
    "dates.planning.safe": Goal(0.85),
    "slots.exact": Goal(0.95),
    "slots.reply": Goal(0.9),
    "zones": Goal(1),
    "recurrence": Goal(1),
    "notes.actions": Goal(0.9),
    "notes.owner": Goal(0.97),
    "notes.due": Goal(0.93),
    "notes.decisions": Goal(None),
    "notes.next": Goal(None),
    "notes.private": Goal(0, most=True),
    "minutes.precision": Goal(0.95),
    "minutes.recall": Goal(0.95),
    "answers.right": Goal(0.97),
    "answers.acted": Goal(0.8),
    "answers.stop": Goal(1),
    "commands.right": Goal(0.99),
    "commands.acted": Goal(0.9),
    "commands.outward": Goal(0, most=True),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One measure on one row: `hits` of `of`, a sum over rows. For a fault, a hit is a fault.

    `expected` and `got` are for people and may be long. `n` is how many things were judged.
    """

    measure: str
    hits: float
    of: float = 1
    expected: object = ""
    got: object = ""
    n: int = 1

    @property
    def failed(self) -> bool:
        return self.hits > 0 if GOALS[self.measure].most else self.hits < self.of

    def at_worst(self, got: str) -> Verdict:
        """The same verdict on a row that could not be read at all."""
        of = max(self.of, 1)
        return Verdict(self.measure, of if GOALS[self.measure].most else 0, of, self.expected, got, self.n)


@dataclass(frozen=True, slots=True)
class Judged:
    """One row: its name in the corpus, its verdicts, and how long the reading took, in seconds."""

    name: str
    verdicts: tuple[Verdict, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table. `value` is a share between 0 and 1; `n` is how many things were judged."""

    name: str
    n: int
    value: float

    @property
    def goal(self) -> Goal:
        return GOALS[self.name]

    @property
    def reached(self) -> bool:
        return self.goal.reached(self.value)


def measures(rows: Iterable[Judged]) -> list[Measure]:
    """Every measure that any row has a verdict on, in the order of the table."""
    sums: dict[str, tuple[float, float, int]] = {}
    for row in rows:
        for verdict in row.verdicts:
            hits, of, n = sums.get(verdict.measure, (0.0, 0.0, 0))
            sums[verdict.measure] = hits + verdict.hits, of + verdict.of, n + verdict.n
    made = []
    for name in GOALS:
        hits, of, n = sums.get(name, (0.0, 0.0, 0))
        if of:
            made.append(Measure(name, n, hits / of))
    return made
