"""A small SMTP server in a thread of this process: what it is given goes to a function. For the demo and the tests."""

from __future__ import annotations

import asyncio
import hmac
import logging
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Submitted:
    """One mail as it came over the wire. `sender` is "" for the null sender."""

    sender: str
    recipients: tuple[str, ...]
    raw: bytes


class EmbeddedSmtp:
    """Listens from `start` to `stop` (or in a `with`); port 0 picks a free one, which `port` then tells.

    `on_mail` runs in the server's thread, before the 250: when it raises, the client hears 451 and keeps its mail.
    With `user` and `password`, nobody submits without them. With `tls`, it speaks TLS from the first byte.
    """

    def __init__(
        self,
        on_mail: Callable[[Submitted], None],
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        user: str | None = None,
        password: str = "",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.host = host
        self.port = port
        self._on_mail = on_mail
        self._user = user
        self._password = password
        self._tls = tls
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listening = threading.Event()
        self._failure: OSError | None = None
        self._stop: asyncio.Event | None = None
        self._connections: set[SMTP] = set()

    def start(self) -> None:
        """Returns once it listens. OSError when it cannot (the port is taken)."""
        assert self._thread is None, "already started"
        self._listening.clear()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="embedded-smtp", daemon=True)
        self._thread.start()
        self._listening.wait()
        if self._failure is not None:
            failure, self._failure = self._failure, None
            self._join()
            raise failure

    def stop(self) -> None:
        """Cuts all connections and returns when the thread has ended. May be called again."""
        if self._thread is not None and self._loop is not None and self._stop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._join()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def protocol(self) -> SMTP:
        """A new conversation. To be overridden by servers that behave otherwise."""
        return SMTP(self, **self.protocol_settings())

    def protocol_settings(self) -> dict[str, Any]:
        """What aiosmtpd's SMTP is told; AUTH is offered where a user is set, on this loopback also without TLS."""
        return {
            "hostname": "localhost",
            "ident": "embedded SMTP",
            "enable_SMTPUTF8": True,
            "auth_require_tls": self._user is None,
            "authenticator": self._authenticate,
        }

    async def handle_MAIL(  # noqa: N802 # aiosmtpd names its hooks so
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self._user is not None and not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 # likewise
        raw = envelope.original_content
        sender = "" if envelope.mail_from in (None, "<>") else str(envelope.mail_from)
        assert raw is not None
        try:
            self._on_mail(Submitted(sender, tuple(envelope.rcpt_tos), raw))
        except Exception:
            log.exception("a mail could not be delivered: its sender keeps it")
            return "451 4.3.0 not delivered, try again"
        return "250 2.0.0 OK"

    def _authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, given: LoginPassword
    ) -> AuthResult:
        wanted = f"{self._user}\0{self._password}".encode()
        right = hmac.compare_digest(given.login + b"\0" + given.password, wanted)
        return AuthResult(success=right, handled=False)

    async def _serve(self) -> None:
        self._loop, stop = asyncio.get_running_loop(), asyncio.Event()
        self._stop = stop
        try:
            server = await self._loop.create_server(self._connected, self.host, self.port, ssl=self._tls)
        except OSError as error:
            self._failure = error
            self._listening.set()
            return
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        await stop.wait()
        server.close()
        for connection in self._connections:
            if isinstance(connection.transport, asyncio.WriteTransport):
                connection.transport.abort()  # TLS would wait for a goodbye

    def _connected(self) -> SMTP:
        connection = self.protocol()
        self._connections = {open_ for open_ in self._connections if open_.transport is not None} | {connection}
        return connection

    def _join(self) -> None:
        assert self._thread is not None
        self._thread.join()
        self._thread = self._loop = None
