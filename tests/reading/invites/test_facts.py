"""Everything that a calendar says, as data, whatever one would act on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.invites.facts import EVENTS_MOST, Attendee, EventFacts, Kind, When, facts
from assistant.reading.invites.lines import SIZE_MOST, split, unfolded

PLAIN = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=80)


def calendar(*lines: str, method: str = "REQUEST") -> str:
    body = "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\n{body}\r\nEND:VCALENDAR\r\n"


def event(*lines: str) -> EventFacts:
    (found,) = facts(calendar(*lines)).events
    return found


def when(line: str) -> When:
    found = event(line).start
    assert found is not None
    return found


def local(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - local


class TestWhatIsThere:
    def test_every_method_event_and_calendar_is_counted(self) -> None:
        found = facts(calendar("UID:1") + calendar("UID:2", method="publish"))
        assert (found.calendars, found.methods, found.count) == (2, ("REQUEST", "PUBLISH"), 2)
        assert [(one.calendar, one.uid) for one in found.events] == [(1, "1"), (2, "2")]

    def test_a_bare_event_is_one_too(self) -> None:
        found = facts("BEGIN:VEVENT\nUID:1\nEND:VEVENT")
        assert (found.calendars, found.events[0].calendar, found.events[0].uid) == (0, 0, "1")

    def test_an_event_inside_of_a_calendar_in_a_calendar_is_found(self) -> None:
        found = facts(f"BEGIN:VCALENDAR\n{calendar('UID:1')}END:VCALENDAR")
        assert (found.calendars, found.count) == (2, 1)

    def test_an_event_whose_end_is_missing_does_not_hold_the_next(self) -> None:
        found = facts(calendar("UID:1", "BEGIN:VEVENT", "UID:2", "END:VEVENT", "SUMMARY:of none"))
        assert [(one.uid, one.summary) for one in found.events] == [("1", ""), ("2", "")]

    def test_what_stands_behind_an_alarm_is_of_the_event(self) -> None:
        found = event("BEGIN:VALARM", "SUMMARY:of the alarm", "END:VALARM", "SUMMARY:of the event")
        assert found.summary == "of the event"

    def test_an_end_closes_all_that_is_open_inside_of_it(self) -> None:
        text = calendar("UID:1", "BEGIN:VALARM", "BEGIN:X-PART") + "METHOD:CANCEL\n" + calendar("UID:2")
        found = facts(text)
        assert (found.methods, found.depth) == (("REQUEST", "REQUEST"), 4)
        assert [(one.calendar, one.uid) for one in found.events] == [(1, "1"), (2, "2")]

    def test_what_is_nested_too_deeply_is_passed_over(self) -> None:
        found = event(*["BEGIN:X"] * 50, "SUMMARY:deep", *["END:X"] * 50, "SUMMARY:of the event")
        assert found.summary == "of the event"

    def test_the_name_of_a_component_is_taken_as_written(self) -> None:
        assert facts(calendar("UID:1").replace("BEGIN:VEVENT", "BEGIN:VEVENT ")).count == 0
        assert facts(calendar("UID:1").replace("VEVENT", "vevent")).count == 1

    def test_nothing_at_all_is_nothing(self) -> None:
        assert facts("") == facts("hello") == facts("END:VEVENT\n:\n;")
        assert facts("").events == ()
        assert facts("x" * SIZE_MOST).whole

    def test_a_zone_counts_in_the_calendar_that_defines_it(self) -> None:
        rule = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0{}00\nEND:STANDARD"
        zone = f"BEGIN:VTIMEZONE\nTZID:X\n{rule}\nEND:VTIMEZONE"
        two = "".join(
            calendar("UID:1", "DTSTART;TZID=X:20260101T120000").replace(
                "BEGIN:VEVENT", f"{zone.format(n)}\nBEGIN:VEVENT"
            )
            for n in (1, 2)
        )
        hours = [one.start.aware.astimezone(UTC).hour for one in facts(two).events if one.start and one.start.aware]
        assert hours == [11, 10]

    def test_more_than_is_read_is_counted(self) -> None:
        many = facts("BEGIN:VEVENT\nUID:1\nEND:VEVENT\n" * (EVENTS_MOST + 1))
        assert (many.count, len(many.events), many.whole) == (EVENTS_MOST + 1, EVENTS_MOST, False)
        assert not facts("x" * (SIZE_MOST + 1)).whole


class TestTimes:
    @pytest.mark.parametrize(
        ("line", "kind", "aware"),
        [
            ("DTSTART:20260711T150000Z", Kind.UTC, 15),
            ("DTSTART;TZID=Europe/Madrid:20260711T150000", Kind.ZONED, 13),
            ('DTSTART;VALUE=DATE-TIME;TZID="Europe/Madrid":20260711T150000', Kind.ZONED, 13),
            ("DTSTART;;VALUE=DATE-TIME;=;TZID=Europe/Madrid:20260711T150000", Kind.ZONED, 13),
            ("DTSTART;TZID=Nowhere/Else:20260711T150000", Kind.ZONED, None),
            ("DTSTART;TZID=UTC;TZID=Europe/Madrid:20260711T150000", Kind.ZONED, None),
            ("DTSTART:20260711T150000", Kind.FLOATING, None),
            ("DTSTART;TZID=:20260711T150000", Kind.FLOATING, None),
        ],
    )
    def test_a_time_says_of_which_kind_it_is(self, line: str, kind: Kind, aware: int | None) -> None:
        found = when(line)
        assert (found.kind, found.local) == (kind, local(2026, 7, 11, 15))
        assert (found.aware.astimezone(UTC).hour if found.aware else None) == aware

    def test_a_day_has_no_zone(self) -> None:
        assert when("DTSTART;VALUE=DATE;TZID=Europe/Madrid:20260711") == When(Kind.DAY, local(2026, 7, 11))

    def test_a_leap_second_is_the_one_before(self) -> None:
        assert when("DTSTART:20261231T235960Z").local == local(2026, 12, 31, 23, 59, 59)

    @pytest.mark.parametrize("value", ["", "tomorrow", "20261301", "20260711T2460", "20260711T246000Z", "00000000"])
    def test_what_is_no_time_is_unreadable(self, value: str) -> None:
        assert when(f"DTSTART:{value}") == When(Kind.UNREADABLE)

    @pytest.mark.parametrize(
        ("start", "lasts", "end"),
        [
            (":20260328T150000Z", "PT1H30M", local(2026, 3, 28, 16, 30)),
            (";TZID=Europe/Madrid:20260328T150000", "P1D", local(2026, 3, 29, 15)),  # a day of the calendar
            (";TZID=Europe/Madrid:20260328T150000", "PT24H", local(2026, 3, 29, 16)),  # hours of a clock
            (";TZID=Europe/Madrid:20260328T150000", "P1DT1H", local(2026, 3, 29, 16)),
            (":20260328T150000", "P2W", local(2026, 4, 11, 15)),
            (";VALUE=DATE:20260328", "P2D", local(2026, 3, 30)),
            (":20260328T150000Z", "-PT15M", local(2026, 3, 28, 14, 45)),
            (":20260328T150000Z", "P999999W", None),
            (":20260328T150000Z", "P9999999999W", None),
            (":20260328T150000Z", "P", None),
            (":20260328T150000Z", "PT", local(2026, 3, 28, 15)),
        ],
    )
    def test_a_duration_is_counted_from_the_start(self, start: str, lasts: str, end: datetime | None) -> None:
        found = event(f"DTSTART{start}", f"DURATION:{lasts}").end
        assert found is not None
        assert found.local == end

    def test_no_end_is_none(self) -> None:
        assert event("DTSTART:20260328T150000Z").end is None

    def test_two_ends_that_differ_are_said(self) -> None:
        ends = ("DTSTART:20260328T150000Z", "DTEND:20260328T160000Z")
        assert event(*ends, "DURATION:PT1H").double == ()
        assert event(*ends, "DURATION:PT2H").double == ("ends",)

    def test_dates_left_out_and_listed_come_one_by_one(self) -> None:
        found = event(
            "EXDATE;TZID=Europe/Madrid:20260101T120000,,20260108T120000", "RDATE;VALUE=PERIOD:20260101T090000Z/PT1H"
        )
        assert [one.local for one in found.excluded] == [local(2026, 1, 1, 12), local(2026, 1, 8, 12)]
        assert [one.aware for one in found.listed] == [datetime(2026, 1, 1, 9, tzinfo=UTC)]


class TestWords:
    def test_escaped_text_is_as_it_was_meant(self) -> None:
        assert event(r"SUMMARY:a\, b\; c\\d\nE\N").summary == "a, b; c\\d\nE\n"

    def test_a_value_may_hold_what_separates_others(self) -> None:
        assert event('SUMMARY;LANGUAGE=en;X="a:b;c":d;e:f=g').summary == "d;e:f=g"

    def test_a_quotation_mark_that_is_never_closed_is_a_letter(self) -> None:
        assert event('SUMMARY;X="a;LANGUAGE=en:b').summary == "b"

    @pytest.mark.parametrize(("value", "wanted"), [("3", 3), (" 3 ", 3), ("-1", -1), ("x", -1), ("9" * 30, -1)])
    def test_a_sequence_is_a_number_or_none(self, value: str, wanted: int) -> None:
        assert event(f"SEQUENCE:{value}").sequence == wanted
        assert event("UID:1").sequence is None


class TestPeople:
    @pytest.mark.parametrize(
        ("line", "value", "email"),
        [
            (":MAILTO:Ada@Example.org", "ada@example.org", "ada@example.org"),
            (": mailto: ada@example.org ", "ada@example.org", "ada@example.org"),
            (":ada@example.org", "ada@example.org", "ada@example.org"),
            (":mailto:Ada <ada@example.org>", "ada <ada@example.org>", "ada@example.org"),
            (":mailto:ada@example.org?subject=x", "ada@example.org?subject=x", "ada@example.org"),
            (';EMAIL="ada@example.org":/123/principal/', "/123/principal/", "ada@example.org"),
            (":mailto:ada@example.org,ben@example.org", "ada@example.org,ben@example.org", ""),
            (":mailto:ben ada@example.org", "ben ada@example.org", ""),
            (":urn:uuid:1", "urn:uuid:1", ""),
            (":", "", ""),
        ],
    )
    def test_an_address_is_without_case_and_scheme(self, line: str, value: str, email: str) -> None:
        assert event(f"ORGANIZER{line}").organizer == Attendee(value, email)

    def test_an_attendee_has_what_was_answered(self) -> None:
        found = event(
            'ATTENDEE;CN="Byron, Ada";PARTSTAT=ACCEPTED;ROLE=CHAIR;RSVP=TRUE:mailto:ada@example.org'
        ).attendees
        assert found == (Attendee("ada@example.org", "ada@example.org", "ACCEPTED", "CHAIR", "TRUE"),)

    def test_who_acts_for_somebody_is_named(self) -> None:
        (found,) = event('ATTENDEE;SENT-BY="MAILTO:Ben@Example.org":mailto:ada@example.org').attendees
        assert (found.email, found.sent_by) == ("ada@example.org", "ben@example.org")

    def test_an_answer_that_is_given_twice_is_neither(self) -> None:
        (found,) = event("ATTENDEE;PARTSTAT=ACCEPTED;PARTSTAT=DECLINED:mailto:ada@example.org").attendees
        assert found.status == "ACCEPTED,DECLINED"

    def test_carets_stand_for_what_a_parameter_may_not_hold(self) -> None:
        found = split("ATTENDEE;CN=The ^'Countess^'^^^n:mailto:ada@example.org")
        assert found is not None
        assert found[1].parameters["CN"] == 'The "Countess"^'


@given(PLAIN.filter(str.strip), st.integers(1, 74))
def test_any_text_comes_back_however_it_is_folded(text: str, width: int) -> None:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    line = f"SUMMARY:{escaped}"
    folded = "\r\n ".join(line[at : at + width] for at in range(0, len(line), width))
    assert event(folded).summary == text


@given(PLAIN.filter(lambda text: '"' not in text), PLAIN)
def test_any_quoted_parameter_and_any_value_come_back(given_: str, value: str) -> None:
    plain = given_.replace("^", "^^").strip()
    found = split(f'ATTENDEE;CN="{plain}";PARTSTAT=ACCEPTED:{value}')
    assert found is not None
    assert (found[1].text, found[1].parameters["PARTSTAT"]) == (value, "ACCEPTED")
    assert found[1].parameters["CN"] == given_.strip()


@given(
    st.lists(PLAIN.filter(lambda text: text.strip() and text[0] not in " \t\ufeff"), max_size=5),
    st.sampled_from(["\n", "\r\n", "\r", "\r\r\n"]),
)
def test_lines_end_in_any_way(lines: list[str], ending: str) -> None:
    assert unfolded(ending.join(lines)) == [line.replace("\x00", "") for line in lines]


@given(st.text(st.sampled_from('BEGIN:VTZOSDARL;="\\,\n\r \t^0123456789+-PWxé\x00'), max_size=300))
def test_any_text_has_facts(text: str) -> None:
    found = facts(f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nX:{text}")
    assert found.count >= 1
    assert found.whole
