"""A draft that waits: changed, dropped, put off, reminded of, expired (L16, L17). Nothing here ever sends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from assistant.mentoring import events as happened
from assistant.mentoring.answers.meanings import UNCLEAR
from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings.guests import beside
from assistant.mentoring.outbox import expires_at, moved, recipients, withdraw
from assistant.mentoring.outreach import attempts, outreach
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.protege import asked_again
from assistant.mentoring.protege.approval import SEND_TAPS, meant
from assistant.mentoring.words.phrases import undisclosed

OPS = {"shorter": "any shorter", "warmer": "any warmer", "no_flattery": "any plainer"}
LONGEST_TAP = 1500  # of a text in a link, as it is encoded there: clients cut links at about 2,000 characters
REMIND_BEFORE = 2  # business days before a draft expires


def edit(case: Case) -> Decision:
    """A new draft with the change; never sends. Without a draft, the words become the answer to a person's mail."""
    found = meant(case) if case.book.pending() else case.nothing_done("no draft waits here")
    if isinstance(found, Decision):
        person = case.person
        if person is not None and not case.book.pending(person.id) and case.command.op in ("", "replace", "edit"):
            return _own_words(case, person)
        return found
    letter = next((x for x in found if x.code == case.command.code.upper()), found[0])
    return change(case, letter) or _in_their_words(case, letter)


def _own_words(case: Case, person: Person) -> Decision:
    """EDIT where no draft waits: the words below it go to this person, and answer what was not sure of theirs."""
    if not case.command.text:
        return case.nothing_done(
            f"the words are missing. Reply EDIT and below it what you want to say to {person.first_name}",
            person=person.id,
        )
    if person.paused == UNCLEAR:  # who answers it in their own words has read it
        person = replace(person, paused="")
        case = case.on(case.book.with_person(person))
    return outreach.own_words(case, person, case.command.text)


def change(case: Case, letter: Letter, *, taken_back: bool = False) -> Decision | None:
    """The draft with the change that the command asks for, None where no rule can make it. It is shown, never sent.

    taken_back: it was approved and on hold until now."""
    command = case.command
    op, text = command.op or "replace", command.text
    if op == "swap":
        op, text = "replace", _swapped(letter, dict(command.fields))
    if command.ask or (not text and op in ("replace", "edit", "mention")):
        return None
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN))
    draft = attempts.reworded(case.on(book), letter, op, text)
    if draft is None:
        return None
    book = replace(book, undo=(thread_of(letter.person), "edit", f"{letter.id},{draft.id}"))
    theirs = command.op in ("", "replace", "edit")  # their own text they know
    return case.on(book).answer(
        "protege/draft_changed",
        person=letter.person,
        drafts=(draft,),
        shows_ids=beside(case.book, letter),
        values={"before": "" if theirs else letter.text, "taken_back": taken_back},
        taps=SEND_TAPS,
    )


_UNIT = re.compile(r" (?:minutes?|mins?|hours?|days?|weeks?|months?|years?|percent|people|%)$", re.IGNORECASE)


def _swapped(letter: Letter, words: dict[str, str]) -> str:
    """The text with one wording for another, where it stands there once; "" where nobody can tell which is meant."""
    text = undisclosed(letter.text)
    unit = _UNIT.search(words["old"])
    if unit and words["new"].isdecimal():  # "twenty minutes to 15"
        words = {**words, "new": f"{words['new']}{unit[0]}"}
    old = re.compile(rf"(?<!\w){re.escape(words['old'])}(?!\w)", re.IGNORECASE)
    return old.sub(lambda _: words["new"], text) if len(old.findall(text)) == 1 else ""


def _in_their_words(case: Case, letter: Letter) -> Decision:
    """No rule makes this change: the text itself, ready to be edited."""
    op = case.command.op or "replace"
    if op.partition("+")[0] in OPS:
        because = f"by rule I can't make it {' and '.join(OPS[one] for one in op.split('+'))}, and I invent nothing"
        said = f"{because}. Reply EDIT and below it the whole note in your words"
    elif op == "swap":
        said = f"“{dict(case.command.fields)['old']}” does not stand once in the note. Reply EDIT and below it the note"
    elif op == "mention" and case.command.text:
        said = f"“{case.command.text}” is no sentence, and I invent none. Reply MENTION and the whole sentence"
    else:
        said = case.command.ask or "I found no new text. Reply EDIT and below it the whole note as it should be"
    text = undisclosed(letter.text)
    whole = f"EDIT {letter.code}\n{text}" if len(quote(text)) <= LONGEST_TAP else f"EDIT {letter.code}"
    taps = (Tap("Edit", whole), Tap("Later", f"LATER {letter.code}"), Tap("Skip", f"SKIP {letter.code}"))
    return case.nothing_done(said, person=letter.person, taps=taps)


