"""A private Postfix on loopback, as a provider's server would be: it strips results that claim to be its own, and what
comes in on its trusted port it stamps as authenticated. Needs root to start, and the Debian package `postfix`.
"""

from __future__ import annotations

import os
import secrets
import select
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from servers.ports import free_ports

DAEMONS = Path("/usr/lib/postfix/sbin")
START_SECONDS = 30.0
END_SECONDS = 20.0

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions = check_recipient_access regexp:{folder}/etc/recipients, permit
smtpd_peername_lookup = no
smtpd_client_connection_rate_limit = 0
smtputf8_enable = {smtputf8}
disable_dns_lookups = yes
default_transport = {transport}
relay_transport = {transport}
local_transport = {transport}
virtual_alias_domains =
alias_maps =
local_recipient_maps =
lmtp_destination_recipient_limit = 1
minimal_backoff_time = 1s
queue_run_delay = 1s
maillog_file = {folder}/maillog
maillog_file_prefixes = {folder}
header_checks = regexp:{folder}/etc/header_checks
smtpd_tls_security_level = {tls}
smtpd_tls_cert_file = {cert}
smtpd_tls_key_file = {key}
"""

# RFC 8601 §5: a server removes results that claim to be its own. What smtpd prepends goes through these checks too, so
# the true stamp comes as a header whose name nobody else knows, and is named here.
HEADER_CHECKS = """\
/^{mark}: (.*)$/ REPLACE Authentication-Results: mx.example.org; dmarc=pass header.from=$1
/^Authentication-Results:[[:space:]]*mx[.]example[.]org([^a-z0-9.-]|$)/ IGNORE
"""

STAMP = "/@([a-z0-9.-]+)$/ PREPEND {mark}: $1\n"

RECIPIENTS = """\
/^unknown@/ 550 5.1.1 no such person here
/^later@/ 450 4.2.0 come back later
"""

MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{trusted_port} inet n - n - - smtpd
  -o smtpd_data_restrictions=check_sender_access,regexp:{folder}/etc/stamp
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
lmtp unix - - n - - lmtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


def why_not() -> str | None:
    """Why no Postfix can run here, for the skipped tests; None when it can."""
    if shutil.which("postfix", path="/usr/sbin:/sbin:/usr/bin") is None or not (DAEMONS / "master").exists():
        return "postfix is not installed (Debian: apt-get install postfix)"
    if os.geteuid() != 0:
        return "postfix starts as root only"
    return None


def lmtp(port: int) -> str:
    """The transport that gives every mail to an LMTP server on loopback (Dovecot)."""
    return f"lmtp:inet:127.0.0.1:{port}"


def smtp(port: int) -> str:
    """The transport that gives every mail to an SMTP server on loopback."""
    return f"smtp:[127.0.0.1]:{port}"


class Postfix:
    """Takes mail on `port` and `trusted_port` without sign-in, and hands all of it to `transport`.

    On `trusted_port` the sender's domain gets a true `dmarc=pass` of mx.example.org, on top; forged ones are removed
    on both. `unknown@` is refused (550), `later@` put off (450). With `tls` (certificate, key) it offers STARTTLS.
    """

    def __init__(self, transport: str, *, tls: tuple[Path, Path] | None = None, smtputf8: bool = True) -> None:
        self.host = "127.0.0.1"
        self.port, self.trusted_port = free_ports(2)
        self._transport = transport
        self._tls = tls
        self._smtputf8 = smtputf8
        self._folder: Path | None = None
        self._master: int | None = None

    def start(self) -> None:
        """Returns once it takes mail. RuntimeError with Postfix's own words when it does not start."""
        if self._folder is None:
            # not in pytest's folder: the user `postfix` must be able to walk to it
            self._folder = Path(tempfile.mkdtemp(prefix="postfix-"))
            self._folder.chmod(0o755)
            self._write()
        end = time.monotonic() + START_SECONDS
        while (done := self._run("start")).returncode != 0:
            # a child forked while its master ended holds the lock for a moment: "already running"
            if time.monotonic() > end:
                raise RuntimeError(f"postfix did not start: {done.stdout}{done.stderr}{self.log()}")
            time.sleep(0.05)
        self._master = int((self._folder / "queue/pid/master.pid").read_text())
        for port in (self.port, self.trusted_port):
            with socket.create_connection((self.host, port), START_SECONDS) as connection:
                assert connection.recv(512).startswith(b"220 "), self.log()

    def stop(self) -> None:
        """Ends its processes; queue and settings stay for `start`."""
        if self._master is None:
            return
        master, self._master = self._master, None
        family = {pid: fd for pid in (master, *_children(master)) if (fd := _watch(pid)) is not None}
        try:
            if master in family:
                signal.pidfd_send_signal(family[master], signal.SIGTERM)
            for process in family.values():
                if not select.select([process], [], [], END_SECONDS)[0]:
                    signal.pidfd_send_signal(process, signal.SIGKILL)
        finally:
            for process in family.values():
                os.close(process)

    def restart(self) -> None:
        """Cuts every connection, and is there again on the same ports."""
        self.stop()
        self.start()

    def flush(self) -> None:
        """Tries at once to deliver what had been put off."""
        self._run("flush")

    def log(self) -> str:
        """What Postfix logged so far."""
        maillog = self._path("maillog")
        return maillog.read_text(errors="replace") if maillog.exists() else ""

    def remove(self) -> None:
        """Stops, and leaves nothing behind."""
        self.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder)
            self._folder = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.remove()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.remove()

    def _write(self) -> None:
        for name in ("etc", "queue", "data"):
            self._path(name).mkdir()
        shutil.chown(self._path("data"), "postfix")
        cert, key = self._tls or ("", "")
        values = {
            "folder": self._folder,
            "daemons": DAEMONS,
            "transport": self._transport,
            "port": self.port,
            "trusted_port": self.trusted_port,
            "smtputf8": "yes" if self._smtputf8 else "no",
            "tls": "may" if self._tls else "none",
            "cert": cert,
            "key": key,
            "mark": f"X-Stamp-{secrets.token_hex(8)}",
        }
        files = {
            "main.cf": MAIN.format_map(values),
            "master.cf": MASTER.format_map(values),
            "header_checks": HEADER_CHECKS.format_map(values),
            "stamp": STAMP.format_map(values),
            "recipients": RECIPIENTS,
        }
        for name, text in files.items():
            (self._path("etc") / name).write_text(text)

    def _run(self, command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/usr/sbin/postfix", "-c", str(self._path("etc")), command],
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=False,
        )

    def _path(self, name: str) -> Path:
        assert self._folder is not None, "not started"
        return self._folder / name


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def _watch(pid: int) -> int | None:
    """A descriptor that becomes readable when the process has ended; None when it has."""
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None
