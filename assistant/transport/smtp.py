"""Hands letters to a submission server by SMTP (RFC 5321, RFC 6409) and says what is known of each.

The rule of this file: once the server said 354, only its final reply tells whether it has the letter; without one the
letter is in doubt. Before 354 nothing can have been taken, so a kept connection that went stale is replaced, once.
The library's `send()` and `data()` hide which of the two it was (mail.md), so the commands are given one by one.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import aiosmtplib
from aiosmtplib import SMTPResponse as Reply

from assistant.errors import ConfigError, SecretError, SignInRefused
from assistant.ports import Outcome, Receipt
from assistant.transport import envelope, replies
from assistant.transport.envelope import Unsendable
from assistant.transport.tls import is_loopback, verifying_context

PATIENCE = 15.0  # seconds for small talk on a kept connection: is it alive, goodbye
US = "[127.0.0.1]"  # in EHLO: tells nothing of this machine and asks no name server (RFC 5321 §4.1.4)
RESET_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER: on, 0 seconds
WORLD = (aiosmtplib.SMTPException, OSError)  # a bad certificate is an OSError (mail.md)


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """Where and how to submit. `password` is asked at every sign-in; None never signs in. Times are seconds.

    `ca_file`: trust these authorities only. ConfigError for what cannot work, or would send letters in the clear.
    """

    host: str
    port: int
    security: Literal["tls", "starttls", "none"] = "tls"
    username: str = ""
    password: Callable[[], str] | None = field(default=None, repr=False)
    ca_file: Path | None = None
    timeout: float = 60.0
    data_timeout: float = 600.0  # RFC 5321 §4.5.3.2.6

    def __post_init__(self) -> None:
        if self.security not in ("tls", "starttls", "none"):
            raise ConfigError(f"smtp security is {self.security!r}: tls, starttls or none")
        if self.security == "none" and not is_loopback(self.host):
            raise ConfigError(f"smtp security to {self.host!r} is none: only loopback may be plain")
        if not 0 < self.port < 65536:
            raise ConfigError(f"smtp port is {self.port}: 1 to 65535")
        if min(self.timeout, self.data_timeout) <= 0:
            raise ConfigError("smtp timeouts are seconds, above 0")
        if not _is_host(self.host):
            raise ConfigError(f"smtp host is {self.host!r}: a host name or an IP address")


@dataclass(frozen=True, slots=True)
class _Letter:
    """Checked, and ready for the wire."""

    sender: str
    to: str
    copies: tuple[str, ...]
    data: bytes
    size: int
    ascii: bool


class SmtpSubmission:
    """A `ports.Submission`: one kept connection, one letter a transaction. For one thread, outside any event loop."""

    def __init__(self, settings: SmtpSettings) -> None:
        """Opens nothing yet. ConfigError when the CA file cannot be used."""
        self._settings = settings
        self._trust = verifying_context(settings.ca_file)
        self._runner = asyncio.Runner()
        self._client: aiosmtplib.SMTP | None = None
        self._transport: asyncio.BaseTransport | None = None

    def submit(self, sender: str, to: str, copies: Sequence[str], raw: bytes) -> Receipt:
        """See the port. ValueError for our own bugs (no plain address, lines without CRLF), before anything is sent."""
        for address in (sender, to, *copies) if sender else (to, *copies):  # "" is the null sender (RFC 5321 §4.5.5)
            envelope.check_address(address)
        letter = _Letter(sender, to, tuple(copies), envelope.data(raw), len(raw), raw.isascii())
        return self._runner.run(self._submit(letter))

    def close(self) -> None:
        """Says goodbye and ends the connection. May be called again."""
        if self._client is not None:
            self._runner.run(self._leave())
        self._runner.close()

    async def _submit(self, letter: _Letter) -> Receipt:
        try:
            if await self._still_there():
                try:
                    return await self._transaction(letter)
                except WORLD:
                    await self._drop()  # stale after all: no data went out, so once more
            await self._connect()
            return await self._transaction(letter)
        except WORLD as error:
            await self._drop()
            return Receipt(Outcome.DEFERRED, replies.why(error))
        except Unsendable as error:
            return Receipt(Outcome.REFUSED, replies.clean(str(error)))
        except BaseException:  # a refused sign-in, or we are stopped halfway: never keep what is halfway
            await self._drop()
            raise

    async def _still_there(self) -> bool:
        """Whether the kept connection answers; a dead one is dropped."""
        if self._client is None:
            return False
        if await self._reset():
            return True
        await self._drop()
        return False

    async def _connect(self) -> None:
        settings = self._settings
        client = aiosmtplib.SMTP(
            hostname=settings.host.strip("[]"),
            port=settings.port,
            local_hostname=US,
            timeout=settings.timeout,
            use_tls=settings.security == "tls",
            start_tls=settings.security == "starttls",  # never None: that would go on in the clear (mail.md)
            tls_context=self._trust,
        )
        await client.connect()
        self._client, self._transport = client, client.transport
        await client.ehlo()
        await self._sign_in(client)

    async def _sign_in(self, client: aiosmtplib.SMTP) -> None:
        """One attempt, by one mechanism: the library would try all, and three failures at once lock accounts."""
        host, offered = self._settings.host, client.server_auth_methods
        if self._settings.password is None or (not offered and is_loopback(host)):
            return
        username, password = self._settings.username, self._password(self._settings.password)
        attempts = {"plain": client.auth_plain, "login": client.auth_login, "cram-md5": client.auth_crammd5}
        attempt = next((attempts[name] for name in attempts if name in offered), None)
        if attempt is None:
            raise SignInRefused(
                f"{host} offers no way to sign in with a password (it offers {replies.clean(str(offered))})"
            )
        try:
            await attempt(username, password)
        except aiosmtplib.SMTPAuthenticationError as error:
            words = replies.without_secrets(error, username, password)
            if 500 <= error.code < 600:
                raise SignInRefused(f"{host} refused to sign {username} in: {words}") from None
            raise aiosmtplib.SMTPException(f"sign-in put off: {words}") from None

    @staticmethod
    def _password(ask: Callable[[], str]) -> str:
        try:
            return ask()
        except SecretError as error:
            raise SignInRefused(f"no password to sign in with: {error}") from error

    async def _transaction(self, letter: _Letter) -> Receipt:
        """MAIL, RCPT, DATA. Raises one of WORLD only as long as nothing of the letter was sent, Unsendable likewise."""
        client = self._connected()
        utf8 = client.supports_extension("smtputf8")
        sender, to = envelope.path(letter.sender, utf8=utf8), envelope.path(letter.to, utf8=utf8)
        copies, refused = self._copies(letter.copies, utf8=utf8)
        options = self._options(letter, utf8=not all(path.isascii() for path in (sender, to, *copies.values())))
        for command in ((b"MAIL", b"FROM:" + sender, *options), (b"RCPT", b"TO:" + to)):
            reply = await self._say(*command)
            if reply.code >= 400:
                return await self._refused(reply)
        for address, path in copies.items():
            if (await self._say(b"RCPT", b"TO:" + path)).code >= 400:
                refused.append(address)
        reply = await self._say(b"DATA", go=354)
        if reply.code >= 400:
            return await self._refused(reply, refused)
        return await self._data(letter.data, tuple(refused))

    @staticmethod
    def _copies(copies: tuple[str, ...], *, utf8: bool) -> tuple[dict[str, bytes], list[str]]:
        """Those who can get a copy, with their paths, and those whom this server cannot even be named."""
        paths: dict[str, bytes] = {}
        refused: list[str] = []
        for address in copies:
            try:
                paths[address] = envelope.path(address, utf8=utf8)
            except Unsendable:
                refused.append(address)
        return paths, refused

    def _options(self, letter: _Letter, *, utf8: bool) -> list[bytes]:
        """The parameters of MAIL: SIZE lets a server refuse before the data (RFC 1870)."""
        offers = self._connected().supports_extension
        if not letter.ascii and not offers("8bitmime"):
            raise Unsendable("the letter has 8-bit text, and the server takes only 7-bit (no 8BITMIME)")
        size = [b"SIZE=%d" % letter.size] if offers("size") else []
        return size + [b"BODY=8BITMIME"] * (not letter.ascii) + [b"SMTPUTF8"] * utf8

    async def _say(self, *command: bytes, go: int = 250) -> Reply:
        """The reply: a yes of the same kind as `go`, or a no. All else says that the connection is of no more use."""
        reply = await self._connected().execute_command(*command)
        if reply.code == 530:  # RFC 4954 §6: it is about us, not about the letter
            raise SignInRefused(f"{self._settings.host} wants us signed in first: {replies.said(reply)}")
        yes = reply.code == go or (go == 250 and 200 <= reply.code < 300)
        if reply.code == 421 or not (yes or 400 <= reply.code < 600):
            raise aiosmtplib.SMTPResponseException(reply.code, reply.message)
        return reply

    async def _refused(self, reply: Reply, copies_refused: Sequence[str] = ()) -> Receipt:
        if not await self._reset():
            await self._drop()
        outcome = Outcome.REFUSED if reply.code >= 500 else Outcome.DEFERRED
        return Receipt(outcome, replies.said(reply), tuple(copies_refused))

    async def _data(self, data: bytes, copies_refused: tuple[str, ...]) -> Receipt:
        """After 354. Whatever happens to the connection now, the receipt says it."""
        protocol = self._connected().protocol
        assert protocol is not None
        try:
            protocol.write(data)
            reply = await protocol.read_response(timeout=self._settings.data_timeout)
        except WORLD as error:
            await self._drop(unsent=True)
            return Receipt(Outcome.DOUBT, f"no answer to the data: {replies.why(error)}", copies_refused)
        kind = {2: Outcome.ACCEPTED, 4: Outcome.DEFERRED, 5: Outcome.REFUSED}.get(reply.code // 100, Outcome.DOUBT)
        if reply.code == 421 or kind is Outcome.DOUBT:
            await self._drop()
        return Receipt(kind, replies.said(reply), copies_refused)

    async def _reset(self) -> bool:
        """RSET: forgets a transaction, and shows whether the server is there."""
        try:
            reply = await self._connected().execute_command(b"RSET", timeout=min(PATIENCE, self._settings.timeout))
        except WORLD:
            return False
        return 200 <= reply.code < 300

    def _connected(self) -> aiosmtplib.SMTP:
        assert self._client is not None
        return self._client

    async def _leave(self) -> None:
        try:
            await self._connected().quit(timeout=min(PATIENCE, self._settings.timeout))
        except WORLD:
            pass  # whether the goodbye was heard changes nothing: no letter is on the line, and it is dropped anyway
        finally:
            await self._drop()

    async def _drop(self, *, unsent: bool = False) -> None:
        """Ends the connection now. `unsent`: what still waits in buffers must never arrive, least of all later."""
        client, transport = self._client, self._transport
        self._client = self._transport = None
        if client is not None:
            client.close()
        if isinstance(transport, asyncio.WriteTransport):
            sock = transport.get_extra_info("socket")
            if unsent and sock is not None and sock.fileno() != -1:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
            transport.abort()
        await asyncio.sleep(0)  # lets the loop close the socket: it stands still between letters


def _is_host(text: str) -> bool:
    try:
        return text.isprintable() and " " not in text and bool(text.encode("idna"))
    except UnicodeError:
        return False
