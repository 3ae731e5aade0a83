"""Ada, Ben, Minerva, Lee and Mallory, and what happens to Ada's book: a nice language for tests of the core.

`Desk` does what the engine does, without any edge: it decides, words with the real templates, files, approves, and
lets letters leave. Times are Madrid's unless they say otherwise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.mentoring.book import Book, Goal, Protege
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.events import Context
from assistant.mentoring.letters import Draft, Letter, LetterState
from assistant.mentoring.meetings import invites, meetings
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import Agreement, Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.settle import Text, post, settle
from assistant.mentoring.tokens import Tokens
from assistant.writing.wording import Wordsmith

MADRID = "Europe/Madrid"
TEMPLATES = Path(__file__).parents[2] / "templates"
POLICY = Policy()
TOKENS = Tokens(b"k" * 32, "assistant@example.org")


def at(text: str, zone_name: str = MADRID) -> datetime:
    """ "2026-11-03 09:00" in Madrid, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone_name)).astimezone(UTC)


def local(text: str) -> datetime:
    """The same, naive."""
    return datetime.fromisoformat(text)


def ada(*people: Person, **changes: object) -> Book:
    """Ada Byron's book in Madrid, welcomed, with one goal and these people (Minerva, if none are named)."""
    protege = Protege("ada", "Ada Byron", "ada@example.org", ("ada@work.example.org",), MADRID, "ES-MD")
    book = Book(
        protege,
        welcomed=at("2026-10-01 09:00"),
        goals=(Goal(1, "lead a pricing team", "I like it", "her path"),),
        people=people or (minerva(),),
    )
    return replace(book, **changes)  # type: ignore[arg-type]


def ben() -> Book:
    """Ben's book, empty: the other protégé on the same mailbox."""
    return Book(Protege("ben", "Ben Ode", "ben@example.org", zone="Europe/London", country="GB"))


def minerva(stage: Stage = Stage.CONTACTED, **changes: object) -> Person:
    person = Person(
        "minerva",
        "Minerva McGee",
        "minerva@example.org",
        stage=stage,
        rank=1,
        why="your talk on pricing made us drop our free tier",
    )
    return replace(person, **changes)  # type: ignore[arg-type]


def lee(**changes: object) -> Person:
    return replace(Person("lee", "Lee Ito", "lee@example.org", rank=2, kind="introducer"), **changes)  # type: ignore[arg-type]


MALLORY = "mallory@example.org"
AGREED = Agreement(date(2026, 11, 1), date(2027, 10, 31))

COFFEE = Meeting(
    "coffee@x",
    "minerva",
    "Ada and Minerva: coffee",
    local("2026-11-11 10:00"),
    MADRID,
    30,
    purpose="coffee",
    place="Café X",
    state="invited",
)
SERIES = Meeting(
    "series@x",
    "minerva",
    "Ada and Minerva",
    local("2026-12-01 16:00"),
    MADRID,
    45,
    rrule="FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271031T225959Z",
    state="invited",
)


def active(*known: Meeting, **changes: object) -> Book:
    """Ada's book with an agreement with Minerva, and these meetings."""
    return ada(minerva(Stage.ACTIVE, agreement=AGREED, **changes), meetings=known)


