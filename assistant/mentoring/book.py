"""The book: everything the assistant knows of one protégé and their relationships. Values, never changed in place.

A book is what `decide` takes and gives back, and what `storage` keeps as readable JSON. Dates and times are aware
(UTC) unless a field says local. Ids are short, derived and stable; addresses are lower case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum

from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.minutes import Action, Preparation, PrivateDate, Recap, Reminder
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting, Waiting


@dataclass(frozen=True, slots=True)
class Protege:
    """Whose book it is, as configured and as they set it by mail. Answers go to `email` and nowhere else."""

    id: str
    name: str
    email: str
    also: tuple[str, ...] = ()
    zone: str = "UTC"
    country: str = ""  # "ES" or "ES-MD": public holidays
    opens: time = time(9)
    closes: time = time(18)
    digest_at: time = time(8)
    away: tuple[tuple[date, date], ...] = ()  # first and last day, both included
    send_as_owner: bool = False

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name

    @property
    def called(self) -> tuple[str, ...]:
        """The names that people may write to them by."""
        return tuple(self.name.split())

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset({self.email, *self.also})


@dataclass(frozen=True, slots=True)
class Goal:
    """What the protégé wants to be able to do, in their words. `number` is what they type; `why`: why it matters.

    mentor_help: what a mentor could do for it."""

    number: int
    text: str
    why: str = ""
    mentor_help: str = ""


class Asks(StrEnum):
    """The questions that the assistant leaves open with a protégé; the next answer in that thread is for it."""

    THREE = "three"  # the hello's three questions
    WHAT_ANSWER = "what_answer"  # yes, later or no?
    WHO_WAS_IT = "who_was_it"  # an unknown or unproven sender on a person's thread
    UNTIL_WHEN = "until_when"
    WHICH_PERSON = "which_person"
    WHOM_TO_STOP = "whom_to_stop"
    WHOSE_NOTES = "whose_notes"
    RECAP = "recap"  # lines to be confirmed
    FIT = "fit"
    IN_DOUBT = "in_doubt"  # did that letter arrive?
    AGREEMENT = "agreement"
    FORGET = "forget"
    HELD_BACK = "held_back"
    CALENDAR = "calendar"  # what a calendar message proposes: is it to count?


@dataclass(frozen=True, slots=True)
class Question:
    """An open question. `data` is what the answer needs, as text; `letter` is the mail that asked."""

    id: str
    asks: Asks
    at: datetime
    thread: str
    person: str = ""
    data: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        return dict(self.data).get(name, "")


@dataclass(frozen=True, slots=True)
class Held:
    """A mail in the protégé's name that nothing proves, until the next question asks about it."""

    sender: str
    subject: str
    mail: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Challenge:
    """ "Was this you?": mails held until the configured address says so, to a one-time address, within 24 hours."""

    id: str
    at: datetime
    sender: str
    held: tuple[str, ...]  # names of spooled mails
    mails: tuple[Held, ...] = ()  # the same, as the question shows them
    used: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the journal and of `log`: when, by which rule, set off by what, in words."""

    at: datetime
    rule: str
    cause: str
    text: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """One protégé's state. `handled` maps mail and event keys to the day they were handled (kept 400 days)."""

    protege: Protege
    welcomed: datetime | None = None
    learnt: tuple[tuple[str, str], ...] = ()  # what the protégé told of themselves: becoming, horizon, …
    goals: tuple[Goal, ...] = ()
    people: tuple[Person, ...] = ()
    letters: tuple[Letter, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    changes_waiting: tuple[Waiting, ...] = ()  # changes of invited meetings: they count once their letter has left
    preparations: tuple[Preparation, ...] = ()
    actions: tuple[Action, ...] = ()
    recaps: tuple[Recap, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    private_dates: tuple[PrivateDate, ...] = ()  # what stands in the protégé's own calendar
    questions: tuple[Question, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    held: tuple[Held, ...] = ()
    handled: Mapping[str, date] = field(default_factory=dict)
    recent: tuple[Note, ...] = ()  # the last notes, newest last; all of them are in journal.jsonl
    digest_last: date | None = None
    strangers: int = 0  # since the last digest
    set_aside: tuple[str, ...] = ()  # mails that could not be read, since the last digest
    misses: tuple[datetime, ...] = ()  # "not understood" answers of the last hour (loop guard)
    paused: str = ""  # "pause all": why nothing leaves to anybody
    tidied: date | None = None  # when old keys and letters were last taken out
    undo: tuple[str, str, str] | None = None  # the last reversible act: thread, what, reference
    restored: datetime | None = None  # when it last was set back to an older copy: what it lacks may have left

    # --- looking up

    def person(self, id: str) -> Person:
        """The person with this id. A missing id is our bug, not the world's."""
        return next(p for p in self.people if p.id == id)

    def find_person(self, id: str | None) -> Person | None:
        return next((p for p in self.people if p.id == id), None)

    def by_address(self, email: str) -> Person | None:
        return next((p for p in self.people if email in p.addresses), None)

    def letter(self, id: str) -> Letter:
        return next(x for x in self.letters if x.id == id)

    def find_letter(self, id: str) -> Letter | None:
        return next((x for x in self.letters if x.id == id), None)

    def by_message_id(self, message_ids: Iterable[str]) -> Letter | None:
        wanted = {m for m in message_ids if m}
        return next((x for x in reversed(self.letters) if x.message_id in wanted), None) if wanted else None

    def pending(self, person: str | None = None) -> tuple[Letter, ...]:
        """Drafts that wait for the protégé's word, oldest first."""
        return tuple(
            x for x in self.letters if x.state is LetterState.PENDING and (person is None or x.person == person)
        )

    def writes_to(self, person: str) -> bool:
        """Whether a letter to this person has not met its fate yet: it waits, is approved, or is on its way."""
        return any(x.person == person and not x.to_protege and not x.final for x in self.letters)

    def series(self, person: str, state: str = "invited") -> list[Meeting]:
        """The series with this person that people know of ("invited"), or that nobody has seen yet ("draft")."""
        return [m for m in self.meetings if m.person == person and m.rrule and m.state == state]

    def question(self, thread: str, *asks: Asks) -> Question | None:
        """The newest open question in this thread (of these kinds, if given)."""
        found = [q for q in self.questions if q.thread == thread and (not asks or q.asks in asks)]
        return found[-1] if found else None

    # --- giving back a changed book

    def with_person(self, person: Person) -> Book:
        """This book with that person put in, or put in the place of the one with the same id."""
        if any(p.id == person.id for p in self.people):
            return replace(self, people=tuple(person if p.id == person.id else p for p in self.people))
        return replace(self, people=(*self.people, person))

    def with_letter(self, letter: Letter) -> Book:
        if any(x.id == letter.id for x in self.letters):
            return replace(self, letters=tuple(letter if x.id == letter.id else x for x in self.letters))
        return replace(self, letters=(*self.letters, letter))

    def with_meeting(self, meeting: Meeting) -> Book:
        if any(m.uid == meeting.uid for m in self.meetings):
            return replace(self, meetings=tuple(meeting if m.uid == meeting.uid else m for m in self.meetings))
        return replace(self, meetings=(*self.meetings, meeting))

    def preparation(self, person: str) -> Preparation:
        """What is gathered for the next meeting with this person; empty when nothing is."""
        return next((p for p in self.preparations if p.person == person), Preparation(person))

    def with_preparation(self, preparation: Preparation) -> Book:
        kept = tuple(p for p in self.preparations if p.person != preparation.person)
        return replace(self, preparations=(*kept, preparation))

    def find_meeting(self, uid: str) -> Meeting | None:
        return next((m for m in self.meetings if m.uid == uid), None)

    def with_action(self, action: Action) -> Book:
        if any(a.number == action.number for a in self.actions):
            return replace(self, actions=tuple(action if a.number == action.number else a for a in self.actions))
        return replace(self, actions=(*self.actions, action))

    def with_recap(self, recap: Recap) -> Book:
        if any(r.id == recap.id for r in self.recaps):
            return replace(self, recaps=tuple(recap if r.id == recap.id else r for r in self.recaps))
        return replace(self, recaps=(*self.recaps, recap))

    def with_question(self, question: Question) -> Book:
        """Asks: an older question of the same kind in the same thread is replaced."""
        kept = tuple(q for q in self.questions if (q.thread, q.asks) != (question.thread, question.asks))
        return replace(self, questions=(*kept, question))

    def without_question(self, id: str) -> Book:
        return replace(self, questions=tuple(q for q in self.questions if q.id != id))
