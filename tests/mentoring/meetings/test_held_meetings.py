"""Which talk notes are of: clear, asked, or one that no calendar knows (L32)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from mentoring.people import COFFEE, SERIES, Desk, active, ada, at, local, minerva
from mentoring.talks import NOTES, after_coffee, answer, bring

from assistant.mentoring.book import Asks
from assistant.mentoring.facts import Notes
from assistant.mentoring.person import Stage
from assistant.mentoring.schedule import Attendance, Change, Meeting

DECLINED = Attendance("minerva@example.org", "DECLINED", 0, at("2026-11-10 09:00"))
SECOND = replace(COFFEE, uid="second@x", start=local("2026-11-18 10:00"), purpose="meeting")


def desk(*known: Meeting, now: str, stage: Stage = Stage.COFFEE_SET) -> Desk:
    return Desk(ada(minerva(stage), meetings=known), now)


def asked(there: Desk) -> str:
    assert there.book.recaps == ()
    assert there.answer.text.startswith("WHICH MEETING with Minerva are these notes of?")
    return there.answer.text


def test_notes_days_later_with_two_meetings_in_between_ask_which() -> None:
    there = desk(COFFEE, SECOND, now="2026-11-23 09:00")
    bring(there)
    said = asked(there)
    assert "1. Wed 18 Nov 10:00" in said
    assert "2. Wed 11 Nov 10:00" in said
    assert "3. another talk, which no calendar knows" in said
    answer(there, "2")
    assert (there.book.recaps[0].meeting, there.book.recaps[0].day) == (COFFEE.uid, date(2026, 11, 11))


@pytest.mark.parametrize(
    ("word", "meeting"), [("the 18 nov", "second@x"), ("18 nov", "second@x"), ("another talk", "")]
)
def test_the_meeting_can_be_named_in_words(word: str, meeting: str) -> None:
    there = desk(COFFEE, SECOND, now="2026-11-23 09:00")
    bring(there)
    answer(there, word.removeprefix("the "))
    assert there.book.recaps[0].meeting == meeting


def test_a_number_that_is_no_option_keeps_the_question() -> None:
    there = desk(COFFEE, SECOND, now="2026-11-23 09:00")
    bring(there)
    answer(there, "7")
    assert there.book.recaps == ()
    assert there.book.question("person/minerva", Asks.WHOSE_NOTES)


def test_notes_before_any_meeting_may_be_ideas_for_it() -> None:
    there = desk(COFFEE, now="2026-11-09 09:00")
    bring(there, replace(NOTES, private=("I fear the talk",)))
    assert "2. no talk yet: ideas for Wed 11 Nov 10:00, kept for its prep" in asked(there)
    answer(there, "2")
    assert there.book.recaps == ()
    assert there.book.person("minerva").stage is Stage.COFFEE_SET
    ideas = there.book.preparation("minerva").ideas
    assert "price the outcome" in ideas
    assert "I fear the talk" not in ideas


def test_notes_before_any_meeting_may_be_of_a_talk_that_no_calendar_knows() -> None:
    there = desk(COFFEE, now="2026-11-09 09:00")
    bring(there)
    answer(there, "1")
    made = there.book.recaps[0]
    assert (made.meeting, made.day) == ("", date(2026, 11, 9))
    assert "Next meeting: Wed 11 Nov 10:00." in there.answer.text


@pytest.mark.parametrize(
    ("meeting", "why"),
    [
        (replace(COFFEE, state="cancelled"), "cancelled"),
        (replace(COFFEE, attendance=(DECLINED,)), "declined"),
        (replace(COFFEE, changes=(Change(at("2026-11-11 10:00"), cancelled=True),)), "cancelled"),
    ],
)
def test_notes_of_a_meeting_that_fell_are_asked_about(meeting: Meeting, why: str) -> None:
    there = desk(meeting, now="2026-11-11 12:00")
    bring(there)
    assert f"1. Wed 11 Nov 10:00, which was {why}: it took place after all" in asked(there)
    answer(there, "1")
    made = there.book.recaps[0]
    assert (made.meeting, made.day) == (COFFEE.uid, date(2026, 11, 11))
    assert there.book.person("minerva").stage is Stage.COFFEE_DONE


def test_notes_after_a_meeting_that_fell_may_be_of_the_one_before() -> None:
    there = desk(COFFEE, replace(SECOND, attendance=(DECLINED,)), now="2026-11-18 12:00")
    bring(there)
    said = asked(there)
    assert "1. Wed 18 Nov 10:00, which was declined" in said
    assert "2. Wed 11 Nov 10:00" in said


def test_a_meeting_that_fell_long_ago_is_not_asked_about() -> None:
    there = desk(replace(COFFEE, state="cancelled"), now="2026-11-20 12:00")
    bring(there)
    assert there.book.recaps[0].meeting == ""


def test_notes_that_name_the_day_of_a_meeting_that_fell_are_asked_about() -> None:
    there = desk(replace(COFFEE, state="cancelled"), now="2026-11-20 12:00")
    bring(there, replace(NOTES, held=date(2026, 11, 11)))
    assert "which was cancelled" in asked(there)


def test_a_day_near_a_meeting_is_asked_and_one_far_from_all_is_another_talk() -> None:
    there = desk(COFFEE, now="2026-11-20 12:00")
    bring(there, replace(NOTES, held=date(2026, 11, 12)))
    assert "another talk, on Thu 12 Nov" in asked(there)
    answer(there, "2")
    assert (there.book.recaps[0].meeting, there.book.recaps[0].day) == ("", date(2026, 11, 12))
    other = desk(COFFEE, now="2026-11-20 12:00")
    bring(other, replace(NOTES, held=date(2026, 11, 17)))
    assert other.book.recaps[0].day == date(2026, 11, 17)


def test_other_notes_weeks_after_the_last_talk_are_asked_about() -> None:
    there = Desk(active(SERIES), "2026-12-01 18:00")
    bring(there)
    there.now = at("2026-12-15 18:00")
    bring(there, Notes(points=("she called me about the pilot",)))
    assert len(there.book.recaps) == 1
    assert "1. Tue 1 Dec 16:00, more notes" in there.answer.text
    answer(there, "2")
    assert [r.meeting for r in there.book.recaps] == [SERIES.uid, ""]


def test_notes_just_after_the_meeting_ask_nothing() -> None:
    there = after_coffee()
    bring(there)
    assert there.book.recaps[0].meeting == COFFEE.uid
