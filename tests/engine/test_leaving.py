"""Mail in and out at the edge, step by step: what leaves is what was approved, and a crash between steps loses nothing.

The world is the simulation's, calm but for the one fault that a test asks for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from simulation.fakes import Chaos, Crash, Disk, MemorySpool, MemoryStore, SimulatedClock
from simulation.mails import OURS, SERVER, Got, stamped, write
from simulation.run import desk
from simulation.world import World

from assistant.engine.engine import Engine
from assistant.engine.receive import Parts
from assistant.errors import SignInRefused
from assistant.mentoring.book import Book, Protege
from assistant.mentoring.digest import digest
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.reading.trust import Authserv

WEDNESDAY = datetime(2026, 11, 4, 10, 0, tzinfo=UTC)
TEXT = "your talk on pricing made us drop our free tier."
ADA = Protege("ada", "Ada Byron", "ada@example.org", zone="Europe/Madrid", country="ES-MD")
BEN = Protege("ben", "Ben Okri", "ben@example.org", zone="Europe/Madrid", country="ES-MD")
MINERVA = Person("minerva", "Minerva M", "minerva@example.org", stage=Stage.READY)


def note(owner: Protege = ADA, **changes: object) -> Letter:
    """An approved first note to Minerva whose hold is over."""
    bound = digest(MINERVA.email, (owner.email,), "A question", TEXT, "")
    base = Letter(
        "note", Kind.ATTEMPT, "person/first", "person/minerva", MINERVA.email, "A question", TEXT, bound,
        WEDNESDAY - timedelta(hours=2), state=LetterState.APPROVED, person="minerva", cc=(owner.email,), approved=bound,
        hold_until=WEDNESDAY - timedelta(minutes=5), not_before=WEDNESDAY - timedelta(minutes=5), rung=0,
        message_id=desk().tokens.message_id(owner.id, "note"),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


@dataclass
class Calm:
    """One mailbox in a calm world. `cycle(hours)`: later, one cycle; a crash starts the process anew."""

    letters: tuple[Letter, ...] = ()
    proteges: tuple[Protege, ...] = (ADA,)
    shows_copies: bool = True
    now: datetime = WEDNESDAY
    sent: list[Got] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.clock = SimulatedClock(self.now)
        self.chaos = Chaos(Random(1), self.clock, calm=True)
        self.world = World(Random(1), self.clock, self.chaos, self.shows_copies, files_sent=False)
        books = [Book(p, welcomed=WEDNESDAY - timedelta(days=30), people=(MINERVA,)) for p in self.proteges]
        self.disk = Disk({b.protege.id: b for b in books})
        self.disk.books["ada"] = replace(books[0], letters=self.letters)

    @property
    def engine(self) -> Engine:
        parts = Parts(
            MemoryStore(self.disk, self.chaos), MemorySpool(self.disk, self.chaos), self.world, self.clock, desk(),
            Authserv(SERVER), dict.fromkeys(self.disk.books, Policy()),
        )  # fmt: skip
        return Engine(parts, self.world)

    def cycle(self, hours: float = 0) -> None:
        self.clock.push(timedelta(hours=hours))
        self.world.run_until(self.clock.now())
        self.world.cycle_began = self.clock.now()
        self.disk.unsynced.clear()  # what the last cycle filed is on the disk by now
        try:
            self.engine.cycle()
        except Crash:
            self.disk.crashed(Random(1))

    def book(self, id: str = "ada") -> Book:
        return self.disk.books[id]

    def arrives(self, sender: str, text: str, *, to: str = OURS, proven: bool = True, message_id: str = "") -> None:
        self.count += 1
        id = message_id or f"<{self.count}.x@example.org>"
        raw = write(sender=sender, to=to, subject="hello", text=text, at=self.clock.now(), message_id=id)
        self.world.inbox.append((stamped(raw, self.clock.now(), proven=proven, hop=1), self.clock.now()))

    def to(self, email: str) -> list[Got]:
        return [g for g in self.world.got if g.to == email]


# --- what leaves is what was approved


@pytest.mark.parametrize(
    "change",
    [{"text": TEXT + " P.S."}, {"subject": "Another"}, {"cc": ()}, {"cc": ("ada@example.org", "mallory@example.org")}],
)
def test_bytes_that_differ_from_what_was_approved_never_leave(change: dict[str, object]) -> None:
    calm = Calm((note(**change),))
    calm.cycle()
    calm.cycle(1)
    assert not calm.to("minerva@example.org")
    assert not calm.to("mallory@example.org")
    assert calm.book().letter("note").state is LetterState.FAILED
    assert any("NOT DELIVERED" in g.text for g in calm.to("ada@example.org"))


def test_an_event_that_was_not_approved_never_leaves() -> None:
    event = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
    calm = Calm((note(calendar=event, method="REQUEST"),))
    calm.cycle()
    calm.cycle(1)
    assert not calm.to("minerva@example.org")
    assert calm.book().letter("note").state is LetterState.FAILED


@pytest.mark.parametrize(("says", "leaves"), [("1. Questions", True), ("1. Questions\\n2. A raise", False)])
def test_an_event_leaves_with_the_description_that_was_approved_and_with_no_other(says: str, leaves: bool) -> None:
    event = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nDESCRIPTION:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    bound = digest(MINERVA.email, (), "A question", TEXT, event.format("1. Questions"))
    calm = Calm((note(calendar=event.format(says), method="REQUEST", cc=(), digest=bound, approved=bound),))
    calm.cycle()
    calm.cycle(1)
    assert bool(calm.to("minerva@example.org")) is leaves
    assert calm.book().letter("note").state is (LetterState.SENT if leaves else LetterState.FAILED)


def test_another_recipient_than_the_approved_one_gets_nothing() -> None:
    calm = Calm((note(to="mallory@example.org"),))
    calm.cycle()
    assert not calm.world.handed


def test_an_approved_letter_leaves_once() -> None:
    calm = Calm((note(),))
    calm.cycle()
    calm.cycle(1)
    assert [g.subject for g in calm.to("minerva@example.org")] == ["A question"]


# --- the hours, when it leaves


def test_a_letter_that_missed_its_window_waits_for_the_next_morning() -> None:
    calm = Calm((note(),), now=WEDNESDAY + timedelta(hours=10))
    calm.cycle()
    assert not calm.to("minerva@example.org")
    calm.cycle(12)
    assert len(calm.to("minerva@example.org")) == 1


# --- after a no


def test_who_said_no_may_be_written_to_again_once_they_write_yes() -> None:
    calm = Calm()
    declined = replace(MINERVA, stage=Stage.DECLINED, do_not_contact="declined", do_not_contact_since=WEDNESDAY.date())
    calm.disk.books["ada"] = calm.book().with_person(declined)
    calm.arrives("Minerva <minerva@example.org>", "Hi,\n\nyes, gladly.\n", proven=False)
    calm.cycle()
    assert calm.book().person("minerva").do_not_contact == "declined"
    calm.arrives("Minerva <minerva@example.org>", "Hi,\n\nyes, gladly.\n")
    calm.cycle()
    assert not calm.book().person("minerva").do_not_contact
    assert calm.book().person("minerva").stage is Stage.CONTACTED


# --- signing in


def test_a_refused_sign_in_leaves_no_letter_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    calm = Calm((note(),), shows_copies=False)

    def refuses(*_: object) -> None:
        raise SignInRefused("535 not now")

    with monkeypatch.context() as wrong_password:
        wrong_password.setattr(World, "submit", refuses)
        calm.cycle()
    assert calm.book().letter("note").state is LetterState.APPROVED
    calm.cycle(1)
    assert len(calm.to("minerva@example.org")) == 1


# --- proof


def in_doubt() -> Letter:
    return note(state=LetterState.IN_DOUBT, sending_at=WEDNESDAY - timedelta(hours=1))


def test_a_mail_with_one_of_our_message_ids_is_no_sign_that_our_copies_come_home() -> None:
    """Minerva has the letter, so anybody may know its Message-ID: were it a sign, the letter would go twice."""
    calm = Calm((in_doubt(),), shows_copies=False)
    calm.arrives("Mallory <mallory@example.org>", "hello there", message_id=in_doubt().message_id)
    calm.cycle()
    calm.cycle(1)
    assert not calm.disk.mailbox.shows_copies
    assert not calm.to("minerva@example.org")
    assert any("I DON'T KNOW whether" in g.text for g in calm.to("ada@example.org"))


def test_two_letters_in_doubt_to_one_person_are_asked_about_in_turn() -> None:
    first, second = in_doubt(), replace(in_doubt(), id="second", kind=Kind.THANKS, message_id="<second@example.org>")
    calm = Calm((first, second), shows_copies=False)
    for _ in range(4):
        calm.cycle(0.3)
    for _ in range(2):
        asked = [g for g in calm.to("ada@example.org") if "I DON'T KNOW whether" in g.text]
        calm.arrives("Ada Byron <ada@example.org>", "YES\n", to=asked[-1].reply_to[0])
        for _ in range(3):
            calm.cycle(0.3)
    assert [x.state for x in calm.book().letters if x.id in ("note", "second")] == [LetterState.SENT] * 2


# --- crashes between two commits


def test_a_stop_reaches_every_book_even_if_the_process_dies_in_between() -> None:
    for where in ("save", "save mailbox"):
        for when in ("before", "after"):
            for skip in range(4):
                _stop_with_a_crash(f"{when} {where}", skip)


def _stop_with_a_crash(where: str, skip: int) -> None:
    calm = Calm(proteges=(ADA, BEN))
    calm.arrives("Minerva <minerva@example.org>", "Please stop writing to me.\n")
    calm.chaos.crash_at, calm.chaos.skip = where, skip
    for _ in range(3):
        calm.cycle(0.1)
    assert calm.book("ada").person("minerva").do_not_contact
    assert calm.book("ben").person("minerva").do_not_contact


def test_a_stop_holds_for_a_book_that_meets_the_person_later() -> None:
    calm = Calm(proteges=(ADA, BEN))
    calm.disk.books["ben"] = replace(calm.book("ben"), people=())
    calm.arrives("Minerva <minerva@example.org>", "Please stop writing to me.\n")
    calm.cycle()
    calm.disk.books["ben"] = replace(calm.book("ben"), people=(MINERVA,), letters=(note(BEN),))
    calm.cycle(1)
    assert not calm.to("minerva@example.org")
    assert calm.book("ben").letter("note").state is LetterState.WITHDRAWN
    assert calm.book("ben").person("minerva").do_not_contact
    assert not calm.to("ada@example.org")[-1].text.count("Ben")


@pytest.mark.parametrize("skip", range(3))
@pytest.mark.parametrize("where", ["before requeue", "after requeue", "before save", "after save"])
def test_a_held_mail_is_handled_after_yes_whatever_dies_in_between(where: str, skip: int) -> None:
    calm = Calm()
    calm.arrives("Ada Byron <ada@example.org>", "STATUS\n", proven=False)
    calm.cycle()
    question = calm.to("ada@example.org")[-1]
    assert question.subject == "Was this you?"
    calm.arrives("Ada Byron <ada@example.org>", "YES\n", to=question.reply_to[0])
    calm.chaos.crash_at, calm.chaos.skip = where, skip
    for _ in range(4):
        calm.cycle(0.2)
    answers = [g for g in calm.to("ada@example.org") if g.in_reply_to == "<1.x@example.org>"]
    assert len(answers) == 1


# --- joined answers


def test_an_answer_that_is_joined_twice_still_names_every_mail_it_answers() -> None:
    book = Book(ADA)
    for number in range(1, 6):
        text = f"answer {number}"
        own = note(
            id=f"a{number}", kind=Kind.OWN, template="protege/status", to=ADA.email, cc=(), text=text, to_protege=True,
            digest=digest(ADA.email, (), "A question", text, ""), in_reply_to=f"<{number}@example.org>",
        )  # fmt: skip
        book = book.with_letter(own)
    once = desk().join(book, [book.letter(f"a{n}") for n in (2, 3)])
    waiting = [x for x in once.letters if x.state is LetterState.APPROVED]
    twice = desk().join(once, waiting)
    (last,) = [x for x in twice.letters if x.state is LetterState.APPROVED]
    assert {last.in_reply_to, *last.references} == {f"<{n}@example.org>" for n in range(1, 6)}
    assert all(f"answer {n}" in last.text for n in range(1, 6))
