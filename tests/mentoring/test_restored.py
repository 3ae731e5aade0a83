"""A book set back to an older copy: what was on its way is in doubt, once; what waits for a word goes on waiting."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import ada, at, minerva

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.days import Calendar, first_allowed, shared
from assistant.mentoring.decide import decide
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.outbox import RESTORED, unsure
from assistant.mentoring.policy import Policy

NOON, LATER = at("2026-11-03 12:00"), at("2026-11-03 12:30")
MADRID = "Europe/Madrid"
POLICY = Policy()


def letter(id: str, state: LetterState, **changes: object) -> Letter:
    made = Letter(
        id=id,
        kind=Kind.THANKS,
        template="person/thanks",
        thread="person/minerva",
        to="minerva@example.org",
        subject="Thank you",
        text="Thank you.",
        digest="d",
        approved="d" if state is not LetterState.PENDING else "",
        created=at("2026-11-03 09:00"),
        state=state,
        person="minerva",
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def restored(*letters: Letter) -> tuple[Book, list[str]]:
    """The book after it was set back, and the templates of what Ada is told."""
    book = replace(ada(minerva()), letters=letters)
    decision = decide(book, happened.BookRestored("restored", NOON, 4), POLICY)
    return decision.book, [draft.letter for draft in decision.drafts]


def states(book: Book) -> list[LetterState]:
    return [x.state for x in book.letters]


def test_what_was_on_its_way_is_in_doubt_and_what_waits_goes_on_waiting() -> None:
    before = [LetterState.APPROVED, LetterState.SENDING, LetterState.PENDING, LetterState.SENT, LetterState.EXPIRED]
    book, told = restored(*(letter(str(n), state) for n, state in enumerate(before)))
    doubt = LetterState.IN_DOUBT
    assert states(book) == [doubt, doubt, LetterState.PENDING, LetterState.SENT, LetterState.EXPIRED]
    assert told == [RESTORED]


def test_a_letter_put_off_by_a_server_before_is_doubted_only_once() -> None:
    book, _ = restored(letter("a", LetterState.APPROVED, sending_at=at("2026-11-03 10:00"), attempts=1))
    lost = decide(book, happened.LetterLost("lost", LATER, "a", shows=True), POLICY).book
    assert states(lost) == [LetterState.APPROVED]
    assert not unsure(lost, lost.letter("a"))


def test_an_approval_handled_again_is_doubted_and_a_new_one_is_not() -> None:
    book, _ = restored()
    again = letter("again", LetterState.APPROVED, approved_at=at("2026-11-03 11:00"))
    new = letter("new", LetterState.APPROVED, approved_at=LATER)
    book = book.with_letter(again).with_letter(new)
    assert [x.id for x in book.letters if unsure(book, x)] == ["again"]
    book = decide(book, happened.LetterDoubted("doubt", LATER, "again"), POLICY).book
    assert states(book) == [LetterState.IN_DOUBT, LetterState.APPROVED]
    assert not any(unsure(book, x) for x in book.letters)


def test_a_letter_lost_in_the_night_leaves_in_the_window() -> None:
    book, _ = restored(letter("a", LetterState.APPROVED))
    night = at("2026-11-06 23:00")  # a Friday
    lost = decide(book, happened.LetterLost("lost", night, "a", shows=True), POLICY).book
    assert lost.letter("a").not_before == at("2026-11-09 09:00")


def test_a_window_to_midnight_is_open_all_evening() -> None:
    calendar: Calendar = shared(["ES-MD"], ())
    evening = at("2026-11-03 23:30")
    assert first_allowed(evening, calendar, MADRID, 0, 24) == evening
    assert first_allowed(at("2026-11-07 12:00"), calendar, MADRID, 0, 24) == at("2026-11-09 00:00")
