"""What a bare SEND in a thread may be about: the draft that the protégé saw last there, and no older one.

It may be a second SEND to a draft that has left, while an older one still waits (found by simulation).
"""

from __future__ import annotations

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.letters import Letter


def other_shown_since(case: Case, letter: Letter) -> bool:
    """Whether a word that answers no mail was written after another draft for this draft's person had been shown."""
    if case.book.find_letter(case.context.letter) is not None:
        return False
    written = min(case.context.written or case.at, case.at)
    last = max(
        (
            (x.sent_at, x.shows)
            for x in case.book.letters
            if x.to_protege and x.sent_at is not None and x.sent_at <= written and _shows_one_of(case.book, x, letter)
        ),
        default=None,
    )
    return last is not None and letter.id not in last[1]


def _shows_one_of(book: Book, mail: Letter, letter: Letter) -> bool:
    shown = (book.find_letter(id) for id in mail.shows)
    return any(x is not None and x.person == letter.person for x in shown)
