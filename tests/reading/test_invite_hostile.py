"""Calendars that were made to hurt: each ends in a clear answer, at once and in little memory, and leaves no trace."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.client_invites import OUTLOOK, REQUESTS
from reading.plain_invites import REPLY, REQUEST, zone

from assistant.mentoring.facts import CalendarInvite
from assistant.reading.invite import Refusal, invites
from assistant.reading.invites.facts import CalendarFacts, facts

SECOND, MEGABYTE = 1.0, 1_000_000


def people(many: int) -> str:
    lines = "".join(f"ATTENDEE;CN=P{number}:mailto:p{number}@example.org\n" for number in range(many))
    return REQUEST.replace("SUMMARY", f"{lines}SUMMARY")


def costly(zones: int, events: int) -> str:
    """Zones whose clocks change on 29 February, sixteen times each, and events in all of their years."""
    rule = "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\nEND:STANDARD\n"
    each = "".join(f"BEGIN:STANDARD\nDTSTART:19{year:02}0101T000000\n{rule}" for year in range(1, 17))
    defined = "".join(f"BEGIN:VTIMEZONE\nTZID:Z{number}\n{each}END:VTIMEZONE\n" for number in range(zones))
    used = "".join(
        f"BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Z{number % zones}:{1900 + number % 200}0301T000000\nEND:VEVENT\n"
        for number in range(events)
    )
    return f"BEGIN:VCALENDAR\nMETHOD:REQUEST\n{defined}{used}END:VCALENDAR\n"


BOMBS = {
    "seconds": REQUEST.replace("SUMMARY", "RRULE:FREQ=SECONDLY;COUNT=999999999\nSUMMARY"),
    "a zone by the second": REQUEST.replace("Europe/Madrid", "X").replace(
        "BEGIN:VEVENT", zone("X").replace("YEARLY", "SECONDLY") + "BEGIN:VEVENT"
    ),
    "a zone with hours": REQUEST.replace("Europe/Madrid", "X").replace(
        "BEGIN:VEVENT", zone("X").replace("YEARLY", "YEARLY;BYMINUTE=" + ",".join(map(str, range(60)))) + "BEGIN:VEVENT"
    ),
    "a zone of february 30": REQUEST.replace("Europe/Madrid", "X").replace(
        "BEGIN:VEVENT", zone("X").replace("BYMONTH=10", "BYMONTH=2;BYMONTHDAY=30") + "BEGIN:VEVENT"
    ),
    "a zone of many rules": REQUEST.replace("Europe/Madrid", "X").replace(
        "BEGIN:VEVENT",
        "BEGIN:VTIMEZONE\nTZID:X\n" + "\n".join(zone("X").split("\n")[2:7] * 60) + "\nEND:VTIMEZONE\nBEGIN:VEVENT",
    ),
    "parameters": REQUEST.replace("SUMMARY", "ATTENDEE" + ";A=B" * 60_000 + ":x\nSUMMARY"),
    "quotes": REQUEST.replace("SUMMARY", 'ATTENDEE;CN="' + '"' * 19_000 + "\nSUMMARY"),
    "backslashes": REQUEST.replace("SUMMARY:", "SUMMARY:" + "\\" * 19_000),
    "folds": REQUEST.replace("SUMMARY", "X:" + "\n " * 100_000 + "\nSUMMARY"),
    "components": REQUEST.replace("SUMMARY", "BEGIN:X\n" * 25_000 + "SUMMARY"),
    "zones": REQUEST.replace("BEGIN:VEVENT", zone("X") * 500 + "BEGIN:VEVENT"),
    "addresses": REQUEST.replace("SUMMARY", "ATTENDEE:mailto:" + "(" * 19_000 + "\nSUMMARY"),
    "spaces": " " * 250_000,
    "too large": REQUEST + "x" * 300_000,
    "colons": "BEGIN:VCALENDAR\n" + ":\n" * 120_000,
    "people": people(100_000),
    "people within the size": people(5_000),
    "ten megabytes of words": REQUEST.replace("SUMMARY:", "SUMMARY:" + "x" * 10_000_000),
    "ten megabytes of lines": REQUEST.replace("SUMMARY:", "X:y\n" * 2_500_000 + "SUMMARY:"),
    "events in events": "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 9_000 + "END:VEVENT\n" * 9_000,
    "ends without a beginning": REQUEST + "END:X\n" * 40_000,
    "zones that are costly": costly(60, 20),
    "zones that are costly, and events": costly(100, 6_000),
    "dates of a zone": REQUEST.replace("Europe/Madrid", "X").replace(
        "BEGIN:VEVENT",
        "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0100\n"
        + "RDATE:19700101T000000,19710101T000000\n" * 5_000
        + "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT",
    ),
    "two ends that are far": REQUEST.replace("2026111", "2024022")
    .replace("20240221", "20240229")
    .replace("SUMMARY", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=9999;UNTIL=21001231T000000Z\nSUMMARY"),
    "two ends of every day": REQUEST.replace("SUMMARY", "RRULE:FREQ=DAILY;COUNT=9999;UNTIL=21001231T000000Z\nSUMMARY"),
    "dates that are left out": REQUEST.replace("SUMMARY", "EXDATE;TZID=X:20261118T150000\n" * 8_000 + "SUMMARY"),
    "rules that never come true": REQUEST.replace("SUMMARY", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY"),
    "commas": REQUEST.replace("SUMMARY", "RDATE:" + "," * 240_000 + "\nSUMMARY"),
    "blanks": REQUEST.replace("SUMMARY", "ATTENDEE" + " " * 240_000 + "\nSUMMARY"),
    "brackets": REQUEST.replace("SUMMARY", ("ATTENDEE:mailto:" + "<" * 1_000 + "\n") * 200 + "SUMMARY"),
    "halves of letters": REQUEST.replace("SUMMARY:", "SUMMARY:\ud800\udfff\ufffd"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_calendar_bomb_is_answered_at_once(name: str) -> None:
    begun = time.process_time()
    found = invites(BOMBS[name])
    assert time.process_time() - begun < SECOND
    assert isinstance(found, tuple) or found.reason


@pytest.mark.parametrize("name", BOMBS)
def test_a_calendar_bomb_takes_little_memory(name: str) -> None:
    tracemalloc.start()
    try:
        invites(BOMBS[name])
        facts(BOMBS[name])
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTE
    finally:
        tracemalloc.stop()


# --- each way in which an invite can be broken, as a checker of invites knows them

BROKEN = {
    "no UID": ("UID:coffee-1@example.org\n", ""),
    "no DTSTAMP": ("DTSTAMP:20261103T084000Z\n", ""),
    "no DTSTART": ("DTSTART;TZID=Europe/Madrid:20261111T150000\n", ""),
    "no ORGANIZER": ('ORGANIZER;CN="Minerva; M":MAILTO:Minerva@Example.org\n', ""),
    "METHOD unknown": ("METHOD:REQUEST", "METHOD:INVITE"),
    "two METHODs": ("METHOD:REQUEST", "METHOD:REQUEST\nMETHOD:REPLY"),
    "two DTSTARTs": ("SUMMARY", "DTSTART:20261112T150000Z\nSUMMARY"),
    "two zones of one DTSTART": ("SUMMARY", "DTSTART;TZID=Europe/Lisbon:20261111T150000\nSUMMARY"),
    "end before start": ("20261111T152500", "20261111T142500"),
    "DTEND and DURATION": ("SUMMARY", "DURATION:PT3H\nSUMMARY"),
    "a day that is none": ("20261111T150000", "20261131T150000"),
    "a rule that is none": ("SUMMARY", "RRULE:FREQ=SOMETIMES\nSUMMARY"),
    "a start outside of the rule": ("SUMMARY", "RRULE:FREQ=WEEKLY;BYDAY=MO\nSUMMARY"),
    "UNTIL that is none": ("SUMMARY", "RRULE:FREQ=WEEKLY;UNTIL=20261311\nSUMMARY"),
    "a line that is cut": ("DTSTART;TZID=Europe/Madrid:2026", "DTSTART;TZID=Europe/\nMadrid:2026"),
    "no zone": ("TZID=Europe/Madrid:20261111T150000", "TZID=Office:20261111T150000"),
}
FORGIVEN = {
    "no ATTENDEE": ("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ada@example.org\n", ""),
    "no VERSION": ("VERSION:2.0\n", ""),
    "an alarm without TRIGGER": ("END:VEVENT", "BEGIN:VALARM\nACTION:DISPLAY\nEND:VALARM\nEND:VEVENT"),
    "STATUS unknown": ("SUMMARY", "STATUS:PERHAPS\nSUMMARY"),
    "PARTSTAT unknown": ("PARTSTAT=NEEDS-ACTION", "PARTSTAT=PERHAPS"),
    "RSVP unknown": ("PARTSTAT=NEEDS-ACTION", "RSVP=PERHAPS"),
    "no end of the event": ("END:VEVENT\n", ""),
    "a line that is never folded": ("SUMMARY", "DESCRIPTION:" + "long " * 500 + "\nSUMMARY"),
    "a raw line break": ("SUMMARY:Coffee", "DESCRIPTION:one\ntwo\nSUMMARY:Coffee"),
    "an UNTIL in local time": ("SUMMARY", "RRULE:FREQ=WEEKLY;UNTIL=20270101T150000\nSUMMARY"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_invite_that_is_broken_where_it_matters_is_refused(name: str) -> None:
    old, new = BROKEN[name]
    assert old in REQUEST
    found = invites(REQUEST.replace(old, new))
    assert isinstance(found, Refusal)
    assert "Error" not in found.reason


@pytest.mark.parametrize("name", FORGIVEN)
def test_an_invite_that_is_broken_elsewhere_is_read(name: str) -> None:
    old, new = FORGIVEN[name]
    assert old in REQUEST
    assert not isinstance(invites(REQUEST.replace(old, new)), Refusal)


def test_a_reply_of_two_is_for_the_book_to_judge() -> None:
    found = invites(REPLY.replace("END:VEVENT", "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.org\nEND:VEVENT"))
    assert not isinstance(found, Refusal)


# --- no mail changes what another one means


def _mails() -> Sequence[str]:
    """A hundred mails whose zones have the same few names and different meanings, some of them hostile."""
    draw = random.Random(5545)
    names = ["Customized Time Zone", "Pacific Standard Time", "Office", "Europe/Madrid", "UTC", "/x/Europe/Madrid"]
    mails = []
    for number in range(100):
        name = names[number % len(names)]
        winter = draw.randrange(-11, 12)
        made = zone(name, f"{winter:+03}00", f"{winter + 1:+03}00")
        made = draw.choice(
            [made, made, "", made.replace("YEARLY", "SECONDLY"), made.replace("BYMONTH=3", "BYMONTH=99"), made * 2]
        )
        day = f"2026{draw.randrange(1, 13):02}11"
        text = REQUEST.replace("Europe/Madrid", name).replace("20261111", day).replace("coffee-1", f"coffee-{number}")
        mails.append(text.replace("BEGIN:VEVENT", f"{made}BEGIN:VEVENT"))
    return mails


MAILS = _mails()


def read(text: str) -> tuple[CalendarFacts, object]:
    return facts(text), invites(text)


ALONE = [read(text) for text in MAILS]


@given(st.permutations(range(len(MAILS))))
def test_a_hundred_mails_mean_the_same_in_any_order(order: list[int]) -> None:
    assert all(read(MAILS[number]) == ALONE[number] for number in order)


def test_the_hundred_mails_are_not_all_alike() -> None:
    said = [found for _, found in ALONE]
    assert {type(one) for one in said} == {tuple, Refusal}
    assert len({one[0].start.utcoffset() for one in said if isinstance(one, tuple)}) > 10


# --- damage


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(invites(text), Refusal)


@given(
    st.sampled_from([REQUEST, REPLY, OUTLOOK]),
    st.lists(st.tuples(st.integers(0, 100), st.text(max_size=40)), max_size=4),
)
def test_any_damage_is_read_or_refused(text: str, damage: list[tuple[int, str]]) -> None:
    lines = text.split("\n")
    for number, words in damage:
        lines[number % len(lines)] += words
    found = invites("\n".join(lines))
    assert isinstance(found, Refusal) or all(one.stamp.tzinfo is not None for one in found)
    if isinstance(found, Refusal):
        assert "Error" not in found.reason


@given(st.sampled_from(sorted(REQUESTS)), st.data())
def test_lines_in_any_order_say_the_same(program: str, data: st.DataObject) -> None:
    """Of the event: what stands before what is nobody's business."""
    text = REQUESTS[program].replace("\n ", "")
    start = text.index("BEGIN:VEVENT\n") + len("BEGIN:VEVENT\n")
    end = text.index("BEGIN:VALARM") if "BEGIN:VALARM" in text else text.index("END:VEVENT")
    lines = data.draw(st.permutations(text[start:end].splitlines()))
    (found,), (wanted,) = invites(text[:start] + "\n".join([*lines, ""]) + text[end:]), invites(text)  # type: ignore[misc]
    assert isinstance(found, CalendarInvite)
    assert isinstance(wanted, CalendarInvite)
    assert replace(found, attendees=()) == replace(wanted, attendees=())
    assert set(found.attendees) == set(wanted.attendees)
