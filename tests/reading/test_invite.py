from __future__ import annotations

from datetime import UTC, datetime

import pytest
from reading.plain_invites import REPLY, REQUEST, zone

from assistant.mentoring.facts import CalendarAnswer, CalendarInvite
from assistant.reading.invite import Refusal, invite, invites


def request(old: str = "", new: str = "", before: str = "") -> CalendarInvite:
    assert old in REQUEST
    found = invite(REQUEST.replace(old, new).replace("BEGIN:VEVENT", f"{before}BEGIN:VEVENT", 1))
    assert isinstance(found, CalendarInvite), found
    return found


def refusal(text: str) -> str:
    found = invites(text)
    assert isinstance(found, Refusal), found
    return found.reason


def answer(text: str = REPLY) -> CalendarAnswer:
    found = invite(text)
    assert isinstance(found, CalendarAnswer), found
    return found


class TestRequest:
    def test_an_invite_says_who_when_and_where(self) -> None:
        found = request()
        assert (found.method, found.uid, found.sequence) == ("REQUEST", "coffee-1@example.org", 2)
        assert (found.organizer, found.attendees) == ("minerva@example.org", ("ada@example.org",))
        assert (found.summary, found.place, found.rrule) == ("Coffee, with Ada", "Café X", "")
        assert found.stamp == datetime(2026, 11, 3, 8, 40, tzinfo=UTC)
        assert found.start == datetime(2026, 11, 11, 14, tzinfo=UTC)
        assert found.end == datetime(2026, 11, 11, 14, 25, tzinfo=UTC)
        assert found.recurrence is None

    def test_a_cancellation_is_one(self) -> None:
        assert request("METHOD:REQUEST", "METHOD:CANCEL").method == "CANCEL"

    @pytest.mark.parametrize("method", ["ADD", "PUBLISH"])
    def test_an_added_and_a_published_date_are_read_as_what_they_are(self, method: str) -> None:
        assert request("METHOD:REQUEST", f"METHOD:{method}").method == method

    def test_a_file_without_a_method_invites_nobody(self) -> None:
        assert request("METHOD:REQUEST\n", "").method == "PUBLISH"

    def test_a_published_date_needs_no_organizer(self) -> None:
        text = REQUEST.replace("METHOD:REQUEST", "METHOD:PUBLISH")
        found = invite(text.replace('ORGANIZER;CN="Minerva; M":MAILTO:Minerva@Example.org\n', ""))
        assert isinstance(found, CalendarInvite)
        assert found.organizer == ""

    def test_a_question_how_it_stands_names_who_asks(self) -> None:
        found = answer(REQUEST.replace("METHOD:REQUEST", "METHOD:REFRESH"))
        assert (found.method, [who for who, _ in found.answers]) == ("REFRESH", ["ada@example.org"])

    @pytest.mark.parametrize("onwards", [True, False])
    def test_a_change_of_all_from_one_on_is_told_from_one_of_that_one(self, onwards: bool) -> None:
        named = f"RECURRENCE-ID{';RANGE=THISANDFUTURE' if onwards else ''}:20261111T140000Z\nSUMMARY"
        assert request("SUMMARY", named).onwards is onwards

    def test_a_duration_stands_for_an_end_and_neither_for_no_time_at_all(self) -> None:
        assert request("DTEND;TZID=Europe/Madrid:20261111T152500", "DURATION:PT1H").end == datetime(
            2026, 11, 11, 15, tzinfo=UTC
        )
        found = request("DTEND;TZID=Europe/Madrid:20261111T152500\n", "")
        assert found.end == found.start

    def test_a_series_keeps_its_rule_and_what_is_left_out(self) -> None:
        found = request(
            "SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=5\nEXDATE;TZID=Europe/Madrid:20261118T150000,20261125T150000\nSUMMARY"
        )
        assert found.rrule == "FREQ=WEEKLY;COUNT=5"
        assert found.excluded == (datetime(2026, 11, 18, 14, tzinfo=UTC), datetime(2026, 11, 25, 14, tzinfo=UTC))

    @pytest.mark.parametrize("until", ["20261209T140000Z", "20261215T235959Z", "20261215", "20261209T150000"])
    def test_two_ends_that_agree_are_one(self, until: str) -> None:  # RFC 5545 §3.3.10 forbids both
        found = request("SUMMARY", f"RRULE:FREQ=WEEKLY;COUNT=5;UNTIL={until}\nSUMMARY")
        assert found.rrule == f"FREQ=WEEKLY;UNTIL={until}"

    @pytest.mark.parametrize("until", ["20261209T135959Z", "20261216T140000Z", "20261209", "20271231"])
    def test_two_ends_of_different_minds_are_refused_and_none_is_taken(self, until: str) -> None:
        text = REQUEST.replace("SUMMARY", f"RRULE:FREQ=WEEKLY;COUNT=5;UNTIL={until}\nSUMMARY")
        assert "twice when it ends" in refusal(text)

    def test_an_occurrence_is_named_by_its_instant(self) -> None:
        assert request("SUMMARY", "RECURRENCE-ID:20261111T140000Z\nSUMMARY").recurrence == (
            request("SUMMARY", "RECURRENCE-ID;TZID=Europe/Madrid:20261111T150000\nSUMMARY").recurrence
        )

    def test_all_events_of_a_message_are_given_and_the_series_first(self) -> None:
        event = REQUEST[REQUEST.index("BEGIN:VEVENT") : REQUEST.index("END:VCALENDAR")]
        moved = event.replace("SUMMARY", "RECURRENCE-ID:20261111T140000Z\nSUMMARY")
        text = REQUEST.replace(event, moved + event)
        found = invites(text)
        assert isinstance(found, tuple)
        assert [one.recurrence is None for one in found] == [False, True]
        first = invite(text)
        assert isinstance(first, CalendarInvite)
        assert first.recurrence is None


