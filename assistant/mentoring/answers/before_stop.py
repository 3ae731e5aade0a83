"""Where a person stood before a stop, as plain text in the book: so that UNDO brings back exactly that."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from assistant.mentoring.person import Person, Stage


def standing_kept(person: Person) -> str:
    """The stage, and whether the ladder ran."""
    waits = person.ladder.waits_until
    return json.dumps(
        {
            "id": person.id,
            "stage": person.stage.value,
            "ended": person.ladder.ended,
            "waits_until": waits.isoformat() if waits else None,
        }
    )


def standing_of(text: str) -> str:
    """Whose standing it is: the person's id. An older book has the id alone."""
    return str(json.loads(text)["id"]) if text.startswith("{") else text


def standing_back(text: str, person: Person) -> Person:
    """The person where they stood. What came meanwhile (an answer, a no) is newer and stays."""
    if not text.startswith("{") or person.ladder.ended not in ("stopped", json.loads(text)["ended"]):
        return person
    plain = json.loads(text)
    waits = date.fromisoformat(plain["waits_until"]) if plain["waits_until"] else None
    ladder = replace(person.ladder, ended=plain["ended"], waits_until=waits)
    return replace(person, stage=Stage(plain["stage"]), ladder=ladder)
