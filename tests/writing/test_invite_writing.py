from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing.invitations import (
    COFFEE,
    MINERVA,
    MINERVA_NAMED,
    SERIES,
    parsed,
    starts,
    to,
)

from assistant.mentoring.facts import Address
from assistant.mentoring.schedule import Change
from assistant.writing.invite import InviteRefused, cancel, check, decline_counter, request


class TestRequest:
    def test_an_invite_asks_one_person_and_answers_come_to_us(self) -> None:
        text = request(COFFEE, to(agenda="Last actions\nGoal today"))
        assert text.replace("\r\n ", "").split("\r\n") == [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//mentoring-assistant//Invites//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:REQUEST",
            "BEGIN:VTIMEZONE",
            "TZID:Europe/Madrid",
            "X-LIC-LOCATION:Europe/Madrid",
            "BEGIN:DAYLIGHT",
            "DTSTART:19700329T020000",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "DTSTART:19701025T030000",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "TZNAME:CET",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:coffee-1@example.org",
            "DTSTAMP:20261103T084000Z",
            "SEQUENCE:0",
            "DTSTART;TZID=Europe/Madrid:20261111T150000",
            "DTEND;TZID=Europe/Madrid:20261111T152500",
            "SUMMARY:Coffee: Ada and Minerva",
            "DESCRIPTION:Last actions\\nGoal today",
            'ORGANIZER;CN="Ada Byron (her assistant)":mailto:assistant@example.org',
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;{MINERVA_NAMED}",
            "STATUS:CONFIRMED",
            "TRANSP:OPAQUE",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "DESCRIPTION:Coffee: Ada and Minerva",
            "TRIGGER:-PT15M",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]

    def test_the_same_meeting_gives_the_same_bytes(self) -> None:
        assert request(SERIES, to()) == request(SERIES, to())

    def test_a_series_takes_place_when_the_book_says(self) -> None:
        since, until = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
        expected = [actual for _, actual in SERIES.occurrences(since, until)]
        assert len(expected) == 12
        assert starts(request(SERIES, to()), since, until) == expected

    def test_what_was_cancelled_is_left_out_and_what_was_moved_is_moved(self) -> None:
        january, february = (datetime(2027, m, d, 15, tzinfo=UTC) for m, d in ((1, 5), (2, 2)))
        moved = SERIES.with_change(Change(january, cancelled=True))
        moved = moved.with_change(Change(february, datetime(2027, 2, 4, 17)))  # noqa: DTZ001
        text = request(moved, to())
        assert "EXDATE;TZID=Europe/Madrid:20270105T160000\r\n" in text
        assert "RECURRENCE-ID;TZID=Europe/Madrid:20270202T160000\r\n" in text
        since, until = datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
        assert starts(text, since, until) == [actual for _, actual in moved.occurrences(since, until)]

    def test_one_moved_occurrence_goes_alone(self) -> None:
        february = datetime(2027, 2, 2, 15, tzinfo=UTC)
        text = request(SERIES.with_change(Change(february, datetime(2027, 2, 4, 17))), to(), february)  # noqa: DTZ001
        (event,) = parsed(text).walk("VEVENT")
        assert event["RECURRENCE-ID"].dt == february
        assert event["DTSTART"].dt == datetime(2027, 2, 4, 16, tzinfo=UTC)
        assert "RRULE" not in event
        assert event["SEQUENCE"] == 3

    def test_a_single_meeting_that_was_moved_is_at_its_new_time(self) -> None:
        moved = COFFEE.with_change(Change(COFFEE.begins, datetime(2026, 11, 12, 10)))  # noqa: DTZ001
        assert "DTSTART;TZID=Europe/Madrid:20261112T100000\r\n" in request(moved, to())

    def test_a_time_that_is_no_occurrence_is_refused(self) -> None:
        with pytest.raises(InviteRefused, match="no meeting at that time"):
            request(SERIES, to(), datetime(2027, 2, 3, 15, tzinfo=UTC))
        with pytest.raises(InviteRefused, match="no occurrences"):
            request(COFFEE, to(), COFFEE.begins)

    def test_the_other_sides_own_invite_is_never_doubled(self) -> None:
        with pytest.raises(InviteRefused, match="other side"):
            request(replace(COFFEE, organizer="minerva@example.org"), to())

    @pytest.mark.parametrize(
        ("change", "why"),
        [
            ({"start": datetime(2026, 12, 2, 16)}, "not in the rule"),  # noqa: DTZ001
            ({"start": datetime(2026, 12, 1, 3)}, "between 00:00 and 04:00"),  # noqa: DTZ001
            ({"rrule": "FREQ=MONTHLY;BYDAY=1TU"}, "UNTIL and COUNT"),
            ({"rrule": "FREQ=MONTHLY;UNTIL=20271102T160000;BYDAY=1TU"}, "UNTIL is not in UTC"),
            ({"rrule": "FREQ=MONTHLY;COUNT=5;BYMONTHDAY=31", "start": datetime(2027, 1, 31, 16)}, "leaves out months"),  # noqa: DTZ001
            ({"rrule": "FREQ=MONTHLY;UNTIL=20271399T160000Z;BYDAY=1TU"}, "no day"),
            ({"zone": "Nowhere/Else"}, "none that we know"),
            ({"uid": "a b"}, "UID"),
            ({"minutes": 0}, "does not end after its start"),
            ({"summary": " "}, "SUMMARY"),
        ],
    )
    def test_a_meeting_that_clients_would_read_differently_is_refused(
        self, change: dict[str, object], why: str
    ) -> None:
        with pytest.raises(InviteRefused, match=why):
            request(replace(SERIES, **change), to())  # type: ignore[arg-type]

    def test_a_link_in_the_agenda_is_refused(self) -> None:
        with pytest.raises(InviteRefused, match="link"):
            request(COFFEE, to(agenda="see https://example.org"))

    def test_an_address_that_is_none_is_refused(self) -> None:
        for email in ("minerva", "minerva@example.org,lee@example.org", "minerva@example.org\r\nX:y"):
            with pytest.raises(InviteRefused):
                request(COFFEE, to(Address(email, "M")))

    def test_a_time_that_the_clock_skips_is_refused(self) -> None:
        with pytest.raises(InviteRefused, match="DTSTART"):
            request(replace(COFFEE, start=datetime(2027, 3, 28, 2, 30)), to())  # noqa: DTZ001

    @pytest.mark.parametrize(("minutes", "shown"), [(5, 5), (9, 9), (10, 5), (45, 40)])
    def test_a_meeting_ends_early_unless_it_is_very_short(self, minutes: int, shown: int) -> None:
        (event,) = parsed(request(replace(COFFEE, minutes=minutes), to())).events
        assert event.end - event.start == timedelta(minutes=shown)

    def test_an_early_end_is_counted_in_real_time(self) -> None:
        text = request(replace(COFFEE, start=datetime(2027, 3, 28, 1, 45), minutes=45), to())  # noqa: DTZ001
        assert "DTEND;TZID=Europe/Madrid:20270328T032500\r\n" in text


