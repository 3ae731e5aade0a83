"""A protégé's mail and the moments in which it is read, for the tests of the language."""

from __future__ import annotations

from datetime import UTC, datetime

from assistant.mentoring.command import Command
from assistant.reading.command import Known, Reading, commands

PEOPLE = (
    Known("minerva", "Minerva Marsh", ("minerva@example.org",)),
    Known("lee", "Lee Tanaka", ("lee@example.org",)),
    Known("will", "Will May", ("will@example.org",)),
    Known("anna1", "Anna Berg", ("anna@example.org",)),
    Known("anna2", "Anna Dahl", ("dahl@example.org",)),
)


NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def at(**more: object) -> Reading:
    return Reading(
        **{"now": NOW, "zone": "Europe/Madrid", "country": "ES", "protege": "Ada Byron", "people": PEOPLE, **more}
    )  # type: ignore[arg-type]


DRAFT = at(thread="minerva", answering="draft", codes=("K7Q2",))


THREAD = at(thread="minerva")


FRESH = at(actions=(1, 2, 3), goals=(1, 2, 3))


def one(text: str, reading: Reading = FRESH, subject: str = "") -> Command:
    found = commands(subject, text, reading)
    assert len(found) == 1, found
    return found[0]
