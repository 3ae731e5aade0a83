"""What the protégé sets by mail: time zone, hours, away, digest hour, holidays (L4). Each says its effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.days import first_allowed, holiday_name, shared, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import LetterState, Tap
from assistant.mentoring.meetings import meant_meeting, times
from assistant.mentoring.meetings.moves import Upcoming
from assistant.mentoring.outbox import reader_zone
from assistant.mentoring.standing import stands

MOST = 4  # meetings that are named
CITIES = {
    "madrid": "Europe/Madrid",
    "london": "Europe/London",
    "berlin": "Europe/Berlin",
    "paris": "Europe/Paris",
    "new york": "America/New_York",
}


def change(case: Case) -> Decision:
    """One setting and what it changes. op: timezone | work_hours | away | quiet | digest | holidays."""
    practice = {
        "timezone": _timezone,
        "work_hours": _hours,
        "away": _away,
        "quiet": _away,
        "digest": _digest,
        "holidays": _holidays,
    }.get(case.command.op)
    if practice is None:
        return case.nothing_done(
            "I know these settings: my timezone is Europe/Madrid · work hours 9-18 · away 1-14 Aug · quiet until 3 Jan "
            "· digest at 8 · holidays ES-MD"
        )
    return practice(case)


def _timezone(case: Case) -> Decision:
    said = case.command.text.strip(" .")
    name = CITIES.get(said.lower(), said.replace(" ", "_"))
    if name != "UTC" and zone(name).key == "UTC":
        return case.nothing_done(f"I know no time zone “{said[:40]}”. Write a city, e.g. Europe/Madrid")
    return _set(case, replace(case.book, protege=replace(case.book.protege, zone=name)), f"Your time zone is {name}.")


def _hours(case: Case) -> Decision:
    opens, closes = _clock(case.command.fields, "from"), _clock(case.command.fields, "to")
    if opens is None or closes is None or opens >= closes:
        return case.nothing_done("I need two hours, the earlier first: work hours 9-18")
    protege = replace(case.book.protege, opens=opens, closes=closes)
    return _set(case, replace(case.book, protege=protege), f"Your hours are {opens:%H:%M} to {closes:%H:%M}.")


def _clock(fields: tuple[tuple[str, str], ...], name: str) -> time | None:
    value = dict(fields).get(name, "")
    try:
        return time.fromisoformat(value if ":" in value else f"{int(value):02}:00")
    except ValueError:
        return None


def _away(case: Case) -> Decision:
    first = case.command.day or case.today
    last = case.command.until
    if last is None:
        return case.nothing_done("until which day? e.g. quiet until 3 Jan, or away 1-14 Aug")
    if last < case.today:
        return case.nothing_done(f"{_day(last)} is over already")
    if last < first:
        return case.nothing_done(f"{_day(last)} is before {_day(first)}")
    away = (
        *(span for span in case.book.protege.away if span[1] >= case.today and span != (first, last)),
        (first, last),
    )
    book = replace(case.book, protege=replace(case.book.protege, away=away))
    said = f"From {_day(first)} until {_day(last)}, both included, nothing goes out for you."
    found = _meetings_within(case, first, last)
    if not found:
        return _set(case, book, said)
    starts = [times.said(times.local(case, u.actual)) for u in found[:MOST]]
    stands_then = "A meeting stands in it" if len(found) == 1 else f"{len(found)} meetings stand in it"
    named = "; ".join(f"{u.person.first_name}, {at}" for u, at in zip(found, starts, strict=False))
    taps = [
        Tap(f"Cancel {at}", f"CANCEL {meant_meeting.named(case, u)}")
        for u, at in zip(found, starts, strict=False)
        if not u.meeting.organizer
    ]
    return _set(case, book, f"{said} {stands_then}, and stays until you say CANCEL or MOVE: {named}.", taps)


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


def _digest(case: Case) -> Decision:
    at = case.command.time
    if at is None:
        return case.nothing_done("at which hour? e.g. digest at 8")
    return _set(
        case, replace(case.book, protege=replace(case.book.protege, digest_at=at)), f"Your digest comes at {at:%H:%M}."
    )


def _holidays(case: Case) -> Decision:
    country = case.command.text.strip(" .").upper()
    year = case.today.year
    known = any(holiday_name(country, date(year, month, 1)) for month in (1, 5)) or any(
        holiday_name(country, date(year, 12, day)) for day in (24, 25, 26)
    )
    if not known:
        return case.nothing_done(f"I know no holidays for “{country[:20]}”. Write e.g. holidays ES-MD")
    return _set(
        case,
        replace(case.book, protege=replace(case.book.protege, country=country)),
        f"I skip the holidays of {country}.",
    )


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def _set(case: Case, book: Book, said: str, taps: Sequence[Tap] = ()) -> Decision:
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
        values={"said": said, "moved": moved},
        taps=taps,
        notes=(case.note("setting", said),),
    )
