"""What an act changed, as it was before: plain text in the book, so that UNDO brings back exactly that."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, time

from assistant.mentoring.book import Goal, Protege


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
