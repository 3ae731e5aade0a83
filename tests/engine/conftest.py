"""The houses in which the tests of the engine play.

A module whose tests all begin later in Ada's story says so once, by a `house` of its own that goes on from this one:
`return contacted(house)`, `return mentored(house)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.house import House
from engine.meeting_life import mentored


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Ada's house, with nothing in it yet. A test with other settings opens its own."""
    with House(tmp_path) as house:
        yield house


@pytest.fixture
def weekly(tmp_path: Path) -> Iterator[House]:
    """A house in which a series with Minerva stands, every Tuesday at 16:00 from Tue 10 Nov on; she has accepted it."""
    with House(tmp_path) as house:
        yield mentored(house, "meet weekly tue 16:00 45min")
