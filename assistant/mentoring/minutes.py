"""What meetings leave and want: recaps, actions, preparation, reminders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class ActionState(StrEnum):
    """What became of an action."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Action:
    """One promise from a meeting. `number` is what the protégé types; owner "me" | "mentor" | "both" | "" (open)."""

    number: int
    text: str
    person: str
    owner: str = ""
    due: date | None = None
    state: ActionState = ActionState.OPEN
    result: str = ""
    because: str = ""
    moves: int = 0
    recap: str = ""  # the recap it came with
    closed_at: datetime | None = None
    goal: int | None = None  # as the protégé said, 0 for none; None: by its words (`aims`)


class RecapState(StrEnum):
    """Whether a recap is settled."""

    OPEN = "open"  # something is to be confirmed
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Recap:
    """One meeting's notes, kept for good, and what was taken from them. `private` lines never leave the book."""

    id: str
    person: str
    at: datetime
    day: date
    meeting: str = ""
    occurrence: datetime | None = None  # which one of the meeting, its original start (UTC)
    points: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    to_confirm: tuple[str, ...] = ()
    next_meeting: str = ""  # in words
    next_at: datetime | None = None  # the same as an instant (UTC), where day and hour are known
    next_day: date | None = None  # its day, where no hour is known
    used: str = ""  # the one line of thanks: what was used of the advice
    shared: tuple[int, ...] = ()  # main points that the protégé shares with the mentor, from 1
    state: RecapState = RecapState.OPEN
    stood: str = ""  # how the person and the preparation stood before these notes, as plain text (`after_talk`)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question for the next meeting, with the protégé's own idea. `carried`: not asked last time (P90)."""

    text: str
    idea: str = ""
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the protégé gathers for the next meeting with one person (P89–P97)."""

    person: str
    goal: str = ""
    questions: tuple[Asked, ...] = ()
    ideas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the protégé wants to be reminded of. day, at: local; without `at` the digest of that day says it.

    milestone: a day that stands in their calendar."""

    number: int
    text: str
    day: date
    at: time | None = None
    done: bool = False
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class PrivateDate:
    """What stands in the protégé's own calendar, as it was last told to it (calendar.md S10).

    of: what it is for, "reminder/3" | "task/minerva/5" | "meeting/<UID>". day, at: local in `zone`; without `at` the
    whole day. off: it was taken out again.
    """

    uid: str
    of: str
    text: str
    day: date
    at: time | None = None
    zone: str = "UTC"
    sequence: int = 0
    off: bool = False
    minutes: int = 15  # how long, where it has an hour
