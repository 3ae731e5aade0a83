"""What all tests share: the servers, each a fixture of its own, and a log that no test leaves changed."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # timing lives in tests/bench
settings.load_profile("untimed")

pytest_plugins = ("servers.fixtures", "clients.fixtures")


@pytest.fixture(autouse=True)
def _log_as_it_was() -> Iterator[None]:
    """The command line, the demo and the simulation set handlers and levels; the next test finds them as they were."""
    root, ours = logging.getLogger(), logging.getLogger("assistant")
    handlers, levels = root.handlers[:], (root.level, ours.level)
    yield
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
