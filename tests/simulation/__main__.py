"""One seed, told line by line, and what the oracles say of it: `python -m tests.simulation SEED`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from simulation.oracles import judge
from simulation.run import simulate


def main() -> int:
    run = simulate(int(sys.argv[1]))
    failures = judge(run)
    print("\n".join(run.world.lines))  # noqa: T201 - a command's output
    print(run.summary())  # noqa: T201
    for failure in failures:
        print(f"{failure.oracle}: {failure.says}")  # noqa: T201
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
