"""What a book no longer needs leaves it: old keys, mails to the protégé, drafts that never went (`policy.md`, kept).

The store keeps what leaves in its append-only file; raw mail stays in the spool. What has reached a person stays.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.letters import Letter
from assistant.mentoring.policy import Policy


def tidied(book: Book, now: datetime, policy: Policy) -> Book:
    """The book as it should be kept from today on; the same object when it has been tidied today."""
    today = now.date()
    if book.tidied == today:
        return book
    oldest = today - timedelta(days=policy.handled_days)
    shown = {id for x in book.letters if not x.final for id in x.shows}
    return replace(
        book,
        tidied=today,
        handled={key: day for key, day in book.handled.items() if day >= oldest},
        letters=tuple(x for x in book.letters if _kept(x, now, policy) or x.id in shown),
        challenges=tuple(c for c in book.challenges if now - c.at < timedelta(days=policy.replay_days)),
        misses=tuple(m for m in book.misses if now - m < timedelta(hours=1)),
        protege=replace(book.protege, away=tuple(span for span in book.protege.away if span[1] >= _yesterday(today))),
    )


def _yesterday(today: date) -> date:
    return today - timedelta(days=1)


def _kept(letter: Letter, now: datetime, policy: Policy) -> bool:
    """Everything that may still be answered or is not final; letters that reached a person for good."""
    if not letter.final or (letter.sent_at is not None and not letter.to_protege):
        return True
    return now - letter.created < timedelta(days=policy.letter_days)
