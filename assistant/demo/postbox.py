"""The world of the story: a mail provider on loopback, the real assistant signed in to it, and a clock set by hand."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant import bootstrap, config
from assistant.clock import SetClock
from assistant.demo.imap_server import EmbeddedImap
from assistant.demo.people import Person
from assistant.demo.smtp_server import EmbeddedSmtp, Submitted
from assistant.errors import AssistantError

ASSISTANT = "assistant@example.org"
PASSWORD = "of the demo alone"
AUTHSERV = "mx.example.org"
EARLY, LATE = 7, 20  # o'clock, the protégé's
CONFIG = """\
[assistant]
address = "{assistant}"
operator = "Grace"

[imap]
host = "{imap.host}"
port = {imap.port}
security = "none"
username = "{assistant}"
password_file = "password"

[smtp]
host = "{smtp.host}"
port = {smtp.port}

[trust]
authserv_id = "{authserv}"

[[protege]]
name = "{ada.name}"
email = "{ada.email}"
timezone = "{ada.zone}"
country = "ES-MD"
"""


class StoryBroken(AssistantError):
    """The assistant did something else than the story expects."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One mail that went by. `to`: the envelope, without the assistant's copy to itself. `at`: the story's time."""

    number: int
    at: datetime
    sender: str
    to: tuple[str, ...]
    raw: bytes
    mail: EmailMessage


class Postbox:
    """In a `with`: servers, configuration and assistant are there; afterwards nothing of them is left.

    `passes` is told every mail, in order, in the caller's thread.
    """

    def __init__(self, protege: Person, start: datetime, passes: Callable[[Passed], None]) -> None:
        self._protege = protege
        self._passes = passes
        self._submitted: list[Submitted] = []
        self._lock = threading.Lock()
        self.clock = SetClock(start)
        self.passed: list[Passed] = []

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="assistant-demo-"))
        try:
            self._imap = EmbeddedImap({ASSISTANT: PASSWORD})
            self._smtp = EmbeddedSmtp(self._take, user=ASSISTANT, password=PASSWORD)
            self._smtp.start()
            self.assistant = bootstrap.build(config.load(self._configured()), now=self.clock.at)
        except BaseException:
            self._end()
            raise
        assert isinstance(self.assistant.clock, SetClock)
        self.clock = self.assistant.clock
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.assistant.close()
        self._end()

    def _configured(self) -> Path:
        path = self._folder / "config.toml"
        secret = self._folder / "password"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o600)
        text = CONFIG.format(
            assistant=ASSISTANT, imap=self._imap, smtp=self._smtp, authserv=AUTHSERV, ada=self._protege
        )
        path.write_text(text, encoding="utf-8")
        return path

    def _end(self) -> None:
        for server in (getattr(self, "_smtp", None), getattr(self, "_imap", None)):
            if isinstance(server, EmbeddedSmtp):
                server.stop()
            elif isinstance(server, EmbeddedImap):
                server.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    # --- mail from people

    def post(self, person: Person, mail: EmailMessage) -> Passed:
        """A person's own provider hands their mail over: our server stamps it and puts it into the mailboxes.

        Their provider let them sign in as `person`: a mail in another's name arrives with a failed check.
        """
        to = tuple(address for _, address in getaddresses([str(v) for v in mail.get_all("To", [])]))
        proven = _from(mail) == person.email
        raw = mail.as_bytes()
        if any(_is_assistant(address) for address in to):
            self._imap.deliver(ASSISTANT, _stamped(raw, proven=proven), at=self.clock.now())
        return self._record(person.email, to, raw)

    # --- the assistant's own

    def cycle(self) -> list[Passed]:
        """One full cycle of the assistant, now; gives what left in it, in order. StoryBroken where it failed."""
        if not self.assistant.run_once():
            raise StoryBroken("the assistant could not finish its work, see the log")
        with self._lock:
            left, self._submitted = self._submitted, []
        return [self._record(m.sender, tuple(a for a in m.recipients if a != ASSISTANT), m.raw) for m in left]

    def wait_until(self, moment: datetime) -> list[Passed]:
        """Lets time pass as the daemon would live it: a cycle whenever one is due, the last at `moment`."""
        found: list[Passed] = []
        while self.clock.at < moment:
            due = max(self.assistant.engine.next_due(), self.clock.at + timedelta(minutes=1))
            self.clock.at = min(self._morning(due), moment)
            found += self.cycle()
        return found

    def _morning(self, at: datetime) -> datetime:
        """The same moment, or seven o'clock where it lies in the night: nobody writes then, and nothing is due."""
        local = self._protege.local(at)
        if EARLY <= local.hour < LATE:
            return at
        day = local.date() + timedelta(days=local.hour >= LATE)
        return datetime.combine(day, time(EARLY), local.tzinfo)

    def _take(self, submitted: Submitted) -> None:
        """In the server's thread: a submitted mail is delivered, to ourselves too."""
        if any(_is_assistant(address) for address in submitted.recipients):
            self._imap.deliver(ASSISTANT, _stamped(submitted.raw, proven=True), at=self.clock.now())
        with self._lock:
            self._submitted.append(submitted)

    def _record(self, sender: str, to: tuple[str, ...], raw: bytes) -> Passed:
        mail = message_from_bytes(raw, _class=EmailMessage, policy=SMTP)
        passed = Passed(len(self.passed) + 1, self.clock.at, sender, to, raw, mail)
        self.passed.append(passed)
        self._passes(passed)
        return passed


def _is_assistant(address: str) -> bool:
    local, _, domain = address.partition("@")
    return f"{local.partition('+')[0]}@{domain}" == ASSISTANT


def _from(mail: EmailMessage) -> str:
    return getaddresses([str(mail["From"])])[0][1]


def _stamped(raw: bytes, *, proven: bool) -> bytes:
    """As a receiving server leaves a mail: what it found out about the sender on top (RFC 8601)."""
    result = "pass" if proven else "fail"
    return f"Authentication-Results: {AUTHSERV}; dmarc={result} header.from=example.org\r\n".encode() + raw
