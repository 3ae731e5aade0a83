"""The digest that an approval is bound to: who gets it, what it is called, what it says, which event it carries.

It is the same for a letter in the book and for its bytes on any server: addresses count without case and names, white
space in a subject and at line ends does not count, and line ends are one. Everything else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

_GAPS = re.compile(r"[ \t\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def digest(to: str, cc: Iterable[str], subject: str, text: str, calendar: str) -> str:
    """sha256 as hex over the five, each with its length before it, so that nothing can move from one to the next."""
    copies = sorted({_address(c) for c in cc})
    fields = (_address(to), str(len(copies)), *copies, _GAPS.sub(" ", subject).strip(" "), _body(text), _body(calendar))
    total = sha256()
    for field in fields:
        data = field.encode("utf-8", "surrogatepass")
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


def _address(email: str) -> str:
    return email.strip().lower()


def _body(text: str) -> str:
    """One kind of line end, none at the end, no white space before one: what servers change when they re-encode."""
    return "\n".join(line.rstrip(" \t") for line in _LINE_END.split(text)).rstrip("\n")
