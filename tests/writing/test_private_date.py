"""A private date on the wire: one attendee, private, transparent, and let through by our own checker for that alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mentoring.facts import Address
from assistant.mentoring.minutes import PrivateDate
from assistant.writing.checker import check
from assistant.writing.invite import Invitation, InviteRefused
from assistant.writing.private_date import private_date

ROBIN, ADA = Address("assistant@example.org", "Robin"), Address("ada@example.org", "Ada Byron")
DAY = PrivateDate("1@example.org", "reminder/1", "promotion board", date(2027, 3, 3))
HOUR = replace(DAY, at=time(10), zone="Europe/Madrid")


def to(attendee: Address = ADA) -> Invitation:
    return Invitation(ROBIN, attendee, datetime(2026, 11, 3, 9, tzinfo=UTC), lambda _zone: b"")


def test_a_whole_day_ends_with_the_next_one() -> None:
    text = private_date(DAY, to())
    assert "DTSTART;VALUE=DATE:20270303\r\nDTEND;VALUE=DATE:20270304\r\n" in text


def test_an_hour_is_an_instant() -> None:
    assert "DTSTART:20270303T090000Z\r\nDTEND:20270303T091500Z\r\n" in private_date(HOUR, to())


@pytest.mark.parametrize("one", [DAY, HOUR])
def test_what_is_off_is_cancelled_without_an_alarm(one: PrivateDate) -> None:
    text = private_date(replace(one, off=True, sequence=1), to())
    assert "METHOD:CANCEL\r\n" in text
    assert "STATUS:CANCELLED\r\n" in text
    assert "VALARM" not in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CLASS:PRIVATE\r\n", ""),  # a meeting of a whole day is none
        ("CLASS:PRIVATE", "CLASS:PUBLIC"),
        ("DATE:20270304", "DATE:20270305"),
        ("DATE:20270304", "DATE:20270303"),
        ("DATE:20270303", "DATE:20271303"),
        ("DTEND;VALUE=DATE:20270304", "DTEND:20270304T000000Z"),
        ("SEQUENCE", "RRULE:FREQ=YEARLY\r\nSEQUENCE"),
        ("STATUS", "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:minerva@example.org\r\nSTATUS"),
    ],
)
def test_the_checker_lets_nothing_else_pass(old: str, new: str) -> None:
    text = private_date(DAY, to())
    assert old in text
    assert check(text.replace(old, new, 1)) != []


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(InviteRefused, match="mailto"):
        private_date(DAY, to(Address("ada at home")))


@given(st.text(max_size=200), st.dates(date(2000, 1, 1), date(2099, 12, 30)), st.none() | st.times(), st.booleans())
def test_whatever_is_written_has_one_attendee_and_no_line_of_its_own(
    text: str, day: date, at: time | None, off: bool
) -> None:
    one = replace(DAY, text=f"x {text}", day=day, at=at, off=off, zone="America/New_York")
    made = private_date(one, to())
    assert re.findall(r"^ATTENDEE", made, re.MULTILINE) == ["ATTENDEE"]
    assert made.count("BEGIN:VEVENT") == 1
