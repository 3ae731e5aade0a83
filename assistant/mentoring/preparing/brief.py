"""The brief on the day of a meeting: part of that day's digest, or a mail two hours before (`policy.md`, prep)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.preparing.opener import opener
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.standing import Talk, stands

READ = timedelta(minutes=30)  # a digest that comes later than this before the meeting is no brief
WEEK = timedelta(days=7)
SATURDAY = 5


def todays(book: Book, now: datetime) -> list[Talk]:
    """The meetings of the protégé's local day that stand and have not begun, in their order."""
    local = now.astimezone(zone(book.protege.zone))
    midnight = datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)
    return _between(book, now, midnight - timedelta(seconds=1))


def _between(book: Book, since: datetime, until: datetime) -> list[Talk]:
    found = [
        Talk(meeting, original, actual)
        for meeting in book.meetings
        if meeting.state == "invited"
        for original, actual in meeting.occurrences(since, until)
        if stands(book, meeting, original)
    ]
    return sorted(found, key=lambda talk: talk.actual)


def row(case: Case, talk: Talk) -> dict[str, object]:
    """One meeting as a digest shows it: {name, at, place, answer, goal, opener, questions}."""
    person = case.book.person(talk.meeting.person)
    gathered = case.book.preparation(person.id)
    return {
        "name": person.name,
        "at": talk.actual,
        "place": talk.meeting.place_of(talk.original),
        "answer": said_answer(talk.meeting, person, talk.original),
        "goal": gathered.goal,
        "opener": opener(case.book, person, case.at),
        "questions": [{"text": q.text, "idea": q.idea} for q in gathered.questions],
    }


def said_answer(meeting: Meeting, person: Person, original: datetime) -> str:
    """What their calendar said of one occurrence, in words."""
    return meeting.answer_of(person.email, original).lower().replace("needs-action", "no answer yet")


def unasked(book: Book, now: datetime, policy: Policy) -> list[dict[str, object]]:
    """{name, at} of each meeting of the next business day for which there is no question yet: one nudge (P89)."""
    local = zone(book.protege.zone)
    today = now.astimezone(local).date()
    calendar = shared([book.protege.country], book.protege.away)
    return [
        {"name": book.person(talk.meeting.person).name, "at": talk.actual}
        for talk in _between(book, now, now + WEEK)
        if calendar.add(talk.actual.astimezone(local).date(), -policy.agenda_days) == today
        and talk.original in talk.meeting.prepared
        and not book.preparation(talk.meeting.person).questions
    ]


# --- the mail, where no digest brings it


def alone(book: Book, now: datetime, policy: Policy) -> list[Talk]:
    """The meetings of the next two hours of which no mail of today has told, and no digest will before they begin."""
    local = now.astimezone(zone(book.protege.zone))
    if book.digest_last == local.date():
        return []
    near = _between(book, now, now + timedelta(hours=policy.brief_hours))
    return [talk for talk in near if not _digest_comes(book, talk, now, policy) and not _told(book, talk, now)]


def _digest_comes(book: Book, talk: Talk, now: datetime, policy: Policy) -> bool:
    """Whether this day's digest is still to come, and in time to be read before the meeting."""
    local = now.astimezone(zone(book.protege.zone))
    opens = datetime.combine(local.date(), book.protege.digest_at, local.tzinfo)
    welcomed = book.welcomed is not None and book.welcomed.astimezone(local.tzinfo).date() == local.date()
    late = now > opens + timedelta(hours=policy.digest_late_hours)
    return local.weekday() < SATURDAY and not welcomed and not late and opens + READ <= talk.actual


def _told(book: Book, talk: Talk, now: datetime) -> bool:
    """Whether the protégé got the whole preparation today already: a meeting at short notice, or they asked for it."""
    local = zone(book.protege.zone)
    today = now.astimezone(local).date()
    return any(
        x.template == "protege/prep" and x.person == talk.meeting.person and x.created.astimezone(local).date() == today
        for x in book.letters
    )


def brief_due(case: Case, event: happened.BriefDue) -> Decision:
    """The mail of the day."""
    near = alone(case.book, case.at, case.policy)  # asked again: the whole preparation may just have been told
    found = [t for t in near if (t.meeting.uid, t.original) == (event.meeting, event.occurrence)]
    if not found:
        return Decision(case.book)
    return case.answer(
        "protege/brief",
        person=found[0].meeting.person,
        values={"row": row(case, found[0])},
        taps=(Tap("Prep", "PREP"), Tap("When?", "WHEN NEXT")),
    )
