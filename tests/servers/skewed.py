"""The real program with a clock of its own: `python skewed.py REAL SHOWN SPEED <arguments of assistant>`.

At the real Unix time REAL its clock shows the Unix time SHOWN, and from then on it runs SPEED times as fast. So the
daemon sends on a working day, whenever the tests run. Nothing else is changed.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assistant.__main__ import main
from assistant.clock import SystemClock


def skewed(real: float, shown: float, speed: float) -> None:
    def now(_clock: SystemClock) -> datetime:
        passed = datetime.now(UTC).timestamp() - real
        return datetime.fromtimestamp(shown + passed * speed, UTC)

    SystemClock.now = now  # type: ignore[method-assign]


if __name__ == "__main__":
    skewed(*map(float, sys.argv[1:4]))
    sys.exit(main(sys.argv[4:]))
