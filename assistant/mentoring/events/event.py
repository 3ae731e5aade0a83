"""What every event has, and where a protégé's mail stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Context:
    """Where a protégé's mail stands: its thread, the letter of ours that it answers, and how to thread the answer.

    thread: "person/minerva" | "general" | "digest"; person: the thread's person id or "". letter: id of the letter
    answered, or "". text: the new text as written (kept for notes and edits). written: the moment of writing.
    now: when it is read; a mail may have lain in the mailbox for long, and then a hold counts from here.
    """

    thread: str = "general"
    person: str = ""
    letter: str = ""
    message_id: str = ""
    references: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    written: datetime | None = None
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A fact in the past tense. key: names the occasion, so that nothing is done twice. at: when it happened, aware."""

    key: str
    at: datetime
