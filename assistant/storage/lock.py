"""What belongs to the state folder as a whole: its folders, the one process that may change it, the secret key."""

from __future__ import annotations

import fcntl
import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.errors import StateInUse, StorageError
from assistant.files import sync_folder

log = logging.getLogger(__name__)

KEY_BYTES = 32


def make_folder(folder: Path) -> None:
    """Makes a folder that only its owner may read, durably, and those above it. One that exists stays as it is."""
    if folder.is_dir():
        return
    try:
        if not folder.parent.is_dir():
            make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        sync_folder(folder.parent)
    except OSError as error:
        raise StorageError(f"{folder} could not be made: {error.strerror or error}") from error


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Holds `run.lock` of the state folder: one process at a time. Ends with the process, however it ends.

    Raises StateInUse, which names the process that holds it, or StorageError.
    """
    make_folder(folder)
    try:
        descriptor = os.open(folder / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(f"{folder / 'run.lock'} could not be opened: {error.strerror or error}") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip()
            who = f"process {holder}" if holder.isdigit() else "another process"
            raise StateInUse(f"the state folder {folder} is in use by {who}") from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)  # the file stays: removing it would let two processes each hold one of that name


def load_or_make_key(folder: Path) -> bytes:
    """The 32 random bytes of `token.key`, made when there are none. All thread addresses and codes hang on them.

    Raises StorageError when the file can't be read or is no key: it is never overwritten.
    """
    path = folder / "token.key"
    try:
        return _read_key(path)
    except FileNotFoundError:
        make_folder(folder)
    if (folder / "books").is_dir():
        log.warning("%s is missing and made anew: addresses and codes of earlier letters no longer work", path)
    try:
        _make_key(path)
        return _read_key(path)
    except OSError as error:
        raise StorageError(f"{path} could not be made: {error.strerror or error}") from error


def _read_key(path: Path) -> bytes:
    """Raises FileNotFoundError when there is none."""
    try:
        key = path.read_bytes()
        shared = path.stat().st_mode & 0o077
    except FileNotFoundError:
        raise
    except OSError as error:
        raise StorageError(f"{path} could not be read: {error.strerror or error}") from error
    if len(key) != KEY_BYTES:
        raise StorageError(f"{path} is damaged ({len(key)} bytes, not {KEY_BYTES}): put a backup in its place")
    if shared:
        log.warning("%s may be read by others: chmod 600 it", path)
    return key


def _make_key(path: Path) -> None:
    """Durable, and only if there is still none: a link, unlike a rename, never replaces."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(temporary, path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)
