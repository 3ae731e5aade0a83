"""The zone data of the product, on every machine: that of tzdata, as `bootstrap` sets it."""

from __future__ import annotations

from zoneinfo import ZoneInfo, reset_tzpath

import pytest


@pytest.fixture(autouse=True, scope="session")
def _zones() -> None:
    reset_tzpath(to=())
    ZoneInfo.clear_cache()
