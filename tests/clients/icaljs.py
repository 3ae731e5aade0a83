"""ical.js in its strict mode, by Node: the parser of Thunderbird, Nextcloud and others. One process a question."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
MISSING = "ical.js is not installed (npm ci --prefix tests/clients)"


def installed() -> bool:
    return shutil.which("node") is not None and (FOLDER / "node_modules/ical.js").is_dir()


def complaints(texts: Iterable[str]) -> list[str]:
    """For each message why ical.js does not read it whole; "" where it does."""
    return [found["error"] for found in _asked({"check": list(texts)})]


def starts(text: str, many: int = 600) -> list[datetime]:
    """When the message's events take place, in UTC: rules, what is left out, and exceptions, `many` at most."""
    found = _asked({"check": [text], "many": many})[0]
    if found["error"]:
        raise ValueError(found["error"])
    return sorted(datetime.fromtimestamp(second, UTC) for second in found["starts"])


def offsets(zones: Mapping[str, tuple[str, Sequence[datetime]]]) -> dict[str, list[timedelta]]:
    """For each zone its offsets from UTC at these local times (naive), from its VTIMEZONE alone."""
    given = {
        name: {"vtimezone": text, "local": [f"{at:%Y-%m-%dT%H:%M:%S}" for at in local]}
        for name, (text, local) in zones.items()
    }
    answer = _asked({"zones": given})
    return {name: [timedelta(seconds=second) for second in seconds] for name, seconds in answer.items()}


def _asked(question: Mapping[str, Any]) -> Any:
    done = subprocess.run(
        ["node", str(FOLDER / "icaljs.mjs")],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)
