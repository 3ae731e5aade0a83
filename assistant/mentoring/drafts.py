"""A draft that waits: changed, dropped, put off, reminded of, expired (L16, L17). Nothing here ever sends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.mentoring import attempts, outreach
from assistant.mentoring import events as happened
from assistant.mentoring.approval import SEND_TAPS, meant
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.outbox import expires_at, moved, withdraw
from assistant.mentoring.person import Person, Stage

OPS = {"shorter": "any shorter", "warmer": "any warmer", "no_flattery": "any plainer"}
REMIND_BEFORE = 2  # business days before a draft expires


def edit(case: Case) -> Decision:
    """A new draft with the change; never sends. Without a draft, the words become the answer to a person's mail."""
    found = meant(case) if case.book.pending() else case.nothing_done("no draft waits here")
    if isinstance(found, Decision):
        person = case.person
        if person is not None and not case.book.pending(person.id) and case.command.text:
            return outreach.own_words(case, person, case.command.text)
        return found
    letter = found[0]
    op = case.command.op or "replace"
    if not case.command.text and op in ("replace", "edit", "mention"):
        return case.nothing_done(
            "I found no new text. Reply EDIT and below it the whole note as it should be", person=letter.person
        )
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN))
    draft = attempts.reworded(case.on(book), letter, op, case.command.text)
    if draft is None:
        because = f"by rule I can't make it {OPS.get(op, 'so')}, and I invent nothing"
        return case.nothing_done(
            f"{because}. Reply EDIT and below it the whole note in your words", person=letter.person
        )
    return case.on(book).answer(
        "protege/draft_changed",
        person=letter.person,
        drafts=(draft,),
        values={"before": "" if op in ("replace", "edit") else letter.text},  # their own text they know
        taps=SEND_TAPS,
    )


def skip(case: Case) -> Decision:
    """SKIP drops this attempt; LATER fri moves it; REST ends the attempts."""
    person = case.person
    if case.command.op == "rest" and person is not None and not case.book.pending(person.id):
        return rest(case, person)
    if case.command.op == "later" and person is not None and _put_off(case, person):
        return _later(case, person, None)
    found = meant(case)
    if isinstance(found, Decision):
        return found
    letter = found[0]
    person = case.book.person(letter.person)
    if case.command.op == "later":
        return _later(case, person, letter)
    if case.command.op == "rest":
        return rest(case, person)
    book = case.book
    for each in found:
        book = book.with_letter(moved(each, LetterState.SKIPPED))
    if letter.kind is Kind.ATTEMPT and letter.rung is not None and letter.rung > person.ladder.rung >= 0:
        book = book.with_person(_past(case, person, letter.rung))
    book = replace(book, undo=(case.context.thread, "skip", ",".join(x.id for x in found)))
    return case.on(book).answer(
        "protege/skipped",
        person=person.id,
        values={"name": person.name, "subject": letter.subject},
        taps=(Tap("Undo", "UNDO"), Tap("Status", "STATUS")),
        notes=(case.note("skipped", f"“{letter.subject}” for {person.name}", person.id),),
    )


def _past(case: Case, person: Person, rung: int) -> Person:
    """The ladder without this rung: the next idea comes, but not on the heels of a draft that was let go."""
    waits = case.calendar(person).add(case.today, case.policy.touch_gap_days)
    return replace(person, ladder=replace(person.ladder, rung=rung, waits_until=waits))


def _put_off(case: Case, person: Person) -> bool:
    """Whether this person's draft was put off already: then LATER moves the day."""
    return person.ladder.waits_until is not None and not case.book.pending(person.id)


def rest(case: Case, person: Person) -> Decision:
    """Rest now: the ladder ends, nothing more is drafted until the protégé says so (`policy.md`)."""
    book, _ = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    ladder = replace(person.ladder, ended="rested", waits_until=None)
    stage = Stage.RESTING if person.stage is Stage.CONTACTED else person.stage
    book = book.with_person(replace(person, ladder=ladder, stage=stage))
    return case.on(book).answer(
        "protege/rested",
        person=person.id,
        values={"name": person.name},
        notes=(case.note("rested", f"nothing more to {person.name} for now", person.id),),
    )


def _later(case: Case, person: Person, letter: Letter | None) -> Decision:
    day = case.command.day or (case.command.at.date() if case.command.at else None)
    if day is None:
        return case.asking(
            Asks.UNTIL_WHEN,
            "protege/until_when",
            person=person.id,
            values={"name": person.name},
            taps=(Tap("Monday", "LATER monday"), Tap("In two weeks", "LATER in 2 weeks")),
        )
    if day <= case.today:
        return case.nothing_done(f"{day:%a} {day.day} {day:%b %Y} is not after today", person=person.id)
    first = case.calendar(person).first(day)
    if letter is not None and letter.kind is not Kind.ATTEMPT:
        return _kept(case, person, letter, day, first)
    book = case.book
    if letter is not None:
        book = book.with_letter(moved(letter, LetterState.SKIPPED))
        book = replace(book, undo=(case.context.thread, "skip", letter.id))
    book = book.with_person(replace(person, ladder=replace(person.ladder, waits_until=first)))
    question = book.question(case.context.thread, Asks.UNTIL_WHEN)
    return case.on(book.without_question(question.id) if question else book).answer(
        "protege/moved_to",
        person=person.id,
        values={"name": person.name, "asked": day, "day": first, "kept": False},
        taps=(Tap("Undo", "UNDO"),) if letter is not None else (),
        notes=(case.note("later", f"nothing to {person.name} before {said_day(first)}", person.id),),
    )


def _kept(case: Case, person: Person, letter: Letter, day: date, first: date) -> Decision:
    """Thanks, answers and invites stay as they are; the digest of that day names them."""
    expires = expires_at(case.book, first, REMIND_BEFORE, person.country)
    book = case.book.with_letter(replace(letter, expires=expires, reminded=False))
    return case.on(book).answer(
        "protege/moved_to",
        person=person.id,
        values={"name": person.name, "asked": day, "day": first, "kept": True},
        taps=(Tap("Send", f"SEND {letter.code}"), Tap("Skip", f"SKIP {letter.code}")),
        notes=(case.note("later", f"“{letter.subject}” for {person.name} waits until {said_day(first)}", person.id),),
    )


# --- time


def expiring(case: Case, event: happened.DraftExpiring) -> Decision:
    """One reminder, as a line of the next digest: not a mail of its own (`policy.md`, mails unasked)."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.PENDING:
        return Decision(case.book)
    book = case.book.with_letter(replace(letter, reminded=True))
    return Decision(book, notes=(case.note("reminder", "the draft stands in the next digest", letter.person),))


def expired(case: Case, event: happened.DraftExpired) -> Decision:
    """Unsent for five business days: nothing leaves, and one honest question (`product.md`, how a draft leaves)."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.PENDING:
        return Decision(case.book)
    person = case.book.person(letter.person)
    book = case.book.with_letter(moved(letter, LetterState.EXPIRED))
    if letter.kind is Kind.ATTEMPT and letter.rung is not None and letter.rung > person.ladder.rung >= 0:
        book = book.with_person(_past(case, person, letter.rung))
    return case.on(book).asking(
        Asks.HELD_BACK,
        "protege/expired",
        person=person.id,
        data={"letter": letter.id},
        values={"name": person.name, "subject": letter.subject},
        taps=(Tap("The wording", "1"), Tap("The timing", "2"), Tap(f"Not {person.first_name}", "3")),
    )
