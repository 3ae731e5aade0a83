"""Stands in the line between a client and an SMTP server, passes everything on, and tells where a letter is."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Literal, Self

Step = Literal["go", "half", "dot"]
PATIENCE = 30.0
END = b"\r\n.\r\n"


class SmtpTap:
    """`at(step)` is called, in this thread, and True cuts the line there:

    go: the server said 354, the client does not know it yet · half: half of what came first is passed on ·
    dot: the server has the whole letter and has said so, the client does not know it yet.
    """

    def __init__(self, port: int, at: Callable[[Step], bool]) -> None:
        self.host = "127.0.0.1"
        self._to = port
        self._at = at
        self._listener = socket.create_server((self.host, 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._open: list[socket.socket] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._open:
            _shut(one)
        self._thread.join(PATIENCE)

    def _run(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            server = socket.create_connection((self.host, self._to), PATIENCE)
        except OSError:
            client.close()
            return
        server.settimeout(None)
        self._open += [client, server]
        with client, server, suppress(OSError):
            self._converse(client, server)

    def _converse(self, client: socket.socket, server: socket.socket) -> None:
        """Turn by turn: what the server says, then what the client says. Every step may cut the line."""
        inside = False
        while said := _reply(server):
            if inside:
                inside = False
                if self._at("dot"):
                    return
            if said.startswith(b"354"):
                inside = True
                if self._at("go"):
                    return
            client.sendall(said)
            if not (self._letter(client, server) if inside else _command(client, server)):
                return

    def _letter(self, client: socket.socket, server: socket.socket) -> bool:
        """The data of one letter, to its final dot. False when the line is cut."""
        first = client.recv(65536)
        server.sendall(first[: len(first) // 2])
        if not first or self._at("half"):
            return False
        server.sendall(first[len(first) // 2 :])
        tail = first
        while not (b"\r\n" + tail).endswith(END):
            more = client.recv(65536)
            if not more:
                return False
            server.sendall(more)
            tail = (tail + more)[-8:]
        return True


def _reply(server: socket.socket) -> bytes:
    """One whole reply, of one line or of several; b"" when the server is gone."""
    said = b""
    while not said.endswith(b"\r\n") or said.splitlines()[-1][3:4] == b"-":
        more = server.recv(65536)
        if not more:
            return b""
        said += more
    return said


def _command(client: socket.socket, server: socket.socket) -> bool:
    said = b""
    while not said.endswith(b"\r\n"):
        more = client.recv(65536)
        if not more:
            return False
        said += more
    server.sendall(said)
    return True


def _shut(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
