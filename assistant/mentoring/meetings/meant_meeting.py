"""Which meeting a change is about: by its day, its kind or its person; where two would do, it is asked (L29).

The command's fields say it: `of` (ISO day, day and hour, week or month, the protégé's), `noun`, and `scope` (next |
series | all | person).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import moves, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.schedule import HORIZON, actual_start

MOST = 6
WEEK = timedelta(days=7)
RECENT = timedelta(days=14)
Word = Callable[[Upcoming], str]  # the whole command again, for one meeting


def meant(case: Case, word: Word, *, ask_whose: str, of: str = "") -> Upcoming | Decision:
    """The one meeting that is meant, or the answer that asks which, or says that there is none.

    ask_whose: the command that names a person, with "{name}" in it. of: the day, where the command itself says it.
    """
    said = dict(case.command.fields)
    found = moves.upcoming(case.book, case.at, case.person)
    day, scope = of or said.get("of", ""), said.get("scope", "")
    if not found or (not day and scope in ("", "next") and "noun" not in said):
        return moves.next_of(case, ask_whose)
    if day:
        off = refused(case)
        there = [u for u in _all(case) if _is_on(case, u, day)] or ([off] if off and _is_on(case, off, day) else [])
        if not there and said.get("on") == "weekday":  # "thursday's coffee" is next week's, where this week has none
            next_week = date.fromisoformat(day) + WEEK
            there = [u for u in _all(case) if _is_on(case, u, next_week.isoformat())]
        if len(there) == 1:
            return there[0]
        return _ask(case, there or found, word, none_then=not there)
    fitting = _fitting(found, scope, said.get("noun", ""))
    if not fitting:
        return _ask(case, found, word, none_then=False, no_series=True)
    if len({u.person.id for u in fitting}) == 1 and (len(fitting) == 1 or scope in ("next", "series", "all")):
        return fitting[0]
    return _ask(case, fitting, word, none_then=False)


def refused(case: Case) -> Upcoming | None:
    """The meeting that the person declined and for which no other time was found: a bare "move to" is about that.

    One whose time has gone by meanwhile is still that one, for two weeks.
    """
    found = []
    for meeting in case.book.meetings:
        person = case.book.find_person(meeting.person)
        if person is None or meeting.state != "invited" or meeting.organizer:
            continue
        if case.person is not None and person.id != case.person.id:
            continue
        for seen in meeting.attendance:
            original = seen.occurrence or (None if meeting.rrule else meeting.begins)
            actual = actual_start(meeting, original) if original else None
            if seen.email == person.email and seen.answer == "DECLINED" and actual and actual > case.at - RECENT:
                found.append((seen.stamp, Upcoming(meeting, person, original or actual, actual)))
    whose = {u.person.id for _, u in found} | {u.person.id for u in moves.upcoming(case.book, case.at, case.person)}
    return max(found, key=lambda pair: pair[0])[1] if found and len(whose) == 1 else None


def named(case: Case, target: Upcoming) -> str:
    """A meeting as a command names it, in one meaning only: "THE MEETING OF 2026-12-01 16:00 WITH Minerva McGee"."""
    return f"THE MEETING OF {times.typed(times.local(case, target.actual))} WITH {target.person.name}"


def is_only(case: Case, target: Upcoming) -> bool:
    """Whether a bare "move to" in the person's thread would mean this meeting."""
    found = moves.upcoming(case.book, case.at, target.person)
    return bool(found) and found[0].meeting.uid == target.meeting.uid and found[0].original == target.original


def _fitting(found: list[Upcoming], scope: str, noun: str) -> list[Upcoming]:
    if scope == "series":
        return [u for u in found if u.meeting.rrule]
    coffees = [u for u in found if u.meeting.purpose == "coffee"]
    return coffees if noun == "coffee" and coffees else found


def _all(case: Case) -> list[Upcoming]:
    """Every occurrence to come, soonest first."""
    found = []
    for first in moves.upcoming(case.book, case.at, case.person):
        for original, actual in first.meeting.occurrences(case.at, case.at + HORIZON):
            found.append(Upcoming(first.meeting, first.person, original, actual))
    return sorted(found, key=lambda u: u.actual)


def _is_on(case: Case, target: Upcoming, day: str) -> bool:
    start = times.local(case, target.actual)
    if " " in day:
        return abs(start - datetime.fromisoformat(day)) < timedelta(minutes=1)
    return day in (start.date().isoformat(), f"{start:%G-W%V}", f"{start:%Y-%m}")


def _ask(case: Case, found: list[Upcoming], word: Word, *, none_then: bool, no_series: bool = False) -> Decision:
    """Nothing is changed: each meeting is one tap."""
    whose = {u.person.id for u in found}
    several = len(whose) > 1
    return case.answer(
        "protege/which_one",
        person="" if several else next(iter(whose)),
        thread=case.context.thread if several else "",
        values={
            "said": case.command.line[:80],
            "meetings": [
                {"name": u.person.name, "when": u.actual, "series": bool(u.meeting.rrule)} for u in found[:MOST]
            ],
            "none_then": none_then,
            "no_series": no_series,
        },
        taps=[Tap(_label(case, u), word(u)) for u in found[:MOST]],
    )


def _label(case: Case, target: Upcoming) -> str:
    return f"{target.person.first_name}, {times.said(times.local(case, target.actual))}"
