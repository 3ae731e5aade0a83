"""SEND: the protégé's approval of a draft, and which draft a short word is about (L15).

One approval, one text, one send: SEND binds to the digest of the exact text that the mail showed. An approval is only
an approval when nothing else touches the draft; what is not certain does nothing and asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring import events as happened
from assistant.mentoring.answers.while_away import while_away
from assistant.mentoring.book import Asks, Book
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.command import Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.ladder import outreach_full
from assistant.mentoring.letters import Kind, Letter, LetterState, Tap
from assistant.mentoring.meetings import new_rhythm, notice
from assistant.mentoring.meetings.bound import with_bound
from assistant.mentoring.meetings.calendar_words import contradiction
from assistant.mentoring.meetings.guests import go_together
from assistant.mentoring.outbox import leaves_at, moved, reader_zone, recipients, stands_against, unapproved
from assistant.mentoring.outreach import attempts
from assistant.mentoring.preparing.mentor_agenda import too_late
from assistant.mentoring.protege.held import told_by
from assistant.mentoring.protege.no_longer import no_longer
from assistant.mentoring.protege.second_thoughts import contradicted
from assistant.mentoring.protege.shown_last import other_shown_since
from assistant.mentoring.recaps import recap

DRAFT_TAPS = (Tap("Shorter", "SHORTER"), Tap("Later", "LATER"), Tap("Skip", "SKIP"))
SEND_TAPS = (Tap("Send", "SEND"), *DRAFT_TAPS)


# --- which draft is meant


def meant(case: Case) -> list[Letter] | Decision:
    """The pending drafts that a word without more is about, or the answer that asks or explains."""
    found = _meant(case)
    return found if isinstance(found, Decision) else with_bound(case.book, found)


def _meant(case: Case) -> list[Letter] | Decision:
    if case.command.code:
        return _by_code(case, list(case.book.pending()))
    answered = case.book.find_letter(case.context.letter)
    seen = answered.shows if answered is not None else ()  # whoever answers a mail has got it, in doubt or not
    waiting = [x for x in case.book.pending() if x.shown or x.id in seen]
    if answered is not None and answered.shows:
        found = [x for x in waiting if x.id in answered.shows]
        if found:
            return found if _is_one(found) else _which(case, found)
        current = [x for x in waiting if x.person == answered.person and answered.person]
        if current:
            return _show_current(case, current)
        return no_longer(case, [x for i in answered.shows if (x := case.book.find_letter(i))])
    person = case.person
    if _under_question(case) and _outward(case) and waiting:
        return _which(case, [x for x in waiting if person is None or x.person == person.id] or waiting)
    if person is not None:
        waiting = [x for x in waiting if x.person == person.id]
    elif len({x.person for x in waiting}) > 1 or _outward(case):
        # Outside its thread a draft leaves by its code only ("Which reading wins", 3).
        return _which(case, waiting) if waiting else no_longer(case, [])
    if not waiting:
        expired = [x for x in case.book.letters if person and x.person == person.id and not x.to_protege]
        return no_longer(case, [x for x in expired[-1:] if x.state is LetterState.EXPIRED])
    unsure = len(waiting) > 1 or (_outward(case) and other_shown_since(case, waiting[0]))
    return _which(case, waiting) if unsure else waiting


def _under_question(case: Case) -> bool:
    """Whether the mail that is answered asked something: a SEND there asks which draft ("Which reading wins", 3)."""
    answered = case.book.find_letter(case.context.letter)
    question = case.book.question(case.context.thread)
    return answered is not None and not answered.shows and question is not None and question.at == answered.created


def _was_shown(case: Case, letter: Letter) -> bool:
    """Whether a mail that shows this text had left when the protégé wrote: a bare word in its thread can mean it.

    A draft that was made a moment ago has been seen by nobody (`product.md`, promise 1). A code is of one text only.
    """
    answered = case.book.find_letter(case.context.letter)
    said = case.command.code.upper()
    if (said and letter.code == said) or (answered is not None and letter.id in answered.shows):
        return True
    written = min(case.context.written or case.at, case.at)
    return any(letter.id in x.shows and x.sent_at is not None and x.sent_at <= written for x in case.book.letters)


def _is_one(found: list[Letter]) -> bool:
    """One draft, or an answer and its invite, which one SEND covers (`product.md`, how a draft leaves)."""
    if go_together(found):
        return True
    if len({x.person for x in found}) > 1 or len(found) > 2:
        return False
    return len(found) == 1 or sum(bool(x.calendar) for x in found) == 1


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
        return _show_current(case, current) if current else no_longer(case, old[-1:])
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
    if len(waiting) == 1:
        return case.answer("protege/this_one", person=waiting[0].person, shows_ids=[waiting[0].id], taps=SEND_TAPS)
    drafts = [(x.code, case.book.person(x.person).name, x.subject) for x in waiting]
    word = case.command.line.split()[0].upper() if case.command.line.split() else "SEND"
    word = word if word in ("SEND", "SKIP", "LATER") else "SEND"
    return case.answer(
        "protege/which_draft",
        values={"word": word, "drafts": [{"code": c, "name": n, "subject": s} for c, n, s in drafts]},
        taps=[Tap(f"{word.title()} {c}", f"{word} {c}") for c, _, _ in drafts],
    )


def not_approved(book: Book, letters: Sequence[Letter]) -> Book:
    """Back to waiting. A letter that has been tried once may be known to the server: it waits too."""
    for letter in letters:
        book = book.with_letter(unapproved(letter))
    return book


def not_sent(case: Case) -> Decision:
    """An approval among words that touch the draft, or that nobody understood: it does not count, and that is said."""
    person = case.context.person
    waiting = [x for x in case.book.pending(person or None) if x.shown]
    return case.answer(
        "protege/not_sent",
        person=person,
        values={"waits": bool(waiting)},
        taps=(*_send_taps(waiting if len(waiting) == 1 else []), Tap("Status", "STATUS")),
    )


# --- SEND


def send(case: Case) -> Decision:
    """SEND, SEND K7Q2, SEND ANYWAY: approves exactly the text that was shown; it leaves after the hold."""
    answered = case.book.find_letter(case.context.letter)
    told = [] if case.command.code else told_by(case.book, answered)
    if told and not any(x.state is LetterState.PENDING for x in told):
        going = [x for x in told if x.state is LetterState.APPROVED]
        if going:
            return no_longer(case, going)
    if answered is not None and answered.kind is Kind.RECAP and not answered.shows and not case.command.code:
        return recap.correct(replace(case, command=replace(case.command, verb=Verb.RECAP, op="send")))
    found = _seen(case)
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
    against = next((why for x in found if (why := _against(case, x) or contradiction(case, x))), "")
    if against:
        return case.nothing_done(against, person=found[0].person, taps=(Tap("Later", "LATER"), Tap("Status", "STATUS")))
    if away := while_away(case, found):
        return away
    late = [
        x
        for x in found
        if notice.too_near(case.book, x, leaves_at(case.book, x, case.now, case.policy)[1], case.policy)
    ]
    if late:
        return _afresh(case, late[0])
    return _approve(case, found)


def _seen(case: Case) -> list[Letter] | Decision:
    """What is meant; shown again where nobody saw this text, or words against it may just have been said."""
    found = meant(case)
    if isinstance(found, Decision):
        return found
    if not all(_was_shown(case, x) for x in found):
        return _show_current(case, found)
    return _which(case, found) if not case.command.code and contradicted(case) else found


def _against(case: Case, letter: Letter) -> str:
    """What has come up since the draft was made (`policy.md`, hard checks), in words; "" when nothing has."""
    person = case.book.person(letter.person)
    barred = stands_against(case.book, replace(letter, approved=letter.digest))
    if barred:
        paused = bool(person.paused or case.book.paused) and not person.do_not_contact
        return f"{barred}; RESUME lets them go on" if paused else barred
    if too_late(case.book, letter, case.now, case.policy):
        return f"it could leave only when your meeting with {person.first_name} has begun"
    if letter.kind is not Kind.ATTEMPT:
        return ""
    return outreach_full(case.book, person, case.policy) if letter.rung == 0 else ""


def _send_taps(found: list[Letter]) -> tuple[Tap, ...]:
    return tuple(Tap("Send", f"SEND {x.code}") for x in found[:1])


def stale(case: Case, event: happened.LetterStale) -> Decision:
    """Approved in time and held up too long (a night of the machine, a pause): back with new times, for a new SEND."""
    letter = case.book.find_letter(event.letter)
    if letter is None or letter.state is not LetterState.APPROVED:
        return Decision(case.book)
    return _afresh(case, letter)


def _afresh(case: Case, letter: Letter) -> Decision:
    """The same letter with new times: another text, so another approval. Own words stay; their times are asked for."""
    case = replace(case, at=case.now)
    back = not_approved(case.book, [letter]) if letter.state is LetterState.APPROVED else case.book
    if letter.template == "person/own":
        return case.on(back).answer(
            "protege/new_times", person=letter.person, values={"own": True}, shows_ids=[letter.id], taps=DRAFT_TAPS[1:]
        )
    if letter.template in new_rhythm.TEMPLATES:
        return new_rhythm.anew(case.on(back), letter)
    if letter.calendar:
        return notice.ask_again(case.on(back), letter)
    book = case.book.with_letter(moved(letter, LetterState.WITHDRAWN))
    draft = attempts.again(case.on(book), letter)
    return case.on(book).answer("protege/new_times", person=letter.person, drafts=(draft,), taps=SEND_TAPS)


def _approve(case: Case, found: list[Letter]) -> Decision:
    book = case.book
    for letter in found:
        held, leaves = leaves_at(book, replace(letter, approved_at=case.at), case.now, case.policy)
        approved = moved(
            letter,
            LetterState.APPROVED,
            approved=letter.digest,
            approved_at=case.at,
            hold_until=held,
            not_before=leaves,
        )
        book = book.with_letter(approved)
    book = replace(book, undo=(thread_of(found[0].person), "send", ",".join(x.id for x in found)))
    unsure = book.question(thread_of(found[0].person), Asks.WHAT_ANSWER)
    if unsure is not None and any(x.kind is Kind.ANSWER for x in found):
        book = book.without_question(unsure.id)  # answered in the protégé's own words
    person = book.person(found[0].person)
    leaves = max(book.letter(x.id).not_before or case.at for x in found)
    return case.on(book).answer(
        "protege/goes",
        person=person.id,
        values={
            "name": person.name,
            "whom": recipients(book, found),
            "goes": leaves,
            "zone": reader_zone(book, person),
            "subject": found[0].subject,
            "invite": any(x.calendar for x in found),
            "kind": found[0].kind.value,
        },
        taps=(Tap("Undo", "UNDO"),),
        notes=(case.note("approved", f"{', '.join(f'“{x.subject}”' for x in found)} for {person.name}", person.id),),
    )
