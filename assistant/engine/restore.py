"""A book that came back as an older copy (its `.bak`, a backup): nothing is sent twice, no mail is lost.

What was on its way is in doubt until proof was looked for, mails since then are handled again, and what they approve is
in doubt as well: the lost book may have sent it (`mail.md`, "Out").
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time, timedelta

from assistant.engine.receive import Parts
from assistant.errors import UnreadableMail
from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.outbox import unsure
from assistant.mentoring.policy import Policy

log = logging.getLogger(__name__)


def restore(parts: Parts) -> None:
    """At the start of a cycle. May be repeated after a crash: until its one commit the store says `restored`."""
    for id in parts.store.books():
        if not parts.store.restored(id):
            continue
        book = parts.store.load(id)
        now = parts.clock.now()
        again = _requeue(parts, _since(book, now, parts.policies[id]))
        log.warning("%s: an older book was restored; %d mails are handled again", id, again)
        parts.must_happen(book, happened.BookRestored(f"restored {now.isoformat()}", now, again))


def doubt_again(parts: Parts) -> None:
    """Before anything is sent: what mails handled again have approved may have left long ago."""
    for id in parts.store.books():
        for letter in parts.store.load(id).letters:
            if unsure(parts.store.load(id), letter):
                key = f"doubt {letter.id} restored"
                book = parts.store.load(id)
                parts.must_happen(book, happened.LetterDoubted(f"{key} {book.restored}", parts.clock.now(), letter.id))


def _since(book: Book, now: datetime, policy: Policy) -> datetime:
    """From when on the book may lack mails: the day before the last that it knows of, a replay's reach at least."""
    reach = now - timedelta(days=policy.replay_days)
    if not book.handled:
        return now - timedelta(days=policy.handled_days)
    known = datetime.combine(max(book.handled.values()), time(), UTC) - timedelta(days=1)
    return min(known, reach)


def _requeue(parts: Parts, since: datetime) -> int:
    """All mails filed since then: those whose keys the books have change nothing, and are filed again."""
    names = list(parts.spool.filed(since))
    for name in names:
        try:
            parts.spool.requeue(name)
        except UnreadableMail as error:  # somebody tidied it away meanwhile
            log.warning("%s", error)
    return len(names)
