"""The loop: cycle, wait, signals. A signal only sets a flag; the step at hand is always finished."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from assistant.engine.engine import Engine
from assistant.errors import AssistantError
from assistant.ports import Mailbox
from assistant.transport.backoff import Backoff

log = logging.getLogger(__name__)
STEP = 0.5  # how often a pause looks at the flags, seconds


@dataclass(slots=True)
class Flags:
    stop: bool = False
    reload: bool = False

    def stopped(self) -> bool:
        return self.stop or self.reload

    def listen(self) -> None:
        """SIGTERM and SIGINT finish the current step and stop; SIGHUP reads the configuration again."""

        def stop(_signal: int, _frame: FrameType | None) -> None:
            self.stop = True

        def reload(_signal: int, _frame: FrameType | None) -> None:
            self.reload = True

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGHUP, reload)


@dataclass(slots=True)
class Daemon:
    """Runs cycles until a flag says otherwise. `notify` speaks to systemd (READY=1, WATCHDOG=1, STATUS=…)."""

    engine: Engine
    mailbox: Mailbox
    poll_seconds: float
    notify: Callable[[str], object] = lambda _: None
    flags: Flags = field(default_factory=Flags)
    backoff: Backoff = field(default_factory=Backoff)
    sleep: Callable[[float], object] = time.sleep

    def run(self) -> None:
        """Until stopped or told to read the configuration again (`flags` says which)."""
        self.notify("READY=1")
        while not self.flags.stopped():
            self.notify("WATCHDOG=1")
            self._turn()
        self.notify("STOPPING=1" if self.flags.stop else "RELOADING=1")

    def _turn(self) -> None:
        """One cycle and the wait for what comes next; after a failure, said in the log, a pause before the next try."""
        try:
            if self.engine.cycle():
                self.backoff.reset()
                self.mailbox.wait(self._seconds(), self.flags.stopped)
                return
            pause = self.backoff.next()  # what was left undone is in the log already
        except AssistantError as error:
            pause = self.backoff.next()
            log.log(logging.WARNING if error.retry else logging.ERROR, "%s; again in %.0f s", error, pause)
        except Exception:
            pause = self.backoff.next()
            log.exception("a cycle failed; again in %.0f s", pause)
        self._rest(pause)

    def _seconds(self) -> float:
        """Until the next thing is due, but not longer than the poll interval."""
        now = self.engine.parts.clock.now()
        return min(max((self.engine.next_due() - now).total_seconds(), 1.0), self.poll_seconds)

    def _rest(self, seconds: float) -> None:
        """A pause that signals cut short and that keeps the watchdog quiet."""
        left = seconds
        while left > 0 and not self.flags.stopped():
            self.notify("WATCHDOG=1")
            self.sleep(min(STEP, left))
            left -= STEP
