"""An agreement goes on: a new series after the old one's end, as long and as often as is said (L40, P128, S5).

Another UID, so what was agreed first ends as it was agreed; the agreement follows when the invite has left.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.meetings import inviting, series, times
from assistant.mentoring.meetings.blocked import end_waits, theirs
from assistant.mentoring.meetings.rhythm_wish import Rhythm, wished
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.recurrence import parts_of, without_end
from assistant.mentoring.rhythm import cadence_of, hour_of, last_start, nth, rule_said
from assistant.mentoring.schedule import Meeting

FURTHEST = 5  # years: no agreement is made for longer
ANY_YEAR = ("year", "any")  # the command's field: an end without a year, "until June"


def renewed(case: Case, person: Person, *, lighter: bool = False) -> Decision:
    """The draft that prolongs the mentoring with them, or why it can't be.

    lighter: four times a year instead of the same rhythm."""
    assert person.agreement is not None
    ended = max(person.agreement.ends_on, case.today)
    against = end_waits(case, person) or _against_end(case, ended)
    if against:
        return case.nothing_done(against, person=person.id)
    ends = _end(case, ended)
    old = _last_series(case, person)
    if old is None:
        return _without_series(case, person, ends, lighter=lighter)
    if old.organizer:
        return case.nothing_done(theirs(person, "series", "prolong it"), person=person.id)
    wish = wished(case, person, old, "RENEW WITH")
    if isinstance(wish, Decision):
        return wish
    last = times.local(case, last_start(old)).date()
    after = max(ended, last) + timedelta(days=1)
    if lighter:
        after = max(after, (last + relativedelta(months=3)).replace(day=1))
        wish = replace(wish, rule=every_three_months(old.rrule, last))
    return _drafted(case, person, old, wish, (after, ends))


def _against_end(case: Case, ended: date) -> str:
    command = case.command
    if command.until and command.months:
        return f"{command.months} months, or until {said_day(command.until)}? One of the two is enough"
    if command.until and ANY_YEAR not in command.fields and command.until <= ended:
        return (
            f"what you agreed goes until {said_day(ended)} already; a renewal goes on from there, so name a later day"
        )
    if _end(case, ended) > ended + relativedelta(years=FURTHEST):
        return f"{said_day(_end(case, ended))} is more than {FURTHEST} years on; name a nearer day"
    return ""


def _end(case: Case, ended: date) -> date:
    """The last day of the renewal; "until June" is the first June after what was agreed."""
    until = case.command.until
    if until is None:
        return ended + relativedelta(months=case.command.months or case.policy.term_months)
    years = 0
    while ANY_YEAR in case.command.fields and until + relativedelta(years=years) <= ended:
        years += 1
    return until + relativedelta(years=years)


def _last_series(case: Case, person: Person) -> Meeting | None:
    return max(case.book.series(person.id), key=last_start, default=None)


def _without_series(case: Case, person: Person, ends: date, *, lighter: bool) -> Decision:
    assert person.agreement is not None
    often = "quarterly" if lighter else cadence_of(case.command.rrule) or person.agreement.cadence
    kept = replace(person, agreement=replace(person.agreement, ends_on=ends, cadence=often), stage=Stage.ACTIVE)
    on = f"go on, {often}," if often != person.agreement.cadence else "go on"
    what = f"You and {person.first_name} {on} until {said_day(ends)}. There is no series yet to renew."
    return series.one_tap_away(case, kept, what)


def _drafted(case: Case, person: Person, old: Meeting, wish: Rhythm, span: tuple[date, date]) -> Decision:
    """The new series as a draft. span: the first day on which it may be, and its last one."""
    made = series.planned(case, person, series.Wish(wish.rule, wish.at, *span))
    if made is None:
        return case.nothing_done(f"no day of the series comes before {said_day(span[1])}", person=person.id)
    made = replace(made, zone=wish.zone, minutes=wish.minutes, place=old.place)
    made = series.as_unseen(case, person, made)
    against = times.objection(case, person, times.local(case, made.begins), made.minutes, made.uid)
    remarks = [against.because] if against else []
    remarks += series.series_remarks(case, person, made)
    return inviting.drafted(case, person, made, remarks, template="renewal", instead=_other(case, person, old, made))


def _other(case: Case, person: Person, old: Meeting, made: Meeting) -> str:
    """The rhythm and length before, as the reader's clock has it, where they are others now; else ""."""
    reads = reader_zone(case.book, person)
    was, now = (
        f"{rule_said(one, reads)} at {hour_of(one, case.at, reads):%H:%M}, {one.minutes} minutes" for one in (old, made)
    )
    same = without_end(old.rrule) == without_end(made.rrule) and old.minutes == made.minutes
    return "" if was == now or (same and old.start.time() == made.start.time()) else was


def every_three_months(rrule: str, day: date) -> str:
    """The rule four times a year, without an end; day: one of its days, where it names none of a month."""
    parts = parts_of(rrule)
    days = parts.get("BYMONTHDAY")
    on = f"BYMONTHDAY={days}" if days else f"BYDAY={_nth_of(parts, day)}"
    return f"FREQ=MONTHLY;INTERVAL=3;{on}"


def _nth_of(parts: dict[str, str], day: date) -> str:
    days = parts.get("BYDAY", "")
    return days if parts.get("FREQ") == "MONTHLY" and days else nth(day)
