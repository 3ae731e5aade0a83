"""The oracles see: five faults that a naive assistant has are each caught within sixty seeds, and by the right one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from simulation.oracles import ORACLES
from simulation.run import simulate

from assistant.engine import deliver
from assistant.engine.receive import Parts
from assistant.mentoring import decide, fate, outbox
from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.outbox import moved
from assistant.mentoring.person import Person
from assistant.mentoring.protege import approval

SEEDS = 60


def caught_by(oracle: str) -> bool:
    """Whether some seed lets this oracle see something."""
    return any(_sees(ORACLES[oracle](simulate(seed))) for seed in range(1, SEEDS + 1))


def _sees(found: Iterator[str]) -> bool:
    return next(found, None) is not None


@pytest.mark.timeout(600)
def test_patience_that_counts_from_the_decision_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = fate._follow

    def follows(book: Book, letter: Letter, at: object) -> Book:
        return real(book, letter, letter.created)

    monkeypatch.setattr(fate, "_follow", follows)
    assert caught_by("patience")


@pytest.mark.timeout(600)
def test_two_letters_to_one_person_on_one_day_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox, "is_taken", lambda *_: False)
    assert caught_by("one a day")


@pytest.mark.timeout(600)
def test_an_approval_that_is_not_bound_to_the_text_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = approval.meant

    def whatever_waits(case: Case) -> list[Letter] | Decision:
        person = case.person
        waiting = [x for x in case.book.pending() if person is None or x.person == person.id]
        return waiting[-1:] or real(case)

    monkeypatch.setattr(approval, "meant", whatever_waits)
    assert caught_by("nothing unapproved")


@pytest.mark.timeout(600)
def test_a_letter_in_doubt_that_is_just_sent_again_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def sends_again(parts: Parts, id: str, read_to_end: object) -> None:
        del read_to_end
        book = parts.store.load(id)
        for letter in book.letters:
            if letter.state is LetterState.IN_DOUBT:
                book = book.with_letter(moved(letter, LetterState.APPROVED))
        parts.store.save(book)

    monkeypatch.setattr(deliver, "_look_for_proof", sends_again)
    assert caught_by("nothing twice")


@pytest.mark.timeout(600)
def test_an_attempt_that_an_answer_does_not_stop_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[Case, happened.AnswerReceived], Decision] = decide.EVENTS[happened.AnswerReceived]

    def unheard(case: Case, event: happened.AnswerReceived) -> Decision:
        found = real(case, event)
        letters = tuple(
            replace(old, digest=old.digest) if old.state is LetterState.APPROVED else new
            for old, new in zip(case.book.letters, found.book.letters, strict=False)
        )
        added = found.book.letters[len(letters) :]
        forgetful: list[Person] = [replace(p, answered_at=None) for p in found.book.people]
        return replace(found, book=replace(found.book, letters=(*letters, *added), people=tuple(forgetful)))

    monkeypatch.setitem(decide.EVENTS, happened.AnswerReceived, unheard)
    assert caught_by("nothing after an answer")
