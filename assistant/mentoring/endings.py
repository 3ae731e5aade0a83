"""How an agreement ends, goes on or becomes lighter (L40, P126–P128): each a draft, on the protégé's word alone.

The wrap-up thanks first, gives one honest reason, and takes what is left of the series out of the calendars with the
same mail. A renewal is a new series after the old one's end; a lighter one is the same series, four times a year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from assistant.mentoring.case import Case
from assistant.mentoring.days import said_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.meetings import calling_off, invites, inviting, moves, series, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.minutes import Action, ActionState
from assistant.mentoring.people import next_prospect
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.recaps.actions import shown
from assistant.mentoring.recurrence import without_end
from assistant.mentoring.rhythm import each, last_start, nth, rule_said
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.words.phrases import addressed, clause, phrase_of_aim

MENTORED = frozenset({Stage.ACTIVE, Stage.WINDING_DOWN})
WORDS = {"renew": "RENEW WITH", "lighter": "LIGHTER WITH", "close": "CLOSE"}
TONES = {"completed": "It is done", "priorities": "My priorities shifted", "not_working": "It does not work out"}


def wrap_up(case: Case) -> Decision:
    """`wrap up Minerva`, `renew 6 months`, `lighter`, `close`: by the command's op."""
    person = case.person or _only_mentor(case)
    if person is None:
        return case.ask_whom(WORDS.get(case.command.op, "WRAP UP"))
    if person.stage not in MENTORED or person.agreement is None:
        return case.nothing_done(
            f"{person.first_name} and you have no agreement that could end or go on; FIT NO closes after a talk, "
            f"STOP {person.name} ends everything",
            person=person.id,
        )
    against = inviting.refused(person)
    if against:
        return case.nothing_done(against, person=person.id)
    match case.command.op:
        case "renew":
            return _renew(case, person)
        case "lighter":
            return _lighter(case, person)
        case _:
            return _wrap_up(case, person)


def _only_mentor(case: Case) -> Person | None:
    found = [p for p in case.book.people if p.stage in MENTORED]
    return found[0] if len(found) == 1 and not (case.command.named or case.command.candidates) else None


# --- ending


def _wrap_up(case: Case, person: Person) -> Decision:
    """Which of three reasons, with the open promises first; then the draft in that tone."""
    tone = case.command.text if case.command.text in TONES else ""
    mine = [
        a
        for a in case.book.actions
        if a.person == person.id and a.state in (ActionState.OPEN, ActionState.DOING) and a.owner in ("me", "both")
    ]
    if not tone:
        return _ask_tone(case, person, mine)
    known = calling_off.known(case, person)
    ours = calling_off.ours(known)
    unseen = [m for m in case.book.meetings if m.person == person.id and m.state == "draft"]
    if calling_off.is_on_its_way(case.book, ours) or any(invites.on_its_way(case.book, m.uid) for m in unseen):
        return moves.wait(case, person)
    case = case.on(calling_off.unseen_gone(case.book, person))  # an approved renewal would leave before the end
    for found in known:  # a change that waits is overtaken by the end
        case = case.on(invites.withdraw_for(case.book, found.meeting.uid))
    target = ours[0] if ours else None
    if target is not None:
        case = calling_off.waits(case, target)
    case, others = calling_off.letters(case, ours[1:], calling_off.ENDED)
    draft = _closing(case, person, tone, target, urgent=any(moves.is_urgent(case, person, u.actual) for u in ours))
    return case.answer(
        "protege/wrap_up_drafted",
        person=person.id,
        drafts=(draft, *others),
        taps=moves.TAPS,
        values={
            "name": person.first_name,
            "series": target is not None,
            "when": target.actual if target else None,
            "others": [calling_off.said(u) for u in known if u is not target],
            "used": bool(draft.values.get("used")),
            "next": next_prospect(case.book, person.id),
        },
        notes=(case.note("wrap-up", f"the end with {person.name} drafted ({tone})", person.id),),
    )


def _ask_tone(case: Case, person: Person, mine: list[Action]) -> Decision:
    return case.answer(
        "protege/wrap_up",
        person=person.id,
        values={
            "name": person.first_name,
            "actions": [shown(case.book, action, case.today) for action in mine],
            "lighter": person.agreement is not None and person.agreement.cadence != "quarterly",
        },
        taps=[
            *(Tap(label, f"WRAP UP {person.name} {tone.upper().replace('_', ' ')}") for tone, label in TONES.items()),
            Tap("Lighter instead", f"LIGHTER WITH {person.name}"),
        ],
    )


def _closing(case: Case, person: Person, tone: str, target: Upcoming | None, *, urgent: bool) -> Draft:
    goal = case.book.goals[0] if case.book.goals else None
    talks = [r for r in case.book.recaps if r.person == person.id and r.used]
    return case.write(
        "person/closing",
        Kind.CLOSING,
        person,
        values={
            "greeting": moves.greeting(person),
            "tone": tone,
            "aim": phrase_of_aim(goal.text) if goal else "",
            "used": clause(addressed(talks[-1].used, person.first_name)) if talks else "",
            "old": target.actual if target else None,
            "series": bool(target and target.meeting.rrule),
        },
        why=Why("who ends it well keeps a friend: thanks first, one honest reason", case.command.line),
        meeting=target.meeting.uid if target else "",
        method="CANCEL" if target else "",
        urgent=urgent,
    )


# --- going on