class TestCancel:
    def test_cancelling_takes_back_the_whole_and_needs_no_answer(self) -> None:
        text = cancel(SERIES, to())
        (event,) = parsed(text).walk("VEVENT")
        assert "METHOD:CANCEL\r\n" in text
        assert "VTIMEZONE" in text
        assert (event["STATUS"], event["UID"], event["SEQUENCE"]) == ("CANCELLED", "series-1@example.org", 3)
        assert "RECURRENCE-ID" not in event
        assert "RSVP" not in text
        assert "VALARM" not in text

    def test_cancelling_one_never_cancels_the_series(self) -> None:
        january = datetime(2027, 1, 5, 15, tzinfo=UTC)
        (event,) = parsed(cancel(SERIES.with_change(Change(january, cancelled=True)), to(), january)).walk("VEVENT")
        assert event["RECURRENCE-ID"].dt == event["DTSTART"].dt == january
        assert event["STATUS"] == "CANCELLED"
        assert "RRULE" not in event

    def test_declining_another_time_names_the_meeting_and_says_no_more(self) -> None:
        text = decline_counter(SERIES, to(), datetime(2027, 1, 5, 15, tzinfo=UTC))
        assert text.split("\r\n")[5:-2] == [
            "BEGIN:VEVENT",
            "UID:series-1@example.org",
            "DTSTAMP:20261103T084000Z",
            "SEQUENCE:3",
            "RECURRENCE-ID:20270105T150000Z",
            'ORGANIZER;CN="Ada Byron (her assistant)":mailto:assistant@example.org',
            "END:VEVENT",
        ]
        assert "RECURRENCE-ID" not in decline_counter(COFFEE, to())
        assert "SEQUENCE" not in decline_counter(COFFEE, to())


NAMES = st.text(max_size=60)


@given(NAMES, NAMES, NAMES, NAMES, st.integers(10, 240), st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)))  # noqa: DTZ001
def test_whatever_people_are_called_the_invite_is_whole(
    name: str, summary: str, place: str, agenda: str, minutes: int, start: datetime
) -> None:
    meeting = replace(
        COFFEE, summary=f"x{summary}", place=place, minutes=minutes, start=start.replace(hour=12, microsecond=0)
    )
    text = request(meeting, to(replace(MINERVA, name=name), agenda.replace("www.", "").replace("http", "")))
    assert check(text) == []
    (event,) = parsed(text).walk("VEVENT")
    assert event["ATTENDEE"] == "mailto:minerva@example.org"
    assert not re.search(r'["\x00-\x1f]', str(event["ATTENDEE"].params["CN"]))
    assert (
        event["SUMMARY"].split()
        == "".join(c if c.isprintable() or ord(c) > 0xA0 else " " for c in f"x{summary}")
        .replace('"', "'")
        .replace("\u2028", " ")
        .replace("\u2029", " ")
        .split()
    )
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=minutes - 5)
