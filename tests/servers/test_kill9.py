"""The short form of `kill9.py`: the same play and the same oracle, eight kills."""

from __future__ import annotations

import pytest
from servers.fixtures import not_installed
from servers.kill9 import run
from servers.whole import why_not

KILLS = 8


@pytest.mark.servers
@pytest.mark.timeout(400)
def test_the_daemon_killed_at_random_instants_loses_nothing_and_sends_nothing_twice() -> None:
    if reason := why_not():
        not_installed(reason)
    figures = run(KILLS, seed=3)
    assert (figures.lost, figures.twice) == ([], []), figures
    assert sum(figures.kills.values()) >= KILLS, figures
    assert figures.mails > 50, figures
    assert figures.code == 0, figures
