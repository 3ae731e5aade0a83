"""Actions (L35, P106–P108): what was promised, what came of it, and the way back.

The mentor is never chased. A number is an action's for good: it never comes again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.days import short_day
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, LetterState, Tap
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person
from assistant.mentoring.recaps import reminders
from assistant.mentoring.recaps.action_record import brought_back, kept
from assistant.mentoring.recaps.aims import NO_LINES, aim_lines, goal_of, tied
from assistant.mentoring.recaps.open_lines import about_others
from assistant.mentoring.recaps.progress import PROGRESS, progress
from assistant.mentoring.words.phrases import clause

UNFINISHED = frozenset({ActionState.OPEN, ActionState.DOING})
A_WHILE = timedelta(days=90)  # how far back, where there was no talk yet


# --- looking up


def unfinished(book: Book, person: str = "") -> tuple[Action, ...]:
    """What is open or being done (with this person), by number."""
    found = (a for a in book.actions if a.state in UNFINISHED and (not person or a.person == person))
    return tuple(sorted(found, key=lambda a: a.number))


def since_last_talk(book: Book, person: Person, at: datetime) -> list[Action]:
    """What was promised and what came of it: everything open, and what was closed since the talk before (P98)."""
    since = max((r.at for r in book.recaps if r.person == person.id), default=at - A_WHILE)
    mine = [a for a in book.actions if a.person == person.id]
    kept = [a for a in mine if a.state in UNFINISHED or (a.closed_at is not None and a.closed_at >= since)]
    return sorted(kept, key=lambda a: a.number)


def next_number(book: Book) -> int:
    """The number of the next action: none ever comes again."""
    return 1 + max((a.number for a in book.actions), default=0)


def shown(book: Book, action: Action, today: date) -> dict[str, object]:
    """One action as plain data for a template."""
    person = book.find_person(action.person)
    owner = {"me": "you", "both": "both of you", "mentor": person.first_name if person else "they"}.get(
        action.owner, "—"
    )
    return {
        "number": action.number,
        "text": action.text,
        "owner": owner,
        "name": person.first_name if person else "",
        "due": action.due,
        "late": bool(action.due and action.due < today and action.state in UNFINISHED),
        "state": action.state.value,
        "result": action.result,
        "because": action.because,
        "goal": goal.number if (goal := goal_of(action, book.goals)) else 0,
        "moved": action.moves > 0,
    }


def _wanted(case: Case) -> Action | None:
    """The action that the command names: by number, or by words that only one unfinished action has."""
    if case.command.number is not None:
        return next((a for a in case.book.actions if a.number == case.command.number), None)
    words = _words(_ref(case))
    person = case.context.person
    fitting = [a for a in unfinished(case.book, person) if words and words <= _words(a.text)]
    return fitting[0] if len(fitting) == 1 else None


def _ref(case: Case) -> str:
    """The words that name an action: the field "ref", or what stands before the colon."""
    return dict(case.command.fields).get("ref") or case.command.text.partition(":")[0]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - {"the", "a", "an", "my", "to", "of"}


# --- L35


def actions(case: Case) -> Decision:
    """`actions`, `done 2: result …`, `doing 2`, `drop 3 because …`, `move 1 to fri, the lab is closed`, and
    `2 is for goal 1`."""
    if case.command.op == "goal":
        book, said, done = tied(case.book, case.command)
        return _list(case.on(book), said if done else f"I changed nothing: {said}.")
    change = CHANGES.get(case.command.op)
    if change is None:
        return _list(case, "")
    action = _wanted(case)
    if action is None:
        number = case.command.number
        named = f"no action {number}" if number is not None else f"no one action “{clause(_ref(case))}”"
        return _list(case, f"I changed nothing: there is {named}.")
    return change(case, action)


def _list(case: Case, said: str, *, drafts: tuple[Draft, ...] = (), taps: tuple[Tap, ...] = ()) -> Decision:
    person = case.person.id if case.person else ""
    found = unfinished(case.book, person)
    return case.answer(
        "protege/actions",
        person=person,
        drafts=drafts,
        values={
            "said": said,
            "actions": [shown(case.book, a, case.today) for a in found],
            "reminders": reminders.shown(case.book) if not person else [],
            **(aim_lines(case.book, found) if not said else NO_LINES),
        },
        taps=taps or tuple(Tap(f"Done {a.number}", f"DONE {a.number}") for a in found if a.owner != "mentor")[:4],
    )


def _changed(case: Case, before: Action, after: Action, said: str, drafts: tuple[Draft, ...] = ()) -> Decision:
    """The list with the change, and the way back."""
    thread = case.context.thread or GENERAL
    book, closes = _no_longer_asked(case.book.with_action(after), after)
    said += closes
    book = replace(book, undo=(thread, "action", kept(before)))
    decision = _list(
        case.on(book),
        said,
        drafts=drafts,
        taps=(*((Tap("Send", "SEND"),) if drafts else ()), Tap("Undo", "UNDO"), Tap("Actions", "ACTIONS")),
    )
    note = case.note("action", f"{after.number} {after.state.value}: {after.text}", after.person)
    return replace(decision, notes=(note,))


def _no_longer_asked(book: Book, action: Action) -> tuple[Book, str]:
    """What is done or dropped is no open line of its recap any more; and what to say when it was the last one."""
    recap = next((r for r in book.recaps if r.id == action.recap), None)
    if recap is None or action.state in UNFINISHED:
        return book, ""
    left = about_others(recap, action)
    if left == recap.to_confirm:
        return book, ""
    said = "" if left else " Nothing in the recap is open now: OK takes it."
    return book.with_recap(replace(recap, to_confirm=left)), said


def _done(case: Case, action: Action) -> Decision:
    if action.state is ActionState.DONE and not _result(case):
        return _list(case, f"{action.number} is done already.")
    result = _result(case) or action.result
    after = replace(action, state=ActionState.DONE, result=result, closed_at=case.at)
    person = case.book.find_person(action.person)
    draft = progress(case, person, after) if person is not None else None
    said = f"Done: {action.number} {clause(action.text)}."
    if draft is not None and person is not None:
        said += f" Below are two lines for {person.first_name} about it, if you like."
    elif not result:
        said += f" What came of it? DONE {action.number}: result … keeps it."
    return _changed(case, action, after, said, (draft,) if draft else ())


def _result(case: Case) -> str:
    """`done pricing memo: result two customers signed` -> "two customers signed"."""
    command = case.command
    named = command.number is not None or "ref" in dict(command.fields)
    text = command.because or (command.text if named else command.text.partition(":")[2])
    return clause(re.sub(r"^\s*:?\s*(?:result|because)?\s*[:,-]?\s*", "", text, count=1, flags=re.IGNORECASE))


def _doing(case: Case, action: Action) -> Decision:
    after = replace(action, state=ActionState.DOING, closed_at=None)
    return _changed(case, action, after, f"In hand: {action.number} {clause(action.text)}.")


def _drop(case: Case, action: Action) -> Decision:
    because = clause(case.command.because or (case.command.text if case.command.number is not None else ""))
    after = replace(action, state=ActionState.DROPPED, because=because, closed_at=case.at)
    said = f"Dropped: {action.number} {clause(action.text)}.{_why(because)}"
    return _changed(case, action, after, said)


def _move(case: Case, action: Action) -> Decision:
    day = case.command.day or (case.command.at.date() if case.command.at else None)
    if day is None:
        return _list(case, f"I changed nothing: move {action.number} to which day?")
    if day < case.today:
        return _list(case, f"I changed nothing: {short_day(day)} has passed.")
    if day == action.due:
        return _list(case, f"{action.number} is due on {short_day(day)} already.")
    because = clause(case.command.because)
    after = replace(action, due=day, moves=action.moves + 1, because=because)
    said = f"Moved: {action.number} {clause(action.text)} is due on {short_day(day)}"
    said += f" (it was {short_day(action.due)})." if action.due else "."
    said += _why(because)
    if after.moves > case.policy.action_moves:
        said += f" That is its {after.moves}th date: DROP {action.number}, or make it smaller?"
    return _changed(case, action, after, said)


def _why(because: str) -> str:
    """The reason as it is kept: in the protégé's own words, which need not be a sentence."""
    return f" Why: {because}." if because else ""


CHANGES: dict[str, Callable[[Case, Action], Decision]] = {
    "done": _done,
    "doing": _doing,
    "drop": _drop,
    "move": _move,
}


# --- UNDO


def take_back(case: Case, what: str, reference: str) -> Decision:
    """UNDO of the last change of an action ("action") or of a new reminder ("remind")."""
    if what == "remind":
        return reminders.take_back(case, reference)
    before = brought_back(reference)
    book = case.book.with_action(before)
    for letter in book.pending(before.person):
        if letter.template == PROGRESS:
            book = book.with_letter(replace(letter, state=LetterState.WITHDRAWN))
    person = book.find_person(before.person)
    thread = thread_of(person.id) if person else GENERAL
    return case.on(book).answer(
        "protege/actions",
        thread=thread,
        person=person.id if person else "",
        values={
            "said": f"Taken back: {before.number} {clause(before.text)} is {before.state.value} again.",
            "actions": [shown(book, a, case.today) for a in unfinished(book, before.person)],
            "reminders": [],
            **NO_LINES,
        },
        notes=(case.note("undo", f"action {before.number} as it was", before.person),),
    )
