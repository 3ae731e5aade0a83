"""Reminders (L36): private, never for anybody else; listed and dropped by their number, R1, R2, ….

Without an hour one stands in that day's digest; at a weekend, when there is none, it comes as a mail of its own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from assistant.mentoring import events as happened
from assistant.mentoring.book import Book
from assistant.mentoring.case import GENERAL, Case
from assistant.mentoring.days import said_day, short_day, zone
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.minutes import Reminder
from assistant.mentoring.words.phrases import clause

DROPPED = "dropped "  # before the number, in what UNDO takes back


def waiting(book: Book) -> list[Reminder]:
    """Those that have not come yet, the next one first."""
    return sorted((r for r in book.reminders if not r.done), key=lambda r: (r.day, r.at or time(), r.number))


def shown(book: Book) -> list[dict[str, object]]:
    """The same as plain data for a template: {number, text, day, hour}."""
    return [{"number": r.number, "text": r.text, "day": r.day, "hour": r.at} for r in waiting(book)]


def remind(case: Case) -> Decision:
    """`remind me in 2 weeks to …`, `milestone: promotion board 3 Mar`, `reminders`, `drop R2`."""
    match case.command.op:
        case "list":
            return _list(case, "")
        case "drop":
            return _drop(case)
        case _:
            return _set(case)


def _set(case: Case) -> Decision:
    text = clause(case.command.text)
    at = case.command.at
    day = case.command.day or (at.date() if at else None)
    hour = case.command.time or (at.time() if at else None)
    if not text:
        return case.nothing_done("I can remind you, but of what? REMIND ME fri 10:00 to write the memo")
    if day is None:
        return case.nothing_done(f"on which day shall I remind you of “{text}”? REMIND ME fri to {text}")
    moment = datetime.combine(day, hour or time(23, 59), zone(case.zone))
    if moment <= case.at:
        again = day + timedelta(days=7 * ((case.today - day).days // 7 + 1))
        return case.answer(
            "protege/reminder_past",
            values={"text": text, "day": day, "again": again},
            taps=(Tap(short_day(again), f"REMIND ME {again:%Y-%m-%d} to {text}"),),
        )
    number = 1 + max((r.number for r in case.book.reminders), default=0)
    reminder = Reminder(number, text, day, hour, milestone=case.command.op == "milestone")
    book = replace(
        case.book,
        reminders=(*case.book.reminders, reminder),
        undo=(case.context.thread or GENERAL, "remind", str(number)),
    )
    return case.on(book).answer(
        "protege/reminder_set",
        values={"number": number, "text": text, "day": day, "hour": hour, "milestone": case.command.op == "milestone"},
        taps=(Tap("Undo", "UNDO"),),
        notes=(case.note("reminder", f"{said_day(day)}: {text}"),),
    )


def reminder_due(case: Case, event: happened.ReminderDue) -> Decision:
    """The moment has come; what was taken back or done meanwhile says nothing."""
    reminder = next((r for r in case.book.reminders if r.number == event.number and not r.done), None)
    if reminder is None:
        return Decision(case.book)
    kept_ = tuple(replace(r, done=True) if r.number == reminder.number else r for r in case.book.reminders)
    again = case.today + timedelta(days=2)
    return case.on(replace(case.book, reminders=kept_)).answer(
        "protege/reminder",
        values={"text": reminder.text, "day": reminder.day},
        taps=(Tap("Again in two days", f"REMIND ME {again:%Y-%m-%d} to {reminder.text}"),),
    )


# --- the list, and the way out of it


def _list(case: Case, said: str) -> Decision:
    found = waiting(case.book)
    return case.answer(
        "protege/reminders",
        thread=GENERAL,
        values={"said": said, "reminders": shown(case.book)},
        taps=tuple(Tap(f"Drop R{r.number}", f"DROP R{r.number}") for r in found[:6]),
    )


def _drop(case: Case) -> Decision:
    """`drop R2`, `drop the reminder about the memo`; where it is not certain which, the list."""
    found = _wanted(case)
    if found is None:
        number = case.command.number
        named = f"no reminder R{number}" if number is not None else "more than one it could be, or none"
        return _list(case, f"I dropped nothing: there is {named}.")
    rest = tuple(replace(r, done=True) if r.number == found.number else r for r in case.book.reminders)
    book = replace(
        case.book, reminders=rest, undo=(case.context.thread or GENERAL, "remind", f"{DROPPED}{found.number}")
    )
    return case.on(book).answer(
        "protege/noted",
        thread=GENERAL,
        values={"what": f"The reminder of “{found.text}” on {short_day(found.day)} is dropped."},
        taps=(Tap("Undo", "UNDO"), Tap("Reminders", "REMINDERS")),
        notes=(case.note("reminder", f"dropped: {found.text}"),),
    )


def _wanted(case: Case) -> Reminder | None:
    found = waiting(case.book)
    if case.command.number is not None:
        return next((r for r in found if r.number == case.command.number), None)
    words = case.command.text.lower()
    fitting = [r for r in found if words in r.text.lower()]
    return fitting[0] if len(fitting) == 1 else None


def take_back(case: Case, reference: str) -> Decision:
    """UNDO of a new reminder, or of one that was dropped."""
    number = int(reference.removeprefix(DROPPED))
    one = next((r for r in case.book.reminders if r.number == number), None)
    if reference.startswith(DROPPED) and one is not None:
        back = tuple(replace(r, done=False) if r.number == number else r for r in case.book.reminders)
        said = f"“{one.text}” on {short_day(one.day)} is kept."
        return case.on(replace(case.book, reminders=back)).answer("protege/reminder_gone", values={"what": said})
    book = replace(case.book, reminders=tuple(r for r in case.book.reminders if r.number != number))
    said = f"The reminder of “{one.text}” is gone." if one else "That reminder was gone already."
    return case.on(book).answer("protege/reminder_gone", values={"what": said})
