"""Two letters of one change: the end of a series, and the series that takes its place (L29, S3).

One alone would leave two series side by side, or none. So the end names the series that goes on: it is approved,
skipped, put off, expired and held up only with that one's invite, and it leaves after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Letter, LetterState
from assistant.mentoring.meetings.invites import GOES_ON, ON_ITS_WAY, WAITS, not_worded, withdraw_for
from assistant.mentoring.outbox import unapproved


def with_bound(book: Book, letters: Iterable[Letter]) -> list[Letter]:
    """These letters that wait, and those that are nothing without them, in the order in which they leave."""
    found = list(letters)
    more = [other for letter in found for other in _bound(book, letter) if other.state is letter.state]
    wanted = {x.id for x in (*found, *more)}
    return found if len(wanted) == len(found) else [x for x in book.letters if x.id in wanted]


def comes_later(book: Book, letter: Letter) -> bool:
    """Whether this is the end of a series, and the invite to what takes its place has not left yet."""
    return any(x.meeting == letter.values.get(GOES_ON) for x in _bound(book, letter, (*WAITS, *ON_ITS_WAY)))


def without_next(book: Book, uid: str) -> Book:
    """The book without what waits to take the place of this series: another wish overtakes it."""
    for letter in book.letters:
        if letter.meeting == uid and letter.state in WAITS and (goes_on := letter.values.get(GOES_ON)):
            book = withdraw_for(book, str(goes_on))
    return book


def kept(case: Case, decision: Decision, before: Book) -> Decision:
    """The decision with every two letters still together: what it took from one, it takes from the other.

    before: the book that was decided on. A letter in other words is no letter less."""
    book, notes = decision.book, list(decision.notes)
    drafted = {(x.meeting, x.values.get(GOES_ON)) for x in decision.drafts if not x.to_protege}
    for letter in before.letters:
        for other in _bound(before, letter) if letter.state in (*WAITS, *ON_ITS_WAY) else ():
            now, beside = book.find_letter(letter.id), book.find_letter(other.id)
            if now is None or beside is None or beside.state not in WAITS:
                continue
            again = (letter.meeting, letter.values.get(GOES_ON)) in drafted
            if now.final and now.state is not LetterState.SENT and not again:
                book = withdraw_for(book, beside.meeting)
                notes.append(case.note("withdrawn", f"“{beside.subject}” is nothing without the other", beside.person))
            elif now.state is LetterState.PENDING and beside.state is LetterState.APPROVED:
                book = book.with_letter(unapproved(beside))
    return decision if book is decision.book else replace(decision, book=book, notes=tuple(notes))


def all_unworded(book: Book, refused: Iterable[Draft]) -> Book:
    """The book without what could not be worded, and without what is nothing without it."""
    for draft in refused:
        with_it = [x.meeting for x in book.letters if x.state in WAITS and _are_two(draft, x)]
        book = not_worded(book, draft)
        for uid in with_it:
            book = withdraw_for(book, uid)
    return book


def _bound(book: Book, letter: Letter, states: Iterable[LetterState] = tuple(WAITS)) -> list[Letter]:
    """The letters to the same reader that are bound to this one, until the first of the two has left."""
    if letter.to_protege or letter.method != "REQUEST":
        return []
    two = [x for x in book.letters if x.to == letter.to and _are_two(letter, x)]
    return [] if any(x.state is LetterState.SENT for x in two) else [x for x in two if x.state in states]


def _are_two(one: Letter | Draft, other: Letter | Draft) -> bool:
    """Whether one of them ends the series whose place the other takes."""
    if one.method != "REQUEST" or other.method != "REQUEST":
        return False
    return one.values.get(GOES_ON) == other.meeting or other.values.get(GOES_ON) == one.meeting
