"""Sixty days of mail, people, forgers and crashes from one seed, judged by what people actually got.

`SIMULATION_SEEDS` says how many seeds are run (300). A failing seed is told line by line by
`python -m tests.simulation SEED`.
"""

from __future__ import annotations

import os

import pytest
from simulation.calendars import message
from simulation.oracles import judge
from simulation.run import simulate

SEEDS = int(os.environ.get("SIMULATION_SEEDS", "300"))
CHUNK = 10


@pytest.mark.timeout(600)
@pytest.mark.parametrize("first", range(1, SEEDS + 1, CHUNK))
def test_people_get_what_was_promised_whatever_happens(first: int) -> None:
    told = []
    for seed in range(first, min(first + CHUNK, SEEDS + 1)):
        run = simulate(seed)
        told += [f"seed {seed}: {failure.oracle}: {failure.says}" for failure in judge(run)]
    assert not told, "\n".join(told)


def test_the_same_seed_tells_the_same_story() -> None:
    assert simulate(7).world.lines == simulate(7).world.lines


def test_the_simulated_world_is_rich() -> None:
    """An oracle that never sees anything can't fail: letters and calendars left, crashes happened, answers came."""
    runs = [simulate(seed) for seed in range(1, 13)]
    assert all(run.clock.now() - run.began >= run.least for run in runs)
    people = [g for run in runs for g in run.world.got if g.to in {m.email for m in run.mentors}]
    assert len(people) >= 12
    assert sum(run.chaos.crashes.total() for run in runs) >= 100
    assert {h.outcome for run in runs for h in run.world.handed} >= {"accepted", "deferred", "doubt"}
    assert any(m.author == "Mallory" for run in runs for m in run.world.written.values())
    assert any(m.author in ("Minerva", "Lee") for run in runs for m in run.world.written.values())
    calendars = [g for run in runs for g in run.world.got if g.calendar]
    assert {message(g.calendar).method for g in calendars} >= {"REQUEST", "CANCEL"}
    assert any(event.one for g in calendars for event in message(g.calendar).events)
    assert any(g.to in {m.desk for run in runs for m in run.mentors} for g in calendars)
    programs = {m.says.split(" for ")[0] for run in runs for m in run.world.written.values() if m.author.islower()}
    assert {says.split()[0] for says in programs} >= {"REPLY", "COUNTER", "REFRESH", "REQUEST"}
    assert programs >= {"REPLY ACCEPTED", "REPLY DECLINED"}
