"""An IMAP server that says exactly what a test wants: the oddities of servers that nobody can install at will."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

PATIENCE = 20.0  # seconds
Answer = str | bytes | None | Callable[[str], "str | bytes | None"]

USUAL: dict[str, Answer] = {
    "CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN\r\n{tag} OK done\r\n",
    "EXAMINE": "* 0 EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY 7] ok\r\n{tag} OK [READ-ONLY] done\r\n",
    "LIST": '* LIST () "/" INBOX\r\n{tag} OK done\r\n',
    "LOGOUT": "* BYE\r\n{tag} OK done\r\n",
    "IDLE": "+ idling\r\n",
    "DONE": "{tag} OK done\r\n",
}


class ScriptedImap:
    """Answers each command by its verb (`UID FETCH` counts as one; `CONTINUED` is what follows a `+`).

    `{tag}` is filled in. None hangs up; a function gets the whole line. What is not scripted is answered with OK.
    `said` are the lines of the client.
    """

    host = "127.0.0.1"

    def __init__(self, script: dict[str, Answer] | None = None, *, greeting: Answer = "* OK ready\r\n") -> None:
        self._script = USUAL | (script or {})
        self._greeting = greeting
        self.said: list[str] = []
        self._listener = socket.create_server((self.host, 0))
        self.port: int = self._listener.getsockname()[1]
        self._connections: list[socket.socket] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self._thread.join(PATIENCE)

    def say(self, data: bytes) -> None:
        """Speaks unasked, on the newest connection."""
        self._connections[-1].sendall(data)

    def verbs(self) -> list[str]:
        return [_verb(line) for line in self.said]

    def _run(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._connections.append(connection)
            with connection, contextlib.suppress(OSError):
                self._serve(connection)

    def _serve(self, connection: socket.socket) -> None:
        if not self._send(connection, self._greeting, "*", ""):
            return
        tag = ""
        with connection.makefile("rb") as lines:
            for raw in lines:
                line = raw.decode("utf-8", "replace").rstrip("\r\n")
                self.said.append(line)
                verb = _verb(line)
                if " " in line:
                    tag = line.partition(" ")[0]
                if not self._send(connection, self._script.get(verb, "{tag} OK done\r\n"), tag, line):
                    return

    def _send(self, connection: socket.socket, answer: Answer, tag: str, line: str) -> bool:
        said = answer(line) if callable(answer) else answer
        if said is None:
            return False
        data = said if isinstance(said, bytes) else said.encode()
        connection.sendall(data.replace(b"{tag}", tag.encode()))
        return True


def _verb(line: str) -> str:
    words = line.upper().split(" ")
    if len(words) == 1:
        return "DONE" if line == "DONE" else "CONTINUED"
    return " ".join(words[1:3]) if words[1] == "UID" else words[1]
