"""The atomic write: after a crash at any instant, a file is either as it was or as it was to be."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.errors import StorageError


def write_atomically(path: Path, data: bytes, *, keep: Path | None = None, mode: int = 0o600) -> None:
    """Writes `data` to `path`: tmp, fsync, (the old one kept as `keep`,) rename, fsync of the folder.

    Raises StorageError when anything fails; then `path` is as it was, and no temporary file is left.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if keep is not None and path.exists():
            keep.unlink(missing_ok=True)
            os.link(path, keep)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageError(f"{path.name} could not be written: {error.strerror or error}") from error


def sync_folder(folder: Path) -> None:
    """Makes renames in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
