"""Header fields as senders really write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Address
from assistant.reading.mime.headers import Headers, addresses, cut, date_of, decoded, message_ids, parameters


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("=?utf-8?q?Jos=C3?= =?utf-8?q?=A9?=", "José"),
        ("=?UTF-8?B?Sm9zw6k?=", "José"),
        ("=?iso-8859-1?q?Jos=E9_B?= rest", "José B rest"),
        ("=?utf-8*es?q?Jos=C3=A9?=", "José"),
        ("=?utf-8?q?a b?=", "a b"),
        ("=?x-foo?q?a?= b", "a b"),
        ("=?utf-8?q?broken", "=?utf-8?q?broken"),
        ("Jos\u00e9\u200b\u00a0B", "José B"),
    ],
)
def test_encoded_words_are_read_also_when_broken(value: str, wanted: str) -> None:
    assert decoded(value) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("Ada <Ada@Example.org>", [Address("ada@example.org", "Ada")]),
        ("ada@example.org (Ada B)", [Address("ada@example.org", "Ada B")]),
        (
            '"Byron, Ada" <ada@example.org>, ben@example.org',
            [Address("ada@example.org", "Byron, Ada"), Address("ben@example.org")],
        ),
        (
            "Group: ada@example.org, Ben <ben@example.org>;",
            [Address("ada@example.org"), Address("ben@example.org", "Ben")],
        ),
        ("ada@example.org; ben@example.org", [Address("ada@example.org"), Address("ben@example.org")]),
        ("Undisclosed recipients:;", []),
        ("=?utf-8?q?Ad=C3=A9?= <ada@example.org>", [Address("ada@example.org", "Adé")]),
        ('"ben@example.org" <ada@example.org>', [Address("ada@example.org", "ben@example.org")]),
        ("<mailto:ada@example.org>", [Address("ada@example.org")]),
        ("Ada", []),
    ],
)
def test_addresses_are_read(value: str, wanted: list[Address]) -> None:
    assert list(addresses([value])) == wanted


def test_a_block_is_unfolded_and_its_fields_keep_their_order() -> None:
    block, body = cut(b"From x\r\nTo: a\r\n b\r\nRECEIVED: 1\r\nreceived : 2\r\n\r\nbody\r\n\r\nmore")
    headers = Headers(block)
    assert (headers.get("to"), headers.all("received"), headers.sound) == ("a b", ["1", "2"], True)
    assert body == b"body\r\n\r\nmore"


@pytest.mark.parametrize("block", [b"A: \0", b"A: x\ry", b"no field", b"A: " + b"x" * 300_000])
def test_a_block_that_is_broken_is_not_sound(block: bytes) -> None:
    assert not Headers(block).sound


def test_parameters_in_pieces_and_with_charsets_are_joined() -> None:
    value = "attachment; filename*0*=iso-8859-1'es'Jos%E9; filename*1=\" B.txt\"; size=3"
    assert parameters(value) == ("attachment", {"filename": "José B.txt", "size": "3"})
    assert parameters('text/plain; charset="utf-8"') == ("text/plain", {"charset": "utf-8"})


def test_message_ids_keep_their_brackets() -> None:
    assert message_ids("<a@x> junk <b@x>\n <a@x>") == ("<a@x>", "<b@x>")


@given(st.binary(max_size=400), st.text(max_size=200))
def test_nothing_raises(block: bytes, value: str) -> None:
    headers = Headers(cut(block)[0])
    headers.text("from")
    for found in addresses([value, decoded(value)]):
        assert "@" in found.email
    message_ids(value)
    parameters(value)
    moment = date_of(value)
    assert moment is None or moment.tzinfo is not None


@pytest.mark.parametrize("piece", ["=?utf-8?q?", '"', "(", "<", "a@", ",", "\\", ";a*0*=", "@"])
def test_a_hostile_value_costs_little(piece: str) -> None:
    value = piece * (100_000 // len(piece))
    began = time.perf_counter()
    decoded(value)
    addresses([value])
    parameters(value)
    message_ids(value)
    assert time.perf_counter() - began < 5
