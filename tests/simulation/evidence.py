"""What the oracles look at: who wrote what when, which text was shown to whom, what a letter was."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

import holidays
from simulation.mails import Got, plain
from simulation.mentors import Mentor
from simulation.owner import Owner
from simulation.run import Run
from simulation.world import Written

AGAIN = ("changed", "NOT SENT", "TAKEN BACK", "BACK AGAIN")  # the same draft once more, or another text for it


def owner_of(run: Run, got: Got) -> Owner | None:
    """Whose letter it is: the protégé in its Cc, or, of an invite, the one who was shown it."""
    named = [o for o in run.owners if o.email in got.cc]
    shown = [o for o in run.owners if any(plain(d.text) == plain(got.text) for g in o.got for d in g.drafts)]
    return (named or shown or [None])[0]  # type: ignore[list-item]


def letters(run: Run, mentor: Mentor) -> list[Got]:
    return [g for g in run.world.got if g.to == mentor.email or g.to in mentor.other_accounts]


def to_people(run: Run) -> list[Got]:
    own = {o.email for o in run.owners}
    return [g for g in run.world.got if g.to not in own]


def commands(run: Run, owner: Owner) -> list[Written]:
    """What this protégé really told the assistant, provably, in the order of arrival."""
    mails = [
        m
        for m in run.world.written.values()
        if m.author == owner.first and m.arrived is not None and (m.genuine or m.released)
    ]
    return sorted(mails, key=lambda m: m.arrived or m.at)


def answers_of(run: Run, mentor: Mentor) -> list[Written]:
    """What this person wrote themselves that reached the mailbox."""
    return [m for m in run.world.written.values() if m.author == mentor.name and m.human and m.arrived is not None]


def shown_at(owner: Owner, got: Got) -> datetime | None:
    """When this text was last shown to the protégé before it left (the same words may be drafted again)."""
    showing = [g.at for g in owner.got if g.at < got.at and not g.text.startswith("APPROVED")
               for d in g.drafts if d.subject == got.subject and plain(d.text) == plain(got.text)]  # fmt: skip
    return max(showing, default=None)


def by_people(run: Run) -> list[Written]:
    return [m for m in run.world.written.values() if m.human and m.author in {x.name for x in run.mentors}]


def is_attempt(run: Run, owner: Owner, got: Got) -> bool:
    """Whether it was shown as a first note or another idea, or is one of those, changed."""
    if (
        got.calendar
        or got.text.startswith("Thank you for asking")
        or any(m.message_id == got.in_reply_to for m in by_people(run))
    ):
        return False
    showing = [g for g in owner.got for d in g.drafts if plain(d.text) == plain(got.text)]
    if not showing:
        return True
    same_thread = [g for g in owner.got if g.about == showing[0].about and g.drafts and g.at <= showing[0].at]
    heads = [g.head for g in same_thread if not any(word in g.head for word in AGAIN)]
    return not heads or any(word in heads[-1] for word in ("IDEA for", "first note"))


@lru_cache(maxsize=4)
def _off(country: str) -> holidays.HolidayBase:
    name, _, part = country.partition("-")
    return holidays.country_holidays(name, subdiv=part or None)


def working(day: date, country: str) -> bool:
    return day.weekday() < 5 and day not in _off(country)


def name_of(run: Run, got: Got) -> str:
    return next((m.name for m in run.mentors if got.to in (m.email, m.desk, *m.other_accounts)), "")


def is_for(owner: Owner, answer: Written) -> bool:
    """Whether the answer was given to this protégé's letter."""
    return owner.email.encode() in answer.raw.split(b"\r\n\r\n", 1)[0]
