"""An action as plain text and back, so that UNDO brings back exactly what was."""

from __future__ import annotations

import json
from datetime import date, datetime

from assistant.mentoring.minutes import Action, ActionState


def kept(action: Action) -> str:
    """The action as JSON; dates in ISO 8601."""
    plain: dict[str, object] = {
        name: value.isoformat() if isinstance(value, date) else value
        for name in Action.__dataclass_fields__
        if (value := getattr(action, name)) is not None
    }
    return json.dumps(plain, sort_keys=True)


def brought_back(text: str) -> Action:
    """The action that `kept` wrote down."""
    plain = json.loads(text)
    if "due" in plain:
        plain["due"] = date.fromisoformat(plain["due"])
    if "closed_at" in plain:
        plain["closed_at"] = datetime.fromisoformat(plain["closed_at"])
    return Action(**{**plain, "state": ActionState(plain["state"])})
