"""A meeting, one of a series, or all of it at another place: an update as a draft, old and new in words (L29, S6).

One of a series is told of alone, as when it is moved. A place from a later day on leaves what comes before it alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import invites, inviting, meant_meeting, moves, times
from assistant.mentoring.meetings.blocked import blocked, theirs
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.rhythm import FEW, rule_said
from assistant.mentoring.schedule import HORIZON, Meeting

WHOLE = frozenset({"series", "all"})
REDRAFTED = {"invite/series": "", "invite/renewal": "renewal"}  # the invites of an unseen series, and their templates


def changed(case: Case) -> Decision:
    """`next meeting at Café Luna`: that one; `change the place to …` of a series: one of it or all, which is asked."""
    place, scope = case.command.place, dict(case.command.fields).get("scope", "")
    target = meant_meeting.meant(
        case,
        lambda u: f"CHANGE THE PLACE OF {meant_meeting.named(case, u)} TO {place}",
        ask_whose=f"CHANGE THE PLACE OF THE MEETING WITH {{name}} TO {place}",
    )
    if isinstance(target, Decision):
        return target
    meeting, person = target.meeting, target.person
    whole = not meeting.rrule or scope in WHOLE
    if (meeting.place if whole else meeting.place_of(target.original)) == place:
        return case.nothing_done(f"it is at {place} already", person=person.id)
    if meeting.organizer:
        return case.nothing_done(theirs(person, "invite", "change its place"), person=person.id)
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if not whole and not {"of", "scope"} & dict(case.command.fields).keys():
        return _ask_how_many(case, target, place)
    if meeting.state == "draft":
        return _unseen(case, target, place, whole=whole)
    return _of_all(case, target, place) if whole else _of_one(case, target, place)


def _ask_how_many(case: Case, target: Upcoming, place: str) -> Decision:
    person = target.person
    only = times.said(times.local(case, target.actual))
    return case.nothing_done(
        f"you have a series with {person.first_name}: only the meeting of {only} at another place, or all of them?",
        person=person.id,
        taps=(
            Tap(f"Only {only}", f"CHANGE THE PLACE OF {meant_meeting.named(case, target)} TO {place}"),
            Tap("All of them", f"CHANGE THE PLACE OF THE SERIES WITH {person.name} TO {place}"),
        ),
    )


def _unseen(case: Case, target: Upcoming, place: str, *, whole: bool) -> Decision:
    """Nobody has seen it yet: the same invite with the place in it."""
    meeting, person = target.meeting, target.person
    waiting = [x.template for x in case.book.pending(person.id) if x.meeting == meeting.uid and not x.to_protege]
    if not whole or (meeting.rrule and not (waiting and waiting[0] in REDRAFTED)):
        return case.nothing_done("the series has not left yet; SEND or SKIP it first", person=person.id)
    template = REDRAFTED.get(waiting[0], "") if waiting else ""
    return inviting.drafted(case, person, replace(meeting, place=place), [], template=template)


def _of_one(case: Case, target: Upcoming, place: str) -> Decision:
    meeting = target.meeting
    there = meeting.with_change(replace(meeting.change_of(target.original), place=place))
    before = meeting.place_of(target.original)
    return _drafted(case, target, there, place, {"when": target.actual, "before": before, "one": True})


def _of_all(case: Case, target: Upcoming, place: str) -> Decision:
    """All of it, or a single meeting. What has a place of its own keeps it, and what lies before the day named too."""
    meeting = target.meeting
    there = replace(meeting, place=place)
    coming = list(meeting.occurrences(case.at, case.at + HORIZON)) if meeting.rrule else []
    since = times.instant(case, datetime.combine(case.command.day or case.today, time()))
    before = [original for original, actual in coming if actual < since]
    for original in before:
        there = there.with_change(replace(meeting.change_of(original), place=meeting.place_of(original)))
    first = next((actual for _, actual in coming if actual >= since), target.actual)
    own = [(actual, there.place_of(original)) for original, actual in coming if there.place_of(original) != place]
    remarks = [f"{times.said(times.local(case, at))} stays {f'at {where}' if where else 'without one'}."
               for at, where in own[:FEW]]  # fmt: skip
    remarks += [f"And {len(own) - FEW} more stay where they are."] if len(own) > FEW else []
    rule = rule_said(meeting, reader_zone(case.book, target.person)) if meeting.rrule else ""
    values: dict[str, object] = {"when": first, "before": meeting.place, "rule": rule, "keeps": len(own)}
    return _drafted(case, replace(target, actual=first), there, place, values, remarks)


def _drafted(
    case: Case,
    target: Upcoming,
    there: Meeting,
    place: str,
    values: dict[str, object],
    remarks: Sequence[str] = (),
) -> Decision:
    """The draft about one occurrence, or about the whole, and the mail that shows it."""
    meeting, person = target.meeting, target.person
    one = bool(values.get("one"))
    what = "place_series" if values.get("rule") else "place"
    letter = {"rule": "", "one": False, "keeps": 0, **values, "place": place}
    draft = moves.letter(case, "invite/place", target, "REQUEST", letter, whole=not one)
    return case.on(invites.change(case.book, meeting, there, case.at)).answer(
        "protege/change_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={
            "name": person.name,
            "what": what,
            "old": target.actual,
            "new": None,
            "place": place,
            "was": values["before"],
            "one": one,
            "remarks": list(remarks),
        },
        notes=(case.note("place", f"{person.name}: {place}, drafted", person.id),),
    )
