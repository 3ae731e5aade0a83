"""After the answer: terms, fit and readiness in plain words, moves, reminders, through the whole assistant."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from engine.house import ADA, MINERVA, House, contacted, hears, told

from assistant.mentoring.letters import Kind

DAY = 24 * 60


def test_the_days_that_were_agreed_are_those_of_the_series(house: House) -> None:
    contacted(house)
    text = hears(house, "Minerva agreed 6 months first thursday 17:00")
    assert "MEET%20monthly%20first%20thu%2017%3A00" in text
    text = hears(house, "YES")
    assert "MEET%20monthly%20first%20thu%2017%3A00" in text


def test_fit_beside_other_words_is_the_answer_and_the_words_are_kept(house: House) -> None:
    contacted(house)
    assert "ready to commit" in hears(house, "it went great! fit yes")
    minerva = house.book.people[0]
    assert minerva.fit == "yes"
    assert "it went great" in minerva.remarks[-1].text
    assert minerva.remarks[-1].private


@pytest.mark.parametrize("word", ["not yet", "I'm not ready", "no, not yet"])
def test_not_ready_in_plain_words_drafts_nothing(house: House, word: str) -> None:
    contacted(house)
    hears(house, "fit yes")
    assert "No proposal to Minerva for now" in hears(house, word)
    assert not [x for x in house.book.letters if x.kind is Kind.PROPOSAL]


def test_a_bare_weekday_for_a_meeting_far_off_asks_which_week(house: House) -> None:
    contacted(house)
    house.says("coffee with Minerva 26 Nov 15:00", answers=ADA)
    house.cycle(1)
    house.says("SEND", answers=ADA)
    house.cycle(1)
    house.cycle(45)
    assert len(house.to(MINERVA)) == 2
    text = hears(house, "move to fri")
    assert "WHICH FRIDAY?" in text
    assert "[Fri 27 Nov 15:00]" in text
    assert "[Fri 6 Nov 15:00]" in text
    assert not house.book.pending()
    assert "Reply SEND" in hears(house, "move to fri 27 nov")


def test_reminders_are_listed_dropped_and_brought_back(house: House) -> None:
    house.draft_to_minerva()
    for text in ("remind me fri 10:00 to write the memo", "remind me on 20 Nov to call Lee"):
        house.says(text)
        house.cycle(1)
    house.says("status")
    house.cycle(1)
    assert "R1 Fri 6 Nov 10:00: write the memo. DROP R1" in told(house)
    house.says("drop R1", answers=ADA)
    answer, *_ = house.cycle(1)  # what comes after it takes R1 out of her calendar
    body = answer.get_body(("plain",))
    assert body is not None
    assert "is dropped" in str(body.get_content())
    house.says("reminders")
    house.cycle(1)
    assert "write the memo" not in told(house)
    assert "R2 Fri 20 Nov: call Lee" in told(house)


def test_a_reminder_for_a_saturday_comes_on_saturday(house: House) -> None:
    house.draft_to_minerva()
    house.says("remind me on 7 Nov to write the memo")
    house.cycle(1)
    house.at = datetime(2026, 11, 7, 7, 5, tzinfo=UTC)
    house.cycle()
    assert "REMINDER, as you asked: write the memo" in told(house)
    house.at = datetime(2026, 11, 9, 7, 5, tzinfo=UTC)
    house.cycle()
    assert "write the memo" not in told(house)
