"""What a person says in plain words of a meeting that is to come; nothing pauses, and nothing is asked of them.

That it stands, or that they are late, is told. That they can't come, another time or another rhythm is a draft, as if
their calendar had said it.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.answers.meanings import UNCLEAR
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.events import Says
from assistant.mentoring.meetings import counters, new_rhythm, reschedule
from assistant.mentoring.meetings.calendar_mail import human_answer
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import Person, Remark
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.slots import in_zone
from assistant.mentoring.standing import missed
from assistant.mentoring.unanswered import ANSWERED

MOST = 2000  # characters of a mail that are remembered


def spoke(case: Case, event: happened.SpokeOfMeeting) -> Decision:
    """The mail to the protégé, with a draft where one is of use."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    person = _remembered(person, event)
    case = case.on(case.book.with_person(person))
    target = _target(case, person, event)
    match event.says:
        case Says.CANNOT if target:
            return _cannot(case, target, event)
        case Says.MOVE if target and event.times:
            return _moves(case, target, event)
        case Says.RHYTHM:
            return _rhythm(case, person, event)
        case Says.LATE:
            return _told(case, person, "protege/runs_late", event, minutes=event.minutes)
    return _told(case, person, "protege/said_thanks", event)


def _remembered(person: Person, event: happened.SpokeOfMeeting) -> Person:
    """With their words, and with the mail that an answer of the protégé's would belong to."""
    ids = tuple(dict.fromkeys((*event.references[-9:], event.message_id))) if event.message_id else person.their_mail
    remark = Remark(event.at, f"{ANSWERED}{event.text[:MOST]}", private=True)
    return replace(
        person,
        their_mail=ids,
        their_subject=event.subject or person.their_subject,
        remarks=(*person.remarks, remark),
    )


def _target(case: Case, person: Person, event: happened.SpokeOfMeeting) -> Upcoming | None:
    """The occurrence that begins then."""
    if event.about is None:
        return None
    for meeting in case.book.meetings:
        if meeting.person != person.id or meeting.state == "cancelled":
            continue
        for original, actual in meeting.occurrences(event.about, event.about):
            return Upcoming(meeting, person, original, actual)
    return None


def _told(case: Case, person: Person, letter: str, event: happened.SpokeOfMeeting, **values: object) -> Decision:
    note = case.note("answer", f"{person.name}: {event.says.value}", person.id)
    return case.answer(
        letter,
        person=person.id,
        values={"name": person.name, "text": event.text, "when": event.about, **values},
        notes=(note,),
    )


def _settled(case: Case, person: Person) -> Case:
    """Their word is clear: what was asked of an unclear one before it is answered, and no attempt goes."""
    person = replace(person, paused="" if person.paused == UNCLEAR else person.paused)
    book = human_answer(case.book.with_person(person), person, case.at)
    question = book.question(thread_of(person.id), Asks.WHAT_ANSWER)
    return case.on(book.without_question(question.id) if question else book)


def _cannot(case: Case, target: Upcoming, event: happened.SpokeOfMeeting) -> Decision:
    """As if their calendar had declined it (R9)."""
    case = _settled(case, target.person)
    off: Meeting = missed(target.meeting, target.person.email, target.original, case.at)
    case = case.on(case.book.with_meeting(off))
    note = case.note("answer", f"{target.person.name}: can't make it", target.person.id)
    return reschedule.declined(
        case,
        replace(target, meeting=off),
        notes=(note,),
        words=event.text,
        named=event.times,
        wish=event.wish,
        by=event.sender.lower(),
    )


def _moves(case: Case, target: Upcoming, event: happened.SpokeOfMeeting) -> Decision:
    """As if their calendar had proposed that time: the move as a draft, where the protégé is free."""
    case = _settled(case, target.person)
    local = in_zone(event.times[0], case.zone)
    start = target.meeting.instant(in_zone(local, target.meeting.zone).start)
    return counters.proposed(case, counters.Proposal(target, target.occurrence, start, event.text))


def _rhythm(case: Case, person: Person, event: happened.SpokeOfMeeting) -> Decision:
    """The series in the rhythm that they wish for, as a draft; else their words, and why there is none."""
    command = Command(Verb.MEET, person.id, op="rhythm", rrule=event.rule, fields=(("scope", "series"),))
    drafted = new_rhythm.changed(replace(case, command=command))
    told = next(draft for draft in drafted.drafts if draft.to_protege)
    letters = [draft for draft in drafted.drafts if not draft.to_protege]
    case = case.on(drafted.book if letters else case.book)
    return case.answer(
        "protege/rhythm_wished",
        person=person.id,
        drafts=[replace(draft, values={**draft.values, "wished": True}) for draft in letters],
        values={**told.values, "name": person.name, "text": event.text},
        taps=told.taps,
        notes=(case.note("answer", f"{person.name} wishes for another rhythm", person.id), *drafted.notes),
    )
