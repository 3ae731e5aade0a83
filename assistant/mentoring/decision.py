"""What came of an event: the changed book, the letters to word, and the notes for the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.mentoring.book import Book, Note
from assistant.mentoring.letters import Draft


@dataclass(frozen=True, slots=True)
class Decision:
    """`drafts` are worded in order: those to people first, since the mails to the protégé show them.

    releases: names of held mails whose sender is now proven: they go back into the queue.
    stopped: addresses that said stop or complained: every other book hears of it.
    """

    book: Book
    drafts: tuple[Draft, ...] = ()
    notes: tuple[Note, ...] = ()
    releases: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()

    def with_draft(self, draft: Draft) -> Decision:
        """The same decision with one letter more."""
        return replace(self, drafts=(*self.drafts, draft))

    def then(self, other: Decision) -> Decision:
        """This decision followed by one made on its book."""
        return Decision(
            other.book,
            self.drafts + other.drafts,
            self.notes + other.notes,
            self.releases + other.releases,
            self.stopped + other.stopped,
        )
