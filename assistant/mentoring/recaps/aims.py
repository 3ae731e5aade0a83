"""Which goal an action serves (P121): as the protégé says, else by the words that it shares with one goal alone.

Nothing is kept but what the protégé said: goals change, and what words share is seen anew each time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from assistant.mentoring.book import Book, Goal
from assistant.mentoring.command import Command
from assistant.mentoring.minutes import Action, ActionState

NONE = 0  # the protégé said: it serves none of the goals
LIVE = frozenset({ActionState.OPEN, ActionState.DOING, ActionState.DONE})
# Words that tasks and goals have in common whatever they are about.
_COMMON = frozenset(
    """
    able about actually after again also another around back become becoming been before begin being best better book
    build bring call change come could create different doing done each email every find finish first from gain get
    give goal good great have help improve into join know learn least like lead long look mail make manage many meet
    meeting mentor month more most move much need next note notes often once only open other over part people person
    plan prepare read report review role send share should show small some someone start step such take talk tell than
    that their them then there these they thing think this those three time together towards until update using want
    week well what when where which while will with within without work would write year years your
    """.split()  # noqa: SIM905 - a list of fifty quoted words reads worse
)
FEW = 3  # actions: of fewer, half says nothing
NO_LINES: dict[str, object] = {"unserved": [], "drifts": False}
_ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s", "e")


def goal_of(action: Action, goals: Iterable[Goal]) -> Goal | None:
    """The goal that an action serves; None for none, or where its words fit several."""
    known = list(goals)
    if action.goal is not None:
        return next((goal for goal in known if goal.number == action.goal), None)
    words = _stems(action.text)
    shared = {goal.number: len(words & _stems(goal.text)) for goal in known}
    most = max(shared.values(), default=0)
    best = [goal for goal in known if most and shared[goal.number] == most]
    return best[0] if len(best) == 1 else None


def aim_lines(book: Book, actions: Iterable[Action]) -> dict[str, object]:
    """For a list of actions: {unserved: goals that no action serves}; and where more than half of the protégé's own
    serve no goal, {drifts, off, own, untied, one_goal}: how many of how many, and an example of each (P121)."""
    own = [a for a in actions if a.owner != "mentor"]
    off = [a for a in own if goal_of(a, book.goals) is None]
    if not book.goals:
        return NO_LINES
    return {
        "unserved": [{"number": g.number, "text": g.text.strip(" .")} for g in unserved(book)] if own else [],
        "drifts": len(own) >= FEW and 2 * len(off) > len(own),
        "off": len(off),
        "own": len(own),
        "untied": off[0].number if off else 0,
        "one_goal": book.goals[0].number,
    }


def unserved(book: Book) -> list[Goal]:
    """The goals that no action serves: none that is open, in hand or done."""
    served = {goal.number for a in book.actions if a.state in LIVE and (goal := goal_of(a, book.goals))}
    return [goal for goal in book.goals if goal.number not in served]


def tied(book: Book, command: Command) -> tuple[Book, str, bool]:
    """ "1 and 3 are for goal 2": the book with that, what to say of it, and whether it was done."""
    fields = dict(command.fields)
    wanted = int(fields.get("goal", NONE))
    numbers = [int(n) for n in fields.get("numbers", "").split()]
    unknown = [n for n in numbers if all(a.number != n for a in book.actions)]
    if unknown or not numbers:
        return book, f"there is no action {unknown[0]}" if unknown else "which action?", False
    goal = next((g for g in book.goals if g.number == wanted), None)
    if goal is None and wanted != NONE:
        return book, no_goal(book, wanted), False
    for action in book.actions:
        if action.number in numbers:
            book = book.with_action(replace(action, goal=wanted))
    which = " and ".join(map(str, numbers))
    said = f"goal {goal.number}, {goal.text}" if goal else "none of your goals"
    return book, f"{which} {'is' if len(numbers) == 1 else 'are'} for {said}.", True


def no_goal(book: Book, number: int) -> str:
    """Why nothing can be for the goal of that number."""
    known = ", ".join(str(g.number) for g in book.goals)
    return f"goal {number} does not exist; you have {known}" if known else "you have no goals yet"


def _stems(text: str) -> frozenset[str]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"[^\W\d_]{4,}", folded)
    return frozenset(_stem(word) for word in words if word not in _COMMON)


def _stem(word: str) -> str:
    """ "pricing", "prices" and "price" are one word here."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
