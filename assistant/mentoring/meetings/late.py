"""The protégé is late (L34): one line to the person, which one SEND lets go within a minute."""

from __future__ import annotations

from datetime import timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Why
from assistant.mentoring.meetings import moves, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.schedule import HORIZON
from assistant.mentoring.standing import stands


def running_late(case: Case) -> Decision:
    """`running late, 10 min`: of the meeting of today that is next, or has just begun."""
    target = _today(case)
    if target is None:
        return case.nothing_done("I know no meeting of today for which you could be late")
    person = target.person
    draft = case.write(
        "person/late",
        Kind.LATE,
        person,
        values={
            "greeting": moves.greeting(person),
            "when": target.actual,
            "old": target.actual,  # urgent until an hour after its start
            "minutes": case.command.minutes,
        },
        why=Why("who is late says so", case.command.line),
        urgent=True,
    )
    return case.answer(
        "protege/late",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"name": person.name, "when": target.actual},
    )


def _today(case: Case) -> Upcoming | None:
    """The next meeting of today, the person's where one is named; one counts until it is over."""
    found = []
    for meeting in case.book.meetings:
        whose = case.book.find_person(meeting.person)
        if whose is None or (case.person is not None and whose.id != case.person.id):
            continue
        for original, actual in meeting.occurrences(case.at - timedelta(minutes=meeting.minutes), case.at + HORIZON):
            if stands(case.book, meeting, original):
                found.append(Upcoming(meeting, whose, original, actual))
                break
    return min(
        (u for u in found if times.local(case, u.actual).date() == case.today), key=lambda u: u.actual, default=None
    )
