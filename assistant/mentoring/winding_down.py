"""The agreement comes to its end: RENEW, LIGHTER or CLOSE, asked of the protégé in time (P128, `policy.md`).

Six weeks before, or ahead of the last but one meeting of a rarer series; and once more when it is over. Nothing is
drafted by itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap, Why
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.recaps.actions import UNFINISHED, shown
from assistant.mentoring.rhythm import until
from assistant.mentoring.schedule import HORIZON
from assistant.mentoring.standing import HARDSHIP, coming, stands

MEETINGS_LEFT = 2  # before the last but one
SLACK = timedelta(days=1)  # a series ends at midnight of its zone, the agreement with a day of the protégé's


def is_due(book: Book, person: Person, now: datetime, policy: Policy) -> bool:
    """Whether the protégé is to be asked now: in time before the end, or because it is over and nothing was said.

    Not before half of the term is over, not outside their hours, not while a letter of the ending waits."""
    agreement = person.agreement
    local = now.astimezone(zone(book.protege.zone))
    today = local.date()
    if agreement is None or person.do_not_contact or person.paused == HARDSHIP or book.paused:
        return False
    if local.time() < book.protege.opens or not shared([book.protege.country], book.protege.away).is_business(today):
        return False
    if person.stage is Stage.WINDING_DOWN:
        return is_over(book, person, now) and not book.writes_to(person.id)
    if person.stage is not Stage.ACTIVE or today < agreement.since + (agreement.ends_on - agreement.since) / 2:
        return False
    in_time = agreement.ends_on - timedelta(weeks=policy.wind_down_weeks)
    return today >= in_time or _last_ones_come(book, person, now, policy)


def is_over(book: Book, person: Person, now: datetime) -> bool:
    """Whether the last day of the agreement has passed, and no meeting is to come."""
    ends = person.agreement.ends_on if person.agreement else None
    today = now.astimezone(zone(book.protege.zone)).date()
    return ends is not None and ends < today and coming(book, person, now) is None


def _left(book: Book, person: Person, now: datetime) -> list[datetime]:
    """The meetings of their series that are to come, up to the end of the agreement; UTC."""
    assert person.agreement is not None
    end = datetime.combine(person.agreement.ends_on, datetime.min.time(), UTC) + 2 * SLACK
    return sorted(
        actual
        for meeting in book.series(person.id)
        for original, actual in meeting.occurrences(now, min(end, now + HORIZON))
        if stands(book, meeting, original)
    )


def _last_ones_come(book: Book, person: Person, now: datetime, policy: Policy) -> bool:
    """Whether the last two meetings are all that is left, and the first of them is near enough to speak of it then."""
    assert person.agreement is not None
    left = _left(book, person, now)
    if not left or len(left) > policy.wind_down_meetings or not _reaches_the_end(book, person):
        return False
    first = left[0].astimezone(zone(book.protege.zone)).date()
    today = now.astimezone(zone(book.protege.zone)).date()
    return today >= shared([book.protege.country], book.protege.away).add(first, -policy.prep_days - 1)


def last_after_next(book: Book, person: Person, now: datetime) -> datetime | None:
    """The last meeting (UTC), where only the next one stands before it: it is announced one ahead (`policy.md`)."""
    left = _left(book, person, now) if person.agreement is not None else []
    return left[1] if len(left) == MEETINGS_LEFT and _reaches_the_end(book, person) else None


def _reaches_the_end(book: Book, person: Person) -> bool:
    """Whether a series with them goes on to the end of the agreement: else there is time for another."""
    ends = [end for m in book.meetings if m.person == person.id and m.state == "invited" and (end := until(m.rrule))]
    return person.agreement is not None and bool(ends) and max(ends).date() >= person.agreement.ends_on - SLACK


def wind_down_due(case: Case, event: happened.WindDownDue) -> Decision:
    """The one question, with what was agreed, what is left and the open promises; the stage says that it was asked."""
    person = case.book.find_person(event.person)
    if person is None or person.agreement is None:
        return Decision(case.book)
    over = is_over(case.book, person, case.at)
    left = _left(case.book, person, case.at)
    mine = [
        a for a in case.book.actions if a.person == person.id and a.state in UNFINISHED and a.owner in ("me", "both")
    ]
    case = case.on(case.book.with_person(replace(person, stage=Stage.WINDING_DOWN)))
    return case.answer(
        "protege/winding_down",
        person=person.id,
        values={
            "name": person.first_name,
            "whole": person.name,
            "ends": person.agreement.ends_on,
            "over": over,
            "left": len(left),
            "last": left[-1] if left else None,
            "months": case.policy.term_months,
            "success": person.agreement.success,
            "quarterly": person.agreement.cadence == "quarterly",
            "actions": [shown(case.book, action, case.today) for action in mine],
        },
        taps=(
            Tap("Renew", f"RENEW WITH {person.name}"),
            *(() if person.agreement.cadence == "quarterly" else (Tap("Lighter", f"LIGHTER WITH {person.name}"),)),
            Tap("Close", f"CLOSE {person.name}"),
        ),
        why=Why("how it goes on is asked before an agreement ends, never decided for you", "the end comes near"),
        notes=(case.note("winding down", f"{person.name}: renew, lighter or close?", person.id),),
    )
