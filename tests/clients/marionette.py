"""The remote protocol of Mozilla's programs, as much as a test needs: a session, and scripts run inside the program.

Packets are `length:JSON` over TCP; a command is [0, id, name, parameters], its answer [1, id, error, result]
(Firefox source docs, "Marionette: Protocol").
"""

from __future__ import annotations

import json
import socket
from itertools import count
from typing import Any, Self


class ScriptFailed(Exception):
    """The program refused a command, or the script in it raised."""


class Marionette:
    """One connection to a program that listens on a loopback port. Raises OSError while it does not."""

    def __init__(self, port: int, timeout: float) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout)
        self._stream = self._socket.makefile("rb")
        self._numbers = count()
        self._packet()  # it greets first

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._socket.close()

    def start(self) -> None:
        """A session with the rights of the program itself."""
        self.command("WebDriver:NewSession", capabilities={"alwaysMatch": {"timeouts": {"script": 60_000}}})
        self.command("Marionette:SetContext", value="chrome")

    def run(self, script: str, *arguments: object) -> Any:
        """What the script gives to its callback, which is its last argument."""
        return self.command("WebDriver:ExecuteAsyncScript", script=script, args=list(arguments), newSandbox=True)[
            "value"
        ]

    def command(self, name: str, **parameters: object) -> Any:
        packet = json.dumps([0, next(self._numbers), name, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(packet), packet))
        _, _, error, result = self._packet()
        if error:
            raise ScriptFailed(f"{name}: {error.get('message')}\n{error.get('stacktrace', '')[:500]}")
        return result

    def _packet(self) -> Any:
        length = b""
        while (byte := self._stream.read(1)) != b":":
            if not byte.isdigit():
                raise ConnectionError("the program closed its connection")
            length += byte
        return json.loads(self._stream.read(int(length)))
