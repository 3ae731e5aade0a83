"""Notes belong to one meeting: the one just past, the day that they name, or the one that is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from mentoring.people import COFFEE, Desk, ada, at, minerva

from assistant.mentoring.book import Asks
from assistant.mentoring.events import NotesForwarded
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap

NOTES = Notes(points=("prices",))


def two_talks(now: str) -> Desk:
    second = replace(COFFEE, uid="second@example.org", start=COFFEE.start.replace(day=18))
    return Desk(ada(minerva(Stage.ACTIVE), meetings=(COFFEE, second)), now)


def bring(desk: Desk, notes: Notes = NOTES) -> None:
    context = desk.context(thread="person/minerva", person="minerva")
    desk.happens(recap.notes_came, NotesForwarded("k", desk.now, context, "minerva", notes, "text"))


def answer(desk: Desk, word: str) -> None:
    question = next(q for q in desk.book.questions if q.asks is Asks.WHOSE_NOTES)
    desk.says(lambda case: recap.question_answered(case, question, word))


def test_notes_of_the_same_day_are_of_the_meeting_just_past() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk)
    assert desk.book.recaps[0].day == date(2026, 11, 18)


def test_a_day_in_the_notes_finds_the_meeting_before() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk, replace(NOTES, held=date(2026, 11, 11)))
    assert (desk.book.recaps[0].meeting, desk.book.recaps[0].day) == (COFFEE.uid, date(2026, 11, 11))


def test_a_day_without_a_meeting_is_a_talk_of_its_own() -> None:
    desk = two_talks("2026-11-24 13:00")
    bring(desk, replace(NOTES, held=date(2026, 11, 23)))
    assert (desk.book.recaps[0].meeting, desk.book.recaps[0].day) == ("", date(2026, 11, 23))


def test_two_meetings_without_notes_are_asked_for_and_the_number_binds_them() -> None:
    desk = two_talks("2026-11-24 13:00")
    bring(desk)
    assert desk.book.recaps == ()
    assert desk.answer.text.startswith("WHICH MEETING with Minerva are these notes of?")
    assert desk.taps == ["1", "2", "3", "NO"]
    answer(desk, "the last one")
    assert desk.book.recaps == ()
    answer(desk, "2")
    assert desk.book.recaps[0].meeting == COFFEE.uid
    assert desk.book.questions == ()
    bring(desk, replace(NOTES, points=("seats",)))
    assert [r.meeting for r in desk.book.recaps] == [COFFEE.uid, "second@example.org"]


def test_what_somebody_else_does_is_told_and_not_followed_up() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk, replace(NOTES, actions=(NoteAction("Lee: send the numbers", other="Lee"),)))
    assert desk.book.actions == ()
    assert desk.book.recaps[0].points == ("prices", "Lee: send the numbers")


def test_a_guessed_owner_is_asked_before_anything_goes_out() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk, replace(NOTES, actions=(NoteAction("book a room", "me", guessed=True),)))
    assert "? 1 “book a room”: yours, and by when?" in desk.answer.text
    assert desk.book.pending() == ()


def test_a_name_in_a_task_is_you_in_the_letter_to_them() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk, replace(NOTES, actions=(NoteAction("I will send Minerva the memo", "me", date(2026, 11, 27)),)))
    assert "I'll send you the memo by Fri 27 Nov." in desk.draft.text


def test_many_points_are_shown_in_part_and_kept_whole() -> None:
    desk = two_talks("2026-11-18 13:00")
    bring(desk, Notes(points=tuple(f"point {n}" for n in range(40))))
    assert "and 25 more, kept in your book." in desk.answer.text
    assert len(desk.book.recaps[0].points) == 40
    assert at("2026-11-18 13:00") == desk.now
