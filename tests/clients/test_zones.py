"""A sample of zones, read by the two libraries behind most calendar programs: the same instants as in the zone data."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from clients import icaljs, libical
from clients.catalogue import zone_data

from assistant.writing.vtimezone import vtimezone

pytestmark = pytest.mark.clients
FIRST, LAST = date(2027, 1, 1), date(2030, 12, 31)
SAMPLE = (
    "Europe/Madrid", "Europe/London", "Europe/Dublin", "Europe/Berlin", "Europe/Helsinki", "Europe/Chisinau",
    "Europe/Istanbul", "Africa/Cairo", "Egypt", "Africa/Casablanca", "Africa/El_Aaiun", "Africa/Lagos",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/St_Johns",
    "America/Sao_Paulo", "America/Santiago", "America/Nuuk", "America/Godthab",
    "America/Scoresbysund", "America/Asuncion", "Asia/Jerusalem", "Asia/Gaza", "Asia/Beirut", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham",
    "Antarctica/Troll",
)  # fmt: skip


def instants(zone: str) -> list[datetime]:
    """Every half hour of the days of change, and the middle of each month."""
    clock = ZoneInfo.from_file(BytesIO(zone_data(zone)), key=zone)
    days = [datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range((LAST - FIRST).days)]
    offsets = [day.astimezone(clock).utcoffset() for day in days]
    changes = [day for day, before, after in zip(days, offsets, offsets[1:], strict=False) if before != after]
    middles = [datetime(year, month, 15, 12, tzinfo=UTC) for year in range(2027, 2031) for month in range(1, 13)]
    return [*middles, *(day + timedelta(minutes=30 * n) for day in changes for n in range(-4, 54))]


def local_times(zone: str) -> list[tuple[datetime, timedelta]]:
    """The same as local times, each with its offset; without those that come twice."""
    clock = ZoneInfo.from_file(BytesIO(zone_data(zone)), key=zone)
    found = []
    for instant in instants(zone):
        aware = instant.astimezone(clock)
        offset = aware.utcoffset()
        if offset is not None and aware.replace(fold=0).utcoffset() == aware.replace(fold=1).utcoffset():
            found.append((aware.replace(tzinfo=None), offset))
    return found


def component(zone: str) -> str:
    return vtimezone(zone, zone_data(zone), FIRST, LAST)


@pytest.mark.usefixtures("_libical")
@pytest.mark.parametrize("zone", SAMPLE)
def test_libical_has_the_instants_of(zone: str) -> None:
    clock = ZoneInfo.from_file(BytesIO(zone_data(zone)), key=zone)
    asked = instants(zone)
    got = libical.offsets(component(zone), asked)
    assert [
        (at, offset) for at, offset in zip(asked, got, strict=True) if offset != at.astimezone(clock).utcoffset()
    ] == []


@pytest.mark.usefixtures("_icaljs")
def test_ical_js_has_the_instants_of_all_of_them() -> None:
    wanted = {zone: local_times(zone) for zone in SAMPLE}
    got = icaljs.offsets({zone: (component(zone), [at for at, _ in times]) for zone, times in wanted.items()})
    wrong = {
        zone: [(at, offset) for (at, known), offset in zip(times, got[zone], strict=True) if offset != known]
        for zone, times in wanted.items()
    }
    assert {zone: found for zone, found in wrong.items() if found} == {}


@pytest.mark.usefixtures("_libical", "_icaljs")
def test_both_would_notice_a_zone_of_another_place() -> None:
    times = local_times("Europe/Madrid")
    paris = component("Europe/London")
    assert icaljs.offsets({"x": (paris, [at for at, _ in times])})["x"] != [offset for _, offset in times]
    clock, asked = ZoneInfo("Europe/Madrid"), instants("Europe/Madrid")
    assert libical.offsets(paris, asked) != [at.astimezone(clock).utcoffset() for at in asked]
