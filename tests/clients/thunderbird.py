"""A real, headless Thunderbird with one account, which opens mails, presses the buttons that it shows, and answers.

`with Thunderbird(folder, MINERVA, port) as hers:`, then `hers.opens(raw, press=ACCEPT)`; its mail leaves for the port.
It is ended by its own process id, with everything that it started.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Self

from clients.marionette import Marionette, ScriptFailed

MISSING = "Thunderbird is not installed (Debian: thunderbird)"
SCRIPT = (Path(__file__).parent / "thunderbird.js").read_text(encoding="utf-8")
READY_WITHIN = 60  # seconds
PREFERENCES = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "calendar.timezone.local": "America/New_York",
    "calendar.timezone.useSystemTimezone": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "network.dns.disabled": True,  # it knows 127.0.0.1, and nothing else
    "toolkit.telemetry.enabled": False,
}
# the first that is shown is pressed: a single meeting has other buttons than a series
ACCEPT = ("imipAcceptButton", "imipAcceptRecurrencesButton")
MAYBE = ("imipTentativeButton", "imipTentativeRecurrencesButton")
DECLINE = ("imipDeclineButton", "imipDeclineRecurrencesButton")
DELETE = ("imipDeleteButton",)


@dataclass(frozen=True, slots=True)
class Seen:
    """What Thunderbird says of a mail's event, and the buttons that it offers."""

    label: str
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    start: datetime
    end: datetime
    answer: str
    status: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event of its calendar. `answer`: the owner's, to the whole."""

    uid: str
    title: str
    place: str
    status: str
    sequence: int
    answer: str
    occurrences: tuple[Occurrence, ...]

    @property
    def starts(self) -> list[datetime]:
        """What takes place, in UTC."""
        return sorted(one.start for one in self.occurrences if one.status != "CANCELLED")


class Thunderbird:
    def __init__(self, folder: Path, email: str, port: int, *, name: str = "Minerva M") -> None:
        self.folder, self.email, self.port, self.name = folder, email, port, name
        self._mails = 0

    @staticmethod
    def installed() -> bool:
        return shutil.which("thunderbird") is not None

    def __enter__(self) -> Self:
        profile = self.folder / "profile"
        profile.mkdir(parents=True)
        with socket.create_server(("127.0.0.1", 0)) as free:
            remote = free.getsockname()[1]
        lines = [f"user_pref({_js(k)}, {_js(v)});" for k, v in (PREFERENCES | {"marionette.port": remote}).items()]
        (profile / "user.js").write_text("\n".join(lines))
        self._process = subprocess.Popen(
            [
                "thunderbird", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access",
                "-profile", str(profile),
            ],
            env={**os.environ, "HOME": str(self.folder), "MOZ_HEADLESS": "1", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        try:
            self._remote = self._connected(remote)
            self._run("account", email=self.email, name=self.name, port=self.port)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._remote.__exit__()
        self._end()

    def opens(self, raw: bytes, press: Sequence[str] = ()) -> Seen:
        """Opens the mail in a window of its own; presses a button and waits until the calendar has changed."""
        self._mails += 1
        path = self.folder / f"{self._mails}.eml"
        path.write_bytes(raw)
        seen = self._run("open", path=str(path), press=list(press))
        return Seen(seen["label"], tuple(seen["buttons"]))

    def events(self, since: datetime, until: datetime) -> dict[str, Event]:
        """Its calendar by UID; series are expanded from `since` until `until`."""
        moments = {"since": f"{since:%Y%m%dT%H%M%SZ}", "until": f"{until:%Y%m%dT%H%M%SZ}"}
        return {e["uid"]: _event(e) for e in self._run("events", email=self.email, **moments)}

    def _run(self, step: str, **given: object) -> Any:
        answer = self._remote.run(SCRIPT, step, given)
        if "error" in answer:
            raise ScriptFailed(f"{step}: {answer['error']}")
        return answer["value"]

    def _connected(self, port: int) -> Marionette:
        """A session, once the program listens; each try waits for the program, not for a time."""
        end = monotonic() + READY_WITHIN
        while True:
            try:
                remote = Marionette(port, READY_WITHIN)
                remote.start()
            except OSError:
                if monotonic() > end or self._process.poll() is not None:
                    raise
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.2)
            else:
                return remote

    def _end(self) -> None:
        """First it may end by itself; then what is left of its process group is killed."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(10)


def _js(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) if isinstance(value, int) else f'"{value}"'


def _event(given: dict[str, Any]) -> Event:
    found = tuple(
        Occurrence(_utc(one["start"]), _utc(one["end"]), one["answer"], one["status"]) for one in given["occurrences"]
    )
    return Event(**{**given, "occurrences": found})


def _utc(text: str) -> datetime:
    """A whole day is its midnight."""
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ" if "T" in text else "%Y%m%d").replace(tzinfo=UTC)
