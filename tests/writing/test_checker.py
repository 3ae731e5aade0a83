"""Every class of broken invite, made from a good one by one change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.writing.checker import check

GOOD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Madrid
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:series-1@example.org
DTSTAMP:20261103T084000Z
SEQUENCE:0
DTSTART;TZID=Europe/Madrid:20261201T160000
DTEND;TZID=Europe/Madrid:20261201T164000
RRULE:FREQ=WEEKLY;UNTIL=20270630T215959Z;INTERVAL=4;BYDAY=TU
EXDATE;TZID=Europe/Madrid:20261229T160000
SUMMARY:Mentoring\\, monthly
LOCATION:https://meet.example.org/x
DESCRIPTION:Last actions\\nGoal today
ORGANIZER:mailto:assistant@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:minerva@example.org
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Mentoring
TRIGGER:-PT15M
END:VALARM
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
ZONE = GOOD[GOOD.index("BEGIN:VTIMEZONE") : GOOD.index("BEGIN:VEVENT")]
EVENT = GOOD[GOOD.index("BEGIN:VEVENT") : GOOD.index("END:VCALENDAR")]
ALARM = GOOD[GOOD.index("BEGIN:VALARM") : GOOD.index("END:VEVENT")]
WINTER = ZONE[ZONE.index("BEGIN:STANDARD") : ZONE.index("END:VTIMEZONE")]
LEFT_OUT = "EXDATE;TZID=Europe/Madrid:20261229T160000\r\n"
MOVED = (  # the meeting of 26 January, two days later
    EVENT.replace(ALARM, "")
    .replace(LEFT_OUT, "")
    .replace(
        "RRULE:FREQ=WEEKLY;UNTIL=20270630T215959Z;INTERVAL=4;BYDAY=TU",
        "RECURRENCE-ID;TZID=Europe/Madrid:20270126T160000",
    )
    .replace("Madrid:20261201", "Madrid:20270128")
)

CHANGES = {
    "no version": ("VERSION:2.0\r\n", ""),
    "another version": ("VERSION:2.0", "VERSION:1.0"),
    "no product": ("PRODID:-//example//EN\r\n", ""),
    "no method": ("METHOD:REQUEST\r\n", ""),
    "two methods": ("METHOD:REQUEST\r\n", "METHOD:REQUEST\r\nMETHOD:CANCEL\r\n"),
    "an unknown method": ("METHOD:REQUEST", "METHOD:INVITE"),
    "a method of attendees": ("METHOD:REQUEST", "METHOD:REPLY"),
    "a request that is cancelled": ("STATUS:CONFIRMED", "STATUS:CANCELLED"),
    "a cancellation that is confirmed": ("METHOD:REQUEST", "METHOD:CANCEL"),
    "a UID of the calendar": ("METHOD:REQUEST\r\n", "METHOD:REQUEST\r\nUID:calendar-1\r\n"),
    "no zone": (ZONE, ""),
    "a zone twice": (ZONE, ZONE + ZONE),
    "an unused zone": (ZONE, ZONE + ZONE.replace("Madrid", "Paris")),
    "a zone with a list of dates": ("TZOFFSETTO:+0200\r\n", "TZOFFSETTO:+0200\r\nRDATE:20260329T020000\r\n"),
    "a zone without offset": ("TZOFFSETFROM:+0100\r\n", ""),
    "a zone with a bad offset": ("TZOFFSETFROM:+0100", "TZOFFSETFROM:1"),
    "a zone that begins in UTC": ("DTSTART:19700329T020000", "DTSTART:19700329T020000Z"),
    "a zone that is none": ("TZID:Europe/Madrid\r\nBEGIN:DAYLIGHT", "TZID:Europe/Madrit\r\nBEGIN:DAYLIGHT"),
    "a zone of another place": ("TZOFFSETTO:+0200", "TZOFFSETTO:+0300"),
    "a zone whose summer is early": ("BYMONTH=3;BYDAY=-1SU", "BYMONTH=3;BYDAY=-2SU"),
    "a zone without winter": (WINTER, ""),
    "a zone whose change never comes": ("BYMONTH=3;BYDAY=-1SU", "BYMONTH=2;BYMONTHDAY=30;BYDAY=SU"),
    "a zone that changes in a thirteenth month": ("BYMONTH=3;BYDAY=-1SU", "BYMONTH=13;BYDAY=-1SU"),
    "a zone that begins on a day that is none": ("DTSTART:19700329T020000", "DTSTART:19700230T020000"),
    "a zone with a daily rule": ("RRULE:FREQ=YEARLY;BYMONTH=3", "RRULE:FREQ=DAILY;BYMONTH=3"),
    "no UID": ("UID:series-1@example.org\r\n", ""),
    "a UID with a space": ("UID:series-1", "UID:series 1"),
    "no stamp": ("DTSTAMP:20261103T084000Z\r\n", ""),
    "a local stamp": ("DTSTAMP:20261103T084000Z", "DTSTAMP:20261103T084000"),
    "an impossible stamp": ("DTSTAMP:20261103T084000Z", "DTSTAMP:20261303T084000Z"),
    "no sequence": ("SEQUENCE:0\r\n", ""),
    "a bad sequence": ("SEQUENCE:0", "SEQUENCE:-1"),
    "a huge sequence": ("SEQUENCE:0", "SEQUENCE:2147483648"),
    "no start": ("DTSTART;TZID=Europe/Madrid:20261201T160000\r\n", ""),
    "two starts": (
        "DTSTART;TZID=Europe/Madrid:20261201T160000\r\n",
        "DTSTART;TZID=Europe/Madrid:20261201T160000\r\n" * 2,
    ),
    "an impossible start": ("Madrid:20261201T160000", "Madrid:20261301T160000"),
    "a floating start": ("DTSTART;TZID=Europe/Madrid:", "DTSTART:"),
    "a start in UTC with a zone": ("Madrid:20261201T160000", "Madrid:20261201T160000Z"),
    "a day instead of a time": ("DTSTART;TZID=Europe/Madrid:20261201T160000", "DTSTART;VALUE=DATE:20261201"),
    "an end before the start": ("20261201T164000", "20261130T164000"),
    "an end at the start": ("20261201T164000", "20261201T160000"),
    "an end days later": ("20261201T164000", "20261204T164000"),
    "an end and a duration": ("SUMMARY", "DURATION:PT1H\r\nSUMMARY"),
    "an end in another zone": ("DTEND;TZID=Europe/Madrid:20261201T164000", "DTEND:20261201T154000Z"),
    "a bad rule": ("FREQ=WEEKLY", "FREQ=FORTNIGHTLY"),
    "a rule by the second": ("FREQ=WEEKLY", "FREQ=SECONDLY"),
    "a rule with hours": ("INTERVAL=4", "INTERVAL=4;BYHOUR=3"),
    "a rule with a space": ("INTERVAL=4", "INTERVAL= 4"),
    "a rule with a part twice": ("INTERVAL=4", "INTERVAL=4;INTERVAL=4"),
    "a huge interval": ("INTERVAL=4", "INTERVAL=400"),
    "no interval": ("INTERVAL=4", "INTERVAL=0"),
    "a day that is none": ("INTERVAL=4;BYDAY=TU", "INTERVAL=4;BYDAY=XX"),
    "a numbered day of a week": ("INTERVAL=4;BYDAY=TU", "INTERVAL=4;BYDAY=9TU"),
    "a rule without end": ("UNTIL=20270630T215959Z;", ""),
    "a rule with two ends": ("UNTIL=20270630T215959Z;", "UNTIL=20270630T215959Z;COUNT=3;"),
    "a local end of the rule": ("UNTIL=20270630T215959Z", "UNTIL=20270630T235959"),
    "an impossible end of the rule": ("UNTIL=20270630T215959Z", "UNTIL=20271330T215959Z"),
    "an end of the rule before its start": ("UNTIL=20270630T215959Z", "UNTIL=20260630T215959Z"),
    "a start outside the rule": ("INTERVAL=4;BYDAY=TU", "INTERVAL=4;BYDAY=FR"),
    "a start at night": (
        "T160000\r\nDTEND;TZID=Europe/Madrid:20261201T16",
        "T030000\r\nDTEND;TZID=Europe/Madrid:20261201T03",
    ),
    "an exception with a rule": ("SUMMARY", "RECURRENCE-ID;TZID=Europe/Madrid:20261229T160000\r\nSUMMARY"),
    "a date left out that the rule does not give": (
        "EXDATE;TZID=Europe/Madrid:20261229T160000",
        "EXDATE;TZID=Europe/Madrid:20261222T160000",
    ),
    "a date left out at another hour": (
        "EXDATE;TZID=Europe/Madrid:20261229T160000",
        "EXDATE;TZID=Europe/Madrid:20261229T170000",
    ),
    "a date left out twice": (LEFT_OUT, LEFT_OUT * 2),
    "an exception beside its series that the rule does not give": (
        "END:VEVENT\r\n",
        "END:VEVENT\r\n" + MOVED.replace("20270126", "20270127"),
    ),
    "an exception of what is left out": ("END:VEVENT\r\n", "END:VEVENT\r\n" + MOVED.replace("20270126", "20261229")),
    "two exceptions of one meeting": ("END:VEVENT\r\n", "END:VEVENT\r\n" + MOVED + MOVED),
    "dates left out without a rule": ("RRULE:FREQ=WEEKLY;UNTIL=20270630T215959Z;INTERVAL=4;BYDAY=TU\r\n", ""),
    "dates left out in another zone": ("EXDATE;TZID=Europe/Madrid:20261229T160000", "EXDATE:20261229T150000Z"),
    "no summary": ("SUMMARY:Mentoring\\, monthly\r\n", ""),
    "an unescaped comma": ("Mentoring\\, monthly", "Mentoring, monthly"),
    "a lost backslash": ("actions\\nGoal", "actions\\xGoal"),
    "a link in the agenda": ("Goal today", "https://example.org"),
    "no organizer": ("ORGANIZER:mailto:assistant@example.org\r\n", ""),
    "an organizer without address": ("ORGANIZER:mailto:assistant@example.org", "ORGANIZER:assistant"),
    "an organizer who is invited": ("mailto:minerva@", "mailto:assistant@"),
    "no attendee": ("ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:minerva@example.org\r\n", ""),
    "two attendees": ("STATUS", "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:lee@example.org\r\nSTATUS"),
    "an unknown answer": ("PARTSTAT=NEEDS-ACTION", "PARTSTAT=YES"),
    "an answer given for them": ("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED"),
    "a bad wish for an answer": ("RSVP=TRUE", "RSVP=YES"),
    "no wish for an answer": (";RSVP=TRUE", ""),
    "an unknown role": ("RSVP=TRUE", "RSVP=TRUE;ROLE=BOSS"),
    "an unknown kind of attendee": ("RSVP=TRUE", "RSVP=TRUE;CUTYPE=CAT"),
    "an unknown status": ("STATUS:CONFIRMED", "STATUS:OKAY"),
    "two alarms": (ALARM, ALARM + ALARM),
    "an alarm without a time": ("TRIGGER:-PT15M\r\n", ""),
    "an alarm with a bad time": ("TRIGGER:-PT15M", "TRIGGER:-PT"),
    "an alarm that mails": ("ACTION:DISPLAY", "ACTION:EMAIL"),
    "an unknown property": ("SEQUENCE:0\r\n", "SEQUENCE:0\r\nCLASS:PUBLIC\r\n"),
    "an unknown component": ("BEGIN:VEVENT", "BEGIN:VTODO"),
    "no end of the event": ("END:VEVENT\r\n", ""),
    "an end too many": ("END:VEVENT\r\n", "END:VEVENT\r\nEND:VEVENT\r\n"),
    "no event": (EVENT, ""),
    "two series": (EVENT, EVENT + EVENT),
    "two UIDs": (EVENT, EVENT + EVENT.replace("series-1", "series-2")),
    "a raw line end": ("actions\\nGoal", "actions\r\nGoal"),
    "a bare line end": ("actions\\nGoal", "actions\nGoal"),
    "a control character": ("Goal", "Goal\x07"),
    "a long line": ("Goal", "Goal" * 20),
    "a quote in a parameter": ("RSVP=TRUE", 'RSVP=TRUE;CN=a"b'),
    "two calendars": ("END:VCALENDAR\r\n", "END:VCALENDAR\r\n" + GOOD),
    "text after the end": ("END:VCALENDAR\r\n", "END:VCALENDAR\r\nX-A:b\r\n"),
    "no last line end": ("END:VCALENDAR\r\n", "END:VCALENDAR"),
}


def test_a_good_invite_may_leave() -> None:
    assert check(GOOD) == []
    assert check(GOOD.replace("END:VEVENT\r\n", "END:VEVENT\r\n" + MOVED)) == []
    assert check(GOOD.replace(EVENT, MOVED)) == []


@pytest.mark.parametrize("name", CHANGES)
def test_an_invite_is_held_back_for(name: str) -> None:
    old, new = CHANGES[name]
    assert GOOD.count(old) >= 1, "the change changes nothing"
    assert check(GOOD.replace(old, new, 1)) != []


@pytest.mark.parametrize("year", ["0001", "1969", "2101", "9999"])
def test_a_year_in_which_nobody_meets_is_held_back(year: str) -> None:
    assert check(GOOD.replace("Madrid:20261201", f"Madrid:{year}1201")) != []
    assert check(GOOD.replace("UNTIL=20270630", f"UNTIL={year}0630")) != []
    assert check(GOOD.replace("DTSTART:19700329", f"DTSTART:{year}0329")) != []


@pytest.mark.parametrize("digits", ["٢٠٢٦", "２０２６"])
def test_digits_that_only_people_can_read_are_held_back(digits: str) -> None:
    for old in ("Madrid:2026", "DTSTAMP:2026"):
        assert check(GOOD.replace(old, old.replace("2026", digits))) != []


def test_line_ends_without_carriage_returns_are_held_back() -> None:
    assert check(GOOD.replace("\r\n", "\n")) != []


def test_a_declined_counter_proposal_names_its_meeting_and_no_more() -> None:
    lines = GOOD.replace(ZONE, "").replace(ALARM, "").split("\r\n")
    kept = ("BEGIN", "END", "VERSION", "PRODID", "METHOD", "UID", "DTSTAMP", "SEQUENCE", "ORGANIZER")
    declined = "\r\n".join([*(x for x in lines if x.startswith(kept)), ""]).replace("REQUEST", "DECLINECOUNTER")
    assert check(declined) == []
    assert check(declined.replace("SEQUENCE:0", "SEQUENCE:0\r\nRECURRENCE-ID:20261229T150000Z")) == []
    for old, new in [
        ("SEQUENCE:0", "SEQUENCE:0\r\nRECURRENCE-ID:20261229"),
        ("SEQUENCE:0", "SEQUENCE:0\r\nSUMMARY:x"),
        ("mailto:assistant@example.org", "assistant"),
        ("END:VEVENT", f"{ALARM}END:VEVENT"),
        ("UID:series-1@example.org\r\n", ""),
    ]:
        assert check(declined.replace(old, new)) != []


@given(st.text())
def test_no_text_breaks_the_checker(text: str) -> None:
    assert check(text) != []


@given(st.integers(0, GOOD.count("\r\n") - 1), st.text(max_size=30))
def test_no_changed_line_breaks_the_checker(number: int, other: str) -> None:
    lines = GOOD.split("\r\n")
    lines[number] = other
    assert isinstance(check("\r\n".join(lines)), list)
