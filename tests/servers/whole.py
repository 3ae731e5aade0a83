"""Everything for real: Dovecot, Postfix, and the daemon as a process of its own, with people who write to it.

Each mail is submitted to Postfix and lies in Dovecot's folders in the end, where `inbox` looks without asking anybody.
"""

from __future__ import annotations

import os
import shutil
import signal
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from servers import postfix as real_postfix
from servers.dovecot import PASSWORD, Dovecot
from servers.postfix import Postfix, lmtp

OURS, ADA, BEN, MINERVA, LEE = (f"{name}@example.org" for name in ("assistant", "ada", "ben", "minerva", "lee"))
SKEWED = Path(__file__).with_name("skewed.py")
PATIENCE = 60.0

CONFIG = """
[assistant]
address = "assistant@example.org"
operator = "Grace"
state = "{state}"
[imap]
host = "127.0.0.1"
port = {imap}
security = "tls"
ca_file = "{ca}"
password_file = "password"
idle = {idle}
poll_seconds = 1
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
username = "{user}"
[trust]
mode = "authserv"
authserv_id = "mx.example.org"
[[protege]]
name = "Ada Byron"
email = "ada@example.org"
timezone = "Europe/Madrid"
country = "ES-MD"
[[protege]]
name = "Ben Bit"
email = "ben@example.org"
timezone = "Europe/Berlin"
country = "DE"
[policy]
window_opens = 0
window_closes = 24
mails_an_hour = 100
letters_a_day = 100
mailbox_an_hour = 1000
outreach_most = 20
active_most = 20
{policy}
"""


def why_not() -> str | None:
    from servers import dovecot

    return real_postfix.why_not() or (None if dovecot.installed() else dovecot.MISSING)


def working_day() -> datetime:
    """The last Tuesday at nine, UTC: letters to people may leave."""
    today = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0)
    return today - timedelta(days=(today.weekday() - 1) % 7 or 7)


