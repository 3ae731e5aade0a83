"""A running series in another rhythm: other days, another hour, another length, more or less often (L29, S3).

It is the same series, changed: its UID, a higher SEQUENCE, and a start on its first day in the new rhythm. What was
held is remembered here (`invites`). Where a meeting as it was comes before that start, it must not vanish from the
calendars: then the old series ends after it, and the new rhythm is a series of its own. One SEND covers both (`bound`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Letter, Tap
from assistant.mentoring.meetings import inviting, moves, notice, times
from assistant.mentoring.meetings.blocked import blocked, end_waits, theirs
from assistant.mentoring.meetings.bound import without_next
from assistant.mentoring.meetings.guests import carried
from assistant.mentoring.meetings.in_rhythm import in_rhythm
from assistant.mentoring.meetings.invites import GOES_ON, change, on_its_way, withdraw_for
from assistant.mentoring.meetings.rhythm_wish import Rhythm, wished
from assistant.mentoring.meetings.series import HELP, is_refused, running, series, series_remarks
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.person import Person
from assistant.mentoring.recurrence import without_end
from assistant.mentoring.rhythm import hour_of, rule_said, words
from assistant.mentoring.schedule import HORIZON, Meeting

TEMPLATES = frozenset({"invite/rhythm", "invite/lighter"})
WAITED = "The draft before this one waited until its first meeting came too near; this one takes its place."


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
    """The series that runs then; not the rest of one that another takes the place of within the notice people need."""
    going = [m for m in case.book.series(person.id) if m.next(case.at)]
    noticed = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    day = max(noticed, case.command.day or noticed)  # "from January on" is about the series that runs in January
    since = times.instant(case, datetime.combine(day, time()))
    return next((m for m in going if next(m.occurrences(since, since + HORIZON), None)), next(iter(going), None))


def _unseen(case: Case, person: Person) -> Meeting | None:
    return next(iter(case.book.series(person.id, "draft")), None)


def anew(case: Case, letter: Letter) -> Decision:
    """The draft of a rhythm that waited until its first meeting came too near: the same from a later day on."""
    person = case.book.person(letter.person)
    waiting = next((w.meeting for w in case.book.changes_waiting if w.meeting.uid == letter.meeting), None)
    known = case.book.find_meeting(letter.meeting)
    made = waiting or known
    if known is None or known.state == "draft":
        known = _going_on(case, person)
    if made is None or known is None:
        return case.nothing_done("the series is not known any more", person=person.id)
    case = replace(case, command=replace(case.command, day=made.start.date()))
    wish = Rhythm(without_end(made.rrule), made.start.time(), made.minutes, made.start.date(), made.zone)
    return _planned(case, person, known, wish, WAITED)


# --- the series in that rhythm


def _planned(case: Case, person: Person, known: Meeting, wish: Rhythm, remark: str = "") -> Decision:
    against = _against(case, person, known, wish)
    if against:
        return case.nothing_done(against, person=person.id)
    if (refused := blocked(case, person, known.uid)) is not None:
        return refused
    new = in_rhythm(case, person, known, wish)
    if new is None:
        return case.nothing_done(
            f"no day of that rhythm comes before the series ends; RENEW WITH {person.name} prolongs it",
            person=person.id,
        )
    here = times.local(case, new.begins)
    overtaken = case.on(without_next(case.book, known.uid))
    objection = times.objection(overtaken, person, here, new.minutes, known.uid)
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
    return _drafted(case, person, known, new, wish, remark)


def _against(case: Case, person: Person, known: Meeting, wish: Rhythm) -> str:
    """Why nothing is changed, in words; "" where it can be."""
    refused = inviting.refused(person) or end_waits(case, person)
    if refused:
        return refused
    if known.organizer:
        return theirs(person, "series", "change it")
    same = (words(known.rrule), hour_of(known, case.at, wish.zone), known.minutes) == (
        words(wish.rule),
        wish.at,
        wish.minutes,
    )
    if same and known.state == "invited":
        return f"the series with {person.first_name} is like that already: {_said(case, known)}"
    return ""


# --- the drafts


def _drafted(case: Case, person: Person, known: Meeting, new: Meeting, wish: Rhythm, remark: str) -> Decision:
    """One draft where the change takes the place of every meeting to come, two where one comes before it."""
    coming = list(known.occurrences(case.at, case.at + HORIZON))
    before = [pair for pair in coming if pair[1] < new.begins]
    noticed = case.calendar(person).add(case.today, case.policy.slot_notice_days)
    first = [o for o, at in before if times.local(case, at).date() < noticed or at < _since(case, new)]
    stays = [pair for pair in coming if first and pair[0] <= max(first)]
    parts = _parted if stays else _same
    case, drafts, made = parts(case, person, known, new, stays)
    case, others = _the_others(case, person, known, wish)
    days = {times.local(case, at).date() for _, at in made.occurrences(made.begins, made.begins + HORIZON)}
    moved = {change.original for change in known.changes}
    left = [pair for pair in coming if (pair in before or pair[0] in moved) and pair not in stays]
    gone = [at for _, at in left if times.local(case, at).date() not in days]
    return case.answer(
        "protege/rhythm_drafted",
        person=person.id,
        drafts=[*drafts, *others],
        taps=moves.TAPS,
        values={
            "name": person.name,
            "old": _said(case, known),
            "new": _said(case, made),
            "when": made.begins,
            "stays": [at for _, at in stays],
            "gone": gone,
            "remarks": [*filter(None, [remark]), *_moved_ones(case, made), *series_remarks(case, person, made)],
        },
        notes=(case.note("rhythm", f"{person.name}: {_said(case, known)} → {_said(case, made)}, drafted", person.id),),
    )


def _since(case: Case, new: Meeting) -> datetime:
    """From when on the protégé wants it: what comes before a day that they named stays as it is."""
    if case.command.day is None:
        return datetime.min.replace(tzinfo=UTC)
    return min(times.instant(case, datetime.combine(case.command.day, time())), new.begins)


Pair = tuple[datetime, datetime]  # the original and the actual start of a meeting, UTC
Parts = tuple[Case, list[Draft], Meeting]


def _same(case: Case, person: Person, known: Meeting, new: Meeting, _: Sequence[Pair]) -> Parts:
    case = case.on(change(case.book, known, new, case.at))
    return case, [_letter(case, person, known, new)], new


def _parted(case: Case, person: Person, known: Meeting, new: Meeting, stays: Sequence[Pair]) -> Parts:
    """The old series to the last meeting that stays, and the new rhythm as a series of its own from then on.

    A rule ends by its own starts, wherever a meeting was moved to (RFC 5545 §3.3.10)."""
    last = max(original for original, _ in stays) + timedelta(minutes=1)
    kept = tuple(change for change in known.changes if change.original < last)
    ended = replace(known, rrule=f"{without_end(known.rrule)};UNTIL={last:%Y%m%dT%H%M%SZ}", changes=kept)
    case = case.on(change(case.book, known, ended, case.at))
    uid = f"{case.id('series', person.id, new.start)}@mentoring-assistant"
    made = replace(new, uid=uid, state="draft", sequence=0, stamp=None, guests=(), attendance=(), proposed=None)
    made = carried(case.book, replace(made, prompted=(), prepared=(), noted=()))
    case = case.on(withdraw_for(case.book, uid).with_meeting(made))
    end = inviting.invite(case, person, ended, template="series_until", instead=_said(case, known))
    times_of = {"when": known.begins, "ends_with": stays[-1][1], "goes_on": made.begins}
    first = {**notice.window(case, person, made), GOES_ON: made.uid}
    end = replace(end, values={**end.values, **times_of, **first})
    return case, [_letter(case, person, known, made), end], made


def _the_others(case: Case, person: Person, known: Meeting, wish: Rhythm) -> tuple[Case, list[Draft]]:
    """The series after this one, renewed already, in the same rhythm; one that is like that stays as it is."""
    drafts: list[Draft] = []
    for other in sorted(case.book.series(person.id), key=lambda m: m.begins):
        earlier = other.uid == known.uid or other.begins < known.begins
        if other.organizer or earlier or on_its_way(case.book, other.uid):
            continue
        new = in_rhythm(case, person, other, wish)
        if new is not None and other.begins > case.at and _rhythm(new) != _rhythm(other):
            case, more, _ = _same(case, person, other, new, [])
            drafts += more
    return case, drafts


def _rhythm(meeting: Meeting) -> tuple[object, ...]:
    return meeting.start, meeting.minutes, meeting.rrule, meeting.zone


def _letter(case: Case, person: Person, known: Meeting, new: Meeting) -> Draft:
    """Old and new in words (S6), the hours on the reader's own clock."""
    reads = reader_zone(case.book, person)
    draft = inviting.invite(case, person, new, template="rhythm", instead=rule_said(known, reads))
    following = next(known.occurrences(case.at, case.at + HORIZON), None)
    old = following[0] if following else known.begins
    return replace(draft, values={**draft.values, "was": old, "was_minutes": known.minutes})


def _said(case: Case, meeting: Meeting) -> str:
    """On the protégé's clock."""
    at = hour_of(meeting, case.at, case.zone)
    return f"{rule_said(meeting, case.zone)} at {at:%H:%M}, {meeting.minutes} minutes"


def _moved_ones(case: Case, new: Meeting) -> list[str]:
    """Single meetings that were moved before, and stay where they are."""
    found = [times.local(case, new.instant(one.start)) for one in new.changes if one.start and not one.cancelled]
    return [f"{times.said(at)} stays where you moved it." for at in found]
