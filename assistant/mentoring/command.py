"""What a protégé can tell the assistant: the closed vocabulary of `language.md`, one verb a row (L1–L43)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class Verb(StrEnum):
    """The verbs, by their row in the e-mail language."""

    HELLO = "L1"
    HELP = "L2"
    STATUS = "L3"
    SETTING = "L4"
    GOALS = "L5"
    REFLECT = "L6"
    PLAN = "L7"
    NEW_MENTOR = "L8"
    FIND = "L9"
    ABOUT = "L10"
    RANK = "L11"
    RELATION = "L12"
    ASSIGNED = "L13"
    REACH_OUT = "L14"
    SEND = "L15"
    EDIT = "L16"
    SKIP = "L17"
    SENT = "L18"
    TOUCH = "L19"
    ANSWERED = "L20"
    SAID_NO = "L21"
    SAID_LATER = "L22"
    STOP = "L23"
    INTRODUCE = "L24"
    COFFEE = "L25"
    FIT = "L26"
    PROPOSE = "L27"
    AGREED = "L28"
    MEET = "L29"
    CALENDAR = "L30"
    PREP = "L31"
    NOTES = "L32"
    RECAP = "L33"
    NO_SHOW = "L34"
    ACTIONS = "L35"
    REMIND = "L36"
    THANK = "L37"
    IMPACT = "L38"
    HEALTH = "L39"
    WRAP_UP = "L40"
    WHY = "L41"
    RECORDS = "L42"
    UNDO = "L43"
    YES = "yes"  # a bare yes/ok: the mail that it answers decides what it means
    NO = "no"  # a bare no
    ANSWER = "answer"  # answers to an open question, numbered or in prose
    CHOICE = "choice"  # one of the times that a person offered
    FIELDS = "fields"  # `Key: value` lines about the person in the thread or named
    THANKS_ONLY = "thanks_only"  # bare thanks: noted, no answer
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Command:
    """One command, read. What was not said is None or empty; nothing is guessed.

    person: the book's id of the person meant, None where none was named (the thread may say), "" for somebody whom
    an earlier line of the same mail adds.
    candidates: ids where a name fits several people, so it must be asked. named: the name as written.
    op: the row's variant, e.g. "shorter" for L16, "move" for L35. number: a goal's or action's number.
    day, at, time: dates are local to the protégé; `at` is naive local date and time.
    fields: `Key: value` pairs. answers: numbered answers, by number. rrule: RFC 5545, for L29.
    private: pieces of the words that are for nobody else, set apart when it was read (of an EDIT: left in its text).
    line: the words as written, for saying back.
    """

    verb: Verb
    person: str | None = None
    candidates: tuple[str, ...] = ()
    named: str = ""
    op: str = ""
    number: int | None = None
    text: str = ""
    because: str = ""
    email: str = ""
    code: str = ""
    day: date | None = None
    until: date | None = None
    at: datetime | None = None
    time: time | None = None
    minutes: int | None = None
    months: int | None = None
    rrule: str = ""
    place: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    answers: tuple[tuple[int, str], ...] = ()
    ask: str = ""  # why this cannot be acted on yet: a question to put to the protégé
    private: tuple[str, ...] = ()
    line: str = ""
