"""Every meeting to come with one person leaves the calendars, each by a CANCEL of its own: one UID a mail (S3, L40).

What nobody has seen yet is gone at once; what they organize is theirs to cancel.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.mentoring.book import Book
from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Draft
from assistant.mentoring.meetings import invites, moves
from assistant.mentoring.meetings.blocked import wait
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.person import Person
from assistant.mentoring.rhythm import rule_said

ENDED = "invite/ended"


def known(case: Case, person: Person) -> list[Upcoming]:
    """What is to come with them and stands in calendars: the series first, then soonest first."""
    left = [u for u in moves.upcoming(case.book, case.at, person) if u.meeting.state == "invited"]
    return sorted(left, key=lambda u: not u.meeting.rrule)


def ours(found: list[Upcoming]) -> list[Upcoming]:
    """Those of which the assistant is the organizer: only these can be cancelled from here (R6)."""
    return [u for u in found if not u.meeting.organizer]


def is_on_its_way(book: Book, found: list[Upcoming]) -> bool:
    """Whether a letter about one of them is being sent at this moment."""
    return any(invites.on_its_way(book, u.meeting.uid) for u in found)


def waits(case: Case, target: Upcoming) -> Case:
    """The case with the cancellation of the whole of this meeting waiting for its letter."""
    off = replace(target.meeting, state="cancelled")
    return case.on(invites.change(case.book, target.meeting, off, case.at))


def letters(case: Case, found: list[Upcoming], template: str, *, theirs: bool = False) -> tuple[Case, list[Draft]]:
    """A cancellation of each as a draft, and the case in which they wait. theirs: the person ended it."""
    drafts = []
    for target in found:
        case = waits(case, target)
        values: dict[str, object] = {"old": target.actual, "series": bool(target.meeting.rrule), "theirs": theirs}
        drafts.append(moves.letter(case, template, target, "CANCEL", values, whole=True))
    return case, drafts


def said(target: Upcoming, theirs: str) -> dict[str, object]:
    """One of them for a letter to the protégé, whose zone is `theirs`: {when, rule, theirs}."""
    meeting = target.meeting
    return {
        "when": target.actual,
        "rule": rule_said(meeting, theirs) if meeting.rrule else "",
        "theirs": bool(meeting.organizer),
    }


def unseen_gone(book: Book, person: Person) -> Book:
    """The book without the meetings with them that nobody has seen: their invites never leave."""
    for meeting in book.meetings:
        if meeting.person == person.id and meeting.state == "draft":
            book = invites.withdraw_for(book, meeting.uid).with_meeting(replace(meeting, state="cancelled"))
    return book


def all_of_them(case: Case, person: Person, *, series: bool) -> Decision:
    """`cancel all meetings with Minerva`: a cancellation of each as a draft, all by one SEND.

    series: only the series, of which a renewed one is a second."""
    found = [u for u in known(case, person) if u.meeting.rrule or not series]
    mine = ours(found)
    if is_on_its_way(case.book, mine):
        return wait(case, person)
    if not series:
        case = case.on(unseen_gone(case.book, person))
    if not mine:
        return case.nothing_done(
            f"no invite of ours to {person.first_name} is left; one that {person.first_name} made is declined in your "
            f"calendar, and the answer goes to them from there",
            person=person.id,
        )
    case, drafts = letters(case, mine, "invite/cancel")
    return case.answer(
        "protege/all_cancelled",
        person=person.id,
        drafts=drafts,
        taps=moves.TAPS,
        values={"name": person.name, "rows": [said(u, case.zone) for u in found]},
        notes=(case.note("cancel", f"cancelling {len(drafts)} with {person.name} drafted", person.id),),
    )


def ended_by_them(case: Case, person: Person, values: dict[str, object]) -> Decision:
    """The person ended it: what is left leaves the calendars on the protégé's word, each by a mail of its own."""
    case = case.on(unseen_gone(case.book, person))
    found = known(case, person)
    mine = [u for u in ours(found) if not invites.on_its_way(case.book, u.meeting.uid)]
    case, drafts = letters(case, mine, ENDED, theirs=True)
    return case.answer(
        "protege/ended_by_them",
        person=person.id,
        drafts=drafts,
        taps=moves.TAPS if drafts else (),
        values={**values, "rows": [said(u, case.zone) for u in found]},
        notes=(case.note("answer", f"{person.name}: ended the meetings", person.id),),
    )
