"""Notes of a talk with nobody of the book: the protégé's own, which nobody gets (promise 7)."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.command import Command
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import NoteAction, Notes
from assistant.mentoring.letters import Letter, Tap
from assistant.mentoring.minutes import Action, ActionState, Recap, RecapState
from assistant.mentoring.person import Person
from assistant.mentoring.promises import task_words
from assistant.mentoring.recaps import after_talk
from assistant.mentoring.recaps.actions import next_number, shown
from assistant.mentoring.recaps.recap_mail import answer, version_gone, withdrawn
from assistant.mentoring.words.phrases import clause, shortened

MOST_TAPS = 4


def kept(case: Case, notes: Notes) -> Decision:
    """Notes kept as the protégé's own: their lines in the book, their tasks among the actions, no letter to anybody."""
    book = case.book
    written = (case.context.written or case.at).astimezone(zone(case.zone)).date()
    recap = Recap(
        id=case.id("recap", "own"),
        person="",
        at=case.at,
        day=notes.held or written,
        points=(*notes.points, *(a.text for a in notes.actions if a.owner == "mentor" or a.other)),
        decisions=notes.decisions,
        offers=notes.offers,
        questions=notes.questions,
        private=notes.private,
        state=RecapState.FINAL,
    )
    for found in notes.actions:
        if found.owner != "mentor" and not found.other:
            book = book.with_action(_own(book, found, recap))
    return _told(case.on(book.with_recap(recap)), recap, "")


def _own(book: Book, found: NoteAction, recap: Recap) -> Action:
    words = task_words(shortened(found.text), dated=found.due is not None)
    return Action(next_number(book), words, "", "me", found.due, recap=recap.id)


def not_theirs(case: Case, recap: Recap, command: Command) -> Decision:
    """ "that was not Minerva's meeting": the recap is withdrawn, her draft gone, and the tasks are the protégé's own.

    Where another person of the book is named, the notes become theirs."""
    person = case.book.person(recap.person)
    gone = version_gone(case.book, recap)
    book, _ = withdrawn(case.book, recap)
    book = after_talk.taken_back(_unbound(book, recap), recap)
    question = book.question(thread_of(person.id), Asks.RECAP)
    if question is not None:
        book = book.without_question(question.id)
    named = command.text.casefold()
    others = [p for p in book.people if named and named in (p.first_name.casefold(), p.name.casefold(), p.id)]
    if len(others) == 1 and others[0] is not person:
        return _moved(case.on(book), recap, person, others[0])
    for action in book.actions:
        if action.recap == recap.id:
            book = book.with_action(_without_person(case, action, person))
    loose = replace(
        recap, person="", meeting="", occurrence=None, to_confirm=(), next_meeting="", next_at=None, next_day=None,
        state=RecapState.FINAL, stood="",
    )  # fmt: skip
    return _told(case.on(book.with_recap(loose)), loose, person.first_name, gone)


def _without_person(case: Case, action: Action, person: Person) -> Action:
    if action.owner == "mentor":
        because = f"not of a meeting with {person.first_name}"
        return replace(action, state=ActionState.DROPPED, because=because, closed_at=case.at)
    return replace(action, person="", owner=action.owner and "me")


def _moved(case: Case, recap: Recap, before: Person, person: Person) -> Decision:
    """The recap as that of another person's talk; its version is a draft to them."""
    book = after_talk.talked(case.book, person)
    for action in book.actions:
        if action.recap == recap.id:
            book = book.with_action(replace(action, person=person.id))
    stood = after_talk.standing(case.book, person)
    recap = replace(recap, person=person.id, meeting="", occurrence=None, stood=stood)
    changed = (f"These are notes of {person.first_name} now; {before.first_name} gets none of them.",)
    return answer(case.on(book.with_recap(recap)), book.person(person.id), recap, changed=changed)


def _unbound(book: Book, recap: Recap) -> Book:
    """The meeting that they were taken for has no notes again."""
    meeting = book.find_meeting(recap.meeting) if recap.meeting else None
    if meeting is None:
        return book
    return book.with_meeting(replace(meeting, noted=tuple(x for x in meeting.noted if x != recap.occurrence)))


def _told(case: Case, recap: Recap, name: str, gone: Letter | None = None) -> Decision:
    mine = [a for a in case.book.actions if a.recap == recap.id and a.state is not ActionState.DROPPED]
    return case.answer(
        "protege/own_notes",
        thread=case.context.thread or GENERAL,
        values={
            "name": name,
            "gone": gone.sent_at if gone else None,
            "day": recap.day,
            "actions": [shown(case.book, a, case.today) for a in mine],
            "example": mine[0].number if mine else 0,
        },
        taps=tuple(Tap(f"Drop {a.number} {clause(a.text)}"[:40], f"DROP {a.number}") for a in mine[:MOST_TAPS]),
        notes=(case.note("notes", f"own notes of {recap.day}: {len(mine)} actions"),),
    )
