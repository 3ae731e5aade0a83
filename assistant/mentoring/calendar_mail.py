"""What calendar programs answer to our invites (calendar.md, "Receiving").

Who may say what is decided by the *stored* event (R6), never by the mail; correlation is by UID and instant (R7);
what is older than what we know changes nothing (R8). Nobody is chased: the protégé hears what needs a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from assistant.mentoring import events as happened
from assistant.mentoring import invites, moves, times
from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import CalendarAnswer
from assistant.mentoring.letters import Kind, Tap
from assistant.mentoring.moves import Upcoming
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Attendance, Meeting

KNOWN_ANSWERS = frozenset({"ACCEPTED", "DECLINED", "TENTATIVE"})


# --- answers to our invites


def invite_answered(case: Case, event: happened.InviteAnswered) -> Decision:
    """A REPLY or COUNTER. Recorded for whom it is from; a decline or another time becomes a mail to the protégé."""
    meeting = case.book.find_meeting(event.answer.uid)
    person = case.book.find_person(meeting.person) if meeting else None
    if meeting is None or person is None:
        return _unknown(case, event)
    seen = _seen(case.book, meeting, person, event)
    if isinstance(seen, str):
        return noted(case, seen, person.id)
    original = seen.occurrence or meeting.begins
    target = Upcoming(meeting, person, original, actual_start(meeting, original) or original)
    if event.answer.method == "COUNTER":
        return _countered(case, event, target, seen)
    return _recorded(case, event, target, seen)


def _seen(book: Book, meeting: Meeting, person: Person, event: happened.InviteAnswered) -> Attendance | str:
    """The answer as it may be recorded, or why it changes nothing, in words."""
    answer = event.answer
    who = _attendee(book, person, event.sender.lower())
    if not who:
        return f"an answer from {event.sender}, who is not invited, changed nothing"
    if meeting.state == "cancelled":
        return f"{event.sender} answered an invite that is cancelled"
    occurrence = _occurrence(meeting, answer)
    if occurrence is not None and actual_start(meeting, occurrence) is None:
        return f"{event.sender} answered for a time at which there is no meeting"
    said = _said(book, person, who, answer)
    seen = Attendance(who, said, min(answer.sequence, meeting.sequence), answer.stamp, occurrence)
    if _is_old(meeting, seen):
        return f"an older or repeated answer from {event.sender} changed nothing"
    if answer.method != "COUNTER" and said not in KNOWN_ANSWERS:
        return f"{event.sender} answered {said.lower() or 'nothing'}"
    return seen


def _recorded(case: Case, event: happened.InviteAnswered, target: Upcoming, seen: Attendance) -> Decision:
    meeting, person, said = target.meeting, target.person, seen.answer
    before = meeting.answer_of(seen.email, seen.occurrence)
    book = case.book.with_meeting(meeting.with_attendance(seen))
    note = case.note("invite answered", f"{event.sender}: {said.lower()}", person.id)
    if seen.email == case.book.protege.email:
        return _own_answer(case.on(book), target, said, note)
    book = human_answer(book, person, case.at)
    words = event.words or event.answer.comment
    if said == "DECLINED":
        return declined(case.on(book), target, notes=(note,), words=words)
    if meeting.purpose != "coffee" or before == said or meeting.noted:
        return Decision(book, notes=(note,))
    return case.on(book).answer(
        "protege/accepted",
        person=person.id,
        notes=(note,),
        values={
            "name": person.name,
            "when": target.actual,
            "place": meeting.place,
            "maybe": said == "TENTATIVE",
            "words": words,
        },
    )


def _attendee(book: Book, person: Person, sender: str) -> str:
    """The attendee of the stored event for whom this sender speaks, by their main address; "" for anybody else."""
    if sender in book.protege.addresses:
        return book.protege.email
    return person.email if sender in person.addresses else ""


def _said(book: Book, person: Person, who: str, answer: CalendarAnswer) -> str:
    """The PARTSTAT that the attendee gave; lines about others are no business of the sender's (no party-crashers)."""
    own = book.protege.addresses if who == book.protege.email else person.addresses
    given = [status.upper() for email, status in answer.answers if email.lower().removeprefix("mailto:") in own]
    return given[-1] if given else ""


def _occurrence(meeting: Meeting, answer: CalendarAnswer) -> datetime | None:
    """Which occurrence is meant, as its original start; None for the whole. A single meeting is always the whole."""
    if answer.recurrence is None or (not meeting.rrule and answer.recurrence.astimezone(UTC) == meeting.begins):
        return None
    return answer.recurrence.astimezone(UTC)