@dataclass
class Whole:
    """In a `with`. `speed`: how fast the daemon's clock runs. `policy`: further numbers of [policy]."""

    idle: bool = True
    speed: float = 20.0
    policy: Mapping[str, int] = field(default_factory=dict)
    state: Path | None = None  # where the state folder is, if not beside the configuration
    submission: int | None = None  # another port than Postfix's: what stands in between
    signs_in: bool = False  # at submission, with the same name and password as for reading
    more: str = ""  # further configuration of Dovecot
    mails: int = 0
    process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="whole-"))
        self.dovecot = Dovecot(more=self.more)
        try:
            self.dovecot.start()
            self.postfix = Postfix(lmtp(self.dovecot.lmtp_port))
            self.postfix.__enter__()
        except BaseException:
            self.dovecot.close()
            raise
        self._real, self._shown = time.time(), working_day()
        self.log_file = self.folder / "log"
        (self.folder / "password").write_text(PASSWORD)
        (self.folder / "password").chmod(0o600)
        self.configure()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()
        self.postfix.remove()
        self.dovecot.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- the daemon

    def configure(self, more: str = "") -> None:
        numbers = {"hold_minutes": 0, "invite_hold_minutes": 0, "in_doubt_minutes": 1, "retry_minutes": 1}
        numbers |= self.policy
        text = CONFIG.format(
            state=self.state or "state",
            imap=self.dovecot.imaps_port,
            ca=self.dovecot.ca_file,
            idle=str(self.idle).lower(),
            smtp=self.submission or self.postfix.port,
            user=f'{OURS}"\npassword_file = "password' if self.signs_in else "",
            policy="\n".join(f"{name} = {number}" for name, number in numbers.items()),
        )
        (self.folder / "config.toml").write_text(text + more)

    @property
    def state_folder(self) -> Path:
        return self.state or self.folder / "state"

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """The daemon, or another command."""
        clock = (self._real, self._shown.timestamp(), self.speed)
        arguments = ["--config", str(self.folder / "config.toml"), *(words or ("run",))]
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(SKEWED), *map(str, clock), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        return self.process

    def kill(self) -> None:
        """kill -9, by process id."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Politely. Its exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        code = self.process.wait(PATIENCE)
        self.process = None
        return code

    def log(self) -> str:
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def now(self) -> datetime:
        """What the daemon's clock shows."""
        return self._shown + timedelta(seconds=(time.time() - self._real) * self.speed)

    # --- people

    def write(self, who: str, text: str, *, to: str = OURS, answers: EmailMessage | None = None, **more: str) -> str:
        """A mail through Postfix's trusted port (`port` for another). Gives its Message-ID."""
        self.mails += 1
        mail = EmailMessage()
        subject = more.get("subject", f"mail {self.mails}")
        if answers is not None:
            to, subject = answers["Reply-To"].split(",")[0], f"Re: {answers['Subject'].removeprefix('Re: ')}"
            mail["In-Reply-To"] = answers["Message-ID"]
        mail["From"], mail["To"], mail["Subject"] = more.get("frm", who), to, subject
        mail["Date"] = format_datetime(self.now())
        mail["Message-ID"] = f"<{self.mails}.from.{who.partition('@')[0]}@example.org>"
        mail.set_content(text)
        self.submit(who, to, mail.as_bytes(), int(more.get("port", self.postfix.trusted_port)))
        return str(mail["Message-ID"])

    def submit(self, sender: str, to: str, raw: bytes, port: int | None = None) -> None:
        with smtplib.SMTP("127.0.0.1", port or self.postfix.trusted_port, timeout=PATIENCE) as client:
            client.sendmail(sender, [to], raw)

    def files(self, who: str) -> list[Path]:
        place = self.dovecot.maildir(who)
        return [path for part in ("new", "cur") for path in sorted((place / part).glob("*"))]

    def inbox(self, who: str) -> list[EmailMessage]:
        """All mails that a person has got, oldest first."""
        return sorted((parsed(path) for path in self.files(who)), key=lambda mail: str(mail["X-Order"]))

    def answers(self, who: str, message_id: str) -> list[EmailMessage]:
        """What that person got as an answer to this mail of theirs."""
        return [mail for mail in self.inbox(who) if mail["In-Reply-To"] == message_id]

    def saying(self, who: str, words: str) -> list[EmailMessage]:
        return [mail for mail in self.inbox(who) if words in said(mail)]

    def asks(self, who: str, text: str, *, answers: EmailMessage | None = None) -> EmailMessage:
        """Writes, and waits for the answer."""
        return self.answer(who, self.write(who, text, answers=answers))

    def answer(self, who: str, message_id: str) -> EmailMessage:
        """Waits for the answer to this mail of theirs."""
        return self.first(lambda: self.answers(who, message_id), f"the answer to {message_id}")

    def first(self, look: Callable[[], Sequence[EmailMessage]], what: str) -> EmailMessage:
        self.until(lambda: bool(look()), what)
        return look()[0]

    def until(self, look: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        """Waits for what must come true. AssertionError with the daemon's log when it does not."""
        for _ in polls(seconds):
            if look():
                return
        raise AssertionError(f"{what} did not come:\n{self.log()[-4000:]}")

    def until_log(self, words: str, seconds: float = PATIENCE) -> None:
        self.until(lambda: words in self.log(), f"{words!r} in the log", seconds)


def polls(seconds: float, every: float = 0.05) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(every)


def said(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    return str(body.get_content()) if body is not None else ""


@lru_cache(maxsize=20000)
def _read(name: str, folder: Path) -> EmailMessage:
    path = next(p for p in (folder / "new" / name, *(folder / "cur").glob(f"{name}*")) if p.exists())
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    mail["X-Order"] = name
    return mail


def parsed(path: Path) -> EmailMessage:
    return _read(path.name.partition(":")[0], path.parent.parent)
