"""Mail out, in the order of steps that loses and doubles nothing (`mail.md`, "Out").

[C] sending, with the final bytes · one transaction · [C] sent, queued again, or failed. No reply inside the data, or
found sending at the start: in doubt, and nothing is sent again before proof was looked for.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from assistant.engine.apart import tried
from assistant.engine.receive import Parts
from assistant.errors import MailboxLost, SignInRefused
from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import Kind, Letter, LetterState
from assistant.mentoring.meetings.bound import comes_later
from assistant.mentoring.meetings.notice import too_near
from assistant.mentoring.meetings.passed import has_passed
from assistant.mentoring.outbox import earliest, may_leave, moved, stands_against
from assistant.mentoring.settle import is_asked, sent_within, waiting_answers
from assistant.mentoring.tokens import Purpose, Thread
from assistant.ports import Outcome, Receipt, Submission
from assistant.writing.card import card
from assistant.writing.letter import compose
from assistant.writing.proof import content_digest

log = logging.getLogger(__name__)
WELCOME = "protege/welcome"  # brings the address card
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class NotApproved(AssertionError):
    """A letter's bytes are not what was approved. Our bug; the letter fails and nothing is submitted."""


def deliver(parts: Parts, submission: Submission, read_to_end: datetime | None) -> bool:
    """Sends what may leave now. False when something is to be tried again soon.

    read_to_end: when the reading of the mailbox began that reached its end in this cycle; None if none did.
    """
    fine = True
    for id in parts.store.books():
        tried(f"{id}: looking for proof", partial(_settle_doubts, parts, id, read_to_end))
        try:
            sent = tried(f"{id}: sending", partial(_send_all, parts, submission, id, read_to_end))
        except SignInRefused as error:
            log.error("submission: %s", error)  # noqa: TRY400 - one clear line, no traceback
            return False
        fine = fine and sent is not False  # our own bug is no reason to make everybody wait
    return fine


def _settle_doubts(parts: Parts, id: str, read_to_end: datetime | None) -> None:
    _doubt_what_was_sending(parts, id)
    _look_for_proof(parts, id, read_to_end)


def _doubt_what_was_sending(parts: Parts, id: str) -> None:
    """A letter found SENDING now was being sent when the program died: nobody knows whether it left."""
    for letter in parts.store.load(id).letters:
        if letter.state is LetterState.SENDING:
            key = f"doubt {letter.id} {letter.sending_at}"
            parts.must_happen(parts.store.load(id), happened.LetterDoubted(key, parts.clock.now(), letter.id))
            log.warning("letter %s: in doubt", letter.id)


def _look_for_proof(parts: Parts, id: str, read_to_end: datetime | None) -> None:
    """Proof is a copy with our Message-ID and our content; its absence counts only after a complete reading."""
    now = parts.clock.now()
    for letter in parts.store.load(id).letters:
        if letter.state is not LetterState.IN_DOUBT:
            continue
        try:
            copies = parts.mailbox.copies(letter.message_id)
        except MailboxLost as error:  # Sent can't be opened, perhaps never again: the others must not wait for it
            log.warning("letter %s stays in doubt: %s", letter.id, error)
            return
        book = parts.store.load(id)
        if any(content_digest(raw) == letter.digest for raw in copies):
            _shows_copies(parts)
            sent_at = letter.sending_at or now
            parts.must_happen(book, happened.LetterSent(f"proof {letter.id} {letter.sending_at}", sent_at, letter.id))
            log.info("letter %s: proof found, it had left", letter.id)
            continue
        doubted = letter.sending_at or letter.created
        patience = timedelta(minutes=parts.policies[id].in_doubt_minutes)
        if read_to_end is not None and read_to_end >= doubted + patience:
            shows = parts.store.load_mailbox().shows_copies
            key = f"lost {letter.id} {letter.sending_at} {letter.attempts} {shows}"
            parts.must_happen(book, happened.LetterLost(key, now, letter.id, shows))
            log.warning("letter %s: no proof that it left", letter.id)


def _shows_copies(parts: Parts) -> None:
    state = parts.store.load_mailbox()
    if not state.shows_copies:
        parts.store.save_mailbox(replace(state, shows_copies=True))


