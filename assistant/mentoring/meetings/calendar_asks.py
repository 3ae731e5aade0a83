"""What a calendar message proposes and only the protégé can decide: asked in plain words, never misapplied (R10).

A published date invites nobody; an added date and a change of all dates from one on are read in more than one way by
calendars; who was not invited has nothing to answer. YES takes it as it was asked, NO leaves everything as it is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Question
from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import CalendarInvite
from assistant.mentoring.itip.outcome import Ask
from assistant.mentoring.itip.outcome import Asks as Raises
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import again, invites, moves, own_calendar, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import BEFORE_COFFEE, Person
from assistant.mentoring.schedule import HORIZON, Meeting, actual_start

YES_NO = (Tap("Yes", "YES"), Tap("No", "NO"))
WHAT = {Raises.ADDED: "add", Raises.ONWARDS: "onwards"}


def ask(case: Case, person: Person, known: Meeting, invite: CalendarInvite, raised: Ask) -> Decision:
    """An added date (ADD), or a change of all from one on (THISANDFUTURE), of their own series."""
    what = WHAT.get(raised.asks)
    if what is None:
        return Decision(case.book, notes=(case.note("calendar", f"{person.name}: {raised.asks.value}", person.id),))
    old = actual_start(known, raised.instant) if raised.instant else None
    return _ask(case, person, what, invite, old)


def published(case: Case, event: happened.InviteReceived, person: Person | None) -> Decision:
    """A date that somebody published (PUBLISH, or a file without METHOD): said, and offered to be kept."""
    invite = event.invite
    if invite.end <= case.at and not invite.rrule:
        said = "the date in that file is over"
        return case.nothing_done(said) if event.context else _noted(case, f"{event.sender}: {said}", person)
    if person is not None:
        known = case.book.find_meeting(invite.uid)
        if known is None or known.organizer:
            return _ask(case, person, "publish", invite, None)
        return _noted(case, f"{event.sender} published our own meeting: nothing changes", person)
    if event.context is None:
        return _noted(case, f"{event.sender} published a date: nothing changes", None)
    start = times.local(case, invite.start)
    title = invite.summary or "it"
    return case.nothing_done(
        f"that file publishes a date of nobody in your book ({title}, {times.said(start)}); "
        f"it invites nobody and wants no answer. I can remind you of it",
        taps=(Tap("Remind me", f"REMIND ME {times.typed(start)} to {title}"),),
    )


def _ask(case: Case, person: Person, what: str, invite: CalendarInvite, old: datetime | None) -> Decision:
    data = {
        "what": what,
        "uid": invite.uid,
        "start": invite.start.isoformat(),
        "zone": str(getattr(invite.start.tzinfo, "key", "")) or ("UTC" if invite.rrule else case.zone),
        "minutes": str(max(int((invite.end - invite.start).total_seconds() // 60), 1)),
        "summary": invite.summary,
        "place": invite.place,
        "rrule": invite.rrule,
        "organizer": invite.organizer or person.email,
        "from": invite.recurrence.isoformat() if invite.recurrence else "",
        "off": "yes" if invite.method == "CANCEL" else "",
    }
    return case.asking(
        Asks.CALENDAR,
        "protege/calendar_asks",
        person=person.id,
        data=data,
        values={
            "name": person.name,
            "what": what,
            "summary": invite.summary,
            "place": invite.place,
            "when": invite.start,
            "series": bool(invite.rrule),
            "old": old or invite.recurrence,
            "off": invite.method == "CANCEL",
        },
        taps=YES_NO,
    )


def question_answered(case: Case, question: Question, word: str) -> Decision:
    """YES takes what was asked; NO leaves everything as it is."""
    person = case.book.find_person(question.person)
    if word not in ("yes", "no") or person is None:
        return case.nothing_done("YES or NO is enough", taps=YES_NO, person=question.person)
    case = case.on(case.book.without_question(question.id))
    if question.get("what") == own_calendar.CLEAR:
        return own_calendar.answered(case, person, yes=word == "yes")
    if word == "no":
        said = "Left as it is: I count no meeting that I did not count before."
        return case.answer("protege/noted", person=person.id, values={"what": said})
    if not question.get("uid") or not question.get("start"):
        return case.nothing_done("I don't know any more what that was about", person=person.id)
    if question.get("what") == "onwards":
        return _from_then_on(case, person, question)
    return _counted(case, person, question)


def _counted(case: Case, person: Person, question: Question) -> Decision:
    """The date becomes a meeting of theirs: prepared, and notes are asked for, like any other."""
    start, home = datetime.fromisoformat(question.get("start")), question.get("zone")
    uid = question.get("uid")
    if question.get("what") == "add":
        uid = f"{uid} {question.get('start')}"[:255]  # beside its series, whose UID it shares
    known = case.book.find_meeting(uid)
    meeting = Meeting(
        uid=uid,
        person=person.id,
        summary=question.get("summary") or f"Meeting with {person.first_name}",
        start=start.astimezone(zone(home)).replace(tzinfo=None),
        zone=home,
        minutes=int(question.get("minutes")),
        purpose=known.purpose if known else "coffee" if person.stage in BEFORE_COFFEE else "meeting",
        place=question.get("place"),
        rrule=question.get("rrule"),
        state="invited",
        organizer=question.get("organizer").lower(),
    )
    book = invites.coffee_is_set(case.book.with_meeting(meeting), meeting)
    said = f"Counted: {times.said(times.local(case, start))} with {person.first_name}. I prepare it and ask for notes."
    note = case.note("calendar", f"a date of {person.name}'s is a meeting now", person.id)
    return case.on(book).answer("protege/noted", person=person.id, values={"what": said}, notes=(note,))


def _from_then_on(case: Case, person: Person, question: Question) -> Decision:
    """Every date of the series from that one on is moved by as much, or off."""
    known = case.book.find_meeting(question.get("uid"))
    first = datetime.fromisoformat(question.get("from"))
    if known is None or known.state == "cancelled" or actual_start(known, first) is None:
        return case.nothing_done("that meeting is not in its series any more", person=person.id)
    home = zone(known.zone)
    there = datetime.fromisoformat(question.get("start")).astimezone(home).replace(tzinfo=None)
    by = there - first.astimezone(home).replace(tzinfo=None)
    changed, off = known, bool(question.get("off"))
    ruled = replace(known, changes=()).occurrences(first, first + HORIZON)
    originals = [original for original, _ in ruled]
    for original in originals:
        local = original.astimezone(home).replace(tzinfo=None)
        one = changed.change_of(original)
        changed = changed.with_change(replace(one, start=None if off else local + by, cancelled=off))
    new = times.local(case, there.replace(tzinfo=home))
    what = "off" if off else f"moved; the first is {times.said(new)}"
    said = f"Taken so: the {len(originals)} meetings from {times.said(times.local(case, first))} on are {what}."
    note = case.note("calendar", f"{person.name} changed all from one on; you agreed", person.id)
    return case.on(case.book.with_meeting(changed)).answer(
        "protege/noted", person=person.id, values={"what": said}, notes=(note,)
    )


# --- what attendees ask


def refreshed(case: Case, event: happened.InviteAnswered, target: Upcoming) -> Decision:
    """They ask how our invite stands (REFRESH): the same event again, to them alone, after the protégé's SEND.

    Their own copy goes to the protégé at once. A letter about the meeting that waits already says how it stands.
    """
    meeting, person = target.meeting, target.person
    if event.sender.lower() in case.book.protege.addresses:
        last = invites.last_of_whole(case.book, meeting.uid)
        return Decision(case.book, (invites.own_copy(case, last),) if last else ())
    if meeting.state != "invited" or invites.waits(case.book, meeting.uid) or target.actual <= case.at:
        return _noted(case, f"{event.sender} asked how the meeting stands; nothing new to say", person)
    draft = again.letter(case, target, "their calendar asked", asked=True)
    return case.answer(
        "protege/calendar_told",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"what": "again", "who": person.name, "name": person.name, "when": target.actual},
        notes=(case.note("calendar", f"{person.name} asked how the meeting stands", person.id),),
    )


def uninvited(case: Case, event: happened.InviteAnswered, target: Upcoming) -> Decision:
    """Somebody of the book answers an invite that was not to them (R6, no party-crashers): said, nothing changed."""
    who = case.book.by_address(event.sender.lower())
    if who is None:
        return _noted(case, f"{event.sender} answered an invite that was not to them: nothing changes", target.person)
    return case.answer(
        "protege/calendar_told",
        person=target.person.id,
        values={
            "what": "counter" if event.answer.method == "COUNTER" else "uninvited",
            "who": who.name,
            "name": target.person.name,
            "when": target.actual,
        },
        notes=(case.note("calendar", f"{who.name} is not invited: nothing changes", target.person.id),),
    )


def from_one_on(case: Case, event: happened.InviteAnswered, target: Upcoming) -> Decision:
    """An answer to all dates from one on: calendars disagree what that covers, so nothing is recorded."""
    if event.sender.lower() in case.book.protege.addresses:
        return _noted(case, "your calendar answered all dates from one on: nothing changes", target.person)
    return case.answer(
        "protege/calendar_told",
        person=target.person.id,
        values={"what": "onwards", "who": target.person.name, "name": target.person.name, "when": target.actual},
        notes=(case.note("calendar", "an answer to all dates from one on: nothing recorded", target.person.id),),
    )


def _noted(case: Case, text: str, person: Person | None) -> Decision:
    return Decision(case.book, notes=(case.note("calendar", text, person.id if person else ""),))
