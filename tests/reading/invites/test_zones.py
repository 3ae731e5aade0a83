"""What a TZID means, and a VTIMEZONE as a function from local times to offsets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Timezone
from icalendar.timezone import tzp

from assistant.reading.invites import observances as invite_observances
from assistant.reading.invites.zones import Zones
from assistant.writing.vtimezone import ZoneRefused, vtimezone

OFFICE = """TZID:Office
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT"""
NAMES = sorted(name for name in available_timezones() if "/" in name and name not in {"posix", "right"})
LOCAL = st.datetimes(datetime(1990, 1, 1), datetime(2036, 12, 31))  # noqa: DTZ001 - local


def offset(text: str, *local: int) -> timedelta | None:
    rules = invite_observances.read(text.split("\n"))
    assert rules is not None, text
    return rules.offset(datetime(*local))  # type: ignore[arg-type, misc]  # noqa: DTZ001 - local


def changed(old: str, new: str) -> str:
    assert old in OFFICE
    return OFFICE.replace(old, new)


def hours(many: float) -> timedelta:
    return timedelta(hours=many)


class TestRules:
    @pytest.mark.parametrize(
        ("local", "wanted"),
        [
            ((2026, 1, 15, 12), 1),
            ((2026, 7, 15, 12), 2),
            ((2026, 3, 29, 1, 59), 1),
            ((2026, 3, 29, 2, 30), 1),  # left out: as before the change (RFC 5545 §3.3.5)
            ((2026, 3, 29, 3), 2),
            ((2026, 10, 25, 2, 30), 2),  # twice: the first
            ((2026, 10, 25, 3), 1),
            ((1990, 12, 31), 1),
        ],
    )
    def test_the_clock_changes_when_its_rules_say(self, local: tuple[int, ...], wanted: int) -> None:
        assert offset(OFFICE, *local) == hours(wanted)

    def test_a_rule_that_has_ended_leaves_its_last_offset(self) -> None:
        ended = changed("BYMONTH=3", "BYMONTH=3;UNTIL=20101231T000000Z").replace("BYMONTH=10", "BYMONTH=10;UNTIL=2010")
        assert invite_observances.read(ended.split("\n")) is None
        ended = ended.replace("UNTIL=2010\n", "UNTIL=20101231T000000Z\n")
        assert offset(ended, 2010, 7, 1) == hours(2)
        assert offset(ended, 2026, 7, 1) == hours(1)

    def test_the_until_of_a_rule_includes_its_own_moment(self) -> None:
        last = changed("BYMONTH=3", "BYMONTH=3;UNTIL=20260329T010000Z")
        assert offset(last, 2026, 7, 1) == hours(2)
        assert offset(changed("BYMONTH=3", "BYMONTH=3;UNTIL=20260329T005959Z"), 2026, 7, 1) == hours(1)

    def test_a_counted_rule_ends_with_its_last_time(self) -> None:
        text = changed("DTSTART:16010101T020000", "DTSTART:20240331T020000").replace("BYMONTH=3", "BYMONTH=3;COUNT=2")
        assert [offset(text, year, 7, 1) for year in (2024, 2025, 2026)] == [hours(2), hours(2), hours(1)]

    def test_listed_dates_count_as_changes(self) -> None:
        text = changed("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RDATE:20260329T020000,20270328T020000")
        assert offset(text, 2026, 7, 1) == hours(2)
        assert offset(text, 2028, 7, 1) == hours(1)

    def test_before_the_first_change_the_offset_is_the_one_that_it_changes_from(self) -> None:
        text = "BEGIN:STANDARD\nDTSTART:20260101T000000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0500\nEND:STANDARD"
        assert (offset(text, 2025, 7, 1), offset(text, 2026, 7, 1)) == (hours(5.5), hours(5))

    def test_a_missing_offset_before_is_no_change_and_a_day_is_its_midnight(self) -> None:
        text = "BEGIN:STANDARD\nDTSTART;VALUE=DATE:20170101\nTZOFFSETTO:+1100\nEND:STANDARD"
        assert offset(text, 2016, 7, 1) == offset(text, 2026, 7, 1) == hours(11)

    def test_two_changes_at_once_are_none_until_the_next(self) -> None:
        """The example of RFC 2445 has both halves begin on one day."""
        text = OFFICE.replace("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RDATE:20260329T020000")
        text = text.replace("DTSTART:16010101T020000", "DTSTART:20251026T030000")
        assert (offset(text, 2026, 1, 15), offset(text, 2026, 7, 1)) == (None, hours(2))

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("TZOFFSETTO:+0200", "X:+0200"),
            ("TZOFFSETTO:+0200", "TZOFFSETTO:+2500"),
            ("TZOFFSETTO:+0200", "TZOFFSETTO:two"),
            ("DTSTART:16010101T020000", "DTSTART:16011301T020000"),
            ("DTSTART:16010101T020000\n", ""),
            ("END:DAYLIGHT", "X:"),
            ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=SECONDLY"),
            ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
            ("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=YEARLY;BYDAY=-1SU"),
            ("BYMONTH=3", "BYMONTH=13"),
            ("BYMONTH=3", "BYMONTH=3;COUNT=99999"),
            ("BYMONTH=3", "BYMONTH=3;BYWEEKNO=9"),
            ("BYMONTH=3", "BYMONTH=3;INTERVAL=2"),
            ("BYDAY=-1SU", "BYDAY=9SU"),
            ("END:DAYLIGHT", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\nEND:DAYLIGHT"),
            ("BYDAY=-1SU", "BYHOUR=99"),
        ],
    )
    def test_half_a_definition_is_none(self, old: str, new: str) -> None:
        assert invite_observances.read(changed(old, new).split("\n")) is None

    @pytest.mark.parametrize(("days", "day"), [("BYMONTHDAY=31", 31), ("BYMONTHDAY=-2", 30), ("BYDAY=5TU", 31)])
    def test_the_last_days_of_a_month_count(self, days: str, day: int) -> None:
        text = changed("BYDAY=-1SU;BYMONTH=3", f"BYMONTH=3;{days}")
        assert (offset(text, 2026, 3, day, 1), offset(text, 2026, 3, day, 4)) == (hours(1), hours(2))

    @pytest.mark.parametrize(
        "days", ["BYDAY=SU;BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1", "BYDAY=-1SU;BYHOUR=2;BYMINUTE=0", "WKST=MO;BYDAY=-1su"]
    )
    def test_what_programs_write_for_the_last_sunday_is_one(self, days: str) -> None:
        text = changed("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", f"FREQ=YEARLY;{days};BYMONTH=3")
        assert (offset(text, 2026, 3, 29, 1), offset(text, 2026, 3, 29, 3)) == (hours(1), hours(2))


class TestAgainstOtherReaders:
    @given(st.sampled_from(NAMES), LOCAL)
    def test_a_definition_of_rules_is_read_as_the_zone_that_it_was_made_from(self, name: str, local: datetime) -> None:
        """Our own writer's: true in the years for which it was made."""
        data = files("tzdata.zoneinfo").joinpath(*name.split("/")).read_bytes()
        local = local.replace(year=2026 + local.year % 3, day=min(local.day, 28), fold=0)
        try:
            made = vtimezone("Office", data, date(2026, 1, 1), date(2029, 1, 1))
        except ZoneRefused:
            assume(condition=False)
        rules = invite_observances.read(made.split("\r\n")[1:-2])
        assert rules is not None
        assert rules.offset(local) == local.replace(tzinfo=ZoneInfo(name)).utcoffset()

    @given(st.sampled_from(["Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"]), LOCAL)
    def test_a_definition_of_dates_is_read_as_the_zone_that_it_was_made_from(self, name: str, local: datetime) -> None:
        """The library's, which lists every change of the clock."""
        tzp.use_zoneinfo()
        made = Timezone.from_tzinfo(ZoneInfo(name), "Office", date(1988, 1, 1), date(2038, 1, 1))
        text = made.to_ical().decode().replace("\r\n ", "")
        rules = invite_observances.read(text.split("\r\n")[1:-2])
        assert rules is not None
        local = local.replace(fold=0)
        near = {
            local.replace(tzinfo=ZoneInfo(name)).utcoffset(),
            local.replace(tzinfo=ZoneInfo(name), fold=1).utcoffset(),
        }
        assert rules.offset(local) in near  # in the hour that is twice, either


