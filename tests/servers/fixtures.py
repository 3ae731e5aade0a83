"""Fixtures for mail servers. Where one is not installed the test says so, or fails where all are required."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NoReturn

import pytest
from servers import dovecot as real
from servers.dovecot import Dovecot

from assistant.demo.imap_server import EmbeddedImap

REQUIRED = "ASSISTANT_REQUIRE_SERVERS"


def not_installed(reason: str) -> NoReturn:
    """Ends the test as skipped, or as failed where the environment says ASSISTANT_REQUIRE_SERVERS=1."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """A fresh Dovecot. Mark the test with `servers`."""
    if not real.installed():
        not_installed(real.MISSING)
    with Dovecot() as server:
        yield server


@pytest.fixture
def embedded_imap() -> Iterator[EmbeddedImap]:
    """A fresh server inside this process, with the same users as Dovecot."""
    with EmbeddedImap(dict.fromkeys(real.USERS, real.PASSWORD)) as server:
        yield server
