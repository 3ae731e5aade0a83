"""An invite beside the letter that ends it all stays at home, also while nobody knows whether that one left."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from mentoring.people import SERIES, Desk, active, at

from assistant.mentoring import endings, fate
from assistant.mentoring import events as happened
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.meetings import meetings
from assistant.mentoring.meetings.passed import has_passed
from assistant.mentoring.outbox import stands_against


@pytest.fixture
def desk() -> Desk:
    """The end with Minerva is approved, and beside it the invite to a new series."""
    desk = Desk(active(replace(SERIES, state="cancelled")))
    desk.says(meetings.meet, Verb.MEET, rrule="FREQ=WEEKLY;BYDAY=TH", time=time(10))
    book = desk.book
    desk.book = replace(book, letters=(), meetings=())
    desk.says(endings.wrap_up, Verb.WRAP_UP, text="completed")
    desk.book = replace(desk.book, letters=(*book.letters, *desk.book.letters), meetings=book.meetings)
    for letter in desk.book.pending():
        desk.book = desk.book.with_letter(replace(letter, state=LetterState.APPROVED, approved=letter.digest))
    return desk


def of(desk: Desk, kind: Kind) -> Letter:
    return [x for x in desk.book.letters if x.kind is kind and not x.to_protege][-1]


def test_before_it_leaves_nothing_stands_against_the_invite(desk: Desk) -> None:
    assert stands_against(desk.book, of(desk, Kind.INVITE)) == ""


@pytest.mark.parametrize("state", [LetterState.SENDING, LetterState.IN_DOUBT])
def test_while_its_fate_is_unknown_the_invite_waits(desk: Desk, state: LetterState) -> None:
    desk.book = desk.book.with_letter(replace(of(desk, Kind.CLOSING), state=state))
    assert stands_against(desk.book, of(desk, Kind.INVITE)).endswith("ends it with Minerva McGee may have left")


def test_once_it_has_left_the_invite_is_gone(desk: Desk) -> None:
    closing = replace(of(desk, Kind.CLOSING), state=LetterState.SENDING)
    desk.book = desk.book.with_letter(closing)
    desk.happens(fate.sent, happened.LetterSent("sent", desk.now, closing.id))
    assert of(desk, Kind.INVITE).state is LetterState.WITHDRAWN


def test_a_new_meeting_waits_for_what_becomes_of_the_end() -> None:
    desk = Desk(active())
    desk.says(endings.wrap_up, Verb.WRAP_UP, text="completed")
    desk.says(meetings.meet, Verb.MEET, rrule="FREQ=WEEKLY;BYDAY=TH", time=time(10))
    assert "the end with Minerva is drafted" in desk.answer.text
    assert desk.book.meetings == ()


def test_the_end_of_a_series_leaves_after_the_next_one_has_left_however_late() -> None:
    following = replace(SERIES, uid="next@x")
    desk = Desk(active(SERIES, following))
    desk.says(meetings.meet, Verb.MEET, op="cancel")
    late = replace(desk.draft, method="REQUEST", occurrence=None, values={"when": at("2026-11-04 09:00")})
    assert has_passed(desk.book, late, at("2026-11-05 09:00"))
    bound = replace(late, values={**late.values, "goes_on_as": following.uid})
    assert not has_passed(desk.book, bound, at("2026-11-05 09:00"))
