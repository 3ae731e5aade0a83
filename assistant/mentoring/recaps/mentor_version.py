"""The mentor's version of a recap: thanks with one use of the advice, what I will do by when, the next date (P105).

Main points and third parties stay with the protégé unless they share them; private lines never leave (promise 7).
"""

from __future__ import annotations

import re
from datetime import date, datetime

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.letters import Draft, Kind, Why
from assistant.mentoring.meetings import moves
from assistant.mentoring.minutes import Action, Recap
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.privacy import may_leave
from assistant.mentoring.promises import promise
from assistant.mentoring.recaps.actions import UNFINISHED
from assistant.mentoring.words.phrases import EFFECT, addressed, clause, says_something
from assistant.mentoring.words.tongue import is_foreign, quoted
from assistant.mentoring.words.turning import whose

_BESIDE = re.compile(r",\s+(?:which|who|whose)\b")  # what stands behind is said of a thing, and no sentence by itself
_SENTENCE = re.compile(r"(?:you|i|we) \w", re.IGNORECASE)
MOST_ACTIONS = 4  # the next ones
LATE = 3  # business days: then a short late one (policy.md)


def draft(case: Case, person: Person, recap: Recap) -> Draft | None:
    """The draft to the mentor; None where this person gets no mail, or has had the last thanks."""
    if not person.email or person.do_not_contact or person.stage is Stage.CLOSED:
        return None
    mine = sorted(_mine(case.book, recap), key=lambda a: a.due or date.max)[:MOST_ACTIONS]
    used = recap.used if may_leave(case.book, recap.used) else ""
    points = [recap.points[n - 1] for n in recap.shared if 0 < n <= len(recap.points)]
    said = [_promised(a, person.first_name) for a in mine]
    return case.write(
        "person/recap",
        Kind.RECAP,
        person,
        values={
            "greeting": moves.greeting(person),
            "weekday": f"{recap.day:%A}",
            "day": recap.day,
            "late": case.calendar(person).between(recap.day, case.today) >= LATE,
            **_thanks(clause(used), person.first_name),
            "promises": [p for p in said if not p["thing"]],
            "things": [p for p in said if p["thing"] and not p["both"]],
            "ours": [p for p in said if p["thing"] and p["both"]],
            "points": [quoted(p) if is_foreign(p) else clause(p) for p in points if may_leave(case.book, p)],
            "next": _next(case, person),
        },
        why=Why(
            "thanks and what you will do, within a business day", "your notes", data="your actions and their dates"
        ),
    )


def _promised(action: Action, first_name: str) -> dict[str, object]:
    """A promise as the letter says it; in another language than the letter's as it was written, in quotes."""
    said = promise(action, first_name)
    if not is_foreign(action.text):
        return said
    day = action.due
    told = day is not None and re.search(rf"\b{day.day}\b", action.text) is not None  # the words name it themselves
    return {**said, "text": quoted(action.text), "thing": True, "due": None if told else day}


def foreign_actions(case: Case, recap: Recap) -> list[Action]:
    """The protégé's own that the letter quotes since they are not in English."""
    return [a for a in _mine(case.book, recap) if is_foreign(a.text)]


def _mine(book: Book, recap: Recap) -> list[Action]:
    """What the protégé has still to do of this talk, as far as the mentor may read it."""
    mine = [a for a in book.actions if a.recap == recap.id and a.owner in ("me", "both") and a.state in UNFINISHED]
    return [a for a in mine if may_leave(book, a.text)]


def _thanks(used: str, first_name: str) -> dict[str, object]:
    """What was used, turned to the person; in quotes as it was written where "her" may be somebody else, or the
    words are not in English."""
    if whose(used, first_name) or is_foreign(used):
        return {"used": f"What I took from it: “{used}”", "also": ""}
    return thanked(addressed(used, first_name))


def thanked(used: str) -> dict[str, object]:
    """What was used, as it goes on in a letter: {used}, a sentence of its own, or {also}, what follows "and for".

    "your question on value" is no sentence; "asked two customers" wants its "I"."""
    if says_something(_BESIDE.split(used)[0]) or _SENTENCE.match(used) or not used:
        return {"used": _sentence(used), "also": ""}
    if EFFECT.match(used):
        return {"used": f"I {used[:1].lower()}{used[1:]}", "also": ""}
    return {"used": "", "also": used[:1].lower() + used[1:] if used[:2] != used[:2].upper() else used}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] if text else ""


def _next(case: Case, person: Person) -> datetime | None:
    """The next meeting that the person's calendar knows, UTC."""
    known = [u for u in moves.upcoming(case.book, case.at, person) if u.meeting.state == "invited"]
    return known[0].actual if known else None