def _send_all(parts: Parts, submission: Submission, id: str, read_to_end: datetime | None) -> bool:
    """Every letter of one book that may leave, oldest first, within the limits."""
    parts.hear(id)
    _join_answers(parts, id)
    tried: set[str] = set()
    while waiting := _next(parts.store.load(id), tried):
        tried.add(waiting.id)
        book = parts.store.load(id)
        letter = book.letter(waiting.id)
        now = parts.clock.now()
        if has_passed(book, letter, now):
            parts.happen(book, happened.MeetingPassed(f"passed {letter.id} {letter.approved_at}", now, letter.id))
            log.info("letter %s: the meeting that it is about has passed", letter.id)
            continue
        if comes_later(book, letter):
            continue
        if not may_leave(book, letter, now, read_to_end):
            _withdraw_what_is_barred(parts, book, letter, now)
            continue
        if not _within_limits(parts, book, letter, now):
            continue
        if too_near(book, letter, now, parts.policies[id]):
            parts.happen(book, happened.LetterStale(f"stale {letter.id} {letter.approved_at}", now, letter.id))
            log.info("letter %s: the times in it are too near by now", letter.id)
            continue
        if _send(parts, submission, book, letter, now) is Outcome.DEFERRED:
            return False
    return True


def _next(book: Book, tried: set[str]) -> Letter | None:
    """The next approved letter of this round; one that left may have brought another (the protégé's own invite).

    Answers go first: no flood of unasked mails may keep them back (`product.md`, promise 3).
    """
    waiting = [x for x in book.letters if x.state is LetterState.APPROVED and x.id not in tried]
    return min(waiting, key=lambda x: 0 if x.kind is Kind.OWN else 1 if is_asked(x) else 2, default=None)


def _withdraw_what_is_barred(parts: Parts, book: Book, letter: Letter, now: datetime) -> None:
    """An approved letter against which something final stands never leaves: it is withdrawn and noted."""
    person = book.find_person(letter.person)
    final = person is None or person.do_not_contact
    if letter.to_protege or not final or not stands_against(book, letter):
        return
    withdrawn = moved(letter, LetterState.WITHDRAWN, failure=stands_against(book, letter))
    parts.store.save(book.with_letter(withdrawn))
    log.info("letter %s: withdrawn at %s", letter.id, now.isoformat())


def _join_answers(parts: Parts, id: str) -> None:
    """Over the hourly limit, answers wait and become one when the hour allows (`language.md`, the manners)."""
    book = parts.store.load(id)
    waiting = waiting_answers(book)
    left = parts.policies[id].mails_an_hour - sent_within(book, parts.clock.now() - HOUR, to_protege=True)
    plain = [x for x in waiting if not x.calendar and not x.one_time]
    left -= sum(x.to_protege and x.state is LetterState.APPROVED and is_asked(x) for x in book.letters) - len(plain)
    if len(plain) <= max(left, 0) or len(plain) < 2 or left <= 0:
        return
    parts.store.save(parts.desk.join(book, plain[left - 1 :]))
    log.info("%s: %d answers joined into one", id, len(plain) - left + 1)


def _within_limits(parts: Parts, book: Book, letter: Letter, now: datetime) -> bool:
    """The limits that stop any loop: an hour to one protégé, a day to people, an hour for the whole mailbox.

    And the window, when the letter leaves: a back-off, a night without a network or another letter may have moved it.
    """
    policy = parts.policies[book.protege.id]
    state = parts.store.load_mailbox()
    if sum(t > now - HOUR for t in state.sent) >= policy.mailbox_an_hour:
        log.warning("the mailbox's hourly limit is reached")
        return False
    if letter.to_protege:
        most = policy.mails_an_hour if is_asked(letter) else policy.mails_an_hour - policy.mails_an_hour // 4
        return sent_within(book, now - HOUR, to_protege=True) < most
    if earliest(book, letter, now, policy) > now:
        return False
    return sent_within(book, now - DAY, to_protege=False) < policy.letters_a_day


