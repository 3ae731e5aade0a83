"""A letter and its life: the states, and which step leads where.

    a draft to a person:   PENDING -> APPROVED -> SENDING -> SENT
                           PENDING -> WITHDRAWN | EXPIRED | SKIPPED         (nothing left the house)
                           APPROVED -> PENDING (UNDO) | WITHDRAWN            (an answer came first)
    a mail to the protégé: APPROVED from birth (their own mail needs nobody's word)
                           APPROVED -> FAILED (no mail can be made of it)
    at the edge:           SENDING -> SENT | APPROVED (refused for now) | FAILED (refused for good) | IN_DOUBT
                           IN_DOUBT -> SENT (proof) | APPROVED (proof that it did not leave) | WITHDRAWN

Nothing to a person is ever APPROVED without `approved == digest`: one approval, one text, one send.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class LetterState(StrEnum):
    """Where a letter stands; which step leads where is in `MOVES`."""

    PENDING = "pending"
    APPROVED = "approved"
    SENDING = "sending"
    IN_DOUBT = "in_doubt"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    SKIPPED = "skipped"
    EXPIRED = "expired"


MOVES: dict[LetterState, frozenset[LetterState]] = {
    LetterState.PENDING: frozenset(
        {
            LetterState.APPROVED,
            LetterState.WITHDRAWN,
            LetterState.SKIPPED,
            LetterState.EXPIRED,
            LetterState.SENT,  # the protégé sent it from their own mailbox
        }
    ),
    LetterState.APPROVED: frozenset(
        {
            LetterState.SENDING,
            LetterState.PENDING,
            LetterState.WITHDRAWN,
            LetterState.SKIPPED,
            LetterState.SENT,
            LetterState.IN_DOUBT,  # the book came from a backup
            LetterState.FAILED,  # no mail could be made of it
        }
    ),
    LetterState.SENDING: frozenset({LetterState.SENT, LetterState.APPROVED, LetterState.FAILED, LetterState.IN_DOUBT}),
    LetterState.IN_DOUBT: frozenset({LetterState.SENT, LetterState.APPROVED, LetterState.WITHDRAWN}),
    LetterState.SENT: frozenset(),
    LetterState.FAILED: frozenset({LetterState.APPROVED, LetterState.WITHDRAWN}),
    LetterState.WITHDRAWN: frozenset(),
    LetterState.SKIPPED: frozenset(),
    LetterState.EXPIRED: frozenset(),
}

BOUNCED = "bounced"  # the `failure` of a letter that left and came back: nobody has read it

FINAL = frozenset(
    {LetterState.SENT, LetterState.FAILED, LetterState.WITHDRAWN, LetterState.SKIPPED, LetterState.EXPIRED}
)


class Kind(StrEnum):
    """What a letter is for. The order of the first five is the order in which drafts to one person wait."""

    PROPOSAL = "proposal"
    AGREEMENT = "agreement"
    INVITE = "invite"
    ANSWER = "answer"
    THANKS = "thanks"
    ATTEMPT = "attempt"
    RECAP = "recap"
    AGENDA = "agenda"
    LATE = "late"  # the protégé is late: of a meeting, but it changes none
    CLOSING = "closing"
    OWN = "own"  # to the protégé: an answer to their mail
    NOTICE = "notice"  # to the protégé, unasked
    DIGEST = "digest"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a mail was written: the answer to `why?` (L41)."""

    rule: str
    trigger: str
    data: str = ""
    stop: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap link: a label, and the words of the reply that it opens. `own`: it opens a mail to the person instead."""

    label: str
    says: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be worded: its template, its people and its values. `writing` words it, `settle` files it.

    letter: the template, e.g. "person/first", "protege/draft". person: whom it is to, or, for a mail to the
    protégé, whom it is about. to_protege: who reads it. values: plain data for the template.
    thread: where it belongs, "person/minerva" | "general" | "digest". answers: Message-ID that it answers.
    shows: for a mail to the protégé, ids of the pending letters that it shows in full.
    urgent: ignores window, away and budget (`policy.md`, "urgent").
    """

    id: str
    letter: str
    kind: Kind
    to_protege: bool
    thread: str
    at: datetime
    person: str = ""
    values: dict[str, object] = field(default_factory=dict)
    taps: tuple[Tap, ...] = ()
    answers: str = ""
    references: tuple[str, ...] = ()
    reply_to_subject: str = ""  # the subject of the protégé's mail that this answers
    shows: tuple[str, ...] = ()
    why: Why = field(default_factory=lambda: Why("", ""))
    rung: int | None = None
    meeting: str = ""  # uid: the letter carries this meeting's invite
    method: str = ""  # REQUEST | CANCEL
    occurrence: datetime | None = None  # which one of a series, its original start (UTC)
    urgent: bool = False
    one_time: str = ""  # a challenge's id: Reply-To is its one-time address
    to: str = ""  # another address of the person's than their own: their scheduling contact's


@dataclass(frozen=True, slots=True)
class Hit:
    """A check that a worded letter failed: hard ones can't be sent, soft ones take SEND ANYWAY."""

    rule: str
    hard: bool
    says: str
    better: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A worded letter. Its text never changes: another text is another letter.

    to, cc: addresses. text: the body as the reader gets it; html: the twin (protégé only). calendar: iCalendar, CRLF.
    digest: over to, cc, subject, text and calendar (`approval.digest`). approved: the digest that the protégé approved.
    not_before: earliest moment to leave. raw: the exact bytes (7-bit), from the moment of SENDING on.
    attempts: submissions refused for now. in_reply_to, references: Message-IDs of the thread.
    """

    id: str
    kind: Kind
    template: str
    thread: str
    to: str
    subject: str
    text: str
    digest: str
    created: datetime
    state: LetterState = LetterState.PENDING
    person: str = ""
    to_protege: bool = False
    cc: tuple[str, ...] = ()
    html: str = ""
    calendar: str = ""
    method: str = ""
    meeting: str = ""
    occurrence: datetime | None = None
    code: str = ""
    approved: str = ""
    approved_at: datetime | None = None
    hold_until: datetime | None = None
    not_before: datetime | None = None
    expires: datetime | None = None
    reminded: bool = False
    shown: bool = False
    sending_at: datetime | None = None
    sent_at: datetime | None = None
    attempts: int = 0
    raw: str = ""
    message_id: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    rung: int | None = None
    hits: tuple[Hit, ...] = ()
    shows: tuple[str, ...] = ()
    why: Why = field(default_factory=lambda: Why("", ""))
    urgent: bool = False
    discloses: bool = False
    one_time: str = ""
    own_mailbox: bool = False  # the protégé sent it themselves
    recalled: bool = False  # UNDO came while it was on the wire: if it did not leave, it never will
    failure: str = ""
    values: dict[str, object] = field(default_factory=dict)  # what it was worded from: EDIT words it anew

    @property
    def final(self) -> bool:
        return self.state in FINAL
