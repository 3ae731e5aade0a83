"""What becomes of a letter whose fate nobody knows: never twice, never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from mentoring.people import MALLORY, POLICY, Desk

from assistant.mentoring import daily, senders
from assistant.mentoring import events as happened
from assistant.mentoring.command import Verb
from assistant.mentoring.decide import decide
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach


def doubted(*, no_copy: bool) -> Desk:
    """Ada's approved note to Minerva was on the wire when the connection broke."""
    desk = Desk()
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    letter = desk.draft
    sending = replace(letter, state=LetterState.SENDING, approved=letter.digest, sending_at=desk.now)
    desk.book = desk.book.with_letter(sending)
    event = happened.LetterDoubted("doubt", desk.now, letter.id, no_copy=no_copy)
    desk.book = decide(desk.book, event, POLICY).book
    return desk


@pytest.mark.parametrize(("no_copy", "template"), [(True, "protege/in_doubt"), (False, "")])
def test_a_missing_copy_proves_nothing_where_the_server_had_refused_it(no_copy: bool, template: str) -> None:
    desk = doubted(no_copy=no_copy)
    letter = next(x for x in desk.book.letters if x.state is LetterState.IN_DOUBT)
    decision = decide(desk.book, happened.LetterLost("lost", desk.now, letter.id, shows=True), POLICY)
    after = decision.book.letter(letter.id)
    assert [d.letter for d in decision.drafts] == [template] * no_copy
    assert after.state is (LetterState.IN_DOUBT if no_copy else LetterState.APPROVED)


def lost_question(*, answered: bool) -> Desk:
    """ "Was this you?" may have left or not; a YES to its one-time address says that it did."""
    desk = Desk()
    desk.happens(senders.unproven, happened.SenderUnproven("unproven", desk.now, MALLORY, "hi", "mail1", "words"))
    letter = desk.answer
    desk.book = desk.book.with_letter(replace(letter, state=LetterState.IN_DOUBT, sending_at=desk.now))
    if answered:
        said = happened.ChallengeAnswered("yes", desk.now, letter.one_time, yes=True, context=desk.context())
        desk.happens(senders.challenge_answered, said)
    desk.now += timedelta(minutes=20)
    desk.take(decide(desk.book, happened.LetterLost("lost", desk.now, letter.id, shows=False), POLICY))
    return desk


def test_a_lost_question_that_only_its_own_mail_can_answer_is_asked_again_and_stands_in_no_digest() -> None:
    desk = lost_question(answered=False)
    first, again = desk.book.challenges
    assert (first.used, again.used, again.held) == (True, False, ("mail1",))
    assert (desk.answer.template, desk.answer.one_time) == ("protege/was_this_you", again.id)
    assert daily.unproven_letters(desk.book) == []


def test_a_lost_question_that_was_answered_is_not_asked_again() -> None:
    desk = lost_question(answered=True)
    assert len(desk.book.challenges) == 1
    assert desk.last.drafts == ()
    assert daily.unproven_letters(desk.book) == []


def test_the_next_doubt_of_the_same_letter_is_judged_by_itself() -> None:
    desk = doubted(no_copy=True)
    letter = next(x for x in desk.book.letters if x.state is LetterState.IN_DOUBT)
    desk.book = desk.book.with_letter(replace(letter, state=LetterState.SENDING))
    again = decide(desk.book, happened.LetterDoubted("again", desk.now, letter.id), POLICY).book.letter(letter.id)
    assert again.failure == ""
