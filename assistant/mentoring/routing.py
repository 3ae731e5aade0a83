"""Where a mail goes: whose book, which thread, in what role its sender wrote (`product.md`, "Understanding one mail").

The role decides everything that may follow: only COMMAND can act. Names, Reply-To and Sender never count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.mentoring.book import Book
from assistant.mentoring.case import DIGEST, GENERAL, thread_of
from assistant.mentoring.delivery import Complaint
from assistant.mentoring.facts import Machine, Mail
from assistant.mentoring.letters import Letter
from assistant.mentoring.tokens import Purpose, Thread, Tokens

REPLY = re.compile(r"^(?:\s*(?:re|aw|sv|vs|antw|odp|rif|r|fwd?|wg|tr)\s*:)+", re.IGNORECASE)


class Role(StrEnum):
    """What a mail is to the book: who sent it, and how far that is proven."""

    OURS = "ours"  # our own mail came back
    TOO_LARGE = "too_large"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"  # a person's button says: no more
    AUTO_REPLY = "auto_reply"
    MACHINE = "machine"  # recorded, nothing follows
    COMMAND = "command"  # a proven protégé to the assistant alone
    CORRESPONDENCE = "correspondence"  # a proven protégé to people, seen by us
    CHALLENGE = "challenge"  # to a one-time address
    UNPROVEN = "unproven"  # in a protégé's name, or on their thread, by nobody proven
    ANSWER = "answer"  # a proven person of the book
    UNKNOWN = "unknown"  # somebody unproven on a person's thread, or in a person's name
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Route:
    """One way for one mail. book, person, letter, challenge are ids or "". people: ids, for correspondence."""

    role: Role
    book: str = ""
    thread: str = GENERAL
    person: str = ""
    letter: str = ""
    challenge: str = ""
    people: tuple[str, ...] = ()
    to_people: bool = False  # a protégé's mail to the address of their letters to a person, and to nobody else
    hidden: bool = False  # of correspondence: a blind copy came to us
    why: str = ""


@dataclass(frozen=True, slots=True)
class Directory:
    """All books and the tokens: what routing looks things up in."""

    books: Mapping[str, Book]
    tokens: Tokens

    def letter(self, message_ids: tuple[str, ...]) -> tuple[str, Letter] | None:
        """The letter of ours that one of these Message-IDs names, with its book's id."""
        for id, book in self.books.items():
            letter = book.by_message_id(message_ids)
            if letter is not None:
                return id, letter
        return None

    def threads(self) -> Iterator[Thread]:
        """Every thread that an address of ours can lead to."""
        for id, book in self.books.items():
            yield Thread(id, GENERAL, Purpose.OWNER)
            yield Thread(id, DIGEST, Purpose.OWNER)
            for challenge in book.challenges:
                yield Thread(id, challenge.id, Purpose.CHALLENGE)
            for person in book.people:
                yield Thread(id, thread_of(person.id), Purpose.OWNER)
                yield Thread(id, thread_of(person.id), Purpose.PERSON)

    def protege_book(self, email: str) -> str:
        return next((id for id, book in self.books.items() if email in book.protege.addresses), "")

    def knowing(self, email: str) -> list[tuple[str, str]]:
        """(book, person) for every book that knows this address as a person's."""
        return [(id, person.id) for id, book in self.books.items() if (person := book.by_address(email))]


def route(mail: Mail, directory: Directory) -> tuple[Route, ...]:
    """One route, or one for each book of a person whom several protégés know."""
    ours = directory.letter((mail.message_id,))
    if ours is not None:
        return (Route(Role.OURS, ours[0], letter=ours[1].id),)
    sender = mail.sender
    if sender is not None and directory.tokens.is_ours(sender.email):
        return (Route(Role.MACHINE, why="from our own address"),)
    # A protégé's "I'm on holiday until Friday" reads like a notice, and is a mail to us all the same.
    unsure = mail.absence is not None and not mail.absence.certain
    own_words = unsure and sender is not None and bool(directory.protege_book(sender.email))
    # Calendar programs mark their answers as automatic; they are somebody's answer all the same.
    if (
        mail.machine is not None
        and not own_words
        and (mail.machine in (Machine.BOUNCE, Machine.COMPLAINT) or not mail.calendars)
    ):
        return (_machine(mail, directory),)
    if sender is None:
        return (Route(Role.STRANGER, why="not exactly one sender"),)
    thread, letter = _thread(mail, directory)
    own = directory.protege_book(sender.email)
    if thread is not None and thread.purpose is Purpose.CHALLENGE:
        return (Route(Role.CHALLENGE, thread.book, challenge=thread.name),) if own == thread.book else _stranger()
    elsewhere = thread is not None and thread.purpose is Purpose.PERSON and thread.book != own
    if own and not elsewhere:
        return (_protege(mail, directory, own, thread, letter),)
    return _others(mail, directory, thread, letter)


def _stranger(why: str = "") -> tuple[Route, ...]:
    return (Route(Role.STRANGER, why=why),)


def _thread(mail: Mail, directory: Directory) -> tuple[Thread | None, Letter | None]:
    """The thread by signed address, then by the Message-IDs that it answers; and the letter answered, if any."""
    found = directory.letter((mail.in_reply_to,)) or directory.letter(tuple(reversed(mail.references)))
    letter = found[1] if found else None
    tokens = directory.tokens
    thread = tokens.find(_addresses(mail), directory.threads()) or tokens.code_in(
        f"{mail.subject} {mail.new_text[:400]}", directory.threads()
    )
    if thread is None and found is not None and letter is not None:
        purpose = Purpose.OWNER if letter.to_protege else Purpose.PERSON
        thread = Thread(found[0], letter.thread, purpose)
    return thread, letter


