"""Invites of others: made by the person's side, or forwarded by the protégé; theirs is the meeting then (R9).

An update or a cancellation counts only from the stored organizer and only when it is newer (R6, R8); a CANCEL of one
occurrence is never one of all (R10).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.mentoring import events as happened
from assistant.mentoring import invites, moves, times
from assistant.mentoring.book import Book
from assistant.mentoring.calendar_mail import actual_start, human_answer, noted
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import CalendarInvite
from assistant.mentoring.moves import Upcoming
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.schedule import Change, Meeting

WEEK = timedelta(days=7)


def invite_received(case: Case, event: happened.InviteReceived) -> Decision:
    """A REQUEST or CANCEL from somebody else, or forwarded by the protégé: theirs is the meeting then (R9)."""
    invite = event.invite
    if invite.method not in ("REQUEST", "CANCEL"):
        return noted(case, f"a calendar mail of kind {invite.method[:20]} changed nothing", event.person)
    known = case.book.find_meeting(invite.uid)
    if known is not None:
        return _theirs_changed(case, event, known)
    if invite.method == "CANCEL":
        if event.context is not None:
            return case.nothing_done("I don't know the meeting that this cancels")
        return noted(case, "a cancellation of a meeting that I don't know changed nothing", event.person)
    person = case.book.find_person(event.person) or case.book.by_address(invite.organizer.lower())
    if person is None:
        if event.context is None:
            return noted(case, f"an invite from {event.sender}, whom I don't know, changed nothing")
        return case.ask_whom("COFFEE WITH")
    if event.context is None and event.sender.lower() not in person.addresses:
        return noted(case, f"an invite that {event.sender} sent for {person.name} changed nothing", person.id)
    return _theirs_new(case, person, invite)


def _theirs_new(case: Case, person: Person, invite: CalendarInvite) -> Decision:
    purpose = "coffee" if person.stage in BEFORE_COFFEE else "meeting"
    meeting = _meeting_of(case, person, invite, purpose)
    book = human_answer(case.book, person, case.at)
    book, doubled = _without_ours(book, meeting, case.at)
    book = invites.coffee_is_set(book.with_meeting(meeting), meeting)
    case = case.on(book)
    drafts = []
    if doubled is not None:
        cancelled = moves.cancel(case, doubled, whole=bool(doubled.meeting.rrule))
        book = cancelled.book
        drafts = [replace(d, letter="invite/doubled") for d in cancelled.drafts if not d.to_protege]
    start = times.local(case, meeting.begins)
    other = times.clash(case, start, meeting.minutes, meeting.uid) if not doubled else None
    return case.on(book).answer(
        "protege/invite_came",
        person=person.id,
        drafts=drafts,
        taps=moves.TAPS if drafts else (),
        values={
            "name": person.name,
            "summary": invite.summary,
            "when": meeting.begins,
            "place": meeting.place,
            "series": bool(meeting.rrule),
            "clash": other[0].summary if other else "",
        },
        notes=(case.note("invite", f"{person.name}'s own invite for {times.said(start)}", person.id),),
    )


def _meeting_of(case: Case, person: Person, invite: CalendarInvite, purpose: str) -> Meeting:
    zone = _zone_of(case, invite)
    length = invite.end - invite.start
    return Meeting(
        uid=invite.uid,
        person=person.id,
        summary=invite.summary or f"Meeting with {person.first_name}",
        start=invite.start.astimezone(ZoneInfo(zone)).replace(tzinfo=None),
        zone=zone,
        minutes=max(int(length.total_seconds() // 60), 1),
        purpose=purpose,
        place=invite.place,
        rrule=invite.rrule if invite.recurrence is None else "",  # an exception of an unknown series stands alone (R10)
        sequence=invite.sequence,
        stamp=invite.stamp,
        state="invited",
        organizer=invite.organizer.lower(),
    )


def _zone_of(case: Case, invite: CalendarInvite) -> str:
    """The zone in which the invite repeats; where it only says an offset, a single meeting is in the protégé's."""
    key = getattr(invite.start.tzinfo, "key", "")
    if key:
        return str(key)
    return "UTC" if invite.rrule else case.zone


