"""TinyDB's storage, made to survive: kills, full disks, a second process, a damaged file (`mail.md`, "State").

Its own JSONStorage writes in place: 26 of 200 kills left it unreadable. Here a write is tmp -> fsync -> the old file
kept as `.bak` -> rename -> fsync of the folder, under an `flock` on a `.lock` file beside it.

A file that can't be read is served from its `.bak`, and `restored` says so. Nothing is changed on disk by reading: the
damaged file stays in place until the next write, which keeps it as `.corrupt` and leaves the `.bak` alone. So the fact
that the `.bak` was used outlives a crash, until somebody who knows it has committed what follows from it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from assistant.errors import StorageError
from assistant.files import write_atomically
from assistant.storage.jsonfile import dumps, loads

Document: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Document]]  # table -> id of a document -> document

Signature: TypeAlias = tuple[int, int, int] | None  # of a file: inode, size, time of change; None = there is none


class AtomicStorage(Storage):
    """One TinyDB file at `path`, whose folder exists. For one thread; other processes are kept out or noticed.

    `read` and `write` raise StorageError; after one, nothing has changed and the cache is dropped.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.backup = path.with_name(f"{path.name}.bak")
        self.restored = False  # what was read last came from the backup
        self._cache: Tables | None = None
        self._seen: Signature = None
        self._cached = False
        self._in_transaction = False
        self._changed = False

    def read(self) -> Tables | None:
        """All tables, or None when there is no file yet. The same object as long as the file is the same."""
        if self._in_transaction or (self._cached and self._seen == self._on_disk()):
            return self._cache
        self._forget()
        self._seen = self._on_disk()
        self._cache, self.restored = self._load()
        self._cached = True
        return self._cache

    def write(self, data: Tables) -> None:
        """One durable write. Refused when another process has written since the last `read`."""
        if self._in_transaction:
            self._cache, self._changed = data, True
            return
        with self._lock():
            if not self._cached or self._seen != self._on_disk():
                self._forget()
                raise StorageError(f"{self.path.name} was changed by another process meanwhile")
            self._commit(data)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Many operations, one write at its end: all of them, or none when anything is raised."""
        assert not self._in_transaction, "a transaction in a transaction"
        with self._lock():
            self.read()
            self._in_transaction, self._changed = True, False
            try:
                yield
            except BaseException:
                self._forget()  # TinyDB changes what it has read in place
                raise
            finally:
                self._in_transaction = False
            if self._changed:
                assert self._cache is not None
                self._commit(self._cache)

    def close(self) -> None:
        self._forget()

    # --- inside

    def _commit(self, data: Tables) -> None:
        kept = self._free_name() if self.restored else self.backup
        try:
            write_atomically(self.path, dumps(data, readable=True), keep=kept)
        except BaseException:
            self._forget()
            raise
        self._cache, self._cached, self.restored = data, True, False
        self._seen = self._on_disk()

    def _load(self) -> tuple[Tables | None, bool]:
        """The tables, and whether they come from the backup."""
        try:
            data = self._bytes(self.path)
            if data is None:
                kept = self._bytes(self.backup)
                return (parse(kept), True) if kept is not None else (None, False)
            return parse(data), False
        except ValueError:
            kept = self._bytes(self.backup)
        try:
            return parse(kept or b""), True
        except ValueError:
            raise StorageError(f"{self.path} is damaged, and so is its .bak: put a backup in its place") from None

    def _bytes(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{path} could not be read: {error.strerror or error}") from error

    def _on_disk(self) -> Signature:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(f"{self.path} could not be read: {error.strerror or error}") from error
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _free_name(self) -> Path:
        """Where the damaged file is kept: an older one is never overwritten."""
        names = (f"{self.path.name}.corrupt{f'-{n}' if n > 1 else ''}" for n in range(1, 1000))
        return next(p for p in map(self.path.with_name, names) if not p.exists())

    @contextmanager
    def _lock(self) -> Iterator[None]:
        """An exclusive lock of a file beside (the file itself is replaced). Never waits: the step is repeated later."""
        try:
            descriptor = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            self._forget()
            raise StorageError(f"{self.path} could not be locked: {error.strerror or error}") from error
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                self._forget()
                raise StorageError(f"{self.path} is being written by another process") from error
            yield
        finally:
            os.close(descriptor)

    def _forget(self) -> None:
        self._cache, self._seen, self._cached, self.restored = None, None, False, False


def parse(data: bytes) -> Tables:
    """The tables in a file's bytes. Raises ValueError for anything else."""
    tables = loads(data)
    if not isinstance(tables, dict):
        raise ValueError("not a TinyDB file")  # noqa: TRY004 - one error for every damage
    for table in tables.values():
        if not isinstance(table, dict) or not all(isinstance(d, dict) for d in table.values()):
            raise ValueError("not a TinyDB file")
    return tables
