"""What a talk leaves open: its notes, whether it fits, lines of its recap, a next meeting (`policy.md`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import shared, zone
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import series
from assistant.mentoring.minutes import Recap
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.standing import HARDSHIP, Talk, coming, held

NOTES_WAIT = timedelta(days=14)  # older notes are not asked for any more: memory has gone


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """A talk that was held, and what of it is open: notes, fit, or both."""

    person: Person
    talk: Talk
    notes: bool
    fit: bool

    @property
    def what(self) -> str:
        return "your notes and FIT are" if self.notes and self.fit else "your notes are" if self.notes else "FIT is"

    @property
    def word(self) -> str:
        """The reply that closes it."""
        return f"NOTES {self.person.name}: and a line or two below" if self.notes else f"FIT YES {self.person.name}"


def open_talks(book: Book, now: datetime) -> list[OpenTalk]:
    """The last talk with each person whose notes or fit were asked for and did not come, the newest first."""
    found = []
    for person in book.people:
        talks = held(book, person, now, since=NOTES_WAIT)
        if not talks or person.do_not_contact or person.stage is Stage.CLOSED:
            continue
        talk = talks[0]
        notes = talk.original in talk.meeting.prompted and talk.original not in talk.meeting.noted
        fit = talk.meeting.purpose == "coffee" and not person.fit and talk.original in talk.meeting.prompted
        if notes or fit:
            found.append(OpenTalk(person, talk, notes, fit))
    return sorted(found, key=lambda one: one.talk.actual, reverse=True)


def talks_to_name(book: Book, now: datetime, policy: Policy) -> bool:
    """Whether today's digest is worth sending for an open talk: one business day after it, and once more."""
    days = (policy.answer_first_days, policy.next_meeting_days)
    return any(_is_day(book, one.talk.actual, now, days) for one in open_talks(book, now))


def open_recaps(book: Book, now: datetime) -> list[Recap]:
    """The newest recap with each person, where something of it is still to be confirmed; the newest first."""
    newest = {r.person: r for r in book.recaps if book.find_person(r.person) is not None}
    found = [r for r in newest.values() if r.to_confirm and now - r.at <= NOTES_WAIT]
    return sorted(found, key=lambda r: r.at, reverse=True)


def recaps_to_name(book: Book, now: datetime, policy: Policy) -> bool:
    """Whether today's digest is worth sending for an open recap: one business day after it, and once more."""
    days = (policy.answer_first_days, policy.next_meeting_days)
    return any(_is_day(book, one.at, now, days) for one in open_recaps(book, now))


def without_next(book: Book, now: datetime) -> list[Person]:
    """Mentors with whom no meeting is planned: none that people know, none that waits as a draft."""
    return [
        person
        for person in book.people
        if person.stage is Stage.ACTIVE
        and not person.do_not_contact
        and person.paused != HARDSHIP
        and coming(book, person, now) is None
        and not any(x.person == person.id and x.meeting and not x.to_protege and not x.final for x in book.letters)
    ]


def next_to_name(book: Book, now: datetime, policy: Policy) -> bool:
    """Whether today is the day on which a digest says so: three business days after the last talk, or the yes."""
    return any(
        _is_day(book, _since(book, person, now), now, (policy.next_meeting_days,)) for person in without_next(book, now)
    )


def _since(book: Book, person: Person, now: datetime) -> datetime:
    talks = held(book, person, now)
    found = [talks[0].actual] if talks else []
    if person.agreement:
        found.append(datetime.combine(person.agreement.since, time(), zone(book.protege.zone)))
    return max(found, default=now)


def _is_day(book: Book, since: datetime, now: datetime, days: tuple[int, ...]) -> bool:
    local = zone(book.protege.zone)
    calendar = shared([book.protege.country], book.protege.away)
    day: date = since.astimezone(local).date()
    return now.astimezone(local).date() in {calendar.add(day, count) for count in days}


# --- as a digest and the status show them


def talk_rows(book: Book, now: datetime) -> list[dict[str, object]]:
    """{name, at, what, word} of each open talk."""
    return [
        {"name": one.person.name, "at": one.talk.actual, "what": one.what, "word": one.word}
        for one in open_talks(book, now)
    ]


def recap_rows(book: Book, now: datetime) -> list[dict[str, object]]:
    """{name, day, asks, more, word} of each recap that waits for an answer; the word shows it again."""
    rows: list[dict[str, object]] = []
    for one in open_recaps(book, now):
        name = book.person(one.person).name
        asks = one.to_confirm[0].partition(": ")[2]
        rows.append(
            {"name": name, "day": one.day, "asks": asks, "more": len(one.to_confirm) - 1, "word": f"SHOW RECAP {name}"}
        )
    return rows


def recap_taps(book: Book, now: datetime) -> list[Tap]:
    """The recap of each person that waits for an answer, once more."""
    people = [book.person(r.person) for r in open_recaps(book, now)]
    return [Tap(f"Recap of {p.first_name}", f"SHOW RECAP {p.name}") for p in people]


def next_rows(case: Case) -> list[dict[str, object]]:
    """{name, word} of each mentor without a next meeting; the word drafts the series."""
    return [{"name": person.name, "word": _series(case, person)} for person in without_next(case.book, case.at)]


def next_taps(case: Case) -> list[Tap]:
    """A series with each mentor without a next meeting."""
    return [Tap(f"Meet {p.first_name}", _series(case, p)) for p in without_next(case.book, case.at)]


def _series(case: Case, person: Person) -> str:
    return series.suggestion(case, person).replace("MEET ", f"MEET {person.name} ", 1)
