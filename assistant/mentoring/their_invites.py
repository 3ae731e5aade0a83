"""Invites of others: made by the person's side, or forwarded by the protégé; theirs is the meeting then (R9).

An update or a cancellation counts only from the stored organizer and only when it is newer (R6, R8); a CANCEL of one
occurrence is never one of all (R10).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring import invites, itip, meeting_events, moves, times
from assistant.mentoring.book import Book
from assistant.mentoring.calendar_mail import human_answer, noted
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.itip.outcome import Verdict
from assistant.mentoring.moves import Upcoming
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.schedule import Meeting, actual_start

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
    return _theirs_new(case, person, event)


def _theirs_new(case: Case, person: Person, event: happened.InviteReceived) -> Decision:
    invite = event.invite
    purpose = "coffee" if person.stage in BEFORE_COFFEE else "meeting"
    meeting = _meeting_of(case, person, event, purpose)
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


def _meeting_of(case: Case, person: Person, event: happened.InviteReceived, purpose: str) -> Meeting:
    """Their invite as a meeting of the book, with every occurrence that it puts elsewhere or leaves out.

    An exception of a series that nobody here knows stands alone (R10).
    """
    invite = event.invite
    said = (invite, *event.more) if invite.recurrence is None else (replace(invite, recurrence=None),)
    message = meeting_events.asked(said, case.zone)
    outcome = itip.receive(None, message, event.sender, case.at, me=case.book.protege.email)
    assert outcome.stored is not None
    bare = Meeting(
        uid=invite.uid,
        person=person.id,
        summary=f"Meeting with {person.first_name}",
        start=times.local(case, invite.start),
        zone=case.zone,
        minutes=1,
        purpose=purpose,
        organizer=invite.organizer.lower(),
    )
    return meeting_events.changed(bare, outcome.stored)


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
    """An update or cancellation, as the broker judges it; what it changes is told once (R6, R8, R10)."""
    person = case.book.find_person(known.person)
    if person is None or not known.organizer:
        return _refused(case, event, known, "only the one who made the invite can change it")
    sender = event.sender if event.context is None else event.invite.organizer  # the protégé vouches for a forward
    message = meeting_events.asked((event.invite, *event.more), case.zone)
    rules = meeting_events.rules_of(case.book, known)
    stored = meeting_events.stored_of(case.book, known)
    outcome = itip.receive(stored, message, sender, case.at, me=case.book.protege.email, rules=rules)
    if outcome.verdict is not Verdict.APPLIED:
        return _refused(case, event, known, outcome.because)
    assert outcome.stored is not None
    meeting = meeting_events.changed(known, outcome.stored)
    ones = [change.instant for change in outcome.changed if change.instant is not None]
    if ones and all(one.recurrence is not None for one in message.events):
        return _tell_one(case, event, person, (known, meeting), ones)
    before, after = known.next(case.at), meeting.next(case.at)
    if meeting.state == "cancelled":
        return _tell_changed(case, person, meeting, before[1] if before else known.begins, None)
    return _tell_changed(case, person, meeting, before[1] if before else None, after[1] if after else meeting.begins)


def _tell_one(
    case: Case, event: happened.InviteReceived, person: Person, change: tuple[Meeting, Meeting], ones: list[datetime]
) -> Decision:
    """Single occurrences of their series: the first that is elsewhere or off is told; the others stand (R10)."""
    known, meeting = change
    told = [(actual_start(known, one), actual_start(meeting, one)) for one in ones]
    seen = [(old, new) for old, new in told if old is not None or new is not None]
    if not seen:
        return _refused(case.on(case.book.with_meeting(meeting)), event, known, "its series has no meeting then")
    return _tell_changed(case, person, meeting, *seen[0])


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


def _refused(case: Case, event: happened.InviteReceived, known: Meeting, said: str) -> Decision:
    if event.context is not None:
        return case.nothing_done(said, person=known.person)
    return noted(case, f"a calendar mail from {event.sender} changed nothing: {said}", known.person)
