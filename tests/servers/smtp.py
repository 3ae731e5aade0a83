"""An SMTP server that does what is right, except where a test tells it otherwise."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import Iterable
from enum import Enum
from typing import Any, Literal

from aiosmtpd.smtp import SMTP, Envelope, Session

from assistant.demo.smtp_server import EmbeddedSmtp, Submitted
from assistant.ports import Receipt, Submission

Step = Literal["CONNECT", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "INSIDE", "DOT", "RSET", "QUIT"]
COMMANDS: tuple[Step, ...] = ("EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "RSET", "QUIT")


class Act(Enum):
    CUT = "the connection is cut"
    HANG = "nothing is said any more, and nothing read, until `goes_on`"


CUT, HANG = Act.CUT, Act.HANG

ASSISTANT, ADA, BEN, MINERVA = "assistant@example.org", "ada@example.org", "ben@example.org", "minerva@example.org"
LETTER = b"From: assistant@example.org\r\nTo: ada@example.org\r\nSubject: Hello\r\n\r\nGood day.\r\n"


def hand_in(submission: Submission, *copies: str) -> Receipt:
    """The assistant's letter to Ada."""
    return submission.submit(ASSISTANT, ADA, copies, LETTER)


class TrickyServer(EmbeddedSmtp):
    """What to do at a step is a reply (421 also closes) or an act.

    INSIDE is after the first byte of data, DOT after the final dot: there the mail is taken when the server then cuts
    or hangs, and not taken when it replies.
    """

    def __init__(
        self,
        *,
        lacks: Iterable[str] = (),
        offers_auth: str = "",
        starttls: ssl.SSLContext | None = None,
        **settings: Any,
    ) -> None:
        self.mails: list[Submitted] = []
        self.said: list[str] = []  # every command with its argument; of AUTH only the mechanism
        self.visits = 0
        super().__init__(self.mails.append, **settings)
        self._lacks = tuple(lacks)
        self._offers_auth = offers_auth
        self._starttls = starttls
        self._plan: dict[Step, deque[str | Act]] = {}
        self._always: dict[Step, str | Act] = {}
        self._refusals: dict[str, str] = {}
        self._go_on = asyncio.Event()

    def once(self, step: Step, *answers: str | Act) -> None:
        """At the next times of `step`: these, one each."""
        self._plan.setdefault(step, deque()).extend(answers)

    def always(self, step: Step, answer: str | Act) -> None:
        self._always[step] = answer

    def refuses(self, address: str, reply: str) -> None:
        """RCPT of this address gets this reply."""
        self._refusals[address] = reply

    def drops_idle(self, word: str = "") -> None:
        """Ends all connections now, perhaps with a last word, and returns when they are ended."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._end_all(word), self._loop).result(10)

    def goes_on(self) -> None:
        """What hangs goes on, as if nothing had been."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._go_on.set)

    def empties(self) -> None:
        """Returns when no connection is left."""
        assert self._loop is not None
        asyncio.run_coroutine_threadsafe(self._all_gone(), self._loop).result(10)

    def protocol(self) -> SMTP:
        self.visits += 1
        return Conversation(self, **self.protocol_settings(), tls_context=self._starttls)

    def plans(self, step: Step) -> bool:
        return bool(self._plan.get(step)) or step in self._always

    def next(self, step: Step) -> str | Act | None:
        waiting = self._plan.get(step)
        return waiting.popleft() if waiting else self._always.get(step)

    async def hung(self) -> None:
        await self._go_on.wait()

    async def handle_EHLO(  # noqa: N802 # aiosmtpd names its hooks so
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, lines: list[str]
    ) -> list[str]:
        session.host_name = hostname
        kept = [line for line in lines if not line[4:].startswith(self._lacks)] if self._lacks else lines
        auth = f"250-AUTH {self._offers_auth}"
        return [auth if line.startswith("250-AUTH") and self._offers_auth else line for line in kept]

    async def handle_RCPT(  # noqa: N802 # likewise
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self._refusals:
            return self._refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 # likewise
        answer = self.next("DOT")
        if isinstance(answer, str):
            await server.push(answer)
            return await closed(server) if answer.startswith("421") else ""
        reply = await super().handle_DATA(server, session, envelope)
        if answer is not None:
            await server.do(answer)
        return reply

    async def _end_all(self, word: str) -> None:
        for connection in self._connections:
            if connection.transport is not None:
                connection.transport.write(f"{word}\r\n".encode() if word else b"")
                connection.transport.abort()  # TLS would wait for a goodbye, and who is idle says none
        await self._all_gone()

    async def _all_gone(self) -> None:
        for connection in self._connections:
            await connection.gone.wait()


class Conversation(SMTP):
    """One connection to a TrickyServer."""

    line_length_limit = 2**20

    def __init__(self, server: TrickyServer, **settings: Any) -> None:
        self._tricky = server
        self.gone = asyncio.Event()
        super().__init__(server, **settings)

    def connection_lost(self, error: Exception | None) -> None:
        super().connection_lost(error)
        self.gone.set()

    async def _handle_client(self) -> None:
        if await self.told("CONNECT"):
            await closed(self)
        await super()._handle_client()

    async def push(self, status: str | bytes) -> None:
        if status:
            await super().push(status)
        if str(status).startswith("354") and self._tricky.plans("INSIDE"):
            await self._reader.readexactly(1)
            if await self.told("INSIDE"):
                await closed(self)

    async def told(self, step: Step) -> bool:
        """Does what the test wants at this step. Whether that was all: else the right thing is to be done."""
        answer = self._tricky.next(step)
        if isinstance(answer, str):
            await self.push(answer)
            if answer.startswith("421"):
                await closed(self)
        elif answer is not None:
            await self.do(answer)
        return isinstance(answer, str)

    async def do(self, act: Act) -> None:
        if act is CUT:
            self.transport.abort()
            await asyncio.Event().wait()  # until connection_lost ends this task
        await self._tricky.hung()


def _command(step: Step) -> Any:
    async def smtp_command(self: Conversation, arg: str | None) -> None:
        shown = (arg or "").split(" ")[0] if step == "AUTH" else arg or ""
        self._tricky.said.append(f"{step} {shown}".strip())
        if not await self.told(step):
            await getattr(SMTP, f"smtp_{step}")(self, arg)

    return smtp_command


for _step in COMMANDS:
    setattr(Conversation, f"smtp_{_step}", _command(_step))


async def closed(connection: SMTP) -> str:
    connection.transport.close()
    await asyncio.Event().wait()  # until connection_lost ends this task
    return ""
