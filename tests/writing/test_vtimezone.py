"""The generated VTIMEZONEs, evaluated by another library, against the zone data itself."""

from __future__ import annotations

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


def true_changes(zone: str, first: date, last: date) -> list[datetime]:
    """The UTC hours around which the zone's offset changes, found by looking at every day."""
    clock = ZoneInfo.from_file(BytesIO(data(zone)), key=zone)
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC)
    found = []
    while moment.date() < last:
        after = moment + timedelta(days=1)
        if moment.astimezone(clock).utcoffset() != after.astimezone(clock).utcoffset():
            found.append(moment)
        moment = after
    return found


@pytest.mark.parametrize("start", range(0, len(ZONES), 100))
def test_every_zone_is_right_in_every_hour_around_every_change_or_refused_by_name(start: int) -> None:
    for zone in ZONES[start : start + 100]:
        try:
            text = component(zone)
        except ZoneRefused as refused:
            if not str(refused).startswith(f"{zone}: "):
                raise
            continue
        clock = ZoneInfo.from_file(BytesIO(data(zone)), key=zone)
        theirs = tzical(StringIO(text.replace(f"X-LIC-LOCATION:{zone}\r\n", ""))).get(zone)
        days = [*true_changes(zone, FIRST, LAST), datetime(2026, 1, 15, tzinfo=UTC), datetime(2028, 7, 15, tzinfo=UTC)]
        for day in days:
            for hour in range(-2, 28):
                instant = day + timedelta(hours=hour)
                local = instant.astimezone(clock).replace(tzinfo=None)
                if local.replace(tzinfo=clock).utcoffset() != local.replace(tzinfo=clock, fold=1).utcoffset():
                    continue  # a local time that is there twice, or not at all, has no one answer
                assert local.replace(tzinfo=theirs).utcoffset() == instant.astimezone(clock).utcoffset(), (zone, local)


def test_nearly_all_zones_can_be_written() -> None:
    refused = []
    for zone in ZONES:
        try:
            vtimezone(zone, data(zone), date(2031, 1, 1), date(2033, 12, 31))
        except ZoneRefused:
            refused.append(zone)
    assert len(refused) <= 8


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Africa/El_Aaiun"])
def test_a_clock_that_follows_the_moon_is_refused(zone: str) -> None:
    with pytest.raises(ZoneRefused, match=zone):
        component(zone, date(2020, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("zone", ["Africa/Cairo", "Egypt"])
def test_a_change_in_the_night_after_the_last_weekday_may_be_in_the_next_month_and_is_refused(zone: str) -> None:
    with pytest.raises(ZoneRefused, match=zone):
        component(zone)


@pytest.mark.parametrize("zone", ["America/Nuuk", "America/Godthab", "America/Scoresbysund", "Asia/Jerusalem"])
def test_a_change_in_the_hours_of_another_day_moves_its_day(zone: str) -> None:
    assert "BYMONTHDAY=" in component(zone)


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


def test_a_zone_that_left_its_rule_within_the_years_is_refused_and_fine_before_or_after() -> None:
    # the data says until when a clock followed another rule; from the last listed change on, the footer holds
    for zone in ZONES:
        try:
            component(zone)
        except ZoneRefused as refused:
            if "between" in str(refused) and zone not in {"Africa/Casablanca", "Africa/El_Aaiun"}:
                component(zone, date(2031, 1, 1), date(2032, 1, 1))


@pytest.mark.parametrize("broken", [b"", b"TZif", b"no zone at all" * 10, data("Europe/Madrid")[:100]])
def test_broken_zone_data_is_refused(broken: bytes) -> None:
    with pytest.raises(ZoneRefused, match="Europe/Madrid"):
        vtimezone("Europe/Madrid", broken, FIRST, LAST)


def test_a_footer_that_we_do_not_know_is_refused() -> None:
    odd = data("Europe/Madrid").replace(b"M3.5.0,M10.5.0/3", b"J60,J300/3")
    with pytest.raises(ZoneRefused, match="no rule that we know"):
        vtimezone("Europe/Madrid", odd, FIRST, LAST)
