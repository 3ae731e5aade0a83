"""Private milestones and off-mail tasks in the protégé's own calendar, told to them alone (calendar.md S10, L36).

What should stand there is derived from the book: reminders with an hour, milestones, tasks by hand or in person, and a
meeting whose invite names the assistant alone, so that it never reaches the protégé's calendar (R9). Where
it differs from what their calendar was last told, a mail puts it right; so whatever moves or ends a reminder or a task
moves or ends its date too. Nobody else is ever an attendee of one, or hears of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time

from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import REST, RUNGS
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.minutes import PrivateDate
from assistant.mentoring.person import Person
from assistant.mentoring.schedule import Meeting

BY_HAND = {"hand": "Post the note to {name}", "in_person": "See {name} in person"}
RULE = Why("milestones, and what you do yourself, stand in your own calendar", "what you asked for, or a task")


def kept(case: Case, decision: Decision) -> Decision:
    """The decision, with the mails that put the protégé's calendar right after it."""
    case = case.on(decision.book)
    known = {one.of: one for one in case.book.private_dates if not one.off}
    now = {one.of: one for one in wanted(case.book)}
    rows = [one for one in case.book.private_dates if not is_over(one, case.at)]
    drafts: list[Draft] = []
    for old in known.values():
        if old.of not in now and old in rows:
            rows[rows.index(old)] = off = replace(old, off=True, sequence=old.sequence + 1)
            drafts.append(told(case, off))
    for new in now.values():
        before = known.get(new.of)
        said = _changed(case, before, new)
        if said is None or is_over(said, case.at):
            continue
        rows = [one for one in rows if one.uid != said.uid] + [said]
        drafts.append(told(case, said))
    if tuple(rows) == case.book.private_dates:
        return decision
    return decision.then(Decision(replace(case.book, private_dates=tuple(rows)), tuple(drafts)))


def find(book: Book, uid: str) -> PrivateDate | None:
    """The private date with this UID, also one that was taken out."""
    return next((one for one in book.private_dates if one.uid == uid), None)


def wanted(book: Book) -> Iterator[PrivateDate]:
    """What should stand in the calendar by what the book says now, without UIDs."""
    home = book.protege.zone
    for reminder in book.reminders:
        if not reminder.done and (reminder.milestone or reminder.at):
            yield PrivateDate("", f"reminder/{reminder.number}", reminder.text, reminder.day, reminder.at, home)
    for person in book.people:
        task = _task(book, person)
        if task is not None:
            yield task
    for meeting in book.meetings:
        if meeting.only_ours and meeting.state == "invited" and not meeting.rrule:
            yield _unseen(book, meeting)


def is_over(one: PrivateDate, now: datetime) -> bool:
    """Whether its moment has come: a whole day is over when it begins, since its reminder comes then."""
    return datetime.combine(one.day, one.at or time(), zone(one.zone)) <= now


def _changed(case: Case, before: PrivateDate | None, new: PrivateDate) -> PrivateDate | None:
    """The date as it is to be told now; None where the calendar knows it so."""
    if before is None:
        return replace(new, uid=f"{case.id('private date', new.of)}@mentoring-assistant")
    here = before.zone if new.at is None else new.zone  # a whole day is one in every zone
    said = replace(new, uid=before.uid, sequence=before.sequence, zone=here)
    return None if said == before else replace(said, sequence=before.sequence + 1)


def _task(book: Book, person: Person) -> PrivateDate | None:
    """The task of this person's rung, until it is done: its day is the next working day after it was given."""
    rung = person.ladder.rung
    step = RUNGS[rung] if 0 <= rung < REST else None
    if step is None or step.channel not in BY_HAND or person.ladder.ended or person.do_not_contact or person.paused:
        return None
    template = f"protege/task_{step.name}"
    given = [x.created for x in book.letters if x.person == person.id and x.template == template]
    if not given or (person.ladder.last is not None and person.ladder.last >= given[-1]):
        return None
    day = given[-1].astimezone(zone(book.protege.zone)).date()
    there = shared([book.protege.country, person.country], book.protege.away).add(day, 1)
    of = f"task/{person.id}/{rung}"
    return PrivateDate("", of, BY_HAND[step.channel].format(name=person.first_name), there, zone=book.protege.zone)


def _unseen(book: Book, meeting: Meeting) -> PrivateDate:
    local = meeting.begins.astimezone(zone(book.protege.zone))
    what = ", ".join(filter(None, (meeting.summary, meeting.place)))
    of = f"meeting/{meeting.uid}"
    return PrivateDate("", of, what, local.date(), local.time(), book.protege.zone, minutes=meeting.minutes)


def told(case: Case, one: PrivateDate) -> Draft:
    """The mail to the protégé alone that puts it into their calendar, or takes it out."""
    kind, _, which = one.of.partition("/")
    meeting = case.book.find_meeting(which) if kind == "meeting" else None
    person = which.partition("/")[0] if kind == "task" else meeting.person if meeting else ""
    word = {"task": "DID IT", "meeting": ""}.get(kind, f"DROP R{which}")
    label = "Did it" if kind == "task" else f"Drop R{which}"
    taps = () if one.off or not word else (Tap(label, word),)
    known = case.book.find_person(person)
    return Draft(
        id=case.id("private date", one.uid, one.sequence),
        letter="invite/private",
        kind=Kind.NOTICE,
        to_protege=True,
        thread=thread_of(person) if known else GENERAL,
        at=case.at,
        person=person if known else "",
        values={"text": one.text, "day": one.day, "hour": one.at, "off": one.off, "word": word},
        taps=taps or (Tap("Reminders", "REMINDERS"),),
        why=RULE,
        meeting=one.uid,
        method="CANCEL" if one.off else "REQUEST",
    )
