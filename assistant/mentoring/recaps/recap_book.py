"""The recap of one talk in the book (P98–P110): made of notes, added to by more, replaced by a corrected version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring.book import Asks, Book, Question
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.days import said_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Notes
from assistant.mentoring.meetings import times
from assistant.mentoring.meetings.held_meetings import Held
from assistant.mentoring.minutes import Recap, RecapState
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import plain
from assistant.mentoring.recaps import after_talk, recap_actions, renoted
from assistant.mentoring.recaps.meant_lines import with_lines
from assistant.mentoring.recaps.recap_mail import answer
from assistant.mentoring.recaps.renoted import Likeness
from assistant.mentoring.relationship.coffee import FIT_TAPS, met
from assistant.mentoring.words.phrases import clause

KNOWN = "I have these notes already; nothing is doubled. This is their recap."
ADDED = "Added to your notes of that talk."
REPLACED = "This takes the place of your first version."
PUBLIC = ("points", "decisions", "offers", "questions")


def make(case: Case, person: Person, notes: Notes, bound: Held | None, *, corrects: bool = False) -> Decision:
    """The recap of these notes in the book, its actions numbered, and the mail that shows it.

    bound: the meeting that they are of; None where the book knows none. corrects: they say that they correct."""
    recap = _read(case, person, notes, bound)
    before = renoted.earlier(case.book, person, recap)
    first = not any(r.person == person.id for r in case.book.recaps)
    mine = [found for found in notes.actions if not found.other]  # what others do is told and not followed up
    book, said = case.book.with_person(met(person)) if before else after_talk.talked(case.book, person), ""
    if bound is not None:
        noted = tuple(dict.fromkeys((*bound.meeting.noted, bound.original)))
        book = book.with_meeting(replace(bound.meeting, noted=noted))
    take = recap_actions.taken
    if before is not None:
        like = renoted.likeness(renoted.kept_lines(book, before), lines_of(notes, person), corrects=corrects)
        if like is Likeness.SAME and is_known(book, person, before, notes):
            return known(case, person, before)
        like = Likeness.CORRECTED if like is Likeness.SAME else like
        recap, said = (_corrected(before, recap), REPLACED) if like is Likeness.CORRECTED else _more(before, recap)
        take = recap_actions.replaced if like is Likeness.CORRECTED else take
    book, open_lines = take(book, person, recap.id, mine)
    if before is not None and said == ADDED:
        open_lines = [*before.to_confirm, *open_lines]
    recap = replace(recap, to_confirm=tuple(open_lines), state=RecapState.OPEN if open_lines else RecapState.FINAL)
    book = book.with_recap(recap)
    book = _question(case, book, recap)
    note = case.note("recap", f"the notes of {said_day(recap.day)} with {person.name}: {len(mine)} actions", person.id)
    asks_fit = first and not person.fit
    return answer(
        case.on(book),
        book.person(person.id),
        recap,
        taps=FIT_TAPS if asks_fit else (),
        ask_fit=asks_fit,
        said=said,
        notes=(note,),
    )


def is_known(book: Book, person: Person, recap: Recap, notes: Notes) -> bool:
    """Whether a recap is of exactly these notes, days and owners included."""
    same = renoted.likeness(renoted.kept_lines(book, recap), lines_of(notes, person)) is Likeness.SAME
    return same and recap_actions.agrees(book, person, recap.id, notes.actions)


def known(case: Case, person: Person, recap: Recap) -> Decision:
    """The same notes once more: the recap as it stands, and nothing is drafted anew."""
    return answer(case, person, recap, said=KNOWN, anew=False)


def lines_of(notes: Notes, person: Person) -> tuple[str, ...]:
    """Every line of notes as a recap keeps it."""
    actions = (recap_actions.words(a, person) for a in notes.actions if not a.other)
    return (
        *_points(notes),
        *notes.decisions,
        *_offers(notes, person),
        *notes.questions,
        *notes.private,
        *actions,
    )


def _points(notes: Notes) -> tuple[str, ...]:
    return (*notes.points, *(a.text for a in notes.actions if a.other or recap_actions.is_cut(a)))


def _offers(notes: Notes, person: Person) -> tuple[str, ...]:
    return renoted.both(notes.offers, (recap_actions.words(a, person) for a in notes.actions if a.owner == "mentor"))


def _read(case: Case, person: Person, notes: Notes, bound: Held | None) -> Recap:
    written = case.context.written or case.at
    start = notes.next_start
    local = times.local(case, start) if start and start.tzinfo else start  # notes are read in the protégé's own zone
    return Recap(
        id=case.id("recap", person.id),
        person=person.id,
        at=case.at,
        day=times.local(case, bound.actual).date() if bound else notes.held or times.local(case, written).date(),
        meeting=bound.meeting.uid if bound else "",
        occurrence=bound.original if bound else None,
        points=_points(notes),
        decisions=notes.decisions,
        offers=_offers(notes, person),
        questions=notes.questions,
        private=notes.private,
        next_meeting=times.said(local) if local else notes.next_meeting,
        next_at=times.instant(case, local) if local else None,
        next_day=notes.next_day,
        used=clause(notes.used),
        stood=after_talk.standing(case.book, person),
    )


def _corrected(before: Recap, now: Recap) -> Recap:
    """The new version in the place of the old one. What was private stays private, unless its line was corrected."""
    left = [line for line in before.private if renoted.closest(plain(line), [plain(x) for x in now.private]) is None]
    following = now if now.next_meeting else before
    return replace(
        _without(now, left),
        id=before.id,
        at=before.at,
        private=tuple(dict.fromkeys((*now.private, *left))),
        stood=before.stood,
        used=now.used or before.used,
        next_meeting=following.next_meeting,
        next_at=following.next_at,
        next_day=following.next_day,
    )


def _more(before: Recap, now: Recap) -> tuple[Recap, str]:
    """Both lots of lines, no line twice."""
    following = now if now.next_meeting else before
    now = _without(now, before.private)
    more = replace(
        before,
        points=renoted.both(before.points, now.points),
        decisions=renoted.both(before.decisions, now.decisions),
        offers=renoted.both(before.offers, now.offers),
        questions=renoted.both(before.questions, now.questions),
        private=renoted.both(before.private, now.private),
        used=now.used or before.used,
        next_meeting=following.next_meeting,
        next_at=following.next_at,
        next_day=following.next_day,
    )
    return more, ADDED


def _without(recap: Recap, private: Sequence[str]) -> Recap:
    """The recap without lines that are private already: the same notes once more make nothing of them public."""
    secret = {plain(line) for line in private}
    for name in PUBLIC:
        recap = with_lines(recap, name, tuple(x for x in getattr(recap, name) if plain(x) not in secret))
    return recap


def _question(case: Case, book: Book, recap: Recap) -> Book:
    thread = thread_of(recap.person)
    if recap.to_confirm:
        data = (("recap", recap.id),)
        return book.with_question(Question(case.id("recap question"), Asks.RECAP, case.at, thread, recap.person, data))
    old = book.question(thread, Asks.RECAP)
    return book.without_question(old.id) if old else book
