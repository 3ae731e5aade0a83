from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.transport.fetching import BATCH_BYTES, BATCH_MAILS, batches

COSTS = st.dictionaries(st.integers(1, 2**32 - 1), st.integers(0, 2 * BATCH_BYTES), max_size=300)


@given(COSTS)
def test_batches_hold_every_mail_once_in_order_and_within_the_bounds(costs: dict[int, int]) -> None:
    uids = sorted(costs)
    parts = list(batches(uids, costs))
    assert [uid for part in parts for uid in part] == uids
    for part in parts:
        assert 0 < len(part) <= BATCH_MAILS
        assert len(part) == 1 or sum(costs[uid] for uid in part) <= BATCH_BYTES


@given(st.lists(st.integers(1), unique=True))
def test_a_mail_that_vanished_costs_nothing(uids: list[int]) -> None:
    assert [uid for part in batches(uids, {}) for uid in part] == uids