class TestAnswers:
    def test_a_reply_says_who_answered_what(self) -> None:
        found = answer()
        assert (found.method, found.uid, found.sequence) == ("REPLY", "coffee-1@example.org", 2)
        assert found.answers == (("minerva@example.org", "ACCEPTED"),)

    def test_exchanges_reply_without_organizer_and_one_without_start_are_read(self) -> None:
        assert "ORGANIZER" not in REPLY
        assert answer().start is None

    def test_a_counter_proposal_has_its_time(self) -> None:
        text = REPLY.replace("REPLY", "COUNTER").replace(
            "SEQUENCE:2", "SEQUENCE:2\nDTSTART:20261112T090000Z\nDTEND:20261112T093000Z\nCOMMENT:later\\, please"
        )
        found = answer(text)
        assert (found.method, found.comment) == ("COUNTER", "later, please")
        assert (found.start, found.end) == (
            datetime(2026, 11, 12, 9, tzinfo=UTC),
            datetime(2026, 11, 12, 9, 30, tzinfo=UTC),
        )

    def test_an_answer_to_one_occurrence_names_it(self) -> None:
        found = answer(REPLY.replace("SEQUENCE:2", "RECURRENCE-ID:20261111T140000Z"))
        assert found.recurrence == datetime(2026, 11, 11, 14, tzinfo=UTC)
        assert found.sequence == 0

    @pytest.mark.parametrize(
        ("given_", "read"), [("tentative", "TENTATIVE"), ("X-MAYBE", "NEEDS-ACTION"), ("DECLINED", "DECLINED")]
    )
    def test_an_unknown_answer_is_none_yet(self, given_: str, read: str) -> None:
        assert answer(REPLY.replace("ACCEPTED", given_)).answers == (("minerva@example.org", read),)

    def test_an_address_in_a_parameter_is_taken_where_the_value_is_none(self) -> None:
        text = REPLY.replace("CN=Minerva:MAILTO:Minerva@Example.org", "EMAIL=minerva@example.org:urn:uuid:1")
        assert answer(text).answers == (("minerva@example.org", "ACCEPTED"),)

    def test_nobody_answering_and_one_answering_twice_are_refused(self) -> None:
        assert "who answers" in refusal(REPLY.replace("MAILTO:Minerva@Example.org", "urn:uuid:1"))
        twice = "ATTENDEE;PARTSTAT=DECLINED:mailto:minerva@example.org\nEND:VEVENT"
        assert "answers twice" in refusal(REPLY.replace("END:VEVENT", twice))


