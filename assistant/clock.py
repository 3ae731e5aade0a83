"""The assistant's clock: the system's, or one set by hand for a rehearsal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def arrival(self, internal: datetime | None) -> datetime:
        """The earlier of the server's date and ours: neither alone can be trusted."""
        now = self.now()
        return now if internal is None else min(internal.astimezone(UTC), now)


@dataclass(slots=True)
class SetClock:
    """Stands still at `at` (aware). The server's dates belong to another time line, so mail arrives now."""

    at: datetime

    def now(self) -> datetime:
        return self.at.astimezone(UTC)

    def arrival(self, internal: datetime | None) -> datetime:
        del internal
        return self.now()
