"""The mailbox on an IMAP server. `UID > watermark` is the truth: flags, IDLE and extensions are hints (mail.md)."""

from __future__ import annotations

import imaplib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from imapclient import IMAPClient

from assistant.ports import Batch, Watermark
from assistant.transport.fetching import BATCH_MAILS, WHOLE, Fetcher, above, batches
from assistant.transport.folders import FoldersInUse
from assistant.transport.headers import bare, has_message_id
from assistant.transport.session import ImapSettings, Opened, Session, plain
from assistant.transport.waiting import idle, pause

# They file submitted mail into Sent themselves (mail.md): a copy of ours would be the second one.
FILING_HOSTS = ("gmail.com", "googlemail.com", "google.com", "outlook.com", "office365.com", "hotmail.com", "live.com")

log = logging.getLogger(__name__)


class ImapMailbox:
    """ports.Mailbox over IMAP. Connects when it is first needed. Raises ConfigError for a bad `ca_file`."""

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
        self._session = Session(settings)
        self._fetcher = Fetcher(settings.max_mail_bytes)
        self._folders = FoldersInUse(settings.sent, settings.processed)
        self._read = Watermark()  # what was handed out: nothing else may be filed

    def unread(self, mark: Watermark) -> Iterator[Batch]:
        with self._session.use("reading") as client:
            opened = self._open(client)
            if mark.validity not in (0, opened.validity):
                log.warning(
                    "imap: UIDVALIDITY is %d and was %d: reading from the start", opened.validity, mark.validity
                )
            start = mark.uid if mark.validity == opened.validity else 0
            self._read = Watermark(opened.validity, start)
            uids = above(client, opened.exists, start)
        for first in range(0, len(uids), BATCH_MAILS):
            yield from self._batches(opened.validity, uids[first : first + BATCH_MAILS])

    def _batches(self, validity: int, uids: Sequence[int]) -> Iterator[Batch]:
        with self._reading(validity) as client:
            sizes = self._fetcher.sizes(client, uids)
        costs = {uid: self._fetcher.cost(size) for uid, size in sizes.items()}
        for part in batches(uids, costs):
            with self._reading(validity) as client:
                mails = self._fetcher.mails(client, validity, {uid: sizes[uid] for uid in part if uid in sizes})
            for mail in mails:
                if mail.truncated:
                    log.warning("imap: the mail with UID %d, %d bytes, is read without its text", mail.uid, mail.size)
            self._read = Watermark(validity, part[-1])
            yield Batch(self._read, mails)

    def file(self, uids: Sequence[int]) -> None:
        if not uids:
            return
        with self._session.use("filing") as client:
            # A UID means nothing under another validity, and a mail that was not read must stay where it is.
            ours = [uid for uid in uids if uid <= self._read.uid]
            try:
                opened = self._open(client, writable=True)
                if opened.validity != self._read.validity:
                    log.warning(
                        "imap: UIDVALIDITY changed, so %d read mails stay in %s", len(uids), self._settings.folder
                    )
                    return
                for first in range(0, len(ours), BATCH_MAILS):
                    self._move(client, ours[first : first + BATCH_MAILS])
            except imaplib.IMAP4.error as error:
                if isinstance(error, imaplib.IMAP4.abort) and not isinstance(error, imaplib.IMAP4.readonly):
                    raise
                log.warning("imap: %d read mails stay in %s: %s", len(ours), self._settings.folder, plain(error))

    def _move(self, client: IMAPClient, uids: list[int]) -> None:
        """Without MOVE (RFC 6851) the original stays, marked for a mail client to remove: we never EXPUNGE."""
        client.add_flags(uids, [rb"\Seen"], silent=True)
        if not self._settings.processed:
            return
        folder = self._folders.processed(client)
        if client.has_capability("MOVE"):
            client.move(uids, folder)
        else:
            client.copy(uids, folder)
            client.add_flags(uids, [rb"\Deleted"], silent=True)

    def copies(self, message_id: str) -> Sequence[bytes]:
        wanted = bare(message_id)
        if not wanted.isascii() or not wanted.isprintable() or not wanted:
            return ()  # no letter of ours, and no criterion that SEARCH takes
        found: list[bytes] = []
        with self._session.use("looking for copies") as client:
            sent, processed = self._folders.find(client)
            for folder in dict.fromkeys(place for place in (sent, self._settings.folder, processed) if place):
                self._session.open(client, folder)
                for uid in client.search(["HEADER", "Message-ID", wanted]):
                    raw = self._copy(client, uid, wanted)
                    if raw is not None:
                        found.append(raw)
        return tuple(found)

    def _copy(self, client: IMAPClient, uid: int, message_id: str) -> bytes | None:
        """One at a time: anybody can send mails that say our Message-ID."""
        size = self._fetcher.sizes(client, [uid]).get(uid)
        if size is None or size > self._settings.max_mail_bytes:
            return None
        raw = client.fetch([uid], [WHOLE[0]]).get(uid, {}).get(WHOLE[1])
        return raw if isinstance(raw, bytes) and has_message_id(raw, message_id) else None

    def keep_sent(self, raw: bytes) -> None:
        with self._session.use("keeping a copy") as client:
            if not self._keeps(client):
                return
            try:
                client.append(self._folders.sent(client), raw, flags=(rb"\Seen",))
            except imaplib.IMAP4.abort:
                raise
            except imaplib.IMAP4.error as error:
                log.warning("imap: a sent letter has no copy in the Sent folder: %s", plain(error))

    def _keeps(self, client: IMAPClient) -> bool:
        if self._settings.keep_sent is not None:
            return self._settings.keep_sent
        host = self._settings.host.lower()
        files_itself = any(host == name or host.endswith(f".{name}") for name in FILING_HOSTS)
        return not files_itself and not client.has_capability("X-GM-EXT-1")

    def wait(self, seconds: float, stop: Callable[[], bool]) -> None:
        if seconds <= 0 or stop():
            return
        if self._settings.idle:
            with self._session.use("waiting") as client:
                if client.has_capability("IDLE"):
                    opened = self._open(client)
                    if not self._came_meanwhile(client, opened):
                        idle(client, seconds, stop)
                    return
        pause(min(seconds, self._settings.poll_seconds), stop)

    def _came_meanwhile(self, client: IMAPClient, opened: Opened) -> bool:
        """IDLE tells only of what comes after it began."""
        if self._read.validity == 0:
            return False
        return opened.validity != self._read.validity or bool(above(client, opened.exists, self._read.uid))

    def close(self) -> None:
        """Signs out. The next call would connect again."""
        self._session.close()

    def capabilities(self) -> frozenset[str]:
        """What the server says it can do, for the doctor."""
        with self._session.use("asking for capabilities") as client:
            return frozenset(name.decode("ascii", "replace").upper() for name in client.capabilities())

    def folders(self) -> dict[str, str | None]:
        """The folders in use by role: `inbox`, `sent`, `processed`; None: not there yet. For the doctor."""
        with self._session.use("listing folders") as client:
            self._open(client)
            sent, processed = self._folders.find(client)
            return {"inbox": self._settings.folder, "sent": sent, "processed": processed}

    @contextmanager
    def _reading(self, validity: int) -> Iterator[IMAPClient]:
        """The client, standing in our folder: the reader of a batch may have called us for something else."""
        with self._session.use("reading") as client:
            self._session.stay(client, self._settings.folder, validity)
            yield client

    def _open(self, client: IMAPClient, *, writable: bool = False) -> Opened:
        return self._session.open(client, self._settings.folder, writable=writable)
