"""What the protégé sets by mail: time zone, hours, away, digest hour, holidays (L4). Each says its effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from assistant.mentoring.case import Case
from assistant.mentoring.days import holiday_name, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.protege import absence
from assistant.mentoring.protege.absence import settled

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
        "away": absence.away,
        "quiet": absence.away,
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
    return settled(
        case, replace(case.book, protege=replace(case.book.protege, zone=name)), f"Your time zone is {name}."
    )


def _hours(case: Case) -> Decision:
    opens, closes = _clock(case.command.fields, "from"), _clock(case.command.fields, "to")
    if opens is None or closes is None or opens >= closes:
        return case.nothing_done("I need two hours, the earlier first: work hours 9-18")
    protege = replace(case.book.protege, opens=opens, closes=closes)
    return settled(case, replace(case.book, protege=protege), f"Your hours are {opens:%H:%M} to {closes:%H:%M}.")


def _clock(fields: tuple[tuple[str, str], ...], name: str) -> time | None:
    value = dict(fields).get(name, "")
    try:
        return time.fromisoformat(value if ":" in value else f"{int(value):02}:00")
    except ValueError:
        return None


def _digest(case: Case) -> Decision:
    at = case.command.time
    if at is None:
        return case.nothing_done("at which hour? e.g. digest at 8")
    return settled(
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
    return settled(
        case,
        replace(case.book, protege=replace(case.book.protege, country=country)),
        f"I skip the holidays of {country}.",
    )
