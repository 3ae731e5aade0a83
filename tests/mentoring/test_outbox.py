"""What may leave: nothing to a person without the protégé's approval of exactly that text, whatever state it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import POLICY, ada, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.digest import digest
from assistant.mentoring.letters import FINAL, MOVES, Kind, Letter, LetterState
from assistant.mentoring.outbox import earliest, may_leave, moved, stands_against
from assistant.mentoring.person import Person
from assistant.mentoring.settle import sent_within

NOW = datetime(2026, 11, 4, 10, 0, tzinfo=UTC)  # a Wednesday, 11:00 in Madrid
TEXT = "your talk on pricing made us drop our free tier."
BOUND = digest("minerva@example.org", ("ada@example.org",), "A question", TEXT, "")

moments = st.none() | st.integers(-3 * 24 * 60, 3 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))
some_moments = moments.filter(lambda at: at is not None)


def letter(**changes: object) -> Letter:
    base = Letter(
        "1", Kind.ATTEMPT, "person/first", "person/minerva", "minerva@example.org", "A question", TEXT, BOUND,
        NOW - timedelta(days=1), person="minerva", cc=("ada@example.org",), approved=BOUND, state=LetterState.APPROVED,
        hold_until=NOW - timedelta(minutes=5), not_before=NOW - timedelta(minutes=5),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    """Any letter, in states that never should be as well."""
    return letter(
        state=draw(st.sampled_from(LetterState)),
        kind=draw(st.sampled_from(Kind)),
        to=draw(st.sampled_from(("minerva@example.org", "old@example.org", "mallory@example.org", ""))),
        person=draw(st.sampled_from(("minerva", "nobody", ""))),
        to_protege=draw(st.booleans()),
        approved=draw(st.sampled_from((BOUND, "", "another text's digest"))),
        digest=draw(st.sampled_from((BOUND, ""))),
        hold_until=draw(moments),
        not_before=draw(moments),
        created=draw(some_moments),
        urgent=draw(st.booleans()),
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    return minerva(
        do_not_contact=draw(st.sampled_from(("", "declined", "stop", "you said stop"))),
        paused=draw(st.sampled_from(("", "mail from somebody unproven"))),
        answered_at=draw(moments),
    )


books = st.builds(lambda person, paused: ada(person, paused=paused), people(), st.sampled_from(("", "pause all")))


@given(books, letters(), moments)
def test_what_may_leave_is_approved_and_nothing_stands_against_it(
    book: Book, waiting: Letter, read_to_end: datetime | None
) -> None:
    if not may_leave(book, waiting, NOW, read_to_end):
        return
    assert waiting.state is LetterState.APPROVED
    assert waiting.not_before is None or waiting.not_before <= NOW
    if waiting.to_protege:
        return
    person = book.person(waiting.person)
    assert waiting.approved == waiting.digest != ""
    assert waiting.to in person.addresses
    assert not person.paused
    assert not book.paused
    assert not person.do_not_contact or (person.do_not_contact == "declined" and waiting.kind is Kind.THANKS)
    answered = person.answered_at is not None and person.answered_at >= waiting.created
    assert not (answered and waiting.kind is Kind.ATTEMPT)
    assert read_to_end is not None
    assert waiting.hold_until is not None
    assert read_to_end >= waiting.hold_until


@given(books, letters())
def test_an_unapproved_letter_to_a_person_never_may_leave(book: Book, waiting: Letter) -> None:
    unapproved = replace(waiting, to_protege=False, approved="")
    assert stands_against(book, unapproved)
    assert not may_leave(book, unapproved, NOW, NOW)


def test_an_approved_letter_may_leave_after_a_reading_that_began_after_its_hold() -> None:
    assert may_leave(ada(), letter(), NOW, NOW)
    assert not may_leave(ada(), letter(), NOW, None)
    assert not may_leave(ada(), letter(), NOW, NOW - timedelta(minutes=6))


@given(st.sampled_from(LetterState), st.sampled_from(LetterState))
def test_a_letter_moves_only_as_the_table_says(old: LetterState, new: LetterState) -> None:
    if new in MOVES[old]:
        assert moved(letter(state=old), new).state is new
    else:
        with pytest.raises(AssertionError):
            moved(letter(state=old), new)


@given(st.sampled_from(LetterState))
def test_nothing_leaves_the_states_that_are_final_but_a_failure(state: LetterState) -> None:
    assert bool(MOVES[state]) is (state not in FINAL or state is LetterState.FAILED)


def test_only_approved_leads_onto_the_wire() -> None:
    assert [old for old in LetterState if LetterState.SENDING in MOVES[old]] == [LetterState.APPROVED]


# --- when


def test_a_letter_that_a_night_has_held_up_waits_for_the_window() -> None:
    night = datetime(2026, 11, 4, 21, 30, tzinfo=UTC)
    assert earliest(ada(), letter(), night, POLICY) == datetime(2026, 11, 5, 8, 0, tzinfo=UTC)
    assert earliest(ada(), letter(), NOW, POLICY) == NOW
    assert earliest(ada(), letter(urgent=True), night, POLICY) == night
    assert earliest(ada(), letter(to_protege=True), night, POLICY) == night


def test_an_attempt_never_comes_within_five_business_days_of_the_last_touch() -> None:
    person = minerva()
    touched = replace(person, ladder=replace(person.ladder, last=NOW - timedelta(days=1)))  # Tuesday
    assert earliest(ada(touched), letter(), NOW, POLICY) == datetime(2026, 11, 10, 8, 0, tzinfo=UTC)
    assert earliest(ada(touched), letter(kind=Kind.THANKS), NOW, POLICY) == NOW


def test_the_limits_count_what_may_have_left() -> None:
    gone = [
        letter(id="1", state=LetterState.SENT, sent_at=NOW, sending_at=NOW),
        letter(id="2", state=LetterState.IN_DOUBT, sending_at=NOW),
        letter(id="3", state=LetterState.APPROVED, sending_at=NOW),  # refused for now
        letter(id="4", state=LetterState.SENT, sent_at=NOW - timedelta(hours=3)),
        letter(id="5", state=LetterState.SENT, sent_at=NOW, own_mailbox=True),
    ]
    book = ada(letters=tuple(gone))
    assert sent_within(book, NOW - timedelta(hours=1), to_protege=False) == 2


def test_an_answer_is_urgent_only_while_their_mail_is_fresh() -> None:
    night = datetime(2026, 11, 4, 21, 30, tzinfo=UTC)
    answer = letter(kind=Kind.ANSWER, urgent=True)
    assert earliest(ada(minerva(answered_at=night - timedelta(hours=20))), answer, night, POLICY) == night
    assert earliest(ada(minerva(answered_at=night - timedelta(hours=30))), answer, night, POLICY) > night
