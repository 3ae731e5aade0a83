"""The ports as small fakes: a clock that is pushed, a disk that crashes do not harm, and the one place of all faults.

What stands on `Disk` is durable; everything else dies with the process. Books are values, so a commit is an assignment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from sys import exc_info
from traceback import format_exception

from assistant.errors import StorageError, UnreadableMail
from assistant.mentoring.book import Book, Note
from assistant.mentoring.letters import LetterState
from assistant.ports import Delivered, MailboxState, Spooled


class Crash(BaseException):
    """The process ends here, with nothing cleaned up."""


@dataclass(slots=True)
class SimulatedClock:
    """Moves when it is pushed, and by a moment with every step of the engine."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    def arrival(self, internal: datetime | None) -> datetime:
        return self.at if internal is None else min(internal, self.at)

    def push(self, by: timedelta) -> None:
        self.at += by


@dataclass(slots=True)
class Chaos:
    """Decides at each step whether the process ends, the disk is full or the network breaks. Calm: nothing does."""

    random: Random
    clock: SimulatedClock
    calm: bool = False
    crash: float = 0.004
    focus: str = ""  # one kind of step at which this run crashes often
    crash_at: str = ""  # once at this step, however calm it is (tests of one crash), when it came `skip` times before
    skip: int = 0
    crashes: Counter[str] = field(default_factory=Counter)

    def step(self, where: str) -> None:
        self.clock.push(timedelta(milliseconds=200 + self.random.randrange(2500)))
        if where == self.crash_at and self.skip:
            self.skip -= 1
        elif where == self.crash_at:
            self.crash_at = ""
            raise Crash(where)
        if self.calm:
            return
        if self.random.random() < (0.2 if where == self.focus else self.crash):
            self.crashes[where] += 1
            raise Crash(where)

    @contextmanager
    def around(self, where: str) -> Iterator[None]:
        self.step(f"before {where}")
        yield
        self.step(f"after {where}")

    def happens(self, probability: float) -> bool:
        return not self.calm and self.random.random() < probability


@dataclass(slots=True)
class Disk:
    """All that survives a crash."""

    books: dict[str, Book]
    mailbox: MailboxState = field(default_factory=MailboxState)
    new: dict[str, Spooled] = field(default_factory=dict)
    filed: dict[str, Spooled] = field(default_factory=dict)
    aside: dict[str, Spooled] = field(default_factory=dict)
    unsynced: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    on_the_wire: dict[str, bytes] = field(default_factory=dict)  # every letter that was about to leave

    def crashed(self, random: Random) -> None:
        """A rename out of the queue is not synced: a crash may put the mail back."""
        for name in self.unsynced:
            if name in self.filed and random.random() < 0.5:
                self.new[name] = self.filed.pop(name)
        self.unsynced.clear()


@dataclass(slots=True)
class MemoryStore:
    disk: Disk
    chaos: Chaos

    def books(self) -> Sequence[str]:
        return tuple(self.disk.books)

    def load(self, id: str) -> Book:
        return self.disk.books[id]

    def save(self, book: Book, notes: Sequence[Note] = ()) -> None:
        del notes
        self._full()
        with self.chaos.around("save"):
            self.disk.books[book.protege.id] = book
            for letter in book.letters:
                if letter.state is LetterState.SENDING:
                    self.disk.on_the_wire[letter.message_id] = letter.raw.encode("ascii")
            self.disk.unsynced = self.disk.unsynced[-3:]

    def restored(self, id: str) -> bool:
        del id
        return False

    def load_mailbox(self) -> MailboxState:
        return self.disk.mailbox

    def save_mailbox(self, state: MailboxState) -> None:
        self._full()
        with self.chaos.around("save mailbox"):
            self.disk.mailbox = state

    def _full(self) -> None:
        if self.chaos.happens(0.002):
            raise StorageError("the disk is full")


@dataclass(slots=True)
class MemorySpool:
    disk: Disk
    chaos: Chaos

    def put(self, mails: Sequence[Delivered], validity: int) -> None:
        for mail in mails:
            with self.chaos.around("put"):
                name = f"{validity:04}-{mail.uid:06}-{sha256(mail.raw).hexdigest()[:8]}"
                if name not in self.disk.new:
                    self.disk.new[name] = Spooled(name, mail.raw, mail.internal, mail.size, mail.truncated)

    def waiting(self) -> Iterator[Spooled]:
        for name in sorted(self.disk.new):
            if name in self.disk.new:
                yield self.disk.new[name]

    def file(self, name: str, at: datetime) -> None:
        del at
        with self.chaos.around("file"):
            self.disk.filed[name] = self.disk.new.pop(name)
            self.disk.unsynced.append(name)

    def failed(self, name: str, most: int) -> bool:
        kind, error, where = exc_info()
        self.disk.failures.append("".join(format_exception(kind, error, where)))
        item = replace(self.disk.new[name], failures=self.disk.new[name].failures + 1)
        self.disk.new[name] = item
        if item.failures >= most:
            self.disk.aside[name] = self.disk.new.pop(name)
            return True
        return False

    def requeue(self, name: str) -> None:
        with self.chaos.around("requeue"):
            if name in self.disk.new:
                return
            if name not in self.disk.filed:
                raise UnreadableMail(f"{name} is not in the spool")
            self.disk.new[name] = self.disk.filed.pop(name)
