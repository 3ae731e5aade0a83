"""A recap while the corrections of one mail are made: what was changed, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.days import short_day
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Action, Recap
from assistant.mentoring.person import Person
from assistant.mentoring.recaps import meant_lines


@dataclass(frozen=True, slots=True)
class Correcting:
    """A recap while the corrections of one mail are made: what was changed, and what is asked."""

    case: Case
    recap: Recap
    said: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    taps: tuple[Tap, ...] = ()
    again: bool = False  # the mentor's version is wanted although there is one already

    @property
    def book(self) -> Book:
        return self.case.book.with_recap(self.recap)

    @property
    def person(self) -> Person:
        return self.case.book.person(self.recap.person)

    def says(self, what: str, recap: Recap | None = None, book: Book | None = None) -> Correcting:
        """Changed, with what is said of it."""
        case = self.case if book is None else self.case.on(book)
        return replace(self, case=case, recap=recap or self.recap, said=(*self.said, what))

    def asks(self, what: str, taps: Sequence[Tap] = ()) -> Correcting:
        """Not changed, since it is not certain what was meant."""
        return replace(self, unsure=(*self.unsure, what), taps=(*self.taps, *taps))


def known(work: Correcting) -> str:
    """What there is to name."""
    numbers = ", ".join(str(a.number) for a in meant_lines.actions_of(work.book, work.recap))
    return f"The actions are {numbers}." if numbers else "There are no actions in this recap."


def line_with(lines: tuple[str, ...], more: str) -> tuple[str, ...]:
    """The lines with one more, unless they have it."""
    return lines if more.lower() in (x.lower() for x in lines) else (*lines, more)


def due_said(action: Action) -> str:
    """ ", due Fri 4 Dec"; "" without a day."""
    return f", due {short_day(action.due)}" if action.due else ""
