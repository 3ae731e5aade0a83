"""An invite that did not arrive: the same event once more, to them after SEND, to the protégé at once (L30)."""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft, Kind, Why
from assistant.mentoring.meetings import invites, meant_meeting, moves
from assistant.mentoring.meetings.blocked import blocked, theirs
from assistant.mentoring.meetings.moves import Upcoming

TEMPLATE = "invite/again"


def resent(case: Case) -> Decision:
    """`resend the invite`, `she never got the invite`; "resend_own": the protégé's own copy is missing."""
    own = case.command.op == "resend_own"
    word = "SEND ME THE INVITE FOR" if own else "RESEND THE INVITE FOR"
    target = meant_meeting.meant(
        case, lambda u: f"{word} {meant_meeting.named(case, u)}", ask_whose=f"{word} THE MEETING WITH {{name}}"
    )
    if isinstance(target, Decision):
        return target
    meeting, person = target.meeting, target.person
    if meeting.organizer:
        return case.nothing_done(theirs(person, "invite", "send it again"), person=person.id)
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if meeting.state == "draft" or (invites.waits(case.book, meeting.uid) and not own):
        return case.nothing_done(
            "a letter about that meeting has not left yet; SEND or SKIP it first", person=person.id
        )
    return _own(case, target) if own else _theirs(case, target)


def letter(case: Case, target: Upcoming, trigger: str, *, asked: bool) -> Draft:
    """The same event again, for the person. trigger: what set it off. asked: their calendar asked for it (REFRESH)."""
    meeting, person = target.meeting, target.person
    return case.write(
        TEMPLATE,
        Kind.INVITE,
        person,
        values={
            "greeting": moves.greeting(person),
            "when": target.actual,
            "place": meeting.place_of(target.original),
            "asked": asked,
            "series": bool(meeting.rrule),
        },
        why=Why("who asks how an invite stands gets it again", trigger),
        meeting=meeting.uid,
        method="REQUEST",
        urgent=moves.is_urgent(case, person, target.actual),
    )


def _theirs(case: Case, target: Upcoming) -> Decision:
    person = target.person
    draft = letter(case, target, case.command.line, asked=False)
    return case.answer(
        "protege/change_drafted",
        person=person.id,
        drafts=(draft,),
        taps=moves.TAPS,
        values={"name": person.name, "what": "again", "old": target.actual, "new": None, "remarks": []},
        notes=(case.note("calendar", f"{person.name}: the invite again, drafted", person.id),),
    )


def _own(case: Case, target: Upcoming) -> Decision:
    """The protégé's own copy, as it was sent last."""
    meeting, person = target.meeting, target.person
    last = invites.last_of_whole(case.book, meeting.uid)
    if last is None:
        return case.nothing_done("no invite of that meeting has left yet", person=person.id)
    said = "Your copy of the invite comes in a mail of its own."
    copy = invites.own_copy(case, last)
    return case.answer("protege/noted", person=person.id, drafts=(copy,), shows=(), values={"what": said})
