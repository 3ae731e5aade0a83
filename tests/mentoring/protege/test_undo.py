"""UNDO: the last reversible act of a thread comes back, and what cannot come back is said (L43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.people import Desk, ada, minerva

from assistant.mentoring.answers import stopping
from assistant.mentoring.command import Verb
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Stage
from assistant.mentoring.protege import approval, drafts
from assistant.mentoring.protege.undo import undo


def drafted() -> Desk:
    """A note to Minerva waits and was shown."""
    desk = Desk(ada(minerva(Stage.PROSPECT)))
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    desk.book = desk.book.with_letter(replace(desk.draft, shown=True))
    return desk


def approved() -> Desk:
    desk = drafted()
    desk.says(approval.send, Verb.SEND, letter=desk.answer.id)
    assert [x.state for x in desk.book.letters if not x.to_protege] == [LetterState.APPROVED]
    return desk


def test_undo_takes_an_approval_back_and_nothing_of_it_stays() -> None:
    desk = approved()
    desk.says(undo, Verb.UNDO)
    letter = desk.draft
    assert (letter.approved, letter.approved_at, letter.hold_until, letter.not_before) == ("", None, None, None)
    assert letter.id in desk.answer.shows
    assert desk.book.undo is None


def test_a_second_undo_takes_back_nothing_more() -> None:
    desk = approved()
    desk.says(undo, Verb.UNDO)
    desk.says(undo, Verb.UNDO)
    assert "nothing to take back" in desk.answer.text


def test_a_letter_on_the_wire_cannot_be_called_back_but_never_goes_again() -> None:
    desk = approved()
    letter = next(x for x in desk.book.letters if not x.to_protege)
    for state in (LetterState.SENDING, LetterState.IN_DOUBT):
        desk.book = desk.book.with_letter(replace(letter, state=state, sending_at=desk.now))
        desk.says(undo, Verb.UNDO)
        assert "nobody can call it back" in desk.answer.text
        assert desk.book.letter(letter.id).recalled


def test_too_late_it_says_when_the_letter_left_for_two_weeks() -> None:
    desk = approved()
    letter = next(x for x in desk.book.letters if not x.to_protege)
    desk.book = desk.book.with_letter(replace(letter, state=LetterState.SENT, sent_at=desk.now))
    desk.says(undo, Verb.UNDO)
    assert desk.answer.template == "protege/too_late"
    desk.now += timedelta(days=14)
    desk.says(undo, Verb.UNDO)
    assert desk.answer.template == "protege/nothing"


def test_a_skip_comes_back_as_a_new_draft_that_waits() -> None:
    desk = drafted()
    old = desk.draft
    desk.says(drafts.skip, Verb.SKIP, letter=desk.answer.id)
    assert desk.book.pending() == ()
    desk.says(undo, Verb.UNDO)
    assert (desk.draft.text, desk.draft.approved) == (old.text, "")
    assert desk.draft.id != old.id


def test_the_proteges_stop_comes_back_but_what_was_withdrawn_does_not() -> None:
    desk = drafted()
    desk.says(stopping.stop, Verb.STOP, person="minerva", named="Minerva")
    desk.says(undo, Verb.UNDO)
    assert desk.book.person("minerva").do_not_contact == ""
    assert desk.book.pending() == ()
