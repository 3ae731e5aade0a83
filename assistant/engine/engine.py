"""The engine: one full cycle of receive, tick, deliver. It knows the ports and nothing behind them."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assistant.engine.deliver import deliver
from assistant.engine.receive import Parts, fetch, handle
from assistant.engine.restore import doubt_again, restore
from assistant.errors import AssistantError
from assistant.mentoring.due import due, next_due
from assistant.mentoring.keeping import tidied
from assistant.ports import Submission

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Engine:
    """Use cases on the parts handed in by bootstrap."""

    parts: Parts
    submission: Submission
    read_to_end: datetime | None = field(default=None)

    def cycle(self) -> bool:
        """Receives everything, does what is due, delivers what may leave. False when something will be retried.

        Raises MailboxLost, SignInRefused, StorageError: nothing is lost, the next cycle goes on from there.
        """
        restore(self.parts)
        self.read_to_end = fetch(self.parts)
        fine = handle(self.parts)
        self.tick()
        doubt_again(self.parts)
        return deliver(self.parts, self.submission, self.read_to_end if fine else None) and fine

    def tick(self) -> None:
        """What time has brought, book by book, each event committed before the next."""
        now = self.parts.clock.now()
        for id in self.parts.store.books():
            book = self.parts.store.load(id)
            kept = tidied(book, now, self.parts.policies[id])
            if kept is not book and book.welcomed is not None:
                self.parts.store.save(kept)
            for event in due(self.parts.store.load(id), now, self.parts.policies[id]):
                try:
                    self.parts.happen(self.parts.store.load(id), event)
                except AssistantError as error:
                    log.error("%s: %s could not be done: %s", id, type(event).__name__, error)  # noqa: TRY400
                    if error.retry:
                        raise

    def next_due(self) -> datetime:
        """When the next cycle is needed even if no mail comes; at most an hour ahead."""
        now = self.parts.clock.now()
        found = [
            at
            for id in self.parts.store.books()
            if (at := next_due(self.parts.store.load(id), now, self.parts.policies[id])) is not None and at > now
        ]
        return min([*found, now + timedelta(hours=1)])
