"""Due days counted from an event, framed by a stay, named by a feast; and what is told of the past.

All is said on Tuesday 9 March 2027, at 09:00 in London. A day is MM-DD, of another year YYYY-MM-DD."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.reading.dates import Moment, dates, due

NOW = Moment(datetime(2027, 3, 9, 9, tzinfo=UTC), "Europe/London")


def said(words: str) -> str | None:
    found = due(words, NOW)
    return found.first.isoformat().removeprefix("2027-") if found and found.first and not found.ask else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Send the abstract two days before the workshop on 19 March", "03-17"),
        ("Submit it the day before the exam, which is set for 22 March", "03-21"),
        ("Your questions one day before our seminar of March 18, please", "03-17"),
        ("By the end of the week after next, a first chapter", "03-26"),
        ("In the week after next, on Tuesday, I send the first pages", "03-23"),
        ("I'll ring the school in the week of the 22nd", "03-26"),
        ("Not this Friday but the one after, the essay is due", "03-19"),
        ("Finish reading by the Thursday after Easter", "04-01"),
        ("The panel moved from the 22nd to the 29th, so slides by the 26th", "03-26"),
        ("I will send the sketches on the day 14", "03-14"),
        ("Get the garden plan drawn by April Fools' Day", "04-01"),
        ("Have the accounts done by May Day", "05-01"),
        ("Order the costumes by Halloween", "10-31"),
        ("Sort the visa by Bonfire Night", "11-05"),
        ("Write it up by Hogmanay", "12-31"),
        ("Write it up by New Year's Eve", "12-31"),
        ("Write it up by Christmas", "12-24"),
        ("gonna text her first thing in the morning", "03-10"),
        ("I will call him Thursday, first thing in the morning", "03-11"),
    ],
)
def test_a_day_is_counted_from_what_it_is_counted_from(words: str, expected: str) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("I'm away until Friday but will read it on Saturday", "03-13"),
        ("I'm in Leeds till Thursday, so the report comes on Friday", "03-12"),
        ("In August I close the shop, so I answer you the 1st of September.", "09-01"),
        ("Send it on Friday so I can read it on Saturday", "03-12"),
        ("I promised Lee the draft by Friday so I will write tonight", "03-12"),
        ("I will email her the revised figures on Monday.", "03-15"),
        ("It was agreed that I send it on Friday", "03-12"),
        ("I was hoping to send it on Friday", "03-12"),
    ],
)
def test_where_somebody_is_only_frames_the_due_day(words: str, expected: str) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "I already delivered the poster in February",
        "She was hired in January",
        "Back in June I failed it",
        "On Thursday I was at the market with the supplier and he refused.",
        "The talk on Tuesday went well",
        "The interpreter was booked for Tuesday but no one showed.",
        "Payment was received on Friday, thanks",
        "type out what was agreed at Thursday's huddle",
        "read up on everything they decided on Tuesday",
        "the points that were raised at Monday's seminar, sorted",
        "ask Friday Adeyemi for the pictures",
        "Thank Monday Eze for the introduction",
        "move the tablet to version 3.11.27",
        "Monday's draft needs a title",
        "run the tests on build 2.4.27 with Ben",
    ],
)
def test_what_was_is_not_due(words: str) -> None:
    assert said(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "I gave your name to May, hope that is ok.",
        "Give my love to April and June.",
        "Option 2 may be cheaper, option 3 is saner.",
        "Question 4 may be a trap.",
        "May 5 of us come along?",
        "I did 12 versions and she chose the 1st",
        "I wrote three openings and kept the 3rd.",
        "A month of Sundays would not be enough.",
    ],
)
def test_people_and_choices_are_no_dates(words: str) -> None:
    assert dates(words, NOW) == []


@pytest.mark.parametrize(
    "words", ["They moved it to May", "open from March to June", "Send it by 3 may please", "I'll take 3 may at noon"]
)
def test_a_month_that_is_meant_stays_one(words: str) -> None:
    assert dates(words, NOW)
