"""What reading found in one mail: facts only, in the order in which `routing` asks for them.

`reading` makes these from bytes; nothing here judges what they mean for a relationship.
All times are aware datetimes; addresses are lower case.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from assistant.mentoring.delivery import Bounce, Complaint


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: `email` is lower case ("minerva@example.org"), `name` is the display name as decoded, or ""."""

    email: str
    name: str = ""


class Machine(StrEnum):
    """Mail that no person wrote to us, in the order in which the classes are tried."""

    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    ABSENCE = "absence"
    AUTO_REPLY = "auto_reply"
    LIST = "list"


class Notice(StrEnum):
    """What a mailbox says by itself: about its owner (away, left, moved), or about the mail that it got."""

    AWAY = "away"
    LEFT = "left"  # no longer works there
    MOVED = "moved"  # a new address
    TICKET = "ticket"
    READ = "read"  # a receipt (RFC 8098)
    CHALLENGE = "challenge"  # wants proof that a person wrote
    HELD = "held"  # waits for the moderator of a list


@dataclass(frozen=True, slots=True)
class Absence:
    """What somebody's mailbox said by itself. `returns` is the first working day back, None where none was given.

    deputy: the address of who stands in. address: the sender's new one. certain: headers, subject or text say that a
    program wrote it; else it only reads so, and the protégé sees it in full.
    """

    returns: date | None = None
    deputy: str = ""
    kind: Notice = Notice.AWAY
    address: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Forward:
    """A forwarded mail inside a mail. `note` is what the forwarder wrote above it; `date` is as written there."""

    note: str
    sender: Address | None
    subject: str
    date: str
    body: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a mail. `text`: text where we can read it (.txt, .md, .docx, .html, .eml), else None."""

    name: str
    content_type: str
    text: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, read.

    key: the same for every delivery of the same mail, another for any other (Message-ID, sender, digest of content).
    senders: every address of every From; trust needs exactly one.
    to, cc: visible recipients. delivered_to: what the server says it delivered for (a Bcc shows only here).
    date: the Date header, None where absent or unreadable. arrived: the earlier of INTERNALDATE and our clock.
    new_text: what the sender wrote now; `certain` is False where new and quoted text cannot be told apart.
    text: the whole body as text. machine: None for mail that a person wrote.
    ours: the mail carries one of our own Message-IDs' domain marks (routing decides with the book whether it is ours).
    authenticated: the sender's address is proven (`mail.md`, "Who sent this?").
    calendars: every distinct text/calendar part, decoded, as text; inner_calendars: those of attached mails, which
    somebody else wrote. truncated: only the headers were fetched.
    closed: why there is no text that we can read ("encrypted"), or "".
    """

    key: str
    message_id: str
    senders: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    delivered_to: tuple[str, ...]
    subject: str
    date: datetime | None
    arrived: datetime
    in_reply_to: str
    references: tuple[str, ...]
    new_text: str
    certain: bool
    text: str
    authenticated: bool
    size: int
    quoted: str = ""
    signature: str = ""
    forward: Forward | None = None
    calendars: tuple[str, ...] = ()
    inner_calendars: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    machine: Machine | None = None
    bounce: Bounce | None = None
    complaint: Complaint | None = None
    absence: Absence | None = None
    truncated: bool = False
    closed: str = ""
    problems: tuple[str, ...] = ()

    @property
    def sender(self) -> Address | None:
        """The one From address, or None where there is none or more than one."""
        return self.senders[0] if len(self.senders) == 1 else None

    @property
    def written(self) -> datetime:
        """The moment of writing: the Date header, or the arrival where that is absent, in the future or a week old."""
        if self.date is None or self.date > self.arrived:
            return self.arrived
        return self.date if (self.arrived - self.date).days < 7 else self.arrived


class Meaning(StrEnum):
    """What a person's answer means."""

    YES = "yes"
    LATER = "later"
    NOT_NOW = "not_now"
    NO = "no"
    REFERRAL = "referral"
    QUESTION = "question"
    STOP = "stop"
    THANKS = "thanks"
    HARDSHIP = "hardship"  # an illness, a death, a lost job of theirs
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that somebody proposed, in the zone `zone` (IANA name). `start` and `end` are naive local times."""

    start: datetime
    end: datetime | None
    zone: str
    whole_day: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer. `certain` is False where acting on it would be a guess: the protégé is asked.

    rule, hour: a rhythm that they wish (RFC 5545) and its hour on their clock, "" and None where none is said.
    minutes, months: the lengths that they name with it; guessed: the week of the month is not said, so it is the first.
    """

    meaning: Meaning
    certain: bool
    slots: tuple[Slot, ...] = ()
    until: date | None = None
    referral: Address | None = None
    declined: bool = False  # a no that names somebody else
    text: str = ""
    rule: str = ""
    hour: time | None = None
    minutes: int | None = None
    months: int | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class NoteAction:
    """One action found in notes. Owner and due are never inferred: "" and None stay open (P100)."""

    text: str
    owner: str = ""  # "me" | "mentor" | "both" | ""
    due: date | None = None
    asks: str = ""  # what is not sure, as a question to the protégé
    other: str = ""  # whose it is as the words name them, where it is neither of the two
    goal: int | None = None  # which goal the words name ("for goal 2")
    guessed: bool = False  # nobody is named: the writer's, as the rest of the notes reads, and to be confirmed


@dataclass(frozen=True, slots=True)
class Notes:
    """Meeting notes, read. Lines are the writer's own words. `private` never reaches anybody else."""

    points: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    actions: tuple[NoteAction, ...] = ()
    offers: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    next_meeting: str = ""
    next_start: datetime | None = None
    next_day: date | None = None  # of the next meeting, where no hour is said
    used: str = ""  # what they are to be thanked for, where it was asked
    held: date | None = None  # the day of the talk, where the notes begin with it


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """A REPLY, COUNTER or REFRESH. `answers`: address and PARTSTAT; `recurrence`: the occurrence's instant or None.

    onwards: it is about all occurrences from that one on (RANGE=THISANDFUTURE).
    """

    method: str
    uid: str
    sequence: int
    stamp: datetime
    answers: tuple[tuple[str, str], ...]
    recurrence: datetime | None = None
    start: datetime | None = None
    end: datetime | None = None
    comment: str = ""
    onwards: bool = False


@dataclass(frozen=True, slots=True)
class CalendarInvite:
    """A REQUEST, CANCEL, ADD, PUBLISH or DECLINECOUNTER of somebody else. Times are aware; `excluded`: EXDATEs (UTC).

    start, end: what a CANCEL or DECLINECOUNTER without a time is about, and else when it was written (`stamp`).
    rrule: as in the file. organizer: "" only where a published event names none. onwards: about all occurrences from
    `recurrence` on (RANGE=THISANDFUTURE). comment: their words, such as why it is off; untrusted.
    """

    method: str
    uid: str
    sequence: int
    stamp: datetime
    organizer: str
    summary: str
    start: datetime
    end: datetime
    place: str = ""
    rrule: str = ""
    attendees: tuple[str, ...] = ()
    recurrence: datetime | None = None
    excluded: tuple[datetime, ...] = ()
    onwards: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """One reading that the protégé may have meant: what it would do, in words, and the word that does it."""

    says: str
    word: str = field(default="")
