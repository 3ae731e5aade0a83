from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.transport.systemd import notify, watchdog_seconds

SOCKETS = pytest.mark.enable_socket


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        yield listening


@SOCKETS
def test_a_state_comes_to_the_manager_as_one_datagram(manager: socket.socket) -> None:
    assert notify("READY=1\nSTATUS=Reading Ada’s mail")
    assert manager.recv(4096).decode() == "READY=1\nSTATUS=Reading Ada’s mail"


@SOCKETS
def test_an_abstract_socket_is_reached_too(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"assistant-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0{name}")
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", f"@{name}")
        assert notify("WATCHDOG=1")
        assert listening.recv(4096) == b"WATCHDOG=1"


@SOCKETS
def test_a_manager_that_reads_nothing_never_makes_us_wait(manager: socket.socket) -> None:
    sent = [notify("WATCHDOG=1") for _ in range(5000)]
    assert sent[0]
    assert not sent[-1], "a full socket refuses, it does not block"


@pytest.mark.parametrize("address", ["", "relative", "vsock:2:1"])
def test_without_a_socket_of_ours_nothing_is_sent(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    assert not notify("READY=1")


@SOCKETS
def test_a_manager_that_is_gone_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    assert not notify("READY=1")


@pytest.mark.parametrize(
    ("usec", "pid", "seconds"),
    [("30000000", None, 15.0), ("30000000", "1", None), ("", None, None), ("soon", None, None), ("0", None, None)],
)
def test_the_watchdog_is_fed_twice_as_often_as_it_wants(
    usec: str, pid: str | None, seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", usec)
    monkeypatch.setenv("WATCHDOG_PID", pid or str(os.getpid()))
    assert watchdog_seconds() == seconds
