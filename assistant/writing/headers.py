"""Header fields as they go over the wire: folded at spaces only, names and subjects as RFC 2047 where they need it.

The standard library's own folding breaks Message-IDs longer than a line into encoded words, and with them the thread;
so this policy folds by itself. What holds CR, LF or another control character is refused, never cleaned.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from email.policy import EmailPolicy

from assistant.mentoring.addresses import is_message_id, is_plain
from assistant.mentoring.facts import Address

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ATOM = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]+")
_LINE = 76
_WORD = 39  # octets in one encoded word: 52 characters of base64, 12 around them, and "Reply-To: " before it


class Wire(EmailPolicy):
    """Writes header values exactly as they are set, folded at their spaces; they must be ASCII by then."""

    def fold(self, name: str, value: str) -> str:
        return folded(name, str(value))

    def fold_binary(self, name: str, value: str) -> bytes:
        return folded(name, str(value)).encode("ascii")

    def header_max_count(self, name: str) -> int:  # noqa: ARG002 - the signature is the library's
        """No field of ours stands twice: one that would is refused (ValueError)."""
        return 1

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        """As it is: the values are made here, and parsing would only decode them again."""
        return name, checked(name, str(value))

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - the signature is the library's
        """As it is: the generator asks for each part's type many times over."""
        return value


WIRE = Wire(linesep="\r\n", cte_type="7bit", mangle_from_=False)


def checked(name: str, value: str) -> str:
    """The value, if it is printable ASCII. Raises ValueError naming the header, not the value."""
    if _CONTROLS.search(value) or not value.isascii():
        raise ValueError(f"the header {name} would hold a control character or raw text")
    return value


def unstructured(name: str, text: str) -> str:
    """A subject: as it is, or as encoded words where it holds more than ASCII (or looks like an encoded word)."""
    if _CONTROLS.search(text):
        raise ValueError(f"the header {name} would hold a control character")
    plain = text.isascii() and "=?" not in text and max(map(len, text.split(" ") or [""])) <= _LINE
    return text if plain else _encoded(text)


def mailboxes(name: str, addresses: Iterable[Address]) -> str:
    """Addresses with their names: quoted where they hold a comma or the like, encoded where they are not ASCII."""
    return ", ".join(_mailbox(name, address) for address in addresses)


def message_ids(name: str, ids: Iterable[str]) -> str:
    """Message-IDs, each in angle brackets. Raises ValueError for what is none."""
    found = list(ids)
    if not all(map(is_message_id, found)):
        raise ValueError(f"the header {name} would hold something that is no Message-ID")
    return " ".join(found)


def folded(name: str, value: str) -> str:
    """The field with CRLF, a new line before a space where a line would grow longer than 76 octets."""
    lines, line = [], f"{name}:"
    for word in checked(name, value).split(" "):
        if len(line) + 1 + len(word) > _LINE and word and line.rstrip(" ") and line != f"{name}:":
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\r\n".join([*lines, line]) + "\r\n"


def _mailbox(name: str, address: Address) -> str:
    if not is_plain(address.email):
        raise ValueError(f"the header {name} would hold something that is no plain address")
    if _CONTROLS.search(address.name):
        raise ValueError(f"the header {name} would hold a control character")
    shown = " ".join(address.name.split())
    if not shown:
        return address.email
    if not shown.isascii() or "=?" in shown or len(shown) > _LINE - 10:
        return f"{_encoded(shown)} <{address.email}>"
    if not _ATOM.fullmatch(shown):
        escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
        shown = f'"{escaped}"'
    return f"{shown} <{address.email}>"


def _encoded(text: str) -> str:
    """Encoded words in UTF-8 and base64, cut between characters (RFC 2047 §5: the spaces between them vanish)."""
    words: list[bytes] = [b""]
    for character in text:
        data = character.encode()
        if len(words[-1]) + len(data) > _WORD:
            words.append(b"")
        words[-1] += data
    return " ".join(f"=?utf-8?b?{b64encode(word).decode('ascii')}?=" for word in words)