def _renew(case: Case, person: Person, *, lighter: bool = False) -> Decision:
    """A new series after the old one's end (S5): another UID; the agreement follows the invite.

    lighter: four times a year instead of the same rhythm."""
    assert person.agreement is not None
    months = case.command.months or case.policy.term_months
    old = _last_series(case, person)
    until = max(person.agreement.ends_on, case.today)
    ends = until + relativedelta(months=months)
    if old is None:
        often = "quarterly" if lighter else person.agreement.cadence
        kept = replace(person, agreement=replace(person.agreement, ends_on=ends, cadence=often), stage=Stage.ACTIVE)
        on = "go on, quarterly," if lighter else "go on"
        what = f"You and {person.first_name} {on} until {said_day(ends)}. There is no series yet to renew."
        tap = Tap("Invite the series", series.suggestion(case, kept))
        return case.on(case.book.with_person(kept)).answer(
            "protege/noted", person=person.id, values={"what": what}, taps=(tap,)
        )
    if old.organizer:
        return case.nothing_done(
            f"the series is {person.first_name}'s own, so only they can prolong it; EDIT and your words ask them",
            person=person.id,
        )
    last = times.local(case, last_start(old)).date()
    rule = _every_three_months(old.rrule, last) if lighter else without_end(old.rrule)
    after = max(until, last) + timedelta(days=1)
    if lighter:
        after = max(after, (last + relativedelta(months=3)).replace(day=1))
    made = series.planned(case, person, series.Wish(rule, old.start.time(), after, ends))
    if made is None:
        return case.nothing_done(f"no day of the series comes before {said_day(ends)}", person=person.id)
    minutes = case.command.minutes or old.minutes
    made = series.as_unseen(case, person, replace(made, zone=old.zone, minutes=minutes, place=old.place))
    against = times.objection(case, person, times.local(case, made.begins), made.minutes, made.uid)
    remarks = [against.because] if against else []
    return inviting.drafted(
        case, person, made, [*remarks, *series.series_remarks(case, person, made)], template="renewal"
    )


def _last_series(case: Case, person: Person) -> Meeting | None:
    found = [m for m in case.book.meetings if m.person == person.id and m.rrule and m.state == "invited"]
    return max(found, key=last_start, default=None)


# --- lighter


def _lighter(case: Case, person: Person) -> Decision:
    """Four times a year from the next meeting on: the same series, changed (S3)."""
    assert person.agreement is not None
    known = series.running(case, person)
    if person.agreement.cadence == "quarterly" and known is None:
        return case.nothing_done(
            f"you meet {person.first_name} quarterly already; WRAP UP {person.name} ends it", person=person.id
        )
    if known is None and person.stage is Stage.WINDING_DOWN:
        return _renew(case, person, lighter=True)
    if known is None:
        kept = replace(person, agreement=replace(person.agreement, cadence="quarterly"))
        what = f"From now on quarterly with {person.first_name}. No series is in the calendars yet."
        tap = Tap("Invite the series", series.suggestion(case, kept))
        return case.on(case.book.with_person(kept)).answer(
            "protege/noted", person=person.id, values={"what": what}, taps=(tap,)
        )
    if known.organizer:
        return case.nothing_done(
            f"the series is {person.first_name}'s own, so only they can change it; EDIT and your words ask them",
            person=person.id,
        )
    if person.stage is Stage.WINDING_DOWN:  # what is left stays as it is, and goes on four times a year
        return _renew(case, person, lighter=True)
    new = _quarterly(case, person, known)
    if new is None or rule_said(new) == rule_said(known):
        return case.nothing_done(
            f"the series with {person.first_name} is no more than quarterly already; WRAP UP {person.name} ends it",
            person=person.id,
        )
    if invites.on_its_way(case.book, known.uid):
        return moves.wait(case, person)
    case = case.on(invites.change(case.book, known, new, case.at))
    draft = inviting.invite(case, person, new, template="lighter", instead=each(known))
    return case.answer(
        "protege/invite_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values=inviting.drafted_values(person, new, series.series_remarks(case, person, new)),
        notes=(case.note("lighter", f"quarterly with {person.name}, drafted", person.id),),
    )


def _quarterly(case: Case, person: Person, known: Meeting) -> Meeting | None:
    """The series every three months, from its next meeting with enough notice on; None when none is left."""
    notice = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    since = datetime.combine(notice, time(), zone(known.zone)).astimezone(UTC)
    following = next(known.occurrences(since, since + timedelta(days=400)), None)
    if following is None:
        return None
    original, _ = following
    start = original.astimezone(zone(known.zone)).replace(tzinfo=None)
    end = re.search(r";UNTIL=[^;]*", known.rrule)
    rrule = f"{_every_three_months(known.rrule, start.date())}{end[0] if end else ''}"
    changes = tuple(change for change in known.changes if change.original >= original)
    new = replace(known, start=start, rrule=rrule, changes=())
    kept = {original for original, _ in new.occurrences(original, original + timedelta(days=400))}
    return replace(new, changes=tuple(change for change in changes if change.original in kept))


def _every_three_months(rrule: str, day: date) -> str:
    """The rule four times a year, without an end; day: one of its days, where it names none of a month."""
    parts = dict(part.split("=", 1) for part in rrule.split(";"))
    days = parts.get("BYMONTHDAY")
    on = f"BYMONTHDAY={days}" if days else f"BYDAY={_nth_of(parts, day)}"
    return f"FREQ=MONTHLY;INTERVAL=3;{on}"


def _nth_of(parts: dict[str, str], day: date) -> str:
    days = parts.get("BYDAY", "")
    return days if parts.get("FREQ") == "MONTHLY" and days else nth(day)
