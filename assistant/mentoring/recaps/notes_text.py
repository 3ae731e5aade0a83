"""Notes as plain text, for the while in which a question about them is open (whose are they, of which talk?)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from assistant.mentoring.facts import NoteAction, Notes

LISTS = ("points", "decisions", "offers", "questions", "private")


def written(notes: Notes) -> str:
    """The notes as JSON; dates in ISO 8601."""
    return json.dumps(asdict(notes), default=_iso)


def _iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def read_back(text: str) -> Notes:
    """What `written` wrote."""
    plain = json.loads(text)
    actions = tuple(
        NoteAction(
            a["text"],
            a["owner"],
            _day(a["due"]),
            a["asks"],
            a.get("other", ""),
            a.get("goal"),
            a.get("guessed", False),
        )
        for a in plain["actions"]
    )
    start = plain["next_start"]
    return Notes(
        **{name: tuple(plain[name]) for name in LISTS},
        actions=actions,
        next_meeting=plain["next_meeting"],
        used=plain.get("used", ""),
        held=_day(plain.get("held")),
        next_day=_day(plain.get("next_day")),
        next_start=datetime.fromisoformat(start) if start else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def is_empty(notes: Notes) -> bool:
    """Whether nothing was read: no line, no action, no next meeting."""
    return not (notes.actions or any(getattr(notes, name) for name in LISTS) or notes.next_meeting)
