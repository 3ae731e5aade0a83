"""The protégé is away: nothing goes out, and each meeting in that time can be cancelled or moved by one tap (L4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.days import first_allowed, said_day, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import LetterState, Tap
from assistant.mentoring.meetings import meant_meeting, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.standing import stands

MOST = 10  # meetings that are named


def away(case: Case) -> Decision:
    """`away 22 dec - 8 jan`, `quiet until 3 Jan`: nothing goes out then; what stands in it is named."""
    first = case.command.day or case.today
    last = case.command.until
    if last is None:
        return case.nothing_done("until which day? e.g. quiet until 3 Jan, or away 1-14 Aug")
    if last < case.today:
        return case.nothing_done(f"{said_day(last)} is over already")
    if last < first:
        return case.nothing_done(f"{said_day(last)} is before {said_day(first)}")
    spans = (span for span in case.book.protege.away if span[1] >= case.today and span != (first, last))
    book = replace(case.book, protege=replace(case.book.protege, away=(*spans, (first, last))))
    said = f"From {said_day(first)} until {said_day(last)}, both included, nothing goes out for you."
    found = _meetings_within(case, first, last)
    if not found:
        return settled(case, book, said)
    stay = "A meeting stands in it, and stays" if len(found) == 1 else f"{len(found)} meetings stand in it, and stay"
    rows, taps = _choices(case.on(book), found)
    return settled(case, book, f"{said} {stay} until you say CANCEL or MOVE:", rows, taps)


def _meetings_within(case: Case, first: date, last: date) -> list[Upcoming]:
    """The meetings of an absence that people know, in their order."""
    local = zone(case.zone)
    since, until = (datetime.combine(day, time(), local) for day in (first, last + timedelta(days=1)))
    found = [
        Upcoming(meeting, case.book.person(meeting.person), original, actual)
        for meeting in case.book.meetings
        if meeting.state == "invited"
        for original, actual in meeting.occurrences(max(since, case.at), until - timedelta(seconds=1))
        if stands(case.book, meeting, original)
    ]
    return sorted(found, key=lambda u: u.actual)


def _choices(case: Case, found: Sequence[Upcoming]) -> tuple[list[str], list[Tap]]:
    """A line and two taps for each: cancelled, or moved to the nearest day on which its hour is free; none twice."""
    lines, taps = [], []
    taken: list[datetime] = []
    for target in found[:MOST]:
        start = times.local(case, target.actual)
        named, theirs = meant_meeting.named(case, target), bool(target.meeting.organizer)
        free = times.same_hour(case, target.person, start, target.meeting, target.original, taken)
        lines.append(
            f"{target.person.first_name}, {times.said(start)}"
            + (f" ({times.said(free)} is free)" if free else "")
            + ("; their own invite: decline it in your calendar, or ask for another time" if theirs else "")
        )
        if free:
            taken.append(free)
            taps.append(Tap(f"Move {times.said(start)} to {times.said(free)}", f"MOVE {named} TO {times.typed(free)}"))
        if not theirs:
            taps.append(Tap(f"Cancel {times.said(start)}", f"CANCEL {named}"))
    more = [f"and {len(found) - MOST} more, up to {said_day(times.local(case, found[-1].actual).date())}"]
    return [*lines, *(more if len(found) > MOST else [])], taps


def settled(case: Case, book: Book, said: str, rows: Sequence[str] = (), taps: Sequence[Tap] = ()) -> Decision:
    """The setting, and how many approved letters it moves; one that is approved never leaves earlier for it."""
    moved = 0
    for letter in book.letters:
        if letter.state is not LetterState.APPROVED or letter.to_protege or letter.not_before is None or letter.urgent:
            continue
        person = book.find_person(letter.person)
        calendar = shared([book.protege.country] + ([person.country] if person else []), book.protege.away)
        local = reader_zone(book, person)
        leaves = first_allowed(letter.not_before, calendar, local, case.policy.window_opens, case.policy.window_closes)
        if leaves > letter.not_before:
            book = book.with_letter(replace(letter, not_before=leaves))
            moved += 1
    return case.on(book).answer(
        "protege/setting",
        thread=GENERAL,
        values={"said": said, "moved": moved, "rows": list(rows)},
        taps=taps,
        notes=(case.note("setting", said),),
    )
