"""Meetings: single ones and series, moved, cancelled, asked for (L29, L30, L34).

Whatever people see of a meeting changes by a letter that the protégé approved, and only when it has left (`invites`).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import (
    again,
    calling_off,
    guests,
    inviting,
    meant_meeting,
    new_place,
    new_rhythm,
    times,
)
from assistant.mentoring.meetings.calendar_mail import invite_answered
from assistant.mentoring.meetings.invites import apply_sent, as_worded, own_copy
from assistant.mentoring.meetings.late import running_late
from assistant.mentoring.meetings.moves import Upcoming, cancel, cannot_make_it, move, upcoming
from assistant.mentoring.meetings.no_show import no_show as missed_by
from assistant.mentoring.meetings.reschedule import declined
from assistant.mentoring.meetings.their_invites import invite_received
from assistant.mentoring.rhythm import rule_said
from assistant.mentoring.schedule import Attendance

__all__ = [
    "apply_sent",
    "as_worded",
    "invite_answered",
    "invite_received",
    "meet",
    "no_show",
    "own_copy",
    "reported",
]

WEEK = timedelta(days=7)
WHOLE = frozenset({"series", "all", "every", "meetings"})
DAY = 24 * 60  # minutes
SHIFTS = {
    30: "HALF AN HOUR", 60: "AN HOUR", 120: "TWO HOURS", 180: "THREE HOURS",
    DAY: "A DAY", 2 * DAY: "TWO DAYS", 3 * DAY: "THREE DAYS",
    7 * DAY: "A WEEK", 14 * DAY: "TWO WEEKS", 21 * DAY: "THREE WEEKS",
}  # fmt: skip
PARTSTAT = {"accepted": "ACCEPTED", "declined": "DECLINED", "tentative": "TENTATIVE"}


def meet(case: Case) -> Decision:
    """`meet …`, `move to thu`, `cancel next`, `when next?`: by the command's op."""
    match case.command.op:
        case "move":
            return _move(case)
        case "cancel":
            return _cancel(case)
        case "when":
            return _when(case)
        case "add_guest" | "remove_guest":
            return guests.change(case)
        case "place":
            return new_place.changed(case)
        case "resend" | "resend_own":
            return again.resent(case)
        case "rhythm":
            return new_rhythm.changed(case)
        case "series":
            return new_rhythm.meet(case)
        case _:
            return new_rhythm.meet(case) if case.command.rrule else inviting.single(case)


def _when(case: Case) -> Decision:
    found = upcoming(case.book, case.at, case.person)[:8]
    return case.answer(
        "protege/when",
        person=case.person.id if case.person else "",
        values={
            "meetings": [
                {
                    "name": u.person.name,
                    "when": u.actual,
                    "place": u.meeting.place_of(u.original),
                    "answer": u.meeting.answer_of(u.person.email, u.occurrence).lower(),
                    "invited": u.meeting.state == "invited",
                    "theirs": bool(u.meeting.organizer),
                }
                for u in found
            ]
        },
    )


def _move(case: Case) -> Decision:
    when = _when_said(case)
    fields = dict(case.command.fields)
    if fields.get("scope") in ("series", "all") and (case.command.time or 0 < abs(int(fields.get("by", 0))) < DAY):
        return new_rhythm.changed(case)
    if fields.get("scope") in ("series", "all"):
        return case.nothing_done(
            "I could not tell in which rhythm; e.g.  MOVE THE SERIES TO WEDNESDAYS AT 17:00, or one meeting alone: "
            "MOVE TO thu 15:00"
        )
    bare = not {"of", "noun", "scope"} & dict(case.command.fields).keys()
    target = (meant_meeting.refused(case) if bare else None) or meant_meeting.meant(
        case,
        lambda u: f"MOVE {meant_meeting.named(case, u)} {when}",
        ask_whose=f"MOVE THE MEETING WITH {{name}} {when}",
    )
    if isinstance(target, Decision):
        return target
    old = times.local(case, target.actual)
    by = dict(case.command.fields).get("by")
    start = old + timedelta(minutes=int(by)) if by else times.wanted(case, old)
    if start is not None and dict(case.command.fields).get("day") == "ordinal":
        start = _near(old, start)
    if start is None:
        return case.nothing_done(
            f"I know which meeting ({times.said(old)}), not when: MOVE TO thu 15:00", person=target.person.id
        )
    if _which_week(case, target):
        return _ask_week(case, target, start)
    return move(case, target, start)


def _near(old: datetime, start: datetime) -> datetime:
    """ "To the 3rd", of a meeting on 1 December: the 3rd that is nearest to it, not the next one from today."""
    months = (old.replace(day=1) + relativedelta(months=step) for step in (-1, 0, 1))
    days = [day for first in months if (day := first + relativedelta(day=start.day)).day == start.day]
    nearest = min(days, key=lambda day: abs(day - old))
    return datetime.combine(max(nearest, start.replace(hour=0, minute=0)).date(), start.time())


