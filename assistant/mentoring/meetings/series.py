"""A series of meetings by invite, as both agreed on it (L29, P83).

A series is anchored in the protégé's zone, its first meeting is inside its rule, and it ends with the agreement (S5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from assistant.mentoring.case import Case
from assistant.mentoring.days import holiday_name, said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import invites, moves, times
from assistant.mentoring.meetings.blocked import blocked
from assistant.mentoring.meetings.inviting import drafted, drafted_values, invite, minutes_of, refused, summary
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.rhythm import FEW, hour_of, listed, nth, rule_of, rule_said, shifted, weekday, words
from assistant.mentoring.schedule import HORIZON, Meeting

HELP = "MEET monthly first tue 16:00 45min"
NOT_EVERY_MONTH = "not every month has that day; a weekday or the last day does, like  MEET monthly last thu 16:00"
CADENCES = {
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "quarterly": ("MONTHLY", 3),
}


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
    if not in_every_month(rule):
        return case.nothing_done(NOT_EVERY_MONTH, person=person.id)
    ends = person.agreement.ends_on if person.agreement else case.today + relativedelta(months=case.policy.term_months)
    since = case.command.day or (case.command.at.date() if case.command.at else case.today)
    made = planned(case, person, Wish(rule, at, since, ends))
    if made is None:
        return case.nothing_done(f"no day of that rule comes before the end on {said_day(ends)}", person=person.id)
    return _drafted(case, person, made)


def in_every_month(rule: str) -> bool:
    """Whether each month has the day of this rule; the 31st is read as the last one."""
    return "BYMONTHDAY=29" not in rule and "BYMONTHDAY=30" not in rule


@dataclass(frozen=True, slots=True)
class Wish:
    """A series to be: its rule without an end, its hour (the protégé's), not before `since`, to the end of `ends`."""

    rule: str
    at: time
    since: date
    ends: date


def planned(case: Case, person: Person, wish: Wish) -> Meeting | None:
    """The series as wished, with the notice that people need; None when no day of the rule lies in it."""
    start = _first(case, person, wish)
    if start is None or start.date() > wish.ends:
        return None
    end = datetime.combine(wish.ends, time(23, 59, 59), zone(case.zone)).astimezone(UTC)
    return Meeting(
        f"{case.id('series', person.id)}@mentoring-assistant",
        person.id,
        summary(case, person, "meeting"),
        start,
        case.zone,
        case.command.minutes or minutes_of(case, person),
        place=case.command.place or _place(case, person),
        rrule=f"{wish.rule};UNTIL={end:%Y%m%dT%H%M%SZ}",
    )


def running(case: Case, person: Person) -> Meeting | None:
    """The series with this person that people know of and that still has meetings to come."""
    return next((m for m in case.book.series(person.id) if m.next(case.at)), None)


def as_unseen(case: Case, person: Person, made: Meeting) -> Meeting:
    """Told again before anybody saw it, it is the same series put right: with its UID."""
    unseen = case.book.series(person.id, "draft")
    return replace(made, uid=unseen[-1].uid) if unseen else made


def _drafted(case: Case, person: Person, made: Meeting) -> Decision:
    known = running(case, person)
    made = replace(made, uid=known.uid) if known is not None else as_unseen(case, person, made)
    against = times.objection(case, person, made.start, made.minutes, made.uid)
    if known is not None and (known.organizer or not is_refused(case, person, known)):
        return case.nothing_done(
            f"a series with {person.first_name} runs ({rule_said(known, case.zone)}); MOVE TO moves its next one",
            person=person.id,
        )
    if against:
        return _other_hour(case, person, made, against)
    remarks = [*times.remarks(case, person, made.start), *series_remarks(case, person, made)]
    return drafted(case, person, made, remarks) if known is None else _planned_anew(case, person, known, made, remarks)


def is_refused(case: Case, person: Person, known: Meeting) -> bool:
    """Whether they declined the whole of a series that has not begun."""
    return known.answer_of(person.email) == "DECLINED" and known.begins > case.at


def _planned_anew(case: Case, person: Person, known: Meeting, made: Meeting, remarks: list[str]) -> Decision:
    """A series that they can't make, in another rhythm: the same meeting, changed (S3)."""
    if (refused := blocked(case, person, known.uid)) is not None:
        return refused
    new = replace(known, start=made.start, minutes=made.minutes, place=made.place, rrule=made.rrule, changes=())
    case = case.on(invites.change(case.book, known, new, case.at))
    reads = reader_zone(case.book, person)
    draft = invite(case, person, new, instead=f"{rule_said(known, reads)} at {hour_of(known, case.at, reads):%H:%M}")
    return case.answer(
        "protege/invite_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values=drafted_values(case, person, new, remarks),
        notes=(case.note("move", f"the series with {person.name} planned anew, drafted", person.id),),
    )


def _other_hour(case: Case, person: Person, made: Meeting, against: times.Objection) -> Decision:
    """The series can't be then: another hour of the same day, if one is free, keeps its rule."""
    free = against.free if against.free and against.free.date() == made.start.date() else None
    return case.answer(
        "protege/other_time",
        person=person.id,
        values={"because": against.because, "free": f"{free:%H:%M}" if free else ""},
        taps=(Tap(f"At {free:%H:%M}", f"MEET {words(made.rrule)} {free:%H:%M}"),) if free else (),
    )


def _too_early(person: Person) -> str:
    if person.stage in BEFORE_COFFEE:
        return f"a series comes after the talk and the agreement; first: COFFEE WITH {person.name}"
    return ""


def _place(case: Case, person: Person) -> str:
    """Where the series before this one met, if there was one: a café of one talk says nothing about the next."""
    places = [
        m.place for m in case.book.meetings if m.person == person.id and m.rrule and m.place and m.state != "cancelled"
    ]
    return places[-1] if places else ""


def _first(case: Case, person: Person, wish: Wish) -> datetime | None:
    """The first meeting inside the rule (naive, the protégé's zone)."""
    earliest = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    base = datetime.combine(max(wish.since, earliest), wish.at)
    try:
        return next(iter(rrulestr(wish.rule, dtstart=base)), None)
    except (ValueError, TypeError):
        return None


def series_remarks(case: Case, person: Person, meeting: Meeting) -> list[str]:
    """Holidays of either side and clashes in the months to come; the holidays get an update later (S7)."""
    off, clashes = [], []
    for _, actual in list(meeting.occurrences(case.at, case.at + HORIZON))[1:]:
        start = times.local(case, actual)
        named = holiday_name(case.book.protege.country, start.date()) or holiday_name(person.country, start.date())
        other = times.clash(case, start, meeting.minutes, meeting.uid)
        if named:
            off.append(f"{said_day(start.date())} ({named})")
        if other:
            clashes.append(f"{said_day(start.date())} clashes with {other[0].summary}.")
    holidays = [f"On a holiday: {listed(off)}. Once it stands I draft one update for that."] if off else []
    mine = [said_day(times.local(case, at).date()) for at in shifted(meeting, case.zone)]
    clocks = [f"Clocks change on different days, so it is at another hour for you on {listed(mine)}."] if mine else []
    more = [f"And {len(clashes) - FEW} more clashes."] if len(clashes) > FEW else []
    return [*holidays, *clocks, *clashes[:FEW], *more]


# --- what to say next


def one_tap_away(case: Case, person: Person, what: str) -> Decision:
    """The person as they are now, what changed in words, and their series as a tap."""
    tap = Tap("Invite the series", suggestion(case, person))
    return case.on(case.book.with_person(person)).answer(
        "protege/noted", person=person.id, values={"what": what}, taps=(tap,)
    )


def suggestion(case: Case, person: Person) -> str:
    """The series' command that continues what both know: the weekday and time of the last meeting."""
    agreement = person.agreement
    rule, hour = (agreement.rule, agreement.hour) if agreement else ("", None)
    minutes = minutes_of(case, person)
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
