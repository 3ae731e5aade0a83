"""The next meeting as a recap shows it (P85): what calendars know, what the notes say, or the question, with times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.days import short_day
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import inviting, times
from assistant.mentoring.meetings.moves import upcoming
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.standing import stands

APART = {"weekly": 7, "fortnightly": 14, "monthly": 28, "quarterly": 91}  # days from one meeting to the next
HOURS = (time(10), time(15))
OVER = frozenset({Stage.DECLINED, Stage.CLOSED})
LEAST = 15  # minutes that an overlap of two meetings must have


@dataclass(frozen=True, slots=True)
class NextTime:
    """says: what stands behind "Next meeting:". asks: a question behind it, or "". taps: times, as invites."""

    says: str
    asks: str = ""
    taps: tuple[Tap, ...] = ()


def next_time(case: Case, person: Person, recap: Recap) -> NextTime:
    """Of the calendars, of the notes, or asked. Whoever can't be invited is not asked about."""
    known = _known(case, person)
    said = recap.next_at if recap.next_at and recap.next_at > case.at else None
    if said is not None:
        return _named(case, times.local(case, said), known)
    if known is not None:
        return NextTime(known)
    words = recap.next_meeting
    if person.do_not_contact or not person.email or person.stage in OVER:
        return NextTime(words or "not fixed")
    day = recap.next_day if recap.next_day and recap.next_day >= case.today else None
    if day is not None:
        free = _on(case, person, day)
        date_said = short_day(day)
        return NextTime(words if date_said in words else f"{words} ({date_said})", "At what time?", _taps(free))
    asks = "When do you meet again? Tap a time, or reply e.g. NEXT thu 15:00."
    after = case.at + timedelta(days=_apart(person) - 1)
    return NextTime(
        words or "not fixed", asks, _taps(times.proposals(case, person, _minutes(case, person), after=after))
    )


def _known(case: Case, person: Person) -> str | None:
    """The next meeting that the calendars know, or whose invite waits as a draft, in words."""
    for following in upcoming(case.book, case.at, person):
        said = times.said(times.local(case, following.actual))
        if following.meeting.state != "invited":
            return f"{said}; its invite waits for your SEND"
        if stands(case.book, following.meeting, following.original):
            return said
    return None


def _named(case: Case, at: datetime, known: str | None) -> NextTime:
    """The time that the notes name: its invite is one tap away where no calendar knows it."""
    said = times.said(at)
    if times.clash(case, at, LEAST):
        return NextTime(said)
    beside = f"{said}; your calendars say {known}" if known else said
    taps = (Tap(f"Invite for {said}", f"MEET {times.typed(at)}"),)
    move = (Tap(f"Move it to {said}", f"MOVE TO {times.typed(at)}"),) if known else ()
    return NextTime(beside, taps=(*move, *taps))


def _on(case: Case, person: Person, day: date) -> list[datetime]:
    """Free times of that day, else of the days after it."""
    minutes = _minutes(case, person)
    near = [times.nearest(case, person, datetime.combine(day, hour), minutes) for hour in HOURS]
    found = sorted({at for at in near if at is not None and at.date() == day})
    begins = datetime.combine(day, time())
    return found or times.proposals(case, person, minutes, after=times.instant(case, begins) - timedelta(days=1))


def _taps(free: list[datetime]) -> tuple[Tap, ...]:
    return tuple(times.taps(free, "MEET"))


def _apart(person: Person) -> int:
    return APART.get(person.agreement.cadence if person.agreement else "", APART["monthly"])


def _minutes(case: Case, person: Person) -> int:
    return inviting.minutes_of(case, person)
