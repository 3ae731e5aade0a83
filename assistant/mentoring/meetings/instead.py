"""The protégé takes one of the times that a draft offers instead of a declined meeting: nobody has to be asked.

One meeting is moved there; of a whole series that was declined it is the first day of another rhythm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.mentoring.case import Case
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Slot
from assistant.mentoring.letters import Letter
from assistant.mentoring.meetings import meetings, moves, times
from assistant.mentoring.meetings.meant_meeting import named
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.meetings.reschedule import TEMPLATE
from assistant.mentoring.recurrence import without_end
from assistant.mentoring.rhythm import WEEKDAYS, nth
from assistant.mentoring.schedule import Meeting


def shown(case: Case) -> Letter | None:
    """The draft with other times that the answered mail shows and that has not been decided on."""
    answered = case.book.find_letter(case.context.letter)
    found = [x for id in (answered.shows if answered else ()) if (x := case.book.find_letter(id))]
    return next((x for x in found if offers_times(x) and not x.final), None)


def offers_times(letter: Letter) -> bool:
    """Whether it is a letter that offers other times for a declined meeting."""
    return letter.template == TEMPLATE and bool(letter.values.get("times"))


def offered(case: Case, draft: Letter) -> tuple[Slot, ...]:
    """Its times in its order, in the protégé's zone."""
    said = draft.values.get("times")
    instants = [at for at in said if isinstance(at, datetime)] if isinstance(said, list | tuple) else []
    return tuple(Slot(times.local(case, at), None, case.zone) for at in instants)


def word(case: Case, draft: Letter) -> str:
    """The command that takes one of its times, up to the time."""
    target = _target(case, draft)
    if target is None or _is_coffee(target.meeting):
        return f"COFFEE WITH {case.book.person(draft.person).name}"
    return f"MOVE {named(case, target)} TO"


def taken(case: Case, draft: Letter, fitting: Sequence[Slot]) -> Decision | None:
    """The change by the one time that fits; None where none does, or several do.

    Of a series "Thursdays then" is enough: which of the month, and at what hour, stays as it was."""
    target = _target(case, draft)
    days = {slot.start.weekday() for slot in fitting}
    if target is None or not fitting or (len(fitting) > 1 and not (draft.values.get("rule") and len(days) == 1)):
        return None
    start = fitting[0].start
    if draft.values.get("rule"):
        return meetings.meet(_in_rhythm(case, target, start, whole=len(fitting) == 1))
    if _is_coffee(target.meeting):
        return None  # the choice of a coffee's time is the same as ever
    return moves.move(case, target, start, yours=bool(draft.values.get("theirs")))


def _in_rhythm(case: Case, target: Upcoming, start: datetime, *, whole: bool) -> Case:
    """The command that puts a series on that day; whole: with the place in the month, and the hour, of that time."""
    day = WEEKDAYS[start.weekday()]
    command = Command(Verb.MEET, target.person.id, op="rhythm", line=case.command.line)
    if not whole:
        return replace(case, command=replace(command, fields=(("scope", "series"), ("weekday", day))))
    monthly = "FREQ=MONTHLY" in target.meeting.rrule
    bare = ";".join(part for part in without_end(target.meeting.rrule).split(";") if not part.startswith("BY"))
    rrule = f"{bare};BYDAY={nth(start.date()) if monthly else day}"
    return replace(case, command=replace(command, rrule=rrule, time=start.time(), fields=(("scope", "series"),)))


def _target(case: Case, draft: Letter) -> Upcoming | None:
    meeting = case.book.find_meeting(draft.meeting)
    old = draft.values.get("old")
    if meeting is None or not isinstance(old, datetime):
        return None
    return Upcoming(meeting, case.book.person(draft.person), draft.occurrence or old, old)


def _is_coffee(meeting: Meeting) -> bool:
    return meeting.purpose == "coffee"