def _which_week(case: Case, target: Upcoming) -> bool:
    """Whether a bare weekday may be of two weeks: the coming one, or that of a meeting further off."""
    bare = dict(case.command.fields).get("day") == "weekday"
    return bare and times.local(case, target.actual).date() - case.today > WEEK


def _ask_week(case: Case, target: Upcoming, start: datetime) -> Decision:
    """Nothing is moved: the weekday of the meeting's own week, or the coming one?"""
    old = times.local(case, target.actual)
    there = datetime.combine(old.date() + timedelta(days=start.weekday() - old.weekday()), start.time())
    found = [at for at in (there, start) if at != old]
    word = "MOVE TO" if meant_meeting.is_only(case, target) else f"MOVE {meant_meeting.named(case, target)} TO"
    return case.answer(
        "protege/which_week",
        person=target.person.id,
        values={"name": target.person.first_name, "old": target.actual, "said": f"{start:%A}"},
        taps=times.taps(found, word),
    )


def _cancel(case: Case) -> Decision:
    target = meant_meeting.meant(
        case, lambda u: f"CANCEL {meant_meeting.named(case, u)}", ask_whose="CANCEL NEXT WITH {name}"
    )
    if isinstance(target, Decision):
        return target
    scope = dict(case.command.fields).get("scope", "")
    if scope == "person" and target.meeting.rrule:
        return _ask_how_much(case, target)
    words = f"{case.command.text} {case.command.line}".lower().split()
    told = scope == "series" or (not case.command.fields and any(word.strip(".,") in WHOLE for word in words))
    several = calling_off.ours(calling_off.known(case, target.person))
    several = [u for u in several if u.meeting.rrule] if scope != "all" else several
    if (told or scope == "all") and len(several) > 1:
        return calling_off.all_of_them(case, target.person, series=scope != "all")
    return cancel(case, target, whole=(told or scope == "all") and bool(target.meeting.rrule))


def _ask_how_much(case: Case, target: Upcoming) -> Decision:
    """ "cancel Minerva", and they have a series: the next one, or all of it? Nothing is cancelled yet."""
    whose, next_one = target.person.name, times.said(times.local(case, target.actual))
    return case.answer(
        "protege/how_much",
        person=target.person.id,
        values={"name": target.person.first_name, "when": target.actual, "rule": rule_said(target.meeting, case.zone)},
        taps=(
            Tap(f"Only {next_one}", f"CANCEL {meant_meeting.named(case, target)}"),
            Tap("The whole series", f"CANCEL THE SERIES WITH {whose}"),
            Tap("End it well", f"WRAP UP {whose}"),
        ),
    )


def no_show(case: Case) -> Decision:
    """`no-show`: a kind note after a meeting that they missed. `I can't make it`: an apology with new times (L34)."""
    if case.command.op == "no_show":
        return missed_by(case)
    if case.command.op == "late":
        return running_late(case)
    target = meant_meeting.meant(
        case,
        lambda u: f"I CAN'T COME ON {times.local(case, u.actual):%Y-%m-%d} WITH {u.person.name}",
        ask_whose="I CAN'T MAKE IT WITH {name}",
        of=case.command.day.isoformat() if case.command.day else "",
    )
    return target if isinstance(target, Decision) else cannot_make_it(case, target)


def _when_said(case: Case) -> str:
    """ "TO" and the time that the command gave, for the same command with a meeting in it."""
    by = int(dict(case.command.fields).get("by", 0))
    if by:
        return f"{SHIFTS.get(abs(by), f'{abs(by)} MINUTES')} {'LATER' if by > 0 else 'EARLIER'}"
    at, day, hour = times.wanted(case), case.command.day, case.command.time
    return f"TO {times.typed(at) if at else day or (f'{hour:%H:%M}' if hour else 'thu 15:00')}"


# --- what the protégé says of a calendar's answer (L30)


def reported(case: Case) -> Decision:
    """`accepted`, `Minerva declined`: the words of a calendar program, said or forwarded by the protégé."""
    answer = PARTSTAT.get(case.command.op)
    if answer is None:
        return case.nothing_done("I could not tell whether that is an ACCEPTED, a DECLINED or a TENTATIVE")
    target = meant_meeting.meant(
        case,
        lambda u: f"{u.person.name} CAN'T MAKE {times.local(case, u.actual):%Y-%m-%d}",
        ask_whose=f"{{name}} {case.command.op.upper()} THE INVITE",
    )
    if isinstance(target, Decision):
        return target
    meeting, person = target.meeting, target.person
    seen = Attendance(person.email, answer, meeting.sequence, case.at, target.occurrence)
    case = case.on(case.book.with_meeting(meeting.with_attendance(seen)))
    note = case.note("calendar", f"{person.name}: {answer.lower()} (you said so)", person.id)
    if answer == "DECLINED":
        return declined(case, target, notes=(note,))
    said = f"{person.first_name} has {answer.lower()} for {times.said(times.local(case, target.actual))}."
    said = said.replace("has tentative", "said maybe")
    return case.answer("protege/noted", person=person.id, notes=(note,), values={"what": said})
