"""Another time that a person's calendar proposes (COUNTER): a proposal to the protégé, never a change (calendar.md R9).

SEND says yes: the move leaves as a REQUEST with the next SEQUENCE. NO drafts the DECLINECOUNTER that keeps the old time
and offers others. SKIP leaves it unanswered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Tap, Why
from assistant.mentoring.meetings import invites, moves, times
from assistant.mentoring.meetings.blocked import blocked, end_waits
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.schedule import Proposed, actual_start

NO = Tap("No", "NO")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed: which occurrence (None: a single meeting), when (UTC), in which words."""

    target: Upcoming
    occurrence: datetime | None
    start: datetime
    words: str = ""


def proposed(case: Case, proposal: Proposal) -> Decision:
    """The mail that shows it: with the move as a draft where the protégé is free, else with times that are."""
    meeting = replace(proposal.target.meeting, proposed=Proposed(proposal.start, proposal.occurrence))
    target, person = replace(proposal.target, meeting=meeting), proposal.target.person
    case = case.on(case.book.with_meeting(meeting))
    start = times.local(case, proposal.start)
    against = _against(case, proposal)
    values: dict[str, object] = {
        "name": person.name,
        "old": target.actual,
        "new": proposal.start,
        "words": proposal.words,
        "against": against,
    }
    note = case.note("counter", f"{person.name} proposes {times.said(start)}", person.id)
    if against:
        free = times.proposals(case, person, meeting.minutes)
        taps = times.taps(free, "MOVE TO")
        return case.answer("protege/countered", person=person.id, values=values, taps=taps, notes=(note,))
    drafted = moves.move(case, target, start, yours=True)
    return case.on(drafted.book).answer(
        "protege/countered",
        person=person.id,
        drafts=[d for d in drafted.drafts if not d.to_protege],
        values=values,
        taps=(*moves.TAPS, NO),
        notes=(note,),
    )


def declined(case: Case, whose: str) -> Decision:
    """NO to the time that this person proposed: the draft that keeps the old one; the move makes room."""
    person = case.book.find_person(whose)
    found = [meeting for meeting in case.book.meetings if meeting.person == whose and meeting.proposed]
    if person is None or not found or found[-1].proposed is None:
        return case.nothing_done("no time that they proposed waits for an answer", person=whose)
    meeting, proposed = found[-1], found[-1].proposed
    old = actual_start(meeting, proposed.occurrence or meeting.begins)
    if old is None or meeting.state == "cancelled" or old <= case.at:
        return case.nothing_done("that meeting is over or cancelled, so there is no time to keep", person=whose)
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    case = case.on(invites.withdraw_for(case.book, meeting.uid))
    offered = [at for at in times.proposed(case, person, meeting.minutes, count=5) if at not in (old, proposed.start)]
    draft = case.write(
        "invite/keeps",
        Kind.INVITE,
        person,
        values={
            "greeting": moves.greeting(person),
            "old": old,
            "when": proposed.start,
            "place": meeting.place_of(proposed.occurrence),
            "times": offered[:3],
        },
        why=Why("a time that they propose gets an answer", case.command.line or "your NO"),
        meeting=meeting.uid,
        method="DECLINECOUNTER",
        occurrence=proposed.occurrence,
        urgent=moves.is_urgent(case, person, old),
    )
    return case.answer(
        "protege/change_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"name": person.name, "what": "keep", "old": old, "new": proposed.start, "remarks": []},
        notes=(case.note("counter", f"{person.name}'s other time declined, drafted", person.id),),
    )


def _against(case: Case, proposal: Proposal) -> str:
    """Why the time that they propose can't be, in words; "" when nothing stands against it."""
    target, meeting = proposal.target, proposal.target.meeting
    if invites.on_its_way(case.book, meeting.uid):
        return "a letter about it is on its way"
    if against := end_waits(case, target.person):
        return against
    if proposal.start == target.actual:
        return "that is when it is already"
    start = times.local(case, proposal.start)
    found = times.objection(
        case, target.person, start, meeting.minutes, meeting.uid, wished=True, original=target.occurrence
    )
    return found.because if found else ""
