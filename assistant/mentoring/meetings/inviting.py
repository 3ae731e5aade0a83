"""A new meeting as a draft: the invite to a single one, and what every new invite has (L25, L29).

An invite to a time that is less than two business days away is asked first, unless both agreed on it (`policy.md`).
"""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, LetterState, Why
from assistant.mentoring.meetings import guests, invites, moves, notice, times
from assistant.mentoring.meetings.blocked import blocked
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.person import Person
from assistant.mentoring.rhythm import each, last_start, rule_said, shifted
from assistant.mentoring.schedule import Meeting


def refused(person: Person) -> str:
    """Why this person can get no invite, in words; "" when nothing stands against it."""
    if person.do_not_contact:
        return out_of_reach(person)
    if not person.email:
        return f"I have no address of {person.first_name}'s: EMAIL: minerva@example.org"
    return ""


def single(case: Case) -> Decision:
    """`meet Minerva thu 15:00`: one meeting, beside a series or without one."""
    person = case.person
    if person is None:
        at = times.wanted(case)
        return moves.ask_whose(case, "COFFEE WITH {name}" + (f" {times.typed(at)}" if at else ""))
    return invite_once(case, person, "meeting", case.command.minutes or minutes_of(case, person), "MEET")


def invite_once(case: Case, person: Person, purpose: str, minutes: int, word: str) -> Decision:
    """The invite to one meeting as a draft, or what stands against it. purpose: coffee | meeting.

    An invite of that purpose which nobody has seen yet is drafted anew; one that people know is moved.
    """
    against = refused(person)
    if against:
        return case.nothing_done(against, person=person.id)
    start = times.wanted(case)
    if start is None:
        free = times.proposals(case, person, minutes)
        return case.answer(
            "protege/when_meeting",
            person=person.id,
            values={"name": person.first_name, "coffee": purpose == "coffee", "minutes": minutes},
            taps=times.taps(free, word),
        )
    known = _known(case, person, purpose)
    if known is not None and known.organizer:
        at = known.next(case.at)
        return case.nothing_done(
            f"{person.first_name}'s own invite stands "
            f"({times.said(times.local(case, at[1])) if at else known.summary}); mine would double it",
            person=person.id,
        )
    if known is not None and known.state == "invited":
        found = next(u for u in moves.upcoming(case.book, case.at, person) if u.meeting.uid == known.uid)
        return moves.move(case, found, start)
    uid = known.uid if known else f"{case.id('meeting', person.id, purpose, start)}@mentoring-assistant"
    objection = times.objection(case, person, start, minutes, uid)
    if objection:
        return moves.objected(case, person, objection, word)
    if not notice.is_agreed(case, person, start) and notice.is_short(case, person, start):
        return notice.ask(case, person, start, minutes, word)
    meeting = Meeting(
        uid,
        person.id,
        summary(case, person, purpose),
        start,
        case.zone,
        minutes,
        purpose=purpose,
        place=case.command.place or (known.place if known else ""),
    )
    return drafted(case, person, meeting, times.remarks(case, person, start))


def _known(case: Case, person: Person, purpose: str) -> Meeting | None:
    """A single meeting to come that this one is about: before the coffee there is only one."""
    for found in moves.upcoming(case.book, case.at, person):
        fits = found.meeting.purpose == purpose and not found.meeting.rrule
        if fits and (purpose == "coffee" or found.meeting.state == "draft"):
            return found.meeting
    return None


def summary(case: Case, person: Person, purpose: str) -> str:
    """What calendars call a meeting: "Ada and Minerva", "Ada and Minerva: coffee"."""
    names = f"{case.book.protege.first_name} and {person.first_name}"
    return f"{names}: coffee" if purpose == "coffee" else names


def drafted(
    case: Case, person: Person, meeting: Meeting, remarks: list[str], *, template: str = "", instead: str = ""
) -> Decision:
    """The meeting as a draft in the book, its invite as a draft to the person, and the mail that shows it.

    An answer that waits is shown beside it: one SEND covers both (`product.md`, "How a draft leaves").
    """
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    meeting = guests.carried(case.book, meeting)
    book = invites.withdraw_for(case.book, meeting.uid).with_meeting(meeting)
    draft = invite(case, person, meeting, template=template, instead=instead)
    answers = [x for x in book.pending(person.id) if x.kind is Kind.ANSWER and x.state is LetterState.PENDING]
    return case.on(book).answer(
        "protege/invite_drafted",
        person=person.id,
        drafts=(draft,),
        shows_ids=[x.id for x in answers],
        taps=moves.TAPS,
        values=drafted_values(case, person, meeting, remarks),
        notes=(case.note("invite", f"{meeting.summary} at {times.said(meeting.start)} drafted", person.id),),
    )


def drafted_values(case: Case, person: Person, meeting: Meeting, remarks: list[str]) -> dict[str, object]:
    """What the mail that shows a new invite says of it."""
    return {
        "name": person.name,
        "when": meeting.begins,
        "minutes": meeting.minutes,
        "place": meeting.place,
        "coffee": meeting.purpose == "coffee",
        "series": rule_said(meeting, case.zone) if meeting.rrule else "",
        "remarks": remarks,
    }


def invite(case: Case, person: Person, meeting: Meeting, *, instead: str = "", template: str = "") -> Draft:
    """The letter that carries a new meeting's invite. instead: the rhythm that a series had before, in words."""
    template = template or ("series" if meeting.rrule else meeting.purpose)
    reads = reader_zone(case.book, person)
    return case.write(
        f"invite/{template}",
        Kind.INVITE,
        person,
        values={
            "greeting": moves.greeting(person),
            "when": meeting.begins,
            "minutes": meeting.minutes,
            "place": meeting.place,
            "reason": "",
            "rule": rule_said(meeting, reads) if meeting.rrule else "",
            "each": each(meeting) if meeting.rrule else "",
            "last": last_start(meeting) if meeting.rrule else None,
            "shifted": shifted(meeting, person.zone) if meeting.rrule else [],
            "instead": instead,
            "ends": person.agreement.ends_on if person.agreement else None,
            **notice.window(case, person, meeting),
        },
        why=Why("an invite, after your SEND", case.command.line or "you asked for it"),
        meeting=meeting.uid,
        method="REQUEST",
    )


def minutes_of(case: Case, person: Person) -> int:
    """How long their meetings are, as agreed."""
    return person.agreement.minutes if person.agreement else case.policy.meeting_minutes
