"""Before an agreement ends Ada is asked how it goes on, in time and once; after it once more (P128)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, MINERVA, House, parsed
from engine.meeting_life import agreed, answers_invite, body, calendar, line, sends

from assistant.mentoring.person import Stage


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        yield house


def series(house: House, terms: str, rule: str) -> None:
    agreed(house, f"Minerva agreed {terms} 45 min")
    says(house, f"meet Minerva {rule} 45min", fresh=True)
    sends(house)
    answers_invite(house, "ACCEPTED")


def until(house: House, day: str) -> None:
    """Mornings pass, one look each, to that day."""
    end = datetime.fromisoformat(f"{day} 10:00").replace(tzinfo=UTC)
    while house.at < end:
        house.at = min((house.at + timedelta(days=1)).replace(hour=10, minute=0), end)
        house.cycle()


def asked(house: House) -> list[str]:
    found = [body(parsed(mail.raw)) for mail in house.to(ADA)]
    return [text for text in found if text.startswith("YOUR TIME WITH")]


def test_six_weeks_before_the_end_ada_is_asked_once_and_minerva_hears_nothing(house: House) -> None:
    series(house, "6 months weekly", "weekly tue 16:00")
    until(house, "2027-03-21")
    assert asked(house) == []
    before = len(house.to(MINERVA))
    until(house, "2027-03-23")
    (text,) = asked(house)
    assert "as agreed ends on Mon 3 May" in text
    assert "RENEW WITH Minerva M" in text
    assert "LIGHTER WITH Minerva M" in text
    assert "CLOSE Minerva M" in text
    until(house, "2027-04-20")
    assert len(asked(house)) == 1
    assert len(house.to(MINERVA)) == before
    assert house.book.people[0].stage is Stage.WINDING_DOWN


def test_a_quarterly_series_is_asked_about_ahead_of_its_last_but_one(house: House) -> None:
    series(house, "12 months quarterly", "quarterly first tue 16:00")
    starts = [actual for _, actual in house.book.meetings[0].occurrences(house.at, house.at + timedelta(days=400))]
    last_but_one = starts[-2]
    until(house, f"{last_but_one - timedelta(days=7):%Y-%m-%d}")
    assert asked(house) == []
    until(house, f"{last_but_one - timedelta(days=1):%Y-%m-%d}")
    (text,) = asked(house)
    assert "2 meetings are left" in text
    assert "LIGHTER" not in text


def test_a_short_term_is_not_asked_about_before_its_half(house: House) -> None:
    series(house, "1 month weekly", "weekly tue 16:00")
    until(house, "2026-11-17")
    assert asked(house) == []
    until(house, "2026-11-20")
    assert len(asked(house)) == 1


def test_renewed_it_is_active_again_and_asked_about_before_its_new_end(house: House) -> None:
    series(house, "6 months weekly", "weekly tue 16:00")
    until(house, "2027-03-23")
    says(house, "RENEW WITH Minerva M 3 months")
    sends(house)
    assert house.book.people[0].stage is Stage.ACTIVE
    until(house, "2027-06-18")
    assert len(asked(house)) == 1
    until(house, "2027-06-25")
    assert len(asked(house)) == 2


def test_lighter_near_the_end_goes_on_after_it_four_times_a_year(house: House) -> None:
    series(house, "6 months monthly", "monthly first tue 16:00")
    old = house.book.meetings[0]
    until(house, "2027-03-29")
    assert len(asked(house)) == 1
    said = says(house, "LIGHTER WITH Minerva M")
    assert "the first Tuesday of the month, every 3 months from Tue 6 Jul" in said
    text = calendar(sends(house))
    assert line(text, "UID") != old.uid
    assert house.book.people[0].stage is Stage.ACTIVE
    assert (house.book.meetings[0].rrule, house.book.meetings[0].sequence) == (old.rrule, old.sequence)
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert agreement.cadence == "quarterly"


def test_when_it_is_over_and_nothing_was_said_ada_is_asked_once_more(house: House) -> None:
    series(house, "2 months weekly", "weekly tue 16:00")
    until(house, "2027-02-12")
    assert [text.split(" as agreed ")[1].split()[0] for text in asked(house)] == ["ends", "ended"]


def test_an_end_that_came_in_a_pause_is_asked_about_once(house: House) -> None:
    agreed(house, "Minerva agreed 3 months monthly 45 min")
    says(house, "pause everything", fresh=True)
    until(house, "2027-02-12")
    house.says("resume")
    for _ in range(24 * 4):
        house.cycle(60)
    assert [text.split(" as agreed ")[1].split()[0] for text in asked(house)] == ["ended"]


def test_lighter_without_a_series_goes_on_four_times_a_year(house: House) -> None:
    agreed(house, "Minerva agreed 3 months monthly 45 min")
    until(house, "2027-01-12")
    assert "go on, quarterly, until" in says(house, "LIGHTER WITH Minerva M", fresh=True)
    agreement = house.book.people[0].agreement
    assert agreement is not None
    assert (agreement.cadence, house.book.people[0].stage) == ("quarterly", Stage.ACTIVE)


def test_nothing_is_asked_where_the_end_is_on_its_way(house: House) -> None:
    series(house, "2 months weekly", "weekly tue 16:00")
    says(house, "WRAP UP Minerva M COMPLETED", fresh=True)
    sends(house)
    until(house, "2027-02-12")
    assert asked(house) == []
