"""What the agenda for the mentor says: goal, what I did, questions, all in the protégé's own words (P91, P98, P107).

Nothing private, nothing of the mentor's own offers (they are never chased, P106), and no more than gets read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import may_leave
from assistant.mentoring.promises import promise
from assistant.mentoring.recaps.actions import since_last_talk
from assistant.mentoring.recaps.progress import turned
from assistant.mentoring.words.phrases import clause, speaks_about

STATES = {ActionState.DONE: "done", ActionState.DOING: "in hand", ActionState.DROPPED: "not after all"}
FRAME = 30  # words of the letter that are always there
FEW = 2  # actions and questions that are never left out for length


@dataclass(frozen=True, slots=True)
class _Said:
    """The lines of one agenda; `left` is what had to stay out for length."""

    goal: str
    actions: tuple[str, ...]
    questions: tuple[str, ...]
    left: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return FRAME + sum(len(line.split()) for line in (self.goal, *self.actions, *self.questions))


def worth(book: Book, person: Person, at: datetime) -> bool:
    """Whether there is anything to say: a goal, something done, in hand or dropped, or a question."""
    return _all(book, person, at, ideas=False) is not None


def words(book: Book, person: Person, at: datetime, most: int) -> dict[str, object] | None:
    """{goal, actions, questions, left} as lines, in about `most` words; None where an agenda would be empty.

    Each question carries the protégé's own idea (product.md, "Every request for an opinion …") as far as there is room.
    """
    said = _all(book, person, at, ideas=True)
    if said is not None and said.length > most:
        said = _all(book, person, at, ideas=False)
    if said is None:
        return None
    said = _cut(said, most)
    return {
        "goal": said.goal,
        "actions": list(said.actions),
        "questions": list(said.questions),
        "left": list(said.left),
        "met": any(r.person == person.id for r in book.recaps),
    }


def _all(book: Book, person: Person, at: datetime, *, ideas: bool) -> _Said | None:
    gathered = book.preparation(person.id)
    goal = clause(gathered.goal) if may_leave(book, gathered.goal) else ""
    told = [a for a in since_last_talk(book, person, at) if a.owner in ("me", "both") and a.state in STATES]
    actions = [_action(book, a, person) for a in told if may_leave(book, a.text)]
    questions = [
        _question(q.text, q.idea if ideas and may_leave(book, q.idea) else "", person)
        for q in gathered.questions
        if may_leave(book, q.text)
    ]
    if not (goal or actions or questions):
        return None
    return _Said(f"“{goal}”" if speaks_about(goal) else goal, tuple(actions), tuple(questions))


def _action(book: Book, action: Action, person: Person) -> str:
    """ "Send you the deck: done, one customer signed": a reason or result that is private stays out."""
    text = str(promise(action, person.first_name)["text"])
    more = action.result if action.state is ActionState.DONE else action.because
    if action.state is ActionState.DOING or not may_leave(book, more):
        more = ""
    said = f"{text[:1].upper()}{text[1:]}: {STATES[action.state]}"
    return f"{said}, {turned(more, person)}" if more else said


def _question(text: str, idea: str, person: Person) -> str:
    said = turned(text, person)
    return f"{said} (My own idea: {turned(idea, person)})" if idea else said


def _cut(said: _Said, most: int) -> _Said:
    """Without the last questions, then the oldest actions, until it is short enough to be read."""
    while said.length > most and len(said.questions) > FEW:
        said = replace(said, questions=said.questions[:-1], left=(*said.left, said.questions[-1]))
    while said.length > most and len(said.actions) > FEW:
        said = replace(said, actions=said.actions[1:], left=(*said.left, said.actions[0]))
    return said
