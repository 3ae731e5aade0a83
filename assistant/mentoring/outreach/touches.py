"""What the protégé did themselves: a note from their own mailbox, a call, a word at a meetup (L18, L19).

Each is a touch: it overtakes the attempt that waits, and the ladder's clock counts from it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import mails_sent
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.outbox import moved, withdraw
from assistant.mentoring.person import Ladder, Person, Stage

SAID = {
    "call": "you called {name}",
    "in_person": "you saw {name}",
    "handwritten": "your note to {name} is in the post",
    "comment": "your comment on {name}'s work",
}


def sent(case: Case) -> Decision:
    """`sent`: the note left from their own mailbox; the clock starts then."""
    person = case.person
    own = _sent_themselves(case)
    if own is not None:
        return own
    pending = [x for x in case.book.pending() if x.shown and (person is None or x.person == person.id)]
    if person is None and len({x.person for x in pending}) == 1:
        person = case.book.person(pending[0].person)
    if person is None:
        return case.ask_whom("I WROTE TO")
    day = case.command.day or case.today
    if day > case.today:
        return case.nothing_done("that day has not come yet; tell me when it is sent", person=person.id)
    when = _moment(case, day)
    book = touched(case, person, when, "mail")
    approved = any(
        x.person == person.id and x.kind is Kind.ATTEMPT and x.state is LetterState.APPROVED for x in case.book.letters
    )
    return _quiet_until(case.on(book), book.person(person.id), approved=approved)


def _sent_themselves(case: Case) -> Decision | None:
    """`sent` under thanks or an answer: that very draft left from their own mailbox; no ladder starts with it."""
    answered = case.book.find_letter(case.context.letter)
    shown = [x for x in case.book.pending() if answered is not None and x.id in answered.shows and not x.calendar]
    if not shown or any(x.kind is Kind.ATTEMPT for x in shown):
        return None
    book = case.book
    for letter in shown:
        book = book.with_letter(moved(letter, LetterState.SENT, sent_at=case.at, own_mailbox=True))
    person = book.person(shown[0].person)
    return case.on(book).answer(
        "protege/noted",
        person=person.id,
        values={"what": f"You sent “{shown[0].subject}” to {person.first_name} yourself; the draft is gone."},
        notes=(case.note("touch", f"you wrote to {person.name} yourself", person.id),),
    )


def touched(case: Case, person: Person, when: datetime, channel: str, letter: Letter | None = None) -> Book:
    """The book after the protégé wrote to or met this person: what waited is overtaken, the clock counts from here."""
    attempts = [x for x in case.book.pending(person.id) if x.kind is Kind.ATTEMPT]
    overtaken = letter or (attempts[-1] if attempts else None)
    book = case.book
    rung = person.ladder.rung
    if overtaken is not None:
        if channel == "mail":
            book = book.with_letter(
                moved(overtaken, LetterState.SENT, sent_at=when, own_mailbox=True, approved="", raw="")
            )
        rung = max(rung, overtaken.rung or 0)
    book, _ = withdraw(book, person.id, kinds={Kind.ATTEMPT})
    ladder = replace(
        person.ladder,
        rung=max(rung, 0),
        started=person.ladder.started or when,
        last=max(when, person.ladder.last or when),
        waits_until=None,
        ended="" if person.answered_at is None else person.ladder.ended,
    )
    stage = Stage.CONTACTED if person.stage in (Stage.PROSPECT, Stage.READY, Stage.RESTING) else person.stage
    return book.with_person(replace(person, ladder=ladder, stage=stage))


def _quiet_until(case: Case, person: Person, *, approved: bool) -> Decision:
    return case.answer(
        "protege/clock_started",
        person=person.id,
        values={
            "name": person.name,
            "day": quiet_until(case, person),
            "sent": person.ladder.last,
            "approved": approved,
        },
        notes=(case.note("touch", f"you wrote to {person.name} yourself", person.id),),
    )


def quiet_until(case: Case, person: Person) -> date:
    """The day on which the next rung is due at the earliest."""
    last = (person.ladder.last or case.at).astimezone(zone(case.zone)).date()
    return case.calendar(person).add(last, case.policy.touch_gap_days)


def _moment(case: Case, day: date) -> datetime:
    """When it was done (UTC): now, or at noon of an earlier day of the protégé's."""
    return case.at if day == case.today else datetime.combine(day, time(12), zone(case.zone)).astimezone(UTC)


def touch(case: Case) -> Decision:
    """`called Minerva`, `posted the note`, `did it`: a touch on another channel; the ladder moves on."""
    person = case.person
    if person is None:
        return case.ask_whom("DID IT")
    day = case.command.day or case.today
    if day > case.today:
        return case.nothing_done("that day has not come yet; tell me when it is done", person=person.id)
    when = _moment(case, day)
    if mails_sent(case.book, person) == 0 and person.ladder.started is None:
        person = replace(person, ladder=Ladder(ended=person.ladder.ended))
    book = touched(case, person, when, case.command.op or "touch")
    said = SAID.get(case.command.op, "done, for {name}").format(name=person.first_name)
    return case.on(book).answer(
        "protege/touch_noted",
        person=person.id,
        values={"name": person.name, "what": said, "day": quiet_until(case.on(book), book.person(person.id))},
        notes=(case.note("touch", said, person.id),),
    )


def correspondence(case: Case, event: happened.CorrespondenceSeen) -> Decision:
    """The protégé's own mail to people, seen by Bcc or Cc: a touch for each; never answered (`product.md`).

    A draft that it is not is taken back all the same: two mails in a row are one too many, and that is said."""
    decision = Decision(case.book)
    for id in event.people:
        here = case.on(decision.book)
        person = here.book.find_person(id)
        if person is None:
            continue
        letter = here.book.find_letter(event.letter)
        note = case.note("touch", f"your own mail to {person.name}", id)
        if letter is not None and (letter.person != id or letter.state not in WAITS):
            letter = None
        drafts = [x for x in here.book.letters if x.person == id and x.kind is Kind.ATTEMPT and x.state in WAITS]
        if letter is None and drafts:
            decision = decision.then(_own_contact(here, person, event.subject, drafts, note))
        else:
            decision = decision.then(Decision(touched(here, person, case.at, "mail", letter), notes=(note,)))
    return decision


WAITS = (LetterState.PENDING, LetterState.APPROVED)


def _own_contact(case: Case, person: Person, subject: str, drafts: list[Letter], note: Note) -> Decision:
    """They wrote something else than the draft that waits: only they know whether it was meant instead."""
    book, _ = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    last = max(case.at, person.ladder.last or case.at)
    person = replace(person, ladder=replace(person.ladder, last=last))
    first = all(x.rung == 0 for x in drafts) and person.ladder.started is None
    again = Tap("Draft it again", f"REACH OUT TO {person.name}")
    return case.on(book.with_person(person)).answer(
        "protege/own_mail",
        person=person.id,
        values={"subject": subject, "first": first, "day": quiet_until(case, person)},
        taps=(Tap("It was the note", "SENT"), again) if first else (),
        why=Why("your own mail counts as a touch, and takes back the draft that it overtakes", "your mail to them"),
        notes=(note,),
    )
