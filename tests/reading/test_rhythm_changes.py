"""All of a series in another rhythm, in the words of a phone; one meeting, and everything else, stays what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import FRESH, THREAD, one

from assistant.mentoring.command import Verb
from assistant.reading.command import commands

MEETS = replace(FRESH, meets=("minerva",))


@pytest.mark.parametrize(
    ("text", "rule", "at", "minutes", "weekday"),
    [
        ("move all of them to Wednesdays at 5", "", time(17), None, "WE"),
        ("move the series with Minerva to 17:00", "", time(17), None, ""),
        ("from now on 45 minutes instead of an hour", "", None, 45, ""),
        ("make our meetings 30 minutes", "", None, 30, ""),
        ("every two weeks rather than monthly", "FREQ=WEEKLY;INTERVAL=2", None, None, ""),
        ("weekly instead of monthly please", "FREQ=WEEKLY", None, None, ""),
        ("switch to fortnightly", "FREQ=WEEKLY;INTERVAL=2", None, None, ""),
        ("switch Minerva to quarterly", "FREQ=MONTHLY;INTERVAL=3", None, None, ""),
        ("let's meet at 17:00 in future", "", time(17), None, ""),
        ("can we do Wednesdays from now on?", "", None, None, "WE"),
        ("change the meetings to every other Thursday at 4pm", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", time(16), None, ""),
        ("the last thursday of the month from now on", "FREQ=MONTHLY;BYDAY=-1TH", None, None, ""),
        ("first Wednesday instead of first Tuesday", "FREQ=MONTHLY;BYDAY=1WE", None, None, ""),
        ("first Monday of the month works better for us", "FREQ=MONTHLY;BYDAY=1MO", None, None, ""),
        ("Let's move Minerva's meetings to Fridays at 15:00", "", time(15), None, "FR"),
        ("from now on the second wednesday at 17h", "FREQ=MONTHLY;BYDAY=2WE", time(17), None, ""),
        ("from now on tuesdays at 17h30, 45 min", "", time(17, 30), 45, "TU"),
        ("Tuesdays don't work any more", None, None, None, ""),
    ],
)
def test_the_series_changes(text: str, rule: str | None, at: time | None, minutes: int | None, weekday: str) -> None:
    found = one(text, MEETS)
    if rule is None:
        assert found.op != "rhythm"
        return
    assert (found.verb, found.op, found.rrule, found.time, found.minutes) == (Verb.MEET, "rhythm", rule, at, minutes)
    assert dict(found.fields).get("weekday", "") == weekday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("from January on, Thursdays at 10", date(2027, 1, 1)),
        ("from next month on, 30 minutes", date(2026, 12, 1)),
        ("starting 3 February, weekly instead of monthly", date(2027, 2, 3)),
    ],
)
def test_from_when_on_is_kept(text: str, day: date) -> None:
    found = one(text, MEETS)
    assert (found.op, found.day) == ("rhythm", day)


def test_every_second_tuesday_is_marked_as_unsure() -> None:
    assert dict(one("make it every second Tuesday", MEETS).fields)["unsure"] == "every second"
    assert "unsure" not in dict(one("make it every second Tuesday of the month", MEETS).fields)


@pytest.mark.parametrize(
    "text",
    [
        "move it to Wednesday",
        "move the meeting to Wednesday at 5",
        "move the next one by a week",
        "From now on I will use value metrics",
        "don't move all of them to Wednesdays",
        "we met every two weeks rather than monthly and it helped",
        "30 minutes of writing from now on",
        "from now on no meetings on Mondays",
        "Are all our meetings at 5?",
        "what time are our meetings on Tuesdays?",
        "move the meeting to the first Tuesday of December",
        "weekly for the next three months instead of monthly",
        "from January to March every week",
    ],
)
def test_what_is_about_one_meeting_or_something_else_is_none(text: str) -> None:
    assert all(found.op != "rhythm" for found in commands("", text, MEETS))


def test_where_nothing_is_planned_no_series_changes() -> None:
    assert all(found.op != "rhythm" for found in commands("", "from now on 45 minutes", THREAD))


@pytest.mark.parametrize(
    ("text", "op", "of"),
    [
        ("skip December", "cancel", "2026-12"),
        ("skip the January meeting", "cancel", "2027-01"),
        ("no meeting in January please", "cancel", "2027-01"),
        ("cancel the meeting in January", "cancel", "2027-01"),
        ("move the 1 Dec meeting to 2 Dec 4pm", "move", "2026-12-01"),
        ("move 1 December to 2 December 15:00", "move", "2026-12-01"),
    ],
)
def test_a_meeting_is_named_by_its_day_or_month(text: str, op: str, of: str) -> None:
    found = one(text, MEETS)
    assert (found.verb, found.op, dict(found.fields)["of"]) == (Verb.MEET, op, of)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("push the next one back a week", "10080"),
        ("postpone the next meeting by a week", "10080"),
        ("move the next one two days earlier", "-2880"),
        ("delay it an hour", "60"),
    ],
)
def test_by_how_much_is_counted(text: str, by: str) -> None:
    assert dict(one(text, MEETS).fields)["by"] == by


def test_who_declined_an_invite_ends_nothing() -> None:
    assert (one("Minerva declined", MEETS).verb, one("Minerva declined", MEETS).op) == (Verb.CALENDAR, "declined")
    found = one("Minerva can't make 1 Dec", MEETS)
    assert (found.verb, dict(found.fields)["of"]) == (Verb.CALENDAR, "2026-12-01")


@given(st.text(max_size=160))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert commands("", text, MEETS)
