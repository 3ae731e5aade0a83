"""How soon an invite may be: two business days after it leaves, unless both agreed on the time (`policy.md`).

Asked before the draft is made; and when a draft has waited so long that its time came too near.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import first_allowed, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, Tap
from assistant.mentoring.meetings import times
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.slots import covers
from assistant.mentoring.unanswered import offers

AGREED = "AGREED"  # after a time in a command: both know it


def is_agreed(case: Case, person: Person, start: datetime) -> bool:
    """Whether both know this time (naive, the protégé's zone): the protégé says so, or the person named it."""
    said = dict(case.command.fields).get("agreed") == "yes"
    return said or any(covers(slot, start) for slot in offers(case.book, person, case.at))


def is_short(case: Case, person: Person, start: datetime) -> bool:
    """Whether an invite to this time, sent as soon as may be, would leave less than two business days before it."""
    policy, local = case.policy, zone(reader_zone(case.book, person))
    calendar = case.calendar(person)
    held = case.now + timedelta(minutes=policy.invite_hold_minutes)
    leaves = first_allowed(held, calendar, str(local), policy.window_opens, policy.window_closes)
    day = times.instant(case, start).astimezone(local).date()
    return day < calendar.add(leaves.astimezone(local).date(), policy.slot_notice_days)


def too_near(book: Book, letter: Letter, leaves: datetime, policy: Policy) -> bool:
    """The times that it proposes are too near for the day on which it would leave (`policy.md`, hard checks)."""
    latest, person = letter.values.get("first_window"), book.find_person(letter.person)
    if not isinstance(latest, datetime) or person is None:
        return False
    local = zone(reader_zone(book, person))
    calendar = shared([book.protege.country, person.country], book.protege.away)
    return latest.astimezone(local).date() < calendar.add(leaves.astimezone(local).date(), policy.slot_notice_days)


def window(case: Case, person: Person, meeting: Meeting) -> dict[str, object]:
    """What a letter that proposes this meeting holds for the check when it leaves; nothing where both agreed on it."""
    agreed = is_agreed(case, person, times.local(case, meeting.begins))
    return {} if agreed else {"first_window": meeting.begins}


def ask(case: Case, person: Person, start: datetime, minutes: int, word: str) -> Decision:
    """Nothing is drafted: is that time agreed? word: the command that drafts the invite, without its time."""
    return _asked(case, person, start, minutes, word, waited=False)


def ask_again(case: Case, letter: Letter) -> Decision:
    """An invite that waited until its time came too near: it stays a draft, and the same is asked."""
    meeting, near = case.book.find_meeting(letter.meeting), letter.values.get("first_window")
    person = case.book.person(letter.person)
    if meeting is None or not isinstance(near, datetime):
        return case.nothing_done("the meeting is not known any more", person=person.id)
    word = f"COFFEE WITH {person.name}" if meeting.purpose == "coffee" else f"MEET {person.name}"
    return _asked(case, person, times.local(case, near), meeting.minutes, word, waited=True)


def _asked(case: Case, person: Person, start: datetime, minutes: int, word: str, *, waited: bool) -> Decision:
    free = times.proposals(case, person, minutes)
    agreed = Tap(f"{times.said(start)} is agreed", f"{word} {times.typed(start)} {AGREED}")
    return case.answer(
        "protege/too_soon",
        person=person.id,
        values={"name": person.first_name, "when": times.instant(case, start), "waited": waited},
        taps=(agreed, *times.taps(free, word)),
    )
