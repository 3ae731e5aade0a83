"""Machines that answer for people: absences and bounces. Neither is an answer (`policy.md`, what comes · then)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import BOUNCED, Kind, LetterState
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import Person, Stage


def absent(case: Case, event: happened.AutoReplied) -> Decision:
    """Out of office: not an answer; the ladder waits for the return and two business days more."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    calendar = case.calendar(person)
    returns = event.absence.returns if event.absence else None
    if event.absence is None:
        return Decision(case.book, notes=(case.note("auto-reply", f"{person.name}'s mailbox answered", person.id),))
    if returns is not None and case.today - timedelta(days=1) <= returns <= case.today + timedelta(days=400):
        day = calendar.add(returns - timedelta(days=1), 1 + case.policy.return_days)
    else:
        day = calendar.add(case.today, case.policy.absence_days)
    waits = max(day, person.ladder.waits_until or day)
    book = case.book.with_person(replace(person, ladder=replace(person.ladder, waits_until=waits)))
    for letter in book.letters:
        # What is approved but not yet gone would land in an absence: it waits for the return as well.
        if letter.person == person.id and letter.kind is Kind.ATTEMPT and letter.state is LetterState.APPROVED:
            opening = datetime.combine(waits, time(case.policy.window_opens), zone(person.zone or case.zone))
            later = max(letter.not_before or case.at, opening.astimezone(UTC))
            book = book.with_letter(replace(letter, not_before=later))
    return Decision(
        book, notes=(case.note("absent", f"{person.name} is away; nothing before {said_day(waits)}", person.id),)
    )


def bounced(case: Case, event: happened.Bounced) -> Decision:
    """Our letter came back: for good -> stop and ask for an address; for now -> one retry after two business days."""
    letter = case.book.find_letter(event.letter)
    person = case.book.find_person(letter.person) if letter else None
    if letter is None or person is None or letter.to_protege:
        return Decision(case.book, notes=(case.note("bounce", "one of my mails came back"),))
    if event.bounce.recipients and letter.to not in event.bounce.recipients:
        return Decision(case.book, notes=(case.note("bounce", "a copy came back, not the letter", person.id),))
    if letter.to != person.email:
        return Decision(case.book, notes=(case.note("bounce", "an address that is in use no more", person.id),))
    if not event.bounce.permanent:
        return _soft(case, person)
    book, withdrawn = withdraw(case.book.with_letter(replace(letter, failure=BOUNCED)), person.id)
    rung = max(person.ladder.rung - 1, -1) if letter.kind is Kind.ATTEMPT else person.ladder.rung
    started = person.ladder.started if rung >= 0 else None
    last = person.ladder.last if rung >= 0 else None
    ladder = replace(person.ladder, ended="bounced", rung=rung, started=started, last=last)
    disclosed = person.disclosed and not letter.discloses
    stage = Stage.READY if person.stage is Stage.CONTACTED and rung < 0 else person.stage
    book = book.with_person(replace(person, email="", ladder=ladder, stage=stage, disclosed=disclosed))
    return case.on(book).answer(
        "protege/bounced",
        person=person.id,
        values={
            "name": person.name,
            "address": letter.to,
            "reason": event.bounce.reason or event.bounce.status,
            "withdrawn": withdrawn,
        },
        notes=(case.note("bounce", f"{letter.to} does not exist or refuses", person.id),),
    )


def _soft(case: Case, person: Person) -> Decision:
    day = case.calendar(person).add(case.today, case.policy.soft_bounce_days)
    ladder = replace(person.ladder, waits_until=max(day, person.ladder.waits_until or day), retried_bounce=True)
    book = case.book.with_person(replace(person, ladder=ladder))
    return Decision(book, notes=(case.note("bounce", f"delivery to {person.name} is delayed", person.id),))
