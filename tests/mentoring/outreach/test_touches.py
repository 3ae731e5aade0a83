"""What Ada did herself: a touch overtakes the attempt that waits, and the ladder's clock counts from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import Desk, ada, at, lee, minerva

from assistant.mentoring import events
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach, touches
from assistant.mentoring.person import Ladder, Stage


def drafted() -> Desk:
    desk = Desk(ada(minerva(Stage.PROSPECT)))
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    return desk


def test_sent_says_that_the_draft_left_from_her_own_mailbox_and_the_clock_starts() -> None:
    desk = drafted()
    draft = desk.draft
    desk.says(touches.sent, Verb.SENT)
    letter, person = desk.book.letter(draft.id), desk.book.person("minerva")
    assert (letter.state, letter.own_mailbox, letter.sent_at) == (LetterState.SENT, True, desk.now)
    assert (person.stage, person.ladder.rung, person.ladder.started) == (Stage.CONTACTED, 0, desk.now)
    assert "Tue 10 Nov" in desk.answer.text


def test_a_day_given_counts_from_that_day_and_one_to_come_is_refused() -> None:
    desk = drafted()
    desk.says(touches.sent, Verb.SENT, day=date(2026, 11, 4))
    assert "not come yet" in desk.answer.text
    assert desk.book.pending()
    desk.says(touches.sent, Verb.SENT, day=date(2026, 10, 30))
    assert desk.book.person("minerva").ladder.last == at("2026-10-30 12:00")


def test_an_older_touch_never_sets_the_clock_back() -> None:
    last = at("2026-11-02 10:00")
    desk = Desk(ada(minerva(ladder=Ladder(1, last, last))))
    desk.says(touches.touch, Verb.TOUCH, op="call", day=date(2026, 10, 1))
    ladder = desk.book.person("minerva").ladder
    assert (ladder.last, ladder.rung) == (last, 1)


def test_a_call_drops_the_waiting_note_without_calling_it_sent() -> None:
    desk = drafted()
    draft = desk.draft
    desk.says(touches.touch, Verb.TOUCH, op="call")
    assert desk.book.letter(draft.id).state is LetterState.WITHDRAWN
    assert "you called Minerva" in desk.answer.text
    assert desk.book.person("minerva").stage is Stage.CONTACTED


def test_whom_is_asked_when_several_may_be_meant() -> None:
    desk = Desk(ada(minerva(), lee()))
    for practice in (touches.sent, touches.touch):
        before = desk.book.people
        desk.says(practice, Verb.SENT)
        assert desk.answer.template == "protege/whom"
        assert desk.book.people == before


def test_a_mail_seen_by_us_is_a_touch_for_each_person_and_never_answered() -> None:
    desk = Desk(ada(minerva(), lee()))
    came = events.CorrespondenceSeen("k", desk.now, ("minerva", "lee", "nobody"), "paper", "<p@example.org>")
    desk.happens(touches.correspondence, came)
    assert desk.last.drafts == ()
    assert {p.ladder.last for p in desk.book.people} == {desk.now}


def test_a_touch_after_an_answer_starts_no_ladder_again() -> None:
    person = minerva(answered_at=at("2026-11-01 09:00"), ladder=replace(Ladder(), ended="answered"))
    desk = Desk(ada(person))
    desk.says(touches.touch, Verb.TOUCH, op="in_person")
    assert desk.book.person("minerva").ladder.ended == "answered"
