"""At most one letter a business day to one person, whatever is approved when; and none of them waits for ever."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from mentoring.people import MADRID, POLICY, ada, at, lee, minerva

from assistant.mentoring.book import Book
from assistant.mentoring.days import shared, zone
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.outbox import earliest, leaves_at

MONDAY = at("2026-11-02 08:00")
KINDS = (Kind.ANSWER, Kind.THANKS, Kind.RECAP, Kind.CLOSING, Kind.PROPOSAL)


def letter(id: str, kind: Kind, created: datetime, *, person: str = "minerva", **changes: object) -> Letter:
    made = Letter(id, kind, "person/own", f"person/{person}", f"{person}@example.org", "Hello", "Hi", "d", created)
    return replace(made, person=person, **changes)  # type: ignore[arg-type]


def approved(book: Book, one: Letter, now: datetime) -> Book:
    """The book after SEND at `now`."""
    held, leaves = leaves_at(book, one, now, POLICY)
    going = replace(one, state=LetterState.APPROVED, approved="d", approved_at=now, hold_until=held, not_before=leaves)
    return book.with_letter(going)


def delivered(book: Book, now: datetime) -> Book:
    """The book after a cycle at `now`: what may leave has left."""
    for one in book.letters:
        ready = one.state is LetterState.APPROVED and one.not_before is not None and one.not_before <= now
        if ready and earliest(book, one, now, POLICY) <= now:
            book = book.with_letter(replace(one, state=LetterState.SENT, sent_at=now))
    return book


def days(book: Book, person: str) -> Counter[object]:
    local = zone(MADRID)
    return Counter(x.sent_at.astimezone(local).date() for x in book.letters if x.sent_at and x.person == person)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 72 * 4), st.sampled_from(KINDS), st.sampled_from(["minerva", "lee"])),
        min_size=1,
        max_size=8,
    ),
    st.integers(1, 24),
)
def test_no_two_letters_reach_one_person_on_one_day(sends: list[tuple[int, Kind, str]], pause: int) -> None:
    """Sends at any quarter of an hour of three days; cycles run every `pause` quarters: many fall due at once."""
    book = ada(minerva(), lee(kind="mentor"))
    waiting = [(MONDAY + timedelta(minutes=15 * quarter), kind, who) for quarter, kind, who in sorted(sends)]
    now, count = MONDAY, 0
    for step in range(24 * 4 * 25):
        now = MONDAY + timedelta(minutes=15 * step)
        while waiting and waiting[0][0] <= now:
            _, kind, who = waiting.pop(0)
            count += 1
            book = approved(book, letter(f"l{count}", kind, now, person=who), now)
        if step % pause == 0:
            book = delivered(book, now)
    for who in ("minerva", "lee"):
        assert max(days(book, who).values(), default=0) <= 1
        calendar = shared([book.protege.country])
        assert all(calendar.is_business(day) for day in days(book, who))  # type: ignore[arg-type]
    assert not [x for x in book.letters if x.state is LetterState.APPROVED]


def test_one_that_left_yesterday_or_came_back_keeps_nothing() -> None:
    now = at("2026-11-03 10:00")
    gone = letter("gone", Kind.THANKS, now, state=LetterState.SENT, sent_at=at("2026-11-02 10:00"))
    back = letter("back", Kind.THANKS, now, state=LetterState.SENT, sent_at=now, failure="bounced")
    book = ada().with_letter(gone).with_letter(back)
    assert earliest(book, letter("new", Kind.RECAP, now), now, POLICY) == now


def test_one_on_the_wire_or_in_doubt_has_taken_its_day() -> None:
    now = at("2026-11-03 10:00")
    for state in (LetterState.SENDING, LetterState.IN_DOUBT):
        book = ada().with_letter(letter("wire", Kind.THANKS, now, state=state, sending_at=now))
        assert earliest(book, letter("new", Kind.RECAP, now), now, POLICY) == at("2026-11-04 09:00")


def test_an_answer_and_its_invite_go_together() -> None:
    now = at("2026-11-03 10:00")
    invite = letter("invite", Kind.INVITE, now, calendar="BEGIN:VCALENDAR", method="REQUEST")
    book = approved(ada(), invite, now)
    answer = letter("answer", Kind.ANSWER, now, state=LetterState.APPROVED, approved_at=now)
    assert earliest(book, answer, now, POLICY) == now
    later = replace(answer, approved_at=now + timedelta(hours=1))
    assert earliest(book, later, now, POLICY) == at("2026-11-04 09:00")


def test_what_answers_them_goes_on_the_day_of_another_letter() -> None:
    now = at("2026-11-03 12:00")
    gone = letter("gone", Kind.THANKS, now, state=LetterState.SENT, sent_at=at("2026-11-03 10:00"))
    book = ada(minerva(answered_at=at("2026-11-03 11:00"))).with_letter(gone)
    assert earliest(book, letter("new", Kind.ANSWER, now), now, POLICY) == now
    older = letter("old", Kind.ANSWER, at("2026-11-03 10:30"))  # written before they wrote
    assert earliest(book, older, now, POLICY) == at("2026-11-04 09:00")
