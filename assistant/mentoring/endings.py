"""How an agreement ends, goes on or becomes lighter (L40, P126–P128): each a draft, on the protégé's word alone.

The wrap-up thanks first, gives one honest reason, and takes what is left of the series out of the calendars with the
same mail. A renewal is a new series after the old one's end; a lighter one is the same series, four times a year.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Tap, Why
from assistant.mentoring.meetings import calling_off, invites, inviting, moves, series
from assistant.mentoring.meetings.blocked import end_waits, theirs, wait
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.minutes import Action
from assistant.mentoring.people import next_prospect
from assistant.mentoring.person import Person, Stage
from assistant.mentoring.privacy import may_leave
from assistant.mentoring.recaps.actions import shown, unfinished
from assistant.mentoring.renewing import every_three_months, renewed
from assistant.mentoring.rhythm import each, rule_said
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.words.phrases import addressed, clause, phrase_of_aim

MENTORED = frozenset({Stage.ACTIVE, Stage.WINDING_DOWN})
WORDS = {"renew": "RENEW WITH", "lighter": "LIGHTER WITH", "close": "CLOSE"}
ASKED = {"completed": "It is done", "priorities": "My priorities shifted", "not_working": "It does not work out"}
TONES = {**ASKED, "their_time": "Their time is short", "no_reason": "No reason given"}  # the last two only as told


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
            return renewed(case, person)
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
    mine = [a for a in unfinished(case.book, person.id) if a.owner in ("me", "both")]
    if not tone:
        return _ask_tone(case, person, mine)
    known = calling_off.known(case, person)
    ours = calling_off.ours(known)
    unseen = [m for m in case.book.meetings if m.person == person.id and m.state == "draft"]
    if calling_off.is_on_its_way(case.book, ours) or any(invites.on_its_way(case.book, m.uid) for m in unseen):
        return wait(case, person)
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
            "others": [calling_off.said(u, case.zone) for u in known if u is not target],
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
            *(Tap(label, f"WRAP UP {person.name} {tone.upper().replace('_', ' ')}") for tone, label in ASKED.items()),
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
            "because": case.command.because if may_leave(case.book, case.command.because) else "",
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


# --- lighter


def _lighter(case: Case, person: Person) -> Decision:
    """Four times a year from the next meeting on: the same series, changed (S3)."""
    assert person.agreement is not None
    if against := end_waits(case, person):
        return case.nothing_done(against, person=person.id)
    known = series.running(case, person)
    if person.agreement.cadence == "quarterly" and known is None:
        return case.nothing_done(
            f"you meet {person.first_name} quarterly already; WRAP UP {person.name} ends it", person=person.id
        )
    if known is None and person.stage is Stage.WINDING_DOWN:
        return renewed(case, person, lighter=True)
    if known is None:
        kept = replace(person, agreement=replace(person.agreement, cadence="quarterly"))
        what = f"From now on quarterly with {person.first_name}. No series is in the calendars yet."
        return series.one_tap_away(case, kept, what)
    if known.organizer:
        return case.nothing_done(theirs(person, "series", "change it"), person=person.id)
    if person.stage is Stage.WINDING_DOWN:  # what is left stays as it is, and goes on four times a year
        return renewed(case, person, lighter=True)
    new = _quarterly(case, person, known)
    if new is None or rule_said(new) == rule_said(known):
        return case.nothing_done(
            f"the series with {person.first_name} is no more than quarterly already; WRAP UP {person.name} ends it",
            person=person.id,
        )
    if invites.on_its_way(case.book, known.uid):
        return wait(case, person)
    case = case.on(invites.change(case.book, known, new, case.at))
    draft = inviting.invite(case, person, new, template="lighter", instead=each(known))
    return case.answer(
        "protege/invite_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values=inviting.drafted_values(case, person, new, series.series_remarks(case, person, new)),
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
    rrule = f"{every_three_months(known.rrule, start.date())}{end[0] if end else ''}"
    changes = tuple(change for change in known.changes if change.original >= original)
    new = replace(known, start=start, rrule=rrule, changes=())
    kept = {original for original, _ in new.occurrences(original, original + timedelta(days=400))}
    return replace(new, changes=tuple(change for change in changes if change.original in kept))
