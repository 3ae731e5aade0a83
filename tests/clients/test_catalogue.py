"""Every kind of calendar message that leaves is read whole, and alike, by other people's programs (S9)."""

from __future__ import annotations

import pytest
from clients import catalogue, icaljs, libical
from clients.catalogue import MESSAGES

from assistant.mentoring.schedule import Meeting
from assistant.writing.checker import check

# what each of them must notice, so that its silence says something
BROKEN = {
    "no UID": ("UID:single@example.org\r\n", ""),
    "no organizer": ("ORGANIZER", "X-ORGANIZER"),
    "two starts": ("DTEND", "DTSTART"),
    "a date that is none": (":20261118T150000", ":20261318T150000"),
    "no end of the event": ("END:VEVENT\r\n", ""),
}
pytestmark = pytest.mark.clients


def pick(name: str) -> str:
    assert MESSAGES[name].count("\r\n") > 5
    return MESSAGES[name]


@pytest.mark.parametrize("name", MESSAGES)
def test_our_own_checker_lets_it_pass(name: str) -> None:
    assert check(pick(name)) == []


@pytest.mark.usefixtures("_libical")
@pytest.mark.parametrize("name", MESSAGES)
def test_libical_finds_nothing_wrong_with(name: str) -> None:
    found = libical.complaints(pick(name))
    if name == "another time after a change is declined":
        # RFC 5546 §3.2.8 wants a SEQUENCE that is not 0 there, libical's table allows none at all
        assert len(found) == 1
        assert "SEQUENCE" in found[0]
    else:
        assert found == []


@pytest.mark.usefixtures("_libical")
@pytest.mark.parametrize("name", ["no organizer", "two starts", "no UID"])
def test_libical_would_notice(name: str) -> None:
    old, new = BROKEN[name]
    good = pick("a single meeting")
    assert old in good
    assert libical.complaints(good.replace(old, new, 1)) != []


@pytest.mark.usefixtures("_icaljs")
def test_ical_js_reads_every_message_in_its_strict_mode() -> None:
    found = icaljs.complaints(pick(name) for name in MESSAGES)
    assert dict.fromkeys(MESSAGES, "") == dict(zip(MESSAGES, found, strict=True))


@pytest.mark.usefixtures("_icaljs")
@pytest.mark.parametrize("name", ["a date that is none", "no end of the event"])
def test_ical_js_would_notice(name: str) -> None:
    old, new = BROKEN[name]
    good = pick("a single meeting")
    assert old in good
    assert icaljs.complaints([good.replace(old, new, 1)]) != [""]


@pytest.mark.usefixtures("_icaljs")
@pytest.mark.parametrize("name", catalogue.SERIES)
def test_ical_js_expands_a_series_as_the_book_does(name: str) -> None:
    series: Meeting = catalogue.SERIES[name]
    expected = [actual for _, actual in series.occurrences(series.begins, catalogue.UNTIL)]
    assert len(expected) >= 4
    assert icaljs.starts(pick(f"a series: {name}")) == expected