class Desk:
    """A book and its clock. `says` gives a command to a practice, `happens` an event; both file what comes of it."""

    def __init__(self, book: Book | None = None, now: str = "2026-11-03 09:00") -> None:
        self.book = book or ada()
        self.now = at(now)
        self.last = Decision(self.book)
        self._count = 0
        self._smith = Wordsmith(_template, "Robin", "Olga Operator")

    def says(
        self, practice: Callable[[Case], Decision], verb: Verb = Verb.UNKNOWN, *, letter: str = "", **command: object
    ) -> Decision:
        """A protégé's command, in the thread of the person it names (else of the only person there is)."""
        only = self.book.people[0].id if len(self.book.people) == 1 else ""
        person = command.get("person") or only
        context = self.context(
            thread=thread_of(str(person)) if person else "general",
            person=str(person or ""),
            letter=letter,
            text=str(command.get("text", "")),
        )
        case = Case(self.book, self.key(), self.now, POLICY, context, Command(verb, **command), answers=True)  # type: ignore[arg-type]
        return self.take(practice(case))

    def happens(self, practice: Callable[..., Decision], event: object, *, own: bool = False) -> Decision:
        """An event; `own`: it came from the protégé's own mail."""
        context = getattr(event, "context", None)
        case = Case(self.book, self.key(), self.now, POLICY, context or Context(), answers=own or context is not None)
        return self.take(practice(case, event))

    def context(self, **more: object) -> Context:
        """Where a mail of the protégé's stands that was written now."""
        return Context(message_id="<mail@example.org>", written=self.now, **more)  # type: ignore[arg-type]

    def case(self) -> Case:
        """A case without a command, for functions that only look at the book and the time."""
        return Case(self.book, self.key(), self.now, POLICY)

    def key(self) -> str:
        self._count += 1
        return f"key{self._count}"

    def take(self, decision: Decision) -> Decision:
        """Files a decision's letters, worded with the real templates."""
        self.book = decision.book
        for draft in decision.drafts:
            text = self._text(draft)
            if draft.to_protege:
                self.book = post(self.book, draft, text, TOKENS)
            else:
                self.book = settle(self.book, draft, text, (), TOKENS, POLICY)
        self.last = decision
        return decision

    def _text(self, draft: Draft) -> Text:
        book = self.book
        person = book.find_person(draft.person)
        protege = book.protege
        reader = book.protege.zone if draft.to_protege else reader_zone(book, person)
        values: dict[str, object] = {
            "protege": {n: getattr(protege, n) for n in ("name", "first_name", "email", "zone")},
            "today": self.now.astimezone(zone(protege.zone)).date(),
            "zone": reader,
            "assistant": {"name": "Robin", "email": TOKENS.address},
            "shown": [self._shown(book.letter(id)) for id in draft.shows if book.find_letter(id)],
            **draft.values,
        }
        if person is not None:
            values["person"] = {n: getattr(person, n) for n in ("name", "first_name", "email", "zone", "stage")}
        wording = self._smith.word(draft.letter, values)
        calendar = f"SEQUENCE:{invites.as_worded(book, draft).sequence}" if draft.method else ""
        return Text(wording.subject, wording.text, calendar=calendar)

    def _shown(self, letter: Letter) -> dict[str, object]:
        person = self.book.person(letter.person)
        return {
            "code": letter.code,
            "subject": letter.subject,
            "text": letter.text,
            "hits": [],
            "checks": [],
            "goes": self.now,
            "zone": reader_zone(self.book, person),
            "words": len(letter.text.split()),
            "invite": bool(letter.calendar),
            "cancels": letter.method == "CANCEL",
            "entry": "",
            "lists": [],
            "first_name": person.first_name,
            "template": letter.template,
            "sendable": True,
        }

    # --- looking

    @property
    def answer(self) -> Letter:
        """The last mail to the protégé."""
        return [x for x in self.book.letters if x.to_protege][-1]

    @property
    def draft(self) -> Letter:
        """The last draft that waits for the protégé's word."""
        return self.book.pending()[-1]

    @property
    def taps(self) -> list[str]:
        """What the tap links of the last mail to the protégé say."""
        return [tap.says for tap in [d for d in self.last.drafts if d.to_protege][-1].taps]

    # --- what the edge does

    def leaves(self, letter: Letter | None = None) -> Letter:
        """The protégé approved it and it left: its meeting follows."""
        letter = letter or self.draft
        gone = replace(letter, state=LetterState.SENT, approved=letter.digest, sent_at=self.now, values={})
        self.book = invites.apply_sent(self.book.with_letter(gone), gone)
        return gone

    def sending(self, letter: Letter | None = None) -> Letter:
        """It is on the wire at this moment."""
        letter = replace(letter or self.draft, state=LetterState.SENDING)
        self.book = self.book.with_letter(letter)
        return letter


def meet_monthly(desk: Desk, **more: object) -> None:
    """Ada asks for a monthly series with Minerva, from the first Tuesday on."""
    values = {
        "rrule": "FREQ=MONTHLY;BYDAY=1TU",
        "time": time(16),
        "minutes": 45,
        "line": "meet monthly first tue 16:00",
    }
    desk.says(meetings.meet, op="series", **{**values, **more})


def _template(name: str) -> tuple[str, str] | None:
    path = TEMPLATES / name
    return (path.read_text(encoding="utf-8"), str(path)) if path.is_file() else None
