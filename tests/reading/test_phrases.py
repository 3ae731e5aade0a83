"""Expressions out of sets of words: whole words only, whatever the case, and quick where no word begins."""

from __future__ import annotations

from time import process_time

import pytest

from assistant.reading.phrases import any_of, gap


@pytest.mark.parametrize("text", ["stop", "Please STOP.", "(stop)", "I said 'stop'", "x, stop"])
def test_a_word_is_found_wherever_it_begins(text: str) -> None:
    assert any_of("stop", "cease").search(text)


@pytest.mark.parametrize("text", ["stopped", "nonstop", "s top"])
def test_a_part_of_a_word_is_none(text: str) -> None:
    assert not any_of("stop", "cease").search(text)


@pytest.mark.parametrize(
    ("begins", "text"), [("@lee", "ask @lee"), ("'ll", "who 'll"), (r"\+lee", "+lee"), (r":-?\)", ":-)")]
)
def test_an_expression_may_begin_with_a_sign_of_speech(begins: str, text: str) -> None:
    assert any_of(begins + r"(?=\W|$|\b)").search(text + " ")


def test_a_gap_is_of_at_most_so_many_words() -> None:
    near = any_of(f"take{gap(2)} off")
    assert near.search("take my name off")
    assert not near.search("take my very long name off")


def test_nothing_is_tried_where_no_word_begins() -> None:
    many = any_of(*(f"word{n} more" for n in range(200)))
    start = process_time()
    assert not many.search("<!-- -- <" * 10_000)
    assert process_time() - start < 0.2
