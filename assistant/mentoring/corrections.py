"""Correcting a recap: `2 is mine, due 5 Dec`, `18 Dec yes`, `next tue 8 Dec 16:00`, `ok` (L33).

Nothing here approves anything: a corrected recap is another recap, and its mentor's version another draft.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.mentoring import times
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Action, Recap, RecapState
from assistant.mentoring.person import Person
from assistant.mentoring.phrases import clause
from assistant.mentoring.recap_mail import answer

OWNERS = {
    "mine": "me",
    "me": "me",
    "hers": "mentor",
    "his": "mentor",
    "theirs": "mentor",
    "both": "both",
    "ours": "both",
}


def to_confirm(action: Action, person: Person, asks: str = "", *, guessed: bool = False) -> list[str]:
    """What is open about this action, as "number: question"; owner and date are never inferred (P100).

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
    return [f"{action.number}: {action.number} {asked}"] if asked else []


def newest(case: Case) -> Recap | None:
    """The recap that a correction is about: the newest of this person, or of all."""
    person = case.person
    found = [r for r in case.book.recaps if person is None or r.person == person.id]
    return found[-1] if found else None


def take(case: Case) -> Decision:
    """`ok`: the recap as it is; what is open stays open ("—"), and the mentor's version is drafted."""
    recap = newest(case)
    if recap is None:
        return case.nothing_done("there is no recap here to take")
    return _shown(case, replace(recap, to_confirm=(), state=RecapState.FINAL), "Taken as it is.")


def correct(case: Case) -> Decision:
    """One correction of the newest recap, by the command's op."""
    recap = newest(case)
    if recap is None:
        return case.nothing_done("there is no recap here to correct")
    command = case.command
    match command.op:
        case "ok" | "yes" | "take":
            return take(case)
        case "send":
            said = "First what is to be confirmed." if recap.to_confirm else "Here is what SEND would send."
            return _shown(case, recap, said)
        case "next":
            return _next(case, recap)
        case "share":
            return _share(case, recap)
        case "used":
            return _shown(case, replace(recap, used=clause(command.text)), "Noted for the thanks.")
        case _:
            return _fix(case, recap)


def _fix(case: Case, recap: Recap) -> Decision:
    """Owner or date of one action."""
    person = case.book.person(recap.person)
    fields = dict(case.command.fields)
    if fields.get("used"):
        return _shown(case, replace(recap, used=clause(fields["used"])), "Noted for the thanks.")
    owner = OWNERS.get(fields.get("owner", "").lower(), fields.get("owner", ""))
    due = case.command.day or (date.fromisoformat(fields["due"]) if fields.get("due") else None)
    action = _meant(case, recap, dated=due is not None and not owner)
    if action is None:
        numbers = ", ".join(str(a.number) for a in _actions(case, recap))
        known = f"the actions are {numbers}" if numbers else "there are no actions in this recap"
        return case.nothing_done(f"I don't know which line you mean; {known}", person=person.id)
    if owner not in ("", "me", "mentor", "both") or not (owner or due):
        return case.nothing_done(f"is {action.number} MINE, HERS or OURS, and by when?", person=person.id)
    if due is not None and due < case.today:
        return case.nothing_done(f"{due:%a} {due.day} {due:%b %Y} has passed", person=person.id)
    fixed = replace(action, owner=owner or action.owner, due=due or action.due)
    others = tuple(line for line in recap.to_confirm if not line.startswith(f"{action.number}: "))
    recap = replace(recap, to_confirm=(*others, *to_confirm(fixed, person)))
    if not recap.to_confirm:
        recap = replace(recap, state=RecapState.FINAL)
    case = case.on(case.book.with_action(fixed))
    return _shown(case, recap, f"{fixed.number} is {_whose(fixed, person)}{_by(fixed)}.")


def _actions(case: Case, recap: Recap) -> list[Action]:
    return [a for a in case.book.actions if a.recap == recap.id]


def _meant(case: Case, recap: Recap, *, dated: bool) -> Action | None:
    """By number; by words that one action has; else the one that is open (for a bare date: of which a date is)."""
    actions = _actions(case, recap)
    if case.command.number is not None:
        return next((a for a in actions if a.number == case.command.number), None)
    words = set(re.findall(r"\w+", case.command.text.lower())) - {"the", "a", "an"}
    if words:
        fitting = [a for a in actions if words <= set(re.findall(r"\w+", a.text.lower()))]
        return fitting[0] if len(fitting) == 1 else None
    asked = {line.partition(": ")[0] for line in recap.to_confirm}
    fitting = [a for a in actions if str(a.number) in asked and not (dated and a.owner == "mentor")]
    return fitting[0] if len(fitting) == 1 else None


def _whose(action: Action, person: Person) -> str:
    return {"me": "yours", "mentor": f"{person.first_name}'s", "both": "for both of you"}.get(
        action.owner, "nobody's yet"
    )


def _by(action: Action) -> str:
    return f", due {action.due:%a} {action.due.day} {action.due:%b}" if action.due else ""


def _next(case: Case, recap: Recap) -> Decision:
    """The next meeting's date: kept in the recap, its invite one tap away."""
    at = times.wanted(case)
    day = case.command.day
    if at is None and day is None:
        return case.nothing_done("when is the next meeting? NEXT tue 8 Dec 16:00", person=recap.person)
    said = times.said(at) if at else f"{day:%a} {day.day} {day:%b}" if day else ""
    taps = (Tap(f"Invite for {said}", f"MEET {times.typed(at)}"),) if at else ()
    return _shown(case, replace(recap, next_meeting=said), f"The next meeting is {said}.", taps)


def _share(case: Case, recap: Recap) -> Decision:
    number = case.command.number
    if number is None or not 0 < number <= len(recap.points):
        return case.nothing_done(
            f"there are {len(recap.points)} main points; SHARE 1 shares the first", person=recap.person
        )
    shared = tuple(sorted({*recap.shared, number}))
    return _shown(case, replace(recap, shared=shared), f"Main point {number} goes along.")


def _shown(case: Case, recap: Recap, said: str, taps: tuple[Tap, ...] = ()) -> Decision:
    """The recap as it is now; when nothing is open any more, its question is answered."""
    book = case.book.with_recap(recap)
    question = book.question(thread_of(recap.person), Asks.RECAP)
    if question is not None and not recap.to_confirm:
        book = book.without_question(question.id)
    note = case.note("recap", said, recap.person)
    return answer(case.on(book), book.person(recap.person), recap, said=said, taps=taps, notes=(note,))
