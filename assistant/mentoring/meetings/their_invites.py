"""Invites of others: made by the person's side, or forwarded by the protégé; theirs is the meeting then (R9).

What they change of it later is `their_changes`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring import itip
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.meetings import (
    calendar_asks,
    invites,
    meeting_events,
    moves,
    named_beside,
    their_changes,
    times,
)
from assistant.mentoring.meetings.calendar_mail import human_answer, noted
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.schedule import Meeting

WEEK = timedelta(days=7)


def invite_received(case: Case, event: happened.InviteReceived) -> Decision:
    """A REQUEST or CANCEL from somebody else, or forwarded by the protégé: theirs is the meeting then (R9)."""
    invite = event.invite
    if invite.method == "PUBLISH":
        return calendar_asks.published(case, event, _whose(case, event))
    known = case.book.find_meeting(invite.uid)
    if known is not None:
        return their_changes.changed(case, event, known)
    if invite.method != "REQUEST" or invite.onwards:
        what = "this cancels" if invite.method == "CANCEL" else "this is about"
        if event.context is not None:
            return case.nothing_done(f"I don't know the meeting that {what}")
        return noted(case, f"a {invite.method} of a meeting that I don't know changed nothing", event.person)
    person = case.book.find_person(event.person) or case.book.by_address(invite.organizer.lower())
    if person is None:
        if event.context is None:
            return noted(case, f"an invite from {event.sender}, whom I don't know, changed nothing")
        return case.ask_whom("COFFEE WITH")
    if event.context is None and event.sender.lower() not in person.addresses:
        return noted(case, f"an invite that {event.sender} sent for {person.name} changed nothing", person.id)
    return _theirs_new(case, person, event)


def _whose(case: Case, event: happened.InviteReceived) -> Person | None:
    """The person whose date it is: of the book, and where they sent it themselves, by their own address."""
    person = case.book.find_person(event.person) or case.book.by_address(event.invite.organizer.lower())
    if person is not None and event.context is None and event.sender.lower() not in person.addresses:
        return case.book.by_address(event.sender.lower())
    return person


def _theirs_new(case: Case, person: Person, event: happened.InviteReceived) -> Decision:
    invite = event.invite
    purpose = "coffee" if person.stage in BEFORE_COFFEE else "meeting"
    only_ours = not their_changes.reaches_protege(case, event)
    meeting = replace(_meeting_of(case, person, event, purpose), only_ours=only_ours)
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
    named = named_beside.named(case.on(book), event, person, (meeting.begins,), off=False)
    return case.on(named.book).answer(
        "protege/invite_came",
        person=person.id,
        drafts=drafts,
        taps=(*(moves.TAPS if drafts else ()), *named.taps),
        values={
            "name": person.name,
            "first": person.first_name,
            "words": event.said,
            "slots": list(named.shown),
            "summary": invite.summary,
            "when": meeting.begins,
            "place": meeting.place,
            "series": bool(meeting.rrule),
            "only_ours": meeting.only_ours,
            "clash": other[0].summary if other else "",
            "shifted": their_changes.other_hours(case, meeting),
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
