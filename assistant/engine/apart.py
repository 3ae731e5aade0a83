"""Poison is kept apart: what fails for one letter, one book or one due event never stops the others."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from assistant.errors import AssistantError

T = TypeVar("T")
log = logging.getLogger(__name__)


def tried(what: str, step: Callable[[], T]) -> T | None:
    """What `step` gives; None where it failed, which is logged as an error.

    What may pass by itself (mailbox, disk, sign-in) is raised: then the whole cycle is done again later.
    """
    try:
        return step()
    except AssistantError as error:
        if error.retry:
            raise
        log.error("%s could not be done: %s", what, error)  # noqa: TRY400 - one clear line, no traceback
    except Exception:
        log.exception("%s could not be done", what)
    return None