def skip(case: Case) -> Decision:
    """SKIP drops this attempt; LATER fri moves it; REST ends the attempts."""
    person = case.person
    if case.command.op == "rest" and person is not None and not case.book.pending(person.id):
        return rest(case, person)
    if case.command.op == "later" and person is not None and _put_off(case, person):
        return _later(case, person, ())
    found = meant(case)
    if case.command.op == "later" and isinstance(found, Decision) and (waits := asked_again.later(case)):
        return waits
    if isinstance(found, Decision):
        return found
    letter = found[0]
    person = case.book.person(letter.person)
    if case.command.op == "later" and letter.kind is Kind.AGENDA:
        said = f"the agenda goes before your meeting with {person.first_name} or not at all: SEND it or SKIP it"
        return case.nothing_done(said, person=person.id, taps=(Tap("Send", "SEND"), Tap("Skip", "SKIP")))
    if case.command.op == "later":
        return _later(case, person, found)
    if case.command.op == "rest":
        return rest(case, person)
    book = case.book
    for each in found:
        book = book.with_letter(moved(each, LetterState.SKIPPED))
    book = _past(case.on(book), person, letter)
    book = replace(book, undo=(thread_of(person.id), "skip", ",".join(x.id for x in found)))
    return case.on(book).answer(
        "protege/skipped",
        person=person.id,
        values={"name": person.name, "subject": letter.subject, "whom": recipients(book, found)},
        taps=(Tap("Undo", "UNDO"), Tap("Status", "STATUS")),
        notes=(case.note("skipped", f"“{letter.subject}” for {person.name}", person.id),),
    )


def _past(case: Case, person: Person, letter: Letter) -> Book:
    """The book past the rung of a draft that was let go: the next idea comes, but not on its heels."""
    if letter.kind is not Kind.ATTEMPT or letter.rung is None or not letter.rung > person.ladder.rung >= 0:
        return case.book
    waits = case.calendar(person).add(case.today, case.policy.touch_gap_days)
    return case.book.with_person(replace(person, ladder=replace(person.ladder, rung=letter.rung, waits_until=waits)))


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


def day_of(case: Case) -> date | None:
    """The day that a LATER names, in the protégé's zone."""
    return case.command.day or (case.command.at.date() if case.command.at else None)


def _later(case: Case, person: Person, letters: Sequence[Letter]) -> Decision:
    day = day_of(case)
    if day is None:
        return case.asking(
            Asks.UNTIL_WHEN,
            "protege/until_when",
            person=person.id,
            values={"name": person.name},
            taps=(Tap("Monday", "LATER monday"), Tap("In two weeks", "LATER in 2 weeks")),
        )
    if day <= case.today:
        return case.nothing_done(f"{said_day(day)} is not after today", person=person.id)
    return put_off(case, letters, day, person=person)


def put_off(
    case: Case, letters: Sequence[Letter], day: date, *, person: Person | None = None, taken_back: bool = False
) -> Decision:
    """Nothing goes before `day`. An attempt is written afresh then; anything else, and the protégé's own words, stay as
    they are and are asked again.

    letters: drafts that wait; none where one was put off already (then `person` says whose). taken_back: they were on
    hold until now."""
    person = person or case.book.person(letters[0].person)
    first = case.calendar(person).first(day)
    said: dict[str, object] = {"name": person.name, "asked": day, "day": first, "taken_back": taken_back}
    kept = any(x.kind is not Kind.ATTEMPT or x.template == "person/own" for x in letters)
    book = case.book
    if kept:
        old = letters[0]
        for letter in letters:
            expires = expires_at(book, first, REMIND_BEFORE, person.country)
            book = book.with_letter(replace(letter, expires=expires, reminded=False))
        undone = ("kept", f"{old.id} {old.expires.isoformat() if old.expires else ''}")
        taps: tuple[Tap, ...] = (Tap("Send", f"SEND {old.code}"), Tap("Skip", f"SKIP {old.code}"), Tap("Undo", "UNDO"))
        note = f"“{old.subject}” for {person.name} waits until {said_day(first)}"
    else:
        for letter in letters:
            book = book.with_letter(moved(letter, LetterState.SKIPPED))
        before = person.ladder.waits_until
        undone = ("skip", ",".join(x.id for x in letters)) if letters else ("later", f"{person.id} {before or ''}")
        book = book.with_person(replace(person, ladder=replace(person.ladder, waits_until=first)))
        question = book.question(case.context.thread, Asks.UNTIL_WHEN)
        book = book.without_question(question.id) if question else book
        taps, note = (Tap("Undo", "UNDO"),), f"nothing to {person.name} before {said_day(first)}"
    return case.on(replace(book, undo=(thread_of(person.id), *undone))).answer(
        "protege/moved_to",
        person=person.id,
        values={**said, "kept": kept},
        taps=taps,
        notes=(case.note("later", note, person.id),),
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
    if letter.kind is Kind.AGENDA:  # the meeting is what counts: no question about what nobody misses
        return Decision(book, notes=(case.note("expired", f"“{letter.subject}”: the meeting came", person.id),))
    book = _past(case.on(book), person, letter)
    values: dict[str, object] = {"name": person.name, "subject": letter.subject, "calendar": bool(letter.method)}
    if letter.method:  # a date that was put off is no doubt about the person
        return case.on(book).answer(
            "protege/expired", person=person.id, values=values, taps=(Tap("When next?", "WHEN NEXT"),)
        )
    return case.on(book).asking(
        Asks.HELD_BACK,
        "protege/expired",
        person=person.id,
        data={"letter": letter.id},
        values=values,
        taps=(Tap("The wording", "1"), Tap("The timing", "2"), Tap(f"Not {person.first_name}", "3")),
    )
