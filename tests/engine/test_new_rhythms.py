"""All of a running series in another rhythm: one draft, old and new in words, nothing lost (L29, S3)."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import body, calendar, line, mentored, sends, until


@pytest.fixture
def house(house: House) -> House:
    """A monthly series stands; `weekly` is a house of its own."""
    return mentored(house)


def starts(house: House, count: int = 3) -> list[str]:
    """The next meetings that stand in the calendars, Madrid's winter time."""
    found = [
        actual
        for meeting in house.book.meetings
        if meeting.state == "invited"
        for _, actual in meeting.occurrences(house.at, house.at + timedelta(days=300))
    ]
    return [f"{at + timedelta(hours=1):%a %-d %b %H:%M}" for at in sorted(found)][:count]


def rule_of(text: str) -> str:
    """The rule of the series, not those of its zone."""
    found = re.search(r"^RRULE:(.*UNTIL=.*?)\r?$", text, re.MULTILINE)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("words", "said", "rule", "first"),
    [
        ("move all of them to Wednesdays at 5", "every first Wednesday of the month at 17:00, 45 minutes", "BYDAY=1WE",
         "Wed 2 Dec 17:00"),
        ("from now on 30 minutes instead of 45", "every first Tuesday of the month at 16:00, 30 minutes", "BYDAY=1TU",
         "Tue 1 Dec 16:00"),
        ("let's meet at 17:00 in future", "every first Tuesday of the month at 17:00, 45 minutes", "BYDAY=1TU",
         "Tue 1 Dec 17:00"),
        ("every two weeks rather than monthly", "every 2 weeks on Tuesday at 16:00, 45 minutes",
         "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Tue 1 Dec 16:00"),
        ("make it every other Thursday at 4pm", "every 2 weeks on Thursday at 16:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
         "Thu 3 Dec 16:00"),
        ("the last thursday of the month from now on", "every last Thursday of the month at 16:00", "BYDAY=-1TH",
         "Thu 31 Dec 16:00"),
        ("shift all our meetings an hour later", "every first Tuesday of the month at 17:00", "BYDAY=1TU",
         "Tue 1 Dec 17:00"),
        ("meet Minerva monthly second wed 15:00", "every second Wednesday of the month at 15:00, 45 minutes",
         "BYDAY=2WE", "Wed 9 Dec 15:00"),
        ("first Wednesday instead of first Tuesday", "every first Wednesday of the month at 16:00", "BYDAY=1WE",
         "Wed 2 Dec 16:00"),
    ],
)  # fmt: skip
def test_one_draft_changes_all_of_it(house: House, words: str, said: str, rule: str, first: str) -> None:
    known = house.book.meetings[0]
    told = says(house, words, fresh=True)
    assert "Before: every first Tuesday of the month at 16:00, 45 minutes" in told
    assert f"Now: {said}" in told
    before = starts(house)
    mail = sends(house)
    assert "Before: every first Tuesday of the month at 16:00, 45 minutes" in body(mail)
    text = calendar(mail)
    assert (line(text, "UID"), line(text, "SEQUENCE"), line(text, "METHOD")) == (known.uid, "1", "REQUEST")
    assert rule in rule_of(text)
    assert rule_of(text).partition("UNTIL=")[2] == known.rrule.partition("UNTIL=")[2]
    assert before[0] == "Tue 1 Dec 16:00"
    assert starts(house)[0] == first


def test_until_it_is_sent_nothing_changes(house: House) -> None:
    says(house, "move all of them to Wednesdays at 5", fresh=True)
    says(house, "SKIP")
    assert starts(house)[0] == "Tue 1 Dec 16:00"
    assert house.book.meetings[0].sequence == 0


def test_every_second_tuesday_of_a_monthly_series_is_asked(house: House) -> None:
    said = says(house, "make it every second Tuesday", fresh=True)
    assert "Every other Tuesday, or the second Tuesday of each month" in said
    assert house.book.pending() == ()
    assert "Now: every second Tuesday of the month at 16:00, 45 minutes" in says(
        house, "MEET Minerva M monthly second tue 16:00 45min"
    )


def test_every_second_tuesday_of_a_weekly_series_is_every_other(weekly: House) -> None:
    assert "Now: every 2 weeks on Tuesday" in says(weekly, "make it every second Tuesday", fresh=True)


def test_what_is_like_that_already_changes_nothing(house: House) -> None:
    said = says(house, "from now on 45 minutes", fresh=True)
    assert "is like that already: every first Tuesday of the month at 16:00, 45 minutes" in said
    assert house.book.pending() == ()


