from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.transport.headers import MOST, bare, has_message_id, header_block

IDS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<>"), min_size=1, max_size=60)


@given(st.binary())
def test_any_bytes_have_a_header_that_is_their_beginning(raw: bytes) -> None:
    block = header_block(raw)
    assert raw.startswith(block)
    assert not has_message_id(raw, "k7q2@example.org")


@pytest.mark.parametrize(
    ("raw", "block"),
    [
        (b"A: b\r\n\r\nText\r\n\r\nmore", b"A: b\r\n\r\n"),
        (b"A: b\n\nText", b"A: b\n\n"),
        (b"A: b\r\n", b"A: b\r\n"),
        (b"", b""),
        (b"A: " + b"x" * MOST, (b"A: " + b"x" * MOST)[:MOST]),
    ],
)
def test_the_header_ends_with_the_first_empty_line(raw: bytes, block: bytes) -> None:
    assert header_block(raw) == block


@given(IDS, IDS)
def test_only_the_same_message_id_is_found(ours: str, other: str) -> None:
    raw = f"Subject: x\r\nMessage-ID: <{other}>\r\n\r\nMessage-ID: <{ours}>\r\n".encode()
    assert has_message_id(raw, f"<{ours}>") == (ours == other)


@pytest.mark.parametrize(
    "field",
    ["Message-ID: <a@b>", "message-id:<a@b>", "MESSAGE-ID : <a@b>  ", "Message-ID:\r\n\t<a@b>", "Message-Id: a@b"],
)
def test_the_field_may_be_written_in_many_ways(field: str) -> None:
    assert has_message_id(f"X: y\r\n{field}\r\n\r\n".encode(), "<a@b>")


@pytest.mark.parametrize("field", ["X-Message-ID: <a@b>", "In-Reply-To: <a@b>", "Subject: x\r\n Message-ID: <a@b>"])
def test_other_fields_are_not_it(field: str) -> None:
    assert not has_message_id(f"{field}\r\n\r\n".encode(), "<a@b>")


@given(IDS)
def test_an_id_is_bare_with_and_without_its_brackets(id: str) -> None:
    assert bare(f" <{id}> ") == bare(id) == id
