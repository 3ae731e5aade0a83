"""A person of the book: prospect, mentor, sponsor, coach, introducer; their stage, their ladder, what was agreed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from assistant.mentoring.facts import Slot


class Stage(StrEnum):
    """The life of a relationship (`product.md`), in its order, and the three places aside."""

    PROSPECT = "prospect"
    READY = "ready"
    CONTACTED = "contacted"
    COFFEE_SET = "coffee_set"
    COFFEE_DONE = "coffee_done"
    PROPOSED = "proposed"
    ACTIVE = "active"
    WINDING_DOWN = "winding_down"
    CLOSED = "closed"
    RESTING = "resting"
    DECLINED = "declined"
    PAUSED = "paused"


BEFORE_COFFEE = frozenset({Stage.PROSPECT, Stage.READY, Stage.CONTACTED, Stage.COFFEE_SET, Stage.RESTING})


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the protégé told us about a person. `evidence`: a concrete work, talk or move (P25)."""

    at: datetime
    text: str
    evidence: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """The attempts to reach one person (`policy.md`). Patience counts from `sent`, never from a decision.

    rung: the last rung done, -1 before the first. started: when rung 0 left. last: the last touch of any kind.
    waits_until: nothing before this day (an absence, a "later"). ended: why it ended, "" while it runs.
    """

    rung: int = -1
    started: datetime | None = None
    last: datetime | None = None
    waits_until: date | None = None
    ended: str = ""
    retried_bounce: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A prospect, mentor, sponsor, coach, introducer or scheduling contact: gets only approved mail, never commands."""

    id: str
    name: str
    email: str = ""
    also: tuple[str, ...] = ()
    stage: Stage = Stage.PROSPECT
    kind: str = "mentor"
    rank: int = 0
    key: bool = False
    same_site: bool = False
    do_not_contact: str = ""  # the reason; "" = may be contacted
    do_not_contact_since: date | None = None
    paused: str = ""  # why this person's letters wait for the protégé's word
    zone: str = ""
    country: str = ""
    employer: str = ""
    relation: str = ""  # boss | friend | ""
    override: str = ""  # why the boss all the same
    why: str = ""
    hope: str = ""
    commitment: str = ""
    becoming: str = ""
    ask: str = ""
    result: str = ""
    referred_by: str = ""
    greeting: str = ""
    language: str = ""
    post: str = ""
    scheduling: str = ""
    boundaries: str = ""
    thanks_style: str = ""
    transcripts: str = ""  # whose words dictated notes may hold: "mine" | "known"; "" = ask once
    remarks: tuple[Remark, ...] = ()
    ladder: Ladder = field(default_factory=Ladder)
    disclosed: bool = False  # the one line about the program has been in a letter that left
    away_until: date | None = None  # their mailbox said that they are away: nothing goes before, unless told so
    first_from: date | None = None  # no first note before: somebody else of this mailbox wrote one lately
    answered_at: datetime | None = None
    their_mail: tuple[str, ...] = ()  # Message-IDs of the thread of their last mail, its own last
    their_subject: str = ""
    slots: tuple[str, ...] = ()  # times they proposed, said back in words
    offered: tuple[Slot, ...] = ()  # the same times, in the protégé's zone
    awaits: str = ""  # what their last answer asks of the protégé: yes | time | question | declined
    fit: str = ""
    ready: bool = False
    agreement: Agreement | None = None

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset(a for a in (self.email, *self.also, self.scheduling) if a)

    @property
    def evidence(self) -> tuple[Remark, ...]:
        return tuple(r for r in self.remarks if r.evidence and not r.private)


@dataclass(frozen=True, slots=True)
class Agreement:
    """What both agreed (P67–P78)."""

    since: date
    ends_on: date
    cadence: str = "monthly"
    minutes: int = 45
    purpose: str = ""
    success: str = ""
    rule: str = ""  # RFC 5545: the days that were agreed, "" where none were
    hour: time | None = None  # the hour that was agreed, the protégé's local
