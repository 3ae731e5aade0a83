"""A copy for Ada's own calendar of which nobody knows whether it left goes once more; words alone stand in a digest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mentoring.people import COFFEE, POLICY, Desk, active, local

from assistant.mentoring import events as happened
from assistant.mentoring import fate
from assistant.mentoring.command import Verb
from assistant.mentoring.decide import decide
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, LetterState
from assistant.mentoring.meetings import meetings

THURSDAY = local("2026-11-12 11:00")


@pytest.fixture
def desk() -> Desk:
    """The coffee was moved to Thursday; Minerva has it, and Ada's own copy is about to leave."""
    desk = Desk(active(COFFEE))
    left(desk, op="move", at=THURSDAY)
    assert desk.answer.template == "invite/own"
    return desk


def left(desk: Desk, **command: object) -> None:
    """Ada's wish about the meeting, approved, and sent."""
    desk.says(meetings.meet, Verb.MEET, **command)
    letter = desk.draft
    desk.sending(replace(letter, approved=letter.digest))
    desk.happens(fate.sent, happened.LetterSent(desk.key(), desk.now, letter.id))


def lost(desk: Desk, letter: Letter) -> Decision:
    """The connection broke in the middle of it, and this server shows no copies."""
    desk.book = desk.book.with_letter(replace(letter, state=LetterState.SENDING, sending_at=desk.now))
    desk.book = decide(desk.book, happened.LetterDoubted("doubt", desk.now, letter.id), POLICY).book
    return desk.take(decide(desk.book, happened.LetterLost("lost", desk.now, letter.id, shows=False), POLICY))


def test_it_goes_again_as_a_mail_of_its_own(desk: Desk) -> None:
    copy = desk.answer
    lost(desk, copy)
    again = desk.answer
    assert (again.template, again.meeting, again.calendar) == ("invite/own", copy.meeting, copy.calendar)
    assert again.message_id != copy.message_id
    assert again.state is LetterState.APPROVED


def test_the_digest_does_not_repeat_its_words_as_well(desk: Desk) -> None:
    lost(desk, desk.answer)
    assert [x for x in desk.book.letters if x.failure == "unknown"] == []


def test_a_copy_that_a_later_one_overtook_stays_where_it_is(desk: Desk) -> None:
    copy = desk.answer
    desk.now = desk.now.replace(hour=12)
    left(desk, op="cancel")
    assert lost(desk, copy).drafts == ()
    assert desk.book.letter(copy.id).failure == "unknown"


def test_it_shows_what_has_left_and_not_what_waits(desk: Desk) -> None:
    copy = desk.answer
    desk.says(meetings.meet, Verb.MEET, op="move", at=local("2026-11-13 11:00"))
    lost(desk, copy)
    assert desk.answer.calendar == copy.calendar == "SEQUENCE:1"


def test_words_without_a_calendar_stand_in_the_digest(desk: Desk) -> None:
    desk.says(meetings.meet, Verb.MEET, op="when")
    assert lost(desk, desk.answer).drafts == ()
