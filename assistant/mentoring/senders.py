"""Senders whom nobody can vouch for: "was this you?", unknown people on a thread, strangers (`mail.md`).

A forger gets nothing; an odd provider costs one tap.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Asks, Book, Challenge, Held
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, LetterState, Tap, Why
from assistant.mentoring.outbox import withdraw
from assistant.mentoring.policy import Policy

HELD_MOST = 50  # mails held by one question: a flood is only counted
KEPT = 20  # challenges that a book remembers


def unproven(case: Case, event: happened.SenderUnproven) -> Decision:
    """Nothing is done but to hold it; the configured address is asked, at most once in ten minutes."""
    if len(case.book.held) >= HELD_MOST:
        name = event.subject.strip()[:80] or "a mail without a subject"
        book = replace(case.book, set_aside=(*case.book.set_aside, name)[-20:])
        return Decision(book, notes=(case.note("unproven", "one mail more than can be held; it stays unread"),))
    held = Held(event.sender, event.subject[:120], event.mail, event.words)
    book = replace(case.book, held=(*case.book.held, held))
    if case.at < asks_again(book, case.policy):
        return Decision(book, notes=(case.note("unproven", "a mail in your name waits for the next question"),))
    return _ask(case.on(book))


def asks_again(book: Book, policy: Policy) -> datetime:
    """The moment from which "was this you?" may be asked once more."""
    if not book.challenges:
        return datetime.min.replace(tzinfo=UTC)
    return book.challenges[-1].at + timedelta(minutes=policy.challenge_gap_minutes)


def challenge_due(case: Case, event: happened.ChallengeDue) -> Decision:
    """Mails held meanwhile join the next question."""
    del event
    return _ask(case) if case.book.held else Decision(case.book)


def _ask(case: Case) -> Decision:
    """One question about everything that one sender sent, to a one-time address."""
    first = case.book.held[0]
    asked = [h for h in case.book.held if h.sender == first.sender]
    names = tuple(dict.fromkeys(h.mail for h in asked))
    challenge = Challenge(case.id("challenge"), case.at, first.sender, names, tuple(asked))
    book = replace(
        case.book,
        challenges=(*case.book.challenges, challenge)[-KEPT:],
        held=tuple(h for h in case.book.held if h.sender != first.sender),
    )
    draft = case.on(book).tell(
        "protege/was_this_you",
        thread=GENERAL,
        kind=Kind.CHALLENGE,
        values={
            "sender": first.sender,
            "mails": [{"subject": h.subject or "(no subject)", "words": h.words} for h in asked],
            "known": first.sender in book.protege.addresses,
            "count": len(asked),
            "hours": case.policy.challenge_hours,
        },
        taps=(Tap("Yes, it was me", "YES"), Tap("No", "NO")),
        why=Why("nothing proves who sent it", f"a mail from {first.sender}"),
    )
    note = case.note("unproven", f"{len(asked)} from {first.sender} held, and you were asked")
    return Decision(book, (replace(draft, one_time=challenge.id),), (note,))


def challenge_answered(case: Case, event: happened.ChallengeAnswered) -> Decision:
    """YES within 24 hours, once: proves control of the mailbox and releases what was held; adds a new address."""
    challenge = next((c for c in case.book.challenges if c.id == event.challenge), None)
    if challenge is None or challenge.used or not challenge.mails:
        return case.nothing_done("that question is closed already")
    if event.unclear:
        return replace_question(case, challenge)
    if case.at - challenge.at > timedelta(hours=case.policy.challenge_hours):
        # Too late for this address; what was held is asked about once more.
        return replace_question(case, challenge)
    if not event.yes:
        book = _with_challenge(case.book, replace(challenge, used=True, held=()))
        return case.on(book).answer(
            "protege/not_you",
            thread=GENERAL,
            values={"sender": challenge.sender},
            notes=(case.note("challenge", "no: the held mail stays aside"),),
        )
    book = _with_challenge(case.book, replace(challenge, used=True))
    protege = book.protege
    if challenge.sender not in protege.addresses:
        book = replace(book, protege=replace(protege, also=(*protege.also, challenge.sender)))
    note = case.note("challenge", f"yes: {len(challenge.held)} held mails are handled")
    return Decision(book, notes=(note,), releases=challenge.held)


def may_be_lost(case: Case, id: str) -> Decision:
    """Nobody knows whether this question left. No reply to a digest could answer it, so it is asked once more."""
    challenge = next((c for c in case.book.challenges if c.id == id), None)
    if challenge is None or challenge.used or not challenge.mails:
        return Decision(case.book)  # it was answered, so it had left
    return replace_question(case, challenge)


def replace_question(case: Case, challenge: Challenge) -> Decision:
    """The same question once more, to a new one-time address: nothing is released and nothing is lost."""
    book = _with_challenge(case.book, replace(challenge, used=True, held=()))
    return _ask(case.on(replace(book, held=(*challenge.mails, *book.held))))


def _with_challenge(book: Book, challenge: Challenge) -> Book:
    return replace(book, challenges=tuple(challenge if c.id == challenge.id else c for c in book.challenges))


def unknown_sender(case: Case, event: happened.UnknownSenderWrote) -> Decision:
    """Somebody on a person's thread whom nobody can vouch for: that person's letters pause, and it is asked who."""
    person = case.book.find_person(event.person)
    if person is None:
        return Decision(case.book)
    asked = case.book.question(thread_of(person.id), Asks.WHO_WAS_IT)
    if asked is not None and asked.get("sender") == event.sender:
        # A flood of forged mail must not bury the protégé's answers: it is asked once; a stop is never missed.
        data = {**dict(asked.data), "stop": "yes" if event.stop else asked.get("stop")}
        book = case.book.with_question(replace(asked, data=tuple(data.items())))
        return Decision(book, notes=(case.note("unproven", f"more from {event.sender}; asked already", person.id),))
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
        data={
            "sender": event.sender,
            "text": event.text[:4000],
            "stop": "yes" if event.stop else "",
            "ladder": person.ladder.ended,
        },
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


def only_we_got_it(case: Case, event: happened.OnlyWeGotIt) -> Decision:
    """The protégé answered their own copy: the person did not get it, and nothing in it commands."""
    person = case.book.find_person(event.context.person)
    return case.answer(
        "protege/only_we_got_it",
        person=person.id if person else "",
        values={"name": person.name if person else "anybody", "text": event.text[:2000]},
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


def given_up(case: Case, event: happened.GivenUp) -> Decision:
    """What was due and cannot be done: in the journal, and in the operator's log with its cause."""
    return Decision(case.book, notes=(case.note("given up", f"{event.what} failed three times"),))


def ignored(case: Case, event: happened.MailIgnored) -> Decision:
    """Recorded, and nothing follows."""
    return Decision(case.book, notes=(case.note("ignored", event.what),))
