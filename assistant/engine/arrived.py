"""A mail on one of its ways: read, routed, with its book; and what the second reading needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.facts import CalendarAnswer, CalendarInvite, Mail
from assistant.mentoring.person import Person
from assistant.mentoring.policy import Policy
from assistant.mentoring.routing import Route
from assistant.reading import invite as invites
from assistant.reading.dates import Moment, day_first


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail on one of its ways: read, routed, with its book and spooled name. `now` is the clock's, not the mail's."""

    mail: Mail
    route: Route
    book: Book
    name: str
    policy: Policy
    now: datetime | None = None


def moment(arrived: Arrived, person: Person | None = None) -> Moment:
    """The moment of writing on the writer's clock, with day/month order by country; "your time" is the protégé's.

    person: who wrote, where it was not the protégé; of whom no zone is known, the protégé's is taken."""
    protege = arrived.book.protege
    theirs = person.zone if person is not None else ""
    return Moment(arrived.mail.written, theirs or protege.zone, day_first(protege.country), theirs=protege.zone)


def context(arrived: Arrived) -> happened.Context:
    mail, route = arrived.mail, arrived.route
    references = (*mail.references, mail.in_reply_to) if mail.in_reply_to not in mail.references else mail.references
    return happened.Context(
        thread=route.thread,
        person=route.person,
        letter=route.letter,
        message_id=mail.message_id,
        references=tuple(r for r in references if r)[-20:],
        subject=mail.subject,
        text=mail.new_text,
        written=mail.written,
        now=arrived.now,
    )


def calendar_event(arrived: Arrived, here: happened.Context | None) -> happened.Event | None:
    """The first calendar part that says something, as an answer or an invite; None where there is none.

    here: where the protégé's own mail stands. They vouch for what they forward; of anybody else, what an attached mail
    says is nobody's word (calendar.md R6).
    """
    mail = arrived.mail
    for part in (*mail.calendars, *(mail.inner_calendars if here is not None else ())):
        found = invites.invites(part)
        if isinstance(found, invites.Refusal):
            if here is not None:
                read = f"a calendar file that I can't act on ({found.reason})"
                return happened.NotUnderstood(mail.key, mail.arrived, here, read)
            continue
        answers = _whole_first([one for one in found if isinstance(one, CalendarAnswer)])
        if answers:
            return _answered(arrived, answers, here)
        sender = mail.sender.email if mail.sender else ""
        invite, *others = _whole_first([one for one in found if isinstance(one, CalendarInvite)])
        person = arrived.book.by_address(invite.organizer)
        whom = person.id if person else arrived.route.person
        return happened.InviteReceived(mail.key, mail.arrived, whom, sender, invite, here, tuple(others))
    return None


def _answered(arrived: Arrived, answers: list[CalendarAnswer], here: happened.Context | None) -> happened.Event:
    """An answer of the sender's, or one that the protégé forwards: that is its own sender's, and they are answered."""
    mail, own = arrived.mail, arrived.book.protege.addresses
    theirs = here is not None and not any(who in own for one in answers for who, _ in one.answers)
    inner = mail.forward.sender if theirs and mail.forward is not None else None
    sender = inner or mail.sender
    return happened.InviteAnswered(
        mail.key,
        mail.arrived,
        sender.email if sender else "",
        answers[0],
        words="" if inner else mail.new_text,
        subject=mail.subject,
        more=tuple(answers[1:]),
        context=here if theirs else None,
    )


def is_published(event: happened.Event) -> bool:
    """Whether it is a date that somebody published: it asks for nothing, so words beside it count before it."""
    return isinstance(event, happened.InviteReceived) and event.invite.method == "PUBLISH"


Said = TypeVar("Said", CalendarAnswer, CalendarInvite)


def _whole_first(found: list[Said]) -> list[Said]:
    """What is about the series, then what is about its occurrences."""
    return sorted(found, key=lambda one: one.recurrence is not None)
