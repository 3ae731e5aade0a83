"""What is open about an action of a recap, as a question; owner and date are never inferred (P100)."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.minutes import Action, Recap, RecapState
from assistant.mentoring.person import Person
from assistant.mentoring.words.phrases import clause
from assistant.mentoring.words.turning import whose


def to_confirm(action: Action, person: Person, asks: str = "", *, guessed: bool = False) -> list[str]:
    """What is open about this action, as "number: question".

    asks: what the reading was not sure of. guessed: nobody is named, and the notes read as if it were the protégé's."""
    what = f"“{clause(action.text)}”"
    if guessed:
        question = f"{what}: yours{', and by when' if action.due is None and not asks else ''}?"
    elif not action.owner and action.due is None:
        question = f"who will {what}, you or {person.first_name}, and by when?"
    elif not action.owner:
        question = f"who will {what}: you or {person.first_name}?"
    elif action.due is None and action.owner in ("me", "both"):
        question = f"by when will you {what}?" if action.owner == "me" else f"by when will you both {what}?"
    else:
        question = ""
    asked = f"{question} {asks}".strip() if guessed or not action.owner else asks or question
    word = whose(action.text, person.first_name) if action.owner in ("me", "both") else ""
    if word:
        whom = f"is “{word}” {person.first_name} or somebody else?"
        asked = f"{asked} And {whom}" if asked else f"{what}: {whom}"
    return [f"{action.number}: {action.number} {asked}"] if asked else []


def is_open(recap: Recap, action: Action) -> bool:
    """Whether something about this action is to be confirmed."""
    return any(line.startswith(f"{action.number}: ") for line in recap.to_confirm)


def asked_anew(recap: Recap, action: Action, person: Person) -> Recap:
    """The recap with what is open about this action now; what was not asked before is not asked after."""
    return _with(without(recap, action), to_confirm(action, person)) if is_open(recap, action) else recap


def without(recap: Recap, action: Action) -> Recap:
    """The recap with nothing open about this action."""
    return _with(replace(recap, to_confirm=about_others(recap, action)), ())


def asked_first(recap: Recap, action: Action, person: Person) -> Recap:
    """The recap with what is open about an action that it did not have before."""
    return _with(recap, to_confirm(action, person))


def about_others(recap: Recap, action: Action) -> tuple[str, ...]:
    """The open lines of a recap that are not about this action."""
    return tuple(line for line in recap.to_confirm if not line.startswith(f"{action.number}: "))


def _with(recap: Recap, more: list[str] | tuple[str, ...]) -> Recap:
    lines = (*recap.to_confirm, *more)
    return replace(recap, to_confirm=lines, state=RecapState.OPEN if lines else RecapState.FINAL)
