"""The mailbox in a folder of this machine, into which another program delivers (Maildir and Maildir++).

The same promises as over IMAP: read by UID above the watermark, never by flags; nothing is deleted; `tmp` is not ours.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import MailboxLost, StorageError
from assistant.ports import Batch, Delivered, Watermark
from assistant.transport import uidlist
from assistant.transport.fetching import BATCH_MAILS, TRIES, batches
from assistant.transport.headers import MOST as HEADER_BYTES
from assistant.transport.headers import bare, has_message_id, header_block
from assistant.transport.maildir_files import as_sent, deliver, files, make, mtime, with_seen
from assistant.transport.waiting import watch

log = logging.getLogger(__name__)


class MaildirMailbox:
    """ports.Mailbox over the Maildir `path`, which is made when missing. `poll_seconds`: how often it is looked at.

    `keep_sent`: whether copies of our letters go to its Sent folder.
    """

    def __init__(
        self,
        path: Path,
        *,
        max_mail_bytes: int = 25_000_000,
        poll_seconds: float = 2,
        processed: str = "Processed",
        sent: str = "Sent",
        keep_sent: bool = True,
    ) -> None:
        self._path = path
        self._max = max_mail_bytes
        self._poll = poll_seconds
        self._processed = path / f".{processed}"
        self._sent = path / f".{sent}"
        self._keeps = keep_sent
        self._read = Watermark()  # what was handed out: nothing else may be filed
        self._names: dict[int, str] = {}  # base names by UID, as of the last reading
        self._paths: dict[str, Path] = {}  # by base name, as of the last look
        self._failures: dict[tuple[int, int], int] = {}  # by validity and UID

    def unread(self, mark: Watermark) -> Iterator[Batch]:
        with self._doing("reading"):
            numbers = self._numbered()
            if mark.validity not in (0, numbers.validity):
                log.warning("maildir %s: the list of UIDs was lost: reading from the start", self._path)
            start = mark.uid if mark.validity == numbers.validity else 0
            self._read = Watermark(numbers.validity, start)
            uids = sorted(uid for uid in self._names if uid > start)
        for first in range(0, len(uids), BATCH_MAILS):
            chunk = uids[first : first + BATCH_MAILS]
            with self._doing("reading"):
                sizes = {uid: self._size(uid) for uid in chunk}
            costs = {uid: size if size <= self._max else HEADER_BYTES for uid, size in sizes.items()}
            for part in batches(chunk, costs):
                with self._doing("reading"):
                    mails = tuple(mail for uid in part if (mail := self._mail(numbers.validity, uid)) is not None)
                self._read = Watermark(numbers.validity, part[-1])
                yield Batch(self._read, mails)

    def file(self, uids: Sequence[int]) -> None:
        with self._doing("filing"):
            if not uids or uidlist.load(self._path).validity != self._read.validity:
                return
            make(self._processed)
            for uid in uids:
                source = self._find(uid) if uid <= self._read.uid else None
                if source is None:
                    continue
                target = self._processed / "cur" / with_seen(source.name)
                if target.exists():
                    log.warning(
                        "maildir %s: mail %d stays: %s has one of its name", self._path, uid, self._processed.name
                    )
                    continue
                try:
                    source.rename(target)
                except OSError as error:
                    log.warning("maildir %s: mail %d stays: %s", self._path, uid, error.strerror)

    def copies(self, message_id: str) -> Sequence[bytes]:
        wanted = bare(message_id)
        if not wanted:
            return ()
        with self._doing("looking for copies"):
            found = []
            for folder in (self._sent, self._path, self._processed):
                for path in files(folder).values():
                    raw = self._copy(path, wanted)
                    if raw is not None:
                        found.append(raw)
        return tuple(found)

    def keep_sent(self, raw: bytes) -> None:
        if not self._keeps:
            return
        with self._doing("keeping a copy"):
            make(self._sent)
            deliver(self._sent, raw, seen=True)

    def wait(self, seconds: float, stop: Callable[[], bool]) -> None:
        if seconds > 0 and not stop():
            watch(self._came, self._poll, seconds, stop)

    def folders(self) -> dict[str, str | None]:
        """The folders in use, by role: `inbox`, `sent`, `processed`; None: not there yet. For the doctor."""
        with self._doing("listing folders"):
            make(self._path, top=True)
            beside = {"sent": self._sent, "processed": self._processed}
            return {"inbox": str(self._path), **{role: str(at) if at.is_dir() else None for role, at in beside.items()}}

    def _came(self) -> bool:
        with self._doing("waiting"):
            known = set(self._names.values())
            return any(name not in known for name in files(self._path))

    def _numbered(self) -> uidlist.UidList:
        """The list of UIDs, brought up to what is there now, and durable before anybody reads a number of it."""
        make(self._path, top=True)
        numbers = uidlist.load(self._path)
        there = files(self._path)
        if numbers.uids.keys() - there.keys():
            there |= files(self._path)  # a file that is renamed while the folder is listed may be missed once
        in_order = sorted(there, key=lambda name: (mtime(there[name]), name))
        if numbers.update(in_order) or not (self._path / uidlist.FILE).exists():
            uidlist.save(self._path, numbers)
        self._paths = there
        self._names = {uid: name for name, uid in numbers.uids.items()}
        return numbers

    def _find(self, uid: int) -> Path | None:
        """The file of this mail now; None: it has gone. Other programs move mails to `cur` and rename them."""
        name = self._names.get(uid, "")
        path = self._paths.get(name)
        if path is None or not path.is_file():
            self._paths = files(self._path)
            path = self._paths.get(name)
        return path

    def _size(self, uid: int) -> int:
        path = self._find(uid)
        try:
            return path.stat().st_size if path else 0
        except FileNotFoundError:
            return 0

    def _mail(self, validity: int, uid: int) -> Delivered | None:
        """None: it has gone. A file that cannot be read raises TRIES - 1 times, then comes truncated, without text."""
        try:
            opened = self._opened(uid)
        except OSError as error:
            failures = self._failures[validity, uid] = self._failures.get((validity, uid), 0) + 1
            if failures < TRIES:
                raise
            log.warning("maildir %s: mail %d is passed on without its text: %s", self._path, uid, error.strerror)
            return Delivered(uid, b"", None, self._size(uid), truncated=True)
        if opened is None:
            return None
        raw, size, mtime = opened
        date = datetime.fromtimestamp(mtime, UTC)
        if size > self._max:
            log.warning("maildir %s: mail %d, %d bytes, is read without its text", self._path, uid, size)
            return Delivered(uid, header_block(as_sent(raw)), date, size, truncated=True)
        whole = as_sent(raw)
        return Delivered(uid, whole, date, len(whole))

    def _opened(self, uid: int) -> tuple[bytes, int, float] | None:
        """Bytes, size, mtime. Looked for twice: another program may rename it between the look and the opening."""
        for _ in range(2):
            path = self._find(uid)
            if path is None:
                return None
            try:
                with path.open("rb") as file:
                    about = os.fstat(file.fileno())
                    raw = file.read(about.st_size if about.st_size <= self._max else HEADER_BYTES)
                    return raw, about.st_size, about.st_mtime
            except FileNotFoundError:
                continue
        return None

    def _copy(self, path: Path, message_id: str) -> bytes | None:
        try:
            with path.open("rb") as file:
                head = file.read(HEADER_BYTES)
                if os.fstat(file.fileno()).st_size > self._max or not has_message_id(head, message_id):
                    return None
                return as_sent(head + file.read())
        except FileNotFoundError:
            return None

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise MailboxLost(f"maildir {self._path}, {what}: {error.strerror or error}") from error
        except StorageError as error:
            raise MailboxLost(f"maildir {self._path}, {what}: {error}") from error
