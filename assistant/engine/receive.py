"""Mail in, in the order of steps that loses and doubles nothing (`mail.md`, "In").

1 fetch above the watermark · 2 the batch into the spool, then the watermark is committed · 3 only then the mails are
filed for people's eyes · 4 each spooled mail: read, route, understand, decide, word, commit the book, file.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from assistant.engine.arrived import Arrived
from assistant.engine.desk import Desk
from assistant.engine.elsewhere import news, remembered
from assistant.engine.understand import understand
from assistant.errors import AssistantError, StorageError, UnreadableMail
from assistant.mentoring import events as happened
from assistant.mentoring.answers import stopping
from assistant.mentoring.book import Book, Note
from assistant.mentoring.decide import decide
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Mail
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outbox import moved, unsure
from assistant.mentoring.policy import Policy
from assistant.mentoring.routing import Directory, Role, Route, route
from assistant.ports import Clock, Mailbox, Spool, Spooled, Store
from assistant.reading.message import read
from assistant.reading.trust import Trust
from assistant.writing.proof import content_digest

log = logging.getLogger(__name__)
TRIES = 3
STRANGERS = 100  # so many are counted at a time


@dataclass(frozen=True, slots=True)
class Stranger:
    """A stranger's mail: its name in the spool, its key, and when it came."""

    name: str
    key: str
    arrived: datetime


@dataclass(frozen=True, slots=True)
class Parts:
    """What the use cases share. policies: by protégé's id."""

    store: Store
    spool: Spool
    mailbox: Mailbox
    clock: Clock
    desk: Desk
    trust: Trust
    policies: Mapping[str, Policy]

    def books(self) -> dict[str, Book]:
        return {id: self.store.load(id) for id in self.store.books()}

    def happen(self, book: Book, event: happened.Event) -> Decision:
        """Decides, words and commits one event of one book, and tells the other books of a stop."""
        policy = self.policies[book.protege.id]
        if event.key in book.handled:
            return Decision(book)
        decision = decide(book, event, policy)
        for more in news(self.store.load_mailbox(), self.desk.tokens, decision.book, event.at, _context(event)):
            decision = decision.then(decide(decision.book, more, policy))
        worded = _barred(self.desk.carry_out(decision, policy))
        # Both may be done twice, but never not at all: the event is handled only once the book is committed.
        for name in decision.releases:
            try:
                self.spool.requeue(name)
            except UnreadableMail as error:  # somebody tidied it away meanwhile
                log.warning("%s", error)
        self._remember(worded, decision.stopped, event)
        if decision.stopped:
            self._tell_others(worded, decision.stopped, event)
        self.store.save(worded, decision.notes)
        for note in decision.notes:
            log.info("%s: %s", book.protege.id, note.rule)
        return replace(decision, book=worded)

    def must_happen(self, book: Book, event: happened.Event) -> None:
        """For what cannot be undone (a letter left): it counts even if the mails that tell of it cannot be worded."""
        try:
            self.happen(book, event)
        except Exception as error:
            if isinstance(error, AssistantError) and error.retry:
                raise
            log.exception("%s: %s counts, but could not be told", book.protege.id, type(event).__name__)
            decision = decide(self.store.load(book.protege.id), event, self.policies[book.protege.id])
            self.store.save(decision.book, decision.notes)

    def happen_together(self, id: str, events: Sequence[happened.Event]) -> None:
        """Several events that draft nothing, decided one after the other and committed as one."""
        before = book = self.store.load(id)
        notes: list[Note] = []
        for event in events:
            decision = decide(book, event, self.policies[id])
            assert not decision.drafts, "what is worded is committed one by one"
            book = decision.book
            notes += decision.notes
        if book is not before:
            self.store.save(book, notes)

    def hear(self, id: str) -> None:
        """What the other books have brought up since, e.g. before anything of this one leaves."""
        for event in news(self.store.load_mailbox(), self.desk.tokens, self.store.load(id), self.clock.now()):
            self.happen(self.store.load(id), event)

    def _remember(self, book: Book, stopped: tuple[str, ...], event: happened.Event) -> None:
        sent = event.letter if isinstance(event, happened.LetterSent) else ""
        state = self.store.load_mailbox()
        known = remembered(state, self.desk.tokens, book, stopped, sent)
        if known != state:
            self.store.save_mailbox(known)

    def _tell_others(self, book: Book, stopped: tuple[str, ...], event: happened.Event) -> None:
        """A stop holds for all books (`policy.md`); the others hear only that it is so."""
        for id in self.store.books():
            if id == book.protege.id:
                continue
            other = self.store.load(id)
            for address in stopped:
                person = other.by_address(address)
                if person is not None:
                    key = f"stopped {person.id} {event.key}"
                    self.happen(other, happened.StoppedElsewhere(key, event.at, person.id))


def _context(event: happened.Event) -> happened.Context | None:
    """Where the protégé's own mail stands that this event is, if it is one."""
    found = getattr(event, "context", None)
    return found if isinstance(found, happened.Context) else None


def _barred(book: Book) -> Book:
    """A draft that was asked for in the same breath as a person who may not be written to: withdrawn at once."""
    for letter in book.pending():
        person = book.person(letter.person)
        if person.do_not_contact == stopping.ELSEWHERE:
            book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
    return book


