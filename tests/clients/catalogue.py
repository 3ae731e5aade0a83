"""Every kind of calendar message that leaves: made from meetings as the book has them, and from whole letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files

from assistant.mentoring.facts import Address
from assistant.mentoring.minutes import PrivateDate
from assistant.mentoring.schedule import Change, Meeting
from assistant.writing.invite import Invitation, cancel, decline_counter, request
from assistant.writing.private_date import private_date

SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
ROBIN = Address("assistant@example.org", "Ada Byron")
MINERVA = Address("minerva@example.org", 'Minerva "M" O\'Neill, Prof.')
ADA = Address("ada@example.org", "Ada Byron")
AGENDA = "1. What I did; two lines\n2. Pricing, and what to read\n3. Zwölf Boxkämpfer jagen Viktor quer über den Deich"
LONG = "Ada and Minerva: what I learnt about pricing, churn; and \\ the café called “Zur Post”, " * 2


def local(text: str) -> datetime:
    return datetime.fromisoformat(text)


SINGLE = Meeting(
    "single@example.org", "minerva", "Ada and Minerva: coffee", local("2026-11-18 15:00"), "Europe/Madrid", 30,
    purpose="coffee", place="Café Luna, upstairs; left",
)  # fmt: skip
MONTHLY = replace(
    SINGLE, uid="monthly@example.org", summary="Ada and Minerva", start=local("2026-12-01 16:00"), minutes=45,
    rrule="FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271103T225959Z",
)  # fmt: skip
WEEKLY = replace(MONTHLY, uid="weekly@example.org", rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20271103T225959Z")
FOUR_WEEKLY = replace(
    MONTHLY, uid="four@example.org", zone="America/New_York", rrule="FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;COUNT=12"
)
LAST_DAY = replace(
    MONTHLY, uid="last@example.org", start=local("2026-11-30 09:30"),
    rrule="FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271103T225959Z",
)  # fmt: skip
QUARTERLY = replace(MONTHLY, uid="light@example.org", rrule="FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU;COUNT=4")
# the spring of 2021, when Morocco put its clock back for Ramadan: no yearly rule says it
IN_UTC = replace(
    WEEKLY, uid="utc@example.org", zone="Africa/Casablanca", start=local("2021-03-02 16:00"),
    rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20210629T225959Z",
)  # fmt: skip
JANUARY, FEBRUARY = datetime(2027, 1, 5, 15, tzinfo=UTC), datetime(2027, 2, 2, 15, tzinfo=UTC)
RAMADAN = datetime(2021, 4, 27, 16, tzinfo=UTC)
CHANGED = replace(MONTHLY, sequence=2, changes=(
    Change(JANUARY, cancelled=True), Change(FEBRUARY, local("2027-02-04 17:30")),
))  # fmt: skip
MILESTONE = PrivateDate("milestone@example.org", "reminder/1", "Promotion board; with Max, at ten", date(2027, 3, 3))
REMINDER = replace(MILESTONE, uid="reminder@example.org", at=time(10), zone="Europe/Madrid")
SERIES = {
    "monthly": MONTHLY, "weekly": WEEKLY, "four-weekly": FOUR_WEEKLY, "the last day": LAST_DAY, "quarterly": QUARTERLY,
    "changed": CHANGED, "in UTC": IN_UTC,
}  # fmt: skip


@cache  # as `bootstrap` has it
def zone_data(zone: str) -> bytes:
    return (files("tzdata") / "zoneinfo" / zone).read_bytes()


def to(attendee: Address = MINERVA, *, minutes: int = 0, agenda: str = "") -> Invitation:
    stamp = datetime(2026, 11, 3, 8, 40, tzinfo=UTC) + timedelta(minutes=minutes)
    return Invitation(ROBIN, attendee, stamp, zone_data, agenda)


def _messages() -> dict[str, str]:
    """Name -> calendar text."""
    moved = replace(SINGLE, start=local("2026-11-19 11:00"), sequence=1)
    gone = IN_UTC.with_change(Change(RAMADAN, cancelled=True))
    elsewhere = IN_UTC.with_change(Change(RAMADAN, local("2021-04-28 10:00")))
    return {
        "a single meeting": request(SINGLE, to()),
        "a single meeting with an agenda": request(replace(SINGLE, sequence=1), to(agenda=AGENDA)),
        "a single meeting in UTC": request(replace(SINGLE, zone="UTC"), to()),
        "long words": request(replace(SINGLE, summary=LONG, place=LONG), to(agenda=AGENDA * 20)),
        **{f"a series: {name}": request(series, to()) for name, series in SERIES.items()},
        "an update": request(moved, to(minutes=9)),
        "one is moved": request(CHANGED, to(minutes=9), FEBRUARY),
        "one is cancelled": cancel(CHANGED, to(minutes=9), JANUARY),
        "one in UTC is moved": request(elsewhere, to(minutes=9), RAMADAN),
        "one in UTC is cancelled": cancel(gone, to(minutes=9), RAMADAN),
        "a single meeting is cancelled": cancel(replace(SINGLE, sequence=1, state="cancelled"), to(minutes=9)),
        "the series is cancelled": cancel(replace(CHANGED, sequence=3, state="cancelled"), to(minutes=9)),
        "the series in UTC is cancelled": cancel(replace(IN_UTC, sequence=3, state="cancelled"), to(minutes=9)),
        "the protégé's own copy": request(MONTHLY, to(ADA)),
        "a private milestone, for the protégé alone": private_date(MILESTONE, to(ADA)),
        "a private reminder with its hour": private_date(REMINDER, to(ADA)),
        "a private milestone that is dropped": private_date(
            replace(MILESTONE, off=True, sequence=1), to(ADA, minutes=9)
        ),
        "another time is declined": decline_counter(SINGLE, to(minutes=9)),
        "another time for one is declined": decline_counter(MONTHLY, to(minutes=9), JANUARY),
        "another time after a change is declined": decline_counter(CHANGED, to(minutes=9)),
    }


MESSAGES = _messages()
