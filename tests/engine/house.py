"""The whole assistant on a Maildir and a small SMTP server, with its clock set by hand: real files, real wire."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Self

from assistant import bootstrap
from assistant.bootstrap import Assistant
from assistant.clock import SetClock
from assistant.config import load
from assistant.demo.smtp_server import EmbeddedSmtp, Submitted
from assistant.mentoring.book import Book
from assistant.transport.maildir_files import deliver

ADA, MINERVA, OURS = "ada@example.org", "minerva@example.org", "assistant@example.org"
START = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)  # a Tuesday
NOTE = """EDIT
Hi Minerva,

your talk made us drop our free tier.

Would you have twenty minutes, by video? If it doesn't fit, no worries at all.

Ada Byron
"""
CONFIG = """
[assistant]
address = "assistant@example.org"
operator = "Grace"
[maildir]
path = "mail"
[smtp]
host = "127.0.0.1"
port = {port}
security = "none"
[trust]
mode = "open"
[[protege]]
name = "Ada Byron"
email = "ada@example.org"
timezone = "Europe/Madrid"
country = "ES-MD"
{more}
"""


@dataclass
class House:
    """`house.says("hi")`, then `house.cycle()` gives what was sent. Our own copies come home, as with any provider."""

    folder: Path
    more: str = ""
    sent: list[Submitted] = field(default_factory=list)
    mails: int = 0
    last: dict[str, EmailMessage] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self.smtp = EmbeddedSmtp(self._took)
        self.smtp.start()
        (self.folder / "config.toml").write_text(CONFIG.format(port=self.smtp.port, more=self.more))
        for name in ("tmp", "new", "cur"):
            (self.folder / "mail" / name).mkdir(parents=True, exist_ok=True)
        self.at = START
        self._assistant: Assistant | None = None
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self.smtp.stop()

    def _took(self, mail: Submitted) -> None:
        self.sent.append(mail)
        self.last[mail.recipients[0]] = parsed(mail.raw)
        if OURS in mail.recipients:
            self.put(mail.raw)

    @property
    def assistant(self) -> Assistant:
        if self._assistant is None:
            self._assistant = bootstrap.build(load(self.folder / "config.toml"), now=self.at)
        return self._assistant

    @property
    def book(self) -> Book:
        return self.assistant.store.load("ada-byron")

    @property
    def file(self) -> Path:
        """Ada's book on disk."""
        return self.folder / "state/books/ada-byron/book.json"

    def close(self) -> None:
        """The process ends; the state stays."""
        assistant, self._assistant = self._assistant, None
        if assistant is not None:
            assistant.close()

    def while_closed(self, change: Callable[[], object]) -> None:
        self.close()
        change()

    def put(self, raw: bytes) -> None:
        deliver(self.folder / "mail", raw)

    def says(
        self, text: str, *, who: str = ADA, subject: str = "", answers: str = "", files: Mapping[str, str] | None = None
    ) -> str:
        """A mail to the assistant, or the answer to what `answers` got last. Gives its Message-ID.

        files: what is attached, text by name."""
        self.mails += 1
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = who, OURS, subject or "hello"
        mail["Date"] = format_datetime(self.at)
        mail["Message-ID"] = f"<{self.mails}.mail@example.org>"
        if answers:
            got = self.last[answers]
            del mail["To"], mail["Subject"]
            mail["To"], mail["Subject"] = got["Reply-To"].split(",")[0], f"Re: {got['Subject']}"
            mail["In-Reply-To"] = got["Message-ID"]
        mail.set_content(text)
        for name, content in (files or {}).items():
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            mail.add_attachment(content.encode(), *kind.split("/", 1), filename=name)
        self.put(mail.as_bytes())
        return str(mail["Message-ID"])

    def cycle(self, minutes: float = 0) -> list[EmailMessage]:
        """One cycle, so much later. What it sent."""
        self.at += timedelta(minutes=minutes)
        assert isinstance(self.assistant.clock, SetClock)
        self.assistant.clock.at = self.at
        before = len(self.sent)
        self.fine = self.assistant.run_once()
        return [parsed(mail.raw) for mail in self.sent[before:]]

    def to(self, address: str) -> list[Submitted]:
        return [mail for mail in self.sent if mail.recipients[0] == address]

    def draft_to_minerva(self) -> None:
        """Ada is welcomed and has a first note to Minerva that waits for her SEND."""
        self.says("hi")
        self.cycle()
        said = (
            "1. lead a pricing team because I love numbers\n2. Minerva M, minerva@example.org\n"
            "3. her ProductConf talk on pricing made my team drop our free tier in March\n"
        )
        for text in (said, NOTE):
            self.says(text, answers=ADA)
            self.cycle(5)
        assert self.book.pending(), self.last[ADA]

    def sends(self) -> None:
        self.says("SEND", answers=ADA)
        self.cycle(5)


def parsed(raw: bytes) -> EmailMessage:
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def told(house: House, address: str = ADA) -> str:
    """The text that Ada, or who reads at another address, got last."""
    body = house.last[address].get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def hears(house: House, text: str, *, answers: str = ADA) -> str:
    """Ada writes; what she is told at once."""
    house.says(text, answers=answers)
    house.cycle(1)
    return told(house)


def writes(house: House, text: str, *, who: str = MINERVA) -> str:
    """Minerva, or who else reads her mail, answers what she got last; what Ada is told."""
    house.says(text, who=who, answers=MINERVA)
    house.cycle(1)
    return told(house)


def introduced(house: House) -> House:
    """Ada is welcomed, and Minerva McGee stands in her book."""
    house.says("hi")
    house.cycle()
    house.says("new mentor Minerva McGee minerva@example.org", subject="new")
    house.cycle(5)
    return house


def drafted(house: House) -> House:
    """A first note to Minerva waits for Ada's SEND."""
    house.draft_to_minerva()
    return house


def contacted(house: House) -> House:
    """The first note to Minerva has left."""
    house.draft_to_minerva()
    house.sends()
    house.cycle(30)
    assert len(house.to(MINERVA)) == 1
    return house
