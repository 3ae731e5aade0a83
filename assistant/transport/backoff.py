"""How long to wait before trying a lost server again."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Backoff:
    """Delays in seconds: `first`, then the double each time, never more than `most`; `reset` after a success."""

    first: float = 1.0
    most: float = 300.0
    _following: float = field(init=False)

    def __post_init__(self) -> None:
        assert 0 < self.first <= self.most
        self._following = self.first

    def next(self) -> float:
        """The delay before the next attempt."""
        delay = self._following
        self._following = min(delay * 2, self.most)
        return delay

    def reset(self) -> None:
        self._following = self.first
