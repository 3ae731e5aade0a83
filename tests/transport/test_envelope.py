import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.transport import envelope

lines = st.lists(st.binary(max_size=80).map(lambda line: line.replace(b"\r", b"").replace(b"\n", b"")), min_size=1)


def received(wire: bytes) -> bytes:
    """What a server makes of the data: RFC 5321 §4.5.2, written the slow way."""
    got: list[bytes] = []
    for line in wire.split(b"\r\n"):
        if line == b".":
            return b"".join(part + b"\r\n" for part in got)
        got.append(line.removeprefix(b"."))
    raise AssertionError("no final dot")


@given(lines)
def test_what_a_server_receives_is_what_was_given(parts: list[bytes]) -> None:
    raw = b"".join(part + b"\r\n" for part in parts)
    wire = envelope.data(raw)
    assert received(wire) == raw
    assert wire.endswith(b"\r\n.\r\n")
    assert wire.count(b"\r\n.\r\n") + wire.startswith(b".\r\n") == 1


def test_a_letter_without_a_last_line_end_gets_one() -> None:
    assert envelope.data(b"a\r\n.b") == b"a\r\n..b\r\n.\r\n"


@pytest.mark.parametrize("raw", [b"", b"a\nb\r\n", b"a\rb\r\n", b"\n.\n", b"a\r\n.\rMAIL\r\n", b"a\r\r\n", b"a\r"])
def test_no_line_end_alone_gets_to_a_server(raw: bytes) -> None:
    with pytest.raises(ValueError, match="CRLF"):
        envelope.data(raw)


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        "assistant+k7q2.x-y=z@example.org",
        "o'neill@example.org",
        '"ada lovelace"@example.org',
        '"a\\"b>"@example.org',
        "ada@[192.0.2.1]",
        "ada@[IPv6:2001:db8::1]",
        "ada@localhost",
    ],
)
def test_a_plain_address_goes_as_it_is(address: str) -> None:
    envelope.check_address(address)
    assert envelope.path(address, utf8=False) == f"<{address}>".encode()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example.org\r\nRCPT TO:<mallory@example.org>",
        "ada@example.org\n",
        "ada@example.org\x00",
        "ada\x7f@example.org",
        "ada\x85@example.org",
        "ada@example.org\u2028",
        "ada@example.org> SIZE=1",
        "ada@example.org SIZE=1",
        "<ada@example.org>",
        "Ada <ada@example.org>",
        "ada@example.org,ben@example.org",
        "ada(a comment)@example.org",
        "ada@ben@example.org",
        '"ada\n"@example.org',
        '"ada"x@example.org',
        "\udcff@example.org",
    ],
)
def test_what_is_no_single_plain_address_is_our_bug(address: str) -> None:
    with pytest.raises(ValueError, match="not one plain address"):
        envelope.check_address(address)


@given(st.text(max_size=40))
def test_whatever_passes_is_one_argument_of_a_command(local: str) -> None:
    address = f"{local}@example.org"
    try:
        envelope.check_address(address)
    except ValueError:
        return
    path = envelope.path(address, utf8=True)
    assert path.startswith(b"<")
    assert path.endswith(b"@example.org>")
    assert not any(byte < 32 or byte == 127 for byte in path)
    assert local.startswith('"') or not set(path[1:-1]) & set(b"<> ")


def test_a_domain_outside_ascii_is_named_in_ascii() -> None:
    assert envelope.path("ada@bücher.example.org", utf8=False) == b"<ada@xn--bcher-kva.example.org>"


@pytest.mark.parametrize("domain", ["straße.example.org", "example。org", "ａ.example.org", "ü" * 70 + ".example.org"])
def test_a_domain_is_never_changed_into_another_one(domain: str) -> None:
    with pytest.raises(envelope.Unsendable, match="no form in ASCII"):
        envelope.path(f"ada@{domain}", utf8=False)
    assert envelope.path(f"ada@{domain}", utf8=True) == f"<ada@{domain}>".encode()


def test_a_local_part_outside_ascii_needs_smtputf8() -> None:
    with pytest.raises(envelope.Unsendable, match="SMTPUTF8"):
        envelope.path("adä@example.org", utf8=False)
    assert envelope.path("adä@example.org", utf8=True) == "<adä@example.org>".encode()
