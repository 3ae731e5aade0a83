from __future__ import annotations

import threading
import time
from itertools import chain, repeat

from assistant.transport.waiting import pause, watch


def never() -> bool:
    return False


def test_a_pause_ends_with_its_time_or_at_stop() -> None:
    began = time.monotonic()
    pause(0.05, never)
    pause(60, lambda: True)
    pause(-1, never)
    assert 0.04 < time.monotonic() - began < 5


def test_a_pause_hears_stop_soon() -> None:
    stop = threading.Event()
    timer = threading.Timer(0.05, stop.set)
    timer.start()
    began = time.monotonic()
    pause(60, stop.is_set)
    assert time.monotonic() - began < 5
    timer.join()


def test_watching_looks_until_something_is_found() -> None:
    looks = chain((False, False), repeat(True))
    assert watch(lambda: next(looks), 0.01, 60, never)


def test_watching_gives_up_at_the_end_and_at_stop() -> None:
    assert not watch(never, 0.01, 0.03, never)
    assert not watch(lambda: True, 0.01, 60, lambda: True)
