"""What Ada sets by mail: each setting says its effect, and nothing that is approved leaves earlier for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from mentoring.people import Desk, ada, at, minerva

from assistant.mentoring.command import Verb
from assistant.mentoring.letters import LetterState
from assistant.mentoring.outreach import outreach
from assistant.mentoring.person import Stage
from assistant.mentoring.protege.settings import change


def says(desk: Desk, op: str, **command: object) -> str:
    before = desk.book.protege
    desk.says(change, Verb.SETTING, op=op, **command)
    if "did nothing" in desk.answer.text:
        assert desk.book.protege == before
    return desk.answer.text


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Madrid.", "Europe/Madrid"), ("New York", "America/New_York"), ("UTC", "UTC"), ("Oz", "")],
)
def test_a_time_zone_is_a_city_or_a_name_that_the_world_knows(said: str, zone: str) -> None:
    desk = Desk(replace(ada(), protege=replace(ada().protege, zone="Asia/Tokyo")))
    text = says(desk, "timezone", text=said)
    assert desk.book.protege.zone == (zone or "Asia/Tokyo")
    assert (zone or "no time zone") in text


@pytest.mark.parametrize(
    ("opens", "closes", "taken"),
    [
        ("9", "18", True), ("9:30", "17:15", False), ("09:30", "17:15", True), ("18", "9", False), ("9", "9", False),
        ("9", "25", False), ("-1", "9", False), ("nine", "18", False), ("", "", False),
    ],
)  # fmt: skip
def test_hours_are_two_and_the_earlier_comes_first(opens: str, closes: str, taken: bool) -> None:
    desk = Desk(replace(ada(), protege=replace(ada().protege, opens=time(7), closes=time(8))))
    says(desk, "work_hours", fields=(("from", opens), ("to", closes)))
    assert (desk.book.protege.opens != time(7)) is taken


def test_away_holds_both_ends_and_drops_what_is_over() -> None:
    over = (date(2026, 8, 1), date(2026, 8, 14))
    desk = Desk(replace(ada(), protege=replace(ada().protege, away=(over,))))
    text = says(desk, "away", day=date(2026, 12, 1), until=date(2026, 12, 3))
    assert desk.book.protege.away == ((date(2026, 12, 1), date(2026, 12, 3)),)
    assert "Tue 1 Dec 2026 until Thu 3 Dec 2026, both included" in text
    says(desk, "away", day=date(2026, 12, 1), until=date(2026, 12, 3))
    assert len(desk.book.protege.away) == 1


def test_an_absence_of_the_past_or_without_an_end_is_asked_about() -> None:
    desk = Desk()
    assert "is over already" in says(desk, "quiet", until=date(2026, 11, 2))
    assert "until which day?" in says(desk, "quiet")
    says(desk, "quiet", until=date(2026, 11, 3))
    assert desk.book.protege.away == ((date(2026, 11, 3), date(2026, 11, 3)),)


def test_an_absence_that_ends_before_it_begins_is_not_called_over() -> None:
    text = says(Desk(), "away", day=date(2026, 12, 14), until=date(2026, 12, 1))
    assert "over already" not in text
    assert "before" in text


def test_holidays_are_of_a_country_that_has_some() -> None:
    desk = Desk()
    assert "no holidays" in says(desk, "holidays", text="Atlantis")
    says(desk, "holidays", text="gb.")
    assert desk.book.protege.country == "GB"


def test_a_digest_needs_its_hour_and_an_unknown_setting_is_told_all() -> None:
    desk = Desk()
    assert "at which hour?" in says(desk, "digest")
    says(desk, "digest", time=time(7, 30))
    assert desk.book.protege.digest_at == time(7, 30)
    assert "work hours 9-18" in says(desk, "volume")


def test_an_absence_moves_what_is_approved_and_its_end_moves_nothing_back() -> None:
    desk = Desk(ada(minerva(Stage.READY)))
    desk.says(outreach.reach_out, Verb.REACH_OUT)
    letter = desk.draft
    letter = replace(letter, state=LetterState.APPROVED, approved=letter.digest, not_before=at("2026-11-04 10:00"))
    desk.book = desk.book.with_letter(letter)
    assert "1" in says(desk, "away", day=date(2026, 11, 4), until=date(2026, 11, 6))
    assert desk.book.letter(letter.id).not_before == at("2026-11-09 09:00")
    says(desk, "timezone", text="America/New_York")
    assert (desk.book.letter(letter.id).not_before or desk.now) >= at("2026-11-09 09:00")
