"""What must hold of what people actually got. The oracles know the world and the people, never the engine's books
(but for one: at the end nothing may hang in the outbox).

Each oracle gives the sentences that say what went wrong; none is good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from simulation.oracles_answers import forgers_get_nothing, not_too_many, nothing_lost, one_answer_each
from simulation.oracles_calendars import calendars_agree, never_doubled, nothing_after_the_end
from simulation.oracles_itip import approved_one_by_one, cancelled_what_was_invited, invites_are_sound, versions_rise
from simulation.oracles_letters import (
    hours,
    nothing_after_an_answer,
    nothing_twice,
    nothing_unapproved,
    one_a_day,
    patience,
)
from simulation.run import Run


@dataclass(frozen=True, slots=True)
class Failure:
    """Which oracle, and what it saw."""

    oracle: str
    says: str


def judge(run: Run) -> list[Failure]:
    """Every failure of every oracle."""
    return [Failure(name, says) for name, oracle in ORACLES.items() for says in oracle(run)]


ORACLES: dict[str, Callable[[Run], Iterator[str]]] = {
    "nothing twice": nothing_twice,
    "nothing unapproved": nothing_unapproved,
    "nothing after an answer": nothing_after_an_answer,
    "one answer each": one_answer_each,
    "nothing lost": nothing_lost,
    "forgers get nothing": forgers_get_nothing,
    "not too many": not_too_many,
    "patience": patience,
    "one a day": one_a_day,
    "hours": hours,
    "never doubled": never_doubled,
    "cancelled what was invited": cancelled_what_was_invited,
    "versions rise": versions_rise,
    "nothing after the end": nothing_after_the_end,
    "calendars agree": calendars_agree,
    "approved one by one": approved_one_by_one,
    "invites are sound": invites_are_sound,
}
