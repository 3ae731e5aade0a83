"""A meeting that the person missed (L34): a kind note, never a reproach, and no thanks for a talk that was none."""

from __future__ import annotations

from datetime import timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Why
from assistant.mentoring.meetings import times
from assistant.mentoring.meetings.moves import TAPS, greeting
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import Person
from assistant.mentoring.standing import Talk, missed, stands

JUST_PASSED = timedelta(days=4)  # a report after a weekend still means that meeting


def no_show(case: Case) -> Decision:
    """`no-show`, `she didn't show up`: the person named, else the one whom a meeting has just passed with."""
    person = case.person
    if person is None:
        met = {talk.meeting.person for talk in _begun(case, None)}
        if len(met) != 1:
            return case.ask_whom("NO-SHOW")
        person = case.book.person(met.pop())
    book, _ = withdraw(case.book, person.id, kinds={Kind.THANKS, Kind.RECAP})
    for talk in _begun(case, person)[:1]:  # so that nobody asks for its notes
        book = book.with_meeting(missed(talk.meeting, person.email, talk.original, case.at))
    case = case.on(book)
    draft = case.write(
        "person/no_show",
        Kind.ANSWER,
        person,
        values={"greeting": greeting(person), "times": times.proposed(case, person, case.policy.meeting_minutes)},
        why=Why("a kind note after a missed meeting", case.command.line),
    )
    return case.answer("protege/no_show", person=person.id, drafts=(draft,), taps=TAPS, values={"name": person.name})


def _begun(case: Case, person: Person | None) -> list[Talk]:
    """The meetings (of this person) that began lately and have no notes: of such nobody reports a no-show.

    One is counted from its start on: who waits for somebody writes before the end."""
    found = [
        Talk(meeting, original, actual)
        for meeting in case.book.meetings
        if person is None or meeting.person == person.id
        for original, actual in meeting.occurrences(case.now - JUST_PASSED, case.now)
        if stands(case.book, meeting, original) and original not in meeting.noted
    ]
    return sorted(found, key=lambda talk: talk.actual, reverse=True)
