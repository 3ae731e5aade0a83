"""What the passing of time brings: derived by `due`, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from assistant.mentoring.events.event import Event


@dataclass(frozen=True, slots=True)
class AttemptDue(Event):
    """A person has been silent for as long as a rung of the ladder waits."""

    person: str
    rung: int


@dataclass(frozen=True, slots=True)
class ResumeDue(Event):
    """The day has come from which a person who said "later" may be written to again."""

    person: str


@dataclass(frozen=True, slots=True)
class ChallengeDue(Event):
    """Mails in the protégé's name are held, and it is time to ask about them."""


@dataclass(frozen=True, slots=True)
class DraftExpiring(Event):
    """A draft has waited for long: the next digest reminds of it, once."""

    letter: str


@dataclass(frozen=True, slots=True)
class DraftExpired(Event):
    """A draft has waited until its last moment."""

    letter: str


@dataclass(frozen=True, slots=True)
class DigestDue(Event):
    """The hour of the digest has come; `day` is the protégé's local one."""

    day: date


@dataclass(frozen=True, slots=True)
class PrepDue(Event):
    """A meeting is near enough to be prepared; `occurrence`: its original start (UTC)."""

    meeting: str
    occurrence: datetime


@dataclass(frozen=True, slots=True)
class BriefDue(Event):
    """A meeting is two hours off, and no digest of the day has brought its brief."""

    meeting: str
    occurrence: datetime


@dataclass(frozen=True, slots=True)
class AgendaDue(Event):
    """A business day before a meeting of a mentorship: there is something to tell the mentor."""

    meeting: str
    occurrence: datetime


@dataclass(frozen=True, slots=True)
class AgendaOutdated(Event):
    """An agenda that has not left names a time at which its meeting no longer is."""

    letter: str


@dataclass(frozen=True, slots=True)
class NotesDue(Event):
    """A meeting ended: one mail asks for notes."""

    meeting: str
    occurrence: datetime


@dataclass(frozen=True, slots=True)
class HolidaysDue(Event):
    """Meetings of an agreed series fall on holidays of which the protégé was not asked."""

    meeting: str


@dataclass(frozen=True, slots=True)
class WindDownDue(Event):
    """An agreement comes to its end, or is over: the protégé is asked how it goes on."""

    person: str


@dataclass(frozen=True, slots=True)
class ReminderDue(Event):
    """The hour of a reminder has come; one without an hour stands in the digest."""

    number: int
