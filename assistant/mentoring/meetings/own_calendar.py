"""After a stop: what still stands in the calendars, and the protégé's own cleared without a word to the person.

Nothing more may go to them, not even a CANCEL (promise 2). What they organize is deleted there by hand, unanswered.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft
from assistant.mentoring.meetings import calling_off, invites, meeting_events
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import Person

CLEAR = "clear"  # what the question asks, in its data


def asked(case: Case, person: Person) -> tuple[Case, list[dict[str, object]]]:
    """What is to come with them, as `calling_off.said` says it; the case with the question where ours is among it."""
    found = calling_off.known(case, person)
    if calling_off.ours(found):
        thread = thread_of(person.id)
        question = Question(
            case.id("question", CLEAR, person.id), Asks.CALENDAR, case.at, thread, person.id, (("what", CLEAR),)
        )
        case = case.on(case.book.with_question(question))
    return case, [calling_off.said(u, case.zone) for u in found]


def not_asked(book: Book, person: Person) -> Book:
    """The book without that question: the stop was taken back."""
    question = book.question(thread_of(person.id), Asks.CALENDAR)
    return book.without_question(question.id) if question and question.get("what") == CLEAR else book


def has_ours(rows: Iterable[dict[str, object]]) -> bool:
    """Whether one of them is our own invite, which can be taken out."""
    return any(not row["theirs"] for row in rows)


def answered(case: Case, person: Person, *, yes: bool) -> Decision:
    """YES: a cancellation of each of ours to the protégé alone. NO: they stay there, and are no meetings any more."""
    if not yes:
        said = f"They stay in your calendar. I prepare none of them, and {person.first_name} hears nothing."
        return case.answer("protege/noted", person=person.id, values={"what": said})
    copies: list[Draft] = []
    for target in calling_off.ours(calling_off.known(case, person)):
        case, copy = _cleared(case, target)
        copies += [copy] if copy else []
    if not copies:
        return case.nothing_done("nothing of it is in your calendar any more", person=person.id)
    what = "cancellation follows: it takes it" if len(copies) == 1 else "cancellations follow: they take them"
    return case.answer(
        "protege/noted",
        person=person.id,
        drafts=copies,
        shows=(),
        values={"what": f"The {what} out of your calendar. {person.first_name} hears nothing."},
        notes=(case.note("calendar", f"out of your own calendar: {person.name}", person.id),),
    )


def _cleared(case: Case, target: Upcoming) -> tuple[Case, Draft | None]:
    """The case with this meeting cancelled, and the protégé's own CANCEL of it."""
    off, _ = meeting_events.told(case.book, target.meeting, replace(target.meeting, state="cancelled"), case.at)
    book = invites.withdraw_for(case.book, off.uid).with_meeting(replace(off, state="cancelled"))
    case = case.on(book)
    last = invites.last_of_whole(case.book, off.uid)
    if last is None:
        return case, None
    copy = invites.own_copy(case, replace(last, method="CANCEL", occurrence=None), target.actual)
    return case, replace(copy, values={**copy.values, "quietly": True})
