"""A running series as it will be in another rhythm: from which day on, and what of it stays as it was (L29, S3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.meetings import times
from assistant.mentoring.meetings.invites import is_given_up
from assistant.mentoring.meetings.rhythm_wish import Rhythm
from assistant.mentoring.person import Person
from assistant.mentoring.rhythm import last_start, until
from assistant.mentoring.schedule import HORIZON, Change, Meeting


def in_rhythm(case: Case, person: Person, known: Meeting, wish: Rhythm) -> Meeting | None:
    """The series from its next meeting on, with the notice that people need; None where no day is left.

    Weeks and months are counted on from the next meeting as it is now."""
    following = next(known.occurrences(case.at, case.at + HORIZON), None)
    base = following[0].astimezone(zone(wish.zone)).date() if following else case.today
    monthly = wish.rule.startswith("FREQ=MONTHLY")
    base = base.replace(day=1) if monthly else base - timedelta(days=base.weekday())
    noticed = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    earliest = max(wish.since, noticed, _free_from(case, known))
    try:
        days = rrulestr(wish.rule, dtstart=datetime.combine(base, wish.at))
    except (ValueError, TypeError):
        return None
    start = days.after(datetime.combine(earliest, time()), inc=True)
    end = until(known.rrule)
    if start is None or (end is not None and start.replace(tzinfo=zone(wish.zone)) > end):
        return None
    ends = f";UNTIL={end:%Y%m%dT%H%M%SZ}" if end else ""
    new = replace(known, start=start, zone=wish.zone, minutes=wish.minutes, rrule=f"{wish.rule}{ends}", changes=())
    return _with_exceptions(case, known, new)


def _free_from(case: Case, known: Meeting) -> date:
    """The day after the last meeting of the series before this one, as they will be: none is on a day of both."""
    free = date.min
    for other in case.book.meetings:
        is_before = other.person == known.person and other.rrule and other.begins < known.begins
        if not is_before or other.uid == known.uid or other.organizer or is_given_up(case.book, other):
            continue
        as_it_will_be = next((w.meeting for w in case.book.changes_waiting if w.meeting.uid == other.uid), other)
        if as_it_will_be.state != "cancelled":
            free = max(free, times.local(case, last_start(as_it_will_be)).date() + timedelta(days=1))
    return free


def _with_exceptions(case: Case, known: Meeting, new: Meeting) -> Meeting:
    """What was moved or left out stays so, where the new rhythm still has a meeting on that day (S6, S7)."""
    original = {times.local(case, at).date(): at for at, _ in new.occurrences(new.begins, new.begins + 3 * HORIZON)}
    kept: list[Change] = []
    for one in known.changes:
        at = original.get(times.local(case, one.original).date())
        start = known.instant(one.start).astimezone(zone(new.zone)).replace(tzinfo=None) if one.start else None
        if at is not None:
            kept.append(Change(at, start, cancelled=one.cancelled, place=one.place))
    weighed = [at for one in known.weighed if (at := original.get(times.local(case, one).date()))]
    return replace(new, changes=tuple(kept), weighed=tuple(weighed))
