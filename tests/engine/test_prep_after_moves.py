"""One brief for a meeting, also when it moves; another only where it is more than a day away (P89)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from engine.approving import says
from engine.house import ADA, House, parsed
from engine.meeting_life import agreed, body, sends, series


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with House(tmp_path) as house:
        yield house


def until(house: House, day: str) -> None:
    """Hours go by until 11:00 (UTC) of that day."""
    end = datetime.fromisoformat(f"{day} 11:00").replace(tzinfo=UTC)
    while house.at < end:
        house.cycle(60)


def briefs(house: House) -> list[str]:
    """The first lines of the briefs that Ada got."""
    found = [body(parsed(mail.raw)).splitlines()[0] for mail in house.to(ADA)]
    return [text for text in found if text.startswith("PREP for")]


def single(house: House) -> None:
    """One meeting, Thu 19 Nov at 11:00, beside no series; its brief is out."""
    agreed(house)
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    until(house, "2026-11-16")
    assert briefs(house) == ["PREP for Minerva on Thu 19 Nov at 11:00."]


def test_a_meeting_moved_by_hours_gets_no_second_brief(house: House) -> None:
    single(house)
    says(house, "move the meeting with Minerva to 19 Nov 15:00", fresh=True)
    sends(house)
    until(house, "2026-11-19")
    assert len(briefs(house)) == 1


def test_a_meeting_moved_by_a_week_gets_a_brief_before_its_new_time_and_one_alone(house: House) -> None:
    single(house)
    says(house, "move the meeting with Minerva to 26 Nov 11:00", fresh=True)
    sends(house)
    until(house, "2026-11-22")
    assert len(briefs(house)) == 1
    until(house, "2026-11-26")
    assert briefs(house)[1:] == ["PREP for Minerva on Thu 26 Nov at 11:00."]


def test_one_of_a_series_that_moves_by_a_week_is_prepared_anew(house: House) -> None:
    series(house)
    until(house, "2026-11-27")
    assert len(briefs(house)) == 1
    says(house, "move the meeting of 1 December with Minerva to 10 December 16:00", fresh=True)
    sends(house)
    until(house, "2026-12-10")
    assert briefs(house) == ["PREP for Minerva on Tue 1 Dec at 16:00.", "PREP for Minerva on Thu 10 Dec at 16:00."]


def test_a_brief_that_is_still_to_come_follows_the_new_time(house: House) -> None:
    agreed(house)
    says(house, "meet Minerva 19 Nov 11:00", fresh=True)
    sends(house)
    says(house, "move the meeting with Minerva to 24 Nov 11:00", fresh=True)
    sends(house)
    until(house, "2026-11-18")
    assert briefs(house) == []
    until(house, "2026-11-20")
    assert briefs(house) == ["PREP for Minerva on Tue 24 Nov at 11:00."]
