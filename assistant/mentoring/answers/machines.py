"""Machines that answer for people: absences and bounces. Neither is an answer (`policy.md`, what comes · then)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.addresses import is_reachable
from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Absence, Notice
from assistant.mentoring.letters import BOUNCED, Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings import invites
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.person import Person, Stage

NO_SUCH_ADDRESS = frozenset({"5.1.1", "5.1.2", "5.1.10"})  # RFC 3463 §3.2, RFC 7505: no such mailbox, no such host
MOST_SHOWN = 4000  # characters of a notice
GONE = "their mailbox says that they are not there any more"


def absent(case: Case, event: happened.AutoReplied) -> Decision:
    """What a person's mailbox says by itself is no answer; what it says of them may change what goes there."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    match event.absence.kind if event.absence else None:
        case Notice.AWAY:
            assert event.absence is not None
            return _away(case, person, event.absence, event.text)
        case Notice.LEFT | Notice.MOVED:
            assert event.absence is not None
            return _gone(case, person, event.absence, event.text)
        case Notice.CHALLENGE:
            return _challenged(case, person, event.text)
        case kind:
            said = f"{person.name}'s mailbox answered" + (f" ({kind.value})" if kind else "")
            return Decision(case.book, notes=(case.note("auto-reply", said, person.id),))


def _away(case: Case, person: Person, absence: Absence, text: str) -> Decision:
    """The ladder waits for the return and two business days more; who stands in is named to the protégé, no more.

    A mail that only reads like a notice may be the person's own: the protégé sees all of it.
    """
    calendar = case.calendar(person)
    returns = absence.returns
    if returns is not None and case.today - timedelta(days=1) <= returns <= case.today + timedelta(days=400):
        day = calendar.add(returns - timedelta(days=1), 1 + case.policy.return_days)
    else:
        returns, day = None, calendar.add(case.today, case.policy.absence_days)
    known = person.ladder.waits_until
    waits = max(day, known or day)
    parked = replace(person, ladder=replace(person.ladder, waits_until=waits), away_until=waits)
    book = _waiting(case, case.book.with_person(parked), parked, waits)
    note = case.note("absent", f"{person.name} is away; nothing before {said_day(waits)}", person.id)
    news = (absence.deputy and waits != known) or not absence.certain
    if not news or person.do_not_contact:
        return Decision(book, notes=(note,))
    return case.on(book).answer(
        "protege/away",
        person=person.id,
        values={
            "name": person.name,
            "returns": returns,
            "waits": waits,
            "deputy": absence.deputy,
            "certain": absence.certain,
            "text": text[:MOST_SHOWN],
        },
        taps=() if absence.certain else (Tap("It was an answer", "ANSWERED"), Tap("Status", "STATUS")),
        notes=(note,),
    )


def _waiting(case: Case, book: Book, person: Person, waits: date) -> Book:
    """What is approved but not yet gone would land in an absence: it waits for the return as well."""
    for letter in book.letters:
        if letter.person == person.id and letter.kind is Kind.ATTEMPT and letter.state is LetterState.APPROVED:
            opening = datetime.combine(waits, time(case.policy.window_opens), zone(person.zone or case.zone))
            later = max(letter.not_before or case.at, opening.astimezone(UTC))
            book = book.with_letter(replace(letter, not_before=later))
    return book


def _gone(case: Case, person: Person, absence: Absence, text: str) -> Decision:
    """They left, or moved: nothing more goes there until the protégé says what now, nor to anybody named there."""
    note = case.note("gone", f"{person.name}: {absence.kind.value}", person.id)
    if person.paused == GONE or person.do_not_contact:
        return Decision(case.book, notes=(note,))
    book, withdrawn = withdraw(case.book, person.id)
    book = book.with_person(replace(person, paused=person.paused or GONE))
    address = absence.address if is_reachable(absence.address) and absence.address not in person.addresses else ""
    use = (Tap(f"Use {address}", f"email: {address}"),) if address else ()
    return case.on(book).answer(
        "protege/gone",
        person=person.id,
        values={
            "name": person.name,
            "left": absence.kind is Notice.LEFT,
            "address": address,
            "deputy": absence.deputy,
            "withdrawn": withdrawn,
            "text": text[:MOST_SHOWN],
        },
        taps=(*use, Tap("It is still right", f"RESUME {person.name}"), Tap("Let it be", f"DROP {person.name}")),
        notes=(note,),
    )


