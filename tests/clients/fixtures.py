"""Which calendar programs are here. Where one is missing its tests say so, or fail where all are required."""

from __future__ import annotations

import pytest
from clients import icaljs, libical, radicale
from clients.thunderbird import MISSING, Thunderbird
from servers.fixtures import not_installed


@pytest.fixture
def _thunderbird() -> None:
    if not Thunderbird.installed():
        not_installed(MISSING)


@pytest.fixture
def _libical() -> None:
    if not libical.installed():
        not_installed(libical.MISSING)


@pytest.fixture
def _icaljs() -> None:
    if not icaljs.installed():
        not_installed(icaljs.MISSING)


@pytest.fixture
def _radicale() -> None:
    if not radicale.installed():
        not_installed(radicale.MISSING)
