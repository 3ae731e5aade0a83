"""What the edge reports: submission, proof, a book from a backup."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.mentoring.events.event import Event


@dataclass(frozen=True, slots=True)
class LetterSent(Event):
    """A letter left: the server said 250, or proof was found."""

    letter: str
    copies_refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterDeferred(Event):
    """A server said "not now" (4xx), or could not be reached before the data."""

    letter: str
    reason: str


@dataclass(frozen=True, slots=True)
class LetterRefused(Event):
    """A server said "never" (5xx)."""

    letter: str
    reason: str


@dataclass(frozen=True, slots=True)
class LetterUnwritable(Event):
    """No mail could be made of an approved letter, or its bytes are not what was approved: nothing was submitted."""

    letter: str


@dataclass(frozen=True, slots=True)
class LetterStale(Event):
    """The times that a letter proposes are too near by the moment at which it was to leave."""

    letter: str


@dataclass(frozen=True, slots=True)
class MeetingPassed(Event):
    """The time of the meeting that an approved letter is about came before the letter could leave."""

    letter: str


@dataclass(frozen=True, slots=True)
class LetterDoubted(Event):
    """Nobody knows whether it left: no reply inside DATA, or found SENDING at start.

    no_copy: the server had refused our own copy, so that none is found says nothing."""

    letter: str
    no_copy: bool = False


@dataclass(frozen=True, slots=True)
class LetterLost(Event):
    """A letter in doubt of which no proof was found in time. `shows`: this server has shown our own copies before."""

    letter: str
    shows: bool


@dataclass(frozen=True, slots=True)
class BookRestored(Event):
    """The book was set back to an older copy. again: mails of the spool that go through the queue once more."""

    again: int


@dataclass(frozen=True, slots=True)
class GivenUp(Event):
    """What was due failed again and again (`what`): its key counts as handled, so that it stops nobody any longer."""

    what: str
