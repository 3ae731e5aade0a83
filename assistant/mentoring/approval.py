"""SEND, UNDO, EDIT, SKIP, LATER: the protégé's word on a draft (L15–L17, L43).

One approval, one text, one send: SEND binds to the digest of the exact text that the mail showed. An approval is only
an approval when nothing else touches the draft; what is not certain does nothing and asks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from assistant.mentoring import attempts, outreach, recap
from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Book, Person, Stage
from assistant.mentoring.case import Case
from assistant.mentoring.command import Verb
from assistant.mentoring.days import shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.outbox import leaves_at, moved, reader_zone, withdraw

DRAFT_TAPS = (Tap("Shorter", "SHORTER"), Tap("Later", "LATER"), Tap("Skip", "SKIP"))
SEND_TAPS = (Tap("Send", "SEND"), *DRAFT_TAPS)


# --- which draft is meant


def meant(case: Case) -> list[Letter] | Decision:
    """The pending drafts that a word without more is about, or the answer that asks or explains."""
    waiting = [x for x in case.book.pending() if x.shown]
    if case.command.code:
        return _by_code(case, waiting)
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.shows:
        found = [x for x in waiting if x.id in answered.shows]
        if found:
            return found
        current = [x for x in waiting if x.person == answered.person and answered.person]
        if current:
            return _show_current(case, current)
        return _nothing_waits(case, [x for i in answered.shows if (x := case.book.find_letter(i))])
    person = case.person
    if person is not None:
        waiting = [x for x in waiting if x.person == person.id]
    elif len({x.person for x in waiting}) > 1 or _outward(case):
        # Outside its thread a draft leaves by its code only ("Which reading wins", 3).
        return _which(case, waiting) if waiting else _nothing_waits(case, [])
    if not waiting:
        return _nothing_waits(case, [])
    return waiting if len(waiting) == 1 else _which(case, waiting)


def _outward(case: Case) -> bool:
    return case.command.verb in (Verb.SEND, Verb.YES)


def _by_code(case: Case, waiting: list[Letter]) -> list[Letter] | Decision:
    code = case.command.code.upper()
    found = [x for x in waiting if x.code == code]
    if found and case.command.person and found[0].person != case.command.person:
        return case.nothing_done(f"{code} is not a draft for the person you named")
    if found:
        return found
    old = [x for x in case.book.letters if x.code == code]
    if old:
        current = [x for x in waiting if x.person == old[-1].person]
        return _show_current(case, current) if current else _nothing_waits(case, old[-1:])
    return case.nothing_done(f"no draft has the code {code}", taps=(Tap("Status", "STATUS"),))


def _show_current(case: Case, current: list[Letter]) -> Decision:
    """The draft has changed since: the mail that was answered shows an older text."""
    return case.answer(
        "protege/changed_since",
        person=current[0].person,
        shows_ids=[x.id for x in current],
        taps=SEND_TAPS,
    )


def _which(case: Case, waiting: list[Letter]) -> Decision:
    drafts = [(x.code, case.book.person(x.person).name, x.subject) for x in waiting]
    word = case.command.line.split()[0].upper() if case.command.line.split() else "SEND"
    word = word if word in ("SEND", "SKIP", "LATER") else "SEND"
    return case.answer(
        "protege/which_draft",
        values={"word": word, "drafts": [{"code": c, "name": n, "subject": s} for c, n, s in drafts]},
        taps=[Tap(f"{word.title()} {c}", f"{word} {c}") for c, _, _ in drafts],
    )


def _nothing_waits(case: Case, old: list[Letter]) -> Decision:
    """Says what became of the draft, if it is known."""
    if not old:
        return case.nothing_done("no draft waits here", taps=(Tap("Status", "STATUS"),))
    letter = old[-1]
    person = case.book.find_person(letter.person)
    return case.answer(
        "protege/no_longer",
        person=letter.person,
        values={
            "name": person.name if person else letter.to,
            "subject": letter.subject,
            "state": letter.state.value,
            "at": letter.sent_at or letter.not_before,
            "failure": letter.failure,
        },
    )


# --- SEND


def send(case: Case) -> Decision:
    """SEND, SEND K7Q2, SEND ANYWAY: approves exactly the text that was shown; it leaves after the hold."""
    answered = case.book.find_letter(case.context.letter)
    if answered is not None and answered.kind is Kind.RECAP and not answered.shows and not case.command.code:
        return recap.correct(replace(case, command=replace(case.command, verb=Verb.RECAP, op="send")))
    found = meant(case)
    if isinstance(found, Decision):
        return found
    if case.command.ask:
        return case.nothing_done(case.command.ask, taps=_send_taps(found))
    hits = [hit for letter in found for hit in letter.hits]
    if any(hit.hard for hit in hits) or (hits and case.command.op != "anyway"):
        return case.answer(
            "protege/cannot_send",
            person=found[0].person,
            shows_ids=[x.id for x in found],
            taps=DRAFT_TAPS if any(h.hard for h in hits) else (Tap("Send anyway", "SEND ANYWAY"), *DRAFT_TAPS),
        )
    stale = [x for x in found if _stale(case, x)]
    if stale:
        return _afresh(case, stale[0])
    return _approve(case, found)


def _send_taps(found: list[Letter]) -> tuple[Tap, ...]:
    return tuple(Tap("Send", f"SEND {x.code}") for x in found[:1])


def _stale(case: Case, letter: Letter) -> bool:
    """The times that it proposes are too near for the day on which it would leave (`policy.md`, hard checks)."""
    latest = letter.values.get("first_window")
    if not isinstance(latest, datetime):
        return False
    leaves = leaves_at(case.book, letter, case.at, case.policy)[1]
    person = case.book.person(letter.person)
    local = zone(reader_zone(case.book, person))
    notice = case.calendar(person).add(leaves.astimezone(local).date(), case.policy.slot_notice_days)
    return latest.astimezone(local).date() < notice


def _afresh(case: Case, letter: Letter) -> Decision:
    """The same letter with new times: another text, so another approval."""
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN))
    draft = attempts.again(case.on(book), letter)
    return case.on(book).answer("protege/new_times", person=letter.person, drafts=(draft,), taps=SEND_TAPS)


def _approve(case: Case, found: list[Letter]) -> Decision:
    book = case.book
    for letter in found:
        held, leaves = leaves_at(book, letter, case.at, case.policy)
        approved = moved(
            letter,
            LetterState.APPROVED,
            approved=letter.digest,
            approved_at=case.at,
            hold_until=held,
            not_before=leaves,
        )
        book = book.with_letter(approved)
    book = replace(book, undo=(case.context.thread, "send", ",".join(x.id for x in found)))
    person = book.person(found[0].person)
    leaves = max(book.letter(x.id).not_before or case.at for x in found)
    return case.on(book).answer(
        "protege/goes",
        person=person.id,
        values={
            "name": person.name,
            "goes": leaves,
            "zone": reader_zone(book, person),
            "subject": found[0].subject,
            "invite": any(x.calendar for x in found),
            "kind": found[0].kind.value,
        },
        taps=(Tap("Undo", "UNDO"),),
        notes=(case.note("approved", f"{', '.join(x.template for x in found)} for {person.name}", person.id),),
    )


# --- EDIT, SKIP, LATER


def edit(case: Case) -> Decision:
    """A new draft with the change; never sends. Without a draft, the words become the answer to a person's mail."""
    found = meant(case) if case.book.pending() else case.nothing_done("no draft waits here")
    if isinstance(found, Decision):
        person = case.person
        if person is not None and not case.book.pending(person.id) and case.command.text:
            return outreach.own_words(case, person, case.command.text)
        return found
    letter = found[0]
    if not case.command.text and case.command.op in ("", "replace", "edit", "mention"):
        return case.nothing_done(
            "I found no new text. Reply EDIT and below it the whole note as it should be",
            person=letter.person,
        )
    person = case.book.person(letter.person)
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN))
    draft = attempts.reworded(case.on(book), letter, case.command.op or "replace", case.command.text)
    if draft is None:
        return case.nothing_done(
            "I can't make that change by rule. Reply EDIT and below it the whole note in your words", person=person.id
        )
    return case.on(book).answer(
        "protege/draft_changed",
        person=person.id,
        drafts=(draft,),
        values={"before": letter.text, "op": case.command.op or "replace"},
        taps=SEND_TAPS,
    )


