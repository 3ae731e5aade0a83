"""The day that somebody wants to be asked again, "try me after Easter".

All is said on Tuesday 3 November 2026, at 10:00 in Madrid. A day is MM-DD, of another year YYYY-MM-DD; "?" is asked.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.reading.dates import Found, Moment, until

NOW = Moment(datetime(2026, 11, 3, 9, tzinfo=UTC), "Europe/Madrid")


def said(found: Found | None) -> str | None:
    if found is None or found.ask:
        return "?" if found else None
    assert found.first is not None
    return found.first.isoformat().removeprefix("2026-")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("try me after Easter", "2027-03-29"),
        ("in the new year", "2027-01-01"),
        ("end of January", "2027-01-31"),
        ("at the end of January", "2027-01-31"),
        ("ping me in spring", "?"),
        ("in the spring", "?"),
        ("ask again after the summer", "?"),
        ("next quarter", "2027-01-01"),
        ("in Q1", "2027-01-01"),
        ("after Christmas", "12-26"),
        ("after New Year", "2027-01-01"),
        ("early next year", "2027-01-01"),
        ("sometime next year", "2027-01-01"),
        ("next year", "2027-01-01"),
        ("in 2027", "2027-01-01"),
        ("after Thanksgiving", "11-26"),
        ("after the 15th", "11-15"),
        ("from mid-January", "2027-01-15"),
        ("from mid January onwards", "2027-01-15"),
        ("in early February", "2027-02-01"),
        ("in a month", "12-03"),
        ("in a couple of months", "2027-01-03"),
        ("in 6 months", "2027-05-03"),
        ("in half a year", "2027-05-03"),
        ("after the first week of December", "12-06"),
        ("in the second week of January", "2027-01-11"),
        ("not until February", "2027-02-01"),
        ("until after Christmas", "12-26"),
        ("once January is over", None),
        ("after my leave ends on 12 December", "12-12"),
        ("after Diwali", "?"),
        ("after Chinese New Year", "?"),
        ("after Ramadan", "?"),
        ("in the week of 7 December", "12-07"),
        ("the week after next", "11-16"),
        ("week commencing 7 December", "12-07"),
        ("in about six weeks", "12-15"),
        ("not before the 1st of March", "2027-03-01"),
        ("after 1 March", "2027-03-01"),
        ("from 1 March", "2027-03-01"),
        ("starting March", "2027-03-01"),
        ("by March", "2027-03-01"),
        ("over Christmas", "12-25"),
        ("after the 3rd of January", "2027-01-03"),
        ("in the first quarter", "2027-01-01"),
        ("the second half of January", "2027-01-16"),
        ("towards the end of November", "11-30"),
        ("after the weekend", "11-08"),
        ("next month", "12-01"),
        ("when I'm back on 7 December", "12-07"),
        ("after Epiphany", "2027-01-06"),
        ("after Holy Week", "2027-03-28"),
        ("in January or February", "?"),
        ("in late January", "2027-01-31"),
        ("first thing in January", "2027-01-01"),
        ("at the beginning of February", "2027-02-01"),
        ("start of February", "2027-02-01"),
        ("Feb", None),
        ("February works better", None),
        ("ask me Feb 9", "2027-02-09"),
        ("give me a shout in the new year", "2027-01-01"),
        ("ping me early Jan", "2027-01-01"),
        ("drop me a line in a fortnight", "11-17"),
        ("circle back in Q1", "2027-01-01"),
        ("let's touch base after the holidays", "?"),
        ("reach out again mid-January", "2027-01-15"),
        ("check back with me in a few weeks", "?"),
        ("try again around the end of November", "11-30"),
        ("after my vacation", "?"),
        ("I'm back on the 16th", "11-16"),
        ("back in the office on Monday 16 November", "11-16"),
        ("I return 16 Nov, so after that", "11-16"),
        ("ask me again next spring", "?"),
        ("next month would be better", "12-01"),
        ("the month after next", "2027-01-01"),
        ("give me 3 weeks", None),
        ("in 3-4 weeks", "?"),
        ("give me till the end of the month", "11-30"),
        ("kindly follow up after 15th Nov", "11-15"),
        ("connect after Diwali", "?"),
        ("ping me post 15th November", "11-15"),
        ("after the new year", "2027-01-01"),
        ("once the new year starts", None),
        ("remind me on 1 Dec", "12-01"),
        ("contact me again from the 23th of November on", "11-23"),
        ("from calendar week 48 on", "11-23"),
        ("beginning of next year", "2027-01-01"),
        ("in the course of January", None),
        ("until the end of the year I have no time", "12-31"),
        ("I am in vacations until 20 November", "11-20"),
        ("after the 20 of November", "11-20"),
        ("in January, after Kings", "2027-01-01"),
        ("after Thursday", "11-05"),
        ("after next Thursday", "11-12"),
        ("not this week, next week maybe", "11-09"),
        ("in a week", "11-10"),
        ("a week from now", "11-10"),
        ("in the summer", "?"),
        ("in September", "2027-09-01"),
        ("September onwards", None),
        ("in 2 months' time", "2027-01-03"),
        ("in a year", "2027-11-03"),
        ("after 5pm", None),
        ("when the semester is over", None),
        ("week of Nov 16", "11-16"),
        ("w/c 16th", "11-16"),
        ("towards the end of the month", "11-30"),
        ("late November", "11-30"),
        ("by the end of the year", "12-31"),
        ("before Christmas", "12-25"),
        ("between Christmas and New Year", None),
    ],
)
def test_somebody_waits_until_the_day_that_is_said(words: str, expected: str | None) -> None:
    assert said(until(words, NOW)) == expected
