"""Which rhythm is wished for a running series: what the words change of it, and what they leave (L29)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from assistant.mentoring.case import Case
from assistant.mentoring.decision import Decision
from assistant.mentoring.letters import Tap
from assistant.mentoring.meetings import times
from assistant.mentoring.meetings.series import HELP, NOT_EVERY_MONTH, in_every_month
from assistant.mentoring.person import Person
from assistant.mentoring.recurrence import parts_of, without_end
from assistant.mentoring.rhythm import DAYS, hour_of, nth, rule_of, words
from assistant.mentoring.schedule import HORIZON, Meeting

SHORTEST, LONGEST = 10, 240  # minutes of one meeting
EVERY_SECOND = "every second"  # the command's field: "every second Tuesday" may be every other one, or the month's


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is wished: a rule without an end, the hour on the clock of `zone`, the length, and not before which day."""

    rule: str
    at: time
    minutes: int
    since: date
    zone: str


def wished(case: Case, person: Person, known: Meeting, word: str = "MEET") -> Rhythm | Decision:
    """The rhythm that the words leave of the old one and change of it; a question where they can mean two.

    word: the command that such a question leads to, without the name and the rhythm."""
    command, fields = case.command, dict(case.command.fields)
    following = next(known.occurrences(case.at, case.at + HORIZON), None)
    here = times.local(case, following[1] if following else known.begins)
    parts = parts_of(known.rrule)
    weekday = fields.get("weekday", "")
    later = timedelta(minutes=int(fields.get("by", 0)))  # "all of them an hour later"
    # An hour that is said is the protégé's; else the series stays on the clock that it was agreed on.
    clock = case.zone if command.time else known.zone
    at = command.time or (datetime.combine(case.today, known.start.time()) + later).time()
    minutes = (command.minutes or known.minutes) + int(fields.get("longer", 0))
    if not SHORTEST <= minutes <= LONGEST:
        return case.nothing_done(
            f"that would be {minutes} minutes; a meeting is {SHORTEST} to {LONGEST} minutes long", person=person.id
        )
    monthly = parts.get("FREQ") == "MONTHLY"
    if fields.get("unsure") == EVERY_SECOND and monthly:
        second_at = command.time or hour_of(known, case.at, case.zone)
        return _ask_second(case, person, command.rrule.rpartition("=")[2], second_at, f"{minutes}min", word)
    if command.rrule:
        # "Every two weeks from January": the first of January tells no weekday.
        rule = rule_of(replace(command, day=None) if command.op == "rhythm" else command) or command.rrule
        if not rule.startswith(("FREQ=WEEKLY", "FREQ=MONTHLY")):
            return case.nothing_done(f"a series is in weeks or months, like  {HELP}", person=person.id)
        if "BY" not in rule:
            kept = parts.get("BYDAY", "") if monthly else ""
            on = f"{here:%a}"[:2].upper() if "WEEKLY" in rule else kept or nth(here.date())
            rule = f"{rule};BYDAY={weekday or on}"
    elif weekday and parts.get("BYMONTHDAY"):
        return case.nothing_done(
            f"the series is on a day of the month; which {DAYS[weekday]} of it? Like  MEET monthly second wed 15:00",
            person=person.id,
        )
    elif weekday:
        days = parts.get("BYDAY") or (nth(here.date()) if monthly else weekday)
        rule = (
            without_end(known.rrule).replace(f";BYDAY={days}", "") + f";BYDAY={days[:-2] if monthly else ''}{weekday}"
        )
    else:
        rule = without_end(known.rrule)
    if not in_every_month(rule):
        return case.nothing_done(NOT_EVERY_MONTH, person=person.id)
    return Rhythm(rule, at, minutes, command.day or case.today, clock)


def _ask_second(case: Case, person: Person, byday: str, at: time, length: str, word: str) -> Decision:
    """ "Every second Tuesday" of a series that is monthly: every other one, or the second of each month?"""
    day = byday[-2:]
    word = f"{word} {person.name} {{}} {at:%H:%M} {length}"
    return case.answer(
        "protege/which_rhythm",
        person=person.id,
        values={"name": person.first_name, "day": DAYS[day]},
        taps=(
            Tap(f"Every other {DAYS[day]}", word.format(words(f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day}"))),
            Tap(f"The second {DAYS[day]} of the month", word.format(words(f"FREQ=MONTHLY;BYDAY=2{day}"))),
        ),
    )
