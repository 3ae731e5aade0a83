"""Append-only files beside a book (`journal.jsonl`, `closed.jsonl`), each line exactly once, whatever crashes when.

A commit of the book says in its meta document what belongs at the end of the file: where it starts, and the lines (a
`Tail`). After the commit they are appended. A crash between the two loses nothing, as the book still has them, and
doubles nothing, as the file shows whether they are there: what is missing is appended before the next commit.
A file that goes on beyond its book's tail shows that the book is older than it should be (a backup was restored).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import StorageError
from assistant.files import sync_folder, write_atomically
from assistant.storage.jsonfile import dumps, loads
from assistant.storage.tinydb import Document


@dataclass(frozen=True, slots=True)
class Tail:
    """What belongs at the end of a file: these lines, from the byte `start` on."""

    start: int = 0
    lines: tuple[dict[str, object], ...] = ()

    def bytes(self) -> bytes:
        return b"".join(map(dumps, self.lines))


class Journal:
    """One append-only file of JSON lines. Its methods raise StorageError."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def plan(self, lines: Sequence[Document]) -> Tail:
        """Where these lines will stand, once what was planned before is settled."""
        return Tail(self._size(), tuple(lines))

    def settle(self, tail: Tail) -> None:
        """Appends durably what is missing of the tail: all of it, the rest of it, or nothing."""
        missing = self._missing(tail)
        if not missing:
            return
        try:
            new = not self.path.exists()
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab", buffering=0) as file:
                while missing:
                    missing = missing[file.write(missing) :]
                os.fsync(file.fileno())
            if new:
                sync_folder(self.path.parent)
        except OSError as error:
            raise StorageError(f"{self.path.name} could not be written: {error.strerror or error}") from error

    def ahead(self, tail: Tail) -> bool:
        """The file goes on beyond this tail: the book that holds it has been set back."""
        return self._size() > tail.start + len(tail.bytes())

    def lines(self, tail: Tail | None = None) -> Iterator[Document]:
        """All lines, and what of the tail is still missing. A line that is no JSON (torn, edited) is passed over."""
        for line in (self._from(0) + (self._missing(tail) if tail else b"")).splitlines():
            try:
                document = loads(line)
            except ValueError:
                continue
            if isinstance(document, dict):
                yield document

    def rewrite(self, lines: Sequence[Document]) -> None:
        """These lines only, in one atomic step: what was to be forgotten is gone."""
        if self.path.exists():
            write_atomically(self.path, b"".join(map(dumps, lines)))

    def _missing(self, tail: Tail) -> bytes:
        wanted = tail.bytes()
        if not wanted:
            return b""
        size = self._size()
        rest = self._from(tail.start if size >= tail.start else max(0, size - len(wanted)))
        if rest.startswith(wanted) or rest.endswith(wanted):
            return b""
        if wanted.startswith(rest):
            return wanted[len(rest) :]  # torn by a crash while appending
        return wanted if rest.endswith(b"\n") else b"\n" + wanted  # somebody else's torn line

    def _size(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0
        except OSError as error:
            raise StorageError(f"{self.path.name} could not be read: {error.strerror or error}") from error

    def _from(self, start: int) -> bytes:
        try:
            with self.path.open("rb") as file:
                file.seek(start)
                return file.read()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise StorageError(f"{self.path.name} could not be read: {error.strerror or error}") from error
