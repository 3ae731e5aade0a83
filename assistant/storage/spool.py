"""The queue of mails as files, so that it survives everything that files survive.

    spool/new/            not yet handled; the order of the names is the order of the mails
    spool/<yyyy>/<mm>/    handled, by the month (UTC) in which that was
    spool/aside/          handling failed too often; for a person to look at

All that is known of a mail is in its name, which is made of numbers only (nothing of a mail gets into it):

    <UIDVALIDITY>-<UID>-<start of the SHA-256>-<INTERNALDATE as Unix time, or x>.eml
    …-<size of the whole mail>.headers.eml      where it was too large and only its headers were fetched

In `new` a mail that failed n times ends in `.eml.n`; its name, for the engine, stays the same.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.errors import StorageError, UnreadableMail
from assistant.files import sync_folder
from assistant.ports import Delivered, Spooled
from assistant.storage.lock import make_folder

log = logging.getLogger(__name__)

NAME = re.compile(
    r"(?P<name>\d{10,20}-\d{10,20}-[0-9a-f]{16}-(?P<internal>x|-?\d{1,12})(-(?P<size>\d{1,15})\.headers)?\.eml)"
    r"(\.(?P<failures>\d{1,3}))?",
    re.ASCII,
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class FileSpool:
    """`ports.Spool` in the folder `spool` of a state folder. For one thread; `lock` keeps other processes away."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "spool"
        self.new = self.folder / "new"
        self.aside = self.folder / "aside"
        self._strange: set[str] = set()

    def put(self, mails: Sequence[Delivered], validity: int) -> None:
        make_folder(self.new)
        known = {name for name, _ in self._queue()}
        written: list[Path] = []
        try:
            fresh = {_name(mail, validity): mail.raw for mail in mails}
            names = sorted(fresh.keys() - known)
            for name in names:
                written.append(self.new / f".{name}.tmp")
                written[-1].touch(0o600)
                written[-1].write_bytes(fresh[name])
            for path in written:  # after all were written: a journalling file system then does most of it at once
                _sync(path)
            for name in names:  # in order: what a crash leaves is the older part
                (self.new / f".{name}.tmp").rename(self.new / name)
                written.append(self.new / name)
            sync_folder(self.new)
        except OSError as error:
            _remove(written)
            raise StorageError(f"mails could not be put into the spool: {error.strerror or error}") from error

    def waiting(self) -> Iterator[Spooled]:
        """A mail that can't be read off the disk is named in the log and passed over: the others don't wait for it."""
        for name, path in self._queue():
            try:
                raw = path.read_bytes()
            except FileNotFoundError:
                continue  # handled meanwhile
            except OSError as error:
                log.error("%s could not be read: %s", path, error.strerror or error)  # noqa: TRY400 - one line
                continue
            yield _spooled(path.name, name, raw)

    def file(self, name: str, at: datetime) -> None:
        # Not synced: a rename is whole or not at all, and a mail that a crash puts back is known by its key.
        day = at.astimezone(UTC)
        self._move(name, self.folder / f"{day:%Y}" / f"{day:%m}")

    def failed(self, name: str, most: int) -> bool:
        path = self._in_new(name)
        if path is None:
            return False
        failures = _spooled(path.name, name, b"").failures + 1
        if failures >= most:
            self._move(name, self.aside)
            return True
        self._rename(path, self.new / f"{name}.{failures}")
        return False

    def requeue(self, name: str) -> None:
        """Raises UnreadableMail when there is no such mail (any more)."""
        if self._in_new(name) is not None:
            return
        self._rename(self._filed(name), self.new / name)

    def raw(self, name: str) -> bytes:
        """The mail of this name, wherever it is. Raises UnreadableMail when there is none."""
        path = self._in_new(name) or self._filed(name)
        try:
            return path.read_bytes()
        except OSError as error:
            raise StorageError(f"{path} could not be read: {error.strerror or error}") from error

    def filed(self, since: datetime) -> Iterator[str]:
        """Names of the mails handled in the month of `since` (UTC) or later, oldest month first: after a restored
        backup, those whose key the book lacks are handled again (`mail.md`)."""
        first = f"{since.astimezone(UTC):%Y/%m}"
        for folder in self._months():
            if f"{folder.parent.name}/{folder.name}" >= first:
                yield from (name for name, _ in _matches(folder))

    def counts(self) -> tuple[int, int]:
        """How many mails wait, and how many are set aside."""
        return len(self._queue()), len(_matches(self.aside))

    # --- inside

    def _queue(self) -> list[tuple[str, Path]]:
        """Names and files in `new`, in order. A file of another name is somebody's: said once, left alone."""
        found = _matches(self.new)
        for strange in {e for e in _entries(self.new) if not e.startswith(".")} - {p.name for _, p in found}:
            if strange not in self._strange:
                self._strange.add(strange)
                log.warning("%r in spool/new is no mail of ours and is left alone", strange)
        return found

    def _in_new(self, name: str) -> Path | None:
        path = self.new / _checked(name)
        if path.exists():
            return path
        return next((p for n, p in _matches(self.new) if n == name), None)

    def _filed(self, name: str) -> Path:
        """Where it was filed, the newest months first, or set aside."""
        for folder in (*reversed(self._months()), self.aside):
            path = folder / _checked(name)
            if path.exists():
                return path
        raise UnreadableMail(f"{name} is no longer in the spool")

    def _months(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9][0-9][0-9][0-9]/[0-9][0-9]"))

    def _move(self, name: str, folder: Path) -> None:
        path = self._in_new(name)
        if path is None:
            log.warning("%s is not in the queue (any more)", name)
            return
        self._rename(path, folder / name)

    def _rename(self, path: Path, to: Path) -> None:
        make_folder(to.parent)
        try:
            path.rename(to)
        except OSError as error:
            raise StorageError(f"{path.name} could not be moved: {error.strerror or error}") from error


def _name(mail: Delivered, validity: int) -> str:
    start = f"{validity:010}-{mail.uid:010}-{hashlib.sha256(mail.raw).hexdigest()[:16]}-{_seconds(mail.internal)}"
    name = f"{start}-{mail.size}.headers.eml" if mail.truncated else f"{start}.eml"
    assert NAME.fullmatch(name), "a mail that would be put where nobody finds it"
    return name


def _seconds(at: datetime | None) -> str:
    if at is None:
        return "x"
    return str((at.replace(tzinfo=at.tzinfo or UTC) - EPOCH) // timedelta(seconds=1))


def _spooled(file: str, name: str, raw: bytes) -> Spooled:
    found = NAME.fullmatch(file)
    assert found is not None
    return Spooled(
        name=name,
        raw=raw,
        internal=None if found["internal"] == "x" else EPOCH + timedelta(seconds=int(found["internal"])),
        size=len(raw) if found["size"] is None else int(found["size"]),
        truncated=found["size"] is not None,
        failures=int(found["failures"] or 0),
    )


def _checked(name: str) -> str:
    """A name may come out of a book: nothing but the name of a mail is ever joined to a folder."""
    found = NAME.fullmatch(name)
    if found is None or found["name"] != name:
        raise UnreadableMail(f"{name!r} is not the name of a mail in the spool")
    return name


def _entries(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageError(f"{folder} could not be read: {error.strerror or error}") from error


def _matches(folder: Path) -> list[tuple[str, Path]]:
    found = (NAME.fullmatch(entry) for entry in sorted(_entries(folder)))
    return [(match["name"], folder / match[0]) for match in found if match]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove(paths: Sequence[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s could not be removed: %s", path, error.strerror or error)