def actual_start(meeting: Meeting, original: datetime) -> datetime | None:
    """When the occurrence with this original start takes place (UTC); None where there is none."""
    bare = replace(meeting, changes=())
    if original not in {start for start, _ in bare.occurrences(original, original)}:
        return None
    change = next((c for c in meeting.changes if c.original == original), None)
    if change is None:
        return original
    return None if change.cancelled or change.start is None else meeting.instant(change.start)


def _is_old(meeting: Meeting, seen: Attendance) -> bool:
    """R8: older by (sequence, stamp) than what is stored for this attendee and occurrence, or the same once more."""
    known = [a for a in meeting.attendance if (a.email, a.occurrence) == (seen.email, seen.occurrence)]
    return any((seen.sequence, seen.stamp) <= (a.sequence, a.stamp) for a in known)


def human_answer(book: Book, person: Person, at: datetime) -> Book:
    """A calendar's answer is a human answer: the ladder ends (`policy.md`)."""
    ladder = person.ladder if person.ladder.ended else replace(person.ladder, ended="answered")
    book = book.with_person(replace(person, answered_at=at, ladder=ladder))
    return withdraw(book, person.id, kinds={Kind.ATTEMPT})[0]


def _own_answer(case: Case, target: Upcoming, said: str, note: Note) -> Decision:
    """The protégé declining our invite means `I can't make it` (`policy.md`, "urgent")."""
    if said != "DECLINED" or target.actual <= case.at:
        return Decision(case.book, notes=(note,))
    decision = moves.cannot_make_it(case, target)
    return replace(decision, notes=(note, *decision.notes))


def declined(case: Case, target: Upcoming, *, notes: Sequence[Note] = (), words: str = "") -> Decision:
    """A person can't come: the protégé hears it, with new times to tap; the person is not chased."""
    person = target.person
    free = times.proposals(case, person, target.meeting.minutes)
    word = "COFFEE WITH" if target.meeting.purpose == "coffee" else "MOVE TO"
    word = f"COFFEE WITH {person.name}" if word == "COFFEE WITH" else word
    return case.answer(
        "protege/declined",
        person=person.id,
        notes=notes,
        values={"name": person.name, "when": target.actual, "words": words, "series": bool(target.meeting.rrule)},
        taps=[Tap(times.said(at), f"{word} {times.typed(at)}") for at in free],
    )


def _countered(case: Case, event: happened.InviteAnswered, target: Upcoming, seen: Attendance) -> Decision:
    """Another time proposed: the move as a draft where it fits; SEND says yes to it (R9)."""
    answer, meeting, person, old = event.answer, target.meeting, target.person, target.actual
    if answer.start is None or seen.email == case.book.protege.email:
        return noted(case, f"{event.sender} proposed another time, but not which", person.id)
    meeting = meeting.with_attendance(replace(seen, answer="TENTATIVE"))
    target = replace(target, meeting=meeting)
    book = human_answer(case.book.with_meeting(meeting), person, case.at)
    case = case.on(book)
    start = times.local(case, answer.start)
    values: dict[str, object] = {
        "name": person.name,
        "old": old,
        "new": answer.start.astimezone(UTC),
        "words": event.words or answer.comment,
        "against": "",
    }
    against = times.objection(case, person, start, meeting.minutes, meeting.uid)
    note = case.note("counter", f"{person.name} proposes {times.said(start)}", person.id)
    if against or meeting.organizer or invites.on_its_way(book, meeting.uid):
        values["against"] = against.because if against else "a letter about it is on its way"
        taps = [
            Tap(times.said(at), f"MOVE TO {times.typed(at)}") for at in times.proposals(case, person, meeting.minutes)
        ]
        return case.answer("protege/countered", person=person.id, values=values, taps=taps, notes=(note,))
    drafted = moves.move(case, target, start)
    shown = [d for d in drafted.drafts if not d.to_protege]
    return case.on(drafted.book).answer(
        "protege/countered",
        person=person.id,
        drafts=shown,
        values=values,
        taps=moves.TAPS,
        notes=(note,),
    )


def _unknown(case: Case, event: happened.InviteAnswered) -> Decision:
    """An answer to nothing of ours: shown to the protégé when it is from somebody they know (L30)."""
    person = case.book.by_address(event.sender.lower())
    note = case.note("invite answered", f"{event.sender} answered an invite that I don't know")
    if person is None:
        return Decision(case.book, notes=(note,))
    given = [status.lower() for _, status in event.answer.answers]
    return case.answer(
        "protege/calendar_unknown",
        person=person.id,
        notes=(note,),
        values={
            "name": person.name,
            "subject": event.subject,
            "answer": given[-1] if given else "",
            "words": event.words,
        },
    )


def noted(case: Case, text: str, person: str = "") -> Decision:
    return Decision(case.book, notes=(case.note("calendar", text, person),))
