"""One language over every kind of mailbox: what is given to it, and what people would see in it."""

from __future__ import annotations

import imaplib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from servers.dovecot import PASSWORD, USERS, Dovecot

from assistant.demo.imap_server import EmbeddedImap
from assistant.ports import Batch, Delivered, Mailbox, Watermark
from assistant.transport.imap import ImapMailbox
from assistant.transport.maildir import MaildirMailbox
from assistant.transport.maildir_files import deliver, files
from assistant.transport.session import ImapSettings

NOTHING = Watermark()


def mail(subject: str = "Hello", *, message_id: str = "", body: str = "Hi Robin.\r\n", sender: str = "ada") -> bytes:
    """A mail to the assistant. The Message-ID is made from the subject unless given."""
    ours = message_id or f"<{subject.replace(' ', '-').lower()}@example.org>"
    return (
        f"From: {sender}@example.org\r\nTo: assistant@example.org\r\n"
        f"Subject: {subject}\r\nMessage-ID: {ours}\r\n\r\n{body}"
    ).encode()


def subjects(raws: list[bytes]) -> list[str]:
    return [raw.partition(b"Subject: ")[2].partition(b"\r\n")[0].decode() for raw in raws]


class World(Protocol):
    """A mailbox and its surroundings. Settings are those of the mailbox, such as max_mail_bytes=…"""

    def mailbox(self, **settings: Any) -> Mailbox: ...
    def put(self, raw: bytes) -> None: ...
    def renumber(self) -> None: ...
    def contents(self, folder: str) -> list[bytes]: ...
    def remove(self, nth: int) -> None: ...
    def mark_as_seen(self) -> None: ...


@dataclass
class Given:
    """`given.mail("Hello")`, `given.unread()`, … One mailbox object is kept until `given.restart()`."""

    world: World
    settings: dict[str, Any] = field(default_factory=dict)
    _mailbox: Mailbox | None = None

    @property
    def mailbox(self) -> Mailbox:
        if self._mailbox is None:
            self._mailbox = self.world.mailbox(**self.settings)
        return self._mailbox

    def mail(self, *subjects: str, **how: str) -> bytes:
        raw = b""
        for subject in subjects or ("Hello",):
            raw = mail(subject, **how)
            self.world.put(raw)
        return raw

    def raw(self, raw: bytes) -> bytes:
        self.world.put(raw)
        return raw

    def restart(self, **settings: Any) -> None:
        self.settings |= settings
        self.close()

    def close(self) -> None:
        if isinstance(self._mailbox, ImapMailbox):
            self._mailbox.close()
        self._mailbox = None

    def batches(self, mark: Watermark = NOTHING) -> list[Batch]:
        return list(self.mailbox.unread(mark))

    def unread(self, mark: Watermark = NOTHING) -> list[Delivered]:
        return [each for batch in self.batches(mark) for each in batch.mails]

    def subjects(self, mark: Watermark = NOTHING) -> list[str]:
        return subjects([each.raw for each in self.unread(mark)])

    def read_all(self) -> Watermark:
        return self.batches()[-1].mark

    def people_see(self, folder: str) -> list[str]:
        return subjects(self.world.contents(folder))


@dataclass
class EmbeddedWorld:
    server: EmbeddedImap

    def mailbox(self, **settings: Any) -> Mailbox:
        return ImapMailbox(imap_settings(self.server.host, self.server.port, **({"security": "none"} | settings)))

    def put(self, raw: bytes) -> None:
        self.server.deliver(USERS[0], raw)

    def renumber(self) -> None:
        self.server.renumber(USERS[0])

    def contents(self, folder: str) -> list[bytes]:
        return self.server.mails(USERS[0], folder)

    def remove(self, nth: int) -> None:
        with self.client() as client:
            expunge(client, nth)

    def mark_as_seen(self) -> None:
        with self.client() as client:
            flag_all(client)

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4(self.server.host, self.server.port)
        client.login(USERS[0], PASSWORD)
        return client


@dataclass
class DovecotWorld:
    server: Dovecot

    def mailbox(self, **settings: Any) -> Mailbox:
        tls = {"security": "tls", "ca_file": self.server.ca_file}
        return ImapMailbox(imap_settings(self.server.host, self.server.imaps_port, **(tls | settings)))

    def put(self, raw: bytes) -> None:
        self.server.append(raw)

    def renumber(self) -> None:
        self.server.renumber()

    def contents(self, folder: str) -> list[bytes]:
        with self.server.client() as client:
            status, count = client.select(folder, readonly=True)
            if status != "OK" or count == [b"0"]:
                return []
            _, answer = client.fetch("1:*", "(BODY.PEEK[])")
            return [part[1] for part in answer if isinstance(part, tuple)]

    def remove(self, nth: int) -> None:
        with self.server.client() as client:
            expunge(client, nth)

    def mark_as_seen(self) -> None:
        with self.server.client() as client:
            flag_all(client)


@dataclass
class MaildirWorld:
    path: Path

    def mailbox(self, **settings: Any) -> Mailbox:
        settings.pop("idle", None)
        return MaildirMailbox(self.path, **({"poll_seconds": 0.05} | settings))

    def put(self, raw: bytes) -> None:
        for part in ("tmp", "new", "cur"):
            (self.path / part).mkdir(parents=True, exist_ok=True)
        deliver(self.path, raw)

    def renumber(self) -> None:
        (self.path / "assistant-uidlist").unlink()

    def contents(self, folder: str) -> list[bytes]:
        place = self.path if folder == "INBOX" else self.path / f".{folder}"
        return [path.read_bytes() for _, path in sorted(files(place).items())]

    def remove(self, nth: int) -> None:
        in_order = sorted(files(self.path).values(), key=lambda path: path.stat().st_mtime_ns)
        in_order[nth - 1].unlink()

    def mark_as_seen(self) -> None:
        for path in (self.path / "new").iterdir():
            path.rename(self.path / "cur" / f"{path.name}:2,S")


def imap_settings(host: str, port: int, *, password: Callable[[], str] = lambda: PASSWORD, **more: Any) -> ImapSettings:
    return ImapSettings(host=host, port=port, username=USERS[0], password=password, **({"poll_seconds": 0.05} | more))


def expunge(client: imaplib.IMAP4, nth: int) -> None:
    client.select("INBOX")
    client.store(str(nth), "+FLAGS", r"(\Deleted)")
    client.expunge()


def flag_all(client: imaplib.IMAP4) -> None:
    client.select("INBOX")
    client.store("1:*", "+FLAGS", r"(\Seen \Flagged)")
