"""One letter as SMTP wants it: addresses and data as the bytes of the wire (RFC 5321 §4.1.2, §4.5.2)."""

from __future__ import annotations

import re

LINE_END_ALONE = re.compile(rb"\r(?!\n)|(?<!\r)\n")
LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)
ADDRESS = re.compile(
    r"""(?: [^\s"(),:;<>@\[\\\]]+ | "(?:[^"\\]|\\.)*" )  # a local part, plain or quoted
        @
        (?: [^\s"(),:;<>@\[\\\]]+ | \[[^\s<>\[\\\]]+\] )  # a domain, or an address literal
    """,
    re.VERBOSE,
)


class Unsendable(Exception):
    """An address that this server cannot be given. The message says why, for the protégé and the operator."""


def check_address(address: str) -> None:
    """ValueError unless it is one plain address, which can carry no second command or parameter (our bug, if not)."""
    if not address.isprintable() or ADDRESS.fullmatch(address) is None:
        raise ValueError(f"not one plain address: {address!r}")


def path(address: str, *, utf8: bool) -> bytes:
    """`<address>` for MAIL and RCPT; "" is the null sender. `utf8`: the server offers SMTPUTF8 (RFC 6531).

    Raises Unsendable when letters outside ASCII are in the way.
    """
    if address.isascii():
        return f"<{address}>".encode("ascii")
    local, _, domain = address.rpartition("@")
    if not local.isascii() and not utf8:
        raise Unsendable(f"{address}: the server takes no letters outside ASCII before the @ (no SMTPUTF8)")
    try:
        return f"<{local}@{_ascii_domain(domain)}>".encode()
    except UnicodeError:
        if utf8:
            return f"<{address}>".encode()
        raise Unsendable(f"{address}: the domain has no form in ASCII that means the same") from None


def data(raw: bytes) -> bytes:
    """`raw` as it follows 354: dots doubled, the final dot added, nothing else changed.

    Data ends with a line end: where `raw` has none, it gets one. ValueError for an empty letter or a line end that is
    not CRLF (our bug): servers differ in what they make of it, and one of them would see two letters.
    """
    if not raw or LINE_END_ALONE.search(raw):
        raise ValueError("a letter is not empty, and its lines end with CRLF")
    end = b"" if raw.endswith(b"\r\n") else b"\r\n"
    return LEADING_DOT.sub(b"..", raw) + end + b".\r\n"


def _ascii_domain(domain: str) -> str:
    """The domain in ASCII. UnicodeError where the codec (IDNA 2003) would name another one: ß is not ss."""
    encoded = domain.encode("idna")
    if encoded.decode("idna") != domain.lower():
        raise UnicodeError("another domain")
    return encoded.decode("ascii")
