"""A person can't come: other times as a draft, for the protégé to approve (calendar.md R9, L30). Nobody is chased.

The draft names what was declined; whichever of its times they take becomes a move of the same meeting. What they say
themselves of days and hours wins over every suggestion of ours (P53). Who keeps their calendar and answered for them
is written to instead of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from assistant.mentoring.book import Book, Note
from assistant.mentoring.case import Case
from assistant.mentoring.days import zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Slot
from assistant.mentoring.letters import Draft, Kind, Letter, LetterState, Tap, Why
from assistant.mentoring.meetings import invites, meant_meeting, moves, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.outbox import moved
from assistant.mentoring.people import out_of_reach
from assistant.mentoring.rhythm import each, rule_said
from assistant.mentoring.schedule import Meeting
from assistant.mentoring.slots import in_zone
from assistant.mentoring.unanswered import DECLINED
from assistant.mentoring.wish import ANY_TIME, Wish

TEMPLATE = "person/reschedule"
FAR = timedelta(days=10)  # a meeting further off is moved within its own days, not to those that come next
AROUND = timedelta(days=3)


def declined(
    case: Case,
    target: Upcoming,
    *,
    whole: bool = False,
    notes: Sequence[Note] = (),
    words: str = "",
    named: Sequence[Slot] = (),
    wish: Wish = ANY_TIME,
    by: str = "",
) -> Decision:
    """The protégé hears it, with the draft that offers other times: theirs where they named some that are free.

    whole: all of a series is declined, so another rhythm is offered. words: what they wrote with it. named: the times
    in those words. wish: the days and hours that the words leave. by: the address that answered.
    """
    person = replace(case.book.person(target.person.id), awaits=DECLINED, answered_at=case.at, slots=(), offered=())
    case = case.on(case.book.with_person(person))
    target = replace(target, person=person)
    theirs = [] if whole else _their_times(case, target, named)
    free = theirs or other_times(case, target, wish, whole=whole)
    reach = not out_of_reach(person) if person.do_not_contact else bool(person.email)
    keeper = by if by in target.meeting.guests else ""
    offer = {**_offer(case, free), "theirs": bool(theirs), "wish": wish.kept()}
    drafts = [_draft(case, target, offer, whole=whole, keeper=keeper)] if reach else []
    return case.answer(
        "protege/declined",
        person=person.id,
        drafts=drafts,
        notes=notes,
        values={**_told(target, words, whole=whole), "keeper": keeper},
        taps=(*(moves.TAPS if drafts else ()), *_taps(case, target, free, whole=whole)),
    )


def declined_again(
    case: Case, target: Upcoming, *, whole: bool = False, notes: Sequence[Note] = (), words: str = ""
) -> Decision:
    """The same decline once more: words are told, with the draft if it still waits; another draft is not made."""
    if not words:
        return Decision(case.book, notes=tuple(notes))
    waiting = [x.id for x in case.book.pending(target.person.id) if _is_about(x, target.meeting)]
    return case.answer(
        "protege/declined",
        person=target.person.id,
        notes=notes,
        shows_ids=waiting,
        values=_told(target, words, whole=whole),
        taps=moves.TAPS if waiting else (),
    )


def overtaken(book: Book, meeting: Meeting, instant: datetime | None) -> Book:
    """The book after they said yes or maybe after all: what was to offer them other times never leaves.

    instant: which occurrence, None for the whole."""
    for letter in book.letters:
        about = letter.template == TEMPLATE and letter.meeting == meeting.uid
        if about and letter.state in invites.WAITS and (instant is None or letter.occurrence == instant):
            book = book.with_letter(moved(letter, LetterState.WITHDRAWN))
    return book


def _their_times(case: Case, target: Upcoming, named: Sequence[Slot]) -> list[datetime]:
    """The hours that they named themselves (naive, the protégé's zone), without the declined day and what can't be."""
    old = times.local(case, target.actual)
    found = dict.fromkeys(in_zone(slot, case.zone).start for slot in named if not slot.whole_day)
    minutes, uid = target.meeting.minutes, target.meeting.uid
    return [
        at
        for at in found
        if at.date() != old.date() and not times.objection(case, target.person, at, minutes, uid, wished=True)
    ][:3]


def other_times(case: Case, target: Upcoming, wish: Wish = ANY_TIME, *, whole: bool = False) -> list[datetime]:
    """Three free times (naive, the protégé's zone) on other days than the declined one, and not long before it.

    What they name by the meeting itself stands first: "the week after, same day". Of a whole series they are days from
    now on."""
    old = times.local(case, target.actual)
    minutes = target.meeting.minutes
    after = target.actual - AROUND if target.actual - case.at > FAR and not whole else None
    first = [
        at
        for start in wish.first
        if (at := _here(case, target, start)) != old
        and not times.objection(case, target.person, at, minutes, target.meeting.uid, wished=True)
    ]
    more = times.proposals(case, target.person, minutes, 5, after=after, wish=wish, hour=old.time() if wish else None)
    more = [at for at in more if at not in first and (at.date() != old.date() or old.date() in _named_days(wish))]
    return [*first, *more][:3]


def _here(case: Case, target: Upcoming, start: datetime) -> datetime:
    """A time on their clock as the protégé's clock shows it, both naive."""
    theirs = zone(target.person.zone or case.zone)
    return times.local(case, start.replace(tzinfo=theirs))


def _named_days(wish: Wish) -> set[date]:
    """Single days that they name: another hour of the declined day is fine where they say so."""
    return {window.first for window in wish.can if window.first == window.last}


def offered_again(case: Case, letter: Letter) -> dict[str, object]:
    """The times of such a letter as they are free today; nothing for any other letter."""
    meeting = case.book.find_meeting(letter.meeting)
    old = letter.values.get("old")
    if letter.template != TEMPLATE or meeting is None or not isinstance(old, datetime):
        return {}
    target = Upcoming(meeting, case.book.person(letter.person), letter.occurrence or old, old)
    wish = Wish.of(letter.values.get("wish"))
    return {"theirs": False} | _offer(case, other_times(case, target, wish, whole=bool(letter.values.get("rule"))))


def _offer(case: Case, free: list[datetime]) -> dict[str, object]:
    instants = [times.instant(case, at) for at in free]
    return {"times": instants, "first_window": min(instants, default=None)}


def _draft(case: Case, target: Upcoming, offer: dict[str, object], *, whole: bool, keeper: str) -> Draft:
    """The letter with those times: to the person, or to `keeper`, who answered for them."""
    meeting, person = target.meeting, target.person
    draft = case.write(
        TEMPLATE,
        Kind.ANSWER,
        person,
        values={
            "greeting": "Hello" if keeper else moves.greeting(person),
            "whose": person.name if keeper else "",
            "old": target.actual,
            "rule": rule_said(meeting) if whole else "",
            "each": each(meeting) if whole else "",
            **offer,
        },
        why=Why("whoever can't come is offered other times, on your approval only", "they declined"),
        meeting=meeting.uid,
        occurrence=None if whole else target.occurrence,
        urgent=moves.is_urgent(case, person, target.actual),
    )
    return replace(draft, to=keeper)


def _told(target: Upcoming, words: str, *, whole: bool) -> dict[str, object]:
    series = bool(target.meeting.rrule)
    return {
        "name": target.person.name,
        "when": target.actual,
        "words": words,
        "series": series and not whole,
        "rule": rule_said(target.meeting) if whole else "",
    }


def _taps(case: Case, target: Upcoming, free: list[datetime], *, whole: bool) -> list[Tap]:
    """An invite at once for one of the times, instead of the question."""
    if whole:
        return []
    coffee = target.meeting.purpose == "coffee"
    word = f"COFFEE WITH {target.person.name}" if coffee else f"MOVE {meant_meeting.named(case, target)} TO"
    return times.taps(free, word)


def _is_about(letter: Letter, meeting: Meeting) -> bool:
    return letter.template == TEMPLATE and letter.meeting == meeting.uid and letter.state is LetterState.PENDING
