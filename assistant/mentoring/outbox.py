"""Letters on their way: which step leads where, what may leave, and when. What became of them is in `fate`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.days import first_allowed, shared, zone
from assistant.mentoring.letters import MOVES, Kind, Letter, LetterState
from assistant.mentoring.pace import is_taken
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy

UNWRITABLE = "no mail could be made of it"
REPEATED = "repeated in the digest"  # a mail to the protégé that did not arrive: its text stands there
MOST_DAYS = 60  # that other letters to the same person can have taken
RESTORED = "protege/restored"  # the one letter that a restored book is sure not to have sent


def moved(letter: Letter, state: LetterState, **changes: object) -> Letter:
    """The letter in its next state. A move that the table does not know is our bug."""
    assert state in MOVES[letter.state], f"a letter never goes from {letter.state} to {state}"
    return replace(letter, state=state, **changes)  # type: ignore[arg-type]


def unapproved(letter: Letter) -> Letter:
    """An approved letter as it waits for a SEND again; one that was tried once gets new bytes with the next."""
    return moved(letter, LetterState.PENDING, approved="", approved_at=None, hold_until=None, not_before=None, raw="")


def withdraw(book: Book, person: str, *, kinds: Collection[Kind] | None = None, keep: str = "") -> tuple[Book, int]:
    """Takes back what waits for this person and has not left; gives the book and how many letters it was.

    kinds: only these. keep: the id of one that stays. What is on the wire is decided when its fate is known.
    """
    count = 0
    for letter in book.letters:
        waits = letter.state in (LetterState.PENDING, LetterState.APPROVED)
        if letter.person != person or letter.to_protege or not waits or letter.id == keep:
            continue
        if kinds is None or letter.kind in kinds:
            book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
            count += 1
    return book, count


def recipients(book: Book, letters: Iterable[Letter]) -> str:
    """To whom these letters are, in words: the person by the first name, a contact by the address."""
    said = {}
    for letter in letters:
        person = book.person(letter.person)
        said[letter.to if letter.to not in ("", person.email) else person.first_name] = True
    return " and ".join(said)


def approving(book: Book, letter: Letter) -> str:
    """The word that lets this draft go, SEND or SEND ANYWAY; "" where none would: it must change, or must not leave."""
    if any(hit.hard for hit in letter.hits) or stands_against(book, replace(letter, approved=letter.digest)):
        return ""
    return "SEND ANYWAY" if letter.hits else "SEND"


def reader_zone(book: Book, person: Person | None) -> str:
    """The zone of the reader; the protégé's where nobody told us."""
    return (person.zone if person else "") or book.protege.zone


def leaves_at(book: Book, letter: Letter, approved: datetime, policy: Policy) -> tuple[datetime, datetime]:
    """When the hold of a letter approved at `approved` ends, and the first allowed moment after it (both UTC)."""
    if _is_urgent(book, letter, approved):
        hold = policy.urgent_hold_minutes
    else:
        hold = policy.invite_hold_minutes if letter.calendar else policy.hold_minutes
    held = approved + timedelta(minutes=hold)
    return held, earliest(book, letter, held, policy)


def earliest(book: Book, letter: Letter, at: datetime, policy: Policy) -> datetime:
    """The first moment from `at` on (UTC) at which this letter may reach its reader (`policy.md`).

    A letter to a person goes inside the sending window, an attempt not within five business days of the last touch, and
    only one a day unless it answers them (`pace`).
    It holds when a letter is approved and again when it leaves: a night or another letter may have come between.
    """
    if letter.to_protege or _is_urgent(book, letter, at):
        return at
    person = book.find_person(letter.person)
    countries = [book.protege.country] + ([person.country] if person else [])
    calendar = shared(countries, book.protege.away)
    if letter.kind is Kind.ATTEMPT and person is not None and person.ladder.last is not None:
        local = zone(book.protege.zone)
        day = calendar.add(person.ladder.last.astimezone(local).date(), policy.touch_gap_days)
        at = max(at, datetime.combine(day, time(), local).astimezone(UTC))
    if letter.kind is Kind.ATTEMPT and letter.rung == 0 and person is not None and person.first_from is not None:
        at = max(at, datetime.combine(person.first_from, time(), zone(book.protege.zone)).astimezone(UTC))
    there = reader_zone(book, person)
    allowed = first_allowed(at, calendar, there, policy.window_opens, policy.window_closes)
    for _ in range(MOST_DAYS):
        if not is_taken(book, letter, allowed, there):
            break
        tomorrow = datetime.combine(allowed.astimezone(zone(there)).date() + timedelta(days=1), time(), zone(there))
        allowed = first_allowed(tomorrow, calendar, there, policy.window_opens, policy.window_closes)
    return allowed


