"""What an act changed, as it was before: plain text in the book, so that UNDO brings back exactly that."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, time

from assistant.mentoring.book import Goal, Protege
from assistant.mentoring.person import Person, Stage


def goals_kept(goals: tuple[Goal, ...]) -> str:
    return json.dumps([asdict(goal) for goal in goals])


def goals_back(text: str) -> tuple[Goal, ...]:
    return tuple(Goal(**plain) for plain in json.loads(text))


def settings_kept(protege: Protege) -> str:
    """What the protégé sets by mail (L4); what the configuration says is no business of UNDO."""
    return json.dumps(
        {
            "zone": protege.zone,
            "country": protege.country,
            "opens": protege.opens.isoformat(),
            "closes": protege.closes.isoformat(),
            "digest_at": protege.digest_at.isoformat(),
            "away": [[first.isoformat(), last.isoformat()] for first, last in protege.away],
        }
    )


def settings_back(text: str, protege: Protege) -> Protege:
    plain = json.loads(text)
    return replace(
        protege,
        zone=plain["zone"],
        country=plain["country"],
        opens=time.fromisoformat(plain["opens"]),
        closes=time.fromisoformat(plain["closes"]),
        digest_at=time.fromisoformat(plain["digest_at"]),
        away=tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in plain["away"]),
    )


def standing_kept(person: Person) -> str:
    """Where a person stood before a STOP: the stage, and whether the ladder ran."""
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
