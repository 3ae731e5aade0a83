"""Waiting for mail, and hearing `stop` soon: by IDLE (RFC 2177), or by letting time pass."""

from __future__ import annotations

from collections.abc import Callable
from selectors import EVENT_READ, DefaultSelector
from time import monotonic, sleep

from imapclient import IMAPClient

SLICE = 0.5  # seconds until `stop` is looked at again
FIRST = 2.0  # seconds of the first IDLE: its beginning is where new mail is most easily missed
ROUND = 30.0  # seconds of each further one: its end asks the server whether it still lives (RFC 2177: below 29 minutes)


def pause(seconds: float, stop: Callable[[], bool]) -> None:
    """Lets `seconds` pass, less when `stop()` turns true."""
    end = monotonic() + seconds
    while (left := end - monotonic()) > 0 and not stop():
        sleep(min(left, SLICE))


def watch(look: Callable[[], bool], every: float, seconds: float, stop: Callable[[], bool]) -> bool:
    """Looks at once, then every `every` seconds. True when `look()` found something, False at the end or at `stop`."""
    end = monotonic() + seconds
    while not stop():
        if look():
            return True
        if (left := end - monotonic()) <= 0:
            return False
        pause(min(left, every), stop)
    return False


def idle(client: IMAPClient, seconds: float, stop: Callable[[], bool]) -> bool:
    """IDLE on the selected folder, in rounds. True when the server spoke of new mail. Raises what `client` raises.

    ⚠ mail.md: once the server is gone, `idle_check()` returns [] for ever; an EXISTS glued to `+ idling` is missed
    until `idle_done()`. And it reads without blocking, so half a line that has come ends the connection. So we only
    wait until the line speaks; `idle_done()`, which blocks, is the one that reads.
    """
    end = monotonic() + seconds
    length = FIRST
    while (left := end - monotonic()) > 0 and not stop():
        client.idle()
        _await_bytes(client, min(left, length), stop)
        length = ROUND
        _, heard = client.idle_done()
        if any(_tells_of_mail(response) for response in heard):
            return True
    return False


def _await_bytes(client: IMAPClient, seconds: float, stop: Callable[[], bool]) -> None:
    """Returns when the server has sent something or is gone, when `seconds` have passed, or at `stop`."""
    end = monotonic() + seconds
    with DefaultSelector() as selector:
        selector.register(client.socket(), EVENT_READ)
        while (left := end - monotonic()) > 0 and not stop():
            if selector.select(min(left, SLICE)):
                return


def _tells_of_mail(response: object) -> bool:
    """`(3, b'EXISTS')`; not the `OK Still here` or an EXPUNGE."""
    return isinstance(response, tuple) and len(response) >= 2 and response[1] in (b"EXISTS", b"RECENT")
