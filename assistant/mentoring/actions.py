"""Actions (L35, P106–P108): what was promised, what came of it, and the way back.

The mentor is never chased. A number is an action's for good: it never comes again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.mentoring import reminders
from assistant.mentoring.action_record import brought_back, kept
from assistant.mentoring.aims import NONE, adrift, goal_of, unserved
from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.phrases import clause, promised
from assistant.mentoring.privacy import may_leave

UNFINISHED = frozenset({ActionState.OPEN, ActionState.DOING})
IN_TOUCH = frozenset({Stage.COFFEE_DONE, Stage.PROPOSED, Stage.ACTIVE, Stage.WINDING_DOWN})
PROGRESS = "person/progress"


# --- looking up


def unfinished(book: Book, person: str = "") -> tuple[Action, ...]:
    """What is open or being done (with this person), by number."""
    found = (a for a in book.actions if a.state in UNFINISHED and (not person or a.person == person))
    return tuple(sorted(found, key=lambda a: a.number))


def next_number(book: Book) -> int:
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
    """`actions`, `done 2: result …`, `doing 2`, `drop 3 because …`, `move 1 to fri`."""
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
        },
        taps=taps or tuple(Tap(f"Done {a.number}", f"DONE {a.number}") for a in found if a.owner != "mentor")[:4],
    )


def _changed(case: Case, before: Action, after: Action, said: str, drafts: tuple[Draft, ...] = ()) -> Decision:
    """The list with the change, and the way back."""
    thread = case.context.thread or GENERAL
    book = replace(case.book.with_action(after), undo=(thread, "action", kept(before)))
    decision = _list(
        case.on(book),
        said,
        drafts=drafts,
        taps=(*((Tap("Send", "SEND"),) if drafts else ()), Tap("Undo", "UNDO"), Tap("Actions", "ACTIONS")),
    )
    note = case.note("action", f"{after.number} {after.state.value}: {after.text}", after.person)
    return replace(decision, notes=(note,))


def _done(case: Case, action: Action) -> Decision:
    if action.state is ActionState.DONE and not _result(case):
        return _list(case, f"{action.number} is done already.")
    result = _result(case) or action.result
    after = replace(action, state=ActionState.DONE, result=result, closed_at=case.at)
    person = case.book.find_person(action.person)
    draft = _progress(case, person, after) if person is not None else None
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


def _progress(case: Case, person: Person, action: Action) -> Draft | None:
    """Two lines for the mentor about something finished: at most one between meetings (P105), nothing private."""
    fits = action.owner in ("me", "both") and action.result and person.stage in IN_TOUCH and not person.do_not_contact
    if not fits or not person.email or not may_leave(case.book, action.text, action.result):
        return None
    talks = [r.at for r in case.book.recaps if r.person == person.id]
    since = max(talks, default=None)
    told = (x for x in case.book.letters if x.person == person.id and x.template == PROGRESS)
    if any(_counts(x) and (since is None or x.created >= since) for x in told):
        return None
    return case.write(
        PROGRESS,
        Kind.ANSWER,
        person,
        values={
            "greeting": person.greeting or f"Hi {person.first_name}",
            "action": promised(action.text, person.first_name, dated=True),
            "result": clause(action.result),
        },
        why=Why("one note between meetings, when something was finished", f"you finished {action.number}"),
    )


def _counts(letter: Letter) -> bool:
    return letter.state not in (LetterState.WITHDRAWN, LetterState.SKIPPED, LetterState.EXPIRED)


def _doing(case: Case, action: Action) -> Decision:
    after = replace(action, state=ActionState.DOING, closed_at=None)
    return _changed(case, action, after, f"In hand: {action.number} {clause(action.text)}.")


def _drop(case: Case, action: Action) -> Decision:
    because = clause(case.command.because or (case.command.text if case.command.number is not None else ""))
    after = replace(action, state=ActionState.DROPPED, because=because, closed_at=case.at)
    said = f"Dropped: {action.number} {clause(action.text)}" + (f", because {because}." if because else ".")
    return _changed(case, action, after, said)


def _move(case: Case, action: Action) -> Decision:
    day = case.command.day or (case.command.at.date() if case.command.at else None)
    if day is None:
        return _list(case, f"I changed nothing: move {action.number} to which day?")
    if day < case.today:
        return _list(case, f"I changed nothing: {_day(day)} has passed.")
    after = replace(action, due=day, moves=action.moves + 1)
    said = f"Moved: {action.number} {clause(action.text)} is due on {_day(day)}"
    said += f" (it was {_day(action.due)})." if action.due else "."
    if after.moves > case.policy.action_moves:
        said += f" That is its {after.moves}th date: DROP {action.number}, or make it smaller?"
    return _changed(case, action, after, said)


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
        },
        notes=(case.note("undo", f"action {before.number} as it was", before.person),),
    )


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
