"""New meetings by invite: a single one, or the series that both agreed on (L29, P83).

A series is anchored in the protégé's zone, its first meeting is inside its rule, and it ends with the agreement (S5).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from assistant.mentoring import invites, moves, times
from assistant.mentoring.case import Case
from assistant.mentoring.days import holiday_name, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, LetterState, Tap, Why
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.rhythm import last_start, nth, rule_of, rule_said, shifted, weekday, words
from assistant.mentoring.schedule import Meeting

HELP = "MEET monthly first tue 16:00 45min"
CADENCES = {
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
}


def refused(person: Person) -> str:
    """Why this person can get no invite, in words; "" when nothing stands against it."""
    if person.do_not_contact:
        return out_of_reach(person)
    if not person.email:
        return f"I have no address of {person.first_name}'s: EMAIL: minerva@example.org"
    return ""


# --- a single meeting


def single(case: Case) -> Decision:
    """`meet Minerva thu 15:00`: one meeting, beside a series or without one."""
    person = case.person
    if person is None:
        at = times.wanted(case)
        return moves.ask_whose(case, "COFFEE WITH {name}" + (f" {times.typed(at)}" if at else ""))
    return invite_once(case, person, "meeting", case.command.minutes or _minutes(case, person), "MEET")


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
            taps=[Tap(times.said(at), f"{word} {times.typed(at)}") for at in free],
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
    return _drafted(case, person, meeting, times.remarks(case, person, start))


def _known(case: Case, person: Person, purpose: str) -> Meeting | None:
    """A single meeting to come that this one is about: before the coffee there is only one."""
    for found in moves.upcoming(case.book, case.at, person):
        fits = found.meeting.purpose == purpose and not found.meeting.rrule
        if fits and (purpose == "coffee" or found.meeting.state == "draft"):
            return found.meeting
    return None


def summary(case: Case, person: Person, purpose: str) -> str:
    names = f"{case.book.protege.first_name} and {person.first_name}"
    return f"{names}: coffee" if purpose == "coffee" else names


def _drafted(case: Case, person: Person, meeting: Meeting, remarks: list[str]) -> Decision:
    """The meeting as a draft in the book, its invite as a draft to the person, and the mail that shows it.

    An answer that waits is shown beside it: one SEND covers both (`product.md`, "How a draft leaves").
    """
    book = invites.withdraw_for(case.book, meeting.uid).with_meeting(meeting)
    draft = invite(case, person, meeting)
    answers = [x for x in book.pending(person.id) if x.kind is Kind.ANSWER and x.state is LetterState.PENDING]
    return case.on(book).answer(
        "protege/invite_drafted",
        person=person.id,
        drafts=(draft,),
        shows_ids=[x.id for x in answers],
        taps=moves.TAPS,
        values={
            "name": person.name,
            "when": meeting.begins,
            "minutes": meeting.minutes,
            "place": meeting.place,
            "coffee": meeting.purpose == "coffee",
            "series": rule_said(meeting) if meeting.rrule else "",
            "remarks": remarks,
        },
        notes=(case.note("invite", f"{meeting.summary} at {times.said(meeting.start)} drafted", person.id),),
    )


def invite(case: Case, person: Person, meeting: Meeting) -> Draft:
    """The letter that carries a new meeting's invite."""
    template = "series" if meeting.rrule else meeting.purpose
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
            "rule": rule_said(meeting) if meeting.rrule else "",
            "last": last_start(meeting) if meeting.rrule else None,
            "shifted": shifted(meeting, person.zone) if meeting.rrule else [],
        },
        why=Why("an invite, after your SEND", case.command.line or "you asked for it"),
        meeting=meeting.uid,
        method="REQUEST",
    )


# --- the series


