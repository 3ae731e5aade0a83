"""An agreement goes on: until which day, how long, in which rhythm; and what is refused, with its reason (L40)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from engine.approving import says
from engine.house import House
from engine.meeting_life import body, calendar, line, mentored, sends, waits


@pytest.fixture
def house(house: House) -> House:
    """The first Tuesdays from 1 Dec 2026 on; the agreement ends on 3 Nov 2027."""
    return mentored(house)


def days(house: House) -> list[str]:
    """Of the series that begins last."""
    last = max(house.book.meetings, key=lambda m: m.begins)
    return [f"{at:%Y-%m-%d}" for _, at in last.occurrences(last.begins, last.begins + timedelta(days=900))]


@pytest.mark.parametrize(
    ("words", "first", "last", "rule"),
    [
        ("renew until June", "2027-12-07", "2028-06-06", "every first Tuesday of the month"),
        ("renew to 30 june", "2027-12-07", "2028-06-06", "every first Tuesday of the month"),
        ("renew until 31 December 2027", "2027-12-07", "2027-12-07", "every first Tuesday of the month"),
        ("renew 6 more months, same rhythm", "2027-12-07", "2028-05-02", "every first Tuesday of the month"),
        ("renew with Minerva for another year", "2027-12-07", "2028-10-03", "every first Tuesday of the month"),
        ("renew until March but fortnightly", "2027-11-16", "2028-03-21", "every 2 weeks on Tuesday"),
        (
            "extend by 3 months, thursdays at 10, 30 min",
            "2027-11-04",
            "2028-02-03",
            "every first Thursday of the month",
        ),
    ],
)
def test_it_goes_on_for_as_long_and_as_often_as_is_said(
    house: House, words: str, first: str, last: str, rule: str
) -> None:
    said = says(house, words, fresh=True)
    assert f"INVITE for Minerva M: {rule} from" in said
    known = house.book.meetings[0].uid
    mail = sends(house)
    assert line(calendar(mail), "UID") != known
    assert "shall we go on?" in mail["Subject"]
    found = days(house)
    assert (found[0], found[-1]) == (first, last)


def test_a_renewal_in_another_rhythm_says_what_it_was_before(house: House) -> None:
    says(house, "renew 6 months but fortnightly at 17:00, 30 minutes", fresh=True)
    told = body(sends(house))
    assert "every 2 weeks on Tuesday at 17:00, 30 minutes, instead of every first Tuesday of the month at 16:00" in told


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("renew until 30 june 2027", "what you agreed goes until Wed 3 Nov 2027 already"),
        ("renew 6 months until june", "One of the two is enough"),
        ("renew for 9 years", "more than 5 years on"),
        ("renew until next summer", "which day"),
        ("renew from march", "begins where the series ends"),
        ("renew until november 2027", "no day of the series comes before Tue 30 Nov 2027"),
        ("renew 6 months, 5 minutes", "that would be 5 minutes; a meeting is 10 to 240 minutes long"),
    ],
)
def test_what_can_t_be_is_refused_with_its_reason(house: House, words: str, because: str) -> None:
    assert because in says(house, words, fresh=True)
    assert house.book.pending() == ()


def test_while_the_end_is_drafted_nothing_goes_on(house: House) -> None:
    says(house, "WRAP UP Minerva M COMPLETED", fresh=True)
    for words in ("renew 6 months", "lighter", "move all of them to Wednesdays at 5", "renew until June"):
        assert "the end with Minerva is drafted; SKIP it first" in says(house, words, fresh=True)
    [closing] = house.book.pending()
    says(house, f"SEND {closing.code}", fresh=True)
    assert "the end with Minerva is approved and goes; UNDO takes it back" in says(house, "renew 6 months", fresh=True)


def test_every_second_tuesday_of_a_renewal_is_asked_and_the_tap_renews(house: House) -> None:
    said = says(house, "renew every second tuesday", fresh=True)
    assert "RENEW%20WITH%20Minerva%20M%20every%202%20weeks%20tue%2016%3A00%2045min" in said
    told = says(house, "RENEW WITH Minerva M every 2 weeks tue 16:00 45min", fresh=True)
    assert "INVITE for Minerva M: every 2 weeks on Tuesday from" in told


def test_a_renewed_agreement_ends_with_the_day_that_was_named(house: House) -> None:
    says(house, "renew until June", fresh=True)
    sends(house)
    waits(house, 1)
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert f"{agreement.ends_on}" == "2028-06-30"
