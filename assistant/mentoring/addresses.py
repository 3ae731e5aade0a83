"""What a mail's headers can hold: one rule for addresses and Message-IDs, kept by whoever reads and whoever writes.

Nothing is taken into the book that could not be written: it would be found only when a letter is to leave. Addresses
are ASCII (RFC 5321); those of RFC 6531 (zoé@…) need servers that most people do not have.
"""

from __future__ import annotations

import re

_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_DOMAIN = r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*"
_ADDRESS = re.compile(rf"{_LOCAL}@{_DOMAIN}")
_MESSAGE_ID = re.compile(r"<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>")  # a header's line ends at 998 octets (RFC 5322 §2.1.1)
# How people type one, whatever its letters are: what cannot be written is found as a whole and refused as a whole.
TYPED = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")


def is_plain(email: str) -> bool:
    """Whether a mail can be written to this address."""
    return _ADDRESS.fullmatch(email) is not None


def is_reachable(email: str) -> bool:
    """Whether it is one that people have: with a domain of two parts at least, e.g. example.org."""
    return is_plain(email) and "." in email.rpartition("@")[2].strip(".")


def is_message_id(value: str) -> bool:
    """Whether this, with its angle brackets, can stand in In-Reply-To and References."""
    return _MESSAGE_ID.fullmatch(value) is not None
