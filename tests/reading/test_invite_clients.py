"""Invites and answers of the calendars that people use: each says the same in its own way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from reading.client_invites import OUTLOOK, OUTLOOK_ZONE, REQUESTS
from reading.client_replies import REPLIES

from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.reading.invite import Refusal, invite, invites

START = datetime(2026, 11, 11, 14, tzinfo=UTC)
STAMP = datetime(2026, 11, 3, 8, 40, tzinfo=UTC)
ENDINGS = ["\n", "\r\n", "\r\r\n"]


def asked(text: str) -> CalendarInvite:
    found = invite(text)
    assert isinstance(found, CalendarInvite), found
    return found


def refused(text: str) -> str:
    found = invites(text)
    assert isinstance(found, Refusal), found
    return found.reason


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("program", REQUESTS)
def test_an_invite_of_every_calendar_says_who_when_and_where(program: str, ending: str) -> None:
    found = asked(REQUESTS[program].replace("\n", ending))
    assert (found.method, found.uid, found.sequence, found.stamp) == ("REQUEST", "meeting-1@example.org", 0, STAMP)
    assert (found.start.astimezone(UTC), found.end - found.start) == (START, timedelta(minutes=45))
    assert (found.organizer, found.summary, found.place) == ("minerva@example.org", "Coffee", "Café Comercial, Madrid")
    assert "ada@example.org" in found.attendees
    assert (found.rrule, found.recurrence, found.excluded) == ("", None, ())


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("program", REPLIES)
def test_an_answer_of_every_calendar_says_who_answers_what(program: str, ending: str) -> None:
    found = invite(REPLIES[program].replace("\n", ending))
    assert found == CalendarAnswer(
        "REPLY", "coffee-1@example.org", 2, STAMP, (("ada@example.org", "ACCEPTED"),), comment=""
    )


@pytest.mark.parametrize("program", REQUESTS)
def test_a_series_of_every_calendar_is_one_in_a_zone_that_changes_its_clock(program: str) -> None:
    """Google says a series with its zone; what it says in UTC stays at the same time in UTC."""
    found = asked(REQUESTS[program].replace("SUMMARY", "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=30\nSUMMARY"))
    zone = getattr(found.start.tzinfo, "key", "UTC")
    assert zone in ({"UTC"} if program == "Google" else {"Europe/Madrid", "Europe/Paris"})
    assert found.start.astimezone(UTC) == START


def test_a_series_in_a_zone_that_only_the_mail_defines_is_refused() -> None:
    series = OUTLOOK.replace("SUMMARY", "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=30\nSUMMARY")
    assert "zone that only it defines" in refused(series.replace("Romance Standard Time", "Customized Time Zone"))
    assert asked(OUTLOOK.replace("Romance Standard Time", "Customized Time Zone")).start == START


def test_an_answer_with_words_keeps_them() -> None:
    found = invite(REPLIES["Outlook"].replace("COMMENT;LANGUAGE=en-GB:\\n", "COMMENT:I may be late\\; sorry\\n"))
    assert isinstance(found, CalendarAnswer)
    assert found.comment == "I may be late; sorry"


class TestProposals:
    """Another time is a question to the protégé, and one that is not certain is no time at all (R5)."""

    COUNTER = REPLIES["Outlook"].replace("METHOD:REPLY", "METHOD:COUNTER").replace("ACCEPTED", "TENTATIVE")

    def test_one_with_a_certain_time_is_given_with_it(self) -> None:
        found = invite(self.COUNTER.replace("20261111", "20261112"))
        assert isinstance(found, CalendarAnswer)
        assert found.start is not None
        assert (found.method, found.start.astimezone(UTC)) == ("COUNTER", START + timedelta(days=1))

    @pytest.mark.parametrize(
        ("old", "new", "why"),
        [
            (";TZID=Romance Standard Time:20261111T15", ":20261111T15", "no zone"),
            (OUTLOOK_ZONE.format(name="Romance Standard Time"), "", ""),
            ("Romance Standard Time:", "Nowhere:", "don't know"),
            ("DTSTART;TZID=Romance Standard Time:20261111T150000", "DTSTART;VALUE=DATE:20261111", "whole day"),
            ("DTSTART;TZID=Romance Standard Time:20261111T150000", "X:y", "no time"),
            ("DTSTART;TZID=Romance Standard Time:20261111T150000", "DTSTART:next week", "can't be read"),
            ("T152500", "T142500", "ends before"),
            ("CLASS:PUBLIC", "DTSTART:20261112T140000Z", "two DTSTART"),
            ("CLASS:PUBLIC", "RECURRENCE-ID:20261111T140000", "no zone"),
        ],
    )
    def test_one_without_a_certain_time_is_refused(self, old: str, new: str, why: str) -> None:
        assert old in self.COUNTER
        if why:
            assert why in refused(self.COUNTER.replace(old, new))
        else:  # the name alone says enough
            assert isinstance(invite(self.COUNTER.replace(old, new)), CalendarAnswer)


class TestCancellations:
    CANCEL = REQUESTS["Google"].replace("METHOD:REQUEST", "METHOD:CANCEL").replace("CONFIRMED", "CANCELLED")

    def test_the_whole_is_cancelled_with_its_time(self) -> None:
        assert (asked(self.CANCEL).method, asked(self.CANCEL).start) == ("CANCEL", START)

    def test_one_occurrence_needs_no_more_than_its_name(self) -> None:
        found = asked(self.CANCEL.replace("DTSTART:", "RECURRENCE-ID:").replace("DTEND:20261111T144500Z\n", ""))
        assert (found.recurrence, found.start, found.end) == (START, START, START)

    def test_it_says_why(self) -> None:
        said = self.CANCEL.replace("DTSTART:", "COMMENT:I am ill\\, sorry\nDTSTART:")
        assert asked(said).comment == "I am ill, sorry"

    def test_the_whole_needs_no_time_to_be_cancelled(self) -> None:  # RFC 5546 §3.2.5
        found = asked(self.CANCEL.replace("DTSTART:", "X-START:"))
        assert (found.method, found.recurrence, found.start, found.end) == ("CANCEL", None, found.stamp, found.stamp)

    def test_a_time_that_is_there_and_cannot_be_read_is_refused(self) -> None:
        assert "can't be read" in refused(self.CANCEL.replace("DTSTART:", "DTSTART:soon "))


class TestDeclinedProposals:
    """DECLINECOUNTER: another time does not suit whoever made the invite (RFC 5546 §3.2.8)."""

    DECLINED = REQUESTS["Google"].replace("METHOD:REQUEST", "METHOD:DECLINECOUNTER")

    def test_it_is_read_with_its_time(self) -> None:
        assert (asked(self.DECLINED).method, asked(self.DECLINED).start) == ("DECLINECOUNTER", START)

    def test_it_needs_no_time_and_names_an_occurrence_by_its_start(self) -> None:
        bare = self.DECLINED.replace("DTEND:20261111T144500Z\n", "")
        whole, one = (asked(bare.replace("DTSTART:", name)) for name in ("X-START:", "RECURRENCE-ID:"))
        assert (whole.recurrence, whole.start) == (None, whole.stamp)
        assert (one.recurrence, one.start) == (START, START)

    def test_it_says_whose_event_it_is(self) -> None:
        assert "whose event" in refused(self.DECLINED.replace("ORGANIZER", "X-ORGANIZER"))
