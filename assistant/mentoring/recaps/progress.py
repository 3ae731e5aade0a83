"""Two lines to the mentor about something finished, and what else changed of what was promised (P105).

At most one between meetings, only when something was finished, nothing private; and only when the protégé sends it.
"""

from __future__ import annotations

from datetime import date, datetime

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Why
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.privacy import may_leave
from assistant.mentoring.promises import promise
from assistant.mentoring.words.phrases import addressed, clause
from assistant.mentoring.words.turning import whose

IN_TOUCH = frozenset({Stage.COFFEE_DONE, Stage.PROPOSED, Stage.ACTIVE, Stage.WINDING_DOWN})
PROGRESS = "person/progress"
MOST_CHANGES = 2  # lines about other promises: it is a note, no report


def progress(case: Case, person: Person, action: Action) -> Draft | None:
    """The note about an action that is done, as a draft; None where it should or may not be written."""
    fits = action.owner in ("me", "both") and action.result and person.stage in IN_TOUCH and not person.do_not_contact
    if not fits or not person.email or not may_leave(case.book, action.text, action.result):
        return None
    since = max((r.at for r in case.book.recaps if r.person == person.id), default=None)
    told = (x for x in case.book.letters if x.person == person.id and x.template == PROGRESS)
    if any(_counts(x) and (since is None or x.created >= since) for x in told):
        return None
    return case.write(
        PROGRESS,
        Kind.ANSWER,
        person,
        values={
            "greeting": person.greeting or f"Hi {person.first_name}",
            **_said(action, person),
            "result": turned(action.result, person),
            "changes": [_change(a, person) for a in _changed(case.book, person, action, since)],
        },
        why=Why("one note between meetings, when something was finished", f"you finished {action.number}"),
    )


def _said(action: Action, person: Person) -> dict[str, object]:
    """{action, thing}: what was promised as it goes on after "I said I would", or a thing that has no verb."""
    said = promise(action, person.first_name)
    return {"action": said["text"], "thing": said["thing"]}


def _changed(book: Book, person: Person, but: Action, since: datetime | None) -> list[Action]:
    """The other promises of the last talk that were dropped or moved for a reason that may be told."""
    last = next((r.id for r in reversed(book.recaps) if r.person == person.id and r.at == since), "")
    found = [
        a
        for a in book.actions
        if a.number != but.number
        and a.person == person.id
        and a.owner in ("me", "both")
        and last
        and a.recap == last
        and a.because
        and (a.state is ActionState.DROPPED or (a.moves and a.state is not ActionState.DONE))
    ]
    return [a for a in found if may_leave(book, a.text, a.because)][:MOST_CHANGES]


def _change(action: Action, person: Person) -> dict[str, object]:
    """{action, thing, due, because} of one promise; `due` None where it was dropped."""
    due: date | None = None if action.state is ActionState.DROPPED else action.due
    return {**_said(action, person), "due": due, "because": turned(action.because, person)}


def turned(words: str, person: Person) -> str:
    """The protégé's words, to the person where it is sure whom they speak of; else as they were written, in quotes."""
    said = clause(words)
    return f"“{said}”" if whose(said, person.first_name) else addressed(said, person.first_name)


def _counts(letter: Letter) -> bool:
    return letter.state not in (LetterState.WITHDRAWN, LetterState.SKIPPED, LetterState.EXPIRED)
