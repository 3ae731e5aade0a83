"""What happened: facts in the past tense, each with `key` (handled once) and `at` (time enters only here).

Mail makes the first group, the edge (submission) the second, the passing of time the third (`due`).
"""

from __future__ import annotations

from assistant.mentoring.events.edge import (
    BookRestored,
    GivenUp,
    LetterDeferred,
    LetterDoubted,
    LetterLost,
    LetterRefused,
    LetterSent,
    LetterStale,
    LetterUnwritable,
)
from assistant.mentoring.events.event import (
    Context,
    Event,
)
from assistant.mentoring.events.mail import (
    AnswerReceived,
    AutoReplied,
    Bounced,
    ChallengeAnswered,
    CommandsGiven,
    CorrespondenceSeen,
    FirstNoteElsewhere,
    InviteAnswered,
    InviteReceived,
    MailIgnored,
    MailSetAside,
    NotesForwarded,
    NotUnderstood,
    OnlyWeGotIt,
    SenderUnproven,
    StoppedElsewhere,
    StrangerWrote,
    UnknownSenderWrote,
)
from assistant.mentoring.events.passing import (
    AttemptDue,
    ChallengeDue,
    DigestDue,
    DraftExpired,
    DraftExpiring,
    NotesDue,
    PrepDue,
    ReminderDue,
    ResumeDue,
)

__all__ = [
    "AnswerReceived",
    "AttemptDue",
    "AutoReplied",
    "BookRestored",
    "Bounced",
    "ChallengeAnswered",
    "ChallengeDue",
    "CommandsGiven",
    "Context",
    "CorrespondenceSeen",
    "DigestDue",
    "DraftExpired",
    "DraftExpiring",
    "Event",
    "FirstNoteElsewhere",
    "GivenUp",
    "InviteAnswered",
    "InviteReceived",
    "LetterDeferred",
    "LetterDoubted",
    "LetterLost",
    "LetterRefused",
    "LetterSent",
    "LetterStale",
    "LetterUnwritable",
    "MailIgnored",
    "MailSetAside",
    "NotUnderstood",
    "NotesDue",
    "NotesForwarded",
    "OnlyWeGotIt",
    "PrepDue",
    "ReminderDue",
    "ResumeDue",
    "SenderUnproven",
    "StoppedElsewhere",
    "StrangerWrote",
    "UnknownSenderWrote",
]
