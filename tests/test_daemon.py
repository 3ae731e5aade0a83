"""The loop: what goes wrong is said in one line, waited out, and forgotten after the next good cycle."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from assistant.daemon import Daemon
from assistant.errors import MailboxLost, SignInRefused, StorageError, TemplateError

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
FULL = StorageError("book.json could not be written: No space left on device")


@dataclass
class Engine:
    """Cycles that go as they are told to: True, False, or an error that is raised."""

    goes: list[bool | Exception]
    due_in: float = 7.0
    parts: Engine = field(init=False)
    clock: Engine = field(init=False)

    def __post_init__(self) -> None:
        self.parts = self.clock = self

    def cycle(self) -> bool:
        gone = self.goes.pop(0)
        if isinstance(gone, Exception):
            raise gone
        return gone

    def now(self) -> datetime:
        return NOW

    def next_due(self) -> datetime:
        return NOW + timedelta(seconds=self.due_in)


@dataclass
class Mailbox:
    """Keeps how long it was waited for; raises what it is told to."""

    waited: list[float] = field(default_factory=list)
    lost: list[Exception] = field(default_factory=list)

    def wait(self, seconds: float, _stop: Callable[[], bool]) -> None:
        self.waited.append(seconds)
        if self.lost:
            raise self.lost.pop(0)


@dataclass
class Loop:
    """`loop.plays(True, error, …)` runs so many cycles; `pauses` are those between them, in seconds."""

    mailbox: Mailbox = field(default_factory=Mailbox)
    pauses: list[float] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)

    def plays(self, *goes: bool | Exception, stopped_after: float = float("inf"), due_in: float = 7.0) -> Daemon:
        engine = Engine(list(goes), due_in)

        def sleep(seconds: float) -> None:
            self.pauses[-1] += seconds
            daemon.flags.stop = daemon.flags.stop or self.pauses[-1] >= stopped_after

        def notify(sign: str) -> None:
            self.signs.append(sign)

        class Whole(Daemon):
            def _rest(self, seconds: float) -> None:
                loop.pauses.append(0.0)
                super()._rest(seconds)
                self.flags.stop = self.flags.stop or not engine.goes

        loop = self
        daemon = Whole(engine, self.mailbox, 60, notify, sleep=sleep)  # type: ignore[arg-type]
        engine.goes.append(FULL)  # ends the run: after its pause nothing is left to play
        daemon.run()
        self.pauses.pop()
        return daemon


@pytest.fixture
def loop() -> Loop:
    return Loop()


def test_what_goes_wrong_is_said_in_one_line_with_the_time_of_the_next_try(
    loop: Loop, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        loop.plays(FULL, MailboxLost("imap example.org: Connection reset"), SignInRefused("no"))
    assert caplog.messages[:3] == [
        "book.json could not be written: No space left on device; again in 1 s",
        "imap example.org: Connection reset; again in 2 s",
        "no; again in 4 s",
    ]
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    assert loop.pauses == [1, 2, 4]


def test_the_pause_doubles_up_to_five_minutes_and_is_short_again_after_a_good_cycle(loop: Loop) -> None:
    loop.plays(*[FULL] * 10, True, FULL, FULL)
    assert loop.pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 1, 2]


def test_what_nobody_can_mend_by_waiting_is_an_error_and_a_bug_has_its_traceback(
    loop: Loop, caplog: pytest.LogCaptureFixture
) -> None:
    loop.plays(TemplateError("goes.txt, line 3"), KeyError("ours"))
    assert [record.levelname for record in caplog.records[:2]] == ["ERROR", "ERROR"]
    assert [record.exc_info is not None for record in caplog.records[:2]] == [False, True]


def test_a_cycle_that_left_something_undone_comes_again_soon(loop: Loop) -> None:
    loop.plays(False, False, True)
    assert loop.pauses == [1, 2]
    assert loop.mailbox.waited == [7]


def test_a_mailbox_lost_while_waiting_is_said_and_asked_again(loop: Loop, caplog: pytest.LogCaptureFixture) -> None:
    loop.mailbox.lost.append(MailboxLost("imap example.org: gone"))
    loop.plays(True, True)
    assert caplog.messages[0] == "imap example.org: gone; again in 1 s"
    assert loop.pauses == [1]


@pytest.mark.parametrize(("due_in", "waited"), [(-5, 1), (7, 7), (3600, 60)])
def test_it_waits_until_something_is_due_but_never_longer_than_the_poll(
    loop: Loop, due_in: float, waited: float
) -> None:
    loop.plays(True, due_in=due_in)
    assert loop.mailbox.waited == [waited]


def test_a_signal_cuts_a_pause_short_and_the_watchdog_hears_of_us_meanwhile(loop: Loop) -> None:
    loop.plays(*[FULL] * 6, stopped_after=10)
    assert loop.pauses == [1, 2, 4, 8]
    assert loop.signs[0] == "READY=1"
    assert loop.signs[-1] == "STOPPING=1"
    assert loop.signs.count("WATCHDOG=1") > 20
