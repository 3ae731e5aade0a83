"""Poison is kept apart: what fails for one letter, one book or one due event never stops the others."""

from __future__ import annotations

import logging
from collections.abc import Callable

from assistant.errors import AssistantError

log = logging.getLogger(__name__)


def goes_well(what: str, step: Callable[[], object]) -> bool:
    """Does `step`; False when it failed, which is logged. What may pass by itself (mailbox, disk, sign-in) is raised."""
    try:
        step()
    except AssistantError as error:
        if error.retry:
            raise
        log.error("%s could not be done: %s", what, error)  # noqa: TRY400 - one clear line, no traceback
        return False
    except Exception:
        log.exception("%s could not be done", what)
        return False
    return True
