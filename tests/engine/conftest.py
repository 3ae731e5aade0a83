"""The house that most tests of the engine play in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """Ada's house, with nothing in it yet. A test with other settings opens its own."""
    with House(tmp_path) as house:
        yield house
