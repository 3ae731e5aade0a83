"""A recap with its actions as plain text and back, so that UNDO of a correction brings back exactly what was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from assistant.mentoring.minutes import Action, Recap, RecapState
from assistant.mentoring.recaps import action_record

LONGEST = 20_000  # characters: longer notes are not kept a second time
_DAYS = frozenset({"day", "next_day"})
_TIMES = frozenset({"at", "occurrence", "next_at"})


def kept(recap: Recap, actions: Sequence[Action]) -> str:
    """Both as JSON, dates in ISO 8601; "" where they are too long to be kept."""
    plain = {
        name: value.isoformat() if isinstance(value, date) else value
        for name in Recap.__dataclass_fields__
        if (value := getattr(recap, name)) is not None
    }
    text = json.dumps({"recap": plain, "actions": [action_record.kept(a) for a in actions]}, sort_keys=True)
    return text if len(text) <= LONGEST else ""


def brought_back(text: str) -> tuple[Recap, tuple[Action, ...]]:
    """What `kept` wrote down."""
    whole = json.loads(text)
    values: dict[str, Any] = {name: _value(name, value) for name, value in whole["recap"].items()}
    return Recap(**values), tuple(action_record.brought_back(one) for one in whole["actions"])


def _value(name: str, value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    if name == "state":
        return RecapState(str(value))
    if name in _DAYS:
        return date.fromisoformat(str(value))
    return datetime.fromisoformat(str(value)) if name in _TIMES else value