def skip(case: Case) -> Decision:
    """SKIP drops this attempt; LATER fri moves it. The ladder's next step stays as it is."""
    found = meant(case)
    if isinstance(found, Decision):
        return found
    letter = found[0]
    person = case.book.person(letter.person)
    if case.command.op == "later":
        return _later(case, letter)
    if case.command.op == "rest":
        return rest(case, person)
    book = case.book
    for each in found:
        book = book.with_letter(moved(each, LetterState.SKIPPED))
    if letter.kind is Kind.ATTEMPT and letter.rung is not None and letter.rung > person.ladder.rung >= 0:
        book = book.with_person(replace(person, ladder=replace(person.ladder, rung=letter.rung)))
    book = replace(book, undo=(case.context.thread, "skip", ",".join(x.id for x in found)))
    return case.on(book).answer(
        "protege/skipped",
        person=person.id,
        values={"name": person.name, "subject": letter.subject},
        taps=(Tap("Undo", "UNDO"), Tap("Status", "STATUS")),
        notes=(case.note("skipped", letter.template, person.id),),
    )


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


def _later(case: Case, letter: Letter) -> Decision:
    person = case.book.person(letter.person)
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
    book = case.book.with_letter(moved(letter, LetterState.SKIPPED))
    ladder = replace(person.ladder, waits_until=first)
    book = replace(book.with_person(replace(person, ladder=ladder)), undo=(case.context.thread, "skip", letter.id))
    return case.on(book).answer(
        "protege/moved_to",
        person=person.id,
        values={"name": person.name, "asked": day, "day": first},
        taps=(Tap("Undo", "UNDO"),),
        notes=(case.note("later", f"nothing to {person.name} before {first}", person.id),),
    )


# --- time


def expires_at(book: Book, created: datetime, days: int, country: str) -> datetime:
    """The end of the protégé's `days`-th business day after `created`, as UTC."""
    local = zone(book.protege.zone)
    calendar = shared([book.protege.country, country], book.protege.away)
    day = calendar.add(created.astimezone(local).date(), days)
    return datetime.combine(day, time(18), local).astimezone(UTC)


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
    base = case.on(book)
    return base.asking(
        Asks.HELD_BACK,
        "protege/expired",
        person=person.id,
        data={"letter": letter.id},
        values={"name": person.name, "subject": letter.subject},
        taps=(Tap("The wording", "1"), Tap("The timing", "2"), Tap(f"Not {person.first_name}", "3")),
    )
