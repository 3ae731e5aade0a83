"""One connection to an IMAP server (RFC 3501): made when needed, dropped at any error, made again at the next call."""

from __future__ import annotations

import imaplib
import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import CapabilityError, LoginError, ProtocolError

from assistant.errors import ConfigError, MailboxLost, SecretError, SignInRefused
from assistant.transport.tls import is_loopback, verifying_context

TIMEOUTS = SocketTimeout(connect=15, read=60)  # seconds
PASSING = (
    "[UNAVAILABLE]",
    "[INUSE]",
    "[LIMIT]",
    "[SERVERBUG]",
)  # RFC 5530: the sign-in failed, the password may be right

log = logging.getLogger(__name__)

_ATOM = re.compile(r"[A-Za-z0-9@._+=/-]+")


@dataclass(frozen=True, slots=True)
class ImapSettings:
    """Where the mailbox is and how it is used. Times in seconds. Raises ConfigError for what would show the password.

    `password` is asked at every sign-in. `ca_file`: trust these authorities only. `sent`, `processed`: folder names; an
    empty `sent` is found by itself, an empty `processed` leaves read mail where it is. `keep_sent`: whether we file
    copies of our letters; None: where the provider does not.
    """

    host: str
    username: str
    password: Callable[[], str] = field(repr=False)
    port: int = 993
    security: Literal["tls", "starttls", "none"] = "tls"
    folder: str = "INBOX"
    idle: bool = True
    poll_seconds: float = 60
    ca_file: Path | None = None
    processed: str = "Processed"
    sent: str = ""
    max_mail_bytes: int = 25_000_000
    keep_sent: bool | None = None

    def __post_init__(self) -> None:
        if self.security not in ("tls", "starttls", "none"):
            raise ConfigError(f"imap security is {self.security!r}: tls, starttls or none")
        if self.security == "none" and not is_loopback(self.host):
            raise ConfigError(f"imap to {self.host} must be tls or starttls: only loopback may be plain")


@dataclass(frozen=True, slots=True)
class Opened:
    """A folder as it was when it was opened."""

    folder: str
    validity: int
    exists: int


class Session:
    """The one connection. `with session.use("reading") as client:` gives imapclient's client, signed in.

    Whatever goes wrong inside drops the connection and is raised as MailboxLost or SignInRefused.
    """

    def __init__(self, settings: ImapSettings) -> None:
        self._settings = settings
        self._tls = verifying_context(settings.ca_file) if settings.security != "none" else None
        self._client: IMAPClient | None = None
        self._opened: Opened | None = None

    @contextmanager
    def use(self, doing: str) -> Iterator[IMAPClient]:
        host = self._settings.host
        try:
            if self._client is None:
                self._client = self._connect()
            yield self._client
        except (MailboxLost, SignInRefused):
            self.drop()
            raise
        except Exception as error:  # mail.md: connect again on any exception; parsers raise many kinds
            self.drop()
            raise MailboxLost(f"imap {host}, {doing}: {plain(error)}") from error

    def open(self, client: IMAPClient, folder: str, *, writable: bool = False) -> Opened:
        """Opens the folder afresh. Reading is EXAMINE: it changes nothing and needs no right to write."""
        self._opened = None
        answer = client.select_folder(folder, readonly=not writable)
        if not answer.get(b"UIDVALIDITY"):
            raise MailboxLost(
                f"imap {self._settings.host}: folder {folder} has no UIDVALIDITY: it cannot be read safely"
            )
        self._opened = Opened(folder, int(answer[b"UIDVALIDITY"]), int(answer.get(b"EXISTS", 0)))
        return self._opened

    def stay(self, client: IMAPClient, folder: str, validity: int) -> None:
        """Back into the folder where another call has left it, or the connection is a new one. Raises MailboxLost."""
        if self._opened is None or self._opened.folder != folder:
            self.open(client, folder)
        if self._opened is None or self._opened.validity != validity:
            raise MailboxLost(f"imap {self._settings.host}: UIDVALIDITY of {folder} changed during the reading")

    def drop(self) -> None:
        """Cuts the connection. The next use makes a new one."""
        client, self._client, self._opened = self._client, None, None
        if client is not None:
            with suppress(Exception):  # it is given up: why it cannot be closed says nothing new
                client.shutdown()

    def close(self) -> None:
        """Says goodbye where somebody still listens."""
        client, self._client, self._opened = self._client, None, None
        if client is not None:
            try:
                client.logout()
            except Exception as error:  # noqa: BLE001 # nothing depends on a goodbye
                log.debug("imap %s: no goodbye: %s", self._settings.host, plain(error))
                self._client = client
                self.drop()

    def _connect(self) -> IMAPClient:
        settings = self._settings
        client = IMAPClient(
            settings.host, port=settings.port, ssl=settings.security == "tls", ssl_context=self._tls, timeout=TIMEOUTS
        )
        try:
            client.normalise_times = False  # aware times: naive ones are in this machine's zone
            if settings.security == "starttls":
                client.starttls(self._tls)
            _tune(client.socket())
            _sign_in(client, settings)
        except BaseException:
            with suppress(Exception):  # the error that brought us here is the one to tell
                client.shutdown()
            raise
        log.info("imap %s: signed in as %s", settings.host, settings.username)
        return client


def _tune(connection: socket.socket) -> None:
    """⚠ mail.md: without TCP_NODELAY a search costs 45 ms on Cyrus; without keep-alives a dead line is only silent."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 20), ("TCP_KEEPCNT", 3)):
        if hasattr(socket, option):  # not on every system
            connection.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


def _sign_in(client: IMAPClient, settings: ImapSettings) -> None:
    where = f"imap {settings.host}"
    try:
        secret = settings.password()
    except SecretError as error:
        raise SignInRefused(f"{where}: {error}") from error
    try:
        if client.has_capability("LOGINDISABLED") and not client.has_capability("AUTH=PLAIN"):
            raise SignInRefused(f"{where}: takes no password on this connection; security = tls or starttls may help")
        if not client.has_capability("LOGINDISABLED") and _fits_login(settings.username, secret):
            client.login(settings.username, secret)
        else:
            client.plain_login(settings.username, secret)
    except LoginError as error:
        said = plain(error).replace(secret, "…")
        # ⚠ mail.md: a connection lost in login() looks like a refusal.
        if isinstance(error.__context__, imaplib.IMAP4.abort) or any(code in said for code in PASSING):
            raise MailboxLost(f"{where}, signing in: {said}") from None
        raise SignInRefused(f"{where} refuses {settings.username}: {said}") from None
    except (imaplib.IMAP4.error, ValueError) as error:
        raise MailboxLost(f"{where}, signing in: {plain(error).replace(secret, '…')}") from None


def _fits_login(username: str, secret: str) -> bool:
    """LOGIN takes ASCII; imaplib sends the name unquoted."""
    return _ATOM.fullmatch(username) is not None and secret.isascii() and secret.isprintable()


def plain(error: BaseException) -> str:
    """One line for the log about what happened: no structure of its own, and nothing of a mail that was on the line."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    if isinstance(error, CapabilityError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, (OSError, imaplib.IMAP4.error)) and not isinstance(error, ProtocolError):
        text = re.split(r": b?['\"]", str(error), maxsplit=1)[0]  # imaplib quotes the line that it could not read
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())[:200]
        return text or type(error).__name__
    return f"an answer could not be read ({type(error).__name__})"