def _without_ours(book: Book, theirs: Meeting, now: datetime) -> tuple[Book, Upcoming | None]:
    """Our invite for the same meeting makes room: an unseen one at once, a known one by a CANCEL that waits (R9)."""
    person = book.person(theirs.person)
    for found in moves.upcoming(book, now, person):
        ours = found.meeting
        same = bool(ours.rrule) == bool(theirs.rrule) and (
            ours.purpose == "coffee" or bool(ours.rrule) or abs(found.actual - theirs.begins) < WEEK
        )
        if ours.organizer or not same:
            continue
        if ours.state == "draft":
            book = invites.withdraw_for(book, ours.uid).with_meeting(replace(ours, state="cancelled"))
        elif not invites.on_its_way(book, ours.uid):
            return book, found
    return book, None


def _theirs_changed(case: Case, event: happened.InviteReceived, known: Meeting) -> Decision:
    """An update or cancellation: only from the stored organizer, and only a newer one (R6, R8)."""
    invite = event.invite
    person = case.book.find_person(known.person)
    who = event.sender.lower() if event.context is None else invite.organizer.lower()
    if person is None or not known.organizer or who != known.organizer or invite.organizer.lower() != known.organizer:
        return _refused(case, event, known)
    latest = known.stamp or invites.LONG_AGO
    if (invite.sequence, invite.stamp) <= (known.sequence, latest):
        return _refused(case, event, known, "it is not newer than what I know")
    stamped = replace(known, sequence=invite.sequence, stamp=invite.stamp)
    if invite.recurrence is not None and known.rrule:
        return _theirs_one(case, event, person, stamped)
    before = known.next(case.at)
    if invite.method == "CANCEL":
        meeting = replace(stamped, state="cancelled")
        return _tell_changed(case, person, meeting, before[1] if before else known.begins, None)
    fresh = _meeting_of(case, person, invite, known.purpose)
    meeting = replace(fresh, prompted=known.prompted, prepared=known.prepared, noted=known.noted)
    after = meeting.next(case.at)
    return _tell_changed(case, person, meeting, before[1] if before else None, after[1] if after else meeting.begins)


def _theirs_one(case: Case, event: happened.InviteReceived, person: Person, known: Meeting) -> Decision:
    """One occurrence of their series: moved or cancelled, never the others (R10)."""
    invite = event.invite
    assert invite.recurrence is not None
    original = invite.recurrence.astimezone(UTC)
    old = actual_start(known, original)
    if old is None:
        return _refused(case, event, known, "its series has no meeting then")
    if invite.method == "CANCEL":
        return _tell_changed(case, person, known.with_change(Change(original, cancelled=True)), old, None)
    there = invite.start.astimezone(ZoneInfo(known.zone)).replace(tzinfo=None)
    return _tell_changed(case, person, known.with_change(Change(original, there)), old, invite.start.astimezone(UTC))


def _tell_changed(case: Case, person: Person, meeting: Meeting, old: datetime | None, new: datetime | None) -> Decision:
    book = case.book.with_meeting(meeting)
    what = "moved" if new else "cancelled"
    note = case.note("calendar", f"{person.name} {what} a meeting", person.id)
    if new is not None and new == old:
        return (
            Decision(book, notes=(note,))
            if not case.answers
            else case.on(book).answer(
                "protege/noted",
                person=person.id,
                values={"what": "The same time, so nothing changes for you."},
                notes=(note,),
            )
        )
    return case.on(book).answer(
        "protege/their_change",
        person=person.id,
        notes=(note,),
        values={"name": person.name, "old": old, "new": new, "place": meeting.place},
    )


def _refused(case: Case, event: happened.InviteReceived, known: Meeting, because: str = "") -> Decision:
    said = because or "only the one who made the invite can change it"
    if event.context is not None:
        return case.nothing_done(said, person=known.person)
    return noted(case, f"a calendar mail from {event.sender} changed nothing: {said}", known.person)