class TestTolerance:
    @pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n", "\n\n"])
    def test_line_ends_of_all_kinds_are_read(self, ending: str) -> None:
        assert invite(REQUEST.replace("\n", ending)) == request()

    def test_what_stands_around_the_calendar_loses_nothing(self) -> None:
        assert invite(f"\ufeff{REQUEST}\n-- \nA footer of the list: with a colon\n") == request()
        assert invite(f"Hello,\n\n{REQUEST}") == request()

    def test_a_folded_line_is_one(self) -> None:
        assert invite(REQUEST.replace("Coffee\\, with Ada", "Coff\n ee\\, w\n\tith Ada")) == request()

    def test_odd_lines_and_alarms_are_passed_over(self) -> None:
        odd = "no property at all\nX-ODD;A=:b\nDESCRIPTION;=:x\n"
        odd += "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT"
        assert invite(REQUEST.replace("END:VEVENT", odd)) == request()

    def test_a_missing_end_is_forgiven(self) -> None:
        assert invite(REQUEST.replace("END:VCALENDAR\n", "")) == request()
        assert invite(REQUEST.replace("END:VEVENT\n", "")) == request()

    def test_a_zone_with_a_broken_half_loses_nothing(self) -> None:
        broken = zone("Europe/Madrid").replace("TZOFFSETFROM:+0100\n", "")
        assert request(before=broken) == request()

    def test_the_same_value_twice_is_one(self) -> None:
        assert invite(REPLY.replace("SEQUENCE:2", "SEQUENCE:2\nUID:coffee-1@example.org")) == answer()


