"""The seven safety probes, told to the broker (`accuracy/itip_probes.py`; they are counted as `calendar.probes`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from accuracy.itip_probes import PROBES


@pytest.mark.parametrize("holds", PROBES, ids=lambda probe: probe.__name__)
def test_a_probe_misleads_nobody(holds: Callable[[], bool]) -> None:
    assert holds()


def test_there_are_seven_of_them() -> None:
    assert len({probe.__name__ for probe in PROBES}) == 7
