"""A running series in another rhythm: other days, another hour, another length, more or less often (L29, S3).

It is the same series, changed: its UID, a higher SEQUENCE, and a start on its first day in the new rhythm. What was
held is remembered here (`invites`). Where a meeting as it was comes before that start, it must not vanish from the
calendars: then the old series ends after it, and the new rhythm is a series of its own. One SEND covers both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from dateutil.rrule import rrulestr

from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Tap
from assistant.mentoring.meetings import inviting, moves, times
from assistant.mentoring.meetings.guests import carried
from assistant.mentoring.meetings.invites import change, on_its_way, withdraw_for
from assistant.mentoring.meetings.rhythm_wish import Rhythm, hour, wished
from assistant.mentoring.meetings.series import HELP, is_refused, running, series, series_remarks
from assistant.mentoring.person import Person
from assistant.mentoring.recurrence import without_end
from assistant.mentoring.rhythm import rule_said, until, words
from assistant.mentoring.schedule import HORIZON, Change, Meeting


def changed(case: Case) -> Decision:
    """`move the series to wednesdays at 5`, `from now on 45 minutes`: all of it in another rhythm, as drafts."""
    person = case.person
    found = [p for p in case.book.people if running(case, p)]
    if person is None and len(found) != 1:
        line = case.command.line.rstrip(" .!?")
        taps = [Tap(p.name, f"{line} with {p.name}") for p in found]
        return case.answer(
            "protege/whom",
            values={"what": case.command.line, "named": "", "names": [p.name for p in found]},
            taps=taps,
        )
    person = person or found[0]
    known = _going_on(case, person) or _unseen(case, person)
    if known is None and case.command.rrule and case.command.time:
        return series(replace(case, command=replace(case.command, person=person.id)))
    if known is None:
        return case.nothing_done(f"no series with {person.first_name} is planned; e.g.  {HELP}", person=person.id)
    wish = wished(case, person, known)
    return wish if isinstance(wish, Decision) else _planned(case, person, known, wish)


def meet(case: Case) -> Decision:
    """`meet monthly first tue 16:00`: a new series, or the one that runs in this rhythm."""
    person = case.person
    if person is None and not (case.command.named or case.command.candidates):
        whose = [p for p in case.book.people if running(case, p)]
        person = whose[0] if len(whose) == 1 else None
    known = running(case, person) if person else None
    if person is None or known is None or is_refused(case, person, known):
        return series(case)
    return changed(case)


def _going_on(case: Case, person: Person) -> Meeting | None:
    """The series that runs; not the rest of one that another takes the place of within the notice people need."""
    found = [m for m in case.book.meetings if m.person == person.id and m.rrule and m.state == "invited"]
    going = [m for m in found if m.next(case.at)]
    notice = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    since = times.instant(case, datetime.combine(notice, time()))
    return next((m for m in going if next(m.occurrences(since, since + HORIZON), None)), next(iter(going), None))


def _unseen(case: Case, person: Person) -> Meeting | None:
    return next((m for m in case.book.meetings if m.person == person.id and m.rrule and m.state == "draft"), None)


# --- the series in that rhythm


def _planned(case: Case, person: Person, known: Meeting, wish: Rhythm) -> Decision:
    against = _against(case, person, known, wish)
    if against:
        return case.nothing_done(against, person=person.id)
    if on_its_way(case.book, known.uid):
        return moves.wait(case, person)
    new = _in_rhythm(case, person, known, wish)
    if new is None:
        return case.nothing_done(
            f"no day of that rhythm comes before the series ends; RENEW WITH {person.name} prolongs it",
            person=person.id,
        )
    here = times.local(case, new.begins)
    objection = times.objection(case, person, here, new.minutes, known.uid)
    if objection:
        free = objection.free if objection.free and objection.free.date() == here.date() else None
        word = f"MEET {person.name} {words(new.rrule)} {{}} {new.minutes}min"
        return case.answer(
            "protege/other_time",
            person=person.id,
            values={"because": objection.because, "free": f"{free:%H:%M}" if free else ""},
            taps=(Tap(f"At {free:%H:%M}", word.format(f"{free:%H:%M}")),) if free else (),
        )
    if known.state == "draft":
        return inviting.drafted(case, person, new, series_remarks(case, person, new))
    return _drafted(case, person, known, new, wish)


def _against(case: Case, person: Person, known: Meeting, wish: Rhythm) -> str:
    """Why nothing is changed, in words; "" where it can be."""
    if inviting.refused(person):
        return inviting.refused(person)
    if known.organizer:
        return f"the series is {person.first_name}'s own, so only they can change it; EDIT and your words ask them"
    same = (words(known.rrule), hour(case, known), known.minutes) == (words(wish.rule), wish.at, wish.minutes)
    if same and known.state == "invited":
        return f"the series with {person.first_name} is like that already: {_said(known)}"
    return ""


def _in_rhythm(case: Case, person: Person, known: Meeting, wish: Rhythm) -> Meeting | None:
    """The series from its next meeting on, with the notice that people need; None where no day is left.

    Weeks and months are counted on from the next meeting as it is now."""
    following = next(known.occurrences(case.at, case.at + HORIZON), None)
    base = times.local(case, following[0]).date() if following else case.today
    monthly = wish.rule.startswith("FREQ=MONTHLY")
    base = base.replace(day=1) if monthly else base - timedelta(days=base.weekday())
    earliest = max(wish.since, case.calendar(person).add(case.today, case.policy.slot_notice_days))
    try:
        days = rrulestr(wish.rule, dtstart=datetime.combine(base, wish.at))
    except (ValueError, TypeError):
        return None
    start = days.after(datetime.combine(earliest, time()), inc=True)
    end = until(known.rrule)
    if start is None or (end is not None and start.replace(tzinfo=zone(case.zone)) > end):
        return None
    ends = f";UNTIL={end:%Y%m%dT%H%M%SZ}" if end else ""
    new = replace(known, start=start, zone=case.zone, minutes=wish.minutes, rrule=f"{wish.rule}{ends}", changes=())
    return _with_exceptions(case, known, new)


def _with_exceptions(case: Case, known: Meeting, new: Meeting) -> Meeting:
    """What was moved or left out stays so, where the new rhythm still has a meeting on that day (S6, S7)."""
    original = {times.local(case, at).date(): at for at, _ in new.occurrences(new.begins, new.begins + 3 * HORIZON)}
    kept: list[Change] = []
    for one in known.changes:
        at = original.get(times.local(case, one.original).date())
        start = times.local(case, known.instant(one.start)) if one.start else None
        if at is not None:
            kept.append(Change(at, start, cancelled=one.cancelled))
    weighed = [at for one in known.weighed if (at := original.get(times.local(case, one).date()))]
    return replace(new, changes=tuple(kept), weighed=tuple(weighed))


# --- the drafts


def _drafted(case: Case, person: Person, known: Meeting, new: Meeting, wish: Rhythm) -> Decision:
    """One draft where the change takes the place of every meeting to come, two where one comes before it."""
    before = [actual for _, actual in known.occurrences(case.at, new.begins - timedelta(minutes=1))]
    notice = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    stays = [at for at in before if times.local(case, at).date() < notice or at < _since(case, new)]
    parts = _parted if stays else _same
    case, others = _the_others(case, person, known, wish)
    case, drafts, made = parts(case, person, known, new, stays)
    days = {times.local(case, at).date() for _, at in made.occurrences(made.begins, made.begins + HORIZON)}
    gone = [at for at in before if at not in stays and times.local(case, at).date() not in days]
    return case.answer(
        "protege/rhythm_drafted",
        person=person.id,
        drafts=[*drafts, *others],
        taps=moves.TAPS,
        values={
            "name": person.name,
            "old": _said(known),
            "new": _said(made),
            "when": made.begins,
            "stays": stays,
            "gone": gone,
            "remarks": [*_moved_ones(case, made), *series_remarks(case, person, made)],
        },
        notes=(case.note("rhythm", f"{person.name}: {_said(known)} → {_said(made)}, drafted", person.id),),
    )


def _since(case: Case, new: Meeting) -> datetime:
    """From when on the protégé wants it: what comes before a day that they named stays as it is."""
    if case.command.day is None:
        return datetime.min.replace(tzinfo=UTC)
    return min(times.instant(case, datetime.combine(case.command.day, time())), new.begins)


Parts = tuple[Case, list[Draft], Meeting]
_Make = Callable[[Case, Person, Meeting, Meeting, list[datetime]], Parts]


def _same(case: Case, person: Person, known: Meeting, new: Meeting, _: list[datetime]) -> Parts:
    case = case.on(change(case.book, known, new, case.at))
    return case, [_letter(case, person, known, new)], new


def _parted(case: Case, person: Person, known: Meeting, new: Meeting, stays: list[datetime]) -> Parts:
    """The old series to the last meeting that stays, and the new rhythm as a series of its own from then on."""
    last = stays[-1] + timedelta(minutes=1)
    ended = replace(known, rrule=f"{without_end(known.rrule)};UNTIL={last:%Y%m%dT%H%M%SZ}")
    case = case.on(change(case.book, known, ended, case.at))
    uid = f"{case.id('series', person.id, new.start)}@mentoring-assistant"
    made = replace(new, uid=uid, state="draft", sequence=0, stamp=None, guests=(), attendance=(), proposed=None)
    made = carried(case.book, replace(made, prompted=(), prepared=(), noted=()))
    case = case.on(withdraw_for(case.book, uid).with_meeting(made))
    end = inviting.invite(case, person, ended, template="series_until", instead=_said(known))
    values = {name: value for name, value in end.values.items() if name != "first_window"}  # it proposes no time
    end = replace(end, values={**values, "when": known.begins, "ends_with": stays[-1], "goes_on": made.begins})
    return case, [end, _letter(case, person, known, made)], made


def _the_others(case: Case, person: Person, known: Meeting, wish: Rhythm) -> tuple[Case, list[Draft]]:
    """The series after this one, renewed already, in the same rhythm."""
    drafts: list[Draft] = []
    for other in case.book.meetings:
        theirs = other.person == person.id and other.rrule and other.state == "invited" and not other.organizer
        if not theirs or other.uid == known.uid or other.begins < known.begins or on_its_way(case.book, other.uid):
            continue
        new = _in_rhythm(case, person, other, wish)
        if new is not None and other.begins > case.at:
            case, more, _ = _same(case, person, other, new, [])
            drafts += more
    return case, drafts


def _letter(case: Case, person: Person, known: Meeting, new: Meeting) -> Draft:
    """Old and new in words (S6), the hours on the reader's own clock."""
    draft = inviting.invite(case, person, new, template="rhythm", instead=rule_said(known))
    following = next(known.occurrences(case.at, case.at + HORIZON), None)
    old = following[0] if following else known.begins
    return replace(draft, values={**draft.values, "was": old, "was_minutes": known.minutes})


def _said(meeting: Meeting) -> str:
    return f"{rule_said(meeting)} at {meeting.start:%H:%M}, {meeting.minutes} minutes"


def _moved_ones(case: Case, new: Meeting) -> list[str]:
    """Single meetings that were moved before, and stay where they are."""
    found = [times.local(case, new.instant(one.start)) for one in new.changes if one.start and not one.cancelled]
    return [f"{times.said(at)} stays where you moved it." for at in found]
