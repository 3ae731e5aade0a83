"""What each correction does to a recap and its actions: one function a kind, `(Correcting, Command) -> Correcting`.

What is not certain changes nothing and is asked, beside what was understood. Nothing here approves anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.mentoring.command import Command
from assistant.mentoring.days import said_day, short_day
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import times
from assistant.mentoring.recaps import line_fixes
from assistant.mentoring.recaps.aims import tied
from assistant.mentoring.recaps.correcting import Correcting
from assistant.mentoring.recaps.open_lines import asked_anew
from assistant.mentoring.recaps.owner_fixes import fix
from assistant.mentoring.words.phrases import clause


def applied(work: Correcting, command: Command) -> Correcting:
    """The recap with one correction more, or with the question that it leaves."""
    if command.ask:
        return work.asks(f"“{clause(command.line)}”: {command.ask}")
    return FIXES.get(command.op, _fix)(work, command)


def _fix(work: Correcting, command: Command) -> Correcting:
    """Owner or date of one action, or the line of thanks beside them."""
    used = dict(command.fields).get("used")
    return _used(work, replace(command, text=used)) if used else fix(work, command)


def _used(work: Correcting, command: Command) -> Correcting:
    return work.says("Noted for the thanks.", replace(work.recap, used=clause(command.text)))


def _share(work: Correcting, command: Command) -> Correcting:
    number = command.number
    if number is None or not 0 < number <= len(work.recap.points):
        return work.asks(f"there are {len(work.recap.points)} main points; SHARE 1 shares the first")
    shared = tuple(sorted({*work.recap.shared, number}))
    return work.says(f"Main point {number} goes along.", replace(work.recap, shared=shared))


def _goal(work: Correcting, command: Command) -> Correcting:
    """`2 is for goal 1` (P121)."""
    book, said, done = tied(work.book, command)
    if not done:
        return work.asks(said)
    recap = work.recap
    for action in book.actions:
        if action.recap == recap.id and action.goal is not None:
            recap = asked_anew(recap, action, work.person)
    return work.says(said, recap, book)


def _next(work: Correcting, command: Command) -> Correcting:
    """The next meeting: its day, and its hour where there is one; the recap offers the invite."""
    case = replace(work.case, command=command)
    at, day = times.wanted(case), command.day
    if at is None and day is None:
        return work.asks("when is the next meeting? NEXT tue 8 Dec 16:00")
    if at is None:
        assert day is not None
        if day < case.today:
            return work.asks(f"{said_day(day)} has passed")
        said = short_day(day)
        recap = replace(work.recap, next_meeting=said, next_day=day, next_at=None)
        return work.says(f"The next meeting is on {said}.", recap)
    said = times.said(at)
    recap = replace(work.recap, next_meeting=said, next_at=times.instant(case, at), next_day=None)
    return work.says(f"The next meeting is {said}.", recap)


def _send(work: Correcting, _command: Command) -> Correcting:
    said = "First what is to be confirmed." if work.recap.to_confirm else "Here is what SEND would send."
    return replace(work.says(said), again=True)


def _not_sent(work: Correcting, _command: Command) -> Correcting:
    return work.says("Nothing was sent, since the recap has changed with this mail.")


def _unread(work: Correcting, command: Command) -> Correcting:
    """Words beside a correction that are none: told back, and what they may be is a tap."""
    means = dict(command.fields).get("means", "")
    words = clause(command.text)
    tap = Tap(f"Yes: {means}"[:40], means) if means else Tap("Add it as a line", f"ADD: {words}")
    return work.asks(f"“{words}”: I made nothing of it.", (tap,))


FIXES: dict[str, Callable[[Correcting, Command], Correcting]] = {
    "words": line_fixes.words,
    "wrong": line_fixes.wrong,
    "out": line_fixes.out,
    "drop": line_fixes.out,
    "private": line_fixes.private,
    "add": line_fixes.add,
    "merge": line_fixes.merge,
    "done": line_fixes.done,
    "others": line_fixes.others,
    "used": _used,
    "share": _share,
    "goal": _goal,
    "next": _next,
    "send": _send,
    "not_sent": _not_sent,
    "unread": _unread,
}
