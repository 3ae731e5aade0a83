"""Tells systemd how we are (sd_notify(3)): READY=1, WATCHDOG=1, STATUS=…, STOPPING=1. Silent where nobody listens."""

from __future__ import annotations

import logging
import os
import socket

log = logging.getLogger(__name__)


def notify(state: str) -> bool:
    """Sends `state` (lines `NAME=value`) to $NOTIFY_SOCKET. False when there is none, or it does not take it.

    Never raises and never waits: no manager is worth a mail.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address.startswith("@"):  # an abstract socket
        address = f"\0{address[1:]}"
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK) as sender:
            sender.connect(address)
            sender.sendall(state.encode())
    except OSError as error:
        log.debug("systemd was not told %r: %s", state.partition("=")[0], error)
        return False
    return True


def watchdog_seconds() -> float | None:
    """How often systemd wants to hear WATCHDOG=1: half of what it allows; None where it does not watch this process."""
    allowed = os.environ.get("WATCHDOG_USEC", "")
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    return int(allowed) / 2_000_000 if allowed.isascii() and allowed.isdigit() and int(allowed) > 0 else None
