"""What is due, derived from the book: never scheduled apart from it, so it can be neither lost nor doubled.

`due(book, now)` gives events whose keys name the occasion; a handled key is not due again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from assistant.mentoring import daily, events, ladder, senders, winding_down
from assistant.mentoring.book import Book
from assistant.mentoring.days import shared, zone
from assistant.mentoring.letters import Kind, LetterState
from assistant.mentoring.meetings import holiday_moves
from assistant.mentoring.outbox import reminder_day
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.policy import Policy
from assistant.mentoring.preparing import brief, mentor_agenda
from assistant.mentoring.standing import coming, stands
from assistant.mentoring.tokens import derived_id


def due(book: Book, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """The events that time has brought up to `now` and that the book has not handled, in a fixed order."""
    if book.welcomed is None:
        return tuple(_held(book, now, policy))
    found = (
        *_held(book, now, policy),
        *_drafts(book, now, policy),
        *_people(book, now, policy),
        *_meetings(book, now, policy),
        *_agendas(book, now, policy),
        *_briefs(book, now, policy),
        *_holidays(book, now, policy),
        *_endings(book, now, policy),
        *_digest(book, now, policy),
        *_reminders(book, now),
    )
    return tuple(event for event in found if event.key not in book.handled)


def _key(*parts: object) -> str:
    return derived_id("due", *parts)


def _held(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    if book.held and now >= senders.asks_again(book, policy):
        yield events.ChallengeDue(_key("challenge", *(h.mail for h in book.held)), now)


def is_away(book: Book, now: datetime) -> bool:
    """Whether the protégé is away on their local day."""
    today = now.astimezone(zone(book.protege.zone)).date()
    return any(first <= today <= last for first, last in book.protege.away)


def _drafts(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    for letter in book.letters:
        if letter.state is not LetterState.PENDING or letter.expires is None:
            continue
        if now >= letter.expires:
            yield events.DraftExpired(_key("expired", letter.id), now, letter.id)
        elif not letter.reminded:
            day = reminder_day(book, letter, policy)
            if day is not None and now.astimezone(zone(book.protege.zone)).date() >= day:
                yield events.DraftExpiring(_key("expiring", letter.id, letter.expires), now, letter.id)


def _people(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    if is_away(book, now):
        return
    local = now.astimezone(zone(book.protege.zone))
    if local.time() < book.protege.opens:
        return
    for person in book.people:
        attempt = next_attempt(book, person, policy)
        if attempt is not None and attempt[1] <= local.date():
            key = _key("attempt", person.id, attempt[0], person.ladder.last, person.ladder.waits_until)
            yield events.AttemptDue(key, now, person.id, attempt[0])
        waits = person.ladder.waits_until
        if (
            person.ladder.ended in ("later", "rested")
            and waits is not None
            and waits <= local.date()
            and not person.do_not_contact
        ):
            yield events.ResumeDue(_key("resume", person.id, waits), now, person.id)


def next_attempt(book: Book, person: Person, policy: Policy) -> tuple[int, date] | None:
    """The next rung of this person's ladder and its day, or None when nothing is to come."""
    if ladder.postponed(book, person) and person.ladder.waits_until is not None:
        return 0, person.ladder.waits_until
    if not ladder.runs(book, person):
        return None
    rung = ladder.next_rung(book, person)
    if rung is None:
        rung = ladder.REST
    return rung, ladder.due_on(book, person, rung, policy)