def fetch(parts: Parts) -> datetime:
    """Steps 1–3. Gives the moment at which the reading began that reached the mailbox's end."""
    began = parts.clock.now()
    state = parts.store.load_mailbox()
    for batch in parts.mailbox.unread(state.mark):
        parts.spool.put(batch.mails, batch.mark.validity)
        state = replace(parts.store.load_mailbox(), mark=batch.mark)
        parts.store.save_mailbox(state)
        parts.mailbox.file([mail.uid for mail in batch.mails])
        log.info("fetched %d mails up to uid %d", len(batch.mails), batch.mark.uid)
    state = parts.store.load_mailbox()
    if state.last_contact is None or began - state.last_contact > timedelta(minutes=5):
        parts.store.save_mailbox(replace(state, last_contact=began))
    return began


def handle(parts: Parts) -> bool:
    """Step 4, for all that is in the queue. False when something failed and will be tried again."""
    fine = True
    strangers: list[Stranger] = []
    for item in parts.spool.waiting():
        fine = handle_one(parts, item, strangers) and fine
        if len(strangers) >= STRANGERS:
            _count(parts, strangers)
    _count(parts, strangers)
    return fine


def handle_one(parts: Parts, item: Spooled, strangers: list[Stranger]) -> bool:
    """One spooled mail. A failure of the world (disk) stops the cycle; a poisoned mail is set aside after three.

    A stranger's mail is only put to `strangers`: it stays in the queue until they are counted.
    """
    try:
        _handle(parts, item, strangers)
    except StorageError:
        raise
    except Exception as error:  # poison is pushed aside: the next mail must be handled
        log.exception("mail %s could not be handled (%s)", item.name, type(error).__name__)
        if parts.spool.failed(item.name, TRIES):
            _set_aside(parts, item)
        return False
    return True


def _handle(parts: Parts, item: Spooled, strangers: list[Stranger]) -> None:
    arrived = parts.clock.arrival(item.internal)
    mail = read(item.raw, arrived, trust=parts.trust, truncated=item.truncated, size=item.size)
    books = parts.books()
    if _released(books, item.name):
        mail = replace(mail, authenticated=True)
    for way in route(mail, Directory(books, parts.desk.tokens)):
        if way.role is Role.OURS:
            _ours(parts, mail, way, item.raw)
        elif way.role is Role.MACHINE:
            log.info("mail %s: %s", item.name, way.why)
        elif way.role is Role.STRANGER:
            log.info("mail %s: from nobody the books know", item.name)
            strangers.append(Stranger(item.name, mail.key, arrived))
            return
        else:
            book = parts.store.load(way.book)
            if mail.key not in book.handled:
                policy = parts.policies[way.book]
                parts.happen(book, understand(Arrived(mail, way, book, item.name, policy, parts.clock.now())))
    parts.spool.file(item.name, arrived)


def _released(books: Mapping[str, Book], name: str) -> bool:
    """Whether the protégé has said that this held mail was theirs."""
    return any(c.used and name in c.held for book in books.values() for c in book.challenges)


def _ours(parts: Parts, mail: Mail, way: Route, raw: bytes) -> None:
    """Our own copy: this server shows them, and a letter in doubt has its proof (Message-ID and content)."""
    book = parts.store.load(way.book)
    letter = book.find_letter(way.letter)
    if letter is None or content_digest(raw) != letter.digest:
        return  # anybody who got a letter can write its Message-ID: only the whole letter is a copy
    state = parts.store.load_mailbox()
    if not state.shows_copies:
        parts.store.save_mailbox(replace(state, shows_copies=True))
    if letter.state in (LetterState.IN_DOUBT, LetterState.SENDING) or unsure(book, letter):
        key = f"proof {letter.id}"
        parts.happen(book, happened.LetterSent(key, letter.sending_at or mail.arrived, letter.id))
        log.info("letter %s: proof came home, it had left", letter.id)


def _count(parts: Parts, strangers: list[Stranger]) -> None:
    """Stored, never answered; every protégé's next digest says how many. One commit a book for all of them."""
    for id, book in parts.books().items():
        if strangers and book.welcomed is not None:
            parts.happen_together(id, [happened.StrangerWrote(x.key, x.arrived) for x in strangers])
    for each in strangers:
        parts.spool.file(each.name, each.arrived)
    strangers.clear()


def _set_aside(parts: Parts, item: Spooled) -> None:
    """Named to the protégé in whose name it came, if that can be told; always in the operator's log."""
    log.error("mail %s set aside after %d tries", item.name, TRIES)
    try:
        mail = read(item.raw, parts.clock.now(), trust=parts.trust, truncated=True, size=item.size)
        id = Directory(parts.books(), parts.desk.tokens).protege_book(mail.sender.email) if mail.sender else ""
        if id and mail.authenticated:
            book = parts.store.load(id)
            why = "I failed three times to read it"
            event = happened.MailSetAside(f"aside {mail.key}", parts.clock.now(), mail.subject, why)
            parts.happen(book, event)
    except StorageError:
        raise
    except Exception:  # it is in spool/aside and in the log: nothing is lost
        log.exception("mail %s: the protégé could not be told", item.name)