def _challenged(case: Case, person: Person, text: str) -> Decision:
    """A filter wants proof that a person wrote. Only a person can give it: the protégé sees what it asks."""
    return case.answer(
        "protege/challenged",
        person=person.id,
        values={"name": person.name, "text": text[:MOST_SHOWN]},
        notes=(case.note("challenge", f"{person.name}'s mailbox asks whether a person wrote", person.id),),
    )


def bounced(case: Case, event: happened.Bounced) -> Decision:
    """Our letter came back: for good -> stop and ask for an address; for now -> one retry after two business days."""
    letter = case.book.find_letter(event.letter)
    person = case.book.find_person(letter.person) if letter else None
    if letter is None or person is None or letter.to_protege:
        return Decision(case.book, notes=(case.note("bounce", "one of my mails came back"),))
    about = event.bounce.about(letter.to)
    if about is None and event.bounce.recipients and letter.to not in event.bounce.recipients:
        return Decision(case.book, notes=(case.note("bounce", "a copy came back, not the letter", person.id),))
    if letter.to != person.email:
        return Decision(case.book, notes=(case.note("bounce", "an address that is in use no more", person.id),))
    failure = about or event.bounce
    if about is not None and about.delayed:
        return Decision(case.book, notes=(case.note("bounce", f"delivery to {person.name} is delayed", person.id),))
    if not failure.permanent and not person.ladder.retried_bounce:
        return _once_more(case, person, letter, failure.reason)
    returned = invites.came_back(case.book.with_letter(replace(letter, failure=BOUNCED)), letter)
    book, withdrawn = withdraw(returned, person.id)
    person = _unreached(person, letter)
    book = book.with_person(replace(person, email="", ladder=replace(person.ladder, ended="bounced")))
    return case.on(book).answer(
        "protege/bounced",
        person=person.id,
        values={
            "name": person.name,
            "address": letter.to,
            "unknown": failure.permanent and failure.status in NO_SUCH_ADDRESS,
            "reason": failure.reason,
            "withdrawn": withdrawn,
        },
        notes=(case.note("bounce", f"{letter.to} does not exist or refuses", person.id),),
    )


def _unreached(person: Person, letter: Letter) -> Person:
    """The person as if this letter had never left: nobody has read it."""
    rung = max(person.ladder.rung - 1, -1) if letter.kind is Kind.ATTEMPT else person.ladder.rung
    started = person.ladder.started if rung >= 0 else None
    last = person.ladder.last if rung >= 0 else None
    ladder = replace(person.ladder, rung=rung, started=started, last=last)
    stage = Stage.READY if person.stage is Stage.CONTACTED and rung < 0 else person.stage
    return replace(person, ladder=ladder, stage=stage, disclosed=person.disclosed and not letter.discloses)


def _once_more(case: Case, person: Person, letter: Letter, reason: str) -> Decision:
    """A full mailbox, a filter: one retry after two business days. One send a SEND: the note is shown once more."""
    day = case.calendar(person).add(case.today, case.policy.soft_bounce_days)
    book = case.book.with_letter(replace(letter, failure=BOUNCED))
    person = _unreached(person, letter)
    ladder = replace(person.ladder, retried_bounce=True)
    again = "It is kept in your book; tell me when to try once more"
    if letter.kind is Kind.ATTEMPT:
        ladder = replace(ladder, last=ladder.started, waits_until=max(day, ladder.waits_until or day))
        again = f"It comes back to you on {said_day(day)}, for one more try"
    said = f" The server said: {reason.rstrip('. ')}." if reason else ""
    return case.on(book.with_person(replace(person, ladder=ladder))).answer(
        "protege/noted",
        person=person.id,
        values={"what": f"“{letter.subject}” has not reached {person.first_name}.{said} {again}."},
        notes=(case.note("bounce", f"{letter.to} took no mail for now", person.id),),
    )
