"""What a busy person writes about meetings on a phone: each sentence by a rule, none by heart (L25, L29, L30, L40)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading.protege_mail import at, one

from assistant.mentoring.command import Command, Verb
from assistant.reading.command import commands

THREAD = at(thread="minerva", meets=("minerva",))  # written on Fri 20 Nov 2026
GENERAL = replace(THREAD, thread=None)
UNKNOWN = Verb.UNKNOWN


@pytest.mark.parametrize(
    ("text", "fields", "day", "hour"),
    [
        ("push next one a week", {"scope": "next", "by": "10080"}, None, None),
        ("bump the next call to the week after", {"scope": "next", "by": "10080"}, None, None),
        ("next week instead of this week?", {"scope": "next", "by": "10080"}, None, None),
        ("bring the next one forward a day", {"scope": "next", "by": "-1440"}, None, None),
        ("an hour later on tuesday pls", {"of": "2026-11-24", "by": "60"}, None, None),
        ("can we meet an hour earlier on the 1st?", {"of": "2026-12-01", "by": "-60"}, None, None),
        ("can we do the dec one at 5 instead", {"of": "2026-12"}, None, time(17)),
        ("swap tuesday's for wednesday", {"of": "2026-11-24"}, date(2026, 11, 25), None),
        ("can't do tuesday, thursday same time?", {"of": "2026-11-24"}, date(2026, 11, 26), None),
        ("tuesday's one needs to move to thursday same time", {"of": "2026-11-24"}, date(2026, 11, 26), None),
    ],
)
def test_one_meeting_is_elsewhere_in_time(
    text: str, fields: dict[str, str], day: date | None, hour: time | None
) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, found.ask) == (Verb.MEET, "move", "")
    assert fields.items() <= dict(found.fields).items()
    assert (found.day, found.time) == (day, hour)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("skip january", "2027-01"),
        ("no meeting in august", "2027-08"),
        ("let's take a break in february", "2027-02"),
        ("cancel december", "2026-12"),
        ("skip the one on 5 jan", "2027-01-05"),
    ],
)
def test_one_meeting_is_left_out(text: str, of: str) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, dict(found.fields).get("of")) == (Verb.MEET, "cancel", of)


@pytest.mark.parametrize(
    ("text", "place", "fields"),
    [
        ("next one at Café Luna", "Café Luna", {"scope": "next"}),
        ("place for 5 january: her office", "her office", {"of": "2027-01-05"}),
        ("the 1 december one is online: https://example.org/room", "online: https://example.org/room",
         {"of": "2026-12-01"}),
        ("link for tuesday: https://example.org/abc", "https://example.org/abc", {"of": "2026-11-24"}),
        ("new place: The Old Mill, 5 High St", "The Old Mill, 5 High St", {}),
        ("january meeting at the usual café instead", "the usual café", {"of": "2027-01"}),
        ("let's switch to video for the next one", "video", {"scope": "next"}),
        ("from next month we meet at her office", "her office", {"scope": "series"}),
    ],
)  # fmt: skip
def test_a_meeting_is_at_another_place(text: str, place: str, fields: dict[str, str]) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, found.place) == (Verb.MEET, "place", place)
    assert fields.items() <= dict(found.fields).items()


@pytest.mark.parametrize(
    "text",
    [
        "the meeting in Lisbon was great", "next meeting at 5pm", "the next one is in two weeks", "call at noon",
        "the talk at ProductConf changed how I work", "next meeting on pricing", "coffee thu 9:15 @ Blue Bottle",
        "we meet at 10 from now on", "is the next one at her office?", "the next one is on Tuesday",
    ],
)  # fmt: skip
def test_a_time_a_tale_and_a_question_are_no_place(text: str) -> None:
    assert all(found.op != "place" for found in commands("", text, THREAD))


@pytest.mark.parametrize(
    ("text", "length", "longer", "by"),
    [
        ("make all meetings 15 minutes longer", None, "15", None),
        ("make our calls 20 min shorter", None, "-20", None),
        ("an hour from now on", 60, None, None),
        ("half an hour instead", 30, None, None),
        ("make it an hour", 60, None, None),
        ("15 min earlier from now on", None, None, "-15"),
        ("from the new year 60 minutes please", 60, None, None),
    ],
)
def test_all_of_them_are_longer_shorter_or_at_another_hour(
    text: str, length: int | None, longer: str | None, by: str | None
) -> None:
    found = one(text, THREAD)
    fields = dict(found.fields)
    assert (found.verb, found.op, found.minutes) == (Verb.MEET, "rhythm", length)
    assert (fields.get("longer"), fields.get("by")) == (longer, by)


def test_a_length_under_a_draft_is_about_the_draft() -> None:
    assert all(found.op != "rhythm" for found in commands("", "make it an hour", replace(THREAD, answering="draft")))


@pytest.mark.parametrize(
    ("text", "until", "months", "rule"),
    [
        ("renew until june", date(2027, 6, 30), None, ""),
        ("renew to 30 june", date(2027, 6, 30), None, ""),
        ("renew 6 more months, same rhythm", None, 6, ""),
        ("renew but fortnightly", None, None, "FREQ=WEEKLY;INTERVAL=2"),
        ("renew for another six, but every other month", None, 6, "FREQ=MONTHLY;INTERVAL=2"),
        ("extend by another year", None, 12, ""),
    ],
)
def test_an_agreement_goes_on(text: str, until: date | None, months: int | None, rule: str) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op) == (Verb.WRAP_UP, "renew")
    assert (found.until, found.months, found.rrule) == (until, months, rule)


@pytest.mark.parametrize("text", ["renew the badge", "extend the meeting to 5pm", "continue with it", "renew her visa"])
def test_what_else_is_renewed_is_no_agreement(text: str) -> None:
    assert all(found.op != "renew" for found in commands("", text, THREAD))


@pytest.mark.parametrize(
    ("text", "op"),
    [
        ("when do we meet next?", "when"), ("what's in the calendar?", "when"), ("did minerva accept?", "when"),
        ("has she accepted yet", "when"), ("what time is tuesday's call?", "when"), ("when's our next call", "when"),
        ("resend the invite", "resend"), ("she never got the invite", "resend"),
        ("she can't find the invite", "resend"), ("send minerva the invite again", "resend"),
        ("can you send me the invite again", "resend_own"), ("I never got the invite", "resend_own"),
    ],
)  # fmt: skip
def test_what_stands_and_what_never_came(text: str, op: str) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, found.person) == (Verb.MEET, op, "minerva")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Minerva declined tuesday", "2026-11-24"),
        ("Minerva cancelled thursday", "2026-11-26"),
        ("she said the 5th doesn't work for her", "2026-12-05"),
    ],
)
def test_who_can_t_come_is_told(text: str, of: str) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, dict(found.fields).get("of")) == (Verb.CALENDAR, "declined", of)


@pytest.mark.parametrize(
    ("text", "moment", "place"),
    [
        ("lunch w/ Minerva fri 12:30 at Gino's", "2026-11-27 12:30", "Gino's"),
        ("call with minerva tmrw 9am 30 min zoom link https://example.org/z", "2026-11-21 09:00",
         "zoom https://example.org/z"),
        ("coffee w minerva thu 9:15 @ Blue Bottle", "2026-11-26 09:15", "Blue Bottle"),
    ],
)  # fmt: skip
def test_a_talk_with_its_place(text: str, moment: str, place: str) -> None:
    found = one(text, GENERAL)
    assert (found.verb, f"{found.at:%Y-%m-%d %H:%M}", found.place) == (Verb.COFFEE, moment, place)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("away 22 dec - 8 jan", date(2026, 12, 22), date(2027, 1, 8)),
        ("holiday with the kids 22 dec to 8 jan, no meetings please", date(2026, 12, 22), date(2027, 1, 8)),
        ("skiing trip 3-10 feb, no calls", date(2027, 2, 3), date(2027, 2, 10)),
        ("we're in Lisbon 3 to 9 may, no calls", date(2027, 5, 3), date(2027, 5, 9)),
        ("out of office 22 dec to 8 jan", date(2026, 12, 22), date(2027, 1, 8)),
    ],
)
def test_an_absence_has_its_two_ends(text: str, first: date, last: date) -> None:
    found = one(text, THREAD)
    assert (found.verb, found.op, found.day, found.until) == (Verb.SETTING, "away", first, last)


@given(st.text(max_size=80))
def test_whatever_stands_behind_the_words_never_fails(words: str) -> None:
    heads = (
        "renew ",
        "place for ",
        "next one at ",
        "resend the invite for ",
        "swap ",
        "can't do ",
        "holiday ",
        "make all ",
    )
    for head in heads:
        assert all(isinstance(found, Command) for found in commands("", head + words, THREAD))
