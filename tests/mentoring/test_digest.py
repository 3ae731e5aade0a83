from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.digest import digest

TO, CC = "minerva@example.org", ("ada@example.org",)


def test_the_digest_is_the_same_for_what_servers_change_on_the_way() -> None:
    assert digest(TO, CC, "Your step", "Hi,\n\nAda", "A\r\nB\r\n") == digest(
        "Minerva@Example.org", ("ADA@example.org",), "Your  step ", "Hi,  \r\n\r\nAda\r\n", "A\nB"
    )


def test_the_order_of_copies_does_not_count() -> None:
    assert digest(TO, ("a@example.org", "b@example.org"), "x", "y", "") == digest(
        TO, ("b@example.org", "a@example.org"), "x", "y", ""
    )


@given(st.tuples(st.text(), st.text(), st.text()), st.tuples(st.text(), st.text(), st.text()))
def test_different_words_have_different_digests(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    def words(parts: tuple[str, str, str]) -> list[list[str]]:
        subject, *texts = parts
        return [subject.split(), *(text.split() for text in texts)]

    if words(one) != words(other):
        assert digest(TO, CC, *one) != digest(TO, CC, *other)


def test_words_cannot_move_from_one_field_to_the_next() -> None:
    digests = {
        digest(TO, (), "ab", "c", ""),
        digest(TO, (), "a", "bc", ""),
        digest(TO, (), "", "abc", ""),
        digest(TO, (), "ab", "", "c"),
        digest(TO, ("ab",), "", "c", ""),
        digest(TO, ("a", "b"), "", "c", ""),
    }
    assert len(digests) == 6


def test_an_empty_text_and_no_copies_have_a_digest_too() -> None:
    assert len(digest(TO, (), "", "", "")) == 64
