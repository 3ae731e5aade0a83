"""Updates and cancellations of somebody else's invite, and how the protégé hears of them: old → new, in their zone.

One counts only from the stored organizer and only when it is newer (calendar.md R6, R8); a CANCEL of one occurrence is
never one of all (R10), and a DECLINECOUNTER changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring import itip
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.itip.outcome import Verdict
from assistant.mentoring.meetings import calendar_asks, meeting_events, named_beside
from assistant.mentoring.meetings.calendar_mail import noted
from assistant.mentoring.meetings.prepared import followed
from assistant.mentoring.person import Person
from assistant.mentoring.rhythm import shifted
from assistant.mentoring.schedule import Meeting, actual_start

SHOWN = 5  # dates that one mail lists
Moved = tuple[datetime | None, datetime | None]  # old and new start, None where there is none


def changed(case: Case, event: happened.InviteReceived, known: Meeting) -> Decision:
    """An update or cancellation, as the broker judges it; what it changes is told once."""
    person = case.book.find_person(known.person)
    if person is None or not known.organizer:
        return _refused(case, event, known, "only the one who made the invite can change it")
    sender = event.sender if event.context is None else event.invite.organizer  # the protégé vouches for a forward
    message = meeting_events.asked((event.invite, *event.more), case.zone)
    rules = meeting_events.rules_of(case.book, known)
    stored = meeting_events.stored_of(case.book, known)
    outcome = itip.receive(stored, message, sender, case.at, me=case.book.protege.email, rules=rules)
    if outcome.asks:
        return calendar_asks.ask(case, person, known, event.invite, outcome.asks[0])
    if event.invite.method == "DECLINECOUNTER" and outcome.verdict is Verdict.NOTED:
        return _kept(case, event, person, known)
    if outcome.verdict is not Verdict.APPLIED:
        return _refused(case, event, known, outcome.because)
    assert outcome.stored is not None
    meeting = followed(known, meeting_events.changed(known, outcome.stored))
    meeting = replace(meeting, only_ours=known.only_ours and not reaches_protege(case, event))
    ones = [change.instant for change in outcome.changed if change.instant is not None]
    if ones and all(one.recurrence is not None for one in message.events):
        return _tell_ones(case, event, person, (known, meeting), ones)
    before, after = known.next(case.at), meeting.next(case.at)
    if meeting.state == "cancelled":
        return _tell(case, event, person, (known, meeting), [(before[1] if before else known.begins, None)])
    old, new = before[1] if before else None, after[1] if after else meeting.begins
    return _tell(case, event, person, (known, meeting), [(old, new)])


def reaches_protege(case: Case, event: happened.InviteReceived) -> bool:
    """Whether their mail changes the protégé's own calendar: it names them, or they forwarded it from there."""
    named = {email.lower().removeprefix("mailto:") for email in event.invite.attendees}
    return event.context is not None or bool(named & case.book.protege.addresses)


def other_hours(case: Case, meeting: Meeting) -> list[datetime]:
    """Dates of their series that are at another hour for the protégé, where the two clocks change on different days."""
    return shifted(meeting, case.zone) if meeting.rrule else []


def _tell_ones(
    case: Case, event: happened.InviteReceived, person: Person, change: tuple[Meeting, Meeting], ones: list[datetime]
) -> Decision:
    """Single occurrences of their series that are elsewhere or off; the others stand (R10)."""
    known, meeting = change
    told = [(actual_start(known, one), actual_start(meeting, one)) for one in ones]
    seen = [(old, new) for old, new in told if old is not None or new is not None]
    if not seen:
        return _refused(case.on(case.book.with_meeting(meeting)), event, known, "its series has no meeting then")
    return _tell(case, event, person, change, seen, ones[0])


def _tell(
    case: Case,
    event: happened.InviteReceived,
    person: Person,
    change: tuple[Meeting, Meeting],
    pairs: list[Moved],
    one: datetime | None = None,
) -> Decision:
    """Every date that is elsewhere or off, the place and the length where they are others, and their words."""
    known, meeting = change
    book = case.book.with_meeting(meeting)
    moved = [(old, new) for old, new in pairs if old != new]
    off = meeting.state == "cancelled"
    was, there = known.place_of(one), meeting.place_of(one)
    place = was if was != there and not off and any(new is not None for _, new in pairs) else None
    minutes = known.minutes if known.minutes != meeting.minutes and not off else 0
    what = "cancelled" if all(new is None for _, new in pairs) else "moved" if moved else "changed"
    note = case.note("calendar", f"{person.name} {what} a meeting", person.id)
    if not moved and place is None and not minutes and not event.said:
        said = "The same time, so nothing changes for you."
        answered = case.on(book).answer("protege/noted", person=person.id, values={"what": said}, notes=(note,))
        return answered if case.answers else Decision(book, notes=(note,))
    old, new = (moved or pairs)[0]
    about = [at for pair in pairs for at in pair if at is not None]
    named = named_beside.named(case.on(book), event, person, about, off=what == "cancelled")
    return case.on(named.book).answer(
        "protege/their_change",
        person=person.id,
        notes=(note,),
        taps=named.taps,
        values={
            "name": person.name,
            "first": person.first_name,
            "words": event.said,
            "slots": list(named.shown),
            "what": what,
            "old": old,
            "new": new,
            "others": [{"old": a, "new": b} for a, b in moved[1:SHOWN]],
            "more": max(len(moved) - SHOWN, 0),
            "only_ours": meeting.only_ours,
            "series": bool(meeting.rrule),
            "place": there,
            "was_place": place,
            "minutes": meeting.minutes,
            "was_minutes": minutes,
            "shifted": other_hours(case, meeting) if len(pairs) == 1 and known.rrule != meeting.rrule else [],
        },
    )


def _kept(case: Case, event: happened.InviteReceived, person: Person, known: Meeting) -> Decision:
    """Another time for their invite does not suit them (RFC 5546 §3.2.8): the meeting stays as it is."""
    named = event.invite.recurrence
    following = known.next(case.at)
    stands = actual_start(known, named) if named else following[1] if following else None
    if stands is None or stands <= case.at or known.state == "cancelled":
        return _refused(case, event, known, "there is no meeting to come then")
    note = case.note("calendar", f"{person.name} declined another time", person.id)
    values = {"name": person.name, "when": stands, "words": event.said}
    return case.answer("protege/their_time_stays", person=person.id, values=values, notes=(note,))


def _refused(case: Case, event: happened.InviteReceived, known: Meeting, said: str) -> Decision:
    if event.context is not None:
        return case.nothing_done(said, person=known.person)
    return noted(case, f"a calendar mail from {event.sender} changed nothing: {said}", known.person)