def _meetings(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    for meeting in book.meetings:
        if meeting.state != "invited":
            continue
        length = timedelta(minutes=meeting.minutes)
        for original, actual in meeting.occurrences(now - timedelta(days=10), now):
            ended = actual + length + timedelta(minutes=policy.notes_after_minutes)
            open_ = original not in (*meeting.prompted, *meeting.noted) and stands(book, meeting, original)
            if now >= ended and open_:
                yield events.NotesDue(_key("notes", meeting.uid, original), now, meeting.uid, original)
        upcoming = meeting.next(now)
        if upcoming is None or upcoming[0] in meeting.prepared or not stands(book, meeting, upcoming[0]):
            continue
        local = zone(book.protege.zone)
        calendar = shared([book.protege.country], book.protege.away)
        day = calendar.add(upcoming[1].astimezone(local).date(), -policy.prep_days)
        opens = datetime.combine(day, book.protege.digest_at, local)
        if now >= opens and not is_away(book, now):
            key = _key("prep", meeting.uid, *dict.fromkeys(upcoming))  # moved by more than a day it is due again
            yield events.PrepDue(key, now, meeting.uid, upcoming[0])


def _briefs(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    if is_away(book, now):
        return
    for talk in brief.alone(book, now, policy):
        key = _key("brief", talk.meeting.uid, talk.original, talk.actual)
        yield events.BriefDue(key, now, talk.meeting.uid, talk.original)


def _agendas(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    for letter in mentor_agenda.outdated(book):
        yield events.AgendaOutdated(_key("outdated agenda", letter.id, letter.approved_at), now, letter.id)
    for meeting in book.meetings:
        upcoming = meeting.next(now)
        if upcoming is not None and not is_away(book, now) and mentor_agenda.is_due(book, meeting, now, policy):
            so_far = sum(x.meeting == meeting.uid and x.kind is Kind.AGENDA for x in book.letters)
            yield events.AgendaDue(_key("agenda", meeting.uid, *upcoming, so_far), now, meeting.uid, upcoming[0])


def _holidays(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    for meeting in book.meetings:
        if holiday_moves.is_due(book, meeting, now, policy):
            first = holiday_moves.clashes(book, meeting, now)[0]
            yield events.HolidaysDue(
                _key("holidays", meeting.uid, len(meeting.weighed), first.original), now, meeting.uid
            )


def _endings(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    for person in book.people:
        if person.agreement is not None and winding_down.is_due(book, person, now, policy):
            over = winding_down.is_over(book, person, now)
            key = _key("winding down", person.id, person.agreement.ends_on, over)
            yield events.WindDownDue(key, now, person.id)


def _digest(book: Book, now: datetime, policy: Policy) -> Iterator[events.Event]:
    """Weekdays at the protégé's hour when there is something, Monday always; more than two hours late: dropped."""
    local = now.astimezone(zone(book.protege.zone))
    today = local.date()
    assert book.welcomed is not None
    if today == book.welcomed.astimezone(zone(book.protege.zone)).date() or is_away(book, now) or today.weekday() >= 5:
        return
    opens = datetime.combine(today, book.protege.digest_at, local.tzinfo)
    if opens <= local <= opens + timedelta(hours=policy.digest_late_hours) and (
        today.weekday() == 0 or daily.has_something(book, now, policy)
    ):
        yield events.DigestDue(_key("digest", today), now, today)


def _reminders(book: Book, now: datetime) -> Iterator[events.Event]:
    """Reminders with an hour of their own; those without stand in the digest, which no weekend has."""
    for reminder in book.reminders:
        at = datetime.combine(reminder.day, reminder.at or book.protege.digest_at, zone(book.protege.zone))
        alone = reminder.at is not None or (reminder.day.weekday() >= 5 and not is_away(book, now))
        if not reminder.done and alone and now >= at:
            yield events.ReminderDue(_key("reminder", reminder.number, reminder.day), now, reminder.number)


# --- what comes next, for people to read


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next with a person, and when (UTC); `at` None where it waits for the protégé."""

    what: str
    at: datetime | None


def next_for(book: Book, person: Person, policy: Policy, now: datetime) -> Next | None:
    """The next thing with this person: a letter on its way, a draft, a meeting, an attempt, a resumption."""
    for letter in book.letters:
        if letter.person != person.id or letter.to_protege:
            continue
        if letter.state in (LetterState.APPROVED, LetterState.SENDING, LetterState.IN_DOUBT):
            return Next("letter leaves", letter.not_before)
        if letter.state is LetterState.PENDING:
            return Next("draft waits", letter.expires)
    talk = coming(book, person, now)
    if talk is not None:
        return Next("meeting", talk.actual)
    attempt = next_attempt(book, person, policy)
    local = zone(book.protege.zone)
    if attempt is not None:
        rung, day = attempt
        return Next(
            f"attempt {ladder.RUNGS[rung].name}" if rung < ladder.REST else "rest",
            datetime.combine(day, book.protege.opens, local).astimezone(UTC),
        )
    if person.ladder.ended in ("later", "rested") and person.ladder.waits_until is not None:
        return Next("resume", datetime.combine(person.ladder.waits_until, book.protege.opens, local).astimezone(UTC))
    if person.stage is Stage.PROSPECT and not person.do_not_contact:
        return Next("first note", None)
    return None


def next_due(book: Book, now: datetime, policy: Policy) -> datetime | None:
    """When the book next needs a look, at the earliest (UTC); None when only mail can bring something."""
    moments = [x.not_before or x.created for x in book.letters if x.state is LetterState.APPROVED]
    moments += [n.at for p in book.people if (n := next_for(book, p, policy, now)) and n.at]
    local = now.astimezone(zone(book.protege.zone))
    digest = datetime.combine(local.date(), book.protege.digest_at, local.tzinfo)
    moments.append(digest if digest > local else digest + timedelta(days=1))
    return min((m for m in moments), default=None)