class TestZones:
    def test_a_windows_name_is_known_where_no_definition_came(self) -> None:
        assert request("TZID=Europe/Madrid", "TZID=Romance Standard Time").start == datetime(
            2026, 11, 11, 14, tzinfo=UTC
        )

    def test_a_definition_in_the_mail_goes_before_a_windows_name(self) -> None:
        other = zone("Romance Standard Time", "-0500", "-0400")
        assert request("TZID=Europe/Madrid", "TZID=Romance Standard Time", other).start == datetime(
            2026, 11, 11, 20, tzinfo=UTC
        )

    def test_no_mail_redefines_a_zone_for_the_next(self) -> None:
        odd, even = zone("Customized Time Zone", "-0800", "-0700"), zone("Customized Time Zone")
        for _ in range(2):
            first = request("TZID=Europe/Madrid", "TZID=Customized Time Zone", odd)
            second = request("TZID=Europe/Madrid", "TZID=Customized Time Zone", even)
            assert (first.start.astimezone(UTC).hour, second.start.astimezone(UTC).hour) == (23, 14)
        request("TZID=Europe/Madrid", "TZID=Romance Standard Time", zone("Romance Standard Time", "-0800", "-0700"))
        assert request("TZID=Europe/Madrid", "TZID=Romance Standard Time").start == request().start

    def test_no_mail_redefines_an_iana_zone(self) -> None:
        assert request(before=zone("Europe/Madrid", "-0800", "-0700")) == request()

    def test_summer_is_read_from_the_mails_own_zone(self) -> None:
        text = REQUEST.replace("Europe/Madrid", "Office").replace("20261111", "20260711")
        found = invite(text.replace("BEGIN:VEVENT", zone("Office") + "BEGIN:VEVENT"))
        assert isinstance(found, CalendarInvite)
        assert found.start == datetime(2026, 7, 11, 13, tzinfo=UTC)

    def test_a_name_behind_a_vendors_prefix_is_known(self) -> None:
        for name in ("/freeassociation.sourceforge.net/Europe/Madrid", "/example.org/20261103_1/Europe/Madrid"):
            assert request("TZID=Europe/Madrid", f"TZID={name}").start == request().start

    @pytest.mark.parametrize(
        "name", ["America", "Nowhere/Else", "../../etc/passwd", "/etc/passwd", "x" * 200, "Mars Standard Time"]
    )
    def test_a_zone_that_nobody_knows_is_refused(self, name: str) -> None:
        assert "zone" in refusal(REQUEST.replace("Europe/Madrid", name))

    def test_a_time_without_a_zone_is_refused(self) -> None:
        assert "no zone" in refusal(REQUEST.replace(";TZID=Europe/Madrid", ""))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("UID:coffee-1@example.org\n", "", "no UID"),
        ("UID:coffee-1@example.org", "UID:" + "x" * 256, "UID"),
        ("UID:coffee-1@example.org", "UID:a\x07b", "UID"),
        ("SEQUENCE", "UID:other\nSEQUENCE", "two UID"),
        ("DTSTAMP:20261103T084000Z\n", "", "when it was written"),
        ("DTSTART;TZID=Europe/Madrid:20261111T150000\n", "", "no time"),
        ("DTSTART;TZID=Europe/Madrid:20261111T150000", "DTSTART;VALUE=DATE:20261111", "whole day"),
        ("DTSTART;TZID=Europe/Madrid:20261111T150000", "DTSTART;VALUE=DATE;TZID=Europe/Madrid:20261111", "whole day"),
        ("20261111T150000", "20261311T150000", "can't be read"),
        ("20261111T150000", "tomorrow", "can't be read"),
        ("20261111T150000", "19041111T150000", "1970 and 2100"),
        ("20261111T152500", "20261111T142500", "ends before"),
        ("20261111T152500", "20271111T142500", "a month later"),
        ("SEQUENCE:2", "SEQUENCE:-1", "SEQUENCE"),
        ("SEQUENCE:2", "SEQUENCE:2147483648", "SEQUENCE"),
        ("SEQUENCE:2", "SEQUENCE:two", "SEQUENCE"),
        ('ORGANIZER;CN="Minerva; M":MAILTO:Minerva@Example.org\n', "", "whose event"),
        ("MAILTO:Minerva@Example.org", "invalid:nomail", "whose event"),
        ("METHOD:REQUEST", "METHOD:POLLSTATUS", "POLLSTATUS"),
        ("METHOD:REQUEST", "METHOD:REQUEST\nMETHOD:CANCEL", "two METHODs"),
        ("SUMMARY", "RDATE:20261118T140000Z\nSUMMARY", "one by one"),
        ("SUMMARY", "RRULE:FREQ=SECONDLY\nSUMMARY", "rule"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY;BYHOUR=1,2\nSUMMARY", "rule"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY;INTERVAL=367\nSUMMARY", "rule"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY;INTERVAL=0\nSUMMARY", "rule"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY;FREQ=DAILY\nSUMMARY", "rule"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY;BYDAY=XX\nSUMMARY", "rule can't be read"),
        ("SUMMARY", "RRULE:FREQ=WEEKLY\nRRULE:FREQ=DAILY\nSUMMARY", "two RRULE"),
        ("SUMMARY", "RRULE:FREQ=DAILY\nRECURRENCE-ID:20261111T140000Z\nSUMMARY", "rule of its own"),
        ("DTEND;TZID=Europe/Madrid:20261111T152500", "DURATION:PX", "can't be read"),
        ("DTSTART;TZID=Europe/Madrid:20261111T150000", "DTSTART;TZID=Europe/Madrid", "DTSTART is broken"),
        ("SUMMARY", "DURATION:PT1H\nSUMMARY", "two ends"),
        ("VERSION:2.0", "BEGIN:VCALENDAR", "more than one"),
        ("BEGIN:VEVENT\n", "", "no event"),
        ("END:VEVENT\n", "END:VEVENT\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 20, "more than 20 events"),
        ("END:VEVENT\n", "ATTENDEE:mailto:a@example.org\n" * 200 + "END:VEVENT\n", "more than 200 attendees"),
        (
            "SUMMARY",
            "EXDATE:" + "20261118T140000Z," * 400 + "20261118T140000Z\nSUMMARY",
            "leaves out more than 400 dates",
        ),
        ("VERSION:2.0", "BEGIN:X\n" * 9, "nested"),
        ("SUMMARY:", "SUMMARY:" + "x" * 20_000, "its SUMMARY is too long"),
    ],
)
def test_what_is_not_certain_is_refused_with_its_reason(old: str, new: str, why: str) -> None:
    assert old in REQUEST
    assert why in refusal(REQUEST.replace(old, new))


def test_a_refusal_says_of_which_meeting_as_far_as_it_is_known() -> None:
    found = invites(REQUEST.replace("20261111T150000", "tomorrow"))
    assert isinstance(found, Refusal)
    assert (found.method, found.uid) == ("REQUEST", "coffee-1@example.org")


def test_untrusted_words_carry_no_control_characters_and_no_second_line() -> None:
    found = request("Coffee\\, with Ada", "Tea\\nBcc: x\x07\u202ey" + "z" * 400)
    assert found.summary.startswith("Tea Bcc: x y")
    assert len(found.summary) <= 300
