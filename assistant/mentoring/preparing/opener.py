"""The first minute of a meeting in the protégé's own words: one thing that they did, and the goal of today (P102)."""

from __future__ import annotations

from datetime import datetime

from assistant.mentoring.book import Book
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.person import Person
from assistant.mentoring.promises import promise
from assistant.mentoring.recaps.actions import since_last_talk
from assistant.mentoring.recaps.progress import turned
from assistant.mentoring.words.phrases import clause


def opener(book: Book, person: Person, at: datetime) -> str:
    """Two or three sentences to say, in quotes; "" where the protégé has given nothing to say."""
    done = [
        a
        for a in since_last_talk(book, person, at)
        if a.state is ActionState.DONE and a.owner in ("me", "both") and a.closed_at is not None
    ]
    best = max(done, key=lambda a: (bool(a.result), a.closed_at), default=None)
    goal = clause(book.preparation(person.id).goal)
    said = [*([_did(best, person)] if best else []), *([f"My goal today: {_stopped(goal)}"] if goal else [])]
    return f"“{' '.join(said)}”" if said else ""


def _did(action: Action, person: Person) -> str:
    """ "I said I would send you the deck. It is done: one customer signed." """
    said = promise(action, person.first_name)
    text = str(said["text"])
    promised = f"From our last talk: {text}." if said["thing"] else f"I said I would {text}."
    result = turned(action.result, person)
    return f"{promised} It is done{': ' + _stopped(result) if result else '.'}"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
