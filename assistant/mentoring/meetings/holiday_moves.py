"""Meetings of a series that fall on a holiday of either side: one update, on the protégé's word (calendar.md S7).

Never inside the RRULE. Each occurrence is asked about once; a holiday that a setting brings later is asked about then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import holiday_name, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Why
from assistant.mentoring.meetings import invites, moves, times
from assistant.mentoring.meetings.blocked import blocked
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.recurrence import parts_of
from assistant.mentoring.rhythm import FEW
from assistant.mentoring.schedule import HORIZON, Meeting
from assistant.mentoring.standing import stands

NEAR = 6  # days: a meeting that is put further off is another one
OFTEN = 3  # weeks: a series that meets more often leaves a holiday out; the next meeting is near anyway


@dataclass(frozen=True, slots=True)
class Clash:
    """An occurrence on a holiday: original and actual start (UTC), the holiday's name, and whose it is: you | they."""

    original: datetime
    actual: datetime
    name: str
    whose: str


def clashes(book: Book, meeting: Meeting, now: datetime) -> list[Clash]:
    """The occurrences to come on a holiday of either side that nobody was asked about and nobody has moved."""
    person = book.person(meeting.person)
    known = {*meeting.weighed, *(change.original for change in meeting.changes if change.start or change.cancelled)}
    found = []
    for original, actual in meeting.occurrences(now, now + HORIZON):
        if original in known or not stands(book, meeting, original):
            continue
        mine = holiday_name(book.protege.country, _day(actual, book.protege.zone))
        theirs = holiday_name(person.country, _day(actual, person.zone or book.protege.zone))
        if mine or theirs:
            whose = "" if mine and theirs else "you" if mine else "they"
            found.append(Clash(original, actual, mine or theirs, whose))
    return found


def is_due(book: Book, meeting: Meeting, now: datetime, policy: Policy) -> bool:
    """Whether the protégé is to be asked now: the series is agreed, nothing about it is on its way, and it clashes.

    Agreed is what they accepted, and what they left unanswered for three business days.
    """
    person = book.find_person(meeting.person)
    local = now.astimezone(zone(book.protege.zone))
    calendar = shared([book.protege.country], book.protege.away)
    if not meeting.rrule or meeting.organizer or meeting.state != "invited" or person is None:
        return False
    if local.time() < book.protege.opens or not calendar.is_business(local.date()):
        return False
    if person.do_not_contact or person.paused or book.paused:
        return False
    about = [x for x in book.letters if x.meeting == meeting.uid and not x.to_protege and x.kind is not Kind.AGENDA]
    left = [x.sent_at for x in about if x.sent_at is not None]
    if not left or any(not x.final for x in about):
        return False
    asked = _day(max(left), book.protege.zone)
    answer = meeting.answer_of(person.email)
    waited = calendar.add(asked, 1 if answer == "ACCEPTED" else policy.invite_unanswered_days)
    return answer in ("ACCEPTED", "NEEDS-ACTION") and local.date() >= waited and bool(clashes(book, meeting, now))


def holidays_due(case: Case, event: happened.HolidaysDue) -> Decision:
    """The mail that names them, with one update of the whole series as a draft."""
    meeting = case.book.find_meeting(event.meeting)
    person = case.book.find_person(meeting.person) if meeting else None
    if meeting is None or person is None or person.do_not_contact:
        return Decision(case.book)
    found = clashes(case.book, meeting, case.at)
    if not found or blocked(case, person, meeting.uid) is not None:
        return Decision(case.book)
    known = replace(meeting, weighed=(*meeting.weighed, *(clash.original for clash in found)))
    new = known
    rows: list[dict[str, object]] = []
    for clash in found:
        start = _elsewhere(case, person, meeting, clash)
        new = new.with_change(replace(meeting.change_of(clash.original), start=start, cancelled=start is None))
        at = meeting.instant(start) if start else None
        rows.append({"old": clash.actual, "new": at, "name": clash.name, "whose": clash.whose})
    book = case.book.with_meeting(known)
    book = invites.wait_for(book, replace(new, sequence=meeting.sequence + 1), "REQUEST")
    draft = _update(case, person, meeting, rows)
    return case.on(book).answer(
        "protege/holidays",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"name": person.name, "first": person.first_name, **_handful(rows)},
        notes=(case.note("holidays", f"{len(rows)} meetings with {person.name}, update drafted", person.id),),
    )


def _update(case: Case, person: Person, meeting: Meeting, rows: list[dict[str, object]]) -> Draft:
    return case.write(
        "invite/holidays",
        Kind.INVITE,
        person,
        values={"greeting": moves.greeting(person), "old": rows[0]["old"], "place": meeting.place, **_handful(rows)},
        why=Why("meetings on a holiday of either side are put elsewhere once", "the holidays in your series"),
        meeting=meeting.uid,
        method="REQUEST",
    )


def _handful(rows: list[dict[str, object]]) -> dict[str, object]:
    return {"rows": rows[:FEW], "more": len(rows[FEW:]), "count": len(rows)}


def _elsewhere(case: Case, person: Person, meeting: Meeting, clash: Clash) -> datetime | None:
    """Where it goes (naive, the meeting's zone): the same hour of the nearest day when both work; None: left out."""
    if _is_often(meeting):
        return None
    at = times.same_hour(case, person, times.local(case, clash.actual), meeting, clash.original, within=NEAR)
    return times.instant(case, at).astimezone(zone(meeting.zone)).replace(tzinfo=None) if at else None


def _is_often(meeting: Meeting) -> bool:
    parts = parts_of(meeting.rrule)
    return parts.get("FREQ") == "WEEKLY" and int(parts.get("INTERVAL", "1")) < OFTEN


def _day(at: datetime, name: str) -> date:
    return at.astimezone(zone(name)).date()
