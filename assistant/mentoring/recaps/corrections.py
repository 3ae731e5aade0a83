"""Correcting a recap: `2 is mine, due 5 Dec`, `18 Dec yes`, `next tue 8 Dec 16:00`, `ok` (L33).

Nothing here approves anything: a corrected recap is another recap, and its mentor's version another draft.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.decision import Decision
from assistant.mentoring.meetings import inviting, times
from assistant.mentoring.minutes import Action, Recap, RecapState
from assistant.mentoring.person import Person
from assistant.mentoring.recaps.aims import tied
from assistant.mentoring.recaps.recap_mail import answer
from assistant.mentoring.words.phrases import clause
from assistant.mentoring.words.turning import whose

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
    word = whose(action.text, person.first_name) if action.owner in ("me", "both") else ""
    if word:
        whom = f"is “{word}” {person.first_name} or somebody else?"
        asked = f"{asked} And {whom}" if asked else f"{what}: {whom}"
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
            return _shown(case, recap, said, again=True)
        case "next":
            return _next(case, recap)
        case "share":
            return _share(case, recap)
        case "goal":
            return _goal(case, recap)
        case "words":
            return _words(case, recap)
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
        return case.nothing_done(f"I don't know which line you mean; {_known(case, recap)}", person=person.id)
    if owner not in ("", "me", "mentor", "both") or not (owner or due):
        return case.nothing_done(f"is {action.number} MINE, HERS or OURS, and by when?", person=person.id)
    if due is not None and due < case.today:
        return case.nothing_done(f"{due:%a} {due.day} {due:%b %Y} has passed", person=person.id)
    fixed = replace(action, owner=owner or action.owner, due=due or action.due)
    recap = _asked_anew(recap, fixed, person)
    case = case.on(case.book.with_action(fixed))
    return _shown(case, recap, f"{fixed.number} is {_whose(fixed, person)}{_by(fixed)}.")


def _asked_anew(recap: Recap, action: Action, person: Person) -> Recap:
    """The recap with what is open about this action now."""
    if not any(line.startswith(f"{action.number}: ") for line in recap.to_confirm):
        return recap
    others = tuple(line for line in recap.to_confirm if not line.startswith(f"{action.number}: "))
    open_lines = (*others, *to_confirm(action, person))
    return replace(recap, to_confirm=open_lines, state=RecapState.OPEN if open_lines else RecapState.FINAL)


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
    """The next meeting: with its hour the invite is drafted, with its day alone its times are offered (P85)."""
    at, day = times.wanted(case), case.command.day
    if at is None and day is None:
        return case.nothing_done("when is the next meeting? NEXT tue 8 Dec 16:00", person=recap.person)
    if at is None:
        assert day is not None
        if day < case.today:
            return case.nothing_done(f"{day:%a} {day.day} {day:%b %Y} has passed", person=recap.person)
        said = f"{day:%a} {day.day} {day:%b}"
        return _shown(
            case, replace(recap, next_meeting=said, next_day=day, next_at=None), f"The next meeting is on {said}."
        )
    said = times.said(at)
    recap = replace(recap, next_meeting=said, next_at=times.instant(case, at), next_day=None)
    person = case.book.person(recap.person)
    if inviting.refused(person):
        return _shown(case, recap, f"The next meeting is {said}.")
    bound = case.on(case.book.with_recap(recap))
    made = inviting.invite_once(bound, person, "meeting", inviting.minutes_of(case, person), "MEET")
    if not any(draft.method for draft in made.drafts):
        return replace(made, book=case.book)  # it can't be then, or is asked first: nothing is kept yet
    return made


def _words(case: Case, recap: Recap) -> Decision:
    """`3 should say ask Lee about Lee's plans`: the action in other words."""
    action = next((a for a in _actions(case, recap) if a.number == case.command.number), None)
    words = clause(case.command.text)
    if action is None or not words:
        return case.nothing_done(f"{_known(case, recap)}. Reply e.g. 2 SHOULD SAY send the memo", person=recap.person)
    person = case.book.person(recap.person)
    fixed = replace(action, text=words)
    recap = _asked_anew(recap, fixed, person)
    return _shown(case.on(case.book.with_action(fixed)), recap, f"{fixed.number} says: {words}.")


def _known(case: Case, recap: Recap) -> str:
    numbers = ", ".join(str(a.number) for a in _actions(case, recap))
    return f"the actions are {numbers}" if numbers else "there are no actions in this recap"


def _goal(case: Case, recap: Recap) -> Decision:
    """`2 is for goal 1` under the recap: it is shown with that (P121)."""
    book, said, done = tied(case.book, case.command)
    if not done:
        return case.nothing_done(said, person=recap.person)
    person = book.person(recap.person)
    for action in book.actions:
        if action.recap == recap.id and action.goal is not None:
            recap = _asked_anew(recap, action, person)
    return _shown(case.on(book), recap, said)


def _share(case: Case, recap: Recap) -> Decision:
    number = case.command.number
    if number is None or not 0 < number <= len(recap.points):
        return case.nothing_done(
            f"there are {len(recap.points)} main points; SHARE 1 shares the first", person=recap.person
        )
    shared = tuple(sorted({*recap.shared, number}))
    return _shown(case, replace(recap, shared=shared), f"Main point {number} goes along.")


def _shown(case: Case, recap: Recap, said: str, *, again: bool = False) -> Decision:
    """The recap as it is now; when nothing is open any more, its question is answered."""
    book = case.book.with_recap(recap)
    question = book.question(thread_of(recap.person), Asks.RECAP)
    if question is not None and not recap.to_confirm:
        book = book.without_question(question.id)
    note = case.note("recap", said, recap.person)
    return answer(case.on(book), book.person(recap.person), recap, said=said, notes=(note,), again=again)
