"""Which of their times: the protégé's word picks one ("thursday works", "the second one"), or is asked which.

A choice is taken only where exactly one of the times fits; then it is the same as `coffee with …` or `move to …`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from assistant.mentoring.answers import answers
from assistant.mentoring.book import Asks
from assistant.mentoring.case import Case, thread_of
from assistant.mentoring.command import Command, Verb
from assistant.mentoring.decision import Decision
from assistant.mentoring.facts import Answer, Meaning, Slot
from assistant.mentoring.meetings import instead, meetings, times
from assistant.mentoring.person import Person
from assistant.mentoring.relationship import coffee
from assistant.mentoring.slots import slot_words
from assistant.mentoring.unanswered import TIME, offers

MOST = 6  # times to tap
SHOWS_TIMES = frozenset(
    f"protege/{name}" for name in ("said_yes", "another_time", "which_time", "their_change", "invite_came")
)
HOURS = (10, 11, 15, 16)  # of a day that they left open


def choose(case: Case) -> Decision:
    """One of the times that a person offered: by its number, day, weekday or hour."""
    person = case.person or _only_one(case)
    if person is None:
        return case.ask_whom("COFFEE WITH")
    if case.book.question(thread_of(person.id), Asks.WHAT_ANSWER):
        # A time that is taken is the yes that was asked for.
        case = case.on(answers.take(case, person, Answer(Meaning.YES, certain=True), "").book)
        person = case.book.person(person.id)
    draft = instead.shown(case)
    offered = instead.offered(case, draft) if draft else offers(case.book, person, case.at)
    said = case.command
    if said.text == "none" or not offered:
        if not offered and not (said.at or said.day or said.time):
            return case.nothing_done(f"no times of {person.first_name}'s wait for your choice", person=person.id)
        return _taken(case, person, said.at)
    fitting = _fitting(case.command, offered)
    if draft and (taken := instead.taken(case, draft, fitting)):
        return taken
    starts = {start for slot in fitting if (start := _start(case, slot)) is not None}
    if len(starts) == 1 and len(fitting) == 1:
        return _taken(case, person, starts.pop())
    word = instead.word(case, draft) if draft else ""
    return _which(case, person, fitting or list(offered), fits=bool(fitting), word=word)


def _only_one(case: Case) -> Person | None:
    found = [p for p in case.book.people if offers(case.book, p, case.at)]
    return found[0] if len(found) == 1 else None


def _fitting(command: Command, offered: tuple[Slot, ...]) -> list[Slot]:
    """The times to which everything fits that was said of them."""
    if command.number is not None:
        at = command.number - 1 if command.number > 0 else command.number
        return [offered[at]] if -len(offered) <= at < len(offered) else []
    if order := dict(command.fields).get("order"):
        return _in_order(order, offered)
    weekday = dict(command.fields).get("weekday")
    day = command.day or (command.at.date() if command.at else None)
    hour = command.time or (command.at.time() if command.at else None)
    return [slot for slot in offered if _on(slot, weekday, day) and _at(slot, hour)]


def _in_order(word: str, offered: tuple[Slot, ...]) -> list[Slot]:
    """The earliest or the latest of them; of three "the later one" may be two."""
    rows = sorted(offered, key=lambda slot: slot.start)
    early = word.startswith("earl")
    if word.endswith("est") or len(rows) < 2:
        return rows[:1] if early else rows[-1:]
    return rows[:-1] if early else rows[1:]


def _on(slot: Slot, weekday: str | None, day: date | None) -> bool:
    if weekday is not None:
        return slot.start.weekday() == int(weekday)
    return day is None or slot.start.date() == day


def _at(slot: Slot, hour: time | None) -> bool:
    if hour is None or slot.whole_day:
        return True
    start = slot.start.time()
    return start <= hour < slot.end.time() if slot.end and slot.end > slot.start else start == hour


def _start(case: Case, slot: Slot) -> datetime | None:
    """When the meeting begins: the hour that was said, else theirs; None for a whole day without one."""
    hour = case.command.time or (case.command.at.time() if case.command.at else None)
    if hour is not None:
        return datetime.combine(slot.start.date(), hour)
    return None if slot.whole_day else slot.start


def _taken(case: Case, person: Person, start: datetime | None) -> Decision:
    told = _told(case, person, start)
    return meetings.meet(told) if start and person.awaits == TIME else coffee.coffee(told)


def shows_times(case: Case) -> bool:
    """Whether the mail that is answered shows times of the person's that wait for a choice."""
    answered = case.book.find_letter(case.context.letter)
    person = case.person
    shows = answered is not None and answered.template in SHOWS_TIMES
    return shows and person is not None and bool(offers(case.book, person, case.at))


def _told(case: Case, person: Person, start: datetime | None) -> Case:
    """The command that the choice stands for."""
    verb, op = (Verb.MEET, "move") if start and person.awaits == TIME else (Verb.COFFEE, "")
    said = case.command
    return replace(
        case, command=Command(verb, person.id, op=op, at=start, minutes=said.minutes, place=said.place, line=said.line)
    )


def _which(case: Case, person: Person, slots: list[Slot], *, fits: bool, word: str = "") -> Decision:
    """Asked, with the times that fit, or all of them where none does. word: the command that takes one of them."""
    word = word or ("MOVE TO" if person.awaits == TIME else f"COFFEE WITH {person.name}")
    said = case if fits else replace(case, command=Command(Verb.CHOICE, line=case.command.line))
    free = [at for slot in slots[:MOST] for at in _hours(said, person, slot)][:MOST]
    return case.answer(
        "protege/which_time",
        person=person.id,
        values={
            "name": person.first_name,
            "said": case.command.line[:80],
            "slots": [slot_words(slot) for slot in slots],
            "asks": "which" if len(slots) > 1 and fits else "hour" if fits else "none",
            "example": f"{word} {times.typed(free[0])}" if free else "",
        },
        taps=times.taps(free, word),
    )


def _hours(case: Case, person: Person, slot: Slot) -> list[datetime]:
    """The hour of one of their times; of a whole day some that are free."""
    at = _start(case, slot)
    if at is not None:
        return [at]
    hours = [datetime.combine(slot.start.date(), time(hour)) for hour in HOURS]
    return [at for at in hours if times.objection(case, person, at, case.policy.coffee_minutes) is None]
