"""Moving and cancelling: drafts that change a meeting which people already know, or that leave it unseen.

A change waits beside the meeting until its letter has left (`invites`). The letter says old and new in words (S6).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.meetings import invites, times
from assistant.mentoring.meetings.blocked import blocked
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Change, Meeting
from assistant.mentoring.unanswered import is_their_time
from assistant.mentoring.words.phrases import clause

TAPS = (Tap("Send", "SEND"), Tap("Later", "LATER"), Tap("Skip", "SKIP"))


@dataclass(frozen=True, slots=True)
class Upcoming:
    """The next occurrence of one meeting: original and actual start, UTC."""

    meeting: Meeting
    person: Person
    original: datetime
    actual: datetime

    @property
    def occurrence(self) -> datetime | None:
        """How a letter names it: a single meeting has no occurrences."""
        return self.original if self.meeting.rrule else None


def next_of(case: Case, word: str) -> Upcoming | Decision:
    """The next meeting that is meant, or the answer that asks whose, or says that there is none.

    word: the command that names a person, with "{name}" in it.
    """
    found = upcoming(case.book, case.at, case.person)
    if case.person is None and len({u.person.id for u in found}) > 1:
        return ask_whose(case, word)
    if found:
        return found[0]
    name = f" with {case.person.first_name}" if case.person else ""
    return case.nothing_done(
        f"I know no meeting{name} that is still to come", person=case.person.id if case.person else ""
    )


def upcoming(book: Book, now: datetime, person: Person | None = None) -> list[Upcoming]:
    """The next occurrence of every meeting (of this person), soonest first."""
    found = []
    for meeting in book.meetings:
        whose = book.find_person(meeting.person)
        following = None if invites.is_given_up(book, meeting) else meeting.next(now)
        if whose is not None and following is not None and (person is None or whose.id == person.id):
            found.append(Upcoming(meeting, whose, *following))
    return sorted(found, key=lambda u: u.actual)


def ask_whose(case: Case, word: str) -> Decision:
    """Which person? Each tap is the whole command again, with the name in it."""
    people = {u.person.id: u.person for u in upcoming(case.book, case.at)} or {p.id: p for p in case.book.people}
    names = [p.name for p in people.values()][:8]
    return case.answer(
        "protege/whom",
        values={"what": case.command.line, "named": case.command.named, "names": names},
        taps=[Tap(name, word.format(name=name)) for name in names],
    )


# --- moving


def move(case: Case, target: Upcoming, start: datetime, *, yours: bool = False) -> Decision:
    """The draft that moves one meeting to `start` (naive, the protégé's zone), or why it can't be then.

    yours: the person proposed it.
    """
    meeting, person = target.meeting, target.person
    old = times.local(case, target.actual)
    if start == old:
        return case.nothing_done(f"it is at {times.said(start)} already", person=person.id)
    yours = yours or is_their_time(case.book, person, start, case.at)
    against = times.objection(
        case, person, start, meeting.minutes, meeting.uid, wished=yours, original=target.occurrence
    )
    if against:  # of several the tap names the one that is meant
        which = upcoming(case.book, case.at, person)
        named = "" if which[:1] == [target] else f"THE MEETING OF {times.typed(old)} WITH {person.name} "
        return objected(case, person, against, f"MOVE {named}TO")
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if meeting.organizer:
        return _ask_them(case, target, start)
    if meeting.rrule and meeting.state == "draft":
        return case.nothing_done(
            "the series has not left yet; SEND or SKIP it first, or tell me its rule again", person=person.id
        )
    new = times.instant(case, start)
    book = _moved(case, meeting, target, new)
    template = f"invite/{'yours' if yours else 'move'}" if meeting.state == "invited" else f"invite/{meeting.purpose}"
    declined = meeting.answer_of(person.email, target.original) == "DECLINED"
    draft = letter(case, template, target, "REQUEST", {"old": target.actual, "when": new, "declined": declined})
    note = case.note("move", f"{person.name}: from {times.said(old)} to {times.said(start)}, drafted", person.id)
    return _drafted(case, target, draft, "move", start, book, (note,))


def _drafted(
    case: Case, target: Upcoming, draft: Draft, what: str, start: datetime, book: Book, notes: tuple[Note, ...] = ()
) -> Decision:
    """The mail that shows a change of time, remarked on as things stood. what: "move", or "ask" where it is theirs."""
    return case.on(book).answer(
        "protege/change_drafted",
        person=target.person.id,
        drafts=(draft,),
        taps=TAPS,
        values={
            "name": target.person.name,
            "what": what,
            "old": target.actual,
            "new": times.instant(case, start),
            "remarks": times.remarks(case, target.person, start),
        },
        notes=notes,
    )


def _moved(case: Case, meeting: Meeting, target: Upcoming, new: datetime) -> Book:
    """The change waits where people know the meeting; a meeting that nobody has seen is simply elsewhere."""
    there = new.astimezone(zone(meeting.zone)).replace(tzinfo=None)
    if meeting.rrule:
        changed = meeting.with_change(replace(meeting.change_of(target.original), start=there, cancelled=False))
    else:
        changed = replace(meeting, start=there, changes=())
    if meeting.state == "draft":
        return invites.withdraw_for(case.book, meeting.uid).with_meeting(changed)
    return invites.change(case.book, meeting, changed, case.at)


def _ask_them(case: Case, target: Upcoming, start: datetime) -> Decision:
    """Their own invite is theirs to move (RFC 5546 §3.2.2): we can only ask."""
    person = target.person
    draft = case.write(
        "person/move_request",
        Kind.ANSWER,
        person,
        values={
            "greeting": greeting(person),
            "old": target.actual,
            "when": times.instant(case, start),
            "reason": clause(case.command.because),
        },
        why=Why("their own invite is theirs to move", case.command.line or "you asked"),
        urgent=is_urgent(case, person, target.actual),
    )
    return _drafted(case, target, draft, "ask", start, case.book)


# --- cancelling, and "I can't make it"


def cancel(case: Case, target: Upcoming, *, whole: bool = False) -> Decision:
    """The draft that cancels one meeting, or the whole series; one that nobody has seen is gone at once."""
    meeting, person = target.meeting, target.person
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if meeting.organizer:
        return case.nothing_done(
            f"{person.first_name} made this invite, so decline it in your calendar: the answer goes to them from there",
            person=person.id,
        )
    if meeting.state == "draft":
        book = invites.withdraw_for(case.book, meeting.uid).with_meeting(replace(meeting, state="cancelled"))
        said = f"Nothing had left, so nobody hears of it. {times.said(times.local(case, target.actual))} is free again."
        return case.on(book).answer("protege/noted", person=person.id, values={"what": said})
    one = None if whole else target.occurrence
    book = _cancelled(case, meeting, one)
    draft = letter(case, "invite/cancel", target, "CANCEL", {"old": target.actual, "series": whole}, whole=whole)
    return case.on(book).answer(
        "protege/change_drafted",
        person=person.id,
        drafts=(draft,),
        taps=TAPS,
        values={
            "name": person.name,
            "what": "cancel_series" if whole else "cancel",
            "old": target.actual,
            "new": None,
            "remarks": [],
        },
        notes=(case.note("cancel", f"cancelling with {person.name} drafted", person.id),),
    )


def _cancelled(case: Case, meeting: Meeting, occurrence: datetime | None) -> Book:
    if occurrence is not None:
        later = meeting.with_change(Change(occurrence, cancelled=True))
    else:
        later = replace(meeting, state="cancelled")
    return invites.change(case.book, meeting, later, case.at)


def cannot_make_it(case: Case, target: Upcoming) -> Decision:
    """The protégé can't come: an apology that cancels this one meeting and offers three other times (P134)."""
    meeting, person = target.meeting, target.person
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if meeting.state == "draft":
        return cancel(case, target)
    offered = times.proposed(case, person, meeting.minutes, target.actual)
    values: dict[str, object] = {"old": target.actual, "times": offered, "reason": clause(case.command.because)}
    if meeting.organizer:
        book = case.book
        draft = case.write(
            "invite/cannot",
            Kind.ANSWER,
            person,
            values={"greeting": greeting(person), **values},
            why=Why("you can't come, so they hear it with other times", case.command.line or "you declined the invite"),
            urgent=is_urgent(case, person, target.actual),
        )
    else:
        book = _cancelled(case, meeting, target.occurrence)
        draft = letter(case, "invite/cannot", target, "CANCEL", values)
    return case.on(book).answer(
        "protege/cannot",
        person=person.id,
        drafts=(draft,),
        taps=TAPS,
        values={"name": person.name, "old": target.actual, "urgent": draft.urgent},
        notes=(case.note("can't make it", f"an apology to {person.name} drafted", person.id),),
    )


# --- shared by everything that drafts an invite


def letter(
    case: Case,
    template: str,
    target: Upcoming,
    method: str,
    values: dict[str, object],
    *,
    whole: bool = False,
) -> Draft:
    """The draft of a letter about one meeting (or the whole series), with its event."""
    meeting, person = target.meeting, target.person
    return case.write(
        template,
        Kind.INVITE,
        person,
        values={
            "greeting": greeting(person),
            "place": meeting.place_of(None if whole else target.original),
            "minutes": meeting.minutes,
            "reason": clause(case.command.because),
            **values,
        },
        why=Why("a change of a meeting says old and new in words", case.command.line or "your calendar"),
        meeting=meeting.uid,
        method=method,
        occurrence=None if whole else target.occurrence,
        urgent=is_urgent(case, person, target.actual),
    )


def greeting(person: Person) -> str:
    """How the protégé greets them."""
    return person.greeting or f"Hi {person.first_name}"


def is_urgent(case: Case, person: Person, at: datetime) -> bool:
    """A meeting within two business days: a change of it can't wait for the window (`policy.md`, "urgent")."""
    countries = [case.book.protege.country, person.country]  # an absence of the protégé's makes nothing urgent
    last = shared(countries).add(case.today, case.policy.slot_notice_days)
    return case.at - timedelta(hours=1) <= at and times.local(case, at).date() <= last


def objected(case: Case, person: Person, against: times.Objection, word: str) -> Decision:
    """Nothing done: why that time can't be, and the nearest that can, as one tap."""
    taps = (Tap(times.said(against.free), f"{word} {times.typed(against.free)}"),) if against.free else ()
    return case.answer(
        "protege/other_time",
        person=person.id,
        values={"because": against.because, "free": times.said(against.free) if against.free else ""},
        taps=taps,
    )
