"""A calendar server keeps our series and expands them rightly over the changes of the clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from clients import catalogue
from clients.catalogue import MESSAGES
from clients.radicale import Radicale

pytestmark = [pytest.mark.clients, pytest.mark.usefixtures("_radicale")]


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    with Radicale(tmp_path) as server:
        yield server


@pytest.mark.parametrize("name", catalogue.SERIES)
def test_it_expands_a_series_as_the_book_does(radicale: Radicale, name: str) -> None:
    series = catalogue.SERIES[name]
    radicale.stores("series", MESSAGES[f"a series: {name}"])
    since, until = series.begins - timedelta(days=1), series.begins + timedelta(days=400)
    expected = [actual for _, actual in series.occurrences(since, until)]
    assert len({at.hour for at in expected}) >= 2  # both sides of a change of the clock
    assert radicale.starts(since, until) == expected
