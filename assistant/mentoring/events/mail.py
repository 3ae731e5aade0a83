"""What mail brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.mentoring.command import Command
from assistant.mentoring.delivery import Bounce
from assistant.mentoring.events.event import Context, Event
from assistant.mentoring.facts import Absence, Answer, CalendarAnswer, CalendarInvite, Guess, Notes, Slot
from assistant.mentoring.wish import ANY_TIME, Wish


@dataclass(frozen=True, slots=True)
class CommandsGiven(Event):
    """A protégé told us what to do: one or several commands in one mail, each answered in turn, in one answer."""

    commands: tuple[Command, ...]
    context: Context


@dataclass(frozen=True, slots=True)
class NotUnderstood(Event):
    """A protégé's mail that says nothing we know. `read` is what was read, in words; `guesses` at most two.

    names: ids of the people whom it names."""

    context: Context
    read: str
    guesses: tuple[Guess, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotesForwarded(Event):
    """Meeting notes came, by command, forward or in prose. `person` "" is unknown: asked."""

    context: Context
    person: str
    notes: Notes
    text: str
    candidates: tuple[str, ...] = ()
    dictated: bool = False  # speaker labels or time stamps: whose words are they?
    confirm: bool = False  # prose near a meeting: "are these notes?"
    unread: tuple[str, ...] = ()  # names of files beside them that nobody here can read
    other: str = ""  # with whom the talk was, as the notes say, where the book does not know them
    commands: tuple[Command, ...] = ()  # what else the same mail tells: how it fits


@dataclass(frozen=True, slots=True)
class AnswerReceived(Event):
    """A person answered: to us directly, or the protégé forwarded it (`context` set).

    cancels: the cancellation of their own invite that a stop came with.
    """

    person: str
    answer: Answer
    text: str
    message_id: str = ""
    subject: str = ""
    sender: str = ""
    references: tuple[str, ...] = ()
    context: Context | None = None
    cancels: InviteReceived | None = None


class Says(StrEnum):
    """What plain words say of a meeting that is to come."""

    FINE = "fine"  # "see you Tuesday": it stands
    LATE = "late"
    CANNOT = "cannot"
    MOVE = "move"  # one other time for it
    RHYTHM = "rhythm"  # another one for all of them


@dataclass(frozen=True, slots=True)
class SpokeOfMeeting(Event):
    """A person wrote about a meeting that is to come: `about`, its start (UTC).

    minutes: how late they are. times, wish: when instead, in their zone and on their clock. rule: the rhythm (RFC 5545)
    that they wish for.
    """

    person: str
    says: Says
    about: datetime | None
    text: str
    sender: str = ""
    message_id: str = ""
    subject: str = ""
    references: tuple[str, ...] = ()
    minutes: int | None = None
    times: tuple[Slot, ...] = ()
    wish: Wish = ANY_TIME
    rule: str = ""


@dataclass(frozen=True, slots=True)
class UnknownSenderWrote(Event):
    """A sender whom nobody knows, or nobody can vouch for, on a person's thread: their letters pause (`mail.md`)."""

    person: str
    sender: str
    name: str
    text: str
    known: bool = False  # the address is the person's own, but nothing proves it
    stop: bool = False  # the words look like a stop


@dataclass(frozen=True, slots=True)
class AutoReplied(Event):
    """A person's mailbox answered by itself. `absence` is None where it said nothing known; `text` is its new text."""

    person: str
    absence: Absence | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Bounced(Event):
    """A report that quotes one of our letters."""

    letter: str
    bounce: Bounce


@dataclass(frozen=True, slots=True)
class InviteAnswered(Event):
    """A calendar program's answer. `sender` is the authenticated From; `words` is what stood in the mail beside it.

    more: answers to further occurrences of the same meeting, from the same message. context: the protégé forwarded it.
    times: those that the words name, in the sender's zone. wish: which days and hours they leave and rule out.
    """

    sender: str
    answer: CalendarAnswer
    words: str = ""
    subject: str = ""
    more: tuple[CalendarAnswer, ...] = ()
    context: Context | None = None
    times: tuple[Slot, ...] = ()
    wish: Wish = ANY_TIME

    @property
    def said(self) -> str:
        """What they wrote with it: in the mail, else in the calendar itself (COMMENT)."""
        return self.words or self.answer.comment


@dataclass(frozen=True, slots=True)
class InviteReceived(Event):
    """An invite or its cancellation from somebody else, or one that the protégé forwarded (`context` set).

    more: what the same message says of further occurrences. words: what the sender wrote beside it. times: those that
    the words name, in the sender's zone.
    """

    person: str
    sender: str
    invite: CalendarInvite
    context: Context | None = None
    more: tuple[CalendarInvite, ...] = ()
    words: str = ""
    times: tuple[Slot, ...] = ()

    @property
    def said(self) -> str:
        """What they wrote with it: in the mail, else in the calendar itself (COMMENT)."""
        return self.words or self.invite.comment


@dataclass(frozen=True, slots=True)
class CorrespondenceSeen(Event):
    """The protégé wrote to people and let us see it (Bcc, Cc, reply-all): a touch, never a command, never answered."""

    people: tuple[str, ...]
    subject: str
    message_id: str
    letter: str = ""  # the pending draft that they sent themselves, where the text or thread says so


@dataclass(frozen=True, slots=True)
class SenderUnproven(Event):
    """A mail in a protégé's name that nothing proves: held, and the configured address is asked."""

    sender: str
    subject: str
    mail: str  # the spooled mail's name
    words: str = ""  # its first words, so that the question can show what YES would release


@dataclass(frozen=True, slots=True)
class ChallengeAnswered(Event):
    """A mail to a challenge's one-time address. `yes`: its words say yes; `unclear`: neither yes nor no."""

    challenge: str
    yes: bool
    context: Context | None = None
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class OnlyWeGotIt(Event):
    """The protégé wrote to the address of their letters to a person, and nobody else was in it."""

    context: Context
    text: str


@dataclass(frozen=True, slots=True)
class StrangerWrote(Event):
    """Stored, never answered; counted for the next digest."""


@dataclass(frozen=True, slots=True)
class MailSetAside(Event):
    """A mail that could not be read: named to the protégé. `authenticated` as far as its headers tell."""

    name: str
    why: str
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class MailIgnored(Event):
    """A mail that is recorded and needs nothing (`what` says why): machine mail about nothing of ours, our own copy."""

    what: str
    letter: str = ""


@dataclass(frozen=True, slots=True)
class StoppedElsewhere(Event):
    """A person of this book said stop in another one: a stop holds for all (`policy.md`). Who and where stays there.

    `context`: of the protégé's own mail, which put the person into the book.
    """

    person: str
    context: Context | None = None


@dataclass(frozen=True, slots=True)
class FirstNoteElsewhere(Event):
    """This person got a first note from another protégé of the mailbox, `sent` then (UTC)."""

    person: str
    sent: datetime
