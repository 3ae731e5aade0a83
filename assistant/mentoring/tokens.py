"""What nobody can guess: thread addresses, Message-IDs, draft codes. All are HMACs of one key, nothing is stored.

A token in an address finds its thread for ever and proves nothing about the sender (`mail.md`, "Who sent this?", 4):
it travels in quotes and forwards. Tokens are 16 letters of lower-case base32: 80 bits.
"""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

TOKEN_LETTERS = 16
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and O: they look like digits
DIGITS = "23456789"


class Purpose(StrEnum):
    """Whom an address was shown to. What comes to a PERSON's address never approves anything."""

    OWNER = "owner"
    PERSON = "person"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a token leads: a book, a thread in it ("person/minerva", "general", a challenge's id), and for whom."""

    book: str
    name: str
    purpose: Purpose


def derived_id(*parts: object) -> str:
    """An id that is the same whenever it is derived from the same parts: 16 hex digits. Not a secret."""
    text = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and reads tokens. `key` is the state folder's token.key; `address` the assistant's mailbox.

    plus: the server has plus-addresses; without them every thread address is the plain one.
    """

    key: bytes
    address: str
    plus: bool = True

    def thread_address(self, thread: Thread) -> str:
        """The address that leads mail to `thread`, e.g. assistant+53gjvjm872ma38xq@example.org."""
        if not self.plus:
            return self.address
        local, _, domain = self.address.partition("@")
        return f"{local}+{self._token('thread', thread.book, thread.name, thread.purpose)}@{domain}"

    def code_in(self, text: str, threads: Iterable[Thread]) -> Thread | None:
        """The challenge whose token stands in `text`: how it comes back where a server has no plus-addresses."""
        if self.plus:
            return None
        words = {word for word in text.lower().split() if len(word) == TOKEN_LETTERS}
        asked = (thread for thread in threads if thread.purpose is Purpose.CHALLENGE) if words else ()
        return next((t for t in asked if self.challenge_code(t) in words), None)

    def challenge_code(self, thread: Thread) -> str:
        """What a challenge's answer has to carry where there are no plus-addresses; 80 bits."""
        return self._token("thread", thread.book, thread.name, thread.purpose)

    def find(self, addresses: Iterable[str], threads: Iterable[Thread]) -> Thread | None:
        """The thread that one of `addresses` leads to, if its token is one of ours."""
        tokens = {token for address in addresses if (token := self.token_in(address))}
        if not tokens:
            return None
        for thread in threads:
            token = self._token("thread", thread.book, thread.name, thread.purpose)
            if any(hmac.compare_digest(token, seen) for seen in tokens):
                return thread
        return None

    def token_in(self, address: str) -> str:
        """The token part of one of our thread addresses; "" for any other address."""
        local, _, domain = self.address.partition("@")
        head, at, tail = address.lower().partition("@")
        if not at or tail != domain or not head.startswith(local + "+"):
            return ""
        token = head[len(local) + 1 :]
        return token if len(token) == TOKEN_LETTERS and token.isalnum() else ""

    def is_ours(self, address: str) -> bool:
        """Whether mail to this address comes to the assistant: the plain address or any plus-address of it."""
        local, _, domain = self.address.partition("@")
        head, _, tail = address.lower().partition("@")
        return tail == domain and (head == local or head.startswith(local + "+"))

    def message_id(self, book: str, letter: str) -> str:
        """A letter's Message-ID, with its angle brackets."""
        return f"<{self._token('message', book, letter, length=32)}@{self.address.partition('@')[2]}>"

    def code(self, book: str, letter: str, digest: str) -> str:
        """A draft's code, such as K7Q2: it names the draft and its exact text, it proves nothing."""
        raw = hmac.digest(self.key, _joined("code", book, letter, digest), "sha256")
        picks = (LETTERS, DIGITS, LETTERS, DIGITS)
        return "".join(alphabet[raw[i] % len(alphabet)] for i, alphabet in enumerate(picks))

    def keyed_hash(self, text: str) -> str:
        """What is left of an address that said stop: enough to know it again, not to read it."""
        return self._token("hash", text.lower(), length=32)

    def _token(self, *parts: str, length: int = TOKEN_LETTERS) -> str:
        return _made(self.key, parts)[:length]


@lru_cache(maxsize=20_000)  # every thread address of every book is looked through for each mail
def _made(key: bytes, parts: tuple[str, ...]) -> str:
    return b32encode(hmac.digest(key, _joined(*parts), "sha256")).decode().lower()


def _joined(*parts: str) -> bytes:
    return b"\x1f".join(part.encode() for part in parts)
