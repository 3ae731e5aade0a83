"""A meeting, or a whole series, at another place: an update as a draft, with the old place and the new (L29, S6)."""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import invites, inviting, moves
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.rhythm import rule_said


def changed(case: Case) -> Decision:
    """`change the place to Café Luna`: a single meeting, or the series where that is said; else it is asked."""
    place, scope = case.command.place, dict(case.command.fields).get("scope", "")
    found = moves.next_of(case, f"CHANGE THE PLACE OF THE MEETING WITH {{name}} TO {place}")
    if isinstance(found, Decision):
        return found
    meeting, person = found.meeting, found.person
    if meeting.place == place:
        return case.nothing_done(f"it is at {place} already", person=person.id)
    if meeting.organizer:
        return case.nothing_done(
            f"the invite is {person.first_name}'s own, so only they can change its place; EDIT and your words ask them",
            person=person.id,
        )
    if invites.on_its_way(case.book, meeting.uid):
        return moves.wait(case, person)
    if meeting.rrule and scope != "series":
        return case.nothing_done(
            f"the series with {person.first_name} has one place in the calendars. I can change it for all of them; for "
            "one alone, tell them in two lines of your own",
            person=person.id,
            taps=(Tap("All of them", f"CHANGE THE PLACE OF THE SERIES WITH {person.name} TO {place}"),),
        )
    if meeting.rrule and meeting.state == "draft":
        return case.nothing_done(
            "the series has not left yet: tell me its rule again, with the place", person=person.id
        )
    return _drafted(case, found, place)


def _drafted(case: Case, target: Upcoming, place: str) -> Decision:
    meeting, person = target.meeting, target.person
    there = replace(meeting, place=place)
    if meeting.state == "draft":
        return inviting.drafted(case, person, there, [])
    values = {"when": target.actual, "place": place, "before": meeting.place}
    values["rule"] = rule_said(meeting) if meeting.rrule else ""
    what = "place_series" if meeting.rrule else "place"
    draft = moves.letter(case, "invite/place", target, "REQUEST", values, whole=True)
    return case.on(invites.change(case.book, meeting, there, case.at)).answer(
        "protege/change_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"name": person.name, "what": what, "old": target.actual, "new": None, "place": place, "remarks": []},
        notes=(case.note("place", f"{person.name}: {place}, drafted", person.id),),
    )
