"""UNDO takes back the last reversible act of a thread and says which; too late, it says when the letter left (L43)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from assistant.mentoring import actions, attempts, stopping
from assistant.mentoring.approval import SEND_TAPS
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Letter, LetterState, Tap
from assistant.mentoring.outbox import moved


def undo(case: Case) -> Decision:
    """Takes back the last reversible act of this thread and says which."""
    person = case.person
    thread = thread_of(person.id) if person else case.context.thread
    waiting = [
        x
        for x in case.book.letters
        if x.state is LetterState.APPROVED and not x.to_protege and (person is None or x.person == person.id)
    ]
    answered = case.book.find_letter(case.context.letter)
    last = case.book.undo
    if waiting and (last is None or last[1] == "send" or last[0] != thread):
        newest = max(x.approved_at or x.created for x in waiting)
        return _unsend(case, [x for x in waiting if (x.approved_at or x.created) == newest])
    if last is not None and (last[0] == thread or (answered is None and case.context.thread == "general")):
        return _take_back(case, last)
    return _too_late(case)


def is_held(case: Case) -> bool:
    """Whether the mail that is answered says that a letter goes, and it has not left."""
    answered = case.book.find_letter(case.context.letter)
    if answered is None or answered.template != "protege/goes":
        return False
    person = case.person
    return any(
        x.state is LetterState.APPROVED and not x.to_protege and person is not None and x.person == person.id
        for x in case.book.letters
    )


def _unsend(case: Case, letters: list[Letter]) -> Decision:
    """Back to waiting, unapproved. A letter that has been tried once may be known to the server: it waits too."""
    book = case.book
    for letter in letters:
        book = book.with_letter(
            moved(letter, LetterState.PENDING, approved="", approved_at=None, hold_until=None, not_before=None, raw="")
        )
    person = book.person(letters[0].person)
    return case.on(replace(book, undo=None)).answer(
        "protege/unsent",
        person=person.id,
        values={"name": person.name, "subject": letters[0].subject},
        shows_ids=[x.id for x in letters],
        taps=SEND_TAPS,
        notes=(case.note("undo", f"“{letters[0].subject}” waits again", person.id),),
    )


def _take_back(case: Case, last: tuple[str, str, str]) -> Decision:
    _, what, reference = last
    base = case.on(replace(case.book, undo=None))
    if what == "stop" and (person := case.book.find_person(reference)) is not None:
        return stopping.lifted(base, person)
    if what == "skip":
        return _unskip(base, reference.split(","))
    if what in ("action", "remind"):
        return actions.take_back(base, what, reference)
    return _too_late(case)


def _unskip(case: Case, ids: list[str]) -> Decision:
    book = case.book
    skipped = [x for i in ids if (x := book.find_letter(i)) and x.state is LetterState.SKIPPED]
    if not skipped:
        return _too_late(case)
    person = book.person(skipped[0].person)
    ladder = replace(person.ladder, waits_until=None)
    if skipped[0].rung is not None and skipped[0].rung == ladder.rung and skipped[0].rung > 0:
        ladder = replace(ladder, rung=skipped[0].rung - 1)
    book = book.with_person(replace(person, ladder=ladder))
    draft = attempts.again(case.on(book), skipped[0])
    return case.on(book).answer("protege/unskipped", person=person.id, drafts=(draft,), taps=SEND_TAPS)


def _too_late(case: Case) -> Decision:
    """Nothing to take back: if a letter left, says when, and offers a correction."""
    person = case.person
    left = [
        x for x in case.book.letters if x.sent_at and not x.to_protege and (person is None or x.person == person.id)
    ]
    going = (LetterState.SENDING, LetterState.IN_DOUBT)
    on_wire = [x for x in case.book.letters if x.state in going and not x.to_protege]
    if left and (person is not None or case.context.thread == "general") and _recent(case, left[-1]):
        gone = left[-1]
        name = case.book.person(gone.person).name
        return case.answer(
            "protege/too_late",
            person=gone.person,
            values={"name": name, "at": gone.sent_at, "subject": gone.subject},
            taps=(Tap("Draft a correction", "EDIT"),),
        )
    if on_wire:
        book = case.book
        for letter in on_wire:
            book = book.with_letter(replace(letter, recalled=True))
        return case.on(book).nothing_done(
            "that letter is on its way at this moment, and nobody can call it back. If it turns out that it did not "
            "leave, it won't",
            person=on_wire[0].person,
        )
    return case.nothing_done("there is nothing to take back here", taps=(Tap("Status", "STATUS"),))


def _recent(case: Case, letter: Letter) -> bool:
    return letter.sent_at is not None and case.at - letter.sent_at < timedelta(days=14)
