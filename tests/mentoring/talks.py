"""Talks and the notes of them, as the tests of the core tell them."""

from __future__ import annotations

from datetime import date

from mentoring.people import COFFEE, Desk, ada, minerva

from assistant.mentoring.book import Asks
from assistant.mentoring.events import NotesForwarded
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.recaps import recap

NOTES = Notes(
    points=("price the outcome", "drop the free tier"),
    decisions=("start with two customers",),
    actions=(
        NoteAction("I will send the memo", "me", date(2026, 11, 20)),
        NoteAction("introduce Ada to Lee", "mentor"),
    ),
    questions=("who owns pricing?",),
    private=("I think my boss hates this",),
    next_meeting="Tue 8 Dec 16:00",
)


def after_coffee(**changes: object) -> Desk:
    return Desk(ada(minerva(Stage.COFFEE_SET, **changes), meetings=(COFFEE,)), "2026-11-11 12:00")


def bring(desk: Desk, notes: Notes = NOTES, *, person: str = "minerva", **more: object) -> None:
    context = desk.context(thread="person/minerva" if person else "general", person=person)
    desk.happens(recap.notes_came, NotesForwarded("k", desk.now, context, person, notes, "text", **more))  # type: ignore[arg-type]


def fix(desk: Desk, **command: object) -> None:
    desk.says(recap.correct, **{"op": "fix", **command})


def answer(desk: Desk, word: str) -> None:
    question = next(q for q in desk.book.questions if q.asks is Asks.WHOSE_NOTES)
    desk.says(lambda case: recap.question_answered(case, question, word))
