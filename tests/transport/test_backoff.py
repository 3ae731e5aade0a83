from __future__ import annotations

from assistant.transport.backoff import Backoff


def test_the_delay_doubles_up_to_five_minutes() -> None:
    backoff = Backoff()
    assert [backoff.next() for _ in range(11)] == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


def test_after_a_success_it_begins_again() -> None:
    backoff = Backoff(first=0.5, most=4)
    backoff.next()
    backoff.next()
    backoff.reset()
    assert [backoff.next() for _ in range(5)] == [0.5, 1, 2, 4, 4]
