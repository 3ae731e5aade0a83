"""People of a book: a new one's id, who was named by whom, who is next, what they last got."""

from __future__ import annotations

from assistant.mentoring.addresses import is_reachable
from assistant.mentoring.book import Book
from assistant.mentoring.days import said_day
from assistant.mentoring.facts import Address
from assistant.mentoring.letters import Letter
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.tokens import derived_id
from assistant.mentoring.words.naming import named


def last_to(book: Book, person: Person) -> Letter | None:
    """The last letter that left for this person, whoever posted it."""
    return next((x for x in reversed(book.letters) if x.person == person.id and not x.to_protege and x.sent_at), None)


def referred(book: Book, other: Address, by: Person) -> Person:
    """The person whom somebody named, known or new: at the end of the queue, with who sent the protégé."""
    email = other.email if is_reachable(other.email) else ""
    known = book.by_address(email) if email else None
    if known is not None:
        return known
    name = named(other.name) or other.email.partition("@")[0].title()
    return Person(
        id=free_id(book, name),
        name=name,
        email=email,
        referred_by=by.name,
        rank=1 + max((p.rank for p in book.people), default=0),
    )


def free_id(book: Book, name: str) -> str:
    """A short readable id for a new person: "minerva", or with a few letters more when that is taken."""
    plain = "".join(c for c in name.lower().split(" ")[0] if c.isascii() and c.isalnum()) or "person"
    if book.find_person(plain) is None:
        return plain
    return f"{plain}-{derived_id(name, len(book.people))[:4]}"


def only(book: Book) -> Person | None:
    """The one person whom a word without a name can mean: the only one in the book who is not behind them."""
    found = [p for p in book.people if p.stage not in (Stage.CLOSED, Stage.DECLINED) and not p.do_not_contact]
    return found[0] if len(found) == 1 else None


def next_prospect(book: Book, but: str) -> str:
    """The first name in the queue that could be written to next, "" when nobody waits (P61, P62)."""
    waiting = [
        p
        for p in book.people
        if p.id != but and p.stage in (Stage.PROSPECT, Stage.READY) and not p.do_not_contact and p.kind == "mentor"
    ]
    return min(waiting, key=lambda p: p.rank).name if waiting else ""


def out_of_reach(person: Person) -> str:
    """Why nobody may be written to any more, as one says it: "Lee said no on Tue 24 Nov 2026"; "" where one may."""
    reasons = {"declined": "said no", "stop": "asked for no more mail"}
    said = reasons.get(person.do_not_contact)
    since = f" {{}} {said_day(person.do_not_contact_since)}" if person.do_not_contact_since else ""
    if said:
        return f"{person.first_name} {said}{since.format('on')}"
    return f"{person.first_name} is not to be written to{since.format('since')}" if person.do_not_contact else ""
