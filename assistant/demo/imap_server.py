"""An IMAP server inside this process, for the demo and the tests: pymap, its mail in memory, on a free loopback port.

It knows no keywords, SPECIAL-USE or CONDSTORE: what works with it asks little of a server.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from argparse import Namespace
from collections.abc import Coroutine, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, Identity, Login
from pymap.backend.dict.mailbox import MailboxData, MailboxSet
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials import FetchRequirement
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

START = 20.0  # seconds
T = TypeVar("T")


class _Config(Config):
    @property
    def greeting(self) -> bytes:
        return b"Server ready"  # pymap's own asks a name server for this machine's name


class EmbeddedImap:
    """A running server with `users` (name: password). `close` ends it, or use it in a `with`.

    Connections are plain: it listens on 127.0.0.1 only.
    """

    host = "127.0.0.1"

    def __init__(self, users: Mapping[str, str], *, idle: bool = True, port: int = 0) -> None:
        self._users = dict(users)
        self._idle = idle
        self._wanted_port = port
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._identities: dict[str, Any] = {}
        self._config: Any = None
        self._connections: set[asyncio.StreamWriter] = set()
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="imap-server", daemon=True)
        self._thread.start()
        if not self._ready.wait(START) or self._failure:
            raise RuntimeError("the embedded IMAP server did not start") from self._failure

    def deliver(self, user: str, raw: bytes, *, folder: str = "INBOX", at: datetime | None = None) -> None:
        """Puts a mail into the user's folder, as a delivery agent would. `at` is aware; default now."""
        self._call(self._append(user, raw, folder, at or datetime.now(UTC)))

    def mails(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """Every mail of the folder, in order; nothing where there is no such folder."""
        return self._call(self._contents(user, folder))

    def flags(self, user: str, folder: str = "INBOX") -> list[set[str]]:
        """The flags of every mail of the folder, in order, such as `\\Seen`."""
        return self._call(self._flags(user, folder))

    def renumber(self, user: str) -> None:
        """The inbox gets another UIDVALIDITY, and keeps its mails."""
        self._call(self._renumber(user))

    def hang_up(self) -> None:
        """Cuts every connection, as a crashed server or a lost line would."""
        self._call(self._cut())

    def close(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(START)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        except BaseException as error:  # noqa: BLE001 # it ends the thread: whoever waits for the start must hear of it
            self._failure = error
        finally:
            self._ready.set()
            self._loop.close()

    async def _serve(self) -> None:
        arguments = Namespace(passlib_cfg=None, proxy_protocol=None)
        self._config = _Config(
            arguments,
            host=self.host,
            port=0,
            demo_data=False,
            demo_user="",
            demo_password="",
            hash_context=Cleartext(),
            tls_enabled=False,
            invalid_user_sleep=0,
            disable_idle=not self._idle,
        )
        self._config.apply_context()
        login = Login(self._config)
        for name, password in self._users.items():
            self._identities[name] = Identity(name, login, None, frozenset())
            await self._identities[name].set(UserMetadata(self._config, name, password=password))
        answer = IMAPServer(login, self._config)
        listener = socket.create_server((self.host, self._wanted_port))

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self._connections.add(writer)
            # asyncio does so only where the listener's protocol is named; an answer in two parts took 40 ms without
            writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                await answer(reader, writer, SocketInfoLocal(writer))
            finally:
                self._connections.discard(writer)

        async with AsyncExitStack() as stack:
            server = await stack.enter_async_context(await asyncio.start_server(connected, sock=listener))
            self.port = listener.getsockname()[1]
            self._ready.set()
            await self._stop.wait()
            server.close()
            await self._cut()
            await self._end_tasks()

    async def _end_tasks(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _cut(self) -> None:
        for writer in list(self._connections):
            writer.transport.abort()

    async def _mailboxes(self, user: str) -> MailboxSet:
        async with self._identities[user].new_session():  # makes them at the first time
            mailboxes: MailboxSet = self._config.set_cache[user][0]
            return mailboxes

    async def _folder(self, user: str, name: str) -> MailboxData:
        return await (await self._mailboxes(user)).get_mailbox(name)

    async def _append(self, user: str, raw: bytes, folder: str, at: datetime) -> None:
        mailbox = await self._folder(user, folder)
        await mailbox.append(AppendMessage(raw, at, frozenset()), recent=True)

    async def _contents(self, user: str, folder: str) -> list[bytes]:
        try:
            mailbox = await self._folder(user, folder)
        except KeyError:
            return []
        loaded = [await mail.load_content(FetchRequirement.CONTENT) async for mail in mailbox.messages()]
        return [bytes(mail.get_body(binary=True)) for mail in loaded]

    async def _flags(self, user: str, folder: str) -> list[set[str]]:
        mailbox = await self._folder(user, folder)
        return [{str(flag) for flag in mail.permanent_flags} async for mail in mailbox.messages()]

    async def _renumber(self, user: str) -> None:
        mailbox = await self._folder(user, "INBOX")
        mailbox._uid_validity += 1  # noqa: SLF001 # pymap has no other way
        await self._cut()

    def _call(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(START)
