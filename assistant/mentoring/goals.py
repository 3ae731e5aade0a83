"""Goals: the sheet, new ones, changes, the sheet sent back edited (L5; P3–P15)."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.mentoring.book import Book, Goal
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.decision import Decision

BECAUSE = re.compile(r"[,;]?\s+(?:because|bc|b/c|cos|coz|cuz|'cause)\s+", re.IGNORECASE)  # as phones write it
GOALS_MOST = 9


# --- goals (L5)


def goals(case: Case) -> Decision:
    """`goals`, `new goal: … because …`, `change goal 2 to …`, the goal sheet sent back edited."""
    command = case.command
    match command.op:
        case "new":
            return _new(case)
        case "change":
            return _change(case)
        case "drop":
            return _drop(case)
        case "sheet":
            return _edited(case)
        case _:
            return sheet(case)


def sheet(case: Case, changed: tuple[int, ...] = (), *, new: int = 0, said: str = "") -> Decision:
    """The goal sheet, with the new line (by its number) and changed ones marked."""
    rows = [
        {"number": g.number, "text": g.text, "why": g.why, "changed": g.number in changed, "new": g.number == new}
        for g in case.book.goals
    ]
    return case.answer("protege/goals", thread=GENERAL, values={"rows": rows, "said": said})


def _new(case: Case) -> Decision:
    text, why = with_reason(case.command.text, case.command.because)
    if not text:
        return case.nothing_done("I found no goal in that line. Write e.g. new goal: lead a pricing team because …")
    if len(case.book.goals) >= GOALS_MOST:
        return case.nothing_done("nine goals are more than anybody can follow; change or drop one first")
    book = add_goal(case.book, text, why)
    new = book.goals[-1].number if len(book.goals) > len(case.book.goals) else 0
    return sheet(case.on(book), new=new, said="" if new else "You have that goal already.")


def add_goal(book: Book, text: str, why: str = "") -> Book:
    """The book with one goal more; one that says the same is not doubled."""
    if any(g.text.lower() == text.lower() for g in book.goals):
        return book
    number = 1 + max((g.number for g in book.goals), default=0)
    return replace(book, goals=(*book.goals, Goal(number, text, why)))


def with_reason(text: str, because: str = "") -> tuple[str, str]:
    """A goal and why it matters; `because`: the reason, where it was read apart already."""
    if because:
        return text.strip(" ."), because.strip()
    head, *rest = BECAUSE.split(text, maxsplit=1)
    return head.strip(" ."), rest[0].strip() if rest else ""


def _change(case: Case) -> Decision:
    goal = _meant(case)
    if goal is None:
        return case.nothing_done(_no_goal(case))
    text, why = with_reason(case.command.text, case.command.because)
    if not text:
        return case.nothing_done(f"I found no new words for goal {goal.number}")
    changed = replace(goal, text=text, why=why or goal.why)
    book = replace(case.book, goals=tuple(changed if g.number == goal.number else g for g in case.book.goals))
    return sheet(case.on(book), (goal.number,))


def _drop(case: Case) -> Decision:
    goal = _meant(case)
    if goal is None:
        return case.nothing_done(_no_goal(case))
    book = replace(case.book, goals=tuple(g for g in case.book.goals if g.number != goal.number))
    return sheet(case.on(book), said=f"Goal {goal.number} is gone: {goal.text}")


def _meant(case: Case) -> Goal | None:
    return next((g for g in case.book.goals if g.number == case.command.number), None)


def _no_goal(case: Case) -> str:
    known = [str(g.number) for g in case.book.goals]
    if not known:
        return "you have no goals yet. Write e.g. new goal: lead a pricing team because …"
    span = known[0] if len(known) == 1 else f"{known[0]}–{known[-1]}"
    return f"goal {case.command.number} does not exist; you have {span}"


def _edited(case: Case) -> Decision:
    """The sheet sent back: `Goal 1: …` lines; only what differs is changed."""
    by_number = {g.number: g for g in case.book.goals}
    changed = []
    for name, value in case.command.fields:
        number = int("".join(c for c in name if c.isdigit()) or 0)
        goal = by_number.get(number)
        text, why = with_reason(value, "")
        if goal is not None and text and (text, why or goal.why) != (goal.text, goal.why):
            by_number[number] = replace(goal, text=text, why=why or goal.why)
            changed.append(number)
    book = replace(case.book, goals=tuple(by_number[g.number] for g in case.book.goals))
    return sheet(case.on(book), tuple(changed), said="" if changed else "Nothing has changed.")
