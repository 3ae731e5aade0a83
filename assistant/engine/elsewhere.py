"""What a mailbox remembers of people for all of its books: who said stop, and who got a first note when.

Only keyed hashes of addresses are kept, so a book hears of it once the address stands in it (`policy.md`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.letters import Kind
from assistant.mentoring.tokens import Tokens
from assistant.ports import MailboxState

KEPT = timedelta(days=60)  # longer than 20 business days with any holidays


def remembered(state: MailboxState, tokens: Tokens, book: Book, stopped: tuple[str, ...], sent: str) -> MailboxState:
    """With the addresses that said stop, and the letter `sent` (an id, or "") where it was a first note."""
    hashes = tuple(tokens.keyed_hash(address) for address in stopped)
    state = replace(state, stopped=tuple(dict.fromkeys((*state.stopped, *hashes))))
    letter = book.find_letter(sent)
    if letter is None or letter.sent_at is None or letter.to_protege or letter.kind is not Kind.ATTEMPT or letter.rung:
        return state
    now = letter.sent_at
    recent = [note for note in state.first_notes if note[2] > now - KEPT]
    this = (tokens.keyed_hash(letter.to), book.protege.id, now)
    return replace(state, first_notes=tuple(dict.fromkeys((*recent, this))))


def news(
    state: MailboxState, tokens: Tokens, book: Book, now: datetime, context: happened.Context | None = None
) -> Iterator[happened.Event]:
    """What the mailbox knows and this book does not yet, as events. `context`: of the mail that brought it up."""
    if not state.stopped and not state.first_notes:
        return
    for person in book.people:
        if person.do_not_contact:
            continue
        hashes = {tokens.keyed_hash(address) for address in person.addresses}
        if not hashes.isdisjoint(state.stopped):
            yield happened.StoppedElsewhere(f"stop known {person.id} {now.isoformat()}", now, person.id, context)
            continue
        others = [at for address, whose, at in state.first_notes if address in hashes and whose != book.protege.id]
        if others:
            key = f"first note {person.id} {max(others).isoformat()}"
            yield happened.FirstNoteElsewhere(key, now, person.id, max(others))
