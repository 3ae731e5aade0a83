"""An invite that did not arrive: the same event once more, to them after SEND, to the protégé at once (L30)."""

from __future__ import annotations

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Kind, Why
from assistant.mentoring.meetings import invites, meant_meeting, moves
from assistant.mentoring.meetings.blocked import blocked
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
        return case.nothing_done(
            f"the invite is {person.first_name}'s own, so only they can send it again; EDIT and your words ask them",
            person=person.id,
        )
    if (refused := blocked(case, person, meeting.uid)) is not None:
        return refused
    if meeting.state == "draft" or (invites.waits(case.book, meeting.uid) and not own):
        return case.nothing_done(
            "a letter about that meeting has not left yet; SEND or SKIP it first", person=person.id
        )
    return _own(case, target) if own else _theirs(case, target)


def _theirs(case: Case, target: Upcoming) -> Decision:
    meeting, person = target.meeting, target.person
    draft = case.write(
        TEMPLATE,
        Kind.INVITE,
        person,
        values={
            "greeting": moves.greeting(person),
            "when": target.actual,
            "place": meeting.place_of(target.original),
            "asked": False,
            "series": bool(meeting.rrule),
        },
        why=Why("who asks how an invite stands gets it again", case.command.line),
        meeting=meeting.uid,
        method="REQUEST",
        urgent=moves.is_urgent(case, person, target.actual),
    )
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
    left = [x for x in case.book.letters if x.meeting == meeting.uid and x.method == "REQUEST" and x.sent_at]
    whole = [x for x in left if not x.to_protege and x.occurrence is None and x.template != invites.COPY]
    if not whole:
        return case.nothing_done("no invite of that meeting has left yet", person=person.id)
    copy = invites.own_copy(case, whole[-1])
    said = "Your copy of the invite comes in a mail of its own."
    answer = case.answer("protege/noted", person=person.id, values={"what": said})
    return Decision(answer.book, (copy, *answer.drafts), answer.notes)
