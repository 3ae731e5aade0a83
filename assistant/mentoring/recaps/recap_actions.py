"""The actions of notes in the book: new ones, those that are open already, and those of a corrected version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.facts import NoteAction
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.offers import offer_of
from assistant.mentoring.person import Person
from assistant.mentoring.privacy import plain
from assistant.mentoring.promises import task_words
from assistant.mentoring.recaps.actions import UNFINISHED, next_number, unfinished
from assistant.mentoring.recaps.aims import no_goal
from assistant.mentoring.recaps.open_lines import to_confirm
from assistant.mentoring.recaps.renoted import closest
from assistant.mentoring.words.phrases import clause, shortened, unfilled

CORRECTED = "not in your corrected notes"


def words(found: NoteAction, person: Person) -> str:
    """A task of notes as the list says it."""
    dated, text = found.due is not None, unfilled(shortened(found.text))
    if found.owner == "mentor":
        return offer_of(text, person.first_name, dated=dated)
    return task_words(text, dated=dated)


def is_cut(found: NoteAction) -> bool:
    """Whether a task is too long for a list: its whole words are a main point then."""
    return shortened(found.text) != found.text


def agrees(book: Book, person: Person, recap: str, found: Sequence[NoteAction]) -> bool:
    """Whether notes say of each action what the book has: no other day, no other owner, unless it changed since."""
    return not any(_differs(book, person, recap, one) for one in found if not one.other)


def _differs(book: Book, person: Person, recap: str, found: NoteAction) -> bool:
    text = plain(words(found, person))
    known = [a for a in book.actions if a.recap == recap and plain(a.text) == text]
    if not known or known[0].moves or known[0].state not in UNFINISHED:
        return False
    return bool(found.due and found.due != known[0].due) or bool(found.owner and found.owner != known[0].owner)


def taken(book: Book, person: Person, recap: str, found: Sequence[NoteAction]) -> tuple[Book, list[str]]:
    """The book with these actions, and what is open about them: "number: question" lines."""
    lines: list[str] = []
    for one in found:
        text = words(one, person)
        same = next((a for a in unfinished(book, person.id) if plain(a.text) in (plain(one.text), plain(text))), None)
        if same is None:
            action = Action(next_number(book), text, person.id, one.owner, one.due, recap=recap, goal=_aim(book, one))
        else:
            action = _met_again(same, one, recap, _aim(book, one))
        book = book.with_action(action)
        lines += _open(book, person, action, one)
    return book, lines


def replaced(book: Book, person: Person, recap: str, found: Sequence[NoteAction]) -> tuple[Book, list[str]]:
    """The same for a corrected version: an action that it says otherwise keeps its number, one that it leaves out
    goes; what was done stays done."""
    old = [a for a in book.actions if a.recap == recap and a.state in UNFINISHED]
    rest = [one for one in found if not any(plain(words(one, person)) == plain(a.text) for a in old)]
    kept = {a.number for a in old if any(plain(words(one, person)) == plain(a.text) for one in found)}
    for action in [a for a in old if a.number not in kept]:
        like = closest(action.text, [words(one, person) for one in rest])
        if like is None:
            gone = replace(action, state=ActionState.DROPPED, because=CORRECTED, recap="")
            book = book.with_action(gone)
            continue
        one = next(x for x in rest if words(x, person) == like)
        rest.remove(one)
        book = book.with_action(replace(action, text=like, due=one.due))
    for action in [a for a in book.actions if a.number in kept]:
        one = next(x for x in found if plain(words(x, person)) == plain(action.text))
        book = book.with_action(replace(action, due=one.due, owner=one.owner or action.owner))
    return taken(book, person, recap, found)


def _met_again(same: Action, found: NoteAction, recap: str, aim: int | None) -> Action:
    """An open action that notes name once more keeps its number."""
    action = replace(same, owner=found.owner or same.owner, due=found.due or same.due, recap=recap)
    return action if aim is None else replace(action, goal=aim)


def _aim(book: Book, found: NoteAction) -> int | None:
    return found.goal if any(g.number == found.goal for g in book.goals) else None


def _open(book: Book, person: Person, action: Action, found: NoteAction) -> list[str]:
    asks = " ".join(filter(None, (found.asks, _which_goal(book, found))))
    return to_confirm(action, person, asks, guessed=found.guessed)


def _which_goal(book: Book, found: NoteAction) -> str:
    """A question about a goal that the notes name and the book does not know."""
    if found.goal is None or _aim(book, found) is not None:
        return ""
    return f"“{clause(found.text)}”: {no_goal(book, found.goal)}. Which is it for?"
