"""The engine: one full cycle of receive, tick, deliver. It knows the ports and nothing behind them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from assistant.engine.apart import tried
from assistant.engine.deliver import deliver
from assistant.engine.receive import TRIES, Parts, fetch, handle
from assistant.engine.restore import doubt_again, restore
from assistant.mentoring.due import due, next_due
from assistant.mentoring.events import Event, GivenUp
from assistant.mentoring.keeping import tidied
from assistant.ports import Submission

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Engine:
    """Use cases on the parts handed in by bootstrap."""

    parts: Parts
    submission: Submission
    read_to_end: datetime | None = field(default=None)
    failures: dict[str, int] = field(default_factory=dict)  # of what is due, by key

    def cycle(self) -> bool:
        """Receives everything, does what is due, delivers what may leave. False when something will be retried.

        Raises MailboxLost, SignInRefused, StorageError: nothing is lost, the next cycle goes on from there.
        """
        restore(self.parts)
        self.read_to_end = fetch(self.parts)
        fine = handle(self.parts)
        read_to_end = self.read_to_end if fine else None
        fine = self.tick() and fine
        doubt_again(self.parts)
        return deliver(self.parts, self.submission, read_to_end) and fine

    def tick(self) -> bool:
        """What time has brought, book by book, each event committed before the next. False when something failed."""
        fine = True
        for id in self.parts.store.books():
            for event in tried(f"{id}: what is due", partial(self._due, id)) or ():
                fine = self._happens(id, event) and fine
        return fine

    def _due(self, id: str) -> Sequence[Event]:
        now = self.parts.clock.now()
        book = self.parts.store.load(id)
        kept = tidied(book, now, self.parts.policies[id])
        if kept is not book and book.welcomed is not None:
            self.parts.store.save(kept)
        return due(self.parts.store.load(id), now, self.parts.policies[id])

    def _happens(self, id: str, event: Event) -> bool:
        """One event; after three failures it is given up, for good and in the journal."""
        what = type(event).__name__
        if tried(f"{id}: {what}", lambda: self.parts.happen(self.parts.store.load(id), event)) is not None:
            self.failures.pop(event.key, None)
            return True
        self.failures[event.key] = self.failures.get(event.key, 0) + 1
        if self.failures[event.key] >= TRIES:
            del self.failures[event.key]
            self.parts.happen(self.parts.store.load(id), GivenUp(event.key, event.at, what))
            log.error("%s: %s given up after %d tries", id, what, TRIES)
        return False

    def next_due(self) -> datetime:
        """When the next cycle is needed even if no mail comes; at most an hour ahead."""
        now = self.parts.clock.now()
        found = [now + timedelta(hours=1)]

        for id in self.parts.store.books():
            at = tried(f"{id}: what comes next", partial(self._next_due, id, now))
            if at is not None and at > now:
                found.append(at)
        return min(found)

    def _next_due(self, id: str, now: datetime) -> datetime | None:
        return next_due(self.parts.store.load(id), now, self.parts.policies[id])
