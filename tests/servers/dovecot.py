"""A private Dovecot on free loopback ports, with its own certificate, users and mail, in a folder that goes with it.

It refuses to run as root, so as root it is run as `nobody`.
"""

from __future__ import annotations

import grp
import imaplib
import os
import pwd
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from servers.ports import free_ports, is_free
from servers.tls import make_certificate

USERS = tuple(f"{name}@example.org" for name in ("assistant", "ada", "ben", "minerva", "lee"))
PASSWORD = "secret"
PATIENCE = 20.0  # seconds for a start or an end
MISSING = "Dovecot is not installed: apt-get install dovecot-imapd dovecot-lmtpd"

CONFIG = """
base_dir = {base}/run
state_dir = {base}/run
log_path = {base}/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_home = {base}/mail/%u
mail_location = maildir:~/Maildir
mail_uid = {user}
mail_gid = {group}
mail_fsync = never
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
mail_max_userip_connections = 100
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {base}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={base}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
{more}
"""


def installed() -> bool:
    return all(shutil.which(name, path=_path()) for name in ("dovecot", "openssl"))


class Dovecot:
    """`start` and `stop` it, or use it in a `with`. `more` is appended to its configuration."""

    host = "127.0.0.1"
    password = PASSWORD

    def __init__(self, *, more: str = "", users: Mapping[str, str] | None = None) -> None:
        self._base = Path(tempfile.mkdtemp(prefix="dovecot-"))  # short: the paths of its sockets have a limit
        self._account = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self.imap_port, self.imaps_port, self.lmtp_port = free_ports(3)
        self._process: subprocess.Popen[bytes] | None = None
        for folder in ("run", "mail", "log"):
            (self._base / folder).mkdir()
        made = make_certificate(self._base)
        self.ca_file = made.cert  # self-signed: it is its own authority
        accounts = users or dict.fromkeys(USERS, PASSWORD)
        (self._base / "users").write_text("".join(f"{name}:{{PLAIN}}{word}::::::\n" for name, word in accounts.items()))
        self._configuration = self._base / "dovecot.conf"
        self._configuration.write_text(
            CONFIG.format(
                base=self._base,
                cert=made.cert,
                key=made.key,
                user=self._account.pw_name,
                group=_group(self._account.pw_gid),
                imap=self.imap_port,
                imaps=self.imaps_port,
                lmtp=self.lmtp_port,
                more=more,
            )
        )
        for path in (self._base, *self._base.rglob("*")):
            os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def start(self) -> None:
        """Returns when it answers."""
        program = shutil.which("dovecot", path=_path())
        assert program is not None, MISSING
        for stale in self._base.rglob("*.lock"):  # of one that was killed: Dovecot would wait two minutes for it
            stale.unlink(missing_ok=True)
        for stale in self._base.rglob("*"):  # a socket that a killed child still answers: "already running"
            if stale.is_socket():
                stale.unlink(missing_ok=True)
        identity: dict[str, Any] = {}
        if os.geteuid() == 0:
            identity = {"user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []}
        for port in (self.imap_port, self.imaps_port, self.lmtp_port):
            self._await_free(port)  # a killed child may live a moment longer, and listen
        with self._complaints().open("wb") as complaints:
            self._process = subprocess.Popen(
                [program, "-F", "-c", str(self._configuration)],
                stdin=subprocess.DEVNULL,
                stdout=complaints,
                stderr=complaints,
                cwd=self._base,
                start_new_session=True,
                **identity,
            )
        for port in (self.imap_port, self.lmtp_port):
            self._await_greeting(port)

    def stop(self) -> None:
        """Politely: it says goodbye to its clients, and its children end with it."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
        self.kill()

    def kill(self) -> None:
        """As a crash would: connections are cut. All that it started is in its process group."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def restart(self) -> None:
        self.stop()
        self.start()

    def deliver(self, raw: bytes, to: str = USERS[0], sender: str = "ada@example.org") -> None:
        with smtplib.LMTP(self.host, self.lmtp_port, timeout=PATIENCE) as lmtp:
            lmtp.sendmail(sender, [to], raw)

    def append(self, raw: bytes, user: str = USERS[0], folder: str = "INBOX") -> None:
        """Puts a mail into a folder without the header lines of a delivery."""
        with self.client(user) as client:
            client.append(folder, "", "", raw)

    def client(self, user: str = USERS[0]) -> imaplib.IMAP4:
        client = imaplib.IMAP4(self.host, self.imap_port, timeout=PATIENCE)
        client.login(user, PASSWORD)
        return client

    def maildir(self, user: str = USERS[0]) -> Path:
        return self._base / "mail" / user / "Maildir"

    def renumber(self, user: str = USERS[0]) -> None:
        """Restarts it with another UIDVALIDITY of the user's inbox; the mails stay."""
        self.kill()
        for path in self.maildir(user).glob("dovecot*"):
            path.unlink()
        (self.maildir(user) / "dovecot-uidlist").write_text("3 V7 N1\n")  # else the time: the same within a second
        os.chown(self.maildir(user) / "dovecot-uidlist", self._account.pw_uid, self._account.pw_gid)
        self.start()

    def log(self) -> str:
        path = self._base / "log" / "dovecot.log"
        logged = path.read_text(errors="replace") if path.exists() else ""
        return self._complaints().read_text(errors="replace") + logged

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._base, ignore_errors=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _complaints(self) -> Path:
        """What Dovecot says before it has opened its log."""
        return self._base / "complaints"

    def _await_free(self, port: int) -> None:
        end = time.monotonic() + PATIENCE
        while not is_free(port):
            assert time.monotonic() < end, f"something else listens on port {port}"
            time.sleep(0.01)

    def _await_greeting(self, port: int) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self._process is not None
            assert self._process.poll() is None, f"Dovecot ended at once: {self.log()}"
            try:
                with socket.create_connection((self.host, port), timeout=PATIENCE) as connection:
                    if connection.recv(1):
                        return
            except OSError:
                with suppress(subprocess.TimeoutExpired):  # its end would be the answer, too
                    self._process.wait(0.02)
        raise AssertionError(f"Dovecot does not answer: {self.log()}")


def _group(number: int) -> str:
    return grp.getgrgid(number).gr_name


def _path() -> str:
    """Servers live in sbin, which is not in everybody's PATH."""
    return os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