def expires_at(book: Book, since: date, days: int, country: str) -> datetime:
    """The end of the `days`-th business day after the local day `since`, as UTC."""
    calendar = shared([book.protege.country, country], book.protege.away)
    return datetime.combine(calendar.add(since, days), time(18), zone(book.protege.zone)).astimezone(UTC)


def reminder_day(book: Book, letter: Letter, policy: Policy) -> date | None:
    """The local day on which the digest reminds of a draft that waits, once; None where it never expires."""
    if letter.expires is None or letter.kind is Kind.AGENDA:  # there is no day in between
        return None
    calendar = shared([book.protege.country], book.protege.away)
    before = policy.draft_expires_days - policy.draft_reminder_days
    return calendar.add(letter.expires.astimezone(zone(book.protege.zone)).date(), -before)


def _is_urgent(book: Book, letter: Letter, at: datetime) -> bool:
    """Moving or cancelling a meeting that is near, until it has begun; an answer only while their mail is a day old."""
    if not letter.urgent:
        return False
    if letter.kind is not Kind.ANSWER:
        old = letter.values.get("old")
        return not (isinstance(old, datetime) and old + timedelta(hours=1) < at)
    person = book.find_person(letter.person)
    return person is not None and person.answered_at is not None and at - person.answered_at < timedelta(days=1)


def stands_against(book: Book, letter: Letter) -> str:
    """Why a letter to a person must not leave now, in words; "" when nothing stands against it."""
    if letter.to_protege:
        return ""
    if letter.approved != letter.digest or not letter.digest:
        return "it is not approved"
    if letter.recalled:
        return "you took it back"
    person = book.find_person(letter.person)
    if person is None:
        return "the person is not in the book"
    if letter.to not in person.addresses:
        return f"{letter.to} is not {person.name}'s address any more"
    if person.do_not_contact and not last_thanks(book, person, letter.kind):
        return f"{person.name} must not be written to ({person.do_not_contact})"
    if person.paused:
        return f"letters to {person.name} are paused ({person.paused})"
    if book.paused:
        return f"all letters are paused ({book.paused})"
    return _overtaken(book, person, letter)


def _overtaken(book: Book, person: Person, letter: Letter) -> str:
    """What has come since it was drafted: an answer, or the end of it all."""
    if letter.method == "REQUEST" and _may_have_ended(book, person):
        return f"the letter that ends it with {person.name} may have left"
    if letter.kind in (Kind.ATTEMPT, Kind.PROPOSAL) and person.answered_at and person.answered_at >= letter.created:
        return f"{person.name} has answered"
    return ""


def _may_have_ended(book: Book, person: Person) -> bool:
    """Whether nobody knows yet if the letter that ends it left: an invite beside it would contradict it."""
    unknown = (LetterState.SENDING, LetterState.IN_DOUBT)
    return any(x.person == person.id and x.kind is Kind.CLOSING and x.state in unknown for x in book.letters)


def last_thanks(book: Book, person: Person, kind: Kind) -> bool:
    """Whether this is the one thanks that may follow a no (`product.md`, promise 2)."""
    if person.do_not_contact != "declined" or kind is not Kind.THANKS:
        return False
    since = person.do_not_contact_since
    return not any(
        x.person == person.id
        and x.kind is Kind.THANKS
        and x.sent_at is not None
        and (since is None or x.sent_at.astimezone(zone(book.protege.zone)).date() >= since)
        for x in book.letters
    )


def may_leave(book: Book, letter: Letter, now: datetime, read_to_end: datetime | None) -> bool:
    """Whether this letter may be handed to submission now.

    read_to_end: when the reading of the mailbox began that reached its end in this cycle; None if none did.
    A letter to a person waits until a reading began after its hold ended: an answer or UNDO may lie there.
    """
    if letter.state is not LetterState.APPROVED or (letter.not_before and now < letter.not_before):
        return False
    if letter.to_protege:
        return True
    if stands_against(book, letter):
        return False
    return read_to_end is not None and letter.hold_until is not None and read_to_end >= letter.hold_until


def unsure(book: Book, letter: Letter) -> bool:
    """Whether it may have left already without the book knowing: it was ready to go before the book was set back."""
    if book.restored is None or letter.state is not LetterState.APPROVED or letter.template == RESTORED:
        return False
    doubted = letter.sending_at is not None and letter.sending_at >= book.restored
    return not doubted and (letter.approved_at or letter.created) <= book.restored