def series(case: Case) -> Decision:
    """`meet monthly first tue 16:00 45min`: the invite of the whole series as a draft."""
    person = case.person
    if person is None:
        return case.ask_whom("MEET")
    against = refused(person) or _too_early(person)
    if against:
        return case.nothing_done(against, person=person.id)
    at = case.command.time or (case.command.at.time() if case.command.at else None)
    rule = rule_of(case.command)
    if at is None or not rule:
        return case.nothing_done(f"a series needs its days and its time, like  {HELP}", person=person.id)
    if "BYMONTHDAY=29" in rule or "BYMONTHDAY=30" in rule:
        return case.nothing_done(
            "not every month has that day; a weekday or the last day does, like  MEET monthly last thu 16:00",
            person=person.id,
        )
    ends = person.agreement.ends_on if person.agreement else case.today + relativedelta(months=case.policy.term_months)
    start = _first(case, person, rule, at)
    if start is None or start.date() > ends:
        return case.nothing_done(f"no day of that rule comes before the end on {_day(ends)}", person=person.id)
    known = next((m for m in case.book.meetings if m.person == person.id and m.rrule and m.state != "cancelled"), None)
    if known is not None and known.state != "draft":
        return case.nothing_done(
            f"a series with {person.first_name} runs already ({rule_said(known)}); MOVE TO moves its next one",
            person=person.id,
        )
    uid = known.uid if known else f"{case.id('series', person.id)}@mentoring-assistant"
    minutes = case.command.minutes or _minutes(case, person)
    objection = times.objection(case, person, start, minutes, uid)
    if objection:
        return _other_hour(case, person, rule, start, objection)
    end = datetime.combine(ends, time(23, 59, 59), zone(case.zone)).astimezone(UTC)
    meeting = Meeting(
        uid,
        person.id,
        summary(case, person, "meeting"),
        start,
        case.zone,
        minutes,
        place=case.command.place or _place(case, person),
        rrule=f"{rule};UNTIL={end:%Y%m%dT%H%M%SZ}",
    )
    return _drafted(
        case, person, meeting, [*times.remarks(case, person, start), *_series_remarks(case, person, meeting)]
    )


def _other_hour(case: Case, person: Person, rule: str, start: datetime, against: times.Objection) -> Decision:
    """The series can't be then: another hour of the same day, if one is free, keeps its rule."""
    free = against.free if against.free and against.free.date() == start.date() else None
    return case.answer(
        "protege/other_time",
        person=person.id,
        values={"because": against.because, "free": f"{free:%H:%M}" if free else ""},
        taps=(Tap(f"At {free:%H:%M}", f"MEET {words(rule)} {free:%H:%M}"),) if free else (),
    )


def _too_early(person: Person) -> str:
    if person.stage in BEFORE_COFFEE:
        return f"a series comes after the talk and the agreement; first: COFFEE WITH {person.name}"
    return ""


def _minutes(case: Case, person: Person) -> int:
    return person.agreement.minutes if person.agreement else case.policy.meeting_minutes


def _place(case: Case, person: Person) -> str:
    """Where the series before this one met, if there was one: a café of one talk says nothing about the next."""
    places = [
        m.place for m in case.book.meetings if m.person == person.id and m.rrule and m.place and m.state != "cancelled"
    ]
    return places[-1] if places else ""


def _first(case: Case, person: Person, rule: str, at: time) -> datetime | None:
    """The first meeting inside the rule, with the notice that people need (naive, the protégé's zone)."""
    day = case.command.day or (case.command.at.date() if case.command.at else None)
    earliest = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    base = datetime.combine(max(day or earliest, case.today + timedelta(days=1)), at)
    try:
        return next(iter(rrulestr(rule, dtstart=base)), None)
    except (ValueError, TypeError):
        return None


def _series_remarks(case: Case, person: Person, meeting: Meeting) -> list[str]:
    """Holidays of either side and clashes in the months to come: the protégé moves single ones later (S7)."""
    found = []
    for _, actual in list(meeting.occurrences(case.at, case.at + timedelta(days=400)))[1:]:
        day = times.local(case, actual)
        name = holiday_name(case.book.protege.country, day.date()) or holiday_name(person.country, day.date())
        other = times.clash(case, day, meeting.minutes, meeting.uid)
        if name:
            found.append(f"{_day(day.date())} is a holiday ({name}).")
        if other:
            found.append(f"{_day(day.date())} clashes with {other[0].summary}.")
    return found[:6]


# --- what to say next


def suggestion(case: Case, person: Person) -> str:
    """The series' command that continues what both know: the weekday and time of the last meeting."""
    agreement = person.agreement
    rule, hour = (agreement.rule, agreement.hour) if agreement else ("", None)
    minutes = _minutes(case, person)
    if rule and hour:  # said with the agreement: "Minerva agreed, first Tuesday 16:00"
        return f"MEET {words(rule)} {hour:%H:%M} {minutes}min"
    cadence = agreement.cadence if agreement else "monthly"
    known = [m for m in case.book.meetings if m.person == person.id and m.state == "invited" and not m.rrule]
    start = known[-1].start if known else None
    if start is None:
        free = times.proposals(case, person, minutes, 1)
        start = free[0] if free else datetime.combine(case.today, time(16))
    at = hour or start.time()
    if rule:
        return f"MEET {words(rule)} {at:%H:%M} {minutes}min"
    unit, _ = CADENCES.get(cadence, CADENCES["monthly"])
    day = f"{start:%a}".lower() if unit == "WEEKLY" else weekday(nth(start.date()))
    often = "every 2 weeks" if cadence == "fortnightly" else cadence
    return f"MEET {often} {day} {at:%H:%M} {minutes}min"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"
