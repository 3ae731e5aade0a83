"""Senders whom nobody can vouch for: "was this you?", unknown people on a thread, strangers (`mail.md`).

A forger gets nothing; an odd provider costs one tap.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Book, Challenge
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState, Tap, Why
from assistant.mentoring.outbox import withdraw

HELD_MOST = 50  # mails held by one question: a flood is only counted
KEPT = 20  # challenges that a book remembers


def unproven(case: Case, event: happened.SenderUnproven) -> Decision:
    """Nothing is done; the configured address is asked, at most once in ten minutes, to a one-time address."""
    book = case.book
    recent = book.challenges[-1] if book.challenges else None
    gap = timedelta(minutes=case.policy.challenge_gap_minutes)
    fresh = timedelta(hours=case.policy.challenge_hours)
    joins = recent is not None and not recent.used and recent.sender == event.sender and case.at - recent.at < fresh
    if recent is not None and joins:
        if len(recent.held) < HELD_MOST:
            held = replace(recent, held=(*recent.held, event.mail))
            book = replace(book, challenges=(*book.challenges[:-1], held))
        if case.at - recent.at < gap or len(recent.held) >= HELD_MOST:
            return Decision(book, notes=(case.note("unproven", "a mail in your name joins the open question"),))
    elif recent is not None and case.at - recent.at < gap:
        return Decision(book, notes=(case.note("unproven", "a mail in your name is held; I asked a moment ago"),))
    held_mails = recent.held if recent is not None and joins else ()
    challenge = Challenge(
        case.id("challenge"), case.at, event.sender, tuple(dict.fromkeys((*held_mails, event.mail)))[-HELD_MOST:]
    )
    book = replace(book, challenges=(*book.challenges, challenge)[-KEPT:])
    return _ask(case.on(book), challenge, event)


def _ask(case: Case, challenge: Challenge, event: happened.SenderUnproven) -> Decision:
    known = event.sender in case.book.protege.addresses
    draft = case.tell(
        "protege/was_this_you",
        thread=GENERAL,
        kind=Kind.CHALLENGE,
        values={
            "sender": event.sender,
            "subject": event.subject[:120],
            "known": known,
            "count": len(challenge.held),
            "hours": case.policy.challenge_hours,
        },
        taps=(Tap("Yes, it was me", "YES"), Tap("No", "NO")),
        why=Why("nothing proves who sent it (mail.md, Who sent this?)", f"a mail from {event.sender}"),
    )
    note = case.note("unproven", f"a mail from {event.sender} is held, and you were asked")
    return Decision(case.book, (replace(draft, one_time=challenge.id),), (note,))


def challenge_answered(case: Case, event: happened.ChallengeAnswered) -> Decision:
    """YES within 24 hours, once: proves control of the mailbox and releases what was held; adds a new address."""
    challenge = next((c for c in case.book.challenges if c.id == event.challenge), None)
    if challenge is None or challenge.used:
        return Decision(case.book, notes=(case.note("challenge", "an answer to a question that is closed"),))
    if case.at - challenge.at > timedelta(hours=case.policy.challenge_hours):
        return Decision(case.book, notes=(case.note("challenge", "an answer that came too late"),))
    if not event.yes:
        closed = replace(challenge, used=True, held=())
        return Decision(
            _with_challenge(case.book, closed), notes=(case.note("challenge", "no: the held mail stays aside"),)
        )
    book = _with_challenge(case.book, replace(challenge, used=True))
    protege = book.protege
    if challenge.sender not in protege.addresses:
        book = replace(book, protege=replace(protege, also=(*protege.also, challenge.sender)))
    note = case.note("challenge", f"yes: {len(challenge.held)} held mails are handled")
    return Decision(book, notes=(note,), releases=challenge.held)


def _with_challenge(book: Book, challenge: Challenge) -> Book:
    return replace(book, challenges=tuple(challenge if c.id == challenge.id else c for c in book.challenges))


def unknown_sender(case: Case, event: happened.UnknownSenderWrote) -> Decision:
    """Somebody on a person's thread whom nobody can vouch for: that person's letters pause, and it is asked who."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    book, withdrawn = withdraw(case.book, person.id, kinds={Kind.ATTEMPT})
    why = f"mail from {event.sender}, unproven"
    paused = replace(person, paused=why, ladder=replace(person.ladder, ended=person.ladder.ended or "answered"))
    who = event.name or event.sender
    first = person.first_name
    waiting = any(x.person == person.id and x.state is LetterState.APPROVED for x in book.letters)
    return case.on(book.with_person(paused)).asking(
        Asks.WHO_WAS_IT,
        "protege/who_was_it",
        person=person.id,
        data={"sender": event.sender, "text": event.text[:4000]},
        values={
            "name": person.name,
            "who": who[:80],
            "sender": event.sender,
            "text": event.text,
            "known": event.known,
            "stop": event.stop,
            "withdrawn": withdrawn,
            "waiting": waiting,
        },
        taps=(
            Tap(f"Yes, {'it was' if event.known else 'writes for'} {first}", "YES"),
            Tap("No", "NO"),
            Tap(f"Stop {first}", f"STOP {person.name}"),
        ),
    )


def stranger(case: Case, event: happened.StrangerWrote) -> Decision:
    """Stored, never answered; the next digest counts it."""
    del event
    return Decision(replace(case.book, strangers=case.book.strangers + 1))


def set_aside(case: Case, event: happened.MailSetAside) -> Decision:
    """A mail that could not be read: answered if it was the protégé's own, and named in the next digest."""
    name = event.name.strip() or "a mail without a subject"
    note = case.note("set aside", f"“{name[:80]}”: {event.why}")
    if event.context is not None:
        return case.answer("protege/set_aside", values={"subject": name[:120], "why": event.why}, notes=(note,))
    return Decision(replace(case.book, set_aside=(*case.book.set_aside, name[:80])[-20:]), notes=(note,))


def ignored(case: Case, event: happened.MailIgnored) -> Decision:
    """Recorded, and nothing follows."""
    return Decision(case.book, notes=(case.note("ignored", event.what),))
