"""A Radicale of one's own: a CalDAV server that stores our events and expands their series, on a loopback port.

It is ended by its own process id.
"""

from __future__ import annotations

import contextlib
import importlib.util
import re
import socket
import subprocess
import sys
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Self

MISSING = "Radicale is not installed (the dependency group `dev`)"
READY_WITHIN = 30  # seconds
CALENDAR = "/ada/calendar/"
_MAKE = b"""<?xml version="1.0"?>
<mkcol xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><c:calendar/></resourcetype></prop></set></mkcol>"""
# RFC 4791 §9.6.5: each occurrence as an event of its own, in UTC
_EXPAND = """<?xml version="1.0"?>
<c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><c:calendar-data>
<c:expand start="{since:%Y%m%dT%H%M%SZ}" end="{until:%Y%m%dT%H%M%SZ}"/></c:calendar-data></prop>
<c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
<c:time-range start="{since:%Y%m%dT%H%M%SZ}" end="{until:%Y%m%dT%H%M%SZ}"/>
</c:comp-filter></c:comp-filter></c:filter></c:calendar-query>"""
_ADA = "Basic YWRhOmFkYQ=="  # ada:ada; without accounts any password will do
_EVENT = re.compile(r"BEGIN:VEVENT(.*?)END:VEVENT", re.DOTALL)


def installed() -> bool:
    return importlib.util.find_spec("radicale") is not None


class Radicale:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._process = subprocess.Popen(
            [
                sys.executable, "-m", "radicale", "--config", "",
                "--server-hosts", f"127.0.0.1:{self.port}", "--auth-type", "none", "--rights-type", "authenticated",
                "--storage-filesystem-folder", str(self.folder), "--logging-level", "error",
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            self._wait()
            self._ask("MKCOL", CALENDAR, _MAKE, expected=201)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def stores(self, name: str, calendar: str) -> None:
        """Stores an event, or replaces it. METHOD is of mail, not of what is stored (RFC 4791 §4.1)."""
        text = re.sub(r"^METHOD:.*\r\n", "", calendar, flags=re.MULTILINE)
        self._ask("PUT", f"{CALENDAR}{name}.ics", text.encode(), expected=201)

    def starts(self, since: datetime, until: datetime) -> list[datetime]:
        """When what is stored takes place, as the server expands it, in UTC."""
        asked = _EXPAND.format(since=since, until=until)
        answer = self._ask("REPORT", CALENDAR, asked.encode(), expected=207).replace("&#13;", "")
        starts = [_start(event) for event in _EVENT.findall(answer)]
        return sorted(starts)

    def _ask(self, method: str, path: str, body: bytes, *, expected: int) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            kind = "text/calendar" if method == "PUT" else "application/xml"
            headers = {"Content-Type": f"{kind}; charset=utf-8", "Depth": "1", "Authorization": _ADA}
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            text = response.read().decode()
        if response.status != expected:
            raise ConnectionError(f"{method} {path}: {response.status} {text[:300]}")
        return text

    def _wait(self) -> None:
        end = monotonic() + READY_WITHIN
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 5).close()
            except OSError:
                if monotonic() > end or self._process.poll() is not None:
                    raise
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.1)
            else:
                return

    def _end(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)


def _start(event: str) -> datetime:
    found = re.search(r"^DTSTART[^:\n]*:(\d{8}T\d{6})Z\s*$", event, re.MULTILINE)
    if found is None:
        raise ValueError(f"an occurrence is not in UTC: {event[:200]}")
    return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
