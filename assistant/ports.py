"""The ports: what the engine needs of the world. Each has a real implementation in `transport` or `storage`,
and a small fake in `tests/simulation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from assistant.mentoring.book import Book, Note


class Clock(Protocol):
    """The assistant's clock."""

    def now(self) -> datetime:
        """Now, aware, UTC."""
        ...

    def arrival(self, internal: datetime | None) -> datetime:
        """When a mail came: the earlier of INTERNALDATE and now (always now, where the clock is set by hand)."""
        ...


@dataclass(frozen=True, slots=True)
class Watermark:
    """How far the mailbox has been read: UIDs up to `uid` under `validity`. (0, 0) is nothing."""

    validity: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """One mail as fetched. `truncated`: larger than the limit, only its headers are in `raw`; `size` is the whole."""

    uid: int
    raw: bytes
    internal: datetime | None
    size: int
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """Mails above the watermark, in order, and the watermark to keep once they are all in the spool."""

    mark: Watermark
    mails: tuple[Delivered, ...]


class Mailbox(Protocol):
    """One dedicated mailbox, read without ever trusting flags. All methods raise MailboxLost or SignInRefused."""

    def unread(self, mark: Watermark) -> Iterator[Batch]:
        """Batches of 50–100 above `mark`, to the end of the mailbox as it is now; nothing when nothing is new.

        A changed UIDVALIDITY starts over from 0: the engine's keys protect against handling twice."""
        ...

    def file(self, uids: Sequence[int]) -> None:
        """For people's eyes only: flags as seen and moves to the Processed folder. Never deletes; may do nothing."""
        ...

    def copies(self, message_id: str) -> Sequence[bytes]:
        """Every mail with this Message-ID in Sent, inbox and Processed: proof for a letter in doubt."""
        ...

    def keep_sent(self, raw: bytes) -> None:
        """Puts a copy into the Sent folder, where the provider does not do so itself (else does nothing)."""
        ...

    def wait(self, seconds: float, stop: Callable[[], bool]) -> None:
        """Returns when new mail may be there, after `seconds` at the latest, or soon after `stop()` turns true."""
        ...


class Outcome(StrEnum):
    ACCEPTED = "accepted"  # 250 after DATA
    DEFERRED = "deferred"  # 4xx, or never reached the data
    REFUSED = "refused"  # 5xx
    DOUBT = "doubt"  # the data may or may not have been taken


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the server said. `copies_refused`: of the Cc and our own copy, which are only noted."""

    outcome: Outcome
    detail: str = ""
    copies_refused: tuple[str, ...] = ()


class Submission(Protocol):
    """Hands one letter to the world."""

    def submit(self, sender: str, to: str, copies: Sequence[str], raw: bytes) -> Receipt:
        """One transaction: MAIL, RCPT `to` (a refusal ends it), RCPT each of `copies`, DATA with exactly `raw`.

        Never raises for what a server or a network does: the receipt says it. SignInRefused is raised."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class MailboxState:
    """What belongs to the mailbox and to no book (`mailbox.json`).

    shows_copies: this server has shown us our own copies, so their absence means something.
    sent: times of all letters of the last hour (limit a mailbox). stopped: keyed hashes of addresses that said stop.
    """

    mark: Watermark = Watermark()
    shows_copies: bool = False
    sent: tuple[datetime, ...] = ()
    stopped: tuple[str, ...] = ()
    first_notes: tuple[tuple[str, str, datetime], ...] = ()  # keyed hash of an address, whose note, when it left
    last_contact: datetime | None = None
    strangers: int = 0


class Store(Protocol):
    """State on disk. Every save is one atomic durable commit; StorageError means that nothing changed."""

    def books(self) -> Sequence[str]:
        """The ids of all configured protégés."""
        ...

    def load(self, id: str) -> Book: ...

    def save(self, book: Book, notes: Sequence[Note] = ()) -> None:
        """Commits the book, then appends the notes to its journal."""
        ...

    def restored(self, id: str) -> bool:
        """The book is older than what once was (its .bak, a backup). True until the next `save` of it."""
        ...

    def load_mailbox(self) -> MailboxState: ...

    def save_mailbox(self, state: MailboxState) -> None: ...


@dataclass(frozen=True, slots=True)
class Spooled:
    """A mail in the queue. `name` is its file name; `failures` how often handling it has failed."""

    name: str
    raw: bytes
    internal: datetime | None
    size: int
    truncated: bool
    failures: int = 0


class Spool(Protocol):
    """The queue of mails, as files: what is in `new` is not yet handled."""

    def put(self, mails: Sequence[Delivered], validity: int) -> None:
        """All of them durably, or StorageError. Putting the same mail twice leaves one."""
        ...

    def waiting(self) -> Iterator[Spooled]:
        """What is in the queue, oldest first."""
        ...

    def file(self, name: str, at: datetime) -> None:
        """Handled: out of the queue, into the folder of its month."""
        ...

    def failed(self, name: str, most: int) -> bool:
        """Handling raised: counts it; after `most` times sets it aside and gives True."""
        ...

    def requeue(self, name: str) -> None:
        """A filed mail goes back into the queue (its sender is proven now)."""
        ...

    def filed(self, since: datetime) -> Iterator[str]:
        """Names of the mails filed in the month of `since` or later, in the order of filing."""
        ...
