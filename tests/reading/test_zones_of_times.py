"""In what zone a proposed time is meant.

All is said on Tuesday 3 November 2026, at 10:00 in Madrid.
"""

from __future__ import annotations

import pytest
from reading.tuesday import NOW, time_said

from assistant.reading.dates import Moment, slots


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday any time after 3", "11-05 15:00-18:00"),
        ("anytime Thursday", "11-05"),
        ("Thursday lunchtime", "11-05 12:00-14:00"),
        ("Wednesday 4 November 2026 15:00 CET", "11-04 15:00 Europe/Paris"),
        ("How about Thursday at 3 p.m. GMT?", "11-05 15:00 UTC"),
        ("Thursday 3pm UK time", "11-05 15:00 Europe/London"),
        ("Thursday 3pm Indian time", "11-05 15:00 Asia/Kolkata"),
        ("Thursday 3pm New York time", "11-05 15:00 America/New_York"),
        ("Thursday at 3pm (New York)", "11-05 15:00 America/New_York"),
        ("Thursday 3pm Eastern Time", "11-05 15:00 America/New_York"),
        ("Thursday 3pm US Eastern", "11-05 15:00 America/New_York"),
        ("Thursday 15:00 +05:30", "11-05 15:00 Asia/Kolkata"),
        ("Thursday 15:00 UTC+5:30", "11-05 15:00 Asia/Kolkata"),
        ("Thursday 15:00 UTC-3", "11-05 15:00 Etc/GMT+3"),
        ("Thursday 15:00 GMT+0530", "11-05 15:00 Asia/Kolkata"),
        ("Thursday 15:00 +0100", "11-05 15:00 Etc/GMT-1"),
        ("Thursday 10am Bangalore time", "11-05 10:00 Asia/Kolkata"),
        ("10am london time on thursday", "11-05 10:00 Europe/London"),
        ("Thursday 3pm my time", "11-05 15:00"),
        ("Thursday 10am Pacific / 1pm Eastern", "11-05 10:00 America/Los_Angeles"),
        ("3pm CET on Thursday", "11-05 15:00 Europe/Paris"),
        ("Thursday 3pm (CET)", "11-05 15:00 Europe/Paris"),
        ("Thursday 3 pm, London", "11-05 15:00 Europe/London"),
        ("Thursday 15:00Z", "11-05 15:00 UTC"),
        ("2026-11-05T15:00Z", "11-05 15:00 UTC"),
        ("2026-11-05T15:00:00+01:00", "11-05 15:00 Etc/GMT-1"),
        ("Wednesday at 10 or, failing that, Thursday at the same time", "11-04 10:00; 11-05 10:00"),
        ("Wednesday 10am, or same time Thursday", "11-04 10:00; 11-05 10:00"),
        ("Thursday works, any time between 10 and 4", "11-05 10:00-16:00"),
        ("How's Thursday 2pm your time?", ""),
        ("Thursday 2pm my time", "11-05 14:00"),
        ("Thursday 2 PM ET / 8 PM CET", "11-05 14:00 America/New_York"),
        ("Thursday 2:00 PM EST", "11-05 14:00 America/New_York"),
        ("Thursday 2pm (ET)", "11-05 14:00 America/New_York"),
        ("Thursday, 5 Nov at 6.30 pm IST", "11-05 18:30 Asia/Kolkata"),
        ("tomorrow 11 am IST", "11-04 11:00 Asia/Kolkata"),
        ("I have time on Thursday in the afternoon", "11-05 13:00-18:00"),
        ("Thursday 3pm, if not Friday same time", "11-05 15:00; 11-06 15:00"),
        ("Thursday 09:00 - 09:30 GMT", "11-05 09:00-09:30 UTC"),
        ("Thursday, any time", "11-05"),
        ("Same time next week", ""),
        ("Thursday 3pm Sydney", "11-05 15:00 Australia/Sydney"),
        ("Thursday 3pm (Sydney)", "11-05 15:00 Australia/Sydney"),
        ("Thursday at 3pm in London", "11-05 15:00 Europe/London"),
        ("Thursday 15h CEST", "11-05 15:00 Europe/Paris"),
        ("Thursday 8am PST / 5pm CET", "11-05 08:00 America/Los_Angeles"),
        ("Thursday 10:00 UTC+1", "11-05 10:00 Etc/GMT-1"),
        ("Thursday 10:00 (GMT+2)", "11-05 10:00 Etc/GMT-2"),
        ("Thursday 10:00 AM Eastern (US)", "11-05 10:00 America/New_York"),
        ("10am PT on Thursday", "11-05 10:00 America/Los_Angeles"),
        ("10am Central on Thursday", "11-05 10:00 America/Chicago"),
        ("Thursday at 4pm Central European Time", "11-05 16:00 Europe/Paris"),
        ("Thursday 3pm west coast time", "11-05 15:00 America/Los_Angeles"),
    ],
)
def test_a_time_is_in_the_zone_that_is_said(words: str, expected: str) -> None:
    assert "; ".join(time_said(slot) for slot in slots(words, NOW)) == expected


def test_your_time_is_that_of_the_reader() -> None:
    known = Moment(NOW.now, "Europe/Madrid", theirs="Asia/Tokyo")
    assert [slot.zone for slot in slots("Thursday 3pm your time", known)] == ["Asia/Tokyo"]
    assert slots("Thursday 3pm your time", NOW) == ()


def test_an_offset_that_no_zone_has_is_not_guessed() -> None:
    assert slots("Thursday 15:00 UTC+23", NOW) == ()
    assert slots("Thursday 15:00 UTC+07:45", NOW) == ()


def test_a_shared_short_form_is_the_senders_zone() -> None:
    dublin = Moment(NOW.now, "Europe/Dublin")
    assert [slot.zone for slot in slots("Thursday 3pm IST", dublin)] == ["Europe/Dublin"]