class TestNames:
    LOCAL = datetime(2026, 7, 11, 15)  # noqa: DTZ001 - local

    def hour(self, name: str, *definitions: str) -> int | None:
        """The hour in UTC of 15:00 on a summer's day."""
        found = Zones([one.split("\n") for one in definitions]).aware(self.LOCAL, name)
        return None if found is None else found.astimezone(UTC).hour

    def test_a_place_is_where_it_is_whatever_the_mail_says(self) -> None:
        assert self.hour("Europe/Madrid", changed("TZID:Office", "TZID:Europe/Madrid").replace("+0", "-0")) == 13

    def test_a_bare_name_is_what_the_mail_defines(self) -> None:
        assert self.hour("EST") == 20
        assert self.hour("EST", changed("TZID:Office", "TZID:EST")) == 13

    def test_a_definition_goes_before_a_windows_name(self) -> None:
        assert self.hour("Eastern Standard Time") == 19
        assert self.hour("Eastern Standard Time", changed("TZID:Office", "TZID:Eastern Standard Time")) == 13

    def test_two_definitions_of_one_name_are_none(self) -> None:
        assert self.hour("Office", OFFICE, OFFICE) == 13
        assert self.hour("Office", OFFICE, OFFICE.replace("+02", "+03")) is None

    def test_a_broken_definition_leaves_the_name(self) -> None:
        broken = changed("TZOFFSETTO:+0100\n", "").replace("TZID:Office", "TZID:Romance Standard Time")
        assert self.hour("Romance Standard Time", broken) == 13

    @pytest.mark.parametrize("name", ["/mozilla.org/20070129_1/Europe/Madrid", "/x.org/Tzfile/Europe/Madrid", "/x/UTC"])
    def test_what_stands_behind_a_vendors_prefix_is_known(self, name: str) -> None:
        assert self.hour(name) in {13, 15}

    @pytest.mark.parametrize("name", ['"Office"', " Office ", "Off\\ice"])
    def test_quotation_marks_and_blanks_are_no_part_of_a_name(self, name: str) -> None:
        assert (self.hour(name, OFFICE) == 13) is ("\\" not in name)

    @pytest.mark.parametrize(
        "name",
        [
            "",
            "America",
            "Nowhere/Else",
            "../../etc/passwd",
            "localtime",
            "posixrules",
            "right/Europe/Madrid",
            "x" * 129,
        ],
    )
    def test_what_nobody_knows_is_no_zone(self, name: str) -> None:
        assert self.hour(name) is None

    def test_a_windows_definition_that_agrees_with_its_place_is_that_place(self) -> None:
        zones = Zones([changed("TZID:Office", "TZID:Romance Standard Time").split("\n")])
        found = zones.aware(self.LOCAL, "Romance Standard Time")
        assert found is not None
        assert getattr(found.tzinfo, "key", "") == "Europe/Paris"
        assert zones.lasts(self.LOCAL, "Romance Standard Time")

    def test_a_place_that_the_definition_names_is_believed_where_the_two_agree(self) -> None:
        named = changed("TZID:Office", "TZID:Office\nX-LIC-LOCATION:Europe/Madrid")
        assert Zones([named.split("\n")]).lasts(self.LOCAL, "Office")
        assert not Zones([named.replace("Madrid", "London").split("\n")]).lasts(self.LOCAL, "Office")

    def test_a_zone_of_the_mails_own_is_right_for_one_time_only(self) -> None:
        assert not Zones([OFFICE.split("\n")]).lasts(self.LOCAL, "Office")

    def test_an_offset_that_never_changes_is_right_for_a_series(self) -> None:
        text = (
            "TZID:UTC+11\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+1100\nTZOFFSETTO:+1100\nEND:STANDARD"
        )
        assert Zones([text.split("\n")]).lasts(self.LOCAL, "UTC+11")

    @pytest.mark.parametrize("year", [1, 9999])
    def test_the_first_and_the_last_year_are_no_times(self, year: int) -> None:
        assert Zones(()).aware(self.LOCAL.replace(year=year), "Europe/Madrid") is None