def _machine(mail: Mail, directory: Directory) -> Route:
    """Machine mail acts only when it quotes one of ours, or comes from a person of a book."""
    if mail.machine is Machine.BOUNCE:
        found = directory.letter(mail.bounce.message_ids) if mail.bounce else None
        if found is None:
            return Route(Role.MACHINE, why="a bounce of nothing of ours")
        return Route(Role.BOUNCE, found[0], letter=found[1].id, person=found[1].person)
    if mail.complaint is not None:
        return _complaint(mail, mail.complaint, directory)
    if mail.machine in (Machine.ABSENCE, Machine.AUTO_REPLY):
        answered = directory.letter((mail.in_reply_to, *mail.references))
        if answered is not None and answered[1].person and not answered[1].to_protege:
            return Route(Role.AUTO_REPLY, answered[0], person=answered[1].person)
        known = directory.knowing(mail.sender.email) if mail.sender else []
        if known:
            return Route(Role.AUTO_REPLY, known[0][0], person=known[0][1])
    return Route(Role.MACHINE, why=f"{mail.machine}: nobody answers machines")


def _complaint(mail: Mail, complaint: Complaint, directory: Directory) -> Route:
    """About a letter of ours, or from a person of a book who proves it: nobody can guess our Message-IDs."""
    found = directory.letter(complaint.message_ids)
    if found is not None and found[1].person and not found[1].to_protege:
        return Route(Role.COMPLAINT, found[0], thread_of(found[1].person), found[1].person, found[1].id)
    known = directory.knowing(mail.sender.email) if mail.sender and mail.authenticated else []
    if known:
        return Route(Role.COMPLAINT, known[0][0], thread_of(known[0][1]), known[0][1])
    return Route(Role.MACHINE, why="a complaint about nothing of ours")


def _protege(mail: Mail, directory: Directory, own: str, thread: Thread | None, letter: Letter | None) -> Route:
    """A mail in a protégé's name. Only a proven one, to the assistant and nobody else, commands."""
    book = directory.books[own]
    mine = thread if thread is not None and thread.book == own else None
    name = mine.name if mine else _by_subject(mail, book)
    person = name.removeprefix("person/") if name.startswith("person/") else ""
    answered = letter.id if letter is not None and book.find_letter(letter.id) else ""
    if not mail.authenticated:
        return Route(Role.UNPROVEN, own, name, person, answered)
    if mail.truncated:
        return Route(Role.TOO_LARGE, own, name, person, answered)
    visible = [a.email for a in (*mail.to, *mail.cc)]
    others = [e for e in visible if not directory.tokens.is_ours(e) and e not in book.protege.addresses]
    to_us = [e for e in visible if directory.tokens.is_ours(e)]
    shown_to_people = mine is not None and mine.purpose is Purpose.PERSON and _by_address(mail, directory, mine)
    if not others and to_us and shown_to_people:
        return Route(Role.COMMAND, own, name, person, answered, to_people=True)
    if others or not to_us:
        people = tuple(dict.fromkeys(p.id for e in others if (p := book.by_address(e))))
        if not people and person and not to_us:
            people = (person,)
        return Route(Role.CORRESPONDENCE, own, name, person, answered, people=people, hidden=not to_us)
    return Route(Role.COMMAND, own, name, person, answered)


def _by_subject(mail: Mail, book: Book) -> str:
    """The thread by its subject, "Re: Minerva · mentoring": all that a tap link's reply carries without plus-addresses.

    Of two people with one first name it is nobody's."""
    subject = REPLY.sub("", mail.subject).strip()
    named = [p for p in book.people if subject == f"{p.first_name} · mentoring"]
    return thread_of(named[0].id) if len(named) == 1 else GENERAL


def _by_address(mail: Mail, directory: Directory, thread: Thread) -> bool:
    """Whether the thread was found by an address (and not only by the Message-ID that the mail answers)."""
    return directory.tokens.find(_addresses(mail), [thread]) is not None


def _addresses(mail: Mail) -> tuple[str, ...]:
    """Where the mail was addressed and delivered to."""
    return (*(a.email for a in (*mail.to, *mail.cc)), *mail.delivered_to)


def _others(mail: Mail, directory: Directory, thread: Thread | None, letter: Letter | None) -> tuple[Route, ...]:
    """People and strangers: they answer, they never command."""
    assert mail.sender is not None
    known = directory.knowing(mail.sender.email)
    if thread is not None:
        here = [pair for pair in known if pair[0] == thread.book]
        person = thread.name.removeprefix("person/") if thread.name.startswith("person/") else ""
        answered = letter.id if letter is not None else ""
        if thread.purpose is Purpose.OWNER and not here:
            return (Route(Role.UNPROVEN, thread.book, thread.name, person, answered),)
        if here:
            known = here
        elif person:
            return (Route(Role.UNKNOWN, thread.book, thread.name, person, answered),)
    if not known:
        return _stranger()
    role = Role.ANSWER if mail.authenticated else Role.UNKNOWN
    return tuple(
        Route(
            role,
            book,
            thread_of(person),
            person,
            letter.id if letter is not None and thread and thread.book == book else "",
        )
        for book, person in known
    )
