"""One thing that happened, at the table of one practice: the book, the event's time and key, and how to answer.

A practice is a module of functions `Case -> Decision`; they change the book by values and draft letters. A protégé's
mail gets exactly one answer: every command's function ends in `case.answer(...)`; `decide` joins them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from assistant.mentoring.book import Asks, Book, Note, Question
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.days import Calendar, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.events import Context
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.tokens import derived_id
from assistant.mentoring.words.reasons import ANSWERED, NEWS

GENERAL = "general"
DIGEST = "digest"


# Every mail to the protégé ends with something to tap (language.md, the manners).
NEXT_TAPS = (Tap("Status", "STATUS"), Tap("Help", "HELP"))


def thread_of(person: str) -> str:
    """The protégé's one thread about a person."""
    return f"person/{person}"


@dataclass(frozen=True, slots=True)
class Case:
    """`context` says where a protégé's mail stands; for an event without one it is a fresh general context.

    answers: the case came from the protégé's own mail, so what we write is an answer, not a notice.
    beside: commands of the same mail that are answered together with this one.
    """

    book: Book
    key: str
    at: datetime
    policy: Policy
    context: Context = field(default_factory=Context)
    command: Command = field(default_factory=lambda: Command(Verb.UNKNOWN))
    answers: bool = False
    beside: tuple[Command, ...] = ()

    # --- time

    @property
    def zone(self) -> str:
        return self.book.protege.zone

    @property
    def today(self) -> date:
        """The protégé's local day."""
        return self.at.astimezone(zone(self.zone)).date()

    @property
    def now(self) -> datetime:
        """When this is done: what came as mail may have lain in the mailbox since `at`."""
        return max(self.at, self.context.now or self.at)

    def calendar(self, person: Person | None = None) -> Calendar:
        """Working days of the protégé and, if given, of that person too; the protégé's absences are no working days."""
        countries = [self.book.protege.country] + ([person.country] if person else [])
        return shared(countries, self.book.protege.away)

    # --- who

    @property
    def person(self) -> Person | None:
        """The person whom the command names (perhaps added by the line before), else the thread's."""
        command = self.command
        if not command.person and command.named:
            word = command.named.lower()
            named = [p for p in self.book.people if word in (p.name.lower(), p.first_name.lower())]
            added = self.book.by_address(command.email) if command.email else (named[0] if len(named) == 1 else None)
            if added is not None:
                return added
        return self.book.find_person(command.person or self.context.person)

    def id(self, *parts: object) -> str:
        return derived_id(self.key, *parts)

    # --- giving back

    def on(self, book: Book) -> Case:
        """The same case on a changed book."""
        return replace(self, book=book)

    def note(self, rule: str, text: str, person: str = "") -> Note:
        """A line for the journal: `cause` is the event."""
        return Note(self.at, rule, self.key, text, person)

    def write(
        self,
        letter: str,
        kind: Kind,
        person: Person,
        *,
        values: dict[str, object] | None = None,
        why: Why,
        answers: str = "",
        references: Sequence[str] = (),
        rung: int | None = None,
        meeting: str = "",
        method: str = "",
        occurrence: datetime | None = None,
        urgent: bool = False,
    ) -> Draft:
        """A draft to a person: it waits for the protégé's approval, whatever it says."""
        return Draft(
            id=self.id(letter, person.id, rung, meeting, occurrence),
            letter=letter,
            kind=kind,
            to_protege=False,
            thread=thread_of(person.id),
            at=self.at,
            person=person.id,
            values=values or {},
            answers=answers,
            references=tuple(references),
            why=why,
            rung=rung,
            meeting=meeting,
            method=method,
            occurrence=occurrence,
            urgent=urgent,
        )

    def tell(
        self,
        letter: str,
        *,
        person: str = "",
        thread: str = "",
        kind: Kind | None = None,
        values: dict[str, object] | None = None,
        taps: Sequence[Tap] = (),
        shows: Sequence[Draft] = (),
        shows_ids: Sequence[str] = (),
        why: Why | None = None,
    ) -> Draft:
        """A mail to the protégé: the answer to theirs, or a notice. `shows`: drafts that it shows in full."""
        where = thread or (thread_of(person) if person else self.context.thread)
        return Draft(
            id=self.id(letter, person, where, self.command.line),
            letter=letter,
            kind=kind or (Kind.OWN if self.answers else Kind.NOTICE),
            to_protege=True,
            thread=where,
            at=self.at,
            person=person,
            values=values or {},
            taps=tuple(taps) or NEXT_TAPS,
            answers=self.context.message_id if self.answers else "",
            references=self.context.references if self.answers else (),
            reply_to_subject=self.context.subject if self.answers else "",
            shows=(*(d.id for d in shows), *shows_ids),
            why=why or (Why(ANSWERED, self.command.line) if self.answers else Why(NEWS, "")),
        )

    def answer(
        self,
        letter: str,
        *,
        book: Book | None = None,
        drafts: Sequence[Draft] = (),
        notes: Sequence[Note] = (),
        shows: Sequence[Draft] | None = None,
        shows_ids: Sequence[str] = (),
        person: str = "",
        thread: str = "",
        kind: Kind | None = None,
        values: dict[str, object] | None = None,
        taps: Sequence[Tap] = (),
        why: Why | None = None,
    ) -> Decision:
        """A decision whose last draft is the mail to the protégé; by default it shows all of `drafts` in full."""
        told = self.tell(
            letter,
            person=person,
            thread=thread,
            kind=kind,
            values=values,
            taps=taps,
            shows=drafts if shows is None else shows,
            shows_ids=shows_ids,
            why=why,
        )
        return Decision(book or self.book, (*drafts, told), tuple(notes))

    def asking(
        self,
        asks: Asks,
        letter: str,
        *,
        person: str = "",
        data: dict[str, str] | None = None,
        values: dict[str, object] | None = None,
        taps: Sequence[Tap] = (),
        book: Book | None = None,
    ) -> Decision:
        """A decision that does nothing but ask: the question stays open in its thread."""
        base = book or self.book
        thread = thread_of(person) if person else self.context.thread
        question = Question(
            self.id("question", asks, person), asks, self.at, thread, person, tuple((data or {}).items())
        )
        return self.on(base.with_question(question)).answer(
            letter, person=person, thread=thread, values=values, taps=taps
        )

    def ask_whom(self, what: str) -> Decision:
        """Which person? Asked with the names that fit, or all that are in the book. Nothing else is done.

        what: the words that stand before a name, where the command's own line has no name to put another for."""
        fitting = self.command.candidates or tuple(p.id for p in self.book.people)
        people = [self.book.person(id) for id in fitting if self.book.find_person(id)][:8]
        line, named = self.command.line, self.command.named
        once = bool(named) and line.count(named) == 1
        taps = [Tap(p.name, line.replace(named, p.name) if once else f"{what} {p.name}".strip()) for p in people]
        return self.answer(
            "protege/whom",
            values={"what": what, "named": named, "names": [p.name for p in people]},
            taps=taps,
        )

    def nothing_done(self, because: str, *, taps: Sequence[Tap] = (), person: str = "") -> Decision:
        """ "I did nothing, because …": an honest answer to a command that can't be carried out."""
        return self.answer(
            "protege/nothing", person=person or self.context.person, values={"because": because}, taps=taps
        )
