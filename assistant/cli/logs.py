"""Logs: to stderr, one line an event, as text or JSON; with systemd's priorities when the journal reads them.

Untrusted text may stand in a message (an address, a server's words): control characters are written as escapes, so
that no mail can forge a line. Above debug an unforeseen exception shows its kind and place only: its words may quote
a mail.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import traceback
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO

from assistant.errors import AssistantError

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6), (logging.DEBUG, 7))


class LogFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def set_up(format: LogFormat, *, verbose: bool, stream: TextIO | None = None) -> None:
    """Sends all logs to `stream` (stderr by default), one line an event.

    Other packages' logs are shown from warnings (verbose) or errors up: what they say of a mail is not ours to judge.
    """
    target = sys.stderr if stream is None else stream
    handler = logging.StreamHandler(target)
    handler.setFormatter(_Json() if format is LogFormat.JSON else _Text(journal=_is_journal(target)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING if verbose else logging.ERROR)
    logging.getLogger("assistant").setLevel(logging.DEBUG if verbose else logging.INFO)
    logging.captureWarnings(capture=True)


def clean(text: str) -> str:
    """The text on one line, control characters as escapes."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class _Text(logging.Formatter):
    """`2026-03-03T09:00:00Z info engine: what happened`, or `<6>engine: what happened` for the journal."""

    def __init__(self, *, journal: bool) -> None:
        super().__init__()
        self._journal = journal

    def format(self, record: logging.LogRecord) -> str:
        said = clean(f"{_place(record)}: {record.getMessage()}{_failure(record)}")
        if self._journal:
            return f"<{next((p for level, p in _PRIORITIES if record.levelno >= level), 7)}>{said}"
        return f"{_at(record)} {record.levelname.lower()} {said}"


class _Json(logging.Formatter):
    """One JSON object a line: at, level, place, text."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(
            {
                "at": _at(record),
                "level": record.levelname.lower(),
                "place": _place(record),
                "text": clean(f"{record.getMessage()}{_failure(record)}"),
            },
            ensure_ascii=False,
        )


def _at(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _place(record: logging.LogRecord) -> str:
    return record.name.removeprefix("assistant.")


def _failure(record: logging.LogRecord) -> str:
    """What an exception adds: all of it at debug, the words of our own errors, of others only kind and place."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return ""
    if logging.getLogger("assistant").isEnabledFor(logging.DEBUG):
        return f": {''.join(traceback.format_exception(error))}"
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""  # noqa: PTH119 - a name
    words = f" {error}" if isinstance(error, AssistantError) else ""
    return f": {type(error).__name__}{words}{place}"


def _is_journal(stream: TextIO) -> bool:
    """Whether systemd's journal reads this very stream (systemd.exec(5), $JOURNAL_STREAM: device and inode)."""
    device, _, inode = os.environ.get("JOURNAL_STREAM", "").partition(":")
    try:
        found = os.fstat(stream.fileno())
        return (int(device), int(inode)) == (found.st_dev, found.st_ino)
    except (ValueError, OSError):
        return False
