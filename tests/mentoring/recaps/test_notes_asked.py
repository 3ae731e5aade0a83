"""Notes about which something is asked before a recap is made of them, and the prompt that asks for notes (L32)."""

from __future__ import annotations

from dataclasses import replace

from mentoring.people import COFFEE, Desk, ada, at, lee, minerva
from mentoring.talks import NOTES, after_coffee, answer, bring

from assistant.mentoring.book import Asks
from assistant.mentoring.events import NotesDue
from assistant.mentoring.facts import Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap


def test_notes_of_nobody_ask_whose_and_the_name_makes_the_recap() -> None:
    desk = Desk(ada(minerva(Stage.COFFEE_SET), lee(), meetings=(COFFEE,)), "2026-11-11 12:00")
    bring(desk, person="")
    assert desk.book.recaps == ()
    assert desk.taps == ["Minerva McGee", "Lee Ito", "OWN", "NO"]
    answer(desk, "Lee")
    assert (desk.book.recaps[0].person, desk.book.recaps[0].points) == ("lee", NOTES.points)
    assert all(q.asks is not Asks.WHOSE_NOTES for q in desk.book.questions)


def test_dictated_notes_ask_once_whose_words_they_are() -> None:
    desk = after_coffee()
    bring(desk, dictated=True)
    assert desk.book.recaps == ()
    assert desk.taps == ["MINE", "SHE KNEW", "NO"]
    answer(desk, "maybe")
    assert desk.book.recaps == ()
    answer(desk, "She knew.")
    assert len(desk.book.recaps) == 1
    bring(desk, replace(NOTES, points=("ask for three options",), actions=()), dictated=True)
    assert "ask for three options" in desk.book.recaps[0].points
    assert desk.book.questions == ()


def test_no_to_dictated_notes_keeps_none_of_them() -> None:
    desk = after_coffee()
    bring(desk, dictated=True)
    answer(desk, "NO")
    assert desk.book.recaps == ()
    assert desk.book.questions == ()


def test_prose_is_confirmed_before_anything_is_made_of_it() -> None:
    desk = after_coffee()
    bring(desk, confirm=True)
    assert desk.book.recaps == ()
    answer(desk, "yes")
    assert len(desk.book.recaps) == 1


def test_empty_notes_do_nothing() -> None:
    desk = after_coffee()
    bring(desk, Notes())
    assert "Did you attach it?" in desk.answer.text
    assert desk.book.recaps == ()


# --- the prompt


def test_the_prompt_comes_once_and_not_when_the_notes_were_faster() -> None:
    desk = after_coffee()
    due = NotesDue("k", desk.now, COFFEE.uid, at("2026-11-11 10:00"))
    desk.happens(recap.notes_due, due)
    assert desk.answer.text.startswith("NOTES of Wed 11 Nov at 10:00 with Minerva?")
    assert "FIT YES" in desk.taps
    assert desk.book.meetings[0].prompted == (at("2026-11-11 10:00"),)
    faster = after_coffee()
    bring(faster)
    assert faster.happens(recap.notes_due, due).drafts == ()
