"""`assistant demo`: the story, where its servers are installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from assistant.errors import AssistantError


def play(out: Path, pause: float) -> int:
    """Gives the exit code of the story. AssistantError says how to install what is missing."""
    missing = [name for name in ("pymap", "aiosmtpd") if find_spec(name) is None]
    if missing:
        raise AssistantError(f"the demo needs {' and '.join(missing)}: pip install '.[demo]'")
    from assistant.demo.story import play as tell  # noqa: PLC0415 - its servers are an extra

    tell(out, pause)
    return 0
