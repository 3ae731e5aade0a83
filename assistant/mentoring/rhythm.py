"""The rhythm of a series: RFC 5545 rules in words and back, and where they meet clocks and calendars."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from assistant.mentoring.command import Command
from assistant.mentoring.days import zone
from assistant.mentoring.recurrence import parts_of
from assistant.mentoring.schedule import Meeting

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
NTH = ("first", "second", "third", "fourth", "last")
A_MONTH_HAS = re.compile(
    r"\b(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<day>mon|tue|wed|thu|fri|sat|sun|day)", re.IGNORECASE
)
NUMBERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}

FEW = 5  # dates that a letter names: more of them nobody reads


def listed(dates: Sequence[str]) -> str:
    """A handful of dates in words, and how many more there are: "Tue 16 Mar, Tue 23 Mar and 2 more"."""
    if len(dates) > FEW:
        return f"{', '.join(dates[:FEW])} and {len(dates) - FEW} more"
    return " and ".join(filter(None, (", ".join(dates[:-1]), *dates[-1:])))


def rule_of(command: Command) -> str:
    """The rule that a command gives, without an end; "" where it does not say on which days.

    The 31st is the last day of the month (S5).
    """
    parts = [p for p in command.rrule.split(";") if p and not p.startswith(("UNTIL=", "COUNT="))]
    rule = ";".join("BYMONTHDAY=-1" if p == "BYMONTHDAY=31" else p for p in parts)
    if not rule or "BY" in rule:
        return rule
    if "FREQ=WEEKLY" in rule:
        return f"{rule};BYDAY={WEEKDAYS[command.day.weekday()]}" if command.day else ""
    found = A_MONTH_HAS.search(command.line)
    if found and found["day"].lower() == "day":
        return f"{rule};BYMONTHDAY=-1" if NUMBERS[found["nth"].lower()] == -1 else ""
    if found:
        return f"{rule};BYDAY={NUMBERS[found['nth'].lower()]}{found['day'][:2].upper()}"
    return f"{rule};BYDAY={nth(command.day)}" if command.day else ""


def rule_said(meeting: Meeting, theirs: str = "") -> str:
    """A series' rule for people: "every first Tuesday of the month"; the time stands beside it.

    theirs: the reader's zone, where its meetings may be on the day before or after."""
    said, off = _rule_said(meeting, theirs), _days_off(meeting, theirs)
    monthly = "FREQ=WEEKLY" not in meeting.rrule
    return f"the day {'after' if off > 0 else 'before'} {said}" if off and monthly else said


def _days_off(meeting: Meeting, theirs: str) -> int:
    """How many days later (1), or earlier (-1), than in its own zone it is for a reader in `theirs`."""
    there = meeting.begins.astimezone(zone(theirs or meeting.zone)).date()
    return (there - meeting.start.date()).days


def _rule_said(meeting: Meeting, theirs: str) -> str:
    parts = parts_of(meeting.rrule)
    every = int(parts.get("INTERVAL", "1"))
    if parts.get("FREQ") == "WEEKLY":
        days = [day[-2:] for day in parts.get("BYDAY", "").split(",") if day[-2:] in DAYS]
        days = days or [WEEKDAYS[meeting.start.weekday()]]
        off = _days_off(meeting, theirs)
        names = " and ".join(DAYS[WEEKDAYS[(WEEKDAYS.index(day) + off) % 7]] for day in days)
        return f"every {names}" if every == 1 else f"every {every} weeks on {names}"
    months = "the month" if every == 1 else f"every {every} months"
    if parts.get("BYMONTHDAY"):
        day = "last day" if parts["BYMONTHDAY"] == "-1" else f"day {parts['BYMONTHDAY']}"
    else:
        named = weekday(parts.get("BYDAY", "") or nth(meeting.start.date()))
        day = f"{named.partition(' ')[0]} {DAYS[parts.get('BYDAY', nth(meeting.start.date()))[-2:]]}"
    return f"every {day} of {months}" if every == 1 else f"the {day} of the month, {months}"


def each(meeting: Meeting) -> str:
    """How often a series meets: "each week", "every 2 weeks", "each month"."""
    parts = parts_of(meeting.rrule)
    unit = "week" if parts.get("FREQ") == "WEEKLY" else "month"
    every = int(parts.get("INTERVAL", "1"))
    return f"each {unit}" if every == 1 else f"every {every} {unit}s"


def words(rrule: str) -> str:
    """A rule as a command takes it: "monthly first tue"."""
    parts = parts_of(rrule)
    every = int(parts.get("INTERVAL", "1"))
    days = [weekday(day) for day in parts.get("BYDAY", "").split(",") if day]
    if parts.get("FREQ") == "WEEKLY":
        often = {1: "weekly", 2: "every 2 weeks"}.get(every, f"every {every} weeks")
    else:
        often = {1: "monthly", 3: "quarterly"}.get(every, f"every {every} months")
    if parts.get("BYMONTHDAY") == "-1":
        days = ["last day"]
    elif parts.get("BYMONTHDAY"):
        days = [f"on day {parts['BYMONTHDAY']}"]
    return " ".join([often, *days])


def weekday(byday: str) -> str:
    """ "1TU" -> "first tue"."""
    name = DAYS[byday[-2:]][:3].lower()
    number = byday[:-2].lstrip("+")
    return (
        f"{NTH[int(number) - 1 if number != '-1' else 4]} {name}" if number in ("1", "2", "3", "4", "5", "-1") else name
    )


def nth(day: date) -> str:
    """The day as a rule counts it in its month: "2TU"; a fifth one is the last, "-1TU"."""
    number = (day.day - 1) // 7 + 1
    return f"{number if number < 5 else -1}{WEEKDAYS[day.weekday()]}"


def hour_of(meeting: Meeting, now: datetime, theirs: str) -> time:
    """The hour of a meeting, or a series, on the clock of a zone, as its next one has it: other weeks may differ."""
    following = meeting.next(now)
    return (following[0] if following else meeting.begins).astimezone(zone(theirs)).time()


def last_start(meeting: Meeting) -> datetime:
    """The start of the last meeting of a series, UTC."""
    last = meeting.begins
    for _, actual in meeting.occurrences(meeting.begins, meeting.begins + timedelta(days=1200)):
        last = actual
    return last


def shifted(meeting: Meeting, theirs: str) -> list[datetime]:
    """Meetings (UTC) that fall at another hour for the reader, in weeks in which the two clocks differ (S5)."""
    if not theirs or theirs == meeting.zone:
        return []
    starts = [actual for _, actual in meeting.occurrences(meeting.begins, meeting.begins + timedelta(days=400))]
    clocks = [at.astimezone(zone(theirs)).time() for at in starts]
    usual = max(set(clocks), key=clocks.count, default=None)
    return [at for at, clock in zip(starts, clocks, strict=True) if clock != usual]


def cadence_of(rrule: str) -> str:
    """How often, as an agreement names it; "" for another rhythm."""
    parts = parts_of(rrule)
    found = (parts.get("FREQ"), parts.get("INTERVAL", "1"))
    return {
        ("WEEKLY", "1"): "weekly",
        ("WEEKLY", "2"): "fortnightly",
        ("MONTHLY", "1"): "monthly",
        ("MONTHLY", "3"): "quarterly",
    }.get((found[0] or "", found[1]), "")


def until(rrule: str) -> datetime | None:
    """The end of a rule in UTC; None where it has none."""
    found = re.search(r"UNTIL=(\d{8}T\d{6})Z", rrule)
    return datetime.strptime(found[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC) if found else None
