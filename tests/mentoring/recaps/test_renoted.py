"""Notes that come again for a talk: the same, a corrected version, or more of them (L32, promise 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentoring.people import COFFEE, Desk, at, local
from mentoring.talks import NOTES, after_coffee, bring

from assistant.mentoring.book import Asks
from assistant.mentoring.events import NotesForwarded
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.letters import LetterState
from assistant.mentoring.minutes import ActionState, RecapState
from assistant.mentoring.recaps import recap
from assistant.mentoring.recaps.renoted import Likeness, combined, likeness, says_corrected

MEMO, CALL = "I will send the memo", "I will call two customers"
LINES = st.lists(st.text(max_size=20), max_size=6)


def notes(*tasks: str, due: date = date(2026, 11, 20), **lists: tuple[str, ...]) -> Notes:
    return Notes(actions=tuple(NoteAction(task, "me", due) for task in tasks), **lists)  # type: ignore[arg-type]


def approve(desk: Desk) -> None:
    letter = replace(desk.draft, state=LetterState.APPROVED, approved=desk.draft.digest, approved_at=desk.now)
    desk.book = desk.book.with_letter(letter)


# --- the same


def test_the_same_notes_make_no_second_recap_and_no_second_draft() -> None:
    desk = after_coffee()
    bring(desk)
    first, draft, numbers = desk.book.recaps, desk.draft, [a.number for a in desk.book.actions]
    desk.now += timedelta(minutes=5)
    bring(desk, replace(NOTES, points=("fyi", *NOTES.points)))
    assert desk.book.recaps == first
    assert [a.number for a in desk.book.actions] == numbers
    assert desk.book.pending() == (desk.book.letter(draft.id),)
    assert "I have these notes already; nothing is doubled." in desk.answer.text
    assert draft.id in desk.answer.shows


def test_the_same_notes_much_later_are_known_and_not_asked_about() -> None:
    desk = after_coffee()
    bring(desk)
    desk.leaves()
    desk.book = desk.book.with_meeting(replace(COFFEE, uid="second@x", start=local("2026-11-18 10:00")))
    desk.now = at("2026-11-18 12:00")
    bring(desk)
    assert len(desk.book.recaps) == 1
    assert "I have these notes already" in desk.answer.text
    assert "Minerva has a version of this since" in desk.answer.text


def test_the_same_notes_leave_an_approved_version_alone() -> None:
    desk = after_coffee()
    bring(desk)
    approve(desk)
    bring(desk)
    assert [x.state for x in desk.book.letters if not x.to_protege] == [LetterState.APPROVED]


# --- corrected


def test_a_corrected_version_takes_the_place_of_the_first() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, CALL, points=("price the outcome", "drop the free tier"), private=("her boss left",)))
    old = desk.draft
    desk.now += timedelta(minutes=1)
    bring(
        desk,
        notes(
            "I will send the memos",
            due=date(2026, 11, 27),
            points=("price the outcome, not the seat", "drop the free tier"),
        ),
    )
    [made] = desk.book.recaps
    assert made.points == ("price the outcome, not the seat", "drop the free tier")
    assert made.private == ("her boss left",)  # what was private once stays so
    assert "This takes the place of your first version." in desk.answer.text
    assert desk.book.letter(old.id).state is LetterState.WITHDRAWN
    assert "I'll send the memos by Fri 27 Nov." in desk.draft.text
    assert "customers" not in desk.draft.text


def test_a_corrected_action_keeps_its_number_and_one_left_out_goes_for_good() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, CALL, points=("price the outcome",)))
    bring(desk, notes("I will send the memos", "I will book a room", points=("price the outcome",)))
    assert {a.number: (a.text, a.state) for a in desk.book.actions} == {
        1: ("send the memos", ActionState.OPEN),
        2: ("call two customers", ActionState.DROPPED),
        3: ("book a room", ActionState.OPEN),
    }
    assert "2 call" not in desk.answer.text


def test_an_approved_version_that_has_not_left_does_not_go_and_that_is_said() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, points=("price the outcome",)))
    old = desk.draft
    approve(desk)
    bring(desk, notes(MEMO, due=date(2026, 11, 27), points=("price the outcome!",)))
    assert desk.book.letter(old.id).state is LetterState.WITHDRAWN
    assert "The version that you approved has not left and does not go." in desk.answer.text


def test_a_version_that_has_left_is_not_drafted_again_by_itself() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, points=("price the outcome",)))
    desk.leaves()
    desk.now += timedelta(minutes=20)
    bring(desk, notes(MEMO, due=date(2026, 11, 27), points=("price the outcome!",)))
    assert desk.book.pending() == ()
    assert "Minerva has a version of this since Wed 11 Nov at 12:00. SEND shows a new one first." in desk.answer.text
    desk.says(recap.correct, op="send")
    assert "I'll send the memo by Fri 27 Nov." in desk.draft.text


def test_a_mail_that_says_that_it_corrects_replaces_whatever_it_shares() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, points=("price the outcome",)))
    context = desk.context(thread="person/minerva", person="minerva")
    event = NotesForwarded("k2", desk.now, context, "minerva", notes(CALL, points=("another",)), "Corrected notes:\n…")
    desk.happens(recap.notes_came, event)
    assert desk.book.recaps[0].points == ("another",)
    assert [a.state for a in desk.book.actions] == [ActionState.DROPPED, ActionState.OPEN]


# --- more


def test_more_notes_of_the_same_talk_are_added() -> None:
    desk = after_coffee()
    bring(desk, Notes(points=("price the outcome",), actions=(NoteAction("send the deck"),)))
    bring(desk, notes(CALL, points=("she likes small teams", "ask for three options")))
    [made] = desk.book.recaps
    assert made.points == ("price the outcome", "she likes small teams", "ask for three options")
    assert "Added to your notes of that talk." in desk.answer.text
    assert made.state is RecapState.OPEN  # what was open is still open
    assert "? 1 who will “send the deck”" in desk.answer.text
    desk.says(recap.take)
    assert "call two customers by Fri 20 Nov" in desk.draft.text


def test_notes_whose_question_is_open_are_not_lost_when_more_come() -> None:
    desk = after_coffee()
    bring(desk, notes(MEMO, points=("price the outcome",)), dictated=True)
    bring(desk, notes(CALL, points=("she likes small teams",)))
    question = desk.book.question("person/minerva", Asks.WHOSE_NOTES)
    assert question is not None
    desk.says(lambda case: recap.question_answered(case, question, "MINE"))
    assert desk.book.recaps[0].points == ("price the outcome", "she likes small teams")
    assert len(desk.book.actions) == 2


# --- likeness


@pytest.mark.parametrize(
    ("old", "new", "like"),
    [
        (("one line", "two lines"), ("two lines", "one line"), Likeness.SAME),
        (("one line",), ("ONE  line.", "fyi"), Likeness.SAME),
        (("price the outcome", "drop the tier"), ("price the outcome", "drop the free tier"), Likeness.CORRECTED),
        (("price the outcome",), ("price the outcome", "and ask for three options"), Likeness.CORRECTED),
        (("price the outcome", "drop the tier"), ("she likes Lisbon",), Likeness.MORE),
    ],
)
def test_what_lines_are_to_those_before(old: tuple[str, ...], new: tuple[str, ...], like: Likeness) -> None:
    assert likeness(old, new) is like


@given(LINES)
def test_lines_are_the_same_as_themselves(lines: list[str]) -> None:
    assert likeness(lines, lines[::-1]) is Likeness.SAME


@given(LINES, LINES)
def test_notes_put_together_lose_no_line(one: list[str], other: list[str]) -> None:
    both = combined(Notes(points=tuple(one)), Notes(points=tuple(other)))
    assert set(both.points) == {*one, *other}


def test_a_mail_says_that_it_corrects_in_its_subject_or_at_its_head() -> None:
    assert says_corrected("Corrected notes", "- one")
    assert says_corrected("notes", "ignore my last mail, this is right")
    assert not says_corrected("notes", "- one\n" + "x" * 300 + "\ncorrected the memo")
