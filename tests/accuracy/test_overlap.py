"""Matching lines by their content words."""

from __future__ import annotations

from accuracy.overlap import pairs, share
from hypothesis import given
from hypothesis import strategies as st


def test_content_words_decide() -> None:
    assert share("send the memo", "I will SEND Minerva my memo") == 1
    assert share("send the memo", "I will send it") == 0.5
    assert pairs(["send the memo"], ["send it"]) == []


@given(st.lists(st.text("ab ", max_size=6), max_size=6), st.lists(st.text("ab ", max_size=6), max_size=6))
def test_each_is_matched_once_and_everything_with_itself(expected: list[str], ours: list[str]) -> None:
    found = pairs(expected, ours)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert len(pairs(expected, expected)) == len(expected)
