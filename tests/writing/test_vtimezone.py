"""The generated VTIMEZONEs, evaluated by another library, against the zone data itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from assistant.writing.vtimezone import ZoneRefused, vtimezone

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
ZONES = (files("tzdata") / "zones").read_text().split()


def data(zone: str) -> bytes:
    return (files("tzdata") / "zoneinfo" / zone).read_bytes()


def component(zone: str, first: date = FIRST, last: date = LAST) -> str:
    return vtimezone(zone, data(zone), first, last)


def written(zone: str, first: date) -> str:
    """The component, "" where it is refused."""
    try:
        return component(zone, first)
    except ZoneRefused:
        return ""


def true_changes(clock: ZoneInfo, first: date, last: date) -> list[datetime]:
    """The UTC days on which the zone's offset changes."""
    days = [
        datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(days=n) for n in range((last - first).days)
    ]
    offsets = [day.astimezone(clock).utcoffset() for day in days]
    return [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]


def half_hours(days: list[datetime]) -> Iterator[datetime]:
    for day in days:
        yield from (day + timedelta(minutes=30 * n) for n in range(-4, 54))


def wrong(zone: str, text: str, first: date, last: date) -> list[datetime]:
    """The half hours around changes, in the middle and at both ends, that another library reads otherwise."""
    clock = ZoneInfo.from_file(BytesIO(data(zone)), key=zone)
    theirs = tzical(StringIO(text.replace(f"X-LIC-LOCATION:{zone}\r\n", ""))).get(zone)
    ends = [datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, last, first + (last - first) / 2)]
    found = []
    for instant in half_hours([*true_changes(clock, first, last), *ends]):
        aware = instant.astimezone(clock)
        local = aware.replace(tzinfo=None)
        there_twice = aware.replace(fold=0).utcoffset() != aware.replace(fold=1).utcoffset()
        if not there_twice and local.replace(tzinfo=theirs).utcoffset() != aware.utcoffset():
            found.append(instant)
    return found


@pytest.mark.parametrize("start", range(0, len(ZONES), 100))
def test_every_zone_is_right_in_every_half_hour_of_the_days_of_change_or_refused_by_name(start: int) -> None:
    for zone in ZONES[start : start + 100]:
        try:
            assert wrong(zone, component(zone), FIRST, LAST) == [], zone
        except ZoneRefused as refused:
            if not str(refused).startswith(f"{zone}: "):
                raise


def test_a_zone_is_refused_only_while_its_clock_leaves_its_own_rule() -> None:
    # of 598 names about a dozen: countries that gave up their summer time in 2026, and Morocco
    refused = [zone for zone in ZONES if not written(zone, FIRST)]
    assert len(refused) <= 20
    later = date(2028, 1, 1)
    after = {zone: written(zone, later) for zone in refused}
    assert list(after.values()).count("") <= 2
    assert [zone for zone, text in after.items() if text and wrong(zone, text, later, LAST)] == []


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Egypt", "America/Santiago"])
def test_a_change_at_the_end_of_a_day_is_written_a_second_before_it(zone: str) -> None:
    # the midnight after the last Thursday of October 2030 is in November
    text = component(zone)
    assert "T235959\r\n" in text
    assert "BYMONTHDAY" not in text
    assert wrong(zone, text, FIRST, LAST) == []


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Africa/El_Aaiun"])
def test_a_clock_that_follows_the_moon_is_refused(zone: str) -> None:
    with pytest.raises(ZoneRefused, match=zone):
        component(zone, date(2020, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("zone", ["America/Nuuk", "America/Godthab", "America/Scoresbysund", "Asia/Jerusalem"])
def test_a_change_in_the_hours_of_another_day_moves_its_day(zone: str) -> None:
    assert "BYMONTHDAY=" in component(zone)
    assert wrong(zone, component(zone), FIRST, LAST) == []


@pytest.mark.parametrize(
    ("zone", "first"), [("America/Godthab", date(2023, 5, 14)), ("America/Scoresbysund", date(2023, 12, 17))]
)
def test_the_rule_of_a_zone_holds_only_after_all_that_its_data_lists(zone: str, first: date) -> None:
    # the last listed change is one of the name alone: until then the clock stood still
    last = first + timedelta(days=90)
    try:
        assert wrong(zone, component(zone, first, last), first, last) == []
    except ZoneRefused as refused:
        if "between" not in str(refused):
            raise


def test_a_component_has_rules_and_never_lists_of_dates() -> None:
    text = component("Europe/Madrid")
    assert text.count("RRULE:FREQ=YEARLY;BYMONTH=") == 2
    assert "RDATE" not in text
    assert "TZNAME:CEST\r\n" in text
    assert text.startswith("BEGIN:VTIMEZONE\r\nTZID:Europe/Madrid\r\n")


def test_a_zone_without_changes_has_one_standard_time() -> None:
    text = component("Asia/Kolkata")
    assert "RRULE" not in text
    assert text.count("BEGIN:STANDARD") == 1
    assert "TZOFFSETTO:+0530" in text


def test_the_later_clock_is_daylight_time_also_where_the_data_calls_winter_the_exception() -> None:
    text = component("Europe/Dublin")
    assert text.index("BEGIN:DAYLIGHT") < text.index("TZNAME:IST") < text.index("END:DAYLIGHT")


@pytest.mark.parametrize("broken", [b"", b"TZif", b"no zone at all" * 10, data("Europe/Madrid")[:100]])
def test_broken_zone_data_is_refused(broken: bytes) -> None:
    with pytest.raises(ZoneRefused, match="Europe/Madrid"):
        vtimezone("Europe/Madrid", broken, FIRST, LAST)


def test_a_footer_that_we_do_not_know_is_refused() -> None:
    odd = data("Europe/Madrid").replace(b"M3.5.0,M10.5.0/3", b"J60,J300/3")
    with pytest.raises(ZoneRefused, match="no rule that we know"):
        vtimezone("Europe/Madrid", odd, FIRST, LAST)