def test_an_hour_outside_adas_day_is_no_draft_and_another_is_offered(house: House) -> None:
    said = says(house, "move all of them to 22:00", fresh=True)
    assert "outside your hours" in said
    assert house.book.pending() == ()


def test_a_meeting_that_comes_too_soon_stays_and_the_rest_is_a_series_of_its_own(weekly: House) -> None:
    until(weekly, "2026-11-16 10:00")
    known = weekly.book.meetings[0]
    said = says(weekly, "from now on Thursdays at 10", fresh=True)
    assert "Tue 17 Nov at 16:00 stays as it is" in said
    before = len(weekly.to(MINERVA))
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-16 16:00")
    begun, ended = (calendar(parsed(mail.raw)) for mail in weekly.to(MINERVA)[before:])
    assert (line(ended, "UID"), line(ended, "SEQUENCE")) == (known.uid, "1")
    assert "UNTIL=20261117T150100Z" in rule_of(ended)
    assert line(begun, "UID") != known.uid
    assert line(begun, "SEQUENCE") == "0"
    assert starts(weekly) == ["Tue 17 Nov 16:00", "Thu 19 Nov 10:00", "Thu 26 Nov 10:00"]
    assert "Now: every Thursday at 10:00, 30 minutes" in says(weekly, "from now on 30 minutes", fresh=True)


def test_from_a_month_on_leaves_what_comes_before_it(weekly: House) -> None:
    said = says(weekly, "from January on, Thursdays at 10", fresh=True)
    assert "from Thu 7 Jan 2027 at 10:00 on" in said
    before = len(weekly.to(MINERVA))
    weekly.says("SEND", answers=ADA)
    until(weekly, "2026-11-06 16:00")
    assert len(weekly.to(MINERVA)) == before + 2
    assert starts(weekly, 9)[-2:] == ["Tue 29 Dec 16:00", "Thu 7 Jan 10:00"]


def test_moved_and_cancelled_ones_stay_so_when_only_the_hour_changes(house: House) -> None:
    says(house, "move the meeting of 1 December with Minerva to 3 December 15:00", fresh=True)
    sends(house)
    says(house, "cancel the meeting of 5 January with Minerva", fresh=True)
    sends(house)
    said = says(house, "let's meet at 17:00 in future", fresh=True)
    assert "Thu 3 Dec 15:00 stays where you moved it" in said
    text = calendar(sends(house))
    assert re.search(r"EXDATE[^:]*:20270105T170000", text)
    assert re.search(r"RECURRENCE-ID[^:]*:20261201T170000", text)
    assert starts(house) == ["Thu 3 Dec 15:00", "Tue 2 Feb 17:00", "Tue 2 Mar 17:00"]


def test_pat_hears_of_it_and_the_agreement_follows(house: House) -> None:
    house.says("add pat@example.org to the series with Minerva")
    house.cycle(1)
    house.sends()
    until(house, "2026-11-06 16:00")
    assert "To pat@example.org" in says(house, "every two weeks, 30 minutes, rather than monthly", fresh=True)
    house.says("SEND", answers=ADA)
    until(house, "2026-11-10 16:00")
    assert rule_of(calendar(house.last["pat@example.org"])).startswith("FREQ=WEEKLY;INTERVAL=2")
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert (agreement.cadence, agreement.minutes) == ("fortnightly", 30)


def test_a_renewed_series_changes_with_the_one_that_runs(house: House) -> None:
    says(house, "renew Minerva for 6 months", fresh=True)
    sends(house)
    says(house, "from now on 30 minutes", fresh=True)
    before = len(house.to(MINERVA))
    house.says("SEND", answers=ADA)
    until(house, f"{house.at + timedelta(days=1):%Y-%m-%d} 16:00")
    assert len(house.to(MINERVA)) == before + 2
    assert [m.minutes for m in house.book.meetings] == [30, 30]


def test_without_a_series_it_is_said(tmp_path: Path) -> None:
    with House(tmp_path) as house:
        house.draft_to_minerva()
        assert "I did nothing" in says(house, "move the series to Wednesdays at 5", fresh=True)


def test_a_month_from_which_on_it_holds_tells_no_weekday(house: House) -> None:
    said = says(house, "every 2 weeks from January", fresh=True)
    assert "Now: every 2 weeks on Tuesday at 16:00, 45 minutes" in said
    assert "Tue 1 Dec at 16:00 stays as it is" in said
