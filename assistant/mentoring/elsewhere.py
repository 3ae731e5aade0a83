"""Two protégés, one person: at most one first note to a person per mailbox in a while (`policy.md`).

The later protégé hears only from which day on, never of whom or why.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.case import Case
from assistant.mentoring.days import short_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import mails_sent
from assistant.mentoring.letters import Kind, LetterState, Tap
from assistant.mentoring.meetings import notice
from assistant.mentoring.outbox import earliest
from assistant.mentoring.protege import approval


def first_note(case: Case, event: happened.FirstNoteElsewhere) -> Decision:
    """Somebody else's first note reached this person: ours waits, an approved one too."""
    person = case.book.find_person(event.person)
    if person is None or person.do_not_contact or mails_sent(case.book, person):
        return Decision(case.book)
    day = case.calendar(person).add(event.sent.astimezone(zone(case.zone)).date(), case.policy.first_note_gap_days)
    if day <= case.today or (person.first_from is not None and person.first_from >= day):
        return Decision(case.book)
    book = case.book.with_person(replace(person, first_from=day))
    note = case.note("first note", f"no first note to {person.name} before {short_day(day)}", person.id)
    waiting = [
        x
        for x in book.letters
        if x.person == person.id and x.kind is Kind.ATTEMPT and x.rung == 0 and x.state is LetterState.APPROVED
    ]
    if not waiting:
        return Decision(book, notes=(note,))
    letter = waiting[0]
    leaves = earliest(book, letter, max(case.at, letter.not_before or case.at), case.policy)
    book = book.with_letter(replace(letter, not_before=leaves))
    if notice.too_near(book, letter, leaves, case.policy):
        told = approval.stale(case.on(book), happened.LetterStale(case.key, case.at, letter.id))
        return replace(told, notes=(*told.notes, note))
    said = f"“{letter.subject}” goes to {person.first_name} on {short_day(day)} at the earliest."
    return case.on(book).answer(
        "protege/noted", person=person.id, values={"what": said}, taps=(Tap("Undo", "UNDO"),), notes=(note,)
    )
