"""The loop: cycle, wait, signals. A signal only sets a flag; the step at hand is always finished."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from assistant.engine.engine import Engine
from assistant.errors import AssistantError, MailboxLost, SignInRefused, StorageError
from assistant.ports import Mailbox

log = logging.getLogger(__name__)
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 300.0
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
    pause: float = FIRST_PAUSE

    def run(self) -> None:
        """Until stopped or told to read the configuration again (`flags` says which)."""
        self.notify("READY=1")
        while not self.flags.stopped():
            self.notify("WATCHDOG=1")
            if self._cycle():
                self.pause = FIRST_PAUSE
                self._wait()
            else:
                self._rest(self.pause)
                self.pause = min(self.pause * 2, LONGEST_PAUSE)
        self.notify("STOPPING=1" if self.flags.stop else "RELOADING=1")

    def _cycle(self) -> bool:
        """One cycle; False when it must be tried again after a pause. Said in the log, recovered by itself."""
        try:
            return self.engine.cycle()
        except (MailboxLost, SignInRefused, StorageError) as error:
            log.warning("%s; again in %d s", error, self.pause)
        except AssistantError as error:
            log.error("%s; again in %d s", error, self.pause)  # noqa: TRY400 - one clear line
        except Exception:
            log.exception("a cycle failed; again in %d s", self.pause)
        return False

    def _wait(self) -> None:
        """Until mail may be there, the next thing is due, or the poll interval is over."""
        now = self.engine.parts.clock.now()
        seconds = min(max((self.engine.next_due() - now).total_seconds(), 1.0), self.poll_seconds)
        try:
            self.mailbox.wait(seconds, self.flags.stopped)
        except (MailboxLost, SignInRefused) as error:
            log.warning("%s", error)
            self._rest(self.pause)
            self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def _rest(self, seconds: float) -> None:
        """A pause that signals cut short and that keeps the watchdog quiet."""
        end = time.monotonic() + seconds
        while not self.flags.stopped() and (left := end - time.monotonic()) > 0:
            self.notify("WATCHDOG=1")
            time.sleep(min(STEP, left))