def _send(parts: Parts, submission: Submission, book: Book, letter: Letter, now: datetime) -> Outcome:
    """One letter: committed as SENDING with its bytes, submitted, and what the server said goes through `decide`."""
    try:
        raw = letter.raw.encode("ascii") if letter.raw else _bytes(parts, book, letter, now)
        _assert_approved(letter, raw)
    except Exception:
        log.exception("letter %s: no mail can be made of it", letter.id)
        parts.must_happen(
            book, happened.LetterUnwritable(f"unwritable {letter.id} {letter.approved_at}", now, letter.id)
        )
        return Outcome.REFUSED
    sending = moved(letter, LetterState.SENDING, sending_at=now, raw=raw.decode("ascii"))
    parts.store.save(book.with_letter(sending))
    state = parts.store.load_mailbox()
    recent = (*(t for t in state.sent if t > now - HOUR), now)
    parts.store.save_mailbox(replace(state, sent=recent))
    ours = parts.desk.tokens.address
    try:
        receipt = submission.submit(ours, letter.to, (*letter.cc, ours), raw)
    except SignInRefused:  # nothing was handed over: it waits as before, and there is no doubt
        now_waiting = moved(sending, LetterState.APPROVED, sending_at=letter.sending_at)
        parts.store.save(parts.store.load(book.protege.id).with_letter(now_waiting))
        raise
    log.info("letter %s: %s", letter.id, receipt.outcome.value)
    parts.must_happen(parts.store.load(book.protege.id), _event(parts, sending, receipt))
    if receipt.outcome is Outcome.ACCEPTED:
        try:
            parts.mailbox.keep_sent(raw)
        except MailboxLost as error:  # it has left all the same
            log.warning("letter %s: no copy in the Sent folder: %s", letter.id, error)
    return receipt.outcome


def _event(parts: Parts, letter: Letter, receipt: Receipt) -> happened.Event:
    """What the server said, as an event; its key names this very attempt."""
    now = parts.clock.now()
    key = f"{receipt.outcome.value} {letter.id} {letter.sending_at} {letter.attempts}"
    match receipt.outcome:
        case Outcome.ACCEPTED:
            return happened.LetterSent(key, now, letter.id, receipt.copies_refused)
        case Outcome.DEFERRED:
            return happened.LetterDeferred(key, now, letter.id, receipt.detail)
        case Outcome.REFUSED:
            return happened.LetterRefused(key, now, letter.id, receipt.detail)
        case Outcome.DOUBT:
            ours = parts.desk.tokens.address
            return happened.LetterDoubted(key, now, letter.id, no_copy=ours in receipt.copies_refused)


def _bytes(parts: Parts, book: Book, letter: Letter, now: datetime) -> bytes:
    """The final bytes. The Date is that of leaving; once made they never change, whatever happens."""
    ours = parts.desk.tokens.address
    protege = book.protege
    if letter.to_protege:
        purpose = Purpose.CHALLENGE if letter.one_time else Purpose.OWNER
        thread = Thread(protege.id, letter.one_time or letter.thread, purpose)
        sender = Address(ours, parts.desk.assistant_name)
        reply_to = [parts.desk.tokens.thread_address(thread)]
    else:
        thread = Thread(protege.id, letter.thread, Purpose.PERSON)
        owner = protege.send_as_owner and not letter.calendar
        sender = Address(protege.email if owner else ours, protege.name)
        reply_to = [parts.desk.tokens.thread_address(thread), protege.email]
    person = book.find_person(letter.person)
    names = {protege.email: protege.name}
    if person is not None and letter.to == person.email:
        names[letter.to] = person.name
    auto = letter.to_protege and letter.kind is not Kind.INVITE
    attached = (card(Address(ours, parts.desk.assistant_name)),) if letter.template == WELCOME else ()
    return compose(letter, sender=sender, reply_to=reply_to, date=now, auto=auto, names=names, attached=attached)


def _assert_approved(letter: Letter, raw: bytes) -> None:
    """Promise 1: the bytes that leave say exactly what was approved, to exactly whom."""
    bound = letter.digest if letter.to_protege else letter.approved
    if not bound or content_digest(raw) != bound:
        raise NotApproved(f"letter {letter.id}: its bytes are not what was approved")
