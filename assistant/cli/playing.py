"""`assistant demo`: the story, where its servers are installed."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path

from assistant.errors import AssistantError


def play(out: Path, pause: float) -> int:
    """Gives the exit code of the story. AssistantError says how to install what is missing."""
    missing = [name for name in ("pymap", "aiosmtpd") if find_spec(name) is None]
    if missing:
        raise AssistantError(f"the demo needs {' and '.join(missing)}: pip install '.[demo]'")
    log = logging.getLogger("assistant")
    if log.getEffectiveLevel() == logging.INFO:
        log.setLevel(logging.WARNING)  # the mails tell the story; `-v` shows the daemon's lines between them
    from assistant.demo.story import play as tell  # noqa: PLC0415 - its servers are an extra

    tell(out, pause)
    return 0
